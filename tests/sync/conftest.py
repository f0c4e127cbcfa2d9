"""A real hub on a real PostgreSQL, and desks that speak with it."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kcr2desk.headless import Desk, wall_clock
from kcr2desk.hub.running import RunningHub, running_hub
from tests.sync.proxy import FaultProxy

pytest.register_assert_rewrite("tests.sync.equal")

PASSWORD = "vier woorden zijn genoeg"
PEOPLE = {
    "jansen": {"role": "duty_officer"},
    "devries": {"role": "duty_officer"},
    "bakker": {"role": "liaison"},
    "vnog": {"role": "region_officer", "region": "VR06"},
}


@pytest.fixture
def hub(dsn: str, tmp_path: Path) -> Iterator[RunningHub]:
    """A hub with four accounts."""
    with running_hub(tmp_path / "hub", dsn=dsn) as running:
        add_people(running)
        yield running


def add_people(running: RunningHub) -> None:
    for name, rights in PEOPLE.items():
        running.add_user(name, PASSWORD, **rights)


@dataclass
class Desks:
    """Opens desks, each in a folder of its own, and closes what a test leaves open."""

    folder: Path
    hub_url: str
    stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def open(
        self,
        place: str,
        user: str = "jansen",
        *,
        hub: str = "",
        key: bytes = b"k" * 32,
        clock: Callable[[], int] = wall_clock,
    ) -> Desk:
        """The desk in folder `place`, signed in when it is new."""
        desk = Desk.open(
            self.folder / place,
            hub=hub or self.hub_url,
            user=user,
            password=PASSWORD,
            key=key,
            clock=clock,
            rng=random.Random(f"{place} {os.getpid()}"),
            name=place,
        )
        self.stack.callback(desk.close)
        return desk


@pytest.fixture
def desks(hub: RunningHub, tmp_path: Path) -> Iterator[Desks]:
    made = Desks(tmp_path / "desks", hub.url)
    with made.stack:
        yield made


@pytest.fixture
def proxy(hub: RunningHub) -> Iterator[FaultProxy]:
    with FaultProxy(hub.url) as made:
        yield made
