"""The lists of bijstand that KCR2 may change, so records of the reference stream and not code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.fields import Kind, declared
from kcr2desk.core.record import Record
from kcr2desk.core.text import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceType(Record):
    """A kind of help that owners have. `code` never changes.

    `named`: few owners hold it, so each unit is known by name and shown in the strip.
    `package`: it works as a whole and is not spread over several incidents (fire-bucket
    helicopters: domain.md 0).
    """

    code: str = declared(Kind.TEXT, "Code", longest=40, required=True)
    name_nl: str = declared(Kind.TEXT, "Dutch name", required=True)
    name_en: str = declared(Kind.TEXT, "English name", required=True)
    short: str = declared(Kind.TEXT, "Short name", longest=14)
    discipline: str = declared(Kind.TEXT, "Discipline", longest=30)
    named: bool = declared(Kind.FLAG, "Named units")
    package: bool = declared(Kind.FLAG, "Not to be split")
    order: int = declared(Kind.INTEGER, "Order", default=0)
    people: int | None = declared(Kind.INTEGER, "People in a unit")
    notice_minutes: int | None = declared(Kind.INTEGER, "Notice to move, minutes")
    fresh_minutes: int | None = declared(Kind.INTEGER, "Numbers are old after, minutes")
    relief_minutes: int | None = declared(Kind.INTEGER, "Relief after, minutes")
    speed_kmh: int | None = declared(Kind.INTEGER, "Speed on the way, km/h")
    source_text: str = declared(Kind.TEXT, "Source", longest=500)

    def name_in(self, language: str) -> str:
        """What it is called in "nl" or "en"; its code where nobody gave it that name."""
        return (self.name_en if language == "en" else self.name_nl) or self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRule(Record):
    """A row of the legal gate: who signs what, since when, by which source.

    `help` is a resource type's discipline, a resource type's code, or "" for all; `area` an owner
    code, "mainland", "bes" (Bonaire, Sint Eustatius, Saba), "countries" (Aruba, Curaçao, Sint
    Maarten) or "" for all. `per` says how many signed forms: one a region or one a municipality.
    The likeliest row is the one that says most. It flags and counts; it never blocks.
    """

    code: str = declared(Kind.TEXT, "Code", longest=40, required=True)
    help: str = declared(Kind.TEXT, "Kind of help", longest=40)
    area: str = declared(Kind.TEXT, "Area", longest=20)
    authority: str = declared(Kind.TEXT, "Who signs", longest=300)
    addressee: str = declared(Kind.TEXT, "Addressed to", longest=300)
    basis: str = declared(Kind.TEXT, "Legal basis", longest=300)
    form: str = declared(Kind.TEXT, "Form", longest=300)
    per: str = declared(Kind.TEXT, "One form for each", choices=("", "region", "municipality"))
    valid_from: datetime | None = declared(Kind.TIME, "Valid from")
    valid_until: datetime | None = declared(Kind.TIME, "Valid until")
    source_text: str = declared(Kind.TEXT, "Source", longest=500, required=True)
    note: str = declared(Kind.TEXT, "Note", longest=1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeights(Record):
    """The weights of proposals: a version that names who set them. All are whole numbers.

    A unit of priority p that is not supplied costs `unfilled_p`; a unit underway costs
    `journey_hour` for each hour; a unit late costs `late_hour` for each hour; a unit below declared
    remaining cover costs `cover`; a unit that a region gives costs `fairness` for each percent of
    what it has of the type that it gives with that one.
    The newest `version` that is not removed is in force.
    """

    version: int = declared(Kind.INTEGER, "Version", default=1)
    set_by: str = declared(Kind.TEXT, "Set by", required=True)
    set_at: datetime | None = declared(Kind.TIME, "Set at")
    reason: str = declared(Kind.TEXT, "Reason", longest=1000)
    unfilled_1: int = declared(Kind.INTEGER, "Unfilled, priority 1", default=1_000_000)
    unfilled_2: int = declared(Kind.INTEGER, "Unfilled, priority 2", default=100_000)
    unfilled_3: int = declared(Kind.INTEGER, "Unfilled, priority 3", default=10_000)
    unfilled_4: int = declared(Kind.INTEGER, "Unfilled, priority 4", default=3_000)
    late_hour: int = declared(Kind.INTEGER, "An hour late", default=500)
    journey_hour: int = declared(Kind.INTEGER, "An hour underway", default=100)
    cover: int = declared(Kind.INTEGER, "A unit below remaining cover", default=2_000)
    fairness: int = declared(Kind.INTEGER, "Fairness over regions", default=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary(Record):
    """The border of a region from an official file. `rings` is a list of polygons, each a list of
    rings, each a list of [longitude, latitude] in degrees, WGS 84, made simpler for a screen."""

    code: str = declared(Kind.TEXT, "Code", longest=20, required=True)
    name: str = declared(Kind.TEXT, "Name")
    rings: Json = declared(Kind.DOCUMENT, "Border")
    source_text: str = declared(Kind.TEXT, "Source", longest=500)
    valid_on: datetime | None = declared(Kind.TIME, "Valid on")
