"""Lists of people on their way out: a reason first, only what the receiver may have, noted."""

from __future__ import annotations

import io
import logging
import re
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QFileDialog

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import milliseconds as millis
from kcr2desk.desk.parts.paper import Column, Listing, Paper, Sheet, paragraph
from kcr2desk.desk.repatriation.export_card import FORMATS, Chosen, ExportCard
from kcr2desk.desk.repatriation.export_rows import domain_of, people_sheet
from kcr2desk.exchange.pfif import read_pfif
from tests.desk.hand_over_room import HallRoom, open_hall

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SECRET = "Zonnebloemsteeg"


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[HallRoom]:
    with open_hall(tmp_path / "desk", qapp) as made:
        yield made


def card_of(room: HallRoom, *persons: str) -> ExportCard:
    room.settle()
    card = room.show(ExportCard(room.hall, persons))
    card.focus_first()
    return card


def choose(card: ExportCard, receiver: str) -> None:
    card.receiver.set_choice(receiver)
    card.receiver.chosen.emit(receiver)


def written(room: HallRoom, card: ExportCard, chosen: Chosen) -> str:
    """All that stands on the list."""
    sheet = people_sheet(room.book, card.listed(chosen))
    return f"{sheet.body} {sheet.listing}"


def test_nothing_leaves_without_a_reason(
    room: HallRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lijst.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    anna = room.person(city="Leiden", street=f"{SECRET} 1", note="GEHEIM")
    card = card_of(room)
    room.press(card, "m")
    card.format.set_value("xlsx")
    room.press(card, "Ctrl+Return")
    assert card.told.text() == "Say why: the auditor reads it."
    assert not file.exists()
    for letter in "inzet":
        room.press(card, letter)
    room.press(card, "Ctrl+Return")
    rows = list(
        load_workbook(io.BytesIO(file.read_bytes())).worksheets[0].iter_rows(values_only=True)
    )
    assert f"{SECRET} 1" in rows[-1]
    assert "GEHEIM" not in str(rows)
    (seen,) = room.viewings()
    assert (seen.what, seen.reason) == ("export", "inzet")
    assert seen.detail == "xlsx 1 municipality municipality"
    assert seen.persons == {anna}


def test_each_receiver_gets_its_own_fields(room: HallRoom) -> None:
    anna = room.person(
        city="Leiden", street=f"{SECRET} 1", bsn="111222333", phone="+31612345678",
        document_number="SPECI2014", may_inform="yes",
    )  # fmt: skip
    room.add("personneed", "", about=anna, need="wounded", note="BEEN", medical_note="BREUK")
    card = card_of(room, anna)
    has = {
        "municipality": {SECRET, "111222333", "+31612345678"},
        "embassy": {"SPECI2014", "+31612345678"},
        "hospital": {"BEEN"},
        "sis": set(),
    }
    for receiver, wanted in has.items():
        choose(card, receiver)
        chosen = card.chosen()
        assert chosen is not None
        text = written(room, card, chosen)
        for value in (SECRET, "111222333", "+31612345678", "SPECI2014", "BEEN", "BREUK"):
            assert (value in text) is (value in wanted), (receiver, value)


def test_a_list_of_the_wounded_is_for_the_hospital_only(room: HallRoom) -> None:
    room.add("personneed", "", about=room.person(), need="wounded")
    card = card_of(room)
    room.press(card, "n")
    choose(card, "municipality")
    assert card.chosen() is None
    assert "may not know who has this need" in card.gives.text()
    assert not card.save_action.isEnabled()
    choose(card, "hospital")
    assert card.chosen() is not None


def test_who_does_not_want_it_told_is_left_out_and_counted(room: HallRoom) -> None:
    yes, no = room.person(may_inform="yes"), room.person(may_inform="no", spoken_name="Geheim")
    card = card_of(room, yes, no)
    choose(card, "sis")
    chosen = card.chosen()
    assert chosen is not None
    assert ([p.id for p in chosen.told], [p.id for p in chosen.left]) == ([yes], [no])
    assert "1 left out" in card.gives.text()
    assert "Geheim" not in written(room, card, chosen)


def test_lists_by_receiver_and_station(room: HallRoom) -> None:
    leiden, host = room.person(city="Leiden"), room.person()
    room.add("passage", "", about=leiden, station="care", passed_at=room.clock.now())
    card = card_of(room)
    room.press(card, "r")
    assert set(card.lists()) == {"municipality/GM0546", "municipality/GM0772"}
    assert card.receiver.choice() == "municipality"
    room.press(card, "s")
    assert {code: [p.id for p in who] for code, who in card.lists().items()} == {"care": [leiden]}
    assert host not in str(card.lists())


def test_pfif_goes_out_with_the_end_of_the_term_and_comes_in_again(
    room: HallRoom, tmp_path: Path
) -> None:
    opened = room.clock.now() - timedelta(days=1)
    changes = [Change("operation", room.operation, How.EDIT, {"opened_at": [None, millis(opened)]})]
    room.cache.save(room.stream, changes)
    anna = room.person(
        family_name="Bruijn", prefix="de", given_names="Willeke", birth_date="1965-03-10",
        may_inform="yes", city="Leiden", street=f"{SECRET} 1", bsn="111222333",
    )  # fmt: skip
    card = card_of(room, anna)
    choose(card, "sis")
    card.reason.setText("verwanten")
    card.format.set_value("xml")
    card.save_file(tmp_path / "lijst.xml")
    room.settle()
    data = (tmp_path / "lijst.xml").read_bytes()
    (line,) = read_pfif(data, "lijst.xml", room.clock.now()).lines
    assert line.fields["family_name"].endswith("Bruijn")
    assert (line.fields["birth_date"], line.fields["city"]) == ("1965-03-10", "Leiden")
    assert SECRET.encode() not in data
    assert b"111222333" not in data
    assert b"<pfif:expiry_date>2026-12-29" in data
    assert domain_of(room.me.hub_url).encode() in data
    assert domain_of("https://10.0.0.7:8443") == "kcr2"


def test_every_page_says_the_operation_and_its_term(room: HallRoom) -> None:
    for _ in range(70):
        room.person(city="Leiden", street=f"{SECRET} 1", phone="+31612345678")
    card = card_of(room)
    chosen = card.chosen()
    assert chosen is not None
    assert len(chosen.told) == 70
    paper = Paper(people_sheet(room.book, card.listed(chosen)))
    assert paper.pages > 1
    assert "Libanon 2026" in paper.sheet.made
    assert "30" in paper.sheet.made
    assert len(card.preview.views()) <= 3


def test_nothing_of_a_person_is_left_in_logs_or_temporary_files(
    room: HallRoom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    temporary, out = tmp_path / "temporary", tmp_path / "out"
    temporary.mkdir()
    out.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    anna = room.person(city="Leiden", street=f"{SECRET} 1")
    with caplog.at_level(logging.DEBUG):
        card = card_of(room, anna)
        choose(card, "municipality")
        card.reason.setText("inzet")
        for ending in FORMATS:
            card.format.set_value(ending)
            card.save_file(out / f"lijst.{ending}")
            room.settle()
        card.save_file(out / "not there" / "lijst.xlsx")
        room.settle()
    assert "Choose another place" in card.told.text()
    assert sorted(each.name for each in out.iterdir()) == ["lijst.pdf", "lijst.xlsx", "lijst.xml"]
    assert list(temporary.iterdir()) == []
    assert SECRET not in caplog.text
    assert not [
        f
        for f in (tmp_path / "desk").rglob("*")
        if f.is_file() and SECRET.encode() in f.read_bytes()
    ]
    assert SECRET not in card.file_name()
    assert [v.what for v in room.viewings()] == ["export"] * 3
    assert SECRET not in str(room.viewings())
    assert SECRET not in str(room.settings.kept)


def test_a_long_list_has_every_row_once_and_keeps_nobody_waiting(
    room: HallRoom, tmp_path: Path
) -> None:
    rows = [[f"P-2026-11-{n:04d}-1", "Willeke de Bruijn " * (1 + n % 4)] for n in range(700)]
    listing = Listing([Column("Nummer", 50), Column("Naam", 50)], rows)
    sheet = Sheet("Personen", "nu", "tot 30 dec", paragraph("Voor Leiden"), listing=listing)
    shares: list[float] = []
    paper = Paper(sheet, shares.append)
    assert len(paper.parts) > 3
    assert shares == sorted(shares)
    assert len(re.findall(rb"/Type\s*/Page\b", paper.pdf())) == paper.pages
    found = [page_of(paper, n) for n in range(paper.pages)]
    numbers = [re.findall(r"P-2026-11-(\d{4})-1", text) for text in found]
    assert [n for each in numbers for n in each] == [f"{n:04d}" for n in range(700)]
    assert all("Nummer" in text for text in found)
    assert ["Voor Leiden" in text for text in found] == [n == 0 for n in range(paper.pages)]
    assert all(len(each) > 10 for each in numbers[:-1])  # pages are full


def page_of(paper: Paper, page: int) -> str:
    """The words on a page."""
    leaf, found = paper.leaves[page], []
    block = leaf.part.begin()
    while block.isValid():
        box = leaf.part.documentLayout().blockBoundingRect(block)
        in_head = leaf.head is not None and leaf.head[0] <= box.top() < leaf.head[1]
        if block.text().strip() and (in_head or leaf.top <= box.top() < leaf.bottom):
            assert in_head or box.bottom() <= leaf.bottom  # no row is broken over two pages
            found.append(block.text())
        block = block.next()
    return " ".join(found)


def test_a_list_is_made_while_the_card_is_closed_and_noted_all_the_same(
    room: HallRoom, tmp_path: Path
) -> None:
    anna = room.person(city="Leiden")
    card = card_of(room, anna)
    choose(card, "municipality")
    card.reason.setText("inzet")
    file = tmp_path / "lijst.pdf"
    card.save_file(file)
    card.save_file(tmp_path / "again.pdf")
    assert "then the next" in card.told.text()
    room.drop(card)
    room.settle()
    assert file.read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "again.pdf").exists()
    (seen,) = room.viewings()
    assert (seen.what, seen.reason, seen.persons) == ("export", "inzet", frozenset({anna}))
