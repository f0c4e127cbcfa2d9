"""Ctrl+K: one field that finds and does everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from kcr2desk.desk import shortcuts, texts
from kcr2desk.desk.panel import Finder, Found
from kcr2desk.desk.picker import Picker, rank

_MOST: Final = 60
_WIDTH: Final = 640


class CommandPalette(Picker):
    """The card of Ctrl+K. Actions answer at once, finders when they can."""

    def __init__(
        self,
        host: QWidget,
        groups: Callable[[], list[shortcuts.KeyGroup]],
        finders: Sequence[Finder] = (),
    ) -> None:
        super().__init__(host, _WIDTH)
        self._groups = groups
        self._finders = tuple(finders)
        self._asked = 0
        self._actions: list[Found] = []
        self._from_finders: dict[int, list[Found]] = {}
        texts.OnLanguage(self, self._say)

    def ask(self, query: str) -> None:
        self._asked += 1
        self._from_finders.clear()
        self._actions = self._matching_actions(query)
        self._list()
        if not query.strip():
            return
        for place, finder in enumerate(self._finders):
            finder(query.strip(), self._taker(self._asked, place))

    def _taker(self, asked: int, place: int) -> Callable[[list[Found]], None]:
        def take(found: list[Found]) -> None:
            if asked == self._asked and self.isVisible():  # an answer to an older question is late
                self._from_finders[place] = found
                self._list()

        return take

    def _matching_actions(self, query: str) -> list[Found]:
        ranked: list[tuple[int, int, Found]] = []
        for group in self._groups():
            for action in shortcuts.described(group.actions):
                words = shortcuts.plain_text(action)
                score = rank(query, words)
                if score is None or not action.isEnabled():
                    continue
                found = Found(
                    words,
                    action.trigger,
                    group.title,
                    icon=str(action.property("icon_name") or ""),
                    key=shortcuts.key_text(action),
                )
                ranked.append((score, len(ranked), found))
        return [found for _, _, found in sorted(ranked, key=lambda r: r[:2])]

    def _list(self) -> None:
        rows = list(self._actions)
        if self._from_finders:
            rows = rows[:5]
            for place in sorted(self._from_finders):
                rows.extend(self._from_finders[place])
        current = self.list.currentIndex().row() if self.model.rowCount() else 0
        self.put(rows[:_MOST], current if self._from_finders and 0 < current < len(rows) else 0)
        self._say()

    def _say(self) -> None:
        self.field.setPlaceholderText(self.tr("Search reports, places, actions…"))
        if self.field.text() and not self.model.rows:
            self.hint.setText(self.tr("Nothing found. Fewer letters find more."))
        else:
            self.hint.setText(self.tr("↑ ↓ choose · Enter runs · Esc closes · F1 lists all keys"))
