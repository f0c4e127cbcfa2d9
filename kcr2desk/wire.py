"""How core's messages look on the line: JSON, lines of JSON, limits.

A pull or snapshot answer is lines: a head, the entries or records, an `End`. Pages of lines are
compressed apart and joined, since gzip members concatenate: so desks share ready pages.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from kcr2desk.core.changes import Entry, Redacted, Snapshot
from kcr2desk.core.messages import (
    BATCH,
    PROTOCOL,
    End,
    Problem,
    Pulled,
    PullHead,
    SnapshotHead,
    SnapshotPage,
)

JSON = "application/json"
LINES = "application/x-ndjson"
PROTOCOL_HEADER = "KCR2-Protocol"
MAX_BODY = 1 << 20  # compressed bytes of a push
MAX_PLAIN = 64 << 20  # what it may unpack to
MAX_WAIT = 25.0  # seconds that an empty answer is held
BLOB_PIECE = 1 << 20
MAX_BLOB = 100 << 20

__all__ = ["BATCH", "PROTOCOL", "decode", "encode", "gunzip"]

T = TypeVar("T")


class Unreadable(ValueError):
    """Bytes that are not the message that was expected, or not all of it."""


_VALUE = re.compile("'.*'", re.DOTALL)
"""What stands in a message of the decoder between quotes: a value that it did not like."""

_encode = msgspec.json.Encoder().encode
_decoders: dict[object, msgspec.json.Decoder[object]] = {}


def encode(message: object) -> bytes:
    """A core message as JSON."""
    return _encode(message)


def decode(kind: type[T], data: bytes | memoryview) -> T:
    """The message of type `kind`. Raises Unreadable, never a half-read message."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    try:
        return decoder.decode(data)  # type: ignore[return-value]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(_VALUE.sub("…", str(error))) from None


def encode_lines(items: Sequence[Entry | Redacted | Snapshot]) -> bytes:
    """Entries or records, a line each; lines of an entry say which kind they are."""
    out = []
    for item in items:
        mark = b"~" if isinstance(item, Redacted) else b""
        out.append(mark + _encode(item) + b"\n")
    return b"".join(out)


def joined(head: PullHead | SnapshotHead, pages: Sequence[bytes], lines: int) -> bytes:
    """An answer's compressed body from its head and ready compressed pages of lines."""
    start = gzip.compress(_encode(head) + b"\n", 1, mtime=0)
    return start + b"".join(pages) + gzip.compress(_encode(End(lines)) + b"\n", 1, mtime=0)


def compressed(lines: bytes) -> bytes:
    """A page of lines, ready to be joined."""
    return gzip.compress(lines, 1, mtime=0)


def gunzip(data: bytes, limit: int = MAX_PLAIN) -> bytes:
    """Unpack a request body. Raises Unreadable when torn or larger than `limit`."""
    import zlib

    unpacker = zlib.decompressobj(31)
    try:
        plain = unpacker.decompress(data, limit)
    except zlib.error as error:
        raise Unreadable(str(error)) from None
    if not unpacker.eof:
        raise Unreadable("torn, or larger than the limit")
    return plain


def read_pulled(data: bytes) -> Pulled:
    """A pull answer from its plain lines. Raises Unreadable when anything is missing."""
    head, lines = _lines(PullHead, data)
    if sum(page.count for page in head.pages) != len(lines):
        raise Unreadable("pages and lines differ")
    entries = tuple(
        decode(Redacted, line[1:]) if line[:1] == b"~" else decode(Entry, line) for line in lines
    )
    return Pulled(head, entries)


def read_snapshot(data: bytes) -> SnapshotPage:
    """A snapshot page from its plain lines. Raises Unreadable when anything is missing."""
    head, lines = _lines(SnapshotHead, data)
    if head.count != len(lines):
        raise Unreadable("count and lines differ")
    return SnapshotPage(head, tuple(decode(Snapshot, line) for line in lines))


def _lines(kind: type[T], data: bytes) -> tuple[T, list[bytes]]:
    parts = data.split(b"\n")
    if len(parts) < 3 or parts[-1]:
        raise Unreadable("cut off")
    end = decode(End, parts[-2])
    if end.lines != len(parts) - 3:
        raise Unreadable("lines are missing")
    return decode(kind, parts[0]), parts[1:-2]


def read_problem(data: bytes) -> Problem:
    """The hub's reason for not serving a request."""
    return decode(Problem, data)
