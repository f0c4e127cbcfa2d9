"""The card that opens an operation. It works without a line: the hub is told when there is one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kcr2desk.core.repatriation.opening import opening
from kcr2desk.core.repatriation.operation import stream_of
from kcr2desk.desk.parts.book_feed import Told
from kcr2desk.desk.parts.card import SAVE, Card
from kcr2desk.desk.repatriation.operation_fields import OperationFields
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


class NewOperation(Card):
    """`done` carries the id of the operation."""

    KIND = "operation"

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        changes: Told,
        *,
        now: Callable[[], datetime],
        me: Identity,
    ) -> None:
        super().__init__(changes, cache, work, now=now, me=me)
        self.operation = cache.new_id()
        self.stream = stream_of(self.operation)
        self.fields = OperationFields()
        self.column.addWidget(self.fields)
        self.column.addStretch(1)
        self.save_action, save = self.action(SAVE, self.take, kind="primary")
        self.foot.addWidget(save)
        for name, field in self.fields.kept.items():
            self.keep_field(name, field)
        self.begin()

    def focus_first(self) -> None:
        self.fields.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self) -> None:
        self.title.setText(self.tr("Open an operation"))
        self.subtitle.setText(self.tr("Only who you let in sees that it exists."))
        self.save_action.setText(self.tr("Open"))
        self.fields.say()

    def take(self) -> None:
        """Open it, with this officer as its lead."""
        if self.busy:
            return
        trouble = self.fields.trouble()
        if trouble:
            self.told.tell(trouble, "attention")
            return
        said = {**self.fields.said(), "opened_at": self.now()}
        changes = opening(self.operation, self.me.account, said)
        self.save(changes, lambda _: self._opened())

    def _opened(self) -> None:
        self.done.emit(self.operation)
        self.leave()
