"""What others changed in a report while a form of it is open. No Qt in here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kcr2desk.core.text import Json


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that holds something else now than the form showed.

    `touched` says that the officer changed it too; both values stand until one is chosen.
    """

    field: str
    shown: Json
    theirs: Json
    mine: Json
    touched: bool


def differences(
    fields: Iterable[str],
    shown: Mapping[str, Json],
    now: Mapping[str, Json],
    typed: Mapping[str, Json],
) -> tuple[Difference, ...]:
    """The fields that others changed, but for those where all agree by now."""
    found = []
    for name in fields:
        was, theirs, mine = shown.get(name), now.get(name), typed.get(name)
        if theirs != was and theirs != mine:
            found.append(Difference(name, was, theirs, mine, mine != was))
    return tuple(found)


def changed(
    fields: Collection[str], shown: Mapping[str, Json], typed: Mapping[str, Json]
) -> tuple[str, ...]:
    """The fields that the officer changed."""
    return tuple(name for name in fields if typed.get(name) != shown.get(name))
