"""Scenes of the registration desk: empty, a passport, a family, no document, after saving."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.repatriation.registration import RegistrationView
from kcr2desk.desk.repatriation.registration_scan import ScanLine
from tests.desk.passports import FAMILY, WRONG
from tests.scenes import Stage, scene
from tests.scenes.hall import HallScene

RETURN, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


class Desk(HallScene):
    """A registrar's desk, driven by keys."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        ScanLine.DEAF_MS = 0
        self.view = RegistrationView(self.hall)
        self.view.set_arrival(self.hall.book.arrivals[0].id)
        held = QWidget()
        page = QVBoxLayout(held)
        page.setContentsMargins(theme.L, 0, theme.L, theme.S)
        page.addSpacing(38)  # the views, and the arrival
        page.addWidget(self.view)
        self.within(held)
        self.later(self.view.focus_first)

    def scan(self, *documents: tuple[str, ...]) -> Desk:
        for lines in documents:
            for line in lines:
                self.later(partial(self._line, line))
        return self

    def _line(self, line: str) -> None:
        QTest.keyClicks(self.view.scan, line)
        QTest.keyClick(self.view.scan, RETURN)

    def type(self, text: str) -> Desk:
        self.later(lambda: QTest.keyClicks(self.view.scan, text))
        self.later(lambda: QTest.qWait(40))
        return self

    def key(self, key: Qt.Key) -> Desk:
        self.later(lambda: QTest.keyClick(self.view.scan, key))
        return self

    def act(self, name: str) -> Desk:
        self.later(lambda: getattr(self.view.keys, name).trigger())
        return self


@scene("register-empty")
def empty(stage: Stage) -> QWidget:
    return Desk(stage).window


@scene("register-typing")
def typing(stage: Stage) -> QWidget:
    return Desk(stage).type("bak").key(DOWN).window


@scene("register-wrong-digit")
def wrong_digit(stage: Stage) -> QWidget:
    return Desk(stage).scan(WRONG).window


@scene("register-family")
def family(stage: Stage) -> QWidget:
    desk = Desk(stage).scan(*FAMILY)
    desk.later(lambda: desk.view.acts.open_section("onward"))
    desk.later(lambda: QTest.keyClicks(desk.view.form.fields.lines["street"], "Dorpsstraat 12"))
    desk.later(lambda: QTest.keyClicks(desk.view.form.fields.lines["city"], "Ede"))
    return desk.window


@scene("register-no-document")
def no_document(stage: Stage) -> QWidget:
    desk = Desk(stage).act("no_document")
    spoken = desk.view.form.fields.lines["spoken_name"]
    desk.later(lambda: QTest.keyClicks(spoken, "Amira, dochter van Yusuf"))
    desk.later(lambda: desk.view.acts.open_section("needs"))
    for need in ("medication", "interpreter"):
        desk.later(partial(desk.view.form.needs.toggled.emit, need))
    return desk.window


@scene("register-saved")
def saved(stage: Stage) -> QWidget:
    return Desk(stage).scan(WRONG).act("save").window


@scene("register-saved-family")
def saved_family(stage: Stage) -> QWidget:
    return Desk(stage).scan(*FAMILY).act("save").window


@scene("register-refused")
def refused(stage: Stage) -> QWidget:
    desk = Desk(stage)
    desk.later(lambda: desk.view.acts.end("refused"))
    return desk.window


@scene("register-minor")
def minor(stage: Stage) -> QWidget:
    return Desk(stage).scan(FAMILY[-1]).window
