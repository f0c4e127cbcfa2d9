"""The words of bringing in a list: lists, columns, lines and what differs in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.repatriation.bringing import LineSeen, Preview, Total
from kcr2desk.core.repatriation.naming import called
from kcr2desk.core.repatriation.people import ManifestLine
from kcr2desk.desk.parts.field_names import field_name
from kcr2desk.desk.repatriation import people_words
from kcr2desk.exchange.countries import name_of
from kcr2desk.exchange.problems import Language, Problem, sentence

translate = QCoreApplication.translate

_LISTS: Final[Mapping[str, Callable[[], str]]] = {
    "applied": lambda: translate("BringIn", "Applied"),
    "manifest": lambda: translate("BringIn", "Passenger list"),
    "boarded": lambda: translate("BringIn", "Boarded"),
    "pfif": lambda: translate("BringIn", "PFIF"),
}

_ROLES: Final[Mapping[str, Callable[[], str]]] = {
    "": lambda: translate("BringIn", "not brought in"),
    "others": lambda: translate("BringIn", "kept beside the person"),
    "full_name": lambda: translate("BringIn", "whole name"),
    "title": lambda: translate("BringIn", "title (Mr, Mrs)"),
    "flight": lambda: translate("BringIn", "flight or bus"),
    "house_number": lambda: translate("BringIn", "house number"),
    "passenger_type": lambda: translate("BringIn", "kind of passenger"),
    "key": lambda: translate("BringIn", "number of the registration"),
    "party": lambda: translate("BringIn", "booking or family"),
}
"""What a column may be where it is no field of a line, or is better called otherwise."""


def list_name(code: str) -> str:
    """A kind of list."""
    known = _LISTS.get(code)
    return known() if known is not None else code


def role_name(role: str) -> str:
    """What a column is."""
    known = _ROLES.get(role)
    return known() if known is not None else field_name("manifestline", role)


def problem_text(problem: Problem) -> str:
    """The sentence of a problem without its file and line, which stand beside it."""
    said = sentence(problem, cast(Language, people_words.language()))
    _place, colon, what = said.partition(": ")
    what = what if colon else said
    return what[:1].upper() + what[1:]


def name(fields: Mapping[str, Any]) -> str:
    """Who a line is about: as listed, else the number of a document."""
    return called(fields) or str(fields.get("document_number") or "")


def name_of_line(line: ManifestLine) -> str:
    """Who a line that is here is about."""
    return called(line) or line.document_number


def about(fields: Mapping[str, Any]) -> str:
    """What else a line says, short: born, nationality, document, seat."""
    born, nation = str(fields.get("birth_date") or ""), str(fields.get("nationality") or "")
    parts = [
        people_words.day(born) if born else "",
        name_of(nation, people_words.language()) if nation else "",
        str(fields.get("document_number") or ""),
        str(fields.get("seat") or ""),
    ]
    if fields.get("crew"):
        parts.insert(0, translate("BringIn", "crew"))
    return " · ".join(part for part in parts if part)


def changed(line: LineSeen) -> str:
    """What differs: "seat 12A → 14C, born – → 10-03-1965"."""
    return ", ".join(
        f"{role_name(part)} {_value(part, line.was.get(part))} → {_value(part, now)}"
        for part, now in line.now.items()
    )


def _value(part: str, value: Any) -> str:
    if value in ("", None, {}):
        return "–"
    if isinstance(value, bool):
        return translate("BringIn", "yes") if value else translate("BringIn", "no")
    if isinstance(value, Mapping):
        return "; ".join(f"{head}: {said}" for head, said in value.items())
    if part in ("birth_date", "document_expiry"):
        return people_words.day(str(value))
    if part in ("nationality", "document_country", "country"):
        return name_of(str(value), people_words.language())
    return str(value)


def total(told: Total) -> str:
    """A number that the file states, and what it lists."""
    if told.whom == "crew":
        if told.fits:
            said = translate("BringIn", "The file states {declared} crew, and lists as many.")
        else:
            said = translate("BringIn", "The file states {declared} crew, the list has {listed}.")
    elif told.fits:
        said = translate("BringIn", "The file states {declared}, and lists as many.")
    else:
        said = translate("BringIn", "The file states {declared}, the list has {listed}.")
    return said.replace("{declared}", str(told.declared)).replace("{listed}", str(told.listed))


def sums(seen: Preview) -> str:
    """How many lines are what, in one line."""
    told: tuple[tuple[int, Callable[[int], str]], ...] = (
        (seen.count("new"), lambda n: translate("BringIn", "%n new", None, n)),
        (seen.count("changed"), lambda n: translate("BringIn", "%n change", None, n)),
        (seen.count("same"), lambda n: translate("BringIn", "%n the same", None, n)),
        (len(seen.unreadable), lambda n: translate("BringIn", "%n cannot be read", None, n)),
        (len(seen.gone), lambda n: translate("BringIn", "%n no longer in it", None, n)),
        (len(seen.alike), lambda n: translate("BringIn", "%n look alike", None, n)),
    )
    return " · ".join(say(count) for count, say in told if count)
