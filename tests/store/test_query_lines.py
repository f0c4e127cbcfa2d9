"""What one line of the list says, beside the fields of the report itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kcr2desk.core.ids import uuid7
from kcr2desk.core.records import blank_values
from kcr2desk.store import reading
from kcr2desk.store.query import ReportLine
from kcr2desk.store.rows import Db, Row
from tests.store import lists
from tests.store.lists import MINUTE, NOON, a_report


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    made = lists.make_db(tmp_path / "cache.db")
    yield made
    made.close()


def other(type_name: str, n: int, **fields: Any) -> Row:
    values = {**blank_values(type_name), **fields}
    return Row(type_name, uuid7(NOON + n, n), "national", 1, 0, values)


def line_of(db: Db, row: Row) -> ReportLine:
    (line,) = reading.lines(db, [row.id])
    return line


def test_a_line_holds_the_report(db: Db) -> None:
    incident = other("incident", 1, title="Natuurbrand Veluwe")
    fields = {
        "number": "M-2026-07-0142-3", "title": "Rook", "informant": "OvD", "channel": "phone",
        "reliability": "B", "credibility": "2", "discipline": "fire", "region": "VR06",
        "municipality": "GM0200", "place": "Hoog Buurlo", "incident": incident.id,
        "status": "in_progress", "owner": "jansen", "acknowledged_by": "bakker",
        "reality": "exercise", "follows_how": "reply", "source": "VR06",
    }  # fmt: skip
    row = a_report(NOON, 1, unread=True, urgent=True, occurred_at=NOON - MINUTE,
                   entered_at=NOON + 1, **fields)  # fmt: skip
    lists.put(db, [incident, row])
    assert line_of(db, row) == ReportLine(
        id=row.id, place=row.place, stream="national", number="M-2026-07-0142-3", title="Rook",
        received_at=NOON, occurred_at=NOON - MINUTE, entered_at=NOON + 1, informant="OvD",
        source="VR06", channel="phone", reliability="B", credibility="2", discipline="fire",
        region="VR06", municipality="GM0200", spot="Hoog Buurlo", incident=incident.id,
        incident_title="Natuurbrand Veluwe", status="in_progress", owner="jansen", urgent=True,
        acknowledged_by="bakker", reality="exercise", follows_how="reply", superseded="",
        unread=True, pending=False, conflict=False, attachments=0,
    )  # fmt: skip
    assert type(line_of(db, row).urgent) is bool


def test_counts_attachments_that_are_not_removed(db: Db) -> None:
    row, bare = a_report(NOON, 1), a_report(NOON, 2)
    files = [other("attachment", n, about=row.id, name="x", digest="0" * 64) for n in range(3)]
    gone = other("attachment", 9, about=row.id, name="x", digest="0" * 64, removed=True)
    lists.put(db, [row, bare, *files, gone])
    assert (line_of(db, row).attachments, line_of(db, bare).attachments) == (3, 0)


def test_says_whether_a_conflict_is_open(db: Db) -> None:
    row = a_report(NOON, 1)
    settled = other("conflict", 1, about=row.id, state="settled")
    lists.put(db, [row, settled])
    assert not line_of(db, row).conflict
    lists.put(db, [other("conflict", 2, about=row.id, state="open")])
    assert line_of(db, row).conflict


def test_says_whether_an_own_change_waits(db: Db) -> None:
    row, new = a_report(NOON, 1), a_report(NOON, 2)
    row.shadow, new.shadow = dict(row.values), {}
    lists.put(db, [row, new, untouched := a_report(NOON, 3)])
    assert [line_of(db, r).pending for r in (row, new, untouched)] == [True, True, False]


@pytest.mark.parametrize(("hows", "told"), [
    (["update"], "update"), (["update", "cancel"], "cancel"), (["cancel", "update"], "cancel"),
    (["reply", "ack"], ""), ([], ""),
])  # fmt: skip
def test_says_what_later_alerts_did_to_it(db: Db, hows: list[str], told: str) -> None:
    row = a_report(NOON, 1)
    later = [
        a_report(NOON + n, n + 10, follows=[row.id], follows_how=how) for n, how in enumerate(hows)
    ]
    lists.put(db, [*later, row])  # the update may come before what it updates
    assert line_of(db, row).superseded == told


def test_a_test_or_removed_alert_withdraws_nothing(db: Db) -> None:
    row = a_report(NOON, 1)
    lists.put(db, [
        row,
        a_report(NOON + 1, 2, follows=[row.id], follows_how="cancel", reality="test"),
        a_report(NOON + 2, 3, follows=[row.id], follows_how="cancel", removed=True),
    ])  # fmt: skip
    assert line_of(db, row).superseded == ""


def test_lines_come_newest_first_without_what_is_removed_or_not_here(db: Db) -> None:
    rows = lists.put(db, [a_report(NOON + n, n) for n in range(1200)])
    gone = lists.put(db, [a_report(NOON, 5000, removed=True)])[0]
    asked = [row.id for row in reversed(rows)] + [gone.id, "not here"]
    assert [line.id for line in reading.lines(db, asked)] == [row.id for row in rows]
    assert reading.lines(db, []) == ()


def test_a_thread_is_what_shares_it_follows_and_is_followed(db: Db) -> None:
    first = a_report(NOON, 1)
    reply = a_report(NOON + 1, 2, thread=first.id)
    again = a_report(NOON + 2, 3, thread=first.id)
    update = a_report(NOON + 3, 4, follows=[again.id], follows_how="update")
    lists.put(db, [first, reply, again, update, a_report(NOON + 4, 5)])

    def thread(row: Row) -> list[str]:
        return [line.id for line in reading.thread(db, row.id)]

    assert thread(again) == [update.id, reply.id, first.id]
    assert thread(first) == [again.id, reply.id]
    assert thread(update) == [again.id]
    assert reading.thread(db, "not here") == ()
