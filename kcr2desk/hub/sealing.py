"""Places that a desk carries to and fro without reading them: they may name a hidden record."""

from __future__ import annotations

import base64
import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from kcr2desk.hub.keys import HubKey

SEALED = "~"
"""Stands where the type of a place would; no record type has this name."""


class Seal:
    """Seals texts with a key derived from the hub's: the same text always looks the same."""

    def __init__(self, key: HubKey) -> None:
        self._cipher = AESSIV(hashlib.sha512(b"kcr2 place\0" + key.seed).digest())

    def close(self, *parts: str) -> str:
        sealed = self._cipher.encrypt("\0".join(parts).encode(), None)
        return base64.urlsafe_b64encode(sealed).decode()

    def open(self, sealed: str) -> list[str] | None:
        """The parts, or None for what this hub never sealed."""
        try:
            return self._cipher.decrypt(base64.urlsafe_b64decode(sealed), None).decode().split("\0")
        except (InvalidTag, ValueError):
            return None
