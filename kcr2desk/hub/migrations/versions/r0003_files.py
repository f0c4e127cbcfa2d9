"""Files are found by the attachments that name them."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


STATEMENTS = (
    # A quotation mark inside a value is escaped, so only the field itself looks like this. (A cast
    # to json cannot be indexed.)
    """
    CREATE INDEX attachment_by_digest
    ON record (stream, substring("values" from '"digest":"([0-9a-f]{64})"'))
    WHERE type = 'attachment'
    """,
)
