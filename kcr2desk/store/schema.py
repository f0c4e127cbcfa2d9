"""The tables of the cache. Those of records are derived from core's record types.

Imported only when tables have to be made: SQLAlchemy costs 0.4 s of a start.
"""

from __future__ import annotations

from typing import Any

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
from kcr2desk.store.layout import PERSON_KEYS, SEARCH, SEARCH_BUFFER, SEARCH_WORDS

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
    """`at` is the rowid, the order of lists: milliseconds × 4096. `shadow` is NULL without
    pending changes, '' when the hub does not have the record yet, else its values there."""
    columns: list[Column[Any]] = [
        Column(name, _SQL[spec.kind]) for name, spec in rtype.fields.items()
    ]
    return Table(
        rtype.name,
        RECORDS,
        Column("at", Integer, primary_key=True),
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
Index("follow_source", follow.c.source)
for _name, _column in (
    ("report", "thread"),
    ("report", "incident"),
    ("attachment", "about"),
    ("conflict", "about"),
    ("conflict", "state"),
):
    Index(f"{_name}_{_column}", TABLES[_name].c[_column])
for _name, _table in TABLES.items():
    Index(f"{_name}_stream", _table.c.stream, _table.c.at)

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
entry_page = Table(
    "entry_page",
    LOCAL,
    Column("n", Integer, primary_key=True),
    Column("stream", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("previous", Text, nullable=False),  # the chain's hash before `first`
    Column("hash", Text, nullable=False),  # and at `last`
    Column("logged_at", Integer, nullable=False),
    Column("lost", Integer, nullable=False, default=0),  # of a history that the hub lost
    Column("body", LargeBinary, nullable=False),  # compressed lines, as wire.encode_lines
)
Index("entry_page_stream", entry_page.c.stream, entry_page.c.last)
touch = Table(
    "touch",
    LOCAL,
    Column("record", Text, primary_key=True),
    Column("page", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
seen_checkpoint = Table(
    "seen_checkpoint",
    LOCAL,
    Column("stream", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("epoch", Text, primary_key=True),
    Column("seen_at", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
offer = Table(
    "offer",
    LOCAL,
    Column("stream", Text, primary_key=True),
    Column("after", Integer, nullable=False),
    Column("upto", Integer, nullable=False),
)
blob = Table(
    "blob",
    LOCAL,
    Column("stream", Text, primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("state", Text, nullable=False),  # making, to_send, wanted, here
    Column("sent", Integer, nullable=False, default=0),  # pieces that the hub has
)
Index("blob_state", blob.c.state)
piece = Table(
    "piece",
    LOCAL,
    Column("digest", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

_DIALECT = sqlite.dialect()


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
    """The statements that make the tables of records, their indexes, the search index and the keys
    of people."""
    return [*ddl(RECORDS), SEARCH, SEARCH_BUFFER, SEARCH_WORDS, PERSON_KEYS]
