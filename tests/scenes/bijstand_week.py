"""A book of an afternoon: a wildfire, a flood and a storm on an island, for pictures and tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from kcr2desk.core import places
from kcr2desk.core.bijstand import (
    AssistanceRequest,
    Capacity,
    Commitment,
    Inquiry,
    InquiryLine,
    RequestLine,
    Unit,
)
from kcr2desk.core.book import Book
from kcr2desk.core.records import Discipline, Owner
from kcr2desk.core.reference import Boundary, ResourceType
from kcr2desk.core.text import Json
from tests.scenes import NOW

TYPES = (
    ("fire_platoon", "Peloton brandbestrijding", "Fire platoon", "Peloton", "fire", 480),
    ("water_transport", "Watertransport groot", "Large water transport", "WTS", "fire", 720),
    ("ggb_vehicle", "GGB-voertuig", "Casualty vehicle", "GGB", "medical", 480),
    ("pump", "Noodpomp", "Flood pump", "Pomp", "water", None),
    ("fire_bucket", "Fire Bucket helikopter", "Fire bucket helicopter", "FBO", "fire", 300),
)
PARTNERS = (
    ("DEF", "Defensie", "52.0907,5.1214"),
    ("KNRM", "KNRM", "52.4590,4.6080"),
    ("RWS", "Rijkswaterstaat", "52.0705,4.3007"),
)


def hours(number: float) -> datetime:
    """So many hours after the moment of the scenes."""
    return NOW + timedelta(hours=number)


class Maker:
    """Makes records with ids in order."""

    def __init__(self) -> None:
        self.book = Book()
        self._ids = count(1)

    def id(self) -> str:
        return f"01900000-0000-7000-8000-{next(self._ids):012}"

    def put(self, made_of: Any, /, **fields: Any) -> Any:
        stream = fields.pop("stream", "national")
        made = made_of(id=fields.pop("id", "") or self.id(), stream=stream, **fields)
        self.book.put(made)
        return made

    def give(self, line: RequestLine, owner: str, quantity: int, **fields: Any) -> Commitment:
        """A commitment to a line."""
        request = self.book.request(line.about)
        assert request is not None
        made: Commitment = self.put(
            Commitment,
            **{
                "owner": owner, "resource": line.resource, "quantity": quantity, "source": owner,
                "request": line.about, "line": line.id, "to_region": request.region,
                "firmness": "definite", "decided_at": hours(-7.2),
                "from_at": line.from_at, "until_at": line.until_at,
                **fields,
            },
        )  # fmt: skip
        return made


def reference(maker: Maker) -> None:
    """Owners, types and disciplines."""
    for place, one in enumerate(places.regions()):
        kind = "region" if one.code.startswith("VR") else "island"
        maker.put(
            Owner, code=one.code, name=one.name, kind=kind, stream="reference", order=place,
            position=f"{one.latitude},{one.longitude}",
        )  # fmt: skip
    for code, name, at in PARTNERS:
        maker.put(Owner, code=code, name=name, kind="partner", position=at, stream="reference")
    for place, (code, nl, en, short, discipline, relief) in enumerate(TYPES):
        maker.put(
            ResourceType, code=code, name_nl=nl, name_en=en, short=short, discipline=discipline,
            order=place, relief_minutes=relief, stream="reference", named=code == "fire_bucket",
        )  # fmt: skip
    for place, code in enumerate(("fire", "medical", "water")):
        maker.put(
            Discipline, code=code, name_nl=code, name_en=code, order=place, stream="reference"
        )


def capacities(maker: Maker) -> None:
    """What owners have: enough, little, nothing, old, only by the norm, unknown."""
    for place, one in enumerate(places.regions()):
        for kind, (code, *_rest) in enumerate(TYPES[:4]):
            step = (place * 5 + kind * 3) % 11
            if step == 0:
                continue
            total = 2 + (place + kind) % 7
            said = max(0, total - (place * (kind + 2)) % (total + 1))
            age = timedelta(days=3) if step == 7 else timedelta(minutes=7 * place + 4)
            numbers = {"norm": total} if step == 3 else {"total": total, "available": said}
            maker.put(
                Capacity, owner=one.code, resource=code, source=one.code, reserve=1,
                checked_at=None if step == 3 else NOW - age, checked_by="VK",
                checked_how="phone", **numbers,
            )  # fmt: skip
    for n in (1, 2):
        maker.put(
            Unit, owner="DEF", resource="fire_bucket", name=f"Chinook {n}", source="DEF",
            checked_at=hours(-1), call_sign=f"FBO {n}",
        )  # fmt: skip


def _request(maker: Maker, number: str, title: str, region: str, **fields: Any) -> Any:
    return maker.put(
        AssistanceRequest, number=number, title=title, region=region, status="in_treatment",
        source="KCR2", priority="1", received_at=hours(-8), judgement="agreed",
        judged_at=hours(-7.5), from_at=hours(-7), until_at=hours(20), **fields,
    )  # fmt: skip


def _line(maker: Maker, request: Any, resource: str, quantity: int, **fields: Any) -> Any:
    return maker.put(
        RequestLine, about=request.id, resource=resource, quantity=quantity,
        **{"from_at": request.from_at, "until_at": request.until_at, **fields},
    )  # fmt: skip


def week() -> Book:
    """The whole book."""
    maker = Maker()
    reference(maker)
    capacities(maker)
    fire = _request(maker, "B-2026-0147", "Natuurbrand Veluwe", "VR07", grip="4")
    platoons = _line(maker, fire, "fire_platoon", 6)
    water = _line(maker, fire, "water_transport", 3, order=1)
    bucket = _line(maker, fire, "fire_bucket", 2, order=2, until_at=hours(8))
    give = maker.give
    first = give(platoons, "VR05", 1, status="on_site", until_at=hours(3), departed_at=hours(-6),
                 arrived_at=hours(-4.5), relief_at=hours(2))  # fmt: skip
    give(platoons, "VR04", 2, status="en_route", departed_at=hours(-0.7), eta=hours(0.6))
    give(platoons, "VR25", 1, firmness="provisional", from_at=hours(2), relieves=first.id,
         eta=hours(5.5))  # fmt: skip
    give(platoons, "VR09", 1, status="withdrawn", from_at=hours(-2), until_at=hours(6))
    give(water, "VR06", 1, status="on_site", arrived_at=hours(-9), from_at=hours(-10),
         until_at=hours(-1.5))  # fmt: skip
    give(water, "VR08", 1, from_at=hours(1), eta=hours(2))
    unit = maker.book.units("DEF", "fire_bucket")[0]
    give(bucket, "DEF", 1, unit=unit.id, status="on_site", departed_at=hours(-3),
         arrived_at=hours(-2.5), from_at=hours(-3.5))  # fmt: skip
    flood = _request(maker, "B-2026-0148", "Wateroverlast Valkenburg", "VR24", grip="2")
    pumps = _line(maker, flood, "pump", 8, until_at=None)
    give(pumps, "VR23", 2, status="on_site", departed_at=hours(-4), arrived_at=hours(-3))
    give(pumps, "VR22", 3, status="released", departed_at=hours(-6.5), arrived_at=hours(-5.5),
         released_at=hours(-0.5), until_at=hours(1))  # fmt: skip
    give(pumps, "RWS", 2, firmness="provisional", from_at=hours(3), until_at=None)
    island = _request(maker, "B-2026-0149", "Orkaan Bonaire", "BQ-BO")
    aid = _line(maker, island, "ggb_vehicle", 2, from_at=hours(4), until_at=hours(60))
    give(aid, "DEF", 1, from_at=hours(5), eta=hours(14))
    _inquiries(maker, fire, platoons)
    return maker.book


def _inquiries(maker: Maker, request: Any, line: Any) -> None:
    for owner, answer in (("VR05", "yes"), ("VR09", "no"), ("VR10", "")):
        asked = maker.put(
            Inquiry, owner=owner, source=owner, request=request.id, title=request.title,
            status="answered" if answer else "asked", asked_at=hours(-7.2),
        )  # fmt: skip
        maker.put(
            InquiryLine, about=asked.id, line=line.id, resource=line.resource, quantity=2,
            answer=answer,
        )  # fmt: skip


def many(number: int) -> Book:
    """A book with so many commitments, over three days and all regions."""
    maker = Maker()
    reference(maker)
    codes = [one.code for one in places.regions()]
    lines = []
    for n in range(max(1, number // 25)):
        request = _request(maker, f"B-{n:04}", f"Verzoek {n}", codes[n % 25])
        lines.append(_line(maker, request, TYPES[n % 4][0], 25))
    states = ("promised", "en_route", "on_site", "released")
    for n in range(number):
        start = hours(-30 + (n * 7) % 60)
        maker.give(
            lines[n % len(lines)], codes[(n * 3) % 25], 1, status=states[n % 4], from_at=start,
            until_at=start + timedelta(hours=4 + n % 9),
        )  # fmt: skip
    return maker.book


def borders() -> list[Boundary]:
    """Made-up borders: a diamond around the seat of each region."""
    made = []
    for n, one in enumerate(places.regions()[:25]):
        x, y, r = one.longitude, one.latitude, 0.16
        ring = [[x - r, y], [x, y + r * 0.6], [x + r, y], [x, y - r * 0.6], [x - r, y]]
        name = f"01900000-0000-7000-8001-{n:012}"
        rings: Json = [[ring]]  # type: ignore[list-item]
        made.append(
            Boundary(id=name, stream="reference", code=one.code, name=one.name, rings=rings)
        )
    return made


def with_borders(book: Book, found: list[Boundary] | None = None) -> Book:
    """The book with borders in it."""
    for one in borders() if found is None else found:
        book.put(replace(one))
    return book
