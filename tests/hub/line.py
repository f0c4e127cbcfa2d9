"""A desk's side of the line for the hub's tests: real HTTP, core's messages, no cache."""

from __future__ import annotations

import gzip
import itertools
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from kcr2desk import signing, wire
from kcr2desk.core.chain import GENESIS, asked_root, device_link, push_bytes
from kcr2desk.core.changes import Change, Changeset, Checkpoint, Cursor, How
from kcr2desk.core.ids import id_maker
from kcr2desk.core.messages import (
    PROTOCOL,
    Pulled,
    PullRequest,
    PushAnswer,
    PushItem,
    PushRequest,
    Session,
    SignIn,
    SnapshotPage,
    SnapshotRequest,
)
from kcr2desk.core.records import SCHEMA

new_id = id_maker(lambda: time.time_ns() // 1_000_000, random.Random())
PASSWORD = "vier woorden zijn genoeg"


@dataclass
class Caller:
    """Somebody signed in at a workstation of their own."""

    url: str
    name: str
    device: str = field(default_factory=new_id)
    key: str = field(default_factory=signing.new_key)
    chain: str = GENESIS
    session: Session | None = None
    http: requests.Session = field(default_factory=requests.Session)
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    def sign_in(self, password: str = PASSWORD) -> Caller:
        asked = SignIn(self.name, password, self.device, signing.public_key(self.key), "desk")
        answer = self.http.post(self.url + "/v1/session", data=wire.encode(asked))
        assert answer.status_code == 200, answer.text
        self.session = wire.decode(Session, answer.content)
        return self

    @property
    def headers(self) -> dict[str, str]:
        assert self.session is not None
        return {"Authorization": f"Bearer {self.session.access}"}

    def ask(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        headers = {**self.headers, **more.pop("headers", {})}
        return self.http.request(method, self.url + path, data=body, headers=headers, **more)

    # -- push

    def changeset(self, *changes: Change, stream: str = "national", **more: Any) -> Changeset:
        return Changeset(
            new_id(), self.device, next(self.numbers), self.name, stream,
            time.time_ns() // 1_000_000, SCHEMA, "00" * 16, changes, **more,
        )  # fmt: skip

    def push_request(
        self, *changesets: Changeset, epoch: str, checkpoints: tuple[Checkpoint, ...] = ()
    ) -> PushRequest:
        items = []
        for changeset in changesets:
            items.append(PushItem(changeset, self.chain))
            self.chain = device_link(self.chain, asked_root(changeset))
        signature = signing.sign(self.key, push_bytes(self.device, self.chain))
        return PushRequest(
            PROTOCOL, SCHEMA, self.device, epoch, checkpoints, tuple(items), self.chain, signature
        )

    def push(self, *changesets: Changeset, epoch: str = "") -> PushAnswer:
        request = self.push_request(*changesets, epoch=epoch or self.epoch())
        body = gzip.compress(wire.encode(request))
        answer = self.ask("POST", "/v1/push", body, headers={"Content-Encoding": "gzip"})
        assert answer.status_code == 200, answer.text
        return wire.decode(PushAnswer, answer.content)

    def report(self, **fields: Any) -> str:
        """Push a new report; returns its id."""
        record = new_id()
        stream = fields.pop("stream", "national")
        change = Change("report", record, How.NEW, {"title": "Melding", **fields})
        (outcome,) = self.push(self.changeset(change, stream=stream)).outcomes
        assert outcome.code == "applied", outcome
        return record

    def edit(self, record: str, type_name: str = "report", **fields: Any) -> Any:
        """Push an edit; `fields` hold what changes carry: [was, now] or {"add", "take"}."""
        (outcome,) = self.push(self.changeset(Change(type_name, record, How.EDIT, fields))).outcomes
        return outcome

    def epoch(self) -> str:
        return str(requests.get(self.url + "/v1/health").json()["epoch"])

    # -- pull

    def pull_request(self, cursors: Mapping[str, Cursor], **more: Any) -> PullRequest:
        told = {"wait": 0.0, "limit": 500, "epoch": "", "checkpoints": (), "grants": {}, **more}
        told["epoch"] = told["epoch"] or self.epoch()
        return PullRequest(PROTOCOL, SCHEMA, self.device, cursors=cursors, **told)

    def pull(self, cursors: Mapping[str, Cursor] | None = None, **more: Any) -> Pulled:
        at = {"national": Cursor()} if cursors is None else cursors
        answer = self.ask("POST", "/v1/pull", wire.encode(self.pull_request(at, **more)))
        assert answer.status_code == 200, answer.text
        return wire.read_pulled(answer.content)

    def snapshot(
        self, stream: str = "national", type: str = "", after: str = "", limit: int = 500
    ) -> SnapshotPage:
        request = SnapshotRequest(
            PROTOCOL, SCHEMA, self.device, self.epoch(), (), stream, type, after, limit
        )
        answer = self.ask("POST", f"/v1/snapshot/{stream}", wire.encode(request))
        assert answer.status_code == 200, answer.text
        return wire.read_snapshot(answer.content)

    def close(self) -> None:
        self.http.close()
