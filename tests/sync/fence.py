"""A hall whose hub has a clock that a test turns, and what can still be found of somebody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kcr2desk.core.changes import Changeset
from kcr2desk.core.repatriation.registering import Party
from kcr2desk.core.repatriation.registering import fresh as fresh_sheet
from kcr2desk.core.repatriation.registering_kept import kept
from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from kcr2desk.store import journal, pages
from kcr2desk.store.drafts import Draft
from kcr2desk.wire import decode
from tests.sync.conftest import Desks, add_people
from tests.sync.hall import add_hall

NAME = "Xanthippe"
FAMILY = "Zuylenburgh"
PASSPORT = "XQ7391846"
BSN = "123456782"
NO_BSN = "123456784"
PHONE = "+31655501234"
MEDICAL = "Tacrolimuskuur"
MARKERS = (NAME, FAMILY, PASSPORT, BSN, PHONE, MEDICAL)
KEY = b"k" * 32


@dataclass
class Clock:
    """The hub's own."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now


@dataclass
class Hall:
    """A hub with a clock, and who works in the hall."""

    hub: RunningHub
    clock: Clock
    desks: Desks

    def look(self) -> int:
        """What the hub does once an hour."""
        return self.hub.log.purge_expired(self.clock())


@contextmanager
def hall_at(folder: Path, dsn: str, clock: Clock, desks: Desks | None = None) -> Iterator[Hall]:
    """Serve a hub; desks of an earlier one go on with this one."""
    with running_hub(folder / "hub", dsn=dsn, now=clock) as hub:
        add_people(hub)
        add_hall(hub)
        made = desks or Desks(folder / "desks", hub.url)
        if desks is not None:
            yield Hall(hub, clock, desks)
        else:
            with made.stack:
                yield Hall(hub, clock, made)


def register(desk: Desk, stream: str, **fields: object) -> str:
    """Somebody of whom everything is said that tests look for; returns the person."""
    person = desk.save(
        "person", stream=stream, spoken_name=NAME, family_name=FAMILY, document_number=PASSPORT,
        bsn=BSN, phone=PHONE, outcome="registered", **fields,
    )  # fmt: skip
    desk.save("personneed", stream=stream, about=person, need="medicine", medical_note=MEDICAL)
    desk.save(
        "manifestline", stream=stream, about=stream.partition(":")[2], full_name=NAME,
        family_name=FAMILY, document_number=PASSPORT, phone=PHONE,
    )  # fmt: skip
    return person


def half_filled(desk: Desk, stream: str, person: str = "") -> Draft:
    """A registration that somebody was typing, of somebody new or of `person`."""
    sheet = fresh_sheet(person or desk.cache.new_id()).with_values(
        spoken_name=NAME, document_number=PASSPORT
    )
    draft = Draft(
        desk.cache.new_id(), "person", person, {"spoken_name": NAME} if person else {},
        kept(Party().joined(sheet), stream, FAMILY), 1,
    )  # fmt: skip
    desk.cache.keep_draft(draft)
    return draft


def found_in(desk: Desk, markers: tuple[str, ...] = MARKERS) -> set[str]:
    """Which markers stand in a cache: in any table, page of history, queued body or journal."""
    said = "\n".join(text for _, text in everything_in(desk)).casefold()
    return {marker for marker in markers if marker.casefold() in said}


def everything_in(desk: Desk) -> Iterator[tuple[str, str]]:
    """All that a cache says, with the place in which it does."""
    db = desk.cache.writer()
    for (table,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'report_%'"
    ).fetchall():
        for row in db.execute(f"SELECT * FROM {table}"):
            yield table, repr(row)
    for (body,) in db.execute("SELECT body FROM outbox").fetchall():
        yield "outbox body", repr(decode(Changeset, body))
    for (number,) in db.execute("SELECT n FROM entry_page").fetchall():
        for entry in pages.read(db, number):
            yield "page", repr(entry)
    yield from (("journal", text) for text in in_journal(desk))


def in_journal(desk: Desk) -> Iterator[str]:
    """What the journal beside the cache still holds, record by record."""
    told = journal.read(desk.cache.folder / journal.NAME, KEY)
    if told is not None:
        yield from (repr(each.changeset) for each in told.queued.values())
