"""Operations on desks: opened offline, shared with who is let in, taken away again."""

from __future__ import annotations

import time
from collections.abc import Callable

import psycopg
import pytest

from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from kcr2desk.store import pages
from kcr2desk.store.drafts import Draft
from tests.sync.conftest import Desks, Shared
from tests.sync.equal import assert_equal, assert_once
from tests.sync.hall import add_hall, left_of, member, opened, register, synced


@pytest.fixture
def hub(shared: Shared) -> RunningHub:
    add_hall(shared.hub)
    return shared.hub


@pytest.fixture
def dsn(shared: Shared) -> str:
    return shared.dsn


def soon(what: Callable[[], bool], seconds: float = 5.0) -> float:
    """Wait until something is so; returns after how many seconds it was."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() - began < seconds
        time.sleep(0.02)
    return time.monotonic() - began


def test_an_operation_that_was_opened_offline_arrives_whole_and_once(desks: Desks, dsn: str):
    lead, anna, other = (desks.open(n, n) for n in ("hal", "anna", "jansen"))
    synced(lead, anna, other)
    stream = lead.open_operation(title="Beiroet", purpose="Opvang", legal_ground="AVG")
    operation = stream.partition(":")[2]
    arrival = lead.save("arrival", stream=stream, about=operation, code="KL 1234")
    first = register(lead, stream, "Samira", arrival=arrival)
    lead.edit("person", first, city="Epe")
    lead.let_in(stream, "Anna ", "registrar")  # as somebody types it
    made = [pending.id for pending in lead.pending()]
    assert len(made) == 5
    synced(lead)
    assert_equal(dsn, lead, stream=stream)
    assert lead.cache.unconfirmed() == frozenset()
    synced(anna, other)
    second = register(anna, stream, "Nour", arrival=arrival)
    synced(anna, lead)
    assert_equal(dsn, lead, anna, stream=stream)
    assert {p.id for p in anna.all("person", stream=stream)} == {first, second}
    assert [line.actor for line in anna.history("person", second)] == ["anna"]
    assert_once(dsn, made, stream)
    assert left_of(other, stream) == []
    assert stream not in other.cache.state.grants


def test_who_is_let_in_sees_it_while_following_and_who_is_let_out_no_more(
    desks: Desks, hub: RunningHub
):
    lead, anna = desks.open("hal", "hal"), desks.open("anna", "anna")
    synced(lead, anna)
    stream = opened(lead)
    person = register(lead, stream, "Samira")
    synced(lead)
    lead.follow()
    anna.follow()
    time.sleep(0.3)  # both hold a poll now
    lead.let_in(stream, "anna", "registrar")
    assert soon(lambda: anna.get("person", person) is not None) < 2
    anna.edit("person", person, city="Epe")
    soon(lambda: lead.get("person", person).city == "Epe")
    lead.remove("member", member(lead, stream, "anna"))
    assert soon(lambda: left_of(anna, stream) == []) < 2
    assert anna.get("person", person) is None
    assert anna.history("person", person) == ()
    assert soon(lambda: stream not in anna.cache.state.grants) < 2
    lead.let_in(stream, "anna", "medical")  # and in again, as something else
    assert soon(lambda: anna.get("person", person) is not None) < 2
    assert anna.cache.actor.operations[stream] == "medical"
    for desk in (lead, anna):
        desk.stop()


def test_rights_that_were_withdrawn_while_offline_cost_nothing_that_was_written(
    desks: Desks, dsn: str
):
    lead, anna = desks.open("hal", "hal"), desks.open("anna", "anna")
    synced(lead, anna)
    stream = opened(lead, anna="registrar")
    person = register(lead, stream, "Samira")
    synced(lead, anna)
    lead.remove("member", member(lead, stream, "anna"))
    synced(lead)
    new = register(anna, stream, "Nour")  # offline, and not told yet
    anna.edit("person", person, city="Epe")
    assert anna.sync(30).line.value == "refused"
    assert left_of(anna, stream) == []
    assert [(r.code, r.stream) for r in anna.attention().refusals] == [
        ("no_such_stream", stream)
    ] * 2
    refused = {change.id: change.fields for r in anna.attention().refusals for change in r.changes}
    assert refused[new]["spoken_name"] == "Nour"
    assert refused[person]["city"] == ["", "Epe"]
    assert anna.pending() == ()
    assert_equal(dsn, lead, stream=stream)
    assert lead.get("person", new) is None
    for refusal in anna.attention().refusals:
        anna.cache.discard(refusal.id)
    synced(anna)
    assert left_of(anna, stream) == []


@pytest.mark.parametrize("still_member", [True, False])
def test_a_desk_that_comes_back_after_a_month_is_right(desks: Desks, dsn: str, still_member: bool):
    """Entries are no longer served one by one, so all is loaded anew; what is not there for this
    account any more does not stand in the way of the rest."""
    lead, away = desks.open("hal", "hal"), desks.open("anna", "anna")
    synced(lead, away)
    stream = opened(lead, anna="registrar")
    person = register(lead, stream, "Samira")
    synced(lead, away)
    written = register(away, stream, "Nour")
    lead.edit("person", person, city="Epe")
    if not still_member:
        lead.remove("member", member(lead, stream, "anna"))
    synced(lead)
    with psycopg.connect(dsn) as connection:
        connection.execute("UPDATE stream SET head_seq = head_seq, window_seq = head_seq")
    for _ in range(2):
        away.sync(30)
    if still_member:
        synced(away, lead)
        assert_equal(dsn, lead, away, stream=stream)
        assert lead.get("person", written) is not None
    else:
        assert left_of(away, stream) == []
        assert [r.code for r in away.attention().refusals] == ["no_such_stream"]


def test_two_hubs_on_one_database_know_the_same_operations(desks: Desks, hub: RunningHub, dsn: str):
    with running_hub(hub.hub.settings.data, dsn=dsn) as second:
        lead = desks.open("hal", "hal")
        anna = desks.open("anna", "anna", hub=second.url)
        synced(lead, anna)
        anna.follow()
        time.sleep(0.3)
        stream = opened(lead, anna="registrar")
        soon(lambda: stream in anna.cache.state.cursors)
        register(anna, stream, "Nour")
        soon(lambda: not anna.pending())
        anna.stop()
        synced(lead)
        assert_equal(dsn, lead, anna, stream=stream)


def test_conflicts_undo_and_removal_work_in_an_operation_as_in_the_country(desks: Desks, dsn: str):
    lead, anna, doctor = (desks.open(n, n) for n in ("hal", "anna", "dokter"))
    synced(lead, anna, doctor)
    stream = opened(lead, anna="registrar", dokter="medical")
    person = register(lead, stream, "Samira", bsn="123456782")
    synced(lead, anna, doctor)
    assert doctor.get("person", person).bsn == ""
    lead.edit("person", person, bsn="111222333")
    anna.edit("person", person, bsn="999999990", city="Epe")
    synced(lead, anna, lead, doctor)
    assert lead.attention().refusals == anna.attention().refusals == ()
    for desk in (lead, anna):
        (conflict,) = desk.attention().conflicts
        assert (conflict.current, conflict.offered) == ("111222333", "999999990")
    (hidden,) = doctor.attention().conflicts
    assert (hidden.was, hidden.current, hidden.offered) == (None, None, None)
    anna.settle(conflict.id, "999999990")
    synced(anna, lead, doctor)
    assert lead.attention().conflicts == doctor.attention().conflicts == ()
    assert lead.get("person", person).bsn == "999999990"
    changeset = anna.edit("person", person, city="Assen")
    assert changeset is not None
    anna.cache.undo([changeset])
    synced(anna, lead)
    assert lead.get("person", person).city == "Epe"
    anna.remove("person", person)
    synced(anna, lead)
    assert lead.all("person", stream=stream) == []
    assert_equal(dsn, lead, anna, stream=stream)
    actors = {line.actor for line in lead.history("person", person)}
    assert actors == {"hal", "anna"}


def test_a_medical_note_is_read_by_medical_members_only(desks: Desks):
    lead, anna, doctor = (desks.open(n, n) for n in ("hal", "anna", "dokter"))
    synced(lead, anna, doctor)
    stream = opened(lead, anna="registrar", dokter="medical")
    person = register(anna, stream, "Samira")
    need = anna.save(
        "personneed", stream=stream, about=person, need="medicine", medical_note="insuline"
    )
    assert anna.get("personneed", need).medical_note == "insuline"  # own words, on their way
    synced(anna, lead, doctor)
    notes = [desk.get("personneed", need).medical_note for desk in (lead, anna, doctor)]
    assert notes == ["", "", "insuline"]


def test_a_role_that_changes_brings_what_it_may_see(desks: Desks):
    lead, anna = desks.open("hal", "hal"), desks.open("anna", "anna")
    synced(lead, anna)
    stream = opened(lead, anna="registrar")
    person = register(lead, stream, "Samira", bsn="123456782")
    synced(lead, anna)
    waits = register(anna, stream, "Nour")
    lead.edit("member", member(lead, stream, "anna"), role="medical")
    synced(lead, anna)
    assert anna.get("person", person).bsn == ""
    assert lead.sync(20).ok
    assert lead.get("person", waits) is not None
    assert left_of(anna, stream) != []


def test_the_cache_of_a_desk_that_was_let_out_holds_nobody(desks: Desks):
    lead, anna = desks.open("hal", "hal"), desks.open("anna", "anna")
    synced(lead, anna)
    stream = opened(lead, anna="registrar")
    person = register(lead, stream, "Xanthippe", document_number="XR1234567")
    synced(lead, anna)
    form = Draft("form", "person", person, {"spoken_name": "Xanthippe"}, {"city": "Epe"}, 1)
    anna.cache.keep_draft(form)
    whole = everything_in(anna)
    assert "Xanthippe" in whole
    assert "XR1234567" in whole
    lead.remove("member", member(lead, stream, "anna"))
    synced(lead, anna)
    for word in ("xanthippe", "xr1234567", person):
        assert word not in everything_in(anna).casefold()
    assert anna.cache.drafts() == ()


def everything_in(desk: Desk) -> str:
    """All that the tables of a cache say; of pages of history what they say in clear."""
    db = desk.cache.writer()
    tables = [
        name
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'report_%'"
        )
    ]
    said = [repr(row) for table in tables for row in db.execute(f"SELECT * FROM {table}")]
    for (number,) in db.execute("SELECT n FROM entry_page").fetchall():
        said += [repr(entry) for entry in pages.read(db, number)]
    return "\n".join(said)
