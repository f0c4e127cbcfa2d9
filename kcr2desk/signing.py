"""Ed25519 keys of devices and hubs, as hex."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kcr2desk.core.chain import checkpoint_bytes
from kcr2desk.core.changes import Checkpoint


def new_key() -> str:
    """A new private key: 32 bytes as hex."""
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public_key(private: str) -> str:
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    return key.public_key().public_bytes_raw().hex()


def sign(private: str, message: bytes) -> str:
    """The signature (64 bytes as hex) of `message`."""
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private)).sign(message).hex()


def verifies(public: str, message: bytes, signature: str) -> bool:
    """True when `signature` of `message` was made with the key that belongs to `public`."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def checkpoint_verifies(public: str, hub: str, checkpoint: Checkpoint) -> bool:
    """True when this checkpoint is the word of the hub with this id and key."""
    return checkpoint.hub == hub and verifies(
        public, checkpoint_bytes(checkpoint), checkpoint.signature
    )
