"""A report in full: on a real cache, with real widgets and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.core.changes import Change, Code, How
from kcr2desk.core.records import wire_values
from kcr2desk.desk.parts.body import MarkedText
from kcr2desk.desk.reports.actions import ActionRow, names_for
from kcr2desk.desk.reports.detail import ReportDetail
from kcr2desk.desk.reports.files import Outside, dragged
from kcr2desk.desk.work import StoreWork
from tests.desk.form_room import with_theme
from tests.desk.small_hub import identity
from tests.scenes import detail as scenes
from tests.scenes.detail import Room, alert, cap, phone

LONG = 5_000


class Stand(Room):
    """A detail on the screen, and what it asked for."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.opened: list[Path] = []
        self.links: list[str] = []
        self.where = ""
        self.opens = True

    def put(self, report: str | None, search: str = "") -> ReportDetail:
        outside = Outside(self._open, lambda _parent, _name: self.where)
        self.shown = ReportDetail(
            self.cache, self.work, self.clock.now, self.me, outside=outside,
            open_link=self.links.append,
        )  # fmt: skip
        self.shown.resize(460, 900)
        self.shown.show_report(report, search)
        self.shown.show()
        QTest.qWaitForWindowExposed(self.shown)
        return self.shown

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.opens

    def leave(self) -> None:
        if hasattr(self, "shown"):
            self.shown.close()
            self.shown.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        self.cache.close()
        self._folder.cleanup()


@pytest.fixture
def stand(qapp: QApplication) -> Iterator[Callable[..., Stand]]:
    with_theme(qapp)
    stands: list[Stand] = []

    def make(**given: Any) -> Stand:
        stands.append(Stand(**given))
        return stands[-1]

    yield make
    for each in stands:
        each.leave()


def facts(detail: ReportDetail) -> dict[str, str]:
    return dict(detail.facts.facts())


# -- what it shows ---------------------------------------------------------------------------------


def test_a_report_by_phone_stands_there_in_full(stand: Callable[..., Stand]) -> None:
    room = stand()
    fire = room.at(60, lambda: scenes.incident(room))
    report = phone(room)
    scenes.settled_history(room, report, fire)
    detail = room.put(report)
    assert detail.head.number.text() == "M-2026-07-0142"
    assert detail.head.title.text().startswith("VNOG vraagt 2 pelotons")
    assert detail.head.status.text() == "in progress"
    assert detail.head.age.text() == "41 min"
    told = facts(detail)
    assert told["Source"] == "Meldkamer Oost-Nederland"
    assert told["Caller"] == "M. Jansen, CaCo"
    assert told["Place"] == "Hoog Buurlo"
    assert told["Incident"] == "Natuurbrand Veluwe"
    assert told["Owner"] == "devries"
    assert told["Quantities"] == "2 pelotons"
    assert [cell[:2] for cell in detail.times.told()] == [
        ("Occurred", "13:20"), ("Observed", "–"), ("Received", "13:24"), ("Entered", "13:26"),
    ]  # fmt: skip
    assert "Zes tankautospuiten" in detail.body.text()


def test_the_number_to_call_back_is_copied(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    detail = room.put(report)
    detail.facts.copy_buttons()[0].click()
    assert QApplication.clipboard().text() == "06 1234 5678"


def test_an_island_has_its_own_clock_beside_ours(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room, region="BQ-BO", municipality="", place="Rincon")
    room.hub.sync(room.cache)
    cells = room.put(report).times.told()
    assert cells[2] == ("Received", "13:24 NL", "07:24 BON")


def test_who_called_is_not_there_for_who_may_not_see_it(stand: Callable[..., Stand]) -> None:
    room = stand(me=identity("bakker", "liaison", "government"))
    report = phone(room, audience=frozenset({"government"}))
    room.hub.edit("smit", "report", report, {"callback": ["06 1234 5678", "06 8765 4321"]})
    room.hub.sync(room.cache)
    detail = room.put(report)
    assert "Caller" not in facts(detail)
    assert "Call back" not in facts(detail)
    assert not detail.facts.copy_buttons()
    told = [text for view in detail.history.views() for pair in view.told() for text in pair]
    assert not any("06" in text for text in told)
    assert detail.actions_row.isHidden()


def test_urgent_ones_want_an_acknowledgement_first(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    detail = room.put(report)
    asked: list[str] = []
    detail.actionWanted.connect(asked.append)
    row = detail.actions_row
    assert row.offered() == ["acknowledge", "mine", "grade", "incident", "step", "edit", "request"]
    row.button("acknowledge").click()
    row.button("step").click()
    assert asked == ["acknowledge", "step"]


def test_only_what_works_is_offered(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room, urgent=False, status="closed", owner="jansen")
    room.hub.sync(room.cache)
    detail = room.put(report)
    assert detail.actions_row.offered() == ["grade", "incident", "edit", "request"]
    room.cache.remove("report", report)
    detail.refresh()
    assert detail.head.removed.text() == "removed"
    assert detail.actions_row.isHidden()


def test_the_request_that_a_report_became_is_on_it(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    asked = {
        "title": "2 pelotons",
        "region": "VR06",
        "report": report,
        "number": "B-2026-07-0001-5",
    }
    request = room.cache.create("assistancerequest", asked)
    detail = room.put(report)
    opened: list[str] = []
    detail.requestWanted.connect(opened.append)
    assert facts(detail)["Request"] == "B-2026-07-0001-5"
    detail.facts.followed.emit(f"request:{request}")
    assert opened == [request]


def test_a_narrow_row_of_actions_keeps_its_words_on_a_second_line(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    detail = room.put(report)
    row = detail.actions_row
    detail.resize(900, 700)
    QApplication.processEvents()
    height = row.height()
    detail.resize(320, 700)
    QApplication.processEvents()
    assert row.height() > height
    for name in row.offered():
        button = row.button(name)
        assert len(button.text()) > 3
        assert button.geometry().right() < row.width()
        assert button.geometry().bottom() < row.height()


def test_every_button_stands_for_a_key_of_the_panel(qapp: QApplication) -> None:
    from kcr2desk.desk.reports.actions import KEYS
    from kcr2desk.desk.reports.keys import PanelKeys

    class Nobody:
        def __getattr__(self, _name: str) -> Callable[..., None]:
            return lambda *_given: None

    with_theme(qapp)
    keys = PanelKeys(*[Nobody()] * 4)
    for name, key in KEYS.items():
        assert QKeySequence(key) in keys.named(name).shortcuts()
    keys.deleteLater()


def test_a_change_that_is_on_its_way_is_said(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    detail = room.put(report)
    assert not detail.head.waiting.isVisible()
    room.cache.edit("report", report, {"status": "in_progress"})
    detail.refresh()
    assert detail.head.waiting.isVisible()
    first = detail.history.views()[0]
    assert first.state.text() == "waiting for the line"
    assert first.told() == [("status", "new → in progress")]
    room.hub.sync(room.cache)
    detail.refresh()
    assert not detail.head.waiting.isVisible()
    assert not detail.history.views()[0].state.isVisible()


def test_history_tells_who_what_and_from_where(stand: Callable[..., Stand]) -> None:
    room = stand()
    fire = room.at(60, lambda: scenes.incident(room))
    report = phone(room)
    scenes.settled_history(room, report, fire)
    detail = room.put(report)
    views = detail.history.views()
    assert len(views) == 4  # folded
    assert views[0].who.text() == "smit"
    assert views[0].when.text() == "13:53 · workstation B2C7"
    assert ("status", "new → in progress") in views[2].told()
    text = views[1].told()[0][1]
    assert "- Brandfront" in text
    assert "+ Defensie is gebeld." in text
    detail.history.more.click()
    assert detail.history.views()[-1].who.text() == "smit"
    assert detail.history.views()[-1].what.text() == "entered it"


def test_a_clock_that_runs_ahead_does_not_put_an_act_in_the_future(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    report = phone(room)
    tomorrow = room.clock() + 86_400_000
    room.hub.edit("smit", "report", report, {"owner": ["", "smit"]}, made_at=tomorrow)
    room.hub.sync(room.cache)
    detail = room.put(report)
    assert detail.history.views()[0].when.text().startswith("14:05 ")


def test_the_search_is_marked_in_title_and_text(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    detail = room.put(report, "brandfront peloton")
    data = detail.report
    assert data is not None
    assert [detail.body.text()[a:b] for a, b in data.marks] == ["Brandfront", "pelotons"]
    assert [detail.head.title.text()[a:b] for a, b in data.title_marks] == ["pelotons"]
    assert grounds(detail.body) == ["Brandfront", "pelotons"]
    detail.show_report(report, "")
    assert grounds(detail.body) == []


def grounds(text: MarkedText) -> list[str]:
    """What stands on marked ground."""
    found = []
    block = text.document().begin()
    while block.isValid():
        for each in block:  # type: ignore[attr-defined]
            fragment = each.fragment()
            if fragment.charFormat().background().style() != Qt.BrushStyle.NoBrush:
                found.append(fragment.text())
        block = block.next()
    return found


def test_nothing_chosen_and_a_report_that_is_gone_are_said(stand: Callable[..., Stand]) -> None:
    room = stand()
    detail = room.put(None)
    assert detail.stack.currentWidget() is detail.empty
    report = phone(room)
    room.hub.sync(room.cache)
    detail.show_report(report)
    assert detail.stack.currentWidget() is detail.page
    detail.show_report("019f5f3e-0000-7000-8000-00000000dead")
    assert detail.stack.currentWidget() is detail.empty
    assert detail.empty._title.text() == "This report is not here"


def test_reading_anew_leaves_place_and_selection(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room, text="\n\n".join(f"Alinea {n} over de brand." for n in range(30)))
    room.hub.sync(room.cache)
    detail = room.put(report)
    bar = detail.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    cursor = detail.body.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    detail.body.setTextCursor(cursor)
    room.hub.edit("smit", "report", report, {"owner": ["", "smit"]})
    room.hub.sync(room.cache)
    detail.refresh()
    QApplication.processEvents()
    assert facts(detail)["Owner"] == "smit"
    assert bar.value() == place
    assert detail.body.textCursor().selectedText() == "inea 0 "


# -- long text -------------------------------------------------------------------------------------


def test_a_long_text_shows_a_first_part_and_all_of_it_on_demand(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    text = "\n".join(f"Regel {n}: brand 🔥 مرحبا" for n in range(9_000))[:199_990]
    report = phone(room, text=text, title="Lang")
    room.hub.sync(room.cache)
    detail = room.put(report, "brand")
    assert len(detail.body.text()) < LONG
    assert detail.body.document().blockCount() < 100
    assert detail.more.isVisible()
    detail.more.click()
    assert detail.stack.currentWidget() is detail.reader
    begun = detail.reader.complete
    assert not begun  # the first portion stands there, the rest follows
    first = detail.reader.sheet.document().characterCount()
    assert first < 2 * LONG
    for _ in range(10_000):
        if detail.reader.complete:
            break
        QApplication.processEvents()
    sheet = detail.reader.sheet
    sheet.selectAll()
    assert copied(sheet) == text
    assert len(detail.reader._places) == 2_000


def copied(sheet: Any) -> str:
    data = sheet.createMimeDataFromSelection()
    assert isinstance(data, QMimeData)
    return data.text()


def test_a_line_of_200000_signs_is_copied_as_one_line(stand: Callable[..., Stand]) -> None:
    room = stand()
    text = ("woord 🔥 " * 22_000)[:199_990].strip()
    report = phone(room, text=text)
    room.hub.sync(room.cache)
    detail = room.put(report)
    detail.more.click()
    for _ in range(10_000):
        if detail.reader.complete:
            break
        QApplication.processEvents()
    sheet = detail.reader.sheet
    assert sheet.document().blockCount() > 50
    sheet.selectAll()
    assert copied(sheet) == text


def test_the_reader_steps_from_match_to_match_and_goes_by_escape(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    text = "\n".join(f"Regel {n}" + (" peloton 🔥" if n % 100 == 0 else "") for n in range(900))
    report = phone(room, text=text)
    room.hub.sync(room.cache)
    detail = room.put(report, "peloton")
    detail.activateWindow()
    detail.more.click()
    while not detail.reader.complete:
        QApplication.processEvents()
    sheet = detail.reader.sheet
    sheet.setFocus()
    assert sheet.textCursor().selectedText() == "peloton"
    first = sheet.textCursor().blockNumber()
    QTest.keyClick(sheet, Qt.Key.Key_F3)
    assert sheet.textCursor().blockNumber() == first + 100
    QTest.keyClick(sheet, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.textCursor().blockNumber() == first
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert detail.stack.currentWidget() is detail.page
    assert sheet.document().isEmpty()


# -- alerts ----------------------------------------------------------------------------------------


def test_an_alert_is_read_in_ones_own_language(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = room.at(20, lambda: cap(room, alert()))[0]
    room.hub.sync(room.cache)
    detail = room.put(report)
    block = detail.alert.blocks()[0]
    assert block.description.text().startswith("From 16:00 severe gusts")
    assert [cell[1] for cell in block.strip.cells()] == ["severe", "act within the hour", "likely"]
    assert block.instruction.text() == "Do not travel without need."
    assert (
        dict(block.facts.facts())["Area"] == "Groningen en Drenthe; Waddenzee bij Schiermonnikoog"
    )
    assert [shape.radius_km for shape in block.map.shapes] == [None, 14.0]
    assert not detail.body.isVisible()
    detail.alert.languages.chosen.emit("nl-NL")
    assert "zware windstoten" in detail.alert.blocks()[0].description.text()
    detail.alert.rest.click()
    assert ("EMMA_ID", "NL001") in detail.alert.details.facts()


@pytest.mark.parametrize(("status", "word"), [("Test", "TEST"), ("Exercise", "EXERCISE")])
def test_what_is_not_real_says_so_over_everything(
    stand: Callable[..., Stand], status: str, word: str
) -> None:
    room = stand()
    report = room.at(20, lambda: cap(room, alert(status=status)))[0]
    room.hub.sync(room.cache)
    detail = room.put(report)
    assert detail.head.band.isVisible()
    assert detail.head.band.word() == word
    real = phone(room)
    room.hub.sync(room.cache)
    detail.show_report(real)
    assert not detail.head.band.isVisible()


def test_a_withdrawn_alert_leads_to_its_withdrawal(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = room.at(60, lambda: cap(room, alert()))[0]
    room.hub.sync(room.cache)
    detail = room.put(report)
    assert not detail.head.later.isVisible()
    refers = "urn:oid:2.49.0.0.528.0,2.49.0.0.528.0.NL.260714120000.1,2026-07-14T13:40:00+02:00"
    update = alert("u", sent="2026-07-14T13:45:00+02:00", kind="Update", references=refers)
    cancel = alert("c", sent="2026-07-14T13:58:00+02:00", kind="Cancel", references=refers)
    newer = room.at(19, lambda: cap(room, update, "2.cap"))[0]
    room.hub.sync(room.cache)
    detail.refresh()
    assert detail.head.later.text() == "Replaced 13:46 · KNMI"
    gone = room.at(6, lambda: cap(room, cancel, "3.cap"))[0]
    room.hub.sync(room.cache)
    detail.refresh()
    assert detail.head.later.text() == "Withdrawn 13:59 · KNMI"
    asked: list[str] = []
    detail.reportWanted.connect(asked.append)
    detail.head.later.buttons()[0].click()
    assert asked == [gone]
    assert {row.report: row.detail().split(" · ")[0] for row in detail.related.rows()} == {
        newer: "replaces this one", gone: "withdraws this one",
    }  # fmt: skip
    detail.show_report(gone)
    assert detail.related.rows()[-1].detail().startswith("withdrawn by this one")


def test_an_update_that_came_first_says_what_is_missing(stand: Callable[..., Stand]) -> None:
    room = stand()
    refers = "urn:oid:2.49.0.0.528.0,2.49.0.0.528.0.NL.260714120000.1,2026-07-14T13:40:00+02:00"
    update = alert("u", sent="2026-07-14T13:45:00+02:00", kind="Update", references=refers)
    report = room.at(19, lambda: cap(room, update))[0]
    room.hub.sync(room.cache)
    detail = room.put(report)
    assert detail.related.missing.isVisible()
    assert not detail.related.rows()


def test_links_are_opened_outside_and_only_web_addresses(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room, links=frozenset({"https://www.knmi.nl/a", "file:///etc/passwd"}))
    room.hub.sync(room.cache)
    detail = room.put(report)
    rows = [row for _, row in detail.links._rows if row.isVisible()]
    for row in rows:
        if row.fact.link:
            row.value.linkActivated.emit(row.fact.link)
    assert room.links == ["https://www.knmi.nl/a"]


def test_text_of_strangers_never_becomes_markup(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room, informant='<a href="x">klik</a>', place="<b>hier</b>")
    room.hub.sync(room.cache)
    detail = room.put(report)
    rows = [row for _, row in detail.facts._rows if row.isVisible()]
    assert all("<b>" not in row.value.text() and '<a href="x"' not in row.value.text()
               for row in rows)  # fmt: skip


# -- attachments -----------------------------------------------------------------------------------


def attach(room: Room, report: str, name: str, data: bytes, *, here: bool) -> str:
    """An attachment that somebody else added; its bytes are here or not."""
    digest = room.cache.put_file("national", data) if here else "ab" * 32
    fields = {
        "about": report, "about_type": "report", "name": name, "size": len(data), "digest": digest,
    }  # fmt: skip
    new = Change("attachment", room.hub.new_id(), How.NEW, wire_values("attachment", fields))
    room.hub.write("smit", [new])
    room.hub.sync(room.cache)
    return digest


def test_a_file_opens_as_a_private_copy_that_goes_with_the_desk(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    report = phone(room)
    attach(room, report, "foto.jpg", b"beeld", here=True)
    detail = room.put(report)
    detail.files.rows()[0].open.click()
    (path,) = room.opened
    assert path.read_bytes() == b"beeld"
    assert path.is_relative_to(room.cache.folder)
    detail.close_files()
    assert not path.exists()


def test_what_an_earlier_run_left_is_wiped_at_the_start(stand: Callable[..., Stand]) -> None:
    room = stand()
    left = room.cache.folder / "opened" / "abc" / "foto.jpg"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"x")
    room.put(None)
    assert not left.exists()


def test_a_program_is_never_opened(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    attach(room, report, "factuur.pdf.exe", b"MZ", here=True)
    detail = room.put(report)
    row = detail.files.rows()[0]
    assert not row.open.isEnabled()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert room.opened == []
    assert "factuur.pdf.exe can run something" in detail.files.message.text()


def test_a_file_that_nothing_opens_is_said(stand: Callable[..., Stand]) -> None:
    room = stand()
    room.opens = False
    report = phone(room)
    attach(room, report, "iets.onbekend", b"x", here=True)
    detail = room.put(report)
    detail.files.rows()[0].open.click()
    assert "iets.onbekend" in detail.files.message.text()


def test_saving_says_where_or_why_not(stand: Callable[..., Stand], tmp_path: Path) -> None:
    room = stand()
    report = phone(room)
    attach(room, report, "foto.jpg", b"beeld" * 500_000, here=True)
    detail = room.put(report)
    row = detail.files.rows()[0]
    row.save.click()  # the officer chose nowhere
    assert not detail.files.message.isVisible()
    room.where = str(tmp_path / "bewaard.jpg")
    row.save.click()
    assert (tmp_path / "bewaard.jpg").read_bytes() == b"beeld" * 500_000
    assert "Saved as" in detail.files.message.text()
    room.where = str(tmp_path / "geen" / "map" / "bewaard.jpg")
    row.save.click()
    assert "could not be written" in detail.files.message.text()


def test_a_file_is_fetched_on_demand_and_shows_how_far_it_is(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    report = phone(room)
    digest = attach(room, report, "groot.xlsx", b"x" * (5 << 19), here=False)
    detail = room.put(report)
    row = detail.files.rows()[0]
    assert "not on this workstation" in row.detail.text()
    assert not row.open.isVisible()
    row.fetch.click()
    assert "is being fetched" in row.detail.text()
    room.cache.put_piece(digest, 0, b"x" * (1 << 20))
    detail.refresh()
    assert "33 % is here" in row.detail.text()
    assert detail._fetching.isActive()
    detail.hide()
    assert not detail._fetching.isActive()


def test_what_is_dragged_out_is_the_file_itself(tmp_path: Path, qapp: QApplication) -> None:
    data = dragged(tmp_path / "foto.jpg")
    assert [url.toLocalFile() for url in data.urls()] == [str(tmp_path / "foto.jpg")]


# -- conflicts in place ----------------------------------------------------------------------------


def quarrelled(stand: Callable[..., Stand]) -> tuple[Stand, str, ReportDetail]:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    scenes.quarrel(room, report)
    detail = room.put(report)
    detail.activateWindow()
    return room, report, detail


def title(room: Room, report: str) -> str:
    values = room.cache.values("report", report)
    assert values is not None
    return str(values["title"])


def test_two_edits_stand_side_by_side_with_their_authors(stand: Callable[..., Stand]) -> None:
    _, _, detail = quarrelled(stand)
    first, second = detail.conflict_views()
    assert first.heading.text() == "Two changes of: title"
    assert first.was.text() == "It was: VNOG vraagt 2 pelotons natuurbrandbestrijding, Hoog Buurlo"
    assert (first.current.who.text(), first.offered.who.text()) == ("smit", "You")
    assert first.current.when.text() == "13:59 · stands now"
    assert first.offered.value.text() == "VNOG vraagt 2 pelotons en een handcrew, Hoog Buurlo"
    assert second.heading.text() == "Two changes of: text"
    assert "+" in [line.sign for line in second.offered.lines.lines()]


@pytest.mark.parametrize(
    ("key", "wins"),
    [
        ("1", "VNOG vraagt 3 pelotons, Radio Kootwijk"),
        ("2", "VNOG vraagt 2 pelotons en een handcrew, Hoog Buurlo"),
    ],
)
def test_a_key_settles_and_all_desks_agree(
    stand: Callable[..., Stand], key: str, wins: str
) -> None:
    room, report, detail = quarrelled(stand)
    view = detail.conflict_views()[0]
    view.current.take.setFocus()
    QTest.keyClicks(view.current.take, key)
    assert title(room, report) == wins
    detail.refresh()
    assert [v.heading.text() for v in detail.conflict_views()] == ["Two changes of: text"]
    room.hub.sync(room.cache)
    assert title(room, report) == wins
    assert room.hub._state.records["report", report].values["title"] == wins


def test_the_panel_does_not_get_the_digits_of_a_conflict(stand: Callable[..., Stand]) -> None:
    """In the panel 1 is a status; where a conflict has the focus it settles."""
    room, report, detail = quarrelled(stand)
    host = QWidget()
    taken: list[str] = []
    shortcut = QShortcut(QKeySequence("2"), host)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: taken.append("2"))
    detail.setParent(host)
    host.resize(480, 900)
    host.show()
    detail.show()
    QTest.qWaitForWindowExposed(host)
    host.activateWindow()
    view = detail.conflict_views()[0]
    host.setFocus()
    assert (view.current.key, view.offered.key) == ("", "")  # here they would be a status
    view.offered.take.setFocus()
    assert (view.current.key, view.offered.key) == ("1", "2")
    QTest.keyClicks(view.offered.take, "2")
    assert taken == []
    assert title(room, report).endswith("handcrew, Hoog Buurlo")
    detail.setParent(None)
    host.close()
    host.deleteLater()


def test_something_else_can_be_written_and_survives_a_refresh(
    stand: Callable[..., Stand],
) -> None:
    room, report, detail = quarrelled(stand)
    view = detail.conflict_views()[0]
    view.current.take.setFocus()
    QTest.keyClicks(view.current.take, "3")
    editor = view.editor()
    assert editor is not None
    assert editor.field.hasFocus()
    editor.field.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(editor.field, "3 pelotons en 1 handcrew")  # the digits are typed, not obeyed
    room.hub.edit("smit", "report", report, {"owner": ["", "smit"]})
    room.hub.sync(room.cache)
    detail.refresh()
    assert view.editor() is editor
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert title(room, report) == "3 pelotons en 1 handcrew"


def test_what_may_not_be_empty_is_not_settled_empty(stand: Callable[..., Stand]) -> None:
    room, report, detail = quarrelled(stand)
    before = title(room, report)
    view = detail.conflict_views()[0]
    view.write_other()
    editor = view.editor()
    assert editor is not None
    editor.field.clear()
    view.save.click()
    assert view.message.text() == "This may not stay empty."
    assert title(room, report) == before
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert view.editor() is None


def test_a_conflict_settled_elsewhere_goes(stand: Callable[..., Stand]) -> None:
    room, report, detail = quarrelled(stand)
    for conflict in room.cache.conflicts(about=report):
        state: Any = {"state": ["open", "settled"]}
        room.hub.edit("smit", "conflict", conflict.id, state)
    room.hub.sync(room.cache)
    detail.refresh()
    assert detail.conflict_views() == []
    assert [view.outcome for view in detail.report.acts if view.outcome == "conflict"]  # type: ignore[union-attr]


def test_an_edit_of_what_was_removed_asks_whether_it_stays(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    room.at(5, lambda: room.hub.edit("smit", "report", report, {"removed": [False, True]}))
    room.at(3, lambda: room.cache.edit("report", report, {"place": "Kootwijk"}))
    room.hub.sync(room.cache)
    detail = room.put(report)
    (view,) = detail.conflict_views()
    assert view.heading.text() == "Removed by one, changed by another"
    assert (view.current.value.text(), view.offered.value.text()) == ("removed", "stays")
    assert view.other.isHidden()
    view.offered.take.click()
    room.hub.sync(room.cache)
    values = room.cache.values("report", report)
    assert values is not None
    assert values["removed"] is False


def test_a_refused_change_is_said_and_leads_to_the_list(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = phone(room)
    room.hub.sync(room.cache)
    changeset = room.cache.edit("report", report, {"status": "closed"})
    assert changeset is not None
    room.hub.verdicts[changeset] = (Code.REFUSED, "wrong_step", ("status",))
    room.hub.sync(room.cache)
    detail = room.put(report)
    asked: list[bool] = []
    detail.attentionWanted.connect(lambda: asked.append(True))
    detail.head.refused.buttons()[0].click()
    assert asked == [True]
    assert detail.history.views()[0].state.text() == "refused"


# -- threads ---------------------------------------------------------------------------------------


def test_the_newest_report_wins_whatever_order_answers_come_in(
    stand: Callable[..., Stand], qtbot: Any
) -> None:
    room = stand()
    first, second = phone(room), phone(room, number="M-2026-07-0199", title="Tweede")
    room.hub.sync(room.cache)
    work = StoreWork("test")
    detail = ReportDetail(room.cache, work, room.clock.now, room.me)
    for report in (first, second, first, second):
        detail.show_report(report)
    qtbot.waitUntil(lambda: detail.head.title.text() == "Tweede", timeout=10_000)
    detail.close_files()
    work.close()
    detail.deleteLater()


def test_the_row_of_actions_says_nothing_for_a_report_of_another(
    stand: Callable[..., Stand],
) -> None:
    room = stand(me=identity("vnog", "region_officer", "VR06"))
    own, other = phone(room, source="VR06"), phone(room, source="VR07", number="M-2")
    room.hub.sync(room.cache)
    detail = room.put(own)
    assert detail.report is not None
    assert "edit" in names_for(detail.report, room.me)
    detail.show_report(other)
    assert names_for(detail.report, room.me) == ()
    assert isinstance(detail.actions_row, ActionRow)
    assert detail.actions_row.isHidden()
