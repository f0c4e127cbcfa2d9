"""What to show of a human being of whom there are several records: of each field the value that is
trusted most, whose it is, and where others say something else. No record is altered by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kcr2desk.core.places import fold
from kcr2desk.core.records import RECORD_TYPES, type_name
from kcr2desk.core.repatriation.people import ManifestLine, Person

SHOWN = tuple(
    name
    for name, spec in RECORD_TYPES["person"].fields.items()
    if spec.personal and not spec.private
)
"""The fields of a person that sources are compared in; not those that few may read."""

_OF_A_LIST = {"boarded": 2, "manifest": 2, "applied": 1, "pfif": 0}


@dataclass(frozen=True, slots=True)
class Told:
    """A value, and the record that told it."""

    value: Any
    source: str


@dataclass(frozen=True, slots=True)
class Best:
    """The value of a field to show, and what others told that does not agree with it."""

    value: Any
    source: str
    differing: tuple[Told, ...] = ()


def best(records: Sequence[Person | ManifestLine]) -> Mapping[str, Best]:
    """For each field that anybody told: what to show. All sources stay as they are.

    A document that was read without a wrong digit is trusted above what was typed, that above a
    list, the list of those aboard above a registration beforehand. A fuller value that agrees with
    it is shown instead: "1965-03-10" for "1965".
    """
    found: dict[str, Best] = {}
    for name in SHOWN:
        told = [
            (_trust(record, name), record, value)
            for record in records
            if (value := _value(record, name)) not in (None, "", frozenset(), False)
        ]
        if not told:
            continue
        told.sort(key=lambda each: (-each[0], each[1].id))
        shown, source = told[0][2], told[0][1].id
        for _, record, value in told[1:]:
            if _agrees(name, shown, value) and _fullness(value) > _fullness(shown):
                shown, source = value, record.id
        differing = tuple(
            Told(value, record.id)
            for _, record, value in told
            if record.id != source and not _agrees(name, shown, value)
        )
        found[name] = Best(shown, source, differing)
    return found


def _value(record: Person | ManifestLine, name: str) -> Any:
    if isinstance(record, ManifestLine):
        if name == "spoken_name":
            return record.full_name
        if name == "nationalities":
            return frozenset({record.nationality}) if record.nationality else frozenset()
        if name not in RECORD_TYPES[type_name(record)].fields:
            return None
    return getattr(record, name)


def _trust(record: Person | ManifestLine, name: str) -> int:
    if isinstance(record, ManifestLine):
        return _OF_A_LIST.get(record.list, 0)
    if name in record.checks:
        return 3
    if record.document_number and name in _IN_A_DOCUMENT:
        return 5
    return 4


_IN_A_DOCUMENT = frozenset({
    "family_name", "prefix", "given_names", "birth_date", "sex", "nationalities", "document_type",
    "document_number", "document_country", "document_expiry",
})  # fmt: skip


def _fullness(value: Any) -> int:
    return len(value) if isinstance(value, str | frozenset) else 0


_SIGNS = re.compile(r"[\W_]+")


def _agrees(name: str, one: Any, other: Any) -> bool:
    """Whether two values may both be true: the same but for signs, or one as far as known."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one <= other or other <= one
    if not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    return _RULES.get(name, _plainly)(one, other)


def _plainly(one: str, other: str) -> bool:
    return _SIGNS.sub("", fold(one)) == _SIGNS.sub("", fold(other))


def _as_far_as_known(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _words(one: str, other: str) -> bool:
    """Given names of which one source has only some, or only initials."""
    a, b = (_SIGNS.sub(" ", fold(text)).split() for text in (one, other))
    shorter, longer = sorted((a, b), key=len)
    return all(any(w == x or (len(w) == 1 and x.startswith(w)) for x in longer) for w in shorter)


def _telephone(one: str, other: str) -> bool:
    a, b = ("".join(c for c in text if c.isdigit()).lstrip("0") for text in (one, other))
    return a.endswith(b) or b.endswith(a)


_RULES: Mapping[str, Callable[[str, str], bool]] = {
    "birth_date": _as_far_as_known,
    "document_expiry": _as_far_as_known,
    "given_names": _words,
    "spoken_name": _words,
    "other_names": _words,
    "phone": _telephone,
}
