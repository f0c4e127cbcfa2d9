"""One message being taken in: the changes that it makes, and sentences about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import Kind, to_wire
from kcr2desk.core.making import making
from kcr2desk.core.merge import edit
from kcr2desk.core.record import Record
from kcr2desk.core.records import RECORD_TYPES, blank_values, type_name, wire_values
from kcr2desk.core.text import Json
from kcr2desk.exchange.edxl_rm import values
from kcr2desk.exchange.edxl_rm.model import Contact, Message, ResourceInformation, Schedule
from kcr2desk.exchange.edxl_rm.reading import Received
from kcr2desk.exchange.problems import Problem, Refused

QUOTED = 40
"""Characters of a text by which a sentence names it, for names of fields are in one language."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a message brings: one changeset for `stream` (empty: nothing changes), and sentences
    (`exchange.problems.sentence`) about what was done and what a person has to look at.

    `problems` say why nothing was taken over; then there are no changes.
    """

    stream: str
    changes: tuple[Change, ...] = ()
    told: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


class Taking:
    """The changes and sentences of one message, as they come about."""

    def __init__(
        self, book: Book, received: Received, stream: str, *, now: datetime, by: str, owner: str
    ) -> None:
        self.book = book
        self.message: Message = received.message
        self.stream = stream
        self.now = now
        self.by = by
        self.id = values.text(self.message.id)
        self.changes: list[Change] = []
        self.told: list[Problem] = []
        self._owner = owner
        self._sender = received.sender
        self._file, self._line = received.file, received.line
        self._seen: dict[tuple[str, str], dict[str, Json]] = {}
        self.sent = self.time(self.message.sent, "SentDateTime")

    # -- sentences ---------------------------------------------------------------------------------

    def say(self, code: str, detail: str = "") -> None:
        """Tell something, once."""
        problem = Problem(self._file, self._line, code, detail)
        if problem not in self.told:
            self.told.append(problem)

    def refuse(self, code: str, detail: str = "") -> Refused:
        """Why nothing can be taken over; to be raised."""
        return Refused(Problem(self._file, self._line, code, detail))

    # -- values ------------------------------------------------------------------------------------

    def time(self, written: str | None, name: str) -> datetime | None:
        """A moment; one that cannot be read is told and left out."""
        moment, code = values.time(written)
        if code:
            self.say(code, name)
        return moment

    def schedule(self, info: ResourceInformation, *types: str) -> Schedule | None:
        """The first schedule of the first of these types that is there."""
        for wanted in types:
            for each in info.schedules:
                if values.text(each.type) == wanted:
                    return each
        return None

    def at(self, info: ResourceInformation, *types: str) -> datetime | None:
        """The moment of the first of these types of schedule that has one."""
        for wanted in types:
            for each in info.schedules:
                if values.text(each.type) == wanted and values.text(each.at):
                    return self.time(each.at, wanted)
        return None

    def period(
        self, start: datetime | None, end: datetime | None, what: str
    ) -> tuple[datetime | None, datetime | None]:
        """A start and an end that fit together; an end before the start is told and left out."""
        if start is not None and end is not None and end <= start:
            self.say("rm-period", what)
            return start, None
        return start, end

    def contact(self, *roles: str) -> Contact | None:
        """The first contact with the first of these roles that somebody has."""
        for role in roles:
            for each in self.message.contacts:
                if values.text(each.role) == role:
                    return each
        return None

    def owner_of(self, info: ResourceInformation) -> str:
        """Whose a resource or an answer is. Raises Refused where that cannot be told."""
        if self._owner:
            return self._owner
        told: list[str | None] = []
        if info.resource is not None and info.resource.ownership is not None:
            whose = info.resource.ownership
            told += [whose.owner, whose.jurisdiction, whose.home_dispatch, whose.home_unit]
        for role in ("Owner", "RespondingOrg", "Sender"):
            told += [values.who(c) for c in self.message.contacts if values.text(c.role) == role]
        told.append(self._sender)
        code = values.owner_of(self.book, told)
        if not code:
            raise self.refuse(
                "rm-no-owner", next((t for each in told if (t := values.text(each))), "")
            )
        return code

    # -- changes -----------------------------------------------------------------------------------

    def new(self, name: str, record: str, fields: dict[str, Any]) -> None:
        """Make a record; texts that are too long are cut, and that is told."""
        made = making(name, record, self._fit(name, fields))
        self._seen[name, record] = {**blank_values(name), **made.fields}
        self.changes.append(made)

    def edit(self, record: Record, fields: dict[str, Any]) -> bool:
        """Change fields of a record where they differ; whether any did."""
        name = type_name(record)
        specs = RECORD_TYPES[name].fields
        now = self._seen.setdefault(
            (name, record.id), {n: to_wire(s, getattr(record, n)) for n, s in specs.items()}
        )
        return self._edit(name, record.id, now, fields)

    def edit_made(self, name: str, record: str, fields: dict[str, Any]) -> bool:
        """As `edit`, of a record that this message made or changed. Raises KeyError."""
        return self._edit(name, record, self._seen[name, record], fields)

    def _edit(self, name: str, record: str, now: dict[str, Json], fields: dict[str, Any]) -> bool:
        wanted = wire_values(name, self._fit(name, fields))
        asked = edit(name, now, wanted)
        now |= wanted
        if asked:
            self.changes.append(Change(name, record, How.EDIT, asked))
        return bool(asked)

    def _fit(self, name: str, fields: dict[str, Any]) -> dict[str, Any]:
        specs = RECORD_TYPES[name].fields
        fitted = dict(fields)
        for field, value in fields.items():
            if specs[field].kind is Kind.TEXT and len(value) > specs[field].longest:
                self.say("rm-cut", values.text(value, QUOTED))
                fitted[field] = values.text(value, specs[field].longest)
        return fitted
