"""Many desks that promise the same scarce unit at once: never twice, and each knows its outcome."""

from __future__ import annotations

import random
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kcr2desk.cli.bench_line import USER, served
from kcr2desk.cli.figures import Figure
from kcr2desk.core.bijstand import Commitment
from kcr2desk.core.book import Book
from kcr2desk.core.holding import peak
from kcr2desk.headless import Desk
from kcr2desk.store import Changed

DESKS = 50
PROMISES = 1000
OWN = {"owner": "DEF", "source": "DEF", "resource": "fire_bucket"}
NOW = datetime(2026, 7, 24, 14, tzinfo=UTC)


class Watcher:
    """A desk that follows, and counts at each change the most that was promised at any moment."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.worst = 0
        self.looks = 0
        self.book = Book()
        desk.follow(self._changed)

    def _changed(self, changed: Changed) -> None:
        if changed.type != "commitment":
            return
        ids = changed.ids
        found = self.desk.all("commitment") if ids is None else map(self._get, sorted(ids))
        for record in found:
            if record is not None:
                self.book.put(record)
        self.looks += 1
        self.worst = max(self.worst, peak(self.book.holds("DEF", "fire_bucket")))

    def _get(self, record: str) -> Commitment | None:
        found = self.desk.get("commitment", record)
        return found if isinstance(found, Commitment) else None


def measure(folder: Path) -> list[Figure]:
    """`PROMISES` promises of one unit from `DESKS` desks that were offline, all pushed at once."""
    password = secrets.token_urlsafe(16)
    with served(folder / "hub", password) as url, ExitStack() as stack:

        def desk(name: str) -> Desk:
            key = secrets.token_bytes(32)
            opened = Desk.open(folder / name, hub=url, user=USER, password=password, key=key)
            return stack.enter_context(opened)

        room = desk("room")
        unit = room.save("unit", name="Chinook 1", **OWN)
        assert room.sync(60).ok
        desks = [desk(f"desk-{n}") for n in range(DESKS)]
        for each in desks:
            assert each.sync(60).ok
        watcher = Watcher(room)
        _promise(desks, unit)
        took = _all_at_once(desks)
        told, waiting = 0, 0
        for each in desks:
            assert each.sync(60).ok
            told += len(each.attention().refusals)
            waiting += len(each.pending())
        room.stop()
        assert room.sync(60).ok
        book = Book(room.all("commitment"))
        stood = len(book.commitments())
    worst = max(watcher.worst, peak(book.holds("DEF", "fire_bucket")))
    told_of = f"{stood} stand, {told} refused and told"
    return [
        Figure(f"{PROMISES:,} promises of one unit from {DESKS} desks", took, "s", None,
               f"{PROMISES / took:,.0f} rulings/s; {told_of}"),
        Figure("the most of one unit promised at any moment", worst, "", 1,
               f"looked at {watcher.looks} times while it happened, and at the end"),
        Figure("promises whose desk does not know the outcome", PROMISES - stood - told + waiting,
               "", 0),
    ]  # fmt: skip


def _promise(desks: list[Desk], unit: str) -> None:
    rng = random.Random(9)
    word = {"word": "owner", "authority": "Defensie Operatie Centrum", "how": "phone"}
    for n in range(PROMISES):
        start = NOW + timedelta(minutes=rng.randrange(0, 14 * 24 * 60, 15))
        until = start + timedelta(hours=rng.randrange(1, 12))
        desks[n % len(desks)].save(
            "commitment", unit=unit, from_at=start, until_at=until, **word, **OWN
        )


def _all_at_once(desks: list[Desk]) -> float:
    gate = threading.Barrier(len(desks) + 1)

    def run(push: Callable[[], object]) -> None:
        gate.wait()
        push()

    threads = [threading.Thread(target=run, args=(each.line.push,)) for each in desks]
    for thread in threads:
        thread.start()
    gate.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began
