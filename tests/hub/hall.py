"""Operations for the hub's tests: what begins one, and what is written in it."""

from __future__ import annotations

from typing import Any

from kcr2desk.core.changes import Change, How, Outcome
from kcr2desk.core.grants import member_id
from kcr2desk.core.repatriation.operation import stream_of
from kcr2desk.core.text import Json
from kcr2desk.hub.running import RunningHub
from tests.hub.line import PASSWORD, Caller, new_id

SAID = {
    "title": "Beiroet",
    "purpose": "Opvang",
    "legal_ground": "AVG",
    "bsn_ground": "Wabb",
}


def add_hall(hub: RunningHub) -> None:
    for name, role in (
        ("hal", "hall_lead"),
        ("anna", "registrar"),
        ("dokter", "registrar"),
        ("controle", "auditor"),
    ):
        hub.add_user(name, PASSWORD, role)


def new(type_name: str, record: str = "", **fields: Json) -> Change:
    return Change(type_name, record or new_id(), How.NEW, fields)


def letting_in(operation: str, account: str, role: str = "registrar") -> Change:
    fields = {"about": operation, "account": account, "role": role}
    return new("member", member_id(operation, account), **fields)


def beginning(operation: str, account: str) -> tuple[Change, Change]:
    return new("operation", operation, **SAID), letting_in(operation, account, "lead")


def sent(who: Caller, stream: str, *changes: Change) -> Outcome:
    """What becomes of one changeset."""
    return who.push(who.changeset(*changes, stream=stream)).outcomes[0]


def code(outcome: Outcome) -> str:
    return outcome.reason or outcome.code.value


def opened(lead: Caller, **members: str) -> str:
    """An operation of this lead's with these members; returns its stream."""
    operation = new_id()
    stream = stream_of(operation)
    assert code(sent(lead, stream, *beginning(operation, lead.name))) == "applied"
    for account, role in members.items():
        assert code(sent(lead, stream, letting_in(operation, account, role))) == "applied"
    return stream


def a_person(who: Caller, stream: str, **fields: Any) -> str:
    made = new("person", spoken_name="Samira", **fields)
    assert code(sent(who, stream, made)) == "applied"
    return made.id
