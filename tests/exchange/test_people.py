"""A list of people is read by what it is, whatever it is called."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kcr2desk.exchange.people import read_pasted, read_people
from kcr2desk.exchange.problems import Refused
from tests.desk.lists import manifest
from tests.desk.test_bringing_in import PFIF
from tests.exchange.test_person_sheet import book

NOW = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
PAXLST = (
    "UNA:+.? 'UNB+UNOA:4+KL+NL+261130:1900+1'UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'"
    "TDT+20+HV9001'LOC+125+BEY'DTM+189:2611301500:201'LOC+87+EIN'DTM+232:2611302000:201'"
    "NAD+FL+++DE VRIES:SANNE'ATT+2++F'DTM+329:850214'NAT+2+NLD'"
    "DOC+P+SPECI2101'LOC+91+NLD'CNT+42:3'UNT+14+1'UNZ+1+1'"
)


@pytest.mark.parametrize("name", ["lijst.edi", "lijst.txt", "lijst.xlsx"])
def test_a_passenger_list_pfif_and_a_sheet(name: str):
    edi = read_people(PAXLST.encode(), name, NOW)
    assert (edi.file.kind, edi.table, edi.file.declared) == ("paxlst", None, {"passengers": 3})
    assert edi.file.flights[-1].code == "HV9001"
    assert [line.fields["family_name"] for line in edi.file.lines] == ["Vries"]
    assert read_people(PFIF.encode(), name, NOW).file.kind == "pfif"
    sheet = read_people(book([["Naam", "Geboren"], ["Jansen, P.", "1980"]]), name, NOW)
    assert sheet.file.kind == "sheet"
    assert sheet.columns is not None
    assert read_people(manifest().encode(), name, NOW).table is not None


def test_what_is_pasted_may_be_any_of_them():
    assert read_pasted(PAXLST, NOW).file.kind == "paxlst"
    assert read_pasted(PFIF, NOW).file.kind == "pfif"
    assert read_pasted(manifest(), NOW).file.kind == "sheet"
    with pytest.raises(Refused):
        read_pasted("  \n", NOW)


def test_lists_of_others(shared_data: Path):
    for file in sorted((shared_data / "pfif").glob("*.xml")):
        assert read_people(file.read_bytes(), file.name, NOW).file.lines
    file = shared_data / "persons" / "febrl_dataset1.csv"
    read = read_people(file.read_bytes(), file.name, NOW)
    assert len(read.file.lines) >= 990
    assert sum("birth_date" in line.fields for line in read.file.lines) > 800
    assert read.columns is not None
    assert {"family_name", "given_names", "birth_date"} <= set(read.columns.roles)
