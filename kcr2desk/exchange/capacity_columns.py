"""Which column of a sheet of capacity says what: guessed, and kept as plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kcr2desk.core.records import Owner
from kcr2desk.core.reference import ResourceType
from kcr2desk.core.text import Json
from kcr2desk.exchange import capacity_names as names
from kcr2desk.exchange.sheets import Table, shown

Kind = Literal["capacity", "norm"]
FIELDS = (
    "owner", "resource", "available", "total", "reserve", "norm", "notice_minutes", "note",
    "checked_at", "checked_by", "measure",
)  # fmt: skip
"""What a column may be, beside "" (not used), "type:CODE" and "owner:CODE"."""
_LOOKED_AT = 200
"""Rows by which a column is recognised when its head says nothing."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table is, in the order of its heads: one of FIELDS, "" for one that is
    not used, or in a matrix "type:CODE" or "owner:CODE", with ":FIELD" behind it where two columns
    say different numbers of one type.

    `number` is the field that a single number in a matrix means ("6/8" is always available/total).
    `kind` "norm": all numbers are those of the national spreading plan.
    """

    roles: tuple[str, ...]
    kind: Kind = "capacity"
    number: str = "available"

    @property
    def layout(self) -> Literal["list", "matrix"]:
        """A *list* has a row for each owner and type, a *matrix* one of them across."""
        across = any(role.startswith(("type:", "owner:")) for role in self.roles)
        return "matrix" if across else "list"

    def with_role(self, column: int, role: str) -> Columns:
        """The same with another meaning of one column."""
        roles = list(self.roles)
        roles[column] = role
        return replace(self, roles=tuple(roles))

    def to_json(self) -> dict[str, Json]:
        """Plain data, to remember under `signature`."""
        return {"roles": list(self.roles), "kind": self.kind, "number": self.number}

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Columns:
        """What `to_json` gave. Raises ValueError for anything else."""
        roles, kind, number = data.get("roles"), data.get("kind"), data.get("number")
        if not isinstance(roles, list) or not all(_is_role(role) for role in roles):
            raise ValueError("roles")
        if kind not in ("capacity", "norm") or number not in names.NUMBERS:
            raise ValueError("kind")
        return cls(tuple(str(role) for role in roles), kind, str(number))  # type: ignore[arg-type]


def _is_role(role: Json) -> bool:
    if not isinstance(role, str):
        return False
    kind, *behind = role.split(":")
    if behind:
        across = kind in ("type", "owner") and behind[0] != ""
        return across and (len(behind) == 1 or (len(behind) == 2 and behind[1] in names.NUMBERS))
    return role == "" or role in FIELDS


def signature(headers: Sequence[str]) -> str:
    """What tables with the same heads have in common, to remember a mapping by."""
    told = "\x1f".join(names.key(head) for head in headers)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def guess(
    table: Table,
    owners: Iterable[Owner],
    types: Iterable[ResourceType],
    kind: Kind = "capacity",
) -> Columns:
    """What the columns most likely are, by their heads and where these say nothing by their
    cells. The caller shows it and may correct it (`Columns.with_role`)."""
    owner_names, type_names = names.OwnerNames(owners), names.type_names(types)
    roles: list[str] = []
    for head in table.headers:
        role = _role(head, owner_names, type_names)
        roles.append("" if role and role in roles else role)
    _drop_weaker(roles)
    _find_by_cells(table, roles, owner_names, type_names)
    number = "norm" if kind == "norm" else "available"
    if kind == "norm":
        roles = _norm_roles(roles)
    return Columns(tuple(roles), kind, number)


def _role(head: str, owners: names.Names, types: names.Names) -> str:
    """What one head says."""
    subject, field = names.split_head(head)
    for text, behind in ((head, ""), (subject, f":{field}" if field else "")):
        for kind, known in (("type", types), ("owner", owners)):
            found = known.find(text) if text else None
            if found and found.exact and len(found.codes) == 1:
                return f"{kind}:{found.codes[0]}{behind}"
    told = names.field_of(head)
    if told:
        return told
    near = types.find(subject)
    if near and len(near.codes) == 1:
        return f"type:{near.codes[0]}" + (f":{field}" if field else "")
    return ""


def _drop_weaker(roles: list[str]) -> None:
    """A table is a list or a matrix: what fits the other reading is not used."""
    across = [i for i, role in enumerate(roles) if role.startswith(("type:", "owner:"))]
    plain = [i for i, role in enumerate(roles) if role in names.NUMBERS]
    if across and "resource" in roles and "owner" in roles and plain:
        weaker = across  # a list with a column called "Bus"
    elif across:
        weaker = plain
        kinds = [roles[i].partition(":")[0] for i in across]
        other = "owner" if kinds.count("type") >= kinds.count("owner") else "type"
        weaker += [i for i in across if roles[i].startswith(f"{other}:")]
        down = "resource" if other == "owner" else "owner"
        weaker += [i for i, role in enumerate(roles) if role == down]
    else:
        return
    for index in weaker:
        roles[index] = ""


def _find_by_cells(table: Table, roles: list[str], owners: names.Names, types: names.Names) -> None:
    """Find the columns of regions, types and measures whose heads do not say so."""
    across = {role.partition(":")[0] for role in roles}
    wanted = []
    if "owner" not in across:
        wanted.append(("owner", owners))
    if "type" not in across and "resource" not in roles:
        wanted.append(("resource", types))
    for role, known in wanted:
        shares = [
            0.0 if taken else _share(table, column, known.knows)
            for column, taken in enumerate(roles)
        ]
        best = max(range(len(shares)), key=lambda i: (shares[i], -i), default=0)
        if shares and shares[best] >= 0.5:
            roles[best] = role
    if "measure" not in roles:
        for column, taken in enumerate(roles):
            if not taken and _share(table, column, _is_measure) >= 0.9:
                roles[column] = "measure"
                break


def _is_measure(text: str) -> bool:
    return names.field_of(text) in names.NUMBERS


def _share(table: Table, column: int, fits: names.Fits) -> float:
    texts = [shown(row.cell(column)) for row in table.rows[:_LOOKED_AT]]
    filled = [text for text in texts if text]
    return sum(1 for text in filled if fits(text)) / len(filled) if filled else 0.0


def _norm_roles(roles: Sequence[str]) -> list[str]:
    """In the national plan there is one number: the column that says norm, else the total, else
    what is available."""
    bare = [_without_field(role) for role in roles]
    if any(role.startswith(("type:", "owner:")) for role in bare):
        return [
            "" if role in names.NUMBERS or role in bare[:index] else role
            for index, role in enumerate(bare)
        ]
    told = next((n for n in ("norm", "total", "available") if n in roles), "")
    kept = {"owner", "resource", told} - {""}
    return [("norm" if role == told and told else role) if role in kept else "" for role in roles]


def _without_field(role: str) -> str:
    parts = role.split(":")
    if len(parts) == 3 and parts[2] != "norm":
        return ""
    return ":".join(parts[:2])
