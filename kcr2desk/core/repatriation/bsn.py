"""The citizen service number (BSN): when it is one, and when an operation may keep it."""

from __future__ import annotations

from collections.abc import Mapping

from kcr2desk.core.changes import Change, How
from kcr2desk.core.text import Json

DIGITS = 9
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
SIGNS = " .-\u00a0"
"""What people put between the digits."""


def bsn_of(text: str) -> str:
    """The nine digits of a BSN that passes the 11-proef, "" for all else. Eight digits are one
    that lost its leading zero."""
    digits = "".join(sign for sign in text if sign not in SIGNS)
    if not (digits.isascii() and digits.isdigit() and len(digits) in (DIGITS - 1, DIGITS)):
        return ""
    digits = digits.zfill(DIGITS)
    total = sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=True))
    return digits if int(digits) and total % 11 == 0 else ""


def refused_bsn(change: Change, operation: Mapping[str, Json] | None) -> str:
    """The code of why the BSN that a change gives a person is not kept, "" when it is, or when it
    gives none. `operation` are the values of the operation that the person is in."""
    if change.type != "person" or "bsn" not in change.fields:
        return ""
    value = change.fields["bsn"]
    if change.how is How.EDIT and isinstance(value, list):
        was, value = value
        if was == value:
            return ""  # only what was seen, as in a removal
    if not value:
        return ""
    if operation is None or not str(operation.get("bsn_ground") or "").strip():
        return "no_bsn_ground"
    return "" if bsn_of(str(value)) == value else "wrong_bsn"
