"""The journal of queued bodies: an encrypted file beside the cache, only ever added to.

A cache that is damaged beyond reading loses no unsent work, for every changeset stands here too,
on the disk before its save returns. Records are sealed one by one with AES-GCM, under a key
made from that of the cache, each bound to its place in the file.

    magic (8) · file id (16) · records: length (4, little endian) · nonce (12) · sealed bytes

The file is filled with zeros ahead of its end, so that adding to it changes no size and one
fdatasync of one block suffices. A length of zero is the end.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kcr2desk.core.changes import Changeset
from kcr2desk.store.errors import WrongKey
from kcr2desk.store.identity import Identity, from_text, to_text
from kcr2desk.store.opening import sync_folder
from kcr2desk.wire import Unreadable, decode

NAME = "queue.journal"
MAGIC = b"KCR2JRN1"
AHEAD = 256 << 10  # zeros written ahead of the end at a time
LARGE = 2 << 20  # a journal of this size is written anew with what is still needed
LONGEST = 64 << 20  # of one record; a greater length is damage
_START = len(MAGIC) + 16
_NONCE = 12
_LINK = 64
_sync = getattr(os, "fdatasync", os.fsync)


@dataclass(frozen=True, slots=True)
class Queued:
    """A changeset with its place in the device's chain."""

    changeset: Changeset
    previous: str
    link: str
    body: bytes


@dataclass(slots=True)
class Told:
    """What a journal tells: the device, the changesets that nobody gave up, in order, and the
    `notes` that must not go back: where the device's chain and its own numbers were."""

    identity: Identity | None = None
    queued: dict[str, Queued] = field(default_factory=dict)
    numbers: dict[tuple[str, int], str] = field(default_factory=dict)  # (device, its number): id
    notes: dict[str, str] = field(default_factory=dict)
    end: int = 0
    torn: int = 0  # records that could not be read


def queued(previous: str, link: str, body: bytes) -> bytes:
    """The record of a queued changeset."""
    return b"q" + previous.encode() + link.encode() + body


def gone(changeset: str) -> bytes:
    """The record of a changeset that a person gave up, or that a correction replaced."""
    return b"g" + changeset.encode()


def belongs_to(identity: Identity | None) -> bytes:
    """The record of whose journal this is; the first of every journal."""
    return b"i" if identity is None else b"i" + to_text(identity).encode()


def notes(kept: Mapping[str, str]) -> bytes:
    """The record of notes as they were when the journal was written anew."""
    return b"n" + json.dumps(dict(kept)).encode()


def read(path: Path, key: bytes) -> Told | None:
    """What the journal tells; None when there is none. Raises WrongKey.

    What cannot be read is counted and skipped, as far as lengths lead on.
    """
    if not path.exists():
        return None
    data = path.read_bytes()
    if data[: len(MAGIC)] != MAGIC:
        return None
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    told = Told(end=_START)
    seal = AESGCM(_subkey(key, data[len(MAGIC) : _START]))
    at, good = _START, 0
    while at + 4 <= len(data):
        (length,) = struct.unpack_from("<I", data, at)
        if length == 0:
            break
        if length > LONGEST or at + 4 + length > len(data):
            told.torn += 1
            break
        nonce, sealed = data[at + 4 : at + 4 + _NONCE], data[at + 4 + _NONCE : at + 4 + length]
        try:
            _take(told, seal.decrypt(nonce, sealed, struct.pack("<Q", at)))
            good += 1
        except (InvalidTag, ValueError, Unreadable):
            told.torn += 1
        at += 4 + length
        told.end = at
    if not good:  # it begins with a record of whose it is, so this key is not its own
        raise WrongKey(str(path))
    return told


def _take(told: Told, record: bytes) -> None:
    kind, rest = record[:1], record[1:]
    if kind == b"i":
        told.identity = from_text(rest.decode()) if rest else None
    elif kind == b"n":
        told.notes = json.loads(rest)
    elif kind == b"g":
        told.queued.pop(rest.decode(), None)
    elif kind == b"q":
        body = rest[2 * _LINK :]
        changeset = decode(Changeset, body)
        told.queued.pop(changeset.id, None)
        place = (changeset.device, changeset.device_seq)
        other = told.numbers.get(place)
        if other is not None:  # that one was written, but its transaction never committed
            told.queued.pop(other, None)
        told.numbers[place] = changeset.id
        told.queued[changeset.id] = Queued(
            changeset, rest[:_LINK].decode(), rest[_LINK : 2 * _LINK].decode(), body
        )


def _subkey(key: bytes, file_id: bytes) -> bytes:
    return hmac.new(key, b"kcr2desk journal" + file_id, hashlib.sha256).digest()


class Journal:
    """The journal, open for adding. Raises OSError when the disk is full."""

    def __init__(self, path: Path, key: bytes, end: int) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags)
        os.lseek(self._file, len(MAGIC), os.SEEK_SET)
        self._seal = AESGCM(_subkey(key, os.read(self._file, 16)))
        self._end = end
        self._began = end
        self._filled = os.fstat(self._file).st_size

    @property
    def large(self) -> bool:
        """It is time to write it anew."""
        return self._end > max(LARGE, 2 * self._began)

    def append(self, records: Sequence[bytes]) -> int:
        """Add records; they are on the disk after `sync`. Returns a mark for `take_back`."""
        mark = self._end
        data = b"".join(_sealed(self._seal, records, mark))
        self._fill(mark + len(data) + 4)
        os.lseek(self._file, mark, os.SEEK_SET)
        _write_all(self._file, data)
        self._end = mark + len(data)
        return mark

    def sync(self) -> None:
        """Wait until the disk has what was added."""
        _sync(self._file)

    def take_back(self, mark: int) -> None:
        """Remove what was added since `mark`: its transaction did not commit."""
        os.lseek(self._file, mark, os.SEEK_SET)
        _write_all(self._file, bytes(self._end - mark))
        self._end = mark

    def _fill(self, needed: int) -> None:
        if needed <= self._filled:
            return
        size = (needed // AHEAD + 1) * AHEAD
        os.lseek(self._file, self._filled, os.SEEK_SET)
        _write_all(self._file, bytes(size - self._filled))
        os.fsync(self._file)
        self._filled = size

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)


def _sealed(seal: object, records: Sequence[bytes], at: int) -> list[bytes]:
    out = []
    for record in records:
        nonce = os.urandom(_NONCE)
        sealed = seal.encrypt(nonce, record, struct.pack("<Q", at))  # type: ignore[attr-defined]
        out.append(struct.pack("<I", _NONCE + len(sealed)) + nonce + sealed)
        at += 4 + _NONCE + len(sealed)
    return out


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def write_anew(path: Path, key: bytes, records: Sequence[bytes]) -> int:
    """Replace the journal by one with these records (at least one). Returns its end."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    file_id = os.urandom(16)
    sealed = b"".join(_sealed(AESGCM(_subkey(key, file_id)), records, _START))
    fresh = path.with_suffix(".new")
    try:
        with fresh.open("wb") as file:
            file.write(MAGIC + file_id + sealed + bytes(AHEAD))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return _START + len(sealed)
