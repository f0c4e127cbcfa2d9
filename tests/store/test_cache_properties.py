"""Random walks: whatever is done in whatever order, the view is pending changes over the base."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)

from kcr2desk.core import engine
from kcr2desk.core.append import Offered
from kcr2desk.core.changes import Code, Outcome
from kcr2desk.core.engine import NewDevice, Settle, told_restored
from kcr2desk.core.messages import PushAnswer, PushItem
from tests.store.fake_hub import Clock, Hub, load, open_cache, pull, push, same_as_hub, sync, trust
from tests.store.whole import assert_whole

VALUES = st.sampled_from(["a", "b", "c"])
SETS = st.frozensets(st.sampled_from(["x", "y", "z"]))
STATUS = st.sampled_from(["new", "in_progress", "processed", "closed"])
FIELDS = st.fixed_dictionaries(
    {}, optional={"title": VALUES, "text": VALUES, "owner": VALUES, "links": SETS, "status": STATUS}
)


class Desk(RuleBasedStateMachine):
    """One desk, one hub, somebody else, answers that get lost, a restart, a restored hub."""

    reports: Bundle[str] = Bundle("reports")

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.cache = open_cache(self.place, clock=self.clock)
        self.hub = Hub()
        self.epoch = 1
        self.logged: dict[str, Offered] = {}
        self.made = 0
        sync(self.cache, self.hub)

    def teardown(self) -> None:
        if not hasattr(self, "cache"):
            return
        try:
            self._at_the_end()
        finally:
            self.cache.close()
            shutil.rmtree(self.place)

    def _at_the_end(self) -> None:
        """When all is up and down, desk and hub are equal; nothing is there twice."""
        self._others_offer()
        for _ in range(3):
            self.clock.at += 120_000
            sync(self.cache, self.hub)
        assert_whole(self.cache)
        if not self.cache.attention().refusals:
            assert same_as_hub(self.cache, self.hub)
        ids = [entry.changeset.id for entry in self.hub.log]
        assert len(ids) == len(set(ids))

    def _others_offer(self) -> None:
        """Other desks give back to a restored hub what they have of others."""
        for offer in self.logged.values():
            item = PushItem(offer.changeset, offer.previous)
            if offer.changeset.id not in self.hub.state.outcomes:
                self.hub.append([item], offer.changeset.actor)

    def usable(self, record: str) -> bool:
        return self.cache.get("report", record) is not None

    @rule(target=reports, title=VALUES)
    def create(self, title: str) -> str:
        return self.cache.create("report", {"title": title})

    @rule(target=reports, title=VALUES)
    def other_creates(self, title: str) -> Any:
        self.made += 1
        record = self.hub.report(10_000 + self.made, title=title)
        pull(self.cache, self.hub) if not engine.may_load(self.cache.state) else None
        return record if self.usable(record) else multiple()

    @rule(record=reports, fields=FIELDS)
    def edit(self, record: str, fields: dict[str, Any]) -> None:
        if self.usable(record):
            self.cache.edit("report", record, fields)

    @rule(record=reports, fields=FIELDS, stale=FIELDS)
    def edit_what_was_shown_long_ago(
        self, record: str, fields: dict[str, Any], stale: dict[str, Any]
    ) -> None:
        if self.usable(record):
            shown = {n: sorted(v) if n == "links" else v for n, v in stale.items()}
            self.cache.edit("report", record, fields, shown=shown)

    @rule(record=reports, value=VALUES, name=st.sampled_from(["title", "text", "owner"]))
    def other_edits(self, record: str, value: str, name: str) -> None:
        held = self.hub.state.records.get(("report", record))
        if held is not None and held.values[name] != value and not held.values["removed"]:
            self.hub.change(record, **{name: (held.values[name], value)})  # type: ignore[arg-type]

    @rule(record=reports)
    def remove(self, record: str) -> None:
        if self.usable(record) and not self.cache.get("report", record).removed:  # type: ignore[union-attr]
            self.cache.remove("report", record)

    @rule()
    def undo_the_last(self) -> None:
        pending = self.cache.pending()
        if pending:
            self.cache.undo([pending[-1].id])

    @rule()
    def push_all(self) -> None:
        push(self.cache, self.hub)

    @rule(limit=st.integers(1, 4))
    def push_and_lose_the_answer(self, limit: int) -> None:
        batch = self.cache.batch(limit)
        if batch is not None:
            self.hub.append(batch.items)

    @rule(limit=st.integers(1, 4))
    def the_answer_comes_after_the_pull(self, limit: int) -> None:
        batch = self.cache.batch(limit)
        me = self.cache.identity
        assert me is not None
        if batch is not None:
            request = engine.push_request(
                self.cache.state, me.device, batch.items, batch.chain_end, ""
            )
            outcomes = tuple(self.hub.append(batch.items))
            pull(self.cache, self.hub)
            answer = PushAnswer(self.hub.state.epoch, outcomes, (self.hub.checkpoint(),))
            self.cache.carry_out(*engine.on_push(self.cache.state, request, answer, trust))

    @rule(limit=st.integers(1, 3))
    def pull_a_page(self, limit: int) -> None:
        pull(self.cache, self.hub, limit)

    @rule()
    def load_anew(self) -> None:
        load(self.cache, self.hub, 3)

    @rule()
    def settle_conflicts(self) -> None:
        for conflict in self.cache.conflicts():
            self.cache.settle(conflict.id, conflict.offered)

    @rule()
    def refuse_the_first(self) -> None:
        """The hub turns down something that it has not logged."""
        batch = self.cache.batch(1)
        if batch is not None:
            changeset = batch.items[0].changeset
            if changeset.id not in self.hub.state.outcomes:
                outcome = Outcome(changeset.id, Code.REFUSED, reason="not_allowed")
                self.hub.state.outcomes[changeset.id] = outcome
                self.cache.carry_out(self.cache.state, (Settle((outcome,)),))

    @rule(correct=st.booleans())
    def deal_with_refusals(self, correct: bool) -> None:
        for refusal in self.cache.attention().refusals:
            known = [c.how == "new" or self.usable(c.id) for c in refusal.changes]
            if correct and all(known):
                self.cache.retry(refusal.id, {})
            else:
                self.cache.discard(refusal.id)

    @rule()
    def restart(self) -> None:
        self.cache.close()
        self.cache = open_cache(self.place, clock=self.clock)

    @rule()
    def lose_the_file(self) -> None:
        """The file is lost; the journal has the unsent work."""
        unsent = [pending.id for pending in self.cache.pending()]
        refused = [refusal.id for refusal in self.cache.attention().refusals]
        self.cache.close()
        for path in self.place.glob("cache.db*"):
            path.unlink()
        self.cache = open_cache(self.place, clock=self.clock)
        assert {*unsent, *refused} <= {pending.id for pending in self.cache.pending()}
        load(self.cache, self.hub)

    @rule()
    def a_copy_of_the_disk(self) -> None:
        self.cache.carry_out(self.cache.state, (NewDevice(),))

    @rule(back=st.integers(0, 6))
    def the_hub_is_restored(self, back: int) -> None:
        self.logged |= {o.changeset.id: o for o, _, _ in self.hub.offers if o.actor.name == "piet"}
        self.epoch += 1
        seq = max(0, self.hub.head.seq - back)
        self.hub = self.hub.restored(seq, f"e{self.epoch}")
        self.cache.carry_out(*told_restored(self.cache.state))
        load(self.cache, self.hub)

    @rule(days=st.integers(1, 40))
    def grow_old(self, days: int) -> None:
        self.clock.at += days * 86_400_000
        self.cache.purge_old()

    @invariant()
    def it_is_whole(self) -> None:
        if hasattr(self, "cache"):
            assert_whole(self.cache)


TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
