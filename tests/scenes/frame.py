"""Scenes of the frame: the window with a made-up panel, in the moods it has."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from kcr2desk.desk.line import LineState
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.window import DeskWindow
from tests.scenes import NOW, Stage, scene
from tests.scenes.fake import FakePanel, chooser, fake_finder, fake_spec


def window(stage: Stage, **options: object) -> DeskWindow:
    """The main window with one made-up panel."""
    given: dict[str, object] = {"officer": "J. de Vries", "chooser": chooser(), **options}
    made = DeskWindow(
        [fake_spec()],
        settings=MemorySettings(),
        desk_theme=stage.theme,
        language=stage.language,
        now=lambda: stage.now,
        finders=[fake_finder],
        **given,  # type: ignore[arg-type]
    )
    made.set_line(LineState("current", NOW))
    return made


@scene("frame")
def frame(stage: Stage) -> QWidget:
    return window(stage)


@scene("frame-offline")
def offline(stage: Stage) -> QWidget:
    made = window(stage)
    since = NOW - timedelta(minutes=3)
    made.set_line(LineState("offline", since, 3, timedelta(minutes=2), attention=2))
    panel = made.panel()
    assert isinstance(panel, FakePanel)
    panel.message.tell(
        "P. Smit was u voor: de melding is al in behandeling bij Utrecht.",
        "attention",
        [("Bekijken", lambda: None)],
    )
    stage.later(lambda: panel.filters._filters[0].set_value(frozenset({"Nieuw"})))
    stage.later(panel.filters._say)
    stage.later(lambda: panel.model.prepend(3))
    return made


@scene("frame-exercise")
def exercise(stage: Stage) -> QWidget:
    made = window(stage, exercise=True)
    made.set_line(LineState("sign_in", NOW - timedelta(minutes=9), 3, timedelta(minutes=8)))
    return made


@scene("frame-palette")
def palette(stage: Stage) -> QWidget:
    made = window(stage)
    stage.later(lambda: made.palette_card.open("me"))
    return made


@scene("frame-keys")
def keys(stage: Stage) -> QWidget:
    made = window(stage)
    stage.later(made.key_sheet.open)
    return made


@scene("frame-filter")
def filter_list(stage: Stage) -> QWidget:
    made = window(stage)
    panel = made.panel()
    assert isinstance(panel, FakePanel)
    button = panel.filters._filters[1]
    stage.later(lambda: button.set_value(frozenset({"Twente", "Utrecht"})))
    stage.later(button.open)
    return made


@scene("frame-menu")
def menu(stage: Stage) -> QWidget:
    made = window(stage)
    stage.later(made._officer_menu)
    return made


@scene("frame-torn-window")
def torn_window(stage: Stage) -> QWidget:
    made = window(stage, exercise=True)
    made.tear_off()
    torn = made.torn_windows()[0]
    torn.keep_alive = made  # type: ignore[attr-defined]
    return torn


@scene("frame-torn")
def torn(stage: Stage) -> QWidget:
    made = window(stage)
    stage.later(made.tear_off)
    return made
