"""The filters of the list of persons: what each may let through, with how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

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


Options = Mapping[str, Sequence[FilterOption]]


def options_of(
    book: OperationBook, rows: Sequence[PersonRow], chosen: Mapping[str, frozenset[str]]
) -> Options:
    """What each filter may let through, and what it does."""
    made: dict[str, Sequence[FilterOption]] = {}
    for name in FILTERS:
        counts = Counter(value for row in rows for value in row.tags[name])
        options = [
            FilterOption(value, _said(book, name, value), texts.number(counts[value]))
            for value in counts.keys() | chosen[name]
        ]
        order = _order(book, name)
        made[name] = sorted(options, key=order)
    return made


def say(filters: Mapping[str, FilterButton], options: Options) -> None:
    """Give each filter its title and what it may let through."""
    for name in FILTERS:
        filters[name].set_title(_title(name))
        filters[name].set_options(options[name])


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


def _order(book: OperationBook, name: str) -> Callable[[FilterOption], tuple[bool, int, str]]:
    """States before stations, stations and needs as the hall has them, "none" last."""
    codes: Sequence[str] = ()
    if name == "where":
        codes = (*headcount.STATES, *(f"@{c.code}" for c in book.choices("station")))
    elif name == "need":
        codes = [c.code for c in book.choices("need")]
    elif name == "special":
        codes = (ALONE, UNMET, NO_PAPERS, TOGETHER, TWICE)
    places = {code: place for place, code in enumerate(codes)}

    def order(option: FilterOption) -> tuple[bool, int, str]:
        place = places.get(option.value, len(places))
        return option.value == NONE, place, option.text.casefold()

    return order


def select(table: QTableView, rows: Sequence[int]) -> None:
    """Choose these rows."""
    model = table.model()
    chosen = QItemSelection()
    for row in rows:
        chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
    table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
