"""Scenes of the panel Meldingen: the worked scenario of the demo, on a real cache, in the frame."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kcr2desk.cli.scenario import INCIDENTS, LATER, REPORTS, Told
from kcr2desk.core.changes import Change, How
from kcr2desk.core.records import wire_values
from kcr2desk.desk.line import LineState
from kcr2desk.desk.panel import PanelSpec
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.reports.panel import ReportsPanel
from kcr2desk.desk.theme import Density
from kcr2desk.desk.window import DeskWindow
from tests.desk.small_hub import identity
from tests.scenes import Stage, scene
from tests.scenes.detail import Room
from tests.scenes.fake import chooser, fake_finder

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
UNREAD = 4
"""So many of the newest are unread."""


class Relay(QObject):
    """Tells changes when the scene says so."""

    changed = Signal(str, object)


class Desk:
    """The panel in its window, with somebody else's reports in its cache."""

    def __init__(self, stage: Stage, *, told: tuple[Told, ...] = REPORTS, **line: Any) -> None:
        self.room = Room(identity("jansen"))
        self.relay = Relay()
        self.incidents: dict[str, str] = {}
        self.ids: list[str] = []
        if told:
            self._tell(told)
        stage.theme.set_density(line.pop("density", Density.NORMAL))
        self.panel = ReportsPanel(
            self.room.cache, self.room.work, now=lambda: stage.now, me=self.room.me,
            changes=self.relay,
        )  # fmt: skip
        spec = PanelSpec("reports", "inbox", lambda: title(stage), lambda: self.panel)
        self.window = DeskWindow(
            [spec], settings=MemorySettings(), desk_theme=stage.theme, language=stage.language,
            now=lambda: stage.now, officer="J. Jansen", chooser=chooser(), finders=[fake_finder],
        )  # fmt: skip
        self.window.set_line(LineState(line.pop("line", "current"), stage.now, **line))
        self.window.desk = self  # type: ignore[attr-defined]

    def _tell(self, told: tuple[Told, ...]) -> None:
        hub = self.room.hub
        for key, fields in INCIDENTS.items():
            made = hub.new_id()
            self.incidents[key] = made
            number = f"I-2026-07-000{len(self.incidents)}-1"
            values = wire_values("incident", {**fields, "number": number})
            hub.write("smit", [Change("incident", made, How.NEW, values)])
        for place, one in enumerate(told):
            self.ids.append(self.report(one, f"M-2026-07-{101 + place:04}-{place % 9}"))
        hub.sync(self.room.cache)
        read = self.ids[:-UNREAD] if len(self.ids) > UNREAD else []
        self.room.cache.mark_read("report", read)

    def report(self, told: Told, number: str = "", **more: Any) -> str:
        """A report of the scenario, by somebody else."""
        owner = told.owner if told.owner in ("", "jansen") else told.owner.split()[-1].lower()
        fields: dict[str, Any] = {
            "number": number, "title": told.title, "text": told.text,
            "informant": told.informant, "channel": told.channel,
            "incident": self.incidents.get(told.incident, ""), "discipline": told.discipline,
            "region": told.region, "municipality": told.municipality, "place": told.place,
            "reliability": told.grade[0], "credibility": told.grade[1], "status": told.status,
            "owner": owner, "urgent": told.urgent, "caller": told.caller,
            "callback": told.callback, "acknowledged_by": "smit" if told.acknowledged else "",
            "received_at": self.room.before(told.minutes + 0.4),
            "entered_at": self.room.before(told.minutes), **more,
        }  # fmt: skip
        return str(self.room.at(told.minutes, lambda: self.room.hub.report("smit", **fields)))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the list, and let all changes be told."""
        QTest.keyClick(self.panel.list.table, key, held)
        self.tell()

    def tell(self) -> None:
        self.relay.changed.emit("report", None)
        rest(300)

    def rows(self, *rows: int) -> None:
        """Choose rows as by Ctrl and the mouse."""
        table = self.panel.list.table
        for place, row in enumerate(rows):
            at = table.visualRect(self.panel.list.model.index(row, 0)).center()
            held = CONTROL if place else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, at)


def title(stage: Stage) -> str:
    return "Meldingen" if stage.language.code == "nl" else "Reports"


def rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def shown(
    stage: Stage, *does: Callable[[Desk], object], make: Callable[[], Desk] | None = None
) -> QWidget:
    """The window of a desk after some things were done."""
    desk = Desk(stage) if make is None else make()
    stage.later(lambda: rest(120))
    for do in does:
        stage.later(partial(do, desk))
    stage.later(lambda: rest(120))
    return desk.window


@scene("reports-list")
def listed(stage: Stage) -> QWidget:
    return shown(stage, lambda desk: desk.key(Qt.Key.Key_J))


@scene("reports-empty")
def empty(stage: Stage) -> QWidget:
    return shown(stage, make=lambda: Desk(stage, told=()))


@scene("reports-nothing-found")
def nothing(stage: Stage) -> QWidget:
    return shown(stage, lambda desk: desk.panel.filters.show_text("zeppelin"))


@scene("reports-filtered")
def filtered(stage: Stage) -> QWidget:
    def do(desk: Desk) -> None:
        desk.panel.filters.status.set_value(frozenset({"new", "in_progress"}))
        desk.panel.filters.region.set_value(frozenset({"VR06"}))
        desk.panel.filters.show_text("koot hoog")
        desk.panel.filters.show_text("hoog")
        desk.panel.list.setFocus()

    return shown(stage, do)


@scene("reports-many")
def many(stage: Stage) -> QWidget:
    def do(desk: Desk) -> None:
        desk.rows(2, 3, 5, 8)
        desk.key(Qt.Key.Key_3)

    return shown(stage, do)


@scene("reports-offline")
def offline(stage: Stage) -> QWidget:
    since = stage.now - timedelta(minutes=3)

    def make() -> Desk:
        desk = Desk(
            stage, line="offline", waiting=4, oldest=timedelta(minutes=2), attention=1
        )  # fmt: skip
        desk.window.set_line(LineState("offline", since, 4, timedelta(minutes=2), attention=1))
        return desk

    def do(desk: Desk) -> None:
        desk.rows(3)
        desk.key(Qt.Key.Key_M)
        desk.rows(6, 7)
        desk.key(Qt.Key.Key_B)

    return shown(stage, do, make=make)


@scene("reports-chart")
def charted(stage: Stage) -> QWidget:
    def do(desk: Desk) -> None:
        desk.key(Qt.Key.Key_H)
        for _ in range(200):
            rest(20)
            if desk.panel.chart.drawn and desk.panel.chart.series():
                break

    return shown(stage, do)


@scene("reports-compact")
def compact(stage: Stage) -> QWidget:
    return shown(stage, make=lambda: Desk(stage, density=Density.COMPACT))


@scene("reports-roomy")
def roomy(stage: Stage) -> QWidget:
    return shown(stage, make=lambda: Desk(stage, density=Density.ROOMY))


@scene("reports-new-above")
def new_above(stage: Stage) -> QWidget:
    def do(desk: Desk) -> None:
        for _ in range(3):
            desk.key(Qt.Key.Key_J)
        for place, one in enumerate(LATER[:3]):
            desk.report(one, f"M-2026-07-{190 + place:04}-1")
        desk.room.hub.sync(desk.room.cache)
        desk.tell()
        rest(2200)  # counts follow

    return shown(stage, do)


@scene("reports-signs")
def signs(stage: Stage) -> QWidget:
    """A race that was lost, a conflict, an exercise, a test, a replaced alert, a pending change."""

    def do(desk: Desk) -> None:
        hub, cache = desk.room.hub, desk.room.cache
        alert = Told(
            9, "Code oranje: zware windstoten in het noordoosten", "", "KNMI", channel="cap",
            discipline="general", region="VR03", grade="A1",
        )  # fmt: skip
        first = desk.report(alert, external_id="knmi-1")
        desk.report(
            Told(2, "Code rood: zware windstoten in het noordoosten", "", "KNMI", channel="cap",
                 discipline="general", region="VR03", grade="A1", urgent=True),
            follows=frozenset({first}), follows_how="update",
        )  # fmt: skip
        check = Told(
            6, "NL-Alert controlebericht", "", "NCTV", channel="cap", discipline="communication"
        )
        desk.report(check, reality="test", stream="test")
        desk.report(
            Told(5, "Oefening Noordzeehaven: ontruiming terminal", "", "VRR", region="VR17"),
            reality="exercise",
        )
        hub.sync(cache)
        mine, both = desk.ids[-3], desk.ids[-2]
        desk.tell()
        desk.panel.list.reveal(cache.lines([mine])[0])
        desk.key(Qt.Key.Key_M)
        cache.edit("report", both, {"place": "Apeldoorn-West en Ugchelen"})
        hub.edit("smit", "report", mine, {"owner": ["", "p.smit"]})
        hub.edit("smit", "report", both, {"place": ["Apeldoorn-West", "Apeldoorn-Zuid"]})
        hub.sync(cache)
        cache.edit("report", desk.ids[-4], {"credibility": "1"})
        desk.panel.filters.attention.set_value(frozenset({"test"}))
        desk.panel.ask()
        desk.tell()
        rest(400)

    return shown(stage, do)


@scene("reports-incident")
def incident(stage: Stage) -> QWidget:
    def do(desk: Desk) -> None:
        desk.rows(1, 2)
        desk.key(Qt.Key.Key_I)
        QTest.keyClicks(desk.panel.dealing.incident_chooser.field, "st")

    return shown(stage, do)


@scene("reports-grade")
def grade(stage: Stage) -> QWidget:
    return shown(stage, lambda desk: desk.key(Qt.Key.Key_G))


@scene("reports-owner")
def owner(stage: Stage) -> QWidget:
    return shown(stage, lambda desk: desk.key(Qt.Key.Key_P))


@scene("reports-write")
def write(stage: Stage) -> QWidget:
    def do(desk: Desk) -> None:
        desk.key(Qt.Key.Key_N)
        form = desk.panel.writing.form()
        assert form is not None
        QTest.keyClicks(form.ui.text, "VNOG 2 pelotons Hoog Buurlo, Jansen 06-12345678 belt terug")
        rest(400)

    return shown(stage, do)


@scene("reports-keys")
def keys(stage: Stage) -> QWidget:
    return shown(stage, lambda desk: desk.window.key_sheet.open())


@scene("reports-many-read")
def long_list(stage: Stage) -> QWidget:
    """Five thousand reports, far from both ends."""

    def make() -> Desk:
        desk = Desk(stage)
        made = []
        for n in range(5000):
            one = REPORTS[n % len(REPORTS)]
            fields = {
                "title": one.title, "informant": one.informant, "status": "closed",
                "discipline": one.discipline, "region": one.region,
                "reliability": one.grade[0], "credibility": one.grade[1],
                "received_at": desk.room.before(400 + n * 7),
            }  # fmt: skip
            values = wire_values("report", fields)
            made.append(Change("report", desk.room.cache.new_id(), How.NEW, values))
        desk.room.cache.save("national", made)
        return desk

    def do(desk: Desk) -> None:
        bar = desk.panel.list.bar
        bar.setValue(bar.maximum() // 3)

    return shown(stage, do, make=make)
