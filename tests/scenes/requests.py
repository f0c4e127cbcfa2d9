"""Scenes of requests: the column, the form and its cards, at the right of the panel."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kcr2desk.desk.bijstand.request_column import RequestColumn
from kcr2desk.desk.bijstand.request_form import RequestForm
from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.history import HistoryLine
from tests.desk.request_room import LIAISON, OFFICER, RequestCache, moment_records
from tests.scenes import Stage, scene
from tests.scenes.fake import FakePanel
from tests.scenes.form import settle
from tests.scenes.form_cache import ME, moment_ms
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
        self.window.destroyed.connect(lambda _gone: self.work.close())

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


class Column:
    """The window with the column at the right of its panel, and a card over it when one is
    wanted."""

    def __init__(self, stage: Stage, request: str = "r1", me: Any = OFFICER) -> None:
        self.stage = stage
        self.cache = RequestCache(moment_records())
        self.work = StoreWork("scene")
        self.window = window(stage)
        panel = self.window.panel()
        assert isinstance(panel, FakePanel)
        self.column = RequestColumn(
            self.cache.feed, cast(Any, self.cache), self.work, now=lambda: stage.now, me=me
        )
        self.over = SlideOver(panel)
        self.beside = SlideOver(panel)
        self.column.cardWanted.connect(self.over.show)
        stage.later(lambda: self.beside.show(self.column))
        stage.later(lambda: self.column.show_request(request))
        stage.later(lambda: settle(self.work))
        self.window.destroyed.connect(lambda _gone: self.work.close())

    def run(self, name: str) -> None:
        self.later(lambda: self.column.run(name))

    def later(self, run: Any) -> None:
        self.stage.later(run)
        self.stage.later(lambda: settle(self.work))

    def card(self) -> Any:
        return self.over.content()


def history() -> list[Any]:
    at = moment_ms(13, 40)
    told = (("status", "submitted", "in_treatment"), ("grip", "1", "2"))
    edits = [
        HistoryLine("p.smit", at, at, "d-3F9A", name, was, now, "edit", "applied", False, "c2")
        for name, was, now in told
    ]
    made = moment_ms(12, 5)
    return [
        *edits,
        HistoryLine("j.devries", made, made, ME.device, "", None, None, "new", "applied", False,
                    "c1"),
    ]  # fmt: skip


@scene("requests")
def requests(stage: Stage) -> QWidget:
    shown = Column(stage)
    shown.cache.lines = history()
    return shown.window


@scene("requests-line")
def requests_line(stage: Stage) -> QWidget:
    shown = Column(stage)
    shown.later(lambda: shown.column.show_line("l1"))
    return shown.window


@scene("requests-island")
def requests_island(stage: Stage) -> QWidget:
    return Column(stage, "r4").window


@scene("requests-submitted")
def requests_submitted(stage: Stage) -> QWidget:
    return Column(stage, "r3").window


@scene("requests-liaison")
def requests_liaison(stage: Stage) -> QWidget:
    return Column(stage, "r2", LIAISON).window


@scene("requests-neighbour")
def requests_neighbour(stage: Stage) -> QWidget:
    return Column(stage, "r5").window


@scene("request-judge")
def judge(stage: Stage) -> QWidget:
    shown = Column(stage, "r3")
    shown.run("judge")
    shown.later(lambda: shown.card().choice.set_value("agreed"))
    shown.later(lambda: shown.card().mandate.setText("Mandaatbesluit JenV 2027, art. 4"))
    shown.later(lambda: shown.card().edited(""))
    return shown.window


@scene("request-status")
def status(stage: Stage) -> QWidget:
    shown = Column(stage)
    shown.run("status")
    shown.later(lambda: shown.card().status.set_choice("withdrawn"))
    shown.later(lambda: shown.card().edited("status"))
    shown.later(lambda: shown.card().record())
    return shown.window


@scene("request-line-end")
def line_end(stage: Stage) -> QWidget:
    shown = Column(stage)
    shown.later(lambda: shown.column.show_line("l2"))
    shown.run("end")
    shown.later(lambda: shown.card().ended.set_choice("unable"))
    shown.later(lambda: shown.card().edited("ended"))
    return shown.window


@scene("request-burenhulp")
def burenhulp(stage: Stage) -> QWidget:
    shown = Column(stage)
    shown.run("neighbour")
    shown.later(lambda: shown.card().note.setText("VR07 gaf 2 pelotons aan VR06 tot 22:00"))
    shown.later(lambda: shown.card().read_note())
    return shown.window


@scene("request-gate-table")
def gate_table(stage: Stage) -> QWidget:
    shown = Column(stage)
    shown.run("gate")
    return shown.window
