"""Pulled entries, kept as they came: a compressed page each, and which records a page touches.

They are the history that is read offline, and what is offered to a hub that lost it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kcr2desk.core.chain import entry_hash, leaf_hash, redacted_hash
from kcr2desk.core.changes import Entry, How, Leaf, Redacted
from kcr2desk.core.redact import redact_purged, visible_changes
from kcr2desk.store.rows import Db, chunks
from kcr2desk.wire import decode, encode_lines

Logged = Entry | Redacted


@dataclass(frozen=True, slots=True)
class Page:
    """Entries `first` to `last` of a stream; `previous` is the chain's hash before them, `hash`
    the one after. `lost`: of a history that the hub lost."""

    n: int
    stream: str
    first: int
    last: int
    previous: str
    hash: str
    lost: bool


def put(
    db: Db, stream: str, entries: Sequence[Logged], body: bytes, previous: str, last_hash: str,
    records: Iterable[str], pulled_at: int, lost: bool = False,
) -> None:  # fmt: skip
    """Keep a page of entries that touch these records; `body` are the entries `packed`.

    Its age counts from the newest entry, or from `pulled_at` when all of them are withheld.
    """
    cursor = db.execute(
        "INSERT INTO entry_page(stream, first, last, previous, hash, logged_at, lost, body)"
        " VALUES (?,?,?,?,?,?,?,?)",
        (
            stream, entries[0].seq, entries[-1].seq, previous, last_hash,
            max(entry.logged_at for entry in entries) or pulled_at, int(lost), body,
        ),
    )  # fmt: skip
    n = cursor.lastrowid
    db.executemany("INSERT INTO touch VALUES (?,?)", [(record, n) for record in records])


def packed(entries: Sequence[Logged]) -> bytes:
    """Entries as a page holds them."""
    return zlib.compress(encode_lines(entries), 1)


def read(db: Db, n: int, about: str | None = None) -> Iterator[Logged]:
    """The entries of a page, or only those in which `about` (a record's id) occurs."""
    body = db.execute("SELECT body FROM entry_page WHERE n = ?", (n,)).fetchone()[0]
    sign = None if about is None else about.encode()
    for line in zlib.decompress(body).split(b"\n")[:-1]:
        if sign is None or sign in line:
            yield decode(Redacted, line[1:]) if line[:1] == b"~" else decode(Entry, line)


def touching(db: Db, record: str) -> list[Page]:
    """The pages in which a record occurs, the newest first."""
    return _pages(
        db, "n IN (SELECT page FROM touch WHERE record = ?) ORDER BY lost, last DESC", record
    )


def of_stream(db: Db, stream: str, *, lost: bool) -> list[Page]:
    """The pages of a stream, in the order of its chain."""
    return _pages(db, f"stream = ? AND lost = {int(lost)} ORDER BY first", stream)


def _pages(db: Db, where: str, value: str) -> list[Page]:
    found = db.execute(
        f"SELECT n, stream, first, last, previous, hash, lost FROM entry_page WHERE {where}",
        (value,),
    )
    return [Page(n, s, a, b, p, h, bool(lost)) for n, s, a, b, p, h, lost in found]


def hash_at(db: Db, page: Page, seq: int) -> str:
    """The chain's hash after entry `seq` of this page, or before it (`first - 1`)."""
    if seq == page.last:
        return page.hash
    at = page.previous
    for entry in read(db, page.n):
        if entry.seq > seq:
            break
        at = link_after(at, entry)
    return at


def link_after(previous: str, entry: Logged) -> str:
    """The chain's hash after an entry."""
    if isinstance(entry, Entry):
        return entry_hash(previous, entry)
    return redacted_hash(previous, entry)


def split(db: Db, page: Page, after: int, now: int) -> None:
    """Make two pages of one: entries up to `after`, and those behind it."""
    entries = list(read(db, page.n))
    middle = hash_at(db, page, after)
    drop(db, [page.n])
    for part, previous, last in (
        ([e for e in entries if e.seq <= after], page.previous, middle),
        ([e for e in entries if e.seq > after], middle, page.hash),
    ):
        records = {c.id: None for e in part for c, _ in visible_changes(e)}
        put(db, page.stream, part, packed(part), previous, last, records, now, page.lost)


def drop(db: Db, numbers: Sequence[int]) -> None:
    """Forget pages."""
    gone = set(numbers)
    for part in chunks(list(gone)):
        marks = ",".join("?" * len(part))
        db.execute(f"DELETE FROM touch WHERE page IN ({marks})", part)
        db.execute(f"DELETE FROM entry_page WHERE n IN ({marks})", part)


def forget_old(db: Db, before: int) -> None:
    """Forget pages older than `before` (ms), but those that tell of an open incident."""
    old = [
        n
        for (n,) in db.execute(
            "SELECT n FROM entry_page WHERE logged_at < ? AND n NOT IN (SELECT page FROM touch"
            " WHERE record IN (SELECT id FROM incident WHERE status = 'open' UNION SELECT r.id"
            " FROM report r JOIN incident i ON i.id = r.incident WHERE i.status = 'open'))",
            (before,),
        )
    ]
    drop(db, old)
    db.execute(
        "DELETE FROM seen_checkpoint WHERE seen_at < ? AND seq < (SELECT max(o.seq) FROM"
        " seen_checkpoint o WHERE o.stream = seen_checkpoint.stream)",
        (before,),
    )


def purge(db: Db, fields: Mapping[str, frozenset[str]]) -> None:
    """Empty these fields, by record, in all kept entries; the chain still verifies."""

    def hidden(leaf: Leaf) -> bool:
        return leaf.how is not How.PURGE and leaf.name in fields.get(leaf.id, ())

    numbers = dict[int, None]()
    for part in chunks(list(fields)):
        marks = ",".join("?" * len(part))
        found = db.execute(f"SELECT DISTINCT page FROM touch WHERE record IN ({marks})", part)
        numbers |= dict.fromkeys(n for (n,) in found)
    for n in numbers:
        empty(db, n, hidden)


def empty(db: Db, n: int, hidden: Callable[[Leaf], bool]) -> None:
    """Empty what is `hidden` in one page; the chain still verifies."""
    entries = list(read(db, n))
    told = [_without(entry, hidden) for entry in entries]
    if any(a is not b for a, b in zip(told, entries, strict=True)):
        db.execute("UPDATE entry_page SET body = ? WHERE n = ?", (packed(told), n))


def _without(entry: Logged, hidden: Callable[[Leaf], bool]) -> Logged:
    if isinstance(entry, Redacted):
        items = (*entry.asked, *entry.effects)
        if not any(hidden(item[1]) for item in items if not isinstance(item, str)):
            return entry
        return replace(
            entry, asked=_emptied(entry.asked, hidden), effects=_emptied(entry.effects, hidden)
        )
    asked, effect = entry.changeset.changes, entry.effect.changes
    names = (
        Leaf(index, change.type, change.id, change.how, name, None)
        for changes in (asked, effect)
        for index, change in enumerate(changes)
        for name in change.fields
    )
    return redact_purged(entry, hidden) if any(hidden(leaf) for leaf in names) else entry


def _emptied(
    items: Sequence[str | tuple[str, Leaf]], hidden: Callable[[Leaf], bool]
) -> tuple[str | tuple[str, Leaf], ...]:
    return tuple(
        leaf_hash(bytes.fromhex(item[0]), item[1]).hex()
        if not isinstance(item, str) and hidden(item[1])
        else item
        for item in items
    )
