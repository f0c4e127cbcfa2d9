"""The desk of one account, open: its key, its cache and its line. Nothing in here has a screen.

All of this waits for disk, keyring or network: call it away from the UI thread. What is heavy to
import is imported here, behind the first paint.
"""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kcr2desk.desk.accounts import KnownAccount, folder_of, keep_account, set_aside

if TYPE_CHECKING:
    from kcr2desk.desk.vault import Secrets
    from kcr2desk.store import Cache, Identity
    from kcr2desk.sync import RefreshTokens, Sync

CACHE: Final = "cache.db"


class PassphraseNeeded(Exception):
    """There is no keyring, so the officer has to give a passphrase; `new`: to choose one."""

    def __init__(self, new: bool) -> None:
        super().__init__("a passphrase is needed")
        self.new = new


class SignInNeeded(Exception):
    """The cache had to be made anew and does not know its officer: it takes a sign-in."""

    def __init__(self, account: KnownAccount) -> None:
        super().__init__(account.account)
        self.account = account


@dataclass(slots=True)
class Session:
    """An open desk. Close it in the thread that has nothing else to do."""

    account: KnownAccount
    folder: Path
    cache: Cache
    sync: Sync

    @property
    def me(self) -> Identity:
        """Who works here. Raises RuntimeError before the first sign-in."""
        identity = self.cache.identity
        if identity is None:
            raise RuntimeError("nobody signed in with this cache")
        return identity

    def close(self) -> None:
        """Stop the line and close the cache; what waits stays in it."""
        try:
            self.sync.close()
        finally:
            self.cache.close()


def wall_clock() -> int:
    """Milliseconds since 1970, UTC, by this machine."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens the desks of accounts whose folders lie below `data`.

    `find_secrets` finds the keyring, or None where there is none. `clock` in milliseconds.
    """

    data: Path
    find_secrets: Callable[[], Secrets | None]
    clock: Callable[[], int] = wall_clock
    rng: random.Random = random.SystemRandom()
    device_name: str = ""

    def folder_of(self, account: KnownAccount) -> Path:
        """Where the cache of an account lies."""
        return folder_of(self.data, account.hub, account.account)

    def open(self, account: KnownAccount, passphrase: str = "") -> Session:
        """Open the desk of an account that signed in here before; needs no line.

        Raises PassphraseNeeded, SignInNeeded, WrongPassphrase or KeyLost of `desk.vault`, and
        what opening a cache raises (`store.errors`).
        """
        folder = self.folder_of(account)
        secrets = self.find_secrets()
        key = self._key(folder, account, secrets, passphrase, new=False)
        session = self._session(folder, account, key, secrets)
        if session.cache.identity is None:  # it was damaged, and its queue was saved from it
            session.close()
            raise SignInNeeded(account)
        return session

    def sign_in(self, hub_url: str, name: str, password: str, passphrase: str = "") -> Session:
        """Sign in at a hub; needs the line. The account's folder is made when it is new.

        A sign-in that fails leaves nothing behind. Raises as `open` does, and SignInRefused,
        LineDown, HubRefused or WrongCache of `kcr2desk.sync`.
        """
        hub = _hub_behind(hub_url)
        account = KnownAccount(hub_url, hub, name.strip())
        folder = self.folder_of(account)
        new = not (folder / CACHE).exists()
        secrets = self.find_secrets()
        if secrets is None and not passphrase:
            raise PassphraseNeeded(new)
        made = None if folder.exists() else folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            key = self._key(folder, account, secrets, passphrase, new=new)
            session = self._session(folder, account, key, secrets)
        except BaseException:
            self._undo(made, account, secrets)
            raise
        try:
            identity = session.sync.sign_in(name.strip(), password, self.device_name)
            session.account = _told(account, identity)
            keep_account(self.data, session.account)
        except BaseException:
            session.close()
            self._undo(made, account, secrets)
            raise
        return session

    def keep_signed_out(self, account: KnownAccount) -> None:
        """Note that the officer signed out: the next start asks for the password."""
        keep_account(self.data, replace(account, signed_out=True))

    def set_aside(self, account: KnownAccount, now: int) -> None:
        """Set a folder aside whose key is lost, and forget the key, so that a new one is made.

        Nothing is deleted: whoever finds the key again can open it. Raises OSError.
        """
        set_aside(self.folder_of(account), now)
        secrets = self.find_secrets()
        if secrets is not None:
            secrets.delete(f"cache:{account.secret}")

    # -- key and cache

    def _key(
        self,
        folder: Path,
        account: KnownAccount,
        secrets: Secrets | None,
        passphrase: str,
        *,
        new: bool,
    ) -> bytes:
        from kcr2desk.desk import vault

        if vault.is_sealed(folder):  # chosen when there was no keyring; it stays so
            if not passphrase:
                raise PassphraseNeeded(new=False)
            return vault.sealed_key(folder, passphrase)
        if secrets is not None:
            return vault.keyring_key(secrets, account.secret, cache_exists=not new)
        if not new:
            raise vault.KeyLost(account.secret)
        if not passphrase:
            raise PassphraseNeeded(new=True)
        return vault.seal_new_key(folder, passphrase)

    def _session(
        self, folder: Path, account: KnownAccount, key: bytes, secrets: Secrets | None
    ) -> Session:
        from kcr2desk.store import Cache
        from kcr2desk.sync import Sync

        cache = Cache.open(folder, key, clock=self.clock)
        try:
            refresh = refresh_tokens(cache, secrets, account)
            sync = Sync(cache, account.hub_url, refresh=refresh, clock=self.clock, rng=self.rng)
        except BaseException:
            cache.close()
            raise
        return Session(account, folder, cache, sync)

    def _undo(self, made: Path | None, account: KnownAccount, secrets: Secrets | None) -> None:
        """Take back the folder and the key of a first sign-in that failed."""
        if made is None:
            return
        shutil.rmtree(made, ignore_errors=True)
        if secrets is not None:
            secrets.delete(f"cache:{account.secret}")


def refresh_tokens(cache: Cache, secrets: Secrets | None, account: KnownAccount) -> RefreshTokens:
    """Where the refresh token lies: the keyring, else the cache that a passphrase opens."""
    if secrets is None:
        from kcr2desk.headless import CacheTokens

        return CacheTokens(cache)
    from kcr2desk.desk.vault import KeyringTokens

    return KeyringTokens(secrets, f"refresh:{account.secret}")


def _told(account: KnownAccount, identity: Identity) -> KnownAccount:
    """The account by what the hub said of it."""
    return replace(
        account,
        hub_url=identity.hub_url,
        hub=identity.hub,
        account=identity.account,
        display_name=identity.display_name,
        organisation=identity.organisation,
    )


def _hub_behind(hub_url: str) -> str:
    """The id of the hub that answers at an address. Raises LineDown or HubRefused."""
    from kcr2desk.sync import LineDown
    from kcr2desk.sync.line import Line

    line = Line(hub_url)
    try:
        answer: Any = json.loads(line.ask("GET", "/v1/health").body)
        return str(answer["hub"])
    except (ValueError, KeyError, TypeError) as error:
        raise LineDown("torn", f"no health of a hub: {error}") from None
    finally:
        line.close()
