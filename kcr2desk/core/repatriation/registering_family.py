"""What a family has in common, and what follows from who is in it: proposed, never imposed.

`settled` is called after each change of a party. What an officer said of a sheet (`Sheet.said`)
stays; the rest follows the head, the ages and the names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.dates import parts_of
from kcr2desk.core.repatriation.handing import under_age
from kcr2desk.core.repatriation.registering import (
    SHARED,
    GroupTyped,
    Party,
    Sheet,
    of_group,
    wire_of,
)
from kcr2desk.core.text import Json

PARENT_YEARS: Final = 16
"""From this difference of age on somebody may be the other's parent."""

GRANDPARENT_YEARS: Final = 40


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody in a group, as far as relations need to know."""

    id: str
    birth_date: str
    family_name: str
    sex: str

    @property
    def year(self) -> int | None:
        parts = parts_of(self.birth_date)
        return None if parts is None else parts[0]


def settled(party: Party, book: OperationBook, today: date) -> Party:
    """The party with heads, relations, minors alone and what is copied as they follow by now."""
    party = _known_groups(party, book)
    for group in dict.fromkeys(sheet.group for sheet in party.sheets):
        party = _settled_group(party, book, group, today)
    return party


def grouped(party: Party, new_id: Callable[[], str]) -> Party:
    """The sheet in hand goes with the one before it; both get a group where there was none."""
    sheet = party.sheet
    if sheet is None or party.at == 0:
        return party
    before = party.sheets[party.at - 1]
    group = before.group or new_id()
    for each in (before, sheet):
        party = party.put(each.with_values(group=group))
    if group not in party.groups:
        party = replace(party, groups={**party.groups, group: GroupTyped()})
    return party


def on_its_own(party: Party) -> Party:
    """The sheet in hand leaves its group, and what it copied with it."""
    sheet = party.sheet
    if sheet is None or not sheet.group:
        return party
    gone: dict[str, Json] = {"group": ""}
    if "relation" not in sheet.said:
        gone["relation"] = ""
    blank: dict[str, Json] = {n: None if n == "nights" else "" for n in sheet.copied}
    return party.put(replace(sheet.with_values(**gone, **blank), copied=frozenset()))


def said(party: Party, name: str, value: Json, *, only: bool = False) -> Party:
    """The officer filled a field of the sheet in hand. What families share goes to all of them who
    did not say otherwise, unless it is for this person `only`."""
    sheet = party.sheet
    if sheet is None:
        return party
    follows = name in sheet.copied
    mine = sheet.with_values(**{name: value})
    party = party.put(
        replace(
            mine,
            said=sheet.said | {name},
            copied=sheet.copied - {name} if only or not follows else sheet.copied,
            corrections={k: v for k, v in sheet.corrections.items() if k != name},
        )
    )
    if name in SHARED and not only and (follows or is_head(party, sheet)):
        for each in party.members(sheet.group):
            if each.id != sheet.id and (name in each.copied or is_head(party, each)):
                party = party.put(each.with_values(**{name: value}))
    if name in SHARED and only and is_head(party, sheet):
        for each in party.members(sheet.group):
            party = party.put(replace(each, copied=each.copied - {name}, said=each.said | {name}))
    if name == "relation" and value == "head":
        party = headed(party, sheet.id)
    return party


def headed(party: Party, head: str) -> Party:
    """Another head of its group."""
    sheet = party.sheet_of(head)
    if sheet is None or not sheet.group:
        return party
    for each in party.members(sheet.group):
        if each.id != head and each.values["relation"] == "head":
            party = party.put(replace(each.with_values(relation=""), said=each.said - {"relation"}))
    group = replace(party.groups[sheet.group], head=head, head_said=True)
    return replace(party, groups={**party.groups, sheet.group: group})


def is_head(party: Party, sheet: Sheet) -> bool:
    """Whether a sheet is the head of its group."""
    group = party.groups.get(sheet.group)
    return group is not None and group.head == sheet.id


def adult_came(party: Party, sheet: Sheet, book: OperationBook, today: date) -> bool:
    """Whether somebody is noted as a minor alone though there is an adult, or a guardian, by now:
    that is asked, and never altered by itself."""
    return bool(sheet.values["minor_alone"]) and not _is_alone(
        sheet, _kin(party, book, sheet.group), today
    )


# -- what follows ----------------------------------------------------------------------------------


def _known_groups(party: Party, book: OperationBook) -> Party:
    groups = dict(party.groups)
    for sheet in party.sheets:
        there = book.group(sheet.group) if sheet.group else None
        if sheet.group and sheet.group not in groups:
            groups[sheet.group] = GroupTyped() if there is None else of_group(there)
    return replace(party, groups=groups)


def _settled_group(party: Party, book: OperationBook, group: str, today: date) -> Party:
    if not group:
        for sheet in party.sheets:
            if not sheet.group:
                party = party.put(_minor(sheet, [_kin_of(sheet)], today))
        return party
    kin = _kin(party, book, group)
    party, head = _with_head(party, group, kin, today)
    shared = _shared_of(party, book, head.id)
    partnered = False
    for sheet in party.members(group):
        mine = _minor(sheet, kin, today)
        if sheet.id == head.id:
            mine = replace(mine, copied=frozenset())
        else:
            mine = _following(mine)
            mine = mine.with_values(**{name: shared[name] for name in mine.copied})
        if "relation" not in sheet.said:
            relation = _relation(_kin_of(sheet), head, kin, today, partnered=partnered)
            partnered = partnered or relation == "partner"
            mine = mine.with_values(relation=relation)
        party = party.put(mine)
    return party


def _with_head(party: Party, group: str, kin: Sequence[Kin], today: date) -> tuple[Party, Kin]:
    """The group with its head. One that follows from ages gives what was said of the family to
    the next: the child's passport may have come first."""
    typed = party.groups[group]
    named = next((k for k in kin if k.id == typed.head), None)
    fixed = typed.head_said or typed.shown is not None
    head = named if named is not None and fixed else _head_of(kin, today)
    if head.id == typed.head:
        return party, head
    # nobody headed a group that is made just now: who came first spoke for it
    before = party.sheet_of(typed.head) if typed.head else party.members(group)[0]
    after = party.sheet_of(head.id)
    if before is not None and after is not None and before.id != after.id:
        given = {n: before.values[n] for n in SHARED if n in after.copied or not after.values[n]}
        after = after.with_values(**given)
        same = {n for n in SHARED if before.values[n] == after.values[n]}
        party = party.put(after).put(replace(before, copied=frozenset(same)))
    return replace(party, groups={**party.groups, group: replace(typed, head=head.id)}), head


def _following(sheet: Sheet) -> Sheet:
    """Somebody new follows the head in all that was not said, or listed, of this person."""
    if not sheet.is_new:
        return sheet
    own = {n for n in SHARED - sheet.copied if n in sheet.said or sheet.values[n]}
    return replace(sheet, copied=SHARED - own)


def _shared_of(party: Party, book: OperationBook, head: str) -> dict[str, Json]:
    sheet = party.sheet_of(head)
    if sheet is not None:
        return {name: sheet.values[name] for name in SHARED}
    person = book.person(head)
    assert person is not None
    values = wire_of(person)
    return {name: values[name] for name in SHARED}


def _kin(party: Party, book: OperationBook, group: str) -> list[Kin]:
    """Who is in a group: those kept already first, then who stands at the desk."""
    here = {sheet.id for sheet in party.sheets}
    others = [p for p in book.members_of(group) if p.id not in here]
    kin = [Kin(p.id, p.birth_date, p.family_name, p.sex) for p in others]
    return [*kin, *(_kin_of(sheet) for sheet in party.members(group))]


def _kin_of(sheet: Sheet) -> Kin:
    return Kin(sheet.id, sheet.text("birth_date"), sheet.text("family_name"), sheet.text("sex"))


def _head_of(kin: Sequence[Kin], today: date) -> Kin:
    """The first who is not a child; of children the oldest."""
    adults = [k for k in kin if not under_age(k.birth_date, today)]
    if adults:
        known = [k for k in adults if k.year is not None]
        return (known or adults)[0]
    return min(kin, key=lambda k: k.birth_date or "9999")


def _minor(sheet: Sheet, kin: Sequence[Kin], today: date) -> Sheet:
    """Mark a minor alone. The mark of somebody who is kept already is never taken away here."""
    if "minor_alone" in sheet.said and sheet.is_new:
        return sheet
    alone = _is_alone(sheet, kin, today)
    if not sheet.is_new and not alone:
        return sheet
    return sheet.with_values(minor_alone=alone)


def _is_alone(sheet: Sheet, kin: Sequence[Kin], today: date) -> bool:
    if not under_age(sheet.text("birth_date"), today):
        return False
    if sheet.text("guardian") or sheet.text("guardian_name").strip():
        return False
    others = [k for k in kin if k.id != sheet.id]
    return all(under_age(k.birth_date, today) for k in others)


def _relation(one: Kin, head: Kin, kin: Sequence[Kin], today: date, *, partnered: bool) -> str:
    if one.id == head.id:
        return "head"
    if one.year is None or head.year is None:
        return ""
    younger = one.year - head.year
    if younger <= -GRANDPARENT_YEARS:
        return "grandparent"
    if younger <= -PARENT_YEARS:
        return "parent"
    if younger >= PARENT_YEARS:
        return "child"
    alike = one.family_name.casefold() == head.family_name.casefold() != ""
    grown = not under_age(one.birth_date, today) and not under_age(head.birth_date, today)
    parents = max(one.year, head.year)
    children = any(k.year is not None and k.year >= parents + PARENT_YEARS for k in kin)
    if grown and not partnered and one.sex != head.sex and (children or not alike):
        return "partner"
    return "sibling" if alike else "other"
