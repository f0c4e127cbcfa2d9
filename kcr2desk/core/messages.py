"""What desk and hub say to each other. `wire` says how it looks on the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kcr2desk.core.changes import Changeset, Checkpoint, Cursor, Entry, Outcome, Redacted, Snapshot

PROTOCOL = 1
"""The protocol number; a hub that speaks a lower one makes the desk wait."""

BATCH = 500
"""At most this many changesets in a push, entries in a page."""


@dataclass(frozen=True, slots=True)
class PushItem:
    """A changeset and the hash of the device's chain before it."""

    changeset: Changeset
    previous: str


@dataclass(frozen=True, slots=True)
class PushRequest:
    """`signature` is the device's Ed25519 over the end of its chain (`core.chain.push_bytes`).

    `offered` are entries of a lost history, in the order of their stream's chain, ending at
    `proof`, a checkpoint that this hub signed: offered again after a restore, by any desk.
    """

    protocol: int
    schema: int
    device: str
    epoch: str
    checkpoints: tuple[Checkpoint, ...]
    items: tuple[PushItem, ...]
    chain_end: str
    signature: str
    offered: tuple[Entry, ...] = ()
    offered_after: str = ""
    proof: Checkpoint | None = None


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """One outcome for each item. `forked`: another machine wrote under this device's numbers."""

    epoch: str
    outcomes: tuple[Outcome, ...]
    checkpoints: tuple[Checkpoint, ...]
    forked: bool = False


@dataclass(frozen=True, slots=True)
class PullRequest:
    """`wait` in seconds (at most 25): how long an empty answer may be held."""

    protocol: int
    schema: int
    device: str
    epoch: str
    cursors: Mapping[str, Cursor]
    checkpoints: tuple[Checkpoint, ...]
    grants: Mapping[str, str]
    wait: float
    limit: int


@dataclass(frozen=True, slots=True)
class Page:
    """The next entries of one stream, up to and including `to`; `head` is the stream's newest."""

    stream: str
    count: int
    to: Cursor
    head: int


@dataclass(frozen=True, slots=True)
class PullHead:
    """First line of a pull answer; then the pages' entries, a line each, then an `End`.

    `grants`: the streams that the reader has, each with a token that changes when what it may
    see of that stream changes.
    """

    epoch: str
    checkpoints: tuple[Checkpoint, ...]
    pages: tuple[Page, ...]
    grants: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class End:
    """Last line of a streamed answer: how many lines came before it, without the head."""

    lines: int


@dataclass(frozen=True, slots=True)
class Pulled:
    """A whole pull answer."""

    head: PullHead
    entries: tuple[Entry | Redacted, ...]


@dataclass(frozen=True, slots=True)
class SnapshotRequest:
    """The next page of a stream's records, by type and id. `epoch` is that of the first page."""

    protocol: int
    schema: int
    device: str
    epoch: str
    checkpoints: tuple[Checkpoint, ...]
    stream: str
    type: str
    after: str
    limit: int


@dataclass(frozen=True, slots=True)
class SnapshotHead:
    """First line of a snapshot page; then `count` records, a line each, then an `End`.

    `start` is the stream's head when this page was read: the first page's counts. `next_type`
    and `next_after` ask for the next page; `more` is False on the last. `landmarks` are places on
    the hub's chain at 0, 1, 2, 4, 8 … entries before `start`: where a lost history parted.
    """

    epoch: str
    grant: str
    start: Cursor
    checkpoints: tuple[Checkpoint, ...]
    landmarks: tuple[Cursor, ...]
    count: int
    more: bool
    next_type: str
    next_after: str


@dataclass(frozen=True, slots=True)
class SnapshotPage:
    """A whole snapshot answer."""

    head: SnapshotHead
    records: tuple[Snapshot, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a whole request was not served: a code of `core.errors`, with the hub's epoch."""

    code: str
    epoch: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A lease of spoken numbers, `first` to `last`, of a stream, kind and month."""

    stream: str
    letter: str
    month: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SignIn:
    """`device_key` is the desk's Ed25519 public key, hex; `want` numbers per letter."""

    name: str
    password: str
    device: str
    device_key: str
    device_name: str


@dataclass(frozen=True, slots=True)
class Renew:
    """A refresh token, for the next pair."""

    refresh: str


@dataclass(frozen=True, slots=True)
class Session:
    """What a sign-in or renewal gives. `expires_in` seconds; `hub_key` Ed25519 public key, hex."""

    access: str
    refresh: str
    expires_in: int
    name: str
    display_name: str
    role: str
    organisation: str
    hub: str
    hub_key: str
    device_code: str


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """The answer link of an inquiry, to be copied: its URL, and until when it works (milliseconds
    since 1970)."""

    url: str
    until: int


@dataclass(frozen=True, slots=True)
class LeaseRequest:
    """Ask for spoken numbers; `held` are the blocks that the desk still has."""

    stream: str
    letter: str
    month: str
    count: int
    held: tuple[Block, ...] = ()
