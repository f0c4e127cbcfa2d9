"""Who was let into an operation: its member records, read from its own stream (decision 0011).

There is no list of grants beside the log. An operation is born with its first lead; whoever is let
in or out after that is so by a change of a record, made on any desk, offline too, and it comes back
with the log after a restore.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kcr2desk.core.access import MACHINES, MAY_OPEN, MEMBER_ROLES, Actor, is_operation, stream_kind
from kcr2desk.core.changes import Change, Changeset, How
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import blank_values
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.core.repatriation.people import BORN, line_id
from kcr2desk.core.text import Json, name_key

Values = Mapping[str, Json]
Members = Mapping[str, Values]
"""The member records of one operation by id, removed ones too."""

LEAD = "lead"
FIXED = frozenset({"about", "account"})
"""What says whose membership a record is: it is its id too, and never changes."""


def member_id(operation: str, account: str) -> str:
    """The id of somebody's membership, the same at every desk that makes it."""
    return derived_id(BORN, "member", operation, name_key(account))


def roles_in(members: Members) -> dict[str, str]:
    """The role of everybody who is let in, by the key of their name; where two records let
    somebody in, by the newer one."""
    return {
        name_key(str(values.get("account"))): str(values["role"])
        for _, values in sorted(members.items())
        if values.get("removed") is not True and values.get("role") in MEMBER_ROLES
    }


def let_in(actor: Actor, members: Mapping[str, Members]) -> Actor:
    """The actor with those of these operations, by stream, that it is a member of."""
    if actor.role in MACHINES:
        return replace(actor, operations={})
    key = name_key(actor.name)
    found = {stream: roles_in(records).get(key) for stream, records in members.items()}
    return replace(actor, operations={s: role for s, role in found.items() if role is not None})


def is_birth(changeset: Changeset) -> bool:
    """Whether this is how an operation begins, and nothing else: its own record, and its maker as
    its lead."""
    operation = operation_of(changeset.stream)
    if not operation or len(changeset.changes) != 2:
        return False
    by_type = {change.type: change for change in changeset.changes}
    born, maker = by_type.get("operation"), by_type.get("member")
    if born is None or maker is None or {born.how, maker.how} != {How.NEW}:
        return False
    told = {**blank_values("member"), **maker.fields}
    return (
        born.id == operation
        and born.fields.get("removed") is not True
        and (told["role"], told["removed"]) == (LEAD, False)
        and isinstance(told["account"], str)
        and name_key(told["account"]) == name_key(changeset.actor)
    )


def may_begin(changeset: Changeset, actor: Actor) -> bool:
    """Whether an actor may begin an operation by this changeset."""
    return actor.role in MAY_OPEN and is_birth(changeset)


def is_led(members: Members) -> bool:
    """Whether somebody leads the operation."""
    return LEAD in roles_in(members).values()


def unfit(stream: str, change: Change, author: str, *, purged: bool) -> tuple[str, str]:
    """The code and field of what no author may send to a fenced stream, or two blanks.

    What somebody saw is only added, in one's own name. Where the id of a new record can be counted
    from what it says, it is counted for this operation: else who knows how could ask another one
    after a name or a passport, by making the same id in one's own. A line that was `purged` no
    longer says what its id was counted from.
    """
    if stream_kind(stream) == "audit":
        if change.how is not How.NEW:
            return "not_allowed", ""
        return ("", "") if change.fields.get("by") == author else ("not_your_field", "by")
    if not is_operation(stream):
        return "", ""
    operation, fields = operation_of(stream), change.fields
    if change.type == "member" and change.how is not How.NEW:
        fixed = next((n for n in sorted(FIXED & fields.keys()) if _moves(fields[n])), "")
        return ("fixed_field", fixed) if fixed else ("", "")
    if change.how is not How.NEW:
        return "", ""
    told = {**blank_values(change.type), **fields}
    right = change.id
    if change.type == "operation":
        right = operation
    elif change.type == "member" and is_derived(change.id):
        right = member_id(operation, str(told["account"]))
    elif change.type == "manifestline" and is_derived(change.id) and not purged:
        right = line_id(operation, str(told["list"]), str(told["key"]))
    if right != change.id or (change.type == "member" and told["about"] != operation):
        return "malformed", ""
    return "", ""


def is_derived(record: str) -> bool:
    """Whether an id was counted from what its record says: those begin at one fixed moment."""
    return int(record.replace("-", "")[:12], 16) == BORN


def _moves(value: Json) -> bool:
    return not (isinstance(value, list) and len(value) == 2 and value[0] == value[1])
