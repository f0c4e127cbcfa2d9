"""The main window: its keys, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.desk import theme
from kcr2desk.desk.language import Language
from kcr2desk.desk.window import DeskWindow
from tests.desk.form_room import with_theme
from tests.scenes import Stage
from tests.scenes.frame import window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[DeskWindow]:
    with_theme(qapp)
    made = window(Stage(theme.current(), Language(qapp, "en")))
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def press(key: Key) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)
    QApplication.processEvents()


def test_the_key_that_shows_the_keys_closes_them_as_well(desk: DeskWindow) -> None:
    panel = desk.panel()
    assert panel is not None
    panel.setFocus()
    desk.setFocus()
    before = QApplication.focusWidget()
    for _ in range(2):
        press(Key.Key_F1)
        assert desk.key_sheet.isVisible()
        press(Key.Key_F1)
        assert not desk.key_sheet.isVisible()
        assert QApplication.focusWidget() is before
    press(Key.Key_F1)
    press(Key.Key_Escape)
    assert not desk.key_sheet.isVisible()
