"""The periodic account: of one owner or all, over a month, a quarter, a year or days of choice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import request_words
from kcr2desk.desk.bijstand.account_body import account_sheet, account_table
from kcr2desk.desk.bijstand.demand_chart import as_csv
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.paper import Sheet
from kcr2desk.desk.parts.print_page import PrintPage
from kcr2desk.desk.shortcuts import command
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

PERIODS: Final = (
    "month", "last_month", "quarter", "last_quarter", "year", "last_year", "days",
)  # fmt: skip
OWN: Final = "days"


def period(code: str, now: datetime) -> tuple[datetime, datetime]:
    """The half-open period that a code means, from midnight to midnight in the Netherlands.

    Raises KeyError for a code that is none.
    """
    today = now.astimezone(texts.AMSTERDAM).date()
    month = (today.year * 12 + today.month - 1, 1)
    quarter = (month[0] // 3 * 3, 3)
    year = (today.year * 12, 12)
    first, months = {
        "month": month,
        "last_month": (month[0] - 1, 1),
        "quarter": quarter,
        "last_quarter": (quarter[0] - 3, 3),
        "year": year,
        "last_year": (year[0] - 12, 12),
    }[code]
    return _midnight(_day(first)), _midnight(_day(first + months))


def days(first: str, last: str) -> tuple[datetime, datetime] | None:
    """From one day until another, that day included, typed as `14-7-2026`; None when they are not
    two days in order."""
    start, end = _typed(first), _typed(last)
    if start is None or end is None or end < start:
        return None
    return _midnight(start), _midnight(end + timedelta(days=1))


def _typed(text: str) -> date | None:
    for form in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            pass
    return None


def _day(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=texts.AMSTERDAM)


class AccountPage(PrintPage):
    """The account as a page, a PDF and a CSV file."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache | None,
        work: StoreWork | None,
        *,
        now: Callable[[], datetime],
        me: Identity | None,
        exercise: bool = False,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, exercise=exercise)
        self._period = "month"
        self._owner = ""
        self._csv = command(self, "Ctrl+Shift+S", self._ask_csv, icon="download")
        self.actions_row.addWidget(kit.action_button(self._csv))
        self.owners = kit.FilterButton(multiple=False, width=190)
        self.owners.changed.connect(lambda chosen: self.show_owner(next(iter(chosen), "")))
        self.periods = kit.FilterButton(multiple=False, always=True, width=180)
        self.periods.changed.connect(lambda chosen: self.show_period(next(iter(chosen), "month")))
        self.first, self.last = QLineEdit(), QLineEdit()
        for field in (self.first, self.last):
            field.setFixedWidth(110)
            field.editingFinished.connect(self.refresh)
            field.hide()
        for widget in (self.owners, self.periods, self.first, self.last):
            self.chooser.addWidget(widget)
        feed.loaded.connect(self._say)
        texts.OnLanguage(self, self._say)

    def show_owner(self, owner: str) -> None:
        """Show the account of one owner; "" shows all."""
        self._owner = owner
        self.owners.set_value(frozenset({owner}) if owner else frozenset())
        self.refresh()

    def show_period(self, code: str) -> None:
        """Show another period, one of PERIODS."""
        start, end = self.span
        self._period = code
        self.periods.set_value(frozenset({code}))
        own = code == OWN
        if own:
            self.first.setText(f"{start.astimezone(texts.AMSTERDAM):%d-%m-%Y}")
            last = end.astimezone(texts.AMSTERDAM) - timedelta(hours=12)
            self.last.setText(f"{last:%d-%m-%Y}")
        self.first.setVisible(own)
        self.last.setVisible(own)
        self.refresh()

    def show_days(self, first: str, last: str) -> None:
        """Show from one day until another, typed as `14-7-2026`."""
        self.show_period(OWN)
        self.first.setText(first)
        self.last.setText(last)
        self.refresh()

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The half-open period that is shown; this month while typed days are not two in order."""
        if self._period != OWN:
            return period(self._period, self.now())
        return days(self.first.text(), self.last.text()) or period("month", self.now())

    def refresh(self) -> None:
        """Lay it out anew, and say so when the typed days are none."""
        if self._period == OWN and days(self.first.text(), self.last.text()) is None:
            said = self.tr("Type two days in order, such as 1-7-2026. This month is shown.")
            self.note.tell(said, "attention")
        super().refresh()

    def sheet(self) -> Sheet:
        start, end = self.span
        return account_sheet(
            self.feed.book, self._owner, start, end, self.now(), made_by=self.maker,
            exercise=self.exercise,
        )  # fmt: skip

    def file_name(self) -> str:
        start, end = (at.astimezone(texts.AMSTERDAM) for at in self.span)
        last = end - timedelta(hours=12)
        name = self.tr("account")
        mark = self.tr("EXERCISE") + "-" if self.exercise else ""
        return f"{mark}{name}-{self._owner or 'NL'}-{start:%Y-%m-%d}-{last:%Y-%m-%d}"

    def save_csv(self, path: Path) -> None:
        """Write the figures as CSV and say whether it worked."""
        rows = account_table(self.feed.book, self._owner, *self.span)
        if self.exercise:
            rows = [[*rows[0], "exercise"], *([*row, self.tr("EXERCISE")] for row in rows[1:])]
        self.write_file(path, ("\ufeff" + as_csv(rows)).encode())

    def _ask_csv(self) -> None:
        self.ask_file("csv", "CSV (*.csv)", self.save_csv)

    def _say(self) -> None:
        self._csv.setText(self.tr("Save as CSV…"))
        self.owners.set_title(self.tr("All owners"))
        book = self.feed.book
        named = [(request_words.owner(book, code), code) for code in book.owners]
        self.owners.set_options(
            [kit.FilterOption(code, name) for name, code in sorted(named, key=_fold)]
        )
        words = {
            "month": self.tr("This month"),
            "last_month": self.tr("Last month"),
            "quarter": self.tr("This quarter"),
            "last_quarter": self.tr("Last quarter"),
            "year": self.tr("This year"),
            "last_year": self.tr("Last year"),
            "days": self.tr("From day to day"),
        }
        self.periods.set_title(self.tr("Period"))
        self.periods.set_options([kit.FilterOption(code, words[code]) for code in PERIODS])
        self.periods.set_value(frozenset({self._period}))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.say_page(self.tr("Account"))


def _fold(pair: tuple[str, str]) -> tuple[str, str]:
    return pair[0].casefold(), pair[1]
