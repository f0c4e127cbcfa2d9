"""The bytes of attachments, as pieces in the encrypted cache and never as plain files.

A file is named by its SHA-256. `blob` says per stream what is to be done with it; its pieces are
kept once. Pieces are written before the changeset that names them, a few at a time, so that a large
file never keeps the writer from others; what a crash leaves of that goes at the next start. What
the hub had before it was restored is `again`: here, and to be sent unless the hub still has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kcr2desk.core.access import Actor, refusal
from kcr2desk.store.rows import SLOTS, Db, Row
from kcr2desk.store.work import Work
from kcr2desk.wire import BLOB_PIECE, MAX_BLOB

SMALL = 5 << 20  # bytes: files up to this come by themselves
RECENT = 7 * 86_400_000  # milliseconds: with reports received since


@dataclass(frozen=True, slots=True)
class FileToSend:
    """A file that the hub does not have whole: it has the first `sent` pieces."""

    stream: str
    digest: str
    size: int
    sent: int


@dataclass(frozen=True, slots=True)
class FileWanted:
    """A file that is to be fetched: the first `have` pieces are here."""

    stream: str
    digest: str
    have: int
    size: int


class TooLarge(ValueError):
    """A file of more than 100 MB."""


def new_digest() -> hashlib._Hash:
    """What a file's digest is taken with."""
    return hashlib.sha256()


def pieces_of(size: int) -> int:
    """How many pieces a file of `size` bytes has; an empty one has one, so that it arrives."""
    return max(1, -(-size // BLOB_PIECE))


def measure(data: bytes | Path) -> tuple[str, int]:
    """Digest and size of a file. Raises TooLarge or OSError."""
    if isinstance(data, bytes):
        if len(data) > MAX_BLOB:
            raise TooLarge(f"{len(data)} bytes")
        return hashlib.sha256(data).hexdigest(), len(data)
    digest, size = hashlib.sha256(), 0
    for part in cut(data):
        digest.update(part)
        size += len(part)
        if size > MAX_BLOB:
            raise TooLarge(str(data))
    return digest.hexdigest(), size


def cut(data: bytes | Path) -> Iterator[bytes]:
    """The pieces of a file, in order; at least one."""
    if isinstance(data, bytes):
        for start in range(0, len(data) or 1, BLOB_PIECE):
            yield data[start : start + BLOB_PIECE]
        return
    with data.open("rb") as file:
        part = file.read(BLOB_PIECE)
        yield part
        while len(part) == BLOB_PIECE:
            part = file.read(BLOB_PIECE)
            if part:
                yield part


# -- put in --------------------------------------------------------------------------------------


def have(db: Db, digest: str, size: int) -> int:
    """How many of a file's pieces are here, from the first without a gap."""
    found = db.execute("SELECT n FROM piece WHERE digest = ? ORDER BY n", (digest,))
    count = sum(1 for at, (n,) in enumerate(found) if at == n)
    return min(count, pieces_of(size))


def put_making(work: Work, digest: str, size: int, n: int, data: bytes) -> None:
    """Keep a piece of a file that no changeset names yet."""
    work.db.execute(
        "INSERT OR IGNORE INTO blob(stream, digest, size, state, sent) VALUES ('',?,?,'making',0)",
        (digest, size),
    )
    work.db.execute(
        "INSERT OR REPLACE INTO piece(digest, n, bytes) VALUES (?,?,?)", (digest, n, data)
    )


def complete(work: Work, stream: str, digest: str, size: int) -> None:
    """All pieces are here: the file is to be sent, unless the hub has it in this stream."""
    work.db.execute(
        "INSERT INTO blob(stream, digest, size, state, sent) VALUES (?,?,?,'to_send',0)"
        " ON CONFLICT DO UPDATE SET state = CASE state WHEN 'here' THEN 'here' ELSE 'to_send' END",
        (stream, digest, size),
    )
    work.db.execute("DELETE FROM blob WHERE digest = ? AND state = 'making'", (digest,))
    work.db.execute(
        "UPDATE blob SET state = 'here' WHERE digest = ? AND state = 'wanted'", (digest,)
    )
    work.tell("")


def forget_half_made(work: Work) -> None:
    """What a crash left of files that were being put in."""
    work.db.execute("DELETE FROM blob WHERE state = 'making'")
    work.db.execute("DELETE FROM piece WHERE digest NOT IN (SELECT digest FROM blob)")


def want_what_is_not_whole(db: Db) -> None:
    """After a salvage: files of which pieces were lost are fetched, as far as the hub has them."""
    found = db.execute("SELECT rowid, digest, size FROM blob WHERE state != 'wanted'").fetchall()
    for row, digest, size in found:
        if have(db, digest, size) < pieces_of(size):
            db.execute("UPDATE blob SET state = 'wanted', sent = 0 WHERE rowid = ?", (row,))


def forget_unnamed(work: Work) -> None:
    """Files that no attachment names any more go, but those that are still to be sent."""
    work.db.execute(
        "DELETE FROM blob WHERE state IN ('here', 'wanted', 'again') AND digest NOT IN"
        " (SELECT digest FROM attachment)"
    )
    work.db.execute("DELETE FROM piece WHERE digest NOT IN (SELECT digest FROM blob)")


def forget_unused(work: Work, gone: Sequence[Row]) -> None:
    """Attachments left the cache: their bytes go too, unless they still have to be sent or
    another record names them."""
    db = work.db
    for row in gone:
        digest = str(row.values["digest"] or (row.stood or {}).get("digest", ""))
        if db.execute("SELECT 1 FROM attachment WHERE digest = ? LIMIT 1", (digest,)).fetchone():
            continue
        db.execute("DELETE FROM blob WHERE digest = ? AND state != 'to_send'", (digest,))
        if not db.execute("SELECT 1 FROM blob WHERE digest = ?", (digest,)).fetchone():
            db.execute("DELETE FROM piece WHERE digest = ?", (digest,))


def drop_stream(work: Work, stream: str) -> None:
    """A stream left the cache: its files go, but those that are still to be sent."""
    work.db.execute("DELETE FROM blob WHERE stream = ? AND state != 'to_send'", (stream,))
    work.db.execute("DELETE FROM piece WHERE digest NOT IN (SELECT digest FROM blob)")


def may_send(work: Work, stream: str) -> bool:
    """Whether who is signed in here may bring files to a stream at all."""
    me = work.identity
    if me is None:
        return False
    actor = Actor(me.account, me.role, me.organisation)
    return not refusal(actor, stream, "attachment", None)


def send_again(work: Work, stream: str) -> None:
    """The hub was restored: it may have lost files that are whole here, or pieces that it had."""
    if may_send(work, stream):
        work.db.execute(
            "UPDATE blob SET sent = 0, state = CASE state WHEN 'here' THEN 'again' ELSE state END"
            " WHERE stream = ? AND state IN ('here', 'to_send')",
            (stream,),
        )


# -- read ----------------------------------------------------------------------------------------


def state_of(db: Db, digest: str) -> str:
    """ "here", "wanted" (none of it came yet), "partly", or "" for what nobody asked for."""
    found = db.execute(
        "SELECT state, size FROM blob WHERE digest = ? AND state != 'making'"
        " ORDER BY state = 'wanted' LIMIT 1",
        (digest,),
    ).fetchone()
    if found is None:
        return ""
    if found[0] != "wanted":
        return "here"
    return "partly" if have(db, digest, found[1]) else "wanted"


def piece(db: Db, digest: str, n: int) -> bytes:
    """One piece. Raises KeyError when it is not here."""
    found = db.execute("SELECT bytes FROM piece WHERE digest = ? AND n = ?", (digest, n)).fetchone()
    if found is None:
        raise KeyError(f"{digest}/{n}")
    return bytes(found[0])


def count(db: Db, digest: str) -> int:
    """How many pieces a whole file has."""
    size = db.execute("SELECT size FROM blob WHERE digest = ?", (digest,)).fetchone()
    return 0 if size is None else pieces_of(size[0])


# -- send and fetch ------------------------------------------------------------------------------


def to_send(db: Db) -> tuple[FileToSend, ...]:
    """Files that the hub does not have yet, or may have lost; not those of which the attachment was
    refused."""
    found = db.execute(
        "SELECT stream, digest, size, sent FROM blob WHERE state IN ('to_send', 'again')"
        " AND digest IN (SELECT digest FROM attachment) ORDER BY size, digest"
    )
    return tuple(FileToSend(*got) for got in found)


def note_sent(work: Work, stream: str, digest: str, pieces: int) -> None:
    """The hub has the first `pieces` pieces of a file."""
    work.db.execute(
        "UPDATE blob SET sent = ?, state = CASE WHEN ? >= max(1, (size + ?) / ?) THEN 'here'"
        " ELSE state END WHERE stream = ? AND digest = ? AND state IN ('to_send', 'again')",
        (pieces, pieces, BLOB_PIECE - 1, BLOB_PIECE, stream, digest),
    )
    work.tell("")


def want(work: Work, digest: str) -> None:
    """Ask for a file that an attachment names. Raises KeyError when none does."""
    db = work.db
    if db.execute("SELECT 1 FROM blob WHERE digest = ?", (digest,)).fetchone():
        return
    found = db.execute(
        "SELECT stream, size FROM attachment WHERE digest = ? LIMIT 1", (digest,)
    ).fetchone()
    if found is None:
        raise KeyError(digest)
    db.execute(
        "INSERT INTO blob(stream, digest, size, state, sent) VALUES (?,?,?,'wanted',0)",
        (found[0], digest, found[1] or 0),
    )
    work.tell("")


def want_recent(work: Work) -> bool:
    """Ask for the small files of reports of the last days, so that they are here when the line is
    not. True when there were any that nobody asked for yet."""
    since = (work.now - RECENT) * SLOTS
    found = work.db.execute(
        "SELECT DISTINCT a.stream, a.digest, ifnull(a.size, 0) FROM report r"
        " JOIN attachment a ON a.about = r.id WHERE r.at >= ? AND ifnull(a.size, 0) <= ?"
        " AND a.removed = 0 AND a.digest NOT IN (SELECT digest FROM blob)",
        (since, SMALL),
    ).fetchall()
    work.db.executemany(
        "INSERT OR IGNORE INTO blob(stream, digest, size, state, sent) VALUES (?,?,?,'wanted',0)",
        found,
    )
    if found:
        work.tell("")
    return bool(found)


def wanted(db: Db) -> tuple[FileWanted, ...]:
    """Files that are to be fetched."""
    found = db.execute(
        "SELECT stream, digest, size FROM blob WHERE state = 'wanted' ORDER BY size, digest"
    ).fetchall()
    return tuple(FileWanted(s, digest, have(db, digest, size), size) for s, digest, size in found)


def put_piece(work: Work, digest: str, n: int, data: bytes) -> None:
    """Keep a fetched piece. Bytes that turn out to be other ones are thrown away whole."""
    db = work.db
    found = db.execute(
        "SELECT size FROM blob WHERE digest = ? AND state = 'wanted'", (digest,)
    ).fetchone()
    if found is None:
        return  # nobody wants it any more
    db.execute("INSERT OR REPLACE INTO piece(digest, n, bytes) VALUES (?,?,?)", (digest, n, data))
    if have(db, digest, found[0]) < pieces_of(found[0]):
        return
    took = hashlib.sha256()
    for (part,) in db.execute("SELECT bytes FROM piece WHERE digest = ? ORDER BY n", (digest,)):
        took.update(part)
    if took.hexdigest() == digest:
        db.execute("UPDATE blob SET state = 'here' WHERE digest = ?", (digest,))
    else:
        db.execute("DELETE FROM piece WHERE digest = ?", (digest,))
    work.tell("attachment", [r for (r,) in db.execute(
        "SELECT id FROM attachment WHERE digest = ?", (digest,))])  # fmt: skip
