"""Sending one mail to the mail server of the settings, and words for what can go wrong there.

Neither the password nor a link is ever part of a message or of a line in a log.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Sequence
from pathlib import Path

from kcr2desk.hub.mail_text import Letter
from kcr2desk.hub.settings import HubSettings, SettingsError, is_address

PATIENCE = 20.0  # seconds for each answer of the mail server; a hub that ends waits for it
PORTS = {"starttls": 587, "tls": 465, "none": 25}
MOST_ADDRESSES = 10


class MailError(Exception):
    """A mail was not taken. The text is a Dutch sentence for the room, `english` the same for the
    command line; `passing`: it is worth trying again by itself; `everyone`: it is no use trying the
    next mail now."""

    def __init__(self, dutch: str, english: str, *, passing: bool, everyone: bool = False) -> None:
        super().__init__(dutch)
        self.everyone = everyone
        self.english = english
        self.passing = passing


def what_lacks(settings: HubSettings) -> str:
    """The names of the settings without which no mail can be sent, "" when all are there."""
    needed = ("smtp_host", "mail_from", "public_url")
    return ", ".join(name for name in needed if not getattr(settings, name))


def password_of(settings: HubSettings) -> str:
    """The password of the mail server. Raises SettingsError when its file cannot be read."""
    if settings.smtp_password or not settings.smtp_password_file:
        return settings.smtp_password
    file = Path(settings.smtp_password_file).expanduser()
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"smtp_password_file {file} cannot be read.") from error
    return lines[0] if lines else ""


def addresses(text: str) -> tuple[str, ...]:
    """The mail addresses in a text. Raises MailError for what is none, or for too many."""
    found = tuple(dict.fromkeys(re.split(r"[\s,;]+", text.strip()))) if text.strip() else ()
    found = tuple(address for address in found if address)
    if not found:
        raise MailError(
            "Er is geen mailadres voor deze uitvraag bekend.",
            "No mail address is known.",
            passing=False,
        )
    if len(found) > MOST_ADDRESSES:
        raise MailError(
            f"Er staan meer dan {MOST_ADDRESSES} mailadressen.",
            f"There are more than {MOST_ADDRESSES} mail addresses.",
            passing=False,
        )
    for address in found:
        if not is_address(address):
            raise MailError(
                f"“{address[:60]}” is geen mailadres.",
                f"“{address[:60]}” is no mail address.",
                passing=False,
            )
    return found


def send(
    letter: Letter, settings: HubSettings, *, context: ssl.SSLContext | None = None
) -> tuple[str, ...]:
    """Hand a mail to the mail server; returns the addresses that it refused while it took others.

    Raises MailError when it took it for none, SettingsError when the password cannot be read.
    `context`: what certificates are trusted, else those of the machine.
    """
    password = password_of(settings)
    trust = context or ssl.create_default_context()
    port = settings.smtp_port or PORTS[settings.smtp_tls]
    try:
        if settings.smtp_tls == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                settings.smtp_host, port, timeout=PATIENCE, context=trust
            )
        else:
            server = smtplib.SMTP(settings.smtp_host, port, timeout=PATIENCE)
        try:
            if settings.smtp_tls == "starttls":
                server.starttls(context=trust)
            if settings.smtp_user:
                server.login(settings.smtp_user, password)
            refused = server.send_message(
                letter.message, from_addr=settings.mail_from, to_addrs=list(letter.to)
            )
        finally:
            _leave(server)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise _said(error, settings, letter.to) from error
    return tuple(sorted(refused))


def _leave(server: smtplib.SMTP) -> None:
    """Say good-bye. What the server says to that changes nothing: the mail is taken or is not."""
    try:
        server.quit()
    except (OSError, smtplib.SMTPException):
        server.close()


def _said(error: Exception, settings: HubSettings, to: Sequence[str]) -> MailError:
    where = f"{settings.smtp_host}:{settings.smtp_port or PORTS[settings.smtp_tls]}"
    match error:
        case smtplib.SMTPAuthenticationError():
            return _permanent(
                "De mailserver weigert naam of wachtwoord van de centrale; meld dit de beheerder.",
                "The mail server refuses the name or the password of the hub.",
                error.smtp_code,
            )
        case smtplib.SMTPRecipientsRefused():
            codes = [code for code, _ in error.recipients.values()]
            names = ", ".join(sorted(error.recipients))[:200]
            return MailError(
                f"De mailserver neemt geen mail aan voor {names} ({_code(codes)}).",
                f"The mail server takes no mail for {names} ({_code(codes)}).",
                passing=any(400 <= code < 500 for code in codes),
            )
        case smtplib.SMTPNotSupportedError():
            return _permanent(
                "De mailserver biedt geen versleuteling of aanmelding zoals ingesteld (smtp_tls,"
                " smtp_user); meld dit de beheerder.",
                "The mail server does not offer the encryption or the sign-in that is set"
                " (smtp_tls, smtp_user).",
                None,
            )
        case ssl.SSLError():
            return _permanent(
                f"De versleutelde verbinding met de mailserver {where} komt niet tot stand (het"
                " certificaat, of smtp_tls); meld dit de beheerder.",
                f"The encrypted connection with the mail server {where} fails: its certificate, or"
                " smtp_tls.",
                None,
            )
        case smtplib.SMTPResponseException():  # also the sender refused, data refused, no STARTTLS
            passing = 400 <= error.smtp_code < 500 or error.smtp_code == -1
            return MailError(
                f"De mailserver neemt de mail niet aan ({error.smtp_code}).",
                f"The mail server does not take the mail ({error.smtp_code}).",
                passing=passing,
            )
        case ValueError():
            names = ", ".join(to)[:200]
            return _permanent(
                f"De mail aan {names} is niet te maken.",
                f"The mail to {names} cannot be made.",
                None,
            )
    if type(error) is smtplib.SMTPException:  # no way to sign in that both know
        return _permanent(
            "De mailserver kent geen aanmelding zoals ingesteld (smtp_user); meld dit de"
            " beheerder.",
            "The mail server does not know the sign-in that is set (smtp_user).",
            None,
        )
    return MailError(
        f"De mailserver {where} is niet te bereiken.",
        f"The mail server {where} cannot be reached.",
        passing=True,
        everyone=True,
    )


def _permanent(dutch: str, english: str, code: int | None) -> MailError:
    """What a person has to mend, unless the server said itself (4xx) that it passes."""
    return MailError(dutch, english, passing=code is not None and 400 <= code < 500)


def _code(codes: Sequence[int]) -> str:
    return ", ".join(str(code) for code in sorted(set(codes)))
