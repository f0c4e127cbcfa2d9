"""What shape the tables have, said without SQLAlchemy: so a cache of this version opens at once."""

from __future__ import annotations

import hashlib

from kcr2desk.core.records import RECORD_TYPES

LOCAL_VERSION = 1
"""Version of outbox, drafts and the like: these are migrated forward, never thrown away."""

RECORD_LAYOUT = 1
"""Raised when tables of records change by anything but a record type (a test pins their DDL)."""

SEARCH = (
    "CREATE VIRTUAL TABLE report_search USING fts5(body, facet, content='', "
    "contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 2')"
)
"""Full text of reports. `facet` holds tokens of what filters ask (status, region …), so that text
and filters are intersected by one index, in the order of the list."""


def record_fingerprint() -> str:
    """Changes when the tables of records change: then they are thrown away and loaded anew."""
    shape = [
        f"{name}.{field}:{spec.kind}"
        for name, rtype in RECORD_TYPES.items()
        for field, spec in rtype.fields.items()
    ]
    text = "\n".join([str(RECORD_LAYOUT), SEARCH, *shape])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
