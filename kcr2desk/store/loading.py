"""A stream that is loaded anew: generations, indexes and search text after the rows."""

from __future__ import annotations

import json
from dataclasses import replace

from kcr2desk.core.changes import Snapshot
from kcr2desk.core.engine import Load, SyncState
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.store import attachments, overlay, pages, purging, rows
from kcr2desk.store.rows import NOWHERE, Db, Row
from kcr2desk.store.saving import Key, relay
from kcr2desk.store.work import Work, note, set_note
from kcr2desk.wire import decode, encode

INDEXES = "indexes"
"""The note with the statements that make the indexes that were dropped for a load."""

SEARCHED_FROM = "searched_from"
"""The note with the place before which reports are not in the search index yet."""

STATE = "state"
"""The note that holds the SyncState."""

RELAY = "relay"
"""The note that says: the rows were made anew, and pending changes do not lie over them yet."""

UNREAD = "unread:"
"""The start of a note: what was unread in a stream when its rows were thrown away."""

LOADED = "loaded:"
"""The start of a note: this stream was loaded whole at least once."""

SEARCH_CHUNK = 4000  # reports that are made searchable in one transaction
TIDIED_PAGES = 300  # of the search index that are put in order in one transaction; some 20 ms

TIDY = "search_tidy"
"""The note that the search index was built in many parts which are to be put together yet."""


def load(work: Work, step: Load, restored: bool) -> list[Key]:
    """Write records of a snapshot as a generation. With the last page older generations go;
    returns the (type, id) of what went with them. Where the hub was `restored`, what it lost comes
    back by being offered, and the bytes of files wait for that.

    Of what is new here nothing is unread after the first load of a stream but what is urgent and
    open; at a later load (the desk was away too long) all that is new is unread.
    """
    db = work.db
    if step.first and not _anything(db, "report"):
        _drop_indexes(work, step.generation)
    before = note(db, LOADED + step.stream) is not None
    unread = set(json.loads(note(db, UNREAD + step.stream) or "[]"))
    by_type: dict[str, list[Snapshot]] = {}
    for record in step.records:
        if record.type in RECORD_TYPES:
            by_type.setdefault(record.type, []).append(record)
    lying = overlay.lying_over(db, [record.id for record in step.records])
    for type_name, records in by_type.items():
        here = rows.load(db, type_name, [record.id for record in records])
        written = []
        for record in records:
            base = rows.whole(type_name, record.values)
            row = here.get(record.id)
            if row is None:
                row = Row(type_name, record.id, step.stream, 0, 0, base)
                if type_name == "report":
                    row.unread = before or rows.urgent_open(base) or record.id in unread
            row.revision, row.generation = record.revision, step.generation
            overlay.lay(row, base, lying.get(record.id, ()))
            written.append(row)
        rows.write(db, written, work.searched_from)
        work.tell(type_name, None)
    return _finish(work, step, restored) if step.done else []


def _anything(db: Db, type_name: str) -> bool:
    return db.execute(f"SELECT 1 FROM {type_name} LIMIT 1").fetchone() is not None


def _drop_indexes(work: Work, generation: int) -> None:
    """Nothing is here yet: indexes and search text are made after the load."""
    if note(work.db, INDEXES) is None:
        found = work.db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        ours = [(name, sql) for name, sql in found if name.split("_")[0] in RECORD_TYPES]
        for name, _ in ours:
            work.db.execute(f"DROP INDEX {name}")
        set_note(work.db, INDEXES, json.dumps([generation, [sql for _, sql in ours]]))
    work.searched_from = NOWHERE
    set_note(work.db, SEARCHED_FROM, str(NOWHERE))


def _search_anew(work: Work) -> None:
    """Empty the search index, to be built again: quicker than to take many reports out of it."""
    work.db.execute("INSERT INTO report_search(report_search) VALUES ('delete-all')")
    work.searched_from = NOWHERE
    set_note(work.db, SEARCHED_FROM, str(NOWHERE))


def make_indexes(work: Work) -> int:
    """Make the indexes that were dropped for a load; returns its generation, 0 for none."""
    dropped = note(work.db, INDEXES)
    if dropped is None:
        return 0
    generation, statements = json.loads(dropped)
    for statement in statements:
        work.db.execute(statement)
    set_note(work.db, INDEXES, None)
    return int(generation)


def _finish(work: Work, step: Load, restored: bool) -> list[Key]:
    """The load is complete: what only older generations have is gone at the hub."""
    db, stream = work.db, step.stream
    left: list[Key] = []
    # without a report here nothing older of that type can be; of other types there can
    made_anew = {"report"} if make_indexes(work) == step.generation else set()
    gone_attachments: list[Row] = []
    for type_name in [name for name in RECORD_TYPES if name not in made_anew]:
        old = [
            record
            for (record,) in db.execute(
                f"SELECT id FROM {type_name} WHERE stream = ? AND generation < ?"
                " AND ifnull(shadow, '{}') != ''",
                (stream, step.generation),
            )
        ]
        found = list(rows.load(db, type_name, old).values())
        lying = overlay.lying_over(db, old)
        kept: list[Row] = []
        gone: list[Row] = []
        for row in found:
            (kept if overlay.lay(row, None, lying.get(row.id, ())) else gone).append(row)
        rows.delete(db, gone, work.searched_from)
        left += [(type_name, row.id) for row in gone]
        rows.write(db, kept, work.searched_from)
        if found:
            work.tell(type_name, None)
        if type_name == "attachment":
            gone_attachments = gone
    relay(work, overlay.lying_records(db, stream))
    if not (restored and attachments.may_send(work, stream)):
        attachments.forget_unused(work, gone_attachments)
    set_note(db, LOADED + stream, "1")
    set_note(db, UNREAD + stream, None)
    return left


def build_search(work: Work) -> bool:
    """Make the next reports searchable, newest first, then put the search index in order.

    False when nothing is left to do."""
    bound = work.searched_from
    if not bound:
        return _tidy_search(work.db)
    select = rows.shape("report").select
    found = work.db.execute(
        f"{select} WHERE at < ? ORDER BY at DESC LIMIT ?", (bound, SEARCH_CHUNK)
    ).fetchall()
    found.reverse()
    part = [rows.from_sql("report", got) for got in found]
    rows.index_anew(work.db, part)
    work.searched_from = part[0].place if len(part) == SEARCH_CHUNK else 0
    left = work.searched_from > 0
    set_note(work.db, SEARCHED_FROM, str(work.searched_from) if left else None)
    in_parts = not left and bound != NOWHERE
    if in_parts:
        set_note(work.db, TIDY, "begin")
    if part:
        work.tell("report", None)
    return left or in_parts


def _tidy_search(db: Db) -> bool:
    """Put parts of the search index together. FTS5 does so by itself when there are sixteen, but
    all at once: a save that happens to be the one would wait for two seconds."""
    state = note(db, TIDY)
    if state is None:
        return False
    pages = -TIDIED_PAGES if state == "begin" else TIDIED_PAGES  # below 0: all parts are one level
    before = db.total_changes
    db.execute("INSERT INTO report_search(report_search, rank) VALUES ('merge', ?)", (pages,))
    left: bool = db.total_changes - before >= 2  # the insert itself counts as one
    set_note(db, TIDY, "go on" if left else None)
    return left


def drop(work: Work, stream: str) -> None:
    """A stream that is no longer granted leaves the cache. Unsent work stays in the outbox."""
    from kcr2desk.store import person_keys  # imported late, as in `rows`

    db = work.db
    make_indexes(work)
    for type_name in RECORD_TYPES:
        if type_name == "report":
            _search_anew(work)
            mine = "(SELECT id FROM report WHERE stream = ?)"
            db.execute(f"DELETE FROM follow WHERE source IN {mine}", (stream,))
        if db.execute(f"DELETE FROM {type_name} WHERE stream = ?", (stream,)).rowcount:
            work.tell(type_name, None)
    person_keys.drop(db, stream)
    for lost in (False, True):
        pages.drop(db, [page.n for page in pages.of_stream(db, stream, lost=lost)])
    db.execute("DELETE FROM offer WHERE stream = ?", (stream,))
    db.execute("DELETE FROM seen_checkpoint WHERE stream = ?", (stream,))
    attachments.drop_stream(work, stream)
    set_note(db, LOADED + stream, None)
    set_note(db, purging.ERASED + stream, None)
    work.tell("")


def throw_away(db: Db) -> None:
    """Before rows of an older version are thrown away: note what is unread, and that every
    stream has to be loaded anew."""
    known = note(db, STATE)
    if known is not None:
        state = decode(SyncState, known.encode())
        wanted = tuple(dict.fromkeys((*state.wanted, *state.cursors)))
        state = replace(state, wanted=wanted, loading=None)
        set_note(db, STATE, encode(state).decode())
    set_note(db, RELAY, "1")
    _note_unread(db)


def lay_all(work: Work) -> None:
    """Show own pending changes in a file whose rows were made anew."""
    relay(work, overlay.lying_records(work.db))
    set_note(work.db, RELAY, None)


def _note_unread(db: Db) -> None:
    if not db.execute("SELECT 1 FROM pragma_table_info('report') WHERE name = 'unread'").fetchone():
        return
    by_stream: dict[str, list[str]] = {}
    for stream, record in db.execute("SELECT stream, id FROM report WHERE unread = 1"):
        by_stream.setdefault(stream, []).append(record)
    for stream, records in by_stream.items():
        set_note(db, UNREAD + stream, json.dumps(records))
    db.execute(f"DELETE FROM meta WHERE name LIKE '{LOADED}%'")
