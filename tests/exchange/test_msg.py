"""Outlook messages, written by the little writer beside this file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.exchange.mail import MailReport, read_mail
from kcr2desk.exchange.problems import Problem, sentence
from tests.exchange.outlook_file import compound_file, message

SUBJECT, SENT, BODY, HTML, RICH = 0x0037, 0x0039, 0x1000, 0x1013, 0x1009
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
MESSAGE_ID, REFERENCES, IN_REPLY_TO, HEADERS = 0x1035, 0x1039, 0x1042, 0x007D
FILE_NAME, SHORT_NAME, FILE, MEDIA_TYPE, METHOD = 0x3707, 0x3704, 0x3701, 0x370E, 0x3705
CODE_PAGE = 0x3FDE

AT = datetime(2026, 7, 1, 12, 5, tzinfo=UTC)
PLAIN: dict[int, Any] = {
    SUBJECT: "RE: Natuurbrand Hoog Buurlo",
    SENT: AT,
    BODY: "Twee pelotons nodig.\r\nGroet, Jan",
    SENDER_NAME: "Jan Jansen",
    SENDER_ADDRESS: "/O=VNOG/OU=EXCHANGE/CN=JANSEN",
    SENDER_SMTP: "jan@vnog.nl",
    MESSAGE_ID: "<b@vnog.nl>",
    IN_REPLY_TO: "<a@kcr2.nl>",
    REFERENCES: "<root@kcr2.nl> <a@kcr2.nl>",
}


def read(values: dict[int, Any], *attachments: dict[int, Any]) -> MailReport:
    report = read_mail(compound_file(message(values, attachments)), "bericht.msg")
    assert isinstance(report, MailReport), report
    return report


def test_a_message_becomes_a_report() -> None:
    report = read(PLAIN, {FILE_NAME: "kaart.pdf", FILE: b"%PDF", MEDIA_TYPE: "application/pdf"})
    assert report.title == "Natuurbrand Hoog Buurlo"
    assert report.text == "Twee pelotons nodig.\nGroet, Jan"
    assert report.informant == "Jan Jansen <jan@vnog.nl>"
    assert report.sent_at == AT
    assert report.external_id == "b@vnog.nl"
    assert report.in_reply_to == "a@kcr2.nl"
    assert report.root_id == "root@kcr2.nl"
    assert report.reply
    (file,) = report.attachments
    assert (file.name, file.media_type, file.data) == ("kaart.pdf", "application/pdf", b"%PDF")


def test_headers_of_the_line_fill_in_what_outlook_left_out() -> None:
    headers = (
        "From: Piet <piet@vrk.nl>\r\nMessage-ID: <x@vrk.nl>\r\n"
        "Date: Wed, 1 Jul 2026 14:05:00 +0200\r\nReferences: <root@vrk.nl>\r\n"
    )
    report = read({SUBJECT: "Storing", BODY: "x", HEADERS: headers})
    assert (report.informant, report.sent_at) == ("Piet <piet@vrk.nl>", AT)
    assert (report.external_id, report.root_id) == ("x@vrk.nl", "root@vrk.nl")


def test_an_exchange_path_is_nobodys_address() -> None:
    values = {**PLAIN, SENDER_SMTP: ""}
    assert read(values).informant == "Jan Jansen"


def test_a_page_is_read_in_its_code_page() -> None:
    page = "<p>Café in brand</p>".encode("cp1252")
    assert read({SUBJECT: "x", HTML: page, CODE_PAGE: 1252}).text == "Café in brand"


def test_half_an_emoji_does_not_cost_the_message() -> None:
    assert read({**PLAIN, BODY: "rook \ud83d en vuur"}).text == "rook \ufffd en vuur"


def test_large_files_and_many_are_kept() -> None:
    files = [{FILE_NAME: "zelfde.bin", FILE: bytes([at]) * 10_000} for at in range(20)]
    report = read(PLAIN, *files)
    assert [file.data[:1] for file in report.attachments] == [bytes([at]) for at in range(20)]
    assert report.attachments[1].name == "zelfde (2).bin"


def test_a_message_within_is_kept_as_eml() -> None:
    inner = message(
        {**PLAIN, SUBJECT: "Eerder bericht"}, [{FILE_NAME: "a.txt", FILE: b"a"}], header=24
    )
    report = read(PLAIN, {SHORT_NAME: "Eerder", METHOD: 5, FILE: inner})
    (file,) = report.attachments
    assert (file.name, file.media_type) == ("Eerder.eml", "message/rfc822")
    again = read_mail(file.data, "Eerder.eml")
    assert isinstance(again, MailReport)
    assert (again.title, again.text, again.sent_at) == ("Eerder bericht", report.text, AT)
    assert again.informant == "Jan Jansen <jan@vnog.nl>"
    assert [each.name for each in again.attachments] == ["a.txt"]


def test_what_cannot_be_taken_over_is_named() -> None:
    report = read({SUBJECT: "x", RICH: b"\x10\0\0\0LZFu"}, {FILE_NAME: "link.docx", METHOD: 2})
    assert [remark.code for remark in report.remarks] == ["mail-rich-text", "attachment-unreadable"]
    assert "link.docx" in sentence(report.remarks[1], "nl")


@pytest.mark.parametrize("keep", [8, 100, 512, 700, 2000])
def test_a_broken_file_is_a_problem_in_words(keep: int) -> None:
    problem = read_mail(compound_file(message(PLAIN))[:keep], "kapot.msg")
    assert isinstance(problem, Problem)
    assert problem.code == "outlook-damaged"
    assert sentence(problem, "nl").startswith("kapot.msg: het Outlook-bericht is beschadigd")


def test_another_compound_file_is_no_message() -> None:
    problem = read_mail(compound_file({"WordDocument": b"x" * 5000}), "brief.doc")
    assert isinstance(problem, Problem)
    assert "another Office file" in sentence(problem)


def test_streams_that_share_their_sectors_do_not_multiply() -> None:
    data = compound_file(message(PLAIN, [{FILE_NAME: "a", FILE: b"x" * 8000}]))
    at = data.index("__substg1.0_37010102".encode("utf-16-le"))
    swollen = data[: at + 120] + (10**6).to_bytes(8, "little") + data[at + 128 :]
    problem = read_mail(swollen, "groot.msg")
    assert isinstance(problem, Problem)
    assert problem.code == "outlook-damaged"


_WHOLE = compound_file(message(PLAIN, [{FILE_NAME: "a.bin", FILE: b"x" * 5000}]))


@given(st.lists(st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)), max_size=40))
def test_damage_is_read_around_or_reported_never_raised(damage: list[tuple[int, int]]) -> None:
    data = bytearray(_WHOLE)
    for at, value in damage:
        data[at] = value
    result = read_mail(bytes(data), "kapot.msg")
    assert isinstance(result, MailReport | Problem)
