"""The list of persons and the card of one, driven by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kcr2desk.core.ids import spoken_number
from kcr2desk.core.repatriation.people import Person, PersonNeed, link_id
from kcr2desk.desk.repatriation import people_rows
from kcr2desk.desk.repatriation.people import PeopleView
from kcr2desk.desk.repatriation.person_card import PersonCard
from tests.core.test_headcount import NOW, STREAM
from tests.core.test_headcount import person as somebody
from tests.desk.form_room import settle
from tests.desk.hand_over_room import HallRoom, open_hall

SIZE = (1302, 620)


def number(n: int) -> str:
    return spoken_number("P", "2026-11", n)


class People:
    """The list in the hall, or a card of one of them."""

    def __init__(self, room: HallRoom) -> None:
        self.room = room
        room.settle()
        self.view = room.show(PeopleView(room.hall), SIZE)
        self.view.focus_first()
        self.opened: list[str] = []
        self.printed: list[list[str]] = []
        self.handed: list[list[str]] = []
        self.view.personWanted.connect(self.opened.append)
        self.view.printWanted.connect(self.printed.append)
        self.view.handOverWanted.connect(self.handed.append)

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            pressed = QKeySequence(key)[0]  # type: ignore[index]
            at = QApplication.focusWidget() or self.view
            QTest.keyClick(at, pressed.key(), pressed.keyboardModifiers())
        settle(self.room.work)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)
        settle(self.room.work)

    def listed(self) -> list[str]:
        return [row.head.number for row in self.view.model.rows]

    def cell(self, row: int, key: str) -> str:
        keys = [column.key for column in self.view.model.columns]
        return self.view.model.cell(row, keys.index(key)).text

    def card(self, person: str) -> PersonCard:
        """The card of somebody, in a window of its own."""
        return self.room.show(PersonCard(self.room.hall, person))


def said(widget: QWidget) -> str:
    """All that stands on a widget."""
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def facts(card: PersonCard, section: str) -> dict[str, str]:
    """Names and values of a section."""
    labels = [w.text() for w in card.facts[section].findChildren(QLabel) if w.isVisibleTo(card)]
    return dict(zip(labels[::2], labels[1::2], strict=True))


@pytest.fixture
def people(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., People]]:
    """Opens the list: how the hall is filled before, and as what the officer is there."""
    rooms: list[Any] = []

    def make(fill: Callable[[HallRoom], object], role: str = "lead") -> People:
        context = open_hall(tmp_path, qapp, role)
        room = context.__enter__()
        rooms.append(context)
        fill(room)
        return People(room)

    yield make
    for context in rooms:
        context.__exit__(None, None, None)


def _three(room: HallRoom) -> None:
    anna = room.person(number=number(1), given_names="Anna", family_name="Vries", prefix="de",
                       municipality="GM0772", phone="+31612345678")  # fmt: skip
    room.person(number=number(2), spoken_name="Bob", outcome="refused")
    room.person(number=number(3), spoken_name="Çelik", arrival="", birth_date="2015-01-01",
                minor_alone=True)  # fmt: skip
    room.add("personneed", about=anna, need="medication")
    room.add("passage", about=anna, station="care", passed_at=room.clock.now())


def test_numbers_come_first_and_states_are_words(people: Callable[..., People]) -> None:
    here = people(_three)
    assert here.listed() == [number(1), number(2), number(3)]
    assert here.cell(0, "name") == "Vries, Anna de"
    assert here.cell(0, "where").startswith("Care and rest")
    assert here.cell(1, "outcome") == "refused registration"
    assert here.cell(1, "where") == "never seen at a station"
    assert here.view.model.row_tone(2) == "urgent"
    assert here.cell(0, "needs") == "Medication"


def test_search_as_you_type(people: Callable[..., People]) -> None:
    here = people(_three)
    here.press("Ctrl+F")
    for text, found in (
        ("vries", [1]), ("celik", [3]), ("0002", [2]), ("612345", [1]), ("anna vries", [1]),
        ("niemand", []),
    ):  # fmt: skip
        here.view.bar.field.clear()
        here.type(text)
        assert here.listed() == [number(n) for n in found], text
        assert here.view.empty.isVisible() is not bool(found)


def test_filters_say_how_many_and_let_through(people: Callable[..., People]) -> None:
    here = people(_three)
    choices = {
        "arrival": (here.room.arrival, [1, 2]), "where": ("in", [1]),
        "municipality": ("GM0772", [1]), "need": ("medication", [1]),
        "outcome": ("refused", [2]), "special": ("alone", [3]),
    }  # fmt: skip
    for name, (value, found) in choices.items():
        button = here.view.filters[name]
        button.set_value(frozenset((value,)))
        button.changed.emit(button.value())
        assert here.listed() == [number(n) for n in found], name
        here.press("Ctrl+Backspace")
        assert len(here.listed()) == 3
    here.view.set_arrival(here.room.arrival)
    assert here.listed() == [number(1), number(2)]
    here.press("Ctrl+Backspace", "A")
    assert here.listed() == [number(3)]


def test_what_is_done_is_keyed_for_one_and_for_several(people: Callable[..., People]) -> None:
    here = people(_three)
    ids = [row.id for row in here.view.model.rows]
    here.view.table.setCurrentIndex(here.view.model.index(0, 0))
    here.press("Return", "P")
    assert here.opened == ids[:1]
    assert here.printed == [ids[:1]]
    here.press("Shift+Down", "P", "O")
    assert here.printed[1:] == [ids[:2]]
    assert here.handed == [ids[:2]]


def test_order_and_columns_are_remembered_and_nobody_else(people: Callable[..., People]) -> None:
    here = people(_three)
    here.view.sort_by("name")
    here.view.sort_by("name")
    assert here.listed() == [number(1), number(3), number(2)]
    here.view.table.setColumnWidth(0, 222)
    here.view.hide()
    again = here.room.show(PeopleView(here.room.hall), SIZE)
    assert again.model.sorted_by == ("name", True)
    assert again.table.columnWidth(0) == 222
    kept = " ".join(f"{k} {v}" for k, v in here.room.settings.kept.items())
    assert "Vries" not in kept
    assert number(1) not in kept


def test_a_click_on_a_heading_orders_by_it(people: Callable[..., People]) -> None:
    here = people(_three)
    head = here.view.table.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(1) + 20, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert here.view.model.sorted_by == ("name", False)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert here.view.model.sorted_by == ("name", True)


def test_who_is_chosen_stays_chosen_when_somebody_comes_in(
    people: Callable[..., People],
) -> None:
    here = people(_three)
    here.view.sort_by("name")
    here.view.table.setCurrentIndex(here.view.model.index(1, 0))
    before = here.view.chosen_ids()
    here.room.person(number=number(4), spoken_name="Aart")
    here.room.settle()
    here.view.refresh()
    assert here.listed()[0] == number(4)
    assert here.view.chosen_ids() == before


def test_rows_that_stayed_in_sight_are_noted_for_the_auditor(
    people: Callable[..., People],
) -> None:
    here = people(_three)
    here.view._note_seen()
    here.room.settle()
    (seen,) = here.room.viewings()
    assert seen.persons == {row.id for row in here.view.model.rows}
    assert (seen.detail, seen.what) == ("list", "view")
    assert seen.numbers == {number(1), number(2), number(3)}


def test_one_human_being_is_one_row(people: Callable[..., People]) -> None:
    def fill(room: HallRoom) -> None:
        one = room.person(number=number(1), phone="1234567")
        other = room.person(number=number(2), phone="7654321")
        room.add("personlink", link_id(one, other), one=one, other=other, verdict="same")

    here = people(fill)
    assert here.listed() == [number(1)]
    here.press("Ctrl+F")
    here.type("7654321")
    assert here.listed() == [number(1)]


def test_2500_persons_are_looked_through(people: Callable[..., People]) -> None:
    from kcr2desk.core.repatriation.book import OperationBook

    book = OperationBook(STREAM, [somebody(n, spoken_name=f"N{n}") for n in range(1, 2501)])
    rows = people_rows.rows_of(book, NOW)
    found = people_rows.matching(
        people_rows.passing(rows, {"outcome": frozenset(("registered",))}), "n249"
    )
    assert len(found) == 11


# -- the card --------------------------------------------------------------------------------------


def _family(room: HallRoom) -> tuple[str, str]:
    anna, bob = room.family(
        {"number": number(1), "given_names": "Anna", "family_name": "Bakker", "bsn": "111222333",
         "document_number": "SPECI2014", "checks": frozenset({"document_number"}),
         "birth_date": "1985-03-10", "phone": "+31612345678", "relation": "head"},
        {"number": number(2), "given_names": "Bob", "family_name": "Bakker"},
        title="Familie Bakker",
    )  # fmt: skip
    room.add("personneed", about=anna, need="medication", note="koel", medical_note="Insuline")
    room.add("personneed", about=anna, need="interpreter")
    room.add("passage", about=anna, station="registered",
             passed_at=room.clock.now() - timedelta(minutes=9))  # fmt: skip
    room.add("passage", about=anna, station="care", passed_at=room.clock.now())
    room.add("handover", about=anna, receiver="sis", status="done",
             handed_at=room.clock.now())  # fmt: skip
    return anna, bob


def test_a_card_tells_everything_and_that_it_is_on_record(people: Callable[..., People]) -> None:
    ids: list[str] = []
    here = people(lambda room: ids.extend(_family(room)))
    card = here.card(ids[0])
    assert card.title.text() == number(1)
    assert card.name.text() == "Anna Bakker"
    assert "on record" in card.subtitle.text()
    assert "erased" not in card.subtitle.text()
    document = facts(card, "document")
    assert "the check digit does not fit" in document["Document number"]
    assert document["BSN"] == "111222333"
    assert facts(card, "identity")["Born"].endswith("1985 (41)")
    assert [c.text for c in card.passages.specs()] == ["Registration", "Care and rest"]
    assert [c.detail for c in card.members.specs()] == ["Bob Bakker"]
    assert "handed over" in said(card)
    assert here.room.viewings()[-1].persons == {ids[0]}


def test_the_term_is_counted_and_what_is_left_after_it_is_number_and_outcome(
    people: Callable[..., People],
) -> None:
    ids: list[str] = []

    def fill(room: HallRoom) -> None:
        opened = room.clock.now() - timedelta(days=1)
        room.cache.edit("operation", room.operation, {"opened_at": opened})
        ids.append(room.person(number=number(1), spoken_name="", outcome="left"))

    here = people(fill)
    card = here.card(ids[0])
    assert "29 day" in card.subtitle.text()
    here.room.clock.on(days=30)
    card.refresh()
    assert card.title.text() == number(1)
    assert [c.text for c in card.states.specs()] == ["left at once"]
    assert not card.facts["identity"].isVisible()
    assert not card.edit_action.isEnabled()
    here.view.refresh()
    assert here.cell(0, "name") == "erased: the term has ended"


@pytest.mark.parametrize(("role", "reads"), [("registrar", False), ("medical", True)])
def test_a_medical_note_is_for_medical_members_and_a_bsn_is_not(
    people: Callable[..., People], role: str, reads: bool
) -> None:
    ids: list[str] = []
    here = people(lambda room: ids.extend(_family(room)), role)
    card = here.card(ids[0])
    assert ("Insuline" in said(card)) is reads
    assert ("medical members only" in said(card)) is not reads
    assert ("111222333" in said(card)) is not reads


def test_a_need_is_met_by_one_key_and_open_again_by_the_same(
    people: Callable[..., People],
) -> None:
    ids: list[str] = []
    here = people(lambda room: ids.extend(_family(room)))
    card = here.card(ids[0])
    card.focus_first()
    here.press("1")
    here.room.settle()
    met = [n for n in here.room.book.needs(ids[0]) if isinstance(n, PersonNeed) and n.met_at]
    assert [(n.need, n.met_by) for n in met] == [("medication", "jansen")]
    assert card.needs.lines[0].state.startswith("met")
    here.press("1")
    here.room.settle()
    assert not any(n.met_at for n in here.room.book.needs(ids[0]))


def test_the_history_names_who_did_what(people: Callable[..., People]) -> None:
    ids: list[str] = []
    here = people(lambda room: ids.extend(_family(room)))
    here.room.cache.edit("person", ids[0], {"phone": "+31687654321"})
    here.room.settle()
    card = here.card(ids[0])
    card.history.more.click()
    told = [pair for view in card.history.views() for pair in view.told()]
    assert ("phone", "+31612345678 → +31687654321") in told
    assert ("station", "Care and rest") in told
    assert not any("_" in name for name, _ in told)


def test_sources_stand_beside_each_other(people: Callable[..., People]) -> None:
    ids: list[str] = []

    def fill(room: HallRoom) -> None:
        ids.append(room.person(number=number(1), family_name="Bakker", birth_date="1985-03-10"))
        ids.append(room.person(number=number(2), family_name="Backer", birth_date="1985-03-10"))
        room.add("personlink", link_id(*ids), one=ids[0], other=ids[1], verdict="same",
                 reasons=frozenset({"birth"}), by="jansen")  # fmt: skip
        line = room.add("manifestline", about=room.operation, list="manifest",
                        family_name="BAKKER", seat="12A")  # fmt: skip
        room.cache.edit("manifestline", line, {"person": ids[0]})

    here = people(fill)
    card = here.card(ids[0])
    told = said(card.sources)
    assert "Backer  ≠  Bakker" in told
    assert "12A" in told
    assert "the same" in said(card.links)


def test_the_card_asks_for_what_others_do(people: Callable[..., People]) -> None:
    ids: list[str] = []
    here = people(lambda room: ids.extend(_family(room)))
    card = here.card(ids[0])
    asked: list[tuple[str, object]] = []
    card.editWanted.connect(lambda p: asked.append(("edit", p)))
    card.printWanted.connect(lambda p: asked.append(("print", p)))
    card.handOverWanted.connect(lambda p: asked.append(("hand", p)))
    card.focus_first()
    here.press("E", "P", "O")
    assert asked == [("edit", ids[0]), ("print", [ids[0]]), ("hand", [ids[0]])]


def test_a_member_of_the_group_opens_in_its_place(people: Callable[..., People]) -> None:
    ids: list[str] = []
    here = people(lambda room: ids.extend(_family(room)))
    card = here.card(ids[0])
    card.members.taken.emit(ids[1])
    settle(here.room.work)
    assert card.inner is not None
    assert card.inner.title.text() == number(2)
    here.press("Escape")
    assert card.inner is None


def test_a_person_that_went_says_so(people: Callable[..., People]) -> None:
    ids: list[str] = []
    here = people(lambda room: ids.extend(_family(room)))
    card = here.card(ids[0])
    here.room.cache.remove("person", ids[0])
    here.room.settle()
    assert card.title.text() == "This person is not here any more"
    assert not card.print_action.isEnabled()


def test_names_are_said_as_far_as_they_are_known() -> None:
    from kcr2desk.desk.repatriation import people_words as words

    def one(**told: Any) -> Person:
        return Person(id="p", stream=STREAM, **told)

    assert words.name(one(given_names="Sanne", prefix="de", family_name="Vries")) == (
        "Sanne de Vries"
    )
    assert words.name(one(spoken_name="Sanne")) == "Sanne"
    assert words.name(one(given_names="Sanne")) == "Sanne"
    assert words.family_first(one(given_names="Sanne", family_name="Vries")) == "Vries, Sanne"
    assert words.name(one()) == ""
