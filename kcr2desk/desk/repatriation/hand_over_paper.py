"""The receipt of a hand-over: who took whom, when, and what was told of each. To be signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing_fields import FIELDS, given
from kcr2desk.core.repatriation.naming import called
from kcr2desk.core.repatriation.people import HandOver, Person
from kcr2desk.desk import texts
from kcr2desk.desk.parts.paper import Sheet, heading, paragraph
from kcr2desk.desk.repatriation import hand_over_words as words
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.tokens import LIGHT

translate = QCoreApplication.translate

ONE_NAME = ("spoken_name", "given_names", "prefix", "family_name")
"""Fields that stand together at the head of a person."""


def receipt(
    book: OperationBook,
    gone: Sequence[tuple[Person, HandOver]],
    now: datetime,
    *,
    role: str,
    made_by: str,
) -> Sheet:
    """The receipt of these hand-overs, all to one receiver. Only what was given stands on it."""
    first = gone[0][1]
    today = people_words.today_at(now)
    title = translate("Receipt", "Receipt of hand-over {number}").replace("{number}", first.receipt)
    parts = [_facts(book, first, len(gone))]
    parts += [_person(book, person, each, today, role) for person, each in gone]
    parts.append(_signatures())
    made = translate("Receipt", "{term} · made by {who}")
    made = made.replace("{term}", words.kept_until(book)).replace("{who}", made_by)
    return Sheet(title.strip(), texts.moment_full(now), made, "".join(parts), upright=True)


def _facts(book: OperationBook, first: HandOver, many: int) -> str:
    operation = book.operation
    when = "" if first.handed_at is None else texts.moment_full(first.handed_at)
    rows = [
        (translate("Receipt", "Operation"), "" if operation is None else operation.title),
        (translate("Receipt", "Handed over to"), words.taken_by(book, first.receiver, first.to)),
        (translate("Receipt", "Taken by"), first.taken_by),
        (translate("Receipt", "When"), when),
        (translate("Receipt", "Persons"), texts.number(many)),
    ]
    return _table(rows)


def _person(book: OperationBook, person: Person, each: HandOver, today: date, role: str) -> str:
    choice = book.choice("receiver", each.receiver)
    told = {} if choice is None else given(book, person, choice, role)
    shown = {n: v for n, v in told.items() if n in each.given}
    rows = [
        (words.head(n), words.value(book, n, shown[n], today))
        for n in FIELDS
        if n in shown and n != "number" and n not in ONE_NAME
    ]
    return heading(f"{person.number} {called(shown)}".strip(), 3) + (
        _table(rows) if rows else paragraph(translate("Receipt", "nothing else was given"), "muted")
    )


def _table(rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(
        f'<tr><td width="26%"><span class="muted">{escape(name)}</span></td>'
        f"<td>{escape(said)}</td></tr>"
        for name, said in rows
        if said
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{cells}</table>'


def _signatures() -> str:
    one = escape(translate("Receipt", "Handed over by: name and signature"))
    other = escape(translate("Receipt", "Taken over by: name and signature"))
    line = f"border-top: 1px solid {LIGHT.muted}; padding-top: 4px"
    return (
        '<p style="margin: 72px 0 0 0">&nbsp;</p>'
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td width="47%" style="{line}"><span class="muted">{one}</span></td>'
        '<td width="6%" style="border: none"></td>'
        f'<td width="47%" style="{line}"><span class="muted">{other}</span></td>'
        "</tr></table>"
    )
