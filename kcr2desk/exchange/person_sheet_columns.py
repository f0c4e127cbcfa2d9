"""Which column of a list of people says what: guessed, corrected by a person, kept as data."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from statistics import median
from typing import Final

from kcr2desk.core.places import fold
from kcr2desk.core.text import Json
from kcr2desk.exchange import dutch
from kcr2desk.exchange.countries import code_of
from kcr2desk.exchange.person_sheet_dates import Order, readings
from kcr2desk.exchange.person_sheet_names import PASSENGER_TYPES, TITLES, is_prefix
from kcr2desk.exchange.sheet_cells import Value
from kcr2desk.exchange.sheets import Table, shown

ROLES: Final = (
    "full_name", "family_name", "prefix", "given_names", "other_names", "title", "sex",
    "birth_date", "nationality", "document_number", "document_type", "document_country",
    "document_expiry", "seat", "party", "flight", "phone", "mail", "street", "house_number",
    "postcode", "city", "country", "eligible", "ground", "crew", "passenger_type", "note", "key",
    "others",
)  # fmt: skip
"""What a column may be, beside "" (not brought in). "others": kept as it is, under its head."""

FENCED: Final = frozenset({"bsn", "medical", "mrz"})
"""What a list may hold and no list here keeps: a BSN has no place in a list, what is medical is for
medical members, and the lines of an older Dutch passport carry the BSN."""

_SURE = 5
"""Rows from which a column of numbers that all pass the 11-proef has BSNs, whatever its head."""
_LOOKED_AT = 300
"""Rows by which a column is recognised when its head says nothing."""
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NOISE: Final = frozenset(
    [
        "passagier",
        "passagiers",
        "passenger",
        "passengers",
        "pax",
        "passager",
        "traveller",
        "traveler",
        "reiziger",
        "evacuee",
        "persoon",
        "person",
        "personen",
        "van",
        "de",
        "het",
        "of",
        "the",
        "du",
        "des",
        "le",
        "la",
        "d",
        "l",
        "op",
        "in",
        "deelnemer",
        "reisdocument",
        "optional",
        "optioneel",
        "verplicht",
        "required",
    ]
)
_NINE = re.compile(r"\d{9}|\d{4}[. ]\d{2}[. ]\d{3}")
_PATTERN = re.compile(r"\b(dd|mm)[-/. ]?(dd|mm)[-/. ]?(?:jj|yy|aa|jjjj|yyyy|aaaa)\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table is, in the order of its heads: one of ROLES, or "" for one that
    is left out. `order` is in which order dates are written, where somebody said so."""

    roles: tuple[str, ...]
    order: Order = ""

    def with_role(self, column: int, role: str) -> Columns:
        """The same with another meaning of one column; what meant it before is kept aside."""
        roles = [
            "others" if role not in ("", "others", "note") and each == role else each
            for each in self.roles
        ]
        roles[column] = role
        return replace(self, roles=tuple(roles))

    def column(self, role: str) -> int | None:
        """The column that is this."""
        return self.roles.index(role) if role in self.roles else None

    def to_json(self) -> dict[str, Json]:
        """Plain data, to remember under `signature`."""
        return {"roles": list(self.roles), "order": self.order}

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Columns:
        """What `to_json` gave. Raises ValueError for anything else."""
        roles, order = data.get("roles"), data.get("order", "")
        if not isinstance(roles, list) or not all(role in ("", *ROLES) for role in roles):
            raise ValueError("roles")
        if order not in ("", "dmy", "mdy"):
            raise ValueError("order")
        return cls(tuple(str(role) for role in roles), order)  # type: ignore[arg-type]


def signature(headers: Sequence[str]) -> str:
    """What tables with the same heads have in common, to remember a mapping by."""
    told = "\x1f".join(_key(head) for head in headers)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


@cache
def _heads() -> Mapping[str, str]:
    source = files("kcr2desk.exchange") / "data" / "person_heads.csv"
    found: dict[str, str] = {}
    for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()):
        for name in row["names"].split(";"):
            found.setdefault(name, row["role"])
            found.setdefault(name.replace(" ", ""), row["role"])
    return found


def _key(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()


@lru_cache(maxsize=8192)
def role_of(head: str) -> str:
    """What a head says its column is; "" where it says nothing that is known."""
    for text in (head, re.sub(r"\(.*?\)|\[.*?\]", " ", head), *reversed(head.split(" | "))):
        key = _key(text)
        for told in (key, key.replace(" ", "")):
            if told in _heads():
                return _heads()[told]
        words = [word for word in key.split() if word not in _NOISE]
        bare = " ".join(words)
        if bare and bare in _heads():
            return _heads()[bare]
        singular = re.sub(r"\s*\d+$", "", bare)  # "Telefoon 1"
        if singular and singular != bare and singular in _heads() and bare.endswith("1"):
            return _heads()[singular]
    return "count" if head.strip() in ("#", "№", "nº", "n°") else ""


def worth(text: str) -> int:
    """How well a text does as a head, for `sheets`: 2 when it is one."""
    return 2 if len(text) <= 60 and role_of(text) else 0


def told_order(head: str) -> Order:
    """In which order a head says that its dates are: "Geb.datum (dd-mm-jjjj)"."""
    found = _PATTERN.search(fold(head))
    if found is None or found[1] == found[2]:
        return ""
    return "dmy" if found[1] == "dd" else "mdy"


def guess(table: Table, today: date) -> Columns:
    """What the columns most likely are, by their heads and where these say nothing by their cells.
    The caller shows it and may correct it (`Columns.with_role`)."""
    known = [role_of(head) if table.head_line else "" for head in table.headers]
    roles = ["" if role and role in known[:at] else role for at, role in enumerate(known)]
    names = {"given_names", "family_name"} & set(roles)
    if "full_name" in roles and names == {"given_names"}:
        roles[roles.index("full_name")] = "family_name"  # "Naam" beside "Voornaam"
    told = {at for at, role in enumerate(known) if role}
    _find_by_cells(table, roles, told, today)
    for at, role in enumerate(roles):
        numbers = role in ("document_number", "key") and len(table.rows) >= _SURE
        if role in FENCED or (role not in ROLES and role) or (numbers and _is_fenced(table, at)):
            roles[at] = ""
        elif not role and known[at] not in (*FENCED, "count", "age"):
            roles[at] = "" if _is_fenced(table, at) else "others"
    order = next((o for head in table.headers if (o := told_order(head))), "")
    return Columns(tuple(roles), order)  # type: ignore[arg-type]


def fenced_heads(table: Table) -> list[tuple[str, str]]:
    """(head, which of FENCED) of the columns that are not to be kept whatever they are called."""
    found = []
    for at, head in enumerate(table.headers):
        role = role_of(head) if table.head_line else ""
        kind = role if role in FENCED else _is_fenced(table, at)
        if kind:
            found.append((head, kind))
    return found


def _is_fenced(table: Table, column: int) -> str:
    """Whether the cells of a column are BSNs or lines of a passport."""
    if _share(table, column, _is_bsn) >= 0.8:
        return "bsn"
    return "mrz" if _share(table, column, lambda text: text.count("<") >= 5) >= 0.5 else ""


def _is_bsn(text: str) -> bool:
    return _NINE.fullmatch(text) is not None and bool(dutch.bsn(text))


# -- by what stands in the column ------------------------------------------------------------------

_SEXES = frozenset(
    [
        "m",
        "f",
        "v",
        "x",
        "w",
        "h",
        "man",
        "vrouw",
        "male",
        "female",
        "homme",
        "femme",
        "mannlich",
        "weiblich",
        "mannelijk",
        "vrouwelijk",
    ]
)
_SEAT = re.compile(r"0?\d{1,2} ?[A-HJ-L]", re.I)
_MAIL = re.compile(r"\S+@\S+\.\w+")
_PHONE = re.compile(r"(?:\+|00)\d[\d ()./-]{7,}|0\d[\d ()./-]{8,}")
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}")
_DOCUMENT = re.compile(r"(?=.*\d)[A-Za-z0-9]{7,12}")
_LOCATOR = re.compile(r"(?=.*[A-Z])[A-Z0-9]{5,6}")
_SLASHED = re.compile(r"[^\W\d_][^\d/]*/[^\d/]+")
_WORDS = re.compile(r"[^\W\d_][^\d@:]*[ ,][^\d@:]*[^\W\d_][^\d@:]*")
_WORD = re.compile(r"[^\W\d_][^\d@:/]*")
_TYPES = frozenset(("adt", "adult", "chd", "child", "inf", "infant", "crew", *PASSENGER_TYPES))

_KINDS: tuple[tuple[str, float, Callable[[str], object]], ...] = (
    ("mail", 0.7, _MAIL.fullmatch),
    ("seat", 0.7, _SEAT.fullmatch),
    ("postcode", 0.7, _POSTCODE.fullmatch),
    ("title", 0.9, lambda text: fold(text.rstrip(".")) in TITLES),
    ("passenger_type", 0.9, lambda text: fold(text) in _TYPES),
    ("sex", 0.9, lambda text: fold(text.rstrip(".")) in _SEXES),
    ("prefix", 0.9, is_prefix),
    ("nationality", 0.8, code_of),
    ("document_country", 0.8, code_of),
    ("phone", 0.7, _PHONE.fullmatch),
    ("document_number", 0.7, _DOCUMENT.fullmatch),
    ("party", 0.8, _LOCATOR.fullmatch),
)


def _find_by_cells(table: Table, roles: list[str], told: set[int], today: date) -> None:
    """Find what is still missing among the columns whose heads say nothing."""
    left = [at for at in range(len(roles)) if at not in told and not _is_fenced(table, at)]
    for at in list(left):
        role = _date_kind(table, at, today)
        if role and role not in roles:
            roles[at] = role
            left.remove(at)
    for role, least, fits in _KINDS:
        if role in roles:
            continue
        for at in list(left):
            if _share(table, at, fits) >= least:
                roles[at] = role
                left.remove(at)
                break
    _find_names(table, roles, left)


def _find_names(table: Table, roles: list[str], left: list[int]) -> None:
    if {"full_name", "family_name"} & set(roles):
        return
    for fits, least in ((_SLASHED.fullmatch, 0.5), (_WORDS.fullmatch, 0.6)):
        shares = {at: _share(table, at, fits) for at in left}
        best = max(shares, key=lambda at: (shares[at], -at), default=None)
        if best is not None and shares[best] >= least:
            roles[best] = "full_name"
            return
    if table.head_line:  # heads that say something else
        left = [at for at in left if not table.headers[at]]
    words = [at for at in left if _share(table, at, _WORD.fullmatch) >= 0.9]
    for at, role in zip(words, ("family_name", "given_names"), strict=False):
        roles[at] = role
    if len(words) == 1:
        roles[words[0]] = "full_name"


def _date_kind(table: Table, column: int, today: date) -> str:
    """Whether a column has births or expiries in it."""
    cells = [row.cell(column) for row in table.rows[:_LOOKED_AT]]
    filled = [value for value in cells if value is not None]
    found = [told for value in filled if _may_be_date(value) and (told := readings(value, today))]
    if not filled or len(found) < 0.7 * len(filled):
        return ""
    year = median(int(next(iter(told.values()))[:4]) for told in found)
    if year >= today.year:
        return "document_expiry"
    return "birth_date" if year < today.year - 3 else ""


def _may_be_date(value: Value) -> bool:
    """Whether a cell is more than a number that might be anything."""
    if isinstance(value, int | float):
        return 10_000 <= value <= 60_000 or value > 18_500_000
    return not (isinstance(value, str) and value.isdigit() and len(value) < 8)


def _share(table: Table, column: int, fits: Callable[[str], object]) -> float:
    texts = [shown(row.cell(column)) for row in table.rows[:_LOOKED_AT]]
    filled = [text for text in texts if text]
    return sum(1 for text in filled if fits(text)) / len(filled) if filled else 0.0
