"""The beginning of a word, asked so that the newest matches come first and at once.

FTS5 keeps the beginnings of 3, 6 and 9 letters as if they were words. For others it would gather
every match of every word before it answers: 0.1 s for a common one among a million reports. So
such a beginning is asked as the words and kept beginnings that it stands for, which FTS5 reads side
by side, newest first.
"""

from __future__ import annotations

from kcr2desk.core.places import fold
from kcr2desk.store.layout import PREFIXES
from kcr2desk.store.rows import Db

MOST = 400
"""Words that are asked side by side. Of more than these each is rare, and gathering is quick."""


def spread(db: Db, beginning: str) -> tuple[str, ...] | None:
    """What `beginning*` stands for, quoted for FTS5; None when FTS5 is best asked for it as it is.

    It can be () when no word begins so.
    """
    start = fold(beginning)
    if len(start) in PREFIXES or not start.isascii():  # of other letters FTS5 may think otherwise
        return None
    cut = min((length for length in PREFIXES if length > len(start)), default=0)
    found: list[str] = []
    after = start
    while word := _next_word(db, after):
        if not word.startswith(start):
            break
        if len(found) == MOST:
            return None
        if cut and len(word) >= cut:
            found.append(f'"{word[:cut]}"*')
            after = word[:cut] + _LAST
        else:
            found.append(f'"{word}"')
            after = word + _FIRST
    return tuple(found)


_FIRST, _LAST = "\x01", "\U0010ffff"  # before and after whatever a word goes on with


def _next_word(db: Db, after: str) -> str:
    """The first word of the search index from `after` on, "" when there is none."""
    sql = "SELECT term FROM report_word WHERE term >= ? LIMIT 1"
    found = db.execute(sql, (after,)).fetchone()
    return found[0] if found else ""
