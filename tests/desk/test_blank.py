"""The cover over what shows persons: when it comes, what is under it, how it goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from kcr2desk.desk import shortcuts
from kcr2desk.desk.kit import FilterButton, FilterOption, Overlay
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.repatriation.blank import AFTER, IdleBlank
from tests.desk.form_room import with_theme

SECRET = "SPECI2014"


class Page:
    """A page with a person on it, in a window; `idle` lets time pass."""

    def __init__(self, app: QApplication) -> None:
        with_theme(app)
        self.at = 1000.0
        self.window = QWidget()
        self.window.resize(600, 400)
        self.page = QWidget()
        self.field = QLineEdit()
        self.field.setToolTip(SECRET)
        self.ran: list[str] = []
        self.action = shortcuts.command(self.page, "Ctrl+B", lambda: self.ran.append("b"))
        QVBoxLayout(self.page).addWidget(self.field)
        outer = QVBoxLayout(self.window)
        outer.addWidget(self.page)
        self.settings = MemorySettings()
        self.blank = IdleBlank(
            self.page, who="J. Jansen", settings=self.settings, seconds=lambda: self.at
        )
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window, 1000)
        self.field.setFocus()
        QTest.keyClicks(self.field, SECRET)

    def idle(self, seconds: float) -> None:
        """Nobody does anything for so long."""
        self.at += seconds
        self.blank._look()
        QApplication.processEvents()

    def covers_after(self, seconds: float) -> bool:
        """Whether it covers when nobody did anything for so long."""
        self.idle(seconds)
        return self.blank.covers

    def key(self, key: Qt.Key) -> None:
        """A key as the system gives it."""
        QTest.keyClick(self.window.windowHandle(), key)
        QApplication.processEvents()

    def shows(self) -> bool:
        """Whether anything of the field is seen."""
        covered = self.window.grab().toImage()
        self.field.setText("")
        empty = self.window.grab().toImage()
        self.field.setText(SECRET)
        return bool(covered != empty)


@pytest.fixture
def page(qapp: QApplication) -> Iterator[Page]:
    made = Page(qapp)
    yield made
    QGuiApplication.clipboard().clear()
    made.window.close()
    made.window.deleteLater()
    QApplication.processEvents()


def test_it_covers_after_three_minutes_and_not_before(page: Page) -> None:
    assert page.blank.after == AFTER == timedelta(minutes=3)
    assert not page.covers_after(179)
    assert page.covers_after(1)
    assert page.blank.geometry() == page.page.rect()
    assert "J. Jansen" in page.blank.accessibleName()


def test_keys_and_the_mouse_keep_it_away(page: Page) -> None:
    for _ in range(3):
        page.idle(170)
        page.key(Qt.Key.Key_Shift)
    QTest.mouseMove(page.window.windowHandle(), QPoint(20, 20))
    page.idle(170)
    QTest.mouseMove(page.window.windowHandle(), QPoint(40, 20))
    page.idle(170)
    assert not page.blank.covers


def test_nothing_of_a_person_is_seen(page: Page) -> None:
    page.idle(200)
    assert not page.shows()
    assert SECRET not in page.window.windowTitle()
    at = page.blank.mapToGlobal(QPoint(30, 30))
    QApplication.sendEvent(page.blank, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(30, 30), at))
    assert not QToolTip.isVisible()


def test_a_key_brings_it_back_and_is_not_typed(page: Page) -> None:
    page.idle(200)
    assert page.blank.hasFocus()
    page.key(Qt.Key.Key_X)
    assert not page.blank.covers
    assert page.field.hasFocus()
    assert page.field.text() == SECRET
    assert page.field.cursorPosition() == len(SECRET)
    page.key(Qt.Key.Key_X)
    assert page.field.text() == f"{SECRET}x"


def test_a_click_brings_it_back(page: Page) -> None:
    page.idle(200)
    QTest.mouseClick(page.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert not page.blank.covers
    page.idle(179)
    assert not page.blank.covers


def test_keys_of_the_page_do_nothing_under_it(page: Page) -> None:
    page.idle(200)
    QTest.keyClick(page.window.windowHandle(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.ran == []
    assert not page.blank.covers
    QTest.keyClick(page.window.windowHandle(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.ran == ["b"]


def test_what_was_copied_from_the_page_goes_and_what_came_from_elsewhere_stays(
    page: Page,
) -> None:
    page.field.selectAll()
    page.field.copy()
    assert QGuiApplication.clipboard().text() == SECRET
    page.idle(200)
    assert QGuiApplication.clipboard().text() == ""
    page.key(Qt.Key.Key_Space)
    page.field.clearFocus()
    QGuiApplication.clipboard().setText("elsewhere")
    page.idle(200)
    assert QGuiApplication.clipboard().text() == "elsewhere"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_lists_and_cards_over_the_page_go(page: Page) -> None:
    choice = FilterButton(parent=page.page)
    choice.set_options([FilterOption(SECRET, SECRET)])
    choice.show()
    choice.open()
    card = Overlay(page.window, 200)
    card.open()
    page.idle(200)
    assert not choice.popup().isVisible()
    assert not card.isVisible()


def test_a_card_that_comes_later_comes_under_it(page: Page) -> None:
    page.idle(200)
    late = QWidget(page.page)
    late.setGeometry(0, 0, 100, 100)
    late.setAutoFillBackground(True)
    late.show()
    late.raise_()
    QApplication.processEvents()
    assert page.page.children()[-1] is page.blank


def test_it_follows_the_size_of_the_page(page: Page) -> None:
    page.idle(200)
    page.window.resize(700, 500)
    QApplication.processEvents()
    assert page.blank.geometry() == page.page.rect()


def test_a_page_that_is_not_seen_is_not_covered_and_waits_for_nothing(page: Page) -> None:
    page.page.hide()
    timers = page.blank.findChildren(QTimer)
    assert not any(timer.isActive() for timer in timers)
    page.idle(900)
    assert not page.blank.covers
    page.page.show()
    assert not page.blank.covers
    page.idle(180)
    assert page.blank.covers


def test_how_long_is_a_setting_of_the_desk(page: Page) -> None:
    assert page.blank.after == timedelta(minutes=3)
    page.blank.next_minutes()
    assert page.blank.after == timedelta(minutes=5)
    page.idle(200)
    assert not page.blank.covers
    again = IdleBlank(QWidget(page.window), settings=page.settings)
    assert again.after == timedelta(minutes=5)
    page.blank.next_minutes()
    page.blank.next_minutes()
    assert page.blank.after == timedelta(minutes=1)


def test_the_screen_can_be_covered_at_once(page: Page) -> None:
    page.blank.now_action.trigger()
    assert page.blank.covers
