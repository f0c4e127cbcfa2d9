"""Scenes of the window before the desk: who, name and password, passphrase, trouble."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcr2desk.desk.accounts import KnownAccount
from kcr2desk.desk.session import Opener
from kcr2desk.desk.sign_in import SignInForm
from kcr2desk.desk.welcome import HEIGHT, WIDTH, WelcomeWindow
from kcr2desk.desk.work import StoreWork
from kcr2desk.sync import LineDown
from tests.scenes import Stage, scene

HUB = "https://hub.kcr2.nl"
ACCOUNTS = (
    KnownAccount(HUB, "h", "devries", "J. de Vries", "KCR2"),
    KnownAccount(HUB, "h", "jansen", "M. Jansen", "KCR2"),
    KnownAccount("http://127.0.0.1:8470", "t", "oefening", "Oefenleiding", "KCR2", signed_out=True),
)


class _NoWork:
    """Work that is never done: a scene stands still."""

    def do(self, *_args: object, **_named: object) -> None: ...


def window(accounts: tuple[KnownAccount, ...] = ACCOUNTS) -> WelcomeWindow:
    return WelcomeWindow(
        Opener(Path("/nowhere"), lambda: None),
        cast(StoreWork, _NoWork()),
        accounts,
        hub="",
        now=lambda: 0,
    )


def _small(widget: QWidget) -> QWidget:
    """The window in its own size on the ground."""
    around = QWidget()
    row = QHBoxLayout(around)
    row.addWidget(widget)
    widget.setFixedSize(QSize(WIDTH, HEIGHT))
    return around


@scene("welcome-accounts")
def accounts(_stage: Stage) -> QWidget:
    return _small(window())


@scene("welcome-first")
def first(_stage: Stage) -> QWidget:
    return _small(window(()))


@scene("welcome-wrong")
def wrong(_stage: Stage) -> QWidget:
    made = window()
    made.ask_sign_in(ACCOUNTS[1])
    made.form.password.setText("vier woorden")
    made.form.tell("Naam of wachtwoord klopt niet.")
    return _small(made)


@scene("welcome-passphrase")
def passphrase(_stage: Stage) -> QWidget:
    made = window()
    made.ask_passphrase(new=True)
    made.passphrase.passphrase.setText("kort")
    made.passphrase._pressed()
    return _small(made)


@scene("welcome-opening")
def opening(_stage: Stage) -> QWidget:
    made = window()
    made.open_account(ACCOUNTS[0])
    return _small(made)


@scene("welcome-offline")
def offline(_stage: Stage) -> QWidget:
    made = window()
    made.offer_offline(ACCOUNTS[2], LineDown("unreachable"))
    return _small(made)


@scene("welcome-again")
def again(_stage: Stage) -> QWidget:
    form = SignInForm(again=True)
    form.ask(HUB, "devries")
    return _small(form)
