"""Scenes of the capacity board and the strip of named units."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.bijstand.board import BoardView
from kcr2desk.desk.bijstand.board_filters import BoardFilters
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.strip import StripView
from kcr2desk.store.identity import Identity
from tests.desk.small_hub import identity
from tests.scenes import Stage, scene
from tests.scenes.board_data import country
from tests.scenes.detail import Room

SHEET = (
    "Regio;Soort eenheid;Inzetbaar;Totaal;Opmerking\n"
    "IJsselland;Peloton brandbestrijding;3;4;\n"
    "Twente;Peloton brandbestrijding;veel;4;belt terug\n"
    "VNOG;Watertransport WTS-500;2;3;\n"
    "Utrecht;Droneteam;2;2;\n"
    "Atlantis;Peloton brandbestrijding;1;1;\n"
)


class Place(QWidget):
    """The left part of the panel: filters, strip and board."""

    def __init__(self, me: Identity | None = None) -> None:
        super().__init__()
        self.room = Room(me or identity())
        self.feed = BookFeed.of(country(now=self.room.clock.at))
        given: dict[str, Any] = {"now": self.room.clock.now, "me": self.room.me}
        self.filters = BoardFilters(self.feed)
        self.strip = StripView(self.feed, self.room.cache, self.room.work, **given)
        self.board = BoardView(self.feed, self.room.cache, self.room.work, **given)
        self.filters.changed.connect(self.board.set_filter)
        self.board.cardWanted.connect(self.show_card)
        self.strip.cardWanted.connect(self.show_card)
        self.setProperty("ground", "ground")
        self.column = QVBoxLayout()
        self.column.addWidget(self.filters)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.board, 1)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        self.row.addLayout(self.column, 1)
        self.board.set_asking("VR06")
        self.board.choose("VR07", "water_small")

    def show_card(self, card: QWidget) -> None:
        card.setFixedWidth(600)
        self.row.addWidget(card)
        card.show()


def put(stage: Stage, run: Callable[[Place], object] | None = None, me: Any = None) -> Place:
    made = Place(me)
    stage.later(made.board.table.setFocus)
    if run is not None:
        stage.later(lambda: run(made))
        stage.later(lambda: None)
    return made


@scene("board")
def board(stage: Stage) -> QWidget:
    return put(stage)


@scene("board-story")
def story(stage: Stage) -> QWidget:
    return put(stage, lambda made: made.board.show_story())


@scene("board-frozen")
def frozen(stage: Stage) -> QWidget:
    def run(made: Place) -> None:
        made.board.ordering.freeze()
        made.board.ordering.by_current()
        bar = made.board.table.horizontalScrollBar()
        bar.setValue(bar.maximum() // 2)

    return put(stage, run)


@scene("board-typing")
def typing(stage: Stage) -> QWidget:
    def run(made: Place) -> None:
        made.board.edit.open("9")
        made.board.edit.setText("9/4")
        made.board.edit.take()

    return put(stage, run)


@scene("board-region")
def region(stage: Stage) -> QWidget:
    me = identity("vries", "region_officer", "VR06")
    return put(stage, lambda made: made.board._type("4"), me)


@scene("board-bottom")
def bottom(stage: Stage) -> QWidget:
    def run(made: Place) -> None:
        bar = made.board.table.verticalScrollBar()
        bar.setValue(bar.maximum())

    return put(stage, run)


@scene("board-zoom")
def zoom(stage: Stage) -> QWidget:
    return put(stage, lambda made: made.board.table.set_zoom(1.5))


@scene("board-import")
def bring(stage: Stage) -> QWidget:
    def run(made: Place) -> None:
        card = made.board.new_import()
        made.show_card(card)
        card.read_text(SHEET.replace(";", "\t"))

    return put(stage, run)


@scene("board-type")
def type_card(stage: Stage) -> QWidget:
    return put(stage, lambda made: made.board.change_type("water_transport"))


@scene("board-unit")
def unit_card(stage: Stage) -> QWidget:
    def run(made: Place) -> None:
        made.strip.list.setCurrentIndex(made.strip.model.index(2))
        made.strip.edit_unit()

    return put(stage, run)


# How eyes see it that miss one kind of cones: Machado, Oliveira and Fernandes (2009), severity 1,
# on linear light.
EYES = {
    "protan": (0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216,
               -0.003882, -0.048116, 1.051998),
    "deutan": (0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413,
               -0.011820, 0.042940, 0.968881),
    "tritan": (1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602,
               0.004733, 0.691367, 0.303900),
}  # fmt: skip


def seen_by(image: QImage, eyes: str) -> QImage:
    """A picture as it is seen by eyes of EYES."""
    import numpy

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    wide, high, step = plain.width(), plain.height(), plain.bytesPerLine()
    data = numpy.frombuffer(bytes(plain.constBits()), dtype=numpy.uint8)
    colours = data.reshape(high, step)[:, : wide * 3].reshape(-1, 3) / 255.0
    linear = numpy.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    turned = numpy.clip(linear @ numpy.array(EYES[eyes]).reshape(3, 3).T, 0.0, 1.0)
    shown = numpy.where(turned <= 0.0031308, turned * 12.92, 1.055 * turned ** (1 / 2.4) - 0.055)
    out = (shown * 255 + 0.5).astype(numpy.uint8).tobytes()
    return QImage(out, wide, high, wide * 3, QImage.Format.Format_RGB888).copy()


def _eyes(stage: Stage, eyes: str) -> QWidget:
    """The board under other eyes: drawn, and shown as the picture that they see."""
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    picture = QLabel()
    picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    row.addWidget(picture)

    def draw() -> None:
        made = Place()
        made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        made.resize(host.size())
        made.show()
        shot = made.grab()
        turned = QPixmap.fromImage(seen_by(shot.toImage(), eyes))
        turned.setDevicePixelRatio(shot.devicePixelRatio())
        picture.setPixmap(turned)

    stage.later(draw)
    return host


@scene("board-protan")
def protan(stage: Stage) -> QWidget:
    return _eyes(stage, "protan")


@scene("board-deutan")
def deutan(stage: Stage) -> QWidget:
    return _eyes(stage, "deutan")


@scene("board-tritan")
def tritan(stage: Stage) -> QWidget:
    return _eyes(stage, "tritan")
