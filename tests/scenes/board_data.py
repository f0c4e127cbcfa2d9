"""A made-up country for pictures and tests of the board: owners, types, numbers, promises."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from kcr2desk.core import places
from kcr2desk.core.bijstand import Capacity, Commitment, Unit, capacity_id
from kcr2desk.core.book import Book
from kcr2desk.core.ids import derived_id
from kcr2desk.core.record import Record
from kcr2desk.core.records import Discipline, Owner
from kcr2desk.core.reference import ResourceType
from tests.scenes import NOW

DISCIPLINES = (
    ("fire", "Brandweer", "Fire service", 2),
    ("medical", "GHOR", "Medical", 3),
    ("police", "Politie", "Police", 4),
    ("care", "Bevolkingszorg", "Care", 5),
    ("water", "Water en redding", "Water and rescue", 6),
    ("communication", "Communicatie", "Communication", 8),
    ("defence", "Defensie", "Defence", 7),
)
TYPES = (
    # code, Dutch, English, short, discipline, named, usual number of a region
    ("fire_platoon", "Peloton brandbestrijding", "Fire platoon", "Peloton brand", "fire", 0, 4),
    ("fire_basic", "Basispeloton", "Basic platoon", "Basispeloton", "fire", 0, 2),
    ("wildfire_platoon", "Peloton natuurbrand", "Wildfire platoon", "Natuurbrand", "fire", 0, 2),
    ("water_transport", "Watertransport WTS-500", "Water transport", "WTS 500", "fire", 0, 3),
    ("water_small", "Klein watertransport", "Small water transport", "KWT", "fire", 0, 6),
    ("ibgs", "Gevaarlijke stoffen", "Hazardous materials", "IBGS", "fire", 0, 1),
    ("logistics", "Logistiek en ondersteuning", "Logistics", "Logistiek", "fire", 0, 2),
    ("rescue_platoon", "Redding en technische hulp", "Rescue", "Redding TH", "fire", 0, 1),
    ("command_unit", "Commandovoertuig", "Command unit", "Commando", "fire", 0, 2),
    ("drone_team", "Droneteam", "Drone team", "Drones", "fire", 0, 2),
    ("ggb_vehicle", "GGB-voertuig", "Mass casualty vehicle", "GGB", "medical", 0, 2),
    ("aid_bus", "Noodhulpbus", "First aid bus", "Noodhulpbus", "medical", 0, 1),
    ("ambulance", "Ambulance", "Ambulance", "Ambulance", "medical", 0, 12),
    ("ghor_officer", "Officier van dienst GHOR", "Medical officer", "OvD-G", "medical", 0, 3),
    ("me_platoon", "ME-peloton", "Riot police platoon", "ME peloton", "police", 0, 2),
    ("me_section", "ME-sectie", "Riot police section", "ME sectie", "police", 0, 4),
    ("care_team", "Opvangteam", "Care team", "Opvangteam", "care", 0, 3),
    ("shelter_places", "Opvangplaatsen", "Places in shelters", "Opvangplaatsen", "care", 0, 1500),
    ("transport_bus", "Bus voor vervoer", "Transport bus", "Bussen", "care", 0, 8),
    ("rescue_boat", "Reddingsboot NRV", "Rescue boat", "NRV boot", "water", 0, 4),
    ("pump", "Dompelpomp", "Pump", "Pompen", "water", 0, 5),
    ("comms_team", "Communicatieteam", "Communication team", "Team comm.", "communication", 0, 1),
    ("handcrew", "Handcrew", "Handcrew", "Handcrew", "fire", 1, 0),
    ("sth_post", "Steunpunt STH", "STH post", "STH", "fire", 1, 0),
    ("fire_bucket", "Blushelikopter", "Fire-bucket helicopter", "Blusheli", "defence", 1, 0),
    ("engineers", "Geniepeloton", "Engineer platoon", "Genie", "defence", 1, 0),
    ("lifeboat", "Reddingboot KNRM", "Lifeboat", "KNRM", "water", 1, 0),
    ("hcp_pump", "Hogecapaciteitspomp", "High-capacity pump", "HCP", "water", 1, 0),
)  # fmt: skip
PARTNERS = (
    ("POL-ON", "Politie Oost-Nederland"), ("POL-MN", "Politie Midden-Nederland"),
    ("POL-RT", "Politie Rotterdam"), ("DEF", "Defensie"), ("KNRM", "KNRM"),
    ("NRK", "Rode Kruis"), ("NRV", "Nationale Reddingsvloot"), ("WS-UNIE", "Waterschappen"),
)  # fmt: skip
UNITS = (
    # owner, type, name, call sign, state, notice, people
    ("VR04", "handcrew", "Handcrew Overijssel", "04-9950", "ready", 60, 18),
    ("VR20", "handcrew", "Handcrew Zuid", "20-9950", "ready", 90, 20),
    ("VR01", "sth_post", "STH Groningen", "01-9070", "ready", 30, 12),
    ("VR06", "sth_post", "STH Apeldoorn", "06-9070", "limited", 30, 12),
    ("VR09", "sth_post", "STH Utrecht", "09-9070", "ready", 30, 12),
    ("VR17", "sth_post", "STH Rotterdam", "17-9070", "ready", 30, 12),
    ("VR22", "sth_post", "STH Eindhoven", "22-9070", "out", 30, 12),
    ("DEF", "fire_bucket", "Cougar 1", "Fire Bucket 1", "ready", 240, 5),
    ("DEF", "fire_bucket", "Chinook 2", "Fire Bucket 2", "ready", 240, 6),
    ("DEF", "engineers", "Geniepeloton 11", "11 Gnbat", "ready", 720, 38),
    ("DEF", "engineers", "Geniepeloton 41", "41 Pagncie", "limited", 1440, 40),
    ("KNRM", "lifeboat", "Jeanine Parqui", "Lifeboat Hoek van Holland", "ready", 15, 6),
    ("KNRM", "lifeboat", "Arie Visser", "Lifeboat Terschelling", "ready", 15, 6),
    ("KNRM", "lifeboat", "Koos van Messel", "Lifeboat Urk", "ready", 15, 6),
    ("WS-UNIE", "hcp_pump", "HCP 1 Lelystad", "", "ready", 180, 4),
    ("WS-UNIE", "hcp_pump", "HCP 2 Rotterdam", "", "ready", 180, 4),
)


def new_id(*parts: str) -> str:
    """The same id on every machine."""
    return derived_id(1_767_225_600_000, *parts)


def owners() -> list[Record]:
    """The 31 entities and some partners."""
    made: list[Record] = []
    for each in places.regions():
        kind = "region" if each.code.startswith("VR") else "island"
        made.append(_reference(Owner, code=each.code, name=each.name, kind=kind))
    for code, name in PARTNERS:
        made.append(_reference(Owner, code=code, name=name, kind="partner"))
    made.append(_reference(Owner, code="KCR2", name="KCR2", kind="hub"))
    return made


def types() -> list[Record]:
    """The types of the country, and its disciplines."""
    made: list[Record] = [
        _reference(Discipline, code=code, name_nl=dutch, name_en=english, order=order)
        for code, dutch, english, order in DISCIPLINES
    ]
    for order, (code, dutch, english, short, discipline, named, _usual) in enumerate(TYPES):
        made.append(
            _reference(
                ResourceType, code=code, name_nl=dutch, name_en=english, short=short,
                discipline=discipline, named=bool(named), order=order, fresh_minutes=720,
                package=code == "fire_bucket",
            )
        )  # fmt: skip
    return made


def _reference(cls: Any, **fields: Any) -> Record:
    made: Record = cls(
        id=new_id(cls.__name__, fields["code"]), stream="reference", revision=1, **fields
    )
    return made


def capacity(owner: str, resource: str, **fields: Any) -> Capacity:
    """A number on the board, checked twelve minutes ago unless it is said otherwise."""
    given = {
        "checked_at": NOW - timedelta(minutes=12),
        "checked_by": "M. de Boer",
        "checked_how": "phone",
        **fields,
    }
    return Capacity(
        id=capacity_id("national", owner, resource), stream="national", revision=1, source=owner,
        owner=owner, resource=resource, **given,
    )  # fmt: skip


def commitment(name: str, owner: str, resource: str, quantity: int, **fields: Any) -> Commitment:
    """A promise, underway since an hour for ten hours unless it is said otherwise."""
    given: dict[str, Any] = {
        "from_at": NOW - timedelta(hours=1),
        "until_at": NOW + timedelta(hours=9),
        "status": "on_site",
        "firmness": "definite",
        "to_region": "VR06",
        **fields,
    }
    return Commitment(
        id=new_id("commitment", name), stream="national", revision=1, source=owner, owner=owner,
        resource=resource, quantity=quantity, **given,
    )  # fmt: skip


def unit(owner: str, resource: str, name: str, **fields: Any) -> Unit:
    """A named unit, checked twenty minutes ago."""
    given = {
        "checked_at": NOW - timedelta(minutes=20), "checked_by": "P. Smit",
        "checked_how": "phone", **fields,
    }  # fmt: skip
    return Unit(
        id=new_id("unit", owner, name), stream="national", revision=1, source=owner, owner=owner,
        resource=resource, name=name, **given,
    )  # fmt: skip


def country(seed: int = 5, now: datetime = NOW) -> Book:
    """The whole country on a summer day with a wildfire on the Veluwe (VR06)."""
    chance = random.Random(seed)
    book = Book([*owners(), *types()])
    for each in places.regions():
        for code, _dutch, _english, _short, _discipline, named, usual in TYPES:
            if not named and (each.code.startswith("VR") or chance.random() < 0.3):
                _region(book, chance, each.code, code, usual, now)
    for place, (owner, resource, name, sign, state, notice, people) in enumerate(UNITS):
        checked = now - timedelta(minutes=20 + 97 * place)
        book.put(unit(owner, resource, name, call_sign=sign, state=state, notice_minutes=notice,
                      people=people, checked_at=checked))  # fmt: skip
    for owner in ("POL-ON", "POL-MN", "POL-RT"):
        for resource in ("me_platoon", "me_section"):
            book.put(capacity(owner, resource, total=6, available=chance.randint(1, 5)))
    book.put(capacity("NRK", "aid_bus", total=25, available=17))
    book.put(capacity("NRV", "rescue_boat", total=88, available=64, reserve=20))
    _promises(book, now)
    return book


def _region(
    book: Book, chance: random.Random, owner: str, resource: str, usual: int, now: datetime
) -> None:
    kind = chance.random()
    norm = max(0, usual + chance.choice((-1, 0, 0, 1))) if usual < 100 else usual
    if kind < 0.08:
        return
    if kind < 0.25:
        book.put(capacity(owner, resource, norm=norm, checked_at=None, checked_by="",
                          checked_how=""))  # fmt: skip
        return
    total = max(norm, 1)
    if kind < 0.3:
        book.put(capacity(owner, resource, norm=norm, checked_how="mail"))
        return
    age = chance.choice((4, 12, 35, 60, 180, 200, 260, 900))
    available = max(0, total - (chance.choice((0, 0, 0, 1, 1, 2)) if total < 100 else 300))
    book.put(
        capacity(
            owner, resource, norm=norm, total=total, available=available,
            reserve=chance.choice((None, None, 1)), checked_at=now - timedelta(minutes=age),
            checked_how=chance.choice(("phone", "mail", "link", "desk")),
        )
    )  # fmt: skip


def _promises(book: Book, now: datetime) -> None:
    made = (
        ("1", "VR04", "fire_platoon", 2), ("2", "VR07", "fire_platoon", 1),
        ("3", "VR25", "wildfire_platoon", 1), ("4", "VR05", "wildfire_platoon", 2),
        ("5", "VR09", "water_transport", 1), ("6", "VR07", "water_small", 3),
        ("7", "VR05", "ambulance", 2), ("8", "POL-ON", "me_platoon", 1),
        ("9", "VR04", "logistics", 4), ("10", "NRV", "rescue_boat", 8),
    )  # fmt: skip
    for name, owner, resource, quantity in made:
        book.put(commitment(name, owner, resource, quantity))
    crew = new_id("unit", "VR04", "Handcrew Overijssel")
    book.put(commitment("u1", "VR04", "handcrew", 1, unit=crew, status="on_site"))
    heli = new_id("unit", "DEF", "Cougar 1")
    book.put(commitment("u2", "DEF", "fire_bucket", 1, unit=heli, status="promised",
                        firmness="provisional", from_at=now + timedelta(hours=2)))  # fmt: skip
