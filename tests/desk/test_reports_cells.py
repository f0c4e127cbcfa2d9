"""What a row of the list says, and which words of it are marked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kcr2desk.desk import kit
from kcr2desk.desk.reports import columns
from kcr2desk.store.query import ReportLine
from tests.desk.form_room import with_theme
from tests.desk.lines import line
from tests.scenes import NOW

KEYS = [column.key for column in columns.columns()]


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> None:
    with_theme(qapp)


def cell(key: str, told: ReportLine, search: str = "", *, left: bool = False) -> kit.Cell:
    return columns.cells(told, NOW, "jansen", search, left=left)[KEYS.index(key)]


def test_unread_stands_out_by_its_weight_and_by_nothing_else() -> None:
    assert cell("title", line(unread=True)).strong
    assert cell("time", line(unread=True)).strong
    assert not cell("title", line()).strong
    assert cell("title", line(unread=True)).tone == cell("title", line()).tone == "text"


def test_urgent_has_an_edge_and_a_sign_until_it_is_acknowledged() -> None:
    urgent = line(urgent=True)
    assert columns.row_tone(urgent) == "urgent"
    assert (cell("title", urgent).icon, cell("title", urgent).icon_tone) == ("alert", "urgent")
    seen = line(urgent=True, acknowledged_by="smit")
    assert columns.row_tone(seen) == ""
    assert (cell("title", seen).icon, cell("title", seen).icon_tone) == ("alert", "muted")
    assert "smit" in cell("title", seen).tip
    assert columns.row_tone(line(urgent=True, status="closed")) == ""


def test_an_exercise_can_never_look_real() -> None:
    for reality in ("exercise", "test"):
        told = line(reality=reality)
        assert cell("title", told).tag
        assert cell("title", told).tag_tone == "exercise"
        assert columns.row_tone(told) == "exercise"
    assert not cell("title", line()).tag


def test_an_alert_that_was_withdrawn_is_struck_and_says_so() -> None:
    gone = cell("title", line(superseded="cancel", urgent=True))
    assert gone.strike
    assert gone.tone == "muted"
    assert gone.tag
    assert columns.row_tone(line(superseded="cancel", urgent=True)) == ""


def test_signs_say_what_waits_and_their_meaning_is_in_the_tip() -> None:
    told = cell("title", line(pending=True, conflict=True, attachments=2))
    assert [icon for icon, _ in told.signs] == ["conflict", "wait", "paperclip"]
    assert len(told.tip.splitlines()) >= 5
    assert not cell("title", line()).signs


@pytest.mark.parametrize(
    ("minutes", "status", "old"),
    [(119, "new", False), (121, "new", True), (121, "in_progress", True), (500, "closed", False)],
)
def test_what_is_still_worked_on_grows_old(minutes: int, status: str, old: bool) -> None:
    assert cell("age", line(minutes=minutes, status=status)).old is old


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(minutes=3), "14:02"),
        (timedelta(hours=23), "15:05"),
        (timedelta(days=3), "11"),
        (timedelta(days=400), "6-2025"),
        (timedelta(minutes=-10), "14:15"),
    ],
)
def test_a_time_is_as_short_as_is_clear(ago: timedelta, text: str) -> None:
    assert text in columns.short_moment(NOW - ago, NOW)


def test_a_grade_that_judges_nothing_is_blank() -> None:
    assert cell("grade", line()).text == ""
    assert cell("grade", line(reliability="B", credibility="2")).text == "B2"


def test_a_report_without_a_time_of_receipt_stands_where_it_was_made() -> None:
    told = line(received_at=None)
    assert columns.received(told).replace(microsecond=0) == (NOW - timedelta(minutes=5))


def test_the_owner_is_me_or_a_name() -> None:
    assert cell("owner", line(owner="jansen")).icon == "person"
    assert cell("owner", line(owner="smit")).text == "smit"
    assert cell("owner", line()).text == ""


def test_what_a_search_found_is_marked_in_title_and_source() -> None:
    told = line(title="Rookpluim boven Radio Kootwijk", informant="Meldkamer Kootwijk")
    assert cell("title", told, "rook koot").marks == ((0, 9), (22, 8))
    assert cell("source", told, "koot").marks == ((10, 8),)
    assert cell("title", told).marks == ()
