"""A hub in memory: the rules of core without database and line, for what screens show.

hub = SmallHub(clock)
hub.write("smit", [Change(…)])      # somebody else's desk
hub.sync(cache)                     # push all, pull all
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kcr2desk.core.access import Actor
from kcr2desk.core.append import LogState, Offered, append
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Change, Changeset, Code, Cursor, Entry, How, Outcome
from kcr2desk.core.engine import Apply, Settle
from kcr2desk.core.ids import id_maker
from kcr2desk.core.records import SCHEMA, wire_values
from kcr2desk.core.text import Json
from kcr2desk.store.cache import Cache
from kcr2desk.store.identity import Identity

STREAMS = ("reference", "national", "test")


@dataclass
class HandClock:
    """A clock that goes when it is told to. Calls give milliseconds since 1970."""

    at: datetime

    def __call__(self) -> int:
        return round(self.at.timestamp() * 1000)

    def now(self) -> datetime:
        return self.at

    def on(self, **length: float) -> None:
        self.at += timedelta(**length)


def identity(account: str = "jansen", role: str = "duty_officer", at: str = "KCR2") -> Identity:
    """Somebody signed in at a workstation."""
    return Identity(
        "http://hub.test", "hub", "00" * 32, "019f5f3e-0000-7000-8000-0000000003f9", "11" * 32,
        "K1", account, "J. Jansen", role, at,
    )  # fmt: skip


def open_cache(folder: Path, clock: HandClock, me: Identity | None = None) -> Cache:
    """A real encrypted cache whose ids follow from the clock."""
    rng = random.Random(7)
    cache = Cache.open(
        folder, b"k" * 32, clock=clock, new_id=id_maker(clock, rng),
        salt=lambda: f"{rng.getrandbits(128):032x}", reserve_bytes=0,
    )  # fmt: skip
    cache.set_identity(me or identity())
    state = replace(
        cache.state, epoch="e1", cursors={stream: Cursor() for stream in STREAMS}, wanted=()
    )
    cache.carry_out(state, ())
    return cache


class SmallHub:
    """Rules as the hub does, and keeps the log. `allowed` names the roles of accounts."""

    def __init__(self, clock: HandClock, **allowed: Actor) -> None:
        self.clock = clock
        self.log: dict[str, list[Entry]] = {stream: [] for stream in STREAMS}
        self.actors = allowed
        self.verdicts: dict[str, tuple[Code, str, tuple[str, ...]]] = {}
        """What to answer instead of ruling, by changeset id."""
        self._state = LogState("e1", {s: Cursor() for s in STREAMS}, {}, {})
        self._rng = random.Random(11)
        self._new_id = id_maker(clock, self._rng)
        self._seqs: dict[str, int] = {}

    def new_id(self) -> str:
        return self._new_id()

    def write(
        self,
        account: str,
        changes: Sequence[Change],
        *,
        stream: str = "national",
        made_at: int | None = None,
        device: str = "019f5f3e-0000-7000-8000-00000000b2c7",
    ) -> Outcome:
        """A changeset of somebody at another desk."""
        seq = self._seqs[device] = self._seqs.get(device, 0) + 1
        changeset = Changeset(
            self._new_id(), device, seq, account, stream,
            self.clock() if made_at is None else made_at, SCHEMA,
            f"{self._rng.getrandbits(128):032x}", tuple(changes),
        )  # fmt: skip
        return self._rule([Offered(changeset, GENESIS, self._actor(account))])[0]

    def report(self, account: str = "smit", *, stream: str = "national", **fields: Any) -> str:
        """A new report of somebody else."""
        fields.setdefault("received_at", self.clock.now())
        fields.setdefault("entered_at", self.clock.now())
        made = self._new_id()
        values = wire_values("report", fields)
        self.write(account, [Change("report", made, How.NEW, values)], stream=stream)
        return made

    def edit(
        self, account: str, type_name: str, record: str, fields: Mapping[str, Json],
        *, stream: str = "national", made_at: int | None = None,
    ) -> Outcome:  # fmt: skip
        """Somebody else changes fields, `[was, now]` each."""
        change = Change(type_name, record, How.EDIT, fields)
        return self.write(account, [change], stream=stream, made_at=made_at)

    def sync(self, cache: Cache) -> None:
        """Push all that waits, pull all that is new."""
        while (batch := cache.batch()) is not None:
            offers = [
                Offered(item.changeset, item.previous, self._actor(item.changeset.actor))
                for item in batch.items
            ]
            cache.carry_out(cache.state, (Settle(tuple(self._rule(offers))),))
            if all(o.changeset.id in self.verdicts for o in offers):
                break
        self.pull(cache)

    def pull(self, cache: Cache) -> None:
        """Only bring in what is new."""
        state = cache.state
        steps, cursors = [], dict(state.cursors)
        for stream, log in self.log.items():
            fresh = tuple(log[cursors[stream].seq :])
            if fresh:
                cursors[stream] = Cursor(fresh[-1].seq, fresh[-1].hash)
                steps.append(Apply(stream, fresh, tuple(e.hash for e in fresh), cursors[stream]))
        if steps:
            cache.carry_out(replace(state, cursors=cursors), tuple(steps))

    def _actor(self, account: str) -> Actor:
        return self.actors.get(account, Actor(account, "duty_officer", "KCR2"))

    def _rule(self, offers: Sequence[Offered]) -> list[Outcome]:
        outcomes = []
        for offer in offers:
            said = self.verdicts.get(offer.changeset.id)
            if said is not None:
                outcomes.append(Outcome(offer.changeset.id, said[0], 0, said[1], said[2]))
                continue
            outcomes += append(self._state, [offer], self.clock())
            for appended in self._state.appended:
                self.log[appended.entry.stream].append(appended.entry)
            self._state.appended.clear()
        return outcomes


def noon() -> HandClock:
    """14:05:12 in the Netherlands, the moment of all scenes."""
    return HandClock(datetime(2026, 7, 14, 12, 5, 12, tzinfo=UTC))
