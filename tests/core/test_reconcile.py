"""The reconciliation of an arrival: every difference by its name, and sums that always add up."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.core.record import Record
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.operation import Arrival
from kcr2desk.core.repatriation.people import (
    HandOver,
    ManifestLine,
    Passage,
    Person,
    PersonLink,
    link_id,
)
from kcr2desk.core.repatriation.reconcile import reckon
from kcr2desk.core.repatriation.reconcile_kinds import KINDS, Reckoning
from kcr2desk.core.repatriation.reconcile_people import Muster

STREAM = "operation:op"
NOW = datetime(2026, 11, 3, 21, tzinfo=UTC)
LONG_AGO = NOW - timedelta(hours=3)
REMARKS = {"two_flights", "settled_here", "registered_twice", "listed_twice", "wrong_flight"}


def flight(code: str = "a", **more: Any) -> Arrival:
    given = {"status": "arrived", "actual_at": LONG_AGO} | more
    return Arrival(id=code, stream=STREAM, about="op", code=code, **given)


def line(name: str, list: str = "manifest", arrival: str = "a", **more: Any) -> ManifestLine:
    return ManifestLine(
        id=name, stream=STREAM, about="op", list=list, arrival=arrival, key=name, **more
    )


def person(name: str, arrival: str = "a", outcome: str = "registered", **more: Any) -> Person:
    return Person(id=name, stream=STREAM, arrival=arrival, outcome=outcome, **more)


def link(one: str, other: str, verdict: str = "same") -> PersonLink:
    return PersonLink(id=link_id(one, other), stream=STREAM, one=one, other=other, verdict=verdict)


def reckoned(*records: Record, arrival: str = "a", now: datetime = NOW) -> Reckoning:
    book = OperationBook(STREAM, records)
    return reckon(Muster().load(book).snapshot(book), arrival, now)


def kinds(found: Reckoning) -> dict[str, set[str]]:
    return {f.kind: {h.id for h in f.humans} for f in found.findings}


# -- each difference -------------------------------------------------------------------------------


def test_every_difference_has_its_name() -> None:
    found = reckoned(
        flight(),
        line("m1", person="p1"), line("m2"), line("m3", settled="no_show"),
        line("b1", "boarded"), line("b2", "boarded"), link("m1", "b1"), link("b2", "m4"),
        line("m4"), line("m5"), line("a1", "applied", eligible="no"),
        line("a2", "applied", eligible="yes"), line("a3", "applied"),
        person("p1"), person("p2"), person("p3", outcome="refused"), link("p3", "m5"),
        person("p4", outcome="hospital"), person("p5", outcome=""), person("p6", outcome="left"),
    )  # fmt: skip
    told = kinds(found)
    assert told["boarded_missing"] == {"b2"}
    assert told["not_boarded"] == {"m2"}
    assert told["no_show"] == {"m3"}
    assert told["unlisted"] == {"p2", "p4", "p5", "p6"}
    assert told["not_eligible"] == {"a1"}
    assert told["eligible_unlisted"] == {"a2"}
    assert told["unjudged"] == {"a3"}
    assert told["refused"] == {"p3"}
    assert told["left"] == {"p6"}
    assert told["hospital"] == {"p4"}
    assert told["unregistered"] == {"p5"}
    assert told["not_handed_over"] == {"p1", "p2"}
    assert found.findings[0].kind == "boarded_missing"
    assert not found.done


def test_who_is_on_two_flights_counts_once_and_comes_with_one() -> None:
    records = [flight("a"), flight("b"), line("m1"), line("m2", arrival="b"), link("m1", "m2")]
    assert kinds(reckoned(*records, arrival=""))["two_flights"] == {"m1"}
    assert reckoned(*records, arrival="").tally("manifest").count == 1
    records += [person("p", "b"), link("p", "m1")]
    assert kinds(reckoned(*records))["came_other"] == {"p"}
    assert reckoned(*records, arrival="b").open == 0


def test_who_came_with_another_flight_than_listed_is_named_on_both() -> None:
    records = [flight("a"), flight("b"), line("m1", person="p"), line("m2", arrival="b"),
               person("p", "b")]  # fmt: skip
    assert kinds(reckoned(*records, arrival="b"))["wrong_flight"] == {"p"}
    assert kinds(reckoned(*records, arrival="a"))["came_other"] == {"p"}
    assert kinds(reckoned(*records, arrival=""))["wrong_flight"] == {"p"}


def test_nobody_is_missed_before_landing_nor_while_desks_are_busy() -> None:
    lines = [line("m1", person="p"), line("m2")]
    here = person("p", registered_at=NOW - timedelta(minutes=4))
    before = reckoned(flight(status="expected", actual_at=None), *lines)
    assert kinds(before) == {"expected": {"m1", "m2"}}
    assert not before.done
    assert kinds(reckoned(flight(), *lines, here))["awaited"] == {"m2"}
    later = reckoned(flight(), *lines, here, now=NOW + timedelta(minutes=30))
    assert kinds(later)["listed_missing"] == {"m2"}


def test_what_the_papers_declare_is_compared_without_or_with_crew() -> None:
    lines = [line(f"m{n}") for n in range(4)] + [line("c", crew=True)]
    gap = reckoned(flight(declared_count=3, capacity=2), *lines).gaps
    assert [(g.kind, g.told, g.counted) for g in gap] == [("declared", 3, 4), ("seats", 2, 4)]
    assert not reckoned(flight(declared_count=4), *lines).gaps
    assert not reckoned(flight(declared_count=5), *lines).gaps
    assert kinds(reckoned(flight(), *lines))["crew"] == {"c"}


def test_lines_add_up_to_human_beings() -> None:
    found = reckoned(
        flight(), line("m1"), line("m2"), link("m1", "m2"), line("m3", settled="error"),
        line("m4", crew=True),
    )  # fmt: skip
    (count,) = found.lists
    assert (count.lines, count.humans, count.twice, count.crew, count.errors) == (4, 1, 1, 1, 1)
    assert kinds(found)["listed_twice"] == {"m1"}
    assert kinds(found)["error"] == {"m3"}


def test_it_is_done_when_everybody_is_accounted_for() -> None:
    records = [flight(), line("m1", person="p"), line("m2", settled="stayed"), person("p"),
               person("q", unlisted=True)]  # fmt: skip
    found = reckoned(*records)
    assert found.done
    assert kinds(found) == {"not_handed_over": {"p", "q"}, "stayed": {"m2"}, "besides": {"q"}}
    assert not reckoned(*records, line("m3")).done


def test_a_registration_that_is_a_double_must_be_somebodys() -> None:
    records = [flight(), line("m", person="p"), person("p"), person("d", outcome="duplicate")]
    assert kinds(reckoned(*records))["duplicate_of_nobody"] == {"d"}
    joined = reckoned(*records, link("d", "p"))
    assert joined.tally("registered").count == 1
    assert "duplicate_of_nobody" not in kinds(joined)


def test_left_by_the_door_and_handed_over() -> None:
    found = reckoned(
        flight(), person("p"), person("q"), line("m1", person="p"), line("m2", person="q"),
        Passage(id="x", stream=STREAM, about="p", station="exit", way="out", passed_at=NOW),
        HandOver(id="y", stream=STREAM, about="q", receiver="municipality", status="done"),
    )  # fmt: skip
    assert kinds(found) == {"gone": {"p"}}
    assert found.tally("handed_over").count == 1


# -- who is probably who ---------------------------------------------------------------------------


def document(number: str, country: str = "NLD") -> dict[str, str]:
    return {"document_number": number, "document_country": country}


def pairs(*records: Record) -> set[frozenset[str]]:
    found = reckoned(flight(), flight("b"), *records, arrival="")
    return {frozenset((one.id, other.id)) for one, other, _ in found.pairs}


def test_a_document_offers_and_never_joins() -> None:
    records = [line("m", **document("NX 123-456")), person("p", **document("nx123456"))]
    assert pairs(*records) == {frozenset("mp")}
    assert kinds(reckoned(flight(), *records))["unlisted"] == {"p"}
    assert not pairs(*records, link("m", "p"))
    assert not pairs(*records, link("m", "p", "different"))
    assert pairs(*records, link("m", "p", "later")) == {frozenset("mp")}


@pytest.mark.parametrize(
    "other",
    [document("NX123456", "BEL"), document("123"), document("000000"), document("NX123457")],
)
def test_what_a_document_does_not_say(other: dict[str, str]) -> None:
    assert not pairs(line("m", **document("NX123456")), person("p", **other))
    assert not pairs(line("m", **other), person("p", **document("NX123456")))


def test_a_number_that_is_not_unique_offers_only_the_two_that_have_it() -> None:
    same = document("NX123456")
    twice = [person("p", **same), person("q", **same), line("m", **same)]
    assert pairs(*twice) == {frozenset("pq")}
    assert pairs(*twice, link("p", "q")) == {frozenset("pm")}
    assert not pairs(*twice, person("r", **same))


def test_a_person_is_offered_with_each_of_its_lists() -> None:
    same = document("NX123456")
    found = pairs(line("m", **same), line("b", "boarded", **same), line("a", "applied", **same),
                  person("p", **same))  # fmt: skip
    assert found == {frozenset("pm"), frozenset("pb"), frozenset("pa")}


# -- sums ------------------------------------------------------------------------------------------

ARRIVALS = st.sampled_from(["", "a", "b"])
OUTCOMES = st.sampled_from(
    ["", "registered", "refused", "left", "hospital", "referred", "duplicate", "cancelled"]
)


@st.composite
def worlds(draw: st.DrawFn) -> list[Record]:
    status = st.sampled_from(["expected", "arrived", "closed", "cancelled"])
    records: list[Record] = [flight(a, status=draw(status), actual_at=None) for a in "ab"]
    people = [f"p{n}" for n in range(draw(st.integers(0, 6)))]
    lines = [f"l{n}" for n in range(draw(st.integers(0, 9)))]
    for name in people:
        records.append(person(name, draw(ARRIVALS), draw(OUTCOMES), unlisted=draw(st.booleans())))
    for name in lines:
        records.append(
            line(
                name, draw(st.sampled_from(["applied", "manifest", "boarded", "pfif"])),
                draw(ARRIVALS), crew=draw(st.integers(0, 5)) == 0,
                eligible=draw(st.sampled_from(["", "yes", "no"])),
                settled=draw(st.sampled_from(["", "", "no_show", "not_eligible", "error"])),
                person=draw(st.sampled_from(["", "gone", *people])),
                **document(draw(st.sampled_from(["", "NX11111", "NX22222"]))),
            )
        )  # fmt: skip
    ends = st.sampled_from([*people, *lines, "gone"])
    for _ in range(draw(st.integers(0, 6))):
        one, other = draw(ends), draw(ends)
        if one != other:
            records.append(link(one, other, draw(st.sampled_from(["same", "different", "later"]))))
    for n, name in enumerate(people):
        if draw(st.booleans()):
            way = draw(st.sampled_from(["at", "in", "out"]))
            records.append(Passage(id=f"x{n}", stream=STREAM, about=name, station="s", way=way))
        if draw(st.booleans()):
            records.append(
                HandOver(id=f"h{n}", stream=STREAM, about=name, receiver="m", status="done")
            )
    return records


@settings(max_examples=120, deadline=None)
@given(worlds(), st.sampled_from(["", "a", "b"]))
def test_sums_add_up_and_everybody_stands_in_one_place(world: list[Record], arrival: str) -> None:
    found = reckoned(*world, arrival=arrival)
    book = OperationBook(STREAM, world)
    muster = Muster().load(book)
    # each line and each person belongs to exactly one human being
    everything = Counter(r.id for h in muster.humans.values() for r in h.records)
    assert everything == Counter(r.id for r in (*book.lines(), *book.persons()))
    # from stage to stage nobody gets lost, nobody appears
    told = [t for t in found.tallies if t.told]
    for before, after in pairwise(told):
        lost, gained = sum(after.lost.values()), sum(after.gained.values())
        assert after.count == before.count - lost + gained
    # what the sums name is what the findings list
    named: Counter[str] = Counter()
    for tally in told:
        for kind, count in (*tally.lost.items(), *tally.gained.items()):
            named[kind] = max(named[kind], count)
    listed = {f.kind: len(f.humans) for f in found.findings}
    for kind, count in named.items():
        assert listed[kind] >= count
    assert set(listed) <= set(KINDS)
    # who counts stands at some stage, or is named aside; nobody both
    inside = {h.id for f in found.findings if f.kind not in REMARKS for h in f.humans}
    for human in muster.humans.values():
        concerned = not arrival or arrival in human.arrivals or arrival in human.came
        if human.aside and concerned:
            assert human.id in inside
    for count in found.lists:
        assert count.lines == count.humans + count.twice + count.crew + count.errors


@settings(max_examples=80, deadline=None)
@given(worlds(), worlds(), st.randoms(use_true_random=False))
def test_following_gives_the_same_as_counting_anew(
    before: list[Record], after: list[Record], random: Any
) -> None:
    from kcr2desk.core.records import type_name

    book = OperationBook(STREAM, before)
    muster = Muster().load(book)
    changes: list[Record | tuple[str, str]] = [*after]
    kept = {(type_name(r), r.id) for r in after}
    changes += [key for r in before if (key := (type_name(r), r.id)) not in kept]
    random.shuffle(changes)
    for change in changes:
        key = change if isinstance(change, tuple) else (type_name(change), change.id)
        if isinstance(change, tuple):
            book.drop(*change)
        else:
            book.put(change)
        muster.follow(book, [key])
    anew = Muster().load(book)
    assert muster.humans == anew.humans
    assert muster.who == anew.who
    one, other = muster.snapshot(book), anew.snapshot(book)
    assert {frozenset((p.one, p.other)) for p in one.pairs} == {
        frozenset((p.one, p.other)) for p in other.pairs
    }
