"""The log as a whole: what it holds, who may append, and what audiences bring about."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from kcr2desk.core.access import Actor
from kcr2desk.core.changes import Change, Code, Entry, How, Scope
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.seed import seed
from tests.hub.log_desk import (
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

HUB = Actor("hub", "hub", "KCR2")


@pytest.fixture
def log(database: Database) -> HubLog:
    return open_log(database)


@pytest.fixture
def desk(log: HubLog) -> LogDesk:
    return LogDesk(log)


def scopes(log: HubLog, seq: int) -> list[Scope]:
    with log.database.transaction() as connection:
        row = connection.execute(
            "SELECT scopes FROM entry WHERE stream = 'national' AND seq = %s", (seq,)
        ).fetchone()
    assert row is not None
    return [
        Scope(s["source"], tuple(s["audience"]), s["private"], s["open"])
        for s in json.loads(row[0])
    ]


def attachment(about: str, about_type: str = "report") -> Change:
    fields = {"about": about, "name": "foto.jpg", "digest": "ab" * 32}
    return Change("attachment", new_id(), How.NEW, {**fields, "about_type": about_type})


class TestSeed:
    def test_a_new_hub_knows_who_owns_records_and_the_disciplines(self, log: HubLog):
        (entry,) = kept(log, "reference")
        told = {(c.type, c.fields.get("code")): c.fields for c in entry.changeset.changes}
        assert len([key for key in told if key[0] == "owner"]) == 52
        assert told["owner", "VR06"]["kind"] == "region"
        assert told["owner", "BQ-BO"]["kind"] == "island"
        assert told["discipline", "fire"]["name_nl"] == "Brandweerzorg"
        for change in entry.changeset.changes:
            assert change.fields.keys() <= RECORD_TYPES[change.type].fields.keys()

    def test_started_again_nothing_is_added_and_what_was_changed_stands(
        self, log: HubLog, database: Database
    ):
        fire = next(c for c in seed() if c.fields.get("code") == "fire")
        officer = LogDesk(log)
        changed = edit(fire.id, "discipline", name_nl=["Brandweerzorg", "Brandweer"])
        assert officer.does(changed, stream="reference").code is Code.APPLIED
        open_log(database)
        assert len(entries(log, "reference")) == 2
        assert values(log, fire.id)["name_nl"] == "Brandweer"  # type: ignore[index]

    def test_a_hub_upgraded_from_before_gets_the_words_of_the_hall(
        self, log: HubLog, database: Database
    ):
        words = [c.id for c in seed() if c.type == "choice"]
        with database.transaction() as connection:
            connection.execute("DELETE FROM record WHERE id = ANY(%s)", (words,))
        assert values(log, words[0]) is None
        again = open_log(database)
        *_, last = kept(again, "reference")
        assert {c.id for c in last.changeset.changes} == set(words)
        assert values(again, words[0])["group"] == "need"  # type: ignore[index]


class TestOwn:
    def test_what_the_hub_makes_is_in_the_log_once(self, log: HubLog):
        id_, record = new_id(), new_id()
        intake = Actor("lcms", "intake", "VR06")
        told = [
            log.append_own("national", [report(record, source="VR06")], intake, id=id_, made_at=5)
            for _ in range(2)
        ]
        assert [o.duplicate for o in told] == [False, True]
        (entry,) = kept(log)
        assert (entry.changeset.actor, entry.changeset.device, entry.changeset.made_at) == (
            "lcms", "hub", 5,
        )  # fmt: skip

    def test_the_hub_holds_to_the_rules_too(self, log: HubLog):
        told = log.append_own("national", [report(title="")], HUB)
        assert (told.code, told.reason) == (Code.REFUSED, "missing_field")


class TestRights:
    def test_who_may_not_append_is_refused_for_ever(self, log: HubLog):
        liaison = LogDesk(log, "pieter", "liaison", "RIJK")
        told = liaison.does(report())
        assert (told.code, told.reason) == (Code.REFUSED, "not_allowed")
        assert entries(log) == []

    def test_a_region_writes_its_own_reports_only(self, log: HubLog):
        vnog = LogDesk(log, "vnog", "region_officer", "VR06")
        assert vnog.does(report(source="VR06")).code is Code.APPLIED
        assert vnog.does(report(source="VR07")).reason == "not_your_record"
        assert vnog.does(report()).reason == "not_your_record"

    def test_a_record_stays_in_its_stream(self, desk: LogDesk):
        record = new_id()
        desk.does(report(record))
        told = desk.does(edit(record, place=["", "Epe"]), stream="test")
        assert (told.code, told.reason) == (Code.REFUSED, "wrong_stream")


class TestReferences:
    def test_a_reference_to_what_was_removed_conflicts(self, log: HubLog, desk: LogDesk):
        incident, record = new_id(), new_id()
        desk.does(Change("incident", incident, How.NEW, {"title": "Heidebrand"}))
        desk.does(report(record))
        desk.does(
            edit(incident, "incident", title=["Heidebrand", "Heidebrand"], removed=[False, True])
        )
        told = desk.does(edit(record, incident=["", incident]))
        assert (told.code, told.fields) == (Code.CONFLICT, ("incident",))
        assert "incident" not in values(log, record)  # type: ignore[operator]


class TestAudience:
    def test_what_belongs_to_a_report_follows_its_audience(self, log: HubLog, desk: LogDesk):
        record = new_id()
        desk.does(report(record))
        photo = attachment(record)
        desk.does(photo)
        assert scopes(log, 2) == [Scope("KCR2")]
        desk.does(edit(photo.id, "attachment", name=["foto.jpg", "brand.jpg"]))
        LogDesk(log, "anna").does(edit(photo.id, "attachment", name=["foto.jpg", "rook.jpg"]))
        conflict = kept(log)[3].effect.changes[0].id
        desk.does(edit(record, audience={"add": ["government"], "take": []}))
        released = kept(log)[4].effect.changes
        assert {(c.type, c.id) for c in released} == {
            ("report", record), ("attachment", photo.id), ("conflict", conflict),
        }  # fmt: skip
        assert {c.how for c in released} == {How.RELEASE}
        desk.does(edit(record, audience={"add": [], "take": ["government"]}))
        hows = [c.how for c in kept(log)[5].effect.changes]
        assert (hows.count(How.WITHDRAW), hows.count(How.RELEASE)) == (3, 3)

    def test_a_conflict_about_an_attachment_is_no_wider_than_the_report(
        self, log: HubLog, desk: LogDesk
    ):
        record = new_id()
        desk.does(report(record, source="VR06"))
        photo = attachment(record)
        desk.does(photo)
        desk.does(edit(photo.id, "attachment", name=["foto.jpg", "brand.jpg"]))
        told = LogDesk(log, "anna").does(
            edit(photo.id, "attachment", name=["foto.jpg", "rook.jpg"])
        )
        assert told.code is Code.CONFLICT
        assert [s.open for s in scopes(log, 4)] == [False, False]
        assert {s.source for s in scopes(log, 4)} == {"VR06"}

    def test_an_attachment_that_moves_takes_its_readers_along(self, log: HubLog, desk: LogDesk):
        closed, shared = new_id(), new_id()
        desk.does(report(closed))
        desk.does(report(shared, audience=["government"]))
        photo = attachment(shared)
        desk.does(photo)
        desk.does(edit(photo.id, "attachment", about=[shared, closed]))
        moved = kept(log)[3]
        assert [c.how for c in moved.effect.changes] == [How.WITHDRAW, How.RELEASE]
        assert scopes(log, 4)[1:] == [Scope("KCR2", ("government",)), Scope("KCR2")]

    def test_a_child_and_an_audience_that_race_end_with_both(self, log: HubLog, dsn: str):
        pool = Database(dsn, size=4)
        other = HubLog(pool, log._key, now=log._now, new_id=new_id, checkpoints_file=None)
        jan, anna = LogDesk(log), LogDesk(log, "anna")
        for _ in range(15):
            record = new_id()
            jan.does(report(record))
            photo = attachment(record)
            widen = jan.request(
                jan.changeset(edit(record, audience={"add": ["government"], "take": []}))
            )
            add = anna.request(anna.changeset(photo))
            with ThreadPoolExecutor(2) as threads:
                one = threads.submit(log.push, widen, jan.principal)
                two = threads.submit(other.push, add, anna.principal)
                assert one.result().outcomes[0].code is Code.APPLIED
                assert two.result().outcomes[0].code is Code.APPLIED
            last, before = kept(log)[-1], kept(log)[-2]
            if last.changeset.actor == "anna":
                assert scopes(log, last.seq) == [Scope("KCR2", ("government",))]
            else:
                assert {c.id for c in last.effect.changes} == {record, photo.id}
                assert before.changeset.actor == "anna"
        pool.close()


class TestKept:
    def test_history_of_a_record_is_found_by_what_touched_it(self, log: HubLog, desk: LogDesk):
        record, other = new_id(), new_id()
        desk.does(report(record))
        desk.does(report(other), edit(record, place=["", "Epe"]))
        LogDesk(log, "anna").does(edit(record, place=["", "Heerde"]))
        with log.database.transaction() as connection:
            rows = connection.execute(
                "SELECT seq FROM touch WHERE record = %s ORDER BY seq", (record,)
            ).fetchall()
        assert rows == [(1,), (2,), (3,)]

    def test_a_head_that_moved_is_told(self, log: HubLog, desk: LogDesk, dsn: str):
        with psycopg.connect(dsn, autocommit=True) as listening:
            listening.execute("LISTEN kcr2_head")
            desk.does(report())
            (heard,) = list(listening.notifies(timeout=5, stop_after=1))
        assert (heard.channel, heard.payload) == ("kcr2_head", "national 1")

    def test_long_texts_and_odd_signs_come_back_as_they_were(self, log: HubLog, desk: LogDesk):
        record = new_id()
        text = ("\N{FIRE} שלום \u202e\t\n\\x \x01 'a\" " * 9000)[:200_000]
        assert desk.does(report(record, text=text)).code is Code.APPLIED
        assert values(log, record)["text"] == text  # type: ignore[index]
        (entry,) = entries(log)
        assert isinstance(entry, Entry)
        assert entry.changeset.changes[0].fields["text"] == text

    def test_numbers_keep_their_value(self, log: HubLog, desk: LogDesk):
        record = new_id()
        alert: Json = {"area": [52.0, 1e22, -0.0, 0.1], "n": [1, 2**53, True, None]}
        desk.does(report(record, alert=alert))
        assert values(log, record)["alert"] == alert  # type: ignore[index]
        assert logged(log)
        entries(log)
