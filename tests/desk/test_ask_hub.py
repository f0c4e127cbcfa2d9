"""What the cards save passes the hub's own rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcr2desk.core.bijstand import Proposal
from kcr2desk.core.changes import Cursor
from kcr2desk.desk.bijstand.answers import AnswersCard
from kcr2desk.desk.bijstand.ask import AskCard
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.bijstand.follow import FollowCard
from kcr2desk.desk.bijstand.inventory import InventoryCard
from tests.desk.asking_room import AskingRoom
from tests.desk.small_hub import STREAMS, HandClock, SmallHub
from tests.scenes import NOW
from tests.scenes import asking_data as data

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[AskingRoom]:
    made = AskingRoom(tmp_path)
    yield made
    made.leave()


def hub_of(room: AskingRoom) -> SmallHub:
    """A hub to which everything of the room is new."""
    cache = room.cache
    began = {stream: Cursor() for stream in STREAMS}
    cache.carry_out(replace(cache.state, epoch="e1", cursors=began, wanted=()), ())
    return SmallHub(HandClock(NOW))


def test_what_the_cards_save_is_taken_by_the_hub(room: AskingRoom) -> None:
    hub = hub_of(room)
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    assert card.chosen
    room.save()
    answers = room.open(AnswersCard, request=data.REQUEST)
    answers.choose("VR04")
    room.key(Key.Key_Y)
    room.type("P. Smit")
    room.key(Key.Key_Return)
    answers.choose("VR04")
    room.key(Key.Key_T, ALT)
    commit = room.open(CommitCard, line=data.LINE, owner="VR05")
    commit.quantity.setValue(3)  # the board says 2
    commit.word.set_value("owner")
    commit.authority.setText("A. Bakker")
    commit.how.set_choice("phone")
    room.save()
    room.open(FollowCard, commitment=data.GIVEN)
    room.key(Key.Key_2)
    hub.sync(room.cache)
    assert [(r.code, r.fields) for r in room.cache.attention().refusals] == []
    assert room.cache.facts().waiting == 0


def test_what_a_proposal_and_an_inventory_save_is_taken_by_the_hub(room: AskingRoom) -> None:
    hub = hub_of(room)
    before = len(room.book.inquiries())
    card = room.propose()
    assert card.chosen
    room.save()
    proposed = len(room.book.inquiries())
    assert proposed > before
    assert room.book.all("proposal")
    inventory = room.open(InventoryCard, types=["pump", "handcrew"])
    assert inventory.chosen
    room.save()
    assert len(room.book.inquiries()) == proposed + len(inventory.chosen)
    hub.sync(room.cache)
    assert [(r.code, r.fields) for r in room.cache.attention().refusals] == []
    assert room.cache.facts().waiting == 0


def test_none_of_a_proposal_taken_is_kept_too(room: AskingRoom) -> None:
    hub = hub_of(room)
    room.propose()
    room.key(Key.Key_N, ALT)
    hub.sync(room.cache)
    assert room.cache.attention().refusals == ()
    (kept,) = room.book.all("proposal")
    assert isinstance(kept, Proposal)
    assert kept.taken == "none"
