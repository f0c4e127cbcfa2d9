"""The hub was restored: offer again what it lost, of own changes and of entries that we pulled."""

from __future__ import annotations

from dataclasses import dataclass

from kcr2desk import signing
from kcr2desk.core.changes import Checkpoint, Cursor, Entry
from kcr2desk.core.engine import OfferAgain
from kcr2desk.store import attachments, identity, journal, pages, purging, requeue
from kcr2desk.store.pages import Page
from kcr2desk.store.rows import Db
from kcr2desk.store.work import Work, note, set_note
from kcr2desk.wire import decode, encode

IDENTITY = "identity"
"""The note that holds the identity."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Entries of a lost history, in the order of its chain: `after_hash` is the hash before them,
    `proof` a checkpoint that the hub signed over the hash after them."""

    stream: str
    entries: tuple[Entry, ...]
    after_hash: str
    proof: Checkpoint


def begin(work: Work, step: OfferAgain) -> None:
    """Queue all own changes that are held, and set aside what the hub lost of this stream."""
    requeue.queue_all_again(work)
    db, stream = work.db, step.stream
    attachments.send_again(work, stream)
    if step.proof is not None:
        c = step.proof
        db.execute(
            "INSERT OR IGNORE INTO seen_checkpoint VALUES (?,?,?,?,?)",
            (c.stream, c.seq, c.epoch, work.now, encode(c)),
        )
    ours = pages.of_stream(db, stream, lost=False)
    if not ours:
        return
    after = _parted(db, ours, step.landmarks)
    for page in ours:
        if page.first <= after < page.last:
            pages.split(db, page, after, work.now)
    db.execute(
        "UPDATE entry_page SET lost = 1 WHERE stream = ? AND lost = 0 AND first > ?",
        (stream, after),
    )
    if after < ours[-1].last:
        known = db.execute("SELECT after FROM offer WHERE stream = ?", (stream,)).fetchone()
        start = after if known is None else min(after, known[0])
        db.execute(
            "INSERT OR REPLACE INTO offer(stream, after, upto) VALUES (?,?,?)",
            (stream, start, ours[-1].last),
        )


def _parted(db: Db, ours: list[Page], landmarks: tuple[Cursor, ...]) -> int:
    """The last entry that the hub and we have in common, as far as landmarks tell."""
    for mark in sorted(landmarks, key=lambda cursor: cursor.seq, reverse=True):
        for page in ours:
            inside = page.first - 1 <= mark.seq <= page.last
            if inside and pages.hash_at(db, page, mark.seq) == mark.hash:
                return mark.seq
    return 0


def any_left(db: Db) -> bool:
    """Whether there may be something to offer."""
    return db.execute("SELECT 1 FROM offer LIMIT 1").fetchone() is not None


def upcoming(work: Work, limit: int) -> Offer | None:
    """The next entries to offer; about `limit`, for they have to end where a checkpoint is.

    A stream of which nothing more can be proven is done.
    """
    db = work.db
    for stream, after in db.execute("SELECT stream, after FROM offer ORDER BY stream").fetchall():
        offer = _next_of(db, stream, after, limit)
        if offer is not None:
            return offer
        db.execute("DELETE FROM offer WHERE stream = ?", (stream,))
        purging.follow_term(work, stream, loaded=True)
    return None


def _next_of(db: Db, stream: str, after: int, limit: int) -> Offer | None:
    lost = pages.of_stream(db, stream, lost=True)
    proofs = _proofs(db, stream, after, lost)
    while proofs:
        fitting = [c for c in proofs if c.seq <= after + limit]
        proof = fitting[-1] if fitting else proofs[0]
        run = _run(db, lost, after, proof.seq)
        if run is not None and run[2] == proof.hash:
            return Offer(stream, run[0], run[1], proof)
        if fitting and len(fitting) > 1:  # perhaps a shorter run is whole
            proofs = [c for c in proofs if c is not proof]
        else:  # these cannot be proven by us; another desk may have them
            after = proof.seq
            proofs = [c for c in proofs if c.seq > after]
    return None


def _proofs(db: Db, stream: str, after: int, lost: list[Page]) -> list[Checkpoint]:
    """Checkpoints behind `after` on the lost history, in its order."""
    end = max((page.last for page in lost), default=0)
    found = [
        decode(Checkpoint, body)
        for (body,) in db.execute(
            "SELECT body FROM seen_checkpoint WHERE stream = ? AND seq > ? AND seq <= ?"
            " ORDER BY seq",
            (stream, after, end),
        )
    ]
    hashes = {}
    for checkpoint in found:
        for page in lost:
            if page.first <= checkpoint.seq <= page.last:
                hashes[checkpoint.seq] = pages.hash_at(db, page, checkpoint.seq)
    return [c for c in found if hashes.get(c.seq) == c.hash]


def _run(
    db: Db, lost: list[Page], after: int, upto: int
) -> tuple[tuple[Entry, ...], str, str] | None:
    """Entries after `after` up to `upto` with the hash before and after them; None when one of
    them is not here, or not whole."""
    entries: list[Entry] = []
    before = at = ""
    for page in lost:
        if page.last <= after or page.first > upto:
            continue
        if not entries:
            before = at = pages.hash_at(db, page, after)
        for entry in pages.read(db, page.n):
            if after < entry.seq <= upto:
                if not isinstance(entry, Entry) or entry.seq != after + len(entries) + 1:
                    return None
                at = pages.link_after(at, entry)
                entries.append(entry)
    return (tuple(entries), before, at) if len(entries) == upto - after else None


def answered(work: Work, stream: str, upto: int) -> None:
    """The hub answered an offer up to entry `upto`."""
    db = work.db
    db.execute("UPDATE offer SET after = ? WHERE stream = ? AND after < ?", (upto, stream, upto))
    gone = [p.n for p in pages.of_stream(db, stream, lost=True) if p.last <= upto]
    pages.drop(db, gone)  # they come back with the hub's new log
    db.execute("DELETE FROM offer WHERE stream = ? AND after >= upto", (stream,))


def new_device(work: Work) -> None:
    """Another machine writes under our numbers: what follows is written as a new device.

    Leased numbers go too, for the other machine holds the same.
    """
    if work.identity is None:
        return
    set_identity(work, identity.another_device(work.identity, work.new_id(), signing.new_key()))
    assert work.identity is not None
    work.db.execute("DELETE FROM block")
    requeue.rewrite_for(work, work.identity.device)
    work.tell("")


def set_identity(work: Work, who: identity.Identity) -> None:
    """Keep who this cache belongs to; the journal tells it too, should the file be damaged."""
    work.identity = who
    set_note(work.db, IDENTITY, identity.to_text(who))
    work.journal.append(journal.belongs_to(who))
    work.tell("")


def known_identity(db: Db) -> identity.Identity | None:
    """Who this cache belongs to."""
    found = note(db, IDENTITY)
    return None if found is None else identity.from_text(found)
