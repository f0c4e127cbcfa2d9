"""Who saw whom: a stream that every desk appends to and only the auditor reads."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from kcr2desk.store import journal
from tests.sync.conftest import PASSWORD, Desks, add_people
from tests.sync.equal import assert_equal, assert_once, entries_at
from tests.sync.hall import add_hall, left_of, synced
from tests.sync.test_restored import Relocated

AUDIT = "audit"


@pytest.fixture
def hub(hub: RunningHub) -> RunningHub:
    add_hall(hub)
    return hub


def saw(desk: Desk, person: str = "019f0000-0000-7000-8000-000000000001", **more: object) -> str:
    told = {"operation": "019f0000-0000-7000-8000-000000000000", "by": desk.account, **more}
    return desk.save("viewing", stream=AUDIT, persons=frozenset({person}), **told)


def test_what_is_noted_is_done_with_the_hubs_word_and_stays_nowhere(desks: Desks, dsn: str):
    anna, auditor, officer = (desks.open(n, n) for n in ("anna", "controle", "jansen"))
    synced(anna, auditor, officer)
    noted = [saw(anna), saw(anna), saw(officer)]
    own = saw(auditor, what="export", reason="steekproef")
    changesets = [p.id for desk in (anna, officer, auditor) for p in desk.pending()]
    assert anna.cache.unconfirmed() == {("viewing", record) for record in noted[:2]}
    for desk in (anna, officer):
        desk.line.push()  # nothing of it is pulled: the outcome is the end
        assert left_of(desk, AUDIT) == []
        assert desk.pending() == ()
    synced(anna, officer, auditor)
    for desk in (anna, officer):
        assert desk.cache.unconfirmed() == frozenset()
        assert AUDIT not in desk.cache.state.cursors
    assert {record.id for record in auditor.all("viewing")} == {*noted, own}
    assert_equal(dsn, auditor, stream=AUDIT)
    assert_once(dsn, changesets, AUDIT)
    assert [line.actor for line in auditor.history("viewing", noted[0])] == ["anna"]


def test_nothing_of_it_is_altered_and_nobody_writes_in_anothers_name(desks: Desks, dsn: str):
    anna, auditor = desks.open("anna", "anna"), desks.open("controle", "controle")
    synced(anna, auditor)
    noted = saw(anna)
    saw(anna, by="piet")
    anna.sync(20)
    (refusal,) = anna.attention().refusals
    assert (refusal.code, refusal.fields) == ("not_your_field", ("by",))
    synced(auditor)
    auditor.edit("viewing", noted, reason="vergeten")
    auditor.sync(20)
    assert [r.code for r in auditor.attention().refusals] == ["not_allowed"]
    assert len(entries_at(dsn, AUDIT)) == 1


DESK = textwrap.dedent(
    """
    import os, signal, sys
    from kcr2desk.headless import Desk
    folder, hub, password, at = sys.argv[1:]
    desk = Desk.open(folder, hub=hub, user="anna", password=password, key=b"k" * 32)
    assert desk.sync(20).ok
    for n in range(3):
        desk.save("viewing", stream="audit", operation="a", persons=frozenset({str(n)}), by="anna")
    from kcr2desk.store import apply
    def die(name):
        if name == at:
            os.kill(os.getpid(), signal.SIGKILL)
    apply.crash_point = die
    desk.sync(20)
    """
)


@pytest.mark.parametrize("at", ["apply:begun", "apply:steps"])
def test_a_desk_that_is_killed_between_send_and_answer_notes_all_of_it_once(
    desks: Desks, hub: RunningHub, dsn: str, at: str
):
    folder = desks.folder / "anna"
    process = subprocess.run(
        [sys.executable, "-c", DESK, folder, hub.url, PASSWORD, at], check=False, timeout=60
    )
    assert process.returncode == -9
    anna = desks.open("anna", "anna")
    assert len(anna.pending()) == 3
    synced(anna)
    assert anna.pending() == ()
    assert left_of(anna, AUDIT) == []
    people = [c.fields["persons"] for e in entries_at(dsn, AUDIT) for c in e.changeset.changes]
    assert people == [["0"], ["1"], ["2"]]


def test_the_journal_holds_what_was_not_sent_and_the_outbox_forgets_in_time(desks: Desks):
    now = [1_796_000_000_000]
    anna = desks.open("anna", "anna", clock=lambda: now[0])
    synced(anna)
    saw(anna)
    synced(anna)
    saw(anna)
    (waits,) = anna.pending()
    anna.close()
    told = journal.read(desks.folder / "anna" / journal.NAME, b"k" * 32)
    assert told is not None
    assert waits.id in told.queued
    anna = desks.open("anna", "anna", clock=lambda: now[0])
    synced(anna)
    now[0] += 31 * 86_400_000
    anna.cache.purge_old()
    assert anna.cache.writer().execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_what_a_restored_hub_lost_of_it_is_offered_again(
    dsn: str, copy_of: Callable[[str], str], tmp_path: Path
):
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            with running_hub(tmp_path / "hub", dsn=dsn) as hub:
                add_people(hub)
                add_hall(hub)
                address.point_to(hub.url)
                anna, auditor = desks.open("anna", "anna"), desks.open("controle", "controle")
                synced(anna, auditor)
            backup = copy_of(dsn)
            with running_hub(tmp_path / "hub", dsn=dsn) as hub:
                address.point_to(hub.url)
                noted = [saw(anna), saw(anna)]
                synced(anna)
                before = [entry.changeset.id for entry in entries_at(dsn, AUDIT)]
            with running_hub(tmp_path / "hub", dsn=backup) as hub:
                address.point_to(hub.url)
                noted.append(saw(anna))
                for _ in range(2):
                    anna.sync(30)
                synced(anna, auditor)
                assert left_of(anna, AUDIT) == []
                assert {record.id for record in auditor.all("viewing")} == set(noted)
                assert_once(backup, before, AUDIT)
