"""Scenes of bringing in a list."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.desk.repatriation.import_card import ImportCard
from tests.desk.hand_over_room import HallRoom
from tests.desk.lists import manifest, pasted_list
from tests.scenes import Stage, scene


def card_of(stage: Stage, text: str, *, first: str = "", columns: bool = False) -> QWidget:
    """A card as it lies over the panel; `first` is an earlier edition, brought in before."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    room = HallRoom(Path(tempfile.mkdtemp()), app)
    card = ImportCard(room.hall, arrival=room.arrival)
    card.room = room  # type: ignore[attr-defined]
    card.destroyed.connect(lambda _gone: room.leave())
    file = Path(tempfile.mkdtemp()) / "pax HV9001.csv"
    for edition in (first, text):
        if edition:
            file.write_text(edition, encoding="utf-8")
            card.read_files([file])
            room.settle()
            if edition is first:
                card.take()
                room.settle()
    card.told.dismiss()
    if columns:
        card.show_columns()
    stage.later(room.settle)
    stage.later(card.focus_first)
    if text:
        stage.later(lambda: card.table.selectRow(0))
    return card


@scene("import-empty")
def empty(stage: Stage) -> QWidget:
    return card_of(stage, "")


@scene("import-new")
def new(stage: Stage) -> QWidget:
    return card_of(stage, manifest())


@scene("import-edition")
def edition(stage: Stage) -> QWidget:
    return card_of(stage, manifest(edition=2), first=manifest())


@scene("import-columns")
def columns(stage: Stage) -> QWidget:
    return card_of(stage, pasted_list(), columns=True)


@scene("import-asks")
def asks(stage: Stage) -> QWidget:
    return card_of(stage, manifest(unclear=True))
