"""A table out of a mail or a PDF made one that can be read: tabs between its cells, a row a line.

What is copied out of a PDF has spaces for columns, and what did not fit in a cell stands on a line
of its own. Here columns are found by where their heads begin, and such a rest goes back to its row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from kcr2desk.exchange.person_sheet_totals import is_talk, total

_QUOTE = re.compile(r"^(?:> ?)+")
_CELL = re.compile(r"\S+(?: \S+)*")
_SIGNS = ";|"
_RULE = re.compile(r"[-=_+| ]{4,}")
_HEADS_WITHIN = 40

Knows = Callable[[str], int]
Cells = list[tuple[int, str]]
"""Cells of a line with the place at which each begins."""


def untangled(text: str, knows: Knows) -> str:
    """The text with tabs between its cells; a text that has a sign between them as it is."""
    lines = [_QUOTE.sub("", line).rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    lines = [line.replace("\u00a0", " ") for line in lines]
    lines = [line for line in lines if line.strip() and not _RULE.fullmatch(line.strip())]
    if not lines:
        return text
    if _is_table(lines, lambda line: line.split("\t"), knows):
        return "\n".join(_joined(lines))
    for sign in _SIGNS:
        if _is_table(lines, lambda line, sign=sign: line.split(sign), knows):  # type: ignore[misc]
            return "\n".join(line.strip("| ") if sign == "|" else line for line in lines)
    if not _is_table(lines, lambda line: [text for _, text in _cells(line)], knows):
        return text
    return "\n".join("\t".join(row) for row in _spaced([_cells(line) for line in lines], knows))


def _is_table(lines: Sequence[str], cut: Callable[[str], list[str]], knows: Knows) -> bool:
    """Whether lines cut in this way are a table: two heads stand beside each other, or most of the
    lines have several cells."""
    rows = [cut(line) for line in lines]
    if any(sum(knows(cell) for cell in row) >= 4 for row in rows[:_HEADS_WITHIN] if len(row) > 1):
        return True
    return sum(len(row) > 2 for row in rows) * 2 > len(rows)


def _cells(line: str) -> Cells:
    """The cells of a line of which columns are kept apart by two spaces or more (or a tab)."""
    plain = line.expandtabs(8)
    return [(found.start(), found[0]) for found in _CELL.finditer(plain)]


def _joined(lines: Sequence[str]) -> list[str]:
    """Lines of cells with tabs between; two that are one row with a break inside of a cell are
    joined."""
    width = Counter(line.count("\t") for line in lines).most_common(1)[0][0]
    made: list[str] = []
    for line in lines:
        before = made[-1].count("\t") if made else width
        own = line.count("\t")
        if made and before < width and own < width and before + own == width and before:
            made[-1] = f"{made[-1]} {line.lstrip()}"
        else:
            made.append(line)
    return made


def _spaced(lines: Sequence[Cells], knows: Knows) -> list[list[str]]:
    """Rows of a table of which the columns stand under each other."""
    scores = [sum(knows(text) for _, text in cells) for cells in lines[:_HEADS_WITHIN]]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at))
    if scores[best] < 4:  # no two heads in one line
        return _without_heads(lines)
    starts = [start for start, _ in lines[best]]
    rows = [[text for _, text in cells] for cells in lines[: best + 1]]
    for cells in lines[best + 1 :]:
        placed = _placed(cells, starts)
        texts = [text for _, text in cells]
        if not _is_rest(placed, texts) or len(rows) <= best + 1:
            rows.append(placed if len(cells) != 1 or placed[0] else texts)
            continue
        for at, text in enumerate(placed):
            if text:
                rows[-1][at] = _put_behind(rows[-1][at], text)
    return rows


def _placed(cells: Cells, starts: Sequence[int]) -> list[str]:
    """The cells of a line under the heads that they stand under."""
    if len(cells) == len(starts):
        return [text for _, text in cells]
    row = [""] * len(starts)
    for start, text in cells:
        end = start + len(text)
        shares = [
            min(end, starts[at + 1] if at + 1 < len(starts) else end) - max(start, left)
            for at, left in enumerate(starts)
        ]
        best = max(range(len(starts)), key=lambda at: (shares[at], -abs(starts[at] - start)))
        if start in starts:
            best = starts.index(start)
        row[best] = f"{row[best]} {text}".strip()
    return row


def _put_behind(text: str, rest: str) -> str:
    """A text and what was broken off it, at a space or at a hyphen."""
    return text + rest if text.endswith("-") else f"{text} {rest}".strip()


def _is_rest(placed: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a line is what did not fit in the row above it: it leaves the first column empty and
    most of the others."""
    filled = sum(1 for text in placed if text)
    if placed[0] or filled * 2 > len(placed):
        return False
    return total(texts) is None and not is_talk(" ".join(texts))


def _without_heads(lines: Sequence[Cells]) -> list[list[str]]:
    """Rows of a table that begins at once; a line with one cell that stands further to the right
    than the rows is a rest."""
    width = Counter(len(cells) for cells in lines).most_common(1)[0][0]
    left = min((cells[0][0] for cells in lines if len(cells) == width), default=0)
    starts = next(([s for s, _ in cells] for cells in lines if len(cells) == width), [])
    rows: list[list[str]] = []
    for cells in lines:
        texts = [text for _, text in cells]
        rest = rows and len(cells) == 1 and cells[0][0] > left + 2
        if rest and len(rows[-1]) == width and total(texts) is None:
            at = _placed(cells, starts).index(texts[0])
            rows[-1][at] = _put_behind(rows[-1][at], texts[0])
        else:
            rows.append(texts if len(cells) in (1, width) else _placed(cells, starts))
    return rows
