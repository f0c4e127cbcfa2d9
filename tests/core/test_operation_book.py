"""The book of an operation: what is found in it, and who is one human being."""

from __future__ import annotations

import dataclasses

from kcr2desk.core.repatriation.book import OperationBook, tail
from kcr2desk.core.repatriation.people import Passage, Person
from tests.core.hall_records import FLIGHT, STREAM, Hall


def test_what_is_of_another_operation_is_not_there():
    hall = Hall()
    hall.put(Person(id="x", stream="operation:other", spoken_name="Elders"))
    assert hall.book.persons() == []


def test_somebody_is_found_by_number_by_its_last_digits_and_by_wristband():
    hall = Hall()
    anna = hall.person(number="P-2026-11-0142-3", wristband="AB12")
    hall.person(number="P-2026-11-0143-1")
    for said in ("P-2026-11-0142-3", "p-2026-11-0142-3", " 0142-3 ", "ab12"):
        assert [p.id for p in hall.book.by_number(said)] == [anna]
    assert hall.book.by_number("") == []
    assert hall.book.by_number("0144-0") == []
    assert tail("P-2026-11-K7-0001-3") == "0001-3"


def test_a_record_that_moves_is_found_where_it_is_now():
    hall = Hall()
    anna = hall.person(arrival="")
    found = hall.book.person(anna)
    assert found is not None
    hall.put(dataclasses.replace(found, arrival=FLIGHT))
    assert hall.book.persons("") == []
    assert [p.id for p in hall.book.persons(FLIGHT)] == [anna]
    hall.book.drop("person", anna)
    assert hall.book.persons() == []


def test_one_human_being_counts_once_and_again_when_the_link_is_undone():
    hall = Hall()
    first, second, third = hall.person(), hall.person(), hall.person()
    hall.link(first, second)
    link = hall.link(second, third)
    people = hall.book.persons()
    assert [p.id for p in hall.book.heads(people)] == [first]
    assert hall.book.same_as(third) == {first, second, third}
    hall.link(second, third, verdict="different")
    assert [p.id for p in hall.book.heads(people)] == [first, third]
    hall.book.drop("personlink", link)
    assert hall.book.same_as(third) == {third}


def test_lines_are_found_by_arrival_and_list():
    hall = Hall()
    here = hall.line()
    applied = hall.line(arrival="", list="applied")
    assert [line.id for line in hall.book.lines(FLIGHT, "manifest")] == [here]
    assert [line.id for line in hall.book.lines(list="applied")] == [applied]
    assert [line.id for line in hall.book.lines("")] == [applied]
    assert len(hall.book.lines()) == 2


def test_a_book_becomes_another():
    hall, other = Hall(), OperationBook(STREAM)
    hall.person()
    other.become(hall.book)
    assert len(other.persons()) == 1


def test_an_account_is_a_member_however_it_is_written():
    from kcr2desk.core.repatriation.operation import Member

    hall = Hall()
    hall.made(Member, about="o", account="Jansen ", role="medical")
    assert hall.book.role_of("jansen") == "medical"
    assert hall.book.role_of("smit") == ""
    hall.made(Member, about="o", account="jansen", role="lead")
    assert hall.book.role_of("jansen") == "lead"  # the newer one, as the hub reads them


def test_a_scan_of_somebody_not_known_here_is_theirs_as_soon_as_they_are():
    hall = Hall()
    noted = hall.made(Passage, code="p-2026-11-0142-3", station="care")
    assert [p.id for p in hall.book.passages_of_nobody()] == [noted]
    anna = hall.person(number="P-2026-11-0142-3", wristband="AB12")
    by_band = hall.made(Passage, code="ab12", station="exit")
    assert [p.id for p in hall.book.passages(anna)] == [noted, by_band]
    assert hall.book.passages_of_nobody() == []
