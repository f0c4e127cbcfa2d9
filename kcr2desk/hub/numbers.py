"""Numbers that people say on the phone, leased in blocks so that they are fixed at birth."""

from __future__ import annotations

import re

from kcr2desk.core.access import KINDS, Actor, is_operation, stream_kind, streams_of
from kcr2desk.core.messages import Block, LeaseRequest
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.hub.database import Connection
from kcr2desk.hub.epochs import lost_numbers, times_restored
from kcr2desk.hub.grants import granted
from kcr2desk.hub.problems import RequestProblem

MOST = 500
"""Numbers in one block at most: what a desk needs for a shift without the line, and more."""

FARTHEST = 100_000
"""How far beyond what the hub knows of a block may lie that a desk says it holds."""

LETTERS = {
    kind: frozenset(RECORD_TYPES[name].letter for name in types) - {""}
    for kind, types in KINDS.items()
}
"""The letters of numbers in each kind of stream."""

_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


def counter_of(stream: str) -> str:
    """What a stream's numbers are counted by. All operations share one counter: a wristband that
    is scanned in the wrong hall must not find somebody else."""
    return stream_kind(stream) if is_operation(stream) else stream


def check_lease(connection: Connection, request: LeaseRequest, actor: Actor) -> None:
    """Raise RequestProblem 404 for a stream or kind without numbers for this account."""
    readable = streams_of(granted(connection, actor, [request.stream]))
    letters = LETTERS.get(stream_kind(request.stream), frozenset())
    if request.stream not in readable or request.letter not in letters:
        raise RequestProblem(404, "not_found")
    if not _MONTH.fullmatch(request.month):
        raise RequestProblem(404, "not_found", detail="no such month")


def lease(connection: Connection, request: LeaseRequest) -> Block:
    """Give the next free numbers; none twice, also not after a restore.

    What the desk says it still holds was leased before, whatever this database remembers; and what
    nobody holds any more is passed over by a jump for every restore since the month began.
    """
    counter, letter, month = counter_of(request.stream), request.letter, request.month
    first = 1 + lost_numbers(counter) * times_restored(connection, month)
    connection.execute(
        "INSERT INTO number VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (counter, letter, month, first),
    )
    row = connection.execute(
        "SELECT next FROM number WHERE stream = %s AND letter = %s AND month = %s FOR UPDATE",
        (counter, letter, month),
    ).fetchone()
    assert row is not None
    start: int = row[0]
    for block in request.held:
        told = (counter_of(block.stream), block.letter, block.month)
        same = told == (counter, letter, month)
        if same and start <= block.last < row[0] + FARTHEST:
            start = block.last + 1
    last = start + min(max(request.count, 1), MOST) - 1
    connection.execute(
        "UPDATE number SET next = %s WHERE stream = %s AND letter = %s AND month = %s",
        (last + 1, counter, letter, month),
    )
    return Block(request.stream, letter, month, start, last)
