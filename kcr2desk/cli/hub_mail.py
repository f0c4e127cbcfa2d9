"""`kcr2desk hub mail-test`: does the mail server of the settings take a mail?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcr2desk.hub.settings import HubSettings

SETTINGS = """\
settings of mail and answer links, as KCR2DESK_* variables (KCR2DESK_SMTP_HOST …) or in
FOLDER/hub.toml (smtp_host = "…"):
  public_url          where regions reach this hub: https://kcr2.example (also --public-url)
  smtp_host           the mail server that takes the mail; without it no mail is sent
  smtp_port           its port (587 for starttls, 465 for tls, 25 for none)
  smtp_tls            starttls (also when not set), tls, or none for a server next door
  smtp_user           the name to sign in with; without it the hub does not sign in
  smtp_password       the password, best as KCR2DESK_SMTP_PASSWORD; never shown or logged
  smtp_password_file  or a file with the password on its first line
  mail_from           the sender's address
  mail_reply_to       where answers by mail go (else to the sender)
Mail to regions needs public_url, smtp_host and mail_from. Without them the desk offers the text
of an inquiry, with its answer link, to be copied.
"""


def add_command(
    command: Callable[..., argparse.ArgumentParser],
    settings: Callable[[argparse.Namespace], HubSettings],
) -> None:
    """Add `mail-test`; `command` makes a command of `hub`, `settings` reads those of the hub."""

    def run(arguments: argparse.Namespace) -> int:
        return _mail_test(settings(arguments), arguments.to)

    parser = command("mail-test", "send a mail to see whether the mail settings work", run)
    parser.add_argument("--to", required=True, metavar="ADDRESS", help="who gets the mail")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = SETTINGS


def _mail_test(settings: HubSettings, to: str) -> int:
    from kcr2desk.hub.mail import MailError, addresses, send, what_lacks
    from kcr2desk.hub.mail_text import trial_letter

    if lacks := what_lacks(settings):
        print(f"kcr2desk hub: mail needs the settings {lacks}; see --help", file=sys.stderr)
        return 2
    try:
        whom = addresses(to)
        refused = send(trial_letter(whom, settings, datetime.now(UTC)), settings)
    except MailError as error:
        print(f"kcr2desk hub: {error.english}", file=sys.stderr)
        return 1
    if refused:
        print(f"kcr2desk hub: the mail server refused {', '.join(refused)}", file=sys.stderr)
        return 1
    print(f"The mail server {settings.smtp_host} took a mail to {', '.join(whom)}.")
    return 0
