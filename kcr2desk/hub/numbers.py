"""Numbers that people say on the phone, leased in blocks so that they are fixed at birth."""

from __future__ import annotations

import re

from kcr2desk.core.access import streams_of
from kcr2desk.core.messages import Block, LeaseRequest
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.hub.database import Connection
from kcr2desk.hub.epochs import LOST_NUMBERS, times_restored
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.sessions import Principal

MOST = 500
"""Numbers in one block at most: what a desk needs for a shift without the line, and more."""

FARTHEST = 100_000
"""How far beyond what the hub knows of a block may lie that a desk says it holds."""

LETTERS = frozenset(t.letter for t in RECORD_TYPES.values() if t.letter)
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


def check_lease(request: LeaseRequest, principal: Principal) -> None:
    """Raise RequestProblem 404 for a stream or kind without numbers for this account."""
    if request.stream not in streams_of(principal.role) or request.letter not in LETTERS:
        raise RequestProblem(404, "not_found")
    if not _MONTH.fullmatch(request.month):
        raise RequestProblem(404, "not_found", detail="no such month")


def lease(connection: Connection, request: LeaseRequest) -> Block:
    """Give the next free numbers; none twice, also not after a restore.

    What the desk says it still holds was leased before, whatever this database remembers; and what
    nobody holds any more is passed over by a jump for every restore since the month began.
    """
    stream, letter, month = request.stream, request.letter, request.month
    first = 1 + LOST_NUMBERS * times_restored(connection, month)
    connection.execute(
        "INSERT INTO number VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (stream, letter, month, first),
    )
    row = connection.execute(
        "SELECT next FROM number WHERE stream = %s AND letter = %s AND month = %s FOR UPDATE",
        (stream, letter, month),
    ).fetchone()
    assert row is not None
    start: int = row[0]
    for block in request.held:
        same = (block.stream, block.letter, block.month) == (stream, letter, month)
        if same and start <= block.last < row[0] + FARTHEST:
            start = block.last + 1
    last = start + min(max(request.count, 1), MOST) - 1
    connection.execute(
        "UPDATE number SET next = %s WHERE stream = %s AND letter = %s AND month = %s",
        (last + 1, stream, letter, month),
    )
    return Block(stream, letter, month, start, last)
