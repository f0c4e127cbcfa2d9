"""Dutch numbers of people and places: BSN and postcode."""

from __future__ import annotations

from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as _bsn
from stdnum.nl import postcode as _postcode

_LONGEST = 40
"""Above this nobody meant a BSN or a postcode; what strangers send may be long."""


def bsn(text: str) -> str:
    """The nine digits of a BSN that passes the 11-proef, "" for all else.

    Eight digits are one that lost its leading zero. Dots, spaces and hyphens are passed over.
    """
    digits = text.strip(" .-")
    if not (8 <= len(digits) <= _LONGEST and digits.isascii()):
        return ""
    try:
        return _bsn.validate(digits)
    except ValidationError:
        return ""


def postcode(text: str) -> str:
    """A Dutch postcode as it is printed, "2511 BT"; "" for what is none."""
    if not (6 <= len(text) <= _LONGEST and text.isascii()):
        return ""
    try:
        return _postcode.validate(text)
    except ValidationError:
        return ""
