"""Where the desk keeps its secrets: the keyring of the operating system, or a passphrase.

The cache key and the refresh token lie in the keyring. Where there is none, the cache key is sealed
with a key made from a passphrase (argon2id), and the refresh token lies in the cache that it opens:
no secret ever lies readable in a file.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import keyring
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SERVICE = "KCR2 Desk"
SEALED = "key.sealed"
KEY_BYTES = 32

log = logging.getLogger(__name__)


class WrongPassphrase(Exception):
    """The passphrase does not open the sealed key."""


class KeyLost(Exception):
    """A cache is here and its key is not. A new key would only make the cache noise."""


class Secrets(Protocol):
    """A small store of secrets, by name."""

    def get(self, name: str) -> str | None: ...
    def set(self, name: str, value: str) -> None: ...
    def delete(self, name: str) -> None: ...


@dataclass
class MemorySecrets:
    """Secrets that live as long as the program."""

    kept: dict[str, str]

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def set(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


class KeyringSecrets:
    """The keyring of the operating system: Credential Manager, Keychain or Secret Service."""

    def get(self, name: str) -> str | None:
        return keyring.get_password(SERVICE, name)

    def set(self, name: str, value: str) -> None:
        keyring.set_password(SERVICE, name, value)

    def delete(self, name: str) -> None:
        try:
            keyring.delete_password(SERVICE, name)
        except keyring.errors.PasswordDeleteError:
            pass  # it was not there


class KeyringTokens:
    """The refresh token of one account in the keyring, for `kcr2desk.sync`.

    It is asked for by both line threads and read from the keyring once. A keyring that takes no
    token any more (locked meanwhile) costs a sign-in at the next start, not this session.
    """

    def __init__(self, found: Secrets, name: str) -> None:
        self._found = found
        self._name = name
        self._lock = threading.Lock()
        self._token = found.get(name)

    def get(self) -> str | None:
        with self._lock:
            return self._token

    def set(self, token: str | None) -> None:
        with self._lock:
            if token == self._token:
                return
            self._token = token
            try:
                if token is None:
                    self._found.delete(self._name)
                else:
                    self._found.set(self._name, token)
            except keyring.errors.KeyringError as error:
                log.warning("the keyring takes no refresh token: %s", error)


def system_secrets() -> KeyringSecrets | None:
    """The keyring, or None where there is none that answers (then a passphrase is asked)."""
    backend = keyring.get_keyring()
    if isinstance(backend, keyring.backends.fail.Keyring | keyring.backends.null.Keyring):
        return None
    if backend.priority <= 0:
        return None
    found = KeyringSecrets()
    probe = f"probe-{secrets.token_hex(4)}"
    try:
        found.set(probe, "1")
        works = found.get(probe) == "1"
        found.delete(probe)
    except keyring.errors.KeyringError:
        return None
    return found if works else None


def keyring_key(found: Secrets, account: str, cache_exists: bool) -> bytes:
    """The cache key of `account` from the keyring; made at the first sign-in.

    Raises KeyLost when a cache exists and its key is gone.
    """
    name = f"cache:{account}"
    held = found.get(name)
    if held is None:
        if cache_exists:
            raise KeyLost(account)
        held = secrets.token_hex(KEY_BYTES)
        found.set(name, held)
    return bytes.fromhex(held)


def is_sealed(folder: Path) -> bool:
    """True when this folder's key is opened by a passphrase."""
    return (folder / SEALED).exists()


def seal_new_key(folder: Path, passphrase: str) -> bytes:
    """Make a cache key and seal it in `folder` with `passphrase`. Returns the key."""
    key = secrets.token_bytes(KEY_BYTES)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    cost = {"time": 3, "memory_kib": 65536, "lanes": 4}
    sealed = AESGCM(_stretched(passphrase, salt, cost)).encrypt(nonce, key, SERVICE.encode())
    text = json.dumps(
        {
            "kdf": "argon2id",
            **cost,
            "salt": salt.hex(),
            "nonce": nonce.hex(),
            "sealed": sealed.hex(),
        }
    )
    path = folder / SEALED
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return key


def sealed_key(folder: Path, passphrase: str) -> bytes:
    """The cache key that `passphrase` opens. Raises WrongPassphrase."""
    held = json.loads((folder / SEALED).read_text())
    stretched = _stretched(passphrase, bytes.fromhex(held["salt"]), held)
    try:
        return AESGCM(stretched).decrypt(
            bytes.fromhex(held["nonce"]), bytes.fromhex(held["sealed"]), SERVICE.encode()
        )
    except InvalidTag:
        raise WrongPassphrase from None


def _stretched(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=cost["time"],
        memory_cost=cost["memory_kib"],
        parallelism=cost["lanes"],
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
