"""What a machine readable zone said."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DOCUMENT_TYPES = ("passport", "identity", "visa", "residence", "travel", "crew")
"""What `document_type` may be here. "travel" is a document for refugees, aliens or
stateless persons, "identity" any card that is no residence permit."""


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a field held: by its check digit, or by being what such a field can be.

    `field` is one of Person, "optional" (data that are not kept) or "composite" (the digit over
    all of them). `ok` is None where the document has no check digit. `correction` is the value that
    the field has once what a reader confused (0 for O, 1 for I …) is put right: "" when nothing, or
    more than one thing, would explain the wrong digit. For "optional" and "composite", whose values
    are nobody's, it is the check digit.
    """

    field: str
    ok: bool | None
    correction: str = dataclasses.field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Mrz:
    """A document that was scanned; False when the text was none.

    `kind` is "TD1", "TD2", "TD3", "MRV-A", "MRV-B", "IDFRA", or "" for none. `fields` are those of
    Person that it fills, never empty ones; a value whose check is wrong stands there as it was read
    if it can be read at all. `complete` means that all lines were there. `names_truncated` that the
    names fill their field to its last place, so more may follow.

    `bsn_candidate` is what stands in the optional data of a Dutch document and passes the 11-proef;
    it may go into a form only if the operation has a legal ground for the BSN.
    `birth_alternative` is the date of birth a century earlier, where nothing rules it out.

    Its repr tells no values: it may end up in a log.
    """

    kind: str = ""
    fields: Mapping[str, Any] = dataclasses.field(default_factory=dict, repr=False)
    checks: tuple[Check, ...] = ()
    complete: bool = False
    names_truncated: bool = False
    bsn_candidate: str = dataclasses.field(default="", repr=False)
    birth_alternative: str = dataclasses.field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.kind)

    @property
    def wrong(self) -> frozenset[str]:
        """The fields that did not hold."""
        return frozenset(check.field for check in self.checks if check.ok is False)

    def correction(self, name: str) -> str:
        """What is offered for a field, "" when nothing is."""
        return next((check.correction for check in self.checks if check.field == name), "")
