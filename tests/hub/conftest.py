"""What the tests of the hub share; its databases are in the conftest of all tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kcr2desk.hub.accounts import Passwords


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def passwords() -> Passwords:
    """The real hashing, at a price that tests can pay."""
    return Passwords(time_cost=1, memory_kib=64)


@pytest.fixture
def hub_folder(tmp_path: Path) -> Path:
    return tmp_path / "hub"
