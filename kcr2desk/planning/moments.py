"""The moments at which a pool may be short: the largest sets of offers that overlap in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kcr2desk.core.holding import in_use
from kcr2desk.planning.problem import Offer, Pool, Row, Source


def rows_of(
    offers: Sequence[Offer],
    pools: Sequence[Pool],
    sources: Sequence[Source],
    caps: Iterable[tuple[tuple[int, ...], int]],
) -> list[Row]:
    """All limits on what may be taken together: of each pool at every moment, of each group of
    named units, and `caps` as they are."""
    of_pool: dict[int, list[Offer]] = {}
    of_source: dict[int, list[Offer]] = {}
    for offer in offers:
        of_pool.setdefault(offer.pool, []).append(offer)
        if sources[offer.source].units:
            of_source.setdefault(offer.source, []).append(offer)
    rows: list[Row] = []
    for index in sorted(of_pool):
        pool = pools[index]
        for active, base in _overlaps(of_pool[index], pool):
            rows.append(Row(active, max(0, pool.limit - base), index, base))
    for index in sorted(of_source):
        count = len(sources[index].units)
        rows.extend(Row(active, count) for active, _ in _overlaps(of_source[index], None))
    rows.extend(Row(together, most) for together, most in caps)
    return rows


def _overlaps(offers: Sequence[Offer], pool: Pool | None) -> list[tuple[tuple[int, ...], int]]:
    """(the offers that overlap at a moment, what is promised already then), without those moments
    that another one covers: use only grows when something starts, so only starts are looked at."""
    moments = {o.depart for o in offers}
    holds = pool.holds if pool is not None else ()
    if holds:
        moments.update(h.start for h in holds)
    found: dict[tuple[int, ...], int] = {}
    for moment in sorted(moments):
        active = tuple(o.index for o in offers if o.depart <= moment < o.free_again)
        if active:
            base = in_use(holds, moment) if holds else 0
            found[active] = max(base, found.get(active, 0))
    if len(found) == 1:
        return list(found.items())
    kept: list[tuple[frozenset[int], int]] = []
    result = []
    for active, base in sorted(found.items(), key=lambda x: (-len(x[0]), x[0])):
        mine = frozenset(active)
        if not any(mine <= other and base <= more for other, more in kept):
            kept.append((mine, base))
            result.append((active, base))
    return result
