"""A race for a report: the second is told who was first, inline, also after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kcr2desk.desk.reports.races import look
from kcr2desk.desk.reports.triage import Told, Triage
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.cache import Cache
from tests.desk.reports_room import wait
from tests.desk.small_hub import HandClock, SmallHub, identity, noon, open_cache


class Desk(QObject):
    """An officer, a cache and a hub that rules who was first."""

    heard = Signal()

    def __init__(self, cache: Cache, clock: HandClock) -> None:
        super().__init__()
        self.cache = cache
        self.hub = SmallHub(clock)
        self.work = StoreWork("test")
        self.told: list[Told] = []
        self.triage = self.sit_down()

    def sit_down(self) -> Triage:
        """Begin as at the start of the program."""
        triage = Triage(self.cache, self.work, "jansen", self)
        triage.told.connect(self.told.append)
        triage.races.begin()
        self.settle()
        return triage

    def report(self, title: str = "Brand") -> str:
        made = self.hub.report("smit", title=title)
        self.hub.pull(self.cache)
        return made

    def take(self, report: str) -> None:
        self.triage.own(self.cache.lines([report]), "jansen")
        self.settle()

    def sync(self) -> None:
        self.hub.sync(self.cache)
        self.triage.races.changed(None)
        wait(300)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            while not self.work.idle:
                wait(5)
            wait(15)

    @property
    def lost(self) -> list[str]:
        return [told.text for told in self.told if told.tone == "attention"]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    clock = noon()
    cache = open_cache(tmp_path, clock, identity("jansen"))
    made = Desk(cache, clock)
    yield made
    made.work.close()
    made.deleteLater()
    cache.close()
    QApplication.processEvents()


def test_who_comes_second_is_told_who_has_it(desk: Desk) -> None:
    report = desk.report("Heidebrand")
    desk.take(report)
    desk.hub.edit("smit", "report", report, {"owner": ["", "p.smit"]})
    desk.sync()
    (told,) = desk.lost
    assert "p.smit" in told
    assert "Heidebrand" in told
    assert desk.told[-1].show is not None
    assert desk.cache.lines([report])[0].owner == "p.smit"
    desk.sync()
    assert len(desk.lost) == 1


def test_who_comes_first_is_told_nothing(desk: Desk) -> None:
    report = desk.report()
    desk.take(report)
    desk.sync()
    desk.hub.edit("smit", "report", report, {"owner": ["jansen", "p.smit"]})
    desk.sync()
    assert desk.lost == []


def test_a_step_that_somebody_made_before_is_told_with_its_author(desk: Desk) -> None:
    report = desk.report()
    desk.triage.step(desk.cache.lines([report]), "in_progress")
    desk.settle()
    desk.hub.edit("bakker", "report", report, {"status": ["new", "closed"]})
    desk.sync()
    (told,) = desk.lost
    assert "bakker" in told
    assert "closed" in told


def test_urgent_that_somebody_else_acknowledged_is_told(desk: Desk) -> None:
    made = desk.hub.report("smit", title="Spoed", urgent=True)
    desk.hub.pull(desk.cache)
    desk.triage.acknowledge(desk.cache.lines([made]))
    desk.settle()
    desk.hub.edit("bakker", "report", made, {"acknowledged_by": ["", "bakker"]})
    desk.sync()
    (told,) = desk.lost
    assert "bakker" in told


def test_several_are_told_in_one_sentence(desk: Desk) -> None:
    reports = [desk.report(f"Melding {n}") for n in range(3)]
    desk.triage.own(desk.cache.lines(reports), "jansen")
    desk.settle()
    for report in reports:
        desk.hub.edit("smit", "report", report, {"owner": ["", "p.smit"]})
    desk.sync()
    (told,) = desk.lost
    assert "2" in told


def test_a_race_from_before_a_restart_is_told_after_it(desk: Desk) -> None:
    report = desk.report()
    desk.take(report)
    desk.triage.deleteLater()
    desk.triage = desk.sit_down()
    desk.hub.edit("smit", "report", report, {"owner": ["", "p.smit"]})
    desk.sync()
    assert len(desk.lost) == 1


def test_while_the_line_is_away_nothing_is_settled(desk: Desk) -> None:
    report = desk.report()
    desk.take(report)
    mine = frozenset(p.id for p in desk.cache.pending())
    looked = look(desk.cache, [report], mine)
    assert not looked.settled
    assert not looked.done
    assert not looked.lost
