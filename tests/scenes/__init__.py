"""Named scenes: what the desk shows in a moment worth looking at, drawn to pictures.

    python -m tests.scenes all --out pictures [--dark] [--size 1600x1000]

A scene is a function that takes the `Stage` and returns a widget; `@scene` gives it its name.
Every module of this package is searched for them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from kcr2desk.desk.language import Language
from kcr2desk.desk.theme import Theme

NOW = datetime(2026, 7, 14, 12, 5, 12, tzinfo=UTC)
"""The moment in which every scene plays: 14:05:12 in the Netherlands."""


@dataclass
class Stage:
    """What a scene is given. `later` runs after the widget is shown (to open a card, say)."""

    theme: Theme
    language: Language
    now: datetime = NOW
    after: list[Callable[[], object]] = field(default_factory=list)

    def later(self, run: Callable[[], object]) -> None:
        self.after.append(run)


Scene = Callable[[Stage], QWidget]
SCENES: dict[str, Scene] = {}


def scene(name: str) -> Callable[[Scene], Scene]:
    """Give a scene its name."""

    def keep(function: Scene) -> Scene:
        if name in SCENES:
            raise ValueError(f"two scenes are named {name}")
        SCENES[name] = function
        return function

    return keep


def load() -> dict[str, Scene]:
    """All scenes by name, from every module of this package."""
    for module in pkgutil.iter_modules(__path__):
        if module.name != "__main__":
            importlib.import_module(f"{__name__}.{module.name}")
    return dict(sorted(SCENES.items()))
