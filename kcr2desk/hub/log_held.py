"""A record as the hub's rules see it, from its row."""

from __future__ import annotations

from kcr2desk import wire
from kcr2desk.core.records import blank_values
from kcr2desk.core.scopes import Held
from kcr2desk.core.text import Json


def held_of(type_name: str, stream: str, revision: int, values: str, written: str) -> Held:
    """A record from its row: what is not in `values` is blank."""
    filled = wire.decode(dict[str, Json], values.encode())
    by = wire.decode(dict[str, Json], written.encode())
    return Held(stream, revision, {**blank_values(type_name), **filled}, by)
