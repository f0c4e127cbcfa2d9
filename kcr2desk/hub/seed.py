"""What a new hub has in its reference stream: who owns records, and the disciplines."""

from __future__ import annotations

from collections.abc import Iterator

from kcr2desk.core import places
from kcr2desk.core.bijstand import BORN
from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import derived_id
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


def seed() -> tuple[Change, ...]:
    """The first records of the reference stream, always with the same ids."""
    return (*_owners(), *_disciplines())


def _owners() -> Iterator[Change]:
    yield _new("owner", "KCR2", name="Knooppunt Coördinatie Regio's-Rijk", kind="hub")
    for region in places.regions():
        kind = "region" if region.code.startswith("VR") else "island"
        yield _new("owner", region.code, name=region.name, kind=kind)


def _disciplines() -> Iterator[Change]:
    for order, (code, dutch, english) in enumerate(DISCIPLINES, start=1):
        yield _new("discipline", code, name_nl=dutch, name_en=english, order=order)


def _new(type_name: str, code: str, **fields: Json) -> Change:
    return Change(type_name, derived_id(BORN, type_name, code), How.NEW, {"code": code, **fields})
