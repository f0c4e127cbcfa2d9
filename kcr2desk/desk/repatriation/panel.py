"""The panel of repatriation: the operations that this account may enter, and the one in hand.

An operation that nobody let this account into does not exist here, not even as a number.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.core.access import MAY_OPEN
from kcr2desk.core.record import Record
from kcr2desk.core.repatriation.operation import Operation, operation_of
from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.panel import Panel
from kcr2desk.desk.parts.book_feed import Relay
from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.repatriation.audit_view import AuditView
from kcr2desk.desk.repatriation.counts_view import CountsView
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.operation_page import OperationPage
from kcr2desk.desk.work import StoreWork, When

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

AUDITOR: Final = "auditor"
LAST: Final = "repatriation/operation"
NUMBERS: Final = "counts"
"""What the choice of an operation holds for the numbers of all of them."""


class RepatriationPanel(Panel):
    """One operation at a time; the row above it chooses where there are more."""

    attentionWanted = Signal()

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        changes: Relay,
        *,
        now: Callable[[], datetime],
        me: Identity,
    ) -> None:
        super().__init__()
        self._cache, self._work, self._changes = cache, work, changes
        self._now, self._me = now, me
        self._operations: dict[str, Operation] = {}
        self._wanted: tuple[str, str, str] | None = None
        self._last = ""
        self._settings: Settings | None = None
        self.page: OperationPage | None = None
        self.empty = kit.EmptyState("plane")
        self.counts = CountsView(cache, work, changes, now=now)
        self.audit = AuditView(cache, work, changes, now=now) if me.role == AUDITOR else None
        self.choice = kit.FilterButton(multiple=False, always=True, width=300)
        self._new = shortcuts.command(self, "Ctrl+Alt+O", self.open_new, icon="plus")
        self._lay_out()
        self.slide = SlideOver(self)
        self.choice.changed.connect(lambda value: self._chosen(next(iter(value), "")))
        self.counts.changed.connect(self._say_choice)
        changes.changed.connect(self._hear)
        texts.OnLanguage(self, self._say)
        self._ask()

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.counts)
        if self.audit is not None:
            self.pages.addWidget(self.audit)
        self.told = kit.InlineMessage()
        self.above = QWidget()
        row = QHBoxLayout(self.above)
        row.setContentsMargins(theme.L, 0, theme.L, theme.S)
        row.addWidget(self.choice)
        row.addStretch(1)
        if self.may_open:
            row.addWidget(kit.action_button(self._new, kind="quiet"))
        self.above.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.above)
        page.addWidget(self.told)
        page.addWidget(self.pages, 1)

    @property
    def may_open(self) -> bool:
        """Whether this account may open an operation."""
        return self._me.role in MAY_OPEN

    # the operations

    def _hear(self, type_name: str, _ids: object) -> None:
        if type_name in ("operation", "member"):
            self._ask()

    def _ask(self) -> None:
        self._work.ask(
            lambda: self._cache.all("operation"), self._took, owner=self, topic="operations",
            when=When.NOW,
        )  # fmt: skip

    def _took(self, found: list[Record]) -> None:
        before = self._operations
        self._operations = {r.id: r for r in found if isinstance(r, Operation)}
        self._say_choice()
        here = self.operation
        if here and here not in self._operations:
            self.enter("")  # this account is no member any more
            if here in before:
                self._tell_gone(before[here].title)
        if not self.operation and self._operations:
            open_ = [o for o in self._operations.values() if o.status == "open"]
            newest = max(open_ or self._operations.values(), key=lambda o: o.id).id
            self.enter(self._last if self._last in self._operations else newest)
        wanted = "" if self._wanted is None else operation_of(self._wanted[2])
        if wanted in self._operations:
            self.enter(wanted)

    def _tell_gone(self, title: str) -> None:
        """An officer who was typing a moment ago is told what became of it."""
        said = self.tr(
            "You may no longer enter {operation}: it has gone from this workstation, and what was"
            " half typed with it. What you saved is at the hub, or under what needs a decision."
        )
        self.told.tell(said.replace("{operation}", title), "attention")
        if self.isVisible():
            self.focus_first()

    @property
    def operation(self) -> str:
        """The id of the operation in hand, "" for none."""
        return "" if self.page is None else operation_of(self.page.hall.stream)

    def enter(self, operation: str) -> None:
        """Take an operation in hand; "" none."""
        if operation == self.operation:
            return
        before, self.page = self.page, None
        if before is not None:
            self.pages.removeWidget(before)
            before.hall.feed.deleteLater()
            before.deleteLater()
        self.badgeChanged.emit(0)
        if operation:
            self._last = operation
            feed = OperationFeed(operation, self._cache, self._work, self._changes, self)
            hall = Hall.of(
                feed, self._cache, self._work, now=self._now, me=self._me,
                settings=self._settings,
            )  # fmt: skip
            page = OperationPage(hall, self._settings)
            page.badgeChanged.connect(self.badgeChanged)
            page.subtitleChanged.connect(self.subtitleChanged)
            page.attentionWanted.connect(self.attentionWanted)
            page.numbersWanted.connect(lambda: self._chosen(NUMBERS))
            feed.loaded.connect(self._show_wanted)
            self.page = page
            self.pages.addWidget(page)
            self.pages.setCurrentWidget(page)
            if self.isVisible() and self.window().isActiveWindow():
                page.focus_first()
        else:
            self.subtitleChanged.emit("")
            self._show_none()
        self._say_choice()

    def _show_none(self) -> None:
        """No operation: the numbers of others, if any; for an auditor, who saw whom."""
        shown = self.counts if self.counts.found else self.empty
        self.pages.setCurrentWidget(self.audit or shown)

    def _chosen(self, value: str) -> None:
        if value == NUMBERS:
            self.pages.setCurrentWidget(self.counts)
            self._say_choice()
        elif value == self.operation and self.page is not None:
            self.pages.setCurrentWidget(self.page)
            self._say_choice()
        else:
            self.enter(value)

    def open_new(self) -> None:
        """Open an operation: its purpose, ground and term."""
        if not self.may_open:
            return
        from kcr2desk.desk.repatriation.operation_new import NewOperation

        card = NewOperation(self._cache, self._work, self._changes, now=self._now, me=self._me)
        card.done.connect(self._opened)
        card.closed.connect(lambda: self._closed(card))
        self.slide.show(card)

    def _opened(self, operation: str) -> None:
        self._last = operation
        self._ask()
        self.enter(operation)

    def _closed(self, card: QWidget) -> None:
        self.slide.hide()
        self.slide.let_go(card)
        card.deleteLater()
        self.focus_first()

    # what the window asks

    def actions(self) -> list[QAction]:
        """Those of the panel, then those of the operation in hand."""
        found = [a for a in super().actions() if a is not self._new or self.may_open]
        return found if self.page is None else [*found, *self.page.actions()]

    def focus_first(self) -> None:
        if self.slide.content() is None and self.page is not None:
            self.page.focus_first()
        elif self.audit is not None:
            self.audit.focus_first()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, settings: Settings) -> None:
        settings.set(LAST, self._last)
        if self.page is not None:
            self.page.keep(settings)

    def restore(self, settings: Settings) -> None:
        self._settings = settings
        self._last = settings.get(LAST) or ""

    def show_record(self, kind: str, record: str, stream: str) -> None:
        """Bring a person or arrival to the front, as soon as it is here."""
        self._wanted = (kind, record, stream)
        operation = operation_of(stream)
        if operation in self._operations:
            self.enter(operation)
        if self.page is not None and self.page.hall.feed.is_loaded:
            self._show_wanted()

    def _show_wanted(self) -> None:
        if self._wanted is None or self.page is None or self._wanted[2] != self.page.hall.stream:
            return
        kind, record, _ = self._wanted
        self._wanted = None
        if kind == "person":
            self.page.cards.person(record)
        elif kind == "arrival":
            self.page.bar.choose(record)

    # words

    def _say_choice(self) -> None:
        if self.page is None:
            self._show_none()
        numbers = self.pages.currentWidget() is self.counts
        self.above.setVisible(len(self._operations) > 1 or numbers)
        ordered = sorted(self._operations.values(), key=lambda o: (o.status, o.title))
        closed = self.tr("closed")
        self.choice.set_options(
            [
                kit.FilterOption(o.id, o.title, closed if o.status == "closed" else "")
                for o in ordered
            ]
            + (
                [kit.FilterOption(NUMBERS, self.tr("Numbers of all operations"))]
                if self.counts.found
                else []
            )
        )
        shown = NUMBERS if self.pages.currentWidget() is self.counts else self.operation
        self.choice.set_value(frozenset((shown,) if shown else ()))

    def _say(self) -> None:
        self._new.setText(self.tr("Open an operation…"))
        self.choice.set_title(self.tr("Operation"))
        if self.may_open:
            self.empty.set_texts(
                self.tr("No operation"),
                self.tr(
                    "An operation says why people are registered, on what legal ground and for"
                    " how long they are kept. Only who is let in sees that it exists."
                ),
                self.tr("Open an operation…"),
                self.open_new,
            )
        else:
            self.empty.set_texts(
                self.tr("No operation"),
                self.tr(
                    "As soon as the lead of an operation lets you in, it stands here. Its lists"
                    " are then kept on this workstation, so that you can work without a line."
                ),
            )
        self._say_choice()
