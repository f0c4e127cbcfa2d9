"""The desk's side of sync, on values alone: what an answer does to the state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcr2desk.core.access import Actor
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import (
    Change,
    Changeset,
    Checkpoint,
    Code,
    Cursor,
    Entry,
    How,
    Outcome,
    Snapshot,
)
from kcr2desk.core.engine import (
    Apply,
    Drop,
    Load,
    NewDevice,
    OfferAgain,
    Settle,
    SyncState,
    may_load,
    may_push,
    on_problem,
    on_pull,
    on_push,
    on_snapshot,
    pull_request,
    push_request,
    snapshot_request,
    want,
)
from kcr2desk.core.ids import uuid7
from kcr2desk.core.messages import (
    Page,
    Problem,
    Pulled,
    PullHead,
    PushAnswer,
    SnapshotHead,
    SnapshotPage,
)

JAN = Actor("jan", "duty_officer", "KCR2")
GRANTS = {"national": "g1"}


def trust(_: Checkpoint) -> bool:
    return True


def entries(count: int, epoch: str = "e1") -> tuple[Entry, ...]:
    state = LogState(epoch, {"national": first_head()}, {}, {})
    for n in range(1, count + 1):
        change = Change("report", uuid7(n, n), How.NEW, {"title": f"report {n}"})
        changeset = Changeset(uuid7(n, 99), "d", n, "jan", "national", n, 1, f"{n:032x}", (change,))
        append(state, [Offered(changeset, GENESIS, JAN)], n)
    return tuple(a.entry for a in state.appended)


LOG = entries(6)


def checkpoint(seq: int, epoch: str = "e1") -> Checkpoint:
    return Checkpoint("hub", epoch, "national", seq, LOG[seq - 1].hash if seq else GENESIS)


def at(seq: int) -> Cursor:
    return Cursor(seq, LOG[seq - 1].hash if seq else GENESIS)


def following(seq: int = 0) -> SyncState:
    return SyncState(
        "e1", {"national": at(seq)}, {"national": checkpoint(seq)} if seq else {}, GRANTS
    )


def pulled(first: int, last: int, head: int = 6, **fields) -> Pulled:
    """The answer that holds entries `first` to `last`."""
    page = Page("national", last - first + 1, at(last), head)
    told = PullHead("e1", (checkpoint(head),), (page,), GRANTS)
    return Pulled(replace(told, **fields), LOG[first - 1 : last])


def test_a_page_moves_cursor_and_proof_in_one_step() -> None:
    state = following(0)
    state, steps = on_pull(state, pull_request(state, "d"), pulled(1, 4), trust)
    assert state.cursors["national"] == at(4)
    assert state.checkpoints["national"].seq == 6
    (apply,) = steps
    assert isinstance(apply, Apply)
    assert apply.hashes == tuple(e.hash for e in LOG[:4])


def test_a_late_or_doubled_answer_changes_nothing() -> None:
    state = following(0)
    asked = pull_request(state, "d")
    state, _ = on_pull(state, asked, pulled(1, 4), trust)
    again, steps = on_pull(state, asked, pulled(1, 4), trust)
    assert again.cursors == state.cursors
    assert steps == ()


@pytest.mark.parametrize(
    "broken",
    [
        lambda p: replace(p, entries=p.entries[1:], head=replace(
            p.head, pages=(replace(p.head.pages[0], count=3),))),
        lambda p: replace(p, entries=p.entries[::-1]),
        lambda p: replace(p, entries=(*p.entries[:3], replace(p.entries[3], logged_at=99))),
        lambda p: replace(p, head=replace(
            p.head, pages=(replace(p.head.pages[0], to=Cursor(4, "f" * 64)),))),
        lambda p: replace(p, entries=(), head=replace(
            p.head, pages=(Page("national", 0, at(0), 6),), checkpoints=(
                replace(checkpoint(1), seq=0, hash="e" * 64),))),
    ],
)  # fmt: skip
def test_a_page_that_does_not_continue_our_chain_is_thrown_away_whole(broken) -> None:
    state = following(0)
    after, steps = on_pull(state, pull_request(state, "d"), broken(pulled(1, 4)), trust)
    assert steps == ()
    assert after.offer
    assert after.wanted == ("national",)
    assert after.cursors == state.cursors
    assert not may_push(after)


def test_a_checkpoint_is_replaced_only_by_an_answer_to_a_request_that_showed_it() -> None:
    state = following(2)
    old_request = push_request(SyncState("e1"), "d", (), GENESIS, "")
    answer = PushAnswer("e1", (), (checkpoint(6),))
    after, _ = on_push(state, old_request, answer, trust)
    assert after.checkpoints["national"].seq == 2
    after, _ = on_push(state, push_request(state, "d", (), GENESIS, ""), answer, trust)
    assert after.checkpoints["national"].seq == 6


def test_a_checkpoint_that_the_hub_did_not_sign_is_not_kept() -> None:
    state = following(2)
    answer = PushAnswer("e1", (), (checkpoint(6),))
    request = push_request(state, "d", (), GENESIS, "")
    after, _ = on_push(state, request, answer, lambda c: False)
    assert after.checkpoints == state.checkpoints


def test_outcomes_count_whenever_they_come_and_a_fork_asks_for_a_new_identity() -> None:
    outcome = Outcome("c1", Code.APPLIED, 3)
    moved = replace(following(2), epoch="e2")
    request = push_request(following(2), "d", (), GENESIS, "")
    after, steps = on_push(moved, request, PushAnswer("e1", (outcome,), (), True), trust)
    assert steps == (Settle((outcome,)), NewDevice())
    assert after == moved


def test_a_changed_grant_drops_the_stream_and_loads_it_anew() -> None:
    state = following(2)
    answer = pulled(3, 4, grants={"national": "g2", "test": "g1"})
    after, steps = on_pull(state, pull_request(state, "d"), answer, trust)
    assert steps == (Drop("national"),)
    assert set(after.wanted) == {"national", "test"}
    assert "national" not in after.cursors
    assert not after.offer


def test_a_withdrawn_grant_drops_the_stream_for_good() -> None:
    state = following(2)
    after, steps = on_pull(state, pull_request(state, "d"), pulled(3, 4, grants={}), trust)
    assert steps == (Drop("national"),)
    assert after.wanted == ()


def snapshot(
    epoch: str = "e1", start: int = 3, top: int = 3, more: bool = False, after: str = ""
) -> SnapshotPage:
    head = SnapshotHead(
        epoch, "g1", at(start), (checkpoint(top, epoch),), (at(start),), 1, more, "report", after
    )
    return SnapshotPage(head, (Snapshot("report", uuid7(1, 1), 1, {"title": "report 1"}),))


def test_a_new_desk_counts_from_the_head_at_the_first_page() -> None:
    state = want(SyncState(), ["national"])
    state, first = snapshot_request(state, "d", 100)
    state, steps = on_snapshot(state, first, snapshot(start=3, more=True, after="a"), trust)
    assert [type(s) for s in steps] == [Load]
    assert not may_push(state)
    state, second = snapshot_request(state, "d", 100)
    assert (second.type, second.after, second.epoch) == ("report", "a", "e1")
    assert second.checkpoints == (checkpoint(3),)
    state, steps = on_snapshot(state, second, snapshot(start=6, top=6), trust)
    assert state.cursors["national"] == at(3)
    assert state.checkpoints["national"].seq == 6
    assert [type(s) for s in steps] == [Load]
    assert may_push(state)
    assert not may_load(state)


def test_every_way_into_another_epoch_ends_in_offering_all_that_is_held() -> None:
    told, _ = on_problem(following(5), "e1", Problem("epoch", "e2"))
    unaware = want(following(5), ["national"])
    for begun in (told, unaware):
        state, request = snapshot_request(begun, "d", 100)
        state, steps = on_snapshot(state, request, snapshot("e2"), trust)
        offers = [s for s in steps if isinstance(s, OfferAgain)]
        assert len(offers) == 1
        assert offers[0].proof == checkpoint(5)
        assert state.epoch == "e2"
        assert may_push(state)


def test_a_new_epoch_loads_every_stream_before_anything_is_pushed() -> None:
    state = replace(following(5), cursors={"national": at(5), "reference": at(0)})
    state = want(state, ["national"])
    state, request = snapshot_request(state, "d", 100)
    state, _ = on_snapshot(state, request, snapshot("e2"), trust)
    assert state.wanted == ("reference",)
    assert not may_push(state)


def test_a_restore_while_a_snapshot_is_read_starts_it_again() -> None:
    state = want(SyncState(), ["national"])
    state, first = snapshot_request(state, "d", 100)
    state, _ = on_snapshot(state, first, snapshot(more=True, after="a"), trust)
    state, second = snapshot_request(state, "d", 100)
    state, steps = on_snapshot(state, second, snapshot("e2"), trust)
    assert steps == ()
    assert state.loading is None
    assert state.wanted == ("national",)
    assert state.offer


def test_a_desk_that_is_too_far_behind_loads_anew_without_offering() -> None:
    state, _ = on_problem(following(5), "e1", Problem("window"))
    assert state.wanted == ("national",)
    assert not state.offer
