"""From a scanned text to the fields of a person, each with its check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcr2desk.exchange.mrz import french
from kcr2desk.exchange.mrz.fields import Zone
from kcr2desk.exchange.mrz.layouts import LAYOUTS, MISSING, Layout, may_be, parts, whole
from kcr2desk.exchange.mrz.model import Mrz
from kcr2desk.exchange.mrz.signs import lines_of

_MOST_TRIES = 120
"""Arrangements that are looked at; a scan needs one."""

_EXACT = 8
"""What it counts that the scan has just as many signs as the layout: two check digits."""


def read_mrz(text: str, today: date | None = None) -> Mrz:
    """The document in a text as a reader typed it; an `Mrz` that is False when there is none.

    Line breaks, spaces, small letters and signs around it do not matter, nor does a scan that got
    only some of the lines, as long as those prove what they are. `today` tells centuries apart.
    Never raises.
    """
    now = today or date.today()
    lines = lines_of(text)
    joined = "".join(lines)
    if len(joined) < 30 or ("<" not in joined and len(joined) < 36):
        return Mrz()
    best, best_score = Mrz(), 0
    for tries, (layout, zone_text, complete) in enumerate(_arrangements(lines)):
        zone = Zone(layout, zone_text, now)
        exact = complete and len(joined) == layout.size
        score = zone.score and zone.score + _EXACT * exact - _unused(joined, zone_text)
        if score > best_score:
            best, best_score = zone.read(complete), score
            if exact and zone.holds:
                break
        if tries >= _MOST_TRIES:
            break
    for zone_text in whole(lines, french.WIDTH, 2):
        if french.may_be(zone_text):
            score = (
                french.score(zone_text)
                + _EXACT * (zone_text == joined)
                - _unused(joined, zone_text)
            )
            if score > best_score:
                best, best_score = french.read(zone_text, now), score
    return best


def _unused(joined: str, text: str) -> int:
    """How much an arrangement that leaves signs of the scan out is the less likely for it."""
    left_out = len(joined.replace("<", "")) - len(text.replace("<", "").replace(MISSING, ""))
    return max(0, left_out) // 2


def _arrangements(lines: list[str]) -> Iterator[tuple[Layout, str, bool]]:
    """What the lines may be: whole documents first, then parts of them."""
    for arrange, complete in ((whole, True), (parts, False)):
        seen: set[tuple[str, str]] = set()
        for layout in LAYOUTS:
            for text in arrange(lines, layout.width, layout.lines):
                if (layout.kind, text) not in seen and may_be(layout, text):
                    seen.add((layout.kind, text))
                    yield layout, text, complete
