"""The text of an inquiry: all that an owner must know, for it does not see the request. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kcr2desk.core import places
from kcr2desk.core.bijstand import AssistanceRequest, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.gate import name_of
from kcr2desk.core.places import AMSTERDAM


def question(book: Book, line_ids: Sequence[str], language: str) -> tuple[str, str]:
    """Title and text that are proposed for asking for these lines, in "nl" or "en".

    What is asked, when and where stands in the lines themselves; here is why, for whom and how.
    """
    lines = [line for line in map(book.line, line_ids) if line is not None]
    request = book.request(lines[0].about) if lines else None
    title = request.title if request is not None else ""
    dutch = language == "nl"
    told = [
        (f"KCR2 vraagt bijstand voor {_where(request)}: {title}." if dutch
         else f"KCR2 asks for assistance for {_where(request)}: {title}."),
        "",
        *(_line(book, line, dutch) for line in lines),
        "",
        *_about(request, dutch),
    ]  # fmt: skip
    ask = (
        "Kunt u (een deel van) het gevraagde leveren? Een deel, een alternatief of een voorlopige "
        "toezegging helpt ook. Denk aan uw eigen restdekking: u beslist."
        if dutch
        else "Can you supply (part of) this? Part of it, an alternative or a provisional promise "
        "helps too. Keep your own remaining cover in mind: you decide."
    )
    return title, "\n".join([*told, ask]).replace("\n\n\n", "\n\n")


def inventory(book: Book, types: Sequence[str], language: str) -> tuple[str, str]:
    """Title and text that are proposed for an inventory of these types."""
    names = ", ".join(_type(book, code, language == "nl") for code in types)
    if language == "nl":
        return (
            f"Inventarisatie {names}"[:200],
            f"KCR2 inventariseert wat er landelijk is aan: {names}.\nEr is nog geen verzoek om "
            "bijstand. Geef per soort aan wat u heeft, wat u daarvan kunt sturen en wat u zelf "
            "thuis wilt houden (restdekking).",
        )
    return (
        f"Inventory {names}"[:200],
        f"KCR2 takes stock of what there is in the country: {names}.\nThere is no request for "
        "assistance yet. Say for each kind what you have, what of it you can send and what you "
        "want to keep at home (remaining cover).",
    )


def _where(request: AssistanceRequest | None) -> str:
    return name_of(request.region) if request is not None and request.region else "?"


def _line(book: Book, line: RequestLine, dutch: bool) -> str:
    request = book.request(line.about)
    start = line.from_at or (request.from_at if request else None)
    end = line.until_at or (request.until_at if request else None)
    region = request.region if request else ""
    told = f"- {max(1, book.fill(line.id).missing)} × {_type(book, line.resource, dutch)}"
    told += f", {_moment(start, region, dutch)} – {_moment(end, region, dutch, end=True)}"
    return f"{told}: {line.task}" if line.task else told


def _about(request: AssistanceRequest | None, dutch: bool) -> list[str]:
    if request is None:
        return []
    told = [
        ("Opdracht" if dutch else "Task", request.task),
        ("Melden bij" if dutch else "Report to", request.report_to),
        ("Aflossing" if dutch else "Relief", request.relief_scheme),
        ("Veiligheid" if dutch else "Safety", request.circumstances),
        ("Logistiek" if dutch else "Logistics", request.logistics),
    ]
    return [f"{name}: {text}" for name, text in told if text] + [""]


def _type(book: Book, code: str, dutch: bool) -> str:
    known = book.types.get(code)
    return code if known is None else known.name_nl if dutch else known.name_en


def _moment(when: datetime | None, region: str, dutch: bool, *, end: bool = False) -> str:
    if when is None:
        if end:
            return "tot nader bericht" if dutch else "until further notice"
        return "direct" if dutch else "at once"
    told = f"{when.astimezone(AMSTERDAM):%d-%m %H:%M}"
    try:
        zone = ZoneInfo(places.region(region).time_zone)
    except KeyError:
        return told
    if zone == AMSTERDAM:
        return told
    return f"{told} NL ({when.astimezone(zone):%d-%m %H:%M} {region})"
