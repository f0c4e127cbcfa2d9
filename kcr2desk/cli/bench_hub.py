"""A hub in memory for benchmarks: what is written there is pulled into a cache as from a line."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from kcr2desk.cli.bench_store import wall_clock
from kcr2desk.core import engine
from kcr2desk.core.access import Actor
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.changes import Change, Changeset, Cursor
from kcr2desk.core.engine import Apply
from kcr2desk.core.ids import id_maker
from kcr2desk.core.records import SCHEMA
from kcr2desk.store import Cache

STREAMS = ("reference", "national")
PAGE = 500


class PulledHub:
    """Somebody else's desk and the hub, by the hub's own rules, in front of one cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._rng = random.Random(2)
        self._new_id = id_maker(wall_clock, self._rng)
        self._actor = Actor("bench", "duty_officer", "KCR2")
        heads = {stream: first_head() for stream in STREAMS}
        self._log = LogState(self._new_id(), heads, {}, {})
        self._device, self._link, self._count = self._new_id(), "0" * 64, 0
        start = {stream: Cursor() for stream in STREAMS}
        cache.carry_out(replace(cache.state, epoch=self._log.epoch, cursors=start), ())

    def write(self, stream: str, acts: Sequence[Sequence[Change]]) -> None:
        """Append acts, a changeset each, and pull them into the cache page by page.

        Raises RuntimeError when the hub's rules refuse one of them.
        """
        first = len(self._log.appended)
        for changes in acts:
            self._count += 1
            changeset = Changeset(
                self._new_id(), self._device, self._count, self._actor.name, stream, wall_clock(),
                SCHEMA, self._rng.randbytes(16).hex(), tuple(changes),
            )  # fmt: skip
            append(self._log, [Offered(changeset, self._link, self._actor)], wall_clock())
            self._link = self._log.appended[-1].device_hash
        entries = [made.entry for made in self._log.appended[first:]]
        if len(entries) != len(acts):
            raise RuntimeError(f"the rules took {len(entries)} of {len(acts)} changesets")
        for at in range(0, len(entries), PAGE):
            page = tuple(entries[at : at + PAGE])
            state = self._cache.state
            hashes = engine.chain_of(state.cursors[stream], page)
            if hashes is None:
                raise RuntimeError("the pulled page does not follow what the cache has")
            to = Cursor(page[-1].seq, hashes[-1])
            cursors = {**state.cursors, stream: to}
            apply = Apply(stream, page, hashes, to)
            self._cache.carry_out(replace(state, cursors=cursors), (apply,))
