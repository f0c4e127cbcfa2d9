"""Fields of the small cards of the board: numbers that may stay empty, and choices of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

from kcr2desk.core.board_order import ordered_owners
from kcr2desk.core.records import Discipline
from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.feed import BookFeed


def maybe_number(most: int = 99_999) -> QLineEdit:
    """A whole number from 0, or nothing."""
    made = QLineEdit()
    made.setValidator(QIntValidator(0, most, made))
    made.setFixedWidth(88)
    return made


def number_in(field: QLineEdit) -> int | None:
    """The number that stands in a field; None for nothing."""
    text = field.text().strip()
    return int(text) if text.isdigit() else None


def put_number(field: QLineEdit, value: int | None) -> None:
    """Show a number, or nothing."""
    field.setText("" if value is None else str(value))


def one_of(width: int = 260) -> kit.FilterButton:
    """A choice of one that is always made."""
    return kit.FilterButton(multiple=False, always=True, width=width)


def chosen(button: kit.FilterButton) -> str:
    """What is chosen; "" while nothing is."""
    return next(iter(button.value()), "")


def owner_options(feed: BookFeed) -> Sequence[kit.FilterOption]:
    """All owners to choose from."""
    return [kit.FilterOption(o.code, o.name, o.code) for o in ordered_owners(feed.book)]


def discipline_options(feed: BookFeed) -> Sequence[kit.FilterOption]:
    """All disciplines to choose from."""
    dutch = words.language() == "nl"
    found = [d for d in feed.book.all("discipline") if isinstance(d, Discipline)]
    return [
        kit.FilterOption(d.code, d.name_nl if dutch else d.name_en)
        for d in sorted(found, key=lambda d: d.order)
    ]
