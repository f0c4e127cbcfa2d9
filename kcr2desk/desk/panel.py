"""What a panel is to the window that shows it. Panels know nothing of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.desk.remember import Settings


class Panel(QWidget):
    """Base of every panel.

    Its actions are those of the widget: what it adds by `addAction` (see `shortcuts.command`)
    is found by Ctrl+K, listed on F1 and works while the panel has the focus.
    """

    badgeChanged = Signal(int)
    """How many records want somebody's eye; shown on the rail, 0 shows nothing."""

    subtitleChanged = Signal(str)
    """What the header says beside the title, such as the incident in hand."""

    def focus_first(self) -> None:
        """Put the focus where work begins. Called when the panel comes to the front."""
        self.setFocus()

    def keep(self, settings: Settings) -> None:
        """Keep widths, columns and filters; called before the window closes."""

    def restore(self, settings: Settings) -> None:
        """Take up what `keep` kept; called once after the panel was made."""


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel as the composition root names it; `build` is called when it is first shown."""

    key: str
    """Stable name, for settings."""
    icon: str
    title: Callable[[], str]
    """Asked again after a change of language."""
    build: Callable[[], Panel]


class Finder(Protocol):
    """Something Ctrl+K can search besides actions. Answers when it can, from the UI thread."""

    def __call__(self, text: str, answer: Callable[[list[Found]], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class Found:
    """One line in the answer of Ctrl+K."""

    title: str
    run: Callable[[], object]
    detail: str = ""
    group: str = ""
    icon: str = ""
    key: str = ""
    """Its shortcut as text, if it has one."""
