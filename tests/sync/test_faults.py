"""What a line can do to a change (sync.md, section 12); each ends in: equal, once, nothing lost."""

from __future__ import annotations

import random
import time

import pytest

from kcr2desk.core.health import Line
from kcr2desk.headless import Desk
from tests.sync.conftest import Desks
from tests.sync.equal import assert_equal, assert_once, entries_at
from tests.sync.proxy import FAULTS, FaultProxy


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("path", ["/v1/push", "/v1/pull", "/v1/snapshot"])
def test_one_fault_costs_nothing(desks: Desks, dsn: str, proxy: FaultProxy, fault: str, path: str):
    witness = desks.open("witness", "devries")
    witness.save("report", title="Stond er al")
    assert witness.sync(20).ok
    desk = desks.open("desk", hub=proxy.url)
    if path != "/v1/snapshot":
        assert desk.sync(20).ok
    proxy.once(fault, path=path)
    for n in range(3):
        desk.save("report", title=f"Melding {n}")
    changesets = [pending.id for pending in desk.pending()]
    until_ok(desk)
    assert proxy.happened == {fault: 1}
    assert witness.sync(20).ok
    assert_once(dsn, changesets)
    assert_equal(dsn, desk, witness)


def test_a_walk_through_all_faults(desks: Desks, dsn: str, proxy: FaultProxy):
    """Several desks write, edit and settle while every path meets every fault now and then."""
    rng = random.Random(7)
    proxy.fault = lambda _m, path, _n: (
        rng.choice(FAULTS) if "session" not in path and rng.random() < 0.25 else ""
    )
    all_desks = [
        desks.open("a", hub=proxy.url),
        desks.open("b", "devries", hub=proxy.url),
        desks.open("c", hub=proxy.url),
    ]
    made: list[str] = []
    for step in range(60):
        desk = rng.choice(all_desks)
        known = desk.all("report", limit=5)
        if known and rng.random() < 0.6:
            report = rng.choice(known)
            desk.edit(
                "report",
                report.id,
                **rng.choice(
                    [
                        {"title": f"Titel {step}"},
                        {"place": f"Plaats {step}"},
                        {"follows": report.follows | {f"{step}"}},
                        {"owner": f"eigenaar {step}"},
                    ]
                ),
            )
        else:
            desk.save("report", title=f"Melding {step}")
        made += [pending.id for pending in desk.pending()]
        if rng.random() < 0.3:
            desk.sync(0.3)
    assert len(proxy.happened) > len(FAULTS) // 2
    proxy.fault = lambda _m, _p, _n: ""
    for _ in range(3):
        for desk in all_desks:
            until_ok(desk)
    assert_once(dsn, set(made))
    assert_equal(dsn, *all_desks)


def test_a_desk_without_a_line_works_and_drains_by_itself(
    desks: Desks, dsn: str, proxy: FaultProxy
):
    desk = desks.open("desk", hub=proxy.url)
    assert desk.sync(20).ok
    proxy.fault = lambda _m, _p, _n: "lose_request"
    desk.follow()
    reports = [desk.save("report", title=f"Zonder lijn {n}") for n in range(5)]
    wait_until(lambda: desk.health.line is Line.OFFLINE)
    health = desk.health
    assert (health.waiting, health.attention) == (5, 0)
    assert health.since is not None
    assert desk.search("lijn")
    desk.edit("report", reports[0], title="Zonder lijn gewijzigd")
    proxy.fault = lambda _m, _p, _n: ""
    wait_until(lambda: desk.health.line is Line.CURRENT, 60)
    desk.stop()
    assert_equal(dsn, desk)


def test_no_sequence_of_failures_makes_a_hot_loop(desks: Desks, proxy: FaultProxy):
    desk = desks.open("desk", hub=proxy.url)
    assert desk.sync(20).ok
    desk.save("report", title="Wacht")
    proxy.fault = lambda _m, _p, _n: "502"
    before = proxy.count
    desk.follow()
    time.sleep(3)
    desk.stop()
    assert proxy.count - before <= 14  # two threads: 0.25, 0.5, 1 … s


def test_a_named_pause_is_obeyed(desks: Desks, proxy: FaultProxy):
    desk = desks.open("desk", hub=proxy.url)
    assert desk.sync(20).ok
    desk.save("report", title="Wacht even")
    proxy.once("429")
    proxy.asked.clear()
    assert desk.sync(20).ok
    pushes = [at for at, path in proxy.asked if path == "/v1/push"]
    assert pushes[1] - pushes[0] >= 1


def test_too_large_a_push_goes_in_halves(desks: Desks, dsn: str, proxy: FaultProxy):
    desk = desks.open("desk", hub=proxy.url)
    assert desk.sync(20).ok
    for n in range(40):
        desk.save("report", title=f"Melding {n}")
    proxy.once("413", "413", "413")
    until_ok(desk)
    assert len(entries_at(dsn)) == 40
    assert_equal(dsn, desk)


def test_a_portal_that_answers_everything_changes_nothing_here(
    desks: Desks, dsn: str, proxy: FaultProxy
):
    desk = desks.open("desk", hub=proxy.url)
    report = desk.save("report", title="Achter het portaal")
    assert desk.sync(20).ok
    proxy.fault = lambda _m, _p, _n: "portal"
    desk.edit("report", report, title="Gewijzigd achter het portaal")
    health = desk.sync(3)
    assert health.line is Line.OFFLINE
    assert health.waiting == 1
    assert desk.get("report", report).title == "Gewijzigd achter het portaal"
    proxy.fault = lambda _m, _p, _n: ""
    until_ok(desk)
    assert_equal(dsn, desk)


def test_pieces_of_a_file_go_on_where_the_line_was_cut(desks: Desks, proxy: FaultProxy):
    desk, other = desks.open("desk", hub=proxy.url), desks.open("other", "devries")
    report = desk.save("report", title="Met bijlage")
    data = random.Random(3).randbytes(3 * (1 << 20) + 5)
    attachment = desk.attach("report", report, "foto.jpg", "image/jpeg", data)
    proxy.once("cut_answer", "lose_request", "502_after", path="/v1/streams")
    until_ok(desk)
    until_ok(desk)
    assert other.sync(20).ok
    digest = other.get("attachment", attachment).digest
    other.cache.want_file(digest)
    assert other.sync(20).ok
    assert other.cache.file(digest) == data


def until_ok(desk: Desk) -> None:
    """Rounds until everything is up and down; a test must not wait for ever."""
    for _ in range(20):
        if desk.sync(15).ok:
            return
    raise AssertionError(desk.health)


def wait_until(done, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)
