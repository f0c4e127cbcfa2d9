"""All persons of the operation in one list: looked through by filter, found as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.desk.repatriation import people_filters
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.people_rows import (
    ALONE,
    FILTERS,
    READ,
    SORTS,
    PersonRow,
    matching,
    ordered,
    passing,
    rows_of,
)
from kcr2desk.desk.repatriation.people_table import PeopleModel
from kcr2desk.desk.ticker import Ticker

KEY: Final = "repatriation/people"
LARGE: Final = 5000
"""From so many on a search runs in the work thread: it takes the UI thread longer than a frame."""

MANY: Final = 500
"""From so many on they are counted there as well: 2,500 take a fifth of a second."""

SEEN_AFTER: Final = 1500
"""Milliseconds after which rows that stayed in sight count as seen."""

GATHER: Final = 200
"""Milliseconds in which changes are shown together."""

RENEW: Final = 30
"""Seconds after which who was silent for too long is told without any change."""


class PeopleView(QWidget):
    """The list. Enter opens somebody; several may be chosen to print bands or hand over."""

    personWanted = Signal(str)
    printWanted = Signal(object)
    handOverWanted = Signal(object)
    exportWanted = Signal(object)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self.hall = hall
        self._rows: list[PersonRow] = []
        self._stale, self._ticks, self._pressed = True, 0, -1
        self._soon = self._timer(GATHER, self.refresh)
        self._rest = self._timer(SEEN_AFTER, self._note_seen)
        self.ticker = Ticker(hall.now, self)
        self._make_parts()
        self._make_actions()
        self._lay_out()
        self._restore()
        self.bar.field.textEdited.connect(lambda _: self._narrow())
        self.bar.cleared.connect(self._narrow)
        self.table.activated.connect(lambda index: self.open_row(index.row()))
        self.table.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        hall.feed.changed.connect(lambda _: self._changed())
        hall.feed.loaded.connect(self._changed)
        self.ticker.ticked.connect(lambda _now: self._tick())
        texts.OnLanguage(self, self._say)

    def _timer(self, length: int, run: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(length)
        made.timeout.connect(run)
        return made

    # parts

    def _make_parts(self) -> None:
        self.bar = kit.FilterBar()
        self.filters = {name: self.bar.add(kit.FilterButton(width=112)) for name in FILTERS}
        for button in self.filters.values():
            button.changed.connect(lambda _: self._filtered())
        self.model = PeopleModel(self.hall, self)
        self.table = kit.DeskTable()
        self.table.set_model(self.model)
        head = self.table.horizontalHeader()
        head.setSortIndicatorShown(True)
        head.viewport().installEventFilter(self)
        self.sort = kit.FilterButton(multiple=False, always=True, width=208)
        self.sort.changed.connect(lambda value: self.sort_by(next(iter(value))))
        self.empty = kit.EmptyState("people")

    def _make_actions(self) -> None:
        def make(key: str, run: Callable[[], object], icon: str) -> QAction:
            return shortcuts.command(self, key, run, icon=icon)

        self.open_action = make("E", lambda: self.open_row(self.table.currentIndex().row()), "open")
        self.print_action = make("P", lambda: self._for_chosen(self.printWanted), "print")
        self.hand_action = make("O", lambda: self._for_chosen(self.handOverWanted), "send")
        self.export_action = make("X", lambda: self._for_chosen(self.exportWanted), "download")
        self.find_action = make("Ctrl+F|/", self.look_for, "search")
        self.clear_action = make("Ctrl+Backspace", self.clear, "close")
        self.turn_action = make("Shift+S", self.turn_order, "sliders")
        self.sort_action = make("S", self.sort.open, "sliders")
        self.alone_action = make("A", self.only_alone, "alert")
        self.list_action = make("Alt+L", partial(self._to_list), "list")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        for action, kind in (
            (self.open_action, ""), (self.print_action, ""), (self.hand_action, ""),
        ):  # fmt: skip
            foot.addWidget(kit.action_button(action, kind=kind, show_key=True))
        self.more = MoreButton(
            (self.alone_action, self.export_action, self.find_action, self.clear_action,
             self.sort_action, self.turn_action, self.list_action),
        )  # fmt: skip
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.chosen = kit.label(tone="muted")
        foot.addWidget(self.chosen)
        foot.addWidget(self.sort)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.S)
        page.addWidget(self.bar)
        page.addWidget(self.table, 1)
        page.addWidget(self.empty, 1)
        page.addLayout(foot)
        self.empty.hide()
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say_chosen())

    # what the page asks

    def set_arrival(self, arrival: str) -> None:
        """The arrival in hand: the list begins with who came by it."""
        self.filters["arrival"].set_value(frozenset((arrival,) if arrival else ()))
        self._narrow()

    def focus_first(self) -> None:
        """To the list; to the field where there is nobody in it."""
        (self.table if self.model.rows else self.bar.field).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    # the list

    def refresh(self) -> None:
        """Count everybody anew, and show who passes."""
        self._soon.stop()
        self._stale = False
        book, now, chosen = self.hall.book, self.hall.now(), self._chosen()

        def count() -> tuple[list[PersonRow], people_filters.Options]:
            rows = rows_of(book, now)
            return rows, people_filters.options_of(book, rows, chosen)

        if book.count("person") < MANY:
            self._took(count())
            return
        book = book.still(*READ)
        self.hall.work.ask(count, self._took, owner=self, topic="rows")

    def _took(self, found: tuple[list[PersonRow], people_filters.Options]) -> None:
        self._rows, options = found
        people_filters.say(self.filters, options)
        self._narrow()

    def _chosen(self) -> dict[str, frozenset[str]]:
        return {name: button.value() for name, button in self.filters.items()}

    def _narrow(self) -> None:
        """Show who passes the filters and the text."""
        chosen = self._chosen()
        text = self.bar.field.text()
        rows, (by, descending) = self._rows, self.model.sorted_by

        def find() -> list[PersonRow]:
            return ordered(matching(passing(rows, chosen), text), by, descending=descending)

        if len(rows) < LARGE:
            self._show(find())
        else:
            self.hall.work.ask(find, self._show, owner=self, topic="people")

    def _show(self, rows: Sequence[PersonRow]) -> None:
        current = self.table.currentIndex().row()
        kept = self.model.rows[current].id if 0 <= current < len(self.model.rows) else ""
        chosen = {self.model.rows[r].id for r in self.table.selected_rows()}
        before = [r.id for r in self.model.rows]
        self.model.show_rows(rows)
        if before != [r.id for r in rows]:
            self._choose_again(kept, chosen)
        self.bar.set_count(len(rows))
        for action in (self.open_action, self.print_action, self.hand_action, self.export_action):
            action.setEnabled(bool(rows))
        self._say_empty()
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._say_chosen()
        self._rest.start()

    def _choose_again(self, current: str, chosen: set[str]) -> None:
        """The same people stay chosen after the list moved."""
        row = self.model.row_of(current) if current else -1
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
        elif self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        if len(chosen) > 1:
            rows = [n for n, each in enumerate(self.model.rows) if each.id in chosen]
            people_filters.select(self.table, rows)

    def _filtered(self) -> None:
        self._narrow()
        self._keep()

    # order

    def sort_by(self, key: str) -> None:
        """Order the list by a column; by the same one again turns it round."""
        before, descending = self.model.sorted_by
        self._order(key, descending=not descending if key == before else False)

    def turn_order(self) -> None:
        """Turn the order round."""
        self.sort_by(self.model.sorted_by[0])

    def _order(self, key: str, *, descending: bool) -> None:
        self.model.sort_by(key, descending=descending)
        self.sort.set_value(frozenset((key,)))
        self._show_order()
        self._narrow()
        self._keep()

    def _show_order(self) -> None:
        key, descending = self.model.sorted_by
        place = next(n for n, c in enumerate(self.model.columns) if c.key == key)
        way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(place, way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a heading orders by it; a heading that is dragged does not."""
        head = self.table.horizontalHeader()
        if watched is head.viewport() and isinstance(event, QMouseEvent):
            place = head.logicalIndexAt(event.position().toPoint())
            edge = head.cursor().shape() == Qt.CursorShape.SplitHCursor
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = -1 if edge else place
                self._from = event.position().toPoint()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                near = (event.position().toPoint() - self._from).manhattanLength() < 4
                if place == self._pressed and place >= 0 and near:
                    key = self.model.columns[place].key
                    if key in SORTS:
                        self.sort_by(key)
        return super().eventFilter(watched, event)

    # what is done with people

    def chosen_ids(self) -> list[str]:
        """The persons chosen, from top to bottom; the current one where none is."""
        rows = self.table.selected_rows() or [self.table.currentIndex().row()]
        return [self.model.rows[r].id for r in rows if 0 <= r < len(self.model.rows)]

    def open_row(self, row: int) -> None:
        """Open everything of a person."""
        if 0 <= row < len(self.model.rows):
            self.personWanted.emit(self.model.rows[row].id)

    def _for_chosen(self, signal: Any) -> None:
        found = self.chosen_ids()
        if found:
            signal.emit(found)

    # finding

    def look_for(self) -> None:
        """To the field in which one types who is looked for."""
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Let everybody through again."""
        self.bar.clear()
        self._to_list()

    def only_alone(self) -> None:
        """Only minors without an adult; once more everybody."""
        button = self.filters["special"]
        alone = frozenset((ALONE,))
        button.set_value(frozenset() if button.value() == alone else alone)
        self._filtered()

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # what was seen

    def _note_seen(self) -> None:
        """Write down who stood in sight long enough to be read."""
        if not self.table.isVisible() or not self.model.rows:
            return
        top = max(0, self.table.rowAt(0))
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        last = len(self.model.rows) if bottom < 0 else bottom + 1
        seen = [i for row in self.model.rows[top:last] if not row.emptied for i in row.ids]
        self.hall.viewed.saw(seen, detail="list")

    # what follows

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks * 5 >= RENEW:
            self._ticks = 0
            self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self.ticker.start()
        self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticker.stop()
        self._rest.stop()
        self._keep()

    # remembered

    def _keep(self) -> None:
        """What this workstation remembers: columns and order, no filter and nobody."""
        self.table.keep(self.hall.settings, f"{KEY}/columns")
        by, descending = self.model.sorted_by
        self.hall.settings.set(f"{KEY}/order", f"{by}{' -' if descending else ''}")

    def _restore(self) -> None:
        self.table.restore(self.hall.settings, f"{KEY}/columns")
        kept = (self.hall.settings.get(f"{KEY}/order") or "number").split()
        if kept[0] in SORTS:
            self.model.sort_by(kept[0], descending=len(kept) > 1)
        self.sort.set_value(frozenset((self.model.sorted_by[0],)))
        self._show_order()

    # words

    def _say(self) -> None:
        self._say_filters()
        titles = {column.key: column.title() for column in self.model.columns}
        self.sort.set_title(self.tr("Order"))
        self.sort.set_options([kit.FilterOption(key, titles[key]) for key in SORTS])
        self.open_action.setText(self.tr("Open"))
        self.print_action.setText(self.tr("Print wristband…"))
        self.hand_action.setText(self.tr("Hand over…"))
        self.export_action.setText(self.tr("Lists of these people…"))
        self.find_action.setText(self.tr("Find a person"))
        self.clear_action.setText(self.tr("Let everybody through"))
        self.turn_action.setText(self.tr("Turn the order round"))
        self.sort_action.setText(self.tr("Order by…"))
        self.alone_action.setText(self.tr("Only minors alone"))
        self.list_action.setText(self.tr("To the list"))
        self._say_empty()
        self._say_chosen()

    def _say_empty(self) -> None:
        if self._rows:
            self.empty.set_texts(
                self.tr("Nobody here"),
                self.tr("No person passes the filters and the text that is looked for."),
                self.tr("Let everybody through"),
                self.clear,
            )
        else:
            self.empty.set_texts(
                self.tr("Nobody is registered yet"),
                self.tr("Whoever is registered at any desk (F2) stands here from that moment."),
            )

    def _say_filters(self) -> None:
        options = people_filters.options_of(self.hall.book, self._rows, self._chosen())
        people_filters.say(self.filters, options)

    def _say_chosen(self) -> None:
        count = len(self.table.selected_rows())
        self.chosen.setText(self.tr("%n chosen", "", count) if count > 1 else "")
