"""What an officer types while on the phone, read for what a form has fields for.

"VNOG 2 pelotons Hoog Buurlo, Jansen 06-12345678 belt terug" holds a region, a quantity, a place, a
caller and a call-back number. They are offered as chips beside the text; nothing is taken silently
and the text itself never changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Literal

from kcr2desk.core import places
from kcr2desk.core.places import AMSTERDAM, PlaceMatch, find_places
from kcr2desk.exchange.callers import Said, find_callers, find_numbers, is_part_of_name
from kcr2desk.exchange.problems import Language
from kcr2desk.exchange.times import find_times
from kcr2desk.exchange.vocabulary import METHANE, NUMBER_WORDS, Unit, disciplines, units

ChipKind = Literal[
    "region",
    "municipality",
    "place",
    "caller",
    "callback",
    "quantity",
    "time",
    "grip",
    "discipline",
]

LONGEST_READ = 20_000
"""Characters of a note that are read for chips: far more than anyone types on the phone."""


@dataclass(frozen=True, slots=True)
class Chip:
    """An offer: text[start:end] may mean `value`, shown as `label`.

    Values by kind: region and municipality a code; place and caller the name; callback a number
    in E.164 (+31612345678); quantity "2 platoon" or "2-3 platoon" (codes of `vocabulary.units`);
    time an ISO 8601 instant in UTC; grip "1" to "5" or "R"; discipline a code of the record.
    `alternatives` are other values that the same words may mean (two municipalities Bergen).
    """

    kind: ChipKind
    start: int
    end: int
    value: str
    label: str
    alternatives: tuple[str, ...] = ()


def read_note(text: str, *, now: datetime | None = None, region_hint: str = "") -> tuple[Chip, ...]:
    """The chips that a note offers, from left to right; per kind they never overlap.

    `now` (aware) is what clock times and "10 min geleden" count from, in Amsterdam time; without
    it no time is offered. `region_hint` is the code of the region that the report is known to come
    from; it decides between places of one name and gives island numbers their country.
    """
    text = text[:LONGEST_READ]
    numbers = find_numbers(text, region_hint)
    found = find_places(text)
    callers = find_callers(text, numbers, found)
    found = tuple(each for each in found if not is_part_of_name(text, each, callers))
    chips = [*_quantities(text), *_disciplines(text), *(_times(text, now) if now else ())]
    chips = [each for each in chips if not _touches(each, (*numbers, *callers))]
    chips += [*_places(found, region_hint), *_grip(text)]
    chips += [Chip("caller", *said) for said in callers]
    chips += [Chip("callback", *said) for said in numbers]
    return _once_each(chips)


def _touches(chip: Chip, others: tuple[Said, ...]) -> bool:
    """Whether a chip is part of a number or a name: "van Dijk" says nothing of dikes."""
    return any(chip.start < other.end and other.start < chip.end for other in others)


def _once_each(chips: list[Chip]) -> tuple[Chip, ...]:
    """In the order of the text, each value once, and no two of a kind on the same words."""
    kept: list[Chip] = []
    ends: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for chip in sorted(chips, key=lambda each: (each.start, -each.end)):
        mark = (chip.kind, chip.value.casefold())
        if mark not in seen and chip.start >= ends.get(chip.kind, 0):
            seen.add(mark)
            ends[chip.kind] = chip.end
            kept.append(chip)
    return tuple(kept)


# --- where ---------------------------------------------------------------------------------------


def _places(found: tuple[PlaceMatch, ...], region_hint: str) -> Iterator[Chip]:
    """Regions, municipalities and settlements; what is named also offers what it lies in."""
    named = {each.code for each in found if each.kind == "region" and not each.alternatives}
    for match in found:
        codes = sorted(
            (match.code, *match.alternatives),
            key=lambda code: places.region_of(code) not in (named or {region_hint}),
        )
        if match.kind == "place":
            lies_in = _name(codes[0])
            yield Chip("place", match.start, match.end, match.name, f"{match.name} ({lies_in})")
        local = [code for code in codes if code.startswith("GM")]
        if local and codes[0] == local[0]:
            yield _code_chip("municipality", match, local)
            if not named:
                yield _code_chip("region", match, [places.region_of(code) for code in codes])
        else:
            yield _code_chip("region", match, [places.region_of(code) for code in codes])


def _code_chip(
    kind: Literal["region", "municipality"], match: PlaceMatch, codes: list[str]
) -> Chip:
    first, *others = dict.fromkeys(codes)
    return Chip(kind, match.start, match.end, first, _name(first), tuple(others))


def _name(code: str) -> str:
    if code.startswith("GM"):
        return places.municipality(code).name
    return places.region(code).name


# --- how many ------------------------------------------------------------------------------------


@cache
def _unit_pattern() -> tuple[re.Pattern[str], dict[str, Unit]]:
    known = {
        spelling: unit
        for unit in units()
        for spelling in (unit.singular, unit.plural, *unit.spellings)
    }
    spellings = "|".join(re.escape(each) for each in sorted(known, key=len, reverse=True))
    words = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w.,:/+-])(?P<about>±|~|ca\.?|circa|ongeveer|zo['’]n|about)?\s?"
        rf"\b(?P<low>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}|{words})"
        rf"(?:\s?(?:-|–|à|tot|of|to)\s?(?P<high>\d{{1,6}}))?\s?(?:x\s?)?"
        rf"(?:\b(?:extra|grote|volle|nieuwe|more|vermoedelijk|mogelijk)\s)?"
        rf"(?P<unit>{spellings})(?![\w])",
        re.IGNORECASE,
    )
    return pattern, {spelling.casefold(): unit for spelling, unit in known.items()}


def _quantities(text: str) -> Iterator[Chip]:
    pattern, units = _unit_pattern()
    for match in pattern.finditer(text):
        written = match["unit"]
        unit = units.get(written.casefold())
        # Letters that fold together only in one direction ("ſ") are no spelling of ours.
        if unit is None or (len(written) == 2 and not _two_letters_meant(written, unit)):
            continue
        low = match["low"].replace(".", "")
        low = str(NUMBER_WORDS.get(low.casefold(), low)).lstrip("0") or "0"
        amount = f"{low}-{match['high']}" if match["high"] else low
        name = unit.singular if amount == "1" else unit.plural
        about = "± " if match["about"] else ""
        start = match.start("about") if match["about"] else match.start("low")
        yield Chip(
            "quantity", start, match.end(), f"{amount} {unit.code}", f"{about}{amount} {name}"
        )


def _two_letters_meant(written: str, unit: Unit) -> bool:
    return written in (*unit.spellings, unit.singular) or written.casefold() in ("ts", "ha")


# --- when, how bad, whose ------------------------------------------------------------------------


def _times(text: str, now: datetime) -> Iterator[Chip]:
    today = now.astimezone(AMSTERDAM).date()
    for start, end, moment in find_times(text, now):
        there = moment.astimezone(AMSTERDAM)
        label = f"{there:%H:%M}" if there.date() == today else f"{there:%d-%m %H:%M}"
        value = moment.astimezone(UTC).isoformat(timespec="seconds")
        yield Chip("time", start, end, value, label)


_GRIP = re.compile(r"(?<!\w)grip[\s:\-]*(?P<level>[1-5]|rijk|r)(?!\w)", re.IGNORECASE)


def _grip(text: str) -> Iterator[Chip]:
    for match in _GRIP.finditer(text):
        level = match["level"].upper()[0]
        label = "GRIP Rijk" if level == "R" else f"GRIP {level}"
        yield Chip("grip", match.start(), match.end(), level, label)


@cache
def _discipline_pattern() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{code}>{'|'.join(words)})" for code, words in disciplines().items())
    return re.compile(rf"(?<![\w-])(?:{groups})(?![\w-])", re.IGNORECASE)


def _disciplines(text: str) -> Iterator[Chip]:
    for match in _discipline_pattern().finditer(text):
        code = match.lastgroup
        if code is not None:
            yield Chip("discipline", match.start(), match.end(), code, code)


# --- the title, and METHANE ----------------------------------------------------------------------

_SENTENCE_END = re.compile(r"(?P<last>[^\s.!?]+)[.!?…]+(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "bijv blz bgm ca dhr dr evt hr incl ing ir max mevr min mr mrs mw nr sint st tel tnv".split()  # noqa: SIM905
)


def first_words(text: str, limit: int = 80) -> str:
    """A title out of a text: its first sentence or line, cut at a word to at most `limit` letters.

    A METHANE report is named after what happened and where. Empty where there are no words.
    """
    methane = read_methane(text)
    named = ", ".join(methane[key] for key in ("type", "location") if key in methane)
    lines = (" ".join(line.split()) for line in (named or text).splitlines())
    line = next((line for line in lines if line), "")
    for match in _SENTENCE_END.finditer(line[: limit + 1]):
        if len(match["last"]) > 1 and match["last"].casefold() not in _ABBREVIATIONS:
            line = line[: match.end("last")]
            break
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    if not line[limit - 1].isspace():
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip(" ,;:-–(") + "…"


def methane_text(language: Language) -> str:
    """The empty METHANE form, a heading a line."""
    return "".join(f"{heading.line(language)} \n" for heading in METHANE)


@cache
def _methane_headings() -> dict[str, str]:
    return {
        heading.line(language).removesuffix(":").casefold(): heading.key
        for heading in METHANE
        for language in ("nl", "en")
    }


def read_methane(text: str) -> dict[str, str]:
    """What was filled in under which heading (keys of `vocabulary.METHANE`), in either language.

    Text before the first heading belongs to none; further lines belong to the heading above them.
    """
    filled: dict[str, list[str]] = {}
    key = ""
    for line in text.splitlines():
        heading, colon, rest = line.partition(":")
        found = _methane_headings().get(" ".join(heading.split()).casefold(), "") if colon else ""
        key, content = (found, rest) if found else (key, line)
        if key:
            filled.setdefault(key, []).append(content.strip())
    values = {key: "\n".join(lines).strip() for key, lines in filled.items()}
    return {key: value for key, value in values.items() if value}
