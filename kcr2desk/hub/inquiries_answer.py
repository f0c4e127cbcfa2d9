"""Answering an inquiry through its link: looked at as often as one likes, answered once.

Nothing is written by looking: mail scanners open every link. "Seen" too is said with a button.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kcr2desk.core.access import Actor
from kcr2desk.core.answer import capacity_fields, inquiry_fields, line_fields
from kcr2desk.core.bijstand import BORN, Inquiry, capacity_id
from kcr2desk.core.changes import Change, Code, How, Outcome
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import derived_id
from kcr2desk.core.messages import AnswerLink
from kcr2desk.core.records import wire_values
from kcr2desk.core.text import Json
from kcr2desk.hub.answer_form import Read, Typed, read_answer
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.inquiries import (
    OPEN,
    PATH,
    Asked,
    LinkSigner,
    edit_of,
    inquiry_in,
    is_alive,
    load_asked,
    load_held,
    load_inquiry,
)
from kcr2desk.hub.inquiries_limit import knock
from kcr2desk.hub.log import HUB, HubLog
from kcr2desk.hub.problems import BUSY_PAUSE, RequestProblem, told_to_the_desk

HOW = "link"
ATTEMPTS = 3

State = Literal["dead", "open", "answered", "received", "seen"]


@dataclass(frozen=True, slots=True)
class Door:
    """What is behind a link. `asked` is None when it is dead; `read` is what was answered, as far
    as somebody did."""

    state: State
    asked: Asked | None = None
    read: Read | None = None


DEAD = Door("dead")


class Answers:
    """The answer links of a hub. Every method raises RequestProblem for what passes, and 429 for
    who knocks too often."""

    def __init__(
        self, database: Database, log: HubLog, signer: LinkSigner, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._log = log
        self._signer = signer
        self._now = now
        self._turn = threading.Lock()

    def link(self, id_: str, base: str, who: Actor) -> AnswerLink:
        """The link to an inquiry, for an officer of the room; who had it made is in the log.

        Raises RequestProblem 404 where there is no such inquiry, 409 `no_link` where it has no
        link that works.
        """
        with told_to_the_desk(), self._database.transaction() as connection:
            inquiry = load_inquiry(connection, id_)
        if inquiry is None or inquiry.removed:
            raise RequestProblem(404, "not_found")
        if not is_alive(inquiry, self._now()) or inquiry.status == "answered":
            raise RequestProblem(409, "no_link")
        assert inquiry.link_until is not None
        until = milliseconds(inquiry.link_until)
        # An entry that changes nothing: the history of the inquiry says who took out a link.
        noted = Change("inquiry", inquiry.id, How.EDIT, {"link_until": [until, until]})
        self._append(inquiry.stream, [noted], who, "")
        return AnswerLink(base.rstrip("/") + PATH + self._signer.token(inquiry), until)

    def look(self, token: str, address: str) -> Door:
        """What is behind a link; writes nothing."""
        self._knock(token, address)
        with told_to_the_desk(), self._database.transaction() as connection:
            return self._door(connection, token)

    def seen(self, token: str, address: str) -> Door:
        """Note that a person has read the question."""
        self._knock(token, address)
        with self._one_at_a_time(token) as connection:
            door = self._door(connection, token)
            if door.state != "open" or door.asked is None:
                return door
            inquiry = door.asked.inquiry
            if inquiry.status == "asked":
                told: dict[str, Json] = {"status": ["asked", "seen"]}
                seen = Change("inquiry", inquiry.id, How.EDIT, told)
                self._append(inquiry.stream, [seen], HUB, self._once("seen", inquiry))
        return Door("seen", door.asked)

    def answer(self, token: str, address: str, typed: Typed, *, send: bool) -> Door:
        """Take an answer, when nothing is wrong with it and `send`; two at once are taken once."""
        self._knock(token, address)
        with self._one_at_a_time(token) as connection:
            for _ in range(ATTEMPTS):
                door = self._door(connection, token)
                if door.state != "open" or door.asked is None:
                    return door
                read = read_answer(typed, door.asked)
                if read.faults or not send:
                    return Door("open", door.asked, read)
                inquiry = door.asked.inquiry
                changes = list(self._changes(connection, door.asked, read))
                outcome = self._append(inquiry.stream, changes, HUB, self._once("answer", inquiry))
                if outcome.code.in_log and "status" not in outcome.fields:
                    return Door("received", door.asked, read)
                # A desk changed the inquiry in between: look again whether it is still open.
        raise RequestProblem(503, "busy", retry_after=BUSY_PAUSE)

    # -- inside

    def _knock(self, token: str, address: str) -> None:
        with told_to_the_desk(), self._database.transaction() as connection:
            wait = knock(connection, address, inquiry_in(token), self._now())
        if wait:
            raise RequestProblem(429, "slow_down", retry_after=wait)

    def _door(self, connection: Connection, token: str) -> Door:
        asked = load_asked(connection, inquiry_in(token))
        fits = self._signer.is_for(token, None if asked is None else asked.inquiry)
        if asked is None or not fits or not is_alive(asked.inquiry, self._now()):
            return DEAD
        return Door("open" if asked.inquiry.status in OPEN else "answered", asked)

    @contextmanager
    def _one_at_a_time(self, token: str) -> Iterator[Connection]:
        """The only one that works on this inquiry's answer, of all hub processes.

        In this process one at a time holds a connection while it appends with another, so that
        answers never use up the pool for themselves.
        """
        with self._turn, told_to_the_desk(), self._database.transaction() as connection:
            connection.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
                (f"answer link {inquiry_in(token)}",),
            )
            yield connection

    def _changes(self, connection: Connection, asked: Asked, read: Read) -> Iterator[Change]:
        inquiry, now = asked.inquiry, self._now()
        yield Change(
            "inquiry",
            inquiry.id,
            How.EDIT,
            edit_of("inquiry", asked.held[inquiry.id], inquiry_fields(read.who, HOW, now)),
        )
        for id_, line in asked.lines.items():
            fields = line_fields(inquiry, line, read.lines[id_])
            if edit := edit_of("inquiryline", asked.held[id_], fields):
                yield Change("inquiryline", id_, How.EDIT, edit)
        if inquiry.kind == "inventory":
            yield from self._capacities(connection, asked, read, now)

    def _capacities(
        self, connection: Connection, asked: Asked, read: Read, now: datetime
    ) -> Iterator[Change]:
        """What the board then shows, for each line that was answered."""
        inquiry = asked.inquiry
        told: dict[str, dict[str, object]] = {}
        codes: dict[str, str] = {}
        for id_, line in asked.lines.items():
            fields = capacity_fields(read.lines[id_], read.who, HOW, now)
            if fields:
                there = capacity_id(inquiry.stream, inquiry.owner, line.resource)
                told.setdefault(there, {}).update(fields)
                codes[there] = line.resource
        held = load_held(connection, "capacity", sorted(told))
        for there, fields in told.items():
            if there in held:
                edit = edit_of("capacity", held[there], {**fields, "removed": False})
                yield Change("capacity", there, How.EDIT, edit)
            else:
                whose = {"owner": inquiry.owner, "resource": codes[there], "source": inquiry.owner}
                new = wire_values("capacity", {**whose, **fields})
                yield Change("capacity", there, How.NEW, new)

    def _append(self, stream: str, changes: list[Change], actor: Actor, id_: str) -> Outcome:
        outcome = self._log.append_own(stream, changes, actor, id=id_)
        if outcome.code is Code.QUARANTINED:
            raise RequestProblem(503, "busy", retry_after=BUSY_PAUSE)
        return outcome

    @staticmethod
    def _once(what: str, inquiry: Inquiry) -> str:
        """The id of the changeset, the same for whoever saw the same inquiry: it is appended once
        even by two hubs, and again when the room has opened the inquiry anew."""
        return derived_id(BORN, "link", what, inquiry.id, str(inquiry.revision))
