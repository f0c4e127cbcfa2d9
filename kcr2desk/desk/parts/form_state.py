"""What stands in a report form, as a draft keeps it and as a report takes it. No Qt in here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kcr2desk.core.fields import from_wire
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.text import REPLACEMENT, Json

FIELDS: Final = (
    "title",
    "text",
    "informant",
    "channel",
    "caller",
    "callback",
    "occurred_at",
    "observed_at",
    "received_at",
    "reliability",
    "credibility",
    "discipline",
    "region",
    "municipality",
    "place",
    "quantities",
    "grip",
    "incident",
    "urgent",
)
"""The fields of a report that its form writes."""

LONGEST_TEXT: Final = RECORD_TYPES["report"].fields["text"].longest
_SPECS: Final = RECORD_TYPES["report"].fields


def blank(name: str) -> Json:
    """The wire value of a field of a report that nobody filled in."""
    return blank_values("report")[name]


@dataclass(frozen=True, slots=True)
class Typed:
    """All that an officer did in a form. `values` are wire values of FIELDS.

    `own_title` says that the title is the officer's and not the first words of the text; `unread`
    holds times that cannot be read, as they stand in their fields; `passed` the offers that were
    stepped over; `judged` that a key said what `credibility` holds.
    """

    values: Mapping[str, Json]
    cursor: int = 0
    anchor: int = 0
    own_title: bool = False
    judged: bool = False
    unread: Mapping[str, str] = field(default_factory=dict)
    passed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    page: str = ""

    def kept(self) -> dict[str, Json]:
        """As a draft keeps it: fields by their names, so that their retention is known there."""
        return {
            **{name: _storable(value) for name, value in self.values.items()},
            "form": {
                "cursor": self.cursor,
                "anchor": self.anchor,
                "own_title": self.own_title,
                "judged": self.judged,
                "unread": {name: _storable(text) for name, text in self.unread.items()},
                "passed": list(self.passed),
                "files": list(self.files),
                "page": self.page,
            },
        }

    @property
    def text(self) -> str:
        return str(self.values.get("text") or "")

    @property
    def title(self) -> str:
        return str(self.values.get("title") or "")


def from_kept(kept: Mapping[str, Json]) -> Typed:
    """What a draft keeps; what an older or newer version left out or added does no harm."""
    form = kept.get("form")
    form = form if isinstance(form, dict) else {}
    unread = form.get("unread")
    return Typed(
        values={name: kept.get(name, blank(name)) for name in FIELDS},
        cursor=_number(form.get("cursor")),
        anchor=_number(form.get("anchor")),
        own_title=form.get("own_title") is True,
        judged=form.get("judged") is True,
        unread={k: str(v) for k, v in unread.items()} if isinstance(unread, dict) else {},
        passed=_texts(form.get("passed")),
        files=_texts(form.get("files")),
        page=str(form.get("page") or ""),
    )


def fresh(received: int, *, incident: str = "", channel: str = "phone") -> Typed:
    """An empty form, opened at `received` (milliseconds): the phone rings, the time stands."""
    values = {name: blank(name) for name in FIELDS}
    values |= {"channel": channel, "incident": incident, "received_at": received}
    return Typed(values=values)


def of_report(values: Mapping[str, Json]) -> Typed:
    """The form of a report that is there already, from its wire values."""
    shown = {name: values.get(name, blank(name)) for name in FIELDS}
    return Typed(values=shown, own_title=True)


def is_empty(typed: Typed) -> bool:
    """Whether nothing was said yet: then there is nothing to keep."""
    given = ("channel", "incident", "received_at")
    return not (typed.files or typed.unread) and all(
        value in (blank(name), "") for name, value in typed.values.items() if name not in given
    )


def python_values(values: Mapping[str, Json]) -> dict[str, Any]:
    """Wire values as `Cache.create` and `Cache.edit` take them."""
    return {name: from_wire(_SPECS[name], value) for name, value in values.items()}


def file_name(path: str) -> str:
    """The name of a file without its folder."""
    return Path(path).name


def _storable(value: Json) -> Json:
    """A text as typed, but for half a character that no database takes."""
    if isinstance(value, str) and not value.isascii():
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in value)
    return value


def _number(value: Json) -> int:
    return value if isinstance(value, int) else 0


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
