"""Reconciling an arrival by keys, and the list of the hall's lead: real widgets, a real cache."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.repatriation.people import PersonLink, link_id
from kcr2desk.desk.repatriation.compare import DIFFERS
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.lead import LeadView
from kcr2desk.desk.repatriation.reconcile import ReconcileView
from kcr2desk.desk.repatriation.reconcile_ask import Reckoner
from tests.desk.hand_over_room import NOW, HallRoom, open_hall
from tests.scenes import reconcile_data as data

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SIZE = (1180, 700)
DOCUMENT = {"document_number": "NXR41D7P8", "document_country": "NLD"}


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[HallRoom]:
    with open_hall(tmp_path / "desk", qapp) as made:
        yield made


@pytest.fixture
def registrar(qapp: QApplication, tmp_path: Path) -> Iterator[HallRoom]:
    with open_hall(tmp_path / "desk", qapp, "registrar") as made:
        yield made


def line(room: HallRoom, name: str, **fields: Any) -> str:
    told = {"about": room.operation, "arrival": room.arrival, "key": name, "family_name": name}
    return room.add("manifestline", "", **{**told, **fields})


def link(room: HallRoom, one: str, other: str, verdict: str = "proposed", **more: Any) -> str:
    made = {"one": one, "other": other, "verdict": verdict, **more}
    return room.add("personlink", link_id(one, other), **made)


def landed(room: HallRoom, hours: float = 3) -> None:
    """The arrival is here, so long that who is not seen is missed."""
    told = {"status": "arrived", "actual_at": NOW - timedelta(hours=hours)}
    room.cache.edit("arrival", room.arrival, told)


def until(room: HallRoom, true: Any, seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert not room.failures, room.failures
        assert time.monotonic() < end, "it never came to be"
        QTest.qWait(5)


def reconcile(room: HallRoom) -> ReconcileView:
    room.settle()
    view = room.show(ReconcileView(room.hall), SIZE)
    view.set_arrival(room.arrival)
    counted(room, view)
    view.focus_first()
    return view


def counted(room: HallRoom, view: ReconcileView) -> None:
    room.settle()
    until(room, lambda: not view.reckoner.busy and room.work.idle)
    QApplication.processEvents()


def kinds(view: ReconcileView) -> dict[str, int]:
    return {g.key: g.count for g in view.groups.groups.groups if g.key}


def names(view: ReconcileView) -> list[str]:
    return [view.model.cell(row, 0).text for row in range(view.model.rowCount())]


def press(room: HallRoom, view: ReconcileView, *keys: str) -> None:
    room.press(view, *keys)
    until(room, lambda: not view.reckoner.busy and room.work.idle)
    QApplication.processEvents()


# -- reconcile -------------------------------------------------------------------------------------


def test_nothing_to_reconcile_is_said(room: HallRoom) -> None:
    view = reconcile(room)
    assert view.pages.currentWidget() is view.empty
    line(room, "Bakker")
    counted(room, view)
    assert kinds(view) == {"expected": 1}
    assert view.state.text() == "still expected"


def test_one_key_says_what_became_of_several_and_is_taken_back(room: HallRoom) -> None:
    landed(room)
    for name in ("Bakker", "Smit", "Visser"):
        line(room, name)
    view = reconcile(room)
    assert (view.groups.current(), kinds(view)) == ("listed_missing", {"listed_missing": 3})
    press(room, view, "Shift+Down", "1")
    assert kinds(view) == {"listed_missing": 1, "no_show": 2}
    assert names(view) == ["Visser"]
    assert view.told.text() == "2 of them no-show."
    press(room, view, "2")
    assert kinds(view) == {"listed_missing": 0, "no_show": 2, "stayed": 1}
    assert view.state.text() == "It adds up"
    press(room, view, "Ctrl+Z")
    assert kinds(view) == {"listed_missing": 1, "no_show": 2}
    press(room, view, "Alt+Down", "Ctrl+A", "0")
    assert kinds(view) == {"listed_missing": 3, "no_show": 0}


def test_probably_the_same_is_joined_by_one_key_and_never_by_itself(room: HallRoom) -> None:
    landed(room)
    listed = line(room, "Khoury", birth_date="1986-07-03", **DOCUMENT)
    here = room.person(family_name="el Khoury", birth_date="1986-03-07", **DOCUMENT,
                       registered_at=NOW - timedelta(hours=1))  # fmt: skip
    view = reconcile(room)
    assert kinds(view) == {
        "likely": 1, "listed_missing": 1, "unlisted": 1, "not_handed_over": 1,
    }  # fmt: skip
    assert "Born" in [row.name for row in view.compare.rows() if row.state == DIFFERS]
    until(room, lambda: here in {p for seen in room.viewings() for p in seen.persons})
    press(room, view, "S")
    assert kinds(view) == {"likely": 0, "not_handed_over": 1}
    assert room.book.line(listed).person == here  # type: ignore[union-attr]
    press(room, view, "Ctrl+Z")
    assert kinds(view)["likely"] == 1
    press(room, view, "N")
    assert kinds(view)["likely"] == 0
    assert kinds(view)["unlisted"] == 1


def test_who_came_is_tied_to_a_line_found_by_typing(room: HallRoom) -> None:
    landed(room)
    for name in ("Bakker", "Jansen", "Mulder"):
        line(room, name, given_names="Piet")
    room.person(family_name="Janssen", given_names="Piet",
                registered_at=NOW - timedelta(hours=1))  # fmt: skip
    view = reconcile(room)
    view.groups.choose("unlisted")
    view.focus_first()
    press(room, view, "T")
    popup = view.tie.list
    until(room, popup.isVisible)
    QTest.keyClicks(popup.list, "")
    first = popup.list.model().index(0, 0).data()
    assert first == "Jansen, Piet"  # the most alike
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    counted(room, view)
    assert kinds(view) == {"listed_missing": 2, "unlisted": 0, "not_handed_over": 1}


def test_register_and_show_ask_the_panel(room: HallRoom) -> None:
    landed(room)
    listed = line(room, "Bakker")
    person = room.person(registered_at=NOW - timedelta(hours=1))
    view = reconcile(room)
    asked: list[tuple[str, str]] = []
    view.registerWanted.connect(lambda i: asked.append(("register", i)))
    view.lineWanted.connect(lambda i: asked.append(("line", i)))
    view.personWanted.connect(lambda i: asked.append(("person", i)))
    room.press(view, "R", "E")
    view.groups.choose("unlisted")
    room.press(view, "Return")
    assert asked == [("register", listed), ("line", listed), ("person", person)]
    press(room, view, "B")
    assert kinds(view)["besides"] == 1


def test_rows_follow_while_desks_register_and_what_is_read_stays(room: HallRoom) -> None:
    landed(room)
    lines = [line(room, f"Familie {n:02}") for n in range(30)]
    view = reconcile(room)
    view.table.selectRow(20)
    row = view.table.currentIndex().row()
    text = view.model.cell(row, 0).text
    for each in lines[:5]:
        person = room.person(registered_at=NOW)
        room.cache.edit("manifestline", each, {"person": person})
    counted(room, view)
    # a desk is at work now, so nobody is missed any more: they are awaited
    assert kinds(view) == {"awaited": 25, "not_handed_over": 5, "listed_missing": 0}
    view.groups.choose("awaited")
    view.table.selectRow(20)
    text = view.model.cell(20, 0).text
    person = room.person(registered_at=NOW)
    room.cache.edit("manifestline", lines[5], {"person": person})
    counted(room, view)
    assert view.model.cell(view.table.currentIndex().row(), 0).text == text
    assert view.table.currentIndex().row() == 19


def test_the_whole_operation_and_back(room: HallRoom) -> None:
    landed(room)
    line(room, "Bakker")
    other = room.add("arrival", about=room.operation, code="Bus 2")
    line(room, "Smit", arrival=other)
    view = reconcile(room)
    assert view.funnel.accessibleDescription().startswith("Applied: no list says it; ")
    press(room, view, "W")
    assert kinds(view) == {"listed_missing": 1, "expected": 1}
    press(room, view, "W")
    assert kinds(view) == {"listed_missing": 1}


def test_what_the_papers_say_is_set_beside_the_list(room: HallRoom) -> None:
    landed(room)
    line(room, "Bakker")
    room.cache.edit("arrival", room.arrival, {"declared_count": 206, "capacity": 250})
    view = reconcile(room)
    assert view.gaps.text() == "The papers of HV9001 declare 206, the manifest holds 1: −205."


def test_who_may_not_settle_reads_why(qapp: QApplication, tmp_path: Path) -> None:
    with open_hall(tmp_path / "desk", qapp, "medical") as room:
        landed(room)
        line(room, "Bakker")
        view = reconcile(room)
        press(room, view, "1")
        assert kinds(view) == {"listed_missing": 1}
        assert not view._acts["no_show"][0].isEnabled()
        assert view._acts["no_show"][0].toolTip() == "Who registers or leads settles this."


def test_a_large_operation_never_holds_the_screen(room: HallRoom) -> None:
    made = data.Maker(NOW)
    for n in range(4000):
        made.line(f"a{n:05}", made.who(n), "applied", arrival="", eligible="yes")
    feed = OperationFeed.of(made.book())
    hall = Hall.of(feed, room.cache, room.work, now=room.clock.now, me=room.me)
    reckoner = Reckoner(hall)
    bits = 0
    while not reckoner.muster.complete:
        reckoner._bit()
        bits += 1
    assert bits > 4, "not all of it at once"
    until(room, lambda: reckoner.found is not None)
    assert reckoner.found is not None
    assert reckoner.found.tally("eligible").count == 4000
    reckoner.deleteLater()


# -- the lead's list -------------------------------------------------------------------------------


def lead(room: HallRoom) -> LeadView:
    room.settle()
    view = room.show(LeadView(room.hall), SIZE)
    read(room, view)
    view.focus_first()
    return view


def read(room: HallRoom, view: LeadView) -> None:
    room.settle()
    watch = view.watch
    until(room, lambda: watch.complete and not watch._soon.isActive() and room.work.idle)
    QApplication.processEvents()


def waiting(view: LeadView) -> dict[str, int]:
    return {g.key: g.count for g in view.groups.groups.groups if g.key}


def verdict(room: HallRoom, one: str, other: str) -> str:
    found = room.book.get("personlink", link_id(one, other))
    assert isinstance(found, PersonLink)
    return found.verdict


def test_nothing_waits_for_the_lead(room: HallRoom) -> None:
    view = lead(room)
    assert view.pages.currentWidget() is view.empty


def test_links_are_judged_by_keys_and_undone_in_any_order(room: HallRoom) -> None:
    people = [room.person(family_name=f"P{n}", birth_date="1980-01-01") for n in range(4)]
    link(room, people[0], people[1], score=950, reasons=frozenset({"document", "birth"}))
    link(room, people[2], people[3], score=700, reasons=frozenset({"sound"}))
    view = lead(room)
    badges: list[int] = []
    view.badgeChanged.connect(badges.append)
    assert waiting(view) == {"link": 2}
    assert view.compare.why.text() == "95 % alike: same document, same birth date"
    assert set(people[:2]) <= {p for seen in room.viewings() for p in seen.persons}
    room.press(view, "S")
    read(room, view)
    room.press(view, "N")
    read(room, view)
    assert (verdict(room, *people[:2]), verdict(room, *people[2:])) == ("same", "different")
    assert room.book.same_as(people[0]) == frozenset(people[:2])
    assert waiting(view) == {"link": 0, "joined": 1}
    assert badges == [1, 0]
    done = list(view.saving._done)
    view.saving.undo(done[0])  # the first before the second
    read(room, view)
    assert verdict(room, *people[:2]) == "proposed"
    assert verdict(room, *people[2:]) == "different"
    view.saving.undo(done[1])
    read(room, view)
    assert waiting(view) == {"link": 2}


def test_what_was_joined_is_taken_apart(room: HallRoom) -> None:
    one, other = room.person(family_name="A"), room.person(family_name="B")
    link(room, one, other, "same", score=900)
    view = lead(room)
    assert view._actions["different"].text() == "Take apart"
    room.press(view, "N")
    read(room, view)
    assert verdict(room, one, other) == "different"
    assert not room.failures


def test_later_is_put_off_and_counts_no_more(room: HallRoom) -> None:
    one, other = room.person(family_name="A"), room.person(family_name="B")
    link(room, one, other, score=800)
    view = lead(room)
    assert view.watch.badge == 1
    room.press(view, "L")
    read(room, view)
    assert view.watch.badge == 0
    assert waiting(view) == {"link": 0, "later": 1}


def test_of_a_contradiction_the_least_sure_goes(room: HallRoom) -> None:
    a, b, c = (room.person(family_name=n) for n in "ABC")
    link(room, a, b, "same", score=990)
    link(room, b, c, "same", score=700)
    link(room, a, c, "different")
    view = lead(room)
    assert view.groups.current() == "contradiction"
    room.press(view, "N")
    read(room, view)
    assert (verdict(room, a, b), verdict(room, b, c)) == ("same", "different")
    assert "contradiction" not in {c.kind for c in view.watch.concerns()}


def test_children_check_digits_and_what_was_not_finished_are_shown(room: HallRoom) -> None:
    kid = room.person(birth_date="2015-05-09", given_names="Amir")
    room.person(checks=frozenset({"document_number"}))
    room.person(outcome="", registered_at=NOW - timedelta(hours=1))
    view = lead(room)
    assert waiting(view) == {"minor": 1, "unfinished": 1, "checks": 1}
    asked: list[str] = []
    view.personWanted.connect(asked.append)
    handed: list[object] = []
    view.handOverWanted.connect(handed.append)
    room.press(view, "E", "O")
    assert asked == [kid]
    assert handed == [[kid]]
    assert "Anna" in view.person.name.text()
    room.cache.edit("person", kid, {"guardian_name": "Tante Jo"})
    read(room, view)
    assert waiting(view)["minor"] == 0


def test_a_conflict_of_a_field_is_settled_by_a_digit(room: HallRoom) -> None:
    person = room.person(city="Eindhoven")
    room.add("conflict", about=person, about_type="person", field="city", was="",
             current="Eindhoven", current_by="visser", offered="Helmond", offered_by="jansen",
             state="open")  # fmt: skip
    view = lead(room)
    assert waiting(view) == {"conflict": 1}
    assert view.conflict.offered.value.text() == "Helmond"
    room.press(view, "2")
    read(room, view)
    assert room.book.person(person).city == "Helmond"  # type: ignore[union-attr]
    assert waiting(view) == {"conflict": 0}


def test_a_registrar_sees_the_list_and_settles_nothing(registrar: HallRoom) -> None:
    one, other = registrar.person(family_name="A"), registrar.person(family_name="B")
    link(registrar, one, other, score=800)
    view = lead(registrar)
    registrar.press(view, "S")
    read(registrar, view)
    assert verdict(registrar, one, other) == "proposed"
    assert view._actions["same"].toolTip() == "The lead of the hall settles this."
