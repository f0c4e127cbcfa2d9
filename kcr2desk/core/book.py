"""All of bijstand in memory: records in, answers out. A few thousand records; no I/O, no Qt.

    book = Book(desk.all("owner") + desk.all("capacity") + …)
    book.fill(line)      # how far a request line is
    book.holds("VR06", "fire_platoon")

It follows changes record by record, so a screen or a script need not read all again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from kcr2desk.core.bijstand import (
    AWAY,
    AssistanceRequest,
    Capacity,
    Commitment,
    Inquiry,
    InquiryLine,
    RequestLine,
    Unit,
)
from kcr2desk.core.fields import milliseconds, to_wire
from kcr2desk.core.fill import LineFill, line_fill, stage
from kcr2desk.core.holding import FOREVER, Hold, Pair, hold_of, limit_of
from kcr2desk.core.record import Record
from kcr2desk.core.records import RECORD_TYPES, Owner, type_name
from kcr2desk.core.reference import Boundary, GateRule, PlanWeights, ResourceType
from kcr2desk.core.text import Json

R = TypeVar("R", bound=Record)

NATIONAL = "national"
"""The stream whose numbers and promises are counted, unless another is asked for."""

TYPES = (
    "owner", "discipline", "resourcetype", "gaterule", "planweights", "boundary", "incident",
    "capacity", "unit", "assistancerequest", "requestline", "inquiry", "inquiryline", "commitment",
    "proposal",
)  # fmt: skip
"""What a book holds; other types are passed over."""

_BY: dict[str, tuple[tuple[str, Callable[..., object]], ...]] = {
    "capacity": (("pair", lambda r: (r.owner, r.resource)),),
    "unit": (("pair", lambda r: (r.owner, r.resource)),),
    "requestline": (("about", lambda r: r.about),),
    "inquiry": (("request", lambda r: r.request), ("owner", lambda r: r.owner)),
    "inquiryline": (("about", lambda r: r.about), ("line", lambda r: r.line)),
    "commitment": (
        ("line", lambda r: r.line),
        ("request", lambda r: r.request),
        ("pair", lambda r: (r.owner, r.resource)),
        ("unit", lambda r: r.unit),
    ),
}
"""By what else records are found: a name, and what of a record it means."""

Index = tuple[str, str, object]  # type, name of the index, value


class Book:
    """Records by id and by what they belong to. What is removed is not there.

    Lists come in the order of the records' ids, so in the order in which they were made; lines in
    their own order. What is counted is counted within one stream, as the hub does: an exercise
    takes nothing from what is real.
    """

    __slots__ = (
        "_fills", "_holding", "_holds", "_index", "_records", "boundaries", "owners", "types",
    )  # fmt: skip

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, dict[str, Record]] = {name: {} for name in TYPES}
        self._index: dict[Index, dict[str, Record]] = {}
        self.owners: dict[str, Owner] = {}
        self.types: dict[str, ResourceType] = {}
        self.boundaries: dict[str, Boundary] = {}
        self._holding: dict[str, tuple[Commitment, Hold | None]] = {}
        self._holds: dict[tuple[str, Pair], tuple[Hold, ...]] = {}
        self._fills: dict[str, LineFill] = {}
        self.load(records)

    # -- in ----------------------------------------------------------------------------------------

    def load(self, records: Iterable[Record]) -> None:
        """Take these records up, in place of what was known of them."""
        for record in records:
            self.put(record)

    def become(self, other: Book) -> None:
        """Hold what `other` holds, and nothing else. `other` is not to be used any more."""
        for name in self.__slots__:
            setattr(self, name, getattr(other, name))

    def put(self, record: Record) -> None:
        """Take a record up; one that is removed goes."""
        name = type_name(record)
        if name not in self._records:
            return
        self.drop(name, record.id)
        if record.removed:
            return
        self._records[name][record.id] = record
        for index, key in _BY.get(name, ()):
            self._index.setdefault((name, index, key(record)), {})[record.id] = record
        self._note(record)

    def drop(self, name: str, record_id: str) -> None:
        """Forget a record; nothing happens when it is not here."""
        record = self._records.get(name, {}).pop(record_id, None)
        if record is None:
            return
        for index, key in _BY.get(name, ()):
            found = self._index[name, index, key(record)]
            del found[record_id]
            if not found:
                del self._index[name, index, key(record)]
        match record:
            case Owner() if self.owners.get(record.code) is record:
                del self.owners[record.code]
            case ResourceType() if self.types.get(record.code) is record:
                del self.types[record.code]
            case Boundary() if self.boundaries.get(record.code) is record:
                del self.boundaries[record.code]
        self._forget(record)

    def _note(self, record: Record) -> None:
        match record:
            case Owner():
                self.owners[record.code] = record
            case ResourceType():
                self.types[record.code] = record
            case Boundary():
                self.boundaries[record.code] = record
        self._forget(record)

    def _forget(self, record: Record) -> None:
        """Forget what was counted from a record."""
        match record:
            case Commitment():
                self._holds.pop((record.stream, (record.owner, record.resource)), None)
                self._fills.pop(record.line, None)
            case InquiryLine():
                self._fills.pop(record.line, None)
            case Inquiry():  # withdrawn, it counts no more
                for answer in self.answers(record.id):
                    self._fills.pop(answer.line, None)
            case RequestLine():
                self._fills.pop(record.id, None)

    # -- out ---------------------------------------------------------------------------------------

    def get(self, name: str, record_id: str) -> Record | None:
        """One record; None when it is not here or removed."""
        return self._records[name].get(record_id)

    def all(self, name: str) -> list[Record]:
        """All records of a type."""
        return sorted(self._records[name].values(), key=_by_id)

    def _of(self, kind: type[R], name: str, index: str, value: object) -> list[R]:
        found = self._index.get((name, index, value), {})
        return sorted((r for r in found.values() if isinstance(r, kind)), key=_by_id)

    def _every(self, kind: type[R], name: str) -> list[R]:
        return [r for r in self.all(name) if isinstance(r, kind)]

    @property
    def requests(self) -> list[AssistanceRequest]:
        """All requests."""
        return self._every(AssistanceRequest, "assistancerequest")

    def request(self, record_id: str) -> AssistanceRequest | None:
        """One request."""
        found = self._records["assistancerequest"].get(record_id)
        return found if isinstance(found, AssistanceRequest) else None

    def line(self, record_id: str) -> RequestLine | None:
        """One request line."""
        found = self._records["requestline"].get(record_id)
        return found if isinstance(found, RequestLine) else None

    def commitment(self, record_id: str) -> Commitment | None:
        """One commitment."""
        found = self._records["commitment"].get(record_id)
        return found if isinstance(found, Commitment) else None

    def unit(self, record_id: str) -> Unit | None:
        """One named unit."""
        found = self._records["unit"].get(record_id)
        return found if isinstance(found, Unit) else None

    def inquiry(self, record_id: str) -> Inquiry | None:
        """One inquiry."""
        found = self._records["inquiry"].get(record_id)
        return found if isinstance(found, Inquiry) else None

    def owner_name(self, code: str) -> str:
        """What an owner is called; its code where the list does not have it."""
        owner = self.owners.get(code)
        return code if owner is None else owner.name

    def resource_name(self, code: str, language: str) -> str:
        """What a resource type is called in "nl" or "en"; its code where the list does not have
        it."""
        kind = self.types.get(code)
        return code if kind is None else kind.name_in(language)

    def capacity(self, owner: str, resource: str, stream: str = NATIONAL) -> Capacity | None:
        """What an owner said to have of a type."""
        found = self._of(Capacity, "capacity", "pair", (owner, resource))
        return next((c for c in found if c.stream == stream), None)

    def units(self, owner: str = "", resource: str = "") -> list[Unit]:
        """Named units, of one owner, one type, or both."""
        if owner and resource:
            return self._of(Unit, "unit", "pair", (owner, resource))
        return [
            u for u in self._every(Unit, "unit")
            if owner in ("", u.owner) and resource in ("", u.resource)
        ]  # fmt: skip

    def lines(self, request: str) -> list[RequestLine]:
        """The lines of a request, in their order."""
        return sorted(self._of(RequestLine, "requestline", "about", request), key=_by_order)

    def inquiries(self, request: str = "", owner: str = "") -> list[Inquiry]:
        """Inquiries for a request, to an owner, or both; without either all."""
        if request:
            found = self._of(Inquiry, "inquiry", "request", request)
            return [i for i in found if owner in ("", i.owner)]
        if owner:
            return self._of(Inquiry, "inquiry", "owner", owner)
        return self._every(Inquiry, "inquiry")

    def answers(self, inquiry: str) -> list[InquiryLine]:
        """What one inquiry asked and the answers, in their order."""
        return sorted(self._of(InquiryLine, "inquiryline", "about", inquiry), key=_by_order)

    def answers_to(self, line: str) -> list[InquiryLine]:
        """What owners answered about one request line; withdrawn inquiries left out."""
        return [
            a for a in self._of(InquiryLine, "inquiryline", "line", line)
            if (asked := self.inquiry(a.about)) is None
            or asked.status not in ("draft", "withdrawn")
        ]  # fmt: skip

    def commitments(
        self,
        *,
        line: str = "",
        request: str = "",
        owner: str = "",
        resource: str = "",
        unit: str = "",
    ) -> list[Commitment]:
        """Commitments that fit all that is given."""
        asked = {"line": line, "request": request, "unit": unit}
        name, value = next(((n, v) for n, v in asked.items() if v), ("", ""))
        if name:
            found = self._of(Commitment, "commitment", name, value)
        elif owner and resource:
            found = self._of(Commitment, "commitment", "pair", (owner, resource))
        else:
            found = self._every(Commitment, "commitment")
        wanted = {k: v for k, v in {**asked, "owner": owner, "resource": resource}.items() if v}
        return [c for c in found if all(getattr(c, k) == v for k, v in wanted.items())]

    # -- counted -----------------------------------------------------------------------------------

    def holds(self, owner: str, resource: str, stream: str = NATIONAL) -> tuple[Hold, ...]:
        """What is promised of what an owner has of a type, and for how long."""
        known = self._holds.get((stream, (owner, resource)))
        if known is None:
            promised = self.commitments(owner=owner, resource=resource)
            found = (self._hold(c) for c in promised if c.stream == stream)
            known = tuple(hold for hold in found if hold is not None)
            self._holds[stream, (owner, resource)] = known
        return known

    def taken(
        self, owner: str, resource: str, now: datetime, stream: str = NATIONAL
    ) -> tuple[Hold, ...]:
        """What is promised, and what is still away although its time is over: that holds on until
        its return is noted. For who asks what is free; the hub's rule reads no clock."""
        holds, moment = self.holds(owner, resource, stream), milliseconds(now)
        if all(h.end > moment for h in holds):
            return holds
        return tuple(
            dataclasses.replace(h, end=FOREVER)
            if h.end <= moment and (c := self.commitment(h.commitment)) and c.status in AWAY
            else h
            for h in holds
        )

    def _hold(self, commitment: Commitment) -> Hold | None:
        """What a commitment takes, worked out once for each time that it is put here."""
        known = self._holding.get(commitment.id)
        if known is None or known[0] is not commitment:
            known = self._holding[commitment.id] = commitment, holding(commitment)
        return known[1]

    def limit(self, owner: str, resource: str, stream: str = NATIONAL) -> int | None:
        """How many an owner has of a type that could be promised; None: nobody knows."""
        capacity = self.capacity(owner, resource, stream)
        values: dict[str, Json] | None = None
        if capacity is not None:
            values = {n: getattr(capacity, n) for n in ("available", "total", "norm")}
        units = self.units(owner, resource)
        ready = [u for u in units if u.state != "out" and u.stream == stream]
        return limit_of(values, len(ready))

    def fill(self, line: str) -> LineFill:
        """How far a request line is. Raises KeyError when it is not here."""
        known = self._fills.get(line)
        if known is None:
            found = self.line(line)
            if found is None:
                raise KeyError(line)
            known = line_fill(found, self.answers_to(line), self.commitments(line=line))
            self._fills[line] = known
        return known

    def stage(self, request: str) -> str:
        """How far a request is, one of `fill.STAGES`."""
        return stage([self.fill(line.id) for line in self.lines(request)])

    @property
    def weights(self) -> PlanWeights:
        """The weights of proposals that are in force: the highest version."""
        found = self._every(PlanWeights, "planweights")
        if not found:
            return PlanWeights(id="", stream="reference", version=0, set_by="")
        return max(found, key=lambda w: (w.version, w.id))

    @property
    def gate_rules(self) -> list[GateRule]:
        """The rows of the legal gate."""
        return self._every(GateRule, "gaterule")


def holding(commitment: Commitment) -> Hold | None:
    """What a commitment takes, and for how long; None when nothing."""
    specs = RECORD_TYPES["commitment"].fields
    names = (
        "removed", "status", "from_at", "until_at", "returned_at", "quantity", "owner",
        "resource", "unit",
    )  # fmt: skip
    values = {n: to_wire(specs[n], getattr(commitment, n)) for n in names}
    return hold_of(commitment.id, values)


def _by_id(record: Record) -> str:
    return record.id


def _by_order(record: RequestLine | InquiryLine) -> tuple[int, str]:
    return record.order, record.id


def records_of(every: Callable[[str], Sequence[Record]]) -> Book:
    """A book of all that `every` gives by type: `Desk.all` or `Cache.all`."""
    return Book(record for name in TYPES for record in every(name))
