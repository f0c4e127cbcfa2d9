"""The list of the hall's lead: who is probably who, what was joined, what contradicts, who needs an
adult. Duplicates and conflicts come here, never in a registrar's way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.core.changes import Change
from kcr2desk.core.repatriation import reconcile_settle as settle
from kcr2desk.core.repatriation.people import Person
from kcr2desk.core.repatriation.reconcile_lead import COUNTED, Concern
from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.repatriation import lead_words as words
from kcr2desk.desk.repatriation.compare import COMPARE_LEAST, PAIRS_LEAST, CompareView
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.lead_conflict import ConflictPair
from kcr2desk.desk.repatriation.lead_person import LeadPerson
from kcr2desk.desk.repatriation.lead_table import ConcernModel, PairsModel, PersonsModel, record
from kcr2desk.desk.repatriation.lead_watch import LeadWatch
from kcr2desk.desk.repatriation.reconcile_groups import Group, GroupList
from kcr2desk.desk.repatriation.reconcile_save import Settling

GROUPS_WIDE: Final = 312
_ACTS: Final = {
    "same": "S", "different": "N", "later": "L", "current": "1", "offered": "2", "hand_over": "O",
    "open": "E", "other": "Shift+E", "attention": "A",
}  # fmt: skip
_FIT: Final = {
    "link": ("same", "different", "later", "open", "other"),
    "later": ("same", "different", "open", "other"),
    "joined": ("different", "open", "other"),
    "contradiction": ("same", "different", "open", "other"),
    "conflict": ("current", "offered", "open"),
    "minor": ("hand_over", "open"),
    words.REFUSED: ("attention",),
}
_VERDICTS: Final = frozenset({"same", "different", "later", "current", "offered"})
"""What the lead does, and nobody else."""


class LeadView(QWidget):
    """What waits for the lead. Others see it and settle nothing."""

    personWanted = Signal(str)
    lineWanted = Signal(str)

    handOverWanted = Signal(object)
    """Ids of persons who are to go to somebody who looks after them."""

    attentionWanted = Signal()
    """What the hub refused is to be dealt with."""

    badgeChanged = Signal(int)
    """How much wants the lead now."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hall = hall
        self.watch = LeadWatch(hall, self)
        self.saving = Settling(hall, self)
        self.groups = GroupList()
        self.title = kit.SectionHeader()
        self.table = kit.DeskTable()
        self.pairs, self.persons = PairsModel(hall, self), PersonsModel(hall, self)
        self.compare, self.conflict = CompareView(hall), ConflictPair(hall)
        self.person = LeadPerson(hall)
        self.refused = kit.EmptyState("blocked")
        self.empty = kit.EmptyState("up-to-date")
        self.told = kit.InlineMessage(keep_space=True)
        self._concerns: list[Concern] = []
        self._actions = {name: self._action(name, key) for name, key in _ACTS.items()}
        self._undo = shortcuts.command(self, "Ctrl+Z", self.saving.undo, icon="undo")
        self._next = shortcuts.command(self, "Alt+Down", lambda: self.groups.step(1))
        self._before = shortcuts.command(self, "Alt+Up", lambda: self.groups.step(-1))
        self._every = shortcuts.command(self, "Ctrl+A", self.table.selectAll)
        self._lay_out()
        self.groups.chosen.connect(lambda _key: self._show_rows())
        self.table.activated.connect(lambda _index: self.run("open"))
        self.conflict.taken.connect(self.run)
        self.saving.told.connect(self.told.tell)
        self.watch.changed.connect(self.refresh)
        self.watch.badgeChanged.connect(self.badgeChanged)
        hall.feed.loaded.connect(self._allow)
        texts.OnLanguage(self, self._say)

    def _action(self, name: str, key: str) -> QAction:
        def run() -> None:
            self.run(name)

        return shortcuts.command(self, key, run)

    def _lay_out(self) -> None:
        feet = QWidget()
        foot = kit.FlowLayout(feet, spacing=theme.S)
        for action in self._actions.values():
            button = kit.action_button(action, show_key=True)
            button.setProperty("size", "small")
            foot.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        feet.setSizePolicy(policy)
        self.nothing = QWidget()
        self.detail = QStackedWidget()
        for part in (self.nothing, self.compare, self.conflict, self.person):
            self.detail.addWidget(part)
        listed = kit.DeskSplitter()
        listed.addWidget(self.table)
        listed.addWidget(self.detail)
        listed.setStretchFactor(0, 2)
        listed.setStretchFactor(1, 3)
        self.table.setMinimumWidth(PAIRS_LEAST)
        self.detail.setMinimumWidth(COMPARE_LEAST)
        self.middle = QStackedWidget()
        self.middle.addWidget(listed)
        self.middle.addWidget(self.refused)
        self._listed = listed
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.S, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.title)
        column.addWidget(self.middle, 1)
        column.addWidget(feet)
        column.addWidget(self.told)
        self.sides = kit.DeskSplitter()
        self.groups.setMinimumWidth(200)
        self.sides.addWidget(self.groups)
        self.sides.addWidget(right)
        self.sides.setStretchFactor(1, 1)
        self.sides.setSizes([GROUPS_WIDE, 900])
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.sides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self._show_model(self.pairs)
        self.setFocusProxy(self.table)

    # what waits

    def set_arrival(self, _arrival: str) -> None:
        """The list is that of the whole operation: a double is mostly on two flights."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        place: QWidget = self.table if self.table.isVisible() else self.empty
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.refresh()

    def refresh(self) -> None:
        """Show what waits now."""
        self._concerns = self.watch.concerns()
        refusals = len(self.watch.refusals)
        self.pages.setCurrentWidget(self.sides if self._concerns or refusals else self.empty)
        self.groups.show_groups(self._groups(refusals))
        self._show_rows()

    def _groups(self, refusals: int) -> list[Group]:
        counts = {words.REFUSED: refusals}
        for concern in self._concerns:
            counts[concern.kind] = counts.get(concern.kind, 0) + 1
        kept, told, last = self.groups.current(), [], ""
        for kind in words.order():
            if not counts.get(kind) and kind != kept:
                continue
            now = kind in COUNTED or kind == words.REFUSED
            heading = self.tr("To decide") if now else self.tr("Decided, or put off")
            if heading != last:
                told.append(Group("", heading))
                last = heading
            told.append(Group(kind, words.kind(kind), counts.get(kind, 0), *words.LOOKS[kind]))
        return told

    def _show_rows(self) -> None:
        key = self.groups.current()
        model: ConcernModel = self.pairs if key in words.PAIRS else self.persons
        self._show_model(model)
        kept = self.table.currentIndex().row()
        model.show_rows([c for c in self._concerns if c.kind == key])
        if self.table.currentIndex().row() < 0 and model.rows:
            self._choose_row(0 if kept < 0 else min(kept, len(model.rows) - 1))
        self.middle.setCurrentWidget(self.refused if key == words.REFUSED else self._listed)
        self._row_chosen()
        self._say_title()

    def _say_title(self) -> None:
        """What is chosen and what to do about it; for others than the lead, why they do nothing."""
        key = self.groups.current()
        waits = self.hall.role != "lead" and bool(_VERDICTS & set(_FIT.get(key, ())))
        said = self._why() if waits else words.advice(key)
        self.title.set_texts(words.kind(key) if key else "", said)

    def _why(self) -> str:
        return self.tr("The lead of the hall settles this.")

    def _show_model(self, model: ConcernModel) -> None:
        if self.table.model() is not model:
            self.table.set_model(model)
            self.table.selectionModel().currentChanged.connect(lambda *_: self._row_chosen())
            self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())

    def _choose_row(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, 0))

    @property
    def model(self) -> ConcernModel:
        """What stands in the table."""
        return self.pairs if self.table.model() is self.pairs else self.persons

    def chosen(self) -> list[Concern]:
        """Those that are selected, or the current one."""
        rows = self.table.selected_rows() or [self.table.currentIndex().row()]
        return [self.model.rows[r] for r in rows if 0 <= r < len(self.model.rows)]

    def _row_chosen(self) -> None:
        place = self.table.currentIndex().row()
        concern = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        self._allow()
        if concern is None:
            self.detail.setCurrentWidget(self.nothing)
            return
        one, other = record(self.hall, concern.one), record(self.hall, concern.other)
        conflict = words.conflict_of(self.hall, concern.record)
        link = words.link_of(self.hall, concern.record)
        if one is not None and other is not None and link is not None:
            self.compare.show_two(one, other, words.link_why(link))
            self.detail.setCurrentWidget(self.compare)
        elif conflict is not None:
            self.conflict.show_conflict(conflict, may_settle=self.hall.role == "lead")
            self.detail.setCurrentWidget(self.conflict)
        elif isinstance(one, Person):
            self.person.show_person(one)
            self.detail.setCurrentWidget(self.person)
        else:
            self.detail.setCurrentWidget(self.nothing)
        if other is None and isinstance(one, Person) and self.isVisible():
            self.hall.viewed.saw([one.id])

    # what may be said

    def _allow(self) -> None:
        key = self.groups.current()
        fit = _FIT.get(key, ("open",)) if key else ()
        lead, some = self.hall.role == "lead", bool(self.chosen())
        why = self._why()
        for name, action in self._actions.items():
            verdict = name in _VERDICTS
            action.setVisible(name in fit)
            enough = some or name == "attention"
            action.setEnabled(name in fit and enough and (lead or not verdict))
            action.setToolTip(why if verdict and not lead else "")
        apart = self.tr("Take apart") if key == "joined" else self.tr("Not the same")
        self._actions["different"].setText(apart)

    def run(self, name: str) -> None:
        """Do one of the acts with those that are chosen."""
        chosen = self.chosen()
        if not self._actions[name].isEnabled():
            return
        if name == "attention":
            self.attentionWanted.emit()
        elif name == "hand_over":
            self.handOverWanted.emit([concern.one for concern in chosen])
        elif name in ("open", "other"):
            self._open(chosen[0], name)
        elif name in ("current", "offered"):
            self._settle(chosen[0], name)
        else:
            made = [c for concern in chosen for c in self._judged(concern, name)]
            self.saving.save(settle.once(made), self._sentence(name, len(chosen)))

    def _judged(self, concern: Concern, verdict: str) -> list[Change]:
        book, me = self.hall.book, self.hall.me.account
        link = words.link_of(self.hall, concern.record)
        if link is None:
            return []
        if concern.kind == "contradiction" and verdict == "different":
            return settle.taking_apart(book, concern.one, concern.other, me)
        return settle.judging(book, link, verdict, me)

    def _sentence(self, verdict: str, count: int) -> str:
        match verdict:
            case "same":
                return self.tr("%n pair(s) joined.", "", count)
            case "later":
                return self.tr("%n pair(s) put off.", "", count)
            case _:
                return self.tr("%n pair(s) kept apart.", "", count)

    def _settle(self, concern: Concern, side: str) -> None:
        conflict = words.conflict_of(self.hall, concern.record)
        if conflict is None:
            return
        value = getattr(conflict, side)
        cache = self.hall.cache

        def did(_changeset: str) -> None:
            self.told.tell(self.tr("Settled. Saved on this workstation."), "good")

        def failed(error: Exception) -> None:
            if isinstance(error, KeyError):
                self.told.tell(self.tr("This was settled in the meantime."), "attention")
            else:
                self.hall.work.failed.emit(error)

        self.hall.work.do(lambda: cache.settle(conflict.id, value), did, owner=self, failed=failed)

    def _open(self, concern: Concern, name: str) -> None:
        ends = [concern.one, concern.other]
        wanted = ends[0] if name == "open" else ends[1]
        person = self.hall.book.person(wanted)
        line = self.hall.book.line(wanted)
        if person is not None:
            self.personWanted.emit(person.id)
        elif line is not None:
            self.lineWanted.emit(line.id)

    # words

    def _say(self) -> None:
        said: dict[str, Callable[[], str]] = {
            "same": lambda: self.tr("The same"), "later": lambda: self.tr("Later"),
            "current": lambda: self.tr("Take the first"),
            "offered": lambda: self.tr("Take the second"), "open": lambda: self.tr("Show"),
            "hand_over": lambda: self.tr("Hand over…"),
            "other": lambda: self.tr("Show the other"),
            "attention": lambda: self.tr("Deal with them"),
        }  # fmt: skip
        for name, text in said.items():
            self._actions[name].setText(text())
        self._undo.setText(self.tr("Take back"))
        self._next.setText(self.tr("Next kind"))
        self._before.setText(self.tr("Kind before"))
        self._every.setText(self.tr("Choose all"))
        self.groups.setAccessibleName(self.tr("What waits for the lead"))
        self.table.setAccessibleName(self.tr("Who it is about"))
        self.empty.set_texts(
            self.tr("Nothing waits for the lead"),
            self.tr("Doubles, contradictions and minors alone come here by themselves."),
        )
        self.refused.set_texts(
            self.tr("The hub refused changes of this desk"),
            self.tr("Nothing is lost: they are kept until somebody corrects or gives them up."),
        )
        self.refresh()
