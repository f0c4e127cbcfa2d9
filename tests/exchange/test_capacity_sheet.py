"""Capacity and the spreading plan out of sheets: mapped, checked, compared, saved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.core.bijstand import Capacity, capacity_id
from kcr2desk.core.book import Book
from kcr2desk.core.changes import How
from kcr2desk.core.merge import lay_over, merge
from kcr2desk.core.records import build
from kcr2desk.exchange import capacity_sheet as sheet
from kcr2desk.exchange.capacity_cells import moment, number, numbers
from kcr2desk.exchange.capacity_names import OwnerNames, field_of
from kcr2desk.exchange.problems import Refused, sentence
from tests.exchange.sheet_world import NOW, OWNERS, TYPES, rows

PAIR = ("VR05", "fire_platoon")


def seen(data: bytes | str, book: Book | None = None, **how: Any) -> sheet.Preview:
    kind, only = how.get("kind", "capacity"), how.get("only", "")
    if isinstance(data, str):
        table = sheet.read_pasted(data)
    else:
        table = sheet.read_rows(data, "stand.xlsx")
    columns = sheet.guess(table, OWNERS, TYPES, kind)
    assert sheet.Columns.from_json(columns.to_json()) == columns
    checked = sheet.check(table, columns, OWNERS, TYPES, NOW, only=only)
    return sheet.preview(checked, (book or Book()).capacity)


def said(preview: sheet.Preview) -> dict[tuple[str, str], dict[str, Any]]:
    return {(c.owner, c.resource): dict(c.now) for c in preview.changes}


def codes(preview: sheet.Preview) -> list[tuple[int | None, str]]:
    for problem in (*preview.problems, *preview.remarks):
        assert sentence(problem, "nl").startswith(problem.file)
    return [(p.line, p.code) for p in preview.problems]


def known(**fields: Any) -> Book:
    return Book([
        Capacity(
            id=capacity_id("national", *PAIR), stream="national", source="VR05", owner="VR05",
            resource="fire_platoon", **fields,
        )
    ])  # fmt: skip


HEADS = ["Veiligheidsregio", "Middel", "Totaal", "Beschikbaar", "Restdekking", "Opmerking",
         "Peildatum"]  # fmt: skip


def test_a_list_says_all_of_it():
    found = seen(
        rows(
            HEADS,
            ["Veiligheidsregio Twente", "peloton", 6, "5", 1.0, "ok", datetime(2026, 7, 3, 9)],
        )
    )
    assert said(found) == {PAIR: {"total": 6, "available": 5, "reserve": 1, "note": "ok"}}
    assert found.changes[0].checked_at == datetime(2026, 7, 3, 7, tzinfo=UTC)
    assert not found.problems


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Gelderland", "Peloton", 6], "owner-unknown"),
        (["VR05 Groningen", "Peloton", 6], "owner-ambiguous"),
        ([None, "Peloton", 6], "owner-missing"),
        (["Twente", "Eenhoorn", 6], "resource-unknown"),
        (["Twente", None, 6], "resource-missing"),
        (["Twente", "Peloton", "acht"], "number-wrong"),
        (["Twente", "Peloton", -1], "number-negative"),
        (["Twente", "Peloton", 2.5], "number-fraction"),
        (["Twente", "Peloton", 612345678], "number-large"),
        (["Twente", "Peloton", datetime(2026, 8, 6)], "number-date"),
        (["Twente", "Peloton", "=A1"], "cell-formula"),
        (["Twente", "Peloton", "#N/A"], "cell-error"),
        (["Twente", "Peloton", 5, 6], "more-than-total"),
        (["Twente", "Peloton", 5, 4, 6], "reserve-over-total"),
        (["Twente", "Peloton", 5, 4, 1, "", "morgen"], "time-wrong"),
        (["Twente", "Peloton", 5, 4, 1, "", datetime(2027, 1, 1)], "time-future"),
    ],
)
def test_a_wrong_row_is_not_taken_and_says_why(row: list[Any], code: str):
    found = seen(rows(HEADS, ["Drenthe", "Peloton", 3], row))
    assert codes(found) == [(3, code)]
    assert list(said(found)) == [("VR03", "fire_platoon")]


def test_a_letter_too_many_is_read_over_and_said():
    found = seen(rows(HEADS, ["Haagladen", "Peletons", 3]))
    assert said(found) == {("VR15", "fire_platoon"): {"total": 3}}
    assert [p.code for p in found.remarks] == ["owner-read-as", "resource-read-as"]


def test_a_province_is_no_region():
    assert codes(seen(rows(HEADS, ["Noord-Brabant", "Peloton", 3]))) == [(2, "owner-unknown")]


def test_rows_that_contradict_are_both_left_out_and_the_same_ones_count_once():
    found = seen(
        rows(
            HEADS,
            ["Twente", "Peloton", 3], ["VR05", "Peloton", 4],
            ["Drenthe", "Peloton", 3], ["VRD", "Peloton", 3],
            ["Totaal", None, 13],
        )
    )  # fmt: skip
    assert codes(found) == [(2, "row-twice"), (3, "row-twice")]
    assert said(found) == {("VR03", "fire_platoon"): {"total": 3}}
    assert [p.code for p in found.remarks] == ["rows-total", "row-repeated"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_matrix_either_way_round(turned: bool):
    grid = [
        ["", "Peloton", "WTS", "KWT"],
        ["Twente", "6/8", "3", "-"],
        ["Drenthe", "5 van 6", "n.v.t.", "0"],
    ]
    if turned:
        grid = [list(line) for line in zip(*grid, strict=True)]
    found = seen("\n".join("\t".join(line) for line in grid))
    assert said(found) == {
        ("VR05", "fire_platoon"): {"available": 6, "total": 8},
        ("VR05", "water_transport"): {"available": 3},
        ("VR03", "fire_platoon"): {"available": 5, "total": 6},
        ("VR03", "water_small"): {"available": 0},
    }
    assert not found.problems


def test_a_matrix_with_a_row_for_each_number():
    found = seen("Regio\tWat\tPeloton\tWTS\nTwente\tbeschikbaar\t5\t1\nTwente\ttotaal\t6\t2\n")
    assert said(found) == {
        ("VR05", "fire_platoon"): {"available": 5, "total": 6},
        ("VR05", "water_transport"): {"available": 1, "total": 2},
    }


def test_the_caller_corrects_a_column():
    table = sheet.read_pasted("Regio\tMiddel\tStuks\nTwente\tPeloton\t4\n")
    columns = sheet.guess(table, OWNERS, TYPES)
    wrong = sheet.check(table, columns, OWNERS, TYPES, NOW)
    assert [p.code for p in wrong.problems] == ["no-number-column"]
    right = sheet.check(table, columns.with_role(2, "available"), OWNERS, TYPES, NOW)
    assert right.rows[0].fields == {"available": 4}
    assert sheet.signature(table.headers) == sheet.signature(["regio", "MIDDEL", " stuks "])


@pytest.mark.parametrize(
    "data", [{}, {"roles": ["teapot"], "kind": "norm", "number": "norm"}, {"roles": "owner"}]
)
def test_a_remembered_mapping_that_is_none_is_refused(data: dict[str, Any]):
    with pytest.raises(ValueError):
        sheet.Columns.from_json(data)


def test_a_region_officer_changes_the_own_region_only():
    found = seen(rows(HEADS, ["Twente", "Peloton", 3], ["Drenthe", "Peloton", 3]), only="VR05")
    assert codes(found) == [(3, "owner-not-yours")]
    assert list(said(found)) == [PAIR]
    own = seen("Middel\tBeschikbaar\nPeloton\t4\n", only="VR05")
    assert said(own) == {PAIR: {"available": 4}}
    across = seen("Middel\tTwente\tDrenthe\nPeloton\t4\t3\n", only="VR05")
    assert said(across) == {PAIR: {"available": 4}}
    assert codes(across) == [(2, "owner-not-yours")]


def test_the_preview_has_was_and_now_and_what_stays():
    book = known(total=6, available=5, checked_at=NOW - timedelta(days=1))
    found = seen(rows(HEADS, ["Twente", "Peloton", 6, 4], ["Drenthe", "Peloton", 3]), book)
    change = found.changes[0]
    assert (dict(change.was), dict(change.now)) == ({"available": 5}, {"available": 4})
    same = seen(rows(HEADS, ["Twente", "Peloton", 6, 5]), book)
    assert (len(same.changes), len(same.unchanged)) == (0, 1)
    made = sheet.to_changes(same, now=NOW, by="Jansen")
    assert made[0].how is How.EDIT
    assert set(made[0].fields) == {"checked_at", "checked_by", "checked_how"}


def test_an_older_check_and_more_than_the_known_total_are_not_taken():
    book = known(total=6, available=5, checked_at=NOW - timedelta(hours=1))
    older = seen(rows(HEADS, ["Twente", "Peloton", 6, 4, "", "", datetime(2026, 7, 3, 9)]), book)
    assert codes(older) == [(2, "row-older")]
    assert codes(seen(rows(HEADS, ["Twente", "Peloton", None, 7]), book)) == [
        (2, "more-than-total")
    ]


def test_the_national_plan_changes_the_norm_alone():
    book = known(total=6, available=5, norm=3)
    found = seen("Regio;Middel;Aantal\nTwente;Peloton;4\nDrenthe;WTS;2\n", book, kind="norm")
    assert said(found) == {PAIR: {"norm": 4}, ("VR03", "water_transport"): {"norm": 2}}
    first, second = sheet.to_changes(found, now=NOW, by="Jansen")
    assert first.fields == {"norm": [3, 4]}
    assert second.fields == {
        "owner": "VR03", "resource": "water_transport", "source": "VR03", "norm": 2,
    }  # fmt: skip
    across = seen("Regio\tPeloton\tWTS\nTwente\t4\t6/8\n", book, kind="norm")
    assert said(across) == {PAIR: {"norm": 4}}
    assert codes(across) == [(2, "number-two")]


def test_a_new_number_is_the_same_record_on_every_desk():
    found = seen(rows(HEADS, ["Twente", "Peloton", 6, 5, 1]))
    (made,) = sheet.to_changes(found, now=NOW, by="Jansen")
    assert (made.id, made.how) == (capacity_id("national", *PAIR), How.NEW)
    record = build("capacity", made.id, "national", 0, merge(None, made).values)
    assert isinstance(record, Capacity)
    assert (record.source, record.checked_how, record.checked_by) == ("VR05", "sheet", "Jansen")
    assert (record.checked_at, record.total, record.available, record.reserve) == (NOW, 6, 5, 1)


NUMBERS = st.integers(0, 300)


@settings(deadline=None, max_examples=40)
@given(
    st.dictionaries(
        st.tuples(
            st.sampled_from([o.code for o in OWNERS if o.code != "KCR2"]),
            st.sampled_from([t.code for t in TYPES]),
        ),
        st.tuples(NUMBERS, NUMBERS).map(lambda pair: (min(pair), max(pair))),
        min_size=1,
    ),
    st.randoms(use_true_random=False),
)
def test_a_matrix_that_is_written_comes_back_and_saves(
    numbers_of: dict[tuple[str, str], tuple[int, int]], rng: Any
):
    named = {o.code: rng.choice([o.code, o.name]) for o in OWNERS}
    types = {t.code: rng.choice([t.code, t.name_nl, t.name_en, t.short]) for t in TYPES}
    lines = [["Regio", *types.values()]]
    for code, name in named.items():
        pairs = [numbers_of.get((code, each)) for each in types]
        if any(pairs):
            lines.append([name, *("-" if p is None else f"{p[0]}/{p[1]}" for p in pairs)])
    found = seen("\n".join("\t".join(line) for line in lines))
    assert not found.problems
    assert said(found) == {k: {"available": a, "total": t} for k, (a, t) in numbers_of.items()}
    book = Book()
    for change in sheet.to_changes(found, now=NOW, by="x"):
        values = lay_over(None, change)
        assert values is not None
        book.put(build("capacity", change.id, "national", 0, values))
    again = seen("\n".join("\t".join(line) for line in lines), book)
    assert not again.changes
    assert len(again.unchanged) == len(numbers_of)


@pytest.mark.parametrize(
    ("text", "value"),
    [("6", 6), (" 6,0 ", 6), ("1.200", 1200), ("1 200", 1200), ("1.200,0", 1200), ("'7", 7),
     ("geen", 0), ("n.v.t.", None), ("–", None), ("?", None), (6.0000000001, 6), (None, None)],
)  # fmt: skip
def test_numbers_as_people_write_them(text: Any, value: int | None):
    assert number(text) == value


def test_two_numbers():
    assert numbers("6/8") == (6, 8)
    assert numbers("6 van 8") == (6, 8)
    assert numbers(7) == (7, None)
    with pytest.raises(Refused):
        number("6/8")


def test_moments_are_those_of_the_netherlands_also_when_the_clock_goes_back():
    assert moment("25-10-2025 03:30", NOW) == datetime(2025, 10, 25, 1, 30, tzinfo=UTC)
    assert moment("2025-10-26T03:30", NOW) == datetime(2025, 10, 26, 2, 30, tzinfo=UTC)
    assert moment("29-03-26", NOW) == datetime(2026, 3, 28, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "code"),
    [("6", "VR06"), ("VR 6", "VR06"), ("vr-06", "VR06"), ("VNOG", "VR06"), ("Friesland", "VR02"),
     ("Noord- en Oost-Gelderland (VNOG)", "VR06"), ("VR05 - Twente", "VR05"),
     ("Brandweer Twente", "VR05"), ("Statia", "BQ-SE"), ("Defensie", "DEF"),
     ("eenheid Oost-Nederland", "POL-ON")],
)  # fmt: skip
def test_regions_as_people_write_them(text: str, code: str):
    found = OwnerNames(OWNERS).find(text)
    assert found is not None
    assert found.codes == (code,)


@pytest.mark.parametrize(
    ("head", "field"),
    [("Aantal beschikbaar per 3 juli", "available"), ("Beschikbaar (nu)", "available"),
     ("Totaal", "total"), ("Beschikbar", "available"), ("Safety region", "owner"),
     ("Kenteken", "")],
)  # fmt: skip
def test_heads_as_people_write_them(head: str, field: str):
    assert field_of(head) == field
