"""Inquiries for the hub's tests: put in the log by a duty officer, as a desk does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from kcr2desk.core.changes import Change, How
from kcr2desk.core.records import blank_values, wire_values
from tests.hub.line import Caller, new_id


def later(**time: float) -> datetime:
    return (datetime.now(UTC) + timedelta(**time)).replace(microsecond=0)


@dataclass
class Asking:
    """An inquiry as an officer of the room made it."""

    officer: Caller
    id: str = field(default_factory=new_id)
    lines: list[str] = field(default_factory=list)

    @property
    def values(self) -> dict[str, Any]:
        return self.record(self.id)

    def record(self, id: str) -> dict[str, Any]:
        return dict(next(r.values for r in self.officer.snapshot().records if r.id == id))

    def line(self, n: int = 0) -> dict[str, Any]:
        return self.record(self.lines[n])

    def edit(self, **fields: Any) -> Any:
        """Change fields of the inquiry, whatever they were."""
        held = {**blank_values("inquiry"), **self.values}
        told = wire_values("inquiry", fields)
        changed = {n: [held.get(n), v] for n, v in told.items()}
        outcome = self.officer.edit(self.id, "inquiry", **changed)
        assert outcome.code == "applied", outcome
        return outcome

    def url(self) -> str:
        answer = self.officer.ask("POST", f"/v1/inquiries/{self.id}/link")
        assert answer.status_code == 200, answer.text
        return str(answer.json()["url"])


def ask(officer: Caller, *lines: dict[str, Any], **fields: Any) -> Asking:
    """Ask VR06; a line is what differs from four platoons."""
    asking = Asking(officer)
    told: dict[str, Any] = {
        "owner": "VR06",
        "source": "VR06",
        "title": "Bluspelotons voor de Veluwe",
        "text": "Natuurbrand bij Hoog Buurlo.\nVier pelotons voor de nacht.",
        "number": "U-2026-07-0001-3",
        "asked_by": "De Vries, KCR2",
        "status": "asked",
        "deadline": later(hours=2),
        "link_until": later(days=1),
    } | fields
    changes = [Change("inquiry", asking.id, How.NEW, wire_values("inquiry", told))]
    for order, line in enumerate(lines or ({},)):
        asking.lines.append(new_id())
        whole = {"about": asking.id, "resource": "fire_platoon", "quantity": 4, "order": order}
        values = wire_values("inquiryline", whole | line)
        changes.append(Change("inquiryline", asking.lines[-1], How.NEW, values))
    (outcome,) = officer.push(officer.changeset(*changes)).outcomes
    assert outcome.code == "applied", outcome
    return asking


def form(asking: Asking, *lines: dict[str, str], **fields: str) -> dict[str, str]:
    """The fields of the page: name and role are there, a line says yes."""
    told = {"do": "send", "name": "K. de Boer", "role": "OvD Brandweer"} | fields
    for id_, line in zip(asking.lines, lines or ({"answer": "yes"},), strict=False):
        told |= {f"{id_}.{name}": text for name, text in line.items()}
    return told
