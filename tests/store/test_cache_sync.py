"""Loads, lost grants, a restored hub, a copied disk: nothing that was written gets lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kcr2desk.core import engine
from kcr2desk.core.chain import asked_root, device_link, entry_hash
from kcr2desk.core.changes import Change, How, Snapshot
from kcr2desk.core.engine import Drop, NewDevice, OfferAgain, told_restored
from kcr2desk.core.ids import is_number, uuid7
from kcr2desk.core.messages import PushItem
from kcr2desk.store import Cache, ReportQuery
from tests.store.fake_hub import (
    NOW,
    STREAM,
    Clock,
    Hub,
    load,
    load_page,
    open_cache,
    pull,
    push,
    same_as_hub,
    sync,
    trust,
)


def titles(cache: Cache) -> set[str]:
    return {record.title for record in cache.all("report")}  # type: ignore[attr-defined]


def test_a_new_desk_loads_in_pages_and_is_usable_meanwhile(cache: Cache, hub: Hub) -> None:
    for n in range(1, 26):
        hub.report(n)
    cache.carry_out(engine.want(cache.state, (STREAM,)), ())
    load_page(cache, hub, 10)
    assert cache.facts().loading
    assert len(cache.page(ReportQuery()).lines) == 10
    mine = cache.create("report", {"title": "made meanwhile"})
    hub.report(26)
    load(cache, hub, 10)
    assert not cache.facts().loading
    sync(cache, hub)
    assert same_as_hub(cache, hub)
    assert cache.get("report", mine) is not None
    assert len(cache.search("report")) == 26
    assert cache.count(ReportQuery(text="meanwhile")).number == 1


def test_a_load_goes_on_after_a_restart(tmp_path: Path, hub: Hub) -> None:
    for n in range(1, 26):
        hub.report(n)
    with open_cache(tmp_path) as cache:
        cache.carry_out(engine.want(cache.state, (STREAM,)), ())
        load_page(cache, hub, 10)
    with open_cache(tmp_path) as cache:
        assert cache.state.loading is not None
        load(cache, hub, 10)
        sync(cache, hub)
        assert same_as_hub(cache, hub)
        names = {n for (n,) in cache.writer().execute("SELECT name FROM sqlite_master")}
        assert {"report_stream", "report_incident", "conflict_about"} <= names


def test_a_snapshot_that_is_newer_than_the_cursor_is_not_undone(cache: Cache, hub: Hub) -> None:
    record = hub.report(1)
    cache.carry_out(engine.want(cache.state, (STREAM,)), ())
    state, request = engine.snapshot_request(cache.state, "device", 100)
    cache.carry_out(state, ())
    page = hub.snapshot()
    hub.change(record, title=("report 1", "two"))
    late = hub.snapshot()  # the record is read after the head was
    page = type(page)(page.head, late.records)
    cache.carry_out(*engine.on_snapshot(cache.state, request, page, trust))
    hub.change(record, title=("two", "three"))
    pull(cache, hub, limit=1)
    assert titles(cache) == {"two"}
    pull(cache, hub)
    assert titles(cache) == {"three"}


def test_a_later_load_drops_what_the_hub_no_longer_shows(online: Cache, hub: Hub) -> None:
    gone, stays = hub.report(1), hub.report(2)
    sync(online, hub)
    online.edit("report", gone, {"title": "my edit of it"})
    mine = online.create("report", {"title": "mine"})
    del hub.state.records["report", gone]
    load(online, hub)
    assert online.get("report", gone) is None
    assert online.get("report", stays) is not None
    assert online.get("report", mine) is not None
    assert len(online.pending()) == 2  # nothing of what was written is gone


def test_fields_and_types_of_a_newer_hub_are_kept_or_left(cache: Cache, hub: Hub) -> None:
    record = hub.report(1)
    load(cache, hub)
    page = hub.snapshot()
    newer = {**page.records[0].values, "colour": "red"}
    records = (
        Snapshot("report", record, 1, newer),
        Snapshot("volcano", uuid7(NOW, 7), 1, {"name": "x"}),
    )
    cache.carry_out(engine.want(cache.state, (STREAM,)), ())
    state, request = engine.snapshot_request(cache.state, "device", 100)
    cache.carry_out(state, ())
    cache.carry_out(
        *engine.on_snapshot(cache.state, request, type(page)(page.head, records), trust)
    )
    assert cache.get("report", record).extra == {"colour": "red"}  # type: ignore[union-attr]
    cache.edit("report", record, {"title": "mine"})
    sync(cache, hub)
    assert cache.get("report", record).extra == {"colour": "red"}  # type: ignore[union-attr]


def test_withheld_fields_are_blank(cache: Cache, hub: Hub) -> None:
    record = hub.report(1)
    cache.carry_out(engine.want(cache.state, (STREAM,)), ())
    state, request = engine.snapshot_request(cache.state, "device", 100)
    cache.carry_out(state, ())
    page = hub.snapshot()
    bare = {n: v for n, v in page.records[0].values.items() if n not in ("caller", "urgent")}
    records = (Snapshot("report", record, 1, bare),)
    cache.carry_out(
        *engine.on_snapshot(cache.state, request, type(page)(page.head, records), trust)
    )
    found = cache.get("report", record)
    assert (found.caller, found.urgent) == ("", False)  # type: ignore[union-attr]


def test_a_lost_grant_takes_the_stream_but_not_the_unsent_work(online: Cache, hub: Hub) -> None:
    hub.report(1, follows=["x"])
    sync(online, hub)
    record = online.create("report", {"title": "mine"})
    digest = online.put_file(STREAM, b"bytes")
    online.carry_out(online.state, (Drop(STREAM),))
    assert online.all("report") == []
    assert online.search("report") == ()
    assert [p.changes[0].id for p in online.pending()] == [record]
    assert online.file(digest) == b"bytes"  # still to be sent
    db = online.writer()
    for table in ("report", "follow", "entry_page", "touch", "seen_checkpoint"):
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    load(online, hub)  # granted anew
    sync(online, hub)
    assert same_as_hub(online, hub)
    assert titles(online) == {"report 1", "mine"}


# -- a restored hub ------------------------------------------------------------------------------


def restore(cache: Cache, hub: Hub, seq: int, epoch: str = "e2") -> Hub:
    """The hub comes back from a backup and the desk is told; it has loaded it again."""
    restored = hub.restored(seq, epoch)
    cache.carry_out(*told_restored(cache.state))
    load(cache, restored)
    return restored


def offer_all(cache: Cache, hub: Hub, limit: int = 100) -> int:
    """Offer what the hub lost; the hub takes what it does not have. Returns how many entries."""
    offered = 0
    while (offer := cache.next_offer(limit)) is not None:
        at = offer.after_hash
        for entry in offer.entries:
            at = entry_hash(at, entry)
        assert at == offer.proof.hash
        assert offer.proof.seq == offer.entries[-1].seq
        for entry in offer.entries:
            item = PushItem(entry.changeset, entry.device_previous)
            hub.append([item], entry.changeset.actor)
        offered += len(offer.entries)
        cache.offered(offer.stream, offer.entries[-1].seq)
    return offered


def test_a_restored_hub_gets_back_what_it_lost(online: Cache, hub: Hub) -> None:
    theirs = hub.report(1)
    sync(online, hub)
    kept = online.create("report", {"title": "kept"})
    sync(online, hub)
    online.edit("report", theirs, {"title": "my lost edit"})
    lost = online.create("report", {"title": "my lost report"})
    sync(online, hub)
    unpulled = online.create("report", {"title": "confirmed, not pulled"})
    push(online, hub)
    waiting = online.create("report", {"title": "not pushed"})
    restored = restore(online, hub, 2)
    assert {kept, lost, unpulled, waiting} <= {r.id for r in online.all("report")}
    assert online.get("report", theirs).title == "my lost edit"  # type: ignore[union-attr]
    sync(online, restored)
    assert same_as_hub(online, restored)
    assert {kept, theirs, lost, unpulled, waiting} == {
        k[1] for k in restored.state.records if k[0] == "report"
    }
    ids = [entry.changeset.id for entry in restored.log]
    assert len(ids) == len(set(ids))


def test_what_others_wrote_is_offered_too(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    for n in range(2, 8):
        hub.change(record, text=("" if n == 2 else f"text {n - 1}", f"text {n}"))
        sync(online, hub)
    hub.report(9)
    sync(online, hub)
    restored = restore(online, hub, 3)
    assert offer_all(online, restored, limit=3) == 5
    sync(online, restored)
    assert same_as_hub(online, restored)
    assert online.get("report", record).text == "text 7"  # type: ignore[union-attr]
    assert len(restored.log) == 8
    assert online.next_offer(100) is None
    assert len([n for n in online.history("report", record) if n.field == "text"]) == 6


def test_an_offer_starts_in_the_middle_of_a_page(online: Cache, hub: Hub) -> None:
    for n in range(1, 31):
        hub.report(n)
    sync(online, hub)
    restored = restore(online, hub, 20)
    assert offer_all(online, restored) == 10
    sync(online, restored)
    assert same_as_hub(online, restored)


def test_a_restore_twice(online: Cache, hub: Hub) -> None:
    for n in range(1, 9):
        hub.report(n)
        sync(online, hub)
    mine = online.create("report", {"title": "mine"})
    sync(online, hub)
    second = restore(online, hub, 6)
    third = restore(online, second, 2, "e3")
    offer_all(online, third)
    sync(online, third)
    assert same_as_hub(online, third)
    assert ("report", mine) in third.state.records
    assert len(third.log) == 9


def test_entries_that_end_at_no_checkpoint_are_left(online: Cache, hub: Hub) -> None:
    hub.report(1)
    sync(online, hub)
    hub.report(2)
    hub.report(3)
    entries = tuple(hub.log[1:2])
    state = replace(online.state, cursors={STREAM: hub.at(2)})
    step = engine.Apply(STREAM, entries, (hub.at(2).hash,), hub.at(2))
    online.carry_out(state, (step,))
    restored = restore(online, hub, 1)
    assert online.next_offer(100) is None
    assert online.next_offer(100) is None
    sync(online, restored)
    assert titles(online) == {"report 1"}


def test_own_old_changes_do_not_cover_what_is_newer(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    sync(online, hub)
    online.edit("report", record, {"title": "mine"})
    sync(online, hub)
    hub.change(record, title=("mine", "newer"))
    sync(online, hub)
    restored = restore(online, hub, 3)
    assert online.get("report", record).title == "newer"  # type: ignore[union-attr]
    assert len(online.pending()) == 1
    sync(online, restored)
    assert same_as_hub(online, restored)


def test_a_proof_that_is_only_in_the_step_counts(online: Cache, hub: Hub) -> None:
    hub.report(1)
    sync(online, hub)
    online.writer().execute("DELETE FROM seen_checkpoint")
    online.carry_out(online.state, (OfferAgain(STREAM, (hub.at(0),), hub.checkpoint()),))
    offer = online.next_offer(100)
    assert offer is not None
    assert [entry.seq for entry in offer.entries] == [1]


# -- a copied disk -------------------------------------------------------------------------------


def test_a_copied_folder_goes_on_as_a_new_device(tmp_path: Path, hub: Hub) -> None:
    with open_cache(tmp_path / "one") as cache:
        sync(cache, hub)
        cache.create("report", {"title": "before"})
        sync(cache, hub)
        cache.create("report", {"title": "unsent, on both"})
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    with (
        open_cache(tmp_path / "one") as one,
        open_cache(tmp_path / "two", clock=Clock(NOW + 50_000_000)) as two,
    ):
        one.create("report", {"title": "only on one"})
        two.create("report", {"title": "only on two"})
        sync(one, hub)
        old = two.identity
        two.carry_out(two.state, (NewDevice(),))
        new = two.identity
        assert old is not None
        assert new is not None
        assert (new.account, new.device_code) == (old.account, "")
        assert new.device != old.device
        assert new.device_key != old.device_key
        assert two.number_blocks() == ()
        number = two.get("report", two.create("report", {"title": "three"})).number  # type: ignore[union-attr]
        assert is_number(number)
        batch = two.batch()
        assert batch is not None
        link = "0" * 64
        for n, item in enumerate(batch.items, 1):
            assert (item.changeset.device, item.changeset.device_seq) == (new.device, n)
            assert item.previous == link
            link = device_link(link, asked_root(item.changeset))
        assert batch.chain_end == link
        sync(two, hub)
        sync(one, hub)
        assert titles(one) == titles(two)
        assert len(titles(one)) == 5
        assert same_as_hub(one, hub)
    with open_cache(tmp_path / "two") as two:
        assert two.identity == new


def test_a_restore_after_a_new_device_keeps_the_order(online: Cache, hub: Hub) -> None:
    record = online.create("report", {"title": "a"})
    sync(online, hub)
    online.carry_out(online.state, (NewDevice(),))
    online.edit("report", record, {"title": "b"})
    restored = restore(online, hub, 0)
    batch = online.batch()
    assert batch is not None
    assert [item.changeset.changes[0].how for item in batch.items] == [How.NEW, How.EDIT]
    assert {item.changeset.device for item in batch.items} == {online.identity.device}  # type: ignore[union-attr]
    sync(online, restored)
    assert same_as_hub(online, restored)
    assert not online.attention()


# -- old age -------------------------------------------------------------------------------------


def test_what_is_old_goes_but_not_of_open_incidents(tmp_path: Path, hub: Hub) -> None:
    clock = Clock()
    with open_cache(tmp_path, clock=clock) as cache:
        sync(cache, hub)
        incident = uuid7(NOW, 5)
        hub.write(Change("incident", incident, How.NEW, {"title": "flood"}))
        of_incident = hub.report(1, incident=incident)
        sync(cache, hub)
        plain = hub.report(2)
        sync(cache, hub)
        mine = cache.create("report", {"title": "mine"})
        sync(cache, hub)
        unsent = cache.create("report", {"title": "unsent"})
        clock.at += 40 * 86_400_000
        cache.purge_old()
        assert cache.history("report", plain) == ()
        assert cache.history("report", mine) == ()
        assert cache.history("report", of_incident)
        assert cache.history("report", unsent)
        last = cache.batch()
        assert last is not None
        assert last.items[0].changeset.device_seq == 2
        sync(cache, hub)
        clock.at += 40 * 86_400_000
        cache.purge_old()
        cache.create("report", {"title": "goes on"})
        (item,) = cache.batch().items  # type: ignore[union-attr]
        assert item.changeset.device_seq == 3
        assert item.previous == last.chain_end
        sync(cache, hub)
        assert same_as_hub(cache, hub)


@pytest.mark.parametrize("limit", [1, 7, 100])
def test_pages_of_any_size_come_to_the_same(cache: Cache, hub: Hub, limit: int) -> None:
    load(cache, hub)
    records = [hub.report(n) for n in range(1, 12)]
    for n, record in enumerate(records):
        hub.change(record, title=(f"report {n + 1}", f"edited {n}"))
        hub.change(record, received_at=(None, NOW - n * 60_000))  # it moves in the list
    while pull(cache, hub, limit):
        pass
    assert same_as_hub(cache, hub)
    lines = cache.page(ReportQuery()).lines
    assert [line.received_at for line in lines] == sorted(
        (line.received_at or 0 for line in lines), reverse=True
    )
    assert len(cache.search("edited")) == 11
    assert cache.search("report") == ()
