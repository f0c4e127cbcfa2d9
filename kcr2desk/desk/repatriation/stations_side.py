"""Who is in, who left, who is nowhere, at any moment; and the roll call that leaves nobody out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.repatriation.headcount import (
    COUNTED,
    IN,
    NOWHERE,
    STATES,
    Headcount,
    Whereabouts,
    headcount,
)
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.repatriation import people_words as words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.stations_tables import WhereModel

COUNT_AFTER: Final = 120
"""Milliseconds in which changes are counted together."""

LARGE: Final = 500
"""From so many people on they are counted in the work thread: 2,500 take some fifty milliseconds
with where they came by."""

EVERYBODY, ARRIVAL = "all", "arrival"


class StateTile(QAbstractButton):
    """A number of people in one state; chosen, they are in the list below."""

    def __init__(self, state: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.state, self._count = state, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self._count = count
        self.setText(words.state(self.state))
        self.setAccessibleName(f"{count} {self.text()}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens, painter = theme.current(), theme.tokens(), QPainter(self)
        tone, icon = words.STATE_LOOK[self.state]
        loud = self.state == NOWHERE and self._count > 0
        if self.isChecked():
            paint.rounded(painter, self.rect(), tokens.selection, tokens.accent)
        elif self.underMouse():
            paint.rounded(painter, self.rect(), tokens.raised)
        colour = tokens.tone(tone) if loud else tokens.text
        inner = self.rect().adjusted(theme.S, 4, -theme.S, -4)
        top = QRect(inner.left(), inner.top(), inner.width(), 30)
        number = texts.number(self._count)
        paint.draw_text(painter, top, number, now.font("number"), QColor(colour))
        sign = QRect(inner.left(), inner.top() + 31, 16, 20)
        paint.draw_icon(painter, icon, tokens.tone(tone), sign, 14)
        under = QRect(inner.left() + 20, inner.top() + 31, inner.width() - 20, 20)
        paint.draw_text(painter, under, self.text(), now.font("base"), QColor(tokens.muted))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())


class HeadSide(QWidget):
    """The head-count beside a station. `personWanted` carries who is to be looked at."""

    personWanted = Signal(str)
    counted = Signal()

    def __init__(self, hall: Hall, names: Callable[[], bool]) -> None:
        super().__init__()
        self._hall, self._names = hall, names
        self._arrival = ""
        self._called: datetime | None = None
        self._ended = False
        self._asked = 0
        self.count = Headcount()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COUNT_AFTER)
        self._soon.timeout.connect(self._count)
        self.scope = kit.KeyChoice()
        self.tiles = {state: StateTile(state, self) for state in STATES}
        self.told = kit.label(tone="muted", wrap=True)
        self.model = WhereModel(hall, self)
        self.table = kit.DeskTable()
        self.table.set_model(self.model)
        self.table.activated.connect(lambda i: self.personWanted.emit(self.model.person(i.row())))
        self._lay_out()
        self.scope.chosen.connect(lambda _: self.count_now())
        hall.feed.changed.connect(self._followed)
        hall.feed.loaded.connect(self._count)
        texts.OnLanguage(self, self._say)

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        for tile in self.tiles.values():
            self._group.addButton(tile)
            row.addWidget(tile)
        self.tiles[NOWHERE].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self._show())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.scope)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)

    def set_arrival(self, arrival: str) -> None:
        """The arrival in hand, which the count may be narrowed to."""
        self._arrival = arrival
        self._say()

    @property
    def shown(self) -> str:
        """The state whose people are in the list."""
        return next(s for s, tile in self.tiles.items() if tile.isChecked())

    def show_state(self, state: str) -> None:
        """Show who is in this state."""
        self.tiles[state].setChecked(True)
        self._show()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # the roll call

    @property
    def called(self) -> datetime | None:
        """Since when a roll call is held; None while none is."""
        return None if self._ended else self._called

    @property
    def call_ended(self) -> bool:
        """Whether the end of a roll call is shown."""
        return self._ended

    def begin_call(self) -> None:
        """Look for everybody who did not leave: who is scanned from now on, at any desk, is
        there."""
        self._called, self._ended = self._hall.now(), False
        self.count_now()

    def end_call(self) -> Sequence[Whereabouts]:
        """End it; gives who was not there, and names them below."""
        self.count_now()
        missing = self.missing()
        self._ended = True
        self._hall.viewed.saw(p.id for each in missing for p in each.persons)
        self._show()
        return missing

    def forget_call(self) -> None:
        """Show the head-count again."""
        self._called, self._ended = None, False
        self._show()

    def missing(self) -> tuple[Whereabouts, ...]:
        """Whom the roll call still looks for."""
        return () if self._called is None else self.count.unseen(self._called)

    # counting

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in _COUNTED for kind, _ in changed):
            self._soon.start()

    def count_now(self) -> None:
        """Count, and show it."""
        self._soon.stop()
        self._asked += 1
        self._took(headcount(self._hall.book, self._hall.now(), arrival=self._scope()))

    def _scope(self) -> str | None:
        narrow = self.scope.value() == ARRIVAL and self._arrival
        return self._arrival if narrow else None

    def _count(self) -> None:
        """Count; many people beside the UI thread."""
        hall = self._hall
        if hall.book.count("person") < LARGE:
            self.count_now()
            return
        self._asked += 1
        asked, book, now = self._asked, hall.book.still(*COUNTED), hall.now()
        arrival = self._scope()

        def took(count: Headcount) -> None:
            if asked == self._asked:
                self._took(count)

        hall.work.ask(lambda: headcount(book, now, arrival=arrival), took, owner=self)

    def _took(self, count: Headcount) -> None:
        self.count = count
        self._show()
        self.counted.emit()

    def _show(self) -> None:
        tally = self.count.tally
        numbers = {IN: tally.inside, NOWHERE: tally.nowhere}
        for state, tile in self.tiles.items():
            tile.show_count(numbers.get(state, tally.left))
        if self._called is not None:
            found = self.missing()
            self.told.setText(self._call_words(len(found)))
            kit.set_tone(self.told, "attention" if found else "good")
            names = self._ended and self._names()
        else:
            found = self.count.of_state(self.shown)
            ahead = self._ahead_words()
            self.told.setText(ahead if found or ahead else self.tr("Nobody."))
            kit.set_tone(self.told, "attention" if ahead else "muted")
            names = False
        self.told.setVisible(bool(self.told.text()))
        self.model.show_rows(sorted(found, key=_longest_first), names=names)

    def _call_words(self, missing: int) -> str:
        assert self._called is not None
        since = texts.clock(self._called)
        if self._ended:
            if not missing:
                return self.tr("Roll call of {time}: everybody was there.").format(time=since)
            said = self.tr("Roll call of {time}: %n did not show up", "", missing)
            return said.replace("{time}", since)
        said = self.tr("Roll call since {time}: %n still to be scanned", "", missing)
        return said.replace("{time}", since)

    def _ahead_words(self) -> str:
        """What makes the count less than sure."""
        said = []
        if self.count.ahead:
            said.append(
                self.tr(
                    "%n passage(s) say that they are still to come: the clock of a desk runs"
                    " ahead.", "", self.count.ahead,
                )
            )  # fmt: skip
        if self.count.strangers:
            said.append(
                self.tr(
                    "%n code(s) scanned that nobody has here yet.", "", len(self.count.strangers)
                )
            )
        return " ".join(said)

    def _say(self) -> None:
        options = [kit.Option(EVERYBODY, self.tr("Everybody"))]
        if self._arrival:
            options.append(kit.Option(ARRIVAL, self.tr("This arrival")))
        kept = self.scope.value()
        self.scope.set_options(options)
        self.scope.set_value(kept if kept in [o.value for o in options] else EVERYBODY)
        self.scope.setVisible(len(options) > 1)
        self.count_now()


def _longest_first(each: Whereabouts) -> tuple[bool, float, str]:
    """Who was never seen, then who was not seen for longest."""
    return each.since is not None, each.since.timestamp() if each.since else 0.0, each.head.number


_COUNTED: Final = frozenset({"person", "passage", "handover", "personlink", "personneed"})
