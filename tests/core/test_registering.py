"""What a party at the desk has in common, and what it becomes when it is saved."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import check_wire
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation import registering as sheets
from kcr2desk.core.repatriation import registering_family as family
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.people import ManifestLine, Person, TravelGroup
from kcr2desk.core.repatriation.registering import SHARED, Party, Sheet
from kcr2desk.core.repatriation.registering_changes import Desk, changes
from kcr2desk.core.repatriation.registering_kept import from_kept, kept, nothing_to_keep

TODAY = date(2026, 7, 14)
STREAM = "operation:o"
DESK = Desk("a1", "4", "smit", 1)


def book(*records: object) -> OperationBook:
    return OperationBook(STREAM, records)  # type: ignore[arg-type]


def party_of(*people: tuple[str, str, str], there: OperationBook | None = None) -> Party:
    """(birth date, sex, family name) of who is scanned one after another."""
    ids = count()
    party = Party()
    for born, sex, name in people:
        sheet = sheets.fresh(f"p{len(party.sheets)}", birth_date=born, sex=sex, family_name=name)
        party = party.joined(sheet)
        party = family.grouped(party, lambda: f"g{next(ids)}")
        party = family.settled(party, there or book(), TODAY)
    return party


def saved(party: Party, there: OperationBook | None = None) -> list[Change]:
    ids = count()
    return changes(party, there or book(), DESK, lambda: f"n{next(ids)}")


def relations(party: Party) -> list[str]:
    return [sheet.text("relation") for sheet in party.sheets]


# -- families --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([("1979", "M", "Berg"), ("1982", "F", "Amrani"), ("2012", "F", "Berg")],
         ["head", "partner", "child"]),
        ([("2012", "F", "Berg"), ("1979", "M", "Berg")], ["child", "head"]),
        ([("1979", "M", "Berg"), ("1950", "F", "Smit"), ("1935", "M", "Smit")],
         ["head", "parent", "grandparent"]),
        ([("1979", "M", "Berg"), ("1981", "M", "Berg")], ["head", "sibling"]),
        ([("1979", "M", "Berg"), ("", "F", "Berg")], ["head", ""]),
        ([("1979", "M", "Berg"), ("1981", "M", "Smit")], ["head", "other"]),
    ],
)  # fmt: skip
def test_relations_follow_from_ages_and_names(
    people: list[tuple[str, str, str]], expected: list[str]
) -> None:
    assert relations(party_of(*people)) == expected


def test_what_an_officer_said_of_a_relation_stays() -> None:
    party = party_of(("1979", "M", "Berg"), ("1982", "F", "Amrani"))
    party = family.settled(family.said(party, "relation", "sibling"), book(), TODAY)
    party = family.settled(family.said(party, "birth_date", "1990"), book(), TODAY)
    assert relations(party) == ["head", "sibling"]


def test_another_head_may_be_named() -> None:
    party = party_of(("1979", "M", "Berg"), ("1982", "F", "Amrani"))
    party = family.settled(family.said(party, "relation", "head"), book(), TODAY)
    assert relations(party) == ["partner", "head"]


def test_a_minor_is_alone_until_an_adult_or_a_guardian_is_there() -> None:
    party = party_of(("2015", "M", "Berg"), ("2013", "F", "Berg"))
    assert all(s.values["minor_alone"] for s in party.sheets)
    assert not any(s.values["minor_alone"] for s in party_of(("2015", "M", "B"), ("1980", "F", "B"))
                   .sheets)  # fmt: skip
    party = family.settled(family.said(party, "guardian_name", "Tante Mien"), book(), TODAY)
    assert [s.values["minor_alone"] for s in party.sheets] == [True, False]


def test_the_mark_of_who_is_kept_is_never_taken_away_by_itself() -> None:
    child = Person(id="c", stream=STREAM, birth_date="2015", minor_alone=True, group="g")
    group = TravelGroup(id="g", stream=STREAM, head="c")
    there = book(child, group)
    party = Party(sheets=(sheets.of_person(child),), at=0)
    party = party.joined(sheets.fresh("p", birth_date="1980"))
    party = family.settled(family.grouped(party, lambda: "x"), there, TODAY)
    assert party.sheets[0].values["minor_alone"] is True
    assert family.adult_came(party, party.sheets[0], there, TODAY)


def test_who_leaves_the_group_takes_nothing_of_it_along() -> None:
    party = party_of(("1979", "M", "Berg"), ("1982", "F", "Amrani"))
    party = family.settled(family.said(party, "city", "Ede"), book(), TODAY)
    party = family.settled(family.on_its_own(party), book(), TODAY)
    assert [s.values["city"] for s in party.sheets] == ["Ede", ""]
    assert party.sheets[1].values["group"] == ""


NAMES = st.sampled_from(sorted(SHARED - {"nights"}))


@given(
    st.lists(st.tuples(st.integers(0, 3), NAMES, st.text("ab", max_size=2), st.booleans()),
             max_size=12)
)  # fmt: skip
def test_who_follows_the_head_says_what_the_head_says(
    acts: list[tuple[int, str, str, bool]],
) -> None:
    party = party_of(*[("1979", "M", "B"), ("1982", "F", "B"), ("2012", "F", "B"), ("", "", "C")])
    own: dict[tuple[int, str], str] = {}
    for at, name, text, only in acts:
        before = party.sheets
        party = family.said(party.turned(at), name, text, only=only)
        party = family.settled(party, book(), TODAY)
        if only and at == 0:
            for other in range(1, len(party.sheets)):
                own.setdefault((other, name), before[other].text(name))
        elif only or (at, name) in own:
            own[at, name] = text
    head = party.sheets[0]
    for at, sheet in enumerate(party.sheets):
        for name in SHARED:
            if (at, name) in own:
                assert sheet.values[name] == own[at, name]
            else:
                assert sheet.values[name] == head.values[name]


# -- drafts ----------------------------------------------------------------------------------------


def test_a_party_comes_back_from_its_draft_as_it_was() -> None:
    party = party_of(("1979", "M", "Berg"), ("2012", "F", "Berg"))
    party = family.settled(family.said(party, "city", "Ede"), book(), TODAY)
    sheet = party.sheet
    assert sheet is not None
    sheet = sheets.noted_need(sheets.toggled_need(sheet, "medical"), "medical", "x", medical=True)
    sheet = sheets.scanned(sheet, {"sex": "F"}, ["sex"], {"sex": "M"}, {"bsn": "1"})
    party = party.put(replace(sheet, unread={"birth_date": "ooit"}))
    wire = json.loads(json.dumps(kept(party, STREAM, "jan")))
    assert from_kept(wire) == (party, "jan")


ODD = st.recursive(
    st.none() | st.booleans() | st.text(max_size=3),
    lambda e: st.lists(e, max_size=3) | st.dictionaries(st.text(max_size=5), e),
)


@given(sheets_=ODD, groups=ODD, values=ODD, at=ODD)
def test_what_another_version_kept_does_no_harm(
    sheets_: object, groups: object, values: object, at: object
) -> None:
    one = {"id": "p", "values": values, "needs": values, "said": values, "newer": 1}
    for odd in (sheets_, {"sheets": sheets_, "groups": groups, "at": at}, {"sheets": [one, at]}):
        party, _ = from_kept({"party": odd, "stream": STREAM})  # type: ignore[dict-item]
        assert isinstance(party, Party)


def test_nothing_said_is_nothing_to_keep() -> None:
    assert nothing_to_keep(Party().joined(sheets.fresh("p")))
    assert not nothing_to_keep(Party(), "jan")
    assert not nothing_to_keep(Party().joined(sheets.fresh("p", phone="1")))


# -- what is saved ---------------------------------------------------------------------------------


def test_every_value_that_is_saved_is_one_that_the_hub_takes() -> None:
    party = party_of(("1979-04-12", "M", "Berg"), ("2012", "F", "Berg"))
    party = party.put(sheets.toggled_need(party.sheets[1], "medical"))
    for change in saved(party):
        for name, value in change.fields.items():
            assert check_wire(RECORD_TYPES[change.type].fields[name], value) is None


def test_somebody_alone_gets_no_group() -> None:
    party = Party().joined(sheets.fresh("p", spoken_name="Amira", group="g"))
    party = family.settled(party, book(), TODAY)
    change, _seen = saved(party)
    assert "group" not in change.fields
    assert "relation" not in change.fields


def test_of_who_refuses_only_that_is_kept() -> None:
    sheet = replace(sheets.fresh("p", family_name="Berg", spoken_name="Piet", seat="3C"),
                    outcome="refused")  # fmt: skip
    sheet = sheets.toggled_need(sheet, "medical")
    (change,) = saved(Party().joined(sheet))
    assert change.fields == {
        "spoken_name": "Piet", "seat": "3C", "arrival": "a1", "outcome": "refused",
        "registered_at": 1, "desk": "4",
    }  # fmt: skip


def test_a_tick_says_of_the_line_who_it_is() -> None:
    line = ManifestLine(id="l", stream=STREAM, about="o", full_name="Jan Bakker", city="Ede")
    sheet = sheets.with_line(sheets.fresh("p"), line, chosen=True)
    made, seen, ticked = saved(Party().joined(sheet), book(line))
    assert seen.fields == {"about": "p", "station": "registered", "passed_at": 1}
    assert made.fields["spoken_name"] == "Jan Bakker"
    assert made.fields["city"] == "Ede"
    assert ticked == Change("manifestline", "l", How.EDIT, {"person": ["", "p"]})


def test_what_was_left_out_and_what_was_said_go_before_the_list() -> None:
    line = ManifestLine(id="l", stream=STREAM, about="o", phone="1", mail="m", city="Ede")
    sheet = sheets.with_line(sheets.fresh("p", city="Breda"), line)
    sheet = sheets.left_out(sheet, "mail")
    assert sheets.offers(sheet, line) == {"phone": "1"}


def test_a_person_who_is_there_gets_only_what_differs() -> None:
    person = Person(id="p", stream=STREAM, outcome="registered", phone="1", city="Ede")
    sheet = sheets.of_person(person)
    assert saved(Party(sheets=(sheet,), at=0), book(person)) == []
    sheet = sheet.with_values(phone="2")
    (change,) = saved(Party(sheets=(sheet,), at=0), book(person))
    assert change == Change("person", "p", How.EDIT, {"phone": ["1", "2"]})


def test_a_correction_is_taken_or_the_value_stands() -> None:
    sheet = sheets.scanned(sheets.fresh("p"), {"birth_date": "1985"}, ["birth_date"],
                           {"birth_date": "1965"})  # fmt: skip
    taken = sheets.corrected(sheet, "birth_date")
    assert (taken.values["birth_date"], taken.values["checks"]) == ("1965", [])
    stands = sheets.corrected(replace(sheet, corrections={}), "birth_date")
    assert (stands.values["birth_date"], stands.values["checks"]) == ("1985", [])


def sheet_of(**values: str) -> Sheet:
    return sheets.fresh("p", **values)


def test_a_document_is_the_same_however_it_is_written() -> None:
    sheet = sheet_of(document_number="NX 12-345", document_country="NLD")
    assert sheets.same_document(sheet, "nx12345", "NLD")
    assert not sheets.same_document(sheet, "nx12345", "BEL")
    assert not sheets.same_document(sheet_of(), "", "")
