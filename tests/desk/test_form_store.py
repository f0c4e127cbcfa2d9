"""The report form on the real, encrypted store; and what is left when the desk is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcr2desk.core.fields import moment
from kcr2desk.desk.parts.form_state import from_kept
from kcr2desk.desk.reports.drop_reading import bring_in
from kcr2desk.signing import new_key
from kcr2desk.store.cache import Cache
from tests.desk.form_room import CONTROL, NOTE, Room, with_theme
from tests.exchange.cap_samples import cap
from tests.scenes import NOW
from tests.scenes.form_cache import ME

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
OFFICER = replace(ME, device_key=new_key())


def open_cache(folder: Path, key: bytes = KEY) -> Cache:
    cache = Cache.open(folder, key, clock=lambda: round(NOW.timestamp() * 1000), reserve_bytes=4096)
    if cache.identity is None:
        cache.set_identity(OFFICER)
    return cache


@pytest.fixture
def on(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Room]]:
    """A form on a real cache in a folder of its own."""
    with_theme(qapp)
    rooms: list[Room] = []

    def make(**given: object) -> Room:
        cache = rooms[0].cache if rooms else open_cache(tmp_path / "cache")
        rooms.append(Room(cache, **given))
        return rooms[-1]

    yield make
    for room in rooms:
        room.leave()
    if rooms:
        rooms[0].cache.close()


def test_a_report_is_saved_with_all_that_was_taken(on) -> None:
    room = on()
    room.type(NOTE)
    for _ in range(7):
        room.key(Qt.Key.Key_Tab)
    assert len(room.cache.drafts("report")) == 1
    room.key(Qt.Key.Key_Return, CONTROL)
    report = room.cache.get("report", room.saved[0])
    assert report.title == NOTE
    assert (report.region, report.caller, report.callback) == ("VR06", "Jansen", "06 12345678")
    assert report.quantities == frozenset({"2 platoon"})
    assert report.received_at == moment(round(NOW.timestamp() * 1000))
    assert report.entered_at is not None
    assert room.form.ui.saved.number() == report.number != ""
    assert room.cache.drafts("report") == ()
    assert len(room.cache.pending()) == 1


def test_files_are_kept_in_the_store(on, tmp_path: Path) -> None:
    photo = tmp_path / "kamp.jpg"
    photo.write_bytes(b"jpeg" * 100)
    room = on()
    room.type("Rook")
    room.form.files.add([str(photo)])
    room.form.save()
    room.settle()
    (attachment,) = room.cache.all("attachment", about=room.saved[0])
    assert (attachment.name, attachment.media_type) == ("kamp.jpg", "image/jpeg")
    assert room.cache.file(attachment.digest) == b"jpeg" * 100


def test_a_change_sends_only_what_was_changed(on) -> None:
    first = on()
    report = first.cache.create("report", {"title": "Rook", "place": "Ede", "caller": "Jansen"})
    room = on(report=report)
    room.form.fold.open("where")
    room.form.ui.place.setFocus()
    room.form.ui.place.selectAll()
    room.type("Wekerom")
    room.key(Qt.Key.Key_Return, CONTROL)
    values = room.cache.values("report", report)
    assert (values["place"], values["caller"]) == ("Wekerom", "Jansen")
    newest = room.cache.history("report", report)[0]
    assert (newest.field, newest.was, newest.now) == ("place", "Ede", "Wekerom")


def test_a_change_made_at_this_desk_is_told_at_the_field(on) -> None:
    first = on()
    report = first.cache.create("report", {"title": "Rook", "caller": "Jansen"})
    room = on(report=report)
    room.cache.edit("report", report, {"caller": "M. Jansen"})
    room.settle()
    assert room.form.ui.caller.text() == "M. Jansen"
    assert OFFICER.account in room.form.ui.caller_notice.text()


def test_it_warns_of_one_already_there(on, qtbot) -> None:
    room = on()
    there = room.cache.create(
        "report",
        {
            "title": "VNOG 2 pelotons Hoog Buurlo",
            "text": "VNOG 2 pelotons Hoog Buurlo voor de heidebrand",
            "place": "Hoog Buurlo",
            "municipality": "GM0200",
            "region": "VR06",
        },
    )
    room.type(NOTE)
    for _ in range(7):
        room.key(Qt.Key.Key_Tab)
    qtbot.waitUntil(room.form.alike.isVisible, timeout=3000)
    assert [line.id for line in room.form.alike.lines()] == [there]


def test_an_alert_dropped_twice_is_one_report(tmp_path: Path) -> None:
    file = tmp_path / "knmi.cap"
    file.write_bytes(cap().encode())
    with open_cache(tmp_path / "cache") as cache:
        first = bring_in(cache, file, now=NOW, language="nl")
        again = bring_in(cache, file, now=NOW, language="nl")
        assert (len(first.new), first.problems) == (1, ())
        assert again.known == first.new
        attachment: Any = cache.all("attachment", about=first.new[0])[0]
        assert cache.file(attachment.digest) == cap().encode()


# --- killed while typing -------------------------------------------------------------------------

DESK = """
import sys
from pathlib import Path
from typing import Any
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desk.form_room import Room, with_theme
from tests.desk.test_form_store import open_cache

app = QApplication([])
with_theme(app)
cache = open_cache(Path(sys.argv[1]))
room = Room(cache)
text = "VNOG vraagt 2 pelotons, "
typed = 0
while True:
    QTest.keyClicks(room.form.ui.text, text[typed % len(text)])
    typed += 1
    QApplication.processEvents()
    kept = cache.drafts("report")
    print(len(kept[0].typed["text"]) if kept else 0, flush=True)
"""


def killed_while_typing(folder: Path, letters: int) -> int:
    """Start a desk, let it type, kill it without warning; returns how much it knew to be kept."""
    desk = subprocess.Popen(
        [sys.executable, "-c", DESK, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[2],
    )
    known = 0
    assert desk.stdout is not None
    try:
        for line in desk.stdout:
            known = int(line)
            if known >= letters:
                break
    finally:
        desk.send_signal(signal.SIGKILL)
        desk.wait(20)
        desk.stdout.close()
    assert known >= letters, "the desk ended before it had typed that much"
    return known


def test_killed_while_typing_the_draft_is_there_for_the_officer_who_typed_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    with_theme(qapp)
    folder = tmp_path / "cache"
    known = killed_while_typing(folder, 30)
    with open_cache(folder) as cache:
        (draft,) = cache.drafts("report")
        typed = from_kept(draft.typed)
        assert len(typed.text) >= known
        assert typed.text.startswith("VNOG vraagt 2 pelotons, VNOG")
        assert typed.cursor == len(typed.text)
        room = Room(cache, draft=draft)
        try:
            assert room.value("text") == typed.text
            assert room.chips()["region VR06"] == "offered"
            room.key(Qt.Key.Key_Return, CONTROL)
            assert cache.drafts("report") == ()
            assert cache.values("report", room.saved[0])["text"] == typed.text  # type: ignore[index]
        finally:
            room.leave()


def test_another_officer_of_the_same_workstation_is_offered_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_cache(tmp_path / "jansen") as mine:
        with_theme(qapp)
        room = Room(mine)
        room.type("Rook")
        room.leave()
        assert len(mine.drafts()) == 1
    with open_cache(tmp_path / "smit", OTHER_KEY) as other:
        assert other.drafts() == ()


def test_a_moment_in_a_draft_is_a_moment_in_the_report(on) -> None:
    room = on()
    room.type("Vuur sinds 13:50")
    for _ in range(3):
        if room.value("occurred_at") is None:
            room.key(Qt.Key.Key_Tab)
    room.key(Qt.Key.Key_Return, CONTROL)
    report = room.cache.get("report", room.saved[0])
    assert report.occurred_at == datetime(2026, 7, 14, 11, 50, tzinfo=UTC)
