"""Pushing: once in the log, in one order, and what is turned down before anything is ruled on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from kcr2desk import signing
from kcr2desk.core import merge
from kcr2desk.core.changes import Change, Code, How, Outcome
from kcr2desk.core.messages import BATCH, PushItem
from kcr2desk.core.text import Json
from kcr2desk.hub import log_write
from kcr2desk.hub import push as push_module
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.problems import RequestProblem
from tests.hub.log_desk import (
    LogDesk,
    appending,
    edit,
    entries,
    logged,
    new_id,
    open_log,
    report,
    values,
)


@pytest.fixture
def log(database: Database) -> HubLog:
    return open_log(database)


@pytest.fixture
def desk(log: HubLog) -> LogDesk:
    return LogDesk(log)


@pytest.fixture
def other_log(dsn: str, log: HubLog) -> Iterator[HubLog]:
    """A second hub process on the same database."""
    pool = Database(dsn, size=4)
    yield HubLog(pool, log._key, now=log._now, new_id=new_id, checkpoints_file=None)
    pool.close()


def refused(call: Callable[[], object]) -> tuple[int, str]:
    with pytest.raises(RequestProblem) as caught:
        call()
    return caught.value.status, caught.value.problem.code


class TestOnce:
    def test_a_batch_is_applied_in_order_and_signed_for(self, log: HubLog, desk: LogDesk):
        made = [desk.changeset(report(title=f"Melding {n}")) for n in range(5)]
        answer = desk.push(*made)
        assert [(o.code, o.seq) for o in answer.outcomes] == [
            (Code.APPLIED, n) for n in range(1, 6)
        ]
        assert logged(log) == [c.id for c in made]
        assert entries(log)[-1].hash == next(  # type: ignore[union-attr]
            c.hash for c in answer.checkpoints if c.stream == "national"
        )
        assert all(log.is_ours(c) for c in answer.checkpoints)
        assert not answer.forked

    def test_the_same_push_again_gives_the_same_outcomes_and_nothing_else(
        self, log: HubLog, desk: LogDesk
    ):
        record = new_id()
        request = desk.request(
            desk.changeset(report(record)),
            desk.changeset(edit(record, status=["new", "closed"])),
            desk.changeset(edit(record, status=["closed", "new"])),
        )
        first, again = desk.send(request), desk.send(request)
        assert [o.code for o in first.outcomes] == [Code.APPLIED, Code.APPLIED, Code.REFUSED]
        assert again.outcomes == tuple(replace(o, duplicate=True) for o in first.outcomes)
        assert len(entries(log)) == 2

    def test_killed_between_commit_and_answer_it_is_in_the_log_once(
        self, log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch
    ):
        request = desk.request(desk.changeset(report()))
        with monkeypatch.context() as patch:
            patch.setattr(log, "heads", lambda streams: (_ for _ in ()).throw(SystemExit))
            with pytest.raises(SystemExit):
                desk.send(request)
        assert len(entries(log)) == 1
        (outcome,) = desk.send(request).outcomes
        assert (outcome.code, outcome.seq, outcome.duplicate) == (Code.APPLIED, 1, True)
        assert len(entries(log)) == 1

    def test_killed_before_the_commit_nothing_is_there(
        self, log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch
    ):
        request = desk.request(desk.changeset(report()))

        def killed(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(push_module, "keep_signature", killed)
            with pytest.raises(KeyboardInterrupt):
                desk.send(request)
        assert entries(log) == []
        assert desk.send(request).outcomes[0].code is Code.APPLIED

    def test_the_same_push_to_two_hubs_at_once_is_in_the_log_once(
        self, log: HubLog, other_log: HubLog, desk: LogDesk
    ):
        requests = [desk.request(*(desk.changeset(report()) for _ in range(20))) for _ in range(10)]
        barrier = threading.Barrier(2)

        def push_all(hub: HubLog) -> list[Outcome]:
            told: list[Outcome] = []
            for request in requests:
                barrier.wait(10)
                told += hub.push(request, desk.principal).outcomes
            return told

        with ThreadPoolExecutor(2) as pool:
            one, two = pool.map(push_all, (log, other_log))
        assert [(o.changeset, o.code, o.seq) for o in one] == [
            (o.changeset, o.code, o.seq) for o in two
        ]
        assert [a.duplicate + b.duplicate for a, b in zip(one, two, strict=True)] == [1] * 200
        assert len(entries(log)) == 200

    def test_one_changeset_twice_in_a_push_is_in_the_log_once(self, log: HubLog, desk: LogDesk):
        (item,) = desk.items([desk.changeset(report())])
        first, second = desk.send(desk.signed((item, item))).outcomes
        assert (first.duplicate, second.duplicate) == (False, True)
        assert len(entries(log)) == 1


class TestTogether:
    def test_many_desks_at_once_leave_no_gap_and_keep_their_own_order(
        self, log: HubLog, other_log: HubLog
    ):
        desks = [LogDesk(log, f"officer{n}") for n in range(8)]
        hubs = [log, other_log]
        made: dict[str, list[str]] = {}
        shared = new_id()
        desks[0].does(report(shared))

        def work(desk: LogDesk) -> None:
            hub = hubs[int(desk.name[-1]) % 2]
            mine = made[desk.name] = []
            for _ in range(6):
                changesets = [
                    desk.changeset(report()),
                    desk.changeset(edit(shared, quantities={"add": [desk.name], "take": []})),
                ]
                answer = hub.push(desk.request(*changesets), desk.principal)
                assert all(o.code is Code.APPLIED for o in answer.outcomes)
                mine += [c.id for c in changesets]

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(work, desks))
        order = logged(log)
        assert len(order) == 1 + 8 * 12
        assert len(entries(log)) == len(order)
        for mine in made.values():
            assert [c for c in order if c in set(mine)] == mine
        assert values(log, shared)["quantities"] == sorted(d.name for d in desks)  # type: ignore[index]

    def test_waiting_pushes_share_a_transaction(self, log: HubLog, monkeypatch: pytest.MonkeyPatch):
        sizes: list[int] = []
        real, started, go = push_module._append, threading.Event(), threading.Event()

        def slow(connection: Any, appendings: Any, now: Any, **more: Any) -> Any:
            sizes.append(len(appendings))
            started.set()
            go.wait(10)
            return real(connection, appendings, now, **more)

        monkeypatch.setattr(push_module, "_append", slow)
        desks = [LogDesk(log, f"officer{n}") for n in range(5)]
        with ThreadPoolExecutor(5) as pool:
            first = pool.submit(desks[0].does, report())
            started.wait(10)
            rest = [pool.submit(desk.does, report()) for desk in desks[1:]]
            while len(log._pushes._group._queue) < 4:
                pass
            go.set()
            outcomes = [first.result(), *(f.result() for f in rest)]
        assert sizes == [1, 4]
        assert sorted(o.seq for o in outcomes) == [1, 2, 3, 4, 5]

    def test_what_one_desk_is_refused_holds_up_no_other(self, log: HubLog, desk: LogDesk):
        record = new_id()
        desk.does(report(record, status="closed"))
        other = LogDesk(log, "anna")
        closing: dict[str, Json] = {"status": ["closed", "new"]}
        placing: dict[str, Json] = {"place": ["", "Epe"]}
        appendings = [
            appending(d, d.items([d.changeset(Change("report", record, How.EDIT, fields))]))
            for d, fields in ((desk, closing), (other, placing))
        ]
        ruled = log._pushes._together(appendings)
        assert [r.outcomes[0].code for r in ruled] == [Code.REFUSED, Code.APPLIED]

    def test_the_same_record_made_by_two_hubs_at_once_becomes_one(
        self, log: HubLog, other_log: HubLog
    ):
        desks = [LogDesk(log, "jan"), LogDesk(log, "anna")]
        barrier = threading.Barrier(2)
        records = [new_id() for _ in range(20)]

        def work(number: int) -> list[Code]:
            told = []
            for record in records:
                request = desks[number].request(
                    desks[number].changeset(report(record, external_id="alert"))
                )
                barrier.wait(10)
                hub = (log, other_log)[number]
                told.append(hub.push(request, desks[number].principal).outcomes[0].code)
            return told

        with ThreadPoolExecutor(2) as pool:
            told = list(pool.map(work, (0, 1)))
        assert told == [[Code.APPLIED] * 20] * 2
        assert len(entries(log)) == 40

    def test_a_desk_that_fails_costs_its_neighbours_nothing(
        self, log: HubLog, monkeypatch: pytest.MonkeyPatch
    ):
        good, bad = LogDesk(log, "good"), LogDesk(log, "bad")
        late = replace(bad.request(bad.changeset(report())), epoch="another")
        made = good.request(good.changeset(report()))
        appendings = [appending(bad, late.items, late.epoch), appending(good, made.items)]
        gate = threading.Event()
        real = log._pushes._group._take

        def wait_for_both() -> Any:
            while len(log._pushes._group._queue) < 2:
                log._pushes._group._changed.wait(0.01)
            gate.set()
            return real()

        monkeypatch.setattr(log._pushes._group, "_take", wait_for_both)
        with ThreadPoolExecutor(2) as pool:
            futures = [pool.submit(log._pushes._submit, a) for a in appendings]
            assert gate.wait(10)
            monkeypatch.setattr(log._pushes._group, "_take", real)
            assert refused(futures[0].result) == (409, "epoch")
            assert futures[1].result().outcomes[0].code is Code.APPLIED


class TestTurnedDown:
    def test_a_wrong_signature(self, log: HubLog, desk: LogDesk):
        request = desk.request(desk.changeset(report()))
        forged = replace(request, signature=signing.sign(signing.new_key(), b"something"))
        assert refused(lambda: desk.send(forged)) == (403, "device")
        assert entries(log) == []

    def test_a_signature_over_another_push(self, log: HubLog, desk: LogDesk):
        old = desk.request(desk.changeset(report()))
        new = desk.request(desk.changeset(report()))
        stolen = replace(new, chain_end=old.chain_end, signature=old.signature)
        assert refused(lambda: desk.send(stolen)) == (403, "device")
        assert entries(log) == []

    def test_another_device_than_the_session_has(self, log: HubLog, desk: LogDesk):
        other = LogDesk(log, "anna")
        request = other.request(other.changeset(report()))
        assert refused(lambda: log.push(request, desk.principal)) == (403, "device")
        strange = desk.request(replace(desk.changeset(report()), device=other.device))
        assert refused(lambda: desk.send(strange)) == (403, "device")

    def test_a_workstation_that_is_not_admitted(self, log: HubLog):
        desk = LogDesk(log, admitted=False)
        assert refused(lambda: desk.does(report())) == (403, "device")

    def test_another_epoch_too_many_and_a_newer_program(self, desk: LogDesk):
        request = desk.request(desk.changeset(report()))
        assert refused(lambda: desk.send(replace(request, epoch="another"))) == (409, "epoch")
        many = replace(request, items=request.items * (BATCH + 1))
        assert refused(lambda: desk.send(many)) == (413, "too_large")
        assert refused(lambda: desk.send(replace(request, schema=99))) == (426, "hub_too_old")
        assert refused(lambda: desk.send(replace(request, protocol=2))) == (426, "hub_too_old")
        assert refused(lambda: desk.send(replace(request, protocol=0))) == (426, "schema")

    def test_somebody_elses_name_under_a_changeset(self, log: HubLog, desk: LogDesk):
        outcome = desk.push(replace(desk.changeset(report()), actor="anna")).outcomes[0]
        assert (outcome.code, outcome.reason) == (Code.REFUSED, "wrong_actor")
        assert entries(log) == []

    def test_what_is_no_changeset_costs_that_one(self, log: HubLog, desk: LogDesk):
        damages: list[tuple[dict[str, Any], str]] = [
            ({"id": "x" * 36}, "malformed"),
            ({"id": "\0" * 36}, "malformed"),
            ({"salt": "zz" * 16}, "malformed"),
            ({"device_seq": 2**70}, "malformed"),
            ({"made_at": 2**60}, "malformed"),
            ({"corrects": "\0"}, "malformed"),
            ({"stream": "nowhere"}, "no_such_stream"),
            ({"stream": "nowh\0re"}, "no_such_stream"),
            ({"changes": ()}, "empty"),
            ({"changes": (Change("rep\0rt", "x", How.NEW, {}),)}, "unknown_type"),
            ({"changes": (Change("report", "\0" * 36, How.NEW, {}),)}, "malformed"),
            ({"changes": (Change("report", new_id(), How.NEW, {"colo\0r": 1}),)}, "unknown_field"),
            ({"changes": (report(title="a\0b"),)}, "not_normal"),
            ({"changes": (report(occurred_at=10**30),)}, "wrong_kind"),
            ({"changes": (Change("report", new_id(), How.PURGE, {"title": None}),)}, "malformed"),
        ]
        for count, (damage, reason) in enumerate(damages, start=1):
            items = list(desk.items([desk.changeset(report())]))
            bad = replace(desk.changeset(report()), **damage)
            items.append(PushItem(bad, desk.chain))
            items += desk.items([desk.changeset(report())])
            for _ in range(2):
                (ruled,) = log._pushes._together([appending(desk, items)])
                codes = [o.code for o in ruled.outcomes]
                assert codes == [Code.APPLIED, Code.REFUSED, Code.APPLIED], damage
                assert ruled.outcomes[1].reason == reason
            assert len(entries(log)) == 2 * count


class TestChain:
    def test_two_machines_with_one_device_raise_an_alarm_and_lose_nothing(
        self, log: HubLog, desk: LogDesk
    ):
        desk.does(report())
        copy = replace(desk)
        copy.chain, copy.numbers = desk.chain, iter(range(2, 99))
        assert not desk.push(desk.changeset(report()), desk.changeset(report())).forked
        answer = copy.push(copy.changeset(report()))
        assert answer.forked
        assert answer.outcomes[0].code is Code.APPLIED
        assert len(entries(log)) == 4
        with log.database.transaction() as connection:
            row = connection.execute("SELECT forked_at IS NOT NULL FROM device_chain").fetchone()
        assert row == (True,)

    def test_a_copy_that_wrote_more_is_found_too(self, desk: LogDesk):
        desk.does(report())
        copy = replace(desk)
        copy.chain, copy.numbers = desk.chain, iter(range(2, 99))
        copy.push(*(copy.changeset(report()) for _ in range(5)))
        assert desk.push(desk.changeset(report())).forked

    def test_a_gap_in_the_numbers_and_what_was_held_before_are_no_alarm(self, desk: LogDesk):
        record = new_id()
        desk.does(report(record, status="closed"))
        bad = desk.changeset(edit(record, status=["closed", "new"]))
        behind = desk.changeset(edit(record, place=["", "Epe"]))
        after = desk.changeset(report())
        items = desk.items([bad, behind, after])
        answer = desk.send(desk.signed(items))
        assert [o.code for o in answer.outcomes] == [Code.REFUSED, Code.HELD, Code.APPLIED]
        assert answer.outcomes[1].behind == bad.id
        assert not answer.forked
        later = desk.send(desk.signed(items[1:2]))
        assert [o.code for o in later.outcomes] == [Code.APPLIED]
        assert not later.forked

    def test_a_chain_that_does_not_continue_within_a_push(self, desk: LogDesk):
        desk.does(report())
        one, two = desk.items([desk.changeset(report()), desk.changeset(report())])
        assert desk.send(desk.signed((one, replace(two, previous="ab" * 32)))).forked


class TestPoison:
    def test_what_makes_the_rules_raise_costs_one_changeset_and_is_kept(
        self, log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch
    ):
        real = merge.merge

        def poisoned(current: Any, change: Change) -> Any:
            if change.fields.get("title") == "gif":
                raise ZeroDivisionError("het geheim van Jansen")
            return real(current, change)

        with monkeypatch.context() as patch:
            patch.setattr("kcr2desk.core.append.merge", poisoned)
            bad = desk.changeset(report(title="gif"))
            answer = desk.push(desk.changeset(report()), bad, desk.changeset(report()))
            assert [o.code for o in answer.outcomes] == [
                Code.APPLIED, Code.QUARANTINED, Code.APPLIED,
            ]  # fmt: skip
            assert answer.outcomes[1].reason == "hub_failed"
        with log.database.transaction() as connection:
            row = connection.execute("SELECT error FROM quarantine").fetchone()
        assert row is not None
        assert row[0].startswith("ZeroDivisionError at ")
        assert "Jansen" not in row[0]
        open_log(log.database)  # a mended hub starts
        assert bad.id in logged(log)

    def test_what_cannot_be_written_costs_one_changeset_and_is_kept(
        self, log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch, caplog: Any
    ):
        real = log_write.write
        record = new_id()
        bad = desk.changeset(report(record, title="gif"))

        def failing(connection: Any, loaded: Any, now: Any) -> None:
            if any(a.entry.changeset.id == bad.id for a in loaded.state.appended):
                connection.execute("SELECT 1/0")
            real(connection, loaded, now)

        with monkeypatch.context() as patch:
            patch.setattr("kcr2desk.hub.push.write", failing)
            answer = desk.push(
                desk.changeset(report()),
                bad,
                desk.changeset(edit(record, place=["", "Epe"])),
                desk.changeset(report()),
            )
        assert [o.code for o in answer.outcomes] == [
            Code.APPLIED, Code.QUARANTINED, Code.HELD, Code.APPLIED,
        ]  # fmt: skip
        assert len(entries(log)) == 2
        assert "DivisionByZero" in caplog.text
        open_log(log.database)
        assert len(entries(log)) == 3

    def test_what_raises_while_an_entry_is_on_its_way_costs_one_changeset_too(
        self, log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch
    ):
        real = log_write.without_purged
        record = new_id()
        desk.does(report(record, caller="Jansen"))
        log.purge("report", record, ["caller"])
        bad = desk.changeset(edit(record, place=["", "Epe"]))

        def failing(entry: Any, purged: Any) -> Any:
            if entry.changeset.id == bad.id:
                raise ZeroDivisionError
            return real(entry, purged)

        with monkeypatch.context() as patch:
            patch.setattr(log_write, "without_purged", failing)
            answer = desk.push(desk.changeset(report()), bad, desk.changeset(report()))
        codes = [o.code for o in answer.outcomes]
        assert codes == [Code.APPLIED, Code.QUARANTINED, Code.APPLIED]
        assert len(entries(log)) == 4
        open_log(log.database)
        assert len(entries(log)) == 5


class TestDatabaseAway:
    def test_a_database_that_went_away_is_503_and_then_serves_again(
        self, log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch
    ):
        request = desk.request(desk.changeset(report()))
        with monkeypatch.context() as patch:
            gone = "host=/nowhere dbname=kcr2 connect_timeout=1"
            patch.setattr(log.database, "dsn", gone)
            while log.database._idle:
                log.database._idle.pop().close()
            with pytest.raises(RequestProblem) as caught:
                desk.send(request)
        assert (caught.value.status, caught.value.problem.code) == (503, "database")
        assert caught.value.retry_after
        assert desk.send(request).outcomes[0].code is Code.APPLIED

    def test_cut_off_in_the_middle_nothing_is_half_written(
        self, log: HubLog, desk: LogDesk, dsn: str, monkeypatch: pytest.MonkeyPatch
    ):
        real = log_write.write

        def cut(connection: Any, loaded: Any, now: Any) -> None:
            real(connection, loaded, now)
            with psycopg.connect(dsn, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s)", (connection.info.backend_pid,))

        request = desk.request(desk.changeset(report()))
        with monkeypatch.context() as patch:
            patch.setattr("kcr2desk.hub.push.write", cut)
            assert refused(lambda: desk.send(request)) == (503, "database")
        assert entries(log) == []
        assert desk.send(request).outcomes[0].seq == 1

    def test_no_room_left_is_507_and_a_lock_that_stays_503(
        self, log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch
    ):
        request = desk.request(desk.changeset(report()))

        def failing(error: type[psycopg.Error]) -> Callable[..., None]:
            def fail(*_: object) -> None:
                raise error

            return fail

        for error, told in (
            (psycopg.errors.DiskFull, (507, "full")),
            (psycopg.errors.LockNotAvailable, (503, "busy")),
        ):
            with monkeypatch.context() as patch:
                patch.setattr("kcr2desk.hub.push.write", failing(error))
                assert refused(lambda: desk.send(request)) == told
        assert desk.send(request).outcomes[0].code is Code.APPLIED
