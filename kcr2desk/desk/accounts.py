"""The accounts that work on this computer: a folder each, with its own encrypted cache.

Beside the cache lies `account.json`, which says without a key whose it is: name and hub, nothing
of what was written. The folder follows from the hub's own id and the name, so that the same account
found at another address of the hub is the same account.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import unicodedata
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kcr2desk.desk.settings_file import write_whole

FILE: Final = "account.json"
ACCOUNTS: Final = "accounts"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account that signed in on this computer before. `hub` is the hub's id.

    `signed_out`: the officer ended the session, so a password is asked before the desk opens.
    """

    hub_url: str
    hub: str
    account: str
    display_name: str = ""
    organisation: str = ""
    signed_out: bool = False

    @property
    def shown(self) -> str:
        """The name that colleagues see."""
        return self.display_name or self.account

    @property
    def secret(self) -> str:
        """What its secrets are called in the keyring."""
        return f"{name_key(self.account)}@{self.hub}"


def name_key(name: str) -> str:
    """A name as the hub compares it: `Jansen` typed with another hand is the same account."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def folder_of(data: Path, hub: str, account: str) -> Path:
    """The folder of an account below the data folder."""
    name = name_key(account)
    digest = hashlib.sha256(f"{hub}\x00{name}".encode()).hexdigest()
    readable = re.sub(r"[^a-z0-9]+", "-", name).strip("-")[:24] or "account"
    return data / ACCOUNTS / f"{readable}-{digest[:12]}"


def known_accounts(data: Path) -> tuple[KnownAccount, ...]:
    """Every account that signed in here, by name. A folder that tells none is left out."""
    found = []
    for file in sorted((data / ACCOUNTS).glob(f"*/{FILE}")):
        try:
            held = json.loads(file.read_text(encoding="utf-8"))
            known = {f.name: held[f.name] for f in fields(KnownAccount) if f.name in held}
            account = KnownAccount(**known)
        except (OSError, ValueError, TypeError) as error:
            log.warning("%s cannot be read: %s", file, error)
            continue
        if file.parent == folder_of(data, account.hub, account.account):  # not one set aside
            found.append(account)
    return tuple(sorted(found, key=lambda a: (a.shown.casefold(), a.hub_url)))


def keep_account(data: Path, account: KnownAccount) -> None:
    """Write down whose folder it is. Raises OSError."""
    folder = folder_of(data, account.hub, account.account)
    write_whole(folder / FILE, json.dumps(asdict(account), indent=1, ensure_ascii=False))


def set_aside(folder: Path, now: int) -> Path:
    """Rename a folder whose key is lost, so that the account can begin anew; nothing is deleted.

    `now` in milliseconds since 1970. Returns where it is now. Raises OSError.
    """
    aside = folder.with_name(f"{folder.name}.locked-{now // 1000}")
    folder.rename(aside)
    return aside


class WrongAddress(ValueError):
    """A hub's address that cannot be one."""


def hub_address(typed: str) -> str:
    """The address of a hub as somebody types it: `hub.kcr2.nl` means https.

    This computer itself (`localhost:8470`) is spoken to without. Raises WrongAddress.
    """
    text = typed.strip()
    if "://" not in text:
        host = text.partition("/")[0].rpartition(":")[0] or text
        text = f"{'http' if is_local(host) else 'https'}://{text}"
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query
        parts.port  # noqa: B018 - raises for one that is none
    except ValueError:
        usable = False
    if not usable or any(c.isspace() for c in text):
        raise WrongAddress(typed)
    return text.rstrip("/")


def is_local(host: str) -> bool:
    """Whether a host is this computer itself."""
    return host.strip("[]") in ("localhost", "::1") or host.startswith("127.")


def is_open_line(address: str) -> bool:
    """Whether others on the network can read what goes to this address."""
    parts = urlsplit(address)
    return parts.scheme == "http" and not is_local(parts.hostname or "")
