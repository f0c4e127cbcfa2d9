"""An aircraft with all its lists, half way through the hall or done, for scenes and tests."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from kcr2desk.core.record import Record
from kcr2desk.core.records import Conflict
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.operation import Arrival, Member, Operation, stream_of
from kcr2desk.core.repatriation.people import (
    HandOver,
    ManifestLine,
    Passage,
    Person,
    PersonLink,
    TravelGroup,
    link_id,
)
from tests.desk.small_hub import identity

OPERATION = "0190f000-0000-7000-8000-00000000000a"
STREAM = stream_of(OPERATION)
FLIGHT, BUS = "flight", "bus"
LEAD, REGISTRAR, MEDICAL = "devries", "visser", "bos"
GIVEN = (
    "Sanne", "Youssef", "Maartje", "Ibrahim", "Lotte", "Daan", "Noor", "Rachid", "Femke", "Elias",
    "Anouk", "Karim", "Joost", "Layla", "Willem", "Nadia", "Pieter", "Hanna", "Omar", "Tessa",
)  # fmt: skip
FAMILY = (
    ("", "Bakker"), ("de", "Vries"), ("van", "Dijk"), ("el", "Khoury"), ("", "Jansen"),
    ("van der", "Meer"), ("", "Haddad"), ("", "Visser"), ("", "Nasser"), ("ten", "Brink"),
    ("", "Mansour"), ("", "Smit"), ("", "Saleh"), ("", "Mulder"), ("van den", "Heuvel"),
)  # fmt: skip


class Maker:
    """Makes the records of one operation."""

    def __init__(self, now: datetime, seed: int = 7) -> None:
        self.now, self.rng = now, random.Random(seed)
        self.records: list[Record] = [
            Operation(
                id=OPERATION, stream=STREAM, title="Repatriëring Libanon", purpose="Opvang",
                legal_ground="Wvr", country="LBN", opened_at=now - timedelta(hours=8),
            ),
            *(
                Member(id=f"mem-{name}", stream=STREAM, about=OPERATION, account=name, role=role)
                for name, role in ((LEAD, "lead"), (REGISTRAR, "registrar"), (MEDICAL, "medical"))
            ),
        ]  # fmt: skip

    def arrival(self, name: str, code: str, **more: Any) -> None:
        self.records.append(Arrival(id=name, stream=STREAM, about=OPERATION, code=code, **more))

    def who(self, number: int) -> dict[str, str]:
        rng = self.rng
        prefix, family = rng.choice(FAMILY)
        year, month, day = rng.randint(1938, 2020), rng.randint(1, 12), rng.randint(1, 28)
        return {
            "family_name": family, "prefix": prefix, "given_names": rng.choice(GIVEN),
            "birth_date": f"{year}-{month:02}-{day:02}", "sex": rng.choice("FM"),
            "document_number": f"N{rng.choice('XYP')}{4_100_000 + number * 37}",
            "document_country": rng.choice(("NLD", "NLD", "NLD", "BEL")),
        }  # fmt: skip

    def line(self, name: str, who: dict[str, str], list: str = "manifest", **more: Any) -> str:
        told = {"arrival": FLIGHT, "origin": f"{list}.xlsx", **who, **more}
        self.records.append(
            ManifestLine(id=name, stream=STREAM, about=OPERATION, list=list, key=name, **told)
        )
        return name

    def person(self, name: str, who: dict[str, str], minutes: float, **more: Any) -> str:
        told: dict[str, Any] = {
            "arrival": FLIGHT, "outcome": "registered", "desk": str(self.rng.randint(1, 9)),
            "registered_at": self.now - timedelta(minutes=minutes),
            "number": f"P-2026-11-{len(self.records):04}-{self.rng.randint(0, 9)}", **who, **more,
        }  # fmt: skip
        self.records.append(Person(id=name, stream=STREAM, **told))
        return name

    def link(self, one: str, other: str, verdict: str = "proposed", **more: Any) -> None:
        kinds = {
            "one_type": "person" if one.startswith("p") else "manifestline",
            "other_type": "person" if other.startswith("p") else "manifestline",
        }
        self.records.append(
            PersonLink(
                id=link_id(one, other), stream=STREAM, one=one, other=other, verdict=verdict,
                **kinds, **more,
            )
        )  # fmt: skip

    def handed(self, person: str, receiver: str = "municipality") -> None:
        self.records.append(
            HandOver(
                id=f"h{person}", stream=STREAM, about=person, receiver=receiver, status="done",
                handed_at=self.now,
            )
        )  # fmt: skip

    def book(self) -> OperationBook:
        return OperationBook(STREAM, self.records)


def aircraft(now: datetime, *, registered: int = 143, quiet: bool = False) -> OperationBook:
    """260 on the list of an aircraft that declared 206. Half way, or with `quiet` at the end."""
    made = Maker(now)
    landed = now - timedelta(hours=2 if quiet else 1)
    made.arrival(
        FLIGHT, "HV 6912", origin="Beiroet", place="Eindhoven", status="arrived",
        expected_at=landed, actual_at=landed, capacity=250, declared_count=206,
    )  # fmt: skip
    made.arrival(BUS, "Bus Keulen 2", vehicle="bus", expected_at=now + timedelta(hours=2))
    ago = 25.0 if quiet else 1.0
    for n in range(260):
        who = made.who(n)
        seat = f"{n // 6 + 1}{'ABCDEF'[n % 6]}"
        here = n < registered
        person = f"p{n:03}" if here and n % 29 else ""
        settled = {registered + 1: "no_show", registered + 2: "stayed"}.get(n, "")
        made.line(f"m{n:03}", who, person=person, seat=seat, row=n + 2, settled=settled,
                  party=f"PNR{n // 3}")  # fmt: skip
        if n < 40:
            eligible = "no" if n == 11 else "" if n % 7 == 3 else "yes"
            made.line(f"a{n:03}", who, "applied", arrival="", eligible=eligible, row=n + 2,
                      person=person)  # fmt: skip
        if here:
            outcome = {5: "refused", 9: "hospital", 17: "left", 23: "hospital"}.get(n, "registered")
            name = made.person(f"p{n:03}", {**who, "seat": seat}, ago + n / 4, outcome=outcome)
            if n % 3 == 0:
                made.handed(name)
    for n in range(3):
        made.line(f"c{n}", made.who(900 + n), crew=True, row=300 + n)
    return made.book()


def hall(now: datetime) -> OperationBook:
    """A hall with everything that a lead may find: doubles, twins, contradictions, children."""
    made = Maker(now, seed=11)
    landed = now - timedelta(hours=1)
    made.arrival(FLIGHT, "HV 6912", origin="Beiroet", status="arrived", actual_at=landed)
    kid = {"birth_date": "2014-05-09", "given_names": "Amir", "family_name": "Haddad"}
    made.person("p001", kid, 31)
    made.records.append(TravelGroup(id="g1", stream=STREAM, title="Familie Haddad"))
    yara = {"family_name": "Khoury", "prefix": "el", "given_names": "Yara Lina", "sex": "F",
            "birth_date": "1986-03-07", "document_number": "NXR41D7P8", "document_country": "NLD",
            "phone": "06 1234 5678", "seat": "12C"}  # fmt: skip
    made.person("p002", yara, 42)
    made.line("m002", {**yara, "given_names": "Yara", "birth_date": "1986-07-03", "seat": "12D",
                       "prefix": "", "family_name": "Al-Khouri"}, row=14)  # fmt: skip
    made.link("m002", "p002", score=948, reasons=frozenset({"document", "birth_swapped", "sound"}))
    again = {**yara, "given_names": "Lina", "document_number": "", "document_country": ""}
    made.person("p003", again, 12)
    made.link("p002", "p003", score=871, reasons=frozenset({"birth", "phone", "sound"}))
    for name, first in (("p004", "Daan"), ("p005", "Bram")):
        made.person(name, {**made.who(4), "given_names": first, "birth_date": "2001-02-03"}, 28)
    made.link("p004", "p005", "later", score=640, reasons=frozenset({"birth", "name", "address"}))
    for n in (6, 7, 8):
        made.person(f"p00{n}", made.who(n), 50 - n)
    made.link("p006", "p007", "same", score=990, reasons=frozenset({"document"}), by=LEAD)
    made.link("p007", "p008", "same", score=760, reasons=frozenset({"birth", "sound"}), by=LEAD)
    made.link("p006", "p008", "different", by=REGISTRAR)
    made.person("p009", made.who(9), 64, outcome="")
    made.person("p010", made.who(10), 20, checks=frozenset({"document_number"}))
    made.records.append(Passage(id="x1", stream=STREAM, about="p009", station="care",
                                passed_at=now - timedelta(minutes=64)))  # fmt: skip
    made.records.append(
        Conflict(
            id="k1", stream=STREAM, about="p004", about_type="person", field="city", was="",
            current="Eindhoven", current_by=REGISTRAR, current_at=now - timedelta(minutes=20),
            offered="Helmond", offered_by=LEAD, offered_at=now - timedelta(minutes=18),
        )
    )  # fmt: skip
    return made.book()


def me(who: str = LEAD) -> Any:
    """The account at the desk."""
    return identity(who)


def done(now: datetime) -> OperationBook:
    """A small aircraft that adds up: some stayed behind, one came besides the list."""
    made = Maker(now)
    landed = now - timedelta(hours=3)
    made.arrival(
        FLIGHT, "KL 0456", origin="Beiroet", status="closed", actual_at=landed, capacity=62,
        declared_count=58,
    )  # fmt: skip
    for n in range(58):
        who, gone = made.who(n), n in (7, 21)
        settled = "stayed" if n == 7 else "no_show" if n == 21 else ""
        made.line(f"m{n:03}", who, row=n + 2, settled=settled, person="" if gone else f"p{n:03}")
        if not gone:
            outcome = "hospital" if n == 3 else "registered"
            name = made.person(f"p{n:03}", who, 40 + n, outcome=outcome)
            if n % 9:
                made.handed(name)
    made.handed(made.person("p900", made.who(900), 44, unlisted=True))
    return made.book()
