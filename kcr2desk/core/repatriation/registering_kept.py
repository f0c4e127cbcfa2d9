"""A party as a draft keeps it, and back: typed at a keystroke, there again after a crash.

A scan itself is never kept: older passports carry the citizen service number in it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from typing import Any

from kcr2desk.core.records import blank_values
from kcr2desk.core.repatriation.registering import (
    FIELDS,
    GroupTyped,
    NeedTyped,
    Party,
    Sheet,
    is_changed,
)
from kcr2desk.core.text import REPLACEMENT, Json

PLACE = "party"
STREAM = "stream"


def kept(party: Party, stream: str, line: str = "") -> dict[str, Json]:
    """A party for a draft; `line` is what stands in the scan line, "" for a passport.

    `stream` says of which operation it is: a draft ends with its operation.
    """
    return {
        STREAM: stream,
        PLACE: {
            "at": party.at,
            "line": _storable(line),
            "sheets": [_sheet(each) for each in party.sheets],
            "groups": {group: dataclasses.asdict(g) for group, g in party.groups.items()},
        },
    }


def nothing_to_keep(party: Party, line: str = "") -> bool:
    """Whether a draft of this would say nothing."""
    return not line.strip() and not any(is_changed(each) for each in party.sheets)


def from_kept(typed: Mapping[str, Json]) -> tuple[Party, str]:
    """The party of a draft, and what stood in the scan line. What another version left out or
    added does no harm."""
    whole: Any = typed.get(PLACE)
    if not isinstance(whole, dict):
        return Party(), ""
    sheets = tuple(_sheet_from(each) for each in _list(whole.get("sheets")) if "id" in each)
    groups = {str(k): _made(GroupTyped, v) for k, v in _dicts(whole.get("groups")).items()}
    at = whole.get("at")
    party = Party(sheets=sheets, at=-1, groups=groups)
    if sheets:
        party = party.turned(at if isinstance(at, int) else 0)
    return party, str(whole.get("line") or "")


def stream_of_draft(typed: Mapping[str, Json]) -> str:
    """The stream of the operation that a draft belongs to, "" for a draft of another kind."""
    return str(typed.get(STREAM) or "") if PLACE in typed else ""


def is_about(typed: Mapping[str, Json], persons: Collection[str]) -> bool:
    """Whether somebody of these stands in the party of a draft."""
    whole: Any = typed.get(PLACE)
    sheets = whole.get("sheets") or () if isinstance(whole, dict) else ()
    return any(each.get("id") in persons for each in sheets)


def _sheet(sheet: Sheet) -> dict[str, Json]:
    whole = dataclasses.asdict(sheet)
    for name in ("said", "left_out", "copied"):
        whole[name] = sorted(whole[name])
    whole["values"] = {n: _storable(v) for n, v in sheet.values.items()}
    return whole


def _sheet_from(whole: Mapping[str, Any]) -> Sheet:
    blank = blank_values("person")
    kept_values = whole.get("values")
    typed = kept_values if isinstance(kept_values, dict) else {}
    given = {**whole, "values": {n: typed.get(n, blank[n]) for n in FIELDS}}
    for name in ("said", "left_out", "copied"):
        names = whole.get(name)
        given[name] = frozenset(map(str, names)) if isinstance(names, list) else frozenset()
    for name in ("needs", "needs_shown"):
        given[name] = {k: _made(NeedTyped, v) for k, v in _dicts(whole.get(name)).items()}
    made: Sheet = _made(Sheet, given)
    return made


def _list(whole: Any) -> list[dict[str, Any]]:
    return [e for e in whole if isinstance(e, dict)] if isinstance(whole, list) else []


def _dicts(whole: Any) -> dict[str, dict[str, Any]]:
    each = whole if isinstance(whole, dict) else {}
    return {str(k): v for k, v in each.items() if isinstance(v, dict)}


def _made(cls: type[Any], given: Mapping[str, Any]) -> Any:
    known = {f.name for f in dataclasses.fields(cls)}
    return cls(**{name: value for name, value in given.items() if name in known})


def _storable(value: Json) -> Json:
    """A text as typed, but for half a character that no database takes."""
    if isinstance(value, str) and not value.isascii():
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in value)
    return value
