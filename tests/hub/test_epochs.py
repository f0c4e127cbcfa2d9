"""A restored database: found by what it signed once, healed by its desks, never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kcr2desk.core.changes import Checkpoint, Code, Cursor, Entry
from kcr2desk.hub.database import Database
from kcr2desk.hub.epochs import MOST_AN_HOUR
from kcr2desk.hub.keys import HubKey
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.problems import RequestProblem
from tests.hub.conftest import Clock
from tests.hub.log_desk import (
    KEY,
    STREAMS,
    LogDesk,
    edit,
    entries,
    kept,
    logged,
    new_id,
    open_log,
    report,
    values,
)


@pytest.fixture
def open_at(clock: Clock, tmp_path: Path) -> Iterator[Callable[..., HubLog]]:
    """Opens hubs at databases; with `folder` they keep checkpoints there."""
    with ExitStack() as stack:

        def opened(dsn: str, *, folder: Path | None = None, key: HubKey = KEY) -> HubLog:
            pool = Database(dsn, size=4)
            stack.callback(pool.close)
            return open_log(pool, folder=folder, now=clock, key=key)

        yield opened


@pytest.fixture
def backup(copy_of: Callable[[str], str]) -> Callable[[HubLog], str]:
    """A copy of a hub's database as it is now."""

    def copy(log: HubLog) -> str:
        log.database._closed = False
        while log.database._idle:
            log.database._idle.pop().close()
        return copy_of(log.database.dsn)

    return copy


def told(call: Callable[[], object]) -> RequestProblem:
    with pytest.raises(RequestProblem) as caught:
        call()
    return caught.value


def epochs_of(log: HubLog) -> list[tuple[str, str, str | None]]:
    with log.database.transaction() as connection:
        return connection.execute(
            "SELECT opened_by, why, proof FROM epoch ORDER BY number"
        ).fetchall()


class TestFound:
    def test_by_the_first_desk_and_healed_by_pushing_again(
        self, dsn: str, open_at: Callable[..., HubLog], backup: Callable[[HubLog], str]
    ):
        log = open_at(dsn)
        desk = LogDesk(log)
        record = new_id()
        before = desk.changeset(report(record))
        desk.push(before)
        copy = backup(log)
        lost = [
            desk.changeset(edit(record, title=["Brand", "Heidebrand"])),
            desk.changeset(report()),
        ]
        again = desk.request(*lost)
        desk.send(again)
        restored = open_at(copy)
        assert restored.epoch == log.epoch
        moved = desk.moved_to(restored)
        problem = told(lambda: moved.send(moved.signed(again.items)))
        assert (problem.status, problem.problem.code) == (409, "epoch")
        assert problem.problem.epoch == restored.epoch != log.epoch
        assert logged(restored) == [before.id]
        moved.epoch, moved.checkpoints = restored.epoch, restored.checkpoints(STREAMS)
        answer = moved.send(moved.signed(again.items))
        assert [o.code for o in answer.outcomes] == [Code.APPLIED, Code.APPLIED]
        assert not answer.forked
        assert logged(restored) == logged(log)
        assert values(restored, record) == values(log, record)
        assert [e.epoch for e in entries(restored)] == [log.epoch] + [restored.epoch] * 2
        (_, first), (by, why, proof) = epochs_of(restored)[0][:2], epochs_of(restored)[1]
        assert (first, by, why) == ("first", f"jan at {desk.device}", "restored")
        assert proof is not None
        assert proof.startswith(f"{log.epoch} national 3 ")

    def test_the_same_lost_history_opens_one_epoch_however_many_desks_tell(
        self, dsn: str, open_at: Callable[..., HubLog], backup: Callable[[HubLog], str]
    ):
        log = open_at(dsn)
        desks = [LogDesk(log, f"officer{n}") for n in range(4)]
        copy = backup(log)
        for desk in desks:
            desk.does(report())
        restored = open_at(copy)
        found = set()
        for desk in desks:
            moved = desk.moved_to(restored)
            moved.enrol()
            problem = told(lambda moved=moved: moved.does(report()))  # type: ignore[misc]
            found.add(problem.problem.epoch)
        assert len(found) == 1
        assert len(epochs_of(restored)) == 2

    def test_after_new_writes_the_hash_betrays_it(
        self, dsn: str, open_at: Callable[..., HubLog], backup: Callable[[HubLog], str]
    ):
        log = open_at(dsn)
        copy = backup(log)
        desk = LogDesk(log)
        desk.does(report())
        restored = open_at(copy)
        newer = LogDesk(restored, "anna")
        newer.does(report())
        newer.does(report())
        moved = desk.moved_to(restored)
        moved.enrol()
        assert told(lambda: moved.does(report())).problem.code == "epoch"
        assert told(lambda: newer.does(report())).problem.code == "epoch"
        assert len(epochs_of(restored)) == 2

    def test_restored_twice(
        self, dsn: str, open_at: Callable[..., HubLog], backup: Callable[[HubLog], str]
    ):
        log = open_at(dsn)
        oldest = backup(log)
        desk = LogDesk(log)
        desk.does(report())
        once = open_at(oldest)
        desk = desk.moved_to(once)
        desk.enrol()
        assert told(lambda: desk.does(report())).problem.code == "epoch"
        desk.epoch, desk.checkpoints = once.epoch, once.checkpoints(STREAMS)
        second = backup(once)
        desk.does(report())
        twice = open_at(second)
        desk = desk.moved_to(twice)
        assert told(lambda: desk.does(report())).problem.code == "epoch"
        assert len({log.epoch, once.epoch, twice.epoch}) == 3
        with twice.database.transaction() as connection:
            assert connection.execute("SELECT count(*) FROM epoch").fetchone() == (3,)

    def test_a_lost_epoch_that_wrote_nothing_is_noticed(
        self, dsn: str, open_at: Callable[..., HubLog], backup: Callable[[HubLog], str]
    ):
        log = open_at(dsn)
        desk = LogDesk(log)
        desk.does(report())
        copy = backup(log)
        log.new_epoch("beheer")
        desk.epoch = log.epoch
        desk.checkpoints = log.checkpoints(STREAMS)
        restored = open_at(copy)
        moved = desk.moved_to(restored)
        assert told(lambda: moved.does(report())).problem.epoch not in (desk.epoch, "")
        restored.notice(desk.checkpoints, True)
        assert len(epochs_of(restored)) == 2

    def test_needs_a_workstation_that_is_admitted(
        self, dsn: str, open_at: Callable[..., HubLog], backup: Callable[[HubLog], str]
    ):
        log = open_at(dsn)
        copy = backup(log)
        desk = LogDesk(log)
        desk.does(report())
        restored = open_at(copy)
        problem = told(lambda: restored.notice(desk.checkpoints, False))
        assert (problem.status, problem.problem.code) == (403, "device")
        assert len(epochs_of(restored)) == 1

    def test_what_another_hub_signed_proves_nothing(self, dsn: str, open_at: Callable[..., HubLog]):
        log = open_at(dsn)
        forged = [
            Checkpoint(log.hub, log.epoch, "national", 99, "ab" * 32, "cd" * 64),
            Checkpoint(log.hub, log.epoch, "national", 99, "ab" * 32, "no hex"),
        ]
        clone = open_at(dsn, key=HubKey(UUID(int=8), bytes(32)))
        LogDesk(clone).does(report())
        log.notice([*forged, *clone.checkpoints(STREAMS)], True)
        assert len(epochs_of(log)) == 1

    def test_too_many_within_an_hour_are_refused(
        self, dsn: str, open_at: Callable[..., HubLog], clock: Clock
    ):
        log = open_at(dsn)

        def strange(number: int) -> Checkpoint:
            return log._sign(f"epoch {number}", "national", 5, "ab" * 32)

        for number in range(MOST_AN_HOUR):
            log.notice([strange(number)], True)
        problem = told(lambda: log.notice([strange(99)], True))
        assert (problem.status, problem.retry_after) == (503, 60.0)
        clock.pass_by(hours=2)
        log.notice([strange(99)], True)
        assert len(epochs_of(log)) == MOST_AN_HOUR + 2


class TestAtStart:
    def test_the_file_outside_the_database_finds_it_without_any_desk(
        self,
        dsn: str,
        tmp_path: Path,
        open_at: Callable[..., HubLog],
        backup: Callable[[HubLog], str],
    ):
        log = open_at(dsn, folder=tmp_path)
        copy = backup(log)
        desk = LogDesk(log)
        desk.does(report())
        log.keep_checkpoints()
        restored = open_at(copy, folder=tmp_path)
        assert epochs_of(restored)[1][:2] == ("hub", "restored")
        started_again = open_at(copy, folder=tmp_path)
        assert len(epochs_of(started_again)) == 2
        moved = desk.moved_to(restored)
        moved.enrol()
        assert told(lambda: moved.does(report())).problem.epoch == restored.epoch
        assert len(epochs_of(restored)) == 2

    def test_a_database_that_moved_without_a_loss_is_no_restore(
        self,
        dsn: str,
        tmp_path: Path,
        open_at: Callable[..., HubLog],
        backup: Callable[[HubLog], str],
    ):
        log = open_at(dsn, folder=tmp_path)
        LogDesk(log).does(report())
        log.keep_checkpoints()
        assert open_at(backup(log), folder=tmp_path).epoch == log.epoch

    def test_a_torn_file_and_none_are_no_reason_to_stop(
        self, dsn: str, tmp_path: Path, open_at: Callable[..., HubLog]
    ):
        log = open_at(dsn, folder=tmp_path)
        file = tmp_path / "checkpoints.json"
        whole = file.read_bytes()
        for torn in (b"", whole[:50], b"[1]", b"\xff\xfe"):
            file.write_bytes(torn)
            assert open_at(dsn, folder=tmp_path).epoch == log.epoch
        assert file.read_bytes() == whole

    def test_two_hubs_that_start_together_agree(self, dsn: str, open_at: Callable[..., HubLog]):
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(3) as pool:
            logs = list(pool.map(lambda _: open_at(dsn), range(3)))
        assert len({log.epoch for log in logs}) == 1
        assert len(epochs_of(logs[0])) == 1
        assert len(entries(logs[0], "reference")) == 1

    def test_another_process_hears_of_a_new_epoch(self, dsn: str, open_at: Callable[..., HubLog]):
        one, two = open_at(dsn), open_at(dsn)
        desk = LogDesk(two)
        desk.does(report())
        epoch = one.new_epoch("beheer")
        request = desk.request(desk.changeset(report()))
        assert told(lambda: desk.send(request)).problem.epoch == epoch
        assert two.epoch == epoch


class TestCursors:
    def test_a_cursor_that_is_not_on_the_log(self, dsn: str, open_at: Callable[..., HubLog]):
        log = open_at(dsn)
        LogDesk(log).does(report())
        (head,) = log.checkpoints(["national"])
        log.check_cursors({"national": Cursor(head.seq, head.hash), "reference": Cursor()})
        for wrong in (Cursor(1, "ab" * 32), Cursor(2, head.hash), Cursor(0, "ab" * 32)):
            problem = told(lambda wrong=wrong: log.check_cursors({"national": wrong}))  # type: ignore[misc]
            assert (problem.status, problem.problem.code) == (409, "history")

    def test_a_cursor_before_the_window(self, dsn: str, open_at: Callable[..., HubLog]):
        log = open_at(dsn)
        LogDesk(log).does(report())
        with log.database.transaction() as connection:
            connection.execute("UPDATE stream SET window_seq = 1 WHERE name = 'national'")
        problem = told(lambda: log.check_cursors({"national": Cursor()}))
        assert (problem.status, problem.problem.code) == (410, "window")


class TestOfferedAgain:
    @pytest.fixture
    def lost(
        self, dsn: str, open_at: Callable[..., HubLog], backup: Callable[[HubLog], str]
    ) -> tuple[HubLog, HubLog, LogDesk, str]:
        """A hub with five lost entries, the restored one, and a desk that pulled all of them."""
        log = open_at(dsn)
        writer, reader = LogDesk(log, "anna"), LogDesk(log)
        record = new_id()
        writer.does(report(record))
        copy = backup(log)
        writer.does(edit(record, title=["Brand", "Heidebrand"]))
        reader.does(edit(record, title=["Brand", "Bosbrand"]))
        other = new_id()
        writer.does(report(other))
        writer.does(edit(other, place=["", "Epe"]))
        writer.does(edit(other, place=["Epe", "Heerde"]))
        restored = open_at(copy)
        restored.notice(log.checkpoints(STREAMS), True)
        moved = reader.moved_to(restored)
        moved.enrol()
        moved.epoch, moved.checkpoints = restored.epoch, restored.checkpoints(STREAMS)
        return log, restored, moved, record

    def offer(self, desk: LogDesk, page: list[Entry], after: str, proof: Checkpoint | None) -> None:
        request = replace(
            desk.request(desk.changeset(report())), items=(), chain_end="", signature="",
            offered=tuple(page), offered_after=after, proof=proof,
        )  # fmt: skip
        answer = desk.log.push(request, desk.principal)
        assert answer.outcomes == ()

    def test_by_a_desk_that_did_not_write_them(self, lost: tuple[HubLog, HubLog, LogDesk, str]):
        log, restored, desk, _ = lost
        had = kept(log)
        (proof,) = log.checkpoints(["national"])
        self.offer(desk, had[1:], had[0].hash, proof)
        assert logged(restored) == logged(log)
        told_again = kept(restored)
        assert [e.changeset for e in told_again] == [e.changeset for e in had]
        assert [e.outcome for e in told_again] == [e.outcome for e in had]
        conflict = had[2].effect.changes[0].id
        assert told_again[2].effect.changes[0].id == conflict
        self.offer(desk, had[1:], had[0].hash, proof)
        assert len(entries(restored)) == len(had)

    @pytest.mark.parametrize("size", [1, 2, 3])
    def test_in_pages_that_only_the_last_proves(
        self, lost: tuple[HubLog, HubLog, LogDesk, str], size: int
    ):
        log, restored, desk, _ = lost
        had = kept(log)
        (proof,) = log.checkpoints(["national"])
        for start in range(1, len(had), size):
            assert len(entries(restored)) == 1
            self.offer(desk, had[start : start + size], had[start - 1].hash, proof)
        assert logged(restored) == logged(log)
        assert values(restored, lost[3]) == values(log, lost[3])
        with restored.database.transaction() as connection:
            assert connection.execute("SELECT count(*) FROM offer_page").fetchone() == (0,)

    def test_what_proves_nothing_is_not_believed(
        self, lost: tuple[HubLog, HubLog, LogDesk, str], caplog: pytest.LogCaptureFixture
    ):
        log, restored, desk, _ = lost
        had = kept(log)
        (proof,) = log.checkpoints(["national"])
        altered = replace(had[1], changeset=replace(had[1].changeset, actor="iemand anders"))
        forged = replace(proof, seq=3, hash=had[2].hash)
        for page, after, claim in (
            ([altered, *had[2:]], had[0].hash, proof),
            (had[1:], "ab" * 32, proof),
            ([had[1], *had[3:]], had[0].hash, proof),
            (had[1:3], had[0].hash, forged),
            (had[1:], had[0].hash, None),
            ([replace(had[1], stream="reference")], had[0].hash, proof),
        ):
            self.offer(desk, page, after, claim)
            assert len(entries(restored)) == 1
        assert "prove nothing" in caplog.text
        assert "without proof" in caplog.text
        with restored.database.transaction() as connection:
            assert connection.execute("SELECT count(*) FROM offer_page").fetchone() == (0,)

    def test_together_with_what_desks_push_again_everything_is_there_once(
        self, lost: tuple[HubLog, HubLog, LogDesk, str]
    ):
        log, restored, desk, _ = lost
        had = kept(log)
        writer = LogDesk(restored, "anna")
        mine = [e.changeset for e in had[1:] if e.changeset.actor == "anna"]
        for changeset in reversed(mine):
            writer.push(replace(changeset, device=writer.device, device_seq=next(writer.numbers)))
        (proof,) = log.checkpoints(["national"])
        self.offer(desk, had[1:], had[0].hash, proof)
        assert sorted(logged(restored)) == sorted(logged(log))
        with restored.database.transaction() as connection:
            assert connection.execute("SELECT count(*) FROM quarantine").fetchone() == (0,)
