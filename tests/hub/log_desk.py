"""Desks that push straight into a `HubLog`, without HTTP and without a cache."""

from __future__ import annotations

import itertools
import random
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from kcr2desk import signing, wire
from kcr2desk.core.append import Offered
from kcr2desk.core.chain import (
    GENESIS,
    asked_root,
    device_link,
    entry_hash,
    push_bytes,
    redacted_hash,
)
from kcr2desk.core.changes import Change, Changeset, Checkpoint, Entry, How, Outcome, Redacted
from kcr2desk.core.ids import id_maker
from kcr2desk.core.messages import PROTOCOL, PushAnswer, PushItem, PushRequest
from kcr2desk.core.records import SCHEMA
from kcr2desk.core.text import Json
from kcr2desk.hub.accounts import add_account, enrol_device, find_account
from kcr2desk.hub.database import Database
from kcr2desk.hub.keys import HubKey
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.push import Appending
from kcr2desk.hub.sessions import Principal

new_id = id_maker(lambda: time.time_ns() // 1_000_000, random.Random())
KEY = HubKey(UUID(int=7), bytes(range(32)))
NOW = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
STREAMS = ("national", "reference", "test")


def open_log(
    database: Database,
    *,
    folder: Path | None = None,
    now: Callable[[], datetime] = lambda: NOW,
    key: HubKey = KEY,
) -> HubLog:
    """The log of a hub over this database, ready to serve."""
    file = None if folder is None else folder / "checkpoints.json"
    log = HubLog(database, key, now=now, new_id=new_id, checkpoints_file=file)
    log.start_check()
    return log


def report(record: str = "", **fields: Json) -> Change:
    """A new report."""
    return Change("report", record or new_id(), How.NEW, {"title": "Brand", **fields})


def edit(record: str, type_name: str = "report", **fields: Json) -> Change:
    return Change(type_name, record, How.EDIT, fields)


@dataclass
class LogDesk:
    """An officer at a workstation that is enrolled in this hub's database."""

    log: HubLog
    name: str = "jan"
    role: str = "duty_officer"
    organisation: str = "KCR2"
    device: str = field(default_factory=new_id)
    key: str = field(default_factory=signing.new_key)
    admitted: bool = True
    chain: str = GENESIS
    numbers: Any = field(default_factory=lambda: itertools.count(1))
    epoch: str = ""
    checkpoints: tuple[Checkpoint, ...] = ()

    def __post_init__(self) -> None:
        self.enrol()
        self.epoch = self.log.epoch

    def enrol(self) -> None:
        """Add account and workstation, where the database does not have them."""
        with self.log.database.transaction() as connection:
            account = find_account(connection, self.name) or add_account(
                connection, id=new_id(), name=self.name, role=self.role, password_hash="x", now=NOW,
                organisation=self.organisation,
            )  # fmt: skip
            enrol_device(
                connection, id=self.device, public_key=bytes.fromhex(signing.public_key(self.key)),
                name="desk", account=account.id, admit=self.admitted, now=NOW,
            )  # fmt: skip

    @property
    def principal(self) -> Principal:
        return Principal(
            new_id(), self.name, self.name, self.role, "", self.organisation, self.device, 1,
            self.admitted, new_id(), NOW + timedelta(minutes=10),
        )  # fmt: skip

    def changeset(self, *changes: Change, stream: str = "national", **more: Any) -> Changeset:
        return Changeset(
            new_id(), self.device, next(self.numbers), self.name, stream, 1_795_480_000_000, SCHEMA,
            secrets.token_hex(16), changes, **more,
        )  # fmt: skip

    def items(self, changesets: Sequence[Changeset]) -> tuple[PushItem, ...]:
        """Put changesets at the end of the device's chain."""
        items = []
        for changeset in changesets:
            items.append(PushItem(changeset, self.chain))
            self.chain = device_link(self.chain, asked_root(changeset))
        return tuple(items)

    def request(self, *changesets: Changeset) -> PushRequest:
        return self.signed(self.items(changesets))

    def signed(self, items: tuple[PushItem, ...]) -> PushRequest:
        """A push of these items, as they would be read from the line."""
        end = items[-1].previous
        end = device_link(end, asked_root(items[-1].changeset))
        request = PushRequest(
            PROTOCOL, SCHEMA, self.device, self.epoch, self.checkpoints, items, end,
            signing.sign(self.key, push_bytes(self.device, end)),
        )  # fmt: skip
        return wire.decode(PushRequest, wire.encode(request))

    def push(self, *changesets: Changeset) -> PushAnswer:
        return self.send(self.request(*changesets))

    def send(self, request: PushRequest) -> PushAnswer:
        """Push; the desk keeps the checkpoints of the answer."""
        answer = self.log.push(request, self.principal)
        self.epoch, self.checkpoints = answer.epoch, answer.checkpoints
        return answer

    def does(self, *changes: Change, stream: str = "national", **more: Any) -> Outcome:
        """Push one changeset of these changes."""
        return self.push(self.changeset(*changes, stream=stream, **more)).outcomes[0]

    def moved_to(self, log: HubLog) -> LogDesk:
        """The same workstation at a hub that was restored."""
        moved = replace(self, log=log, epoch=log.epoch)
        moved.chain, moved.numbers = self.chain, self.numbers
        moved.epoch, moved.checkpoints = self.epoch, self.checkpoints
        return moved


def appending(desk: LogDesk, items: Sequence[PushItem], epoch: str = "") -> Appending:
    """What a push asks for, past the checks of the request."""
    offers = tuple(Offered(i.changeset, i.previous, desk.principal.actor) for i in items)
    return Appending(offers, epoch)


def values(log: HubLog, record: str) -> dict[str, Json] | None:
    """What is filled in of a record, as the database has it."""
    with log.database.transaction() as connection:
        row = connection.execute('SELECT "values" FROM record WHERE id = %s', (record,)).fetchone()
    return None if row is None else wire.decode(dict[str, Json], row[0].encode())


def entries(log: HubLog, stream: str = "national") -> list[Entry | Redacted]:
    """The whole log of a stream, checked: no gap, every hash, the head."""
    with log.database.transaction() as connection:
        rows = connection.execute(
            "SELECT seq, hash, body, purged FROM entry WHERE stream = %s ORDER BY seq", (stream,)
        ).fetchall()
        head = connection.execute(
            "SELECT head_seq, head_hash FROM stream WHERE name = %s", (stream,)
        ).fetchone()
    told: list[Entry | Redacted] = []
    last = GENESIS
    for place, (seq, hash_, body, purged) in enumerate(rows, start=1):
        assert seq == place
        if purged:
            cut = wire.decode(Redacted, body)
            last = redacted_hash(last, cut)
            told.append(cut)
        else:
            whole = wire.decode(Entry, body)
            last = entry_hash(last, whole)
            told.append(whole)
        assert last == hash_
    assert head == (len(rows), last)
    return told


def logged(log: HubLog, stream: str = "national") -> list[str]:
    """The changesets in the log, in order."""
    with log.database.transaction() as connection:
        rows = connection.execute(
            "SELECT changeset FROM entry WHERE stream = %s ORDER BY seq", (stream,)
        )
        return [row[0] for row in rows]


def kept(log: HubLog, stream: str = "national") -> list[Entry]:
    """Entries as a desk keeps them that pulled all."""
    return [entry for entry in entries(log, stream) if isinstance(entry, Entry)]
