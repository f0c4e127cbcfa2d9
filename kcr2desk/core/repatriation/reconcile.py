"""Reconcile an arrival: applied, eligible, manifest, boarded, arrived, registered, handed over.

    muster = Muster().load(book)
    found = reckon(muster.snapshot(book), arrival.id, now)
    for finding in found.findings:          # every difference, the most urgent first
        print(finding.kind, [human.id for human in finding.humans])

What is counted are human beings. From each stage to the next nobody gets lost and nobody appears
without being named: `count = count before - lost + gained`, and each of `lost` and `gained` stands
in one finding. Stages of which no list says anything are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from kcr2desk.core.repatriation.operation import Arrival
from kcr2desk.core.repatriation.people import LISTS
from kcr2desk.core.repatriation.progress import WINDOW
from kcr2desk.core.repatriation.reconcile_kinds import (
    KINDS,
    REGISTERED,
    STAGES,
    Finding,
    Gap,
    ListCount,
    Reckoning,
    Tally,
)
from kcr2desk.core.repatriation.reconcile_people import Human, Snapshot

LISTED: Final = ("manifest", "boarded")
"""Lists of who travels."""
AFTER_LANDING: Final = timedelta(minutes=30)
"""So long after an arrival nobody is missed yet, though no desk has seen anybody."""


def reckon(snapshot: Snapshot, arrival: str, now: datetime) -> Reckoning:
    """Reconcile one arrival, or everything for ""."""
    return _Desk(snapshot, arrival, now).reckoning()


class _Desk:
    """The sums of one reckoning under way."""

    def __init__(self, snapshot: Snapshot, arrival: str, now: datetime) -> None:
        self._all, self._arrival, self._now = snapshot, arrival, now
        every: Iterable[Human] = snapshot.humans.values()
        if arrival:
            every = [h for h in every if arrival in h.arrivals or arrival in h.came]
        self._humans = [h for h in every if not h.aside]
        self._apart = [h for h in every if h.aside]
        self._arrivals = {a.id: a for a in snapshot.arrivals}
        self._kinds: dict[str, dict[str, Human]] = defaultdict(dict)
        self._lists = self._lists_of(snapshot.humans.values())
        self._states = self._states_of(snapshot.humans.values())

    def reckoning(self) -> Reckoning:
        marks = [self._reached(h) for h in self._humans]
        tallies = self._tallies(marks)
        for human in self._apart:
            self._kinds[human.aside][human.id] = human
        for human in (*self._humans, *self._apart):
            for kind in self._remarks(human):
                self._kinds[kind][human.id] = human
        findings = tuple(
            Finding(kind, tuple(self._kinds[kind].values()))
            for kind in KINDS
            if self._kinds.get(kind)
        )
        counts = self._counts()
        here = {h.id for h in (*self._humans, *self._apart)}
        humans = self._all.humans
        pairs = tuple(
            (humans[p.one], humans[p.other], p)
            for p in self._all.pairs
            if (p.one in here or p.other in here)
        )
        return Reckoning(
            self._arrival, tallies, findings, pairs, self._gaps(), counts, self._landed(),
            self._all.fresh,
        )  # fmt: skip

    # -- what is known of arrivals -----------------------------------------------------------------

    def _lists_of(self, humans: Iterable[Human]) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for human in humans:
            for name, arrivals in (("manifest", human.manifest), ("boarded", human.boarded)):
                for arrival in arrivals:
                    found[arrival].add(name)
        return found

    def _states_of(self, humans: Iterable[Human]) -> Mapping[str, str]:
        """How each arrival stands: "cancelled", "expected", "busy" (desks see people of it) or
        "quiet" (who is not here now is missed)."""
        last: dict[str, datetime | None] = {}
        for human in humans:
            for arrival in human.came:
                before, seen = last.get(arrival), human.seen_at
                if before is None or (seen is not None and seen > before):
                    last[arrival] = seen
        return {a.id: self._state(a, a.id in last, last.get(a.id)) for a in self._all.arrivals}

    def _state(self, arrival: Arrival, seen: bool, last: datetime | None) -> str:
        if arrival.status == "cancelled":
            return "cancelled"
        if arrival.status == "closed":
            return "quiet"
        landed = arrival.status == "arrived" or arrival.actual_at is not None or seen
        if not landed:
            return "expected"
        if last is not None and self._now - last < WINDOW:
            return "busy"
        since = arrival.actual_at
        fresh = since is not None and self._now - since < AFTER_LANDING
        return "busy" if fresh and last is None else "quiet"

    def _landed(self) -> bool:
        wanted = [self._arrival] if self._arrival else list(self._arrivals)
        states = [self._states.get(a, "expected") for a in wanted]
        return bool(states) and all(s in ("busy", "quiet", "cancelled") for s in states)

    # -- stages ------------------------------------------------------------------------------------

    def _reached(self, human: Human) -> tuple[bool, ...]:
        here = self._arrival in human.came if self._arrival else human.here
        on, aboard = bool(human.manifest), bool(human.boarded)
        if self._arrival:
            on, aboard = self._arrival in human.manifest, self._arrival in human.boarded
        return (
            human.applied, human.eligible == "yes", on, aboard, here,
            here and human.outcome in REGISTERED, here and human.handed,
        )  # fmt: skip

    def _told(self) -> list[bool]:
        humans = self._humans
        lists = self._lists.get(self._arrival, set()) if self._arrival else {
            name for names in self._lists.values() for name in names}  # fmt: skip
        judged = any(line.eligible for h in humans for line in h.live_lines if h.eligible)
        return [
            any(h.applied for h in humans), judged, "manifest" in lists, "boarded" in lists,
            True, True, True,
        ]  # fmt: skip

    def _tallies(self, marks: list[tuple[bool, ...]]) -> tuple[Tally, ...]:
        told = self._told()
        counts = [sum(column) for column in zip(*marks, strict=True)] or [0] * len(STAGES)
        steps = list(pairwise(place for place, known in enumerate(told) if known))
        lost: dict[int, dict[str, int]] = {b: defaultdict(int) for _, b in steps}
        gained: dict[int, dict[str, int]] = {b: defaultdict(int) for _, b in steps}
        for human, mark in zip(self._humans, marks, strict=True):
            for before, after in steps:
                if mark[before] == mark[after]:
                    continue
                if mark[before]:
                    kind = self._lost(human, STAGES[before], STAGES[after])
                    lost[after][kind] += 1
                else:
                    kind = self._gained(human, STAGES[before], STAGES[after])
                    gained[after][kind] += 1
                self._kinds[kind][human.id] = human
        return tuple(
            Tally(stage, told[n], counts[n], dict(lost.get(n, {})), dict(gained.get(n, {})))
            if told[n]
            else Tally(stage, False)
            for n, stage in enumerate(STAGES)
        )

    def _lost(self, human: Human, before: str, after: str) -> str:
        if after == "registered":
            return human.outcome or "unregistered"
        if after == "handed_over":
            if human.outcome in ("hospital", "referred"):
                return human.outcome
            return "gone" if human.out else "not_handed_over"
        if after == "eligible" and human.eligible == "no":
            return human.settled or "not_eligible"
        if human.settled and not human.here:
            return human.settled
        if after == "eligible":
            return "unjudged"
        if before in ("applied", "eligible"):
            return {"applied": "applied_unlisted", "eligible": "eligible_unlisted"}[before] if (
                after != "arrived") else "waiting"  # fmt: skip
        return self._missing(human, after)

    def _missing(self, human: Human, after: str) -> str:
        """Listed to travel, and not at the next stage."""
        flights = self._flights(human)
        if after == "boarded":
            if not any("boarded" in self._lists.get(f, ()) for f in flights):
                return "silent" if self._is_here(human) else self._absent(human, flights, after)
            if human.here:
                return "off_boarding" if self._is_here(human) else "came_other"
            cancelled = all(self._states.get(f) == "cancelled" for f in flights)
            return "flight_cancelled" if cancelled else "not_boarded"
        return self._absent(human, flights, after)

    def _flights(self, human: Human) -> frozenset[str]:
        return frozenset((self._arrival,)) if self._arrival else human.boarded or human.manifest

    def _is_here(self, human: Human) -> bool:
        return self._arrival in human.came if self._arrival else human.here

    def _absent(self, human: Human, flights: frozenset[str], after: str) -> str:
        if human.here:
            return "came_other"
        states = {self._states.get(f, "quiet") for f in flights}
        if states == {"cancelled"}:
            return "flight_cancelled"
        if "busy" in states:
            return "awaited"
        if "quiet" not in states:
            return "expected"
        return "boarded_missing" if after == "arrived" and human.boarded else "listed_missing"

    def _gained(self, human: Human, before: str, after: str) -> str:
        if after == "handed_over":
            return "handed_unregistered"
        if after == "eligible":
            return "not_applied"
        if after in LISTED and before in ("applied", "eligible"):
            return self._unasked(human, before)
        if after == "boarded":
            if human.manifest:
                return "wrong_flight"
            flights = self._flights(human)
            known = any("manifest" in self._lists.get(f, ()) for f in flights)
            return "boarded_unlisted" if known else "silent"
        return self._unforeseen(human)

    def _unasked(self, human: Human, before: str) -> str:
        """Listed to travel without having gone through the stages before."""
        if human.eligible == "no":
            return "not_eligible" if human.settled else "listed_ineligible"
        return "listed_unjudged" if before == "eligible" else "not_applied"

    def _unforeseen(self, human: Human) -> str:
        """Arrived, and not at the stage before."""
        flights = frozenset((self._arrival,)) if self._arrival else human.came
        told = {name for f in flights for name in self._lists.get(f, ())}
        if (flights & human.manifest) or (not self._arrival and human.manifest):
            return "off_boarding" if "boarded" in told else "silent"
        if not told:
            return "silent"
        if human.manifest or human.boarded:
            return "wrong_flight"
        return "besides" if human.besides else "unlisted"

    # -- beside the sums ---------------------------------------------------------------------------

    def _remarks(self, human: Human) -> Iterable[str]:
        if len(human.persons) + len(human.lines) == 1:
            return
        live = human.live_persons
        if not live and not human.aside and any(p.outcome == "duplicate" for p in human.persons):
            yield "duplicate_of_nobody"
        if len(live) > 1:
            yield "registered_twice"
        if human.settled and human.here:
            yield "settled_here"
        flights = {f for f in human.manifest | human.boarded
                   if self._states.get(f, "") != "cancelled"}  # fmt: skip
        if len(flights) > 1 and not human.here and not human.settled:
            yield "two_flights"
        if human.here and not self._arrival and flights and not flights & human.came:
            yield "wrong_flight"
        places = [(line.list, line.arrival) for line in human.live_lines]
        if len(set(places)) < len(places):
            yield "listed_twice"

    def _counts(self) -> tuple[ListCount, ...]:
        found = {name: dict.fromkeys(("lines", "humans", "twice", "crew", "errors"), 0)
                 for name in LISTS}  # fmt: skip
        for human in (*self._humans, *self._apart):
            seen: set[str] = set()
            for line in human.lines:
                if self._arrival and line.arrival not in ("", self._arrival):
                    continue
                count = found[line.list]
                count["lines"] += 1
                if line.settled == "error":
                    count["errors"] += 1
                elif human.aside == "crew":
                    count["crew"] += 1
                elif line.list in seen:
                    count["twice"] += 1
                else:
                    count["humans"] += 1
                    seen.add(line.list)
        return tuple(ListCount(name, **each) for name, each in found.items() if each["lines"])

    def _gaps(self) -> tuple[Gap, ...]:
        wanted = [self._arrival] if self._arrival else list(self._arrivals)
        everybody = (*self._humans, *self._apart)
        crew: dict[tuple[str, str], int] = defaultdict(int)
        count: dict[tuple[str, str], int] = defaultdict(int)
        for human in everybody:
            if not human.manifest and not human.boarded:
                continue
            for name, arrivals in (("manifest", human.manifest), ("boarded", human.boarded)):
                for arrival in arrivals:
                    (crew if human.aside == "crew" else count)[arrival, name] += 1
        gaps = []
        for found in (self._arrivals[a] for a in wanted if a in self._arrivals):
            name = "boarded" if count[found.id, "boarded"] else "manifest"
            counted, staff = count[found.id, name], crew[found.id, name]
            said = found.declared_count
            if counted and said is not None and said not in (counted, counted + staff):
                gaps.append(Gap("declared", found.id, said, counted, name))
            if found.capacity is not None and counted > found.capacity:
                gaps.append(Gap("seats", found.id, found.capacity, counted, name))
        return tuple(gaps)
