"""A refused change to be dealt with: why, what was asked, what waits for it, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.book import Book, records_of
from kcr2desk.core.changes import Change, How
from kcr2desk.core.errors import SENTENCES, sentence
from kcr2desk.core.fields import FieldError, moment
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.attention.items import Item
from kcr2desk.desk.bijstand.commit_lost import LostRaceView
from kcr2desk.desk.bijstand.commit_race import CODES, LostLine, lost_race
from kcr2desk.desk.kit import FlowLayout
from kcr2desk.desk.parts import values, words
from kcr2desk.desk.parts.acts import NOT_TOLD, FieldChange, discard_note
from kcr2desk.desk.parts.change_grid import ChangeGrid, FieldLine
from kcr2desk.desk.parts.difference import line_difference
from kcr2desk.desk.reports.value_editor import Unreadable, ValueEditor, can_edit
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

LONGEST = 600
MOST_EDITORS = 12


def reason(code: str) -> str:
    """Why, as a whole sentence; a code of a newer hub is named as it is."""
    if code in SENTENCES:
        return sentence(code, "nl" if QLocale().language() == QLocale.Language.Dutch else "en")
    if not code:
        return values.translate(
            "Values", "The hub keeps this change and tries it again; nothing is lost."
        )
    told = values.translate("Values", "The hub refused this change ({code}).")
    return told.replace("{code}", code)


def editable(item: Item) -> list[tuple[Change, str, Json]]:
    """(change, field, value asked) of what can be corrected: the fields that it is about, or all
    where the hub named none that can be typed."""
    found = [
        (change, name, now)
        for change in item.changes
        for name, _, now in values.parts(change)
        if can_edit(change.type, name)
        and name not in NOT_TOLD
        and (change.how is How.NEW or isinstance(change.fields[name], list))
    ]
    named = [each for each in found if each[1] in item.fields]
    return (named or found)[:MOST_EDITORS]


class Payload(ChangeGrid):
    """What a change asked for: a line for each field, from what to what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(theme.XS, parent)

    def show_changes(
        self, changes: Sequence[Change], now: datetime, titles: Mapping[str, str], wrong: set[str]
    ) -> None:
        """Show them; the names of `wrong` fields stand out."""
        self.show_fields(
            [
                _field_line(change, FieldChange(name, was, is_now), now, titles, name in wrong)
                for change in changes
                for name, was, is_now in values.parts(change)
                if name not in NOT_TOLD
            ]
        )


def _field_line(
    change: Change, field: FieldChange, now: datetime, titles: Mapping[str, str], wrong: bool
) -> FieldLine:
    name, tone = words.field(field.name, change.type), "attention" if wrong else "muted"
    was, is_now = field.was, field.now
    if field.name in values.TEXTS and isinstance(was, str) and isinstance(is_now, str):
        return FieldLine(name, lines=tuple(line_difference(was, is_now)), tone=tone)
    return FieldLine(name, _from_to(change, field, now, titles), tone=tone)


def _from_to(change: Change, field: FieldChange, now: datetime, titles: Mapping[str, str]) -> str:
    was = values.say(change.type, field.name, field.was, now, titles)
    is_now = values.say(change.type, field.name, field.now, now, titles)
    if change.how is not How.NEW and isinstance(change.fields[field.name], dict):
        taken, added = (f"− {was}" if was else ""), (f"+ {is_now}" if is_now else "")
        return "   ".join(part for part in (taken, added) if part)
    is_now = is_now or values.blank()
    told = is_now if change.how is How.NEW else f"{was or values.blank()} → {is_now}"
    return told if len(told) <= LONGEST else told[:LONGEST] + "…"


class RefusedView(QWidget):
    """One refused (or quarantined) change. Keys within it: C corrects, Delete gives up, O opens."""

    openRecord = Signal(str, str)
    dealt = Signal()
    """It was sent again or given up; the list is to be read anew."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._work, self._now = cache, work, now
        self._item: Item | None = None
        self._editors: list[tuple[Change, str, ValueEditor]] = []
        self._busy = False
        self.why = kit.label(role="heading", wrap=True)
        self.when = kit.label(tone="muted", wrap=True)
        self.payload = Payload()
        self.lost = LostRaceView()
        self.behind = kit.label(tone="attention", wrap=True)
        self.correct = kit.button(kind="primary", icon="edit", run=self.begin_correction)
        self.discard = kit.button(icon="close", run=self.begin_discard)
        self.open = kit.button(kind="quiet", icon="open", run=self._open)
        self._choices = QWidget()
        flow = FlowLayout(self._choices, spacing=theme.S)
        for widget in (self.correct, self.discard, self.open):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._choices.setSizePolicy(policy)
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(theme.M)
        self._form.setVerticalSpacing(theme.S)
        self._form.setColumnMinimumWidth(0, 120)
        self._form.setColumnStretch(1, 1)
        self.asks = kit.label(wrap=True)
        self.given = QLineEdit()
        self.given.setMaxLength(300)
        self.given.textChanged.connect(self._enable)
        self.given.returnPressed.connect(self._confirm)
        self.confirm = kit.button(kind="primary", run=self._confirm)
        self.cancel = kit.button(kind="quiet", run=self._close_form)
        self._sure = QWidget()
        sure = QHBoxLayout(self._sure)
        sure.setContentsMargins(0, 0, 0, 0)
        sure.setSpacing(theme.S)
        sure.addWidget(self.confirm)
        sure.addWidget(self.cancel)
        sure.addStretch(1)
        self.message = kit.label(tone="attention", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for part in (self.why, self.when, self.lost, self.payload, self.behind, self._choices):
            column.addWidget(part)
        column.addWidget(self.asks)
        column.addLayout(self._form)
        for part in (self.given, self._sure, self.message):
            column.addWidget(part)
        column.addStretch(1)
        self._close_form()
        texts.OnLanguage(self, self._say)

    @property
    def item(self) -> Item | None:
        return self._item

    def show_item(self, item: Item) -> None:
        """Show it. The same one again keeps what is being typed."""
        fresh = self._item is None or self._item.id != item.id
        self._item = item
        if fresh:
            self._busy = False
            self._close_form()
            self._ask_who_was_first(item)
        self._say()

    def _ask_who_was_first(self, item: Item) -> None:
        """Of a promise that lost the race: who has it, and what else is possible."""
        self.lost.clear()
        if item.code not in CODES or not any(c.type == "commitment" for c in item.changes):
            return
        cache, now = self._cache, self._now()

        def call() -> tuple[Book, tuple[LostLine, ...]]:
            book = records_of(cache.all)
            return book, lost_race(book, item.changes, now)

        def answer(found: tuple[Book, tuple[LostLine, ...]]) -> None:
            if self._item is not None and self._item.id == item.id:
                self.lost.show_lost(*found, now)

        self._work.ask(call, answer, owner=self, topic="lost")

    def editors(self) -> list[ValueEditor]:
        """The fields of the correction, while it is open."""
        return [editor for _, _, editor in self._editors]

    # correcting

    def begin_correction(self) -> None:
        """Open the fields that can be corrected; nothing is sent yet."""
        item = self._item
        if item is None or item.kind != "refused" or self._form_open():
            return
        for row, (change, name, value) in enumerate(editable(item)):
            editor = ValueEditor(change.type, name, value, self._now)
            editor.submitted.connect(self._confirm)
            told = kit.label(words.field(name, change.type), tone="muted")
            self._form.addWidget(told, row, 0, Qt.AlignmentFlag.AlignTop)
            self._form.addWidget(editor, row, 1)
            self._editors.append((change, name, editor))
        if self._editors:
            self.asks.setText(self.tr("Correct it and send it again:"))
        else:
            self.asks.setText(self.tr("There is nothing to correct in it. Send it again as it is?"))
        self.confirm.setText(self.tr("Send again"))
        self._open_form()
        focus: QWidget = self._editors[0][2] if self._editors else self.confirm
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_discard(self) -> None:
        """Ask why it is given up; without a reason it is not."""
        if self._item is None or self._item.kind != "refused" or self._form_open():
            return
        self.asks.setText(
            self.tr("Why is this change given up? It stays in the history of the report.")
        )
        self.given.clear()
        self.given.show()
        self.confirm.setText(self.tr("Give up"))
        self._open_form()
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_open(self) -> bool:
        return self._sure.isVisibleTo(self)

    def _open_form(self) -> None:
        self.asks.show()
        self._sure.show()
        self._choices.hide()
        self.message.hide()
        self._enable()

    def _close_form(self) -> None:
        for _, _, editor in self._editors:
            editor.hide()
            editor.deleteLater()
        self._editors.clear()
        while (item := self._form.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in (self.asks, self.given, self._sure, self.message):
            part.hide()
        self._choices.show()

    def _enable(self) -> None:
        wants_reason = self.given.isVisibleTo(self)
        self.confirm.setEnabled(not self._busy and not (wants_reason and not self._reason()))

    def _reason(self) -> str:
        return " ".join(self.given.text().split())

    def _confirm(self) -> None:
        item = self._item
        if item is None or self._busy or not self.confirm.isEnabled():
            return
        if self.given.isVisibleTo(self):
            self._do(lambda: self._give_up(item.id, self._reason()))
            return
        try:
            fields = self._corrected()
        except Unreadable as error:
            self._tell(str(error))
            return
        self._do(lambda: self._cache.retry(item.id, fields))

    def _corrected(self) -> dict[str, Any]:
        """The fields whose value is another now. Raises Unreadable."""
        return {name: editor.value() for _, name, editor in self._editors}

    def _give_up(self, changeset: str, why: str) -> None:
        """In the store's thread: the reason first, so that none is given up without."""
        self._cache.set_note(discard_note(changeset), why)
        self._cache.discard(changeset)

    def _do(self, call: Callable[[], object]) -> None:
        self._busy = True
        self._enable()

        def done(_result: object) -> None:
            self._busy = False
            self._close_form()
            self.dealt.emit()

        def failed(error: Exception) -> None:
            self._busy = False
            self._enable()
            if isinstance(error, FieldError) and error.code in SENTENCES:
                about = "" if self._item is None else self._item.about.type
                self._tell(f"{words.field(error.field, about)}: {reason(error.code)}")
            elif isinstance(error, KeyError):
                self._tell(self.tr("This was dealt with in the meantime."))
                self.dealt.emit()
            else:
                self._work.failed.emit(error)

        self._work.do(call, done, owner=self, failed=failed)

    def _tell(self, text: str) -> None:
        self.message.setText(text)
        self.message.show()

    def _open(self) -> None:
        if self._item is not None and self._item.about.here:
            self.openRecord.emit(self._item.about.type, self._item.about.id)

    # keys and words

    def event(self, event: QEvent) -> bool:
        """Claim the keys of this view before a shortcut of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.key() == Qt.Key.Key_Escape and self._form_open()
            if mine:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form_open():
            self._close_form()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.correct.setText(self.tr("Correct and send again"))
        self.discard.setText(self.tr("Give up…"))
        self.open.setText(self.tr("Open the report"))
        self.cancel.setText(self.tr("Never mind"))
        self.given.setPlaceholderText(self.tr("Reason"))
        item = self._item
        if item is None:
            return
        refused = item.kind == "refused"
        self.why.setText(reason(item.code))
        self.when.setText(self._circumstances(item))
        now = self._now()
        self.payload.show_changes(item.changes, now, item.titles or {}, set(item.fields))
        self.behind.setText(self._waiting(item))
        self.behind.setVisible(bool(item.behind))
        self.correct.setVisible(refused)
        self.discard.setVisible(refused)
        self.open.setVisible(item.about.here and item.about.type == "report")

    def _circumstances(self, item: Item) -> str:
        at = texts.moment(moment(item.at), self._now())
        new = any(change.how is How.NEW for change in item.changes)
        kind = values.noun(item.changes[0].type) if item.changes else ""
        if new:
            told = self.tr("Your new {kind} of {time}. It is kept here and reaches nobody.")
        else:
            told = self.tr("Your change of {time}. It is kept here and reaches nobody.")
        return told.replace("{kind}", kind).replace("{time}", at)

    def _waiting(self, item: Item) -> str:
        if not item.behind:
            return ""
        fields = list(
            dict.fromkeys(
                words.field(name, change.type)
                for pending in item.behind
                for change in pending.changes
                for name, _, _ in values.parts(change)
                if name not in NOT_TOLD
            )
        )
        told = self.tr("%n later change(s) wait(s) for this one", "", len(item.behind))
        return f"{told}: {', '.join(fields[:12])}" if fields else told
