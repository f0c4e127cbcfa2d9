"""Who the hub is: its id and its signing key, in FOLDER/hub-key, outside every dump.

A database restored elsewhere is therefore another hub, and can never reset production.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

FILE = "hub-key"


class HubKeyError(Exception):
    """The hub's key cannot be used; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class HubKey:
    """A hub's id and Ed25519 key; `seed` (32 bytes) is the secret."""

    hub: UUID
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.seed) != 32:
            raise ValueError("an Ed25519 seed has 32 bytes")

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes, that desks keep."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the signature, 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the holder of the key (hub or device) signed the message; never raises."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def save_key(folder: Path, key: HubKey) -> None:
    """Write FOLDER/hub-key, for its owner only. Raises HubKeyError when there is one already."""
    file = folder / FILE
    if file.exists():
        raise HubKeyError(f"{file} exists already; a hub never changes who it is.")
    half = folder / (FILE + ".new")
    half.touch(mode=0o600)
    seed = base64.b64encode(key.seed).decode()
    half.write_text(json.dumps({"hub": str(key.hub), "ed25519": seed}) + "\n")
    half.replace(file)


def load_key(folder: Path) -> HubKey:
    """Read FOLDER/hub-key. Raises HubKeyError when it is missing or damaged."""
    file = folder / FILE
    try:
        text = file.read_text()
    except FileNotFoundError as error:
        raise HubKeyError(
            f"There is no hub in {folder} ({FILE} is missing): run `kcr2desk hub init` for a new "
            "one, or put the file back."
        ) from error
    try:
        found = json.loads(text)
        return HubKey(UUID(found["hub"]), base64.b64decode(found["ed25519"], validate=True))
    except (ValueError, TypeError, LookupError) as error:
        raise HubKeyError(f"{file} is damaged; put it back from where it is kept.") from error
