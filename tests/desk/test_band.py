"""Wristbands and cards: a scanner reads them back, nobody's name is on them unless asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
import zxingcpp
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kcr2desk.desk.parts import paper_out
from kcr2desk.desk.parts.paper_out import Pages, pdf_of
from kcr2desk.desk.repatriation import paper_card
from kcr2desk.desk.repatriation.band_card import BandCard
from kcr2desk.desk.repatriation.band_paint import MM, TagPages
from kcr2desk.desk.repatriation.band_tags import SIZES, Tag, TagSize, size_of, tags_of
from tests.desk.form_room import with_theme
from tests.desk.hand_over_room import HallRoom, open_hall, words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TAGS = tuple(
    Tag(f"P-2026-11-{count:04d}-3", "HV9001", "Ă. van 't Hart") for count in range(140, 152)
)


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[HallRoom]:
    with open_hall(tmp_path / "desk", qapp) as made:
        yield made


def painted(pages: Pages, page: int, dots: float = 203.0) -> QImage:
    """A paper as a printer of so many dots an inch makes it."""
    scale = dots / paper_out.DPI
    image = QImage(
        round(pages.width * scale), round(pages.height * scale), QImage.Format.Format_Grayscale8
    )
    image.fill(255)
    painter = QPainter(image)
    painter.scale(scale, scale)
    pages.paint(painter, page)
    painter.end()
    return image


def read(image: QImage) -> list[str]:
    """What a scanner reads in a picture."""
    high, wide = image.height(), image.width()
    dots = numpy.frombuffer(image.constBits(), dtype=numpy.uint8)
    return [code.text for code in zxingcpp.read_barcodes(dots.reshape(high, -1)[:, :wide].copy())]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.code)
def test_every_code_is_read_back_from_a_cheap_label_printer(
    qapp: QApplication, size: TagSize
) -> None:
    with_theme(qapp)
    pages = TagPages(TAGS, size)
    found = [text for page in range(pages.pages) for text in read(painted(pages, page))]
    assert sorted(set(found)) == [tag.code for tag in TAGS]
    if size.code == "band":
        assert len(found) == 2 * len(TAGS)


def test_a_code_with_a_stain_on_it_is_still_read(qapp: QApplication) -> None:
    with_theme(qapp)
    image = painted(TagPages(TAGS[:1], size_of("card")), 0)
    painter = QPainter(image)
    painter.fillRect(160, 210, 40, 40, 0xFF000000)
    painter.end()
    assert read(image) == [TAGS[0].code]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.code)
def test_a_pdf_has_the_size_of_the_paper_and_all_of_them(qapp: QApplication, size: TagSize) -> None:
    with_theme(qapp)
    pages = TagPages(TAGS, size)
    assert pages.pages == -(-len(TAGS) // size.each)
    data = pdf_of(pages)
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == pages.pages
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    points = [float(side) / 72 * 25.4 for side in box.groups()]
    assert points == pytest.approx(list(size.paper), abs=0.6)
    assert pages.width == pytest.approx(size.paper[0] * MM)


@pytest.mark.parametrize(
    ("number", "said"),
    [("P-2026-11-0142-3", "0142-3"), ("P-2026-11-K7-0001-3", "K7-0001-3"), ("12", "12")],
)
def test_the_large_number_is_what_people_say(number: str, said: str) -> None:
    assert Tag(number).said == said
    assert Tag(number).code == f"KCR2 {number}"


def test_names_are_on_it_only_when_asked_for(room: HallRoom) -> None:
    room.person(spoken_name="Willeke de Bruijn")
    room.settle()
    (tag,) = tags_of(room.book, room.book.persons(), names=False)
    assert (tag.name, tag.arrival) == ("", "HV9001")
    (named,) = tags_of(room.book, room.book.persons(), names=True)
    assert named.name == "Willeke de Bruijn"


def test_a_person_a_family_or_the_whole_arrival(room: HallRoom) -> None:
    head, *_ = room.family({}, {}, {})
    for _ in range(9):
        room.person()
    room.settle()
    card = room.show(BandCard(room.hall, [head]))
    assert len(card.tags()) == 1
    card.whom.setFocus()
    room.press(card, "f")
    assert len(card.tags()) == 3
    room.press(card, "r")
    assert len(card.tags()) == 12
    card.focus_first()
    room.press(card, "a")
    assert card.pages().pages == 2
    assert card.subtitle.text() == "2 papers"


def test_a_pdf_is_written_where_the_officer_says_and_noted(room: HallRoom, tmp_path: Path) -> None:
    head, child = room.family({"spoken_name": "Willeke"}, {})
    room.settle()
    card = room.show(BandCard(room.hall, [head, child]))
    file = tmp_path / "banden.pdf"
    card.save_pdf(file)
    room.settle()
    assert file.read_bytes().startswith(b"%PDF")
    (seen,) = room.viewings()
    assert (seen.what, seen.detail) == ("print", "band 2")
    assert seen.persons == {head, child}
    assert "Willeke" not in card.file_name()
    card.save_pdf(tmp_path / "not there" / "banden.pdf")
    room.settle()
    assert "Choose another place" in card.told.text()
    assert len(room.viewings()) == 1


def test_a_printer_is_chosen_once_for_each_size(
    room: HallRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[str, int]] = []

    def prints(pages: Pages, name: str, _told: object) -> bool:
        printed.append((name, pages.pages))
        return True

    monkeypatch.setattr(paper_out, "printers", lambda: ["Brother QL", "Zebra HC100"])
    monkeypatch.setattr(paper_out, "printer_for", lambda _pages, name: name)
    monkeypatch.setattr(paper_out, "print_on", prints)
    who = room.person()
    room.settle()
    card = room.show(BandCard(room.hall, [who]))
    assert card.printer.choice() == "Brother QL"
    card.printer.set_choice("Zebra HC100")
    card.printer.chosen.emit("Zebra HC100")
    card.focus_first()
    room.press(card, "Ctrl+Return")
    assert printed == [("Zebra HC100", 1)]
    assert room.viewings()[0].what == "print"
    room.press(card, "l")
    assert card.printer.choice() == "Brother QL"
    again = room.show(BandCard(room.hall, [who]))
    assert again.kind.value() == "label"
    again.kind.setFocus()
    room.press(again, "w")
    assert again.printer.choice() == "Zebra HC100"


def test_without_a_printer_there_is_a_pdf_and_a_word_about_it(
    room: HallRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_out, "printers", list)
    card = room.show(BandCard(room.hall, [room.person()]))
    assert not card.print_action.isVisible()
    assert "save as PDF" in words(card)


def test_who_has_no_number_gets_no_band(room: HallRoom) -> None:
    card = room.show(BandCard(room.hall, ["nobody"]))
    card.print_now()
    assert "register them first" in card.told.text()
    assert not room.viewings()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.code)
def test_a_printer_gets_paper_of_the_right_size_and_every_tag(
    qapp: QApplication, size: TagSize, tmp_path: Path
) -> None:
    with_theme(qapp)
    pages, file = TagPages(TAGS, size), tmp_path / "printed.pdf"
    printer = paper_out.printer_for(pages, "")
    printer.setOutputFileName(str(file))
    assert paper_out.print_on(pages, printer)
    data = file.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == pages.pages
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    points = [float(side) / 72 * 25.4 for side in box.groups()]
    assert points == pytest.approx(list(size.paper), abs=0.6)


def test_a_printer_that_takes_nothing_is_told_and_nobody_is_noted(
    room: HallRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_out, "printers", lambda: ["Zebra HC100"])
    monkeypatch.setattr(paper_out, "printer_for", lambda _pages, name: name)
    monkeypatch.setattr(paper_out, "print_on", lambda *_given: False)
    who = room.person()
    room.settle()
    card = room.show(BandCard(room.hall, [who]))
    card.print_now()
    room.settle()
    assert "Zebra HC100 prints nothing" in card.told.text()
    assert not room.viewings()


def test_who_waits_for_many_bands_is_told_how_far_they_are(
    room: HallRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_card, "PATIENCE", 0.0)
    who = [room.person() for _ in range(12)]
    room.settle()
    card = room.show(BandCard(room.hall, who))
    told: list[str] = []
    monkeypatch.setattr(card.told, "tell", lambda text, *_a, **_more: told.append(text))
    card.save_pdf(tmp_path / "banden.pdf")
    assert card.busy
    assert not told  # the screen was not kept
    card.kind.setFocus()
    room.press(card, "l")
    assert card.kind.value() == "label"
    assert told[0] == "Being made: 0 %. You can go on meanwhile."
    assert told[-1] == "Saved as banden.pdf."
    assert len(told) > 5
    assert not card.busy
    assert room.viewings()[0].detail == "band 12"
