"""Signing in, staying signed in, and being signed out.

An access token lives for ten minutes and is looked up in the database, remembered for half a
minute at most; so a revoked one is refused everywhere within that time. A refresh token lives as
long as its session. Each refresh gives a new pair. Answers get lost on bad lines, so the token
that was used stays good until one of those it gave is used; whatever else comes back after that
means that two hold the session, and the session ends. All state is in the database: any hub
process may answer any request.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import LiteralString
from uuid import UUID

from psycopg.rows import class_row

from kcr2desk.core.access import Actor
from kcr2desk.core.ids import NewId
from kcr2desk.hub import accounts
from kcr2desk.hub.accounts import AccountError, Passwords
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.roles import INTAKE
from kcr2desk.hub.sign_in_attempts import count_attempt, forget_attempts, whose
from kcr2desk.hub.tokens import NewToken, digest

REMEMBERED = 30.0  # seconds that a good access token is taken on its word
MOST_REMEMBERED = 10_000


class SignInRefused(Exception):
    """Nobody was signed in. `code`: sign_in, slow_down (after `retry_after` s) or device."""

    def __init__(self, code: str, retry_after: float = 0.0) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class SessionEnded(Exception):
    """A refresh token that gives nothing: sign in again. `why` is for the log, not for the line.

    unknown, expired, reused, signed out, account disabled, device revoked, password changed.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.code = "token"
        self.why = why


@dataclass(frozen=True, slots=True)
class Workstation:
    """What a desk says of itself when it signs in; the key is Ed25519, 32 bytes."""

    id: str
    public_key: bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class Principal:
    """Who makes a request. An API key has no device, and its own id as account and session."""

    account: str
    name: str
    display_name: str
    role: str
    region: str
    organisation: str
    device: str
    device_code: int
    device_admitted: bool
    session: str
    expires: datetime

    @property
    def actor(self) -> Actor:
        """The same, as far as the rules of core need it."""
        return Actor(self.name, self.role, self.organisation)


@dataclass(frozen=True, slots=True)
class Session:
    """A pair of tokens, for the only time in clear, and for whom."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    access_expires: datetime
    refresh_expires: datetime
    principal: Principal


class Sessions:
    """The hub's sessions over one database."""

    def __init__(
        self,
        database: Database,
        *,
        passwords: Passwords,
        new_id: NewId,
        new_token: NewToken,
        access_lifetime: timedelta = timedelta(minutes=10),
        session_lifetime: timedelta = timedelta(days=30),
        admit_devices: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._passwords = passwords
        self._new_id = new_id
        self._new_token = new_token
        self._access_lifetime = access_lifetime
        self._session_lifetime = session_lifetime
        self._admit_devices = admit_devices
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._remembered: dict[bytes, tuple[Principal, float]] = {}

    def sign_in(self, name: str, password: str, device: Workstation, now: datetime) -> Session:
        """Begin a session. Raises SignInRefused, the same for a wrong name and a wrong password."""
        if len(device.public_key) != 32 or not _is_uuid(device.id):
            raise SignInRefused("device")
        with self._database.transaction() as connection:
            who = whose(connection, name, device.id)
            wait = count_attempt(connection, who, now)
            row = connection.execute(
                "SELECT id, password_hash FROM account WHERE name_key = %s AND disabled_at IS NULL",
                (accounts.name_key(name),),
            ).fetchone()
        if wait:
            raise SignInRefused("slow_down", wait)
        # Outside of any transaction, for it takes a while, for nobody just as long.
        if not self._passwords.verify(row[1] if row else None, password) or row is None:
            raise SignInRefused("sign_in")
        account, stored = str(row[0]), row[1]
        with self._database.transaction() as connection:
            forget_attempts(connection, who)
            try:
                accounts.enrol_device(
                    connection,
                    id=device.id,
                    public_key=device.public_key,
                    name=device.name,
                    account=account,
                    admit=self._admit_devices,
                    now=now,
                )
            except AccountError as error:
                raise SignInRefused("device") from error
            connection.execute(
                "UPDATE account SET last_sign_in_at = %s WHERE id = %s", (now, account)
            )
            if self._passwords.outdated(stored):
                connection.execute(
                    "UPDATE account SET password_hash = %s WHERE id = %s AND password_hash = %s",
                    (self._passwords.hash(password), account, stored),
                )
            return self._begin(connection, account, device.id, now)

    def refresh(self, refresh_token: str, now: datetime) -> Session:
        """Exchange a refresh token for a new pair. Raises SessionEnded."""
        used = digest(refresh_token)
        with self._database.transaction() as connection:
            session, why = self._use(connection, used, now)
            if session is not None:
                return self._give(connection, session, used, now)
        # Past the commit: that the session was revoked must stay so.
        self._forget()
        raise SessionEnded(why)

    def authenticate(self, access_token: str, now: datetime) -> Principal | None:
        """Who shows this access token; None when it is not, or no longer, good."""
        found = self.remembered(access_token, now)
        if found is not None:
            return found
        key = digest(access_token)
        with self._database.transaction() as connection:
            principal = _principal(
                connection,
                "t.hash = %s AND t.expires_at > %s"
                " AND s.revoked_at IS NULL AND a.disabled_at IS NULL AND d.revoked_at IS NULL",
                (key, now),
            )
        self._remember(key, principal)
        return principal

    def remembered(self, access_token: str, now: datetime) -> Principal | None:
        """The same from memory alone, without waiting; None also when only the database knows."""
        with self._lock:
            found, until = self._remembered.get(digest(access_token), (None, 0.0))
        if found is not None and self._monotonic() < until and now < found.expires:
            return found
        return None

    def authenticate_key(self, key: str, now: datetime) -> Principal | None:
        """Which API key this is, as somebody with the role intake; None when it is none."""
        hashed = b"key" + digest(key)  # a key is no access token, also from memory
        with self._lock:
            known, until = self._remembered.get(hashed, (None, 0.0))
        if known is not None and self._monotonic() < until:
            return known
        with self._database.transaction() as connection:
            found = accounts.find_key(connection, key, now)
        principal = None
        if found is not None:
            expires = now + self._access_lifetime
            principal = Principal(
                account=found.id,
                name=found.name,
                display_name=found.name,
                role=INTAKE,
                region=found.source,
                organisation=found.source,
                device="",
                device_code=0,
                device_admitted=False,
                session=found.id,
                expires=expires,
            )
        self._remember(hashed, principal)
        return principal

    def sign_out(self, session: str, now: datetime) -> None:
        """End a session: its refresh token at once, its access token within half a minute."""
        with self._database.transaction() as connection:
            _revoke(connection, session, "signed out", now)
        self._forget()

    def clean_up(self, now: datetime) -> int:
        """Remove sessions that ended 30 days ago and tokens that expired; return how many."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM access_token WHERE expires_at < %s", (now,))
            long_ago = now - timedelta(days=30)
            return connection.execute(
                "DELETE FROM session WHERE coalesce(revoked_at, expires_at) < %s", (long_ago,)
            ).rowcount

    # -- inside

    def _begin(self, connection: Connection, account: str, device: str, now: datetime) -> Session:
        session, first = self._new_id(), self._new_token()
        connection.execute(
            "INSERT INTO session (id, account, device, started_at, refreshed_at, expires_at,"
            " current) VALUES (%s, %s, %s, %s, %s, %s, %s)",
            (session, account, device, now, now, now + self._session_lifetime, digest(first)),
        )
        connection.execute(
            "INSERT INTO refresh_token VALUES (%s, %s, NULL, %s)", (digest(first), session, now)
        )
        return self._pair(connection, session, first, now)

    def _use(self, connection: Connection, used: bytes, now: datetime) -> tuple[str | None, str]:
        """Which session the token keeps alive, or why it does not; a reused one ends its session.

        The session's row is locked first, so that two uses at once come one after the other.
        """
        row = connection.execute(
            "SELECT s.id::text, s.current, s.expires_at, s.revoked_at, s.revoked_why, t.parent,"
            " a.disabled_at, d.revoked_at FROM refresh_token t JOIN session s ON s.id = t.session"
            " JOIN account a ON a.id = s.account JOIN device d ON d.id = s.device"
            " WHERE t.hash = %s FOR UPDATE OF s",
            (used,),
        ).fetchone()
        if row is None:
            return None, "unknown"
        session, current, expires_at, revoked_at, why, parent, disabled_at, device_gone = row
        if revoked_at is not None:
            return None, why
        if disabled_at is not None:
            return None, "account disabled"
        if device_gone is not None:
            return None, "device revoked"
        if expires_at <= now:
            return None, "expired"
        if used != current and parent != current:
            _revoke(connection, session, "reused", now)
            return None, "reused"
        return session, ""

    def _give(self, connection: Connection, session: str, used: bytes, now: datetime) -> Session:
        """Note that the desk holds `used`, and give it a new pair."""
        connection.execute(
            "UPDATE session SET current = %s, refreshed_at = %s, expires_at = %s WHERE id = %s",
            (used, now, now + self._session_lifetime, session),
        )
        connection.execute(
            "DELETE FROM access_token WHERE session = %s AND expires_at < %s", (session, now)
        )
        token = self._new_token()
        connection.execute(
            "INSERT INTO refresh_token VALUES (%s, %s, %s, %s)", (digest(token), session, used, now)
        )
        return self._pair(connection, session, token, now)

    def _pair(self, connection: Connection, session: str, refresh: str, now: datetime) -> Session:
        access, expires = self._new_token(), now + self._access_lifetime
        connection.execute(
            "INSERT INTO access_token VALUES (%s, %s, %s)", (digest(access), session, expires)
        )
        principal = _principal(
            connection,
            "t.hash = %s",
            (digest(access),),
        )
        assert principal is not None
        return Session(access, refresh, expires, now + self._session_lifetime, principal)

    def _remember(self, key: bytes, principal: Principal | None) -> None:
        with self._lock:
            if principal is None:
                self._remembered.pop(key, None)
                return
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = (principal, self._monotonic() + REMEMBERED)

    def _forget(self) -> None:
        with self._lock:
            self._remembered.clear()


def _revoke(connection: Connection, session: str, why: str, now: datetime) -> None:
    connection.execute(
        "UPDATE session SET revoked_at = %s, revoked_why = %s WHERE id = %s AND revoked_at IS NULL",
        (now, why, session),
    )


def _principal(
    connection: Connection, where: LiteralString, values: tuple[object, ...]
) -> Principal | None:
    with connection.cursor(row_factory=class_row(Principal)) as cursor:
        return cursor.execute(
            "SELECT a.id::text AS account, a.name, a.display_name, a.role, a.region,"
            " a.organisation, d.id::text AS device, d.code AS device_code,"
            " d.admitted_at IS NOT NULL AS device_admitted, s.id::text AS session,"
            " t.expires_at AS expires FROM access_token t JOIN session s ON s.id = t.session"
            " JOIN account a ON a.id = s.account JOIN device d ON d.id = s.device WHERE " + where,
            values,
        ).fetchone()


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
