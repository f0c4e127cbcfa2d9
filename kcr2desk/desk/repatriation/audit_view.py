"""Who looked at whom, for the auditor: by account, by person, by what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from kcr2desk.core.repatriation.operation import AUDIT, Viewing
from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.panel import Panel
from kcr2desk.desk.parts.book_feed import Relay
from kcr2desk.desk.picker import folded
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.repatriation.audit_table import (
    WHATS,
    AuditModel,
    AuditRow,
    newest_first,
    row_of,
    what,
    what_look,
)
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

KEY: Final = "repatriation/audit"
LARGE: Final = 5000
"""From so many rows on they are looked through in the work thread."""

GATHER: Final = 400
"""Milliseconds in which new records are read together."""


class AuditView(Panel):
    """The list of viewings, newest first. Nothing in it says more of a person than the number."""

    def __init__(
        self, cache: Cache, work: StoreWork, changes: Relay, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._cache, self._work = cache, work
        self._rows: list[AuditRow] = []
        self._stale, self._new = True, set[str]()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GATHER)
        self._soon.timeout.connect(self.read)
        self.bar = kit.FilterBar()
        self.who = self.bar.add(kit.FilterButton(width=150))
        self.what = self.bar.add(kit.FilterButton(width=150))
        self.operation = self.bar.add(kit.FilterButton(width=180))
        self.model = AuditModel(now, self)
        self.table = kit.DeskTable()
        self.table.set_model(self.model)
        self.empty = kit.EmptyState("eye")
        self.find_action = shortcuts.command(self, "Ctrl+F|/", self.look_for, icon="search")
        self.clear_action = shortcuts.command(self, "Ctrl+Backspace", self.bar.clear, icon="close")
        self.same_action = shortcuts.command(self, "F", self.follow_person, icon="person")
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        page.setSpacing(theme.S)
        page.addWidget(self.bar)
        page.addWidget(self.table, 1)
        page.addWidget(self.empty, 1)
        self.empty.hide()
        for button in (self.who, self.what, self.operation):
            button.changed.connect(lambda _: self._narrow())
        self.bar.field.textEdited.connect(lambda _: self._narrow())
        self.bar.cleared.connect(self._narrow)
        changes.changed.connect(self._hear)
        texts.OnLanguage(self, self._say)

    # what the window asks

    def focus_first(self) -> None:
        (self.table if self.model.rows else self.bar.field).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def keep(self, settings: Settings) -> None:
        self.table.keep(settings, f"{KEY}/columns")

    def restore(self, settings: Settings) -> None:
        self.table.restore(settings, f"{KEY}/columns")

    # reading

    def _hear(self, kind: str, ids: frozenset[str] | None) -> None:
        if kind != "viewing":
            return
        if ids is None:
            self._stale = True
        else:
            self._new |= ids
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    def read(self) -> None:
        """Read what is new; all of it the first time, and when nobody can say what is new."""
        cache, ids, whole = self._cache, sorted(self._new), self._stale
        self._stale, self._new = False, set()
        if not whole and not ids:
            return
        before = [] if whole else self._rows

        def call() -> list[AuditRow]:
            found = (
                cache.all("viewing", stream=AUDIT)
                if whole
                else [record for i in ids if (record := cache.get("viewing", i)) is not None]
            )
            new = {each.id: each for each in found if isinstance(each, Viewing)}
            kept = [row for row in before if row.viewing.id not in new]
            return newest_first([*map(row_of, new.values()), *kept])

        self._work.ask(call, self._took, owner=self)

    def _took(self, rows: list[AuditRow]) -> None:
        self._rows = rows
        self._say_filters()
        self._narrow()

    # looking through

    def look_for(self) -> None:
        """To the field in which one types whom or what to look for."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow_person(self) -> None:
        """Only who looked at the person of the row in hand, by the first of its numbers."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            each = self.model.rows[row]
            wanted = each.numbers or tuple(sorted(each.viewing.persons))
            if wanted:
                self.bar.field.setText(wanted[0])
                self._narrow()

    def _narrow(self) -> None:
        rows = self._rows
        who, did, where = self.who.value(), self.what.value(), self.operation.value()
        asked = folded(self.bar.field.text()).split()

        def find() -> list[AuditRow]:
            return [
                row
                for row in rows
                if (not who or row.viewing.by in who)
                and (not did or row.viewing.what in did)
                and (not where or row.viewing.operation in where)
                and all(word in row.hay for word in asked)
            ]

        if len(rows) < LARGE:
            self._show(find())
        else:
            self._work.ask(find, self._show, owner=self, topic="narrow")

    def _show(self, rows: list[AuditRow]) -> None:
        self.model.show_rows(rows)
        self.bar.set_count(len(rows))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    # words

    def _say_filters(self) -> None:
        accounts = Counter(row.viewing.by for row in self._rows)
        did = Counter(row.viewing.what for row in self._rows)
        places = Counter(row.viewing.operation for row in self._rows)
        titles = {row.viewing.operation: row.viewing.operation_title for row in self._rows}
        number = texts.number
        self.who.set_options(
            [kit.FilterOption(a, a, number(n)) for a, n in sorted(accounts.items())]
        )
        self.what.set_options(
            [
                kit.FilterOption(w, what(w), number(did[w]), what_look(w)[1])
                for w in WHATS
                if did[w] or w in self.what.value()
            ]
        )
        self.operation.set_options(
            [kit.FilterOption(o, titles[o] or o, number(n)) for o, n in sorted(places.items())]
        )

    def _say(self) -> None:
        self.who.set_title(self.tr("Who"))
        self.what.set_title(self.tr("What"))
        self.operation.set_title(self.tr("Operation"))
        self.find_action.setText(self.tr("Find a person, account or reason"))
        self.clear_action.setText(self.tr("Let everything through"))
        self.same_action.setText(self.tr("Only who looked at this person"))
        self.empty.set_texts(
            self.tr("Nothing to see"),
            self.tr("Nobody looked at a person that passes these filters."),
        )
        self._say_filters()
