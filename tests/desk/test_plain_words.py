"""What others wrote is shown as they wrote it: no markup of theirs is carried out anywhere.

Qt takes a text that looks like HTML for HTML, and fetches the pictures that it names.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from tests.desk.form_room import Room, with_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
HOSTILE = '<img src="file:////example.org/share/x.png"><b>Handcrew</b>'


@pytest.mark.parametrize("text", [HOSTILE, "<qt>x</qt>"])
def test_a_tool_tip_is_plain(qapp: QApplication, qtbot, text: str) -> None:
    with_theme(qapp)
    button = QPushButton("Peloton")
    qtbot.addWidget(button)
    button.show()
    for at in (QPoint(1, 1), QPoint(2, 2)):  # made, and used again
        QToolTip.showText(at, text, button)
        tips = [w for w in qapp.topLevelWidgets() if w.metaObject().className() == "QTipLabel"]
        formats = {w.textFormat() for w in tips if isinstance(w, QLabel)}
        assert formats == {Qt.TextFormat.PlainText}
    QToolTip.hideText()


def test_what_was_read_in_a_report_is_plain(enter: Callable[..., Room]) -> None:
    assert enter().form.ui.hint.textFormat() is Qt.TextFormat.PlainText
