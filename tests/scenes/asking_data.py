"""A wildfire on the Veluwe for tests and pictures of asking and promising: who needs what, who has
what, and what was asked and promised so far. All people and numbers are made up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kcr2desk.core.bijstand import (
    AssistanceRequest,
    Capacity,
    Commitment,
    Inquiry,
    InquiryLine,
    RequestLine,
    Unit,
    capacity_id,
)
from kcr2desk.core.book import Book
from kcr2desk.core.ids import derived_id
from kcr2desk.core.record import Record
from kcr2desk.core.records import Incident, build
from kcr2desk.hub.seed import seed
from tests.scenes import NOW

HOUR = timedelta(hours=1)


def made(*name: str) -> str:
    """The id of something in this country."""
    return derived_id(1_767_225_600_000, "asking", *name)


REQUEST, LINE, BUCKETS, WATER = made("request"), made("line"), made("buckets"), made("water")
COUGAR, CHINOOK = made("cougar"), made("chinook")
GIVEN, FLYING = made("given"), made("flying")
ASKED, SILENT, LINKED = made("asked"), made("silent"), made("linked")
HAS: dict[str, tuple[int, int, int | None, int]] = {
    # owner: total, available, reserve, age in minutes
    "VR04": (4, 3, 1, 25), "VR05": (3, 2, 1, 70), "VR06": (6, 0, 2, 5), "VR07": (5, 4, 2, 40),
    "VR08": (4, 3, None, 190), "VR09": (6, 4, 2, 15), "VR25": (2, 2, 1, 1500),
    "VR03": (3, 2, 1, 30),
}  # fmt: skip


def reference() -> list[Record]:
    """The lists that a new hub has."""
    return [build(c.type, c.id, "reference", 0, dict(c.fields)) for c in seed()]


def _capacity() -> list[Record]:
    return [
        Capacity(
            id=capacity_id("national", owner, "wildfire_platoon"), stream="national", source=owner,
            owner=owner, resource="wildfire_platoon", total=total, available=available,
            reserve=reserve, checked_at=NOW - timedelta(minutes=age), checked_by="CaCo",
            checked_how="phone",
        )
        for owner, (total, available, reserve, age) in HAS.items()
    ]  # fmt: skip


def _units() -> list[Record]:
    shared: dict[str, Any] = {
        "stream": "national", "owner": "DEF", "source": "DEF", "resource": "fire_bucket",
        "notice_minutes": 120, "people": 5, "home": "Gilze-Rijen",
    }  # fmt: skip
    return [
        Unit(id=COUGAR, name="Cougar S-419", call_sign="Bucket 1", **shared),
        Unit(id=CHINOOK, name="Chinook D-890", call_sign="Bucket 2", **shared),
        Unit(id=made("out"), name="Cougar S-441", **{**shared, "state": "out"}),
    ]


def _request() -> list[Record]:
    return [
        Incident(
            id=made("incident"), stream="national", title="Natuurbrand Veluwe", region="VR06",
            number="I-2026-07-0001-1",
        ),
        AssistanceRequest(
            id=REQUEST, stream="national", source="KCR2", audience=frozenset({"VR06"}),
            number="B-2026-07-0003-1", title="Natuurbrand Hoog Buurlo", status="in_treatment",
            incident=made("incident"), grip="4", priority="1", region="VR06",
            received_at=NOW - HOUR, channel="phone", requester="M. Jansen", callback="0612345678",
            task="Noordflank houden langs de A1; vuur weghouden van Radio Kootwijk.",
            from_at=NOW + HOUR, until_at=NOW + 25 * HOUR, report_to="UGS Harskamp, kazernepoort",
            report_to_position="52.1290,5.7570", talk_group="NATBRAND-2",
            route="A1 afrit 17, volg borden UGS", contact_on_site="OvD J. Bos, 0687654321",
            circumstances="Munitie in de bodem op het ASK: paden niet verlaten.",
        ),
        RequestLine(
            id=LINE, stream="national", about=REQUEST, order=1, resource="wildfire_platoon",
            quantity=6, least=4, alternatives=frozenset({"fire_platoon"}),
        ),
        RequestLine(
            id=BUCKETS, stream="national", about=REQUEST, order=2, resource="fire_bucket",
            quantity=2, least=1,
        ),
        RequestLine(
            id=WATER, stream="national", about=REQUEST, order=3, resource="water_transport",
            quantity=3, task="Van het Apeldoorns Kanaal naar de A1",
        ),
    ]  # fmt: skip


def _asked() -> list[Record]:
    def inquiry(id_: str, owner: str, **fields: Any) -> Inquiry:
        given: dict[str, Any] = {
            "stream": "national", "source": owner, "owner": owner, "request": REQUEST,
            "round": made("round"), "title": "Natuurbrand Hoog Buurlo", "status": "asked",
            "text": "KCR2 vraagt uw bijdrage.", "asked_by": "jansen", "asked_how": "mail",
            "asked_at": NOW - timedelta(minutes=35), "deadline": NOW + timedelta(minutes=25),
            "mail": "sent", "number": f"U-2026-07-{len(owner) + int(owner[-1]):04d}-1",
            "mail_to": f"caco@{owner.lower()}.example", "link_until": NOW + 2 * HOUR,
        }  # fmt: skip
        return Inquiry(id=id_, **{**given, **fields})

    def line(inquiry_id: str, **fields: Any) -> InquiryLine:
        given: dict[str, Any] = {
            "stream": "national", "about": inquiry_id, "line": LINE,
            "resource": "wildfire_platoon", "quantity": 2, "from_at": NOW + HOUR,
            "until_at": NOW + 25 * HOUR, "report_to": "UGS Harskamp, kazernepoort",
        }  # fmt: skip
        return InquiryLine(id=made("answer", inquiry_id), **{**given, **fields})

    told = {
        "status": "answered", "answered_by": "P. de Wit", "answered_role": "CaCo",
        "answered_at": NOW - timedelta(minutes=8),
    }  # fmt: skip
    return [
        inquiry(ASKED, "VR09", **told, answered_how="phone"),
        line(ASKED, answer="yes", commander="R. Vos", commander_phone="0611112222"),
        inquiry(SILENT, "VR04", deadline=NOW - timedelta(minutes=4)),
        line(SILENT),
        inquiry(LINKED, "VR07", **told, answered_how="link"),
        line(LINKED, answer="part", offered=1, reason="een peloton staat zelf paraat"),
    ]


def _given() -> list[Record]:
    shared: dict[str, Any] = {
        "stream": "national", "request": REQUEST, "to_region": "VR06",
        "audience": frozenset({"VR06"}), "from_at": NOW - HOUR, "until_at": NOW + 8 * HOUR,
        "firmness": "definite", "report_to": "UGS Harskamp, kazernepoort",
        "talk_group": "NATBRAND-2",
    }  # fmt: skip
    return [
        Commitment(
            id=GIVEN,
            number="T-2026-07-0005-1",
            owner="VR07",
            source="VR07",
            line=LINE,
            resource="wildfire_platoon",
            quantity=1,
            word="owner",
            authority="A. Mulder",
            authority_role="chair",
            how="phone",
            status="en_route",
            people=18,
            departed_at=NOW - timedelta(minutes=50),
            eta=NOW - timedelta(minutes=10),
            commander="K. de Boer",
            commander_phone="0633334444",
            call_signs="07-3591 07-3592",
            **shared,
        ),
        Commitment(
            id=FLYING,
            number="T-2026-07-0006-1",
            owner="DEF",
            source="DEF",
            line=BUCKETS,
            resource="fire_bucket",
            quantity=1,
            unit=COUGAR,
            status="on_site",
            word="owner",
            authority="DOC",
            authority_role="minister",
            how="mail",
            **shared,
        ),
    ]


def records() -> list[Record]:
    """All of it."""
    return [*reference(), *_capacity(), *_units(), *_request(), *_asked(), *_given()]


def book() -> Book:
    """All of it as a book."""
    return Book(records())
