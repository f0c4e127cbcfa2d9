"""Owners, types and workbooks for tests of spreadsheets."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook

from kcr2desk.core import places
from kcr2desk.core.records import Owner
from kcr2desk.core.reference import ResourceType

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)
OWNERS = [
    *(
        Owner(id=f"o-{r.code}", stream="reference", code=r.code, name=r.name)
        for r in places.regions()
    ),
    Owner(id="o-KCR2", stream="reference", code="KCR2", name="Knooppunt"),
    Owner(id="o-DEF", stream="reference", code="DEF", name="Defensie"),
    Owner(id="o-POL-ON", stream="reference", code="POL-ON", name="Politie Oost-Nederland"),
]
TYPES = [
    ResourceType(
        id=f"t-{code}", stream="reference", code=code, name_nl=dutch, name_en=english, short=short
    )
    for code, dutch, english, short in (
        ("fire_platoon", "Peloton brandbestrijding", "Firefighting platoon", "Peloton"),
        ("water_transport", "Grootschalig watertransport (WTS)", "Water transport (WTS)", "WTS"),
        ("water_small", "Klein watertransport (KWT)", "Small water transport (KWT)", "KWT"),
        ("ibgs", "Incidentbestrijding gevaarlijke stoffen (IBGS)", "Hazmat (IBGS)", "IBGS"),
        ("shelter_places", "Opvangplaatsen", "Shelter places", "Opvang"),
    )
]


def workbook(fill: Callable[[Workbook], Any]) -> bytes:
    """The bytes of a workbook that `fill` has put something into."""
    made = Workbook()
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rows(*lines: Sequence[Any]) -> bytes:
    """A workbook of one sheet with these rows."""

    def fill(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for line in lines:
            sheet.append(list(line))

    return workbook(fill)
