"""Small books of bijstand for tests of plans."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

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
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.holding import FOREVER, Hold
from kcr2desk.core.ids import derived_id
from kcr2desk.core.record import Record
from kcr2desk.core.records import Owner
from kcr2desk.core.reference import ResourceType
from kcr2desk.planning import Plan

NOW = datetime(2027, 7, 14, 9, 0, tzinfo=UTC)
REGIONS = ("VR04", "VR05", "VR06", "VR07", "VR09", "VR25")


def hours(number: float) -> datetime:
    """So many hours after NOW."""
    return NOW + timedelta(hours=number)


R = TypeVar("R", bound=Record)


class World:
    """A book that is filled in a few words."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now
        self.book = Book()
        self._numbers = count(1)
        for code in REGIONS:
            self.owner(code)

    def _put(self, record: R) -> R:
        self.book.put(record)
        return record

    def _id(self) -> str:
        return derived_id(1_767_225_600_000, "test", str(next(self._numbers)))

    def owner(self, code: str, kind: str = "region", position: str = "") -> Owner:
        return self._put(
            Owner(id=self._id(), stream="reference", code=code, name=code, kind=kind,
                  position=position)
        )  # fmt: skip

    def kind(self, code: str = "pump", **given: Any) -> ResourceType:
        return self._put(
            ResourceType(id=self._id(), stream="reference", code=code, name_nl=code, name_en=code,
                         **given)
        )  # fmt: skip

    def has(self, owner: str, available: int | None, resource: str = "pump", **given: Any) -> Any:
        given.setdefault("checked_at", self.now)
        return self._put(
            Capacity(id=capacity_id("national", owner, resource), stream="national", source=owner,
                     owner=owner, resource=resource, available=available, **given)
        )  # fmt: skip

    def unit(self, owner: str, name: str, resource: str = "pump", **given: Any) -> Unit:
        given.setdefault("checked_at", self.now)
        return self._put(
            Unit(id=self._id(), stream="national", source=owner, owner=owner, resource=resource,
                 name=name, **given)
        )  # fmt: skip

    def request(self, region: str = "VR05", **given: Any) -> AssistanceRequest:
        given.setdefault("from_at", self.now + timedelta(hours=4))
        given.setdefault("until_at", self.now + timedelta(hours=12))
        given.setdefault("status", "in_treatment")
        given.setdefault("title", f"Help for {region}")
        return self._put(
            AssistanceRequest(id=self._id(), stream="national", region=region, **given)
        )

    def line(
        self, request: AssistanceRequest, quantity: int, resource: str = "pump", **given: Any
    ) -> RequestLine:
        return self._put(
            RequestLine(id=self._id(), stream="national", about=request.id, quantity=quantity,
                        resource=resource, **given)
        )  # fmt: skip

    def promised(self, owner: str, quantity: int, resource: str = "pump", **given: Any) -> Any:
        given.setdefault("from_at", self.now)
        given.setdefault("until_at", self.now + timedelta(hours=24))
        return self._put(
            Commitment(id=self._id(), stream="national", source=owner, owner=owner,
                       resource=resource, quantity=quantity, **given)
        )  # fmt: skip

    def answered(self, line: RequestLine, owner: str, answer: str, **given: Any) -> InquiryLine:
        inquiry = self._put(
            Inquiry(id=self._id(), stream="national", source=owner, owner=owner, title="?",
                    request=line.about, status="answered")
        )  # fmt: skip
        return self._put(
            InquiryLine(id=self._id(), stream="national", about=inquiry.id, line=line.id,
                        resource=line.resource, quantity=line.quantity, answer=answer, **given)
        )  # fmt: skip


def gives(plan: Plan, line: RequestLine) -> dict[str, int]:
    """Owner -> how many it gives to the first shift of a line."""
    found: dict[str, int] = {}
    for a in plan.of_line(line.id):
        if not a.relief:
            found[a.owner] = found.get(a.owner, 0) + a.quantity
    return found


def holds_of(plan: Plan) -> list[Hold]:
    """What a plan would hold when it was promised as it stands."""
    return [
        Hold(f"{n}", a.owner, a.resource, "", a.quantity, milliseconds(a.from_at),
             FOREVER if a.until_at is None else milliseconds(a.until_at))
        for n, a in enumerate(plan.assignments)
    ]  # fmt: skip
