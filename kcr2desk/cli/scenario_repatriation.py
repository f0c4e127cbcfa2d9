"""An evening at an arrival hall in the worked scenario: a flight, two buses, lists and people.

Made up, like the rest of the scenario: names are put together at random from common ones, and so
are the numbers of documents and phones. Times are minutes before the end of the scenario; negative
ones are still to come.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

TITLE = "Repatriëring Libanon"

OPERATION: dict[str, Any] = {
    "title": TITLE,
    "purpose": "Opvang en registratie van Nederlanders en hun gezinnen die uit Libanon worden"
    " teruggehaald, en overdracht aan wie hen verder helpt.",
    "legal_ground": "Uitvoering van een taak van algemeen belang (art. 6 lid 1 onder e AVG)",
    "country": "LBN",
    "host_municipality": "GM0772",
    "retention_days": 30,
    "retention_reason": "Nazorg door gemeenten; daarna is er geen doel meer.",
}


@dataclass(frozen=True, slots=True)
class Comes:
    """An arrival of the scenario."""

    key: str
    vehicle: str
    code: str
    origin: str
    place: str
    expected: int
    actual: int | None
    seats: int
    declared: int
    listed: int
    registered: int


ARRIVALS = (
    Comes("flight", "flight", "KDC 801", "Beiroet", "Eindhoven", 62, 58, 250, 185, 187, 131),
    Comes("bus", "bus", "Bus 1 Keulen", "Keulen/Bonn", "Eindhoven", -35, None, 50, 43, 43, 0),
)  # fmt: skip

MEMBERS = (("mulder", "lead"), ("visser", "registrar"), ("elamrani", "medical"))
"""Who is let in beside the officer who opened the operation."""

DESKS = tuple(f"Balie {n}" for n in range(1, 9))

_FAMILIES = (
    "Jansen", "de Vries", "van den Berg", "Bakker", "el Khoury", "Haddad", "Visser", "Smit",
    "Nasrallah", "Meijer", "Mulder", "Abou Jaoude", "Khalil", "de Groot", "Saliba", "Bos",
    "van der Meer", "Mansour", "Peters", "Hendriks", "Farah", "van Leeuwen", "Dekker", "Sleiman",
    "Brouwer", "de Wit", "Chahine", "Dijkstra", "Smits", "Gemayel", "van Dijk", "Aoun",
    "ten Brink", "Tannous", "Kuipers", "van 't Hof", "Rizk", "Prins", "Karam", "Verhoeven",
)  # fmt: skip
_WOMEN = (
    "Anna", "Maria", "Johanna", "Rima", "Nour", "Sophie", "Layal", "Emma", "Hanan", "Julia",
    "Maya", "Elisabeth", "Zeina", "Lotte", "Carla", "Yara", "Ingrid", "Rania", "Sanne", "Mirna",
)  # fmt: skip
_MEN = (
    "Jan", "Karim", "Pieter", "Elias", "Thomas", "Georges", "Willem", "Rami", "Daan", "Fadi",
    "Lucas", "Antoine", "Bram", "Hassan", "Sem", "Charbel", "Ruben", "Tony", "Maarten", "Ziad",
)  # fmt: skip
_TOWNS = (
    ("Eindhoven", "5611 AB", "Marktstraat"), ("Rotterdam", "3011 AA", "Coolsingel"),
    ("Utrecht", "3511 CD", "Lange Nieuwstraat"), ("Amsterdam", "1012 JS", "Damstraat"),
    ("Den Haag", "2511 CV", "Spui"), ("Arnhem", "6811 DG", "Bakkerstraat"),
    ("Tilburg", "5038 EA", "Heuvel"), ("Groningen", "9712 HN", "Oosterstraat"),
    ("Zwolle", "8011 PK", "Diezerstraat"), ("Breda", "4811 XC", "Ginnekenstraat"),
)  # fmt: skip
_NEEDS = ("medication", "mobility", "psychosocial", "baby", "dietary", "shelter", "pregnancy")


@dataclass(slots=True)
class Traveller:
    """Somebody made up: what a list says of them, and what only they know."""

    family: int
    role: str
    listed: dict[str, Any]
    known: dict[str, Any] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    papers: bool = True


def travellers(count: int, seed: int, today: date) -> list[Traveller]:
    """`count` people in families, with seats in order; always the same for the same seed."""
    rng = random.Random(f"travellers {seed}")
    made: list[Traveller] = []
    family = 0
    while len(made) < count:
        size = rng.choices((1, 2, 3, 4, 5), (30, 22, 18, 20, 10))[0]
        made += _family(rng, family, min(size, count - len(made)), len(made), today)
        family += 1
    return made


def _family(
    rng: random.Random, number: int, size: int, seat: int, today: date
) -> Iterator[Traveller]:
    name = rng.choice(_FAMILIES)
    prefix, _, rest = name.rpartition(" ")
    dutch = rng.random() < 0.62
    town, postcode, street = rng.choice(_TOWNS)
    phone = f"+31 6 5555 {rng.randrange(10_000):04d}"
    address = {
        "street": f"{street} {rng.randrange(1, 180)}", "postcode": postcode, "city": town,
        "country": "NLD",
    }  # fmt: skip
    papers = rng.random() < 0.55
    for place in range(size):
        role = ("head", "partner", "child", "child", "child")[place]
        age = rng.randrange(28, 74) if place == 0 else rng.randrange(26, 70)
        if role == "child":
            age = rng.randrange(0, 18)
        sex = rng.choice("FM")
        born = date(today.year - age, rng.randrange(1, 13), rng.randrange(1, 29))
        country = "NLD" if dutch or (role == "child" and rng.random() < 0.6) else "LBN"
        listed: dict[str, Any] = {
            "family_name": rest, "prefix": prefix,
            "given_names": rng.choice(_WOMEN if sex == "F" else _MEN),
            "birth_date": min(born, today).isoformat(), "sex": sex, "nationality": country,
            "seat": _seat(seat + place), "party": f"F{number:03d}",
        }  # fmt: skip
        if papers:
            start = "NX" if country == "NLD" else "LR"
            listed |= {
                "document_type": "passport", "document_country": country,
                "document_number": f"{start}{rng.randrange(10**7):07d}",
            }  # fmt: skip
        known = {"phone": phone, **(address if dutch else {})} if role == "head" else {}
        needs = (rng.choice(_NEEDS),) if rng.random() < 0.14 else ()
        yield Traveller(number, role if size > 1 else "head", listed, known, needs, papers)


def _seat(n: int) -> str:
    return f"{1 + n // 6}{'ABCDEF'[n % 6]}"
