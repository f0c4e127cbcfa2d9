"""Recognises what people write in a sheet of capacity: regions, resource types, heads."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from kcr2desk.core import places
from kcr2desk.core.records import Owner
from kcr2desk.core.reference import ResourceType

Fits = Callable[[str], bool]

_WORDS = re.compile(r"[^\W_]+")
_REGION = re.compile(r"(?<![^\W_])(?:vr[\s-]*)?0?(\d{1,2})(?![^\W_])", re.IGNORECASE)
_CODE = re.compile(r"(?<![^\W_])(VR\d\d|BQ-(?:BO|SE|SA))(?![^\W_])", re.IGNORECASE)
_PREFIXES = ("veiligheidsregio ", "safety region ", "brandweer ", "ghor ", "regio ", "vr ")
_PARTNERS = {
    "DEF": ("defensie", "ministerie van defensie", "krijgsmacht", "defence"),
    "NRK": ("rode kruis", "red cross", "het rode kruis"),
    "KWC": ("kustwacht", "coast guard"),
    "NRV": ("reddingsvloot", "nationale reddingsvloot"),
    "WS-UNIE": ("waterschappen", "waterschap", "unie van waterschappen"),
    "USAR": ("usar", "usar nl"),
}

FIELD_WORDS: Mapping[str, str] = {
    "available": "beschikbaar;inzetbaar;leverbaar;vrij;direct beschikbaar;beschikbaar aantal;"
    "aantal beschikbaar;beschikbaar voor bijstand;available;deployable;ready",
    "reserve": "restdekking;reserve;blijft thuis;minimaal thuis;eigen dekking;remaining cover",
    "norm": "norm;spreidingsplan;landelijke spreiding;spreidingsnorm;volgens plan;normaantal;"
    "landelijk spreidingsplan;national plan",
    "checked_by": "gecontroleerd door;ingevuld door;opgegeven door;opgave door;door;checked by",
    "checked_at": "peildatum;peilmoment;gecontroleerd;gecontroleerd op;gecheckt;laatst bijgewerkt;"
    "bijgewerkt;datum;tijdstip;stand per;checked;checked at;as of;updated;date",
    "notice_minutes": "opkomsttijd;opkomsttijd minuten;opkomsttijd min;gereed binnen minuten;"
    "gereed binnen min;inzettijd minuten;notice;notice to move;notice to move minutes",
    "note": "opmerking;opmerkingen;opm;toelichting;bijzonderheden;note;notes;remark;remarks;"
    "comment",
    "total": "totaal;totaal aantal;aantal totaal;aantal;aanwezig;in bezit;sterkte;total;number;"
    "quantity",
    "owner": "regio;veiligheidsregio;regiocode;regionaam;regionummer;regio code;naam regio;"
    "eigenaar;organisatie;instantie;leverancier;owner;region;safety region;organisation;vr",
    "resource": "middel;middelen;soort;type;soort middel;type middel;soort eenheid;eenheid;"
    "materieel;specialisme;potentieel;bijstandspotentieel;resource;resource type;unit type",
    "measure": "wat;maat;soort getal;grootheid;measure;what",
}
"""What the heads of columns say, the particular ones before the general ("aantal beschikbaar" is
not the total). "measure" is a column that says for each row which number it has."""

NUMBERS = ("available", "total", "reserve", "norm", "notice_minutes")
_TOTALS = frozenset({
    "totaal", "total", "totalen", "som", "landelijk", "nederland", "subtotaal", "totaal nederland",
    "totaal landelijk", "landelijk totaal", "eindtotaal", "grand total", "sum",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What a text names: one code, or several when it is not clear which; `exact` unless a letter
    or two were read over."""

    codes: tuple[str, ...]
    exact: bool = True


def key(text: str) -> str:
    """What two spellings have in common: small letters without accents and signs."""
    return " ".join(_WORDS.findall(places.fold(text.replace("&", " en "))))


def is_total(text: str) -> bool:
    """Whether a row with this name adds up the others."""
    return key(text) in _TOTALS


class Names:
    """Codes by all that they are called."""

    def __init__(self, called: Iterable[tuple[str, str]]) -> None:
        self._codes: dict[str, tuple[str, ...]] = {}
        for name, code in called:
            found = self._codes.get(key(name), ())
            if key(name) and code not in found:
                self._codes[key(name)] = (*found, code)

    def find(self, text: str) -> Found | None:
        """What a text names, as a whole or without what stands between brackets; None: nothing."""
        short = re.sub(r"\([^)]*\)", " ", text)
        within = re.findall(r"\(([^)]*)\)", text)
        for each in (text, short, *within):
            codes = self._codes.get(key(each))
            if codes:
                return Found(codes)
        return self._nearly(key(short))

    def knows(self, text: str) -> bool:
        """Whether a text names anything."""
        return self.find(text) is not None

    def _nearly(self, wanted: str) -> Found | None:
        """A name that differs by a letter, or two when it is long, and no other that does."""
        most = 2 if len(wanted) >= 9 else 1
        if len(wanted) < 5:
            return None
        near = {
            code
            for name, codes in self._codes.items()
            if len(name) >= 5 and Levenshtein.distance(wanted, name, score_cutoff=most) <= most
            for code in codes
        }
        return Found(tuple(near), exact=False) if len(near) == 1 else None


class OwnerNames(Names):
    """The owners by code, number ("6"), name, abbreviation and alias, with or without
    "veiligheidsregio"."""

    def __init__(self, owners: Iterable[Owner]) -> None:
        told = tuple(owner for owner in owners if owner.code != "KCR2")
        self._known = {owner.code for owner in told}
        super().__init__(_owner_names(told))

    def find(self, text: str) -> Found | None:
        """As of all names; also a region's number in any spelling ("VR6", "regio 06")."""
        number = _REGION.fullmatch(text.strip())
        if number:
            code = f"VR{int(number[1]):02}"
            return Found((code,)) if code in self._known else None
        told = _CODE.search(text)
        if told and told[1].upper() in self._known:
            code = told[1].upper()
            rest = text[: told.start()] + text[told.end() :]
            other = super().find(rest) if key(rest) else None
            if other and other.exact and code not in other.codes:
                return Found((code, *other.codes))
            return Found((code,))
        bare = key(text)
        for prefix in _PREFIXES:
            if bare.startswith(prefix) and len(bare) > len(prefix):
                return super().find(text) or super().find(bare.removeprefix(prefix))
        return super().find(text)


def _owner_names(owners: Iterable[Owner]) -> Iterable[tuple[str, str]]:
    regions = {region.code for region in places.regions()}
    for owner in owners:
        yield owner.code, owner.code
        yield owner.name, owner.code
        if owner.code in regions:
            for name in places.names_of(owner.code):
                yield name, owner.code
        for name in _PARTNERS.get(owner.code, ()):
            yield name, owner.code
        if owner.code.startswith("POL-"):
            yield owner.name.replace("Politie", "eenheid"), owner.code
            yield owner.name.replace("Politie", "politie eenheid"), owner.code


def type_names(types: Iterable[ResourceType]) -> Names:
    """The resource types by code, names, short name and alias."""
    return Names(
        (name, each.code)
        for each in types
        for name in (
            each.code,
            each.name_nl,
            each.name_en,
            each.short,
            *_aliases().get(each.code, ()),
        )
    )


@cache
def _aliases() -> Mapping[str, tuple[str, ...]]:
    source = files("kcr2desk.exchange") / "data" / "capacity_names.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return {row["code"]: tuple(row["names"].split(";")) for row in rows}


@cache
def _alias_keys() -> frozenset[str]:
    return frozenset(key(name) for names in _aliases().values() for name in names)


@cache
def _field_keys() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for field, words in FIELD_WORDS.items():
        for word in words.split(";"):
            found.setdefault(key(word), field)
    return found


def field_of(head: str) -> str:
    """The field that a head names, or "": as a whole, nearly, or by a word in it."""
    words = key(re.sub(r"\([^)]*\)", " ", head)) or key(head)
    keys = _field_keys()
    if words in keys:
        return keys[words]
    for name, field in keys.items():
        if len(name) >= 6 and Levenshtein.distance(words, name, score_cutoff=1) <= 1:
            return field
    padded = f" {words} "
    for name, field in keys.items():
        if len(name) >= 5 and f" {name} " in padded:
            return field
    return ""


def split_head(head: str) -> tuple[str, str]:
    """What a head like "Peloton | beschikbaar" or "WTS totaal" is about, and its field or ""."""
    group, bar, own = head.partition(" | ")
    if bar:
        return group, _field_keys().get(key(own), "")
    words = head.split()
    for some in (1, 2):
        if len(words) > some:
            field = _field_keys().get(key(" ".join(words[-some:])), "")
            if field in NUMBERS:
                return " ".join(words[:-some]), field
    return head, ""


def worth(text: str) -> int:
    """How well a text does as a head of such a sheet (`sheets.Knows`), types unknown to this
    version aside: 2 a head, 1 a type or region."""
    words = key(text)
    if not words or len(words) > 60:
        return 0
    if words in _field_keys():
        return 2
    subject, field = split_head(text)
    if field and key(subject) in _alias_keys():
        return 2
    return 1 if words in _alias_keys() or words in _region_keys() else 0


@cache
def _region_keys() -> frozenset[str]:
    return frozenset(
        key(name)
        for region in places.regions()
        for name in (region.code, *places.names_of(region.code))
    )
