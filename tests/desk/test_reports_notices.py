"""The line under the list: what passes goes by itself, what needs attention comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kcr2desk.desk.reports import notices
from kcr2desk.desk.reports.notices import NoticeLine
from tests.desk.form_room import with_theme
from tests.desk.reports_room import wait

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def line(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[NoticeLine]:
    with_theme(qapp)
    monkeypatch.setattr(notices, "STAYS", {"good": 60, "muted": 60})
    made = NoticeLine()
    made.show()
    made.hide()
    yield made
    made.close()
    made.deleteLater()


def test_what_was_done_is_told_for_a_while(line: NoticeLine) -> None:
    line.say("Done", "good")
    assert line.isVisible()
    wait(150)
    assert not line.isVisible()


def test_attention_stays_until_it_is_closed(line: NoticeLine) -> None:
    line.say("Smit was first", "attention")
    wait(150)
    assert line.text() == "Smit was first"
    line.dismiss()
    assert not line.isVisible()


def test_attention_comes_back_after_what_passes(line: NoticeLine) -> None:
    line.say("Smit was first", "attention")
    line.say("Done", "good")
    assert line.text() == "Done"
    wait(150)
    assert line.isVisible()
    assert line.text() == "Smit was first"


def test_closing_what_passes_does_not_close_what_stays(line: NoticeLine) -> None:
    line.say("One", "attention")
    line.say("Two", "attention")
    line.say("Done", "good")
    line.dismiss()
    assert line.text() == "Two"
    line.dismiss()
    assert line.text() == "One"
    line.dismiss()
    assert not line.isVisible()
