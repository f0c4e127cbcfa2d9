"""What went wrong, as an officer is told it: what happened, what is safe, what to do."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLocale

from kcr2desk.core import errors as codes
from kcr2desk.core.failures import where
from kcr2desk.core.fields import FieldError

translate = QCoreApplication.translate

log = logging.getLogger(__name__)


def sentence(error: BaseException) -> str:
    """The sentence for an error of store, line, keyring or file system, in the screen's language.

    What is none of those is a defect of ours: where it was goes to the log as well.
    """
    said = _of_line(error) or _of_store(error) or _of_vault(error) or _of_machine(error)
    if said:
        return said
    log.error("unexpected: %s", where(error))
    return translate(
        "troubles",
        "Something went wrong that this program did not expect ({what}). What was saved is safe."
        " Try it again; if it comes back, start the program anew.",
    ).format(what=type(error).__name__)


def of_code(code: str) -> str:
    """The sentence of a code of `core.errors`; the code itself where it has none."""
    if code not in codes.SENTENCES:
        return translate("troubles", "The hub refused it ({code}).").format(code=code)
    english = QLocale().language() in (QLocale.Language.English, QLocale.Language.C)
    return codes.sentence(code, "en" if english else "nl")


def _of_line(error: BaseException) -> str:
    from kcr2desk.sync import HubRefused, LineDown, SignedOut, SignInRefused, WrongCache

    if isinstance(error, LineDown):
        return _of_silence(error.why)
    if isinstance(error, SignInRefused):
        if error.code == "slow_down" and error.retry_after is not None:
            seconds = max(1, round(error.retry_after))
            return translate(
                "troubles", "Too many attempts. Try again in %n second(s).", None, seconds
            )
        return of_code(error.code)
    if isinstance(error, HubRefused):
        return of_code(error.code)
    if isinstance(error, SignedOut):
        return of_code("token")
    if isinstance(error, WrongCache):
        if error.code == "other_hub":
            return translate(
                "troubles",
                "Another hub answers at this address than the one you worked with. Nothing was"
                " sent to it. Check the address.",
            )
        return translate(
            "troubles",
            "That is another account than the one that works here. Sign out first; what you wrote"
            " stays yours.",
        )
    return ""


def _of_silence(why: str) -> str:
    match why:
        case "silent":
            return translate("troubles", "The hub does not answer. Try again in a minute.")
        case "cut" | "torn":
            return translate("troubles", "The line was cut half way. Try again.")
        case "portal":
            return translate(
                "troubles",
                "Something else answers in place of the hub, such as the log-in page of a network."
                " Log in to that network first, or check the address.",
            )
        case "gateway":
            return translate("troubles", "The hub is away for a moment. Try again in a minute.")
        case "too_large":
            return translate("troubles", "Something on the way to the hub lets this not through.")
        case _:
            return translate(
                "troubles", "The hub cannot be reached. Check the address and the network."
            )


def _of_store(error: BaseException) -> str:
    from kcr2desk.store import TooLarge
    from kcr2desk.store import errors as store

    if isinstance(error, FieldError):
        return of_code(error.code)
    if isinstance(error, store.DiskFull):
        return translate(
            "troubles",
            "The disk is full, so this was not saved. What was saved before is safe. Make room and"
            " save again.",
        )
    if isinstance(error, TooLarge):
        return translate("troubles", "A file can be 100 MB at most. It was not added.")
    if isinstance(error, store.NoIdentity):
        return of_code("token")
    if isinstance(error, store.InUse):
        return translate(
            "troubles",
            "Your work on this computer is open in another program, such as a second KCR2 Desk."
            " Close that one first.",
        )
    if isinstance(error, store.WrongKey):
        return translate(
            "troubles",
            "The key on this computer does not open what you wrote here. The file was left as"
            " it is.",
        )
    if isinstance(error, store.NewerDatabase):
        return translate(
            "troubles",
            "What you wrote here was kept by a newer KCR2 Desk. It was left as it is. Start the"
            " newest version.",
        )
    if isinstance(error, store.AffectedSQLite):
        return translate(
            "troubles",
            "The database on this computer (SQLite) can lose saved work and is not used. Install"
            " KCR2 Desk again.",
        )
    if isinstance(error, store.Damaged):
        return translate(
            "troubles",
            "The file with your work is damaged. Start the program anew: it sets the file aside"
            " and saves from it what was not sent yet.",
        )
    return ""


def _of_vault(error: BaseException) -> str:
    import keyring.errors

    from kcr2desk.desk import vault

    if isinstance(error, vault.WrongPassphrase):
        return translate("troubles", "That is not the passphrase.")
    if isinstance(error, vault.KeyLost):
        return translate(
            "troubles",
            "The key to what you wrote on this computer is gone from the keyring. Without it"
            " nobody can read the file; it was left as it is.",
        )
    if isinstance(error, keyring.errors.KeyringError):
        return translate(
            "troubles",
            "The keyring of this computer does not answer. Unlock it and try again.",
        )
    return ""


def _of_machine(error: BaseException) -> str:
    if isinstance(error, OSError):
        what = error.strerror or str(error)
        if error.filename:
            what = f"{what}: {error.filename}"
        return translate("troubles", "This computer refused it ({what}).").format(what=what)
    return ""
