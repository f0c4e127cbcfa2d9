"""Operations at the hub: how they begin, who is let in, and what a member may do."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from kcr2desk import wire
from kcr2desk.core.access import MEMBER_ROLES, OPERATION
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Change, Cursor, How
from kcr2desk.core.messages import LeaseRequest
from kcr2desk.core.repatriation.operation import operation_of, stream_of
from kcr2desk.hub.epochs import LOST_PERSONS
from kcr2desk.hub.export import export_log
from kcr2desk.hub.running import RunningHub
from tests.hub.hall import SAID, a_person, add_hall, beginning, code, letting_in, new, opened, sent
from tests.hub.line import Caller, new_id

SignIn = Callable[[str], Caller]
EVERYBODY = ("jansen", "hal", "bakker", "vnog", "baas", "anna", "controle")


@pytest.fixture
def caller(served: RunningHub) -> Iterator[SignIn]:
    """Signs somebody in at the one hub of these tests, each time at another workstation."""
    add_hall(served)
    made: list[Caller] = []

    def sign_in(name: str) -> Caller:
        made.append(Caller(served.url, name).sign_in())
        return made[-1]

    yield sign_in
    for each in made:
        each.close()


def streams(served: RunningHub) -> set[str]:
    with served.hub.database.transaction() as connection:
        return {row[0] for row in connection.execute("SELECT name FROM stream")}


# -- beginning -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVERYBODY)
def test_only_a_duty_officer_or_hall_lead_begins_an_operation(
    caller: SignIn, served: RunningHub, name: str
):
    who, operation = caller(name), new_id()
    told = code(sent(who, stream_of(operation), *beginning(operation, name)))
    begun = name in ("jansen", "hal")
    assert told == ("applied" if begun else "no_such_stream")
    assert (stream_of(operation) in streams(served)) == begun


def test_nothing_else_begins_one_and_what_did_not_begin_leaves_no_trace(
    caller: SignIn, served: RunningHub
):
    hal, operation, before = caller("hal"), new_id(), streams(served)
    born, lead = beginning(operation, "hal")
    for changes in (
        (born,),
        (lead,),
        (born, lead, new("person", spoken_name="Samira")),
        (new("operation", **SAID), lead),
        (born, letting_in(operation, "anna", "lead")),
        (born, letting_in(operation, "hal", "registrar")),
        (born, new("member", lead.id, **{**lead.fields, "removed": True})),
        (born, Change("member", lead.id, How.EDIT, {"role": ["registrar", "lead"]})),
        (new("person", spoken_name="Samira"),),
    ):
        assert code(sent(hal, stream_of(operation), *changes)) == "no_such_stream"
    for stream in ("operation:", "operation:x", f"operation:{operation.upper()}", "operation"):
        assert code(sent(hal, stream, born, lead)) == "no_such_stream"
    bare = Change("operation", operation, How.NEW, {"title": "Zonder grondslag"})
    assert code(sent(hal, stream_of(operation), bare, lead)) == "missing_field"
    assert streams(served) == before
    assert code(sent(hal, stream_of(operation), born, lead)) == "applied"


def test_the_rest_of_a_batch_waits_for_a_beginning_that_was_refused(caller: SignIn):
    hal, operation = caller("hal"), new_id()
    _, lead = beginning(operation, "hal")
    bare = Change("operation", operation, How.NEW, {"title": "Zonder grondslag"})
    sets = [
        hal.changeset(*changes, stream=stream_of(operation))
        for changes in ((bare, lead), (new("person", spoken_name="Samira"),))
    ]
    first, second = hal.push(*sets).outcomes
    assert (code(first), second.code, second.behind) == ("missing_field", "held", sets[0].id)


def test_an_operation_and_its_first_persons_come_in_one_push(caller: SignIn):
    hal, operation = caller("hal"), new_id()
    sets = [
        hal.changeset(*changes, stream=stream_of(operation))
        for changes in (
            beginning(operation, "hal"),
            (letting_in(operation, "anna"),),
            (new("person", spoken_name="Samira"),),
        )
    ]
    assert [code(o) for o in hal.push(*sets).outcomes] == ["applied"] * 3
    assert [o.duplicate for o in hal.push(*sets).outcomes] == [True] * 3


# -- members ---------------------------------------------------------------------------------------


def test_members_are_compared_as_accounts_are(caller: SignIn):
    hal, anna = caller("hal"), caller("anna")
    stream = opened(hal)
    operation = operation_of(stream)
    assert code(sent(hal, stream, letting_in(operation, " ＡＮＮＡ "))) == "applied"
    assert stream in anna.pull().head.grants
    a_person(anna, stream)


def test_each_role_appends_its_types_and_no_other(caller: SignIn):
    hal, anna, doctor = caller("hal"), caller("anna"), caller("dokter")
    stream = opened(hal, anna="registrar", dokter="medical")
    operation, person = operation_of(stream), a_person(hal, stream)
    about = {"about": person}
    needed = {
        "arrival": {"about": operation, "code": "KL 1"},
        "manifestline": {"about": operation},
        "personneed": {**about, "need": "medicine"},
        "passage": {**about, "station": "exit"},
        "handover": {**about, "receiver": "municipality"},
        "personlink": {"one": person, "other": person},
        "conflict": {**about, "about_type": "person", "field": "city"},
        "member": {"about": operation, "account": "piet"},
    }
    for who, role in ((hal, "lead"), (anna, "registrar"), (doctor, "medical")):
        for type_name in sorted(OPERATION - {"operation"}):
            told = code(sent(who, stream, new(type_name, **needed.get(type_name, {}))))
            may = type_name in MEMBER_ROLES[role].appends
            assert told == ("applied" if may else "not_allowed"), (role, type_name)
    for type_name in ("report", "attachment", "viewing", "counts", "choice", "incident"):
        assert code(sent(hal, stream, new(type_name))) == "not_allowed"


def test_only_a_lead_writes_who_is_in_and_what_the_operation_is(caller: SignIn):
    hal, anna = caller("hal"), caller("anna")
    stream = opened(hal, anna="registrar")
    operation = operation_of(stream)
    closing = Change("operation", operation, How.EDIT, {"status": ["open", "closed"]})
    promoting = Change(
        "member", letting_in(operation, "anna").id, How.EDIT, {"role": ["registrar", "lead"]}
    )
    for change in (closing, promoting, letting_in(operation, "piet")):
        assert code(sent(anna, stream, change)) == "not_allowed"
    assert code(sent(hal, stream, promoting)) == "applied"
    assert code(sent(anna, stream, closing)) == "applied"
    assert code(sent(hal, stream, new("operation", **SAID))) == "malformed"


@pytest.mark.parametrize("fields", [{"removed": [False, True]}, {"role": ["lead", "registrar"]}])
def test_the_last_lead_stays(caller: SignIn, fields: dict[str, list[object]]):
    hal = caller("hal")
    stream = opened(hal, anna="registrar")
    operation = operation_of(stream)
    out = Change("member", letting_in(operation, "hal").id, How.EDIT, fields)
    assert code(sent(hal, stream, out)) == "last_lead"
    other = letting_in(operation, "jansen", "lead")
    assert code(sent(hal, stream, other, out)) == "applied"
    assert code(sent(hal, stream, new("person", spoken_name="Samira"))) in (
        "no_such_stream",
        "applied" if "role" in fields else "",
    )


def test_a_membership_stays_whose_it_is(caller: SignIn):
    hal = caller("hal")
    stream = opened(hal, anna="registrar")
    member = letting_in(operation_of(stream), "anna").id
    for name, now in (("account", "baas"), ("about", new_id())):
        moved = Change("member", member, How.EDIT, {name: ["anna", now]})
        outcome = sent(hal, stream, moved)
        assert (code(outcome), outcome.fields) == ("fixed_field", (name,))
    elsewhere = new("member", about=new_id(), account="piet")
    assert code(sent(hal, stream, elsewhere)) == "malformed"


def test_who_is_let_out_while_writing_is_in_the_log_before_or_refused(caller: SignIn):
    """Members are read under the lock of the head, so nothing slips in behind the letting out."""
    hal, anna = caller("hal"), caller("anna")
    stream = opened(hal, anna="registrar")
    out = Change(
        "member", letting_in(operation_of(stream), "anna").id, How.EDIT, {"removed": [False, True]}
    )
    told: list[str] = []
    writing = threading.Thread(
        target=lambda: told.extend(
            code(sent(anna, stream, new("person", spoken_name="Nour"))) for _ in range(15)
        )
    )
    writing.start()
    sent(hal, stream, out)
    writing.join()
    first = told.index("no_such_stream") if "no_such_stream" in told else len(told)
    assert set(told[:first]) <= {"applied"}
    assert set(told[first:]) <= {"no_such_stream"}


# -- what members see ------------------------------------------------------------------------------


def test_private_fields_go_by_the_role_in_the_operation(caller: SignIn):
    hal, anna, doctor = caller("hal"), caller("anna"), caller("dokter")
    stream = opened(hal, anna="registrar", dokter="medical")
    person = a_person(anna, stream, bsn="123456782")
    need = new("personneed", about=person, need="medicine", medical_note="insuline")
    assert code(sent(doctor, stream, need)) == "applied"
    for who, sees in ((hal, {"123456782"}), (anna, {"123456782"}), (doctor, {"insuline"})):
        page = wire.encode(who.snapshot(stream).records).decode()
        history = who.ask("GET", f"/v1/entries/{stream}?record={person}").text
        history += who.ask("GET", f"/v1/entries/{stream}?record={need.id}").text
        pulled = who.pull({stream: Cursor()})
        feed = wire.encode(pulled.entries).decode()
        for told in (page, history, feed):
            assert {w for w in ("123456782", "insuline") if w in told} == sees
        assert [e.seq for e in pulled.entries] == list(range(1, 6))


def test_a_duty_officer_reads_the_country_as_ever_and_no_bsn_by_it(caller: SignIn):
    """The grants of one stream are not those of another."""
    jansen, hal = caller("jansen"), caller("hal")
    stream = opened(hal, jansen="medical")
    person = a_person(hal, stream, bsn="123456782")
    report = jansen.report(caller="De heer Bos")
    told = wire.encode(jansen.pull({"national": Cursor(), stream: Cursor()}).entries).decode()
    assert "De heer Bos" in told
    assert "123456782" not in told
    assert {r.id for r in jansen.snapshot(stream).records} >= {person}
    assert report in {r.id for r in jansen.snapshot().records}
    assert person not in {r.id for r in jansen.snapshot().records}


# -- being told ------------------------------------------------------------------------------------


def test_a_held_poll_ends_when_somebody_is_let_in_or_out(caller: SignIn):
    hal, anna = caller("hal"), caller("anna")
    reference = Cursor()
    while (page := anna.pull({"reference": reference}).head.pages) != ():
        reference = page[0].to
    stream = opened(hal)

    def held(grants: dict[str, str], change: Change) -> dict[str, str]:
        told: list[dict[str, str]] = []

        def poll() -> None:
            at = {"reference": reference}
            told.append(dict(anna.pull(at, wait=20.0, grants=grants).head.grants))

        polling = threading.Thread(target=poll)
        polling.start()
        time.sleep(0.3)
        assert told == []
        began = time.monotonic()
        assert code(sent(hal, stream, change)) == "applied"
        polling.join(10)
        assert time.monotonic() - began < 2
        return told[0]

    member = letting_in(operation_of(stream), "anna")
    first = anna.pull({"reference": reference}).head.grants
    granted = held(dict(first), member)
    assert granted.keys() - first.keys() == {stream}
    out = Change("member", member.id, How.EDIT, {"removed": [False, True]})
    assert held(granted, out) == first


def test_counts_and_audit_are_on_every_hub_for_those_who_read_them(
    caller: SignIn, served: RunningHub
):
    reads = {name: set(caller(name).pull().head.grants) for name in EVERYBODY}
    assert {name for name, told in reads.items() if "counts" in told} == {"jansen", "bakker"}
    assert {name for name, told in reads.items() if "audit" in told} == {"controle"}
    for name in EVERYBODY:
        who = caller(name)
        noted = new("viewing", operation=new_id(), by=name)
        assert code(sent(who, "audit", noted)) == "applied"
        assert code(sent(who, "audit", new("viewing", noted.id, by=name))) == "not_your_record"
        assert code(sent(who, "audit", new("viewing", operation="x"))) == "not_your_field"
        assert code(sent(who, "counts", new("counts", title="x"))) == "not_allowed"
        for stream in ("national", "reference", "test", "audit", "counts"):
            assert code(sent(who, stream, new("person", spoken_name="x"))) == "not_allowed"
        expected = 200 if name == "controle" else 404
        assert who.ask("GET", f"/v1/entries/audit?record={noted.id}").status_code == expected


# -- the hub's own keeping -------------------------------------------------------------------------


def test_checkpoints_exports_and_an_upgrade_know_operations(running: RunningHub):
    add_hall(running)
    hal = Caller(running.url, "hal").sign_in()
    stream = opened(hal)
    a_person(hal, stream)
    running.log.keep_checkpoints()
    kept = {c.stream: c.seq for c in running.log.checkpoints()}
    file = running.hub.settings.data / "checkpoints.json"
    assert {c["stream"]: c["seq"] for c in wire.decode(list, file.read_bytes())} == kept
    assert kept[stream] == 2
    out = BytesIO()
    database, key = running.hub.database, running.hub.key
    assert export_log(database, key, stream, out, now=running.log.now()) == 2
    with database.transaction() as connection:  # as a hub of before was
        connection.execute("DELETE FROM stream WHERE name IN ('audit', 'counts')")
    running.log.start_check()
    assert {"audit", "counts", stream} < streams(running)
    metrics = hal.ask("GET", "/v1/metrics").text
    assert operation_of(stream) not in metrics
    hal.close()


def test_persons_are_numbered_by_one_counter_and_only_for_members(
    caller: SignIn, served: RunningHub
):
    hal, jansen, anna = caller("hal"), caller("jansen"), caller("anna")
    here, there = opened(hal, anna="registrar"), opened(jansen)

    def lease(who: Caller, stream: str, letter: str = "P") -> tuple[int, int]:
        asked = LeaseRequest(stream, letter, "2026-07", 20, ())
        answer = who.ask("POST", "/v1/numbers", wire.encode(asked))
        if answer.status_code != 200:
            return (answer.status_code, 0)
        return (answer.json()["first"], answer.json()["last"])

    (first, _), *others = lease(hal, here), lease(jansen, there), lease(anna, here)
    assert others == [(first + 20, first + 39), (first + 40, first + 59)]
    never = stream_of(new_id())
    assert {lease(anna, there), lease(anna, never), lease(hal, here, "M")} == {(404, 0)}
    served.log.new_epoch("beheer")
    assert lease(hal, here) == (first + 60 + LOST_PERSONS, first + 79 + LOST_PERSONS)


def test_the_first_hash_is_that_of_any_stream(caller: SignIn):
    hal = caller("hal")
    stream = opened(hal)
    (entry,) = hal.pull({stream: Cursor(0, GENESIS)}).entries
    assert (entry.seq, entry.stream) == (1, stream)
