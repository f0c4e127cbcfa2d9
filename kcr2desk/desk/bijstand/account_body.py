"""The periodic account as the body of a printed page, and its rows for a spreadsheet."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.account import Account, Figures, Wait, accounts
from kcr2desk.core.book import Book
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import request_words
from kcr2desk.desk.parts.paper import Column, Item, Sheet, heading, paragraph, table

translate = QCoreApplication.translate


def account_sheet(
    book: Book, owner: str, start: datetime, end: datetime, now: datetime, *, made_by: str,
    exercise: bool = False,
) -> Sheet:  # fmt: skip
    """The account of one owner by type, or with "" of all owners."""
    found = accounts(book, start, end)
    name = owner_name(book, owner) if owner else translate("AccountPage", "all owners")
    title = translate("AccountPage", "Account of bijstand: {owner}").format(owner=name)
    made = translate("AccountPage", "Made by {who} in KCR2 Desk, {when}").format(
        who=made_by, when=texts.moment_full(now)
    )
    rows = _rows(book, found, owner)
    body = [
        heading(translate("AccountPage", "Given and received")),
        _help(rows, bool(owner)),
        heading(translate("AccountPage", "Requested")),
        _requested(rows, bool(owner)),
        heading(translate("AccountPage", "Turn-around")),
        _waits(book, found, owner),
        paragraph(_note(), "muted"),
    ]
    return Sheet(title, period_words(start, end), made, "".join(body), exercise)


def owner_name(book: Book, code: str) -> str:
    """The name of an owner; what nobody wrote down is called so."""
    return request_words.owner(book, code) if code else translate("AccountPage", "not recorded")


def period_words(start: datetime, end: datetime) -> str:
    """`1 jul 2026 – 31 jul 2026`: the days of a half-open period."""
    last = end - timedelta(seconds=1)
    first_day, last_day = (
        f"{texts.day(day)} {day.astimezone(texts.AMSTERDAM).year}" for day in (start, last)
    )
    return f"{first_day} – {last_day}"


def _rows(book: Book, found: dict[str, Account], owner: str) -> list[tuple[str, Figures]]:
    """Name and figures of each row, the sum last."""
    if owner:
        mine = found.get(owner)
        types = mine.types if mine else {}
        named = [(request_words.resource(book, code), one) for code, one in types.items()]
    else:
        named = [(owner_name(book, code), one.total) for code, one in found.items()]
    whole = Figures()
    for _, one in named:
        whole.add(one)
    return [
        *sorted(named, key=lambda pair: pair[0].casefold()),
        (translate("AccountPage", "Total"), whole),
    ]


def _name(rows: list[tuple[str, Figures]], name: str) -> Item:
    """The name of a row; that of the sum, the last, stands out."""
    return (name, "strong") if name == rows[-1][0] else name


def _first(by_type: bool, width: int) -> Column:
    word = translate("AccountPage", "What") if by_type else translate("AccountPage", "Owner")
    return Column(word, width)


def _help(rows: list[tuple[str, Figures]], by_type: bool) -> str:
    given, got = translate("AccountPage", "Given"), translate("AccountPage", "Received")
    hours = translate("AccountPage", "unit-hours")
    back = translate("AccountPage", "withdrawn")
    off = translate("AccountPage", "cancelled")
    instead = translate("AccountPage", "replaced")
    columns = [_first(by_type, 14)]
    for word in (given, got):
        columns += [
            Column(word, 8, right=True),
            Column(hours, 8, right=True),
            Column(back, 9, right=True),
            Column(off, 9, right=True),
            Column(instead, 9, right=True),
        ]
    body: list[list[Item]] = [
        [
            _name(rows, name),
            *_numbers(f.given), _hours(f.given_hours),
            *_numbers(f.given_withdrawn, f.given_cancelled, f.given_replaced),
            *_numbers(f.got), _hours(f.got_hours),
            *_numbers(f.got_withdrawn, f.got_cancelled, f.got_replaced),
        ]
        for name, f in rows
    ]  # fmt: skip
    return table(columns, body)


def _requested(rows: list[tuple[str, Figures]], by_type: bool) -> str:
    heads = (
        translate("AccountPage", "Units wanted"),
        translate("AccountPage", "filled"),
        translate("AccountPage", "unable to fill"),
        translate("AccountPage", "withdrawn"),
        translate("AccountPage", "cancelled"),
        translate("AccountPage", "replaced"),
        translate("AccountPage", "refused"),
        translate("AccountPage", "unfilled, no reason"),
        translate("AccountPage", "still open"),
    )
    columns = [_first(by_type, 19), *(Column(word, 9, right=True) for word in heads)]
    body: list[list[Item]] = [
        [
            _name(rows, name),
            *_numbers(f.wanted, f.filled, f.unable, f.withdrawn, f.cancelled, f.replaced,
                      f.refused, f.unfilled, f.open),
        ]
        for name, f in rows
    ]  # fmt: skip
    return table(columns, body)


def _numbers(*values: int) -> list[Item]:
    return [texts.number(value) if value else ("–", "muted") for value in values]


def _hours(hours: float) -> Item:
    return texts.number(hours, 1) if hours else ("–", "muted")


def _waits(book: Book, found: dict[str, Account], owner: str) -> str:
    shown = {code: one for code, one in found.items() if one.requests and owner in ("", code)}
    if not shown:
        return paragraph(translate("AccountPage", "No request came in this period."))
    columns = [
        Column(translate("AccountPage", "Owner"), 22),
        Column(translate("AccountPage", "Requests"), 12, right=True),
        Column(translate("AccountPage", "Received until agreed"), 22, right=True),
        Column(translate("AccountPage", "until first promise"), 22, right=True),
        Column(translate("AccountPage", "until first arrival"), 22, right=True),
    ]
    rows: list[list[Item]] = [
        [
            owner_name(book, code),
            texts.number(one.requests),
            *(_wait(w) for w in (one.agreed, one.promised, one.arrived)),
        ]
        for code, one in shown.items()
    ]
    return table(columns, rows)


def _wait(wait: Wait) -> Item:
    if wait.middle is None or wait.worst is None:
        return "–", "muted"
    return translate("AccountPage", "median {middle}, worst {worst}").format(
        middle=length(wait.middle), worst=length(wait.worst)
    )


def length(span: timedelta) -> str:
    """`0:45`, `26:10`: hours and minutes."""
    minutes = round(span.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _note() -> str:
    return translate(
        "AccountPage",
        "Units are counted once for each promise; hours are those within the period, cut at its"
        " ends. Requests count in the period in which they were received. Turn-around in hours and"
        " minutes, from when the request was received.",
    )


def account_table(book: Book, owner: str, start: datetime, end: datetime) -> list[list[str]]:
    """The figures as rows for a spreadsheet: one for each owner and type."""
    names = [f.name for f in fields(Figures)]
    rows = [["owner", "name", "resource", "from", "until", *names]]
    for code, one in accounts(book, start, end).items():
        if owner not in ("", code):
            continue
        for resource, figures in one.types.items():
            rows.append(
                [
                    code, owner_name(book, code), resource, start.isoformat(), end.isoformat(),
                    *(str(getattr(figures, name)) for name in names),
                ]
            )  # fmt: skip
    return rows
