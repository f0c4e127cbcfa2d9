"""Who is in, who left, who is nowhere; and whose code was scanned."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.core.ids import spoken_number
from kcr2desk.core.record import Record
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.headcount import (
    GONE,
    IN,
    LEFT,
    NOWHERE,
    SILENT,
    TAKE_ALONG,
    Whereabouts,
    headcount,
    way_of,
)
from kcr2desk.core.repatriation.headcount_scan import code_of, look_up
from kcr2desk.core.repatriation.people import (
    OUTCOMES,
    VOID,
    HandOver,
    Passage,
    Person,
    PersonLink,
    PersonNeed,
)

STREAM = "operation:o"
NOW = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def person(n: int, **more: object) -> Person:
    """Somebody who was registered."""
    told = {"number": spoken_number("P", "2026-11", n), "outcome": "registered", **more}
    return Person(id=f"p{n:04d}", stream=STREAM, **told)  # type: ignore[arg-type]


def passage(
    about: str, station: str, minutes: float | None, way: str = "", id: str = ""
) -> Passage:
    """Somebody came by, so many minutes ago."""
    at = None if minutes is None else NOW - timedelta(minutes=minutes)
    made = id or f"s{about}{station}{minutes}"
    return Passage(
        id=made, stream=STREAM, about=about, station=station, way=way or way_of(station),
        passed_at=at,
    )  # fmt: skip


def hand_over(about: str, receiver: str, minutes: float | None, status: str = "done") -> HandOver:
    at = None if minutes is None else NOW - timedelta(minutes=minutes)
    return HandOver(
        id=f"h{about}{receiver}", stream=STREAM, about=about, receiver=receiver, status=status,
        handed_at=at,
    )  # fmt: skip


def same(one: str, other: str) -> PersonLink:
    return PersonLink(id=f"l{one}{other}", stream=STREAM, one=one, other=other, verdict="same")


def where(*records: Record, silent: timedelta = SILENT) -> Whereabouts:
    """Where the one human being of these records is."""
    (found,) = headcount(OperationBook(STREAM, records), NOW, silent=silent).everybody
    return found


def test_somebody_is_where_the_last_passage_was() -> None:
    found = where(person(1), passage("p0001", "care", 5), passage("p0001", "medical", 20))
    assert (found.state, found.station, found.since) == (IN, "care", NOW - 5 * MINUTE)


def test_of_two_passages_at_one_moment_the_later_made_counts() -> None:
    found = where(
        person(1), passage("p0001", "medical", 5, id="s2"), passage("p0001", "care", 5, id="s1")
    )
    assert found.station == "medical"


def test_who_was_registered_and_never_seen_is_nowhere() -> None:
    assert (where(person(1)).state, where(person(1)).why) == (NOWHERE, "never")


def test_who_was_not_seen_for_long_is_nowhere() -> None:
    found = where(person(1), passage("p0001", "care", 31), silent=30 * MINUTE)
    assert (found.state, found.why, found.station) == (NOWHERE, "silent", "care")
    assert where(person(1), passage("p0001", "care", 30), silent=30 * MINUTE).state == IN


def test_a_passage_without_a_time_says_that_somebody_was_there_and_not_when() -> None:
    found = where(person(1), passage("p0001", "care", None))
    assert (found.state, found.why) == (NOWHERE, "silent")


@pytest.mark.parametrize("station", ["transport", "exit"])
def test_transport_and_exit_are_the_way_out(station: str) -> None:
    found = where(person(1), passage("p0001", station, 5))
    assert (found.state, found.why) == (LEFT, "station")


def test_who_goes_out_left_and_who_comes_in_again_did_not() -> None:
    out = passage("p0001", "baggage", 9, "out")
    assert where(person(1), out).why == "out"
    assert where(person(1), out, passage("p0001", "exit", 3, "in")).state == IN
    assert where(person(1), out, passage("p0001", "care", 3)).state == IN


@pytest.mark.parametrize("outcome", sorted(GONE))
def test_an_outcome_says_that_somebody_is_gone(outcome: str) -> None:
    found = where(person(1, outcome=outcome), passage("p0001", "care", 1))
    assert (found.state, found.why) == (LEFT, "outcome")


@pytest.mark.parametrize("receiver", sorted(TAKE_ALONG))
def test_a_receiver_takes_somebody_along(receiver: str) -> None:
    seen = passage("p0001", "care", 9)
    found = where(person(1), seen, hand_over("p0001", receiver, 5))
    assert (found.state, found.why) == (LEFT, "handed_over")
    assert where(person(1), seen, hand_over("p0001", receiver, 5, "proposed")).state == IN


@pytest.mark.parametrize("receiver", ["sis", "victim_support", "red_cross", "kmar", "ind"])
def test_others_only_help_or_get_to_know(receiver: str) -> None:
    assert (
        where(person(1), passage("p0001", "care", 9), hand_over("p0001", receiver, 5)).state == IN
    )


def test_who_is_seen_after_being_handed_over_is_here_again() -> None:
    given_away = hand_over("p0001", "municipality", 30)
    assert where(person(1), given_away, passage("p0001", "care", 9)).state == IN
    assert where(person(1), given_away, passage("p0001", "care", 31)).state == LEFT
    without_time = hand_over("p0001", "municipality", None)
    assert where(person(1), without_time, passage("p0001", "care", 9)).state == LEFT


def test_a_human_being_counts_once_and_is_where_any_of_its_records_was_seen() -> None:
    book = OperationBook(
        STREAM,
        [
            person(1), person(2), person(3), same("p0001", "p0002"),
            passage("p0001", "medical", 20), passage("p0002", "care", 5),
        ],
    )  # fmt: skip
    count = headcount(book, NOW)
    assert [(e.head.id, e.state, e.station) for e in count.everybody] == [
        ("p0001", IN, "care"), ("p0003", NOWHERE, ""),
    ]  # fmt: skip


def test_behind_a_duplicate_or_cancelled_record_nobody_stands() -> None:
    book = OperationBook(STREAM, [person(1, outcome="duplicate"), person(2, outcome="cancelled")])
    assert headcount(book, NOW).everybody == ()
    beside = [person(1, outcome="duplicate"), person(2), same("p0001", "p0002")]
    found = where(*beside, passage("p0001", "care", 5))
    assert (found.head.id, found.state) == ("p0002", IN)


def test_counts_by_arrival_station_municipality_and_open_need() -> None:
    book = OperationBook(
        STREAM,
        [
            person(1, arrival="a", municipality="GM0772"), person(2, arrival="a"),
            person(3, arrival="b"), passage("p0001", "care", 5), passage("p0002", "exit", 5),
            PersonNeed(id="n1", stream=STREAM, about="p0001", need="medication"),
            PersonNeed(id="n2", stream=STREAM, about="p0001", need="baby"),
            PersonNeed(id="n3", stream=STREAM, about="p0003", need="baby", met_at=NOW),
        ],
    )  # fmt: skip
    count = headcount(book, NOW)
    assert [e.head.id for e in count.inside] == ["p0001"]
    assert [e.head.id for e in count.left] == ["p0002"]
    assert [e.head.id for e in count.nowhere] == ["p0003"]
    assert {k: (t.inside, t.left, t.nowhere) for k, t in count.by_arrival().items()} == {
        "a": (1, 1, 0), "b": (0, 0, 1),
    }  # fmt: skip
    assert {k: t.total for k, t in count.by_station().items()} == {"": 1, "care": 1, "exit": 1}
    assert {k: t.total for k, t in count.by_municipality().items()} == {"": 2, "GM0772": 1}
    assert {k: t.total for k, t in count.by_need().items()} == {"": 2, "baby": 1, "medication": 1}
    assert headcount(book, NOW, arrival="b").tally.total == 1


def test_a_roll_call_looks_for_who_was_not_seen_since_it_began() -> None:
    book = OperationBook(
        STREAM,
        [
            person(1), person(2), person(3), person(4), passage("p0001", "care", 2),
            passage("p0002", "care", 20), passage("p0004", "exit", 20),
        ],
    )  # fmt: skip
    looked_for = headcount(book, NOW).unseen(NOW - 10 * MINUTE)
    assert [each.head.id for each in looked_for] == ["p0002", "p0003"]


def test_a_clock_that_runs_ahead_loses_nobody() -> None:
    fast = passage("p0001", "care", -20)
    count = headcount(OperationBook(STREAM, [person(1), fast]), NOW)
    assert (count.everybody[0].state, count.everybody[0].since, count.ahead) == (IN, NOW, 1)
    assert count.unseen(NOW - MINUTE) == ()


def test_a_passage_by_a_code_is_somebodys_as_soon_as_both_are_here() -> None:
    by_code = Passage(
        id="s1", stream=STREAM, code="p-2026-11-0142-" + NUMBER[-1], station="care", passed_at=NOW
    )
    book = OperationBook(STREAM, [by_code])
    assert headcount(book, NOW).strangers == (NUMBER,)
    book.put(ANNA)
    count = headcount(book, NOW)
    assert ([e.station for e in count.everybody], count.strangers) == (["care"], ())


def test_where_everybody_was_at_an_earlier_moment() -> None:
    book = OperationBook(
        STREAM,
        [
            person(1, registered_at=NOW - 60 * MINUTE), passage("p0001", "care", 40),
            passage("p0001", "exit", 10), person(2, registered_at=NOW - 5 * MINUTE),
        ],
    )  # fmt: skip
    before = headcount(book, NOW, at=NOW - 20 * MINUTE)
    assert [(e.head.id, e.state) for e in before.everybody] == [("p0001", IN)]
    assert [e.state for e in headcount(book, NOW, at=NOW).everybody] == [LEFT, NOWHERE]


# -- whatever happens ------------------------------------------------------------------------------

STATIONS = ("registered", "care", "medical", "transport", "exit", "entrance")
passages = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from(STATIONS),
        st.sampled_from(("at", "in", "out")),
        st.one_of(st.none(), st.integers(-120, 600)),
    ),
    max_size=40,
)
outcomes = st.lists(st.sampled_from(OUTCOMES), min_size=12, max_size=12)
joins = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=6)


def world(
    marks: Sequence[tuple[int, str, str, int | None]],
    ends: Sequence[str],
    pairs: Sequence[tuple[int, int]],
) -> list[Record]:
    """Twelve records, what was noted of them, and which are one human being."""
    found: list[Record] = [
        person(n, outcome=end, arrival="ab"[n % 2], municipality=("", "GM0772")[n % 3 == 0])
        for n, end in enumerate(ends, 1)
    ]
    found += [
        passage(f"p{n:04d}", station, minutes, way, id=f"s{place:03d}")
        for place, (n, station, way, minutes) in enumerate(marks)
    ]
    return [*found, *(same(f"p{a:04d}", f"p{b:04d}") for a, b in pairs if a != b)]


@settings(max_examples=120, deadline=None)
@given(passages, outcomes, joins)
def test_the_count_is_the_sum_of_its_parts(
    marks: list[tuple[int, str, str, int | None]], ends: list[str], pairs: list[tuple[int, int]]
) -> None:
    book = OperationBook(STREAM, world(marks, ends, pairs))
    count = headcount(book, NOW)
    whole = len(count.everybody)
    assert count.tally.total == whole
    assert len(count.inside) + len(count.left) + len(count.nowhere) == whole
    for part in (count.by_arrival(), count.by_station(), count.by_municipality()):
        assert sum(each.total for each in part.values()) == whole
        assert sum(each.inside for each in part.values()) == len(count.inside)
    real = {book.same_as(p.id) for p in book.persons() if p.outcome not in VOID}
    assert whole == len(real)
    here = {p.id for each in count.everybody for p in each.persons}
    assert all(p.id in here for p in book.persons() if p.outcome not in VOID)


@settings(max_examples=120, deadline=None)
@given(passages, outcomes, joins, st.randoms(use_true_random=False))
def test_a_passage_is_never_lost_however_late_and_in_which_order_it_comes(
    marks: list[tuple[int, str, str, int | None]],
    ends: list[str],
    pairs: list[tuple[int, int]],
    rng: random.Random,
) -> None:
    records = world(marks, ends, pairs)
    at_once = headcount(OperationBook(STREAM, records), NOW)
    mixed = list(records)
    rng.shuffle(mixed)
    late = OperationBook(STREAM)
    for record in mixed:
        late.put(record)
        headcount(late, NOW)
    assert headcount(late, NOW) == at_once
    for each in at_once.everybody:
        mine = {p.id for p in each.persons}
        seen = [r for r in records if isinstance(r, Passage) and r.about in mine]
        assert bool(seen) == (each.station != "")
        if seen:
            last = max(seen, key=lambda p: (p.passed_at or datetime.min.replace(tzinfo=UTC), p.id))
            assert each.station == last.station
            assert each.why != "never"


@settings(max_examples=60, deadline=None)
@given(passages, outcomes)
def test_a_desk_that_comes_back_adds_and_moves_only_whom_it_saw(
    marks: list[tuple[int, str, str, int | None]], ends: list[str]
) -> None:
    half = len(marks) // 2
    people = world(marks, ends, [])
    away = {f"s{place:03d}" for place in range(half, len(marks))}
    before = headcount(OperationBook(STREAM, [r for r in people if r.id not in away]), NOW)
    after = headcount(OperationBook(STREAM, people), NOW)
    touched = {f"p{n:04d}" for n, *_ in marks[half:]}
    assert [e for e in before.everybody if e.head.id not in touched] == [
        e for e in after.everybody if e.head.id not in touched
    ]
    assert before.tally.total == after.tally.total


# -- whose code it is ------------------------------------------------------------------------------

ANNA = person(142, wristband="NL-00917")
BOB = person(143)
NUMBER = spoken_number("P", "2026-11", 142)
BOOK = OperationBook(STREAM, [ANNA, BOB])


@pytest.mark.parametrize(
    "text",
    [
        NUMBER, code_of(NUMBER), f" {code_of(NUMBER).lower()}\r", NUMBER.replace("-", "–"),
        f"{NUMBER}{code_of(NUMBER)}", f"0142-{NUMBER[-1]}", f"142-{NUMBER[-1]}",
        f"0142{NUMBER[-1]}", f"142{NUMBER[-1]}", "NL-00917", "nl-00917", "KCR2 NL-00917",
    ],
)  # fmt: skip
def test_a_code_is_read_as_scanners_and_people_give_it(text: str) -> None:
    scan = look_up(BOOK, text)
    assert scan.person == ANNA, scan
    assert not scan.trouble


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", "empty"), ("  ", "empty"), ("KCR2", "empty"),
        (NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10), "check"),
        (f"0142-{(int(NUMBER[-1]) + 1) % 10}", "check"),
        (spoken_number("P", "2026-11", 199), "unknown"), ("0199-4", "unknown"),
        ("BAND 12", "unknown"), ("hallo", "unknown"), ("7", "unknown"),
        (f"{NUMBER} {BOB.number}", "several"),
    ],
)  # fmt: skip
def test_a_wrong_or_unknown_code_is_said_to_be_so(text: str, trouble: str) -> None:
    scan = look_up(BOOK, text)
    assert (scan.person, scan.trouble) == (None, trouble)


def test_last_digits_of_two_people_are_not_guessed_at() -> None:
    own = replace(person(1), id="p9", number=spoken_number("P", "2026-11", 142, "K7"))
    other = replace(own, number=own.number[:-1] + NUMBER[-1])
    scan = look_up(OperationBook(STREAM, [ANNA, other]), f"142-{NUMBER[-1]}")
    assert (scan.person, scan.trouble, len(scan.persons)) == (None, "several", 2)
    joined = OperationBook(STREAM, [ANNA, other, same(ANNA.id, other.id)])
    assert look_up(joined, f"142-{NUMBER[-1]}").person == ANNA


def test_a_number_that_a_desk_counted_by_itself_is_read() -> None:
    own = replace(person(1), number=spoken_number("P", "2026-11", 1, "K7"))
    assert look_up(OperationBook(STREAM, [own]), code_of(own.number)).person == own
    assert look_up(OperationBook(STREAM, [own]), f"1-{own.number[-1]}").person == own
    assert look_up(OperationBook(STREAM, [own]), f"1{own.number[-1]}").trouble == "unknown"


def test_a_band_that_looks_like_the_number_of_another_is_not_guessed_at() -> None:
    twin = replace(BOB, wristband=f"0142{NUMBER[-1]}")
    scan = look_up(OperationBook(STREAM, [ANNA, twin]), twin.wristband)
    assert (scan.person, scan.trouble) == (None, "several")


@pytest.mark.parametrize(
    ("text", "notable"),
    [
        (spoken_number("P", "2026-11", 199), True), ("XY-12345", True), ("nl-99999", True),
        ("NL-0091", False), ("hallo", False), ("0199-4", False), ("P<NLDDE<VRIES<<SANNE", False),
        (NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10), False), (NUMBER, False),
    ],
)  # fmt: skip
def test_a_code_of_somebody_registered_out_of_earshot_may_be_noted(
    text: str, notable: bool
) -> None:
    assert look_up(BOOK, text).notable is notable


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_anything_may_be_scanned(text: str) -> None:
    scan = look_up(BOOK, text)
    assert (scan.person is None) == bool(scan.trouble)
