"""What cannot be ruled on yet: kept, tried again when it may succeed, and never in a hot loop."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kcr2desk.core.changes import Change, Code, How
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from tests.hub.conftest import Clock
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
def log(database: Database, clock: Clock) -> HubLog:
    return open_log(database, now=clock)


@pytest.fixture
def desk(log: HubLog) -> LogDesk:
    return LogDesk(log)


def waiting(log: HubLog) -> list[tuple[str, int]]:
    with log.database.transaction() as connection:
        return connection.execute(
            "SELECT changeset, tries FROM quarantine ORDER BY since"
        ).fetchall()


def attachment(about: str) -> Change:
    return Change(
        "attachment", new_id(), How.NEW, {"about": about, "name": "foto.jpg", "digest": "ab" * 32}
    )


def test_an_edit_before_its_create_is_kept_and_taken_when_the_record_appears(
    log: HubLog, desk: LogDesk
):
    record = new_id()
    early = desk.changeset(edit(record, title=["Brand", "Heidebrand"]))
    told = desk.push(early, desk.changeset(report())).outcomes
    assert [(o.code, o.reason) for o in told] == [
        (Code.QUARANTINED, "unknown_record"),
        (Code.APPLIED, ""),
    ]
    assert waiting(log) == [(early.id, 1)]
    made = LogDesk(log, "anna").does(report(record))
    assert made.code is Code.APPLIED
    assert values(log, record) == {"title": "Heidebrand"}
    assert waiting(log) == []
    assert logged(log)[-1] == early.id
    again = desk.send(desk.signed(desk.items([early])))
    assert (again.outcomes[0].code, again.outcomes[0].duplicate) == (Code.APPLIED, True)


def test_edits_that_waited_are_taken_in_their_order(log: HubLog, desk: LogDesk):
    record = new_id()
    for was, now in (("Brand", "Rook"), ("Rook", "Vuur"), ("Vuur", "Heidebrand")):
        told = desk.does(edit(record, title=[was, now]))
        assert told.code is Code.QUARANTINED
    LogDesk(log, "anna").does(report(record))
    assert values(log, record) == {"title": "Heidebrand"}
    assert [e.outcome for e in entries(log)] == [Code.APPLIED] * 4


def test_edit_and_create_of_two_desks_in_one_group(log: HubLog, desk: LogDesk):
    record, anna = new_id(), LogDesk(log, "anna")
    early = desk.items([desk.changeset(edit(record, title=["Brand", "Heidebrand"]))])
    create = anna.items([anna.changeset(report(record))])
    log._pushes._together([appending(desk, early), appending(anna, create)])
    assert values(log, record) == {"title": "Heidebrand"}
    assert waiting(log) == []


def test_what_belongs_to_an_unknown_record_waits_for_it_too(log: HubLog, desk: LogDesk):
    record = new_id()
    assert desk.does(attachment(record)).code is Code.QUARANTINED
    desk.does(report(record))
    assert waiting(log) == []
    assert len(entries(log)) == 2


def test_what_the_author_may_not_see_is_unknown_and_comes_in_when_released(
    log: HubLog, desk: LogDesk, clock: Clock
):
    record = new_id()
    desk.does(report(record, source="VR07"))
    vnog = LogDesk(log, "vnog", "region_officer", "VR06")
    told = vnog.does(edit(record, place=["", "Epe"]))
    assert (told.code, told.reason) == (Code.QUARANTINED, "unknown_record")
    desk.does(edit(record, source=["VR07", "VR06"]))
    clock.pass_by(hours=1)
    assert log.retry_quarantined(clock()) == 1
    assert values(log, record)["place"] == "Epe"  # type: ignore[index]


def test_it_rests_ever_longer_and_never_loops(
    log: HubLog, desk: LogDesk, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    from kcr2desk.core import append as rules

    calls = 0

    def broken(*_: Any) -> Any:
        nonlocal calls
        calls += 1
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(rules, "merge", broken)
        told = desk.does(report())
        assert (told.code, told.reason) == (Code.QUARANTINED, "hub_failed")
        for _ in range(100):
            log.retry_quarantined(clock())
        assert calls == 1
        for _ in range(24 * 60):
            clock.pass_by(minutes=1)
            log.retry_quarantined(clock())
        assert 8 < calls < 16
    (_, tries) = waiting(log)[0]
    assert tries == calls
    clock.pass_by(hours=7)
    assert log.retry_quarantined(clock()) == 1
    assert waiting(log) == []
    assert len(entries(log)) == 1


def test_pushed_again_meanwhile_it_stays_one(log: HubLog, desk: LogDesk):
    items = desk.items([desk.changeset(edit(new_id(), title=["a", "b"]))])
    for _ in range(3):
        assert desk.send(desk.signed(items)).outcomes[0].code is Code.QUARANTINED
    assert len(waiting(log)) == 1
    assert entries(log) == []


def test_a_retry_that_fails_costs_the_one_who_brought_the_record_nothing(
    log: HubLog, desk: LogDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    record = new_id()
    desk.does(edit(record, title=["Brand", "x"]))
    monkeypatch.setattr(
        log._pushes, "_together", lambda appendings: (_ for _ in ()).throw(ZeroDivisionError)
    )
    real = log._pushes._in_one_transaction
    anna = LogDesk(log, "anna")
    ruled = real([appending(anna, anna.items([anna.changeset(report(record))]))])
    assert ruled[0].outcomes[0].code is Code.APPLIED
    assert len(waiting(log)) == 1
    assert "tried again later" in caplog.text


def test_an_id_that_is_reused_with_other_content_changes_nothing(log: HubLog, desk: LogDesk):
    record = new_id()
    first = desk.changeset(report(record))
    desk.push(first)
    other = replace(first, changes=(report(record, title="Heel iets anders"),))
    answer = desk.send(desk.signed(desk.items([other])))
    assert answer.outcomes[0].duplicate
    assert values(log, record) == {"title": "Brand"}
