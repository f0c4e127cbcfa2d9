"""Changes that cards save, made of Python values. No Qt in here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import Kind, to_wire
from kcr2desk.core.record import Record
from kcr2desk.core.records import RECORD_TYPES, blank_values, type_name, wire_values
from kcr2desk.core.text import Json


def new(kind: str, record_id: str, fields: Mapping[str, Any]) -> Change:
    """The change that makes a record of these Python values."""
    blank = blank_values(kind)
    told = {n: v for n, v in wire_values(kind, fields).items() if v != blank[n]}
    return Change(kind, record_id, How.NEW, told)


def edit(record: Record, fields: Mapping[str, Any]) -> Change | None:
    """The change that gives a record these Python values; None where nothing differs."""
    kind = type_name(record)
    specs = RECORD_TYPES[kind].fields
    told: dict[str, Json] = {}
    for name, value in fields.items():
        spec = specs[name]
        if spec.kind is Kind.SET:
            raise ValueError(f"{name}: sets are changed item by item")
        was, is_now = to_wire(spec, getattr(record, name)), to_wire(spec, value)
        if was != is_now:
            told[name] = [was, is_now]
    return Change(kind, record.id, How.EDIT, told) if told else None
