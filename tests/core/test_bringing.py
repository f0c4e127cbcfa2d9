"""Bringing in lists: what is new, changed, gone or the same; once more changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk import matching
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import from_wire
from kcr2desk.core.records import RECORD_TYPES, build
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.bringing import Preview, preview
from kcr2desk.core.repatriation.bringing_arrival import arrivings, plain_code, proposed
from kcr2desk.core.repatriation.bringing_changes import MOST, cancelling, changes
from kcr2desk.core.repatriation.operation import Arrival, stream_of
from kcr2desk.core.repatriation.people import ManifestLine
from kcr2desk.exchange.listed import Listed, ListedFile, ListedFlight

NOW = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
OPERATION = "01932f00-0000-7000-8000-000000000001"
STREAM = stream_of(OPERATION)


@dataclass
class Desk:
    """A book that takes changes as a cache would."""

    book: OperationBook = field(default_factory=lambda: OperationBook(STREAM))

    def take(self, change: Change) -> None:
        specs = RECORD_TYPES[change.type].fields
        if change.how is How.NEW:
            assert self.book.get(change.type, change.id) is None
            self.book.put(build(change.type, change.id, STREAM, 0, change.fields))
            return
        held = self.book.get(change.type, change.id)
        assert held is not None
        new = {n: from_wire(specs[n], v[1]) for n, v in change.fields.items()}  # type: ignore[index]
        self.book.put(replace(held, **new))

    def look(self, file: ListedFile, list_name: str = "applied", arrival: str = "") -> Preview:
        return preview(self.book, file, list_name, arrival, NOW, origin="lijst.csv")

    def bring(self, file: ListedFile, list_name: str = "applied", arrival: str = "") -> Preview:
        seen = self.look(file, list_name, arrival)
        for part in changes(seen, matching.pairs):
            assert 0 < len(part) <= MOST
            for change in part:
                self.take(change)
        return seen

    def all(self) -> dict[str, Any]:
        names = ("manifestline", "personlink", "arrival")
        return {n: {r.id: r for r in self.book._every(RECORD_TYPES[n].cls, n)} for n in names}


def person(
    name: str, birth: str = "", number: str = "", country: str = "NLD", **more: Any
) -> dict[str, Any]:
    given, _, family = name.partition(" ")
    told = {
        "full_name": name, "given_names": given, "family_name": family, "birth_date": birth,
        "document_number": number, "document_country": country if number else "", **more,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}


def sheet(*people: dict[str, Any], **more: Any) -> ListedFile:
    lines = tuple(Listed(fields, row) for row, fields in enumerate(people, 2))
    return ListedFile("sheet", lines, **more)


ANNA = person("Anna Jansen", "1980-02-03", "AB1234567", seat="12A")
BRAM = person("Bram Kok", "1990-05-06")
NOOR = person("Noor Haddad")


def statuses(seen: Preview) -> list[str]:
    return [line.status for line in seen.lines]


def test_all_is_new_and_then_all_is_the_same():
    desk = Desk()
    assert statuses(desk.bring(sheet(ANNA, BRAM, NOOR))) == ["new"] * 3
    before = desk.all()
    again = desk.look(sheet(NOOR, BRAM, ANNA))
    assert statuses(again) == ["same"] * 3
    assert changes(again, matching.pairs) == ()
    assert desk.all() == before


PEOPLE = st.lists(
    st.builds(
        person,
        st.sampled_from(["Anna Jansen", "Bram Kok", "Noor Haddad", "Jan de Wit", "Lot Bos"]),
        st.sampled_from(["", "1980-02-03", "1980-03-02", "1990"]),
        st.sampled_from(["", "", "AB1234567", "AB1234568", "XX"]),
        st.sampled_from(["NLD", "BEL"]),
        seat=st.sampled_from(["", "1A", "1B"]),
    ),
    max_size=8,
)


@given(PEOPLE, st.randoms())
def test_bringing_in_twice_changes_nothing_in_whatever_order(people: Any, rng: Any):
    desk = Desk()
    desk.bring(sheet(*people))
    before = desk.all()
    assert len(before["manifestline"]) == len(people)
    assert desk.look(sheet(*people)).count("same") == len(people)
    desk.bring(sheet(*people))
    assert desk.all() == before
    shuffled = list(people)
    rng.shuffle(shuffled)
    again = desk.look(sheet(*shuffled))
    assert again.count("new") == 0
    assert not again.gone


@given(PEOPLE)
def test_two_desks_that_bring_in_the_same_make_the_same(people: Any):
    one, other = Desk(), Desk()
    one.bring(sheet(*people))
    other.bring(sheet(*people))
    assert one.all() == other.all()


def test_what_a_desk_found_is_not_touched():
    desk = Desk()
    desk.bring(sheet(ANNA, BRAM))
    line = desk.book.lines(list="applied")[0]
    desk.book.put(replace(line, person="p1", settled="stayed"))
    seen = desk.bring(sheet({**ANNA, "seat": "14C"}, BRAM))
    found = desk.book.line(line.id)
    assert found is not None
    assert (found.person, found.settled) == ("p1", "stayed")
    assert [each.gone_before for each in seen.lines].count(True) == 1


def test_a_newer_edition_says_what_differs_and_who_is_gone():
    desk = Desk()
    desk.bring(sheet(ANNA, BRAM, NOOR))
    new = {**BRAM, "document_number": "EX111111", "document_country": "BEL"}
    seen = desk.look(sheet({**ANNA, "seat": "14C"}, new))
    assert statuses(seen) == ["changed", "changed"]
    assert (seen.lines[0].was, seen.lines[0].now) == ({"seat": "12A"}, {"seat": "14C"})
    assert set(seen.lines[1].now) == {"document_number", "document_country"}
    assert [line.full_name for line in seen.gone] == ["Noor Haddad"]
    for part in changes(seen):
        for change in part:
            desk.take(change)
    assert len(desk.book.lines()) == 3
    for part in cancelling(seen.gone):
        for change in part:
            desk.take(change)
    assert [line.settled for line in desk.book.lines()].count("cancelled") == 1
    assert not desk.look(sheet({**ANNA, "seat": "14C"}, new)).gone


def test_another_part_of_a_long_list_makes_nobody_gone():
    desk = Desk()
    desk.bring(sheet(ANNA, BRAM))
    assert not desk.look(sheet(NOOR)).gone


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (person("Bram Kok"), person("Bram Kok", "1990-05-06"), True),
        (person("Bram Kok", "1990-05-06"), person("Bram Kok"), True),
        (person("Bram Kok", "1990-05-06"), person("Bram Kok", "1990-06-05"), True),
        (person("Bram Kok", "1990-05-06"), person("Bram Kok", "1960-01-02"), False),
        (person("Bram Kok", "1990", "AB1"), person("B. Kok", "1990", "AB1"), True),
        (person("An Bos", "1990", "AB12"), person("An Bos", "1990", "AB13"), True),
        (person("An Bos", "1990", "AB12"), person("Bo Wit", "1960", "AB12", "BEL"), False),
        (person("An Bos", "1990", "000000"), person("Bo Wit", "1960", "000000"), False),
    ],
)
def test_which_line_is_which(before: Any, after: Any, same: bool):
    desk = Desk()
    desk.bring(sheet(before))
    assert (desk.look(sheet(after)).count("new") == 0) is same


def test_namesakes_are_two_lines_and_stay_two():
    desk = Desk()
    one, two = {**NOOR, "seat": "1A"}, {**NOOR, "seat": "1B"}
    seen = desk.bring(sheet(one, two))
    assert [line.alike for line in seen.lines] == [(3,), (2,)]
    again = desk.look(sheet(two, one))
    assert statuses(again) == ["same", "same"]


def test_children_in_the_passport_of_a_parent_are_three_people():
    desk = Desk()
    family = [person(f"{name} Jansen", birth, "AB1234567") for name, birth in
              (("Anna", "1980"), ("Bo", "2015"), ("Cas", "2018"))]  # fmt: skip
    desk.bring(sheet(*family))
    assert len(desk.book.lines()) == 3
    assert statuses(desk.look(sheet(*reversed(family)))) == ["same"] * 3


def test_who_is_in_a_list_twice_is_proposed_once():
    desk = Desk()
    desk.bring(sheet(ANNA, BRAM, person("Anna Janssen", "1980-02-03", "AB1234567")))
    (link,) = desk.book.every_link()
    assert (link.verdict, link.one_type) == ("proposed", "manifestline")
    assert "document" in link.reasons
    desk.book.put(replace(link, verdict="different"))
    desk.bring(sheet(ANNA, BRAM, person("Anna Janssen", "1980-02-03", "AB1234567"), NOOR))
    (link,) = desk.book.every_link()
    assert link.verdict == "different"


def test_a_crash_in_the_middle_and_once_more_is_as_if_it_had_not_been():
    people = [
        person(f"Jan Bos{n % 400}", f"19{n % 60 + 30}-01-02", f"AB{n:07}") for n in range(900)
    ]
    file = sheet(*people)
    whole, broken = Desk(), Desk()
    whole.bring(file)
    parts = changes(broken.look(file), matching.pairs)
    assert len(parts) > 1
    for change in parts[0]:
        broken.take(change)
    again = broken.bring(file)
    assert 0 < again.count("same") < 900
    assert broken.all()["manifestline"] == whole.all()["manifestline"]
    assert broken.all()["personlink"].keys() == whole.all()["personlink"].keys()


def test_totals_of_the_file_are_checked():
    people = [person(f"Jan Bos{n}") for n in range(260)]
    seen = Desk().look(sheet(*people, declared={"passengers": 206}), "manifest")
    (total,) = seen.differing
    assert (total.declared, total.listed) == (206, 260)
    crew = [*people[:2], person("Co Piloot", crew=True)]
    for declared in ({"passengers": 2, "crew": 1}, {"passengers": 3}):
        assert not Desk().look(sheet(*crew, declared=declared), "manifest").differing


def flight(code: str, hours: int = 0, **more: Any) -> ListedFlight:
    return ListedFlight(code, "BEY", "EIN", NOW + timedelta(hours=hours), **more)


def test_a_flight_that_a_list_names_becomes_an_arrival_once():
    desk = Desk()
    file = sheet(ANNA, flights=(flight("HV 9001", 2),), declared={"passengers": 206})
    arrival = proposed(desk.book, file.flights, NOW)
    seen = desk.bring(file, "manifest", arrival)
    assert seen.plan is not None
    assert seen.plan.is_new
    (made,) = desk.book.arrivals
    assert (made.code, made.origin, made.declared_count) == ("HV 9001", "BEY", 206)
    assert desk.book.lines(made.id, "manifest")[0].full_name == "Anna Jansen"
    late = sheet(ANNA, flights=(flight("HV9001", 2, actual_at=NOW + timedelta(hours=5)),))
    assert arrivings(desk.book, late.flights)[0].id == made.id
    desk.bring(late, "manifest", made.id)
    (made,) = desk.book.arrivals
    assert made.actual_at == NOW + timedelta(hours=5)
    assert changes(desk.look(late, "manifest", made.id)) == ()


def test_the_same_flight_of_another_day_is_another_arrival():
    desk = Desk()
    desk.book.put(Arrival(id="a1", stream=STREAM, about=OPERATION, code="HV9001", expected_at=NOW))
    (found,) = arrivings(desk.book, [flight("HV9001", 48)])
    assert found.known is None
    (found,) = arrivings(desk.book, [flight("HV9001", 3)])
    assert found.id == "a1"
    with pytest.raises(KeyError):
        desk.look(sheet(ANNA), "manifest", "nowhere")


def test_lists_of_two_arrivals_do_not_mix():
    desk = Desk()
    for code in ("a1", "a2"):
        desk.book.put(Arrival(id=code, stream=STREAM, about=OPERATION, code=code))
    desk.bring(sheet(ANNA), "manifest", "a1")
    desk.bring(sheet(ANNA), "manifest", "a2")
    desk.bring(sheet(ANNA), "boarded", "a1")
    assert len(desk.book.lines()) == 3


def test_what_a_pfif_file_says_is_the_same_is_proposed():
    lines = [{**BRAM, "key": "x.org/1"}, {**NOOR, "key": "x.org/2"}]
    desk = Desk()
    file = sheet(*lines, same=(("x.org/1", "x.org/2"), ("x.org/1", "elsewhere/9")))
    desk.bring(file, "pfif")
    (link,) = desk.book.every_link()
    assert link.reasons == {"listed_same"}
    assert changes(desk.look(file, "pfif"), matching.pairs) == ()
    changed = sheet({**lines[0], "full_name": "Bram de Kok", "family_name": "Kok", "prefix": "de"})
    assert desk.look(changed, "pfif").lines[0].status == "changed"


def test_codes_of_flights():
    assert plain_code("KL 0123") == plain_code("kl123") == "KL123"
    assert plain_code("Bus 4") == "BUS4"


def test_rows_that_cannot_be_read_are_apart_from_what_is_odd():
    from kcr2desk.exchange.problems import Problem

    wrong = Problem("x", 9, "person-nameless")
    odd = Problem("x", 2, "person-date", "gisteren")
    seen = Desk().look(sheet(ANNA, problems=(wrong, odd)))
    assert (seen.unreadable, seen.odd) == ((wrong,), (odd,))


def test_a_line_has_where_it_came_from():
    desk = Desk()
    desk.bring(sheet(ANNA))
    (line,) = desk.book.lines()
    assert isinstance(line, ManifestLine)
    assert (line.origin, line.row, line.about, line.list) == ("lijst.csv", 2, OPERATION, "applied")
