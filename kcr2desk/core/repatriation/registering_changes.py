"""What a party at the desk becomes when it is saved: one changeset, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import to_wire
from kcr2desk.core.ids import NewId
from kcr2desk.core.merge import edit, removal
from kcr2desk.core.records import RECORD_TYPES, blank_values, wire_values
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.people import PersonLink, PersonNeed, link_id
from kcr2desk.core.repatriation.registering import (
    FIELDS,
    NeedTyped,
    Party,
    Sheet,
    is_changed,
    is_empty,
    taken,
)
from kcr2desk.core.text import Json

REFUSED: Final = "refused"
REGISTERED: Final = "registered"
"""The station at which people are registered."""

KEPT_OF_REFUSED: Final = frozenset({"spoken_name", "seat"})
"""Who refuses registration is counted. What else stood on the sheet is not kept."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and when it is saved, and by whom."""

    arrival: str
    name: str
    account: str
    now: int


def changes(party: Party, book: OperationBook, desk: Desk, new_id: NewId) -> list[Change]:
    """The changes of a party. A sheet without an outcome is of somebody who is registered."""
    kept = [sheet for sheet in party.sheets if is_changed(sheet) or _ends_anew(sheet, book)]
    ready = replace(party, sheets=tuple(ready_to_keep(sheet, party, book) for sheet in kept))
    found: list[Change] = []
    for group in dict.fromkeys(s.group for s in ready.sheets if s.group):
        found += _group(ready, book, group)
    for sheet in ready.sheets:
        found += _person(sheet, book, desk)
        found += _passage(sheet, desk, new_id)
        found += _line(sheet, book)
        found += _needs(sheet, book, new_id)
        found += _links(sheet, book, desk)
    return found


def _ends_anew(sheet: Sheet, book: OperationBook) -> bool:
    """Whether a registration that is there already ends in another way, or ends at all."""
    person = book.person(sheet.id)
    return person is not None and person.outcome != (sheet.outcome or "registered")


def ready_to_keep(sheet: Sheet, party: Party, book: OperationBook) -> Sheet:
    """A sheet as it is kept: with what its list knows, and without a group of one."""
    sheet = taken(sheet, book.line(sheet.line) if sheet.line else None)
    others = {p.id for p in book.members_of(sheet.group)} | {
        each.id for each in party.members(sheet.group) if not is_empty(each)
    }
    if sheet.is_new and sheet.group and not others - {sheet.id}:
        sheet = sheet.with_values(group="", relation="")
    if sheet.outcome == REFUSED and sheet.is_new:
        blank = blank_values("person")
        sheet = sheet.with_values(**{n: blank[n] for n in FIELDS if n not in KEPT_OF_REFUSED})
    return sheet


def _person(sheet: Sheet, book: OperationBook, desk: Desk) -> list[Change]:
    outcome = sheet.outcome or "registered"
    if sheet.shown is None:
        made: dict[str, Json] = {
            "arrival": desk.arrival, "outcome": outcome, "registered_at": desk.now,
            "desk": desk.name,
        }  # fmt: skip
        blank = blank_values("person")
        values = {n: v for n, v in {**sheet.values, **made}.items() if v != blank[n]}
        return [Change("person", sheet.id, How.NEW, values)]
    was = book.person(sheet.id)
    before: dict[str, Json] = {**sheet.shown, "outcome": "" if was is None else was.outcome}
    fields = edit("person", before, {**sheet.values, "outcome": outcome})
    return [Change("person", sheet.id, How.EDIT, fields)] if fields else []


def _passage(sheet: Sheet, desk: Desk, new_id: NewId) -> list[Change]:
    """Whoever is registered stands at the registration: so a head-count knows where."""
    if not sheet.is_new or sheet.outcome not in ("", "registered"):
        return []
    seen: dict[str, Json] = {"about": sheet.id, "station": REGISTERED, "passed_at": desk.now}
    return [Change("passage", new_id(), How.NEW, seen)]


def _line(sheet: Sheet, book: OperationBook) -> list[Change]:
    line = book.line(sheet.line) if sheet.line else None
    if line is None or line.person == sheet.id:
        return []
    return [Change("manifestline", line.id, How.EDIT, {"person": [line.person, sheet.id]})]


def _group(party: Party, book: OperationBook, group: str) -> list[Change]:
    typed = party.groups[group]
    head = "" if _stays_out(party, typed.head) else typed.head
    now: dict[str, Json] = {
        "title": typed.title, "kind": typed.kind, "head": head, "together": typed.together,
    }  # fmt: skip
    if book.group(group) is None:
        blank = blank_values("travelgroup")
        return [Change("travelgroup", group, How.NEW,
                       {n: v for n, v in now.items() if v != blank[n]})]  # fmt: skip
    fields = edit("travelgroup", typed.shown or {}, now)
    return [Change("travelgroup", group, How.EDIT, fields)] if fields else []


def _stays_out(party: Party, head: str) -> bool:
    sheet = party.sheet_of(head)
    return sheet is not None and sheet.outcome == REFUSED


def _needs(sheet: Sheet, book: OperationBook, new_id: NewId) -> list[Change]:
    if sheet.outcome == REFUSED and sheet.is_new:
        return []
    found: list[Change] = []
    for need, typed in sheet.needs.items():
        noted: dict[str, Json] = {"note": typed.note, "medical_note": typed.medical_note}
        if not typed.record:
            values: dict[str, Json] = {"about": sheet.id, "need": need}
            values |= {n: v for n, v in noted.items() if v}
            found.append(Change("personneed", new_id(), How.NEW, values))
            continue
        there = sheet.needs_shown[need]
        fields = edit("personneed", {"note": there.note, "medical_note": there.medical_note}, noted)
        if fields:
            found.append(Change("personneed", typed.record, How.EDIT, fields))
    gone = {typed.record for n, typed in sheet.needs_shown.items() if n not in sheet.needs}
    for record in book.needs(sheet.id):
        if record.id in gone:
            specs = RECORD_TYPES["personneed"].fields
            # who may not read a private field cannot say what it was
            shown = {n: to_wire(s, getattr(record, n)) for n, s in specs.items() if not s.private}
            fields = {**removal(shown), "removed": [False, True]}
            found.append(Change("personneed", record.id, How.EDIT, fields))
    return found


def _links(sheet: Sheet, book: OperationBook, desk: Desk) -> list[Change]:
    """What was decided of others who may be the same person, for the hall lead or for good."""
    found = []
    for other, verdict in sheet.verdicts.items():
        record = link_id(sheet.id, other)
        there = next((link for link in book.links(sheet.id) if link.id == record), None)
        found.append(_verdict(record, sheet.id, other, verdict, desk.account, there))
    return found


def _verdict(
    record: str, one: str, other: str, verdict: str, by: str, there: PersonLink | None
) -> Change:
    if there is None:
        values = {"one": one, "other": other, "verdict": verdict, "by": by}
        return Change("personlink", record, How.NEW, wire_values("personlink", values))
    was: dict[str, Json] = {"verdict": there.verdict, "by": there.by}
    return Change(
        "personlink", record, How.EDIT, edit("personlink", was, {"verdict": verdict, "by": by})
    )


def noted(needs: Sequence[PersonNeed]) -> dict[str, NeedTyped]:
    """The needs of somebody as a sheet shows them, by what is needed."""
    return {n.need: NeedTyped(note=n.note, medical_note=n.medical_note, record=n.id) for n in needs}
