"""METHANE in the note: its headings, put in by one key, and the next one that is still empty."""

from __future__ import annotations

from typing import NamedTuple

from kcr2desk.exchange.notes import methane_text
from kcr2desk.exchange.problems import Language
from kcr2desk.exchange.vocabulary import METHANE


class Insertion(NamedTuple):
    """What to put in at `at` (nothing when empty), and where the cursor goes then."""

    at: int
    text: str
    cursor: int


def methane(text: str, cursor: int, language: Language) -> Insertion:
    """What the key for METHANE does to a note: what was typed stays as it is.

    The first time the headings follow the text and the cursor stands behind the first of them.
    After that it goes to the next heading with nothing behind it, round from the last to the
    first; when all are filled it goes to the end of the note.
    """
    places = _headings(text)
    if not places:
        gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
        form = methane_text(language)
        first = len(text) + len(gap) + form.index("\n")
        return Insertion(len(text), gap + form.rstrip("\n"), first)
    empty = [end for end, filled in places if not filled]
    if not empty:
        return Insertion(0, "", len(text))
    return Insertion(0, "", next((end for end in empty if end > cursor), empty[0]))


def has_methane(text: str) -> bool:
    """Whether the headings are in the note."""
    return bool(_headings(text))


def _headings(text: str) -> list[tuple[int, bool]]:
    """Where one can type behind each heading, and whether something stands there already.

    In either language: a draft may come from a desk that spoke the other one.
    """
    words = {h.line(language).casefold() for h in METHANE for language in ("nl", "en")}
    found: list[tuple[int, bool]] = []
    at = 0
    for line in text.split("\n"):
        heading, colon, rest = line.partition(":")
        if colon and f"{' '.join(heading.split())}:".casefold() in words:
            found.append((at + len(line), bool(rest.strip())))
        elif found and line.strip():  # a further line belongs to the heading above it
            found[-1] = (found[-1][0], True)
        at += len(line) + 1
    return found
