"""Fields emptied for ever: nowhere in the database, the chain whole, never filled again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kcr2desk.core.access import KINDS
from kcr2desk.core.changes import Change, Code, How, Redacted
from kcr2desk.core.fields import Kind
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.redact import visible_changes
from kcr2desk.core.text import Json
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.purge import PurgeFile
from tests.hub.conftest import Clock
from tests.hub.log_desk import (
    STREAMS,
    LogDesk,
    edit,
    entries,
    logged,
    new_id,
    open_log,
    report,
    values,
)

SECRET = "Jansen-van-de-Hoek"
TABLES = ("entry", "record", "quarantine", "outcome", "touch", "offer_page")


@pytest.fixture
def log(database: Database, clock: Clock, tmp_path: Path) -> HubLog:
    return open_log(database, now=clock, folder=tmp_path)


@pytest.fixture
def desk(log: HubLog) -> LogDesk:
    return LogDesk(log)


def mentions(log: HubLog, text: str) -> list[str]:
    """The tables in which a text still stands."""
    found = []
    with log.database.transaction() as connection:
        for table in TABLES:
            rows: Any = connection.execute(f"SELECT * FROM {table}").fetchall()
            told = b"\n".join(
                v if isinstance(v, bytes) else str(v).encode() for row in rows for v in row
            )
            if text.encode() in told:
                found.append(table)
    return found


def test_the_value_is_gone_from_everywhere_and_the_chain_still_verifies(log: HubLog, desk: LogDesk):
    record = new_id()
    desk.does(report(record, caller=SECRET, callback="0612345678"))
    desk.does(edit(record, caller=[SECRET, SECRET + " jr"]))
    other = LogDesk(log, "anna").does(edit(record, caller=[SECRET, "de heer " + SECRET]))
    assert other.code is Code.CONFLICT
    desk.does(edit(record, audience={"add": ["government"], "take": []}))  # a release tells it all
    before = entries(log)
    assert mentions(log, SECRET) == ["entry", "record"]
    log.purge("report", record, ["caller"])
    assert mentions(log, SECRET) == []
    assert values(log, record) == {
        "title": "Brand", "callback": "0612345678", "audience": ["government"],
    }  # fmt: skip
    after = entries(log)
    assert len(after) == len(before) + 1
    assert [isinstance(e, Redacted) for e in after] == [True, True, True, True, False]
    last = after[-1]
    told = {(c.type, c.how): dict(c.fields) for c, _ in visible_changes(last)}
    assert told["report", How.PURGE] == {"caller": None}
    assert told["conflict", How.PURGE] == {"was": None, "current": None, "offered": None}
    assert mentions(log, "0612345678") == ["entry", "record"]
    log.purge("report", record, ["callback"])
    assert mentions(log, "0612345678") == []
    assert len(entries(log)) == len(after) + 1


def test_twice_is_once(log: HubLog, desk: LogDesk):
    record = new_id()
    desk.does(report(record, caller=SECRET))
    log.purge("report", record, ["caller"])
    log.purge("report", record, ["caller"])
    assert len(entries(log)) == 2
    with pytest.raises(KeyError):
        log.purge("report", record, ["no such field"])


def test_what_is_offered_again_stays_empty(log: HubLog, desk: LogDesk):
    record = new_id()
    desk.does(report(record, caller=SECRET))
    log.purge("report", record, ["caller"])
    late = desk.does(edit(record, caller=[SECRET, SECRET + " jr"], place=["", "Epe"]))
    assert (late.code, late.fields) == (Code.MERGED, ("caller",))
    assert values(log, record) == {"title": "Brand", "place": "Epe"}
    assert mentions(log, SECRET) == []
    entries(log)


def test_what_waits_in_quarantine_is_emptied_too(log: HubLog, desk: LogDesk):
    record = new_id()
    desk.does(edit(record, caller=["", SECRET], place=["", "Epe"]))
    assert mentions(log, SECRET) == ["quarantine"]
    log.purge("report", record, ["caller"])
    assert mentions(log, SECRET) == []
    desk.does(report(record))
    assert values(log, record) == {"title": "Brand", "place": "Epe"}


def test_a_restored_database_is_purged_before_it_serves_and_by_what_comes_again(
    log: HubLog,
    desk: LogDesk,
    clock: Clock,
    tmp_path: Path,
    copy_of: Callable[[str], str],
):
    record, late = new_id(), new_id()
    desk.does(report(record, caller=SECRET))
    log.database.close()
    copy = copy_of(log.database.dsn)
    again = Database(log.database.dsn, size=2)
    log = open_log(again, now=clock, folder=tmp_path)
    desk = desk.moved_to(log)
    lost = desk.request(desk.changeset(report(late, caller=SECRET)))
    desk.send(lost)
    for id_ in (record, late):
        log.purge("report", id_, ["caller"])
    log.keep_checkpoints()
    again.close()
    pool = Database(copy, size=2)
    restored = open_log(pool, now=clock, folder=tmp_path)
    assert restored.epoch != log.epoch
    assert mentions(restored, SECRET) == []
    moved = desk.moved_to(restored)
    moved.epoch, moved.checkpoints = restored.epoch, restored.checkpoints(STREAMS)
    told = moved.send(moved.signed(lost.items)).outcomes[0]
    assert told.code is Code.MERGED
    assert values(restored, late) == {"title": "Brand"}
    assert mentions(restored, SECRET) == []
    assert lost.items[0].changeset.id in logged(restored)
    entries(restored)
    pool.close()


def test_retention_ends_by_the_hubs_clock(log: HubLog, desk: LogDesk, clock: Clock):
    old, touched = new_id(), new_id()
    desk.does(report(old, caller=SECRET, callback="0612345678"))
    desk.does(report(touched, caller="De Vries"))
    clock.pass_by(days=300)
    desk.does(edit(touched, place=["", "Epe"]))
    assert log.purge_expired(clock()) == 0
    clock.pass_by(days=100)
    assert log.purge_expired(clock()) == 1
    assert values(log, old) == {"title": "Brand"}
    assert values(log, touched) == {"title": "Brand", "caller": "De Vries", "place": "Epe"}
    assert mentions(log, SECRET) == []
    assert log.purge_expired(clock()) == 0


def test_every_private_field_of_every_type_ends_with_its_retention(
    log: HubLog, desk: LogDesk, clock: Clock
):
    own: dict[str, Json] = {"owner": "VR06", "source": "VR06", "resource": "pump"}
    request, inquiry = new_id(), new_id()
    needed: dict[str, dict[str, Json]] = {
        "report": {"title": "Brand"},
        "assistancerequest": {"title": "Brand"},
        "requestline": {"about": request, "resource": "pump"},
        "inquiry": {"owner": "VR06", "source": "VR06", "title": "Uitvraag"},
        "inquiryline": {"about": inquiry, "resource": "pump"},
        "commitment": {**own, "status": "withdrawn"},
    }
    ids = {name: new_id() for name in needed} | {"assistancerequest": request, "inquiry": inquiry}
    private = {
        name: [s for s in rtype.fields.values() if s.private not in ("", "inherit")]
        for name, rtype in RECORD_TYPES.items()
        if name not in KINDS["operation"]  # what is of persons ends with their operation's term
    }
    assert {n for n, specs in private.items() if specs} == needed.keys()
    assert all(spec.retention_days for specs in private.values() for spec in specs)
    for name, fields in needed.items():
        document: Json = {"aliases": [], "xml": f"<ContactInformation>{SECRET}"}
        told = {s.name: document if s.kind is Kind.DOCUMENT else SECRET for s in private[name]}
        desk.does(Change(name, ids[name], How.NEW, {**fields, **told}))
    clock.pass_by(days=400)
    assert log.purge_expired(clock()) == len(needed)
    assert mentions(log, SECRET) == []
    assert {ids[n]: values(log, ids[n]) for n in needed} == {ids[n]: needed[n] for n in needed}


def test_the_file_survives_a_torn_line(tmp_path: Path):
    file = PurgeFile(tmp_path / "purges.jsonl")
    assert file.read() == {}
    file.add({("report", "a"): frozenset({"caller"})})
    with (tmp_path / "purges.jsonl").open("ab") as torn:
        torn.write(b'{"type":"report","rec')
    file.add({("report", "a"): frozenset({"callback"}), ("report", "b"): frozenset({"caller"})})
    assert file.read() == {
        ("report", "a"): frozenset({"caller", "callback"}),
        ("report", "b"): frozenset({"caller"}),
    }
