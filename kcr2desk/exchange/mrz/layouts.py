"""Where the fields of each kind of document lie, and which layouts a text may be.

Positions are in all lines joined. A line that was not scanned is filled with `MISSING`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kcr2desk.exchange.mrz.digits import TO_DIGIT

MISSING = " "
_MOST_JUNK = 40
"""Signs before or behind a zone that may pass for its own."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Spans of the fields; a check digit stands at its own position, -1 where there is none."""

    kind: str
    lines: int
    width: int
    starts: str
    names: Span
    number: Span
    number_check: int
    nationality: Span
    birth: Span
    sex: int
    expiry: Span
    optional: Span
    optional_check: int
    more_optional: Span
    composite: int
    composite_over: tuple[Span, ...]

    @property
    def size(self) -> int:
        return self.lines * self.width


_NONE: Span = (0, 0)

TD3 = Layout(
    "TD3", 2, 44, "PIAC", (5, 44), (44, 53), 53, (54, 57), (57, 63), 64, (65, 71),
    (72, 86), 86, _NONE, 87, ((44, 54), (57, 64), (65, 87)),
)  # fmt: skip
TD2 = Layout(
    "TD2", 2, 36, "IAC", (5, 36), (36, 45), 45, (46, 49), (49, 55), 56, (57, 63),
    (64, 71), -1, _NONE, 71, ((36, 46), (49, 56), (57, 71)),
)  # fmt: skip
TD1 = Layout(
    "TD1", 3, 30, "IAC", (60, 90), (5, 14), 14, (45, 48), (30, 36), 37, (38, 44),
    (15, 30), -1, (48, 59), 59, ((5, 30), (30, 37), (38, 45), (48, 59)),
)  # fmt: skip
MRV_A = Layout(
    "MRV-A", 2, 44, "V", (5, 44), (44, 53), 53, (54, 57), (57, 63), 64, (65, 71),
    (72, 88), -1, _NONE, -1, (),
)  # fmt: skip
MRV_B = Layout(
    "MRV-B", 2, 36, "V", (5, 36), (36, 45), 45, (46, 49), (49, 55), 56, (57, 63),
    (64, 72), -1, _NONE, -1, (),
)  # fmt: skip
LAYOUTS = (MRV_A, MRV_B, TD3, TD1, TD2)

_DAMAGED = 2
"""Signs in the dates that may be no digits, nor letters that are taken for one."""
_DATE_SIGNS = frozenset("0123456789<" + MISSING)


def whole(lines: list[str], width: int, count: int) -> Iterator[str]:
    """Texts of `count` times `width` signs that the scan may be, likeliest first."""
    joined, size = "".join(lines), width * count
    for at in range(min(len(joined) - size + 1, _MOST_JUNK)):
        yield joined[at : at + size]
    for at in range(len(lines) - count + 1):
        run = lines[at : at + count]
        if all(len(line) >= width - 1 or "<" in line for line in run):
            yield "".join(_fitted(line, width) for line in run)
            yield "".join(line[-width:].ljust(width, "<") for line in run)
    # Readers of print lose or add some "<" at the end of the names.
    if count == 2 and width + 5 < len(joined) < size + _MOST_JUNK:
        yield _fitted(joined[:-width], width) + joined[-width:]
    if count == 3 and 2 * width + 3 < len(joined) < size + _MOST_JUNK:
        yield joined[: 2 * width] + _fitted(joined[2 * width :], width)


def parts(lines: list[str], width: int, count: int) -> Iterator[str]:
    """Texts in which some lines are missing: a scan that went half over the document."""
    size = width * count
    joined = "".join(lines)
    pieces = dict.fromkeys([joined, *lines])
    for piece in pieces:
        for has in range(count - 1, 0, -1):
            if not 0 <= len(piece) - has * width <= _MOST_JUNK:
                continue
            for at in dict.fromkeys((0, len(piece) - has * width)):
                found = piece[at : at + has * width]
                for before in range(count - has + 1):
                    yield (MISSING * (before * width) + found).ljust(size, MISSING)


def may_be(layout: Layout, text: str) -> bool:
    """A quick look: the first letter, and digits where the dates are."""
    first = text[0]
    if first != MISSING and first not in layout.starts:
        return False
    dates = text[slice(*layout.birth)] + text[slice(*layout.expiry)]
    return sum(sign not in _DATE_SIGNS for sign in dates.translate(TO_DIGIT)) <= _DAMAGED


def _fitted(line: str, width: int) -> str:
    return line[:width].ljust(width, "<")
