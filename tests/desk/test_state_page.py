"""The printed pages: what stands on them, their PDF, and the files that they leave."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from kcr2desk.core.account import accounts
from kcr2desk.core.book import Book
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand.account_body import account_sheet, account_table, length
from kcr2desk.desk.bijstand.account_page import PERIODS, AccountPage, days, period
from kcr2desk.desk.bijstand.state_body import state_sheet
from kcr2desk.desk.bijstand.state_page import StatePage
from kcr2desk.desk.parts.paper import (
    HEIGHT,
    WIDTH,
    Column,
    Paper,
    Sheet,
    page_layout,
    table,
)
from kcr2desk.desk.parts.paper_view import PageView
from tests.desk.bijstand_parts import Shown, shown, until
from tests.scenes import NOW
from tests.scenes.bijstand_week import many, week

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Shown]:
    with shown(qapp) as made:
        yield made


def text_of(sheet: Sheet) -> str:
    return Paper(sheet).parts[0].toPlainText()


def test_what_is_missing_comes_first(room: Shown) -> None:
    text = text_of(state_sheet(week(), NOW, made_by="J. Jansen"))
    assert text.index("▼ 3") < text.index("B-2026-0147 · Natuurbrand Veluwe\nVGGM")
    for word in ("B-2026-0148", "Orkaan Bonaire", "BON", "Chinook 1", "! ", "◌"):
        assert word in text


def test_an_empty_book_has_a_page_that_says_so(room: Shown) -> None:
    paper = Paper(state_sheet(Book(), NOW, made_by="J. Jansen"))
    assert paper.pages == 1
    assert "▼" not in paper.parts[0].toPlainText()


def test_names_are_text_and_never_markup(room: Shown) -> None:
    book = week()
    bad = "<img src='file:///etc/passwd'> & <b>x</b>"
    book.put(replace(book.requests[0], title=bad))
    assert bad in text_of(state_sheet(book, NOW, made_by="J. Jansen"))
    assert "&lt;b&gt;" in table([Column("<b>", 100)], [["<i>"]])


def test_the_pdf_is_a4_landscape_and_has_all_pages(room: Shown) -> None:
    paper = Paper(state_sheet(many(120), NOW, made_by="J. Jansen"))
    data = paper.pdf()
    assert data.startswith(b"%PDF")
    assert paper.pages > 2
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == paper.pages
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == (842, 595)


def test_no_heading_stands_alone_at_the_foot_of_a_page(room: Shown) -> None:
    paper = Paper(state_sheet(many(300), NOW, made_by="J. Jansen"))
    layout = paper.parts[0].documentLayout()
    high = paper.parts[0].pageSize().height()
    block, seen = paper.parts[0].begin(), 0
    while block.isValid():
        if block.blockFormat().headingLevel():
            seen += 1
            assert high - layout.blockBoundingRect(block).bottom() % high > 40
        block = block.next()
    assert seen > 10


def painted(paper: Paper, page: int = 0) -> QImage:
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paper.paint(painter, page)
    painter.end()
    return image


def test_an_exercise_is_marked_on_every_page_and_in_the_name_of_the_file(room: Shown) -> None:
    sheet = state_sheet(many(120), NOW, made_by="J. Jansen", exercise=True)
    paper, plain = Paper(sheet), Paper(replace(sheet, exercise=False))
    for page in range(paper.pages):
        assert painted(paper, page).pixelColor(3, 3).name() == "#6b2fa0"
        assert painted(plain, page).pixelColor(3, 3).name() == "#ffffff"
    made, _ = room.show(StatePage, week(), exercise=True)
    assert made.file_name().startswith(made.tr("EXERCISE"))
    other, _ = room.show(StatePage, week())
    assert other.file_name().endswith("2026-07-14-1405")


def test_the_preview_shows_every_page_and_files_are_written(room: Shown, tmp_path: Path) -> None:
    made, _ = room.show(StatePage, many(120))
    assert made.paper is not None
    views = [v for v in made.findChildren(PageView) if v.isVisible()]
    assert len(views) == made.paper.pages
    made.save_pdf(tmp_path / "state.pdf")
    assert (tmp_path / "state.pdf").read_bytes().startswith(b"%PDF")
    assert made.note.isVisible()
    made.save_sheet(tmp_path / "state.xlsx")
    assert zipfile.is_zipfile(tmp_path / "state.xlsx")
    made.save_pdf(tmp_path / "none" / "state.pdf")
    assert not (tmp_path / "none").exists()


def test_the_preview_follows_the_book_with_pauses(room: Shown) -> None:
    book = week()
    made, feed = room.show(StatePage, book)
    before = made.paper
    feed.put(replace(book.requests[0], title="Heidebrand"))
    assert made.paper is before  # not with every change
    assert made._soon.isActive()
    made._soon.setInterval(0)
    made._soon.start()
    until(lambda: made.paper is not before)
    assert made.paper is not None
    assert "Heidebrand" in made.paper.sheet.body


def test_printing_fills_every_page(room: Shown, tmp_path: Path) -> None:
    made, _ = room.show(StatePage, many(120))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(page_layout())
    made.print_on(printer)
    assert made.paper is not None
    data = (tmp_path / "printed.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == made.paper.pages


# -- the account -----------------------------------------------------------------------------------


def local(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=texts.AMSTERDAM)


def test_periods_run_from_midnight_to_midnight_in_the_netherlands() -> None:
    assert period("month", NOW) == (local(2026, 7, 1), local(2026, 8, 1))
    assert period("last_quarter", NOW) == (local(2026, 4, 1), local(2026, 7, 1))
    assert period("last_year", NOW) == (local(2025, 1, 1), local(2026, 1, 1))
    start, _end = period("month", datetime(2026, 10, 31, 23, 30, tzinfo=UTC))  # 1 November here
    assert start == local(2026, 11, 1)
    october, november = period("last_month", datetime(2026, 11, 5, tzinfo=UTC))
    assert november == start
    passed = november.astimezone(UTC) - october.astimezone(UTC)
    assert passed == timedelta(days=31, hours=1)  # one night of it had 25 hours
    assert period("last_month", datetime(2026, 1, 5, tzinfo=UTC))[0] == local(2025, 12, 1)


def test_days_as_they_are_typed() -> None:
    assert days("14-7-2026", "14-7-2026") == (local(2026, 7, 14), local(2026, 7, 15))
    assert days("2026-07-01", "3-7-2026") == (local(2026, 7, 1), local(2026, 7, 4))
    for first, last in (("", ""), ("31-2-2026", "1-3-2026"), ("3-7-2026", "1-7-2026")):
        assert days(first, last) is None


def test_the_account_on_paper_sums_to_what_core_counts(room: Shown) -> None:
    book = week()
    start, end = period("month", NOW)
    text = text_of(account_sheet(book, "", start, end, NOW, made_by="J. Jansen"))
    whole = sum(one.total.given for one in accounts(book, start, end).values())
    assert f"\n{whole}\n" in text
    mine = text_of(account_sheet(book, "VR07", start, end, NOW, made_by="J. Jansen"))
    assert "VGGM" in mine
    assert "VRZL" not in mine
    assert length(timedelta(hours=26, minutes=10)) == "26:10"


def test_another_owner_period_and_days_of_choice(room: Shown) -> None:
    made, _ = room.show(AccountPage, week())
    for code in PERIODS:
        made.show_period(code)
        assert made.paper is not None
    assert made.first.isVisible()
    made.show_days("14-7-2026", "14-7-2026")
    assert made.span == (local(2026, 7, 14), local(2026, 7, 15))
    made.show_days("never", "14-7-2026")
    assert made.note.isVisible()
    assert made.span == period("month", NOW)
    made.show_period("year")
    assert not made.first.isVisible()
    made.show_owner("VR07")
    assert made.file_name().endswith("VR07-2026-01-01-2026-12-31")


def test_the_account_leaves_as_csv(room: Shown, tmp_path: Path) -> None:
    made, _ = room.show(AccountPage, week())
    made.save_csv(tmp_path / "account.csv")
    rows = list(csv.reader(
        (tmp_path / "account.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"
    ))  # fmt: skip
    assert rows == account_table(week(), "", *period("month", NOW))
    given = rows[0].index("given")
    got = rows[0].index("got")
    assert sum(int(r[given]) for r in rows[1:]) == sum(int(r[got]) for r in rows[1:])
