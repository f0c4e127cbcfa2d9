"""Fixtures of tests with a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk.form_room import Room, with_theme


@pytest.fixture
def enter(qapp: QApplication) -> Iterator[Callable[..., Room]]:
    """Opens a form in a window."""
    with_theme(qapp)
    rooms: list[Room] = []

    def make(cache: Any | None = None, **given: Any) -> Room:
        rooms.append(Room(cache, **given))
        return rooms[-1]

    yield make
    for room in rooms:
        room.leave()
