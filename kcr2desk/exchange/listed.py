"""What any list of people comes down to: a spreadsheet, a passenger list (PAXLST), a PFIF file.

Readers give a `ListedFile`; who brings it in needs not know which kind of file it was. Nothing here
is a record yet: the lines lack their operation, arrival and id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import normal
from kcr2desk.exchange.problems import Problem, sentence

__all__ = [
    "LONGEST_OTHER",
    "Listed",
    "ListedFile",
    "ListedFlight",
    "Problem",
    "fitting",
    "sentence",
]

LONGEST_OTHER = 2_000
"""Signs of one thing that has no field of its own."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list.

    `fields` are those of ManifestLine that the list says something of, "key" among them when the
    list itself gives its lines a name that stays the same in its next edition. `row` is the row of
    a sheet, or the how-manyth person of a file without rows; it counts from 1.
    """

    fields: Mapping[str, Any]
    row: int


@dataclass(frozen=True, slots=True)
class ListedFlight:
    """One leg of a journey as the list tells it. Places are as written (IATA codes in PAXLST);
    times are aware, or None. Without a zone in the file they are read as UTC."""

    code: str
    origin: str = ""
    place: str = ""
    expected_at: datetime | None = None
    actual_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ListedFile:
    """All that a file told.

    `kind` is what the file was: "sheet", "paxlst", "pfif". `list` is which list it makes, as in
    ManifestLine. `declared` are the totals that the file states of itself, "passengers" and "crew",
    which need not be what it lists. `problems` are what could not be read, then what is odd. `same`
    are pairs of keys of which the file says that they are one human being; either key may be of
    another file.
    """

    kind: str
    lines: tuple[Listed, ...] = ()
    problems: tuple[Problem, ...] = ()
    declared: Mapping[str, int] = field(default_factory=dict)
    flights: tuple[ListedFlight, ...] = ()
    list: str = "manifest"
    same: tuple[tuple[str, str], ...] = ()


def fitting(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a line without empty ones, texts cut to what their field of ManifestLine holds.

    A file may say anything; what it says too much of must not cost the person. What was cut stands
    whole in "others", under the name of its field.
    """
    specs = RECORD_TYPES["manifestline"].fields
    found: dict[str, Any] = {}
    whole: dict[str, str] = {}
    for name, value in fields.items():
        fit = value
        if isinstance(value, str):
            text = normal(value)
            fit = text[: specs[name].longest]
            if len(fit) < len(text):
                whole[name] = text[:LONGEST_OTHER]
        if fit:
            found[name] = fit
    if whole:
        found["others"] = {**found.get("others", {}), **whole}
    return found
