"""Scenes of requests: the column, the form and its cards, at the right of the panel."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kcr2desk.desk.bijstand.request_form import RequestForm
from kcr2desk.desk.reports.slide import SlideOver
from kcr2desk.desk.work import StoreWork
from tests.desk.request_room import OFFICER, RequestCache, moment_records
from tests.scenes import Stage, scene
from tests.scenes.fake import FakePanel
from tests.scenes.form import settle
from tests.scenes.frame import window

NOTE = "VNOG 4 pel bb, 2 wts vanaf 15:00 tot 22:00 Hoog Buurlo, Jansen 06-12345678"


class Shown:
    """The window with a card over its panel."""

    def __init__(self, stage: Stage, make: Any, **given: Any) -> None:
        self.stage = stage
        self.cache = RequestCache(moment_records())
        self.work = StoreWork("scene")
        self.window = window(stage)
        panel = self.window.panel()
        assert isinstance(panel, FakePanel)
        self.card = make(
            self.cache.feed, cast(Any, self.cache), self.work, now=lambda: stage.now, me=OFFICER,
            **given,
        )  # fmt: skip
        self.over = SlideOver(panel)
        stage.later(lambda: self.over.show(self.card))
        stage.later(lambda: settle(self.work))
        self.window.destroyed.connect(lambda: self.work.close())

    def later(self, run: Any) -> None:
        self.stage.later(run)
        self.stage.later(lambda: settle(self.work))


@scene("request-form")
def form(stage: Stage) -> QWidget:
    return Shown(stage, RequestForm).window


def noted(stage: Stage) -> Shown:
    shown = Shown(stage, RequestForm)
    shown.later(lambda: QTest.keyClicks(shown.card.ui.note, NOTE))
    shown.later(shown.card.read_note)
    return shown


@scene("request-form-noted")
def form_noted(stage: Stage) -> QWidget:
    shown = noted(stage)
    shown.later(lambda: shown.card.ui.lines.rows[1].open(True))
    return shown.window


@scene("request-form-gate")
def form_gate(stage: Stage) -> QWidget:
    shown = noted(stage)
    shown.later(lambda: shown.card.fold.open("gate"))
    shown.later(lambda: shown.card.ui.until_at.field.setText("straks"))
    shown.later(lambda: shown.card.ui.until_at.field.textEdited.emit("straks"))
    shown.later(shown.card.save)
    return shown.window


@scene("request-form-situation")
def form_situation(stage: Stage) -> QWidget:
    shown = noted(stage)
    shown.later(lambda: shown.card.fold.open("situation"))
    return shown.window


@scene("request-form-edit")
def form_edit(stage: Stage) -> QWidget:
    shown = Shown(stage, RequestForm, request="r1")
    shown.later(lambda: shown.card.fold.open("place"))
    shown.later(lambda: shown.card.ui.report_to.setText("Radio Kootwijk"))
    shown.later(lambda: shown.card.ui.report_to.textEdited.emit("Radio Kootwijk"))
    shown.later(lambda: shown.cache.others_change("assistancerequest", "r1", report_to="Kootwijk",
                                                  grip="3"))  # fmt: skip
    return shown.window


@scene("request-form-saved")
def form_saved(stage: Stage) -> QWidget:
    shown = noted(stage)
    shown.later(shown.card.save)
    return shown.window
