"""Which line of a new edition of a list is which line that is here already.

Lists are made anew with other rows, and better ones: a passport number that was missing, a name
spelled again. A line is the same when its own key, its document, or its name and birth say so;
what is weaker counts only where there is one of it on both sides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from kcr2desk.core.places import fold
from kcr2desk.core.repatriation.people import ManifestLine

_WORD = re.compile(r"[^\W_]+")
_NOT_NUMBER = re.compile(r"[^A-Z0-9]+")
_MOST_COMPARED: Final = 50
"""Lines of one name that are looked through for the likeliest."""
_WHO: Final = (
    "key", "full_name", "prefix", "family_name", "given_names", "birth_date", "document_country",
)  # fmt: skip
_EVERY: Final = (
    "document_type", "document_expiry", "other_names", "street", "postcode", "city", "country",
    "note", "eligible", "ground",
)  # fmt: skip
_TELLING: Final = ("seat", "document_number", "party", "phone", "mail", "sex", "nationality")


@dataclass(frozen=True, slots=True)
class Told:
    """What of a line says who it is. `number` and `country` are those of its document."""

    key: str
    number: str
    country: str
    name: str
    birth: str
    fields: Mapping[str, Any]

    @property
    def who(self) -> tuple[str, str]:
        """Name and birth."""
        return self.name, self.birth


def told(fields: Mapping[str, Any]) -> Told:
    """What these fields of a line say."""
    number = _NOT_NUMBER.sub("", str(fields.get("document_number", "")).upper())
    if len(set(number)) < 2:
        number = ""  # "0000000", "X": nobody's
    parts = [str(fields.get(n, "")) for n in ("prefix", "family_name", "given_names")]
    words = _WORD.findall(fold(" ".join(parts) if any(parts) else str(fields.get("full_name", ""))))
    return Told(
        str(fields.get("key", "")), number, str(fields.get("document_country", "")),
        " ".join(sorted(words)), str(fields.get("birth_date", "")), fields,
    )  # fmt: skip


def told_by(line: ManifestLine) -> Told:
    """What a line that is here says."""
    fields = {name: getattr(line, name) for name in (*_WHO, *_TELLING, *_EVERY)}
    return told({**fields, "key": line.key.removeprefix(_scope(line.arrival))})


def _scope(arrival: str) -> str:
    """How the keys of the lines of an arrival begin: who is on two flights has two lines."""
    return f"{arrival}/" if arrival else ""


def new_key(line: Told, arrival: str, taken: Callable[[str], bool]) -> str:
    """The key of a line that is new, within its arrival: its document, else what the list itself
    calls it, else name and birth; with a number behind it where another line has that key."""
    who, scope = f"{line.name}|{line.birth}", _scope(arrival)
    document = f"document:{line.country}:{line.number}" if line.number else ""
    base = (scope + (document or line.key or f"name:{who}"))[:190]
    if document and taken(base):
        base = f"{scope}{document}|{who}"[:190]  # children in the passport of a parent
    key, count = base, 1
    while taken(key):
        count += 1
        key = f"{base}#{count}"
    return key


def paired(new: Sequence[Told], known: Sequence[Told]) -> dict[int, int]:
    """Which of `new` (by its place) is which of `known`; what is left is new, or gone."""
    return _Pairing(new, known).run()


class _Pairing:
    def __init__(self, new: Sequence[Told], known: Sequence[Told]) -> None:
        self.new, self.known = new, known
        self.found: dict[int, int] = {}
        self.taken: set[int] = set()

    def run(self) -> dict[int, int]:
        self._by(lambda t: t.key or None, lambda _a, _b: True)
        self._by(_whole, lambda _a, _b: True)
        self._by(lambda t: (t.number, t.name) if t.number else None, _same_country)
        self._by(lambda t: t.number or None, lambda a, b: _same_country(a, b) and _births_fit(a, b))
        self._by(lambda t: t.who if t.name else None, _documents_fit)
        self._by(_name, lambda a, b: not a.birth and _documents_fit(a, b), only=True)
        self._by(_name, lambda a, b: not b.birth and _documents_fit(a, b), only=True)
        self._by(lambda t: t.who if t.name else None, lambda _a, _b: True, only=True)
        self._by(lambda t: t.number or None, _same_country, only=True)
        self._by(_name, lambda a, b: _documents_fit(a, b) and _slip(a.birth, b.birth), only=True)
        return self.found

    def _by(
        self,
        key: Callable[[Told], Hashable],
        fits: Callable[[Told, Told], bool],
        *,
        only: bool = False,
    ) -> None:
        """Pair what has one key and fits. `only`: where each side has just one of it."""
        here: dict[Hashable, list[int]] = defaultdict(list)
        for place, one in enumerate(self.known):
            if place not in self.taken and (value := key(one)) is not None:
                here[value].append(place)
        there: dict[Hashable, int] = defaultdict(int)
        left = [place for place in range(len(self.new)) if place not in self.found]
        if only:
            for place in left:
                there[key(self.new[place])] += 1
        for place in left:
            value = key(self.new[place])
            group = here.get(value)
            if value is None or not group or (only and (len(group) > 1 or there[value] > 1)):
                continue
            self._take(place, group, fits)

    def _take(self, place: int, group: list[int], fits: Callable[[Told, Told], bool]) -> None:
        mine = self.new[place]
        fitting = [n for n in islice(group, _MOST_COMPARED) if fits(mine, self.known[n])]
        if fitting:
            best = max(fitting, key=lambda n: _likeness(mine, self.known[n]))
            group.remove(best)
            self.taken.add(best)
            self.found[place] = best


def _whole(line: Told) -> tuple[str, ...]:
    """All that a line says: of namesakes, each is itself when nothing changed."""
    return tuple(str(line.fields.get(name, "")) for name in (*_WHO[1:], *_TELLING, *_EVERY))


def _name(line: Told) -> str | None:
    return line.name or None


def _likeness(one: Told, other: Told) -> int:
    """How much two lines of one name share: for true namesakes."""
    mine, theirs = one.fields, other.fields
    return sum(1 for name in _TELLING if mine.get(name) and mine[name] == theirs.get(name))


def _same_country(one: Told, other: Told) -> bool:
    return not one.country or not other.country or one.country == other.country


def _documents_fit(one: Told, other: Told) -> bool:
    if not one.number or not other.number:
        return True
    return one.number == other.number and _same_country(one, other)


def _births_fit(one: Told, other: Told) -> bool:
    return not one.birth or not other.birth or one.birth == other.birth


def _slip(one: str, other: str) -> bool:
    """Whether two births are one, written wrong once: day and month swapped, one part another, or
    one of them known less far."""
    if one.startswith(other) or other.startswith(one):
        return True
    first, second = one.split("-"), other.split("-")
    if len(first) != len(second):
        return False
    if sorted(first) == sorted(second):
        return True
    return len(first) == 3 and sum(a != b for a, b in zip(first, second, strict=True)) == 1
