"""Reconcile: the stages of an arrival with their numbers, and under them every difference.

Left the kinds of difference, the most urgent first; right who is in the one that is chosen. One key
says what it is, of one or of several at once, and Ctrl+Z takes that back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.changes import Change
from kcr2desk.core.repatriation import reconcile_settle as settle
from kcr2desk.core.repatriation.reconcile_kinds import Reckoning
from kcr2desk.core.repatriation.reconcile_people import Human
from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.repatriation import reconcile_state as state
from kcr2desk.desk.repatriation import reconcile_words as words
from kcr2desk.desk.repatriation.compare import COMPARE_LEAST, PAIRS_LEAST, CompareView
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.reconcile_acts import ACTS, Act, acts_of
from kcr2desk.desk.repatriation.reconcile_ask import Reckoner
from kcr2desk.desk.repatriation.reconcile_funnel import Funnel
from kcr2desk.desk.repatriation.reconcile_groups import GroupList
from kcr2desk.desk.repatriation.reconcile_save import Settling
from kcr2desk.desk.repatriation.reconcile_table import HumanModel, PairModel, Row, RowsModel
from kcr2desk.desk.repatriation.reconcile_tie import TieChoice

GROUPS_WIDE: Final = 312
AT_ONCE: Final = 1500
"""More rows than these are put in order beside the UI thread."""
ALL, ONE = "all", "one"


class ReconcileView(QWidget):
    """An arrival, or the whole operation, reconciled. Up and Down go through who is in a kind of
    difference, Alt+Down and Alt+Up through the kinds, W to the whole operation and back."""

    personWanted = Signal(str)
    lineWanted = Signal(str)
    registerWanted = Signal(str)
    """A line of a list that is to be registered."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hall = hall
        self._one = ""
        self.reckoner = Reckoner(hall, self)
        self.saving = Settling(hall, self)
        self.scope = kit.KeyChoice()
        self.state = kit.Pill()
        self.said = kit.ElidedLabel(tone="muted")
        self.gaps = kit.ElidedLabel(tone="attention")
        self.funnel = Funnel()
        self.groups = GroupList()
        self.title = kit.SectionHeader()
        self.table = kit.DeskTable()
        self.humans, self.pairs = HumanModel(hall, self), PairModel(hall, self)
        self.compare = CompareView(hall)
        self.told = kit.InlineMessage(keep_space=True)
        self.empty = kit.EmptyState("list")
        self.tie = TieChoice(hall, self)
        self._acts: dict[str, tuple[QAction, QPushButton]] = {}
        self._make_actions()
        self._lay_out()
        self._connect()
        texts.OnLanguage(self, self._say)

    # laying out

    def _make_actions(self) -> None:
        for act in ACTS:
            action = shortcuts.command(self, act.key, self._runs(act))
            button = kit.action_button(action, show_key=True)
            button.setProperty("size", "small")
            self._acts[act.name] = (action, button)
        self._undo = shortcuts.command(self, "Ctrl+Z", self.undo, icon="undo")
        self._next = shortcuts.command(self, "Alt+Down", lambda: self.groups.step(1))
        self._before = shortcuts.command(self, "Alt+Up", lambda: self.groups.step(-1))
        self._whole = shortcuts.command(self, "W", self.turn)
        self._every = shortcuts.command(self, "Ctrl+A", self.table.selectAll)

    def _runs(self, act: Act) -> Callable[[], object]:
        return lambda: self.run(act.name)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self.scope)
        head.addSpacing(theme.S)
        head.addWidget(self.state)
        head.addWidget(self.said, 1)
        self.groups.setMinimumWidth(200)
        feet = QWidget()
        foot = kit.FlowLayout(feet, spacing=theme.S)
        for _, button in self._acts.values():
            foot.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        feet.setSizePolicy(policy)
        self.middle = kit.DeskSplitter()
        self.middle.addWidget(self.table)
        self.middle.addWidget(self.compare)
        self.middle.setStretchFactor(0, 2)
        self.middle.setStretchFactor(1, 3)
        self.table.setMinimumWidth(PAIRS_LEAST)
        self.compare.setMinimumWidth(COMPARE_LEAST)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.S, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.title)
        column.addWidget(self.middle, 1)
        column.addWidget(feet)
        column.addWidget(self.told)
        self.sides = kit.DeskSplitter()
        self.sides.addWidget(self.groups)
        self.sides.addWidget(right)
        self.sides.setStretchFactor(1, 1)
        self.sides.setSizes([GROUPS_WIDE, 900])
        full = QWidget()
        page = QVBoxLayout(full)
        page.setContentsMargins(0, theme.XS, 0, 0)
        page.setSpacing(theme.S)
        page.addWidget(self.funnel)
        page.addWidget(self.gaps)
        page.addWidget(kit.rule())
        page.addWidget(self.sides, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(full)
        self._full = full
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.S)
        whole.addLayout(head)
        whole.addWidget(self.pages, 1)
        self._show_model(self.humans)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.scope.chosen.connect(lambda _value: self._aim())
        self.groups.chosen.connect(self._group_chosen)
        self.table.activated.connect(lambda _index: self.run("open"))
        self.reckoner.counted.connect(self._counted)
        self.tie.chosen.connect(self._tied)
        self.tie.none.connect(self._nobody)
        self.saving.told.connect(self.told.tell)
        self.hall.feed.loaded.connect(self._allow)

    # which arrival

    def set_arrival(self, arrival: str) -> None:
        """Reconcile this arrival; "" the whole operation."""
        self._one = arrival
        self.scope.set_value(ONE if arrival else ALL)
        self._say_scope()
        self._aim()

    def turn(self) -> None:
        """From the arrival to the whole operation, and back."""
        if self._one:
            self.scope.set_value(ALL if self.scope.value() == ONE else ONE)
            self._aim()

    def _aim(self) -> None:
        arrival = self._one if self.scope.value() == ONE else ""
        if arrival != self.reckoner.arrival or self.reckoner.found is None:
            self.reckoner.set_arrival(arrival)
            self._counted(self.reckoner.found)

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        place: QWidget = self.table if self.table.isVisible() else self.scope
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reckoner.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reckoner.watch(False)

    # what was counted

    def _counted(self, found: Reckoning | None) -> None:
        self._say_state()
        self.funnel.show_found(found)
        anything = found is not None and bool(found.findings or found.lists or found.pairs)
        self.pages.setCurrentWidget(self._full if anything else self.empty)
        if found is None or not anything:
            return
        self.groups.show_groups(state.groups(found, self.groups.current()))
        self._show_rows()

    def _group_chosen(self, _key: str) -> None:
        self._show_rows(anew=True)

    def _show_rows(self, *, anew: bool = False) -> None:
        found, key = self.reckoner.found, self.groups.current()
        if found is None:
            return
        if len(found.finding(key)) < AT_ONCE:
            self._rows_made(found, key, state.rows(found, key), anew=anew)
            return
        self.hall.work.ask(
            lambda: state.rows(found, key),
            lambda rows: self._rows_made(found, key, rows, anew=anew), owner=self, topic="rows",
        )  # fmt: skip

    def _rows_made(self, found: Reckoning, key: str, rows: list[Row], *, anew: bool) -> None:
        if key != self.groups.current() or found is not self.reckoner.found:
            return
        model: RowsModel = self.pairs if key == words.LIKELY else self.humans
        anew = anew or self.table.model() is not model
        self._show_model(model)
        kept = -1 if anew else self.table.currentIndex().row()
        model.show_rows(rows, found.arrival, anew=anew)
        if self.table.currentIndex().row() < 0 and model.rows:
            self._choose_row(0 if kept < 0 else min(kept, len(model.rows) - 1))
        may = self._may() or len(acts_of(key)) == 1
        said = state.advice(key) if may else self._why()
        self.title.set_texts(words.kind(key) if key else "", said)
        self._row_chosen()

    def _show_model(self, model: RowsModel) -> None:
        if self.table.model() is model:
            return
        self.table.set_model(model)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._row_chosen())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())

    def _choose_row(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, 0))

    @property
    def model(self) -> RowsModel:
        """What stands in the table."""
        return self.pairs if self.table.model() is self.pairs else self.humans

    def _row_chosen(self) -> None:
        place = self.table.currentIndex().row()
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        pair = row is not None and row.other is not None and row.pair is not None
        self._allow()
        self.compare.setVisible(self.groups.current() == words.LIKELY)
        if row is None:
            return
        if pair:
            assert row.other is not None
            assert row.pair is not None
            one, other = row.human.records_first, row.other.records_first
            self.compare.show_two(one, other, state.why(row.pair))
        elif self.isVisible():
            self.hall.viewed.saw([p.id for p in row.human.persons])

    def chosen(self) -> list[Row]:
        """Those that are selected, or the current one."""
        rows = self.table.selected_rows() or [self.table.currentIndex().row()]
        return [self.model.rows[r] for r in rows if 0 <= r < len(self.model.rows)]

    # what may be said

    def _may(self) -> bool:
        return self.hall.role in ("lead", "registrar")

    def _why(self) -> str:
        return self.tr("Who registers or leads settles this.")

    def _allow(self) -> None:
        key, may, some = self.groups.current(), self._may(), bool(self.chosen())
        fit = acts_of(key) if key else ()
        why = self._why()
        for name, (action, _) in self._acts.items():
            action.setVisible(name in fit)
            action.setEnabled(name in fit and some and (may or name == "open"))
            action.setToolTip("" if may else why)
        self._undo.setEnabled(self.saving.can_undo)

    def run(self, name: str) -> None:
        """Do one of the acts with those that are chosen."""
        rows = self.chosen()
        if not rows or not self._acts[name][0].isEnabled():
            return
        act = next(a for a in ACTS if a.name == name)
        humans = [row.human for row in rows]
        if name == "open":
            self._open(humans[0])
        elif name == "register":
            self.registerWanted.emit(state.line_of(humans[0], self.reckoner.arrival))
        elif name == "tie":
            found = self.reckoner.found
            assert found is not None
            self.tie.open(found, humans[0], self._acts["tie"][1])
        else:
            self.saving.save(self._changes(act, rows), act.told(len(rows)))

    def _changes(self, act: Act, rows: Sequence[Row]) -> list[Change]:
        book, me = self.hall.book, self.hall.me.account
        humans = [row.human for row in rows]
        if act.settled:
            return settle.settling(humans, self.reckoner.arrival, act.settled)
        if act.name == "besides":
            return settle.accepting(humans)
        if act.name == "reopen":
            again = settle.settling(humans, self.reckoner.arrival, "")
            return again + settle.accepting([h for h in humans if h.besides], unlisted=False)
        made: list[Change] = []
        for row in rows:
            if row.other is not None:
                verdict = {"same": "same", "later": "later"}.get(act.name, "different")
                if verdict == "same":
                    made += settle.joining(book, row.human, row.other, me)
                else:
                    made += settle.parting(book, row.human, row.other, me, verdict)
        return settle.once(made)

    def _open(self, human: Human) -> None:
        person = next((p.id for p in human.live_persons or human.persons), "")
        if person:
            self.personWanted.emit(person)
        else:
            self.lineWanted.emit(human.lines[0].id)

    def _tied(self, one: str, other: str) -> None:
        humans = self.reckoner.muster.humans
        if one in humans and other in humans:
            told = next(a for a in ACTS if a.name == "tie").told(1)
            me = self.hall.me.account
            changes = settle.joining(self.hall.book, humans[one], humans[other], me)
            self.saving.save(changes, told)

    def _nobody(self) -> None:
        self.told.tell(self.tr("There is nobody left on the other side to choose from."))

    def undo(self) -> None:
        """Take back what was said last."""
        self.saving.undo()

    # words

    def _say(self) -> None:
        self._say_scope()
        for act in ACTS:
            self._acts[act.name][0].setText(act.text())
        self._undo.setText(self.tr("Take back"))
        self._next.setText(self.tr("Next kind of difference"))
        self._before.setText(self.tr("Kind of difference before"))
        self._whole.setText(self.tr("Whole operation, or this arrival"))
        self._every.setText(self.tr("Choose all"))
        self.groups.setAccessibleName(self.tr("Kinds of difference"))
        self.table.setAccessibleName(self.tr("Who it is about"))
        for model in (self.humans, self.pairs):
            model.forget()
        self._counted(self.reckoner.found)

    def _say_scope(self) -> None:
        one = words.flight(self.hall.book, self._one) or self.tr("This arrival")
        self.scope.set_options([kit.Option(ONE, one), kit.Option(ALL, self.tr("Whole operation"))])
        self.scope.setEnabled(bool(self._one))

    def _say_state(self) -> None:
        found = self.reckoner.found
        text, tone, icon = state.verdict(found)
        self.state.show_as(text, tone, icon)
        self.said.setText(state.remains(found))
        gaps = "" if found is None else state.gaps(found, self.hall.book)
        self.gaps.setText(gaps)
        self.gaps.setVisible(bool(gaps))
        counting = found is None
        self.empty.set_texts(
            self.tr("Counting…") if counting else self.tr("Nothing to reconcile yet"),
            "" if counting else self.tr(
                "Bring in a list with Ctrl+I, or register the first who arrives."
            ),
        )  # fmt: skip
