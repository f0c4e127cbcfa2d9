"""The filters of the list of persons: what each may let through, with how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from kcr2desk.core.repatriation import headcount
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.desk import texts
from kcr2desk.desk.kit import FilterButton, FilterOption
from kcr2desk.desk.repatriation import people_words as words
from kcr2desk.desk.repatriation.people_rows import (
    ALONE,
    FILTERS,
    NO_PAPERS,
    NONE,
    TOGETHER,
    TWICE,
    UNMET,
    PersonRow,
)

translate = QCoreApplication.translate


def say(
    filters: Mapping[str, FilterButton], book: OperationBook, rows: Sequence[PersonRow]
) -> None:
    """Give each filter its title and what it may let through."""
    for name in FILTERS:
        counts = Counter(value for row in rows for value in row.tags[name])
        button = filters[name]
        button.set_title(_title(name))
        known = counts.keys() | button.value()
        options = [
            FilterOption(value, _said(book, name, value), texts.number(counts[value]))
            for value in known
        ]
        button.set_options(sorted(options, key=lambda o: _order(book, name, o)))


def _title(name: str) -> str:
    match name:
        case "arrival":
            return translate("People", "Arrival")
        case "where":
            return translate("People", "Where")
        case "municipality":
            return translate("People", "Municipality")
        case "need":
            return translate("People", "Need")
        case "outcome":
            return translate("People", "Outcome")
        case "group":
            return translate("People", "Group")
        case _:
            return translate("People", "Special")


def _said(book: OperationBook, name: str, value: str) -> str:
    if value == NONE:
        return translate("People", "none") if name != "where" else words.station(book, "")
    match name:
        case "arrival":
            arrival = book.arrival(value)
            return value if arrival is None else arrival.code
        case "where":
            if value.startswith("@"):
                return words.station(book, value[1:])
            return words.state(value)
        case "municipality":
            return words.municipality(value)
        case "need":
            return words.choice(book, "need", value)
        case "outcome":
            return words.outcome(value)
        case "group":
            return words.group_title(book, value)
    return _special(value)


def _special(value: str) -> str:
    match value:
        case "alone":
            return translate("People", "minor alone")
        case "papers":
            return translate("People", "no document")
        case "group":
            return translate("People", "in a group")
        case "twice":
            return translate("People", "registered more than once")
        case _:
            return translate("People", "needs not met")


def _order(book: OperationBook, name: str, option: FilterOption) -> tuple[bool, int, str]:
    """States before stations, stations and needs as the hall has them, "none" last."""
    place = 0
    if name == "where":
        states = list(headcount.STATES)
        codes = [*states, *(f"@{c.code}" for c in book.choices("station"))]
        place = codes.index(option.value) if option.value in codes else len(codes)
    elif name == "need":
        needs = [c.code for c in book.choices("need")]
        place = needs.index(option.value) if option.value in needs else len(needs)
    elif name == "special":
        place = (ALONE, UNMET, NO_PAPERS, TOGETHER, TWICE).index(option.value)
    return option.value == NONE, place, option.text.casefold()


def select(table: QTableView, rows: Sequence[int]) -> None:
    """Choose these rows."""
    model = table.model()
    chosen = QItemSelection()
    for row in rows:
        chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
