"""Proposals measured: how long a plan of the size of a national crisis takes, and by how much it is
better than the nearest-first plan that a person would make by hand."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kcr2desk.cli.figures import Figure, median
from kcr2desk.core import places
from kcr2desk.core.bijstand import (
    AssistanceRequest,
    Capacity,
    Commitment,
    RequestLine,
    Unit,
    capacity_id,
)
from kcr2desk.core.book import Book
from kcr2desk.core.ids import derived_id
from kcr2desk.core.record import Record
from kcr2desk.core.records import Owner
from kcr2desk.core.reference import PlanWeights, ResourceType
from kcr2desk.planning import Plan, plan

NOW = datetime(2027, 7, 14, 9, 0, tzinfo=UTC)
STREAM = "national"
BORN = 1_767_225_600_000


@dataclass(frozen=True, slots=True)
class Size:
    """How large an instance is."""

    lines: int = 200
    owners: int = 40
    types: int = 60
    commitments: int = 300


def instance(seed: int, size: Size = Size()) -> Book:
    """A made-up crisis: two wildfires and a flood ask at once, more than there is of some types.

    Half of the types are common (most regions hold some), a quarter are rare, a quarter are named
    units of few owners. Some numbers are unknown, some owners declared cover, some types are
    packages, some lines accept an alternative of the same discipline, some need relief.
    """
    return Book(_Instance(random.Random(seed), size).records())


class _Instance:
    def __init__(self, rng: random.Random, size: Size) -> None:
        self.rng = rng
        self.size = size
        self.count = 0
        self.owners = [r.code for r in places.regions() if r.code.startswith("VR")]
        self.owners += [f"PT{n:02}" for n in range(1, size.owners - len(self.owners) + 1)]
        self.types = [f"type_{n:02}" for n in range(size.types)]

    def _id(self) -> str:
        self.count += 1
        return derived_id(BORN, "bench", str(self.count))

    def records(self) -> Iterator[Record]:
        yield PlanWeights(id=self._id(), stream="reference", version=1, set_by="bench")
        for code in self.owners:
            here = f"{self.rng.uniform(51.4, 53.2):.4f},{self.rng.uniform(4.5, 6.8):.4f}"
            region = code.startswith("VR")
            yield Owner(
                id=self._id(), stream="reference", code=code, name=code,
                kind="region" if region else "partner", position="" if region else here,
            )  # fmt: skip
        for number, code in enumerate(self.types):
            yield self._type(number, code)
            yield from self._supply(number, code)
        yield from self._demand()

    def _type(self, number: int, code: str) -> ResourceType:
        return ResourceType(
            id=self._id(), stream="reference", code=code, name_nl=code, name_en=code,
            discipline=f"d{number // 6}", named=number % 4 == 3, package=number % 12 == 11,
            notice_minutes=self.rng.choice((15, 30, 60, 120)), fresh_minutes=720,
            relief_minutes=self.rng.choice((None, 720, 720)),
            speed_kmh=200 if number % 12 == 11 else self.rng.choice((60, 80, None)),
        )  # fmt: skip

    def _supply(self, number: int, code: str) -> Iterator[Record]:
        share = (0.85, 0.7, 0.35, 0.15)[number % 4]
        holders = [o for o in self.owners if self.rng.random() < share]
        for owner in holders:
            total = self.rng.randint(1, 4 if number % 4 else 6)
            known = self.rng.random() < 0.9
            checked = NOW - timedelta(minutes=self.rng.randint(5, 1500))
            named = number % 4 == 3
            yield Capacity(
                id=capacity_id(STREAM, owner, code), stream=STREAM, source=owner, owner=owner,
                resource=code, total=total if known and not named else None,
                available=max(0, total - self.rng.randint(0, 1)) if known and not named else None,
                reserve=self.rng.choice((None, 0, 1, 1, 2)), checked_at=checked,
            )  # fmt: skip
            for n in range(total if named else 0):
                late = self.rng.random() < 0.3
                yield Unit(
                    id=self._id(), stream=STREAM, source=owner, owner=owner, resource=code,
                    name=f"{owner} {code} {n}", checked_at=checked,
                    state="out" if self.rng.random() < 0.1 else "ready",
                    available_from=NOW + timedelta(hours=self.rng.randint(1, 6)) if late else None,
                )  # fmt: skip
        for _ in range(self.size.commitments // self.size.types):
            start = NOW + timedelta(hours=self.rng.randint(-24, 24))
            yield Commitment(
                id=self._id(), stream=STREAM, owner=self.rng.choice(holders), resource=code,
                quantity=1, from_at=start, source="KCR2", firmness="definite",
                until_at=start + timedelta(hours=self.rng.randint(4, 36)),
            )  # fmt: skip

    def _demand(self) -> Iterator[Record]:
        requests = max(1, self.size.lines // 10)
        for number in range(requests):
            start = NOW + timedelta(minutes=self.rng.choice((0, 60, 120, 240, 480)))
            request = AssistanceRequest(
                id=self._id(), stream=STREAM, title=f"Request {number}", status="in_treatment",
                region=f"VR{self.rng.randint(1, 25):02}", priority=self.rng.choice("11223344"),
                from_at=start,
                until_at=start + timedelta(hours=self.rng.choice((6, 10, 20, 30, 48))),
            )  # fmt: skip
            yield request
            for order in range(self.size.lines // requests):
                yield self._line(request, order)

    def _line(self, request: AssistanceRequest, order: int) -> RequestLine:
        """What is common is asked for more often than what is rare."""
        number = min(int(self.rng.expovariate(0.05)), self.size.types - 1)
        quantity = self.rng.choice((1, 2, 2, 3, 4, 6, 10))
        first = number // 6 * 6
        near = [t for t in range(first, min(first + 6, self.size.types)) if t != number]
        also = self.rng.sample(near, self.rng.choice((0, 0, 0, 1, 2)))
        return RequestLine(
            id=self._id(), stream=STREAM, about=request.id, order=order,
            resource=self.types[number], quantity=quantity,
            least=self.rng.choice((0, 0, quantity // 2, quantity)),
            alternatives=frozenset(self.types[t] for t in also),
        )  # fmt: skip


# -- measured --------------------------------------------------------------------------------------


def measure(_folder: Path, seeds: int = 8) -> list[Figure]:
    """Plans for 200 lines, 40 owners, 60 types: how long each takes, what is proven, and by
    how much they are better than the nearest-first plan. The first one warms up and is left out.
    """
    plan(instance(seeds), NOW, second=False)
    times, made = [], []
    for seed in range(seeds):
        book = instance(seed)
        began = time.perf_counter()
        made.append(plan(book, NOW, second=False))
        times.append(time.perf_counter() - began)
    proven = sum(p.optimal for p in made)
    worst = max(p.gap_share for p in made)
    return [
        Figure("a plan for 200 lines, 40 owners, 60 types", median(times), "s", 1.0,
               f"median of {seeds} seeded crises"),
        Figure("the longest of these", max(times), "s", 1.0, ""),
        Figure("plans not proven in that time", float(seeds - proven), f"of {seeds}", None,
               f"the widest gap stated is {worst:.2%} of the cost"),
        Figure("cost of a plan / of the nearest-first plan, at worst",
               max(p.score.cost / p.greedy.cost for p in made), "×", 1.0,
               f"at best {min(p.score.cost / p.greedy.cost for p in made):.2f}"),
        _until_proven(seeds),
        *_better(made),
    ]  # fmt: skip


def _until_proven(seeds: int) -> Figure:
    """How long it takes when nobody hurries: until each plan is proven, ten seconds at most."""
    times, proven = [], 0
    for seed in range(seeds):
        book = instance(seed)
        began = time.perf_counter()
        proven += plan(book, NOW, seconds=10, second=False).optimal
        times.append(time.perf_counter() - began)
    detail = f"{proven} of {seeds} proven within 10 s; worst {max(times):.2f} s"
    return Figure("until a plan is proven", median(times), "s", None, detail)


def _better(made: list[Plan]) -> list[Figure]:
    """The sums over all plans against those of the nearest-first plans."""
    figures = []
    for priority in range(4):
        figures.append(
            _against(
                f"units unfilled, priority {priority + 1}",
                sum(p.score.unfilled[priority] for p in made),
                sum(p.greedy.unfilled[priority] for p in made),
            )
        )
    return [
        *figures,
        _against(
            "units without relief",
            sum(p.score.relief_missing for p in made),
            sum(p.greedy.relief_missing for p in made),
        ),
        _a_unit(
            "journey of a unit",
            sum(p.score.journey_minutes for p in made) / sum(p.score.sent for p in made),
            sum(p.greedy.journey_minutes for p in made) / sum(p.greedy.sent for p in made),
        ),
        _against(
            "journey hours of all units",
            sum(p.score.journey_minutes for p in made) // 60,
            sum(p.greedy.journey_minutes for p in made) // 60,
        ),
        _against(
            "hours late of all units",
            sum(p.score.late_minutes for p in made) // 60,
            sum(p.greedy.late_minutes for p in made) // 60,
        ),
        _against(
            "units below remaining cover (restdekking)",
            sum(p.score.below_cover for p in made),
            sum(p.greedy.below_cover for p in made),
        ),
    ]


def _against(what: str, ours: int, nearest_first: int) -> Figure:
    return Figure(what, float(ours), "", None, f"nearest first: {nearest_first:,}")


def _a_unit(what: str, ours: float, nearest_first: float) -> Figure:
    return Figure(what, ours / 60, "h", None, f"nearest first: {nearest_first / 60:.3g} h")
