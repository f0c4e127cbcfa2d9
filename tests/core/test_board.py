"""The capacity board: which number counts, what is free, which sign, who stands where."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from kcr2desk.core.board import Board, Cell, cell
from kcr2desk.core.board_entry import Entry, EntryError, parse, text_of
from kcr2desk.core.board_order import group_of, ordered_owners, rings_from
from kcr2desk.core.book import Book
from kcr2desk.core.holding import in_use
from kcr2desk.core.record import Record
from tests.scenes import NOW
from tests.scenes.board_data import capacity, commitment, country, owners, types, unit

MIN = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def of(*records: object, at: object = None) -> Cell:
    book = Book([*owners(), *types(), *records])  # type: ignore[list-item]
    return cell(book, "VR04", "fire_platoon", NOW, at=at)  # type: ignore[arg-type]


def number(**fields: object) -> object:
    return capacity("VR04", "fire_platoon", **fields)


UNSAID = {"checked_at": None, "checked_by": "", "checked_how": ""}


@pytest.mark.parametrize(
    ("fields", "counts", "limit", "sign"),
    [
        ({"available": 6, "total": 8, "norm": 4}, "said", 6, "enough"),
        ({"total": 8}, "said", 8, "enough"),
        ({"norm": 4, **UNSAID}, "norm", 4, "enough"),
        ({"norm": 4}, "", 4, "unknown"),  # somebody was asked and did not know
        ({"available": 1, "total": 4}, "said", 1, "tight"),
        ({"available": 2, "total": 3, "reserve": 3}, "said", 2, "tight"),
        ({"available": 0, "total": 4}, "said", 0, "shortage"),
        ({"available": 4, "checked_at": NOW - 13 * HOUR}, "said", 4, "old"),
        ({"available": 4, **UNSAID}, "said", 4, "old"),  # a number without an age
        ({**UNSAID}, "", None, "unknown"),
    ],
)
def test_which_number_counts_and_how_it_looks(
    fields: dict[str, object], counts: str, limit: int | None, sign: str
) -> None:
    found = of(number(**fields))
    assert (found.counts, found.limit, found.sign) == (counts, limit, sign)


def test_nothing_known_is_an_empty_cell_and_none_is_no_shortage() -> None:
    assert not of().known
    none = of(number(available=0, total=0, norm=0))
    assert none.has_none
    assert not of(number(available=0, total=4)).has_none


def test_what_is_promised_counts_at_the_moment_that_is_asked_for() -> None:
    records = (
        number(available=4, total=4),
        commitment("a", "VR04", "fire_platoon", 1),
        commitment("b", "VR04", "fire_platoon", 3, from_at=NOW + HOUR, until_at=NOW + 3 * HOUR),
    )
    now, later = of(*records), of(*records, at=NOW + 2 * HOUR)
    assert (now.promised_now, now.free, now.over) == (1, 3, 0)
    assert (later.promised_now, later.free, later.sign) == (4, 0, "shortage")


def test_more_promised_than_there_is_is_an_alarm_also_when_it_is_still_to_come() -> None:
    later = commitment("b", "VR04", "fire_platoon", 5, from_at=NOW + HOUR)
    found = of(number(available=4, total=4), later)
    assert (found.over, found.free, found.sign) == (1, 4, "enough")
    old = number(available=4, checked_at=NOW - 99 * HOUR)
    now = of(old, commitment("a", "VR04", "fire_platoon", 6))
    assert (now.over, now.free, now.sign) == (2, -2, "shortage")


def test_units_count_where_nobody_said_a_number() -> None:
    found = of(
        unit("VR04", "fire_platoon", "A"),
        unit("VR04", "fire_platoon", "B", state="out", checked_at=NOW - HOUR),
    )
    assert (found.counts, found.limit, found.age_minutes) == ("units", 1, 60)
    assert of(unit("VR04", "fire_platoon", "B", state="out")).free == 0


def test_the_story_says_who_what_whom_and_until_when_in_both_languages() -> None:
    found = of(
        number(available=6, total=8, norm=5, reserve=2, note="Twee in onderhoud"),
        commitment("a", "VR04", "fire_platoon", 2, firmness="provisional", status="promised"),
    )
    dutch = "\n".join(found.story("nl"))
    for said in ("6 van 8 beschikbaar", "2 toegezegd, 4 vrij", "2 aan Noord- en Oost-Gelderland",
                 "23:05", "voorlopig", "M. de Boer", "telefoon", "Norm 5", "restdekking 2",
                 "Twee in onderhoud"):  # fmt: skip
        assert said in dutch
    assert "6 of 8 available" in found.story("en")[0]
    assert "spreidingsplan" in of(number(norm=3, **UNSAID)).story()[0]
    assert of().story() == ["Niets opgegeven"]


def test_kept_cells_are_those_that_would_be_counted_anew_whatever_changes() -> None:
    chance = random.Random(4)
    book = country()
    board = Board(book)
    pairs = [(o, t) for o in ("VR04", "VR05", "VR07", "NRV") for t in ("fire_platoon", "ambulance")]
    now = NOW
    for _ in range(120):
        now += timedelta(minutes=chance.randrange(90))
        owner, resource = chance.choice(pairs)
        if chance.random() < 0.5:
            record: Record = capacity(
                owner, resource, available=chance.randrange(9), checked_at=now
            )
        else:
            record = commitment(
                f"c{chance.randrange(8)}", owner, resource, chance.randrange(1, 4),
                from_at=now + timedelta(minutes=chance.randrange(-60, 60)),
                until_at=now + timedelta(minutes=chance.randrange(61, 300)),
                status=chance.choice(("promised", "on_site", "cancelled")),
            )  # fmt: skip
        book.put(record)
        kind = type(record).__name__.lower()
        board.note([(kind, record.id)])
        for pair in pairs:
            kept, anew = board.cell(*pair, now), cell(book, *pair, now)
            assert (kept.free, kept.sign, kept.over) == (anew.free, anew.sign, anew.over)
            clock = round(now.timestamp() * 1000)
            assert kept.promised_now == in_use(book.taken(*pair, now), clock)


def test_a_commitment_that_moves_to_another_owner_changes_both_cells() -> None:
    book = country()
    board = Board(book)
    book.put(commitment("1", "VR08", "fire_platoon", 2))
    pairs, _layout = board.note([("commitment", commitment("1", "VR08", "fire_platoon", 2).id)])
    assert pairs == {("VR04", "fire_platoon"), ("VR08", "fire_platoon")}


def test_named_types_go_in_the_strip_until_many_have_them() -> None:
    book = country()
    board = Board(book)
    assert "handcrew" in {t.code for t in board.strip_types()}
    for place in range(1, 10):
        book.put(unit(f"VR0{place}", "handcrew", f"Crew {place}"))
        board.note([("unit", unit(f"VR0{place}", "handcrew", f"Crew {place}").id)])
    assert "handcrew" not in {t.code for t in board.strip_types()}
    assert "handcrew" in {t.code for t in board.types()}
    assert "fire_platoon" in {t.code for t in board.types()}


def test_who_asks_is_first_then_ring_by_ring_then_partners_and_the_islands() -> None:
    book = country()
    found = ordered_owners(book, "VR06")
    rings = rings_from("VR06")
    regions = [o.code for o in found if group_of(o) == "region"]
    assert regions[0] == "VR06"
    assert [rings[c] for c in regions] == sorted(rings[c] for c in regions)
    assert [group_of(o) for o in found] == ["region"] * 25 + ["partner"] * 8 + ["island"] * 6
    assert ordered_owners(book, "AW")[0].code == "AW"
    few = ordered_owners(book, "VR06", {"NRV"})
    assert [o.code for o in few if group_of(o) == "partner"] == ["NRV"]
    assert "KCR2" not in {o.code for o in found}


def test_the_sum_of_a_type_counts_what_is_free_and_who_is_unknown() -> None:
    book = Book([*owners(), *types(),
                 capacity("VR01", "ibgs", available=3, total=4),
                 capacity("VR02", "ibgs", available=2, total=2),
                 commitment("a", "VR02", "ibgs", 3)])  # fmt: skip
    total = Board(book).total("ibgs", book.owners, NOW)
    assert (total.free, total.limit, total.total, total.promised) == (3, 5, 6, 3)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("6", Entry(6)),
        (" 6 / 8 ", Entry(6, 8)),
        ("6/8/2", Entry(6, 8, 2)),
        ("?", Entry(unknown=True)),
        ("?/8", Entry(None, 8, unknown=True)),
    ],
)
def test_what_is_typed_in_a_cell(text: str, entry: Entry) -> None:
    assert parse(text) == entry


@pytest.mark.parametrize(
    ("text", "total", "code"),
    [
        ("", None, "form"),
        ("zes", None, "form"),
        ("6/", None, "form"),
        ("-1", None, "form"),
        ("9/8", None, "more_than_total"),
        ("9", 8, "more_than_total"),
        ("1/2/3", None, "reserve"),
        ("100000", None, "large"),
    ],
)
def test_what_cannot_be_meant(text: str, total: int | None, code: str) -> None:
    with pytest.raises(EntryError) as caught:
        parse(text, total)
    assert caught.value.code == code


def test_what_stands_in_a_cell_can_be_typed_again() -> None:
    for available, total in ((6, 8), (6, None), (None, 8)):
        said = parse(text_of(available, total))
        assert (said.available, said.total) == (available, total)
    assert Entry(unknown=True).fields() == {"available": None, "total": None}
    assert Entry(None, 8, unknown=True).fields() == {"available": None, "total": 8}
