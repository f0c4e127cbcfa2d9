"""Identities: UUIDv7 made where a record is born, and numbers that can be said on the phone."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable
from dataclasses import dataclass

NewId = Callable[[], str]


def uuid7(milliseconds: int, randomness: int) -> str:
    """A UUIDv7 (RFC 9562) of `milliseconds` since 1970 UTC and 74 bits of `randomness`."""
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (randomness >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | randomness & (1 << 62) - 1
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def is_id(text: str) -> bool:
    """True when `text` is a UUID as this house writes them: lower case, with its hyphens."""
    return _ID.fullmatch(text) is not None


def derived_id(milliseconds: int, *parts: str) -> str:
    """The same UUIDv7 on every machine for the same moment and parts.

    For what two machines may make independently: an alert imported twice, a conflict that a
    restored hub opens again.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return uuid7(milliseconds, int.from_bytes(digest[:10], "big"))


def id_maker(clock: Callable[[], int], rng: random.Random) -> NewId:
    """A generator of UUIDv7 that never goes back, also when `clock` (milliseconds) does."""
    last = 0
    counter = 0

    def new_id() -> str:
        nonlocal last, counter
        now = clock()
        if now > last:
            last, counter = now, rng.getrandbits(11)
        else:
            counter += 1
            if counter >> 12:
                last, counter = last + 1, 0
        return uuid7(last, counter << 62 | rng.getrandbits(62))

    return new_id


_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def check_digit(digits: str) -> str:
    """The Damm check digit of `digits`: finds every wrong digit and every swap of neighbours."""
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return str(interim)


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Numbers that the hub leased to a device: `first` to `last` of a stream, kind and month."""

    stream: str
    letter: str
    month: str
    first: int
    last: int

    def take(self) -> tuple[str, NumberBlock | None]:
        """The next number as said on the phone, and what is left of the block."""
        rest = None
        if self.first < self.last:
            rest = NumberBlock(self.stream, self.letter, self.month, self.first + 1, self.last)
        return spoken_number(self.letter, self.month, self.first), rest


def spoken_number(letter: str, month: str, count: int, device: str = "") -> str:
    """`M-2026-07-0142-3`: kind, month, count and check digit.

    A desk whose leased numbers ran out counts by itself, under its device code:
    `M-2026-07-K7-0001-3`.
    """
    digits = "".join(c for c in f"{month}{device}{count:04d}" if c.isdigit())
    middle = f"{device}-" if device else ""
    return f"{letter}-{month}-{middle}{count:04d}-{check_digit(digits)}"


def is_number(text: str) -> bool:
    """True when `text` is a whole number as said on the phone and its check digit fits."""
    parts = text.split("-")
    if len(parts) not in (5, 6) or not parts[-1].isdigit():
        return False
    digits = "".join(c for c in "".join(parts[1:-1]) if c.isdigit())
    return len(digits) >= 10 and check_digit(digits) == parts[-1]
