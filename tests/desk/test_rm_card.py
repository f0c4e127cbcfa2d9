"""Messages of another system are shown, taken over as one act, and taken back, on a real cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication

from kcr2desk.desk.bijstand.request_column import RequestColumn
from kcr2desk.desk.bijstand.rm_card import RmCard, is_message, kind_words
from kcr2desk.exchange.edxl_rm import STEPS
from tests.desk.asking_room import AskingRoom
from tests.desk.form_room import drop_on
from tests.exchange.rm_world import element, message

ALT = Qt.KeyboardModifier.AltModifier
REQUEST = message("RequestResource", "req-9", element("line-1", what="Fire platoon", quantity="3"))


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[AskingRoom]:
    made = AskingRoom(tmp_path)
    yield made
    made.leave()


def file(room: AskingRoom, text: str) -> Path:
    target = room.cache.folder / "bericht.xml"
    target.write_text(text, encoding="utf-8")
    return target


def test_a_message_is_shown_before_it_is_taken_over_and_can_be_taken_back(
    room: AskingRoom,
) -> None:
    before = len(room.book.requests)
    card = room.open(RmCard, path=file(room, REQUEST))
    assert "Request for assistance" in card.kind.text()
    assert card.count.text().startswith("Brings: ")
    assert "request for assistance" in card.count.text()
    assert any(line.startswith("→ ") for line in card.texts())
    assert len(room.book.requests) == before  # nothing was taken over yet
    room.save()
    assert len(room.book.requests) == before + 1
    assert card.count.text() == "There is nothing new in it."
    assert not card.take_action.isEnabled()
    card.told.buttons()[0].click()  # undo
    room.settle()
    assert room.failures == []
    assert len([r for r in room.book.requests if not r.removed]) == before


def test_what_is_no_message_says_so_and_brings_nothing(room: AskingRoom) -> None:
    card = room.open(RmCard, path=file(room, "<html>hallo</html>"))
    assert card.told.text()
    assert not card.take_action.isEnabled()
    gone = room.open(RmCard, path=room.cache.folder / "weg.xml")
    assert "weg.xml cannot be read: No such file or directory" in gone.told.text()
    assert room.failures == []


def test_a_message_that_cannot_be_taken_over_says_why(room: AskingRoom) -> None:
    lost = message("ReleaseResource", "rel-1", element("x", id_="nowhere"))
    card = room.open(RmCard, path=file(room, lost))
    assert card.count.text() == "Nothing of it can be taken over."
    assert any(line.startswith("✕ ") for line in card.texts())
    room.save()
    assert room.done == []


def test_a_file_that_is_dropped_on_the_requests_opens_the_card(room: AskingRoom) -> None:
    column = RequestColumn(
        room.feed, room.cache, room.work, now=lambda: room.now, me=room.me
    )  # fmt: skip
    shown: list[RmCard] = []
    column.cardWanted.connect(shown.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file(room, REQUEST)))])
    drop_on(column, data)
    room.settle()
    (card,) = shown
    assert "Request for assistance" in card.kind.text()
    card.deleteLater()
    column.deleteLater()


def test_every_step_of_the_chain_has_words(qapp: QApplication) -> None:
    assert all(kind_words(kind) != kind for kind in STEPS)
    assert is_message("B-1.XML")
    assert not is_message("cijfers.xlsx")
