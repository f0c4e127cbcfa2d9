"""Accounts, API keys and workstations: what is kept about who may come in.

Every function works in the caller's transaction. Nothing here is a record of the log.
"""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from datetime import datetime

import argon2
from psycopg import errors
from psycopg.rows import class_row

from kcr2desk.core.text import name_key as name_key
from kcr2desk.hub.database import Connection
from kcr2desk.hub.roles import ACCOUNT_ROLES, NEEDS_ORGANISATION
from kcr2desk.hub.tokens import NewToken, digest

LONGEST_PASSWORD = 1024  # signs; hashing more only costs time


class AccountError(Exception):
    """An account, key or workstation that cannot be; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in. `organisation` is the owner code for which the account acts."""

    id: str
    name: str
    display_name: str
    role: str
    region: str
    organisation: str
    created_at: datetime
    disabled_at: datetime | None
    last_sign_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A machine that delivers reports for `source` (an owner code)."""

    id: str
    name: str
    source: str
    created_at: datetime
    disabled_at: datetime | None
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Device:
    """A workstation. `code` is small and unique: it stands in numbers said on the phone."""

    id: str
    code: int
    public_key: bytes
    name: str
    enrolled_by: str
    enrolled_at: datetime
    admitted_at: datetime | None
    revoked_at: datetime | None


class Passwords:
    """Hashing with argon2id, a few at a time: each takes 64 MB for a moment.

    Smaller costs are for tests.
    """

    def __init__(self, *, time_cost: int = 3, memory_kib: int = 65536, at_once: int = 2) -> None:
        self._hasher = argon2.PasswordHasher(
            time_cost=time_cost, memory_cost=memory_kib, parallelism=1
        )
        self._turns = threading.BoundedSemaphore(at_once)
        self._nobody = self._hasher.hash("nobody has this password")

    def hash(self, password: str) -> str:
        """Return the argon2id hash. Raises AccountError for an empty or endless password."""
        if not password or len(password) > LONGEST_PASSWORD:
            raise AccountError(f"A password has 1 to {LONGEST_PASSWORD} signs.")
        with self._turns:
            return self._hasher.hash(_same_signs(password))

    def verify(self, stored: str | None, password: str) -> bool:
        """Whether the password is right. An unknown account (None) costs the same time."""
        with self._turns:
            try:
                self._hasher.verify(
                    stored or self._nobody, _same_signs(password[: LONGEST_PASSWORD + 1])
                )
            except argon2.exceptions.VerificationError:
                return False
            return stored is not None

    def outdated(self, stored: str) -> bool:
        """Whether the hash was made at another cost and should be made anew."""
        return self._hasher.check_needs_rehash(stored)


def add_account(
    connection: Connection,
    *,
    id: str,
    name: str,
    role: str,
    password_hash: str,
    now: datetime,
    region: str = "",
    organisation: str = "",
    display_name: str = "",
) -> Account:
    """Add an account; `organisation` is the region's, else KCR2.

    Raises AccountError when the name is taken or the role is not one, or lacks its organisation.
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(name) <= 64 or not name.isprintable():
        raise AccountError("A name has 1 to 64 printable signs.")
    if role not in ACCOUNT_ROLES:
        raise AccountError(f"There is no role {role}; the roles are {', '.join(ACCOUNT_ROLES)}.")
    if role in NEEDS_ORGANISATION and not (region or organisation):
        raise AccountError(f"The role {role} needs a region, such as VR06.")
    try:
        with connection.transaction():
            connection.execute(
                "INSERT INTO account (id, name, name_key, display_name, role, region,"
                " organisation, password_hash, created_at)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
                (
                    id,
                    name,
                    name_key(name),
                    display_name.strip() or name,
                    role,
                    region,
                    organisation or region or "KCR2",
                    password_hash,
                    now,
                ),
            )
    except errors.UniqueViolation as error:
        raise AccountError(f"There is an account {name} already.") from error
    account = find_account(connection, name)
    assert account is not None
    return account


_ACCOUNT = (
    "SELECT id::text, name, display_name, role, region, organisation, created_at, disabled_at,"
    " last_sign_in_at FROM account"
)


def find_account(connection: Connection, name: str) -> Account | None:
    """The account of that name, disabled or not."""
    with connection.cursor(row_factory=class_row(Account)) as cursor:
        return cursor.execute(_ACCOUNT + " WHERE name_key = %s", (name_key(name),)).fetchone()


def all_accounts(connection: Connection) -> list[Account]:
    """Every account, by name."""
    with connection.cursor(row_factory=class_row(Account)) as cursor:
        return cursor.execute(_ACCOUNT + " ORDER BY name_key").fetchall()


def disable_account(connection: Connection, name: str, now: datetime) -> Account:
    """Let nobody in under this name any more; its sessions end within a minute.

    Raises AccountError when there is no such account. Disabling twice keeps the first time.
    """
    connection.execute(
        "UPDATE account SET disabled_at = coalesce(disabled_at, %s) WHERE name_key = %s",
        (now, name_key(name)),
    )
    account = find_account(connection, name)
    if account is None:
        raise AccountError(f"There is no account {name}.")
    connection.execute(
        "UPDATE session SET revoked_at = %s, revoked_why = 'account disabled'"
        " WHERE account = %s AND revoked_at IS NULL",
        (now, account.id),
    )
    return account


def set_password(connection: Connection, name: str, password_hash: str, now: datetime) -> None:
    """Give an account another password and end its sessions. Raises AccountError."""
    row = connection.execute(
        "UPDATE account SET password_hash = %s WHERE name_key = %s RETURNING id",
        (password_hash, name_key(name)),
    ).fetchone()
    if row is None:
        raise AccountError(f"There is no account {name}.")
    connection.execute(
        "UPDATE session SET revoked_at = %s, revoked_why = 'password changed'"
        " WHERE account = %s AND revoked_at IS NULL",
        (now, row[0]),
    )


# -- API keys

_KEY = "SELECT id::text, name, source, created_at, disabled_at, last_used_at FROM api_key"


def add_key(
    connection: Connection, *, id: str, name: str, source: str, now: datetime, new_token: NewToken
) -> str:
    """Add an API key for intake; return it, for the only time. Raises AccountError."""
    name = name.strip()
    if not 1 <= len(name) <= 64 or not name.isprintable():
        raise AccountError("A name has 1 to 64 printable signs.")
    if not source.strip():
        raise AccountError("A key needs the code of whose reports it delivers, such as VR06.")
    key = "kcr2_" + new_token()
    try:
        with connection.transaction():
            connection.execute(
                "INSERT INTO api_key (id, name, source, key_hash, created_at)"
                " VALUES (%s, %s, %s, %s, %s)",
                (id, name, source.strip(), digest(key), now),
            )
    except errors.UniqueViolation as error:
        raise AccountError(f"There is a key {name} already.") from error
    return key


def find_key(connection: Connection, key: str, now: datetime) -> ApiKey | None:
    """The key that a request showed, unless disabled; its use is noted once an hour."""
    with connection.cursor(row_factory=class_row(ApiKey)) as cursor:
        found = cursor.execute(
            _KEY + " WHERE key_hash = %s AND disabled_at IS NULL", (digest(key),)
        ).fetchone()
    if found is not None:
        connection.execute(
            "UPDATE api_key SET last_used_at = %(now)s WHERE id = %(id)s AND"
            " (last_used_at IS NULL OR last_used_at < %(now)s - interval '1 hour')",
            {"now": now, "id": found.id},
        )
    return found


def all_keys(connection: Connection) -> list[ApiKey]:
    """Every API key, by name."""
    with connection.cursor(row_factory=class_row(ApiKey)) as cursor:
        return cursor.execute(_KEY + " ORDER BY name").fetchall()


def disable_key(connection: Connection, name: str, now: datetime) -> None:
    """Let a key in no more. Raises AccountError when there is no such key."""
    done = connection.execute(
        "UPDATE api_key SET disabled_at = coalesce(disabled_at, %s) WHERE name = %s", (now, name)
    )
    if done.rowcount == 0:
        raise AccountError(f"There is no key {name}.")


# -- workstations

_DEVICE = (
    "SELECT id::text, code, public_key, name, enrolled_by::text, enrolled_at, admitted_at,"
    " revoked_at FROM device"
)


def find_device(connection: Connection, device: str) -> Device | None:
    """The workstation with that id, revoked or not."""
    with connection.cursor(row_factory=class_row(Device)) as cursor:
        return cursor.execute(_DEVICE + " WHERE id = %s", (device,)).fetchone()


def all_devices(connection: Connection) -> list[Device]:
    """Every workstation, by code."""
    with connection.cursor(row_factory=class_row(Device)) as cursor:
        return cursor.execute(_DEVICE + " ORDER BY code").fetchall()


def enrol_device(
    connection: Connection,
    *,
    id: str,
    public_key: bytes,
    name: str,
    account: str,
    admit: bool,
    now: datetime,
) -> Device:
    """Return the workstation, added when it is new.

    Raises AccountError when its id comes with another key than before (a copied id) or when it
    was revoked.
    """
    found = find_device(connection, id)
    if found is None:
        connection.execute(
            "INSERT INTO device (id, public_key, name, enrolled_by, enrolled_at, admitted_at)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING",
            (id, public_key, _printable(name), account, now, now if admit else None),
        )
        found = find_device(connection, id)
    assert found is not None
    if found.public_key != public_key:
        raise AccountError("Another workstation has this id already.")
    if found.revoked_at is not None:
        raise AccountError("This workstation was revoked.")
    return found


def revoke_device(connection: Connection, device: str, now: datetime) -> None:
    """Let a workstation in no more and end its sessions. Raises AccountError."""
    done = connection.execute(
        "UPDATE device SET revoked_at = coalesce(revoked_at, %s) WHERE id = %s", (now, device)
    )
    if done.rowcount == 0:
        raise AccountError(f"There is no workstation {device}.")
    connection.execute(
        "UPDATE session SET revoked_at = %s, revoked_why = 'device revoked'"
        " WHERE device = %s AND revoked_at IS NULL",
        (now, device),
    )


def _printable(name: str) -> str:
    return "".join(sign for sign in name if sign.isprintable())[:200]


def _same_signs(password: str) -> str:
    """One password typed on two keyboards is one password (NFC, RFC 8265), of any signs."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass").hex()
