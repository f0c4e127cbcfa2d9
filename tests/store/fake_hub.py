"""A hub in memory, ruled by core, and a line to it that never fails: for tests of the cache."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kcr2desk.core import engine
from kcr2desk.core.access import Actor
from kcr2desk.core.append import Appended, LogState, Offered, append, first_head
from kcr2desk.core.chain import entry_hash
from kcr2desk.core.changes import (
    Change,
    Changeset,
    Checkpoint,
    Code,
    Cursor,
    Effect,
    Entry,
    How,
    Outcome,
    Snapshot,
)
from kcr2desk.core.engine import SyncState
from kcr2desk.core.ids import uuid7
from kcr2desk.core.messages import (
    Page,
    Pulled,
    PullHead,
    PushAnswer,
    PushItem,
    SnapshotHead,
    SnapshotPage,
)
from kcr2desk.core.records import SCHEMA
from kcr2desk.store import Cache, Identity

KEY = bytes(range(32))
NOW = 1_785_000_000_000
STREAM = "national"


class Clock:
    """Time that goes on by a second whenever it is asked."""

    def __init__(self, at: int = NOW) -> None:
        self.at = at

    def __call__(self) -> int:
        self.at += 1000
        return self.at


def identity(account: str = "jansen", device: str = "") -> Identity:
    return Identity(
        "http://hub", "hub", "", device or uuid7(NOW, hash(account) & 0xFFFF), "11" * 32, "K7",
        account, account.title(), "duty_officer", "KCR2",
    )  # fmt: skip


def open_cache(folder: Path, account: str = "jansen", clock: Clock | None = None) -> Cache:
    cache = Cache.open(folder, KEY, clock=clock or Clock(), reserve_bytes=0)
    if cache.identity is None:
        cache.set_identity(identity(account))
    return cache


class Hub:
    """One stream. Nothing is lost on the way unless a test leaves a step out."""

    def __init__(self, epoch: str = "e1") -> None:
        self.state = LogState(epoch, {STREAM: first_head()}, {}, {})
        self.clock = Clock(NOW + 10_000_000)
        self.offers: list[tuple[Offered, int, str]] = []  # with time and epoch
        self.grants = {STREAM: "g1"}
        self.own = 0

    @property
    def log(self) -> list[Entry]:
        return [appended.entry for appended in self.state.appended]

    @property
    def head(self) -> Cursor:
        return self.state.heads[STREAM]

    def at(self, seq: int) -> Cursor:
        return Cursor(seq, self.log[seq - 1].hash) if seq else Cursor()

    def append(self, items: Sequence[PushItem], account: str = "jansen") -> list[Outcome]:
        actor = Actor(account, "duty_officer", "KCR2")
        offers = [Offered(item.changeset, item.previous, actor) for item in items]
        now, before = self.clock(), len(self.state.appended)
        outcomes = append(self.state, offers, now)
        by_id = {offer.changeset.id: offer for offer in offers}
        for appended in self.state.appended[before:]:
            self.offers.append((by_id[appended.entry.changeset.id], now, self.state.epoch))
        return outcomes

    def write(self, *changes: Change, account: str = "piet") -> str:
        """A changeset of somebody else."""
        self.own += 1
        changeset = Changeset(
            uuid7(NOW + self.own, self.own), "other", self.own, account, STREAM, NOW + self.own,
            SCHEMA, f"{self.own:032x}", changes,
        )  # fmt: skip
        (outcome,) = self.append([PushItem(changeset, "0" * 64)], account)
        assert outcome.code.in_log, outcome
        return changeset.id

    def report(self, n: int, **fields: object) -> str:
        """A report of somebody else; returns its id."""
        record = uuid7(NOW + n, n)
        self.write(Change("report", record, How.NEW, {"title": f"report {n}", **fields}))  # type: ignore[dict-item]
        return record

    def change(self, record: str, account: str = "piet", **fields: tuple[object, object]) -> str:
        """An edit of somebody else: name=(was, now)."""
        asked = {name: list(pair) for name, pair in fields.items()}
        return self.write(Change("report", record, How.EDIT, asked), account=account)  # type: ignore[arg-type]

    def purge(self, record: str, *names: str, type_name: str = "report") -> None:
        """Append a purge entry, as the hub's own hand does."""
        self.own += 1
        fields = dict.fromkeys(names)
        change = Change(type_name, record, How.PURGE, fields)
        changeset = Changeset(
            uuid7(NOW + self.own, self.own), "hub", self.own, "hub", STREAM, NOW, SCHEMA,
            f"{self.own:032x}", (change,),
        )  # fmt: skip
        entry = Entry(
            STREAM, self.head.seq + 1, self.state.epoch, changeset, Code.APPLIED, Effect(),
            self.clock(), "0" * 64,
        )  # fmt: skip
        entry = replace(entry, hash=entry_hash(self.head.hash, entry))
        self.state.appended.append(Appended(entry, "", ()))
        self.state.heads[STREAM] = Cursor(entry.seq, entry.hash)
        held = self.state.records[type_name, record]
        emptied = {n: ("" if n in names else v) for n, v in held.values.items()}
        self.state.records[type_name, record] = replace(held, values=emptied, revision=entry.seq)

    def checkpoint(self, seq: int | None = None) -> Checkpoint:
        cursor = self.head if seq is None else self.at(seq)
        epoch = self.log[cursor.seq - 1].epoch if cursor.seq else self.state.epoch
        return Checkpoint("hub", epoch, STREAM, cursor.seq, cursor.hash, "signed")

    def snapshot(self, after: str = "", limit: int = 1000) -> SnapshotPage:
        found = sorted(
            (k[0], k[1], held) for k, held in self.state.records.items() if held.stream == STREAM
        )
        rest = [item for item in found if f"{item[0]}/{item[1]}" > after]
        part = rest[:limit]
        records = tuple(Snapshot(t, i, held.revision, held.values) for t, i, held in part)
        more = len(rest) > limit
        at = f"{part[-1][0]}/{part[-1][1]}" if part else ""
        marks = tuple(self.at(max(0, self.head.seq - d)) for d in (0, 1, 2, 4, 8, 16, 32, 64))
        head = SnapshotHead(
            self.state.epoch, self.grants[STREAM], self.head, (self.checkpoint(),),
            tuple(dict.fromkeys(marks)), len(records), more, "", at,
        )  # fmt: skip
        return SnapshotPage(head, records)

    def restored(self, seq: int, epoch: str = "e2") -> Hub:
        """This hub as it was after entry `seq`, in a new epoch."""
        other = Hub(self.state.epoch)
        for offer, now, of in self.offers:
            if other.head.seq < seq:
                other.state.epoch = of
                append(other.state, [offer], now)
        assert other.head == self.at(seq)
        other.offers = self.offers[:seq]
        other.own = self.own
        other.state.epoch = epoch
        return other


def trust(_: Checkpoint) -> bool:
    return True


def push(cache: Cache, hub: Hub) -> list[Outcome]:
    """Everything that is due goes up."""
    told: list[Outcome] = []
    me = cache.identity
    assert me is not None
    while (batch := cache.batch(limit=100)) is not None:
        request = engine.push_request(cache.state, me.device, batch.items, batch.chain_end, "")
        outcomes = hub.append(batch.items, me.account)
        answer = PushAnswer(hub.state.epoch, tuple(outcomes), (hub.checkpoint(),))
        cache.carry_out(*engine.on_push(cache.state, request, answer, trust))
        told += outcomes
    return told


def pull(cache: Cache, hub: Hub, limit: int = 100) -> int:
    """One page comes down; returns how many entries."""
    request = engine.pull_request(cache.state, "device")
    at = cache.state.cursors[STREAM].seq
    entries = tuple(hub.log[at : at + limit])
    to = hub.at(at + len(entries))
    head = PullHead(
        hub.state.epoch, (hub.checkpoint(),), (Page(STREAM, len(entries), to, hub.head.seq),),
        hub.grants,
    )  # fmt: skip
    cache.carry_out(*engine.on_pull(cache.state, request, Pulled(head, entries), trust))
    return len(entries)


def load(cache: Cache, hub: Hub, limit: int = 1000) -> None:
    """Load the stream as the state wants it."""
    if not engine.may_load(cache.state):
        cache.carry_out(engine.want(cache.state, (STREAM,)), ())
    while engine.may_load(cache.state):
        load_page(cache, hub, limit)


def load_page(cache: Cache, hub: Hub, limit: int = 1000) -> None:
    state, request = engine.snapshot_request(cache.state, "device", limit)
    cache.carry_out(state, ())
    page = hub.snapshot(request.after, limit)
    cache.carry_out(*engine.on_snapshot(cache.state, request, page, trust))


def sync(cache: Cache, hub: Hub) -> None:
    """A whole round: load what is wanted, own changes up, all others down."""
    if not cache.state.epoch or engine.may_load(cache.state):
        load(cache, hub)
    push(cache, hub)
    while pull(cache, hub):
        pass


def behave(cache: Cache, **fields: object) -> SyncState:
    """The cache's state with other fields, kept."""
    state = replace(cache.state, **fields)  # type: ignore[arg-type]
    cache.carry_out(state, ())
    return state


def same_as_hub(cache: Cache, hub: Hub) -> bool:
    """Whether the cache shows exactly what the hub has, and nothing waits."""
    for (type_name, record), held in hub.state.records.items():
        if cache.values(type_name, record) != dict(held.values):
            return False
    count = sum(1 for (t, _), h in hub.state.records.items() if t == "report"
                and not h.values["removed"])  # fmt: skip
    return count == len(cache.all("report")) and not cache.pending()
