"""Who takes people over, what each receiver may have of them, and what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import pytest
from hypothesis import given as each_of
from hypothesis import settings
from hypothesis import strategies as st

from kcr2desk.core.changes import Change, How
from kcr2desk.core.records import build
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing import (
    Proposal,
    home_of,
    is_minor,
    is_minor_alone,
    municipalities_in,
    proposals,
)
from kcr2desk.core.repatriation.handing_done import (
    Taking,
    cancelling,
    done,
    handing,
    hindrance,
    is_handed_over,
    left_behind,
    open_by_receiver,
    receipt_number,
)
from kcr2desk.core.repatriation.handing_fields import FIELDS, allowed, given
from kcr2desk.core.repatriation.handing_lists import lists_by, may_have_list, parted
from kcr2desk.core.repatriation.operation import Choice
from kcr2desk.core.repatriation.people import HandOver, Person
from tests.core.handing_world import (
    STREAM,
    an_id,
    choices,
    family,
    hand_over,
    need,
    operation,
    passage,
    person,
    same,
    world,
)

TODAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 20, 52, tzinfo=UTC)


def proposed(*records: Any, of: Person | None = None, **fields: Any) -> list[tuple[str, str, str]]:
    book = world(*records, **fields)
    who = of or next(r for r in records if isinstance(r, Person))
    found = proposals(book, book.person(who.id) or who, TODAY)
    assert [p.first for p in found] == sorted((p.first for p in found), reverse=True)
    return [(p.receiver, p.why, p.municipality or p.to) for p in found]


def take(book: OperationBook, changes: tuple[Change, ...]) -> None:
    """Have the changes in the book, as a cache would."""
    for change in changes:
        if change.how is How.NEW:
            book.put(build(change.type, change.id, STREAM, 1, change.fields))
            continue
        old = book.get(change.type, change.id)
        assert isinstance(old, HandOver)
        new = {n: v[1] for n, v in change.fields.items() if isinstance(v, list)}
        if "given" in new:
            new["given"] = frozenset(new["given"])  # type: ignore[arg-type, assignment]
        new.pop("handed_at", None)
        book.put(replace(old, **new))  # type: ignore[arg-type]


class TestWho:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"city": "Utrecht"}, [("municipality", "address", "GM0344")]),
            ({"city": "UTRECHT", "country": "NLD"}, [("municipality", "address", "GM0344")]),
            ({"city": "bergen"}, [("municipality", "ambiguous", "GM0373"),
                                  ("municipality", "ambiguous", "GM0893")]),
            ({"city": "Bergen", "municipality": "GM0893"}, [("municipality", "chosen", "GM0893")]),
            ({"city": "Den Haag", "nationalities": frozenset({"SYR"})},
             [("municipality", "address", "GM0518")]),
            ({"city": "Nergenshuizen", "postcode": "1234 AB"},
             [("municipality", "unknown_town", "")]),
            ({}, [("municipality", "host", "GM0772")]),
            ({"city": "Oranjestad", "country": "ABW"}, [("municipality", "host", "GM0772")]),
            ({"city": "Willemstad", "nationalities": frozenset({"NLD"})},
             [("municipality", "host", "GM0772")]),
            ({"nationalities": frozenset({"NLD", "LBN"}), "city": "Beirut", "country": "LBN"},
             [("municipality", "host", "GM0772")]),
            ({"nationalities": frozenset({"BEL"}), "city": "Gent", "country": "BEL"},
             [("embassy", "embassy", "BEL")]),
            ({"nationalities": frozenset({"FIN", "IRL"})},
             [("embassy", "embassy", "FIN"), ("embassy", "embassy", "IRL")]),
            ({"nationalities": frozenset({"LBN"}), "ground": "partner"},
             [("municipality", "host", "GM0772")]),
            ({"nationalities": frozenset({"LBN"}), "ground": "permit_cw"},
             [("municipality", "host", "GM0772")]),
            ({"ground": "eu"}, [("embassy", "embassy", "")]),
            ({"ground": "protection", "nationalities": frozenset({"AFG"})},
             [("coa", "protection", ""), ("ind", "protection", "")]),
            ({"outcome": "hospital", "city": "Leiden"},
             [("hospital", "hospital", ""), ("municipality", "address", "GM0546")]),
            ({"outcome": "left", "city": "Leiden"}, [("own_means", "left", "")]),
            ({"outcome": "refused"}, []),
            ({"outcome": "duplicate"}, []),
            ({"city": "Leiden", "onward": "collected"},
             [("municipality", "address", "GM0546"), ("family", "collected", "")]),
        ],
    )  # fmt: skip
    def test_the_receiver_follows_from_what_is_known(
        self, fields: dict[str, Any], expected: list[tuple[str, str, str]]
    ):
        assert proposed(person(**fields)) == expected

    def test_psychosocial_need_brings_victim_support_beside_the_municipality(self):
        who = person(city="Leiden")
        assert proposed(who, need(who, "psychosocial")) == [
            ("municipality", "address", "GM0546"), ("victim_support", "psychosocial", ""),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("nationality", "guard"), [("NLD", "youth_protection"), ("SYR", "nidos")]
    )
    def test_a_minor_alone_has_a_guardian_first_and_no_family(self, nationality: str, guard: str):
        child = person(
            minor_alone=True, nationalities=frozenset({nationality}), city="Leiden",
            onward="collected",
        )  # fmt: skip
        found = proposed(child)
        assert found[0] == (guard, "minor_alone", "")
        assert "family" not in {receiver for receiver, _, _ in found}

    def test_no_embassy_is_proposed_for_a_minor_alone(self):
        child = person(minor_alone=True, nationalities=frozenset({"SYR"}))
        assert proposed(child) == [
            ("nidos", "minor_alone", ""), ("municipality", "host", "GM0772"),
        ]  # fmt: skip

    def test_a_child_that_nobody_marked_is_alone_by_its_birth_date(self):
        child, baby = person(birth_date="2012-05"), person(birth_date="2024")
        parent = person(birth_date="1985-01-01")
        alone = world(*family(child, baby))
        assert is_minor_alone(alone, alone.person(child.id) or child, TODAY)
        cared_for = world(*family(parent, child, baby))
        assert not is_minor_alone(cared_for, cared_for.person(baby.id) or baby, TODAY)

    @pytest.mark.parametrize(
        ("born", "minor"),
        [("2008-11-30", False), ("2008-12-01", True), ("2008-12", True), ("2008-11", False),
         ("2008", False), ("2009", True), ("", False), ("1990-02-30", False),
         ("2015-xx", False), ("²⁰¹⁵", False), ("2015-1-", False), ("about 2015", False)],
    )  # fmt: skip
    def test_who_may_be_of_age_is_no_minor(self, born: str, minor: bool):
        assert is_minor(person(birth_date=born), TODAY) is minor

    def test_a_family_that_stays_together_goes_where_its_head_lives(self):
        head, child, baby = person(), person(), person(city="Assen")
        apart = family(head, child, baby, together=False)
        assert proposed(*apart, of=child) == [("municipality", "host", "GM0772")]
        together = family(replace(head, city="Leiden"), child, baby)
        assert proposed(*together, of=child) == [("municipality", "family_address", "GM0546")]
        assert proposed(*together, of=baby) == [("municipality", "address", "GM0106")]
        book = world(*together)
        assert home_of(book, book.person(child.id) or child).of == head.id

    def test_a_name_of_several_places_gives_all_municipalities_and_islands_none(self):
        assert municipalities_in("Bergen") == ("GM0373", "GM0893")
        assert municipalities_in("Utrecht") == ("GM0344",)
        assert municipalities_in("Kralendijk") == municipalities_in("Beirut") == ()
        assert municipalities_in("  ") == ()


class TestFields:
    RECEIVERS = tuple(c for c in choices() if isinstance(c, Choice) and c.group == "receiver")

    @settings(max_examples=150, deadline=None)
    @each_of(
        st.sampled_from(RECEIVERS),
        st.frozensets(st.sampled_from((*FIELDS, "note", "removed", "nothing"))),
        st.sampled_from(["lead", "registrar", "medical", ""]),
        st.sampled_from(["", "  ", "Wabb art. 10"]),
        st.sampled_from(["", "yes", "no"]),
        st.booleans(),
    )
    def test_never_more_than_a_receiver_may_have_whatever_its_list_says(
        self, receiver: Choice, listed: frozenset[str], role: str, ground: str, may: str, own: bool
    ):
        if not own:
            receiver = replace(receiver, fields=listed)
        who = person(
            may_inform=may, bsn="111222333", note="vrij", city="Leiden", phone="+31612345678",
            birth_date="1990-01-01", informed=True, checks=frozenset({"bsn"}), desk="4",
        )  # fmt: skip
        book = world(
            who, need(who, "medication", "insuline", "diabetes"), need(who, "dietary", "halal"),
            need(who, "unknown kind", "iets"), bsn_ground=ground,
        )  # fmt: skip
        may_have = allowed(who, receiver, book.operation, role)
        told = given(book, who, receiver, role)
        assert told.keys() <= may_have <= receiver.fields
        assert not {"note", "checks", "desk", "informed"} & told.keys()
        words = repr(told)
        if "bsn" in told:
            assert receiver.code in ("municipality", "ind")
            assert ground.strip()
            assert role in ("lead", "registrar")
        else:
            assert "111222333" not in words
        if "diabetes" in words:
            assert (receiver.code, role) == ("hospital", "medical")
        if "insuline" in words or "iets" in words:
            assert receiver.code == "hospital"
        if receiver.code in ("sis", "red_cross") and may != "yes":
            assert not told
        if receiver.code == "family" and may == "no":
            assert not told

    def test_a_municipality_gets_what_it_needs_and_a_family_a_name(self):
        who = person(city="Leiden", street="Breestraat 1", document_number="SPECI2014", bsn="1")
        book = world(who, need(who, "baby"), bsn_ground="Wabb art. 10")
        receivers = {c.code: c for c in self.RECEIVERS}
        assert list(given(book, who, receivers["municipality"], "registrar")) == [
            "number", "spoken_name", "bsn", "street", "city", "needs",
        ]  # fmt: skip
        assert given(book, who, receivers["municipality"], "lead")["needs"] == ("baby",)
        assert list(given(book, who, receivers["family"], "lead")) == ["number", "spoken_name"]
        assert not given(book, who, receivers["own_means"], "lead")

    def test_a_medical_member_gives_a_hospital_the_notes_of_the_doctor(self):
        who = person(outcome="hospital")
        book = world(who, need(who, "medication", "koelen", "insuline"))
        hospital = next(c for c in self.RECEIVERS if c.code == "hospital")
        told = given(book, who, hospital, "medical")
        assert told["medical_note"] == ("medication: insuline",)
        assert told["medical_needs"] == ("medication: koelen",)
        assert "medical_note" not in given(book, who, hospital, "lead")


class TestLists:
    RECEIVERS: ClassVar = {c.code: c for c in TestFields.RECEIVERS}

    def test_people_by_municipality_receiver_station_and_need(self):
        one, two, gone = person(1, city="Leiden"), person(2), person(3, city="Leiden")
        nobody = person(4, city="Leiden", outcome="duplicate")
        book = world(
            one, two, gone, nobody, need(one, "baby"), need(two, "wounded"),
            hand_over(gone, "municipality", municipality="GM0546"),
            passage(one, "registered", 20), passage(one, "care", 21), passage(two, "care", 20),
        )  # fmt: skip

        def by(kind: str) -> dict[str, list[str]]:
            return {c: [p.id for p in who] for c, who in lists_by(book, kind, TODAY).items()}

        assert by("municipality") == {"GM0546": [one.id, gone.id]}
        assert by("receiver") == {
            "municipality/GM0546": [gone.id, one.id], "municipality/GM0772": [two.id],
        }  # fmt: skip
        assert by("station") == {"care": [one.id, two.id]}
        assert by("need") == {"baby": [one.id], "wounded": [two.id]}
        assert by("these") == {}

    def test_a_list_that_tells_of_a_medical_need_is_for_the_hospital_only(self):
        book = world()
        may = {
            (need_, code)
            for need_ in ("wounded", "baby", "what nobody knows")
            for code, receiver in self.RECEIVERS.items()
            if may_have_list(book, "need", need_, receiver)
        }
        assert {code for need_, code in may if need_ != "baby"} == {"hospital"}
        assert ("baby", "municipality") in may
        assert ("baby", "victim_support") not in may
        assert may_have_list(book, "municipality", "GM0546", self.RECEIVERS["family"])

    def test_who_does_not_want_relatives_told_is_left_out_whole(self):
        yes, no = person(1, may_inform="yes"), person(2)
        told, left = parted(world(yes, no), [yes, no], self.RECEIVERS["sis"], "lead")
        assert (told, left) == ([yes], [no])


class TestDoing:
    TAKING = Taking("municipality", "Leiden", "GM0546", "B. de Wit", "0142-3/1")

    def test_a_hand_over_is_noted_once_with_what_was_given(self):
        who = person(city="Leiden")
        book = world(who)
        assert receipt_number(book, who) == "0142-3/1"
        take(book, handing(book, [who], self.TAKING, AT, "registrar", an_id))
        (made,) = done(book, who)
        assert (made.status, made.handed_at, made.taken_by) == ("done", AT, "B. de Wit")
        assert made.given == {"number", "spoken_name", "city"}
        assert hindrance(book, who, "municipality", TODAY) == "already"
        assert not handing(book, [who], self.TAKING, AT, "registrar", an_id)
        assert hindrance(book, who, "victim_support", TODAY) == ""
        assert receipt_number(book, who) == "0142-3/2"

    def test_what_was_proposed_becomes_the_hand_over(self):
        who = person(city="Leiden")
        book = world(who)
        take(book, handing(book, [who], self.TAKING, None, "registrar", an_id))
        (waiting,) = book.hand_overs(who.id)
        assert (waiting.status, waiting.given, waiting.handed_at) == ("proposed", frozenset(), None)
        assert not is_handed_over(book, who)
        (change,) = handing(book, [who], self.TAKING, AT, "registrar", an_id)
        assert (change.id, change.how) == (waiting.id, How.EDIT)
        take(book, (change,))
        assert is_handed_over(book, who)

    def test_a_hand_over_is_undone_and_can_be_done_again(self):
        who = person()
        book = world(who, hand_over(who, "embassy"))
        take(book, cancelling(done(book, who)))
        assert not is_handed_over(book, who)
        assert [h.status for h in book.hand_overs(who.id)] == ["cancelled"]
        assert hindrance(book, who, "embassy", TODAY) == ""

    def test_a_duplicate_of_somebody_who_went_has_gone_too(self):
        who, twice = person(142), person(207)
        book = world(who, twice, same(who, twice), hand_over(who, "municipality"))
        assert is_handed_over(book, twice)
        assert not handing(book, [twice], self.TAKING, AT, "registrar", an_id)
        assert not open_by_receiver(book, TODAY)

    def test_a_receiver_that_is_not_on_the_list_is_refused(self):
        who = person()
        with pytest.raises(KeyError):
            handing(world(who), [who], Taking("nobody"), AT, "registrar", an_id)

    @pytest.mark.parametrize(
        ("fields", "checked", "receiver", "why"),
        [
            ({}, True, "family", "no_guardian"),
            ({"guardian_name": "Oma"}, False, "family", "guardian_not_checked"),
            ({"guardian_name": "Oma"}, True, "family", ""),
            ({"guardian_name": "Oma"}, True, "own_means", "minor_by_own_means"),
            ({}, False, "nidos", ""),
        ],
    )
    def test_a_minor_alone_goes_to_family_only_with_a_checked_guardian(
        self, fields: dict[str, Any], checked: bool, receiver: str, why: str
    ):
        child = person(minor_alone=True, **fields)
        found = hindrance(world(child), child, receiver, TODAY, guardian_checked=checked)
        assert found == why

    def test_who_would_be_left_behind_is_told(self):
        head, partner, child, gone = person(), person(), person(), person(outcome="left")
        book = world(*family(head, partner, child, gone))
        people = [book.person(p.id) or p for p in (head, partner)]
        assert [p.id for p in left_behind(book, people)] == [child.id]
        assert not left_behind(book, [*people, book.person(child.id) or child])
        apart = world(*family(head, child, together=False))
        assert not left_behind(apart, [apart.person(head.id) or head])

    def test_the_open_lists_say_who_waits_for_whom(self):
        one, two = person(1, city="Leiden"), person(2, city="Leiden")
        gone, new, meant = person(3, city="Leiden"), person(4, outcome=""), person(5, city="Leiden")
        book = world(
            one, two, gone, new, meant, hand_over(gone, "municipality"),
            hand_over(meant, "embassy", "proposed", to="BEL"),
        )  # fmt: skip
        found = open_by_receiver(book, TODAY)
        assert {key: [p.id for p in who] for key, who in found.items()} == {
            ("embassy", "BEL"): [meant.id], ("municipality", "GM0546"): [one.id, two.id],
        }  # fmt: skip

    def test_an_operation_without_a_host_proposes_a_municipality_to_choose(self):
        who = person()
        book = OperationBook(STREAM, [operation(host_municipality=""), *choices(), who])
        assert proposals(book, who, TODAY) == (Proposal("municipality", "host"),)
