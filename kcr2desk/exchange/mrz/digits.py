"""Check digits, and what readers take for something else."""

from __future__ import annotations

from itertools import cycle

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
_VALUE = {sign: at for at, sign in enumerate(SIGNS[:-1])} | {"<": 0}

_PAIRS = ("0O", "1I", "2Z", "5S", "6G", "8B")
_CONFUSED = {pair[i]: pair[1 - i] for pair in _PAIRS for i in (0, 1)}

TO_DIGIT = str.maketrans("OQDILZSGB", "000112568")
"""What a letter is where only digits can be. Q and D for 0 and L for 1 are safe here, where no
digit can stand for them; among letters and digits they would make every zero doubtful."""
TO_LETTER = str.maketrans("012568", "OIZSGB")
"""What a digit is where only letters can be."""


def check_digit(data: str) -> str:
    """The check digit of ICAO Doc 9303 over digits, letters and "<": weights 7, 3, 1."""
    return str(sum(_VALUE[sign] * w for sign, w in zip(data, cycle((7, 3, 1)), strict=False)) % 10)


def one_confusion(data: str) -> list[str]:
    """All texts that differ from `data` by one sign that readers confuse with another."""
    return [
        data[:at] + _CONFUSED[sign] + data[at + 1 :]
        for at, sign in enumerate(data)
        if sign in _CONFUSED
    ]
