"""The desk's side of sync as pure steps: (state, question, answer) -> (state, steps).

The product drives it with requests and SQLite, the simulation with a virtual network; both carry
out the same steps, each round's steps together with the new state in one transaction.
Every rule here was a lost change in simulation before it was written (sync.md, sections 4 to 7).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kcr2desk.core.chain import entry_hash, redacted_hash
from kcr2desk.core.changes import Checkpoint, Cursor, Entry, Outcome, Redacted, Snapshot
from kcr2desk.core.messages import (
    BATCH,
    PROTOCOL,
    Problem,
    Pulled,
    PullRequest,
    PushAnswer,
    PushItem,
    PushRequest,
    SnapshotPage,
    SnapshotRequest,
)
from kcr2desk.core.records import SCHEMA

Verify = Callable[[Checkpoint], bool]


@dataclass(frozen=True, slots=True)
class Loading:
    """A stream that is being loaded anew. `start` and `epoch` are those of its first page.

    `top` is the newest checkpoint that a page returned: the next page presents it.
    """

    stream: str
    generation: int
    epoch: str = ""
    start: Cursor = Cursor()
    type: str = ""
    after: str = ""
    grant: str = ""
    top: Checkpoint | None = None
    landmarks: tuple[Cursor, ...] = ()


@dataclass(frozen=True, slots=True)
class SyncState:
    """What the desk knows of the hub; stored with what it describes.

    `wanted` streams still have to be loaded; `offer` means that an answer said that the hub was
    restored, so after the next load all that is still held is queued again.
    """

    epoch: str = ""
    cursors: Mapping[str, Cursor] = field(default_factory=dict)
    checkpoints: Mapping[str, Checkpoint] = field(default_factory=dict)
    grants: Mapping[str, str] = field(default_factory=dict)
    wanted: tuple[str, ...] = ()
    loading: Loading | None = None
    offer: bool = False
    generation: int = 0


@dataclass(frozen=True, slots=True)
class Apply:
    """Apply entries to a stream; `to` is the cursor after them."""

    stream: str
    entries: tuple[Entry | Redacted, ...]
    hashes: tuple[str, ...]
    to: Cursor


@dataclass(frozen=True, slots=True)
class Load:
    """Write snapshot records as `generation`; with `done` older generations go, indexes come."""

    stream: str
    generation: int
    records: tuple[Snapshot, ...]
    first: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Settle:
    """Outcomes of pushed changesets."""

    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Drop:
    """A stream that is no longer granted leaves the cache; its unsent work stays sealed."""

    stream: str


@dataclass(frozen=True, slots=True)
class Lose:
    """A stream that a restored hub does not have for us (yet): its rows stay for a while, and what
    is not the beginning of it waits until somebody brought that back."""

    stream: str


@dataclass(frozen=True, slots=True)
class OfferAgain:
    """Queue everything still held, confirmed ones too; and of `stream` the pulled entries after
    the newest of `landmarks` that we hold too, proven by `proof`, the last checkpoint of the lost
    history."""

    stream: str
    landmarks: tuple[Cursor, ...]
    proof: Checkpoint | None


@dataclass(frozen=True, slots=True)
class NewDevice:
    """Another machine writes under our numbers: make a new device identity for what follows."""


Step = Apply | Load | Settle | Drop | Lose | OfferAgain | NewDevice
Round = tuple[SyncState, tuple[Step, ...]]


def presented(state: SyncState) -> tuple[Checkpoint, ...]:
    return tuple(state.checkpoints.values())


# -- push ------------------------------------------------------------------------------------


def may_push(state: SyncState) -> bool:
    """Nothing is pushed while a stream is being loaded: the proof of a lost history comes first."""
    return bool(state.epoch) and state.loading is None and not state.wanted


def push_request(
    state: SyncState, device: str, items: Sequence[PushItem], chain_end: str, signature: str
) -> PushRequest:
    return PushRequest(
        PROTOCOL, SCHEMA, device, state.epoch, presented(state), tuple(items), chain_end, signature
    )


def on_push(state: SyncState, request: PushRequest, answer: PushAnswer, verify: Verify) -> Round:
    """Outcomes count by changeset id, also when they come late; checkpoints only in order."""
    steps: tuple[Step, ...] = (Settle(answer.outcomes),)
    if answer.forked:
        steps += (NewDevice(),)
    if request.epoch != state.epoch or answer.epoch != state.epoch:
        return state, steps
    kept = keep(state, request.checkpoints, answer.checkpoints, verify)
    return replace(state, checkpoints=kept), steps


def keep(
    state: SyncState,
    shown: Sequence[Checkpoint],
    given: Sequence[Checkpoint],
    verify: Verify,
) -> Mapping[str, Checkpoint]:
    """The newest proof of what the hub once had, per stream.

    A checkpoint is replaced only by one from an answer to a request that presented it: else the
    proof of a lost history would be thrown away unread.
    """
    kept = dict(state.checkpoints)
    before = {c.stream: c for c in shown}
    for new in given:
        old = kept.get(new.stream)
        if new.epoch != state.epoch or new == old:
            continue
        stands = old is None or old.epoch != new.epoch
        if (stands or (new.seq >= old.seq and before.get(new.stream) == old)) and verify(new):  # type: ignore[union-attr]
            kept[new.stream] = new
    return kept


# -- pull ------------------------------------------------------------------------------------


def may_pull(state: SyncState) -> bool:
    return may_push(state)


def pull_request(
    state: SyncState, device: str, wait: float = 0.0, limit: int = BATCH
) -> PullRequest:
    return PullRequest(
        PROTOCOL, SCHEMA, device, state.epoch, state.cursors, presented(state), state.grants,
        wait, limit,
    )  # fmt: skip


def on_pull(
    state: SyncState,
    request: PullRequest,
    answer: Pulled,
    verify: Verify,
    awaited: Sequence[str] = (),
) -> Round:
    """Check the chain of every page before anything is applied; late answers change nothing.

    `awaited` are streams that are not followed and in which the hub had confirmed own changes
    before it was asked: it tells of them now, or we are not let in any more.
    """
    head = answer.head
    if not may_pull(state) or request.epoch != state.epoch or head.epoch != state.epoch:
        return state, ()
    cursors = dict(state.cursors)
    steps: list[Step] = []
    at = 0
    for page in head.pages:
        entries = answer.entries[at : at + page.count]
        at += page.count
        if page.stream not in cursors or request.cursors.get(page.stream) != cursors[page.stream]:
            continue
        hashes = chain_of(cursors[page.stream], entries)
        if hashes is None or (hashes[-1] if hashes else page.to.hash) != page.to.hash:
            return told_restored(state)
        if entries:
            cursors[page.stream] = page.to
            steps.append(Apply(page.stream, entries, hashes, page.to))
    for checkpoint in head.checkpoints:
        cursor = cursors.get(checkpoint.stream)
        if cursor and cursor.seq == checkpoint.seq and cursor.hash != checkpoint.hash:
            return told_restored(state)
    kept = keep(state, request.checkpoints, head.checkpoints, verify)
    state = replace(state, cursors=cursors, checkpoints=kept)
    state, dropped = _regrant(state, head.grants)
    dropped += tuple(Drop(s) for s in awaited if s not in head.grants and s not in _gone(dropped))
    return state, tuple(s for s in steps if s.stream not in _gone(dropped)) + dropped  # type: ignore[union-attr]


def chain_of(cursor: Cursor, entries: Sequence[Entry | Redacted]) -> tuple[str, ...] | None:
    """The chain's hashes after each entry, or None when they do not continue `cursor`."""
    hashes = []
    last, seq = cursor.hash, cursor.seq
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            return None
        last = entry_hash(last, entry) if isinstance(entry, Entry) else redacted_hash(last, entry)
        hashes.append(last)
    return tuple(hashes)


def _gone(steps: Sequence[Step]) -> set[str]:
    return {s.stream for s in steps if isinstance(s, Drop)}


def _regrant(state: SyncState, grants: Mapping[str, str]) -> Round:
    """Streams that were granted or changed are loaded anew; those withdrawn are dropped."""
    if dict(grants) == dict(state.grants):
        return state, ()
    lost = [s for s in state.grants if grants.get(s) != state.grants[s]]
    gained = tuple(s for s in grants if grants[s] != state.grants.get(s))
    cursors = {s: c for s, c in state.cursors.items() if s not in lost}
    checkpoints = {s: c for s, c in state.checkpoints.items() if s in grants}
    state = replace(
        state,
        cursors=cursors,
        checkpoints=checkpoints,
        grants={s: g for s, g in grants.items() if s not in gained},
        wanted=tuple(dict.fromkeys((*state.wanted, *gained))),
    )
    return state, tuple(Drop(s) for s in lost)


# -- load a stream anew ------------------------------------------------------------------------


def want(state: SyncState, streams: Sequence[str]) -> SyncState:
    """Load these streams (a new desk after its first sign-in)."""
    wanted = tuple(dict.fromkeys((*state.wanted, *streams)))
    return replace(state, wanted=wanted)


def may_load(state: SyncState) -> bool:
    return state.loading is not None or bool(state.wanted)


def snapshot_request(
    state: SyncState, device: str, limit: int
) -> tuple[SyncState, SnapshotRequest]:
    """The next page; begins with the first wanted stream when none is being loaded."""
    if state.loading is None:
        generation = state.generation + 1
        state = replace(state, loading=Loading(state.wanted[0], generation), generation=generation)
    loading = state.loading
    assert loading is not None
    shown = dict(state.checkpoints)
    if loading.top is not None:
        shown[loading.stream] = loading.top
    request = SnapshotRequest(
        PROTOCOL, SCHEMA, device, loading.epoch or state.epoch, tuple(shown.values()),
        loading.stream, loading.type, loading.after, limit,
    )  # fmt: skip
    return state, request


def on_snapshot(
    state: SyncState, request: SnapshotRequest, answer: SnapshotPage, verify: Verify
) -> Round:
    """Take a page; after the last the stream counts from the head at the *first* page."""
    loading, head = state.loading, answer.head
    asked = (request.stream, request.type, request.after)
    if loading is None or (loading.stream, loading.type, loading.after) != asked:
        return state, ()  # late or doubled
    if not all(verify(c) for c in head.checkpoints):
        return state, ()
    first = not loading.epoch
    if not first and head.epoch != loading.epoch:
        return told_restored(state)
    top = next((c for c in head.checkpoints if c.stream == loading.stream), loading.top)
    if first:
        loading = replace(
            loading, epoch=head.epoch, start=head.start, grant=head.grant, landmarks=head.landmarks
        )
    loading = replace(loading, top=top, type=head.next_type, after=head.next_after)
    load = Load(loading.stream, loading.generation, answer.records, first, not head.more)
    if head.more:
        return replace(state, loading=loading), (load,)
    return _loaded(state, loading, load)


def _loaded(state: SyncState, loading: Loading, load: Load) -> Round:
    """A stream is complete. Every way into another epoch ends in offering all that is held."""
    stream = loading.stream
    moved = state.epoch not in ("", loading.epoch)
    wanted = tuple(s for s in state.wanted if s != stream)
    steps: tuple[Step, ...] = (load,)
    if moved or state.offer:
        proof = state.checkpoints.get(stream)
        steps += (OfferAgain(stream, loading.landmarks, proof),)
    checkpoints = {s: c for s, c in state.checkpoints.items() if s != stream}
    cursors = {s: c for s, c in state.cursors.items() if s != stream}
    if moved:  # the other streams are of a lost history too: load them before anything is pushed
        wanted = tuple(dict.fromkeys((*wanted, *cursors)))
    if loading.top is not None:
        checkpoints[stream] = loading.top
    state = replace(
        state,
        epoch=loading.epoch,
        cursors={**cursors, stream: loading.start},
        checkpoints=checkpoints,
        grants={**state.grants, stream: loading.grant},
        wanted=wanted,
        loading=None,
        offer=bool(wanted) and (state.offer or moved),
    )
    return state, steps


def on_no_stream(state: SyncState, request: SnapshotRequest) -> Round:
    """The hub has no such stream for us, or has it no more. Nothing else waits for it.

    Where the hub was restored, it may have lost the stream or that we were let in: then what we
    hold of it is offered, and it comes back by its grant.
    """
    stream = request.stream
    if state.loading is None or state.loading.stream != stream:
        return state, ()
    wanted = tuple(s for s in state.wanted if s != stream)
    left = replace(
        state,
        cursors={s: c for s, c in state.cursors.items() if s != stream},
        checkpoints={s: c for s, c in state.checkpoints.items() if s != stream},
        grants={s: g for s, g in state.grants.items() if s != stream},
        wanted=wanted,
        loading=None,
        offer=bool(wanted) and state.offer,
    )
    if not state.offer:
        return left, (Drop(stream),)
    return left, (Lose(stream), OfferAgain(stream, (), state.checkpoints.get(stream)))


def told_restored(state: SyncState) -> Round:
    """The hub's log is not the one we followed: load every stream, then offer what is held."""
    streams = tuple(dict.fromkeys((*state.cursors, *state.wanted)))
    return replace(state, wanted=streams, loading=None, offer=True), ()


def on_problem(state: SyncState, request_epoch: str, problem: Problem) -> Round:
    """What a refusal of the whole request means for the state; pauses are the line's business."""
    if problem.code in ("epoch", "history"):
        if request_epoch not in (state.epoch, "") and state.loading is None:
            return state, ()  # an answer to something that we no longer are
        return told_restored(state)
    if problem.code == "window":
        streams = tuple(dict.fromkeys((*state.wanted, *state.cursors)))
        return replace(state, wanted=streams, loading=None), ()
    return state, ()
