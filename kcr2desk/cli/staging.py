"""Plays the worked scenario on a hub: several accounts write it, each at its own headless desk.

Nothing is put into the database behind the back of the program: history, outcomes, conflicts and
refusals are real. Only the clock is staged, so that what was written five hours ago says so.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kcr2desk.cli.scenario import INCIDENTS, PEOPLE, REPORTS, Person, Told, fields_of
from kcr2desk.cli.scenario_files import Came, files
from kcr2desk.cli.staging_bijstand import BijstandStage
from kcr2desk.cli.staging_repatriation import RepatriationStage
from kcr2desk.core.access import KCR2
from kcr2desk.exchange.intake import changes, take_in
from kcr2desk.headless import Desk, wall_clock

PASSWORD = "demo demo demo demo"  # of a hub that lives as long as the demo
KEY_BYTES = 32
AT_WORK = "devries"
"""The account whose window the demo shows."""

NOT_HERE = "vnog"
"""The account of a region, whose change of a record that is not its own was refused."""

_MINUTE = 60_000


class StagedClock:
    """A clock that is set to a moment of the scenario, and goes by itself after `let_go`."""

    def __init__(self, now: int) -> None:
        self.end = now
        self._at: int | None = now

    def __call__(self) -> int:
        """Milliseconds since 1970."""
        return wall_clock() if self._at is None else self._at

    def utc(self) -> datetime:
        """The same as an aware datetime."""
        return datetime.fromtimestamp(self() / 1000, UTC)

    @property
    def end_utc(self) -> datetime:
        """The last minute of the scenario."""
        return datetime.fromtimestamp(self.end / 1000, UTC)

    def set(self, minutes: float) -> None:
        """So many minutes before the end of the scenario."""
        self._at = self.end - round(minutes * _MINUTE)

    def let_go(self) -> None:
        """From now on by the machine."""
        self._at = None


@dataclass(frozen=True, slots=True, order=True)
class _Act:
    """Something that an account does, `minutes` before the end. Acts run from early to late."""

    order: tuple[float, int]
    account: str = field(compare=False)
    run: Callable[[Desk], object] = field(compare=False)

    @property
    def minutes(self) -> float:
        return -self.order[0]


def _goes_on(act: _Act, following: _Act) -> bool:
    """Whether the same person does the next thing at once: then both go up together."""
    return act.account == following.account and act.minutes - following.minutes < 3


@dataclass(slots=True)
class Staged:
    """The scenario as it stands: its desks, which stay open, and the ids of what has a key."""

    desks: Mapping[str, Desk]
    incidents: Mapping[str, str]
    reports: Mapping[str, str]


class Stage:
    """Plays the scenario. `folder_for` says where the cache of an account lies, `key_for` its key.

    The desks are closed by `stack`.
    """

    def __init__(
        self,
        hub_url: str,
        clock: StagedClock,
        stack: ExitStack,
        *,
        folder_for: Callable[[str], Path],
        key_for: Callable[[str], bytes],
    ) -> None:
        self._clock = clock
        self._rng = random.Random(2026)
        self._numbers = 0
        self._acts: list[_Act] = []
        self._ids: dict[str, str] = {}
        self._incidents: dict[str, str] = {}
        self._owners = {p.called: p.account for p in PEOPLE if p.called}
        clock.set(REPORTS[0].minutes + 60)
        self.desks: dict[str, Desk] = {}
        for person in PEOPLE:
            desk = Desk.open(
                folder_for(person.account),
                hub=hub_url,
                user=person.account,
                password=PASSWORD,
                key=key_for(person.account),
                clock=clock,
                rng=random.Random(f"demo {person.account}"),
                name=f"werkplek {person.shown}",
            )
            stack.callback(desk.close)
            self.desks[person.account] = desk

    def play(self) -> Staged:
        """Play it from the first report to the last minute."""
        self._write_incidents()
        for told in REPORTS:
            self._report(told)
        for came in files(self._clock.end_utc):
            self._file(came)
        BijstandStage(self._at, self._clock.end_utc, self._incidents).plan()
        RepatriationStage(self._at, self._clock.end_utc, self._fetch).plan()
        acts = sorted(self._acts)
        for act, following in zip(acts, [*acts[1:], None], strict=True):
            self._clock.set(act.minutes)
            act.run(self.desks[act.account])
            if following is None or not _goes_on(act, following):
                _synced(self.desks[act.account])
        self._together(self.desks)
        self._disagree()
        self._clock.set(0)
        self._read()
        self._together(self.desks)
        return Staged(self.desks, self._incidents, self._ids)

    # acting

    def _at(self, minutes: float, account: str, run: Callable[[Desk], object]) -> None:
        """Plan an act; what would come after the last half minute did not happen yet."""
        if minutes >= 0.5:
            self._numbers += 1
            self._acts.append(_Act((-minutes, self._numbers), account, run))

    def _together(self, accounts: Iterable[str]) -> None:
        for account in accounts:
            _synced(self.desks[account])

    def _seen(self, desk: Desk, report: str) -> None:
        """Fetch what others wrote before changing it."""
        self._fetch(desk, "report", report)

    def _fetch(self, desk: Desk, kind: str, record: str) -> None:
        if desk.get(kind, record) is None:
            _synced(desk)

    # what happens

    def _write_incidents(self) -> None:
        starts = {t.incident: t.minutes for t in reversed(REPORTS) if t.incident}
        desk = self.desks[AT_WORK]
        for key, about in INCIDENTS.items():
            self._clock.set(starts[key] + 5)
            self._incidents[key] = desk.save(
                "incident",
                **about,
                started_at=self._clock.utc(),
                audience=frozenset({"government", "regions", "partners"}),
            )
        _synced(desk)

    def _report(self, told: Told) -> None:
        """A report is written down, then judged, taken up and dealt with, each in its time."""
        officers = [p.account for p in PEOPLE if p.role == "duty_officer"]
        owner = self._owners.get(told.owner, "")
        writer = told.by or owner or self._rng.choice(officers)
        dealer = owner or self._rng.choice(officers)
        person = next(p for p in PEOPLE if p.account == writer)
        fields = self._fields(told, person)
        later = {name: fields.pop(name) for name in ("owner", "acknowledged_by")}
        judged = {name: fields[name] for name in ("reliability", "credibility")}
        fields |= {"reliability": "F", "credibility": "6", "status": "new"}
        made: dict[str, str] = {}

        def write(desk: Desk) -> None:
            made["id"] = desk.save("report", **fields)
            if told.key:
                self._ids[told.key] = made["id"]

        def edit(**values: Any) -> Callable[[Desk], object]:
            def run(desk: Desk) -> None:
                self._seen(desk, made["id"])
                desk.edit("report", made["id"], **values)

            return run

        at = told.minutes - 1.0
        self._at(max(at, 0.6), writer, write)
        self._at(at - 1.5, dealer, edit(**judged))
        if later["acknowledged_by"]:
            self._at(at - 2, later["acknowledged_by"], edit(**{
                "acknowledged_by": later["acknowledged_by"]}))  # fmt: skip
        if later["owner"]:
            self._at(at - 2.5, owner, edit(owner=owner, status="in_progress"))
        if told.status in ("processed", "closed"):
            self._at(at - self._rng.uniform(3, 12), dealer, edit(status="processed"))
        if told.status == "closed":
            self._at(at - self._rng.uniform(20, 40), dealer, edit(status="closed"))

    def _fields(self, told: Told, writer: Person) -> dict[str, Any]:
        incident = self._incidents.get(told.incident, "")
        fields = fields_of(
            told, incident, self._clock.end_utc, {**self._owners, "jansen": "jansen"}
        )
        fields["source"] = writer.region or KCR2
        return fields

    def _file(self, came: Came) -> None:
        """A mail or an alert is brought in, the way the panel and `kcr2desk import` do it."""

        def run(desk: Desk) -> None:
            taken = take_in(came.data, came.name, now=self._clock.utc())
            assert not taken.problems, taken.problems
            for item in taken.items:
                for file in item.files:
                    desk.cache.put_file(item.stream, file.data)
                desk.cache.save(item.stream, changes(item))
                self._ids[came.name] = item.id

        def judge(desk: Desk) -> None:
            report = desk.values("report", self._ids[came.name])
            assert report is not None
            about = {n: v for n, v in came.about.items() if v}
            if "incident" in about:
                about["incident"] = self._incidents[about["incident"]]
            if not report["urgent"]:
                about.pop("acknowledged_by", None)
            desk.edit("report", self._ids[came.name], **about)

        self._at(came.minutes, came.by, run)
        if came.about:
            self._at(came.minutes - 4, came.by, judge)

    def _disagree(self) -> None:
        """Two officers change one report without seeing each other's change, and a region changes
        what is not its own."""
        camping, dike = self._ids["camping"], self._ids["dijk"]
        mine, theirs = self.desks[AT_WORK], self.desks["jansen"]
        self._clock.set(14)
        theirs.edit(
            "report", camping,
            title="Camping De Berkenhorst ontruimd, 365 gasten naar sporthal Mheenpark",
            status="processed",
        )  # fmt: skip
        self._clock.set(13)
        mine.edit(
            "report", camping,
            title="Camping De Berkenhorst wordt ontruimd, 340 gasten en 12 in rolstoel",
            place="Camping De Berkenhorst, Beemte",
        )  # fmt: skip
        _synced(theirs)
        _synced(mine)
        region = self.desks[NOT_HERE]
        self._clock.set(11)
        _synced(region)
        grip = next((r for r in region.all("report") if getattr(r, "source", "") == KCR2), None)
        if grip is not None:
            region.edit("report", grip.id, status="closed")
            _synced(region)
        self._clock.set(9)
        _synced(theirs)
        theirs.edit("report", dike, owner="jansen", status="in_progress")
        _synced(theirs)

    def _read(self) -> None:
        """Officers read what came in before the last half hour."""
        limit = self._clock.end - 30 * _MINUTE
        for account in self.desks:
            desk = self.desks[account]
            _synced(desk)
            read = [
                r.id
                for r in desk.all("report")
                if (at := getattr(r, "received_at", None)) is not None
                and at.timestamp() * 1000 < limit
            ]
            desk.cache.mark_read("report", read)
        mine = self.desks[AT_WORK]
        for attachment in mine.all("attachment"):
            mine.cache.want_file(str(getattr(attachment, "digest", "")))


def _synced(desk: Desk) -> None:
    health = desk.sync(30)
    if not health.ok and health.line.value not in ("current", "refused", "behind"):
        raise RuntimeError(f"the demo's own hub does not answer: {health}")


def trickle(desks: Mapping[str, Desk], incidents: Mapping[str, str], told: Iterable[Told],
            stop: threading.Event, *, every: float) -> None:  # fmt: skip
    """Let a report come in every so many seconds until `stop`: what a running demo shows."""
    owners = {p.called: p.account for p in PEOPLE if p.called}
    for number, one in enumerate(told):
        if stop.wait(every):
            return
        account = one.by or ("jansen", "bakker")[number % 2]
        person = next(p for p in PEOPLE if p.account == account)
        fields = fields_of(one, incidents.get(one.incident, ""), datetime.now(UTC), owners)
        desks[account].save("report", **fields | {"source": person.region or KCR2})
        desks[account].sync(10)
