"""What can be a changeset of this schema at all, whoever sends it."""

from __future__ import annotations

import re

from kcr2desk.core.changes import Changeset, How
from kcr2desk.core.fields import FIRST_MOMENT, LAST_MOMENT, FieldSpec, Kind, check_wire
from kcr2desk.core.ids import is_id
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json, is_normal, normal

_SALT = re.compile("[0-9a-f]{32}")
LONGEST_ID = 36
MOST = 2**53


class Refused(Exception):
    """A changeset that the rules turn down; `code` from core.errors."""

    def __init__(self, code: str, fields: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields


def check_shape(changeset: Changeset) -> None:
    """Refuse what cannot be a changeset of this schema, whoever sends it."""
    if not changeset.changes:
        raise Refused("empty")
    if not (
        is_id(changeset.id)
        and _SALT.fullmatch(changeset.salt)
        and len(changeset.device) <= LONGEST_ID
        and 0 <= changeset.device_seq <= MOST
        and FIRST_MOMENT <= changeset.made_at <= LAST_MOMENT
        and (not changeset.corrects or is_id(changeset.corrects))
    ):
        raise Refused("malformed")
    if not is_normal(changeset.actor + changeset.device):
        raise Refused("not_normal")
    for change in changeset.changes:
        rtype = RECORD_TYPES.get(change.type)
        if rtype is None:
            raise Refused("unknown_type")
        if change.how not in (How.NEW, How.EDIT) or not is_id(change.id):
            raise Refused("malformed")
        plainly = change.how is How.NEW
        for name, value in change.fields.items():
            spec = rtype.fields.get(name)
            if spec is None:
                raise Refused("unknown_field", (normal(name)[:60],))
            if not (plainly and type(value) is str and _plain(spec, value)):
                _check_field(change.how, spec, value)


def _plain(spec: FieldSpec, value: str) -> bool:
    """Whether a text is right at first sight: nearly all that is ever checked."""
    return (
        spec.kind is Kind.TEXT
        and not spec.choices
        and len(value) <= spec.longest
        and value.isascii()
        and "\0" not in value
    )


def _check_field(how: How, spec: FieldSpec, value: Json) -> None:
    if how is How.NEW:
        offered = [value]
    elif spec.kind is Kind.SET and isinstance(value, dict):
        if value.keys() - {"add", "take"}:
            raise Refused("malformed", (spec.name,))
        offered = [value.get("add", []), value.get("take", [])]
    elif isinstance(value, list) and len(value) == 2:
        if not _normal(value[0]):
            raise Refused("not_normal", (spec.name,))
        offered = value[1:]
    else:
        raise Refused("malformed", (spec.name,))
    for item in offered:
        code = check_wire(spec, item) or ("" if _normal(item) else "not_normal")
        if code:
            raise Refused(code, (spec.name,))


def _normal(value: Json) -> bool:
    if isinstance(value, str):
        return is_normal(value)
    if isinstance(value, list):
        return all(_normal(item) for item in value)
    if isinstance(value, dict):
        return all(is_normal(k) and _normal(v) for k, v in value.items())
    return True
