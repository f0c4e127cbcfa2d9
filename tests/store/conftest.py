"""Caches for tests: encrypted, on the disk, closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kcr2desk.store import Cache
from tests.store.fake_hub import Hub, open_cache, sync


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    """A cache of Jansen that was never on the line."""
    with open_cache(tmp_path / "jansen") as opened:
        yield opened


@pytest.fixture
def online(cache: Cache, hub: Hub) -> Cache:
    """The same, loaded from an empty hub."""
    sync(cache, hub)
    return cache
