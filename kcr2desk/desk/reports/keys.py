"""The keys of the panel Meldingen, and what each of them does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kcr2desk.desk import shortcuts, texts
from kcr2desk.desk.reports import words


class Doer(Protocol):
    """What the keys ask of the panel."""

    def write(self) -> None: ...
    def edit(self) -> None: ...
    def next_unread(self) -> None: ...
    def next_urgent(self) -> None: ...
    def step(self, rows: int) -> None: ...
    def turn_read(self) -> None: ...
    def find(self) -> None: ...
    def clear_filters(self) -> None: ...
    def turn_chart(self) -> None: ...
    def refresh(self) -> None: ...
    def choose_all(self) -> None: ...
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

    def __init__(self, do: Doer) -> None:
        super().__init__()
        self._named: dict[str, QAction] = {}
        self._groups: dict[str, tuple[str, ...]] = {}
        self._group(
            "write",
            ("write", "N|Ctrl+N", "plus", do.write),
            ("edit", "E|F2", "edit", do.edit),
        )
        self._group(
            "read",
            ("unread", "Space", "eye", do.next_unread),
            ("urgent", "Shift+Space", "alert", do.next_urgent),
            ("down", "J", "chevron-down", partial(do.step, 1)),
            ("up", "K", "chevron-up", partial(do.step, -1)),
            ("read", "U", "dot", do.turn_read),
            ("find", "/|Ctrl+F", "search", do.find),
            ("clear", "Backspace", "filter", do.clear_filters),
            ("chart", "H", "chart", do.turn_chart),
            ("all", "Ctrl+A", "list", do.choose_all),
            ("refresh", "F5", "sync", do.refresh),
        )
        self._group(
            "triage",
            ("acknowledge", "A", "bell", do.acknowledge),
            ("confirmed", "B", "check", partial(do.judge, "confirmed")),
            ("unconfirmed", "O", "question", partial(do.judge, "unconfirmed")),
            ("contradicted", "T", "close", partial(do.judge, "contradicted")),
            ("grade", "G", "grade", do.grade),
            ("incident", "I", "incident", do.assign),
            ("mine", "M", "person", partial(do.own, None)),
            ("nobody", "Shift+M", "minus", partial(do.own, "")),
            ("owner", "P", "people", do.hand_over),
            ("step", "S", "chevron-right", do.next_status),
            *(
                (status, str(place), "tag", partial(do.set_status, status))
                for place, status in enumerate(words.STATUSES, start=1)
            ),
            ("undo", "Ctrl+Z", "undo", do.undo),
            ("redo", "Ctrl+Y|Ctrl+Shift+Z", "redo", do.redo),
        )
        texts.OnLanguage(self, self._say)

    def named(self, name: str) -> QAction:
        """An action by its name. Raises KeyError."""
        return self._named[name]

    def _group(self, group: str, *keys: tuple[str, str, str, Callable[[], object]]) -> None:
        for name, key, icon, run in keys:
            self._named[name] = shortcuts.command(self, key, run, icon=icon)
        self._groups[group] = tuple(name for name, _, _, _ in keys)

    def _say(self) -> None:
        says = {
            "write": self.tr("New report"),
            "edit": self.tr("Change the report"),
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
        for group, names in self._groups.items():
            for name in names:
                self._named[name].setText(says[name])
                self._named[name].setProperty("group", titles[group])
