"""The file of an open cache: its connections, transactions, journal, and who is told of changes."""

from __future__ import annotations

import contextlib
import logging
import random
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import sqlcipher3.dbapi2 as sqlcipher

from kcr2desk.core.engine import SyncState
from kcr2desk.core.failures import where
from kcr2desk.core.ids import NewId, id_maker
from kcr2desk.store import attachments, journal, loading, offers, opening, outbox, requeue, salvage
from kcr2desk.store.crash import crash_point
from kcr2desk.store.errors import Damaged, DiskFull, StoreError, WrongKey
from kcr2desk.store.opening import CACHE, Lock, connect, meaning
from kcr2desk.store.rows import Db
from kcr2desk.store.work import Changed, Work, note
from kcr2desk.wire import decode

T = TypeVar("T")
_log = logging.getLogger(__name__)
CHECKED_AT_ONCE = 200 << 20
"""A file of this many bytes is looked through before it is used after an unclean stop (about a
second); of a larger one the officer's own work, and the rest while the desk works."""

OWN_WORK = ("meta", "outbox", "outbox_record", "draft", "block", "blob")
BUILT_AT_ONCE = 1  # parts of a load that are made searchable before sync goes on
BREATH = 0.002  # seconds between two parts of long work, so that a person's save comes between


@dataclass(frozen=True, slots=True)
class Opening:
    """What was found when a cache was opened.

    `loaded_anew`: records of an older version were thrown away, and come from the hub again.
    `damaged`: where a damaged file was set aside; `salvaged`: own changesets that were saved
    from it which the hub had not confirmed.
    """

    new: bool
    loaded_anew: bool
    damaged: Path | None
    salvaged: int


class Room:
    """An open cache file, and the one place where it is written. Raises as `Cache.open` does."""

    def __init__(
        self,
        folder: Path,
        key: bytes,
        clock: Callable[[], int],
        new_id: NewId | None,
        salt: Callable[[], str] | None,
        reserve_bytes: int,
    ) -> None:
        opening.check_sqlite()
        self.folder = folder
        self.clock = clock
        self.new_id = new_id if new_id is not None else id_maker(clock, random.SystemRandom())
        self._salt = salt if salt is not None else lambda: secrets.token_hex(16)
        self._key = key
        self._reserve_bytes = reserve_bytes
        self._writing = threading.RLock()
        self._read_lock = threading.RLock()
        self._subscribers: list[Callable[[Changed], None]] = []
        self._journal: journal.Journal | None = None
        self._builder: threading.Thread | None = None
        self._beside = ThreadPoolExecutor(1, "cache-beside")
        self._closing = False
        self._closed = False
        self.damaged = False
        self._lock = Lock(folder)
        with contextlib.ExitStack() as undo:
            undo.callback(self._lock.close, clean=False)
            self.db, self.opening = self._open_file()
            undo.callback(self.db.close)
            self._read_db = connect(folder / CACHE, key, reading=True)
            undo.callback(self._read_db.close)
            undo.callback(self._beside.shutdown)
            self._lock.mark_open()
            self.identity = offers.known_identity(self.db)
            self.state = _known_state(self.db)
            self._searched_from = int(note(self.db, loading.SEARCHED_FROM) or 0)
            self._after_opening()
            undo.pop_all()

    # -- open --------------------------------------------------------------------------------------

    def _open_file(self) -> tuple[Db, Opening]:
        path = self.folder / CACHE
        told: journal.Told | None = None
        try:
            opened = self._open_known(path) if path.exists() else None
            if opened is not None:
                return opened
            told = journal.read(self.folder / journal.NAME, self._key)
            return self._make_new(salvage.left_aside(self.folder), told)
        except (WrongKey, Damaged) as error:
            told = journal.read(self.folder / journal.NAME, self._key)
            if isinstance(error, WrongKey) and told is None:
                raise
        aside = salvage.set_aside(self.folder, self.clock())
        crash_point("salvage:aside")
        return self._make_new(aside, told)

    def _open_known(self, path: Path) -> tuple[Db, Opening] | None:
        """The file as it stands; None when it was never made whole."""
        db = connect(path, self._key)
        try:
            if opening.check_version(db) == 0:
                db.close()
                return None
            if self._lock.damaged:
                raise Damaged(f"{path} was seen to be damaged")
            if self._lock.unclean:
                small = path.stat().st_size <= CHECKED_AT_ONCE
                opening.check_whole(db, () if small else OWN_WORK)
            loaded_anew = opening.migrate(db, before=lambda: loading.throw_away(db))
        except BaseException as error:
            db.close()
            told = meaning(error)
            if told is error:
                raise
            raise told from error
        return db, Opening(False, loaded_anew, None, 0)

    def _make_new(self, aside: Path | None, told: journal.Told | None) -> tuple[Db, Opening]:
        """A new file, beside a damaged one; in one transaction, so that it is never half a one."""
        saved = [0]
        rescue = aside is not None or told is not None

        def fill() -> None:
            saved[0] = salvage.into(db, aside, self._key, told)

        db = connect(self.folder / CACHE, self._key)
        try:
            opening.migrate(db, also=fill if rescue else None)
        except BaseException:
            db.close()
            raise
        opening.sync_folder(self.folder)
        if aside is not None:
            salvage.mark_saved(aside)
        crash_point("salvage:made")
        return db, Opening(not rescue, False, aside, saved[0])

    def _after_opening(self) -> None:
        """What an earlier end, a salvage or an older version left to be done."""
        opening.keep_reserve(self.folder, self._reserve_bytes)
        if note(self.db, loading.RELAY) is not None:
            self.write(loading.lay_all, person=False)
        if note(self.db, outbox.JOURNAL_ANEW) is not None:
            self._renew_journal()
        if self._lock.unclean:
            self.write(attachments.forget_half_made, person=False)
        whole = (self.folder / CACHE).stat().st_size <= CHECKED_AT_ONCE
        if self._to_be_built or (self._lock.unclean and not whole):
            self._builder = threading.Thread(target=self._catch_up, name="cache-catch-up")
            self._builder.start()

    def close(self) -> None:
        """Close both connections and give the folder free."""
        self._closing = True
        if self._builder is not None:
            self._builder.join()
        with self._writing, self._read_lock:
            if self._closed:
                return
            self._closed = True
            if self._journal is not None:
                self._journal.close()
            self._beside.shutdown()
            self._read_db.close()
            self.db.close()
            self._lock.close(clean=not self.damaged)

    # -- read and write ----------------------------------------------------------------------------

    @contextlib.contextmanager
    def reading(self) -> Iterator[Db]:
        """The connection for reading, for a moment. Raises Damaged."""
        with self._read_lock:
            try:
                yield self._read_db
            except sqlcipher.Error as error:
                told = self._meaning(error)
                if told is error:
                    raise
                raise told from error

    def _meaning(self, error: BaseException) -> BaseException:
        """What an error means; a damaged file is set aside when it is opened again."""
        told = meaning(error)
        if isinstance(told, Damaged) and not self.damaged:
            self.damaged = True
            self._lock.mark_damaged()
        return told

    def write(self, do: Callable[[Work], T], *, person: bool = True) -> T:
        """Run `do` in one transaction, and tell subscribers. `do` may be run twice: when the disk
        is full and a `person` waits, the reserve is given up and it is tried once more."""
        with self._writing:
            try:
                result, work = self._attempt(do)
            except DiskFull:
                if not person or not opening.give_up_reserve(self.folder):
                    raise
                result, work = self._attempt(do)
        self._tell(work.told())
        return result

    def carry_out(self, do: Callable[[Work, SyncState], None], state: SyncState) -> None:
        """Like `write`, for the steps of sync; `state` is what they end in."""
        with self._writing:
            before = self.state
            _, work = self._attempt(lambda work: do(work, before), "apply:committed")
            self.state = state
        self._tell(work.told())
        if self._to_be_built and not (self._builder and self._builder.is_alive()):
            self._build_some()

    def _attempt(
        self, do: Callable[[Work], T], committed: str = "save:committed"
    ) -> tuple[T, Work]:
        db = self.db
        work = Work(
            db, self.clock(), self.identity, self.new_id, self._salt, self._searched_from,
            self._beside,
        )  # fmt: skip
        mark = syncing = None
        try:
            db.execute("BEGIN IMMEDIATE")
            result = do(work)
            if work.journal:
                mark = self._open_journal().append(work.journal)
                crash_point("save:journal")
                syncing = self._beside.submit(self._open_journal().sync)
            db.execute("COMMIT")
        except BaseException as error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            if mark is not None and self._journal is not None:
                self._journal.take_back(mark)
            told = self._meaning(error)
            if told is error:
                raise
            raise told from error
        if syncing is not None:
            self._synced(syncing)
        crash_point(committed)
        self.identity = work.identity
        self._searched_from = work.searched_from
        if work.journal_anew or (self._journal is not None and self._journal.large):
            self._renew_journal()
        return result, work

    def _tell(self, told: Sequence[Changed]) -> None:
        for changed in told:
            for callback in tuple(self._subscribers):
                try:
                    callback(changed)
                except Exception as error:  # what was saved is saved, whatever became of telling it
                    _log.error("a subscriber of the cache failed: %s", where(error))

    def subscribe(self, callback: Callable[[Changed], None]) -> Callable[[], None]:
        """See `Cache.subscribe`."""
        self._subscribers.append(callback)

        def end() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(callback)

        return end

    # -- journal -----------------------------------------------------------------------------------

    def _open_journal(self) -> journal.Journal:
        """The journal, brought level with the outbox when it is first needed."""
        if self._journal is None:
            path = self.folder / journal.NAME
            try:
                told = journal.read(path, self._key)
            except WrongKey:
                told = None  # the file itself opened with this key: it is the journal that is torn
            known = set() if told is None else set(told.queued)
            owner = None if told is None else told.identity
            whole = told is not None and not told.torn and owner == self.identity
            if not whole or told is None or not set(self._unsent()) <= known:
                return self._write_journal_anew()
            self._journal = journal.Journal(path, self._key, told.end)
        return self._journal

    def _renew_journal(self) -> None:
        """Write the journal anew after a commit: it is large, or holds what was purged. Where
        there is no room it goes, and is written with the next change: the cache has it all."""
        try:
            self._write_journal_anew()
        except OSError as error:
            _log.error("the journal beside the cache could not be written anew: %s", error)
            self._drop_journal()
        if note(self.db, outbox.JOURNAL_ANEW) is not None:
            self.db.execute("DELETE FROM meta WHERE name = ?", (outbox.JOURNAL_ANEW,))

    def _drop_journal(self) -> None:
        if self._journal is not None:
            self._journal.close()
        self._journal = None
        (self.folder / journal.NAME).unlink(missing_ok=True)

    def _synced(self, syncing: Future[None]) -> None:
        """Both copies are on the disk. The disk took the one and not the other: the transaction
        stands, and the journal is written anew with the next."""
        try:
            syncing.result()
        except OSError as error:
            _log.error("the journal beside the cache could not be written: %s", error)
            self._drop_journal()

    def _unsent(self) -> list[str]:
        states = outbox.marks((*outbox.WAITING, "refused"))
        with self.reading() as db:  # what is committed
            return [i for (i,) in db.execute(f"SELECT id FROM outbox WHERE state IN {states}")]

    def _write_journal_anew(self) -> journal.Journal:
        """Write the journal with what is still needed, and open it."""
        with self.reading() as db:  # what is committed
            records = requeue.for_journal(db, self.identity)
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        path = self.folder / journal.NAME
        end = journal.write_anew(path, self._key, records)
        self._journal = journal.Journal(path, self._key, end)
        return self._journal

    # -- long work ---------------------------------------------------------------------------------

    def _catch_up(self) -> None:
        """What an unclean stop left to be done, while the desk works."""
        if self._to_be_built:
            self._build_search()
        if self._lock.unclean and not self._closing:
            self._look_through()

    def _look_through(self) -> None:
        """Look for damage in a file that is too large to wait for it."""
        db = connect(self.folder / CACHE, self._key, reading=True)
        db.set_progress_handler(lambda: self._closing, 10_000)  # the desk closes: stop
        try:
            opening.check_whole(db)
        except Damaged as error:
            if not self._closing:
                _log.error("the cache is damaged; the next start sets it aside: %s", error)
                self._meaning(error)
                self._tell((Changed("", frozenset()),))
        finally:
            db.close()

    def _build_some(self) -> None:
        """Make a few thousand reports searchable at once, more than that beside: the line must
        not wait for it."""
        for _ in range(BUILT_AT_ONCE):
            left = self.write(loading.build_search, person=False)
            crash_point("search:built")
            if not left:
                return
        if not self._closing:
            self._builder = threading.Thread(target=self._build_beside, name="cache-catch-up")
            self._builder.start()

    def _build_beside(self) -> None:
        try:
            self._build_search()
        except StoreError as error:  # the next load or start goes on with it
            _log.warning("the search index is not complete: %s", error)

    def _build_search(self) -> None:
        """Make what was loaded searchable, newest first, a part at a time."""
        left = True
        while left and not self._closing:
            left = self.write(loading.build_search, person=False)
            crash_point("search:built")
            time.sleep(BREATH)

    def purge_old(self, forget: Callable[[Work], None]) -> None:
        """Forget what is old, and keep room on the disk aside again."""
        self.write(forget, person=False)
        opening.keep_reserve(self.folder, self._reserve_bytes)

    @property
    def _to_be_built(self) -> bool:
        """Whether a load is complete whose reports are not all searchable yet, or not in order."""
        with self.reading() as db:
            if not self._searched_from:
                return note(db, loading.TIDY) is not None
            return note(db, loading.INDEXES) is None


def _known_state(db: Db) -> SyncState:
    found = note(db, loading.STATE)
    return SyncState() if found is None else decode(SyncState, found.encode())
