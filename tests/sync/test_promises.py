"""Promises across desks: the hub rules, nobody's promise counts twice, and who lost is told."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

from kcr2desk.core.bijstand import capacity_id
from kcr2desk.core.book import Book, records_of
from kcr2desk.core.changes import Change, How
from kcr2desk.core.holding import peak
from kcr2desk.core.prediction import raise_for
from kcr2desk.core.records import wire_values
from kcr2desk.core.text import Json
from kcr2desk.headless import Desk
from tests.sync.conftest import Desks
from tests.sync.equal import assert_equal
from tests.sync.test_together import synced

NOW = datetime(2026, 7, 24, 14, tzinfo=UTC)
OWN = {"owner": "VR06", "resource": "fire_platoon", "source": "VR06"}
CAPACITY = capacity_id("national", "VR06", "fire_platoon")


def book(desk: Desk) -> Book:
    return records_of(desk.all)


def says(desk: Desk, available: int) -> None:
    """Note what VR06 has."""
    if desk.get("capacity", CAPACITY) is None:
        desk.cache.create("capacity", {**OWN, "available": available}, id=CAPACITY)
    else:
        desk.edit("capacity", CAPACITY, available=available)


def promise(desk: Desk, quantity: int, **more: object) -> str:
    fields = {"from_at": NOW, "until_at": NOW + timedelta(hours=8), **OWN, **more}
    return desk.save("commitment", quantity=quantity, **fields)


def word_of_owner(desk: Desk, quantity: int) -> str:
    """Save the owner's own promise; it raises the number where this desk sees less."""
    fields = {
        **OWN, "quantity": quantity, "from_at": NOW, "until_at": NOW + timedelta(hours=8),
        "word": "owner", "authority": "Voorzitter VR06", "how": "phone",
    }  # fmt: skip
    values: dict[str, Json] = wire_values("commitment", fields)
    made = desk.cache.new_id()
    at = round(NOW.timestamp() * 1000)
    full = {"status": "promised", **values}
    raised = raise_for(book(desk), "national", made, full, now=at, by="jansen")
    changes = [Change("commitment", made, How.NEW, values)]
    desk.cache.save("national", [*changes, *([raised] if raised else [])])
    return made


def codes(desk: Desk) -> list[str]:
    return [refusal.code for refusal in desk.attention().refusals]


def test_two_offline_desks_cannot_both_promise_the_last(desks: Desks, dsn: str) -> None:
    one, other = desks.open("one"), desks.open("other", "devries")
    says(one, 3)
    synced(one, other)
    first, second = promise(one, 2), promise(other, 2)
    synced(one, other)
    assert codes(one) == []
    assert codes(other) == ["over_committed"]
    assert other.attention().refusals[0].changes[0].id == second
    assert peak(book(one).holds("VR06", "fire_platoon")) == 2
    assert one.get("commitment", first) == other.get("commitment", first)
    other.cache.discard(other.attention().refusals[0].id)
    synced(one, other)
    assert_equal(dsn, one, other)


def test_a_named_unit_serves_one_at_a_time_whatever_the_word(desks: Desks, dsn: str) -> None:
    one, other = desks.open("one"), desks.open("other", "devries")
    fields = {"owner": "DEF", "resource": "fire_bucket", "source": "DEF"}
    unit = one.save("unit", name="Chinook 1", **fields)
    synced(one, other)
    word = {"word": "owner", "authority": "DOC", "how": "phone", "unit": unit, **fields}
    promise(one, 1, **word)
    promise(other, 1, **word)
    later = promise(other, 1, **{**word, "from_at": NOW + timedelta(hours=8), "until_at": None})
    synced(one, other)
    assert codes(one) == []
    assert codes(other) == ["unit_taken"]
    assert one.get("commitment", later) is not None


def test_the_owner_s_word_raises_the_number_and_who_did_not_know_loses(
    desks: Desks, dsn: str
) -> None:
    one, other = desks.open("one"), desks.open("other", "devries")
    says(one, 4)
    synced(one, other)
    word_of_owner(one, 6)  # our number was old
    word_of_owner(other, 4)  # the same platoons, heard on another phone
    synced(one, other)
    assert one.get("capacity", CAPACITY).available == 6
    assert codes(one) == []
    assert codes(other) == ["over_committed"]
    assert peak(book(one).holds("VR06", "fire_platoon")) == 6


def test_a_region_lowers_its_number_below_what_it_promised(desks: Desks, dsn: str) -> None:
    one, region = desks.open("one"), desks.open("region", "vnog")
    says(one, 4)
    synced(one, region)
    promise(one, 4)
    synced(one, region)
    region.edit("capacity", CAPACITY, available=1)
    synced(region, one)
    assert codes(region) == codes(one) == []
    assert one.get("capacity", CAPACITY).available == 1
    held = book(one).holds("VR06", "fire_platoon")
    assert peak(held) == 4  # an alarm, for people
    released = book(one).commitments(owner="VR06")[0]
    one.edit("commitment", released.id, quantity=3)
    synced(one, region)
    assert codes(one) == []
    one.edit("commitment", released.id, quantity=4)
    synced(one, region)
    assert codes(one) == ["over_committed"]


def test_a_region_answers_what_it_is_asked_and_does_not_alter_the_question(
    desks: Desks, dsn: str
) -> None:
    room, region = desks.open("one"), desks.open("region", "vnog")
    inquiry = room.save(
        "inquiry", owner="VR06", source="VR06", title="Pelotons voor Limburg", status="asked"
    )
    line = room.save("inquiryline", about=inquiry, resource="fire_platoon", quantity=4)
    elsewhere = room.save("inquiry", owner="VR07", source="VR07", title="Idem", status="asked")
    synced(room, region)
    assert region.get("inquiry", elsewhere) is None
    region.edit("inquiryline", line, answer="part", offered=2)
    region.edit("inquiry", inquiry, status="answered", answered_how="desk")
    synced(region, room)
    assert codes(region) == []
    assert room.get("inquiryline", line).offered == 2
    region.edit("inquiryline", line, quantity=1)
    synced(region, room)
    assert codes(region) == ["not_your_field"]
    assert room.get("inquiryline", line).quantity == 4


def test_a_region_promises_its_own_and_no_other_s(desks: Desks, dsn: str) -> None:
    room, region = desks.open("one"), desks.open("region", "vnog")
    region.cache.create("capacity", {**OWN, "available": 2, "total": 2}, id=CAPACITY)
    word = {"word": "owner", "authority": "Commandant", "how": "desk"}
    mine = promise(region, 2, **word)
    synced(region, room)
    assert codes(region) == []
    assert room.get("commitment", mine).quantity == 2
    promise(region, 1, **word, **{"owner": "VR07", "source": "VR07"})
    synced(region, room)
    assert codes(region) == ["not_your_record"]


def test_a_hundred_promises_at_once_never_go_over(desks: Desks, dsn: str) -> None:
    room = desks.open("one")
    says(room, 10)
    synced(room)
    several = [desks.open(f"desk {n}", "devries") for n in range(4)]
    synced(*several)
    for desk in several:
        for n in range(25):
            start = NOW + timedelta(hours=n % 5)
            promise(desk, 1, from_at=start, until_at=start + timedelta(hours=2))
    threads = [threading.Thread(target=desk.sync, args=(60,)) for desk in several]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    synced(room, *several)
    assert peak(book(room).holds("VR06", "fire_platoon")) == 10
    told = sum(len(codes(desk)) for desk in several)
    assert told + len(book(room).commitments()) == 100
    assert all(desk.pending() == () for desk in several)
