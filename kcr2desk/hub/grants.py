"""Who is let into which operation, read from the member records at the moment of asking."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kcr2desk import wire
from kcr2desk.core import grants
from kcr2desk.core.access import Actor, is_operation
from kcr2desk.core.messages import PushRequest
from kcr2desk.core.records import blank_values
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.problems import told_to_the_desk


class Membership(msgspec.Struct):
    """What of a member record says who is let in; what is blank is left out in its row."""

    account: str = ""
    role: str = str(blank_values("member")["role"])
    removed: bool = False


def members_in(
    connection: Connection, streams: Iterable[str] | None = None
) -> dict[str, grants.Members]:
    """The member records of these operations (None: all), by stream and id. A stream without any
    is not in it."""
    asked = None if streams is None else [s for s in streams if is_operation(s) and "\0" not in s]
    if asked == []:
        return {}
    rows = connection.execute(
        "SELECT stream, id, \"values\" FROM record WHERE type = 'member'"
        " AND (%(all)s OR stream = ANY(%(streams)s))",
        {"all": asked is None, "streams": asked or []},
    )
    found: dict[str, dict[str, grants.Values]] = {}
    for stream, record, values in rows:
        told = msgspec.structs.asdict(wire.decode(Membership, values.encode()))
        found.setdefault(stream, {})[record] = told
    return dict(found)


def granted(connection: Connection, actor: Actor, streams: Iterable[str] | None = None) -> Actor:
    """The actor with the operations that it is a member of, of these streams (None: of all)."""
    return grants.let_in(actor, members_in(connection, streams))


def pushing(database: Database, request: PushRequest, actor: Actor) -> Actor:
    """Who pushed, with those operations that the push is about."""
    streams = {item.changeset.stream for item in request.items}
    streams |= {checkpoint.stream for checkpoint in request.checkpoints}
    operations = [stream for stream in streams if is_operation(stream)]
    if not operations:
        return actor
    with told_to_the_desk(), database.transaction() as connection:
        return granted(connection, actor, operations)
