"""Digests and hash chains of the log. The bytes are defined in docs/log-format.md, with vectors.

A field can be withheld from a reader, or emptied when its retention ends, and the chain still
verifies: an entry's digest is taken over the salted digests of its single fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256, shake_256
from json.encoder import encode_basestring as _text

from kcr2desk.core.changes import (
    Change,
    Changeset,
    Checkpoint,
    Code,
    Effect,
    Entry,
    How,
    Leaf,
    Redacted,
)
from kcr2desk.core.text import canonical

GENESIS = "0" * 64
SALT = 16  # bytes of salt for one leaf


def leaf_salts(master: str, count: int) -> bytes:
    """The salts of `count` leaves, one after another: SHAKE-256 over the changeset's salt."""
    return shake_256(bytes.fromhex(master)).digest(SALT * count)


def leaves(changes: Sequence[Change]) -> Iterator[Leaf]:
    """The leaves of `changes` in their one order; a change without fields has one leaf."""
    for index, change in enumerate(changes):
        if not change.fields:
            yield Leaf(index, change.type, change.id, change.how, "", None)
        for name in sorted(change.fields):
            yield Leaf(index, change.type, change.id, change.how, name, change.fields[name])


def leaf_payload(leaf: Leaf) -> bytes:
    """The bytes of a leaf: index, type, id, how and name, each ended by NUL, then the value."""
    head = f"{leaf.change}\0{leaf.type}\0{leaf.id}\0{leaf.how}\0{leaf.name}\0".encode()
    return head + canonical(leaf.value)


def leaf_hash(salt: bytes, leaf: Leaf) -> bytes:
    return sha256(salt + leaf_payload(leaf)).digest()


def _leaf_hashes(changes: Sequence[Change], salts: bytes, start: int) -> tuple[bytes, int]:
    """All leaf hashes of `changes` joined, and the index after the last; the hot path."""
    out = []
    at = start * SALT
    for index, change in enumerate(changes):
        head = f"{index}\0{change.type}\0{change.id}\0{change.how}\0"
        fields = change.fields
        if not fields:
            out.append(sha256(salts[at : at + SALT] + f"{head}\0null".encode()).digest())
            at += SALT
        for name in sorted(fields):
            value = fields[name]
            if type(value) is str:
                payload = f"{head}{name}\0{_text(value)}".encode()
            elif type(value) is int:
                payload = f"{head}{name}\0{value}".encode()
            else:
                payload = f"{head}{name}\0".encode() + canonical(value)
            out.append(sha256(salts[at : at + SALT] + payload).digest())
            at += SALT
    return b"".join(out), at // SALT


def _count(changes: Sequence[Change]) -> int:
    return sum(len(change.fields) or 1 for change in changes)


def head_bytes(changeset: Changeset) -> bytes:
    """What a changeset says of itself, beside its changes: canonical JSON, the quick way."""
    c = changeset
    return (
        f"[{_text(c.id)},{_text(c.device)},{c.device_seq:d},"
        f"{_text(c.actor)},{_text(c.stream)},{c.made_at:d},{c.schema:d},"
        f"{_text(c.corrects)}]"
    ).encode()


def asked_root(changeset: Changeset) -> bytes:
    """The root over what was asked: the link of the device's own chain."""
    salts = leaf_salts(changeset.salt, _count(changeset.changes))
    joined, _ = _leaf_hashes(changeset.changes, salts, 0)
    return sha256(b"asked\0" + sha256(head_bytes(changeset)).digest() + joined).digest()


def device_link(previous: str, root: bytes) -> str:
    """The device chain's hash after a changeset with this asked root."""
    return sha256(b"device\0" + bytes.fromhex(previous) + root).hexdigest()


def _effect_head(outcome: Code, kept: Sequence[tuple[int, str]], logged_at: int) -> bytes:
    told = canonical([list(k) for k in kept]).decode() if kept else "[]"
    return sha256(f"[{_text(outcome)},{told},{logged_at:d}]".encode()).digest()


def _effect_root(
    changeset: Changeset, outcome: Code, effect: Effect, logged_at: int, first: int
) -> bytes:
    joined = b""
    if effect.changes:
        salts = leaf_salts(changeset.salt, first + _count(effect.changes))
        joined, _ = _leaf_hashes(effect.changes, salts, first)
    return sha256(b"effect\0" + _effect_head(outcome, effect.kept, logged_at) + joined).digest()


def entry_digest(
    changeset: Changeset,
    outcome: Code,
    effect: Effect,
    logged_at: int,
    root: bytes | None = None,
) -> bytes:
    """The digest of an entry: what was asked and what came of it. `root` saves taking it again."""
    asked = root if root is not None else asked_root(changeset)
    first = _count(changeset.changes)
    return sha256(asked + _effect_root(changeset, outcome, effect, logged_at, first)).digest()


def link(previous: str, epoch: str, stream: str, seq: int, outcome: Code, digest: bytes) -> str:
    """The chain's hash after an entry."""
    place = f"[{_text(epoch)},{_text(stream)},{seq:d},{_text(outcome)}]".encode()
    return sha256(b"entry\0" + bytes.fromhex(previous) + digest + place).hexdigest()


def entry_hash(previous: str, entry: Entry) -> str:
    digest = entry_digest(entry.changeset, entry.outcome, entry.effect, entry.logged_at)
    return link(previous, entry.epoch, entry.stream, entry.seq, entry.outcome, digest)


def redacted_hash(previous: str, entry: Redacted) -> str:
    """The chain's hash after an entry of which parts, or all, are withheld."""
    digest = bytes.fromhex(entry.digest) if entry.head is None else redacted_digest(entry)
    return link(previous, entry.epoch, entry.stream, entry.seq, entry.outcome, digest)


def redacted_digest(entry: Redacted) -> bytes:
    """The digest of an entry of which only leaves are withheld."""
    assert entry.head is not None
    asked = b"asked\0" + sha256(head_bytes(entry.head)).digest() + _given(entry.asked)
    head = _effect_head(entry.outcome, entry.kept, entry.logged_at)
    effect = b"effect\0" + head + _given(entry.effects)
    return sha256(sha256(asked).digest() + sha256(effect).digest()).digest()


def _given(items: Sequence[str | tuple[str, Leaf]]) -> bytes:
    return b"".join(
        bytes.fromhex(item) if isinstance(item, str) else leaf_hash(bytes.fromhex(item[0]), item[1])
        for item in items
    )


def checkpoint_bytes(checkpoint: Checkpoint) -> bytes:
    """What the hub signs."""
    c = checkpoint
    return canonical(["checkpoint", c.hub, c.epoch, c.stream, c.seq, c.hash])


def push_bytes(device: str, last_hash: str) -> bytes:
    """What a device signs with each push: the end of its own chain."""
    return canonical(["push", device, last_hash])


def purged(change: Change, how: How = How.PURGE) -> Change:
    """A change that empties the named fields; its values are gone, its names stay."""
    return Change(change.type, change.id, how, dict.fromkeys(change.fields))
