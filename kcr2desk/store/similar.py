"""The warning "looks like one already there": same place, same hour, words in common.

Only a warning, so it may miss one and may not nag: two reports that share a place and an hour must
also share words that say something.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kcr2desk.core.places import fold
from kcr2desk.store.query import ReportLine
from kcr2desk.store.reading import lines_at
from kcr2desk.store.rows import REMOVED, SLOTS, Db
from kcr2desk.store.terms import facet, words_of

HOUR = 3_600_000  # milliseconds before and after that count as the same hour
LOOKED_AT = 200  # of the newest within the hour that share a word
FROM_TITLE, FROM_TEXT = 12, 12  # words that are compared
SHORTEST = 3  # letters of a word that says something
ENOUGH = 0.34  # part of the words that the shorter of two titles shares with the other report
ALONE = 0.6  # the same where the place of one of the two is not known

_LITTLE_WORDS = """
    aan alle als anders andere bij circa daar dan dat deel deze die dit doen door een enkele gaan
    gaat geen had heb hebben heeft hem het hier hij hun iets inmiddels kan kon kunnen maar meer
    melding meldt men met mij mijn moet naar niet nog omdat onder ons ook over per pas rond sinds
    staan staat tegen ten ter tot tussen uit van vanaf vanuit veel via volgens voor vraagt waar wat
    wel werd weten wie wij wil worden wordt zal zeer zich zijn zonder zou
    about after all and are been but for from had has have her his into its not our out over she
    that the their then there they this was were when which who will with you
"""
_SAYS_NOTHING = frozenset(_LITTLE_WORDS.split())


def similar(db: Db, values: Mapping[str, Any], limit: int = 5) -> tuple[ReportLine, ...]:
    """Reports that look like one with these values, likest first.

    Values are wire or Python values of a report; `id`, when given, is left out of the answer. The
    hour is that of `received_at`, without it of `occurred_at`, without both of the newest report.
    """
    own = _words(str(values.get("title") or ""), FROM_TITLE)
    words = own | _words(str(values.get("text") or ""), FROM_TEXT)
    when = _when(db, values)
    if not words or when is None:
        return ()
    match = " OR ".join(f'"{word}"' for word in sorted(words))
    match = f"({match}){_near(values)} NOT {REMOVED}"
    found = db.execute(
        "SELECT r.rowid, r.id, r.title, r.text, r.region, r.municipality, r.place"
        " FROM report_search s CROSS JOIN report r ON r.rowid = s.rowid"
        " WHERE report_search MATCH ? AND s.rowid >= ? AND s.rowid < ?"
        " ORDER BY s.rowid DESC LIMIT ?",
        (match, (when - HOUR) * SLOTS, (when + HOUR) * SLOTS, LOOKED_AT),
    )
    alike: dict[int, float] = {}
    for place, record, title, text, *where in found:
        if record == values.get("id"):
            continue
        theirs = _words(title, FROM_TITLE)
        shared = _shared(own or words, words, theirs, theirs | _words(text, FROM_TEXT))
        if shared >= (ENOUGH if _same_place(values, where) else ALONE):
            alike[place] = shared
    chosen = sorted(alike, key=lambda place: (-alike[place], -place))[:limit]
    lines = {line.place: line for line in lines_at(db, chosen)}
    return tuple(lines[place] for place in chosen)


def _words(text: str, most: int) -> set[str]:
    """The first words of a text that say something, folded."""
    found: dict[str, None] = {}
    for start, end in words_of(text[:2000]):
        word = fold(text[start:end])
        if len(word) >= SHORTEST and word not in _SAYS_NOTHING:
            found.setdefault(word)
            if len(found) == most:
                break
    return set(found)


def _shared(own: set[str], words: set[str], theirs: set[str], all_theirs: set[str]) -> float:
    """Which part of the words of one title, or of all of the shorter, the other report has.

    0 when fewer than two are shared, unless the title has only one, and fewer than three of all.
    """
    shorter = min(words, all_theirs, key=len)
    best = 0.0
    for some, other, least in (
        (own, all_theirs, min(2, len(own))),
        (theirs, words, min(2, len(theirs))),
        (shorter, words & all_theirs, 3),
    ):
        common = len(some & other)
        if common >= max(1, least):
            best = max(best, common / len(some))
    return best


def _when(db: Db, values: Mapping[str, Any]) -> int | None:
    for name in ("received_at", "occurred_at"):
        told = values.get(name)
        if isinstance(told, datetime):
            return int(told.timestamp() * 1000)
        if isinstance(told, int):
            return told
    newest: int | None = db.execute("SELECT max(rowid) FROM report").fetchone()[0]
    return None if newest is None else newest // SLOTS


def _near(values: Mapping[str, Any]) -> str:
    """Narrows the question down to the region, and to reports of which none is known."""
    region = values.get("region")
    return f" AND ({facet('r', str(region))} OR {facet('r', '')})" if region else ""


def _same_place(values: Mapping[str, Any], where: list[str]) -> bool:
    """True when the narrowest place that both name is the same."""
    region, municipality, spot = where
    for name, theirs in (("place", spot), ("municipality", municipality), ("region", region)):
        own = str(values.get(name) or "")
        if own and theirs:
            if fold(own) == fold(theirs):
                return True
            if name != "place":  # a place is written freely: the municipality tells more
                return False
    return False
