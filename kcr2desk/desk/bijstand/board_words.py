"""The words of the board: kinds of owner, signs, how a number came, states of a unit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.board_order import GROUPS as GROUPS
from kcr2desk.core.board_story import HOW
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk.texts import language as language

translate = QCoreApplication.translate

HOWS: Final = ("phone", "mail", "form", "sheet", "radio", "desk")
"""How an officer may have heard a number that is typed here."""

UNIT_STATES: Final = ("ready", "limited", "out")
"""What a named unit can do, best first; "" is not known."""


def type_name(kind: ResourceType) -> str:
    """The whole name of a type in the language of the screen."""
    return kind.name_nl if language() == "nl" else kind.name_en


def type_short(kind: ResourceType) -> str:
    """The name of a type for the head of a column."""
    return kind.short or type_name(kind)


def how(code: str) -> str:
    """How we know, such as `telefoon`; "" for a code that has no word."""
    return HOW[code][language() != "nl"] if code in HOW else ""


def group(code: str) -> str:
    """A kind of owner as a heading."""
    match code:
        case "region":
            return translate("Board", "Safety regions")
        case "island":
            return translate("Board", "Caribbean")
        case _:
            return translate("Board", "Partners")


def sign(code: str) -> str:
    """The word of a sign of the board."""
    match code:
        case "shortage":
            return translate("Board", "shortage")
        case "tight":
            return translate("Board", "tight")
        case "enough":
            return translate("Board", "enough")
        case "old":
            return translate("Board", "old")
        case _:
            return translate("Board", "unknown")


def unit_state(code: str) -> str:
    """What a named unit can do, in a word."""
    match code:
        case "ready":
            return translate("Board", "ready")
        case "limited":
            return translate("Board", "limited")
        case "out":
            return translate("Board", "out of service")
        case _:
            return translate("Board", "unknown")


def ring(far: int) -> str:
    """How far a region is from the one that asks: `vraagt`, `buur`, `ring 2`."""
    if far == 0:
        return translate("Board", "asks")
    if far == 1:
        return translate("Board", "neighbour")
    return translate("Board", "ring {n}").format(n=far)


def entry_trouble(code: str) -> str:
    """Why what was typed in a cell cannot be meant, and what can."""
    match code:
        case "more_than_total":
            return translate("Board", "More available than there are. Type both: 6/8.")
        case "reserve":
            return translate("Board", "The remaining cover is more than there are.")
        case "large":
            return translate("Board", "That number is too large.")
        case _:
            return translate("Board", "Type 6, 6/8, 6/8/2 (with remaining cover) or ?.")


def locked(code: str, owner: str) -> str:
    """Why a row cannot be changed."""
    if code == "other":
        return translate("Board", "Only {owner} itself and KCR2 change these numbers.").format(
            owner=owner
        )
    return translate("Board", "Your role reads the board and does not change it.")
