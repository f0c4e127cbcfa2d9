"""The window before the desk: who works here, name and password, passphrase, and what is wrong.

It opens the desk of an account away from the screen and hands it over by `opened`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.desk import kit, texts, theme, troubles
from kcr2desk.desk.accounts import KnownAccount
from kcr2desk.desk.kit import paint
from kcr2desk.desk.session import PassphraseNeeded, Session, SignInNeeded
from kcr2desk.desk.sign_in import PassphraseForm, SignInForm
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.desk.session import Opener

WIDTH: Final = 480
HEIGHT: Final = 520
_ROW: Final = 52


class OpenElsewhere(Exception):
    """The account is open in another process, which has come to the front."""


@dataclass(slots=True)
class _Attempt:
    """What is being tried: an account that is known, or a sign-in with a password."""

    account: KnownAccount | None
    hub: str = ""
    name: str = ""
    password: str = ""


class WelcomeWindow(QWidget):
    """Lets somebody in. `accounts` are known on this computer, `hub` is offered to a new one.

    Everything that waits runs in `work`; the window can be closed meanwhile.
    """

    opened = Signal(object)
    """A Session; whoever takes it closes it."""

    asks = Signal()
    """Somebody has to answer something: the window has to be seen."""

    openElsewhere = Signal()
    """The account that was chosen is open in another process, which shows itself."""

    left = Signal()
    """The window was closed and nobody came in."""

    def __init__(
        self,
        opener: Opener,
        work: StoreWork,
        accounts: Sequence[KnownAccount],
        *,
        hub: str = "",
        now: Callable[[], int],
    ) -> None:
        super().__init__()
        self._opener = opener
        self._work = work
        self._hub = hub
        self._now = now
        self._attempt = _Attempt(None)
        self._in = False
        self._open = True
        self.accounts = _AccountPage(accounts)
        self.form = SignInForm()
        self.passphrase = PassphraseForm()
        self.waiting = kit.EmptyState("sync")
        self.trouble = _TroublePage()
        self._pages = QStackedWidget()
        for page in (self.accounts, self.form, self.passphrase, self.waiting, self.trouble):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self._pages)
        self.accounts.chosen.connect(self.open_account)
        self.accounts.otherWanted.connect(self.ask_sign_in)
        self.form.submitted.connect(self._sign_in)
        self.form.cancelled.connect(self._back)
        self.passphrase.submitted.connect(self._with_passphrase)
        self.passphrase.cancelled.connect(self._back)
        self.resize(WIDTH, HEIGHT)
        self.setFixedWidth(WIDTH)
        texts.OnLanguage(self, self._say)
        if accounts:
            self.show_accounts()
        else:
            self.ask_sign_in()

    # what can be shown

    def show_accounts(self) -> None:
        """Ask who is at the desk."""
        self._say()
        if not self.accounts.count():
            self.ask_sign_in()
            return
        self._show(self.accounts)
        self.accounts.focus_first()

    def ask_sign_in(self, account: KnownAccount | None = None, trouble: str = "") -> None:
        """Ask for a name and a password; of a known account only the password."""
        self._attempt = _Attempt(account)
        hub = account.hub_url if account else self._hub
        self.form.ask(hub, account.account if account else "")
        self.form.tell(trouble)
        self.form.cancel.setVisible(bool(self.accounts.count()))
        self._show(self.form)
        self.form.focus_first()

    def open_account(self, account: KnownAccount) -> None:
        """Open the desk of a known account; one that signed out gives its password first."""
        if account.signed_out:
            self.ask_sign_in(account)
            return
        self._attempt = _Attempt(account)
        self._pages.setCurrentWidget(self.waiting)
        self._try("")

    def ask_passphrase(self, *, new: bool) -> None:
        """Ask for the passphrase of this workstation; `new`: to choose one."""
        self.passphrase.ask(new=new)
        self._show(self.passphrase)

    def offer_offline(self, account: KnownAccount, error: Exception) -> None:
        """Say why the hub was not reached, and let the officer work without it."""
        self.trouble.show_trouble(
            self.tr("No connection with the hub"),
            troubles.sentence(error),
            [
                (self.tr("Work without connection"), lambda: self._offline(account)),
                (self.tr("Try again"), lambda: self.ask_sign_in(account)),
            ],
        )
        self._show(self.trouble)

    def know(self, accounts: Sequence[KnownAccount]) -> None:
        """Show other accounts, after somebody signed in or out."""
        self.accounts.show_accounts(accounts)

    def wait_for_sign_out(self) -> None:
        """Show that the desk is being closed and the session ended."""
        self.waiting.set_texts(self.tr("Signing out…"), self.tr("What you wrote stays here."))
        self._pages.setCurrentWidget(self.waiting)

    def tell_trouble(self, words: str) -> None:
        """Say what went wrong, with the way back to the accounts."""
        self.trouble.show_trouble(
            self.tr("That did not work"), words, [(self.tr("Go on"), self.show_accounts)]
        )
        self._show(self.trouble)

    def page(self) -> QWidget:
        """The page shown."""
        shown = self._pages.currentWidget()
        assert shown is not None
        return shown

    def _show(self, page: QWidget) -> None:
        """Show a page that wants an answer."""
        self._pages.setCurrentWidget(page)
        self.asks.emit()

    # trying

    def _sign_in(self, hub: str, name: str, password: str) -> None:
        self._attempt = _Attempt(self._attempt.account, hub, name, password)
        self.form.set_busy(self.tr("Signing in…"))
        self._try("")

    def _offline(self, account: KnownAccount) -> None:
        self._attempt = _Attempt(account)
        self._pages.setCurrentWidget(self.waiting)
        self._try("")

    def _with_passphrase(self, passphrase: str) -> None:
        self.passphrase.set_busy(self.tr("Opening…"))
        self._try(passphrase)

    def _try(self, passphrase: str) -> None:
        from kcr2desk.desk.one_process import bring_to_front

        attempt, opener = self._attempt, self._opener

        def call() -> Session:
            if attempt.password:
                return opener.sign_in(attempt.hub, attempt.name, attempt.password, passphrase)
            assert attempt.account is not None
            if bring_to_front(opener.folder_of(attempt.account)):
                raise OpenElsewhere
            return opener.open(attempt.account, passphrase)

        # a write, so that it is carried out and closed also when the window goes meanwhile
        self._work.do(call, self._came_in, failed=self._failed)

    def _came_in(self, session: Session) -> None:
        self._attempt = _Attempt(None)
        if not self._open:  # closed while it was opening
            self._work.do(session.close)
            return
        self._in = True
        self.opened.emit(session)

    def _failed(self, error: Exception) -> None:
        from kcr2desk.desk.vault import KeyLost, WrongPassphrase
        from kcr2desk.store.errors import WrongKey
        from kcr2desk.sync import LineDown

        if not self._open:
            return
        self.form.set_busy("")
        account = self._attempt.account
        if isinstance(error, PassphraseNeeded):
            self.ask_passphrase(new=error.new)
        elif isinstance(error, WrongPassphrase):
            self.passphrase.tell(troubles.sentence(error))
        elif isinstance(error, SignInNeeded):
            self.ask_sign_in(
                error.account, self.tr("What was kept here was damaged. Sign in to load it anew.")
            )
        elif isinstance(error, OpenElsewhere):
            self.openElsewhere.emit()
        elif isinstance(error, KeyLost | WrongKey) and account is not None:
            self._offer_anew(account, troubles.sentence(error))
        elif isinstance(error, LineDown) and account is not None and self._attempt.password:
            self.offer_offline(account, error)
        elif self._attempt.password:
            self._show(self.form)
            self.form.tell(troubles.sentence(error))
        else:
            self._show_trouble(error)

    def _show_trouble(self, error: Exception) -> None:
        account = self._attempt.account
        again = [(self.tr("Try again"), lambda: self.open_account(account))] if account else []
        self.trouble.show_trouble(
            self.tr("The desk cannot be opened"),
            troubles.sentence(error),
            [*again, (self.tr("Another account…"), self.show_accounts)],
        )
        self._show(self.trouble)

    def _offer_anew(self, account: KnownAccount, trouble: str) -> None:
        anew = self.tr(
            "You can put the key back and try again, or begin anew: the file is set aside under"
            " another name and everything that the hub has is loaded."
        )
        self.trouble.show_trouble(
            self.tr("The key is gone"),
            f"{trouble} {anew}",
            [
                (self.tr("Try again"), lambda: self.open_account(account)),
                (self.tr("Begin anew"), lambda: self._begin_anew(account)),
            ],
        )
        self._show(self.trouble)

    def _begin_anew(self, account: KnownAccount) -> None:
        def call() -> None:
            self._opener.set_aside(account, self._now())

        self._pages.setCurrentWidget(self.waiting)
        self._work.do(call, lambda _done: self.ask_sign_in(account), failed=self._show_trouble)

    # the rest of the window

    def _back(self) -> None:
        if self.form.busy or self.passphrase.busy:
            return
        if self._pages.currentWidget() is self.passphrase and self._attempt.password:
            self._show(self.form)
            self.form.focus_first()
        elif self.accounts.count():
            self.show_accounts()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._open = False
        super().closeEvent(event)
        if not self._in:
            self.left.emit()

    def _say(self) -> None:
        self.setWindowTitle("KCR2 Desk")
        self.waiting.set_texts(self.tr("Opening…"), self.tr("What you wrote here is being opened."))


class _AccountPage(QWidget):
    """The accounts that are known here, one a row."""

    chosen = Signal(object)
    otherWanted = Signal()

    def __init__(self, accounts: Sequence[KnownAccount]) -> None:
        super().__init__()
        self._accounts: tuple[KnownAccount, ...] = ()
        self._heading = kit.label(role="heading")
        self._words = kit.label(tone="muted", wrap=True)
        self.list = QListWidget()
        self.list.setItemDelegate(_AccountDelegate(self.account, self.list))
        self.list.setMouseTracking(True)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._activated)
        self.other = kit.button(kind="quiet", icon="plus", run=self.otherWanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.XS)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addSpacing(theme.M)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        column.addLayout(row)
        self.show_accounts(accounts)
        texts.OnLanguage(self, self._say)

    def show_accounts(self, accounts: Sequence[KnownAccount]) -> None:
        """Show these, the first one chosen."""
        self._accounts = tuple(accounts)
        self.list.clear()
        for account in self._accounts:
            item = QListWidgetItem(account.shown)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, account.hub_url)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def select(self, secret: str) -> None:
        """Choose the account with these secrets, if it is here."""
        for place, account in enumerate(self._accounts):
            if account.secret == secret:
                self.list.setCurrentRow(place)

    def account(self, row: int) -> KnownAccount:
        """The account in a row."""
        return self._accounts[row]

    def count(self) -> int:
        """How many accounts are known."""
        return len(self._accounts)

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._accounts[self.list.row(item)])

    def _say(self) -> None:
        self._heading.setText(self.tr("Who are you?"))
        self._words.setText(self.tr("These accounts work on this computer."))
        self.other.setText(self.tr("Another account…"))
        self.list.setAccessibleName(self.tr("Accounts"))


class _AccountDelegate(QStyledItemDelegate):
    """Name above, hub below; what signed out has a lock."""

    def __init__(self, account: Callable[[int], KnownAccount], parent: QWidget) -> None:
        super().__init__(parent)
        self._account = account

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now, tokens = theme.current(), theme.tokens()
        account = self._account(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(tokens.selection))
        sign = QRect(rect.left() + 12, rect.top(), 20, rect.height())
        icon = "lock" if account.signed_out else "person"
        paint.draw_icon(painter, icon, tokens.muted, sign, 20)
        upper = QRect(rect.left() + 44, rect.top() + 7, rect.width() - 56, 20)
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), 18)
        name = now.font("base", strong=True)
        paint.draw_text(painter, upper, account.shown, name, QColor(tokens.text))
        where = " · ".join(filter(None, (account.organisation, account.hub_url)))
        paint.draw_text(painter, lower, where, now.font("small"), QColor(tokens.muted))


class _TroublePage(QWidget):
    """What is wrong, in whole sentences, with ways out."""

    def __init__(self) -> None:
        super().__init__()
        self._title = kit.label(role="heading", wrap=True)
        self._words = kit.label(wrap=True)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(theme.S)
        self._made: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, 48 + theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.S)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(theme.M)
        column.addLayout(self._buttons)
        column.addStretch(1)

    def show_trouble(
        self, title: str, words: str, ways_out: Sequence[tuple[str, Callable[[], object]]]
    ) -> None:
        """Say it, with a button a way out; the first is what most will want."""
        self._title.setText(title)
        self._words.setText(words)
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = []
        for place, (text, run) in enumerate(ways_out):
            made = kit.button(text, kind="" if place else "primary", run=run)
            self._buttons.addWidget(made)
            self._made.append(made)
        if self._made:
            self._made[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """What is said."""
        return f"{self._title.text()}\n{self._words.text()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go along the ways out."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        place = QRect(theme.XL, theme.XL, 32, 32)
        paint.draw_icon(QPainter(self), "alert", theme.tokens().attention, place, 32)
