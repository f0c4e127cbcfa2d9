"""The log: streams, entries, records, outcomes, quarantine, device chains, numbers, blobs, purges.

Ids are text: what a desk sends as an id is judged by the rules, not by a cast that costs the batch.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


STATEMENTS = (
    # One unbroken history of this database. `proof` is the checkpoint that showed a restore: the
    # same proof never opens another epoch.
    """
    CREATE TABLE epoch (
        epoch text PRIMARY KEY,
        number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        opened_at timestamptz NOT NULL,
        opened_by text NOT NULL,
        why text NOT NULL,
        proof text UNIQUE
    )
    """,
    # An append locks the row of its stream as the last lock of its transaction: so `seq` is gapless
    # and in commit order. Entries before `window_seq` are no longer served one by one.
    """
    CREATE TABLE stream (
        name text COLLATE "C" PRIMARY KEY,
        head_seq bigint NOT NULL,
        head_hash text NOT NULL,
        window_seq bigint NOT NULL DEFAULT 0
    )
    """,
    # `body` is the entry as JSON of the wire; once fields of it were purged, that of what is left
    # (a Redacted). `scopes` say who may see each change, those asked first, then the effect's.
    """
    CREATE TABLE entry (
        stream text COLLATE "C" NOT NULL REFERENCES stream,
        seq bigint NOT NULL,
        changeset text COLLATE "C" NOT NULL UNIQUE,
        epoch text NOT NULL,
        device text NOT NULL,
        device_seq bigint NOT NULL,
        actor text NOT NULL,
        outcome text NOT NULL,
        made_at bigint NOT NULL,
        logged_at bigint NOT NULL,
        hash text NOT NULL,
        device_hash text NOT NULL,
        body bytea NOT NULL,
        scopes bytea NOT NULL,
        purged boolean NOT NULL DEFAULT false,
        PRIMARY KEY (stream, seq)
    )
    """,
    "CREATE INDEX entry_by_device ON entry (device, device_seq)",
    # Which entries touched a record: its history.
    """
    CREATE TABLE touch (
        record text COLLATE "C" NOT NULL,
        stream text COLLATE "C" NOT NULL,
        seq bigint NOT NULL,
        PRIMARY KEY (record, stream, seq)
    )
    """,
    # What the log adds up to. `about_type` and `about` name the record whose audience this one
    # shares. JSON as text, since jsonb would turn 1e2 into 100, which is another value. `values`
    # are those that are not blank. `written` says who wrote a field last: [actor, ms]; "" for the
    # maker.
    """
    CREATE TABLE record (
        type text COLLATE "C" NOT NULL,
        id text COLLATE "C" NOT NULL,
        stream text COLLATE "C" NOT NULL REFERENCES stream,
        revision bigint NOT NULL,
        about_type text COLLATE "C" NOT NULL DEFAULT '',
        about text COLLATE "C" NOT NULL DEFAULT '',
        "values" text NOT NULL,
        written text NOT NULL,
        PRIMARY KEY (type, id)
    )
    """,
    "CREATE INDEX record_by_stream ON record (stream, type, id)",
    "CREATE INDEX record_by_about ON record (about_type, about) WHERE about <> ''",
    # One row for every changeset that was ever ruled on; claimed first, so that two hubs with the
    # same push wait for each other. For what is in the log, code and place are those of its entry.
    # `fields` are names, never values.
    """
    CREATE TABLE outcome (
        changeset text COLLATE "C" PRIMARY KEY,
        code text NOT NULL DEFAULT '',
        reason text NOT NULL DEFAULT '',
        fields text[] NOT NULL DEFAULT '{}'
    )
    """,
    # Payloads that are tried again: `offer` is the JSON of core's Offered.
    """
    CREATE TABLE quarantine (
        changeset text COLLATE "C" PRIMARY KEY,
        stream text NOT NULL,
        device text NOT NULL,
        reason text NOT NULL,
        records text[] NOT NULL,
        offer bytea NOT NULL,
        error text NOT NULL DEFAULT '',
        tries integer NOT NULL DEFAULT 1,
        since timestamptz NOT NULL,
        again_at timestamptz NOT NULL
    )
    """,
    "CREATE INDEX quarantine_by_record ON quarantine USING gin (records)",
    # The end of each device's own chain, and the signature of its last push over it.
    """
    CREATE TABLE device_chain (
        device text PRIMARY KEY,
        device_seq bigint NOT NULL,
        hash text NOT NULL,
        forked_at timestamptz
    )
    """,
    """
    CREATE TABLE push_signature (
        device text NOT NULL,
        chain_end text NOT NULL,
        signature text NOT NULL,
        pushed_at timestamptz NOT NULL,
        PRIMARY KEY (device, chain_end)
    )
    """,
    # Pages of a lost history that wait for the page whose end a checkpoint proves.
    """
    CREATE TABLE offer_page (
        stream text NOT NULL,
        end_hash text NOT NULL,
        after_hash text NOT NULL,
        body bytea NOT NULL,
        kept_at timestamptz NOT NULL,
        PRIMARY KEY (stream, end_hash)
    )
    """,
    # Numbers that people say on the phone are leased in blocks; `next` is the first free one.
    """
    CREATE TABLE number (
        stream text NOT NULL,
        letter text NOT NULL,
        month text NOT NULL,
        next integer NOT NULL,
        PRIMARY KEY (stream, letter, month)
    )
    """,
    # Files: bytes in pieces, named by their SHA-256, never shared between streams.
    """
    CREATE TABLE blob (
        stream text COLLATE "C" NOT NULL REFERENCES stream,
        digest text COLLATE "C" NOT NULL,
        size bigint NOT NULL,
        whole boolean NOT NULL DEFAULT false,
        begun_at timestamptz NOT NULL,
        PRIMARY KEY (stream, digest)
    )
    """,
    """
    CREATE TABLE blob_piece (
        stream text COLLATE "C" NOT NULL,
        digest text COLLATE "C" NOT NULL,
        n integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (stream, digest, n),
        FOREIGN KEY (stream, digest) REFERENCES blob ON DELETE CASCADE
    )
    """,
    # What was emptied for ever; also kept outside the database, for a restored one.
    """
    CREATE TABLE purge (
        type text NOT NULL,
        record text COLLATE "C" NOT NULL,
        field text NOT NULL,
        purged_at timestamptz NOT NULL,
        PRIMARY KEY (type, record, field)
    )
    """,
)
