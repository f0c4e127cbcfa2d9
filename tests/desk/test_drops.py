"""Files dropped on the panel, and mail that is pasted: in, each by itself, or said why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kcr2desk.desk.reports.drop_reading import (
    Brought,
    bring_in,
    is_report,
    limits,
    without_repeats,
)
from kcr2desk.desk.reports.drops import FileDrop
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.errors import DiskFull
from tests.desk.form_room import CONTROL, Room, drop_on, settle, with_theme
from tests.exchange.cap_samples import cap
from tests.scenes import NOW
from tests.scenes.form_cache import FormCache

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MAIL = b"""From: Jan Jansen <jansen@vnog.example>
To: lcc@kcr2.example
Subject: Aanvraag waterwagens
Date: Tue, 14 Jul 2026 13:40:00 +0200
Message-ID: <aanvraag-1@vnog.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=grens

--grens
Content-Type: text/plain; charset=utf-8

Graag drie waterwagens.
--grens
Content-Type: application/pdf
Content-Disposition: attachment; filename=kaart.pdf
Content-Transfer-Encoding: base64

JVBERi0=
--grens--
"""
REPLY = MAIL.replace(b"<aanvraag-1@", b"<antwoord-1@").replace(
    b"MIME-Version", b"In-Reply-To: <aanvraag-1@vnog.example>\nMIME-Version"
)


class Place:
    """A panel that takes files."""

    def __init__(self) -> None:
        self.cache = FormCache()
        self.work = StoreWork("test")
        self.widget = QWidget()
        self.widget.resize(800, 500)
        self.drop = FileDrop(self.widget, cast(Any, self.cache), self.work, lambda: NOW)
        column = QVBoxLayout(self.widget)
        self.line = QLineEdit()
        column.addWidget(self.line)
        column.addWidget(self.drop.strip)
        column.addStretch(1)
        self.taken: list[str] = []
        self.problems: list[str] = []
        self.new: list[tuple[str, list[str]]] = []
        self.shown: list[str] = []
        self.drop.taken.connect(self.taken.extend)
        self.drop.problems.connect(self.problems.extend)
        self.drop.newWanted.connect(lambda text, paths: self.new.append((text, paths)))
        self.drop.showWanted.connect(self.shown.append)
        self.widget.show()
        self.widget.activateWindow()
        QTest.qWaitForWindowActive(self.widget, 1000)
        self.widget.setFocus()

    def drop_files(self, *paths: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        drop_on(self.widget, mime)
        self.settle()

    def settle(self) -> None:
        settle(self.work)

    def reports(self) -> list[dict[str, Any]]:
        return [v for v in self.cache.records.values() if v["type"] == "report"]


@pytest.fixture
def place(qapp: QApplication) -> Iterator[Place]:
    with_theme(qapp)
    made = Place()
    yield made
    made.settle()
    made.work.close()
    made.widget.close()
    made.widget.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def put(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


def test_a_mail_becomes_a_report_with_its_attachments(place: Place, write) -> None:
    place.drop_files(write("aanvraag.eml", MAIL))
    (report,) = place.reports()
    assert report["title"] == "Aanvraag waterwagens"
    assert "jansen@vnog.example" in str(report["informant"])
    attachments = [v for v in place.cache.records.values() if v["type"] == "attachment"]
    assert {a["name"] for a in attachments} == {"aanvraag.eml", "kaart.pdf"}
    assert {a["digest"] for a in attachments} == set(place.cache.blobs)
    assert len(place.taken) == 1
    assert place.problems == []
    place.drop.strip.message.buttons()[0].click()
    assert place.shown == place.taken


def test_a_reply_joins_the_thread_of_its_mail(place: Place, write) -> None:
    place.drop_files(write("antwoord.eml", REPLY), write("aanvraag.eml", MAIL))
    first, second = place.reports()
    assert first["thread"] == second["thread"]


def test_the_same_alert_twice_is_one_report_and_says_so(place: Place, write) -> None:
    alert = write("knmi.cap", cap().encode())
    place.drop_files(alert)
    place.drop_files(alert, write("nog-eens.xml", cap().encode()))
    assert len(place.reports()) == 1
    assert len(place.taken) == 1
    assert "2" in place.drop.strip.message.text()
    place.drop.strip.message.buttons()[0].click()
    assert place.shown == place.taken


def test_a_broken_file_gets_a_sentence_and_the_others_go_on(place: Place, write) -> None:
    broken = cap().encode()[:-40]
    place.drop_files(
        write("kapot.cap", broken), write("goed.cap", cap().encode()), write("leeg.eml", b"")
    )
    assert len(place.reports()) == 1
    assert len(place.problems) == 2
    assert place.problems[0].startswith("kapot.cap, ")
    assert any(c.isdigit() for c in place.problems[0])  # the line
    assert place.problems[1].startswith("leeg.eml")
    shown = [line.text() for line in place.drop.strip.lines if not line.isHidden()]
    assert shown == place.problems


def test_what_is_no_more_on_the_disk_gets_a_sentence(place: Place, write, tmp_path: Path) -> None:
    gone = write("weg.eml", MAIL)
    gone.unlink()
    place.drop_files(gone, tmp_path)
    assert [p.split(":")[0] for p in place.problems] == ["weg.eml", tmp_path.name]


def test_an_exercise_stands_apart(place: Place, write) -> None:
    place.drop_files(write("oefening.cap", cap(status="Exercise").encode()))
    (report,) = place.reports()
    assert report["stream"] == "test"
    assert report["reality"] == "exercise"


def test_a_file_of_many_alerts_is_put_in_the_store_once(place: Place, write) -> None:
    put: list[bytes] = []
    keep = place.cache.put_file
    place.cache.put_file = lambda stream, data: (put.append(data), keep(stream, data))[1]  # type: ignore[method-assign]
    many = "".join(cap(identifier=f"a{n}").split("?>")[-1] for n in range(5))
    place.drop_files(write("bundel.xml", f"<alerts>{many}</alerts>".encode()))
    assert len(place.reports()) == 5
    assert len(put) == 1


def test_one_that_cannot_be_saved_does_not_stop_the_others(place: Place, write) -> None:
    place.cache.fail = DiskFull("full")
    place.drop_files(write("a.eml", MAIL), write("b.cap", cap().encode()))
    assert len(place.reports()) == 1
    assert len(place.problems) == 1
    assert place.problems[0].startswith("a.eml")


def test_other_files_are_asked_where_they_belong(place: Place, write) -> None:
    photo, table = write("kamp.jpg", b"jpeg"), write("tabel.pdf", b"pdf")
    place.drop.set_selected("report-7", "M-2026-07-0142-3")
    place.drop_files(photo, table, write("b.cap", cap().encode()))
    assert len(place.reports()) == 1
    assert place.cache.files == []  # nothing happens before the answer
    question = place.drop.strip.question
    assert "M-2026-07-0142-3" in question.text()
    question.buttons()[0].click()
    place.settle()
    assert [f[:2] for f in place.cache.files] == [
        ("report-7", "kamp.jpg"), ("report-7", "tabel.pdf"),
    ]  # fmt: skip
    assert question.isHidden()


def test_without_a_selected_report_they_can_start_a_new_one(place: Place, write) -> None:
    photo = write("kamp.jpg", b"jpeg")
    place.drop_files(photo)
    (new,) = place.drop.strip.question.buttons()
    new.click()
    assert place.new == [("", [str(photo)])]


def test_a_mail_is_pasted_on_the_panel(place: Place) -> None:
    QGuiApplication.clipboard().setText(MAIL.decode())
    QTest.keyClick(place.widget, Qt.Key.Key_V, CONTROL)
    place.settle()
    (report,) = place.reports()
    assert report["title"] == "Aanvraag waterwagens"


def test_other_text_is_asked_about_and_an_empty_clipboard_said(place: Place) -> None:
    QGuiApplication.clipboard().setText("Jansen belt terug")
    place.drop.paste()
    place.settle()
    assert place.reports() == []
    place.drop.strip.message.buttons()[0].click()
    assert place.new == [("Jansen belt terug", [])]
    QGuiApplication.clipboard().clear()
    place.drop.paste()
    assert place.drop.strip.message.isVisible()


def test_paste_in_a_field_is_for_the_field(place: Place) -> None:
    QGuiApplication.clipboard().setText("rook")
    place.line.setFocus()
    QTest.keyClick(place.line, Qt.Key.Key_V, CONTROL)
    place.settle()
    assert place.line.text() == "rook"
    assert not place.drop.strip.isVisible()


def test_a_mail_pasted_into_the_note_is_offered_as_one(qapp: QApplication) -> None:
    with_theme(qapp)
    room = Room()
    try:
        QGuiApplication.clipboard().setText(MAIL.decode())
        room.form.ui.text.paste()
        room.settle()
        assert room.saved == []
        assert "Aanvraag waterwagens" in room.form.ui.message.text()
        room.form.ui.message.buttons()[0].click()
        room.settle()
        (report,) = room.saved
        assert room.cache.records[report]["channel"] == "mail"
        assert room.value("text") == ""
        assert room.cache.kept == {}
    finally:
        room.leave()


# --- reading, without a screen -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "report"),
    [
        ("a.EML", b"x", True),
        ("a.msg", b"x", True),
        ("a.atom", b"x", True),
        ("a.pdf", b"%PDF", False),
        ("a.jpg", b"<?xml", False),
        ("zonder", b"<?xml version='1.0'?>", True),
        ("zonder", b"\xef\xbb\xbfReceived: by x", True),
        ("a.txt", b"Subject: hallo", True),
        ("a.txt", b"zomaar tekst", False),
    ],
)
def test_what_a_file_is(write, name: str, data: bytes, report: bool) -> None:
    assert is_report(write(name, data)) is report


def test_a_file_over_the_limit_is_not_even_read(write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("groot.eml", MAIL)
    monkeypatch.setattr("kcr2desk.desk.reports.drop_reading.LARGEST_MAIL", 10)
    monkeypatch.setattr("kcr2desk.desk.reports.drop_reading.LARGEST_ALERT", 10)
    brought = bring_in(FormCache(), path, now=NOW, language="nl")  # type: ignore[arg-type]
    assert brought.new == ()
    assert brought.problems[0].startswith("groot.eml: ")


def test_limits_are_stated_in_both_languages() -> None:
    assert "100 MB" in limits("nl")
    assert "10 MB" in limits("en")


def test_twice_in_one_drop_is_not_one_that_was_here_already() -> None:
    both = Brought(new=("a",)) + Brought(known=("a", "b"))
    assert without_repeats(both).known == ("b",)
