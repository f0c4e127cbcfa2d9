"""Many rows at once: as columns for unnest, or by COPY."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, LiteralString

from kcr2desk.hub.database import Connection

SEPARATOR = "\x1f"
"""Between names that travel as one text, since unnest flattens arrays of arrays."""


def columns(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Rows as lists of columns, for unnest."""
    return [list(column) for column in zip(*rows, strict=True)]


def copy_rows(
    connection: Connection,
    statement: LiteralString,
    types: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    """COPY rows in the binary format: `types` are those of the columns, exactly."""
    with connection.cursor().copy(statement) as copy:
        copy.set_types(types)
        for row in rows:
            copy.write_row(row)
