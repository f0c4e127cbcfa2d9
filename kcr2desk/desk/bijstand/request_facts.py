"""The facts of a request as a person reads them: what was said, and nothing that was not."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.core.book import Book
from kcr2desk.core.fields import to_wire
from kcr2desk.core.gate import name_of
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.request_state import REQUEST

translate = words.translate
_SHOWN: Final = (
    "municipalities", "report_to", "report_to_position", "route", "contact_on_site", "talk_group",
    "grip", "description", "task", "circumstances", "authority", "authority_role", "basis",
    "mandate", "own_means", "neighbours_asked", "relief_scheme", "logistics", "costs",
)  # fmt: skip


def facts(book: Book, request: AssistanceRequest, now: datetime) -> list[kit.Fact]:
    """Who asked when, when it is needed, and every other field on which something was said."""
    made = [kit.Fact(_name("requester"), _asker(request)), kit.Fact(_name("received_at"),
            _received(request, now)), kit.Fact(translate("Requests", "Needed"),
            _needed(request, now))]  # fmt: skip
    specs = RECORD_TYPES[REQUEST].fields
    for name in _SHOWN:
        held = to_wire(specs[name], getattr(request, name))
        if held not in ("", None, []):
            said = words.value(book, name, held, now, request.region)
            made.append(kit.Fact(_name(name), said))
    if request.status_reason:
        made.append(kit.Fact(_name("status_reason"), request.status_reason))
    return [fact for fact in made if fact.value]


def _name(field: str) -> str:
    name = words.field(field)
    return name[:1].upper() + name[1:]


def _asker(request: AssistanceRequest) -> str:
    role = f" ({request.requester_role})" if request.requester_role else ""
    who = f"{request.requester}{role}" if request.requester else ""
    region = name_of(request.region) if request.region else ""
    return " · ".join(part for part in (who.strip(), request.callback, region) if part)


def _received(request: AssistanceRequest, now: datetime) -> str:
    if request.received_at is None:
        return ""
    at = texts.moment(request.received_at, now)
    if request.region in texts.ISLANDS:
        at = f"{at} · {texts.island_clock(request.received_at)}"
    by = request.received_by
    how = words.channel(request.channel)
    return " · ".join(part for part in (at, how, by) if part)


def _needed(request: AssistanceRequest, now: datetime) -> str:
    start, end = request.from_at, request.until_at
    if start is None and end is None:
        return translate("Requests", "at once, until further notice")
    first = translate("Requests", "at once") if start is None else texts.moment(start, now)
    last = texts.moment(end, now) if end else translate("Requests", "until further notice")
    said = f"{first} – {last}"
    if request.region in texts.ISLANDS and (end or start) is not None:
        at = end or start
        said += f" · {texts.island_clock(at)}" if at is not None else ""
    return said
