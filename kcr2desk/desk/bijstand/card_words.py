"""The words of the cards: states of commitments, answers, times, as an officer says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.bijstand import HOW_KNOWN, ROLE_HELD, Commitment, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import request_words
from kcr2desk.desk.bijstand.request_words import resource as resource
from kcr2desk.desk.texts import language as language

translate = QCoreApplication.translate
owner = request_words.owner_name
"""The name of a region or partner: on cards there is room for it."""


def status_look(code: str) -> tuple[str, str, str]:
    """Word, tone and sign of a commitment's status; withdrawn, cancelled, replaced stay apart."""
    match code:
        case "promised":
            return translate("Cards", "promised"), "accent", "check"
        case "en_route":
            return translate("Cards", "on the way"), "accent", "send"
        case "on_site":
            return translate("Cards", "on site"), "good", "place"
        case "relieved":
            return translate("Cards", "relieved"), "good", "redo"
        case "released":
            return translate("Cards", "released"), "muted", "undo"
        case "returned":
            return translate("Cards", "back home"), "muted", "check"
        case "withdrawn":
            return translate("Cards", "withdrawn by the giver"), "attention", "close"
        case "cancelled":
            return translate("Cards", "cancelled by the receiver"), "attention", "close"
        case "replaced":
            return translate("Cards", "replaced"), "muted", "duplicate"
        case _:
            return code, "muted", ""


def answer_look(code: str) -> tuple[str, str, str]:
    """Word, tone and sign of an answer."""
    match code:
        case "yes":
            return translate("Cards", "yes"), "good", "check"
        case "part":
            return translate("Cards", "part"), "attention", "check"
        case "provisional":
            return translate("Cards", "provisional"), "attention", "question"
        case "alternative":
            return translate("Cards", "alternative"), "attention", "duplicate"
        case "no":
            return translate("Cards", "no"), "urgent", "close"
        case _:
            return translate("Cards", "no answer yet"), "muted", "wait"


def amount(book: Book, quantity: int, code: str) -> str:
    """`2 × peloton brandbestrijding`."""
    return f"{texts.number(quantity)} × {resource(book, code)}"


def line(book: Book, asked: RequestLine) -> str:
    """A request line: what, and how many at least."""
    said = amount(book, asked.quantity, asked.resource)
    if asked.least and asked.least < asked.quantity:
        least = translate("Cards", "at least {n}").replace("{n}", texts.number(asked.least))
        return f"{said} ({least})"
    return said


def gift(book: Book, given: Commitment) -> str:
    """A commitment: what and from whom, with the unit where it has a name."""
    what = unit_name(book, given.unit) or amount(book, given.quantity, given.resource)
    return f"{what} · {owner(book, given.owner)}"


def unit_name(book: Book, unit: str) -> str:
    """The name of a named unit, "" for none."""
    found = book.unit(unit)
    return "" if found is None else found.name


def clock(when: datetime, now: datetime, region: str = "") -> str:
    """A time; on an island its own clock is beside it."""
    said = texts.moment(when, now)
    return f"{said} ({texts.island_clock(when)})" if region in texts.ISLANDS else said


def period(start: datetime | None, end: datetime | None, now: datetime, region: str = "") -> str:
    """`14:00 – 15 jul 08:00`, where it is; what is not known is said."""
    first = clock(start, now, region) if start is not None else translate("Cards", "at once")
    last = translate("Cards", "until further notice") if end is None else clock(end, now, region)
    return f"{first} – {last}"


def roles() -> list[kit.FilterOption]:
    """The offices to choose from."""
    return [kit.FilterOption(code, request_words.role(code)) for code in ROLE_HELD if code]


def hows(codes: Sequence[str] = HOW_KNOWN) -> list[kit.FilterOption]:
    """The ways in which we know, to choose from."""
    return [kit.FilterOption(code, request_words.channel(code)) for code in codes if code]


def count_down(deadline: datetime, now: datetime) -> tuple[str, str]:
    """What is left until a deadline in words, and its tone."""
    if deadline <= now:
        late = translate("Cards", "{time} over time").replace("{time}", texts.span(now - deadline))
        return late, "urgent"
    left = texts.span(deadline - now)
    said = translate("Cards", "{time} left").replace("{time}", left)
    return said, "attention" if (deadline - now).total_seconds() < 600 else "text"


def travel_time(minutes: int | None) -> str:
    """`1 u 20`, or a question mark where nobody knows where one of the two is."""
    if minutes is None:
        return "?"
    if minutes < 60:
        return translate("Cards", "{n} min").replace("{n}", str(minutes))
    hours = translate("Cards", "{h} h {m}").replace("{h}", str(minutes // 60))
    return hours.replace("{m}", f"{minutes % 60:02d}")
