"""What an officer types or pastes in a cell of the board: `6`, `6/8`, `6/8/2`, `?`, `?/8`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kcr2desk.core.bijstand import MOST_UNITS

_FORM = re.compile(r"(\d{1,6}|\?)(?:\s*[/|]\s*(\d{1,6}))?(?:\s*[/|]\s*(\d{1,6}))?")


class EntryError(ValueError):
    """What was typed cannot be meant. `code`: "form", "more_than_total", "reserve", "large"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed. None: nothing was said of it, so it stays; with `unknown` nobody knows how
    many can go, and without a total of how many either."""

    available: int | None = None
    total: int | None = None
    reserve: int | None = None
    unknown: bool = False

    def fields(self) -> dict[str, Any]:
        """The fields of Capacity that it sets."""
        if self.unknown and self.total is None:
            return {"available": None, "total": None}
        said = {"available": self.available, "total": self.total, "reserve": self.reserve}
        named = {name: value for name, value in said.items() if value is not None}
        return {"available": None, **named} if self.unknown else named


def parse(text: str, total: int | None = None) -> Entry:
    """What `text` says; `total` is what is known so far. Raises EntryError."""
    text = text.strip()
    if text == "?":
        return Entry(unknown=True)
    found = _FORM.fullmatch(text)
    if found is None:
        raise EntryError("form")
    available, whole, reserve = (
        None if part in (None, "?") else int(part) for part in found.groups()
    )
    if max(n for n in (available, whole, reserve, 0) if n is not None) > MOST_UNITS:
        raise EntryError("large")
    if available is None:
        return Entry(None, whole, reserve, unknown=True)
    bound = total if whole is None else whole
    if bound is not None and available > bound:
        raise EntryError("more_than_total")
    if reserve is not None and whole is not None and reserve > whole:
        raise EntryError("reserve")
    return Entry(available, whole, reserve)


def text_of(available: int | None, total: int | None) -> str:
    """What stands in the cell when it is edited or copied: `6/8`, `6`, or "" for nothing."""
    if available is None:
        return "" if total is None else f"?/{total}"
    return str(available) if total is None else f"{available}/{total}"
