"""Promises are found by the owner and type that they take from."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


STATEMENTS = (
    # As in 0003: a quotation mark inside a value is escaped, so only the fields look like this.
    """
    CREATE INDEX promise_by_pair ON record (
        stream,
        substring("values" from '"owner":"([^"]*)"'),
        substring("values" from '"resource":"([^"]*)"')
    )
    WHERE type IN ('capacity', 'commitment', 'unit')
    """,
)
