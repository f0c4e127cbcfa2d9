"""Desks and a hub, with the line as it should be."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from kcr2desk.core.health import Line
from kcr2desk.headless import Desk, wall_clock
from kcr2desk.hub.running import RunningHub
from kcr2desk.sync import SignInRefused, WrongCache
from tests.sync.conftest import PASSWORD, Desks
from tests.sync.equal import assert_equal, entries_at


def synced(*desks: Desk) -> None:
    """Two rounds for everybody: up from all, then down to all."""
    for _ in range(2):
        for desk in desks:
            health = desk.sync(20)
            assert health.ok, health


def test_a_report_on_one_desk_is_on_the_other(desks: Desks, dsn: str):
    one, other = desks.open("one"), desks.open("other", "devries")
    report = one.save("report", title="Heidebrand Hoog Buurlo", region="VR06")
    assert one.values("report", report)
    assert len(one.pending()) == 1
    synced(one, other)
    seen = other.get("report", report)
    assert seen is not None
    assert seen.title == "Heidebrand Hoog Buurlo"
    assert_equal(dsn, one, other)


def test_different_fields_merge_and_the_same_field_is_a_conflict_that_either_settles(
    desks: Desks, dsn: str
):
    one, other = desks.open("one"), desks.open("other", "devries")
    report = one.save("report", title="Rook boven de A1")
    synced(one, other)
    one.edit("report", report, place="Kootwijk", title="Rook over de A1")
    other.edit("report", report, region="VR06", title="Rook op de A1")
    synced(one, other)
    assert_equal(dsn, one, other)
    for desk in (one, other):
        seen = desk.get("report", report)
        assert (seen.place, seen.region, seen.title) == ("Kootwijk", "VR06", "Rook over de A1")
        (conflict,) = desk.attention().conflicts
        assert (conflict.current, conflict.offered) == ("Rook over de A1", "Rook op de A1")
        assert (conflict.current_by, conflict.offered_by) == ("jansen", "devries")
    one.settle(one.attention().conflicts[0].id, "Rook op de A1 bij Kootwijk")
    synced(one, other)
    for desk in (one, other):
        assert desk.attention().conflicts == ()
        assert desk.get("report", report).title == "Rook op de A1 bij Kootwijk"
    assert_equal(dsn, one, other)


def test_a_race_for_the_owner_goes_to_the_first_without_a_conflict(desks: Desks, dsn: str):
    one, other = desks.open("one"), desks.open("other", "devries")
    report = one.save("report", title="Wie pakt dit op?")
    synced(one, other)
    one.edit("report", report, owner="jansen")
    lost = other.edit("report", report, owner="devries")
    synced(one, other)
    for desk in (one, other):
        assert desk.get("report", report).owner == "jansen"
        assert desk.attention().conflicts == ()
    told = [line for line in other.history("report", report) if line.changeset == lost]
    assert [line.outcome for line in told] == ["kept"]
    assert_equal(dsn, one, other)


def test_a_status_that_cannot_follow_is_refused_and_stays_in_sight(desks: Desks):
    one = desks.open("one")
    report = one.save("report", title="Afgesloten melding", status="closed")
    synced(one)
    one.cache.edit("report", report, {"status": "processed"})
    later = one.edit("report", report, title="Een andere titel")
    apart = one.save("report", title="Iets anders gaat door")
    health = one.sync(20)
    assert health.line is Line.REFUSED or health.waiting
    (refusal,) = one.attention().refusals
    assert (refusal.code, refusal.fields) == ("wrong_step", ("status",))
    assert [p.id for p in one.pending()] == [later]  # held behind the refused one
    one.cache.discard(refusal.id)
    synced(one)
    assert one.pending() == ()
    assert one.get("report", report).status == "closed"
    assert one.get("report", report).title == "Een andere titel"
    assert one.get("report", apart) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "🔥🚒 groot 👨‍👩‍👧‍👦",
        "مرحبا بالعالم \u202eomgekeerd\u202c",
        "nul\0byte",
        "los \ud83d stuk",
        "e\u0301 ë",
    ],
    ids=["long", "emoji", "right to left", "nul", "surrogate", "decomposed"],
)
def test_any_text_arrives_as_it_was_kept(desks: Desks, dsn: str, text: str):
    one, other = desks.open("one"), desks.open("other", "devries")
    report = one.save("report", title="Tekst", text=text)
    synced(one, other)
    assert other.get("report", report).text == one.get("report", report).text
    assert_equal(dsn, one, other)


def test_a_liaison_sees_only_what_was_released_to_the_government(desks: Desks, dsn: str):
    duty, liaison = desks.open("duty"), desks.open("liaison", "bakker")
    synced(duty, liaison)
    secret = duty.save("report", title="Alleen KCR2", caller="Jansen", callback="+31612345678")
    shown = duty.save(
        "report", title="Voor het Rijk", caller="Smit", audience=frozenset({"government"})
    )
    synced(duty, liaison)
    assert liaison.get("report", secret) is None
    assert liaison.get("report", shown).title == "Voor het Rijk"
    assert liaison.get("report", shown).caller == ""  # contact details need a grant
    assert [hit.id for hit in liaison.search("voor")] == [shown]
    assert liaison.search("alleen") == ()
    duty.edit("report", shown, place="Een plaats die later niet meer te lezen is")
    synced(duty, liaison)
    duty.edit("report", secret, audience=frozenset({"government"}))
    duty.edit("report", shown, audience=frozenset())
    synced(duty, liaison)
    assert liaison.get("report", secret).title == "Alleen KCR2"
    assert liaison.get("report", shown) is None
    assert liaison.search("voor") == ()
    told = liaison.history("report", shown)
    assert {(line.was, line.now) for line in told} <= {(None, None)}


def test_a_region_officer_edits_only_the_own_region(desks: Desks):
    duty, region = desks.open("duty"), desks.open("region", "vnog")
    theirs = region.save("report", title="Van VNOG", source="VR06")
    ours = duty.save("report", title="Van KCR2", audience=frozenset({"VR06"}))
    synced(duty, region)
    assert duty.get("report", theirs) is not None
    region.edit("report", ours, title="Niet van mij")
    region.sync(20)
    (refusal,) = region.attention().refusals
    assert refusal.code == "not_your_record"


def test_following_desks_hear_of_each_other(desks: Desks):
    one, other = desks.open("one"), desks.open("other", "devries")
    synced(one, other)
    heard = threading.Event()
    one.follow()
    other.follow(lambda changed: heard.set() if changed.type == "report" else None)
    report = one.save("report", title="Live")
    assert heard.wait(10)
    assert other.get("report", report).title == "Live"
    one.stop()
    other.stop()
    assert not one.line.running


def test_an_attachment_arrives_whole(desks: Desks):
    one, other = desks.open("one"), desks.open("other", "devries")
    report = one.save("report", title="Met foto")
    data = bytes(range(256)) * 12_000  # three pieces
    attachment = one.attach("report", report, "kaart.bin", "application/octet-stream", data)
    synced(one, other)
    seen = other.get("attachment", attachment)
    assert (seen.name, seen.size) == ("kaart.bin", len(data))
    other.cache.want_file(seen.digest)
    synced(other)
    assert other.cache.file(seen.digest) == data


def test_a_small_file_comes_by_itself_to_be_there_without_the_line(desks: Desks):
    one, other = desks.open("one"), desks.open("other", "devries")
    report = one.save("report", title="Met een kleine foto")
    attachment = one.attach("report", report, "foto.jpg", "image/jpeg", b"klein" * 1000)
    synced(one, other)
    synced(other)
    assert other.cache.file(other.get("attachment", attachment).digest) == b"klein" * 1000


def test_spoken_numbers_are_never_given_twice(desks: Desks):
    one, other = desks.open("one"), desks.open("other", "devries")
    synced(one, other)
    numbers = [
        desk.get("report", desk.save("report", title=f"Melding {n}")).number
        for n in range(30)
        for desk in (one, other)
    ]
    assert len(set(numbers)) == len(numbers)
    synced(one, other)


def test_a_desk_with_a_clock_a_day_off_merges_like_any_other(desks: Desks, dsn: str):
    late = desks.open("late", clock=lambda: wall_clock() - 86_400_000)
    early = desks.open("early", "devries", clock=lambda: wall_clock() + 86_400_000)
    report = late.save("report", title="Eerste")
    synced(late, early)
    early.edit("report", report, title="Van morgen")
    synced(early)
    late.edit("report", report, title="Van gisteren")  # saw the title as it was
    synced(late, early)
    assert late.get("report", report).title == "Van morgen"
    assert len(late.attention().conflicts) == 1
    assert_equal(dsn, late, early)


def test_times_travel_as_instants(desks: Desks):
    one, other = desks.open("one"), desks.open("other", "devries")
    then = datetime(2026, 3, 29, 1, 30, tzinfo=UTC) + timedelta(milliseconds=7)
    report = one.save("report", title="In de nacht van de zomertijd", occurred_at=then)
    synced(one, other)
    assert other.get("report", report).occurred_at == then


def test_a_wrong_password_lets_nobody_in(desks: Desks, hub: RunningHub, tmp_path):
    with pytest.raises(SignInRefused) as refused:
        Desk.open(tmp_path / "x", hub=hub.url, user="jansen", password="nee", key=b"k" * 32)
    assert refused.value.code == "sign_in"


def test_a_folder_belongs_to_one_account(desks: Desks, hub: RunningHub, tmp_path):
    desks.open("one").close()
    folder = desks.folder / "one"
    with pytest.raises(WrongCache) as wrong:
        Desk.open(folder, hub=hub.url, user="devries", password=PASSWORD, key=b"k" * 32)
    assert wrong.value.code == "other_account"


def test_a_session_that_ended_keeps_the_queue_and_goes_on_after_a_sign_in(
    desks: Desks, hub: RunningHub, dsn: str
):
    one = desks.open("one")
    synced(one)
    one.line.sign_out()
    report = one.save("report", title="Zonder sessie")
    assert one.line.round(5).line is Line.SIGN_IN
    assert len(one.pending()) == 1
    one.sign_in()
    synced(one)
    assert_equal(dsn, one)
    assert [e.changeset.changes[0].id for e in entries_at(dsn)] == [report]


def test_a_desk_that_starts_is_up_to_date_before_a_poll_is_held(desks: Desks):
    desk = desks.open("one")
    synced(desk)
    desk.close()
    again = desks.open("one")
    told = threading.Event()
    again.line.subscribe(lambda health: told.set() if health.line is Line.CURRENT else None)
    again.follow()
    assert told.wait(5), again.health
