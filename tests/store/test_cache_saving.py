"""What an officer writes: kept at once, seen at once, queued in order."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kcr2desk.core.bijstand import Capacity, capacity_id
from kcr2desk.core.chain import GENESIS, asked_root, device_link
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import FieldError, moment
from kcr2desk.core.ids import NumberBlock, is_number
from kcr2desk.core.records import Report
from kcr2desk.core.text import Json
from kcr2desk.store import Cache, Changed, Draft, NoIdentity, ReportQuery, WrongKey
from tests.store.fake_hub import KEY, NOW, STREAM, Clock, Hub, load, open_cache, pull, push, sync


def test_a_report_gets_number_and_times(cache: Cache) -> None:
    record = cache.create("report", {"title": "Heidebrand", "region": "VR06"})
    found = cache.get("report", record)
    assert isinstance(found, Report)
    assert is_number(found.number)
    assert found.number.startswith("M-2026-07-K7-0001")
    assert found.received_at == found.entered_at
    assert found.received_at is not None
    assert (found.stream, found.revision) == (STREAM, 0)
    assert cache.facts().waiting == 1


def test_times_that_are_given_stay(cache: Cache) -> None:
    then = datetime(2026, 7, 1, 12, tzinfo=UTC)
    record = cache.create("report", {"title": "x", "received_at": then})
    assert cache.get("report", record).received_at == then  # type: ignore[union-attr]


def test_leased_numbers_are_used_first_and_survive_a_restart(cache: Cache) -> None:
    cache.put_block(NumberBlock(STREAM, "M", "2026-07", 141, 142))
    cache.put_block(NumberBlock(STREAM, "I", "2026-07", 7, 7))
    numbers = []
    for _ in range(3):
        record = cache.create("report", {"title": "x"})
        numbers.append(cache.get("report", record).number)  # type: ignore[union-attr]
    incident = cache.create("incident", {"title": "x"})
    assert cache.get("incident", incident).number.startswith("I-2026-07-0007-")  # type: ignore[union-attr]
    assert numbers[0].startswith("M-2026-07-0141-")
    assert numbers[1].startswith("M-2026-07-0142-")
    assert numbers[2].startswith("M-2026-07-K7-0001-")
    assert cache.number_blocks() == ()


def test_numbers_are_wanted_while_few_are_left(online: Cache) -> None:
    wanted = online.numbers_wanted()
    assert set(wanted) == {(STREAM, letter, "2026-07") for letter in "MIBUTV"}
    for letter in "MBUTV":
        online.put_block(NumberBlock(STREAM, letter, "2026-07", 1, 20))
    assert online.numbers_wanted() == ((STREAM, "I", "2026-07"),)


@pytest.mark.parametrize(
    ("type_name", "fields", "code"),
    [
        ("report", {"title": ""}, "missing_field"),
        ("report", {}, "missing_field"),
        ("report", {"title": "x" * 201}, "too_long"),
        ("report", {"title": "x", "colour": "red"}, "unknown_field"),
        ("report", {"title": "x", "status": "odd"}, "not_a_choice"),
        ("report", {"title": "x", "received_at": datetime(2026, 1, 1)}, "no_time_zone"),
        ("volcano", {"title": "x"}, "unknown_type"),
    ],
)
def test_what_does_not_fit_is_not_saved(
    cache: Cache, type_name: str, fields: dict[str, object], code: str
) -> None:
    with pytest.raises(FieldError) as caught:
        cache.create(type_name, fields)
    assert caught.value.code == code
    assert cache.facts().waiting == 0
    assert cache.all("report") == []


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "\N{FIRE}\N{HELICOPTER}",
        "\u202eעברית",
        "nul\0here",
        "lone \ud800 one",
        "e\u0301",
    ],
)
def test_any_text_can_be_kept(cache: Cache, text: str) -> None:
    record = cache.create("report", {"title": "x", "text": text})
    kept = cache.get("report", record).text  # type: ignore[union-attr]
    kept.encode()
    assert "\0" not in kept
    assert cache.batch() is not None


def test_an_edit_says_what_was_shown(cache: Cache) -> None:
    record = cache.create("report", {"title": "one"})
    shown = cache.values("report", record)
    assert shown is not None
    cache.edit("report", record, {"title": "two"})
    cache.edit("report", record, {"title": "three", "urgent": True}, shown=shown)
    last = cache.pending()[-1].changes[0]
    assert last.fields == {"title": ["one", "three"], "urgent": [False, True]}
    assert cache.get("report", record).title == "three"  # type: ignore[union-attr]


def test_an_edit_that_changes_nothing_is_none(cache: Cache) -> None:
    record = cache.create("report", {"title": "one", "follows": {"a"}})
    assert cache.edit("report", record, {"title": "one", "follows": frozenset("a")}) is None
    assert cache.facts().waiting == 1


def test_sets_are_edited_item_by_item(cache: Cache) -> None:
    record = cache.create("report", {"title": "x", "links": {"a", "b"}})
    cache.edit("report", record, {"links": frozenset({"b", "c"})})
    assert cache.pending()[-1].changes[0].fields == {"links": {"add": ["c"], "take": ["a"]}}
    assert cache.get("report", record).links == {"b", "c"}  # type: ignore[union-attr]


def test_an_edit_of_what_is_not_here_is_an_error(cache: Cache) -> None:
    with pytest.raises(KeyError):
        cache.edit("report", "no", {"title": "x"})
    with pytest.raises(KeyError):
        cache.save(STREAM, [Change("report", "no", How.EDIT, {"title": ["", "x"]})])
    assert cache.facts().waiting == 0


def test_several_at_once_are_a_changeset_each(cache: Cache) -> None:
    records = [cache.create("report", {"title": str(n)}) for n in range(5)]
    cache.edit("report", records[2], {"owner": "jansen"})
    made = cache.edit_many("report", [*records, records[0]], {"owner": "jansen"})
    assert len(made) == 4  # the one that was so already and the one named twice are none
    assert all(cache.get("report", r).owner == "jansen" for r in records)  # type: ignore[union-attr]
    assert len(cache.pending()) == 10


def test_the_device_chain_is_whole(cache: Cache) -> None:
    record = cache.create("report", {"title": "x"})
    for n in range(10):
        cache.edit("report", record, {"title": str(n)})
    batch = cache.batch(limit=100)
    assert batch is not None
    link = GENESIS
    for number, item in enumerate(batch.items, 1):
        assert item.previous == link
        assert item.changeset.device_seq == number
        link = device_link(link, asked_root(item.changeset))
    assert batch.chain_end == link


def test_a_batch_is_limited(cache: Cache) -> None:
    for n in range(10):
        cache.create("report", {"title": str(n), "text": "x" * 1000})
    first = cache.batch(limit=3)
    assert first is not None
    assert len(first.items) == 3
    small = cache.batch(max_bytes=3000)
    assert small is not None
    assert len(small.items) == 2
    assert len(cache.batch(max_bytes=1).items) == 1  # type: ignore[union-attr]


def test_removal_takes_what_was_seen_with_it(online: Cache, hub: Hub) -> None:
    record = online.create("report", {"title": "x"})
    sync(online, hub)
    hub.change(record, title=("x", "y"))
    online.remove("report", record)
    assert online.get("report", record).removed  # type: ignore[union-attr]
    assert online.all("report") == []
    sync(online, hub)
    assert not online.get("report", record).removed  # type: ignore[union-attr]
    assert online.conflicts(record)[0].field == "removed"


def test_undo_puts_back(online: Cache, hub: Hub) -> None:
    record = online.create("report", {"title": "one", "links": {"a"}})
    edit = online.edit("report", record, {"title": "two", "links": {"b"}, "status": "closed"})
    assert edit is not None
    sync(online, hub)
    (undone,) = online.undo([edit])
    found = online.get("report", record)
    assert (found.title, found.links, found.status) == ("one", {"a"}, "new")  # type: ignore[union-attr]
    sync(online, hub)
    assert not online.attention()  # closed cannot go to new at once: it went by the allowed steps
    assert online.get("report", record).status == "new"  # type: ignore[union-attr]
    assert undone in {line.changeset for line in online.history("report", record)}


def test_undo_leaves_what_changed_since(online: Cache, hub: Hub) -> None:
    record = online.create("report", {"title": "one", "text": "a"})
    edit = online.edit("report", record, {"title": "two", "text": "b"})
    sync(online, hub)
    hub.change(record, title=("two", "three"))
    sync(online, hub)
    assert edit is not None
    online.undo([edit])
    found = online.get("report", record)
    assert (found.title, found.text) == ("three", "a")  # type: ignore[union-attr]
    assert online.undo([edit]) == ()
    with pytest.raises(KeyError):
        online.undo(["no such changeset"])


def test_undo_of_a_new_record_removes_it(cache: Cache) -> None:
    record = cache.create("report", {"title": "one"})
    made = cache.pending()[0].id
    cache.undo([made])
    assert cache.get("report", record).removed  # type: ignore[union-attr]


def test_a_number_that_was_undone_can_be_said_again(online: Cache, hub: Hub) -> None:
    whose: dict[str, Json] = {"source": "VR06", "owner": "VR06", "resource": "pump"}
    made = capacity_id(STREAM, "VR06", "pump")
    first = Change("capacity", made, How.NEW, {**whose, "available": 4, "note": "vier"})
    online.undo([online.save(STREAM, [first])])
    sync(online, hub)
    assert online.all("capacity") == []
    online.save(STREAM, [Change("capacity", made, How.NEW, {**whose, "available": 2})])
    sync(online, hub)
    (found,) = online.all("capacity")
    assert isinstance(found, Capacity)
    assert (found.available, found.note) == (2, "")


def test_what_is_brought_in_twice_only_fills_blanks(cache: Cache) -> None:
    record = cache.new_id()
    fields: dict[str, Json] = {"title": "alert", "received_at": NOW}
    first = cache.save(STREAM, [Change("report", record, How.NEW, fields)])
    assert first
    number = cache.get("report", record).number  # type: ignore[union-attr]
    again = [Change("report", record, How.NEW, {**fields, "received_at": NOW + 5000})]
    assert cache.save(STREAM, again) == ""
    more = [Change("report", record, How.NEW, {**fields, "region": "VR06"})]
    assert cache.save(STREAM, more)
    found = cache.get("report", record)
    assert (found.number, found.region) == (number, "VR06")  # type: ignore[union-attr]
    assert found.received_at == moment(NOW)  # type: ignore[union-attr]


def test_subscribers_hear_what_changed(cache: Cache) -> None:
    heard: list[Changed] = []
    end = cache.subscribe(heard.append)
    record = cache.create("report", {"title": "x"})
    assert Changed("report", frozenset({record})) in heard
    heard.clear()
    cache.attach("report", record, "a.txt", "text/plain", b"abc")
    assert Changed("report", frozenset({record})) in heard  # its line shows the number of files
    end()
    end()
    heard.clear()
    cache.edit("report", record, {"title": "y"})
    assert heard == []


def test_a_failing_subscriber_costs_nothing(cache: Cache, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: Changed) -> None:
        raise RuntimeError("no")

    cache.subscribe(fail)
    record = cache.create("report", {"title": "x"})
    assert cache.get("report", record) is not None
    assert "subscriber" in caplog.text


def test_nobody_writes_without_a_name(tmp_path: Path) -> None:
    with Cache.open(tmp_path, KEY, clock=Clock(), reserve_bytes=0) as cache:
        with pytest.raises(NoIdentity):
            cache.create("report", {"title": "x"})
        assert cache.identity is None
        cache.set_note("refresh", "secret")
    with open_cache(tmp_path) as cache:
        assert cache.note("refresh") == "secret"
        cache.set_note("refresh", None)
        assert cache.note("refresh") is None
        assert cache.identity is not None
        assert "1111" not in repr(cache.identity)
    with pytest.raises(WrongKey):
        Cache.open(tmp_path, bytes(32), clock=Clock(), reserve_bytes=0)


def test_unread_is_what_others_made(online: Cache, hub: Hub) -> None:
    theirs = hub.report(1)
    mine = online.create("report", {"title": "mine"})
    sync(online, hub)

    def unread() -> set[str]:
        return {line.id for line in online.page(ReportQuery(unread=True)).lines}

    assert unread() == {theirs}
    hub.change(mine, title=("mine", "ours"))
    sync(online, hub)
    assert unread() == {theirs}  # an edit makes nothing unread
    online.mark_read("report", [theirs])
    assert unread() == set()
    online.mark_read("report", [theirs], read=False)
    assert unread() == {theirs}
    online.edit("report", theirs, {"owner": "jansen"})
    assert unread() == set()  # who changes a report has read it


def test_after_the_first_load_only_urgent_ones_are_unread(cache: Cache, hub: Hub) -> None:
    hub.report(1)
    urgent = hub.report(2, urgent=True)
    hub.report(3, urgent=True, acknowledged_by="piet")
    load(cache, hub)
    assert [line.id for line in cache.page(ReportQuery(unread=True)).lines] == [urgent]
    later = hub.report(4)
    load(cache, hub)  # away too long: what came meanwhile is new here
    assert {line.id for line in cache.page(ReportQuery(unread=True)).lines} == {urgent, later}


def test_history_tells_who_changed_what(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    hub.change(record, title=("report 1", "better"))
    sync(online, hub)
    online.edit("report", record, {"title": "best", "owner": "jansen"})
    lines = online.history("report", record)
    assert [(n.actor, n.field, n.was, n.now, n.pending) for n in lines] == [
        ("jansen", "title", "better", "best", True),
        ("jansen", "owner", "", "jansen", True),
        ("piet", "title", "report 1", "better", False),
        ("piet", "", None, None, False),
    ]
    assert lines[0].logged_at is None
    assert lines[-1].logged_at is not None
    push(online, hub)
    assert {n.outcome for n in online.history("report", record)[:2]} == {"confirmed"}
    pull(online, hub)
    assert {n.outcome for n in online.history("report", record)} == {"applied"}
    assert len(online.history("report", record)) == 4


def test_all_filters_by_python_values(cache: Cache) -> None:
    cache.create("report", {"title": "a", "owner": "jansen", "urgent": True, "links": {"x"}})
    cache.create("report", {"title": "b", "owner": "piet"})
    assert [r.title for r in cache.all("report")] == ["b", "a"]  # type: ignore[attr-defined]
    assert [r.title for r in cache.all("report", limit=1)] == ["b"]  # type: ignore[attr-defined]
    assert [r.title for r in cache.all("report", owner="jansen")] == ["a"]  # type: ignore[attr-defined]
    assert len(cache.all("report", urgent=True, links=frozenset("x"))) == 1
    assert cache.all("report", stream="test") == []
    with pytest.raises(FieldError):
        cache.all("report", colour="red")


def test_drafts_survive_and_go_with_the_save(cache: Cache) -> None:
    draft = Draft("d1", "report", "", {"title": ""}, {"title": "half \ud83d", "n": [1]}, NOW)
    cache.keep_draft(draft)
    later = Draft("d2", "incident", "", {}, {}, NOW + 1)
    cache.keep_draft(later)
    assert cache.drafts() == (later, draft)
    assert cache.drafts("report") == (draft,)
    with pytest.raises(FieldError):
        cache.create("report", {"title": ""}, draft="d1")
    assert cache.draft("d1") == draft
    cache.create("report", {"title": "whole"}, draft="d1")
    assert cache.draft("d1") is None
    record = cache.create("report", {"title": "x"})
    cache.keep_draft(Draft("d3", "report", record, {}, {}, NOW))
    assert cache.edit("report", record, {"title": "x"}, draft="d3") is None
    assert cache.draft("d3") is None  # saved without a change: the form is done all the same
    cache.drop_draft("d2")
    assert cache.drafts() == ()
