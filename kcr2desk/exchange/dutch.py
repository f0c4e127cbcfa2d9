"""Dutch numbers of people and places: BSN (which core knows) and postcode."""

from __future__ import annotations

from stdnum.exceptions import ValidationError
from stdnum.nl import postcode as _postcode

from kcr2desk.core.repatriation.bsn import bsn_of as bsn

__all__ = ["bsn", "postcode"]

_LONGEST = 40
"""Above this nobody meant a postcode; what strangers send may be long."""


def postcode(text: str) -> str:
    """A Dutch postcode as it is printed, "2511 BT"; "" for what is none."""
    if not (6 <= len(text) <= _LONGEST and text.isascii()):
        return ""
    try:
        return _postcode.validate(text)
    except ValidationError:
        return ""
