"""Finding who somebody is while a registrar types: keys of persons and lines of lists, by stream.

A key is a letter for what it is and the text itself: `n` a word of the name, `q` the same without
the habits of a spelling, `f` its sound, `d` a document number, `b` a birth date, `t` a phone, `m` a
mail address, `e` a seat, `w` a number or wristband, `r` its digits from the end, `p` a postcode and
house number. They are written in the transaction of the row that they are of and go with it, so
what was purged is not found either. Whoever makes other keys raises `layout.KEYS_VERSION`. A BSN is
never a key.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kcr2desk.matching.comparing import Words
from kcr2desk.matching.traits import Traits, traits
from kcr2desk.matching.words import words_of
from kcr2desk.store.layout import KEYED
from kcr2desk.store.rows import Db, Row, Values

_PUT = "INSERT OR REPLACE INTO person_key(stream, key, type, place, arrival) VALUES (?,?,?,?,?)"
_TAKE = "DELETE FROM person_key WHERE stream = ? AND key = ? AND type = ? AND place = ?"
_OTHER_SIGNS = re.compile("[^A-Z0-9]")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


def note(db: Db, group: Sequence[Row]) -> None:
    """Write the keys of rows of one type that were written just now."""
    kind = KEYED.index(group[0].type)
    put, take = [], []
    words = Words()
    for row in group:
        if row.stood is row.values:
            continue
        stream, arrival = number(row.stream), number(str(row.values.get("arrival") or ""))
        keys = set(keys_of(row.type, row.values, words))
        before: set[str] = set()
        if row.stood is not None:
            before = set(keys_of(row.type, row.stood, words))
            if row.stood.get("arrival") == row.values.get("arrival"):
                keys, before = keys - before, before - keys
        take += [(stream, key, kind, row.place) for key in before]
        put += [(stream, key, kind, row.place, arrival) for key in keys]
    if take:
        db.executemany(_TAKE, take)
    if put:
        put.sort()  # in the order of the table, so that each of its pages is written once
        db.executemany(_PUT, put)


def forget(db: Db, row: Row) -> None:
    """Take out the keys of a row that is deleted."""
    if row.stood is not None:
        kind, stream = KEYED.index(row.type), number(row.stream)
        found = set(keys_of(row.type, row.stood, Words()))
        db.executemany(_TAKE, [(stream, key, kind, row.place) for key in found])


def drop(db: Db, stream: str) -> None:
    """Forget a stream."""
    db.execute("DELETE FROM person_key WHERE stream = ?", (number(stream),))


@lru_cache(1000)
def number(text: str) -> int:
    """A stream or arrival as the table names it: short, since each key repeats it."""
    if not text:
        return 0
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=5).digest(), "big")


def keys_of(type_name: str, values: Values, words: Words) -> Iterator[str]:
    """The keys of a record, none for one that is removed."""
    if values.get("removed") is True:
        return
    found = traits(values, type_name)
    yield from _name_keys(found, values, words)
    if found.digits:
        yield f"d{found.digits}"
    year, month, day = found.birth
    if year:
        yield birth_key(year, month, day)
    for _, national in found.phones:
        yield f"t{national}"
    for mail in found.mails:
        yield f"m{mail}"
    if found.seat:
        yield f"e{found.seat} {number(found.arrival)}"
    for name in ("number", "wristband", "party"):
        code = code_of(str(values.get(name) or ""))
        if code:
            yield f"w{code}"
            digits = "".join(c for c in code if c.isdigit())
            if name != "party" and digits:
                yield f"r{digits[::-1]}"
    if found.postcode and found.house:
        yield f"p{found.postcode} {found.house}"


def _name_keys(found: Traits, values: Mapping[str, object], known: Words) -> Iterator[str]:
    words = [*found.family, *found.given, *found.aliases]
    if len(found.family) > 1:
        words.append("".join(found.family))
    family = f"{values.get('prefix') or ''} {values.get('family_name') or ''}"
    joined = "".join(words_of(family))
    if joined:
        words.append(joined)
    if not family.isascii():
        words.append("".join(words_of(family.lower().translate(_GERMAN))))
    for word in dict.fromkeys(words):
        yield f"n{word}"
        plainly = known.plain(word)
        if plainly != word:
            yield f"q{plainly}"
    for word in dict.fromkeys((*found.family, *found.given, *found.aliases)):
        if len(word) > 1:
            yield f"f{known.sound(word)}"


def birth_key(year: int, month: int, day: int) -> str:
    """A birth date in which day and month may have changed places."""
    low, high = sorted((month, day)) if day else (0, month)
    return f"b{year:04}{low:02}{high:02}"


def code_of(text: str) -> str:
    """A number or code in capitals without signs."""
    return _OTHER_SIGNS.sub("", text.upper())
