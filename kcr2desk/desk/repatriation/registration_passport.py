"""What of a passport goes onto a sheet, what is only offered, and what never."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kcr2desk.core.repatriation.operation import Operation
from kcr2desk.core.text import Json
from kcr2desk.exchange.mrz import Mrz


@dataclass(frozen=True, slots=True)
class Passport:
    """`fields` fill the sheet; `corrections` and `found` (a BSN) are for the officer to take."""

    fields: Mapping[str, Json]
    corrections: Mapping[str, str]
    found: Mapping[str, str]

    @property
    def number(self) -> str:
        return str(self.fields.get("document_number", ""))

    @property
    def country(self) -> str:
        return str(self.fields.get("document_country", ""))


def of_passport(mrz: Mrz, operation: Operation | None) -> Passport:
    """A scanned document. Its BSN goes no further where the operation has no ground for it."""
    fields: dict[str, Json] = {
        name: [*sorted(value)] if isinstance(value, set | frozenset) else value
        for name, value in mrz.fields.items()
    }
    corrections = {c.field: c.correction for c in mrz.checks if c.ok is False and c.correction}
    may = operation is not None and bool(operation.bsn_ground)
    found = {"bsn": mrz.bsn_candidate} if may and mrz.bsn_candidate else {}
    return Passport(fields, corrections, found)
