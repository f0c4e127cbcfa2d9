"""What a registrar has in hand: the sheets of one party, before they are persons.

A party is who stands at the desk together; each sheet is one of them. Nothing here reads or
writes: `registering_family` proposes what a family has in common, `registering_changes` says what
is to be saved.

    party = Party().joined(fresh(new_id()))
    party = party.said("spoken_name", "Willeke")
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from kcr2desk.core.fields import Kind, to_wire
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.repatriation.naming import called
from kcr2desk.core.repatriation.people import ManifestLine, Person, TravelGroup
from kcr2desk.core.text import Json

FIELDS: Final = (
    "spoken_name", "given_names", "prefix", "family_name", "other_names", "birth_date",
    "birth_place", "sex", "nationalities", "no_document", "document_type", "document_number",
    "document_country", "document_expiry", "checks", "identified_by", "bsn", "seat", "wristband",
    "phone", "mail", "languages", "contact", "may_inform", "street", "postcode", "city", "country",
    "onward", "onward_note", "nights", "municipality", "ground", "group", "relation",
    "minor_alone", "guardian", "guardian_name", "animals", "goods", "note", "informed",
)  # fmt: skip
"""The fields of a person that a sheet writes."""

SHARED: Final = frozenset({
    "phone", "street", "postcode", "city", "country", "municipality", "onward", "onward_note",
    "nights",
})  # fmt: skip
"""Fields that a family is asked for once."""

IDENTITY: Final = (
    "given_names", "prefix", "family_name", "birth_date", "sex", "nationalities", "document_type",
    "document_number", "document_country", "document_expiry",
)  # fmt: skip
"""What a passport says."""

OF_A_LINE: Final = (
    "family_name", "prefix", "given_names", "other_names", "birth_date", "sex", "document_type",
    "document_number", "document_country", "document_expiry", "seat", "phone", "mail", "street",
    "postcode", "city", "country", "ground",
)  # fmt: skip
"""Fields that a line of a list and a person have alike."""

_BLANK: Final = blank_values("person")
_SPECS: Final = RECORD_TYPES["person"].fields


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedTyped:
    """A need as noted. `record` is its id where it is kept already."""

    note: str = ""
    medical_note: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One person being written. `shown` is what was there already; None for somebody new.

    `said` are fields that the officer filled: no proposal alters them. `copied` follow the head of
    the family. `corrections` is what one confusion of letters explains, by field: offered, never
    taken. `found` is what a document holds besides and may be taken by the officer alone (a BSN).
    `unread` is what stands in a field and cannot be read. `verdicts` is what was decided of others
    who may be the same person, by their id.
    """

    id: str
    values: Mapping[str, Json]
    shown: Mapping[str, Json] | None = None
    outcome: str = ""
    line: str = ""
    line_chosen: bool = False
    scanned: bool = False
    said: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    copied: frozenset[str] = frozenset()
    corrections: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, NeedTyped] = field(default_factory=dict)
    needs_shown: Mapping[str, NeedTyped] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        return self.shown is None

    @property
    def group(self) -> str:
        """The id of its group, "" for none."""
        return str(self.values["group"])

    def text(self, name: str) -> str:
        """A field that holds text."""
        return str(self.values[name] or "")

    def with_values(self, **values: Json) -> Sheet:
        """The same with these fields."""
        return replace(self, values={**self.values, **values})


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTyped:
    """A family or travel group as typed; `shown` is what was there already. `head_said`: an officer
    named the head; else it follows from the ages."""

    title: str = ""
    kind: str = "family"
    head: str = ""
    head_said: bool = False
    together: bool = True
    shown: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who stands at the desk together. `at` is the sheet in hand, -1 while there is none."""

    sheets: tuple[Sheet, ...] = ()
    at: int = -1
    groups: Mapping[str, GroupTyped] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet in hand."""
        return self.sheets[self.at] if 0 <= self.at < len(self.sheets) else None

    def sheet_of(self, record: str) -> Sheet | None:
        """The sheet of a person."""
        return next((each for each in self.sheets if each.id == record), None)

    def members(self, group: str) -> tuple[Sheet, ...]:
        """Who of them is in a group; nobody for ""."""
        return tuple(each for each in self.sheets if group and each.group == group)

    def joined(self, sheet: Sheet) -> Party:
        """With one more sheet, which is in hand now."""
        return replace(self, sheets=(*self.sheets, sheet), at=len(self.sheets))

    def put(self, sheet: Sheet) -> Party:
        """With a sheet in place of the one of the same id."""
        sheets = tuple(sheet if each.id == sheet.id else each for each in self.sheets)
        return replace(self, sheets=sheets)

    def without(self, record: str) -> Party:
        """Without one sheet; the one before it is in hand."""
        sheets = tuple(each for each in self.sheets if each.id != record)
        return replace(self, sheets=sheets, at=min(max(self.at - 1, 0), len(sheets) - 1))

    def turned(self, at: int) -> Party:
        """With another sheet in hand."""
        return replace(self, at=max(0, min(at, len(self.sheets) - 1)))


# -- sheets ----------------------------------------------------------------------------------------


def fresh(record: str, **values: Json) -> Sheet:
    """The empty sheet of somebody new, whose id is reserved."""
    return Sheet(id=record, values={**{n: _BLANK[n] for n in FIELDS}, **values})


def wire_of(person: Person) -> dict[str, Json]:
    """The wire values of a person, as far as a sheet shows them."""
    return {name: to_wire(_SPECS[name], getattr(person, name)) for name in FIELDS}


def of_person(person: Person, needs: Mapping[str, NeedTyped] | None = None) -> Sheet:
    """The sheet of somebody who was registered before."""
    values, noted = wire_of(person), needs or {}
    return Sheet(
        id=person.id, values=values, shown=values, outcome=person.outcome, needs=noted,
        needs_shown=noted, said=frozenset(n for n in FIELDS if values[n] not in (_BLANK[n], "")),
    )  # fmt: skip


def of_group(group: TravelGroup) -> GroupTyped:
    """A group that is there already."""
    shown: dict[str, Json] = {
        "title": group.title, "kind": group.kind, "head": group.head, "together": group.together,
    }  # fmt: skip
    return GroupTyped(
        title=group.title, kind=group.kind, head=group.head, together=group.together, shown=shown
    )


def line_values(line: ManifestLine) -> dict[str, Json]:
    """What a list says of a person, as fields of a person; blank ones left out."""
    found: dict[str, Json] = {n: getattr(line, n) for n in OF_A_LINE if getattr(line, n)}
    if line.nationality:
        found["nationalities"] = [line.nationality]
    if line.full_name and not (line.family_name or line.given_names):
        found["spoken_name"] = line.full_name
    return found


def with_line(sheet: Sheet, line: ManifestLine, *, chosen: bool = False) -> Sheet:
    """A sheet of somebody who stands on a list. What the list knows stays an offer (`offers`)."""
    return replace(sheet, line=line.id, line_chosen=chosen or sheet.line_chosen)


def offers(sheet: Sheet, line: ManifestLine | None) -> dict[str, Json]:
    """What the list knows and the sheet does not say: shown in place, with its source, and taken
    with the sheet unless the officer leaves it out."""
    if line is None:
        return {}
    known: dict[str, Json] = line_values(line)
    if name_of(sheet.values):
        for part in ("spoken_name", "given_names", "prefix", "family_name"):
            known.pop(part, None)
    return {
        name: value
        for name, value in known.items()
        if name not in sheet.left_out and _is_blank(name, sheet.values.get(name))
    }


def taken(sheet: Sheet, line: ManifestLine | None) -> Sheet:
    """The sheet with what the list knows filled in."""
    return sheet.with_values(**offers(sheet, line))


def scanned(
    sheet: Sheet,
    fields: Mapping[str, Json],
    wrong: Iterable[str] = (),
    corrections: Mapping[str, str] | None = None,
    found: Mapping[str, str] | None = None,
) -> Sheet:
    """A sheet filled by what a passport says. `wrong` are fields whose check digit does not fit:
    they stand in `checks` until somebody looked."""
    known = {name: value for name, value in fields.items() if name in FIELDS}
    checks: list[Json] = [*sorted(set(wrong))]
    return replace(
        sheet.with_values(**known, no_document=False, checks=checks), scanned=True,
        corrections=dict(corrections or {}), found=dict(found or {}), unread={},
    )  # fmt: skip


def corrected(sheet: Sheet, name: str) -> Sheet:
    """The officer takes the correction of a field, or says that what stands there is right."""
    corrections = dict(sheet.corrections)
    value = corrections.pop(name, None)
    checks = sheet.values["checks"]
    left: list[Json] = [c for c in checks if c != name] if isinstance(checks, list) else []
    values: dict[str, Json] = {"checks": left}
    if value is not None:
        values[name] = value
    return replace(sheet.with_values(**values), corrections=corrections)


def left_out(sheet: Sheet, name: str) -> Sheet:
    """The officer does not want what the list says of a field."""
    return replace(sheet, left_out=sheet.left_out | {name})


def toggled_need(sheet: Sheet, need: str) -> Sheet:
    """A need ticked, or no more."""
    needs = dict(sheet.needs)
    if needs.pop(need, None) is None:
        needs[need] = sheet.needs_shown.get(need, NeedTyped())
    return replace(sheet, needs=needs)


def noted_need(sheet: Sheet, need: str, text: str, *, medical: bool) -> Sheet:
    """What is noted of a need."""
    there = sheet.needs.get(need, NeedTyped())
    typed = replace(there, medical_note=text) if medical else replace(there, note=text)
    return replace(sheet, needs={**sheet.needs, need: typed})


# -- what stands in them ---------------------------------------------------------------------------


def name_of(values: Mapping[str, Json]) -> str:
    """The name to call somebody by: as a document has it, else as spoken."""
    return called(values)


def is_empty(sheet: Sheet) -> bool:
    """Whether nothing was said of somebody new: there is nothing to keep."""
    given = ("group", "relation", "minor_alone", "no_document")
    plain = all(
        _is_blank(n, v) for n, v in sheet.values.items() if n not in given and n not in sheet.copied
    )
    return sheet.is_new and plain and not (sheet.needs or sheet.line or sheet.unread)


def is_changed(sheet: Sheet) -> bool:
    """Whether saving it would write anything."""
    if sheet.shown is None:
        return bool(sheet.outcome) or not is_empty(sheet)
    same = all(sheet.values[name] == sheet.shown.get(name) for name in FIELDS)
    noted = sheet.needs != sheet.needs_shown or bool(sheet.verdicts)
    return not same or noted or bool(sheet.unread)


def same_document(sheet: Sheet, number: str, country: str) -> bool:
    """Whether a sheet is about this document."""
    return (
        bool(number)
        and document_key(sheet.text("document_number")) == document_key(number)
        and sheet.text("document_country") in ("", country)
    )


def document_key(number: str) -> str:
    """A document number without what people write between its parts."""
    return "".join(c for c in number.upper() if c.isalnum())


def _is_blank(name: str, value: Json) -> bool:
    return value in (None, "", []) or (value is False and _SPECS[name].kind is Kind.FLAG)
