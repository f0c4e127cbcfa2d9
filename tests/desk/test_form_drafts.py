"""Drafts of the report form, saving it, its files, and what looks like it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest

from kcr2desk.core.fields import FieldError
from kcr2desk.desk.parts.unfinished import UnfinishedStrip
from kcr2desk.store.errors import DiskFull
from tests.desk.form_room import CONTROL, NOTE, drop_on
from tests.scenes.form_cache import FormCache, report_line

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- drafts --------------------------------------------------------------------------------------


def test_every_keystroke_is_kept_and_an_untouched_form_leaves_nothing(enter) -> None:
    room = enter()
    assert room.cache.kept == {}
    room.type("R")
    assert room.cache.drafts()[0].typed["text"] == "R"
    room.type("ook")
    (draft,) = room.cache.drafts()
    assert draft.typed["text"] == "Rook"
    assert draft.typed["form"]["cursor"] == 4
    for _ in range(4):
        room.key(Key.Key_Backspace)
    assert room.cache.kept == {}


def test_writes_coalesce_when_the_disk_is_slow(enter) -> None:
    room = enter()
    held = threading.Event()
    room.work.do(lambda: held.wait(5))
    QTest.keyClicks(room.form.ui.text, "twintig letters lang")
    held.set()
    room.settle()
    assert room.cache.keeps <= 2
    assert room.cache.drafts()[0].typed["text"] == "twintig letters lang"


def test_esc_closes_and_keeps_and_the_strip_offers_it(enter) -> None:
    room = enter()
    room.type(NOTE)
    room.key(Key.Key_Tab)
    room.form.ui.text.put_cursor(4)
    room.form.fold.open("where")
    room.form._cursor_rests()
    room.key(Key.Key_Escape)
    assert room.closed == 1
    strip = UnfinishedStrip(room.cache, room.work, lambda: room.now, room.window)
    room.settle()
    assert not strip.isHidden()
    assert "14:05" in strip.text()
    resumed: list[Any] = []
    strip.resumeWanted.connect(resumed.append)
    strip.buttons()[0].click()
    form = room.new_form(draft=resumed[0])
    room.settle()
    typed = form.typed()
    assert typed.text == NOTE
    assert typed.cursor == 4
    assert typed.page == "where"
    assert typed.values["region"] == "VR06"
    assert form.ui.region.choice() == "VR06"


def test_the_strip_hides_what_is_open_and_brings_back_what_was_thrown_away(enter) -> None:
    room = enter()
    room.type("Rook")
    strip = UnfinishedStrip(room.cache, room.work, lambda: room.now, room.window)
    room.settle()
    (draft,) = strip.offered()
    strip.set_open([draft.id])
    assert strip.isHidden()
    strip.set_open([])
    strip.buttons()[1].click()
    room.settle()
    assert room.cache.kept == {}
    strip.buttons()[0].click()
    room.settle()
    assert list(room.cache.kept) == [draft.id]
    strip.dismiss()
    strip.refresh()
    room.settle()
    assert strip.isHidden()


def test_a_time_half_typed_is_restored_as_typed(enter) -> None:
    room = enter()
    room.type("Rook")
    room.form.fold.open("times")
    room.form.ui.occurred_at.setFocus()
    room.type("14:3x")
    form = room.new_form(draft=room.cache.drafts()[0])
    assert form.ui.occurred_at.field.text() == "14:3x"
    assert form.typed().unread == {"occurred_at": "14:3x"}


def test_discard_throws_away_and_can_be_taken_back(enter) -> None:
    room = enter()
    room.type("Rook")
    room.form.ui.discard.click()
    room.settle()
    assert room.cache.kept == {}
    assert room.value("text") == ""
    room.form.ui.message.buttons()[0].click()
    room.settle()
    assert room.value("text") == "Rook"
    assert len(room.cache.kept) == 1


def test_after_saving_the_number_stands_large_and_the_next_one_can_be_typed(enter) -> None:
    room = enter()
    room.type("Eerste")
    room.key(Key.Key_Return, CONTROL)
    band = room.form.ui.saved
    assert band.isVisible()
    assert band.number() == room.cache.records[room.saved[0]]["number"]
    assert room.cache.kept == {}
    tall = band.sizeHint().height()
    room.type("Tweede")
    assert band.sizeHint().height() < tall
    room.key(Key.Key_Return, CONTROL)
    assert [room.cache.records[r]["title"] for r in room.saved] == ["Eerste", "Tweede"]
    band.open.click()
    assert room.opened == [room.saved[1]]


def test_a_held_key_saves_once(enter) -> None:
    room = enter()
    room.type("Rook")
    room.form.save()
    room.form.save()
    room.settle()
    assert len(room.saved) == 1


def test_what_is_typed_while_it_is_saved_begins_the_next_report(enter) -> None:
    room = enter()
    room.type("Eerste")
    held = threading.Event()
    room.work.do(lambda: held.wait(5))
    room.form.save()
    QTest.keyClicks(room.form.ui.text, "Tweede")
    held.set()
    room.settle()
    assert room.cache.records[room.saved[0]]["text"] == "Eerste"
    assert room.value("text") == "Tweede"
    (draft,) = room.cache.drafts()
    assert draft.typed["text"] == "Tweede"


def test_what_is_too_long_is_said_with_its_limit(enter) -> None:
    room = enter()
    room.type("Rook")
    room.cache.fail = FieldError("too_long", "callback")
    room.form.save()
    room.settle()
    assert "60" in room.form.ui.message.text()


@pytest.mark.parametrize(
    "error", [DiskFull("full"), FieldError("too_long", "text"), ValueError("bug")]
)
def test_what_cannot_be_saved_is_said_and_stays(enter, error: Exception) -> None:
    room = enter()
    room.type("Rook")
    room.cache.fail = error
    room.form.save()
    room.settle()
    assert room.saved == []
    assert room.form.ui.message.isVisible()
    assert room.value("text") == "Rook"
    room.form.save()
    room.settle()
    assert len(room.saved) == 1


def test_a_draft_that_cannot_be_kept_is_said(enter) -> None:
    room = enter()
    room.cache.fail = DiskFull("full")
    room.type("R")
    assert room.form.ui.message.isVisible()


# --- files ---------------------------------------------------------------------------------------


def test_files_come_with_the_report_and_what_cannot_come_is_said(enter, tmp_path: Path) -> None:
    photo = tmp_path / "kamp.jpg"
    photo.write_bytes(b"jpeg")
    room = enter()
    room.type("Rook")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo)), QUrl.fromLocalFile(str(tmp_path))])
    drop_on(room.form, mime)
    room.settle()
    assert room.form.fold.page() == "files"
    assert tmp_path.name in room.form.ui.message.text()
    gone = tmp_path / "weg.pdf"
    gone.write_bytes(b"pdf")
    room.form.files.add([str(gone)])
    gone.unlink()
    room.form.save()
    room.settle()
    assert room.cache.files == [(room.saved[0], "kamp.jpg", "image/jpeg")]
    assert "weg.pdf" in room.form.ui.message.text()


# --- looks like one already there ----------------------------------------------------------------


def test_a_warning_when_it_looks_like_one_already_there_never_a_refusal(enter, qtbot) -> None:
    lines = [report_line(n, f"Rook {n}") for n in range(1, 6)]
    room = enter(FormCache(alike=lines))
    room.type("Rook Hoog Buurlo")
    qtbot.waitUntil(room.form.alike.isVisible, timeout=3000)
    assert len(room.form.alike.lines()) == 3
    room.key(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert room.opened == ["there-2"]
    room.key(Key.Key_Return, CONTROL)
    assert len(room.saved) == 1
    assert not room.form.alike.isVisible()


def test_what_was_waved_away_does_not_come_back(enter, qtbot) -> None:
    room = enter(FormCache(alike=[report_line(1, "Rook")]))
    room.type("Rook")
    qtbot.waitUntil(room.form.alike.isVisible, timeout=3000)
    room.form.alike._cross.click()
    room.type(" weer")
    qtbot.wait(500)
    assert not room.form.alike.isVisible()
