"""A hub as a process of its own, started as people do, in which things go wrong: its rules raise
with whole records in the text, and the database turns down a row.

python -m tests.sync.leaky_hub serve --data FOLDER --port 0
"""

from __future__ import annotations

import sys
from typing import Any

from kcr2desk.__main__ import main
from kcr2desk.core import append
from kcr2desk.hub import log_write, push

RULES, TABLE, WHOLE = "ontplof", "breek", "alles"
"""What a note says to make the rules raise, the table, and a push as a whole."""


def plant() -> None:
    """Let a changeset fail at the place that a note in it names."""
    merge, write, rule = append.merge, log_write.write_records, push._append

    def merged(values: Any, change: Any) -> Any:
        if change.fields.get("note") == RULES:
            raise KeyError(change, values)
        return merge(values, change)

    def written(connection: Any, records: Any, found: Any) -> None:
        write(connection, records, found)
        if any(held.values.get("note") == TABLE for held in records.values()):
            write(connection, records, set())  # a second row of the same name: PostgreSQL says so

    def ruled(connection: Any, appendings: Any, *given: Any, **named: Any) -> Any:
        for appending in appendings:
            for offer in appending.offers:
                for change in offer.changeset.changes:
                    if change.fields.get("note") == WHOLE:
                        raise ValueError(f"cannot rule on {change}")
        return rule(connection, appendings, *given, **named)

    append.merge = merged  # type: ignore[assignment]
    log_write.write_records = written
    push._append = ruled


if __name__ == "__main__":
    plant()
    sys.argv[1:1] = ["hub"]
    sys.exit(main())
