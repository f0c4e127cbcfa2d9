"""What a prediction of the hub's rules says to an officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.bijstand import Commitment
from kcr2desk.core.book import Book
from kcr2desk.core.errors import sentence
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.commit_rule import Prediction, UnitChoice

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict in a word, its tone and sign, and the sentence with the numbers."""

    word: str
    tone: str
    icon: str
    text: str


def said(book: Book, wanted: Commitment, told: Prediction, now: datetime) -> Said:
    """What becomes of a promise, in words."""
    numbers = _numbers(book, wanted, told)
    if told.clash is not None:
        text = translate("Cards", "{unit} is promised to {who} then ({time}).")
        text = text.replace("{unit}", words.unit_name(book, wanted.unit))
        text = text.replace("{who}", _for_whom(book, told.clash))
        time = words.period(told.clash.from_at, told.clash.until_at, now)
        return Said(
            translate("Cards", "refused"), "urgent", "blocked", text.replace("{time}", time)
        )
    if told.code == "over_committed":
        text = translate(
            "Cards",
            "{n} too many: the hub refuses this. A promise by the region itself raises the number.",
        ).replace("{n}", texts.number(told.over))
        return Said(translate("Cards", "refused"), "urgent", "blocked", f"{numbers} {text}")
    if told.code == "no_authority":
        text = translate("Cards", "Fill in who decided in the region, and how we know.")
        return Said(translate("Cards", "not yet"), "attention", "question", f"{numbers} {text}")
    if told.code:
        text = sentence(told.code, words.language())
        return Said(translate("Cards", "refused"), "urgent", "blocked", text)
    if told.raises_to is not None:
        text = translate(
            "Cards", "The region's own word raises the number on the board to {n}."
        ).replace("{n}", texts.number(told.raises_to))
        return Said(translate("Cards", "raises"), "attention", "chevron-up", f"{numbers} {text}")
    return Said(translate("Cards", "fits"), "good", "check", numbers)


def _numbers(book: Book, wanted: Commitment, told: Prediction) -> str:
    name = words.owner(book, wanted.owner)
    if told.limit is None:
        text = translate("Cards", "Nobody knows how many {owner} has.")
        return text.replace("{owner}", name)
    text = translate("Cards", "{owner} has {limit}, {promised} promised at that time: {free} free.")
    for mark, value in (
        ("{owner}", name),
        ("{limit}", texts.number(told.limit)),
        ("{promised}", texts.number(told.promised)),
        ("{free}", texts.number(told.free or 0)),
    ):
        text = text.replace(mark, value)
    return text


def _for_whom(book: Book, given: Commitment) -> str:
    request = book.request(given.request)
    place = words.owner(book, given.to_region) if given.to_region else ""
    return " · ".join(part for part in (place, request.title if request else "") if part) or "?"


def unit_option(book: Book, choice: UnitChoice, now: datetime) -> kit.FilterOption:
    """A named unit as it can be chosen: its call sign, or why it cannot be had then."""
    unit = choice.unit
    if not choice.why:
        detail = " · ".join(part for part in (unit.call_sign, unit.home) if part)
        limited = unit.state == "limited"
        icon = "question" if limited else "check"
        return kit.FilterOption(
            unit.id, unit.name, detail, icon, "attention" if limited else "good"
        )
    return kit.FilterOption(unit.id, unit.name, unit_why(book, choice, now), "blocked", "urgent")


def unit_why(book: Book, choice: UnitChoice, now: datetime) -> str:
    """Why a unit cannot be had then."""
    if choice.why == "out":
        return translate("Cards", "out of service")
    if choice.by is not None:
        text = translate("Cards", "until {time}: {who}").replace(
            "{who}", _for_whom(book, choice.by)
        )
        end = choice.by.until_at
        until = translate("Cards", "further notice") if end is None else texts.moment(end, now)
        return text.replace("{time}", until)
    if choice.why == "unit_hours":
        return translate("Cards", "not there for the whole time")
    return sentence(choice.why, words.language())
