"""Who this cache belongs to: hub, account and device, kept in the encrypted file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from kcr2desk.wire import decode, encode


@dataclass(frozen=True, slots=True)
class Identity:
    """The device and the account of a cache.

    `hub` is the hub's id and `hub_key` its Ed25519 public key in hex; `device_key` the private
    one of this device in hex (`kcr2desk.signing.new_key()`). `device_code` marks numbers that the
    device makes when its leased ones ran out. `account` is the author of what is written.
    """

    hub_url: str
    hub: str
    hub_key: str
    device: str
    device_key: str
    device_code: str
    account: str
    display_name: str
    role: str
    organisation: str

    def __repr__(self) -> str:
        """Without the private key, so that it ends up in no log."""
        return f"Identity({self.account!r} on {self.device!r} at {self.hub_url!r})"


def number_code(identity: Identity) -> str:
    """What sets this device's own numbers apart: its code, or one from its id until it has one."""
    if identity.device_code:
        return identity.device_code
    digest = hashlib.sha256(identity.device.encode()).digest()
    return "X" + "".join("ABCDEFGHJKMNPQRSTUVWXYZ"[byte % 23] for byte in digest[:4])


def another_device(identity: Identity, device: str, device_key: str) -> Identity:
    """The same account as a new device; the hub gives it a code at its next sign-in."""
    return replace(identity, device=device, device_key=device_key, device_code="")


def to_text(identity: Identity) -> str:
    """For the encrypted file only."""
    return encode(identity).decode()


def from_text(text: str) -> Identity:
    """The identity of `to_text`."""
    return decode(Identity, text.encode())
