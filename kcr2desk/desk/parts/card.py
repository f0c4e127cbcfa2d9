"""What all cards share: a head, a foot, a draft of what was typed, saving away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.changes import Change
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.parts import card_parts
from kcr2desk.desk.troubles import sentence
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft

if TYPE_CHECKING:
    from kcr2desk.desk.parts.book_feed import Told
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

NARROWEST = 560
SAVE = "Ctrl+Enter|Ctrl+Return"
T = TypeVar("T")


class Card(QWidget):
    """Base of the cards. `done` carries what was made or changed; `closed`: it wants to go.

    A subclass fills `column` and `foot`, says its words in `say` (called at once and after a
    change of language), shows records in `refresh` (called after they changed), and names the
    fields that a draft keeps by `keep_field`. Esc closes; a draft stays where something was typed.
    """

    done = Signal(str)
    closed = Signal()

    KIND = ""
    """What the draft is of."""

    stream = "national"
    """Where what is saved goes."""

    def __init__(
        self,
        feed: Told,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cache, self.work, self.now, self.me = cache, work, now, me
        self.about = about
        self.kept: dict[str, card_parts.Field] = {}
        self._draft = f"card:{self.KIND}:{about}"
        self._typed = False
        self._inner: Card | None = None
        self._asleep: list[QAction] = []
        self.busy = False
        self.setMinimumWidth(NARROWEST)
        self._build()
        feed.changed.connect(self._followed)

    def _build(self) -> None:
        self.title = kit.ElidedLabel(role="heading", strong=True)
        self.subtitle = kit.ElidedLabel(tone="muted")
        self.cross = kit.button(kind="quiet", icon="close", small=True, run=self.leave)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.S)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.cross)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self.column.setSpacing(theme.M)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.body)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told = kit.InlineMessage()
        feet = QWidget()
        self.foot = kit.FlowLayout(feet, spacing=theme.S)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        feet.setSizePolicy(policy)
        self.under = QVBoxLayout()
        self.under.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        self.under.setSpacing(theme.S)
        self.under.addWidget(self.told)
        self.under.addWidget(feet)
        top = QVBoxLayout()
        top.setContentsMargins(theme.L, theme.M, theme.S, theme.S)
        top.setSpacing(0)
        top.addLayout(self.head)
        top.addWidget(self.subtitle)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(kit.rule())
        whole.addWidget(self.area, 1)
        whole.addWidget(kit.rule())
        whole.addLayout(self.under)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(page)

    def begin(self) -> None:
        """Say the words, show the records, and ask whether a draft was kept. Called once, last."""
        texts.OnLanguage(self, self._say)
        self.refresh()
        for rows in self.body.findChildren(card_parts.Rows):
            rows.tab_in_order()
        if self.KIND and self.kept:
            self.work.ask(lambda: self.cache.draft(self._draft), self._restore, owner=self)

    # -- for subclasses ----------------------------------------------------------------------------

    def say(self) -> None:
        """Set all words."""

    def refresh(self) -> None:
        """Records changed, or the language: show them anew."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        first = next(iter(self.kept.values()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def edited(self, _name: str) -> None:
        """The officer changed a field that a draft keeps."""

    # -- words -------------------------------------------------------------------------------------

    def _say(self) -> None:
        words = self.tr("Close (Esc); what was typed is kept")
        self.cross.setToolTip(words)
        self.cross.setAccessibleName(words)
        self.say()
        self.refresh()

    def _followed(self, _changed: object) -> None:
        if self._inner is None:  # else when this card is shown again
            self.refresh()

    def action(
        self, key: str, run: Callable[[], object], *, icon: str = "", kind: str = ""
    ) -> tuple[QAction, QPushButton]:
        """An action of the card and its button, which names its key."""
        made = shortcuts.command(self, key, run, icon=icon)
        return made, kit.action_button(made, kind=kind, show_key=True)

    # -- saving ------------------------------------------------------------------------------------

    def write(self, call: Callable[[], T], then: Callable[[T], object] | None = None) -> None:
        """Write in the store's thread; nothing else is written from here until it is done."""
        self.busy = True
        self.work.do(call, lambda made: self._written(made, then), owner=self, failed=self._failed)

    def save(
        self,
        changes: Sequence[Change],
        then: Callable[[str], object] | None = None,
        *,
        keep_draft: bool = False,
    ) -> None:
        """Save changes as one changeset and drop the draft with it."""
        draft = None if keep_draft or not self.kept else self._draft
        if draft is not None:
            self._typed = False
        self.write(lambda: self.cache.save(self.stream, changes, draft=draft), then)

    def _written(self, made: T, then: Callable[[T], object] | None) -> None:
        self.busy = False
        if then is not None:
            then(made)

    def _failed(self, error: Exception) -> None:
        self.busy = False
        self._typed = bool(self.kept)
        kept = self.tr("What you typed still stands here.")
        self.told.tell(f"{sentence(error)} {kept}", "urgent")

    # -- what was typed ----------------------------------------------------------------------------

    def keep_field(self, name: str, field: card_parts.Field) -> None:
        """What stands in this field is kept as a draft when the officer changes it."""
        self.kept[name] = field
        card_parts.on_edit(field, lambda: self._edit(name))

    def _edit(self, name: str) -> None:
        if self._filling:
            return
        self._typed = True
        self.edited(name)
        self.keep_draft()

    _filling = False

    def filling(self, run: Callable[[], object]) -> None:
        """Fill fields without taking it for typing."""
        before, self._filling = self._filling, True
        try:
            run()
        finally:
            self._filling = before

    def keep_draft(self) -> None:
        """Keep what stands here now."""
        if not self.KIND:
            return
        at = milliseconds(self.now())
        said = {name: card_parts.typed(field) for name, field in self.kept.items()}
        draft = Draft(self._draft, f"card:{self.KIND}", self.about, {}, said, at)
        self.work.do(
            lambda: self.cache.keep_draft(draft), topic=f"draft/{draft.id}", failed=self._failed
        )

    def drop_draft(self) -> None:
        """What was typed is not wanted."""
        self._typed = False
        draft = self._draft
        self.work.do(lambda: self.cache.drop_draft(draft), topic=f"draft/{draft}")

    def _restore(self, draft: Draft | None) -> None:
        if draft is None or self._typed:
            return
        self.filling(lambda: self.put_typed(draft.typed))
        self._typed = True
        self.told.tell(
            self.tr("What you typed here before was kept."),
            "accent",
            [(self.tr("Throw away"), self._throw_away)],
        )
        self.edited("")

    def put_typed(self, typed: Mapping[str, Json]) -> None:
        """Show what a draft says."""
        for name, value in typed.items():
            if name in self.kept:
                card_parts.put(self.kept[name], value)

    def _throw_away(self) -> None:
        self.drop_draft()
        self.told.dismiss()
        self.leave()

    # -- going -------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Close; a draft stays where something was typed."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.leave()
        else:
            super().keyPressEvent(event)

    def show_inner(self, card: Card, *, stays: bool = False) -> None:
        """Show another card in this one's place until it is done or closed; one that `stays` is
        what this card became, and closes it."""
        self._asleep = [a for a in self.actions() if a.isEnabled()]
        for action in self._asleep:
            action.setEnabled(False)
        self._inner = card
        self._pages.addWidget(card)
        self._pages.setCurrentWidget(card)
        if stays:
            card.closed.connect(self.leave)
        else:
            card.done.connect(lambda _: self.hide_inner())
            card.closed.connect(self.hide_inner)
        card.focus_first()

    def hide_inner(self) -> None:
        """Show this card again."""
        card, self._inner = self._inner, None
        if card is None:
            return
        self._pages.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._pages.setCurrentIndex(0)
        for action in self._asleep:
            action.setEnabled(True)
        self._asleep = []
        self.refresh()
        self.focus_first()

    @property
    def inner(self) -> Card | None:
        """The card that stands in this one's place."""
        return self._inner

    def copy(self, text: str, told: str) -> None:
        """Put a text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(text)
        self.told.tell(told, "good")
