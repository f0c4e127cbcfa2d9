"""Words of the field as data: units that are counted, disciplines by their words, METHANE.

The tables are to be lengthened by whoever hears a word that is missing; the code that reads notes
(`notes.py`) needs no change for it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kcr2desk.exchange.problems import Language


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is counted; `code` is the canonical name, `spellings` how people write it.

    Spellings in capitals of at most two letters count only in capitals: "AL" is a turntable
    ladder, "al" is the Dutch for "already".
    """

    code: str
    singular: str
    plural: str
    spellings: tuple[str, ...] = ()


def _rows(table: str) -> Iterator[dict[str, str]]:
    source = files("kcr2desk.exchange") / "data" / f"{table}.csv"
    yield from csv.DictReader(source.read_text(encoding="utf-8").splitlines())


@cache
def units() -> tuple[Unit, ...]:
    """Everything that notes count, in the order of the table."""
    return tuple(
        Unit(
            row["code"],
            row["singular"],
            row["plural"],
            tuple(filter(None, row["spellings"].split(";"))),
        )
        for row in _rows("units")
    )


@cache
def disciplines() -> dict[str, tuple[str, ...]]:
    """Discipline code of the record -> what in a note points to it (patterns, small letters)."""
    patterns: dict[str, tuple[str, ...]] = {}
    for row in _rows("disciplines"):
        patterns[row["discipline"]] = (*patterns.get(row["discipline"], ()), row["pattern"])
    return patterns


NUMBER_WORDS: dict[str, int] = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20,
    "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "tachtig": 80, "honderd": 100,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "fifty": 50,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a template: `key` for programs, a letter and the words that the officer sees."""

    key: str
    letter: str
    dutch: str
    english: str

    def line(self, language: Language) -> str:
        """The heading as it stands in the form, with its colon."""
        return f"{self.letter} {self.dutch if language == 'nl' else self.english}:"


# JESIP: the order of the first report from the scene.
METHANE: tuple[Heading, ...] = (
    Heading("major", "M", "Groot incident", "Major incident"),
    Heading("location", "E", "Exacte locatie", "Exact location"),
    Heading("type", "T", "Type incident", "Type of incident"),
    Heading("hazards", "H", "Gevaren", "Hazards"),
    Heading("access", "A", "Bereikbaarheid", "Access"),
    Heading("casualties", "N", "Aantal en ernst slachtoffers", "Number and severity of casualties"),
    Heading(
        "services", "E", "Hulpdiensten aanwezig en nodig", "Emergency services on scene, needed"
    ),
)
