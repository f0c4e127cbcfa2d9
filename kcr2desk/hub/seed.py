"""What a new hub has in its reference stream: who owns records, disciplines, kinds of help, the
legal gate, the first weights of proposals, and the words of an arrival hall.

The tables lie in `hub/data`, a row a record. A number that no source told is a planning figure,
and its record says so; what nobody knows is left blank. KCR2 changes these records on the desk; a
hub that starts again leaves what is there alone and adds only what is missing.
"""

from __future__ import annotations

import csv
import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources import files

from kcr2desk.core import places
from kcr2desk.core.bijstand import BORN
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import Kind
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.reference import PlanWeights
from kcr2desk.core.text import Json

DISCIPLINES = (
    ("general", "Algemeen", "General"),
    ("fire", "Brandweerzorg", "Fire service"),
    ("medical", "Geneeskundige zorg (GHOR)", "Medical (GHOR)"),
    ("police", "Politiezorg", "Police"),
    ("care", "Bevolkingszorg", "Care of the population"),
    ("water", "Water", "Water"),
    ("defence", "Defensie", "Defence"),
    ("communication", "Communicatie", "Communication"),
    ("infrastructure", "Infrastructuur", "Infrastructure"),
    ("international", "Internationaal", "International"),
)

PARTNERS_AFTER = 101
"""Where the order of partners begins: behind all regions and islands."""

PLANNED = "Overige getallen: planningsgetal, door KCR2 vast te stellen."
"""What the source of every kind of help ends with: its other numbers are for KCR2 to set."""

AS_DELIVERED = PlanWeights(
    id=derived_id(BORN, "planweights", "1"),
    stream="reference",
    version=1,
    set_by="KCR2 Desk (as delivered)",
    reason="Uitgangspunt bij levering, geen beleid: door de directeur van KCR2 vast te stellen.",
)
"""The first weights: a starting point that the director of KCR2 is to set."""


def seed() -> tuple[Change, ...]:
    """The first records of the reference stream, always with the same ids."""
    return (*_owners(), *_disciplines(), *_types(), *_gate(), _weights(), *_choices())


def _owners() -> Iterator[Change]:
    yield _new("owner", "KCR2", name="Knooppunt Coördinatie Regio's-Rijk", kind="hub")
    for order, region in enumerate(places.regions(), start=1):
        kind = "region" if region.code.startswith("VR") else "island"
        seat = f"{region.latitude:.4f},{region.longitude:.4f}"
        yield _new("owner", region.code, name=region.name, kind=kind, position=seat, order=order)
    for order, row in enumerate(_rows("partners"), start=PARTNERS_AFTER):
        told = {name: row[name] for name in ("name", "kind", "position") if row[name]}
        yield _new("owner", row["code"], order=order, **told)


def _disciplines() -> Iterator[Change]:
    for order, (code, dutch, english) in enumerate(DISCIPLINES, start=1):
        yield _new("discipline", code, name_nl=dutch, name_en=english, order=order)


def _types() -> Iterator[Change]:
    for order, row in enumerate(_rows("resource_types"), start=1):
        source = f"{row.pop('source')} {PLANNED}".lstrip()
        yield _new("resourcetype", order=order, source_text=source, **_told("resourcetype", row))


def _gate() -> Iterator[Change]:
    for row in _rows("gate_rules"):
        yield _new("gaterule", **_told("gaterule", row))


def _weights() -> Change:
    """Every number in full: a program that has other defaults must not change version 1."""
    values: dict[str, Json] = {
        f.name: getattr(AS_DELIVERED, f.name)
        for f in dataclasses.fields(PlanWeights)
        if "spec" in f.metadata and getattr(AS_DELIVERED, f.name) not in (None, False)
    }
    return Change("planweights", AS_DELIVERED.id, How.NEW, values)


def _choices() -> Iterator[Change]:
    """Needs, stations, grounds and receivers, in order. A code is one within its list only."""
    orders: Counter[str] = Counter()
    for row in _rows("choices"):
        orders[row["group"]] += 1
        id_ = derived_id(BORN, "choice", row["group"], row["code"])
        told = _told("choice", row) | {"order": orders[row["group"]]}
        yield Change("choice", id_, How.NEW, told)


def _rows(table: str) -> Iterator[dict[str, str]]:
    source = files("kcr2desk.hub") / "data" / f"{table}.csv"
    yield from csv.DictReader(source.read_text(encoding="utf-8").splitlines(), strict=True)


def _told(type_name: str, row: Mapping[str, str]) -> dict[str, Json]:
    """The wire values of the cells of a row that are filled in; "yes" is a flag that is set."""
    specs = RECORD_TYPES[type_name].fields
    told: dict[str, Json] = {}
    for name, cell in row.items():
        if cell:
            match specs[name].kind:
                case Kind.FLAG:
                    told[name] = cell == "yes"
                case Kind.INTEGER:
                    told[name] = int(cell)
                case Kind.SET:
                    told[name] = sorted(cell.split(";"))  # type: ignore[assignment]
                case _:
                    told[name] = cell
    return told


def _new(type_name: str, code: Json, **fields: Json) -> Change:
    id_ = derived_id(BORN, type_name, str(code))
    return Change(type_name, id_, How.NEW, {"code": code, **fields})
