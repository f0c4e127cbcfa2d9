"""Signing heads, each once, however many desks are told of it."""

from __future__ import annotations

from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kcr2desk.core.chain import checkpoint_bytes
from kcr2desk.core.changes import Checkpoint, Cursor
from kcr2desk.hub.keys import HubKey


class Signer:
    """Signs checkpoints with the hub's key. Safe for threads."""

    def __init__(self, key: HubKey) -> None:
        self.hub = str(key.hub)
        self._key = Ed25519PrivateKey.from_private_bytes(key.seed)
        self.sign = lru_cache(maxsize=256)(self._sign)
        """The signed word that `stream` had this head in this epoch."""

    def _sign(self, epoch: str, stream: str, head: Cursor) -> Checkpoint:
        bare = Checkpoint(self.hub, epoch, stream, head.seq, head.hash)
        signature = self._key.sign(checkpoint_bytes(bare)).hex()
        return Checkpoint(self.hub, epoch, stream, head.seq, head.hash, signature)
