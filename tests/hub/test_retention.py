"""The end of an operation's term: nothing of persons is left in the hub, and the numbers stand."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kcr2desk.core.changes import Change, Code, How
from kcr2desk.core.fields import Kind, milliseconds
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.opening import letting_in, opening
from kcr2desk.core.repatriation.operation import stream_of
from kcr2desk.core.text import Json
from kcr2desk.hub import log_offers
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.retention import DAY, PERSONAL, terms
from tests.hub.conftest import Clock
from tests.hub.log_desk import LogDesk, edit, entries, new_id, open_log, values
from tests.hub.test_purge import mentions

SECRET = "Xanthippe-van-Zuylekom"
SAID: dict[str, Json] = {
    "title": "Repatriëring Beiroet", "purpose": "Opvang", "legal_ground": "AVG",
    "bsn_ground": "Wabb", "opened_at": 1_000,
}  # fmt: skip


def new(type_name: str, record: str = "", **fields: Json) -> Change:
    return Change(type_name, record or new_id(), How.NEW, fields)


class Hall:
    """An operation of a lead, and what is done in it."""

    def __init__(self, log: HubLog, **said: Json) -> None:
        self.log = log
        self.operation = new_id()
        self.stream = stream_of(self.operation)
        self.lead = LogDesk(log, "hal", role="hall_lead")
        born, lead = opening(self.operation, "hal", {})
        fields = {**born.fields, **SAID, **said}
        self.does(Change("operation", self.operation, How.NEW, fields), lead)

    def does(self, *changes: Change, by: LogDesk | None = None) -> Code:
        outcome = (by or self.lead).does(*changes, stream=self.stream)
        assert outcome.code is not Code.REFUSED, outcome
        return outcome.code

    def edits(self, type_name: str, record: str, **fields: Json) -> Code:
        return self.does(edit(record, type_name, **fields))

    def term(self, was: Json, now: Json) -> None:
        assert self.edits("operation", self.operation, retention_days=[was, now]) is Code.APPLIED

    def person(self, **fields: Json) -> str:
        made = new("person", number="P-1", outcome="registered", **fields)
        self.does(made)
        return made.id

    def erased_at(self) -> Json:
        return (values(self.log, self.operation) or {}).get("erased_at")


@pytest.fixture
def log(database: Database, clock: Clock, tmp_path: Path) -> HubLog:
    return open_log(database, now=clock, folder=tmp_path)


def secret_of(type_name: str, name: str) -> Json:
    spec = RECORD_TYPES[type_name].fields[name]
    if spec.choices:
        return spec.choices[-1]
    told: dict[Kind, Json] = {
        Kind.SET: [SECRET[: spec.longest]], Kind.DOCUMENT: {"a": SECRET}, Kind.FLAG: True,
        Kind.INTEGER: 3,
    }  # fmt: skip
    return "123456782" if name == "bsn" else told.get(spec.kind, SECRET[: spec.longest])


def test_all_of_persons_is_gone_and_the_counts_add_up(log: HubLog, clock: Clock):
    hall = Hall(log)
    person, need = new_id(), new_id()
    kept: dict[str, dict[str, Json]] = {
        "person": {"number": "P-1", "outcome": "left", "registered_at": 5_000},
        "personneed": {"about": person, "need": "medicine"},
        "manifestline": {"about": hall.operation, "list": "boarded", "row": 4, "person": person},
        "travelgroup": {"kind": "school"},
        "handover": {"about": person, "receiver": "family", "status": "done", "handed_at": 9_000},
    }
    ids = {"person": person, "personneed": need} | {
        name: new_id() for name in kept if name not in ("person", "personneed")
    }
    assert kept.keys() == PERSONAL.keys() - {"conflict"}
    for name, fields in kept.items():
        told = {field: secret_of(name, field) for field in PERSONAL[name]}
        hall.does(new(name, ids[name], **fields, **told))
    before = entries(log, hall.stream)
    clock.pass_by(days=29, hours=23)
    assert log.purge_expired(clock()) == 0
    assert hall.erased_at() is None
    clock.pass_by(hours=1)
    assert log.purge_expired(clock()) == len(kept)
    assert mentions(log, SECRET[:8]) == []
    assert mentions(log, "123456782") == []
    for name, fields in kept.items():
        assert values(log, ids[name]) == fields
    assert (values(log, hall.operation) or {})["title"] == SAID["title"]
    assert hall.erased_at() == milliseconds(clock())
    assert len(entries(log, hall.stream)) == len(before) + 1 + len(kept)  # a mark, and by type
    assert log.purge_expired(clock()) == 0
    assert len(entries(log, hall.stream)) == len(before) + 1 + len(kept)


def test_an_earlier_value_and_what_conflicts_copied_go_too(log: HubLog, clock: Clock):
    hall = Hall(log)
    hall.does(letting_in(hall.operation, "anna", "registrar"))
    anna = LogDesk(log, "anna", role="registrar")
    person = hall.person(phone=SECRET)
    hall.edits("person", person, phone=[SECRET, ""])
    assert hall.does(edit(person, "person", phone=[SECRET, "06"]), by=anna) is Code.CONFLICT
    assert values(log, person) == {"number": "P-1", "outcome": "registered"}
    assert mentions(log, SECRET) == ["entry", "record"]
    clock.pass_by(days=31)
    log.purge_expired(clock())
    assert mentions(log, SECRET) == []
    entries(log, hall.stream)


def test_what_comes_after_the_end_is_not_let_in_or_emptied_at_the_next_look(
    log: HubLog, clock: Clock
):
    hall = Hall(log)
    person = hall.person(phone="06")
    clock.pass_by(days=31)
    log.purge_expired(clock())
    first = hall.erased_at()
    assert hall.edits("person", person, spoken_name=["", SECRET], desk=["", "3"]) is Code.MERGED
    assert mentions(log, SECRET) == []
    late = hall.person(spoken_name=SECRET)
    clock.pass_by(hours=1)
    assert log.purge_expired(clock()) == 1
    assert mentions(log, SECRET) == []
    assert hall.erased_at() != first
    placeholder = {"number": "P-1", "outcome": "registered"}
    assert (values(log, late), values(log, person)) == (placeholder, {**placeholder, "desk": "3"})
    entries(log, hall.stream)


def test_what_waits_for_a_record_that_never_came_is_emptied(log: HubLog, clock: Clock):
    hall = Hall(log)
    unknown = new_id()
    assert hall.edits("person", unknown, city=["", SECRET], desk=["", "3"]) is Code.QUARANTINED
    never = stream_of(new_id())
    with log.database.transaction() as connection:
        connection.execute(
            "INSERT INTO outcome (changeset) SELECT 'x'; INSERT INTO quarantine"
            " (changeset, stream, device, reason, records, offer, error, since, again_at)"
            f" SELECT 'x', '{never}', device, reason, records,"
            " convert_to(replace(convert_from(offer, 'utf8'), 'Xanthippe', 'Xantippa'), 'utf8'),"
            " error, since, again_at FROM quarantine"
        )
    clock.pass_by(days=31)
    log.purge_expired(clock())
    assert mentions(log, "Xant") == []
    hall.does(new("person", unknown, number="P-2"))
    assert values(log, unknown) == {"number": "P-2", "desk": "3"}
    clock.pass_by(hours=1)
    assert log.purge_expired(clock()) == 0


def test_no_clock_of_a_desk_counts(log: HubLog, clock: Clock):
    for opened in (None, 1_000, milliseconds(clock()) + 4_000 * DAY):
        hall = Hall(log, opened_at=opened)  # every changeset of these desks is made in 2026
        person = hall.person(spoken_name=SECRET)
        (term,) = [t for t in _terms(log) if t.operation == hall.operation]
        assert term.ends_at == milliseconds(clock()) + 30 * DAY
        clock.pass_by(days=30)
        log.purge_expired(clock())
        assert "spoken_name" not in (values(log, person) or {})


def test_the_lead_extends_and_shortens_the_term(log: HubLog, clock: Clock):
    longer, shorter = Hall(log), Hall(log)
    one, other = longer.person(spoken_name="Een"), shorter.person(spoken_name="Twee")
    longer.term(30, 60)
    shorter.term(30, 2)
    clock.pass_by(days=2)
    assert log.purge_expired(clock()) == 1
    assert "spoken_name" not in (values(log, other) or {})
    shorter.term(2, 60)  # too late for who is gone, in time for who comes
    again = shorter.person(spoken_name="Drie")
    clock.pass_by(days=57)
    assert log.purge_expired(clock()) == 0
    assert {"spoken_name"} <= (values(log, one) or {}).keys() & (values(log, again) or {}).keys()
    clock.pass_by(days=1)
    assert log.purge_expired(clock()) == 2


def test_a_removed_operation_ends_like_any_other(log: HubLog, clock: Clock):
    hall = Hall(log)
    person = hall.person(spoken_name=SECRET)
    hall.edits("operation", hall.operation, removed=[False, True])
    clock.pass_by(days=31)
    assert log.purge_expired(clock()) == 1
    assert values(log, person) == {"number": "P-1", "outcome": "registered"}
    assert _count(log, "SELECT count(*) FROM record WHERE type = 'conflict'") == 0


def test_only_the_hub_says_that_persons_were_erased(log: HubLog):
    hall = Hall(log)
    told = hall.lead.does(
        edit(hall.operation, "operation", erased_at=[None, 5]), stream=hall.stream
    )
    assert (told.code, told.reason, told.fields) == (Code.REFUSED, "not_allowed", ("erased_at",))


def test_two_hubs_end_it_once(log: HubLog, clock: Clock, tmp_path: Path, database: Database):
    hall = Hall(log)
    hall.does(*(new("person", spoken_name=SECRET) for _ in range(250)))
    hubs = [open_log(database, now=clock, folder=tmp_path) for _ in range(3)]
    clock.pass_by(days=31)
    threads = [threading.Thread(target=h.purge_expired, args=(clock(),)) for h in hubs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert mentions(log, SECRET) == []
    emptied = [
        change.id
        for entry in entries(log, hall.stream)
        if hasattr(entry, "changeset")
        for change in entry.changeset.changes
        if change.how is How.PURGE
    ]
    assert len(emptied) == len(set(emptied)) == 250
    assert _count(log, "SELECT count(*) FROM record WHERE type = 'conflict'") == 0


def test_a_page_of_a_lost_history_waits_two_days_for_its_proof(log: HubLog, clock: Clock):
    with log.database.transaction() as connection:
        log_offers._keep(connection, "national", "end", "after", [], clock())
    clock.pass_by(days=1)
    log.purge_expired(clock())
    assert _count(log, "SELECT count(*) FROM offer_page") == 1
    clock.pass_by(days=2)
    log.purge_expired(clock())
    assert _count(log, "SELECT count(*) FROM offer_page") == 0


def test_a_restored_hub_is_emptied_again_before_it_serves(
    log: HubLog, clock: Clock, tmp_path: Path, copy_of: Callable[[str], str]
):
    hall = Hall(log)
    person = hall.person(spoken_name=SECRET)
    dsn = log.database.dsn
    log.database.close()
    backup = copy_of(dsn)
    with_more = Database(dsn, size=2)
    log = open_log(with_more, now=clock, folder=tmp_path)
    hall.log, hall.lead = log, hall.lead.moved_to(log)
    later = new("person", number="P-2", spoken_name=SECRET)
    lost = hall.lead.request(hall.lead.changeset(later, stream=hall.stream))
    hall.lead.send(lost)
    clock.pass_by(days=31)
    assert log.purge_expired(clock()) == 2
    log.keep_checkpoints()
    with_more.close()
    pool = Database(backup, size=2)
    restored = open_log(pool, now=clock, folder=tmp_path)
    assert mentions(restored, SECRET) == []
    assert values(restored, person) == {"number": "P-1", "outcome": "registered"}
    moved = hall.lead.moved_to(restored)
    moved.epoch, moved.checkpoints = restored.epoch, restored.checkpoints([hall.stream])
    assert moved.send(moved.signed(lost.items)).outcomes[0].code is Code.MERGED
    assert values(restored, later.id) == {"number": "P-2"}
    assert mentions(restored, SECRET) == []
    pool.close()


def _terms(log: HubLog):
    with log.database.transaction() as connection:
        return terms(connection)


def _count(log: HubLog, query: str) -> int:
    with log.database.transaction() as connection:
        return int(connection.execute(query).fetchone()[0])  # type: ignore[arg-type, index]
