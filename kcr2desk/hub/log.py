"""The hub's log: what desks push is ruled on and appended here, and nowhere else."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from kcr2desk import signing
from kcr2desk.core.access import BASE, Actor, streams_of
from kcr2desk.core.append import Offered
from kcr2desk.core.bijstand import BORN
from kcr2desk.core.chain import GENESIS, checkpoint_bytes
from kcr2desk.core.changes import Change, Changeset, Checkpoint, Cursor, Outcome
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import NewId, derived_id
from kcr2desk.core.messages import BATCH, Block, LeaseRequest, PushAnswer, PushRequest
from kcr2desk.core.records import SCHEMA
from kcr2desk.hub import epochs
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.epochs import CheckpointFile
from kcr2desk.hub.grants import pushing
from kcr2desk.hub.keys import HubKey
from kcr2desk.hub.log_load import Again, current_epoch, lock_heads, purged_fields
from kcr2desk.hub.log_offers import forget_pages, forget_unproven, take_page, trusted
from kcr2desk.hub.numbers import check_lease, lease
from kcr2desk.hub.problems import BUSY_PAUSE, RequestProblem, told_to_the_desk
from kcr2desk.hub.purge import Fields, PurgeFile, expired, purge, wanted
from kcr2desk.hub.push import ATTEMPTS, Pushes
from kcr2desk.hub.quarantine import try_failed_again
from kcr2desk.hub.retention import Retention
from kcr2desk.hub.seed import seed
from kcr2desk.hub.sessions import Principal

HUB = Actor("hub", "hub", "KCR2")
"""Who writes what the hub itself notes: an answer that came by link, what came of a mail."""

PURGES = "purges.jsonl"
"""Beside the file with checkpoints: what was emptied for ever, a line each."""

EPOCH_REMEMBERED = 0.5  # seconds
FILE_PAUSE = 1.0  # seconds between two writings of the file with checkpoints
MOST_REMEMBERED = 10_000

logger = logging.getLogger(__name__)


class HubLog:
    """The log of one hub over its database; any number of processes may have one.

    `now` gives aware UTC times. `checkpoints_file`, and beside it the file of purges, are kept
    outside the database and its backups.
    Every public method raises RequestProblem 503 or 507 for what passes at the database.
    """

    def __init__(
        self,
        database: Database,
        key: HubKey,
        *,
        now: Callable[[], datetime],
        new_id: NewId,
        checkpoints_file: Path | None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.database = database
        self.hub = str(key.hub)
        self._key = key
        self._public = key.public.hex()
        self._now = now
        self._new_id = new_id
        self._monotonic = monotonic
        self._file: CheckpointFile | None = None
        self._purges: PurgeFile | None = None
        if checkpoints_file is not None:
            self._file = CheckpointFile(checkpoints_file)
            self._purges = PurgeFile(checkpoints_file.with_name(PURGES))
        self._file_written = -FILE_PAUSE
        self._lock = threading.Lock()
        self._epoch = ""
        self._epoch_read = -EPOCH_REMEMBERED
        self._genuine: dict[Checkpoint, bool] = {}
        self._signed: dict[str, Checkpoint] = {}
        self._pushes = Pushes(database, now=now)
        self._retention = Retention(
            database, self._purge, lambda stream, change: self.append_own(stream, [change], HUB)
        )

    def now(self) -> datetime:
        """The hub's own time, aware UTC."""
        return self._now()

    # -- at start ----------------------------------------------------------------------------------

    def start_check(self) -> None:
        """Make the log ready to serve: streams, first epoch, was it restored, reference lists.

        The signed heads that are kept outside the database are looked for on the log, whatever
        happened to the server since: a standby that took over has them and is no restore, a backup
        that was put back on the same server has not.
        """
        now = self._now()
        with told_to_the_desk(), self.database.transaction() as connection:
            for stream in BASE:
                connection.execute(
                    "INSERT INTO stream (name, head_seq, head_hash) VALUES (%s, 0, %s)"
                    " ON CONFLICT DO NOTHING",
                    (stream, GENESIS),
                )
            if not current_epoch(connection):
                lock_heads(connection)
                if not current_epoch(connection):  # no other hub was faster
                    self._open_epoch(connection, epochs.HUB, epochs.FIRST)
            if self._file is not None:
                kept = [c for c in self._file.read() if self.is_ours(c)]
                while (proof := epochs.lost(connection, kept)) is not None:
                    self._open_epoch(connection, epochs.HUB, epochs.RESTORED, proof)
            try_failed_again(connection, now)
        self._forget_epoch()
        self._replay_purges()
        self._retention.look(now)
        self._seed()
        self.retry_quarantined(now)
        self.keep_checkpoints()

    def _seed(self) -> None:
        """Add what the reference stream lacks; a record that was changed since is left alone."""
        first = seed()
        with told_to_the_desk(), self.database.transaction() as connection:
            rows = connection.execute(
                "SELECT id FROM record WHERE id = ANY(%s)", ([c.id for c in first],)
            )
            there = {row[0] for row in rows}
        missing = [change for change in first if change.id not in there]
        if missing:
            once = derived_id(BORN, *(change.id for change in missing))  # whichever hub is first
            self.append_own("reference", missing, HUB, id=once)

    # -- epoch and checkpoints ---------------------------------------------------------------------

    @property
    def epoch(self) -> str:
        """The current epoch; read anew twice a second, for another process may open one."""
        with self._lock:
            if self._epoch and self._monotonic() - self._epoch_read < EPOCH_REMEMBERED:
                return self._epoch
        with told_to_the_desk(), self.database.transaction() as connection:
            epoch = current_epoch(connection)
        self._note_epoch(epoch)
        return epoch

    def is_ours(self, checkpoint: Checkpoint) -> bool:
        """Whether this hub signed the checkpoint."""
        with self._lock:
            known = self._genuine.get(checkpoint)
        if known is None:
            known = signing.checkpoint_verifies(self._public, self.hub, checkpoint)
            with self._lock:
                if len(self._genuine) >= MOST_REMEMBERED:
                    self._genuine.clear()
                self._genuine[checkpoint] = known
        return known

    def notice(
        self, checkpoints: Sequence[Checkpoint], device_admitted: bool, by: str = "desk"
    ) -> None:
        """Look whether a desk holds a checkpoint that proves a restore; then open a new epoch.

        `by` is noted as who opened it.

        What a snapshot request presents goes only through here: a desk that loads anew still
        presents the epoch it came from. Raises RequestProblem 403 `device` when a workstation that
        is not admitted brings such a proof.
        """
        ours = [c for c in checkpoints if self.is_ours(c)]
        if not ours:
            return
        with told_to_the_desk(), self.database.transaction() as connection:
            proof = epochs.lost(connection, ours)
        if proof is None:
            return
        if not device_admitted:
            raise RequestProblem(403, "device")
        with told_to_the_desk(), self.database.transaction() as connection:
            epoch = self._open_epoch(connection, by, epochs.RESTORED, proof)
        logger.warning("the database was restored: epoch %s begins", epoch)
        self._note_epoch(epoch)

    def check_presented(
        self,
        epoch: str,
        checkpoints: Sequence[Checkpoint],
        device_admitted: bool,
        by: str = "desk",
    ) -> None:
        """Let a push or pull of another history go no further: RequestProblem 409 `epoch`."""
        self.notice(checkpoints, device_admitted, by)
        if epoch != self.epoch:
            self._forget_epoch()
            if epoch != self.epoch:
                raise RequestProblem(409, "epoch", epoch=self.epoch)

    def check_cursors(self, cursors: Mapping[str, Cursor]) -> None:
        """Raise RequestProblem 409 `history` for a cursor that is not on the log, 410 `window` for
        one before the entries that are still served."""
        told = {s: c for s, c in cursors.items() if "\0" not in s}
        with told_to_the_desk(), self.database.transaction() as connection:
            rows = connection.execute(
                "SELECT k.stream, s.window_seq, e.hash FROM unnest(%s::text[], %s::int8[])"
                " AS k(stream, seq) JOIN stream s ON s.name = k.stream"
                " LEFT JOIN entry e ON e.stream = k.stream AND e.seq = k.seq",
                (list(told), [c.seq for c in told.values()]),
            ).fetchall()
        for stream, window, hash_ in rows:
            cursor = told[stream]
            if cursor.hash != (hash_ if cursor.seq > 0 else GENESIS):
                raise RequestProblem(409, "history", epoch=self.epoch)
            if cursor.seq < window:
                raise RequestProblem(410, "window", epoch=self.epoch)

    def checkpoints(self, streams: Sequence[str] | None = None) -> tuple[Checkpoint, ...]:
        """The signed heads of these streams, of all that there are when None."""
        return self.heads(streams)[1]

    def heads(self, streams: Sequence[str] | None) -> tuple[str, tuple[Checkpoint, ...]]:
        """The epoch and the signed heads of these streams (None: of all), of one moment."""
        with told_to_the_desk(), self.database.transaction() as connection:
            rows = connection.execute(
                "SELECT name, head_seq, head_hash, (SELECT epoch FROM epoch ORDER BY number DESC"
                " LIMIT 1) FROM stream WHERE %(all)s OR name = ANY(%(names)s) ORDER BY name",
                {"all": streams is None, "names": list(streams or ())},
            ).fetchall()
        if not rows:
            return self.epoch, ()
        return rows[0][3], tuple(self._sign(e, name, seq, hash_) for name, seq, hash_, e in rows)

    def keep_checkpoints(self) -> None:
        """Write the heads of all streams to the file outside the database."""
        if self._file is not None:
            self._file.write(self.checkpoints())

    def new_epoch(self, by: str, why: str = epochs.BY_HAND) -> str:
        """Open an epoch by hand, after a restore that left no proof; returns it."""
        with told_to_the_desk(), self.database.transaction() as connection:
            epoch = self._open_epoch(connection, by, why)
        self._note_epoch(epoch)
        return epoch

    def _open_epoch(
        self, connection: Connection, by: str, why: str, proof: Checkpoint | None = None
    ) -> str:
        return epochs.open_epoch(
            connection, new_id=self._new_id, by=by, why=why, now=self._now(), proof=proof
        )

    def _sign(self, epoch: str, stream: str, seq: int, hash_: str) -> Checkpoint:
        with self._lock:
            last = self._signed.get(stream)
        if last is not None and (last.epoch, last.seq, last.hash) == (epoch, seq, hash_):
            return last
        bare = Checkpoint(self.hub, epoch, stream, seq, hash_)
        signature = self._key.sign(checkpoint_bytes(bare)).hex()
        signed = Checkpoint(self.hub, epoch, stream, seq, hash_, signature)
        with self._lock:
            self._signed[stream] = signed
        return signed

    def _note_epoch(self, epoch: str) -> None:
        with self._lock:
            self._epoch, self._epoch_read = epoch, self._monotonic()

    def _forget_epoch(self) -> None:
        with self._lock:
            self._epoch = ""

    # -- appending ---------------------------------------------------------------------------------

    def push(self, request: PushRequest, principal: Principal) -> PushAnswer:
        """Rule on what a desk pushed; returns when it is committed. Raises RequestProblem."""
        self._pushes.check(request, principal)
        by = f"{principal.name} at {principal.device}"
        self.check_presented(request.epoch, request.checkpoints, principal.device_admitted, by)
        if request.offered:
            self._take_offered(request)
        try:
            outcomes, forked = self._pushes.push(request, principal)
        except RequestProblem as problem:
            if problem.status == 409:
                self._forget_epoch()  # another process opened one since this one looked
            raise
        epoch, given = self.heads(streams_of(pushing(self.database, request, principal.actor)))
        self._maybe_keep(given)
        return PushAnswer(epoch, outcomes, given, forked)

    def _take_offered(self, request: PushRequest) -> None:
        """Append what is proven to have been in the log before a restore."""
        proof = request.proof
        if proof is None or not self.is_ours(proof):
            logger.warning("%d offered entries came without proof", len(request.offered))
            return
        with told_to_the_desk(), self.database.transaction() as connection:
            lost = take_page(connection, request.offered, request.offered_after, proof, self._now())
        offers = [trusted(one) for one in lost]
        for start in range(0, len(offers), BATCH):
            self._pushes.append(offers[start : start + BATCH], apart=True)
        if offers:
            with told_to_the_desk(), self.database.transaction() as connection:
                forget_pages(connection, proof.stream, request.offered_after)

    def retry_quarantined(self, now: datetime) -> int:
        """Try again what is due in quarantine; returns how many were settled."""
        return self._pushes.retry(now)

    def append_own(
        self,
        stream: str,
        changes: Sequence[Change],
        actor: Actor,
        *,
        id: str = "",
        made_at: int | None = None,
    ) -> Outcome:
        """Append what the hub itself makes (reference lists, reports that came in).

        With the same `id` twice it is in the log once.
        """
        now = milliseconds(self._now()) if made_at is None else made_at
        changeset_id = id or self._new_id()
        changeset = Changeset(
            changeset_id, "hub", 0, actor.name, stream, now, SCHEMA, new_salt(), tuple(changes)
        )
        return self._pushes.append([Offered(changeset, GENESIS, actor)])[0]

    def lease(self, request: LeaseRequest, principal: Principal) -> Block:
        """Lease spoken numbers to a desk. Raises RequestProblem 404 where there are none."""
        with told_to_the_desk(), self.database.transaction() as connection:
            check_lease(connection, request, principal.actor)
            return lease(connection, request)

    # -- purging -----------------------------------------------------------------------------------

    def purge(self, type: str, id: str, fields: Iterable[str]) -> None:
        """Empty fields of a record for ever, everywhere (`hub.purge`).

        Raises KeyError for a type or field that there is not.
        """
        self._purge(wanted(type, id, fields))

    def purge_expired(self, now: datetime) -> int:
        """Empty what ended its retention by now; returns of how many records. Called hourly."""
        count = 0
        with told_to_the_desk(), self.database.transaction() as connection:
            forget_unproven(connection, now)
        while True:
            with told_to_the_desk(), self.database.transaction() as connection:
                found = expired(connection, now, BATCH)
            if not found:
                return count + self._retention.look(now)
            self._purge(found)
            count += len(found)

    def _purge(self, fields: Fields) -> None:
        if self._purges is not None:
            self._purges.add(fields)
        self._carry_out(fields)

    def _carry_out(self, fields: Fields) -> None:
        for _ in range(ATTEMPTS):
            try:
                with told_to_the_desk(), self.database.transaction() as connection:
                    purge(connection, fields, new_id=self._new_id, now=self._now())
            except Again:
                continue
            return
        raise RequestProblem(503, "busy", retry_after=BUSY_PAUSE)

    def _replay_purges(self) -> None:
        """After a restore: empty what was purged since the backup, before anything is served."""
        if self._purges is None:
            return
        told = self._purges.read()
        with told_to_the_desk(), self.database.transaction() as connection:
            done = purged_fields(connection, told)
        todo = [(k, names) for k, names in told.items() if names - done.get(k, frozenset())]
        for start in range(0, len(todo), BATCH):
            self._carry_out(dict(todo[start : start + BATCH]))

    def _maybe_keep(self, given: Sequence[Checkpoint]) -> None:
        with self._lock:
            due = self._monotonic() - self._file_written >= FILE_PAUSE
            if due:
                self._file_written = self._monotonic()
        if due and given:
            try:
                self.keep_checkpoints()
            except OSError as error:  # what was pushed is committed, and desks hold the proof
                logger.error("the heads could not be kept outside the database: %s", error)


def new_salt() -> str:
    """The salt of a changeset that the hub makes."""
    return secrets.token_hex(16)
