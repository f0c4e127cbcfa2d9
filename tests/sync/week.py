"""A week in which two heaths burn and a river floods, played at random by desks of real people.

What happens is chosen by a seed and by what each officer sees on the own desk, which is often old:
desks go without the line for hours. `tests.sync.week_play` has what they do, `week_holds` what must
be true of it.
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kcr2desk.core.bijstand import capacity_id
from kcr2desk.core.book import TYPES, Book, records_of
from kcr2desk.core.changes import Change, Entry, How
from kcr2desk.core.records import wire_values
from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from kcr2desk.store import Changed
from tests.sync.conftest import PASSWORD, Desks
from tests.sync.equal import entries_at
from tests.sync.test_restored import Relocated

HERE = ZoneInfo("Europe/Amsterdam")
BONAIRE = ZoneInfo("America/Kralendijk")

PEOPLE: dict[str, tuple[str, str]] = {
    "jansen": ("duty_officer", ""),
    "devries": ("duty_officer", ""),
    "smit": ("duty_officer", ""),
    "bakker": ("liaison", ""),
    "vnog": ("region_officer", "VR06"),
    "brabant": ("region_officer", "VR22"),
    "limburg": ("region_officer", "VR24"),
    "bonaire": ("region_officer", "BQ-BO"),
}
NUMBERS = (
    "fire_platoon",
    "water_transport",
    "wildfire_platoon",
    "pump",
    "rescue_boat",
    "care_team",
)
OWNERS = ("VR05", "VR06", "VR07", "VR20", "VR22", "VR23", "VR24", "BQ-BO", "AW")
UNITS = (
    ("DEF", "fire_bucket", 3), ("DEF", "engineers", 2), ("VR06", "handcrew", 2),
    ("VR24", "hcp_pump", 2), ("KNRM", "lifeboat", 2),
)  # fmt: skip

TIMES = {
    "en_route": "departed_at", "on_site": "arrived_at", "relieved": "relieved_at",
    "released": "released_at", "returned": "returned_at",
}  # fmt: skip
"""The states of a deployment in their order, and what dates each."""


@dataclass
class Player:
    """An officer at a desk, with a book that follows the cache as a screen does."""

    name: str
    role: str
    owner: str
    desk: Desk
    book: Book = field(default_factory=Book)
    away_until: datetime | None = None
    sent: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    """All that was saved here, by changeset."""
    given_up: set[str] = field(default_factory=set)
    """What the hub refused and the officer then gave up."""
    told: list[str] = field(default_factory=list)
    """The codes of all refusals."""
    _news: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk.cache.subscribe(self._news.append)
        self.book.become(records_of(self.desk.all))

    @property
    def in_room(self) -> bool:
        return self.role == "duty_officer"

    def look(self) -> Book:
        """The book, brought up to date by what the cache told."""
        news, self._news[:] = list(self._news), []
        for changed in news:
            if changed.type and changed.type not in TYPES:
                continue
            if changed.ids is None:
                self.book.become(records_of(self.desk.all))
                continue
            for record_id in changed.ids if changed.type else ():
                record = self.desk.get(changed.type, record_id)
                if record is None:
                    self.book.drop(changed.type, record_id)
                else:
                    self.book.put(record)
        return self.book

    def save(self, *changes: Change | None) -> str:
        """Save one changeset; returns its id."""
        made = self.desk.cache.save("national", [c for c in changes if c is not None])
        self.note()
        return made

    def edit(self, type_name: str, record_id: str, **fields: Any) -> str | None:
        made = self.desk.edit(type_name, record_id, **fields)
        self.note()
        return made

    def note(self) -> None:
        """Remember what waits for the hub."""
        for waiting in self.desk.pending():
            self.sent.setdefault(waiting.id, waiting.changes)

    def new(self, type_name: str, fields: dict[str, Any], record_id: str = "") -> Change:
        """The change that makes a record."""
        name = record_id or self.desk.cache.new_id()
        return Change(type_name, name, How.NEW, wire_values(type_name, fields))

    def change(self, type_name: str, record_id: str, **fields: Any) -> Change:
        """The change of a record from what is seen here."""
        shown = self.desk.values(type_name, record_id)
        assert shown is not None
        wire = wire_values(type_name, fields)
        edited = {n: [shown[n], v] for n, v in wire.items() if shown[n] != v}
        return Change(type_name, record_id, How.EDIT, edited)


@dataclass
class Week:
    """The hub, the desks and the time."""

    folder: Path
    dsn: str
    address: Relocated
    desks: Desks
    rng: random.Random
    now: datetime
    players: list[Player] = field(default_factory=list)
    hub: RunningHub | None = None
    before_restore: list[Entry] = field(default_factory=list)
    """The log as it was when the hub was lost."""
    _hub: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def clock(self) -> int:
        return round(self.now.timestamp() * 1000)

    # -- the hub -----------------------------------------------------------------------------------

    def start(self) -> None:
        made = running_hub(self.folder / "hub", dsn=self.dsn, now=lambda: self.now)
        self.hub = self._hub.enter_context(made)
        for name, (role, region) in PEOPLE.items():
            self.hub.add_user(name, PASSWORD, role, region=region)
        self.address.point_to(self.hub.url)

    def stop(self) -> None:
        self._hub.close()
        self.hub = None
        self.address.point_to("http://127.0.0.1:9")

    def restore(self, backup: str) -> None:
        """The hub comes back older: on a copy that was made before."""
        assert self.hub is None
        self.before_restore = entries_at(self.dsn)
        self.dsn = backup
        self.start()

    # -- people ------------------------------------------------------------------------------------

    def come_in(self) -> None:
        """Everybody signs in."""
        for name, (role, region) in PEOPLE.items():
            desk = self.desks.open(name, name, clock=self.clock)
            assert desk.sync(20).ok
            self.players.append(Player(name, role, region, desk))

    def player(self, name: str) -> Player:
        return next(p for p in self.players if p.name == name)

    @property
    def room(self) -> list[Player]:
        return [p for p in self.players if p.in_room]

    def is_away(self, player: Player) -> bool:
        return player.away_until is not None

    def sync(self, players: Sequence[Player], rounds: int = 1) -> None:
        for _ in range(rounds):
            for player in players:
                health = player.desk.sync(20)
                assert health.ok or player.desk.attention().refusals, health

    def at(self, hours: float, zone: ZoneInfo = HERE) -> datetime:
        """A moment about this far from now, on the quarter of a clock on a wall in `zone`."""
        there = (self.now + timedelta(hours=hours)).astimezone(zone)
        there = there.replace(minute=there.minute // 15 * 15, second=0, microsecond=0)
        return there.astimezone(UTC)

    def first_numbers(self) -> None:
        """What everybody has, by the norm and by phone."""
        player = self.player("jansen")
        for owner in OWNERS:
            changes = []
            for resource in NUMBERS:
                number = self.rng.choice((None, 2, 3, 4, 6))
                fields = {
                    "source": owner, "owner": owner, "resource": resource, "norm": 3,
                    "available": number, "total": number, "checked_at": self.now,
                    "checked_by": player.name, "checked_how": "phone",
                    "reserve": self.rng.choice((None, 0, 1)),
                }  # fmt: skip
                record = capacity_id("national", owner, resource)
                changes.append(player.new("capacity", fields, record))
            player.save(*changes)
        for owner, resource, count in UNITS:
            for n in range(count):
                player.save(player.new("unit", {
                    "source": owner, "owner": owner, "resource": resource,
                    "name": f"{owner} {resource} {n + 1}", "state": "ready",
                }))  # fmt: skip

    def run(self, events: int, acts: Sequence[tuple[int, Callable[..., object]]]) -> None:
        """Let so much happen; what each officer does follows from the own screen."""
        weights = [weight for weight, _ in acts]
        for _ in range(events):
            self.now += timedelta(minutes=self.rng.randint(3, 75))
            player = self.rng.choice([*self.players, *self.room])
            (act,) = self.rng.choices([each for _, each in acts], weights)
            act(self, player, player.look())
            if self.hub is None or self.is_away(player):
                continue
            if self.rng.random() < 0.8:
                self.sync([player])
                settle(self, player)
            if self.rng.random() < 0.12:
                player.away_until = self.now + timedelta(hours=self.rng.uniform(2, 14))

    def back(self) -> list[Player]:
        """Who has the line again by now, in any order."""
        found = [p for p in self.players if p.away_until and p.away_until <= self.now]
        self.rng.shuffle(found)
        for player in found:
            player.away_until = None
        return found


def settle(week: Week, player: Player) -> None:
    """The officer reads what was refused, and corrects it or gives it up; conflicts are settled."""
    cache = player.desk.cache
    for refusal in cache.attention().refusals:
        assert refusal.changes == player.sent[refusal.id], "the payload is not what was saved"
        player.told.append(refusal.code)
        player.given_up.add(refusal.id)
        made = [c for c in refusal.changes if c.type == "commitment" and c.how is How.NEW]
        several = bool(made) and made[0].fields.get("quantity", 1) != 1
        if refusal.code == "over_committed" and several and week.rng.random() < 0.5:
            cache.retry(refusal.id, {"quantity": 1})
            player.note()
            continue
        cache.discard(refusal.id)
    if player.in_room:
        for conflict in cache.attention().conflicts:
            cache.settle(conflict.id, week.rng.choice((conflict.current, conflict.offered)))
            player.note()
