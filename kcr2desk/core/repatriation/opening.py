"""How an operation is opened, who is let in, and how long it lasts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from kcr2desk.core.changes import Change, How
from kcr2desk.core.grants import member_id
from kcr2desk.core.making import making
from kcr2desk.core.repatriation.operation import Operation

STATIONS = frozenset({"registered", "care", "medical", "transport", "exit"})
"""Where people pass in a hall, until its lead says otherwise."""

RETENTION = 30
"""Days that persons are kept when nobody says otherwise: KCR2's own term is not published, so the
shortest that serves (domain.md D.3)."""

LONGEST = 2555
"""Days, seven years: the longest term that consular assistance knows (domain.md D.3)."""


def opening(operation: str, account: str, fields: Mapping[str, Any]) -> list[Change]:
    """The one changeset by which an operation is born: itself, and who opens it as its lead.

    `operation` is a new id. Raises FieldError for a value that does not fit.
    """
    said = {"stations": STATIONS, "retention_days": RETENTION, **fields}
    return [making("operation", operation, said), letting_in(operation, account, "lead")]


def refused_term(change: Change) -> str:
    """The code of why a term that a change gives an operation is none: without an end, or longer
    than any that there is. "" when it is one, or when the change gives none."""
    days = change.fields.get("retention_days", RETENTION)
    if change.how is How.EDIT and isinstance(days, list):
        days = days[1]
    return "" if type(days) is int and 0 <= days <= LONGEST else "wrong_term"


def tells_erased(change: Change) -> bool:
    """Whether a change says that the persons of an operation were erased: the hub alone does."""
    value = change.fields.get("erased_at")
    return value[0] != value[1] if isinstance(value, list) else value is not None


def letting_in(operation: str, account: str, role: str, desk: str = "") -> Change:
    """The change that makes an account a member; the same at every desk that makes it."""
    made = member_id(operation, account)
    told = {"about": operation, "account": account.strip(), "role": role, "desk": desk}
    return making("member", made, told)


def ends_at(operation: Operation) -> datetime | None:
    """When what is known of persons is emptied; the hub's own clock decides."""
    if operation.opened_at is None:
        return None
    return operation.opened_at + timedelta(days=operation.retention_days)
