"""How a field of a record is declared: once, for tables, wire, merge, columns and labels."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from kcr2desk.core.text import Json, normal


class Kind(StrEnum):
    """What a field holds; one table maps kinds to PostgreSQL, SQLite, wire and merge rule."""

    TEXT = "text"  # str
    TIME = "time"  # datetime | None; on the wire milliseconds since 1970 UTC
    FLAG = "flag"  # bool
    INTEGER = "integer"  # int | None
    REFERENCE = "reference"  # id of another record, "" for none
    SET = "set"  # frozenset[str]; on the wire a sorted list
    DOCUMENT = "document"  # any JSON, or None


class Rule(StrEnum):
    """How two edits of one field come together (sync.md, section 2)."""

    VALUE = "value"  # compare with what the officer saw; otherwise a Conflict opens
    CLAIM = "claim"  # the first stays, the second is told inline; no Conflict
    STEPS = "steps"  # a claim that must also follow the table of allowed steps
    SET = "set"  # item by item
    REMOVED = "removed"  # stays when anything changed meanwhile


class FieldError(ValueError):
    """A value that its field does not take. `code` is listed in `core.errors`. The text never has
    the value: it may come to stand in a log."""

    def __init__(self, code: str, field: str, detail: str = "") -> None:
        super().__init__(f"{field}: {code} {detail}".rstrip())
        self.code = code
        self.field = field


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What is known of one field. `private` names the grant that its readers need.

    `private == "inherit"` means the grant of the field that the value was copied from.
    `retention_days` counts from the last edit of the record; None keeps it with the record.
    `target` is the record type that a reference points to. `hub_room`: only the room and the hub
    write it, not the owner of the record (what was asked of a region is not the region's to alter).
    `own_steps` are the steps that the owner of the record takes itself; None: all there are.
    `personal`: it says something of a person, and is emptied when the term of its operation ends.
    """

    name: str
    kind: Kind
    label: str
    rule: Rule
    longest: int
    required: bool
    private: str
    retention_days: int | None
    choices: tuple[str, ...]
    steps: Mapping[str, tuple[str, ...]] | None
    target: str = ""
    hub_room: bool = False
    own_steps: Mapping[str, tuple[str, ...]] | None = None
    personal: bool = False

    @property
    def blank(self) -> Json:
        """The wire value of a field that nobody filled in."""
        return BLANK[self.kind]


DEEPEST = 64
"""How deep lists and objects in a document may lie in each other: far less than any program that
reads them bears."""

BLANK: dict[Kind, Json] = {
    Kind.TEXT: "",
    Kind.TIME: None,
    Kind.FLAG: False,
    Kind.INTEGER: None,
    Kind.REFERENCE: "",
    Kind.SET: [],
    Kind.DOCUMENT: None,
}
_DEFAULT: dict[Kind, Any] = {**BLANK, Kind.SET: frozenset()}


def declared(
    kind: Kind,
    label: str,
    *,
    rule: Rule | None = None,
    longest: int = 200,
    required: bool = False,
    private: str = "",
    retention_days: int | None = None,
    choices: tuple[str, ...] = (),
    steps: Mapping[str, tuple[str, ...]] | None = None,
    target: str = "",
    hub_room: bool = False,
    own_steps: Mapping[str, tuple[str, ...]] | None = None,
    personal: bool = False,
    default: Any = None,
) -> Any:
    """Declare a field of a record type. `label` is the English text; catalogues translate it."""
    if rule is None:
        rule = Rule.SET if kind is Kind.SET else Rule.VALUE
    spec = FieldSpec(
        "", kind, label, rule, longest, required, private, retention_days, choices, steps, target,
        hub_room, own_steps, personal,
    )  # fmt: skip
    value = _DEFAULT[kind] if default is None else default
    return dataclasses.field(default=value, metadata={"spec": spec})


def to_wire(spec: FieldSpec, value: Any) -> Json:
    """The wire form of a field's value, made normal. Raises FieldError when it does not fit."""
    match spec.kind:
        case Kind.TEXT | Kind.REFERENCE:
            if not isinstance(value, str):
                raise FieldError("wrong_kind", spec.name, type(value).__name__)
            return _text(spec, value)
        case Kind.TIME:
            return _milliseconds(spec, value)
        case Kind.SET:
            texts = isinstance(value, Iterable) and not isinstance(value, str)
            if not texts or not all(isinstance(item, str) for item in value):
                raise FieldError("wrong_kind", spec.name, "a set of texts is wanted")
            return sorted({_text(spec, item) for item in value})  # type: ignore[return-value]
        case Kind.FLAG:
            if not isinstance(value, bool):
                raise FieldError("wrong_kind", spec.name, type(value).__name__)
            return value
        case Kind.INTEGER:
            if check_wire(spec, value):
                raise FieldError("wrong_kind", spec.name, type(value).__name__)
            return value  # type: ignore[no-any-return]
        case Kind.DOCUMENT:
            return _document(spec, value)


def _text(spec: FieldSpec, value: str) -> str:
    text = normal(value)
    if len(text) > spec.longest:
        raise FieldError("too_long", spec.name, f"{len(text)} > {spec.longest}")
    if spec.choices and text not in spec.choices:
        raise FieldError("not_a_choice", spec.name)
    return text


def _milliseconds(spec: FieldSpec, value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, datetime):
        raise FieldError("wrong_kind", spec.name, type(value).__name__)
    if value.tzinfo is None:
        raise FieldError("no_time_zone", spec.name)
    told = milliseconds(value)
    if not FIRST_MOMENT <= told <= LAST_MOMENT:  # other than in the year 1 or 9999 in UTC
        raise FieldError("wrong_kind", spec.name, "no time that can be")
    return told


def _document(spec: FieldSpec, value: Any, levels: int = DEEPEST) -> Json:
    if levels >= 0:
        if isinstance(value, str):
            return normal(value)
        if isinstance(value, list | tuple):
            return [_document(spec, item, levels - 1) for item in value]
        if isinstance(value, Mapping):
            return {normal(str(k)): _document(spec, v, levels - 1) for k, v in value.items()}
        if value is None or isinstance(value, bool | int):
            return value
        if isinstance(value, float) and math.isfinite(value):
            return value
    raise FieldError("wrong_kind", spec.name, type(value).__name__)


def from_wire(spec: FieldSpec, value: Json) -> Any:
    """What a record holds for the wire value `value`."""
    if spec.kind is Kind.TIME:
        return None if value is None else moment(value)  # type: ignore[arg-type]
    if spec.kind is Kind.SET:
        return frozenset(value or ())  # type: ignore[arg-type]
    return value


def moment(milliseconds: int) -> datetime:
    """The aware UTC time of `milliseconds` since 1970."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970 UTC of an aware time, as the wire, the log and intervals count."""
    return round(moment.timestamp() * 1000)


def _is_flat(value: Json) -> bool:
    """Whether lists and objects in a document lie at most `DEEPEST` in each other."""
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [
            item
            for held in level
            if isinstance(held, list | dict)
            for item in (held.values() if isinstance(held, dict) else held)
        ]
        if not level:
            return True
    return False


FIRST_MOMENT = -62_135_596_800_000
LAST_MOMENT = 253_402_300_799_999
"""The years 1 to 9999 in milliseconds: what a time can be on every desk."""

LARGEST = 2**53
"""Whole numbers beyond this are not the same in every program."""


def check_wire(spec: FieldSpec, value: Json) -> str | None:
    """The code of what is wrong with a wire value, or None: the hub's check of what desks send."""
    kind = spec.kind
    ok: bool
    if kind in (Kind.TEXT, Kind.REFERENCE):
        ok = isinstance(value, str)
    elif kind in (Kind.TIME, Kind.INTEGER):
        low, high = (FIRST_MOMENT, LAST_MOMENT) if kind is Kind.TIME else (-LARGEST, LARGEST)
        ok = value is None or (
            isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        )
    elif kind is Kind.FLAG:
        ok = isinstance(value, bool)
    elif kind is Kind.SET:
        ok = isinstance(value, list) and all(isinstance(item, str) for item in value)
    else:
        return None if _is_flat(value) else "wrong_kind"
    if not ok:
        return "wrong_kind"
    for text in value if isinstance(value, list) else (value,):
        if isinstance(text, str):
            if len(text) > spec.longest:
                return "too_long"
            if spec.choices and text not in spec.choices:
                return "not_a_choice"
    return None
