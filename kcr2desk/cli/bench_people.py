"""Made-up lists of people with known truth: who is twice on them, and who only looks like it.

Of the kind of the FEBRL sets: up to five duplicates of an original, a few mistakes in each (letters
left out, doubled, changed or exchanged, read wrongly by a scanner, written as they sound; fields
emptied, exchanged or filled with something else). With what an arrival hall has more of: names from
Dutch, Arabic and Turkish with prefixes and other transliterations, families at one address, twins,
fathers and sons of one name, one telephone for a family.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from kcr2desk.core.ids import derived_id
from kcr2desk.core.repatriation.people import ManifestLine

BORN = 1_767_225_600_000
OPERATION = derived_id(BORN, "bench", "operation")
STREAM = f"operation:{OPERATION}"


def _listed(words: str) -> list[str]:
    return words.split()


_STARTS = _listed("""
    b br d dr f g gr h j k kl l m n p r s st t v w z
""")
_MIDDLES = _listed("""
    a aa e ee i ie o oe oo u ui ij ei ou
""")
_ENDS = _listed("""
    l ld lk m n nd ng nk r rd rk rs s st t ts v x
""")
_LAST = ["", "", "s", "en", "er", "man", "stra", "sma", "inga", "dijk", "berg", "mans", "sen"]
_DUTCH_GIVEN = _listed("""
    anne bram carla daan eva femke geert hanna iris joris karin lars maud noor olaf petra
    quinten rosa stijn tessa udo vera wouter ymke zoe pieter willem johanna cornelis hendrik
    margriet thijs sanne jeroen liesbeth maarten annelies gijs fleur roel marieke sjoerd
""")
_ARABIC_GIVEN = _listed("""
    mohammed ahmed youssef khalid hassan hussein ibrahim omar tarik said fatima khadija
    aisha maryam zainab layla salma nour rania huda mustafa abdelkader jamal karim nadia
    samira yasmin bilal
""")
_ARABIC_FAMILY = _listed("""
    haddad khoury mansour idrissi bouazza benali haddaoui chahine darwish fakhoury gharbi
    hamdani jaber khalil lahlou masri najjar othman qasim rachid saadi tahiri yousfi zeidan
    alaoui amrani
""")
_TURKISH_GIVEN = _listed("""
    mehmet mustafa ayşe fatma emine ali hüseyin hatice zeynep murat özlem gülşen çağla şükrü
    yusuf ömer elif işıl tuğba kemal sevgi orhan
""")
_TURKISH_FAMILY = _listed("""
    yılmaz kaya demir şahin çelik yıldız aydın öztürk kılıç arslan doğan çetin koç kurt
    özdemir şimşek güneş aksoy bulut yavuz
""")
_STREETS = _listed("""
    kerkstraat dorpsstraat molenweg stationsweg beatrixlaan lindenlaan schoolstraat
    marktplein eikenlaan julianastraat hoofdstraat parallelweg havenstraat wilhelminalaan
    nieuwstraat oranjelaan vijverlaan zuiderweg tuinstraat brinklaan
""")
_TOWNS = _listed("""
    amsterdam utrecht zwolle breda leeuwarden groningen arnhem apeldoorn almere eindhoven
    tilburg haarlem enschede deventer maastricht assen lelystad middelburg dordrecht gouda
""")
_OTHER_SPELLINGS = (
    ("mohammed", ("mohamed", "muhammad", "mohamad", "mehmed")), ("youssef", ("yusuf", "joessef")),
    ("khalid", ("chalid", "khaled")), ("hussein", ("hoessein", "husain")), ("kh", ("ch", "h")),
    ("ou", ("oe", "u")), ("ij", ("y", "ei")), ("ç", ("c", "ch")), ("ş", ("s", "sh")), ("ğ", ("g",)),
    ("ı", ("i",)), ("ö", ("o", "oe")), ("ü", ("u", "ue")), ("ie", ("i",)), ("oe", ("u", "ou")),
    ("aa", ("a",)), ("ee", ("e",)), ("ph", ("f",)), ("z", ("s",)), ("ck", ("k",)), ("dj", ("j",)),
)  # fmt: skip
_MISREAD = {"o": "0", "0": "O", "i": "1", "1": "I", "s": "5", "5": "S", "b": "8", "8": "B",
            "z": "2", "2": "Z", "g": "6", "6": "G", "m": "rn", "l": "i", "e": "c"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """What a set is like. `wrong` mistakes a duplicate has at most, `each` at most in one field."""

    originals: int = 1000
    duplicated: float = 0.4
    most: int = 5
    wrong: int = 6
    each: int = 2
    documents: float = 0.85


@dataclass(slots=True)
class People:
    """A made-up set. `truth` are the pairs of ids that are one human being."""

    lines: list[ManifestLine] = field(default_factory=list)
    truth: set[frozenset[str]] = field(default_factory=set)


def people(seed: int, kind: Kind = Kind()) -> People:
    """A set of people, the same for the same seed."""
    return _Maker(random.Random(seed), kind, seed).made()


class _Maker:
    def __init__(self, rng: random.Random, kind: Kind, seed: int) -> None:
        self.rng, self.kind, self.seed, self.count = rng, kind, seed, 0
        self.families = [self._dutch_name() for _ in range(700)]

    def made(self) -> People:
        set_ = People()
        originals: list[ManifestLine] = []
        while len(originals) < self.kind.originals:
            originals += self._household()
        for line in originals[: self.kind.originals]:
            same = [line]
            if self.rng.random() < self.kind.duplicated:
                # one duplicate is common, five are rare
                count = min(1 + int(self.rng.expovariate(0.9)), self.kind.most)
                same += [self._again(line) for _ in range(count)]
            set_.lines += same
            set_.truth |= {frozenset((a.id, b.id)) for a, b in combinations(same, 2)}
        self.rng.shuffle(set_.lines)
        return set_

    # -- people as they are ------------------------------------------------------------------------

    def _id(self) -> str:
        self.count += 1
        return derived_id(BORN, "bench", str(self.seed), str(self.count))

    def _dutch_name(self) -> str:
        r = self.rng
        stem = r.choice(_STARTS) + r.choice(_MIDDLES) + r.choice(_ENDS)
        return stem + r.choice(_LAST)

    def _household(self) -> list[ManifestLine]:
        """One to five people of a family at one address, now and then with what misleads."""
        r = self.rng
        prefix, family, given = self._names()
        phone = f"06{r.randrange(10_000_000, 99_999_999)}"
        shared: dict[str, Any] = {
            "street": f"{r.choice(_STREETS)} {r.randrange(1, 220)}", "city": r.choice(_TOWNS),
            "postcode": f"{r.randrange(1000, 9999)}{r.choice('ABCDEGHJ')}{r.choice('ABCDEGHJ')}",
            "country": "NLD",
        }  # fmt: skip
        size = r.choice((1, 1, 1, 2, 2, 3, 4, 5))
        names = r.sample(given, min(size, len(given)))
        year = r.randrange(1935, 1990)
        found = []
        for n, name in enumerate(names):
            born = self._birth(year if n < 2 else year + r.randrange(20, 40))
            found.append(self._line(prefix, family, name, born, phone, shared))
        mislead = r.random()
        if len(found) >= 3 and mislead < 0.3:  # twins
            found[-1] = replace(found[-1], birth_date=found[-2].birth_date)
        elif len(found) >= 3 and mislead < 0.4:  # a son who has his father's name
            found[-1] = replace(found[-1], given_names=found[0].given_names, sex=found[0].sex)
        return found

    def _names(self) -> tuple[str, str, Sequence[str]]:
        r = self.rng
        who = r.random()
        if who < 0.2:
            prefix = r.choice(("", "", "el", "al", "ben"))
            return prefix, r.choice(_ARABIC_FAMILY).title(), _ARABIC_GIVEN
        if who < 0.35:
            return "", r.choice(_TURKISH_FAMILY).title(), _TURKISH_GIVEN
        prefix = r.choice(("", "", "", "van", "van der", "de", "van den", "ter"))
        return prefix, r.choice(self.families).title(), _DUTCH_GIVEN

    def _birth(self, year: int) -> str:
        return f"{min(year, 2025)}-{self.rng.randrange(1, 13):02}-{self.rng.randrange(1, 29):02}"

    def _line(
        self, prefix: str, family: str, given: str, born: str, phone: str, shared: dict[str, Any]
    ) -> ManifestLine:
        r = self.rng
        number = ""
        if r.random() < self.kind.documents:
            number = r.choice("NS") + "".join(r.choice("BCDFHJKLPRX0123456789") for _ in range(8))
        second = f" {r.choice(_DUTCH_GIVEN).title()}" if r.random() < 0.2 else ""
        return ManifestLine(
            id=self._id(), stream=STREAM, about=OPERATION, list="applied", prefix=prefix,
            family_name=family, given_names=given.title() + second, birth_date=born,
            sex=r.choice("FM"), document_number=number, document_type="passport" if number else "",
            document_country="NLD" if number else "",
            phone=phone if r.random() < 0.7 else "", **shared,
        )  # fmt: skip

    # -- people as they are written down again -----------------------------------------------------

    def _again(self, line: ManifestLine) -> ManifestLine:
        r = self.rng
        told: dict[str, Any] = {name: getattr(line, name) for name in _OFTEN}
        hurt: dict[str, int] = {}
        for _ in range(r.randrange(1, self.kind.wrong + 1)):
            names = [n for n in told if hurt.get(n, 0) < self.kind.each]
            name = r.choices(names, [_OFTEN[n] for n in names])[0]
            hurt[name] = hurt.get(name, 0) + 1
            told[name] = self._wrong(name, told[name])
        if r.random() < 0.05:
            told["family_name"], told["given_names"] = told["given_names"], told["family_name"]
        prefix = line.prefix
        if prefix and r.random() < 0.3:
            told["family_name"] = f"{prefix} {told['family_name']}"
        kept = "" if r.random() < 0.5 else prefix
        return replace(line, id=self._id(), prefix=kept, **told)

    def _wrong(self, name: str, value: str) -> str:
        r = self.rng
        if not value:
            return value
        if r.random() < 0.12:
            return ""
        if name == "birth_date":
            return self._wrong_date(value)
        if name in ("family_name", "given_names") and r.random() < 0.3:
            return self._other_spelling(value)
        if name == "phone":
            return f"+31{value[1:]}" if value.startswith("0") else _typed_wrong(r, value)
        ways: tuple[Callable[[random.Random, str], str], ...] = (
            _typed_wrong, _typed_wrong, _typed_wrong, _read_wrong,
        )  # fmt: skip
        return r.choice(ways)(r, value)

    def _wrong_date(self, value: str) -> str:
        r = self.rng
        year, _, rest = value.partition("-")
        month, _, day = rest.partition("-")
        match r.randrange(4):
            case 0:
                return f"{year}-{day}-{month}" if int(day or 99) <= 12 else value
            case 1:
                return year
            case 2:
                return f"{year}-{month}-{r.randrange(1, 29):02}"
        return f"{year[:3]}{r.randrange(10)}-{month}-{day}" if day else value

    def _other_spelling(self, value: str) -> str:
        low = value.lower()
        ways = [(a, b) for a, others in _OTHER_SPELLINGS if a in low for b in others]
        if not ways:
            return value
        written, other = self.rng.choice(ways)
        return low.replace(written, other, 1).title()


_OFTEN = {
    "family_name": 4, "given_names": 4, "street": 4, "postcode": 2, "city": 2, "birth_date": 1,
    "document_number": 1, "phone": 2,
}  # fmt: skip


def _typed_wrong(rng: random.Random, value: str) -> str:
    at = rng.randrange(len(value))
    match rng.randrange(5):
        case 0:
            return value[:at] + value[at + 1 :]
        case 1:
            return value[:at] + value[at] + value[at:]
        case 2 if at + 1 < len(value):
            return value[:at] + value[at + 1] + value[at] + value[at + 2 :]
        case 3:
            return value[:at] + " " + value[at:]
    other = rng.choice("0123456789" if value[at].isdigit() else "abcdefghiklmnoprstuvw")
    return value[:at] + other + value[at + 1 :]


def _read_wrong(rng: random.Random, value: str) -> str:
    places = [n for n, c in enumerate(value) if c.lower() in _MISREAD]
    if not places:
        return _typed_wrong(rng, value)
    at = rng.choice(places)
    return value[:at] + _MISREAD[value[at].lower()] + value[at + 1 :]


def measured(found: set[frozenset[str]], truth: set[frozenset[str]]) -> tuple[float, float]:
    """Recall and precision of found pairs."""
    right = len(found & truth)
    return right / max(1, len(truth)), right / max(1, len(found))


def of_febrl(rows: Iterator[dict[str, str]]) -> People:
    """A FEBRL file as lines of a list; "rec-7-org" and "rec-7-dup-0" are one human being."""
    set_, by_number = People(), dict[str, list[str]]()
    for row in rows:
        told = {name.strip(): value.strip() for name, value in row.items()}
        born = told["date_of_birth"]
        id_ = derived_id(BORN, "febrl", told["rec_id"])
        by_number.setdefault(told["rec_id"].split("-")[1], []).append(id_)
        set_.lines.append(
            ManifestLine(
                id=id_,
                stream=STREAM,
                about=OPERATION,
                list="applied",
                given_names=told["given_name"],
                family_name=told["surname"],
                street=f"{told['street_number']} {told['address_1']}".strip(),
                others={"address_2": told["address_2"]},
                city=told["suburb"],
                postcode=told["postcode"],
                note=told["state"],
                birth_date=f"{born[:4]}-{born[4:6]}-{born[6:]}" if len(born) == 8 else "",
                document_number=told["soc_sec_id"],
            )
        )
    for same in by_number.values():
        set_.truth |= {frozenset(pair) for pair in combinations(same, 2)}
    return set_
