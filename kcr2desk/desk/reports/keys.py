"""The keys of the panel Meldingen, and what each of them does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from kcr2desk.desk import shortcuts, texts
from kcr2desk.desk.parts import words


class Writes(Protocol):
    """What the keys ask of the forms."""

    def write(self) -> None: ...
    def edit(self) -> None: ...


class Goes(Protocol):
    """What they ask of the way through the list."""

    def next_unread(self) -> None: ...
    def next_urgent(self) -> None: ...
    def choose_all(self) -> None: ...


class Shows(Protocol):
    """What they ask of the panel."""

    def step(self, rows: int) -> None: ...
    def turn_read(self) -> None: ...
    def find_text(self) -> None: ...
    def clear_filters(self) -> None: ...
    def turn_chart(self) -> None: ...
    def ask(self) -> None: ...
    def make_request(self) -> None: ...


class Deals(Protocol):
    """What they do with the chosen reports."""

    def acknowledge(self) -> None: ...
    def judge(self, code: str) -> None: ...
    def grade(self) -> None: ...
    def assign(self) -> None: ...
    def own(self, account: str | None) -> None: ...
    def hand_over(self) -> None: ...
    def next_status(self) -> None: ...
    def set_status(self, status: str) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...


class PanelKeys(QWidget):
    """All within which these keys work: letters typed in a form beside it stay letters.

    `actions` come in the order in which F1 lists them; `named` finds one.
    """

    escaped = Signal()
    """Esc, where nothing else wanted it: back to the list."""

    def __init__(self, panel: Shows, writing: Writes, going: Goes, dealing: Deals) -> None:
        super().__init__()
        self._named: dict[str, QAction] = {}
        self._groups: dict[str, list[QAction]] = {}
        self._group(
            "write",
            ("write", "N|Ctrl+N", "plus", writing.write),
            ("edit", "E|F2", "edit", writing.edit),
            ("request", "R", "people", panel.make_request),
        )
        self._group(
            "read",
            ("unread", "Space", "eye", going.next_unread),
            ("urgent", "Shift+Space", "alert", going.next_urgent),
            ("down", "J", "chevron-down", partial(panel.step, 1)),
            ("up", "K", "chevron-up", partial(panel.step, -1)),
            ("read", "U", "dot", panel.turn_read),
            ("find", "/|Ctrl+F", "search", panel.find_text),
            ("clear", "Backspace", "filter", panel.clear_filters),
            ("chart", "H", "chart", panel.turn_chart),
            ("all", "Ctrl+A", "list", going.choose_all),
            ("refresh", "F5", "sync", panel.ask),
        )
        self._group(
            "triage",
            ("acknowledge", "A", "bell", dealing.acknowledge),
            ("confirmed", "B", "check", partial(dealing.judge, "confirmed")),
            ("unconfirmed", "O", "question", partial(dealing.judge, "unconfirmed")),
            ("contradicted", "T", "close", partial(dealing.judge, "contradicted")),
            ("grade", "G", "grade", dealing.grade),
            ("incident", "I", "incident", dealing.assign),
            ("mine", "M", "person", partial(dealing.own, None)),
            ("nobody", "Shift+M", "minus", partial(dealing.own, "")),
            ("owner", "P", "people", dealing.hand_over),
            ("step", "S", "chevron-right", dealing.next_status),
            *(
                (status, str(place), "tag", partial(dealing.set_status, status))
                for place, status in enumerate(words.STATUSES, start=1)
            ),
            ("undo", "Ctrl+Z", "undo", dealing.undo),
            ("redo", "Ctrl+Y|Ctrl+Shift+Z", "redo", dealing.redo),
        )
        texts.OnLanguage(self, self._say)

    def named(self, name: str) -> QAction:
        """An action by its name. Raises KeyError."""
        return self._named[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def adopt(self, group: str, actions: Sequence[QAction]) -> None:
        """List actions that another part made on this widget under a heading."""
        self._groups[group] += actions
        self._say()

    def _group(self, group: str, *keys: tuple[str, str, str, Callable[[], object]]) -> None:
        for name, key, icon, run in keys:
            self._named[name] = shortcuts.command(self, key, run, icon=icon)
        self._groups[group] = [self._named[name] for name, _, _, _ in keys]

    def _say(self) -> None:
        says = {
            "write": self.tr("New report"),
            "edit": self.tr("Change the report"),
            "request": self.tr("Make it a request for assistance…"),
            "unread": self.tr("Next unread"),
            "urgent": self.tr("Next urgent"),
            "down": self.tr("Next report"),
            "up": self.tr("Previous report"),
            "read": self.tr("Read or unread"),
            "find": self.tr("Search in the list"),
            "clear": self.tr("Clear the filters"),
            "chart": self.tr("Chart per hour"),
            "all": self.tr("Choose all"),
            "refresh": self.tr("Refresh the list"),
            "acknowledge": self.tr("Acknowledge urgent"),
            "confirmed": self.tr("Confirmed"),
            "unconfirmed": self.tr("Unconfirmed"),
            "contradicted": self.tr("Contradicted"),
            "grade": self.tr("Grade source and content…"),
            "incident": self.tr("Assign to an incident…"),
            "mine": self.tr("Take it yourself"),
            "nobody": self.tr("Nobody's any more"),
            "owner": self.tr("Hand over…"),
            "step": self.tr("One status further"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Do again"),
            **{
                status: self.tr("Status: {status}").format(status=words.status(status))
                for status in words.STATUSES
            },
        }
        titles = {
            "write": self.tr("Reports: write"),
            "read": self.tr("Reports: read and find"),
            "triage": self.tr("Reports: deal with"),
        }
        for name, action in self._named.items():
            action.setText(says[name])
        for group, actions in self._groups.items():
            for action in actions:
                action.setProperty("group", titles[group])
