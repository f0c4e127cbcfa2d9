"""The end of an operation: nobody is left in hub and caches, whoever comes back when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from kcr2desk.headless import Desk, wall_clock
from tests.sync import fence
from tests.sync.conftest import Desks
from tests.sync.equal import assert_equal
from tests.sync.fence import (
    BSN,
    MARKERS,
    MEDICAL,
    NAME,
    Clock,
    Hall,
    found_in,
    half_filled,
    hall_at,
)
from tests.sync.hall import member, opened, synced
from tests.sync.test_restored import Relocated

DAY = 86_400_000


@pytest.fixture
def hall(dsn: str, tmp_path: Path) -> Iterator[Hall]:
    with hall_at(tmp_path, dsn, Clock()) as made:
        yield made


def three(hall: Hall) -> tuple[Desk, Desk, Desk, str]:
    """A lead, a registrar, a doctor, and their operation."""
    lead, anna, doctor = (hall.desks.open(n, n) for n in ("hal", "anna", "dokter"))
    synced(lead, anna, doctor)
    stream = opened(lead, anna="registrar", dokter="medical")
    synced(anna, doctor)
    return lead, anna, doctor, stream


def in_database(dsn: str) -> set[str]:
    with psycopg.connect(dsn) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        rows = [
            row
            for (table,) in tables
            for row in connection.execute(f"SELECT t.* FROM {table} t")  # type: ignore[arg-type]
        ]
    said = "\n".join(
        bytes(v).decode("utf-8", "replace") if isinstance(v, bytes | memoryview) else str(v)
        for row in rows
        for v in row
    )
    return {marker for marker in MARKERS if marker in said}


def test_nobody_is_left_anywhere_and_the_counts_add_up(hall: Hall, dsn: str):
    lead, anna, doctor, stream = three(hall)
    person = fence.register(anna, stream)
    synced(anna, lead, doctor)
    lead.edit("person", person, family_name="Zuylenburgh-Smit")
    anna.edit("person", person, family_name="Zuylenburgh-de Wit", phone="")
    synced(lead, anna, lead, doctor)
    assert lead.attention().conflicts
    half_filled(anna, stream)
    half_filled(lead, stream, person)
    found = [found_in(desk) for desk in (anna, lead, doctor)]
    assert found == [{*MARKERS}, {*MARKERS} - {MEDICAL}, {*MARKERS} - {BSN}]
    hall.clock.pass_by(days=29)
    assert hall.look() == 0
    hall.clock.pass_by(days=1)
    assert hall.look() > 0
    synced(lead, anna, doctor)
    for desk in (lead, anna, doctor):
        assert found_in(desk) == set()
        assert desk.cache.drafts() == ()
        left = desk.get("person", person)
        assert (left.outcome, left.number != "", left.spoken_name) == ("registered", True, "")
        assert [n.need for n in desk.all("personneed", stream=stream)] == ["medicine"]
        assert desk.cache.candidates(stream, {"any": NAME}) == ()
    assert in_database(dsn) == set()
    assert_equal(dsn, lead, anna, stream=stream)


def test_who_comes_back_after_a_month_brings_nobody(hall: Hall, dsn: str):
    """Unsent registrations and edits of who is gone arrive; nobody of them stays."""
    lead, anna, _, stream = three(hall)
    known = fence.register(lead, stream)
    synced(lead, anna)
    anna.edit("person", known, spoken_name=NAME + " jr", phone="06" + BSN)
    late = fence.register(anna, stream)
    half_filled(anna, stream)
    hall.clock.pass_by(days=31)
    hall.look()
    assert in_database(dsn) == set()
    synced(anna)
    assert "Xanthippe jr" not in str(in_database(dsn))
    assert anna.cache.drafts() == ()
    hall.clock.pass_by(hours=1)
    assert hall.look() > 0
    synced(anna, lead)
    assert in_database(dsn) == found_in(anna) == found_in(lead) == set()
    assert anna.get("person", late).outcome == "registered"
    assert {p.id for p in lead.all("person", stream=stream)} == {known, late}
    assert anna.attention().refusals == ()


def test_who_was_away_so_long_that_entries_are_no_longer_served(hall: Hall, dsn: str):
    lead, anna, _, stream = three(hall)
    fence.register(anna, stream)
    person = fence.register(lead, stream)
    synced(anna, lead, anna)
    half_filled(anna, stream)
    unsent = anna.edit("person", person, city="Epe", spoken_name=NAME + " jr")
    assert unsent
    hall.clock.pass_by(days=31)
    hall.look()
    with psycopg.connect(dsn) as connection:
        connection.execute("UPDATE stream SET head_seq = head_seq, window_seq = head_seq")
    synced(anna)
    synced(anna)
    assert found_in(anna) == set()
    assert anna.cache.drafts() == ()
    assert len(anna.all("person", stream=stream)) == 2
    assert in_database(dsn) == set()


@pytest.mark.parametrize("years", [-5, 5])
def test_no_clock_of_a_desk_moves_the_term(hall: Hall, dsn: str, years: int):
    wrong = lambda: wall_clock() + years * 365 * DAY  # noqa: E731
    lead = hall.desks.open("hal", "hal", clock=wrong)
    anna = hall.desks.open("anna", "anna")
    synced(lead, anna)
    stream = opened(lead, anna="registrar")
    fence.register(lead, stream)
    fence.register(anna, stream)
    half_filled(lead, stream)
    synced(lead, anna, lead)
    hall.clock.pass_by(days=29, hours=23)
    assert hall.look() == 0
    synced(lead)
    assert found_in(lead) == set(MARKERS)
    hall.clock.pass_by(hours=1)
    assert hall.look() > 0
    synced(lead, anna)
    assert found_in(lead) == found_in(anna) == in_database(dsn) == set()


def test_the_lead_extends_and_shortens_it_and_a_refused_registration_goes_too(hall: Hall):
    lead, anna, _, stream = three(hall)
    operation = stream.partition(":")[2]
    lead.edit("operation", operation, retention_days=90, bsn_ground="")
    synced(lead)
    refused = fence.register(anna, stream)
    anna.sync(30)
    assert [r.code for r in anna.attention().refusals] == ["no_bsn_ground"]
    hall.clock.pass_by(days=89)
    assert hall.look() == 0
    synced(lead)
    lead.edit("operation", operation, retention_days=60)
    synced(lead)
    hall.look()
    anna.sync(30)
    assert found_in(anna) == set()
    (left,) = anna.attention().refusals
    (change,) = [c for c in left.changes if c.id == refused]
    assert change.fields["outcome"] == "registered"


def test_after_a_restore_from_before_the_end_nobody_comes_back(
    dsn: str, copy_of: Callable[[str], str], tmp_path: Path
):
    clock = Clock()
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            with hall_at(tmp_path, dsn, clock, desks) as hall:
                address.point_to(hall.hub.url)
                lead, anna, doctor, stream = three(hall)
                fence.register(anna, stream)
                synced(anna, lead, doctor)
            backup = copy_of(dsn)
            with hall_at(tmp_path, dsn, clock, desks) as hall:
                address.point_to(hall.hub.url)
                later = fence.register(anna, stream)
                synced(anna, lead)  # and the doctor is away from here on
                fence.register(doctor, stream)
                clock.pass_by(days=31)
                assert hall.look() > 0
                synced(lead)
            with hall_at(tmp_path, backup, clock, desks) as hall:
                address.point_to(hall.hub.url)
                assert in_database(backup) == set()  # before anybody spoke with it
                for _ in range(3):
                    for desk in (doctor, anna, lead):
                        desk.sync(30)
                clock.pass_by(hours=1)
                hall.look()
                for desk in (doctor, anna, lead):
                    assert desk.sync(30).ok
                    assert found_in(desk) == set()
                assert in_database(backup) == set()
                assert lead.get("person", later).outcome == "registered"
                assert len(lead.all("person", stream=stream)) == 3


def test_who_is_let_out_keeps_nothing_that_the_hub_has(hall: Hall):
    lead, anna, _, stream = three(hall)
    fence.register(anna, stream)
    synced(anna, lead)
    half_filled(anna, stream)
    lead.remove("member", member(lead, stream, "anna"))
    synced(lead)
    anna.sync(30)
    assert found_in(anna) == set()
    assert anna.cache.drafts() == ()


class Turned:
    """The clock of a desk."""

    def __init__(self) -> None:
        self.on = timedelta()

    def __call__(self) -> int:
        return wall_clock() + self.on // timedelta(milliseconds=1)


def test_a_medical_note_leaves_the_desk_of_who_wrote_it(hall: Hall):
    lead, _, doctor, stream = three(hall)
    turned = Turned()
    piet = hall.desks.open("piet", "piet", clock=turned)
    synced(piet)
    lead.let_in(stream, "piet", "registrar")
    synced(lead, piet)
    person = fence.register(piet, stream)
    synced(piet, doctor, lead)
    (need,) = piet.all("personneed", stream=stream)
    assert need.medical_note == ""
    assert MEDICAL not in repr(piet.history("personneed", need.id))
    assert doctor.get("personneed", need.id).medical_note == MEDICAL
    assert found_in(lead) == set(MARKERS) - {MEDICAL}
    assert found_in(piet) == set(MARKERS)  # in the outbox, in case a backup is put back
    turned.on = timedelta(days=1, hours=23)
    piet.cache.purge_old()
    assert found_in(piet) == set(MARKERS)
    turned.on = timedelta(days=2, hours=1)
    piet.cache.purge_old()
    assert found_in(piet) == set(MARKERS) - {MEDICAL}
    assert BSN in found_in(piet)
    fence.register(piet, stream)
    synced(piet, doctor, lead)
    assert lead.get("person", person).spoken_name == NAME
    assert len(doctor.all("personneed", stream=stream)) == 2


def test_the_journal_forgets_with_the_outbox(hall: Hall):
    """What was confirmed stays 30 days in the outbox, and no longer in the journal beside it."""
    lead, _, _, stream = three(hall)
    turned = Turned()
    piet = hall.desks.open("piet", "piet", clock=turned)
    synced(piet)
    lead.let_in(stream, "piet", "registrar")
    synced(lead, piet)
    fence.register(piet, stream)
    synced(piet)
    turned.on = timedelta(days=31)
    piet.cache.purge_old()
    assert not any(NAME in text for text in fence.in_journal(piet))
    assert not piet.cache.pending()
