"""The card that brings in lists: a file, a paste, what it would change, undo, again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from kcr2desk.core.repatriation.people import ManifestLine
from kcr2desk.desk.repatriation import import_work
from kcr2desk.desk.repatriation.import_card import ImportCard
from tests.desk.hand_over_room import HallRoom, open_hall, words
from tests.desk.lists import manifest, pasted_list

PFIF = """<?xml version="1.0"?>
<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4"><pfif:person>
<pfif:person_record_id>example.org/1</pfif:person_record_id>
<pfif:source_date>2026-11-29T10:00:00Z</pfif:source_date>
<pfif:full_name>Noor Haddad</pfif:full_name></pfif:person></pfif:pfif>"""


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[HallRoom]:
    with open_hall(tmp_path, qapp) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "pax HV9001.csv"
    made.write_text(manifest(), encoding="utf-8")
    return made


def lines(room: HallRoom) -> list[ManifestLine]:
    found = room.cache.all("manifestline", stream=room.stream)
    return [line for line in found if isinstance(line, ManifestLine)]


def test_a_file_is_shown_brought_in_undone_and_brought_in_again(room: HallRoom, file: Path):
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    said = words(card)
    assert "The file states 10, the list has 7." in said
    assert card.looked is not None
    assert card.looked.seen.arrival == room.arrival
    assert card.model.told(0) == "There is neither a name nor a document number in this row."
    done: list[str] = []
    card.done.connect(done.append)
    room.press(card, "Ctrl+Return")
    assert done == [room.arrival]
    assert len(lines(room)) == 7
    assert {line.arrival for line in lines(room)} == {room.arrival}
    assert card.told.text().startswith("Brought in")
    assert not card.take_action.isEnabled()
    assert len(room.cache.all("personlink", stream=room.stream)) == 1  # Karim Haddad, twice
    room.press(card, "Ctrl+Z")
    assert lines(room) == []
    room.press(card, "Ctrl+Return")
    assert len(lines(room)) == 7


def test_a_newer_edition_and_who_is_gone(room: HallRoom, file: Path):
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    room.press(card, "Ctrl+Return")
    file.write_text(manifest(edition=2), encoding="utf-8")
    card.read_files([file])
    room.settle()
    assert card.looked is not None
    seen = card.looked.seen
    assert [seen.count(s) for s in ("new", "changed", "same")] == [1, 2, 4]
    assert [line.full_name for line in seen.gone] == ["Lotte Peeters"]
    room.press(card, "Alt+G")
    assert [line.full_name for line in lines(room) if line.settled == "cancelled"] == [
        "Lotte Peeters"
    ]
    room.press(card, "Ctrl+Return")
    assert len(lines(room)) == 8


def test_pasted_out_of_a_mail(room: HallRoom):
    card = room.show(ImportCard(room.hall))
    assert "paste a table" in words(card)
    QGuiApplication.clipboard().setText(pasted_list())
    room.press(card, "Ctrl+V")
    assert card.looked is not None
    assert len(card.looked.seen.lines) == 4
    room.press(card, "Ctrl+Return")
    assert len(lines(room)) == 4
    QGuiApplication.clipboard().clear()
    room.press(card, "Ctrl+V")
    assert "no table" in words(card.told) or card.told.isVisible()


def test_dates_that_nobody_can_read_are_asked_first(room: HallRoom, tmp_path: Path):
    file = tmp_path / "lijst.csv"
    file.write_text(manifest(unclear=True), encoding="utf-8")
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    assert not card.take_action.isEnabled()
    assert card.take_action.text() == "First say how dates are written"
    card.order.chosen.emit("dmy")
    room.settle()
    assert card.take_action.isEnabled()
    room.press(card, "Ctrl+Return")
    assert {line.birth_date for line in lines(room)} == {"1963-06-05"}


def test_columns_are_corrected_and_remembered(room: HallRoom, tmp_path: Path):
    file = tmp_path / "lijst.csv"
    file.write_text("Naam;Kamer\nJansen, P.;12\nKok, B.;13\n", encoding="utf-8")
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    room.press(card, "Alt+C")
    assert card.grid.isVisible()
    card.grid.choices[1].changed.emit(frozenset({"seat"}))
    room.settle()
    room.press(card, "Ctrl+Return")
    assert {line.seat for line in lines(room)} == {"12", "13"}
    file.write_text("Naam;Kamer\nBakker, P.;14\n", encoding="utf-8")
    again = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    assert again.looked is not None
    assert again.looked.seen.lines[0].fields["seat"] == "14"


def test_a_pfif_file_belongs_to_no_arrival_and_has_no_columns(room: HallRoom, tmp_path: Path):
    file = tmp_path / "finder.xml"
    file.write_text(PFIF, encoding="utf-8")
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    assert card.kind.value() == "pfif"
    assert not card.arrival.isVisible()
    assert not card.columns_action.isVisible()
    room.press(card, "Ctrl+Return")
    assert [(line.key, line.arrival) for line in lines(room)] == [("example.org/1", "")]


def test_another_list_and_no_arrival(room: HallRoom, file: Path):
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    card.kind.chosen.emit("applied")
    room.settle()
    assert card.looked is not None
    assert (card.looked.seen.list_name, card.looked.seen.arrival) == ("applied", "")
    card.kind.chosen.emit("manifest")
    room.settle()
    assert card.looked.seen.arrival == room.arrival
    card.arrival.changed.emit(frozenset({"-"}))
    room.settle()
    assert card.looked.seen.arrival == ""


def test_a_broken_file_gets_a_sentence(room: HallRoom, tmp_path: Path):
    file = tmp_path / "lijst.xlsx"
    file.write_bytes(b"PK\x03\x04 no workbook")
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    assert card.told.isVisible()
    assert card.looked is None
    assert not card.take_action.isEnabled()
    card.read_files([tmp_path / "gone.csv"])
    room.settle()
    assert card.told.isVisible()


def test_dropped_files_come_one_after_another(room: HallRoom, file: Path, tmp_path: Path):
    other = tmp_path / "finder.xml"
    other.write_text(PFIF, encoding="utf-8")
    card = room.show(ImportCard(room.hall, arrival=room.arrival))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (file, other)])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    card.dropEvent(event)
    room.settle()
    assert "1 more to come" in card.subtitle.text()
    room.press(card, "Ctrl+Return")
    assert card.kind.value() == "pfif"
    room.press(card, "Ctrl+Return")
    assert len(lines(room)) == 8


def test_a_long_list_is_stopped_and_finished_later(
    room: HallRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(import_work, "TOGETHER", 1)
    rows = [f"Bos{n}, Jan;1980-01-{n % 28 + 1:02};AB{n:07}" for n in range(1700)]
    file = tmp_path / "aanmeldingen.csv"
    file.write_text("\n".join(["Naam;Geboren;Paspoort", *rows]), encoding="utf-8")
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    card.saver.progressed.connect(lambda _done, _whole: card.saver.stop())
    room.press(card, "Ctrl+Return")
    assert 0 < len(lines(room)) < 1700
    card.saver.progressed.disconnect()
    room.press(card, "Ctrl+Return")
    assert len(lines(room)) == 1700
    assert not card.take_action.isEnabled()


def test_a_list_that_is_stopped_before_its_first_part_says_so(room: HallRoom, file: Path):
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    card.take()
    card.saver.stop()
    room.settle()
    assert not card.saver.busy
    assert card.told.text().startswith("Stopped.")
    assert lines(room) == []
    room.press(card, "Ctrl+Return")
    assert len(lines(room)) == 7


def test_a_list_that_cannot_be_saved_whole_says_why_and_goes_on_later(
    room: HallRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(import_work, "TOGETHER", 1)
    rows = [f"Bos{n}, Jan;1980-01-{n % 28 + 1:02};AB{n:07}" for n in range(1700)]
    file = tmp_path / "aanmeldingen.csv"
    file.write_text("\n".join(["Naam;Geboren;Paspoort", *rows]), encoding="utf-8")
    card = room.show(ImportCard(room.hall, arrival=room.arrival, files=(file,)))
    save, calls = room.cache.save_parts, [0]

    def once(*given: Any) -> Any:
        calls[0] += 1
        if calls[0] > 1:
            raise OSError(28, "No space left on device")
        return save(*given)

    monkeypatch.setattr(room.cache, "save_parts", once)
    room.press(card, "Ctrl+Return")
    assert not card.saver.busy
    assert "bring it in again for the rest" in card.told.text()
    assert 0 < len(lines(room)) < 1700
    monkeypatch.setattr(room.cache, "save_parts", save)
    room.press(card, "Ctrl+Return")
    assert len(lines(room)) == 1700
