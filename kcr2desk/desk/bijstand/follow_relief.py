"""What is known of the relief of a deployment, and where nobody takes over."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.bijstand import Commitment
from kcr2desk.core.book import Book
from kcr2desk.core.relief import gap, relief_due, successors
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import card_words as words

translate = QCoreApplication.translate


def relief_words(book: Book, given: Commitment, now: datetime) -> tuple[str, str]:
    """Who relieves whom and when, line by line, and its tone; "" when nothing is to be said."""
    due = relief_due(given, book)
    lines = []
    before = book.commitment(given.relieves) if given.relieves else None
    if before is not None:
        told = translate("Follow", "Relieves {what}")
        lines.append(told.replace("{what}", words.gift(book, before)))
    if due is not None:
        told = translate("Follow", "Relief due {time}")
        lines.append(told.replace("{time}", texts.moment(due, now)))
    by = translate("Follow", "Relieved by {what}")
    lines += [by.replace("{what}", words.gift(book, c)) for c in successors(given, book)]
    hole = gap(given, book)
    if hole is None:
        return "\n".join(lines), "muted"
    told = translate("Follow", "▼ Nobody takes over from {time} on")
    if hole.kind == "late":
        told = translate("Follow", "▼ A gap from {time}: relief comes too late")
    lines.append(told.replace("{time}", texts.moment(hole.start, now)))
    return "\n".join(lines), "attention"
