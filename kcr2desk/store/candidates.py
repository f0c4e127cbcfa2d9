"""Who this may be: candidates for what a registrar has typed so far, the likest first.

What was typed becomes ranges of keys (`store.person_keys`), and what lies in them is weighed: a
document number tells more than the beginning of a name. Only the heaviest are read and compared
whole (`matching`), so three letters that thousands share cost as little as a rare name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from kcr2desk.core.repatriation.people import link_id
from kcr2desk.matching import Likeness, Matcher, traits
from kcr2desk.matching.traits import Traits, date_of, number_of, phones_of, seat_of, unconfused
from kcr2desk.matching.words import given_words, plain, sound, whole_words, words_of
from kcr2desk.store.layout import KEYED
from kcr2desk.store.person_keys import birth_key, code_of, number
from kcr2desk.store.rows import Db, from_sql, shape

SHORTEST = 3
"""Letters of a word from which its beginning is enough."""

DIGITS = 4
"""Signs of a document number, and digits of a phone, from which their beginning is enough."""

LOOKED_AT = 700  # keys of one range
READ = 60  # records that are read and compared whole
HERE = 30  # points for standing on the list of the same arrival


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, or a line of a list that nobody was found to be yet. `score` per thousand."""

    type: str
    id: str
    score: int
    reasons: tuple[str, ...]


class Asked(NamedTuple):
    """Keys from `low` up to `high` (exclusive), what one of them is worth, and what it says."""

    low: str
    high: str
    points: int
    reason: str


def candidates(
    db: Db, stream: str, typed: Mapping[str, str], limit: int = 12
) -> tuple[Candidate, ...]:
    """Candidates for these fields of a person or line. "any" is free text: letters of a name, a
    seat, a number, a wristband, a date. "id" is whose form it is, who is no candidate."""
    asked = list(dict.fromkeys(_asked(typed)))
    if not asked:
        return ()
    arrival = number(typed.get("arrival") or "")
    weighing = _Weighing(db, number(stream), arrival, asked)
    known = traits({n: v for n, v in typed.items() if n not in ("any", "id")})
    own = typed.get("id") or ""
    matcher = Matcher()
    found: list[tuple[float, Candidate]] = []
    for at, record, theirs in _read(db, stream, weighing.heaviest(READ)):
        if record == own:
            continue
        alike = matcher.likeness(known, theirs)
        points = weighing.points(at)
        said = tuple(dict.fromkeys((*sorted(weighing.reasons(at)), *alike.reasons)))
        score = max(alike.score, min(990, points))
        found.append((_order(alike, points, theirs), Candidate(theirs.type, record, score, said)))
    found.sort(key=lambda each: (-each[0], each[1].id))
    return _not_ruled_out(db, own, [each for _, each in found])[:limit]


def _order(alike: Likeness, points: int, theirs: Traits) -> float:
    crew = 4.0 if theirs.crew else 0.0
    return alike.bits + points / 40 - crew


# -- what was typed --------------------------------------------------------------------------------


def _asked(typed: Mapping[str, str]) -> Iterator[Asked]:
    for name in ("family_name", "given_names", "full_name", "spoken_name", "other_names"):
        words = words_of(typed.get(name) or "")
        kept = (
            whole_words(" ".join(words)) if name != "given_names" else given_words(" ".join(words))
        )
        yield from _words(kept, len(words))
    yield from _document(typed.get("document_number") or "")
    yield from _birth(typed.get("birth_date") or "")
    yield from _phone(typed.get("phone") or "")
    mail = (typed.get("mail") or "").strip().lower()
    if "@" in mail:
        yield _from(f"m{mail}", 500, "mail")
    seat = seat_of(typed.get("seat") or "")
    if seat:
        yield _seat(seat, typed)
    for name in ("wristband", "number"):
        yield from _code(typed.get(name) or "", "wristband" if name == "wristband" else "number")
    place = traits(typed)
    if place.postcode and place.house:
        yield _just(f"p{place.postcode} {place.house}", 150, "address")
    yield from _free(typed.get("any") or "", typed)


_SEAT = re.compile(r"\s*\d{1,3}\s?[A-Za-z]\s*")
_DATE = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*|\s*(\d{2})(\d{2})(\d{4})\s*")


def _free(text: str, typed: Mapping[str, str]) -> Iterator[Asked]:
    """Free text may be several things at once, so it is asked as all that it may be."""
    if not text.strip():
        return
    if _SEAT.fullmatch(text):
        yield _seat(seat_of(text), typed)
    if any(c.isdigit() for c in text):
        yield from _code(text, "number")
        yield from _document(text)
        yield from _phone(text)
        dated = _DATE.fullmatch(text)
        if dated:
            day, month, year = (int(g) for g in dated.groups() if g)
            yield _just(birth_key(year, month, day), 350, "birth")
        yield from _birth(text.strip())
        return
    if "@" in text:
        yield _from(f"m{text.strip().lower()}", 500, "mail")
        return
    words = words_of(text)
    yield from _words(whole_words(text), len(words))
    if len(words) > 1:  # "el haddad" may be written Elhaddad
        yield _from(f"n{''.join(words)}", 260, "name")


def _words(words: list[str], of: int) -> Iterator[Asked]:
    for word in words:
        if len(word) < SHORTEST:
            if of > 1 or len(word) == 2:
                yield _just(f"n{word}", 240, "name")
            continue
        yield _just(f"n{word}", 100, "name")
        yield _from(f"n{word}", 200, "name")
        plainly = plain(word)
        if len(plainly) >= SHORTEST:
            yield _from(f"q{plainly}", 150, "name_near")
            if plainly != word:
                yield _from(f"n{plainly}", 150, "name_near")
        if len(word) > SHORTEST and len(sound(word)) > 2:
            yield _just(f"f{sound(word)}", 120, "sound")


def _document(text: str) -> Iterator[Asked]:
    told = unconfused(code_of(text))
    if len(told) >= DIGITS:
        yield _from(f"d{told}", 600 if number_of(text) else 400, "document")


def _birth(text: str) -> Iterator[Asked]:
    year, month, day = date_of(text)
    if year > 1800:
        yield _just(birth_key(year, month, day), 350 if day else 120, "birth")


def _phone(text: str) -> Iterator[Asked]:
    for _, national in phones_of(text):
        yield _from(f"t{national}", 500, "phone")


def _seat(seat: str, typed: Mapping[str, str]) -> Asked:
    arrival = typed.get("arrival") or ""
    if arrival:
        return _just(f"e{seat} {number(arrival)}", 450, "seat")
    return _from(f"e{seat} ", 250, "seat")


def _code(text: str, reason: str) -> Iterator[Asked]:
    code = code_of(text)
    if len(code) < 2:
        return
    yield _just(f"w{code}", 400, reason)
    if len(code) >= DIGITS:
        yield _from(f"w{code}", 400, reason)
    digits = "".join(c for c in code if c.isdigit())
    if len(digits) >= SHORTEST:
        yield _from(f"r{digits[::-1]}", 450, reason)


def _from(key: str, points: int, reason: str) -> Asked:
    return Asked(key, key + "\U0010ffff", points, reason)


def _just(key: str, points: int, reason: str) -> Asked:
    return Asked(key, key + "\0", points, reason)


# -- what is there ---------------------------------------------------------------------------------

At = tuple[int, int]
"""The number of a record's type, and its place."""

Lying = tuple[int, int, int]
"""The same, with the number of its arrival."""


class _Weighing:
    """What lies in which of the ranges that were asked, and where."""

    def __init__(self, db: Db, stream: int, arrival: int, asked: Sequence[Asked]) -> None:
        self._db = db
        self._stream = stream
        self._arrival = arrival
        self._asked = asked
        self._within: dict[At, set[int]] = {}
        self._here: set[At] = set()
        self._look()

    def heaviest(self, most: int) -> list[At]:
        """Those for whom most speaks."""
        return nlargest(most, self._within, key=self.points)

    def points(self, at: At) -> int:
        """What speaks for a record."""
        here = HERE if at in self._here else 0
        return here + sum(self._asked[n].points for n in self._within[at])

    def reasons(self, at: At) -> set[str]:
        """What it has of what was typed."""
        return {self._asked[n].reason for n in self._within[at]}

    def _look(self) -> None:
        """Of a range that very many lie in only the first count, those of the same arrival, and
        those that another range gives too."""
        full: list[tuple[int, list[Lying]]] = []
        for n in range(len(self._asked)):
            rows = self._in(n)
            if len(rows) == LOOKED_AT:
                full.append((n, rows))
            else:
                self._add(rows, n)
        if full and not self._within:
            self._look_in_two([n for n, _ in full])
        places = json.dumps([place for _, place in self._within])
        for n, rows in full:
            self._add(rows, n)
            self._add(self._in(n, " AND place IN (SELECT value FROM json_each(?))", places), n)
            if self._arrival:
                self._add(self._in(n, " AND arrival = ?", self._arrival), n)

    def _look_in_two(self, full: Sequence[int]) -> None:
        """Two words that many have: who has both."""
        first = full[0]
        word = self._asked[first].low[1 : 1 + SHORTEST]
        others = [n for n in full if self._asked[n].low[1 : 1 + SHORTEST] != word]
        if others:
            other = self._asked[others[0]]
            both = self._in(
                first,
                " AND place IN (SELECT place FROM person_key WHERE stream = ? AND key >= ?"
                " AND key < ?)",
                self._stream, other.low, other.high,
            )  # fmt: skip
            self._add(both, first)
            self._add(both, others[0])

    def _in(self, n: int, also: str = "", *values: int | str) -> list[Lying]:
        each = self._asked[n]
        found: list[Lying] = self._db.execute(
            "SELECT type, place, arrival FROM person_key WHERE stream = ? AND key >= ? AND key < ?"
            f"{also} LIMIT {LOOKED_AT}",
            (self._stream, each.low, each.high, *values),
        ).fetchall()
        return found

    def _add(self, rows: list[Lying], n: int) -> None:
        for kind, place, where in rows:
            at = (kind, place)
            self._within.setdefault(at, set()).add(n)
            if self._arrival and where == self._arrival:
                self._here.add(at)


def _read(db: Db, stream: str, chosen: list[At]) -> Iterator[tuple[At, str, Traits]]:
    """The records at these places, without lines that turned out to be somebody."""
    for kind, type_name in enumerate(KEYED):
        places = [place for their_kind, place in chosen if their_kind == kind]
        if not places:
            continue
        marks = ",".join("?" * len(places))
        select = shape(type_name).select
        for got in db.execute(f"{select} WHERE at IN ({marks})", places):
            row = from_sql(type_name, got)
            if row.stream != stream or (type_name == "manifestline" and row.values.get("person")):
                continue
            yield (kind, row.place), row.id, traits(row.values, type_name, row.id)


def _not_ruled_out(db: Db, own: str, found: list[Candidate]) -> tuple[Candidate, ...]:
    """Without those of whom a person said that they are somebody else."""
    if not own or not found:
        return tuple(found)
    links = {link_id(own, each.id): each.id for each in found}
    marks = ",".join("?" * len(links))
    ruled = {
        links[link]
        for (link,) in db.execute(
            f"SELECT id FROM personlink WHERE id IN ({marks}) AND verdict = 'different'"
            " AND NOT removed",
            list(links),
        )
    }
    return tuple(each for each in found if each.id not in ruled)
