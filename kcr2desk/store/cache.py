"""The desk's encrypted cache: everything is read and written here, with or without the network.

    with Cache.open(folder, key, clock=now) as cache:
        report = cache.create("report", {"title": "Heidebrand"})
        cache.edit("report", report, {"owner": "jansen"})

Safe to use from several threads. Each method that writes is one transaction: when it returns, all
of it is on the disk; when it raises, nothing is. Reading goes on while another thread writes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from kcr2desk.core.access import ROLES, Actor
from kcr2desk.core.changes import Change
from kcr2desk.core.engine import Step, SyncState
from kcr2desk.core.ids import NewId, NumberBlock
from kcr2desk.core.records import Conflict, Record
from kcr2desk.core.text import Json
from kcr2desk.store import (
    apply,
    attachments,
    drafts,
    facts,
    fenced,
    forgetting,
    history,
    loading,
    numbers,
    offers,
    outbox,
    overlay,
    reading,
    saving,
    similar,
)
from kcr2desk.store.attachments import FileToSend, FileWanted
from kcr2desk.store.drafts import Draft
from kcr2desk.store.facts import Attention, StoreFacts
from kcr2desk.store.history import HistoryLine
from kcr2desk.store.identity import Identity
from kcr2desk.store.offers import Offer
from kcr2desk.store.opening import RESERVE_BYTES
from kcr2desk.store.outbox import Batch, Pending
from kcr2desk.store.query import Count, Hit, HourCount, Page, ReportLine, ReportQuery
from kcr2desk.store.room import Opening, Room
from kcr2desk.store.rows import Db
from kcr2desk.store.work import Changed, Work, note, set_note

if TYPE_CHECKING:
    from kcr2desk.store.candidates import Candidate

T = TypeVar("T")
COUNTED_AT_ONCE = 100_000  # reports; takes some 10 ms


class Cache:
    """One officer's cache of one hub. Use `Cache.open`.

    Unread is a fact of this cache: a report that is new here and that somebody else made is
    unread until `mark_read` or an own change of it. After the first load of a stream nothing is
    unread but what is urgent and not acknowledged.
    """

    def __init__(self, room: Room) -> None:
        self._room = room
        self.folder = room.folder

    @classmethod
    def open(
        cls,
        folder: Path,
        key: bytes,
        *,
        clock: Callable[[], int],
        new_id: NewId | None = None,
        salt: Callable[[], str] | None = None,
        reserve_bytes: int = RESERVE_BYTES,
    ) -> Cache:
        """Open the cache in `folder`, or make one. `key` has 32 bytes; `clock` gives milliseconds
        since 1970; `new_id` makes ids and `salt` 32 hex digits (both by the system's randomness
        when None); `reserve_bytes` of the disk are kept aside for when it is full.

        A damaged file is set aside as `cache.db.damaged-<time>`, and what was not sent yet is
        saved from it and from its journal: see `opening`.

        Raises WrongKey, InUse, NewerDatabase, AffectedSQLite or DiskFull; the file stays as it is.
        """
        return cls(Room(Path(folder), key, clock, new_id, salt, reserve_bytes))

    @property
    def opening(self) -> Opening:
        """What was found when the cache was opened."""
        return self._room.opening

    @property
    def damaged(self) -> bool:
        """The file was seen to be damaged while it was open: the next start sets it aside. What
        was saved until now is salvaged then, so the sooner the better."""
        return self._room.damaged

    def close(self) -> None:
        """Close the file and give the folder free."""
        self._room.close()

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def subscribe(self, callback: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `callback` after each commit that changed something, in the thread that wrote.

        Returns what ends it. The callback must not wait.
        """
        return self._room.subscribe(callback)

    def new_id(self) -> str:
        """A new id (UUIDv7)."""
        return self._room.new_id()

    def writer(self) -> Db:
        """The writing connection itself, for a tool that fills a cache which nobody else uses."""
        return self._room.db

    # -- who ---------------------------------------------------------------------------------------

    @property
    def identity(self) -> Identity | None:
        """Who this cache belongs to; None before the first sign-in."""
        return self._room.identity

    def set_identity(self, identity: Identity) -> None:
        """Keep who this cache belongs to, also outside the database file."""
        self._write(lambda work: offers.set_identity(work, identity))

    @property
    def actor(self) -> Actor | None:
        """The signed-in account as the rules of core want it, with the operations that it is a
        member of as far as this cache knows; None before the first sign-in, and for a role that
        this version does not know."""
        who = self.identity
        if who is None or who.role not in ROLES:
            return None
        with self._reading() as db:
            return fenced.actor(db, who)

    def note(self, name: str) -> str | None:
        """A small secret or fact that was kept under this name."""
        with self._reading() as db:
            return note(db, f"note:{name}")

    def set_note(self, name: str, value: str | None) -> None:
        """Keep a small secret or fact; None forgets it."""
        self._write(lambda work: set_note(work.db, f"note:{name}", value))

    # -- writing -----------------------------------------------------------------------------------

    def create(
        self,
        type: str,
        fields: Mapping[str, Any],
        *,
        stream: str = "national",
        id: str | None = None,
        draft: str | None = None,
    ) -> str:
        """Make a record of Python values; returns its id. `draft` is dropped with it.

        A report gets its number, and now as time of receipt and entry when these are not given; an
        incident gets its number. Raises FieldError, NoIdentity, DiskFull.
        """
        return self._write(lambda work: saving.create(work, type, fields, stream, id, draft))

    def save(
        self, stream: str, changes: Sequence[Change], *, draft: str | None = None,
        corrects: str = "",
    ) -> str:  # fmt: skip
        """Save changes (wire values) as one changeset; returns its id.

        What is made anew while it is here only fills what is blank; "" when nothing was left to
        change. Raises KeyError for an edit of what is not here.
        """
        return self._write(
            lambda work: saving.save(work, stream, changes, draft=draft, corrects=corrects)
        )

    def save_parts(self, stream: str, parts: Sequence[Sequence[Change]]) -> tuple[str, ...]:
        """As `save`, for several changesets in one transaction: a long list is written in fewer
        turns, since each turn writes pages of the indexes anew."""
        return self._write(
            lambda work: tuple(made for p in parts if (made := saving.save(work, stream, p)))
        )

    def edit(
        self,
        type: str,
        id: str,
        fields: Mapping[str, Any],
        *,
        shown: Mapping[str, Json] | None = None,
        draft: str | None = None,
    ) -> str | None:
        """Change fields (Python values); returns the changeset, None when nothing changed.

        `shown` are the wire values that the form showed when it was opened; what it leaves out,
        and all without it, is what is seen now. Raises KeyError, FieldError, NoIdentity, DiskFull.
        """
        return self._write(lambda work: saving.edit(work, type, id, fields, shown, draft))

    def edit_many(
        self, type: str, ids: Sequence[str], fields: Mapping[str, Any]
    ) -> tuple[str, ...]:
        """Change the same fields of several records: one transaction, a changeset each."""
        return self._write(lambda work: saving.edit_many(work, type, ids, fields))

    def remove(self, type: str, id: str) -> str:
        """Remove a record; returns the changeset. An edit made meanwhile elsewhere keeps it."""
        return self._write(lambda work: saving.remove(work, type, id))

    def undo(self, changesets: Sequence[str]) -> tuple[str, ...]:
        """Put back what own changesets changed, by new changesets; returns these.

        What somebody changed since stays. Raises KeyError for a changeset that is not here.
        """
        return self._write(lambda work: saving.undo(work, changesets))

    def settle(self, conflict_id: str, value: Any) -> str:
        """Settle a conflict with a value of its field (Python or wire); returns the changeset."""
        return self._write(lambda work: saving.settle(work, conflict_id, value))

    def discard(self, changeset_id: str) -> None:
        """Give a refused changeset up. Raises KeyError unless it is refused."""
        self._write(lambda work: saving.discard(work, changeset_id))

    def retry(self, changeset_id: str, fields: Mapping[str, Any] | None = None) -> str:
        """Correct a refused changeset: the same with these Python values, as a new changeset.

        Raises KeyError unless it is refused and what it changes is here, FieldError.
        """
        return self._write(lambda work: saving.retry(work, changeset_id, fields or {}))

    def mark_read(self, type: str, ids: Sequence[str], read: bool = True) -> None:
        """Note what this officer has read; the hub does not hear of it."""
        self._write(lambda work: saving.mark_read(work, type, ids, read))

    # -- reading -----------------------------------------------------------------------------------

    def get(self, type: str, id: str) -> Record | None:
        """The record as the officer sees it, own pending changes included; None: not here."""
        with self._reading() as db:
            row = facts.get(db, type, id)
        return None if row is None else facts.record_of(row)

    def values(self, type: str, id: str) -> dict[str, Json] | None:
        """The same as wire values."""
        with self._reading() as db:
            row = facts.get(db, type, id)
        return None if row is None else row.values

    def all(
        self, type: str, *, limit: int | None = None, stream: str | None = None, **equal: Any
    ) -> list[Record]:
        """Records that are not removed, newest first; `equal` fields have these Python values."""
        with self._reading() as db:
            return facts.every(db, type, limit, stream, equal)

    def page(
        self, query: ReportQuery, after: int | None = None, limit: int = 100,
        backwards: bool = False,
    ) -> Page:  # fmt: skip
        """A part of a list, newest first, from the line at place `after` on."""
        with self._reading() as db:
            return reading.page(db, query, after, limit, backwards)

    def count(self, query: ReportQuery, most: int = 0) -> Count:
        """How many reports a query finds; `most` above 0: count no further.

        An exact count of very many is made in parts, so that who waits for a page need not wait
        for all of it.
        """
        if most:
            with self._reading() as db:
                return reading.count(db, query, most)
        number, after = 0, None
        while True:
            with self._reading() as db:
                more, after = reading.count_from(db, query, after, COUNTED_AT_ONCE)
            number += more
            if after is None:
                return Count(number, True)

    def search(self, text: str, limit: int = 50, type: str = "report") -> tuple[Hit, ...]:
        """Records in which every word of `text` occurs, newest first, with matches marked."""
        with self._reading() as db:
            return reading.search(db, text, limit, type)

    def per_hour(self, query: ReportQuery, since: int, until: int) -> tuple[HourCount, ...]:
        """Reports an hour and discipline, `since` <= received < `until` (ms since 1970)."""
        with self._reading() as db:
            return reading.per_hour(db, query, since, until)

    def similar(self, values: Mapping[str, Any], limit: int = 5) -> tuple[ReportLine, ...]:
        """Reports that look like these values: same place, hour, words."""
        with self._reading() as db:
            return similar.similar(db, values, limit)

    def candidates(
        self, stream: str, typed: Mapping[str, str], limit: int = 12
    ) -> tuple[Candidate, ...]:
        """Persons and lines of lists of an operation that may be who was typed, likest first:
        fields of a person, and "any" for letters of a name, a seat, a number (`store.candidates`).
        """
        from kcr2desk.store import candidates  # late: it compares names, which few desks do

        with self._reading() as db:
            return candidates.candidates(db, stream, typed, limit)

    def lines(self, ids: Iterable[str]) -> tuple[ReportLine, ...]:
        """The rows of these reports anew, newest first."""
        with self._reading() as db:
            return reading.lines(db, ids)

    def thread(self, report_id: str) -> tuple[ReportLine, ...]:
        """Reports of the same thread, that it follows, and that follow it."""
        with self._reading() as db:
            return reading.thread(db, report_id)

    def history(self, type: str, id: str) -> tuple[HistoryLine, ...]:
        """Who changed what, newest first: own pending changes, then entries that are kept here."""
        with self._reading() as db:
            return history.history(db, type, id)

    def pending(self) -> tuple[Pending, ...]:
        """Own changesets that the hub has not confirmed, oldest first."""
        with self._reading() as db:
            return outbox.pending(db)

    def unconfirmed(self) -> frozenset[tuple[str, str]]:
        """(type, id) of the records that own changes lie over which the hub did not confirm."""
        with self._reading() as db:
            return frozenset(overlay.lying_records(db))

    def attention(self) -> Attention:
        """Refused changesets and open conflicts."""
        with self._reading() as db:
            return Attention(outbox.refusals(db), facts.conflicts(db))

    def conflicts(self, about: str | None = None) -> tuple[Conflict, ...]:
        """Open conflicts, of one record or all."""
        with self._reading() as db:
            return facts.conflicts(db, about)

    def facts(self) -> StoreFacts:
        """What waits and what wants a person, in numbers."""
        state = self.state
        with self._reading() as db:
            return facts.facts(db, state.loading is not None or bool(state.wanted))

    # -- drafts ------------------------------------------------------------------------------------

    def keep_draft(self, draft: Draft) -> None:
        """Keep a half-filled form as it is now."""
        self._write(lambda work: drafts.keep(work, draft))

    def drafts(self, type: str | None = None) -> tuple[Draft, ...]:
        """Half-filled forms, the newest first."""
        with self._reading() as db:
            return drafts.every(db, type)

    def draft(self, id: str) -> Draft | None:
        """One half-filled form."""
        with self._reading() as db:
            return drafts.get(db, id)

    def drop_draft(self, id: str) -> None:
        """Forget a half-filled form."""
        self._write(lambda work: drafts.drop(work, id))

    # -- attachments -------------------------------------------------------------------------------

    def attach(
        self, about_type: str, about: str, name: str, media_type: str, data: bytes | Path
    ) -> str:
        """Attach a file of at most 100 MB; returns the attachment's id.

        Its bytes are written first, a piece a transaction; then all at once it is there. Raises
        TooLarge, KeyError when what it belongs to is not here, OSError for an unreadable file.
        """
        with self._reading() as db:
            row = facts.get(db, about_type, about)
        if row is None:
            raise KeyError(about)
        digest, size = self._put_pieces(data)
        fields = {
            "about": about, "about_type": about_type, "name": name, "media_type": media_type,
            "size": size, "digest": digest,
        }  # fmt: skip

        def whole(work: Work) -> str:
            attachments.complete(work, row.stream, digest, size)
            return saving.create(work, "attachment", fields, row.stream, None, None)

        return self._write(whole)

    def put_file(self, stream: str, data: bytes | Path) -> str:
        """Keep and send bytes that an attachment names or will name; returns their digest."""
        digest, size = self._put_pieces(data)
        self._write(lambda work: attachments.complete(work, stream, digest, size))
        return digest

    def _put_pieces(self, data: bytes | Path) -> tuple[str, int]:
        digest, size = attachments.measure(data)
        took = attachments.new_digest()
        for n, part in enumerate(attachments.cut(data)):
            took.update(part)
            self._write(lambda w, n=n, part=part: attachments.put_making(w, digest, size, n, part))  # type: ignore[misc]
        if took.hexdigest() != digest:
            raise OSError(f"{data!r} was changed while it was read")
        return digest, size

    def file(self, digest: str) -> bytes | None:
        """All bytes of a file, None while it is not whole here."""
        if self.file_state(digest) != "here":
            return None
        return b"".join(self.open_file(digest))

    def open_file(self, digest: str) -> Iterator[bytes]:
        """The pieces of a whole file. Raises KeyError when it is not here."""
        with self._reading() as db:
            count = attachments.count(db, digest)
        if not count:
            raise KeyError(digest)
        for n in range(count):
            yield self.piece(digest, n)

    def file_state(self, digest: str) -> str:
        """ "here", "wanted", "partly" or "" (nobody asked for it)."""
        with self._reading() as db:
            return attachments.state_of(db, digest)

    def want_file(self, digest: str) -> None:
        """Fetch a file that an attachment names. Raises KeyError when none does."""
        self._write(lambda work: attachments.want(work, digest))

    def want_recent_files(self) -> bool:
        """Fetch the small files of reports of the last days too; True when that asked for more."""
        return self._write(attachments.want_recent, person=False)

    def piece(self, digest: str, n: int) -> bytes:
        """One piece of a file. Raises KeyError when it is not here."""
        with self._reading() as db:
            return attachments.piece(db, digest, n)

    def files_to_send(self) -> tuple[FileToSend, ...]:
        """Files that the hub does not have whole."""
        with self._reading() as db:
            return attachments.to_send(db)

    def note_sent(self, stream: str, digest: str, pieces: int) -> None:
        """The hub has the first `pieces` pieces of a file."""
        self._write(lambda work: attachments.note_sent(work, stream, digest, pieces))

    def files_wanted(self) -> tuple[FileWanted, ...]:
        """Files that are to be fetched."""
        with self._reading() as db:
            return attachments.wanted(db)

    def put_piece(self, digest: str, n: int, data: bytes) -> None:
        """Keep a fetched piece. Bytes that are not what their digest says are thrown away."""
        self._write(lambda work: attachments.put_piece(work, digest, n, data), person=False)

    # -- sync --------------------------------------------------------------------------------------

    @property
    def state(self) -> SyncState:
        """How far sync is."""
        return self._room.state

    def batch(self, limit: int = 500, max_bytes: int = 1 << 20, skip: int = 0) -> Batch | None:
        """The next changesets to push, oldest first; None when none is due. `skip` of them are
        under way already."""
        now = self._room.clock()
        with self._reading() as db:
            return outbox.batch(db, now, limit, max_bytes, skip)

    def awaited(self) -> tuple[str, ...]:
        """Streams that are not followed (yet) and in which the hub confirmed own changes."""
        followed = self.state.cursors
        with self._reading() as db:
            return tuple(s for s in outbox.confirmed_streams(db) if s not in followed)

    def carry_out(self, state: SyncState, steps: Sequence[Step]) -> None:
        """Do what the engine ruled and keep its new state, in one transaction.

        Raises MissingRecord when an entry changes what is not here, and then nothing was done.
        """
        self._room.carry_out(
            lambda work, before: apply.carry_out(work, before, state, steps), state
        )

    def next_offer(self, limit: int) -> Offer | None:
        """The next entries of a lost history to offer to a restored hub."""
        with self._reading() as db:
            if not offers.any_left(db):
                return None
        return self._write(lambda work: offers.upcoming(work, limit), person=False)

    def offered(self, stream: str, upto_seq: int) -> None:
        """The hub answered an offer up to this entry."""
        self._write(lambda work: offers.answered(work, stream, upto_seq), person=False)

    def number_blocks(self) -> tuple[NumberBlock, ...]:
        """Leased numbers that are left."""
        with self._reading() as db:
            return numbers.blocks(db)

    def put_block(self, block: NumberBlock) -> None:
        """Keep a leased block of numbers."""
        self._write(lambda work: numbers.put_block(work, block))

    def numbers_wanted(self) -> tuple[tuple[str, str, str], ...]:
        """(stream, letter, month) of which too few numbers are left."""
        state, now = self.state, self._room.clock()
        streams = tuple(dict.fromkeys((*state.cursors, *state.grants)))
        who = self.actor
        with self._reading() as db:
            return numbers.wanted(db, now, who, streams)

    def purge_old(self) -> None:
        """Forget entries and settled changesets older than 30 days, but entries of open
        incidents; to be called once a day."""
        self._room.purge_old(self._forget)

    @staticmethod
    def _forget(work: Work) -> None:
        who = work.identity
        mine = {} if who is None else fenced.actor(work.db, who).operations
        forgetting.forget_old(work, mine)
        for stream in fenced.never_back(work):
            fenced.leave(work, stream)
            loading.drop(work, stream)

    # -- inside ------------------------------------------------------------------------------------

    def _write(self, do: Callable[[Work], T], *, person: bool = True) -> T:
        return self._room.write(do, person=person)

    def _reading(self) -> contextlib.AbstractContextManager[Db]:
        return self._room.reading()
