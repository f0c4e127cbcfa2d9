"""The rows of the timeline: deployments under the request or the owner that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from kcr2desk.core import relief
from kcr2desk.core.bijstand import HOLDING, Commitment
from kcr2desk.core.book import Book
from kcr2desk.core.relief import Gap, Phase

Grouping = Literal["request", "owner"]

KEPT: Final = timedelta(hours=24)
"""How long what is over stays in sight when nobody asks for it."""

_NEVER: Final = datetime.max


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a heading (`commitment` None) or one deployment.

    `region` is where it goes, for its clock. `overdue` and `gap` are what to mark; `provisional`
    says that the hub did not confirm an own change of it yet.
    """

    key: str
    group: str
    commitment: Commitment | None = None
    phases: tuple[Phase, ...] = ()
    gap: Gap | None = None
    overdue: bool = False
    region: str = ""
    count: int = 0


def rows(book: Book, now: datetime, grouping: Grouping, *, ended: bool = False) -> list[Row]:
    """All rows in order: groups by the time of their first deployment, in them by time.

    `ended` shows what was over for more than a day too.
    """
    groups: dict[str, list[Row]] = {}
    every = book.commitments()
    after = relief.reliefs(every)
    for one in every:
        if ended or not _is_past(one, now):
            row = row_of(book, one, now, grouping, after.get(one.id, ()))
            groups.setdefault(row.group, []).append(row)
    made: list[Row] = []
    for group, held in sorted(groups.items(), key=lambda item: _first(item[1])):
        held.sort(key=_order)
        region = held[0].region if grouping == "request" else ""
        made.append(Row(f"group {group}", group, region=region, count=len(held)))
        made.extend(held)
    return made


def row_of(
    book: Book, one: Commitment, now: datetime, grouping: Grouping, after: Sequence[Commitment]
) -> Row:
    """The row of one deployment, which those in `after` relieve."""
    request = book.request(one.request)
    region = one.to_region or (request.region if request else "")
    group = one.owner if grouping == "owner" else one.request or f"neighbour {region}"
    gap, late = relief.gap(one, book, after), relief.overdue(one, now)
    return Row(one.id, group, one, relief.phases(one), gap, late, region)


def _is_past(one: Commitment, now: datetime) -> bool:
    if one.status in HOLDING and one.status != "returned":
        return False
    end = one.returned_at or one.until_at or relief.begin(one)
    return end is not None and end < now - KEPT


def _order(row: Row) -> tuple[datetime, str]:
    start = row.phases[0].start.replace(tzinfo=None) if row.phases else _NEVER
    return start, row.key


def _first(held: Iterable[Row]) -> tuple[datetime, str]:
    return min(_order(row) for row in held)
