"""The feed: pages, cursors, polls that are held, and hubs that serve together."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kcr2desk import wire
from kcr2desk.core.changes import Change, Cursor, Entry, How, Redacted
from kcr2desk.core.engine import chain_of
from kcr2desk.core.messages import Pulled
from kcr2desk.hub.database import Database
from kcr2desk.hub.running import RunningHub, running_hub
from kcr2desk.signing import checkpoint_verifies
from tests.hub.line import PASSWORD, Caller, new_id

SignIn = Callable[[str], Caller]


class Poll:
    """A pull that is being held, in a thread of its own."""

    def __init__(
        self, caller: Caller, at: Cursor, wait: float = 20.0, *, settle: float = 0.15
    ) -> None:
        self.answer: Pulled | None = None
        self.seconds = 0.0
        self._began = time.monotonic()
        self._thread = threading.Thread(target=self._pull, args=(caller, at, wait))
        self._thread.start()
        time.sleep(settle)  # until it is held

    def _pull(self, caller: Caller, at: Cursor, wait: float) -> None:
        self.answer = caller.pull({"national": at}, wait=wait)
        self.seconds = time.monotonic() - self._began

    def end(self, seconds: float = 10.0) -> Pulled:
        self._thread.join(seconds)
        assert self.answer is not None
        return self.answer


def many(caller: Caller, count: int, **fields: object) -> list[str]:
    """Push reports, all in one; returns their ids."""
    ids = [new_id() for _ in range(count)]
    changes = [
        Change("report", i, How.NEW, {"title": f"Melding {n}", **fields})  # type: ignore[dict-item]
        for n, i in enumerate(ids)
    ]
    outcomes = caller.push(*(caller.changeset(change) for change in changes)).outcomes
    assert all(outcome.code == "applied" for outcome in outcomes)
    return ids


def head_of(caller: Caller) -> Cursor:
    return caller.snapshot(limit=1).head.start


def test_pages_go_on_from_any_place_and_the_chain_is_whole(caller: SignIn):
    officer = caller("jansen")
    many(officer, 430)
    for limit in (1, 7, 100, 500):
        at = Cursor()
        entries: list[Entry | Redacted] = []
        while True:
            pulled = officer.pull({"national": at}, limit=limit)
            if not pulled.head.pages:
                break
            (page,) = pulled.head.pages
            assert 0 < page.count <= limit
            assert page.count == len(pulled.entries)
            assert page.head == 430
            hashes = chain_of(at, pulled.entries)
            assert hashes is not None
            assert hashes[-1] == page.to.hash
            at = page.to
            entries += pulled.entries
            if limit == 1 and len(entries) == 5:
                break
        assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
        assert limit == 1 or len(entries) == 430


def test_every_answer_carries_the_signed_heads_of_what_is_granted(
    caller: SignIn, running: RunningHub
):
    officer, liaison = caller("jansen"), caller("bakker")
    many(officer, 3)
    for who, streams in (
        (officer, {"reference", "national", "test", "counts"}),
        (liaison, {"reference", "national", "counts"}),
    ):
        head = who.pull().head
        assert {c.stream for c in head.checkpoints} == streams == set(head.grants)
        session = who.session
        assert session is not None
        for checkpoint in head.checkpoints:
            assert checkpoint_verifies(session.hub_key, session.hub, checkpoint)
    national = {c.stream: c for c in officer.pull().head.checkpoints}["national"]
    assert (national.seq, national.hash) == (3, head_of(officer).hash)
    # what differs for readers has another token, what is the same for all of a class has not
    assert officer.pull().head.grants == caller("devries").pull().head.grants
    assert officer.pull().head.grants["national"] != liaison.pull().head.grants["national"]


@pytest.mark.parametrize(
    ("cursor", "status", "code"),
    [
        (Cursor(2, "ab" * 32), 409, "history"),
        (Cursor(3, "ab" * 32), 409, "history"),
        (Cursor(99, "ab" * 32), 409, "history"),
        (Cursor(-1, "ab" * 32), 409, "history"),
        (Cursor(0, "ab" * 32), 409, "history"),
    ],
)
def test_a_cursor_that_is_not_on_the_log(caller: SignIn, cursor: Cursor, status: int, code: str):
    officer = caller("jansen")
    many(officer, 3)
    body = wire.encode(officer.pull_request({"national": cursor}))
    answer = officer.ask("POST", "/v1/pull", body)
    assert answer.status_code == status
    assert answer.json()["code"] == code
    assert answer.json()["epoch"] == officer.epoch()


def test_a_cursor_before_the_window_is_told_to_load_anew(caller: SignIn, database: Database):
    officer = caller("jansen")
    many(officer, 5)
    two = chain_of(Cursor(), officer.pull().entries)[1]  # type: ignore[index]
    with database.transaction() as connection:
        connection.execute("UPDATE stream SET window_seq = 3 WHERE name = 'national'")
    for cursor, status in ((Cursor(2, two), 410), (Cursor(), 410)):
        body = wire.encode(officer.pull_request({"national": cursor}))
        answer = officer.ask("POST", "/v1/pull", body)
        assert (answer.status_code, answer.json()["code"]) == (status, "window")
    head = head_of(officer)
    assert officer.pull({"national": head}).head.pages == ()


def test_another_epoch_is_told(caller: SignIn):
    officer = caller("jansen")
    body = wire.encode(officer.pull_request({"national": Cursor()}, epoch=new_id()))
    answer = officer.ask("POST", "/v1/pull", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "epoch")


def test_a_held_poll_hears_of_a_push_at_once(caller: SignIn):
    officer, other = caller("jansen"), caller("devries")
    poll = Poll(other, head_of(other))
    began = time.monotonic()
    record = officer.report(title="Nieuws")
    (entry,) = poll.end().entries
    assert time.monotonic() - began < 1
    assert isinstance(entry, Entry)
    assert entry.changeset.changes[0].id == record


def test_an_empty_answer_is_held_and_then_given(caller: SignIn):
    officer = caller("jansen")
    poll = Poll(officer, head_of(officer), wait=0.6)
    assert poll.end().head.pages == ()
    assert 0.6 <= poll.seconds < 2


def test_polls_that_are_held_leave_threads_for_everybody_else(caller: SignIn):
    officer = caller("jansen")
    others = [caller("devries") for _ in range(3)]
    head = head_of(officer)
    polls = [
        Poll(Caller(o.url, o.name, session=o.session), head, settle=0.0)
        for o in others
        for _ in range(12)
    ]
    time.sleep(0.5)
    began = time.monotonic()
    officer.report(title="Gaat door")
    assert time.monotonic() - began < 1
    for poll in polls:
        assert len(poll.end().entries) == 1


def test_one_session_cannot_hold_polls_without_end(caller: SignIn):
    officer = caller("jansen")
    head = head_of(officer)
    polls = [
        Poll(Caller(officer.url, "x", session=officer.session), head, 1.5, settle=0.0)
        for _ in range(16)
    ]
    time.sleep(0.5)
    answer = officer.ask("POST", "/v1/pull", b"{}")
    assert (answer.status_code, answer.json()["code"]) == (429, "slow_down")
    assert int(answer.headers["Retry-After"]) >= 1
    for poll in polls:
        poll.end()
    assert officer.pull({"national": head}).head.pages == ()


def test_two_hubs_on_one_database_serve_desks_together(dsn: str, tmp_path: Path):
    with (
        running_hub(tmp_path / "hub", dsn=dsn) as first,
        running_hub(tmp_path / "hub", dsn=dsn) as second,
    ):
        first.add_user("jansen", PASSWORD)
        first.add_user("bakker", PASSWORD, "liaison")
        one = Caller(first.url, "jansen").sign_in()
        other = Caller(second.url, "jansen").sign_in()
        liaison = Caller(second.url, "bakker").sign_in()
        poll = Poll(other, head_of(other))
        began = time.monotonic()
        record = one.report(title="Langs de andere", audience=["government"])
        assert len(poll.end().entries) == 1
        assert time.monotonic() - began < 1
        # what the one withdraws, the other does not give from its ready pages
        assert "Langs de andere" in wire.encode(liaison.pull().entries).decode()
        one.edit(record, audience={"take": ["government"]})
        assert "Langs de andere" not in wire.encode(liaison.pull().entries).decode()
        # a session of the one is a session of the other
        one.url = second.url
        assert len(one.pull().entries) == 2
        for each in (one, other, liaison):
            each.close()


def test_a_hub_that_ends_wakes_who_waits(dsn: str, tmp_path: Path):
    with running_hub(tmp_path / "hub", dsn=dsn) as hub:
        hub.add_user("jansen", PASSWORD)
        officer = Caller(hub.url, "jansen").sign_in()
        polls = [
            Poll(Caller(hub.url, "jansen", session=officer.session), head_of(officer))
            for _ in range(3)
        ]
        ending = time.monotonic()
    assert time.monotonic() - ending < 2
    for poll in polls:
        assert poll.end().head.pages == ()


def test_a_lost_notification_costs_a_second(
    caller: SignIn, running: RunningHub, database: Database
):
    officer = caller("jansen")
    many(officer, 2)
    at = Cursor(1, chain_of(Cursor(), officer.pull().entries)[0])  # type: ignore[index]
    with (
        database.transaction() as connection
    ):  # the head goes back by hand, and forth without a word
        row = connection.execute(
            "UPDATE stream SET head_seq = 1, head_hash = %s WHERE name = 'national'"
            " RETURNING (SELECT hash FROM entry WHERE stream = 'national' AND seq = 2)",
            (at.hash,),
        ).fetchone()
    assert row is not None
    poll = Poll(officer, at)
    with database.transaction() as connection:
        connection.execute(
            "UPDATE stream SET head_seq = 2, head_hash = %s WHERE name = 'national'", row
        )
    assert len(poll.end(5).entries) == 1
