"""Pairs within many records: keys bring together what may be one human being, and only those are
compared. No block of records with one key is ever compared whole when it is large: it is cut by a
second key, and what is still large is looked through in order of names, each with its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kcr2desk.core.record import Record
from kcr2desk.core.repatriation.people import link_id
from kcr2desk.matching.comparing import Words
from kcr2desk.matching.likeness import Likeness, Matcher
from kcr2desk.matching.rarity import Rarity
from kcr2desk.matching.traits import Traits, traits

LARGE = 24
"""Records with one key from which a second key decides who is compared."""

WINDOW = 6
"""Neighbours that each record of a block is compared with when a second key cuts it too little."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that look like one human being, and why."""

    one: str
    one_type: str
    other: str
    other_type: str
    likeness: Likeness

    @property
    def link(self) -> str:
        """The id of the PersonLink between them."""
        return link_id(self.one, self.other)


def keys_of(
    record: Record | Mapping[str, Any] | Traits, words: Words | None = None
) -> tuple[str, ...]:
    """Keys by which a record is found by others of the same human being. Each survives other
    mistakes: whoever made one or two still shares a key. A BSN is never a key."""
    found = record if isinstance(record, Traits) else traits(record)
    return tuple(dict.fromkeys(_keys(found, words or Words())))


def _keys(t: Traits, words: Words) -> Iterator[str]:
    families = [words.sound(w) for w in t.family]
    if len(t.family) > 1:
        families.append(words.sound("".join(t.family)))
    if t.family and not t.loose and t.glued != t.family[0]:
        families.append(words.sound(t.glued))
    aliases = [words.sound(w) for w in t.aliases]
    givens = [words.sound(w) for w in t.given[:3] if len(w) > 1]
    if t.document:
        yield f"d{t.digits}"
    year, month, day = t.birth
    if year:
        if day:  # day and month may have changed places
            low, high = sorted((month, day))
            yield f"b{year}{low:02}{high:02}"
            for name in dict.fromkeys((*families[:1], *givens[:1])):  # the year may be wrong
                yield f"x{low:02}{high:02}{name}"
        for name in dict.fromkeys((*families, *aliases)):
            yield f"y{year}{name}"
    for family in (*families, *aliases):
        for given in givens:
            first, second = sorted((family, given))
            yield f"n{first} {second}"
        if (t.given and len(t.given[0]) == 1) or not givens:
            yield f"n{family}"
    if t.postcode:
        if t.house:
            yield f"p{t.postcode}{t.house}"
        for name in dict.fromkeys((*families[:1], *givens[:1])):
            yield f"p{t.postcode}{name}"
    if t.street:
        street = words.sound(t.street)
        if t.house:
            yield f"s{street}{t.house} {words.sound(t.city)}"
        if givens and families:
            yield f"s{street}{givens[0]} {families[0][:2]}"
    for _, national in t.phones:
        yield f"t{national}"
    for mail in t.mails:
        yield f"m{mail}"
    if t.seat and t.arrival:
        yield f"e{t.arrival}{t.seat}"
    if t.party:
        for given in givens[:1] or [""]:
            yield f"g{t.party}{given}"


def pairs(
    records: Iterable[Record],
    against: Iterable[Record] = (),
    ruled: Collection[str] = frozenset(),
) -> tuple[Pair, ...]:
    """The pairs among `records`, and of these with `against`, that a person should judge, likest
    first. Not those whose link (`link_id`) is in `ruled`: somebody judged them before."""
    found = [traits(record) for record in records]
    fresh = len(found)
    return pairs_of([*found, *(traits(record) for record in against)], fresh, ruled)


def pairs_of(
    found: Sequence[Traits], fresh: int, ruled: Collection[str] = frozenset()
) -> tuple[Pair, ...]:
    """As `pairs`, of traits: the first `fresh` are compared with all, the others with these."""
    matcher = Matcher(rarity_of(found))
    return tuple(
        sorted(_proposed(found, fresh, matcher, ruled), key=lambda p: (-p.likeness.bits, p.link))
    )


def rarity_of(found: Sequence[Traits]) -> Rarity:
    """How rare names are among these."""
    return Rarity.of(
        ("".join(t.family) for t in found if t.family),
        (t.given[0] for t in found if t.given),
        (t.born for t in found if t.birth[2]),
        len(found),
    )


def _proposed(
    found: Sequence[Traits], fresh: int, matcher: Matcher, ruled: Collection[str]
) -> Iterator[Pair]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(found):
        for key in dict.fromkeys(_keys(each, matcher.words)):
            blocks[key].append(n)
    seen: set[int] = set()
    count = len(found)
    for block in blocks.values():
        if len(block) < 2 or block[0] >= fresh:
            continue
        for a, b in _compared(block, found, matcher.words):
            code = a * count + b
            if a >= fresh or code in seen:
                continue
            seen.add(code)
            one, other = found[a], found[b]
            alike = matcher.likeness(one, other, thorough=False)
            if not alike.proposed:
                continue
            pair = Pair(one.id, one.type, other.id, other.type, alike)
            if not ruled or pair.link not in ruled:
                yield pair


def _compared(
    block: Sequence[int], found: Sequence[Traits], words: Words
) -> Iterator[tuple[int, int]]:
    """Which two of a block are compared, the earlier first."""
    if len(block) <= LARGE:
        yield from combinations(block, 2)
        return
    for second in (_by_birth, _by_name):
        parts: dict[str, list[int]] = defaultdict(list)
        for n in block:
            parts[second(found[n], words)].append(n)
        for part in parts.values():
            if len(part) <= LARGE:
                yield from combinations(part, 2)
            else:
                yield from _neighbours(part, found)


def _by_birth(t: Traits, _words: Words) -> str:
    year, month, day = t.birth
    return f"{year}{min(month, day)}-{max(month, day)}"


def _by_name(t: Traits, words: Words) -> str:
    return " ".join(sorted(words.sound(w) for w in (*t.given[:1], "".join(t.family))))


def _neighbours(block: Sequence[int], found: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    def order(n: int) -> tuple[str, str, str]:
        t = found[n]
        return " ".join(sorted((*t.family, *t.given))), t.born, t.document

    ordered = sorted(block, key=order)
    for at, n in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + WINDOW]:
            yield (n, other) if n < other else (other, n)


class KeyIndex:
    """Who has which key, for a job that goes on: what is known of a record is given anew or
    forgotten with `put`. It holds no names, only Python's own salted hashes of keys."""

    def __init__(self) -> None:
        self._by_key: dict[int, set[str]] = defaultdict(set)
        self._keys: dict[str, tuple[int, ...]] = {}

    def put(self, id_: str, keys: Iterable[str]) -> None:
        """Replace the keys of a record; none: forget it."""
        for old in self._keys.pop(id_, ()):
            self._by_key[old].discard(id_)
            if not self._by_key[old]:
                del self._by_key[old]
        new = tuple({hash(key) for key in keys})
        if new:
            self._keys[id_] = new
            for key in new:
                self._by_key[key].add(id_)

    def near(self, id_: str, most: int) -> list[str]:
        """Records that share a key with this one, those of the rarest keys first."""
        found: dict[str, None] = {}
        for key in sorted(self._keys.get(id_, ()), key=lambda k: len(self._by_key[k])):
            for other in sorted(self._by_key[key]) if len(found) < most else ():
                if other != id_:
                    found.setdefault(other)
        return list(found)[:most]

    def __len__(self) -> int:
        return len(self._keys)
