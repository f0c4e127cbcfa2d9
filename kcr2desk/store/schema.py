"""The tables of the cache. Those of records are derived from core's record types."""

from __future__ import annotations

import hashlib

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kcr2desk.core.fields import Kind
from kcr2desk.core.records import RECORD_TYPES, RecordType

LOCAL_VERSION = 1
"""Version of outbox, drafts and the like: these are migrated forward, never thrown away."""

RECORDS = MetaData()
LOCAL = MetaData()

_SQL = {
    Kind.TEXT: Text,
    Kind.REFERENCE: Text,
    Kind.SET: Text,  # JSON
    Kind.DOCUMENT: Text,  # JSON
    Kind.TIME: Integer,  # milliseconds since 1970 UTC
    Kind.INTEGER: Integer,
    Kind.FLAG: Integer,
}


def _record_table(rtype: RecordType) -> Table:
    """`place` is the rowid and the order of lists: milliseconds × 4096. `shadow` is NULL without
    pending changes, '' when the hub does not have the record yet, else its values there."""
    columns = [Column(name, _SQL[spec.kind]) for name, spec in rtype.fields.items()]
    return Table(
        rtype.name,
        RECORDS,
        Column("place", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("stream", Text, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("generation", Integer, nullable=False),
        Column("unread", Integer, nullable=False),
        Column("shadow", Text),
        Column("extra", Text),
        *columns,
    )


TABLES = {name: _record_table(rtype) for name, rtype in RECORD_TYPES.items()}

follow = Table(
    "follow",
    RECORDS,
    Column("target", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("how", Text, nullable=False),
    UniqueConstraint("target", "source"),
)
entry = Table(
    "entry",
    RECORDS,
    Column("stream", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("epoch", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("logged_at", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("stream", "seq", "epoch"),
)
touch = Table(
    "touch",
    RECORDS,
    Column("record", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
for _name, _column in (
    ("report", "thread"),
    ("report", "incident"),
    ("attachment", "about"),
    ("conflict", "about"),
    ("conflict", "state"),
):
    Index(f"{_name}_{_column}", TABLES[_name].c[_column])
for _name, _table in TABLES.items():
    Index(f"{_name}_stream", _table.c.stream, _table.c.place)

meta = Table("meta", LOCAL, Column("name", Text, primary_key=True), Column("value", Text))
outbox = Table(
    "outbox",
    LOCAL,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("stream", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("device_seq", Integer, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("previous", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("seq", Integer, nullable=False, default=0),
    Column("reason", Text, nullable=False, default=""),
    Column("fields", Text, nullable=False, default="[]"),
    Column("behind", Text, nullable=False, default=""),
    Column("again_at", Integer, nullable=False, default=0),
    Column("settled_at", Integer, nullable=False, default=0),
    sqlite_autoincrement=True,
)
Index("outbox_state", outbox.c.state, outbox.c.n)
outbox_record = Table(
    "outbox_record",
    LOCAL,
    Column("record", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
draft = Table(
    "draft",
    LOCAL,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("typed", Text, nullable=False),
    Column("kept_at", Integer, nullable=False),
)
block = Table(
    "block",
    LOCAL,
    Column("stream", Text, primary_key=True),
    Column("letter", Text, primary_key=True),
    Column("month", Text, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)
offer = Table(
    "offer",
    LOCAL,
    Column("stream", Text, primary_key=True),
    Column("after", Integer, nullable=False),
    Column("after_hash", Text, nullable=False),
    Column("proof", Text, nullable=False),
)
lost_entry = Table(
    "lost_entry",
    LOCAL,
    Column("stream", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
blob = Table(
    "blob",
    LOCAL,
    Column("digest", Text, primary_key=True),
    Column("stream", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("state", Text, nullable=False),  # wanted, here, to_send
    Column("sent", Integer, nullable=False, default=0),  # pieces that the hub has
)
piece = Table(
    "piece",
    LOCAL,
    Column("digest", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

SEARCH = (
    "CREATE VIRTUAL TABLE report_search USING fts5(body, facet, content='', "
    "contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 2')"
)
"""Full text of reports. `facet` holds tokens of what filters ask (status, region …), so that text
and filters are intersected by one index, in the order of the list."""

_DIALECT = sqlite.dialect()  # type: ignore[no-untyped-call]


def ddl(tables: MetaData) -> list[str]:
    """The statements that make these tables and their indexes."""
    made = []
    for table in tables.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=_DIALECT)))
        made += [
            str(CreateIndex(index).compile(dialect=_DIALECT))
            for index in sorted(table.indexes, key=lambda i: str(i.name))
        ]
    return made


def record_statements() -> list[str]:
    return [*ddl(RECORDS), SEARCH]


def record_fingerprint() -> str:
    """Changes when the tables of records change: then they are thrown away and loaded anew."""
    return hashlib.sha256("\n".join(record_statements()).encode()).hexdigest()[:16]
