"""Changes out of Python values: the one that makes a record, and the one that alters it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import to_wire
from kcr2desk.core.merge import edit
from kcr2desk.core.record import Record
from kcr2desk.core.records import RECORD_TYPES, blank_values, type_name, wire_values


def making(kind: str, record_id: str, fields: Mapping[str, Any]) -> Change:
    """The change that makes a record of type `kind`; what is blank is not said.

    Raises FieldError for a value that does not fit.
    """
    blank = blank_values(kind)
    said = {n: v for n, v in wire_values(kind, fields).items() if v != blank[n]}
    return Change(kind, record_id, How.NEW, said)


def altering(record: Record, fields: Mapping[str, Any]) -> Change | None:
    """The change that gives a record, as it was seen, these values; None where nothing differs.

    Raises FieldError for a value that does not fit.
    """
    kind = type_name(record)
    specs = RECORD_TYPES[kind].fields
    wanted = wire_values(kind, fields)
    shown = {name: to_wire(specs[name], getattr(record, name)) for name in wanted}
    asked = edit(kind, shown, wanted)
    return Change(kind, record.id, How.EDIT, asked) if asked else None
