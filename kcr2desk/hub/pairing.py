"""Proposing who may be one human being: looks at persons and lines that changed in an operation,
and asks about pairs that nobody ruled on yet.

One hub process does it, the one that holds an advisory lock of the database on a connection of its
own. Of each record it keeps salted hashes of its keys in memory and nothing else: names are read
from the records that are compared, and what is purged has other keys with the next look. A link has
one id for two records and its changeset one for the link, so whoever proposes it again, another
process or a restored hub, adds nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import psycopg

from kcr2desk.core.changes import Code
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import blank_values, build
from kcr2desk.core.repatriation.links import End, Ruled, propose
from kcr2desk.core.repatriation.operation import KIND
from kcr2desk.core.repatriation.people import BORN, PersonLink
from kcr2desk.core.text import Json
from kcr2desk.hub.database import Connection, Database, DatabaseError, connect
from kcr2desk.hub.log import HUB, HubLog
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.workers import Workers, run
from kcr2desk.matching import KeyIndex, Likeness, Matcher, Pair, Traits, keys_of, pairs_of, traits

AGAIN = 1.0  # seconds between two looks
TOGETHER = 200  # records that are looked at before others get their turn
BREATH = 0.005  # seconds in which they do
NEAR = 60  # records that one is compared with
MANY = 1000  # changed records from which the whole stream is looked through at once

LOCK = 0x4B435232_50414952  # "KCR2PAIR"

_PEOPLE = ["person", "manifestline"]
"""The types of records that are compared."""

_TWICE_ON = ("applied", "pfif")
"""Lists on which somebody may be twice: people register again; an airline lists nobody twice."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Stream:
    """What is known of one operation: up to which entry it was looked at, and who has which key."""

    seq: int = 0
    index: KeyIndex = field(default_factory=KeyIndex)


@dataclass(frozen=True, slots=True)
class _Somebody:
    """A person or line that may be asked about."""

    traits: Traits
    list: str

    @property
    def end(self) -> End:
        return End(self.traits.id, self.traits.type)


class Pairing:
    """The pairs of one hub process."""

    def __init__(self, database: Database, log: HubLog) -> None:
        self._database = database
        self._log = log
        self._line: Connection | None = None
        self._streams: dict[str, _Stream] = {}
        self._ending = threading.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self, workers: Workers) -> None:
        """Begin, in the running event loop."""
        self._task = asyncio.get_running_loop().create_task(self._go_on(workers))

    async def stop(self) -> None:
        """End after the link that is being written."""
        self._ending.set()
        if self._task is not None:
            await self._task

    def close(self) -> None:
        """Let go of the lock, so that another process goes on."""
        line, self._line = self._line, None
        self._streams.clear()
        if line is not None:
            with contextlib.suppress(psycopg.Error):  # without its line there is no lock either
                line.execute("SELECT pg_advisory_unlock_all()")
            line.close()

    def work(self) -> int:
        """Look at what changed, when this process is the one that does; returns how many links
        were proposed."""
        if not self._is_mine():
            return 0
        with self._database.transaction() as connection:
            heads = dict(
                connection.execute(
                    "SELECT name, head_seq FROM stream WHERE name LIKE %s ORDER BY name",
                    (f"{KIND}:%",),
                ).fetchall()
            )
        for gone in self._streams.keys() - heads.keys():
            del self._streams[gone]
        proposed = 0
        for stream, head in heads.items():
            known = self._streams.get(stream)
            if self._ending.is_set() or (known is not None and known.seq == head):
                continue
            if known is None or known.seq > head:  # new here, or put back from a backup
                known = _Stream()
            self._streams.pop(stream, None)  # until it was looked at whole
            proposed += self._look(stream, known)
            self._streams[stream] = known
        return proposed

    # -- inside

    async def _go_on(self, workers: Workers) -> None:
        try:
            while not self._ending.is_set():
                try:
                    await run(workers.others, self.work)
                except (DatabaseError, RequestProblem) as passing:
                    _log.debug("pairing waits for the database: %s", type(passing).__name__)
                except Exception as defect:
                    # Said, and tried again: desks must not lose their hub over it.
                    _log.error("pairing failed with %s", type(defect).__name__)
                for _ in range(20):
                    if self._ending.is_set():
                        return
                    await asyncio.sleep(AGAIN / 20)
        finally:
            await run(workers.others, self.close)

    def _is_mine(self) -> bool:
        """Whether this process holds the lock, and still has the line on which it does."""
        try:
            if self._line is None or self._line.closed:
                line = connect(self._database.dsn)
                line.rollback()
                line.autocommit = True
                self._line = line
            row = self._line.execute(
                "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"
                " AND pid = pg_backend_pid()) OR pg_try_advisory_lock(%s)",
                (LOCK,),
            ).fetchone()
        except psycopg.Error:
            self.close()  # the database went away, and the lock with it
            return False
        return row is not None and bool(row[0])

    def _look(self, stream: str, known: _Stream) -> int:
        """Look at what changed in a stream since the last time."""
        with self._database.transaction() as connection:
            # The head first: what comes between the two questions is then looked at next time.
            (head,) = connection.execute(
                "SELECT head_seq FROM stream WHERE name = %s", (stream,)
            ).fetchone() or (0,)
            changed = connection.execute(
                "SELECT type, id, revision FROM record WHERE stream = %s"
                " AND type = ANY(%s) AND revision > %s ORDER BY type DESC, revision",
                (stream, _PEOPLE, known.seq),
            ).fetchall()
        if not changed:
            known.seq = head
            return 0
        keys = [(type_, id_) for type_, id_, _ in changed]
        if len(keys) > MANY and 4 * len(keys) > len(known.index):
            found = self._all(stream, known, {id_ for _, id_ in keys})
        else:
            found = self._some(known, keys)
        proposed = self._propose(stream, found)
        known.seq = max(revision for _, _, revision in changed)
        return proposed

    def _all(self, stream: str, known: _Stream, changed: set[str]) -> list[Pair]:
        """Look through a whole stream at once."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                'SELECT type, id, "values" FROM record WHERE stream = %s AND type = ANY(%s)',
                (stream, _PEOPLE),
            ).fetchall()
        everybody: dict[str, _Somebody] = {}
        for type_, id_, values in rows:
            somebody = _somebody(type_, id_, json.loads(values))
            known.index.put(id_, () if somebody is None else keys_of(somebody.traits))
            if somebody is not None:
                everybody[id_] = somebody
        ordered = sorted(everybody.values(), key=lambda each: each.traits.id not in changed)
        fresh = sum(each.traits.id in changed for each in ordered)
        return [
            pair
            for pair in pairs_of([each.traits for each in ordered], fresh)
            if _may_be_one(everybody[pair.one], everybody[pair.other])
        ]

    def _some(self, known: _Stream, keys: Sequence[tuple[str, str]]) -> list[Pair]:
        """Look at a few that changed, each with those who share a key with it."""
        found: dict[frozenset[str], Pair] = {}
        for start in range(0, len(keys), TOGETHER):
            part = keys[start : start + TOGETHER]
            fresh = self._read(id_ for _, id_ in part)
            for _, id_ in part:
                somebody = fresh.get(id_)
                known.index.put(id_, () if somebody is None else keys_of(somebody.traits))
            near = {id_: known.index.near(id_, NEAR) for id_ in fresh}
            others = self._read({other for ids in near.values() for other in ids} - fresh.keys())
            others |= fresh
            matcher = Matcher()
            for id_, ids in near.items():
                for other in ids:
                    if other in others and frozenset((id_, other)) not in found:
                        pair = _compared(matcher, others[id_], others[other])
                        if pair is not None:
                            found[frozenset((id_, other))] = pair
            time.sleep(BREATH)
        return list(found.values())

    def _read(self, ids: Iterable[str]) -> dict[str, _Somebody]:
        wanted = sorted(ids)
        if not wanted:
            return {}
        with self._database.transaction() as connection:
            rows = connection.execute(
                'SELECT type, id, "values" FROM record WHERE type = ANY(%s) AND id = ANY(%s)',
                (_PEOPLE, wanted),
            ).fetchall()
        made = ((id_, _somebody(type_, id_, json.loads(values))) for type_, id_, values in rows)
        return {id_: somebody for id_, somebody in made if somebody is not None}

    def _propose(self, stream: str, found: Sequence[Pair]) -> int:
        """Ask about those that nobody ruled on, and of whom it does not follow from what was."""
        if not found:
            return 0
        with self._database.transaction() as connection:
            ruled = Ruled(_links(connection, stream))
        proposed = 0
        for pair in found:
            if (pair.one, pair.other) in ruled:
                continue
            if self._ending.is_set():
                raise RequestProblem(503, "busy")  # the next process begins with this stream anew
            one, other = End(pair.one, pair.one_type), End(pair.other, pair.other_type)
            alike = pair.likeness
            change = propose(one, other, alike.reasons, alike.score, HUB.name)
            once = derived_id(BORN, "pairing", stream, pair.link)
            outcome = self._log.append_own(stream, [change], HUB, id=once)
            if outcome.code in (Code.REFUSED, Code.QUARANTINED):
                _log.error("a pair could not be proposed: %s", outcome.reason)
            else:
                proposed += 1
        return proposed


def _links(connection: Connection, stream: str) -> Iterator[PersonLink]:
    rows = connection.execute(
        'SELECT id, revision, "values" FROM record WHERE stream = %s AND type = %s',
        (stream, "personlink"),
    )
    blank = blank_values("personlink")
    for id_, revision, values in rows:
        link = build("personlink", id_, stream, revision, {**blank, **json.loads(values)})
        assert isinstance(link, PersonLink)
        yield link


def _somebody(type_: str, id_: str, values: Mapping[str, Json]) -> _Somebody | None:
    """Who may be asked about; None for what is removed, and for a line of which it is known."""
    if values.get("removed") is True or values.get("person"):
        return None
    if type_ == "manifestline":
        # its list is "manifest" when nothing is said, which values leave out
        values = {**values, "list": values.get("list") or "manifest"}
    found = traits(values, type_, id_)
    return _Somebody(found, str(values.get("list") or ""))


def _compared(matcher: Matcher, one: _Somebody, other: _Somebody) -> Pair | None:
    if not _may_be_one(one, other):
        return None
    alike: Likeness = matcher.likeness(one.traits, other.traits, thorough=False)
    if not alike.proposed:
        return None
    return Pair(*one.end, *other.end, alike)


def _may_be_one(one: _Somebody, other: _Somebody) -> bool:
    """Whether two are worth asking about: not two lines of one list that has nobody twice."""
    if one.list != other.list or not one.list or one.list in _TWICE_ON:
        return True
    return one.traits.arrival != other.traits.arrival
