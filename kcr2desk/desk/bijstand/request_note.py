"""What an officer types while somebody asks for help, read into lines of a request. No Qt in here.

"4 pel bb tot 22:00 Hoog Buurlo, Jansen 06-12345678" is four platoons until ten, to report at Hoog
Buurlo, asked by Jansen. Places, callers and numbers are read as in reports (`exchange.notes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from kcr2desk.core.places import fold
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk.parts.moments import read_moment
from kcr2desk.exchange.notes import Chip, read_note
from kcr2desk.exchange.vocabulary import NUMBER_WORDS, units

MOST: Final = 9999
"""More of one thing than this is no quantity but a number of something else."""

_OF_UNITS: Final[Mapping[str, str]] = {
    "platoon": "fire_platoon",
    "water_transport": "water_transport",
    "handcrew": "handcrew",
    "helicopter": "fire_bucket",
    "drone": "drone_team",
    "usar_team": "usar",
    "pump": "pump",
    "ambulance": "ambulance",
    "mmt": "mmt",
    "first_aid_bus": "aid_bus",
    "calamity_vehicle": "ggb_vehicle",
    "riot_platoon": "me_platoon",
    "fleet_unit": "rescue_boat",
    "boat": "rescue_boat",
    "bridge": "emergency_bridge",
    "bus": "transport_bus",
    "camp_bed": "shelter_places",
    "shelter_place": "shelter_places",
}
"""What is counted in reports (`exchange.vocabulary`) -> the resource type that is meant by it."""

_ALSO: Final[Mapping[str, str]] = {
    "pel bb": "fire_platoon",
    "peloton bb": "fire_platoon",
    "pelotons bb": "fire_platoon",
    "bb peloton": "fire_platoon",
    "bb pelotons": "fire_platoon",
    "natuurbrandpeloton": "wildfire_platoon",
    "natuurbrandpelotons": "wildfire_platoon",
    "pel nb": "wildfire_platoon",
    "peloton nb": "wildfire_platoon",
    "pelotons nb": "wildfire_platoon",
    "kwt": "water_small",
    "rth": "rescue_platoon",
    "me": "me_platoon",
    "me peloton": "me_platoon",
    "me pelotons": "me_platoon",
    "me secties": "me_section",
    "hcp": "hcp_pump",
    "genie": "engineers",
    "reddingsboten": "rescue_boat",
}
"""How people say types on the phone, where their names and short names do not tell."""

_COUNT = re.compile(
    rf"(?<![\w.,:/+-])(?P<n>\d{{1,4}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
    r"\s*(?:x|×)?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w'’-]*")
_DAYS: Final = (
    "vandaag|morgen|overmorgen|today|tomorrow|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|"
    "zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ma|di|wo|do|vr|za|zo"
)
_TIME = re.compile(
    rf"\b(?P<what>tot|until|till|t/m|vanaf|from|om|at)\s+"
    rf"(?P<time>(?:(?:{_DAYS})\s+)?\d{{1,2}}(?:[:.]\d{{2}})?|\+\s*\d{{1,3}}\s?[umhd])"
    r"(?:\s?(?:uur|u)\b)?(?![\w:])",
    re.IGNORECASE,
)
_UNTIL: Final = frozenset({"tot", "until", "till", "t/m"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many of a type."""

    resource: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Noted:
    """What a note says. Codes, names as written, moments in UTC; "" and None: not said."""

    lines: tuple[Wanted, ...] = ()
    from_at: datetime | None = None
    until_at: datetime | None = None
    region: str = ""
    municipalities: tuple[str, ...] = ()
    place: str = ""
    caller: str = ""
    callback: str = ""
    grip: str = ""

    @property
    def says_nothing(self) -> bool:
        return self == Noted()


def read_request(
    text: str, types: Mapping[str, ResourceType], now: datetime, region_hint: str = ""
) -> Noted:
    """What a note asks for. `types` by code; `now` is aware; `region_hint` decides between places
    of one name."""
    chips = read_note(text, region_hint=region_hint)
    times = list(_TIME.finditer(text))
    taken = [m.span() for m in times] + [(c.start, c.end) for c in chips if c.kind == "callback"]
    found: dict[str, str] = {}
    for chip in chips:
        if chip.kind in ("region", "place", "caller", "callback", "grip"):
            found.setdefault(chip.kind, chip.value)
    moments = {
        "until" if m["what"].lower() in _UNTIL else "from": read_moment(m["time"], now, ahead=True)
        for m in times
    }
    towns = tuple(dict.fromkeys(c.value for c in chips if c.kind == "municipality"))
    return Noted(
        lines=tuple(_wanted(text, Names(types.values()), taken)),
        from_at=moments.get("from"),
        until_at=moments.get("until"),
        region=found.get("region", ""),
        municipalities=towns,
        place=found.get("place", "") or _town(chips),
        caller=found.get("caller", ""),
        callback=found.get("callback", ""),
        grip=found.get("grip", ""),
    )


def of_quantities(
    quantities: Iterable[str], types: Mapping[str, ResourceType]
) -> tuple[tuple[Wanted, ...], tuple[str, ...]]:
    """Lines for what a report counted ("2 platoon", "2-3 platoon"), and what names no help.

    Of a range the larger number is taken: it is easier to send some back than to ask again.
    """
    lines, rest = [], []
    for said in sorted(quantities):
        amount, _, unit = said.partition(" ")
        low, _, high = amount.partition("-")
        resource = _OF_UNITS.get(unit, "")
        number = int(high or low) if (high or low).isdigit() else 0
        if resource in types and 0 < number <= MOST:
            lines.append(Wanted(resource, number))
        else:
            rest.append(said)
    return tuple(lines), tuple(rest)


def _town(chips: Sequence[Chip]) -> str:
    return next((c.label for c in chips if c.kind == "municipality"), "")


def _wanted(text: str, names: Names, taken: Sequence[tuple[int, int]]) -> Iterator[Wanted]:
    for match in _COUNT.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        said = match["n"].casefold()
        quantity = NUMBER_WORDS.get(said) or (int(said) if said.isdigit() else 0)
        words = [fold(w.group()) for w in _WORD.finditer(text, match.end())][:6]
        resource = names.find(words)
        if resource and 0 < quantity <= MOST:
            yield Wanted(resource, quantity)


@dataclass(slots=True)
class Names:
    """All that the types are called, to find one by the words that stand in a text."""

    types: Iterable[ResourceType]
    _exact: dict[tuple[str, ...], str] = field(default_factory=dict)
    _begin: list[tuple[tuple[str, ...], str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        known = sorted(self.types, key=lambda t: (t.order, t.code))
        codes = {each.code for each in known}
        for each in known:
            for name in (each.short, each.name_nl, each.name_en, each.code.replace("_", " ")):
                self._learn(name, each.code)
        for name, code in _ALSO.items():
            if code in codes:
                self._exact[_words(name)] = code
        for unit in units():
            code = _OF_UNITS.get(unit.code, "")
            if code in codes:
                for name in (unit.singular, unit.plural, *unit.spellings):
                    self._exact.setdefault(_words(name), code)

    def _learn(self, name: str, code: str) -> None:
        for part in (name, *re.split(r"[()]", name)):
            words = _words(part)
            if words:
                self._exact.setdefault(words, code)
                self._begin.append((words, code))

    def find(self, words: Sequence[str]) -> str:
        """The type that the first words name; most words first, then whole words before begun
        ones. "" where they name none."""
        for count in range(len(words), 0, -1):
            first = tuple(words[:count])
            if first in self._exact:
                return self._exact[first]
            begun = next((code for name, code in self._begin if _begins(first, name)), "")
            if begun:
                return begun
        return ""


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(w.group()) for w in _WORD.finditer(name))


def _begins(said: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each word that was said is how a word of the name begins, in order, the first with
    the first: "pel natuur" is "Peloton natuurbrandbestrijding"."""
    if len(said) > len(name) or any(len(word) < 3 for word in said):
        return False
    if not name[0].startswith(said[0]):
        return False
    rest = iter(name[1:])
    return all(any(there.startswith(word) for there in rest) for word in said[1:])
