"""Values of the log as an officer reads them: of a field, and of what one changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.changes import Change
from kcr2desk.core.fields import Kind, moment
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json
from kcr2desk.desk import texts
from kcr2desk.desk.parts import assistance_words, words
from kcr2desk.desk.parts.chips import quantity_name

translate = QCoreApplication.translate

TEXTS = frozenset({"text"})
"""Fields whose change is shown as a difference of lines."""

_WORDS = {
    "status": words.status,
    "discipline": words.discipline,
    "region": words.region,
    "municipality": words.municipality,
    "channel": words.channel,
    "follows_how": words.follows,
    "to_region": words.region,
}
_OWNED = frozenset({"capacity", "unit", "inquiry", "commitment"})
"""Types of record whose owner is a region or partner, not an officer."""
_WORDS_OF_ALL = frozenset({"region", "to_region"})
"""Said alike in every type of record."""


def say(
    type_name: str,
    name: str,
    value: Json,
    now: datetime,
    titles: Mapping[str, str] | None = None,
) -> str:
    """The wire `value` of a field in words; "" for a blank one.

    `titles` gives the title of a record by its id, for references. `now` decides how much of a
    time is told.
    """
    if value in ("", None, []):
        return ""
    spec = RECORD_TYPES[type_name].fields.get(name) if type_name in RECORD_TYPES else None
    kind = spec.kind if spec is not None else Kind.DOCUMENT
    if kind is Kind.TIME and isinstance(value, int):
        return texts.moment(moment(value), now)
    if kind is Kind.FLAG:
        return _flag(name, value is True)
    if kind is Kind.SET and isinstance(value, list):
        return ", ".join(_item(name, str(item), titles) for item in value)
    if kind is Kind.REFERENCE:
        known = (titles or {}).get(str(value), "")
        return known or translate("Values", "a record that is not here")
    if kind is Kind.DOCUMENT and not isinstance(value, str) and name == "edxl":
        return translate("Values", "(data of the EDXL-RM message)")
    if kind is Kind.DOCUMENT and not isinstance(value, str):
        return translate("Values", "(data of the alert)")
    return _word(type_name, name, str(value))


def _flag(name: str, on: bool) -> str:
    if name == "removed":
        return translate("Values", "removed") if on else translate("Values", "stays")
    if name == "urgent":
        return translate("Values", "urgent") if on else translate("Values", "not urgent")
    return translate("Values", "yes") if on else translate("Values", "no")


def _item(name: str, item: str, titles: Mapping[str, str] | None) -> str:
    if name == "audience":
        return words.audience(item)
    if name == "quantities":
        return quantity_name(item)
    if name in ("municipalities", "forms_from"):
        return words.municipality(item) if item.startswith("GM") else words.region(item)
    return (titles or {}).get(item, item) if name == "follows" else item


def _word(type_name: str, name: str, value: str) -> str:
    if name == "reliability":
        return f"{value} · {words.reliability(value)}"
    if name == "credibility":
        return f"{value} · {words.credibility(value)}"
    if name == "reality":
        return words.reality(value) or translate("Values", "actual")
    if name == "status" and type_name == "incident":
        opened = value == "open"
        return translate("Values", "open") if opened else translate("Values", "closed")
    if name == "state" and type_name not in assistance_words.TYPES:
        opened = value == "open"
        return translate("Values", "open") if opened else translate("Values", "settled")
    if type_name in _OWNED and name == "owner":
        return words.region(value)
    if type_name in assistance_words.TYPES and name not in _WORDS_OF_ALL:
        return assistance_words.said(type_name, name, value)
    known = _WORDS.get(name)
    return known(value) if known is not None else value


def before_and_after(value: Json) -> tuple[Json, Json]:
    """What a change of one field was and is, from its `fields` in the log.

    Of a set it is what was taken and what was added.
    """
    if isinstance(value, dict):
        return value.get("take") or [], value.get("add") or []
    if isinstance(value, list) and len(value) == 2:
        return value[0], value[1]
    return None, value


def parts(change: Change) -> tuple[tuple[str, Json, Json], ...]:
    """(field, was, now) of a change, in the order in which its type declares them.

    Of a new record `was` is None. What only travels along to guard a removal is left out.
    """
    declared = RECORD_TYPES[change.type].fields if change.type in RECORD_TYPES else {}
    order = {name: place for place, name in enumerate(declared)}
    told = []
    for name in sorted(change.fields, key=lambda n: (order.get(n, 999), n)):
        if change.how.value in ("new", "release"):
            was, now = None, change.fields[name]
        else:
            was, now = before_and_after(change.fields[name])
        if was != now:
            told.append((name, was, now))
    return tuple(told)


def noun(type_name: str) -> str:
    """What a record of this type is called within a sentence."""
    match type_name:
        case "report":
            return translate("Values", "report")
        case "incident":
            return translate("Values", "incident")
        case "attachment":
            return translate("Values", "attachment")
        case "conflict":
            return translate("Values", "settling of a conflict")
        case "assistancerequest":
            return translate("Values", "request for assistance")
        case "requestline":
            return translate("Values", "line of a request")
        case "inquiry":
            return translate("Values", "inquiry")
        case "inquiryline":
            return translate("Values", "answer")
        case "commitment":
            return translate("Values", "commitment")
        case "capacity":
            return translate("Values", "number on the board")
        case "unit":
            return translate("Values", "unit")
        case _:
            return type_name


def blank() -> str:
    """What stands for a value that is not filled in."""
    return translate("Values", "blank")
