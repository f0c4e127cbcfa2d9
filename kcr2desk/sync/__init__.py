"""Keeps desk and hub the same: push, pull, retry, health."""

from kcr2desk.sync.errors import HubRefused, LineDown, SignedOut, SignInRefused, WrongCache
from kcr2desk.sync.follow import Sync
from kcr2desk.sync.session import RefreshTokens

__all__ = [
    "HubRefused",
    "LineDown",
    "RefreshTokens",
    "SignInRefused",
    "SignedOut",
    "Sync",
    "WrongCache",
]
