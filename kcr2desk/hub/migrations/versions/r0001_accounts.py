"""Accounts, workstations, API keys and sessions. No secret is stored, only what proves one."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; there is no way back, a database of before is restored from a dump."""
    for statement in STATEMENTS:
        op.execute(statement)


STATEMENTS = (
    """
    CREATE TABLE account (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        name_key text NOT NULL UNIQUE,
        display_name text NOT NULL,
        role text NOT NULL,
        region text NOT NULL DEFAULT '',
        organisation text NOT NULL,
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        disabled_at timestamptz,
        last_sign_in_at timestamptz
    )
    """,
    """
    CREATE TABLE device (
        id uuid PRIMARY KEY,
        code integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
        name text NOT NULL,
        enrolled_by uuid NOT NULL REFERENCES account,
        enrolled_at timestamptz NOT NULL,
        admitted_at timestamptz,
        revoked_at timestamptz
    )
    """,
    """
    CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        source text NOT NULL,
        key_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        disabled_at timestamptz,
        last_used_at timestamptz
    )
    """,
    # A session is one sign-in on one workstation. `current` is the refresh token that proved last
    # that the desk holds it; its children are answers of which at most one arrived.
    """
    CREATE TABLE session (
        id uuid PRIMARY KEY,
        account uuid NOT NULL REFERENCES account,
        device uuid NOT NULL REFERENCES device,
        started_at timestamptz NOT NULL,
        refreshed_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        current bytea NOT NULL,
        revoked_at timestamptz,
        revoked_why text NOT NULL DEFAULT ''
    )
    """,
    "CREATE INDEX session_of_account ON session (account, device)",
    "CREATE INDEX session_of_device ON session (device)",
    """
    CREATE TABLE refresh_token (
        hash bytea PRIMARY KEY,
        session uuid NOT NULL REFERENCES session ON DELETE CASCADE,
        parent bytea,
        issued_at timestamptz NOT NULL
    )
    """,
    "CREATE INDEX refresh_token_of_session ON refresh_token (session)",
    """
    CREATE TABLE access_token (
        hash bytea PRIMARY KEY,
        session uuid NOT NULL REFERENCES session ON DELETE CASCADE,
        expires_at timestamptz NOT NULL
    )
    """,
    "CREATE INDEX access_token_of_session ON access_token (session)",
    # `who` is a digest: people type passwords where names belong.
    """
    CREATE TABLE sign_in_attempt (
        who bytea PRIMARY KEY,
        failures integer NOT NULL,
        last_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL
    )
    """,
    "CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (last_at)",
)
