"""Scenes of the hall: a station, the list of persons, one person, the covered screen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.book import records_of
from kcr2desk.core.repatriation.operation import AUDIT, operation_of, stream_of
from kcr2desk.core.repatriation.people import Person, link_id
from kcr2desk.desk import theme
from kcr2desk.desk.changes import Changes
from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.repatriation.audit_view import AuditView
from kcr2desk.desk.repatriation.blank import IdleBlank
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.people import PeopleView
from kcr2desk.desk.repatriation.person_card import PersonCard
from kcr2desk.desk.repatriation.stations import StationView
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.cache import Cache
from tests.desk.small_hub import identity
from tests.scenes import Stage, scene
from tests.scenes.form import settle
from tests.scenes.hall import Quiet
from tests.scenes.hall_data import LEAD, hall_cache


def enrich(cache: Cache, stream: str, now: datetime) -> None:
    """Give a family needs and a member who left it, a child nobody with it, and somebody two
    registrations."""
    book = records_of(cache.all, operation_of(stream))
    big = next(g for g in book.groups if len(book.members_of(g.id)) >= 4)
    first, second, third, *_ = book.members_of(big.id)
    for need, note, medical in (
        ("medication", "Insuline, koel bewaren", "Diabetes type 1, 24 E per dag, laatste 06:00"),
        ("mobility", "Rolstoel staat bij het ruim", ""), ("interpreter", "Arabisch", ""),
    ):  # fmt: skip
        told = {"about": first.id, "need": need, "note": note, "medical_note": medical}
        cache.create("personneed", told, stream=stream)
    for person in (second, third):
        seen = {"about": person.id, "station": "medical", "passed_at": now - timedelta(minutes=4)}
        cache.create("passage", seen, stream=stream)
    child = next(p for p in book.persons() if not p.group and p.outcome == "registered")
    cache.edit("person", child.id, {"minor_alone": True, "birth_date": "2014-02-09"})
    twin = next(p for p in reversed(book.persons()) if p.document_number)
    again = {
        "number": "P-2026-07-K7-0003-1", "arrival": twin.arrival, "outcome": "registered",
        "registered_at": now - timedelta(minutes=9), "desk": "Balie 11",
        "spoken_name": twin.spoken_name, "family_name": twin.family_name.upper(),
        "given_names": twin.given_names[:1], "birth_date": twin.birth_date[:4],
        "document_number": twin.document_number, "phone": "+31 6 5555 0199",
    }  # fmt: skip
    made = cache.create("person", again, stream=stream)
    link = {
        "one": twin.id, "other": made, "verdict": "same", "by": "devries", "score": 934,
        "reasons": frozenset({"document", "birth"}),
    }  # fmt: skip
    cache.create("personlink", link, stream=stream, id=link_id(twin.id, made))


class HallScene:
    """A page of the hall as wide as the panel, on the data of the worked scenario."""

    def __init__(
        self,
        stage: Stage,
        make: Callable[[Hall], QWidget],
        station: str = "",
        role: str = "lead",
    ) -> None:
        self.stage = stage
        self.folder = tempfile.TemporaryDirectory()
        self.cache, operation = hall_cache(
            Path(self.folder.name), stage.now, identity("elamrani" if role == "medical" else LEAD)
        )
        enrich(self.cache, stream_of(operation), stage.now)
        self.work = StoreWork("scene")
        self.changes = Changes(self.cache)
        self.feed = OperationFeed(operation, self.cache, self.work, self.changes)
        self.settle()
        me = self.cache.identity
        settings = MemorySettings({"repatriation/station": station})
        assert me is not None
        self.hall = Hall.of(
            self.feed, self.cache, self.work, now=lambda: stage.now, me=me, settings=settings
        )
        self.window = QWidget()
        self.window.setProperty("ground", "window")
        self.view = make(self.hall)
        page = QVBoxLayout(self.window)
        page.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        page.addWidget(self.view)
        self.over = SlideOver(self.window)
        self.window.destroyed.connect(lambda _gone: self.close())
        self.later(lambda: None)

    def settle(self) -> None:
        """Wait until the store has answered."""
        for _ in range(3):
            settle(self.work)
            QTest.qWait(20)

    def later(self, run: Callable[[], object]) -> None:
        """Do something once the page is shown."""
        self.stage.later(run)
        self.stage.later(self.settle)
        self.stage.later(lambda: QTest.qWait(160))

    def person(self, pick: Callable[[Person], bool]) -> Person:
        """Somebody of whom this holds."""
        return next(p for p in self.hall.book.persons() if pick(p))

    def close(self) -> None:
        """End what the scene holds open."""
        self.work.close()
        self.cache.close()
        self.folder.cleanup()
        QApplication.processEvents()


def scanned(
    stage: Stage, *texts: Callable[[HallScene], str], station: str = "medical"
) -> HallScene:
    """A station at which these were scanned."""
    made = HallScene(stage, StationView, station)
    view: Any = made.view

    def scan(text: Callable[[HallScene], str]) -> None:
        view.scan.setText(text(made))
        view.take()

    made.later(view.focus_first)
    for each in texts:
        made.later(lambda each=each: scan(each))  # type: ignore[misc]
    return made


def _in_family(made: HallScene) -> str:
    return made.person(lambda p: bool(made.hall.book.needs(p.id)[1:])).number


def _alone(made: HallScene) -> str:
    return made.person(lambda p: p.minor_alone).number


@scene("hall-station")
def station(stage: Stage) -> QWidget:
    return scanned(stage, _alone, _in_family).window


@scene("hall-station-minor")
def station_minor(stage: Stage) -> QWidget:
    return scanned(stage, _in_family, _alone, station="exit").window


@scene("hall-station-wrong")
def station_wrong(stage: Stage) -> QWidget:
    return scanned(stage, _in_family, lambda _made: "P-2026-11-0999-1").window


@scene("hall-station-none")
def station_none(stage: Stage) -> QWidget:
    return HallScene(stage, StationView).window


@scene("hall-station-call")
def station_call(stage: Stage) -> QWidget:
    made = scanned(stage)
    view: Any = made.view
    made.later(view.turn_call)

    def scan() -> None:
        view.scan.setText(_in_family(made))
        view.take()

    made.later(scan)
    made.later(view.turn_call)
    return made.window


@scene("hall-people")
def people(stage: Stage) -> QWidget:
    made = HallScene(stage, PeopleView)
    view: Any = made.view
    made.later(lambda: view.set_arrival(made.hall.book.arrivals[0].id))
    made.later(view.focus_first)
    made.later(lambda: view.table.selectRow(2))
    return made.window


@scene("hall-people-found")
def people_found(stage: Stage) -> QWidget:
    made = HallScene(stage, PeopleView)
    view: Any = made.view
    made.later(view.look_for)
    made.later(lambda: QTest.keyClicks(view.bar.field, "wit"))
    made.later(view.filters["where"].open)
    return made.window


@scene("hall-people-none")
def people_none(stage: Stage) -> QWidget:
    made = HallScene(stage, PeopleView)
    view: Any = made.view
    made.later(lambda: QTest.keyClicks(view.bar.field, "niemand"))
    return made.window


def opened(stage: Stage, pick: Callable[[HallScene], Person], role: str = "lead") -> HallScene:
    """The list of persons with the card of one over it."""
    made = HallScene(stage, PeopleView, role=role)
    made.later(lambda: made.over.show(PersonCard(made.hall, pick(made).id)))
    return made


@scene("hall-person")
def person(stage: Stage) -> QWidget:
    return opened(stage, lambda made: made.hall.book.by_number(_in_family(made))[0]).window


@scene("hall-person-medical")
def person_medical(stage: Stage) -> QWidget:
    picked = opened(stage, lambda made: made.hall.book.by_number(_in_family(made))[0], "medical")
    return picked.window


@scene("hall-person-minor")
def person_minor(stage: Stage) -> QWidget:
    return opened(stage, lambda made: made.hall.book.by_number(_alone(made))[0]).window


@scene("hall-person-twice")
def person_twice(stage: Stage) -> QWidget:
    def pick(made: HallScene) -> Person:
        again = made.person(lambda p: p.desk == "Balie 11")
        link = made.hall.book.links(again.id)[0]
        return made.person(lambda p: p.id == link.one)

    made = opened(stage, pick)
    view: Any = made.over
    made.later(lambda: view.content().area.verticalScrollBar().setValue(9999))
    return made.window


@scene("hall-covered")
def covered(stage: Stage) -> QWidget:
    made = HallScene(stage, PeopleView)
    cover = IdleBlank(made.window, who="J. de Vries")
    made.later(cover.cover)
    return made.window


_LOOKED = (
    ("visser", "view", 1, "", ""), ("mulder", "print", 4, "", ""),
    ("visser", "view", 24, "", "list"), ("elamrani", "view", 1, "", ""),
    ("devries", "export", 131, "Nazorg door gemeenten", ""),
    ("mulder", "hand_over", 3, "", ""), ("visser", "candidate", 2, "", ""),
)  # fmt: skip


@scene("hall-audit")
def audit(stage: Stage) -> QWidget:
    def make(hall: Hall) -> QWidget:
        persons = hall.book.persons()
        for place, (who, what, count, reason, detail) in enumerate(_LOOKED * 5):
            seen = persons[place : place + count]
            told = {
                "operation": operation_of(hall.stream), "by": who, "what": what, "reason": reason,
                "operation_title": "Repatriëring Libanon", "detail": detail,
                "persons": frozenset(p.id for p in seen),
                "numbers": frozenset(p.number for p in seen),
                "seen_at": stage.now - timedelta(minutes=3 * place),
            }  # fmt: skip
            hall.cache.create("viewing", told, stream=AUDIT)
        quiet = Quiet()
        view = AuditView(hall.cache, hall.work, quiet, now=hall.now)
        quiet.setParent(view)
        return view

    made = HallScene(stage, make)
    view: Any = made.view
    made.later(view.focus_first)
    made.later(lambda: view.table.selectRow(1))
    return made.window
