"""For whoever is no member an operation never was: every answer is the one that a guess at nothing
gets."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kcr2desk import wire
from kcr2desk.core.changes import Change, Changeset, Cursor, How
from kcr2desk.core.grants import member_id
from kcr2desk.core.messages import PROTOCOL, LeaseRequest, SnapshotRequest
from kcr2desk.core.records import SCHEMA
from kcr2desk.core.repatriation.operation import operation_of, stream_of
from kcr2desk.core.repatriation.people import line_id
from kcr2desk.hub.running import RunningHub
from tests.hub.hall import SAID, add_hall, beginning, code, letting_in, new, opened, sent
from tests.hub.line import Caller, new_id

SignIn = Callable[[str], Caller]
OUTSIDERS = ("jansen", "bakker", "vnog", "baas", "controle", "dokter", "anna")
"""A duty officer, liaison, region, administrator and auditor; another registrar; and one who was
let out again."""

NAME, PASSPORT = "Xanthippe", "XR1234567"


class World:
    """A real operation with somebody in it, and the names of one that never was."""

    def __init__(self, hal: Caller, anna: Caller) -> None:
        self.stream = opened(hal, anna="registrar")
        self.operation = operation_of(self.stream)
        about = {"about": self.operation}
        self.person = new("person", spoken_name=NAME, document_number=PASSPORT)
        self.line = new(
            "manifestline",
            line_id(self.operation, "manifest", PASSPORT),
            key=PASSPORT,
            full_name=NAME,
            **about,
        )
        self.need = new("personneed", about=self.person.id, need="medicine")
        self.arrival = new("arrival", code="KL 1", **about)
        for change in (self.person, self.line, self.need, self.arrival):
            assert code(sent(hal, self.stream, change)) == "applied"
        first = Change("person", self.person.id, How.EDIT, {"city": ["", "Epe"]})
        second = Change("person", self.person.id, How.EDIT, {"city": ["", "Assen"]})
        assert code(sent(hal, self.stream, first)) == "applied"
        assert code(sent(anna, self.stream, second)) == "conflict"
        page = hal.snapshot(self.stream)
        self.conflict = next(r.id for r in page.records if r.type == "conflict")
        member = letting_in(self.operation, "anna")
        out = Change("member", member.id, How.EDIT, {"removed": [False, True]})
        assert code(sent(hal, self.stream, out)) == "applied"
        self.head = hal.pull({}).head
        self.never = stream_of(new_id())

    def names(self) -> list[str]:
        """What nobody else may read anywhere."""
        return [NAME, PASSPORT, self.operation, self.person.id, self.conflict]


@pytest.fixture(scope="module")
def world(served: RunningHub) -> Iterator[World]:
    add_hall(served)
    hal, anna = (Caller(served.url, name).sign_in() for name in ("hal", "anna"))
    yield World(hal, anna)
    hal.close()
    anna.close()


@pytest.fixture(params=OUTSIDERS)
def outsider(request: pytest.FixtureRequest, served: RunningHub, world: World) -> Iterator[Caller]:
    who = Caller(served.url, request.param).sign_in()
    yield who
    who.close()


def told(who: Caller, stream: str, *changes: Change) -> tuple[str, str, tuple[str, ...], int]:
    outcome = sent(who, stream, *changes)
    return outcome.code.value, outcome.reason, outcome.fields, outcome.seq


def pushes(world: World, who: str) -> list[tuple[Change, ...]]:
    """What somebody may push to learn of an operation, by ids that they guessed right."""
    about = {"about": world.person.id, "about_type": "person"}
    out = {"removed": [False, True]}
    return [
        (new("person", spoken_name="Proef"),),
        (new("person", world.person.id, spoken_name="Proef"),),
        (Change("person", world.person.id, How.EDIT, {"city": ["Epe", "Assen"]}),),
        (Change("person", new_id(), How.EDIT, {"city": ["Epe", "Assen"]}),),
        (Change("conflict", world.conflict, How.EDIT, {"state": ["open", "settled"]}),),
        (new("conflict", field="city", **about),),
        (new("attachment", name="foto.jpg", digest="0" * 64, **about),),
        (letting_in(world.operation, who, "lead"),),
        (letting_in(world.operation, "hal", "lead"),),
        (Change("operation", world.operation, How.EDIT, {"status": ["open", "closed"]}),),
        (Change("member", member_id(world.operation, "hal"), How.EDIT, out),),
        (new("report", title="Proef"),),
        (new("viewing", operation=world.operation, by=who),),
        (new("nothing"),),
    ]


def test_every_push_to_it_is_told_what_a_push_to_nothing_is(outsider: Caller, world: World):
    for changes in pushes(world, outsider.name):
        real = told(outsider, world.stream, *changes)
        assert real == told(outsider, world.never, *changes), changes
        assert real[1] in ("no_such_stream", "unknown_type")


def test_it_is_not_begun_again(outsider: Caller, world: World):
    """Also not by its own maker's words: only who holds its id could ask, and learns nothing."""
    for account in (outsider.name, "hal"):
        changes = beginning(world.operation, account)
        assert told(outsider, world.stream, *changes)[1] == "no_such_stream"


def test_records_elsewhere_that_point_at_it_are_told_what_pointers_at_nothing_are(
    outsider: Caller, world: World
):
    for stream in ("national", "reference", "test", "audit", "counts"):
        for real, none in zip(
            pointers(world.person.id, world.conflict),
            pointers(new_id(), new_id()),
            strict=True,
        ):
            assert told(outsider, stream, real)[:3] == told(outsider, stream, none)[:3], (
                stream,
                real.type,
            )


def pointers(person: str, conflict: str) -> list[Change]:
    about = {"about": person, "about_type": "person"}
    return [
        new("attachment", name="foto.jpg", digest="0" * 64, **about),
        new("conflict", field="city", **about),
        Change("conflict", conflict, How.EDIT, {"state": ["open", "settled"]}),
        Change("attachment", conflict, How.EDIT, {"name": ["a", "b"]}),
    ]


def test_a_reference_to_somebody_in_it_is_a_reference_to_nobody(
    served: RunningHub, outsider: Caller, world: World
):
    if outsider.name not in ("jansen", "vnog"):
        pytest.skip("writes no reports")
    source = "VR06" if outsider.name == "vnog" else "KCR2"
    report = new("report", title="Melding", source=source)
    assert code(sent(outsider, "national", report)) == "applied"
    for person in (world.person.id, new_id()):
        fields = {"thread": ["", person], "links": {"add": [person], "take": []}}
        edited = Change("report", report.id, How.EDIT, fields)
        back = {"thread": [person, ""], "links": {"add": [], "take": [person]}}
        assert told(outsider, "national", edited)[:3] == ("applied", "", ())
        assert (
            told(outsider, "national", Change("report", report.id, How.EDIT, back))[0] == "applied"
        )


def answers(who: Caller, world: World, stream: str) -> list[tuple[str, int, str]]:
    """What every way in answers for a stream, without what says which one was asked for."""
    record, digest = world.person.id, "ab" * 32
    epoch = who.epoch()
    snapshot = SnapshotRequest(PROTOCOL, SCHEMA, who.device, epoch, (), stream, "", "", 500)
    further = SnapshotRequest(
        PROTOCOL, SCHEMA, who.device, epoch, (), stream, "person", record, 500
    )
    lease = LeaseRequest(stream, "P", "2026-07", 20, ())
    asked: list[tuple[str, str, Any]] = [
        ("POST", f"/v1/snapshot/{stream}", wire.encode(snapshot)),
        ("POST", f"/v1/snapshot/{stream}", wire.encode(further)),
        ("GET", f"/v1/entries/{stream}?record={record}", None),
        ("GET", f"/v1/entries/{stream}?record={record}&after=1&limit=1", None),
        ("GET", f"/v1/streams/{stream}/blobs/{digest}", None),
        ("HEAD", f"/v1/streams/{stream}/blobs/{digest}", None),
        ("GET", f"/v1/streams/{stream}/blobs/{digest}/0", None),
        ("PUT", f"/v1/streams/{stream}/blobs/{digest}/0?size=4", b"text"),
        ("POST", "/v1/numbers", wire.encode(lease)),
    ]
    found = []
    for method, path, body in asked:
        answer = who.ask(method, path, body)
        found.append((f"{method} {path.split(stream)[0]}", answer.status_code, answer.text))
    return found


def test_every_way_in_answers_as_for_nothing(outsider: Caller, world: World):
    real = answers(outsider, world, world.stream)
    assert real == answers(outsider, world, world.never)
    assert {status for _, status, _ in real} == {404}


def test_no_pull_tells_of_it(outsider: Caller, world: World):
    """Whatever the desk says that it follows, holds or was granted."""
    real = Cursor(1, "0" * 64)
    head = next(c for c in world.head.checkpoints if c.stream == world.stream)
    for cursor in (Cursor(), real, Cursor(head.seq, head.hash), Cursor(10**6, "f" * 64)):
        told = []
        for stream in (world.stream, world.never):
            grants = {stream: world.head.grants[world.stream]}
            pulled = outsider.pull({stream: cursor}, grants=grants)
            assert pulled.entries == ()
            told.append((pulled.head.grants, pulled.head.pages))
            assert not any(c.stream == stream for c in pulled.head.checkpoints)
        assert told[0] == told[1]


def test_no_push_answer_tells_of_it_even_to_who_shows_its_checkpoint(
    outsider: Caller, world: World
):
    head = next(c for c in world.head.checkpoints if c.stream == world.stream)
    changeset = outsider.changeset(new("person", spoken_name="Proef"), stream=world.stream)
    request = outsider.push_request(changeset, epoch=outsider.epoch(), checkpoints=(head,))
    answer = outsider.ask(
        "POST", "/v1/push", gzip.compress(wire.encode(request)),
        headers={"Content-Encoding": "gzip"},
    )  # fmt: skip
    assert answer.status_code == 200
    assert world.operation not in answer.text


def test_nothing_that_an_outsider_reads_names_it(outsider: Caller, world: World):
    heads = outsider.pull().head
    said = wire.encode(heads).decode()
    for stream in heads.grants:
        said += wire.encode(outsider.snapshot(stream).records).decode()
        said += wire.encode(outsider.pull({stream: Cursor()}).entries).decode()
    said += outsider.ask("GET", "/v1/metrics").text + outsider.ask("GET", "/v1/health").text
    if outsider.name == "controle":
        return  # who audits reads who saw whom, by ids
    for word in (NAME, PASSPORT, world.need.id):
        assert word not in said


def test_an_api_key_opens_nothing_even_with_the_name_of_a_member(served: RunningHub, world: World):
    key = {"Authorization": f"Bearer {served.add_key('hal', 'VR06')}"}
    who = Caller(served.url, "hal").sign_in()
    answer = who.http.get(f"{served.url}/v1/entries/{world.stream}?record=x", headers=key)
    assert answer.status_code == 401
    for path in ("push", "pull", f"snapshot/{world.stream}", "numbers"):
        answer = who.http.post(f"{served.url}/v1/{path}", data=b"{}", headers=key)
        assert answer.status_code == 401
    who.close()


def test_a_lead_elsewhere_learns_nothing_by_ids_that_can_be_counted(
    served: RunningHub, world: World
):
    """Who is let in, and who is on a list, is in the id of its record: in one's own operation the
    same id is no id at all, whether it is somewhere else or not."""
    jansen = Caller(served.url, "jansen").sign_in()
    own = opened(jansen)
    here = {"about": operation_of(own)}
    for account in ("hal", "nobody"):
        guess = new("member", member_id(world.operation, account), account=account, **here)
        assert told(jansen, own, guess) == ("refused", "malformed", (), 0)
    for key in (PASSPORT, "XR7654321"):
        record = line_id(world.operation, "manifest", key)
        for fields in ({"key": key}, {}):
            guess = new("manifestline", record, **here, **fields)
            assert told(jansen, own, guess) == ("refused", "malformed", (), 0)
    for guess in (world.operation, new_id()):
        assert told(jansen, own, new("operation", guess, **SAID))[1] == "malformed"
    for record in (world.person.id, new_id()):
        edited = Change("person", record, How.EDIT, {"city": ["", "Epe"]})
        assert told(jansen, own, edited)[:2] == ("quarantined", "unknown_record")
        about = new("conflict", about=record, about_type="person", field="city")
        assert told(jansen, own, about)[:2] == ("quarantined", "unknown_record")
    jansen.close()


def test_a_member_does_not_carry_what_is_in_it_to_where_others_read(
    served: RunningHub, world: World
):
    """A file or conflict is read where its record is: one of a person stays in the operation."""
    hal, jansen = (Caller(served.url, name).sign_in() for name in ("hal", "jansen"))
    own = opened(jansen, hal="lead")
    person = new("person", spoken_name="Samira")
    assert code(sent(jansen, own, person)) == "applied"
    for change in pointers(person.id, new_id())[:2]:
        assert told(jansen, "national", change)[:2] == ("quarantined", "unknown_record")
    hal.close()
    jansen.close()


def test_from_inside_one_may_point_at_what_everybody_knows(served: RunningHub, world: World):
    hal, jansen = (Caller(served.url, name).sign_in() for name in ("hal", "jansen"))
    incident = new("incident", title="Beiroet")
    assert code(sent(jansen, "national", incident)) == "applied"
    pointing = {"incident": ["", incident.id]}
    edited = Change("operation", world.operation, How.EDIT, pointing)
    assert code(sent(hal, world.stream, edited)) == "applied"
    hal.close()
    jansen.close()


def test_no_log_names_anybody_in_it(
    served: RunningHub, world: World, caplog: pytest.LogCaptureFixture, tmp_path: Path
):
    who = Caller(served.url, "jansen").sign_in()
    with caplog.at_level("DEBUG"):
        for changes in pushes(world, "jansen"):
            sent(who, world.stream, *changes)
        answers(who, world, world.stream)
    who.close()
    said = "\n".join(record.getMessage() for record in caplog.records if "kcr2" in record.name)
    for word in (NAME, PASSPORT):
        assert not re.search(re.escape(word), said)


def test_a_changeset_of_an_unknown_author_is_told_alike(outsider: Caller, world: World):
    def named(stream: str) -> Changeset:
        made = outsider.changeset(new("person", spoken_name="Proef"), stream=stream)
        return Changeset(
            made.id, made.device, made.device_seq, "hal", stream, made.made_at, made.schema,
            made.salt, made.changes,
        )  # fmt: skip

    real, none = (
        code(outsider.push(named(stream)).outcomes[0]) for stream in (world.stream, world.never)
    )
    assert real == none == "no_such_stream"
