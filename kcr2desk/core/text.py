"""Text made normal, and the one canonical JSON that digests are taken over."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
else:  # decoders that read annotations at run time take no recursive alias
    Json = Any

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def normal(text: str) -> str:
    """Return `text` in NFC, with NUL and lone surrogates replaced by U+FFFD.

    PostgreSQL refuses both where SQLite takes them, so the desk makes text normal before it saves.
    """
    if text.isascii():
        return text.replace("\0", REPLACEMENT) if "\0" in text else text
    return unicodedata.normalize("NFC", _UNSTORABLE.sub(REPLACEMENT, text))


def is_normal(text: str) -> bool:
    """True when `normal` would leave `text` as it is; the hub takes nothing else."""
    if text.isascii():
        return "\0" not in text
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text and unicodedata.is_normalized("NFC", text)


def name_key(name: str) -> str:
    """Two names of accounts that people would take for the same have the same key, fit for the
    database."""
    sound = name.encode("utf-8", "replace").decode().replace("\x00", "?")
    return unicodedata.normalize("NFKC", sound).strip().casefold()


_encode = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
).encode


def canonical(value: Json) -> bytes:
    """The canonical JSON of `value`: sorted keys, no spaces, UTF-8, no NaN.

    Raises ValueError for NaN and infinities.
    """
    return _encode(value).encode()
