"""Numbers that can be said on the phone: leased blocks, and the device's own when none are left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from kcr2desk.core.access import KINDS, Actor, is_operation, refusal, stream_kind
from kcr2desk.core.ids import NumberBlock, spoken_number
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.store.identity import number_code
from kcr2desk.store.rows import Db
from kcr2desk.store.work import Work, note, set_note

COUNT = "count:"
"""The start of a note: how many numbers of a kind and month the device made by itself."""

LOW = 10  # with fewer leased numbers left another block is wanted
LOW_PERSONS = 40  # in an operation: a desk in a hall may be without the line for an evening

_OWN = re.compile(r"([A-Z])-(\d{4}-\d\d)-[A-Z]\w*-(\d{4,})-\d\Z")


def note_used(db: Db, numbers: Iterable[str]) -> None:
    """Count on behind these numbers, as far as a device made them by itself."""
    for number in numbers:
        found = _OWN.match(number)
        if found is not None:
            name, count = f"{COUNT}{found[1]}:{found[2]}", int(found[3])
            if count > int(note(db, name) or 0):
                set_note(db, name, str(count))


def month_of(milliseconds: int) -> str:
    """The month (UTC) of a time, as numbers say it."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m")


def take(work: Work, stream: str, letter: str) -> str:
    """The next number of this kind in this month; under the device's code when none is leased."""
    db, month = work.db, month_of(work.now)
    found = db.execute(
        "SELECT first, last FROM block WHERE stream = ? AND letter = ? AND month = ?"
        " ORDER BY first LIMIT 1",
        (stream, letter, month),
    ).fetchone()
    if found is None:
        name = f"{COUNT}{letter}:{month}"
        count = int(note(db, name) or 0) + 1
        set_note(db, name, str(count))
        return spoken_number(letter, month, count, number_code(work.me))
    number, rest = NumberBlock(stream, letter, month, *found).take()
    key = (stream, letter, month, found[0])
    where = "WHERE stream = ? AND letter = ? AND month = ? AND first = ?"
    if rest is None:
        db.execute(f"DELETE FROM block {where}", key)
    else:
        db.execute(f"UPDATE block SET first = ? {where}", (rest.first, *key))
    return number


def blocks(db: Db) -> tuple[NumberBlock, ...]:
    """The leased numbers that are left."""
    found = db.execute("SELECT stream, letter, month, first, last FROM block ORDER BY 1, 2, 3, 4")
    return tuple(NumberBlock(*each) for each in found)


def put_block(work: Work, block: NumberBlock) -> None:
    """Keep a leased block; those of months that are over go."""
    work.db.execute(
        "INSERT OR REPLACE INTO block(stream, letter, month, first, last) VALUES (?,?,?,?,?)",
        (block.stream, block.letter, block.month, block.first, block.last),
    )
    work.db.execute("DELETE FROM block WHERE month < ?", (min(month_of(work.now), block.month),))


def wanted(
    db: Db, now: int, who: Actor | None, streams: tuple[str, ...]
) -> tuple[tuple[str, str, str], ...]:
    """(stream, letter, month) of which too few numbers are left, of what may be written."""
    if who is None:
        return ()
    month = month_of(now)
    left: dict[tuple[str, str], int] = {}
    for block in blocks(db):
        if block.month == month:
            key = (block.stream, block.letter)
            left[key] = left.get(key, 0) + block.last - block.first + 1
    found = []
    for stream in streams:
        if stream_kind(stream) == "reference":
            continue
        low = LOW_PERSONS if is_operation(stream) else LOW
        for name in KINDS.get(stream_kind(stream), frozenset()):
            letter = RECORD_TYPES[name].letter
            may = letter and not refusal(who, stream, name, None)
            if may and left.get((stream, letter), 0) < low:
                found.append((stream, letter, month))
    return tuple(sorted(found))
