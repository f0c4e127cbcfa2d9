"""Saving a request with its lines as one changeset, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kcr2desk.core import places
from kcr2desk.core.bijstand import RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.fields import FieldError, milliseconds, moment, to_wire
from kcr2desk.core.records import RECORD_TYPES, Report
from kcr2desk.core.text import Json
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.request_note import Noted, of_quantities
from kcr2desk.desk.bijstand.request_state import (
    FIELDS,
    LINE,
    LINE_FIELDS,
    REQUEST,
    LineTyped,
    Typed,
    blank_line,
    creation,
    editing,
    is_empty,
    line_shown,
    with_values,
)
from kcr2desk.desk.parts.chips import quantity_name
from kcr2desk.desk.parts.form_merge import changed
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft
from kcr2desk.store.errors import DiskFull
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

translate = QCoreApplication.translate


class Saver(QObject):
    """Saves in the work thread, one request at a time."""

    done = Signal(str, str)
    """Id and number of a request that is safe on this workstation."""

    failed = Signal(object)
    """An exception: nothing was saved."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        stream: str,
        me: Identity,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._cache, self._work, self._stream, self._me, self._now = cache, work, stream, me, now
        self.busy = False

    def save(
        self,
        typed: Typed,
        draft: str,
        request: str,
        shown: Mapping[str, Json],
        audience: Sequence[str],
    ) -> None:
        """Save a new request, or what was changed in `request`, whose form showed `shown`."""
        cache, stream, me = self._cache, self._stream, self._me
        now = milliseconds(self._now())
        by = me.display_name or me.account

        def call() -> tuple[str, str]:
            made = request or cache.new_id()
            if request:
                changes = editing(typed, request, shown, audience)
            else:
                changes = creation(typed, made, me, now, by)
            cache.save(stream, changes, draft=draft)
            values = cache.values(REQUEST, made) or {}
            return made, str(values.get("number") or "")

        self.busy = True
        self._work.do(call, self._tell, owner=self, failed=self._tell)

    def _tell(self, what: tuple[str, str] | Exception) -> None:
        self.busy = False
        if isinstance(what, Exception):
            self.failed.emit(what)
        else:
            self.done.emit(*what)


Opened = tuple[dict[str, Json] | None, list[tuple[str, dict[str, Json]]], tuple[Draft, ...]]
"""Wire values of a request, those of its lines by id and in order, and the drafts of requests."""


def read_opened(cache: Cache, request: str) -> Opened:
    """All that the form of a request that is there begins with. In the work thread."""
    lines: list[tuple[str, dict[str, Json]]] = []
    for line in cache.all(LINE, about=request):
        found = cache.values(LINE, line.id)
        if found is not None:
            lines.append((line.id, found))
    lines.sort(key=lambda each: (int(str(each[1].get("order") or 0)), each[0]))
    return cache.values(REQUEST, request), lines, cache.drafts(REQUEST)


def nothing_to_keep(typed: Typed, record: str, shown: Mapping[str, Json]) -> bool:
    """Whether a draft of this would say nothing."""
    if not record:
        return is_empty(typed)
    if typed.unread or typed.gone or typed.note.strip() or changed(FIELDS, shown, typed.values):
        return False
    lines = typed.wanted()
    return all(
        line.shown is not None
        and not line.unread
        and not changed(LINE_FIELDS, line.shown, line.values)
        and line.shown.get("order") == order
        for order, line in enumerate(lines)
    )


def hindrance(typed: Typed) -> tuple[str, str, str]:
    """Field and line that have to be mended first, and why; three empty texts for none.

    A request can be taken with a region and one line; all else may follow.
    """
    for name, text in typed.unread.items():
        return name, "", _unreadable(words.field(name), text)
    for line in typed.wanted():
        for name, text in line.unread.items():
            return name, line.id, _unreadable(words.field(name), text)
        if not line.values["resource"]:
            return "resource", line.id, translate("Requests", "Say what is asked on this line.")
        least, quantity = line.values["least"], line.values["quantity"]
        if isinstance(least, int) and isinstance(quantity, int) and least > quantity:
            why = translate("Requests", "At least {least} of {n} cannot be: it is more.")
            return "least", line.id, why.format(least=least, n=quantity)
        start = line.values["from_at"] or typed.values["from_at"]
        end = line.values["until_at"] or typed.values["until_at"]
        if isinstance(start, int) and isinstance(end, int) and end <= start:
            field = "until_at" if line.values["until_at"] else ""
            why = translate("Requests", "The end lies before the start.")
            return (field, line.id, why) if field else ("until_at", "", why)
    if not typed.region:
        return "region", "", translate("Requests", "Say which region asks.")
    if not typed.wanted():
        return "lines", "", translate("Requests", "Say what is asked: one line is enough.")
    if not typed.title.strip():
        return "title", "", translate("Requests", "A few words are needed as a title.")
    return "", "", ""


def _unreadable(field: str, text: str) -> str:
    said = translate("Requests", "{field} cannot be read as a time: {typed}.")
    return said.format(field=field[:1].upper() + field[1:], typed=f"“{text}”")


def of_request(shown: Mapping[str, Json], lines: Sequence[tuple[str, Mapping[str, Json]]]) -> Typed:
    """The form of a request that is there, from wire values of it and of its lines by id."""
    rows = tuple(
        LineTyped(line, {name: there[name] for name in LINE_FIELDS}, there)
        for line, there in ((line, line_shown(values)) for line, values in lines)
    )
    return Typed(values=shown, lines=rows, own_title=True)


def of_report(typed: Typed, report: Report, book: Book, new_id: Callable[[], str]) -> Typed:
    """A form filled from an incoming report; the report stays linked to it.

    What was counted becomes lines; what names no kind of help stays in the description.
    """
    found, rest = of_quantities(report.quantities, book.types)
    text = report.text or report.title
    if rest:
        also = translate("Requests", "Also counted: {what}.")
        text += "\n\n" + also.format(what=", ".join(quantity_name(each) for each in rest))
    towns: list[Json] = [report.municipality] if report.municipality else []
    received = report.received_at
    filled = with_values(
        typed,
        title=report.title,
        region=report.region or _region_of(report.municipality),
        municipalities=towns,
        report_to=report.place,
        requester=report.caller or report.informant,
        callback=report.callback,
        channel=report.channel if report.channel in words.CHANNELS else "",
        received_at=None if received is None else milliseconds(received),
        incident=report.incident,
        report=report.id,
        grip=report.grip,
        priority="1" if report.urgent else str(typed.values["priority"]),
        description=text[:20_000],
    )
    lines = tuple(
        LineTyped(
            new_id(),
            {**blank_line(), "resource": each.resource, "quantity": each.quantity},
        )
        for each in found
    )
    return Typed(values=filled.values, lines=lines, own_title=bool(report.title))


def _region_of(municipality: str) -> str:
    try:
        return places.region_of(municipality) if municipality else ""
    except KeyError:
        return ""


def lies_in(municipality: str, region: str) -> bool:
    """Whether a municipality lies in a region; of a request whose region is not said, any may."""
    return not region or _region_of(municipality) == region


def wire_line(record: RequestLine) -> dict[str, Json]:
    """What a form shows of a line, from its record."""
    specs = RECORD_TYPES[LINE].fields
    values = {n: to_wire(specs[n], getattr(record, n)) for n in (*LINE_FIELDS, "order")}
    return line_shown(values)


# -- words -----------------------------------------------------------------------------------------


def told(said: Noted, book: Book, now: datetime) -> str:
    """What was taken out of a note, for the officer to see that it was understood."""
    parts = [f"{w.quantity} {words.resource(book, w.resource)}" for w in said.lines]
    if said.from_at is not None:
        time = texts.moment(said.from_at, now)
        parts.append(translate("Requests", "from {time}").format(time=time))
    if said.until_at is not None:
        time = texts.moment(said.until_at, now)
        parts.append(translate("Requests", "until {time}").format(time=time))
    parts += [part for part in (said.place, said.caller, said.callback) if part]
    return translate("Requests", "Taken: {what}").format(what=", ".join(parts))


def draft_of(draft: Draft, now: datetime) -> str:
    """A draft was taken up again."""
    said = translate("Requests", "Draft of {time}")
    return said.format(time=texts.moment(moment(draft.kept_at), now))


def kept_at(when: datetime) -> str:
    """The draft is safe on this workstation."""
    return translate("Requests", "Draft kept {time}").format(time=texts.clock_exact(when))


def failure(error: Exception) -> str:
    """What went wrong while saving, what is safe and what to do, as sentences."""
    if isinstance(error, FieldError):
        field = words.field(error.field)
        if error.code == "too_long":
            return translate("Requests", "Too long: {field}. Shorten it, then save again.").format(
                field=field
            )
        return translate("Requests", "This does not fit: {field} ({code}). Change it.").format(
            field=field, code=error.code
        )
    if isinstance(error, DiskFull):
        return translate(
            "Requests",
            "The disk of this workstation is full: nothing was saved. Make room, then save again.",
        )
    return translate(
        "Requests",
        "It was not saved ({what}). What you typed stands here; try again, or copy it.",
    ).format(what=type(error).__name__)
