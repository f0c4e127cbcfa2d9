"""How far an arrival is, and what is told of an operation outside of it."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.fields import FieldError
from kcr2desk.core.repatriation.counting import counted, told
from kcr2desk.core.repatriation.opening import ends_at, letting_in, opening
from kcr2desk.core.repatriation.privacy import FIRST, privacy_texts
from kcr2desk.core.repatriation.progress import progress
from tests.core.hall_records import FLIGHT, NOW, OPERATION, Hall, ago


def flight_with(hall: Hall, **fields: int) -> None:
    found = hall.book.arrival(FLIGHT)
    assert found is not None
    hall.put(dataclasses.replace(found, **fields))


def test_seats_are_expected_until_papers_and_papers_until_a_list():
    hall = Hall()
    assert progress(hall.book, FLIGHT, NOW).source == ""
    flight_with(hall, capacity=250)
    assert progress(hall.book, FLIGHT, NOW).expected == 250
    assert progress(hall.book, FLIGHT, NOW).source == "capacity"
    flight_with(hall, capacity=250, declared_count=185)
    assert progress(hall.book, FLIGHT, NOW).source == "declared"
    for _ in range(3):
        hall.line()
    assert (
        progress(hall.book, FLIGHT, NOW).expected,
        progress(hall.book, FLIGHT, NOW).source,
    ) == (3, "manifest")
    hall.line(list="boarded")
    assert progress(hall.book, FLIGHT, NOW).expected == 1


def test_crew_and_who_will_not_come_are_not_expected():
    hall = Hall()
    hall.line(crew=True)
    hall.line(settled="no_show")
    hall.line()
    assert progress(hall.book, FLIGHT, NOW).expected == 1


def test_a_line_that_two_lists_tell_is_expected_once():
    hall = Hall()
    hall.link(hall.line(), hall.line())
    assert progress(hall.book, FLIGHT, NOW).expected == 1


def test_who_is_rightly_on_no_list_is_expected_too():
    hall = Hall()
    hall.line(person=hall.person(unlisted=True))  # a line was found for this one after all
    hall.line(settled="no_show")
    both = [hall.person(unlisted=True), hall.person()]
    hall.person()
    assert (
        progress(hall.book, FLIGHT, NOW).expected,
        progress(hall.book, FLIGHT, NOW).counted,
    ) == (2, 4)
    hall.link(*both)
    found = progress(hall.book, FLIGHT, NOW)
    assert (found.expected, found.counted, found.left) == (2, 3, 0)


def test_the_end_is_foretold_from_the_pace_of_now():
    hall = Hall()
    for _ in range(20):
        hall.line()
    for minute in range(10):
        hall.person(registered_at=ago(minute + 0.5), desk=f"Balie {minute % 2}")
    found = progress(hall.book, FLIGHT, NOW)
    assert (found.counted, found.left) == (10, 10)
    assert found.per_minute == pytest.approx(10 / 9.5)
    assert found.ends_at == NOW + timedelta(minutes=9.5)
    assert [(d.desk, d.registered) for d in found.desks] == [("Balie 0", 5), ("Balie 1", 5)]


def test_nobody_tells_an_end_from_two_people_or_from_a_pause():
    hall = Hall()
    for _ in range(5):
        hall.line()
    hall.person(registered_at=ago(1))
    hall.person(registered_at=ago(45))
    hall.person(registered_at=ago(50))
    assert progress(hall.book, FLIGHT, NOW).ends_at is None


def test_the_same_person_at_two_desks_is_counted_once():
    hall = Hall()
    hall.link(hall.person(registered_at=ago(2)), hall.person(registered_at=ago(1)))
    assert progress(hall.book, FLIGHT, NOW).counted == 1


def test_a_registration_behind_which_nobody_stands_counts_neither_here_nor_outside():
    hall = Hall()
    first = hall.person(outcome="duplicate", registered_at=ago(3))
    hall.link(first, hall.person(registered_at=ago(2)))
    hall.person(outcome="cancelled", registered_at=ago(1))
    for _ in range(4):
        hall.person(registered_at=ago(1))
    assert progress(hall.book, FLIGHT, NOW).counted == 5
    assert counted(hall.book).numbers["arrived"] == 5
    assert counted(hall.book).numbers["registered"] == 5


# -- counts


def test_small_numbers_are_not_told():
    hall = Hall()
    for n in range(6):
        person = hall.person(minor_alone=n < 2)
        hall.need(person, "mobility")
        if n < 4:
            hall.need(person, "baby")
            hall.hand_over(person, status="done")
    found = counted(hall.book)
    assert found.numbers == {
        "expected": None, "arrived": 6, "registered": 6, "handed_over": None,
        "minors_alone": None,
    }  # fmt: skip
    assert found.needs == {"mobility": 6, "baby": None}


@given(st.integers(0, 10_000))
def test_nothing_under_five_is_ever_told(number: int):
    assert told(number) == (number if number >= 5 else None)


def test_counts_name_nobody():
    hall = Hall()
    for n in range(9):
        hall.person(spoken_name=f"Geheim {n}", document_number=f"NX{n}")
    assert "Geheim" not in str(counted(hall.book))


# -- opening


def test_who_opens_an_operation_leads_it():
    told = {"title": "T", "purpose": "P", "legal_ground": "G", "opened_at": NOW}
    operation, member = opening(OPERATION, "jansen", told)
    assert (operation.id, member.fields["role"]) == (OPERATION, "lead")
    assert operation.fields["stations"]
    with pytest.raises(FieldError):
        opening(OPERATION, "jansen", {**told, "status": "nonsense"})


def test_two_desks_let_the_same_account_in_once():
    assert (
        letting_in(OPERATION, "Jansen", "registrar").id
        == letting_in(OPERATION, " jansen", "medical").id
    )


def test_the_term_ends_so_many_days_after_the_opening():
    hall = Hall()
    found = hall.book.operation
    assert found is not None
    assert ends_at(found) == ago(600) + timedelta(days=30)
    assert ends_at(dataclasses.replace(found, opened_at=None)) is None


def test_the_privacy_text_says_what_the_operation_says():
    found = Hall().book.operation
    assert found is not None
    texts = privacy_texts(found)
    assert list(texts)[:2] == ["nl", "en"]
    assert set(texts) == set(FIRST)
    for text in texts.values():
        assert "{" not in text
        assert "30" in text
    own = dataclasses.replace(found, privacy={"en": "We keep it {days} days. {other}"})
    assert privacy_texts(own) == {"en": "We keep it 30 days. {other}"}
