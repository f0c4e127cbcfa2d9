"""What all record types have in common."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from kcr2desk.core.fields import Kind, Rule, declared
from kcr2desk.core.text import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has. `revision` is the log entry that last touched it, 0 when local."""

    id: str
    stream: str
    revision: int = 0
    removed: bool = declared(Kind.FLAG, "Removed", rule=Rule.REMOVED)
    extra: Mapping[str, Json] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Record):
    """A record of the operational stream: whose it is, and who else may read it.

    `audience` holds owner codes ("VR06"), "regions", "partners", "government"; KCR2 and the
    source always read it.
    """

    source: str = declared(Kind.TEXT, "Whose record", longest=20, required=True, default="KCR2")
    audience: frozenset[str] = declared(Kind.SET, "Audience", longest=20)
