"""What changed in a text, line by line. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sign = Literal["+", "-", " ", "…"]

MOST_COMPARED = 400
"""Lines that are matched one by one; a longer middle is shown as taken out and put in."""
MOST_SHOWN = 60
LONGEST_LINE = 600


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a difference: put in, taken out, the same on both sides, or left out here."""

    sign: Sign
    text: str
    changed: tuple[int, int] | None = None
    """The part that is another in the line that stands for it on the other side."""


def line_difference(was: str, now: str) -> tuple[DiffLine, ...]:
    """The lines taken out and put in, each with a line of what stands around them.

    At most `MOST_SHOWN` lines; "…" stands for what is left out, with the number of lines as text.
    Its time is bounded for texts of any length.
    """
    before, after = was.split("\n"), now.split("\n")
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    lines = _around(before[max(0, start - 1) : start], hidden=start - 1)
    lines += _middle(old, new)
    tail = before[len(before) - end :][:1] if end else []
    lines += [DiffLine(" ", line) for line in tail]
    if end > 1:
        lines.append(DiffLine("…", str(end - 1)))
    return tuple(_short(lines))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _around(lines: Sequence[str], hidden: int) -> list[DiffLine]:
    told = [DiffLine("…", str(hidden))] if hidden > 0 else []
    return told + [DiffLine(" ", line) for line in lines]


def _middle(old: list[str], new: list[str]) -> list[DiffLine]:
    if max(len(old), len(new)) > MOST_COMPARED:
        return [DiffLine("-", line) for line in old] + [DiffLine("+", line) for line in new]
    told: list[DiffLine] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            told += _kept(old[i1:i2])
        elif i2 - i1 == j2 - j1:
            pairs = [_pair(a, b) for a, b in zip(old[i1:i2], new[j1:j2], strict=True)]
            told += [gone for gone, _ in pairs] + [come for _, come in pairs]
        else:
            told += [DiffLine("-", line) for line in old[i1:i2]]
            told += [DiffLine("+", line) for line in new[j1:j2]]
    return told


def _pair(old: str, new: str) -> tuple[DiffLine, DiffLine]:
    """A line and the one that took its place, with the words in which they differ."""
    a, b = old.split(" "), new.split(" ")
    start = _alike(a, b)
    end = _alike(a[start:][::-1], b[start:][::-1])
    if start + end == 0:
        return DiffLine("-", old), DiffLine("+", new)
    before = len(" ".join(a[:start])) + (1 if start else 0)
    after = len(" ".join(a[len(a) - end :])) + (1 if end else 0)
    return DiffLine("-", old, _between(old, before, after)), DiffLine(
        "+", new, _between(new, before, after)
    )


def _between(line: str, before: int, after: int) -> tuple[int, int]:
    """What is left of a line without so many signs at its beginning and its end."""
    start = min(before, len(line))
    return start, max(start, len(line) - after)


def _kept(lines: list[str]) -> list[DiffLine]:
    """What stayed between two changes: its first and last line."""
    if len(lines) <= 3:
        return [DiffLine(" ", line) for line in lines]
    left_out = DiffLine("…", str(len(lines) - 2))
    return [DiffLine(" ", lines[0]), left_out, DiffLine(" ", lines[-1])]


def _cut(line: DiffLine) -> DiffLine:
    """A long line, cut around what changed in it."""
    start = max(0, line.changed[0] - LONGEST_LINE // 3) if line.changed else 0
    end = start + LONGEST_LINE
    text = ("…" if start else "") + line.text[start:end] + ("…" if end < len(line.text) else "")
    if line.changed is None:
        return DiffLine(line.sign, text)
    shift = start - (1 if start else 0)
    first, last = line.changed[0] - shift, min(line.changed[1] - shift, len(text))
    return DiffLine(line.sign, text, (first, last))


def _short(lines: list[DiffLine]) -> list[DiffLine]:
    told = [_cut(line) if len(line.text) > LONGEST_LINE else line for line in lines[:MOST_SHOWN]]
    if len(lines) > MOST_SHOWN:
        told.append(DiffLine("…", str(len(lines) - MOST_SHOWN)))
    return told
