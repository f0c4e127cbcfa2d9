"""What shape the tables have, said without SQLAlchemy: so a cache of this version opens at once."""

from __future__ import annotations

import hashlib

from kcr2desk.core.records import RECORD_TYPES

LOCAL_VERSION = 1
"""Version of outbox, drafts and the like: these are migrated forward, never thrown away."""

RECORD_LAYOUT = 1
"""Raised when tables of records change by anything but a record type (a test pins their DDL)."""

PREFIXES = (3, 6, 9)
"""Lengths of beginnings of words that the search index keeps as if they were words. Each makes
writing a report some 15 % dearer; `store.prefixes` asks any other length by these."""

SEARCH = (
    "CREATE VIRTUAL TABLE report_search USING fts5(body, facet, content='', "
    f"prefix='{' '.join(map(str, PREFIXES))}', "
    "tokenize='unicode61 remove_diacritics 2')"
)
"""Full text of reports. `facet` holds tokens of what filters ask (status, region …), so that text
and filters are intersected by one index, in the order of the list.

It does not hold the texts: what is taken out is told word for word, and only what changed. The
option `contentless_delete` marks whole reports as gone instead; then each list asks of each report
whether it is, and with 1 in 70 changed all questions took four times as long.
"""

WORDS_VERSION = 2
"""Raised when `store.terms` makes other words of the same report, also by other names of places:
what was put into the search index could then not be taken out."""

SEARCH_WORDS = "CREATE VIRTUAL TABLE report_word USING fts5vocab(report_search, instance)"
"""The words of the search index, in order. It holds nothing itself."""

SEARCH_BUFFER = f"INSERT INTO report_search(report_search, rank) VALUES ('hashsize', {16 << 20})"
"""Bytes of index that a transaction gathers before they are written: of the 1 MB that FTS5 takes
by itself, four in ten would be written and merged once more when many reports come in."""

KEYED = ("person", "manifestline")
"""The record types by whose keys `store.candidates` finds people; their table holds the place of a
type in this row."""

KEYS_VERSION = 1
"""Raised when `store.person_keys` makes other keys of the same record: those that are in the table
could then not be taken out."""

PERSON_KEYS = (
    "CREATE TABLE person_key (stream INTEGER NOT NULL, key TEXT NOT NULL, type INTEGER NOT NULL,"
    " place INTEGER NOT NULL, arrival INTEGER NOT NULL, PRIMARY KEY (stream, key, type, place))"
    " WITHOUT ROWID"
)


def record_fingerprint() -> str:
    """Changes when the tables of records change: then they are thrown away and loaded anew."""
    shape = [
        f"{name}.{field}:{spec.kind}"
        for name, rtype in RECORD_TYPES.items()
        for field, spec in rtype.fields.items()
    ]
    search = (str(WORDS_VERSION), SEARCH, SEARCH_WORDS, SEARCH_BUFFER)
    text = "\n".join((str(RECORD_LAYOUT), *search, str(KEYS_VERSION), PERSON_KEYS, *shape))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
