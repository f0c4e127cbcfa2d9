"""What can be set about a hub: by flag, else in KCR2DESK_* variables, else in FOLDER/hub.toml."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

FILE = "hub.toml"
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
PREFIX = "KCR2DESK_"


class SettingsError(Exception):
    """A setting that cannot be used; the text is a sentence that names where it stands."""


@dataclass(frozen=True, slots=True)
class HubSettings:
    """The settings of one hub. Without `dsn` it starts a PostgreSQL of its own in `data`."""

    data: Path
    dsn: str = ""
    host: str = "127.0.0.1"
    port: int = 8470

    pool_size: int = 10
    """Connections to the database that one hub process holds at most."""
    push_bytes: int = 1_000_000
    """Compressed size of one push."""
    blob_bytes: int = 100 << 20
    """Largest file with a report; desks send files of up to 100 MiB."""
    report_bytes: int = 10_000_000
    """Largest file that the intake takes."""
    pull_wait_seconds: int = 25
    access_minutes: int = 10
    session_days: int = 30
    """How long a desk may stay away and still come back without a password."""

    public_url: str = ""
    """Where people outside reach this hub, such as https://kcr2.example: answer links begin with
    it. Mail with such links is only sent when it is set."""
    smtp_host: str = ""
    """The mail server that takes inquiries; "": no mail is sent, and desks copy the text."""
    smtp_port: int = 0
    """0: the usual one of `smtp_tls` (587, 465 or 25)."""
    smtp_tls: str = "starttls"
    """starttls: encryption is asked for and must come; tls: from the first byte on; none: only for
    a server on the same machine or network."""
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    """Better in KCR2DESK_SMTP_PASSWORD or a file of its own than in hub.toml."""
    smtp_password_file: str = ""
    """A file whose first line is the password."""
    mail_from: str = ""
    """The sender's address of mail."""
    mail_reply_to: str = ""
    """Where answers by mail go; "": to the sender."""

    @property
    def embedded(self) -> bool:
        """Whether the hub starts its own PostgreSQL."""
        return not self.dsn

    @property
    def access_lifetime(self) -> timedelta:
        return timedelta(minutes=self.access_minutes)

    @property
    def session_lifetime(self) -> timedelta:
        return timedelta(days=self.session_days)


_LIMITS: Mapping[str, tuple[int, int]] = {
    "port": (0, 65535),
    "smtp_port": (0, 65535),
    "pool_size": (2, 100),
    "push_bytes": (10_000, 100_000_000),
    "blob_bytes": (0, 1_000_000_000),
    "report_bytes": (10_000, 1_000_000_000),
    "pull_wait_seconds": (0, 55),
    "access_minutes": (1, 60),
    "session_days": (1, 90),
}


SMTP_TLS = ("starttls", "tls", "none")
SECRET = frozenset({"smtp_password"})
"""Never shown, not even in an error."""


def load_settings(flags: Mapping[str, object], environment: Mapping[str, str]) -> HubSettings:
    """Put the settings together. A flag that is None was not given.

    Raises SettingsError for a folder that was not named, an unknown name in the file, a value of
    the wrong kind or out of its limits, and a file that is no TOML.
    """
    named = flags.get("data") or environment.get(PREFIX + "DATA")
    if not named:
        raise SettingsError(f"Name the hub's folder with --data FOLDER or {PREFIX}DATA.")
    data = Path(str(named)).expanduser()
    from_file = _read(data / FILE)
    chosen: dict[str, Any] = {}
    for name in _names():
        variable = PREFIX + name.upper()
        if flags.get(name) is not None:
            chosen[name] = _value(name, flags[name], "--" + name.replace("_", "-"))
        elif environment.get(variable):
            chosen[name] = _value(name, environment[variable], variable)
        elif name in from_file:
            chosen[name] = _value(name, from_file[name], f"{name} in {data / FILE}")
    return HubSettings(data=data, **chosen)


def write_settings(data: Path, values: Mapping[str, str | int]) -> None:
    """Write FOLDER/hub.toml, readable by its owner only, for a DSN may hold a password."""
    file = data / FILE
    half = data / (FILE + ".new")
    half.touch(mode=0o600)
    half.write_text(
        "# Settings of this hub; flags and KCR2DESK_* variables go over them.\n"
        + "".join(f"{name} = {_toml(value)}\n" for name, value in values.items())
    )
    half.replace(file)


def _names() -> list[str]:
    """What can be set, beside the folder."""
    return [each.name for each in dataclasses.fields(HubSettings) if each.name != "data"]


def _read(file: Path) -> dict[str, object]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is no TOML: {error}.") from error
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error}.") from error
    known = _names()
    for name in values:
        if name not in known:
            raise SettingsError(
                f"{file} has a setting {name} that this version does not know; it knows "
                f"{', '.join(sorted(known))}."
            )
    return values


def _value(name: str, value: object, place: str) -> str | int:
    if name not in _LIMITS:
        if not isinstance(value, str):
            raise SettingsError(f"{place} must be text.")
        return _text(name, value, place)
    try:
        number = int(value) if isinstance(value, str) else value
    except ValueError:
        number = None
    low, high = _LIMITS[name]
    if not isinstance(number, int) or isinstance(number, bool) or not low <= number <= high:
        raise SettingsError(f"{place} must be a whole number from {low} to {high}, not {value!r}.")
    return number


def _text(name: str, value: str, place: str) -> str:
    if name != "dsn" and not value.isprintable():  # PostgreSQL takes one over several lines
        shown = "" if name in SECRET else f", not {value[:60]!r}"
        raise SettingsError(f"{place} must be one line of text{shown}.")
    if name == "smtp_tls" and value not in SMTP_TLS:
        raise SettingsError(f"{place} must be one of {', '.join(SMTP_TLS)}, not {value[:60]!r}.")
    if name == "public_url":
        return _url(value, place)
    if name in ("mail_from", "mail_reply_to") and value and not is_address(value):
        raise SettingsError(f"{place} must be one mail address, not {value[:60]!r}.")
    return value


def _url(value: str, place: str) -> str:
    """An address of the web without anything behind its path, and without the last slash."""
    try:
        parts = urlsplit(value)
        good = bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    else:
        good = good and parts.scheme in ("http", "https") and " " not in value
        good = good and not (parts.query or parts.fragment or parts.username)
    if value and not good:
        raise SettingsError(f"{place} must be like https://kcr2.example, not {value[:60]!r}.")
    return value.rstrip("/")


def is_address(text: str) -> bool:
    """Whether a text is one plain mail address that can stand in a header and an envelope."""
    return len(text) <= 254 and bool(_ADDRESS.fullmatch(text))


def _toml(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " else f"\\u{ord(c):04x}" for c in escaped) + '"'
