"""Own changes over what the hub has: they leave when their own entry was pulled, not before."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcr2desk.core.changes import Change, Code, How, Outcome
from kcr2desk.core.engine import Settle, on_problem
from kcr2desk.core.fields import moment
from kcr2desk.core.messages import Problem
from kcr2desk.core.records import Report
from kcr2desk.store import Cache, Draft, MissingRecord, ReportQuery, journal
from tests.store.fake_hub import KEY, STREAM, Hub, open_cache, pull, push, same_as_hub, sync


def report(cache: Cache, record: str) -> Report:
    found = cache.get("report", record)
    assert isinstance(found, Report)
    return found


def test_a_report_travels(online: Cache, hub: Hub, tmp_path: Path) -> None:
    record = online.create("report", {"title": "x"})
    sync(online, hub)
    assert same_as_hub(online, hub)
    assert report(online, record).revision == 1
    with open_cache(tmp_path / "piet", "piet") as other:
        sync(other, hub)
        assert report(other, record).title == "x"
        assert same_as_hub(other, hub)


def test_the_overlay_stays_between_outcome_and_pull(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    online.edit("report", record, {"title": "mine"})
    push(online, hub)
    assert online.pending() == ()
    assert report(online, record).title == "mine"  # confirmed, and not yet pulled: no flicker
    hub.change(record, text=("", "theirs"))
    pull(online, hub, limit=1)
    assert report(online, record).title == "mine"
    pull(online, hub)
    assert report(online, record).text == "theirs"
    assert same_as_hub(online, hub)


def test_the_pull_comes_before_the_outcome(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    online.edit("report", record, {"title": "mine"})
    batch = online.batch()
    assert batch is not None
    outcomes = hub.append(batch.items)
    pull(online, hub)  # the answer to the push is lost, its entry arrives
    assert online.pending() == ()
    assert same_as_hub(online, hub)
    online.carry_out(online.state, (Settle(tuple(outcomes)),))  # and now the answer, late
    assert same_as_hub(online, hub)
    assert online.batch() is None


def test_a_pushed_change_is_pushed_again_when_the_answer_is_lost(online: Cache, hub: Hub) -> None:
    online.create("report", {"title": "x"})
    batch = online.batch()
    assert batch is not None
    hub.append(batch.items)
    outcomes = push(online, hub)
    assert [outcome.duplicate for outcome in outcomes] == [True]
    pull(online, hub)
    assert same_as_hub(online, hub)
    assert len(hub.log) == 1


def test_different_fields_merge(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    online.edit("report", record, {"title": "mine"})
    hub.change(record, text=("", "theirs"))
    sync(online, hub)
    assert (report(online, record).title, report(online, record).text) == ("mine", "theirs")
    assert same_as_hub(online, hub)
    assert not online.attention()


def test_the_same_field_conflicts_and_is_settled(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    online.edit("report", record, {"title": "mine"})
    hub.change(record, title=("report 1", "theirs"))
    pull(online, hub)
    assert report(online, record).title == "mine"  # until the hub ruled
    sync(online, hub)
    assert report(online, record).title == "theirs"
    (conflict,) = online.conflicts(record)
    assert (conflict.current, conflict.offered) == ("theirs", "mine")
    assert online.facts().attention == len(online.attention()) == 1
    assert "conflict" in {line.outcome for line in online.history("report", record)}
    online.settle(conflict.id, "mine")
    assert report(online, record).title == "mine"
    assert online.conflicts() == ()
    sync(online, hub)
    assert same_as_hub(online, hub)
    assert report(online, record).title == "mine"


def test_settling_with_what_stands_only_ends_the_conflict(online: Cache, hub: Hub) -> None:
    record = hub.report(1, received_at=1_000)
    sync(online, hub)
    values = online.values("report", record)
    assert values is not None
    hub.change(record, received_at=(1_000, 2_000))
    online.edit("report", record, {"received_at": moment(3_000)})
    sync(online, hub)
    (conflict,) = online.conflicts(record)
    online.settle(conflict.id, conflict.current)  # a wire value, as the conflict has it
    assert len(online.pending()[-1].changes) == 1
    online.settle(conflict.id, moment(3_000))
    sync(online, hub)
    assert report(online, record).received_at == moment(3_000)


def test_a_claim_goes_to_the_first_without_a_conflict(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    online.edit("report", record, {"owner": "jansen"})
    hub.change(record, owner=("", "piet"))
    (outcome,) = push(online, hub)
    assert (outcome.code, outcome.fields) == (Code.MERGED, ("owner",))
    pull(online, hub)
    assert report(online, record).owner == "piet"
    assert not online.attention()
    assert [n.outcome for n in online.history("report", record) if n.actor == "jansen"] == ["kept"]


def test_a_refused_edit_parks_and_holds_those_behind_it(online: Cache, hub: Hub) -> None:
    record, other = hub.report(1), hub.report(2)
    sync(online, hub)
    hub.change(record, status=("new", "closed"))
    refused = online.edit("report", record, {"status": "in_progress"})
    assert refused is not None
    later = online.edit("report", record, {"title": "later"})
    online.edit("report", other, {"title": "goes on"})
    online.carry_out(
        online.state, (Settle((Outcome(refused, Code.REFUSED, reason="wrong_step"),)),)
    )
    assert report(online, record).status == "new"  # what the hub had when last heard
    assert report(online, record).title == "later"
    attention = online.attention()
    assert [r.id for r in attention.refusals] == [refused]
    assert attention.refusals[0].changes[0].fields == {"status": ["new", "in_progress"]}
    states = {p.id: (p.state, p.behind) for p in online.pending()}
    assert states[later] == ("held", refused)  # type: ignore[index]
    another = online.edit("report", record, {"text": "even later"})
    assert {p.id: p.behind for p in online.pending()}[another] == refused  # type: ignore[index]
    batch = online.batch()
    assert batch is not None
    assert len(batch.items) == 1  # only the other record goes up
    push(online, hub)
    online.discard(refused)
    assert not online.attention()
    assert "discarded" in {n.outcome for n in online.history("report", record)}
    sync(online, hub)
    assert same_as_hub(online, hub)
    assert report(online, record).text == "even later"
    with pytest.raises(KeyError):
        online.discard(refused)


def test_a_refused_report_is_corrected(online: Cache, hub: Hub) -> None:
    record = online.create("report", {"title": "x"})
    made = online.pending()[0].id
    online.edit("report", record, {"text": "more"})
    online.attach("report", record, "a.txt", "text/plain", b"abc")
    online.carry_out(
        online.state, (Settle((Outcome(made, Code.REFUSED, reason="missing_field"),)),)
    )
    assert online.get("report", record) is None  # the hub does not have it, and will not
    assert [p.state for p in online.pending()] == ["held", "held"]
    corrected = online.retry(made, {"title": "better"})
    assert report(online, record).title == "better"
    assert report(online, record).text == "more"
    assert {p.behind for p in online.pending()} == {"", corrected}
    sync(online, hub)
    sync(online, hub)
    assert not online.attention()
    assert same_as_hub(online, hub)
    assert report(online, record).text == "more"
    with pytest.raises(KeyError):
        online.retry(made, {})


def test_giving_up_a_new_report_gives_up_what_hangs_on_it(online: Cache, hub: Hub) -> None:
    record = online.create("report", {"title": "x"})
    made = online.pending()[0].id
    online.edit("report", record, {"text": "more"})
    online.attach("report", record, "a.txt", "text/plain", b"abc")
    online.carry_out(online.state, (Settle((Outcome(made, Code.REFUSED, reason="not_allowed"),)),))
    online.discard(made)
    assert online.pending() == ()
    assert not online.attention()
    assert online.batch() is None
    assert online.all("attachment") == []
    sync(online, hub)
    assert hub.log == []


def test_quarantined_and_held_are_asked_again_apart(cache: Cache, hub: Hub) -> None:
    sync(cache, hub)
    record = hub.report(1)
    sync(cache, hub)
    first = cache.edit("report", record, {"title": "a"})
    second = cache.edit("report", record, {"title": "b"})
    assert first is not None
    assert second is not None
    outcomes = (
        Outcome(first, Code.QUARANTINED, reason="hub_failed"),
        Outcome(second, Code.HELD, behind=first),
    )
    cache.carry_out(cache.state, (Settle(outcomes),))
    assert report(cache, record).title == "b"
    assert cache.batch() is None  # no hot loop
    third = cache.edit("report", record, {"title": "c"})
    assert cache.batch() is None  # it keeps its place behind the second
    for _ in range(6):
        cache.set_note("time", "goes on")
    batch = cache.batch()
    assert batch is not None
    assert [item.changeset.id for item in batch.items] == [second, third]
    for _ in range(60):
        cache.set_note("time", "goes on")
    assert len(cache.batch().items) == 3  # type: ignore[union-attr]
    push(cache, hub)
    pull(cache, hub)
    assert same_as_hub(cache, hub)
    assert report(cache, record).title == "c"


def test_what_the_hub_withdraws_goes_and_comes_back(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    hub.write(Change("report", record, How.EDIT, {"audience": {"add": ["VR06"]}}))
    hub.write(Change("report", record, How.EDIT, {"audience": {"take": ["VR06"]}}))
    sync(online, hub)
    assert same_as_hub(online, hub)
    assert online.count(ReportQuery(unread=True)).number == 1  # unread as it was
    assert "withdraw" in {line.how for line in online.history("report", record)}


def test_an_entry_for_a_record_that_is_not_here_undoes_the_page(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    hub.report(2)
    sync(online, hub)
    online.writer().execute("DELETE FROM report WHERE id = ?", (record,))
    before = online.state
    hub.report(3)
    hub.change(record, title=("report 1", "y"))
    with pytest.raises(MissingRecord) as caught:
        pull(online, hub)
    assert caught.value.stream == STREAM
    assert online.state == before
    assert len(online.all("report")) == 1


def test_a_purge_empties_every_copy(online: Cache, hub: Hub) -> None:
    record = hub.report(1, caller="Mevrouw Geheim", callback="+31 6 11111111")
    sync(online, hub)
    mine = online.create("report", {"title": "mine", "caller": "Geheim Ook"})
    sync(online, hub)
    hub.change(record, caller=("Mevrouw Geheim", "Meneer Geheim"))
    sync(online, hub)
    online.keep_draft(
        Draft("d", "report", record, {"caller": "Geheim"}, {"caller": "Geheim", "title": "t"}, 1)
    )
    online.edit("report", record, {"caller": "Iemand", "title": "now"})
    hub.purge(record, "caller", "callback")
    hub.purge(mine, "caller")
    sync(online, hub)
    db = online.writer()
    for table, column in (("outbox", "body"), ("draft", "shown"), ("draft", "typed")):
        for (cell,) in db.execute(f"SELECT {column} FROM {table}"):
            assert "Geheim" not in (cell if isinstance(cell, str) else cell.decode())
    assert "Geheim" not in repr(online.history("report", record))
    assert "Geheim" not in repr(online.history("report", mine))
    assert online.search("Geheim") == ()
    told = journal.read(online.folder / journal.NAME, KEY)
    assert told is not None
    assert not [q for q in told.queued.values() if b"Geheim" in q.body]
    assert online.draft("d").typed == {"title": "t"}  # type: ignore[union-attr]
    assert report(online, record).title == "now"
    assert same_as_hub(online, hub)
    chain = online.batch(), online.create("report", {"title": "next"}), online.batch()
    assert chain[0] is None
    assert chain[2] is not None


def test_window_and_late_answers_change_nothing(online: Cache, hub: Hub) -> None:
    record = online.create("report", {"title": "x"})
    sync(online, hub)
    state, steps = on_problem(online.state, "e1", Problem("window", "e1"))
    online.carry_out(state, steps)
    assert online.facts().loading
    sync(online, hub)
    assert same_as_hub(online, hub)
    assert report(online, record).title == "x"
