"""A filled spreadsheet that is dropped on the answers: read, shown, and taken over when wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kcr2desk.core.answer import fault_sentence
from kcr2desk.core.bijstand import Inquiry
from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand import answers_changes
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.exchange.answer_sheet_read import LARGEST, SheetAnswer, read, said
from kcr2desk.exchange.problems import Language


@dataclass(frozen=True, slots=True)
class SheetShown:
    """What a spreadsheet says: the inquiry that it answers (None: none that is here), lines to
    show, and what is wrong with it. With something wrong it is not taken over."""

    name: str
    answer: SheetAnswer
    inquiry: Inquiry | None
    lines: tuple[str, ...]
    wrong: tuple[str, ...]


def read_file(path: Path) -> SheetAnswer:
    """Read a file; raises OSError when it cannot be opened."""
    with path.open("rb") as file:
        return read(file.read(LARGEST + 1), path.name)


def shown(book: Book, name: str, answer: SheetAnswer) -> SheetShown:
    """What is to be shown of it."""
    language: Language = "nl" if words.language() == "nl" else "en"
    wrong = [said(problem, name, language) for problem in answer.problems]
    inquiry = book.inquiry(answer.inquiry)
    given = {line.line: line for line in answer.lines}
    lines: list[str] = []
    if inquiry is not None:
        for line in book.answers(inquiry.id):
            if line.id in given:
                what = words.resource(book, line.resource)
                told = given[line.id]
                number = told.offered if told.available is None else told.available
                word = words.answer_look(told.answer)[0] if told.answer else ""
                parts = (word, "" if number is None else str(number), told.reason)
                lines.append(f"{what}: {' '.join(p for p in parts if p)}")
        faults = answers_changes.faults(book, inquiry, given, answer.who)
        wrong += [fault_sentence(fault.code, language) for fault in faults]
    return SheetShown(name, answer, inquiry, tuple(lines), tuple(dict.fromkeys(wrong)))
