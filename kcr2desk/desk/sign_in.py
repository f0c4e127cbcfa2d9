"""The forms by which somebody comes in: name and password, or a passphrase. They ask, no more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from kcr2desk.desk.accounts import WrongAddress, hub_address, is_open_line
from kcr2desk.desk.forms.passphrase import Ui_PassphraseForm
from kcr2desk.desk.forms.sign_in import Ui_SignInForm

SHORTEST_PASSPHRASE = 12
"""Signs. The key is stretched, yet a short passphrase can be tried out on a stolen disk."""


class _Form(QWidget):
    """A form of a few fields: Enter goes on, Esc goes back, trouble is told in place."""

    cancelled = Signal()

    def _start(self, fields: tuple[QLineEdit, ...], submit: QPushButton) -> None:
        self._fields = fields
        self._button = submit
        self._words = ""
        submit.clicked.connect(self._pressed)
        for field in fields:
            field.returnPressed.connect(self._entered)
            field.textEdited.connect(self._typed)

    def set_busy(self, words: str) -> None:
        """Something is under way: the button says what, and nothing can be changed meanwhile."""
        self._words = words
        for field in self._fields:
            field.setEnabled(not words)
        self._button.setEnabled(not words)
        self._say()

    @property
    def busy(self) -> bool:
        return bool(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _entered(self) -> None:
        """Enter goes to the first field that is still empty, or on."""
        for field in self._fields:
            if field.isVisible() and field.isEnabled() and not field.text().strip():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._pressed()

    def _pressed(self) -> None:
        raise NotImplementedError

    def _typed(self) -> None:
        raise NotImplementedError

    def _say(self) -> None:
        raise NotImplementedError


class SignInForm(_Form):
    """Asks for hub, name and password.

    `again`: the session of somebody who is at work has ended; who and where stand fixed.
    """

    submitted = Signal(str, str, str)
    """Address of the hub, name, password."""

    def __init__(self, *, again: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again = again
        self._ui = Ui_SignInForm()
        self._ui.setupUi(self)
        self._ui.column.addStretch(1)
        self.hub, self.user, self.password = self._ui.hub, self._ui.user, self._ui.password
        self.submit, self.cancel = self._ui.submit, self._ui.cancel
        self.hub.setReadOnly(again)
        self.user.setReadOnly(again)
        self._start((self.hub, self.user, self.password), self.submit)
        self.cancel.clicked.connect(self.cancelled)
        self._say()

    def ask(self, hub: str = "", user: str = "") -> None:
        """Begin with what is known; the focus goes to what is not."""
        self.hub.setText(hub)
        self.user.setText(user)
        self.password.clear()
        self.tell("")
        self.set_busy("")
        QTimer.singleShot(0, self, self.focus_first)

    def focus_first(self) -> None:
        """Put the focus in the first empty field."""
        for field in self._fields:
            if field.isEnabled() and not field.isReadOnly() and not field.text():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, trouble: str) -> None:
        """Say what went wrong; the password is asked anew and the rest stays."""
        self.set_busy("")
        self._ui.trouble.setText(trouble)
        if trouble:
            self.password.selectAll()
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def trouble(self) -> str:
        """What is told now."""
        return str(self._ui.trouble.text())

    def _pressed(self) -> None:
        if self.busy:
            return
        try:
            address = hub_address(self.hub.text())
        except WrongAddress:
            self.tell(self.tr("That is no address of a hub, such as https://hub.example.nl."))
            self.hub.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.user.text().strip() or not self.password.text():
            self.tell(self.tr("Fill in your name and your password."))
            self.focus_first()
            return
        self._ui.trouble.clear()
        self.submitted.emit(address, self.user.text().strip(), self.password.text())

    def _typed(self) -> None:
        if self.sender() is not self.hub:
            self._ui.trouble.clear()
            return
        try:
            open_line = is_open_line(hub_address(self.hub.text()))
        except WrongAddress:
            open_line = False
        self._ui.trouble.setText(
            self.tr("Without https others on the network can read your password.")
            if open_line
            else ""
        )

    def _say(self) -> None:
        self._ui.retranslateUi(self)
        if self._again:
            self._ui.heading.setText(self.tr("Sign in again"))
            self._ui.explanation.setText(
                self.tr(
                    "The hub ended your session. What you wrote is kept here and goes to the hub"
                    " as soon as you are signed in."
                )
            )
        if self._words:
            self.submit.setText(self._words)


class PassphraseForm(_Form):
    """Asks for the passphrase that opens what is kept here, or to choose one."""

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = False
        self._ui = Ui_PassphraseForm()
        self._ui.setupUi(self)
        self._ui.column.addStretch(1)
        self.passphrase, self.again = self._ui.passphrase, self._ui.again
        self.submit, self.cancel = self._ui.submit, self._ui.cancel
        self._start((self.passphrase, self.again), self.submit)
        self.cancel.clicked.connect(self.cancelled)
        self._say()

    def ask(self, *, new: bool) -> None:
        """Begin; `new`: it has to be chosen, and typed twice."""
        self._new = new
        self.passphrase.clear()
        self.again.clear()
        for widget in (self.again, self._ui.again_label):
            widget.setVisible(new)
        self.tell("")
        self._say()
        QTimer.singleShot(0, self.passphrase, self.passphrase.setFocus)

    def tell(self, trouble: str) -> None:
        """Say what went wrong."""
        self.set_busy("")
        self._ui.trouble.setText(trouble)
        if trouble:
            self.passphrase.selectAll()
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def trouble(self) -> str:
        """What is told now."""
        return str(self._ui.trouble.text())

    def _pressed(self) -> None:
        if self.busy:
            return
        text = self.passphrase.text()
        if self._new and len(text) < SHORTEST_PASSPHRASE:
            self.tell(
                self.tr(
                    "Choose at least {n} signs: four words that do not belong together."
                ).format(n=SHORTEST_PASSPHRASE)
            )
        elif self._new and text != self.again.text():
            self.tell(self.tr("The two are not the same."))
        elif text:
            self._ui.trouble.clear()
            self.submitted.emit(text)

    def _typed(self) -> None:
        self._ui.trouble.clear()

    def _say(self) -> None:
        self._ui.retranslateUi(self)
        if self._new:
            self._ui.heading.setText(self.tr("Choose a passphrase"))
            self.submit.setText(self.tr("Go on"))
        if self._words:
            self.submit.setText(self._words)
