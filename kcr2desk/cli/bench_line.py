"""The way from desk to desk, through a hub in a process of its own on its own PostgreSQL."""

from __future__ import annotations

import os
import random
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kcr2desk.cli import figures
from kcr2desk.cli.bench_data import words_of
from kcr2desk.cli.figures import Figure, median, percentile
from kcr2desk.headless import Desk

REPORTS = 10_000
SEEN = 100  # reports whose way to another desk is timed
USER = "bench"


def measure(folder: Path) -> list[Figure]:
    """Push, pull and the way of one report, with two desks."""
    password = secrets.token_urlsafe(16)
    with served(folder / "hub", password) as url:

        def desk(name: str) -> Desk:
            return Desk.open(
                folder / name, hub=url, user=USER, password=password, key=secrets.token_bytes(32)
            )

        with desk("one") as one:
            assert one.sync(60).ok
            pushed = _push(one)
            with desk("fresh") as fresh:
                pulled = figures.seconds(lambda: _sync(fresh))
                assert len(fresh.all("report")) == REPORTS
                seen = _seen(one, fresh)
    return [
        Figure(f"{REPORTS:,} reports made offline, pushed", pushed, "s", 2.0,
               f"{REPORTS / pushed:,.0f} reports/s"),
        Figure(f"{REPORTS:,} reports pulled by a fresh desk", pulled, "s", 1.0,
               f"{REPORTS / pulled:,.0f} reports/s"),
        Figure("a report seen on another desk, median", median(seen) * 1e3, "ms", 100.0),
        Figure("a report seen on another desk, 99 %", percentile(seen, 0.99) * 1e3, "ms", 300.0),
    ]  # fmt: skip


def _push(desk: Desk) -> float:
    rng = random.Random(4)
    for n in range(REPORTS):
        desk.save("report", title=f"{n} {words_of(rng, 5)}", text=words_of(rng, 40))
    began = time.perf_counter()
    desk.line.push()
    took = time.perf_counter() - began
    assert desk.health.waiting == 0
    return took


def _sync(desk: Desk) -> None:
    assert desk.sync(60).ok


def _seen(one: Desk, other: Desk) -> list[float]:
    """Seconds from "bewaard" on one desk to the change in the cache of the other."""
    arrived: dict[str, float] = {}
    wanted = threading.Event()

    def changed(change: object) -> None:
        now = time.perf_counter()
        for record in getattr(change, "ids", None) or ():
            arrived.setdefault(record, now)
        wanted.set()

    one.follow()
    other.follow(changed)
    time.sleep(1)
    took = []
    for n in range(SEEN):
        report = one.save("report", title=f"Onderweg {n}")
        began = time.perf_counter()
        while report not in arrived:
            wanted.wait(1)
            wanted.clear()
            assert time.perf_counter() - began < 30
        took.append(arrived[report] - began)
        time.sleep(0.03)
    one.stop()
    other.stop()
    return took


@contextmanager
def served(folder: Path, password: str) -> Iterator[str]:
    """`kcr2desk hub serve` with one account; the address where it listens."""
    run = [sys.executable, "-m", "kcr2desk", "hub"]
    subprocess.run([*run, "init", "--data", folder], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [*run, "user", "add", USER, "--role", "duty_officer", "--password-stdin", "--data", folder],
        input=password.encode(),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    hub = subprocess.Popen(
        [*run, "serve", "--data", folder, "--port", "0"], stdout=subprocess.PIPE, env=os.environ
    )
    try:
        assert hub.stdout is not None
        yield hub.stdout.readline().decode().split()[-1]
    finally:
        hub.terminate()
        hub.wait(30)
        if hub.stdout is not None:
            hub.stdout.close()
