"""The panel Bijstand as one: what is chosen in a part is chosen in the others, and its keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.core.book import Book
from kcr2desk.core.records import Report
from kcr2desk.desk import shortcuts, theme
from kcr2desk.desk.bijstand.answers import AnswersCard
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.follow import FollowCard
from kcr2desk.desk.bijstand.panel import BijstandPanel
from kcr2desk.desk.bijstand.request_form import RequestForm
from kcr2desk.desk.bijstand.state_page import StatePage
from kcr2desk.desk.language import Language
from kcr2desk.desk.panel import PanelSpec
from kcr2desk.desk.parts.print_page import PrintPage
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.theme import Density
from kcr2desk.desk.window import DeskWindow
from tests.desk.bijstand_parts import until
from tests.desk.form_room import with_theme
from tests.scenes import NOW
from tests.scenes.bijstand_week import week
from tests.scenes.detail import Room

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


class Desk:
    """The window with the panel in it, fed by the book of the scenes."""

    def __init__(self, app: QApplication, settings: MemorySettings, size: tuple[int, int]) -> None:
        with_theme(app)
        self.language = Language(app, "en")
        self.room = Room()
        self.feed = BookFeed.of(week())
        self.made: list[BijstandPanel] = []
        self.window = DeskWindow(
            [PanelSpec("bijstand", "people", lambda: "Assistance", self._make)],
            settings=settings, desk_theme=theme.current(), language=self.language,
            now=lambda: NOW, officer="J. de Vries",
        )  # fmt: skip
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.show_panel("bijstand")
        QTest.qWaitForWindowActive(self.window, 1000)
        self.feed.loaded.emit()
        QApplication.processEvents()

    def _make(self) -> BijstandPanel:
        panel = BijstandPanel(
            self.feed, self.room.cache, self.room.work, now=lambda: NOW, me=self.room.me,
            answer_link=lambda _inquiry: None,
        )  # fmt: skip
        self.made.append(panel)
        return panel

    @property
    def panel(self) -> BijstandPanel:
        return self.made[0]

    @property
    def book(self) -> Book:
        return self.feed.book

    def request(self, number: str) -> AssistanceRequest:
        return next(r for r in self.book.requests if r.number == number)

    def press(self, keys: str) -> None:
        pressed: Any = QKeySequence(keys)[0]  # type: ignore[index]
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    def leave(self) -> None:
        self.window.close()
        self.window.deleteLater()
        for panel in self.made:
            panel.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        self.language.use("en")
        self.room.cache.close()
        self.room._folder.cleanup()


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def line_bar(panel: BijstandPanel, line: str) -> QAbstractButton:
    """The bar of a line of the request in hand."""
    return next(b for b in panel.column.view.lines.bars if b.line is not None and b.line.id == line)


@pytest.fixture
def settings() -> MemorySettings:
    return MemorySettings()


@pytest.fixture
def desk(qapp: QApplication, settings: MemorySettings) -> Iterator[Desk]:
    made = Desk(qapp, settings, (1366, 768))
    yield made
    made.leave()


# -- room ------------------------------------------------------------------------------------------


def test_it_fits_a_small_screen_with_and_without_the_timeline(desk: Desk) -> None:
    panel = desk.panel
    assert desk.window.size().toTuple() == (1366, 768)
    assert panel.timeline.isHidden()  # no room unless it is asked for
    for view in ("board", "map", "course"):
        panel.show_view(view)
        for _ in range(2):
            desk.press("Ctrl+T")
            QApplication.processEvents()
            assert desk.window.size().toTuple() == (1366, 768)
    assert panel.column.height() > 600


def test_no_filter_is_cut_and_nothing_is_without_words(desk: Desk) -> None:
    filters = desk.panel.filters
    for button in (filters.discipline, filters.owner, filters.only):
        assert button.width() >= button.minimumSizeHint().width()
    row = desk.panel.row
    assert [a.text() for a in row.more.menu_.actions()] == [
        "Deployments over time", "Propose for all open lines…", "State of assistance on paper…",
        "Account of a period…",
    ]  # fmt: skip
    desk.window.resize(1920, 1080)
    QApplication.processEvents()
    assert row._roomy.isVisible()
    desk.window.use_density(Density.ROOMY)
    desk.window.resize(1366, 768)
    QApplication.processEvents()
    assert not row._roomy.isVisible()
    desk.window.use_density(Density.NORMAL)


# -- choosing in one chooses in the others ---------------------------------------------------------


def test_a_cell_of_the_board_is_chosen_on_map_and_chart(desk: Desk) -> None:
    panel = desk.panel
    panel.show_view("course")
    panel.show_view("board")
    panel.board.table.go_to(panel.board.model.place("VR07", "water_transport"))
    assert (panel.map.canvas.current, panel.map.resource) == ("VR07", "water_transport")
    assert panel.course is not None
    assert panel.course.chosen == "type:water_transport"


def test_an_owner_on_the_map_is_chosen_on_the_board(desk: Desk) -> None:
    panel = desk.panel
    panel.board.choose("VR01", "pump")
    panel.show_view("map")
    panel.map.set_type("pump")
    panel.map._chosen("VR22")
    assert panel.board.current() == ("VR22", "pump")
    panel.map._picked(frozenset({"type:fire_platoon"}))
    assert panel.board.current() == ("VR22", "fire_platoon")


def test_a_request_leads_to_its_region_and_to_what_it_lacks_most(desk: Desk) -> None:
    panel, island = desk.panel, desk.request("B-2026-0149")
    panel.show_record("assistancerequest", island.id)
    assert panel.board.model.asking == "BQ-BO"
    assert panel.map._model.asking == "BQ-BO"
    assert panel.map.resource == "ggb_vehicle"
    assert panel.board.current() == ("BQ-BO", "ggb_vehicle")
    assert panel.map.canvas.current == "BQ-BO"
    fire = desk.request("B-2026-0147")
    panel.column.show_request(fire.id)
    lines = {line.resource: line.id for line in desk.book.lines(fire.id)}
    line_bar(panel, lines["water_transport"]).click()
    assert panel.map.resource == "water_transport"


def test_the_type_of_named_units_is_for_the_chart_and_not_for_the_map(desk: Desk) -> None:
    panel, fire = desk.panel, desk.request("B-2026-0147")
    panel.show_view("course")
    panel.column.show_request(fire.id)
    before = panel.map.what
    bucket = next(x for x in desk.book.lines(fire.id) if x.resource == "fire_bucket")
    line_bar(panel, bucket.id).click()
    assert panel.course is not None
    assert panel.course.chosen == "type:fire_bucket"
    assert panel.map.what == before


# -- records ---------------------------------------------------------------------------------------


def test_every_kind_of_record_can_be_shown(desk: Desk) -> None:
    panel, book = desk.panel, desk.book
    fire = desk.request("B-2026-0147")
    line = book.lines(fire.id)[1]
    panel.show_record("requestline", line.id)
    assert (panel.column.request, panel.column.view.lines.chosen()) == (fire.id, [line.id])
    inquiry = book.inquiries(fire.id)[0]
    for kind, record in (("inquiry", inquiry.id), ("inquiryline", book.answers(inquiry.id)[0].id)):
        panel.show_record(kind, record)
        card = panel.cards.open()
        assert isinstance(card, AnswersCard)
        card.closed.emit()
    given = book.commitments(request=fire.id)[0]
    panel.show_record("commitment", given.id)
    assert isinstance(panel.cards.open(), FollowCard)
    assert panel.timeline.chosen() == given.id
    panel.show_view("map")
    one = book.capacity("VR08", "water_transport")
    assert one is not None
    panel.show_record("capacity", one.id)
    assert panel.pages.currentWidget() is panel.board
    assert panel.board.current() == ("VR08", "water_transport")
    panel.show_record("unit", book.units("DEF", "fire_bucket")[1].id)
    tile = panel.strip.current()
    assert tile is not None
    assert tile.unit == book.units("DEF", "fire_bucket")[1].id


def test_a_record_that_comes_before_the_book_waits(desk: Desk) -> None:
    panel, fire = desk.panel, desk.request("B-2026-0147")
    desk.feed.is_loaded = False
    panel.show_record("assistancerequest", fire.id)
    assert panel.column.request == ""
    desk.feed.is_loaded = True
    desk.feed.loaded.emit()
    assert panel.column.request == fire.id


def test_a_report_becomes_a_request(desk: Desk) -> None:
    said = {"title": "Brand bij Hoog Buurlo", "region": "VR06", "text": "2 pelotons gevraagd"}
    report = desk.room.cache.create("report", said)
    assert isinstance(desk.room.cache.get("report", report), Report)
    desk.panel.request_from(report)
    form = desk.panel.cards.open()
    assert isinstance(form, RequestForm)
    assert form.ui.title.text() == "Brand bij Hoog Buurlo"
    form.discard()


# -- keys ------------------------------------------------------------------------------------------


def _chain(action: QAction) -> QWidget:
    owner = action.parent()
    assert isinstance(owner, QWidget)
    return owner


def _clash(one: QAction, other: QAction) -> bool:
    """Whether one key would mean both where the focus is in the inner of their owners."""
    inner, outer = _chain(one), _chain(other)
    if not (inner is outer or outer.isAncestorOf(inner) or inner.isAncestorOf(outer)):
        return False
    return bool(set(one.shortcuts()) & set(other.shortcuts()))


def test_no_key_means_two_things_in_one_place(desk: Desk) -> None:
    panel = desk.panel
    panel.timeline.show()
    panel.show_view("course")
    panel.cards.account()
    QApplication.processEvents()
    actions = [a for a in desk.window.findChildren(QAction) if not a.shortcut().isEmpty()]
    actions = [a for a in actions if isinstance(a.parent(), QWidget) and a.isVisible()]
    assert len(actions) > 60
    clashing = [
        (one.text(), other.text(), one.shortcut().toString())
        for one, other in combinations(actions, 2)
        if _clash(one, other)
    ]
    assert clashing == []


def test_every_part_lists_its_keys_under_its_own_heading(desk: Desk) -> None:
    panel = desk.panel
    panel.timeline.show()
    groups = {g.title: shortcuts.described(g.actions) for g in desk.window.key_groups()}
    assert {"Assistance", "Requests", "Board", "Units by name", "Deployments"} <= groups.keys()
    for title, actions in groups.items():
        keys = [key.toString() for action in actions for key in action.shortcuts()]
        assert len(keys) == len(set(keys)), title
    panel.show_view("map")
    titles = {g.title for g in desk.window.key_groups()}
    assert "Map" in titles
    assert "Board" not in titles


def test_the_focus_goes_along_with_the_view(desk: Desk) -> None:
    panel = desk.panel
    panel.focus_first()
    assert panel.board.table.hasFocus()
    assert panel.board.table.currentIndex().isValid()
    desk.press("Ctrl+M")
    assert panel.map.canvas.hasFocus()
    desk.press("Ctrl+M")
    assert panel.course is not None
    assert panel.course.isAncestorOf(focus())
    desk.press("Ctrl+M")
    assert panel.board.table.hasFocus()
    desk.press("Ctrl+R")
    assert panel.column.isAncestorOf(focus())


def test_a_page_takes_the_focus_and_esc_gives_it_back(desk: Desk) -> None:
    panel = desk.panel
    panel.focus_first()
    desk.press("Ctrl+P")
    page = panel.cards.open()
    assert isinstance(page, PrintPage)
    assert page.isAncestorOf(focus())
    assert page._scroll.horizontalScrollBar().maximum() == 0
    desk.press("Esc")
    assert panel.cards.open() is None
    assert panel.board.table.hasFocus()


def test_the_spreadsheet_is_written_by_the_work_thread(desk: Desk, tmp_path: Path) -> None:
    desk.panel.cards.paper()
    page = desk.panel.cards.open()
    assert isinstance(page, StatePage)
    page.save_sheet(tmp_path / "state.xlsx")
    assert (tmp_path / "state.xlsx").stat().st_size > 5000
    page.save_sheet(tmp_path / "none" / "state.xlsx")
    assert page._sheet.isEnabled()
    assert not (tmp_path / "none").exists()


# -- keeping, tearing off, language, density -------------------------------------------------------


def test_what_it_looked_like_comes_back(
    qapp: QApplication, desk: Desk, settings: MemorySettings
) -> None:
    panel = desk.panel
    panel.show_view("map")
    panel.map.set_type("pump")
    panel.timeline.show()
    QApplication.processEvents()
    panel.whole.setSizes([700, 560])
    sizes = panel.whole.sizes()
    panel.keep(settings)
    other = Desk(qapp, settings, (1366, 768))
    again = other.panel
    assert again.pages.currentWidget() is again.map
    assert again.map.resource == "pump"
    assert not again.timeline.isHidden()
    assert again.whole.sizes() == sizes
    other.leave()


def test_it_works_in_a_window_of_its_own_and_comes_back(desk: Desk) -> None:
    panel = desk.panel
    desk.window.tear_off()
    QApplication.processEvents()
    (torn,) = desk.window.torn_windows()
    assert panel.window() is torn
    assert "Board" in {g.title for g in torn.key_groups()}
    panel.cards.paper()
    QApplication.processEvents()
    assert panel.cards.open() is not None
    torn.close()
    QApplication.processEvents()
    assert panel.window() is desk.window
    assert isinstance(panel.cards.open(), StatePage)


def test_language_and_density_change_while_it_is_open(desk: Desk) -> None:
    panel = desk.panel
    for name in ("map", "course", "board"):
        panel.show_view(name)
    panel.timeline.show()
    before = {a.text() for a in panel.actions()}
    desk.window.use_language("nl")
    QApplication.processEvents()
    after = {a.text() for a in panel.actions()}
    assert {"Board, map or course", "Ask regions…", "Checked, unchanged", "Zoom in"} <= before
    assert not {"Board, map or course", "Ask regions…", "Checked, unchanged", "Zoom in"} & after
    for density in Density:
        desk.window.use_density(density)
        QApplication.processEvents()
        panel.grab()
    desk.window.use_density(Density.NORMAL)
    desk.window.use_language("en")
    QApplication.processEvents()
    assert {a.text() for a in panel.actions()} == before
    until(lambda: panel.timeline._plot is not None)


@pytest.mark.parametrize("empty", [False, True], ids=["a week", "nothing yet"])
def test_tab_comes_round_through_the_whole_window(desk: Desk, empty: bool) -> None:
    if empty:
        desk.book.become(Book())
        desk.feed.loaded.emit()
    desk.panel.timeline.show()
    QApplication.processEvents()
    desk.panel.board.table.setFocus()
    seen = [focus()]
    for _ in range(120):
        desk.press("Tab")
        if focus() is seen[0]:
            break
        assert focus() is not seen[-1], f"Tab stays on {focus()}"
        seen.append(focus())
    assert focus() is seen[0]
    assert len(seen) > 10
