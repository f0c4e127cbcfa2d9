"""Save what can be saved of a damaged cache: unsent work first, from the file and its journal."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from kcr2desk.core.changes import Changeset
from kcr2desk.core.engine import SyncState
from kcr2desk.store import attachments, journal, loading, numbers, offers, outbox
from kcr2desk.store.identity import to_text
from kcr2desk.store.opening import CACHE, connect
from kcr2desk.store.outbox import records_touched
from kcr2desk.store.rows import Db
from kcr2desk.store.work import note, set_note
from kcr2desk.wire import decode, encode

COPIED = ("meta", "draft", "block", "blob", "piece", "outbox", "seen_checkpoint")
"""Local tables that are worth carrying over; entries and records come from the hub again."""


def set_aside(folder: Path, now: int) -> Path:
    """Rename a damaged cache, with what belongs to it, so that work goes on beside it."""
    aside = folder / f"{CACHE}.damaged-{now}"
    for end in ("-wal", "-shm", ""):
        part = folder / f"{CACHE}{end}"
        if part.exists():
            part.rename(folder / f"{aside.name}{end}")
    return aside


def left_aside(folder: Path) -> Path | None:
    """The damaged file that was set aside last, unless all was saved from it."""
    aside = sorted(
        path
        for path in folder.glob(f"{CACHE}.damaged-*")
        if path.suffix.removeprefix(".damaged-").isdigit()
    )
    return aside[-1] if aside and not _saved_mark(aside[-1]).exists() else None


def mark_saved(aside: Path) -> None:
    """All that could be saved from this file was saved."""
    _saved_mark(aside).touch()


def _saved_mark(aside: Path) -> Path:
    return aside.with_name(f"{aside.name}.saved")


def into(db: Db, aside: Path | None, key: bytes, told: journal.Told | None) -> int:
    """Fill the local tables of a new cache from a damaged one and the journal.

    Returns how many changesets that the hub had not confirmed were saved.
    """
    if aside is not None:
        for table in COPIED:
            _copy(db, table, _rows_of(aside, key, table))
    attachments.want_what_is_not_whole(db)
    for n, body in db.execute("SELECT n, body FROM outbox").fetchall():
        _note_records(db, n, decode(Changeset, body))
    if told is not None:
        _from_journal(db, told)
    _note_state(db)
    set_note(db, loading.RELAY, "1")
    waiting = (*outbox.WAITING, "refused")
    return int(
        db.execute(
            f"SELECT count(*) FROM outbox WHERE state IN {outbox.marks(waiting)}"
        ).fetchone()[0]
    )


def _rows_of(aside: Path, key: bytes, table: str) -> Iterator[tuple[list[str], Any]]:
    """The rows that can be read: from the front to the damage, then from the back to it."""
    seen: set[int] = set()
    for order in ("ASC", "DESC"):
        try:
            source = connect(aside, key, reading=True)
        except Exception:  # whatever it is: the journal has the unsent work
            return
        try:
            order_by = "rowid" if _has_rowid(source, table) else "1"
            cursor = source.execute(f"SELECT * FROM {table} ORDER BY {order_by} {order}")
            names = [column[0] for column in cursor.description]
            for got in cursor:
                mark = hash(got)
                if mark in seen:
                    break
                seen.add(mark)
                yield names, got
        except (sqlcipher.Error, MemoryError, OverflowError):
            pass  # here is the damage
        finally:
            source.close()


def _has_rowid(source: Db, table: str) -> bool:
    found = source.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    return found is not None and "WITHOUT ROWID" not in found[0]


def _copy(db: Db, table: str, found: Iterator[tuple[list[str], Any]]) -> None:
    ours = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")}
    with contextlib.closing(found):  # type: ignore[type-var]
        for names, got in found:
            if table == "meta" and got[0] in ("records", "indexes", "searched_from", "search_tidy"):
                continue  # these tell of the other file
            both = [(name, value) for name, value in zip(names, got, strict=True) if name in ours]
            columns = ",".join(name for name, _ in both)
            marks = ",".join("?" * len(both))
            db.execute(
                f"INSERT OR IGNORE INTO {table}({columns}) VALUES ({marks})",
                [value for _, value in both],
            )


def _note_records(db: Db, n: int, changeset: Changeset) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO outbox_record VALUES (?,?)",
        [(record, n) for record in records_touched(changeset)],
    )


def _from_journal(db: Db, told: journal.Told) -> None:
    """What the journal has and the file had not any more is queued: the hub knows it by its id
    should it have it already."""
    if told.identity is not None and note(db, offers.IDENTITY) is None:
        set_note(db, offers.IDENTITY, to_text(told.identity))
    for each in told.queued.values():
        changeset = each.changeset
        cursor = db.execute(
            "INSERT OR IGNORE INTO outbox(id, stream, device, device_seq, made_at, body, previous,"
            " link, state, seq, reason, fields, behind, again_at, settled_at)"
            " VALUES (?,?,?,?,?,?,?,?,'queued',0,'','[]','',0,0)",
            (
                changeset.id, changeset.stream, changeset.device, changeset.device_seq,
                changeset.made_at, each.body, each.previous, each.link,
            ),
        )  # fmt: skip
        if cursor.rowcount > 0:
            _note_records(db, cursor.lastrowid, changeset)
    for name, value in told.notes.items():
        if name.startswith(numbers.COUNT):
            set_note(db, name, str(max(int(value), int(note(db, name) or 0))))
        else:
            db.execute("INSERT OR IGNORE INTO meta VALUES (?,?)", (name, value))
    changes = [change for each in told.queued.values() for change in each.changeset.changes]
    numbers.note_used(db, [str(change.fields.get("number", "")) for change in changes])
    _in_order(db)


def _in_order(db: Db) -> None:
    """Number the queue as it was made, whatever of it came from where."""
    found = db.execute("SELECT n, device, device_seq FROM outbox ORDER BY n").fetchall()
    order = sorted(found, key=lambda got: got[0])
    by_device: dict[str, list[int]] = {}
    for _, device, seq in order:
        by_device.setdefault(device, []).append(seq)
    if all(seqs == sorted(seqs) for seqs in by_device.values()):
        return
    devices = list(by_device)
    wanted = sorted(found, key=lambda got: (devices.index(got[1]), got[2]))
    top = max(n for n, _, _ in found)
    for new, (old, _, _) in enumerate(wanted, top + 1):
        db.execute("UPDATE outbox SET n = ? WHERE n = ?", (new, old))
        db.execute("UPDATE outbox_record SET n = ? WHERE n = ?", (new, old))
    db.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'outbox'", (top + len(wanted),))


def _note_state(db: Db) -> None:
    """Every stream has to be loaded anew; and since we may have missed a restore of the hub, all
    that is held is offered after that."""
    known = note(db, loading.STATE)
    state = decode(SyncState, known.encode()) if known else SyncState(offer=True)
    wanted = tuple(dict.fromkeys((*state.wanted, *state.cursors)))
    state = SyncState(
        state.epoch, {}, state.checkpoints, {}, wanted, None, offer=True,
        generation=state.generation,
    )  # fmt: skip
    set_note(db, loading.STATE, encode(state).decode())
