"""Cards over the window: signing in again, and what needs a decision. What is under them stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.accounts import KnownAccount
from kcr2desk.desk.kit import Overlay
from kcr2desk.desk.sign_in import SignInForm

if TYPE_CHECKING:
    from kcr2desk.desk.changes import Changes
    from kcr2desk.desk.work import StoreWork
    from kcr2desk.store import Cache, Identity

_SIGN_IN: Final = 460
_ATTENTION: Final = 1240


class SignInCard(Overlay):
    """Asks the officer at work for the password. It goes by Esc; work goes on without the hub."""

    submitted = Signal(str)
    """The password."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, _SIGN_IN)
        self.form = SignInForm(again=True)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.submitted.connect(lambda _hub, _name, password: self._submit(password))
        self.form.cancelled.connect(self.dismiss)

    def ask(self, account: KnownAccount) -> None:
        """Open, with an empty password."""
        self.form.ask(account.hub_url, account.account)
        self.open()

    def tell(self, trouble: str) -> None:
        """Say why it did not work."""
        self.form.tell(trouble)

    def _submit(self, password: str) -> None:
        self.form.set_busy(self.tr("Signing in…"))
        self.submitted.emit(password)


class AttentionCard(Overlay):
    """Refused changes and conflicts, as wide as the window lets it."""

    openRecord = Signal(str, str)
    """Type and id of a record that is to be shown; the card has gone."""

    def __init__(
        self,
        host: QWidget,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        me: Identity,
        changes: Changes,
    ) -> None:
        super().__init__(host, _ATTENTION)
        from kcr2desk.desk.attention.view import AttentionView

        self.view = AttentionView(cache, work, now, me)
        changes.changed.connect(lambda _kind, _ids: self._changed())
        self.view.openRecord.connect(self._open_record)
        self.view.closed.connect(self.dismiss)
        self._title = kit.label(role="heading")
        self._close = kit.button(kind="quiet", icon="close", small=True, run=self.dismiss)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        column.setSpacing(theme.S)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        texts.OnLanguage(self, self._say)

    def open(self) -> None:
        super().open()
        self.view.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        if self.isVisible():
            self.view.refresh()

    def _open_record(self, kind: str, record: str) -> None:
        self.dismiss()
        self.openRecord.emit(kind, record)

    def wanted_height(self, width: int) -> int:
        return max(520, round(self.height() * 0.64)) if width else 0

    def _say(self) -> None:
        self._title.setText(self.tr("What needs a decision"))
        self._close.setToolTip(self.tr("Close"))
