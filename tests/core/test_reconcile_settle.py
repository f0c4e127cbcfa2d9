"""Settling differences and taking that back; what waits for the lead of a hall."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from kcr2desk.core.changes import Change, How
from kcr2desk.core.record import Record
from kcr2desk.core.records import Conflict, build, type_name
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.people import PersonLink, TravelGroup, link_id
from kcr2desk.core.repatriation.reconcile import reckon
from kcr2desk.core.repatriation.reconcile_lead import LeadList
from kcr2desk.core.repatriation.reconcile_people import Human, Muster
from kcr2desk.core.repatriation.reconcile_settle import (
    accepting,
    joining,
    judging,
    parting,
    settling,
    taken_back,
)
from tests.core.test_reconcile import (
    NOW,
    STREAM,
    document,
    flight,
    kinds,
    line,
    link,
    person,
    worlds,
)

TODAY = date(2026, 11, 3)


class Room:
    """A book, who is in it, and changes that are carried out at once."""

    def __init__(self, *records: Record) -> None:
        self.book = OperationBook(STREAM, records)
        self.muster = Muster().load(self.book)

    def human(self, record: str) -> Human:
        return self.muster.humans[self.muster.who[record]]

    def kinds(self) -> dict[str, set[str]]:
        return kinds(reckon(self.muster.snapshot(self.book), "a", NOW))

    def do(self, changes: list[Change]) -> list[Change]:
        for change in changes:
            if change.how is How.NEW:
                record = build(change.type, change.id, STREAM, 0, change.fields)
            else:
                held = self.book.get(change.type, change.id)
                assert held is not None
                now: dict[str, Any] = {n: v[1] for n, v in change.fields.items()}  # type: ignore[index]
                record = dataclasses.replace(held, **now)
            self.book.put(record)
            self.muster.follow(self.book, [(change.type, change.id)])
        return changes

    def undo(self, changes: list[Change]) -> None:
        self.do(taken_back(self.book, changes))


@pytest.fixture
def room() -> Room:
    return Room(
        flight(), line("m1"), line("b1", "boarded"), line("m2"), line("m3"), link("m1", "b1"),
        person("p1"), person("p2"),
    )  # fmt: skip


def test_a_word_on_a_journey_is_written_on_all_lines_of_it(room: Room) -> None:
    done = room.do(settling([room.human("m1"), room.human("m2")], "a", "no_show"))
    assert {c.id for c in done} == {"m1", "b1", "m2"}
    assert room.kinds()["no_show"] == {"b1", "m2"}
    room.undo(done)
    assert "no_show" not in room.kinds()


def test_a_line_is_tied_to_the_person_that_it_is(room: Room) -> None:
    done = room.do(joining(room.book, room.human("p1"), room.human("m1"), "ann"))
    assert {(c.type, c.id) for c in done} == {("manifestline", "m1"), ("manifestline", "b1")}
    assert room.human("b1").id == "p1"
    room.undo(done)
    assert room.human("m1").id == "b1"


def test_two_registrations_are_joined_and_come_apart_in_any_order(room: Room) -> None:
    room.do([*parting(room.book, room.human("m2"), room.human("m3"), "ann")])
    first = room.do(joining(room.book, room.human("p1"), room.human("p2"), "ann"))
    second = room.do(joining(room.book, room.human("m1"), room.human("m2"), "ann"))
    room.undo(first)
    assert room.human("p2").id == "p2"
    room.undo(second)
    assert room.human("m2").id == "m2"
    again = room.do(joining(room.book, room.human("p1"), room.human("p2"), "ann"))
    assert room.human("p2").id == "p1"
    assert again[0].how is How.EDIT  # the link that there was


def test_what_somebody_changed_since_is_not_taken_back(room: Room) -> None:
    done = room.do(settling([room.human("m2")], "a", "no_show"))
    room.do(settling([room.human("m2")], "a", ""))
    room.do(settling([room.human("m2")], "a", "stayed"))
    assert taken_back(room.book, done) == []


def test_not_the_same_is_remembered() -> None:
    room = Room(flight(), line("m", **document("NX12345")), person("p", **document("NX12345")))
    assert len(room.muster.snapshot(room.book).pairs) == 1
    done = room.do(parting(room.book, room.human("m"), room.human("p"), "ann"))
    assert not room.muster.snapshot(room.book).pairs
    room.undo(done)
    assert len(room.muster.snapshot(room.book).pairs) == 1


def test_who_came_on_no_list_is_rightly_here(room: Room) -> None:
    done = room.do(accepting([room.human("p1")]))
    assert room.kinds()["besides"] == {"p1"}
    room.undo(done)
    assert room.kinds()["unlisted"] == {"p1", "p2"}


def test_a_verdict_against_a_link_unties_the_line_too() -> None:
    room = Room(flight(), line("m", person="p"), person("p"), link("m", "p"))
    kept = room.book.get("personlink", link_id("m", "p"))
    assert isinstance(kept, PersonLink)
    room.do(judging(room.book, kept, "different", "ann"))
    assert room.human("m").id == "m"


def test_every_word_can_be_taken_back_in_every_order() -> None:
    for seed in range(30):
        rng = Random(seed)
        room = Room(flight(), *(line(f"m{n}") for n in range(4)), *(person(f"p{n}") for n in "ab"))
        before = room.kinds()
        humans = list(room.muster.humans.values())
        rng.shuffle(humans)
        done = [
            room.do(joining(room.book, one, other, "ann"))
            for one, other in zip(humans[::2], humans[1::2], strict=False)
        ]
        rng.shuffle(done)
        for each in done:
            room.undo(each)
        assert room.kinds() == before


# -- the lead's list -------------------------------------------------------------------------------


def waiting(*records: Record) -> list[tuple[str, str]]:
    book = OperationBook(STREAM, records)
    return [(c.kind, c.one) for c in LeadList().load(book, TODAY).concerns(NOW)]


def test_what_waits_for_the_lead() -> None:
    told = waiting(
        person("kid", birth_date="2015-03-02"), person("other", outcome="", registered_at=NOW),
        person("late", outcome="", registered_at=NOW - timedelta(hours=1)),
        person("scan", checks=frozenset({"document_number"})),
        person("p1"), person("p2"), link("p1", "p2", "proposed"),
        Conflict(id="c", stream=STREAM, about="p1", about_type="person", field="city"),
    )  # fmt: skip
    assert told == [
        ("minor", "kid"), ("link", "p1"), ("conflict", "p1"), ("unfinished", "late"),
        ("checks", "scan"),
    ]  # fmt: skip


def test_an_adult_in_the_group_or_a_guardian_takes_a_minor_off_the_list() -> None:
    kid = person("kid", birth_date="2015-03-02", group="g")
    group = TravelGroup(id="g", stream=STREAM)
    assert waiting(kid, group) == [("minor", "kid")]
    adult = person("mother", birth_date="1980-01-01", group="g")
    assert waiting(kid, group, adult) == []
    book = OperationBook(STREAM, [kid, group])
    found = LeadList().load(book, TODAY)
    book.put(adult)
    found.follow(book, [("person", "mother")], TODAY)
    assert not found.concerns(NOW)
    book.drop("person", "mother")
    found.follow(book, [("person", "mother")], TODAY)
    assert [c.kind for c in found.concerns(NOW)] == ["minor"]
    assert waiting(dataclasses.replace(kid, guardian_name="Tante Jo"), group) == []


def test_two_that_are_not_the_same_and_are_joined_by_a_third_contradict() -> None:
    people = [person(f"p{n}") for n in range(3)]
    links = [link("p0", "p1"), link("p1", "p2"), link("p0", "p2", "different")]
    assert ("contradiction", "p0") in waiting(*people, *links)
    assert waiting(*people, *links[1:]) == [("joined", "p1")]
    tied = [person("p"), line("m", person="p"), link("m", "p", "different")]
    assert waiting(*tied) == [("contradiction", "m")]


def test_what_was_joined_by_another_way_is_asked_no_more() -> None:
    people = [person(f"p{n}") for n in range(3)]
    links = [link("p0", "p1"), link("p1", "p2"), link("p0", "p2", "proposed")]
    assert {kind for kind, _ in waiting(*people, *links)} == {"joined"}


def test_following_gives_the_same_list_as_reading_anew() -> None:
    from hypothesis import given, settings
    from hypothesis import strategies as st

    @settings(max_examples=60, deadline=None)
    @given(worlds(), worlds(), st.randoms(use_true_random=False))
    def check(before: list[Record], after: list[Record], random: Any) -> None:
        book = OperationBook(STREAM, before)
        found = LeadList().load(book, TODAY)
        kept = {(type_name(r), r.id) for r in after}
        gone = [key for r in before if (key := (type_name(r), r.id)) not in kept]
        changes: list[Any] = [*after, *gone]
        random.shuffle(changes)
        for change in changes:
            key = change if isinstance(change, tuple) else (type_name(change), change.id)
            book.drop(*change) if isinstance(change, tuple) else book.put(change)
            found.follow(book, [key], TODAY)
        assert found.concerns(NOW) == LeadList().load(book, TODAY).concerns(NOW)

    check()
