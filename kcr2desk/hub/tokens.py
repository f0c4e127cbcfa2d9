"""Tokens are random and mean nothing by themselves; the hub keeps only their digests."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable

NewToken = Callable[[], str]
"""Makes a token of 256 random bits."""


def new_token() -> str:
    """A token from the system's own randomness: 43 signs that pass through any header."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()


def digest(token: str) -> bytes:
    """What is stored of a token. It has 256 random bits, so a plain SHA-256 is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
