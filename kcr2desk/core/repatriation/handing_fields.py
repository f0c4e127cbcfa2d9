"""What a receiver may have of a person: the fields that its `Choice` names, and never more.

Above the list of KCR2 stand rules that no list lifts: a BSN goes to a municipality or the IND, and
only where the operation has a ground for it; medical words go to a hospital, and notes of a doctor
only through a medical member; relatives are told nothing against the person's wish.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.operation import Choice, Operation
from kcr2desk.core.repatriation.people import Person

NEEDS: Final = "needs"
MEDICAL_NEEDS: Final = "medical_needs"
MEDICAL_NOTE: Final = "medical_note"
OF_NEEDS: Final = (NEEDS, MEDICAL_NEEDS, MEDICAL_NOTE)
"""What is given of needs: kinds and notes that are not medical, medical kinds, medical notes."""

NEVER: Final = frozenset({"note", "checks", "desk", "informed", "removed"})
"""Fields for the hall alone: free words and what desks do with each other."""

FIELDS: Final = (
    *(name for name in RECORD_TYPES["person"].fields if name not in NEVER), *OF_NEEDS,
)  # fmt: skip
"""All that may be given, in the order in which people read it."""

MAY_HAVE_BSN: Final = frozenset({"municipality", "ind"})
SEES_BSN: Final = frozenset({"lead", "registrar"})
BY_CONSENT: Final = frozenset({"sis", "red_cross"})
"""Receivers who tell relatives: only where the person said that they may be told."""

FAMILY: Final = "family"
HOSPITAL: Final = "hospital"

Value = str | int | bool | frozenset[str] | None


def allowed(
    person: Person, receiver: Choice, operation: Operation | None, role: str
) -> frozenset[str]:
    """The fields of `person` that `receiver` may be given by a member with this role."""
    code = receiver.code
    if code in BY_CONSENT and person.may_inform != "yes":
        return frozenset()
    if code == FAMILY and person.may_inform == "no":
        return frozenset()
    may = set(receiver.fields) & set(FIELDS)
    ground = operation is not None and operation.bsn_ground.strip()
    if not (ground and code in MAY_HAVE_BSN and role in SEES_BSN):
        may.discard("bsn")
    if code != HOSPITAL:
        may -= {MEDICAL_NEEDS, MEDICAL_NOTE}
    if role != "medical":
        may.discard(MEDICAL_NOTE)
    return frozenset(may)


def given(
    book: OperationBook, person: Person, receiver: Choice, role: str
) -> Mapping[str, Value | tuple[str, ...]]:
    """What `receiver` is given of `person`: allowed and filled in, in the order of FIELDS. Needs
    are tuples of codes, each with its note behind ": " where it has one."""
    may = allowed(person, receiver, book.operation, role)
    told: dict[str, Value | tuple[str, ...]] = {}
    for name in FIELDS:
        if name in may:
            value = _of_needs(book, person, name) if name in OF_NEEDS else getattr(person, name)
            if value:
                told[name] = value
    return told


def is_medical(book: OperationBook, need: str) -> bool:
    """Whether a kind of need is a medical one; one that is not on the list is held for it."""
    choice = book.choice("need", need)
    return choice is None or "medical" in choice.fields


def _of_needs(book: OperationBook, person: Person, name: str) -> tuple[str, ...]:
    if name == MEDICAL_NOTE:
        noted = [(each.need, each.medical_note) for each in book.needs(person.id)]
        return tuple(f"{need}: {note}" for need, note in noted if note)
    wanted = name == MEDICAL_NEEDS
    return tuple(
        f"{each.need}: {each.note}" if each.note else each.need
        for each in book.needs(person.id)
        if is_medical(book, each.need) == wanted
    )
