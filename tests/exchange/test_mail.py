"""Mail files and pasted mail as reports."""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.exchange.mail import MAX_ATTACHMENTS, MailReport, read_mail, read_pasted
from kcr2desk.exchange.problems import Problem, sentence
from kcr2desk.exchange.readable import decode, html_text, safe_name

AT = datetime(2026, 7, 1, 12, 5, tzinfo=UTC)
HEADERS = (
    "From: Jan Jansen <jan@vnog.nl>\r\n"
    "To: meldkamer@kcr2.nl\r\n"
    "Subject: Natuurbrand\r\n"
    "Date: Wed, 1 Jul 2026 14:05:00 +0200\r\n"
    "Message-ID: <b@vnog.nl>\r\n"
)


def read(data: bytes | str) -> MailReport:
    report = read_mail(data.encode() if isinstance(data, str) else data, "bericht.eml")
    assert isinstance(report, MailReport), report
    return report


def refused(data: bytes, *, max_bytes: int = 10_000_000) -> Problem:
    problem = read_mail(data, "bericht.eml", max_bytes=max_bytes)
    assert isinstance(problem, Problem), problem
    assert sentence(problem, "nl").startswith("bericht.eml: ")
    return problem


def mail(subject: str = "Natuurbrand", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Jan Jansen <jan@vnog.nl>"
    message["Subject"] = subject
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


# --- headers -------------------------------------------------------------------------------------


def test_sender_time_and_text_become_a_report() -> None:
    report = read(f"{HEADERS}\r\nTwee pelotons nodig.\r\nGroet, Jan\r\n")
    assert report == MailReport(
        title="Natuurbrand",
        text="Twee pelotons nodig.\nGroet, Jan",
        informant="Jan Jansen <jan@vnog.nl>",
        sent_at=AT,
        external_id="b@vnog.nl",
        in_reply_to="",
        references=(),
        root_id="b@vnog.nl",
        reply=False,
    )
    assert report.channel == "mail"


@pytest.mark.parametrize(
    ("subject", "title", "reply"),
    [
        ("Brand", "Brand", False),
        ("RE: Brand", "Brand", True),
        ("Re: FW: Antw: Brand", "Brand", True),
        ("Antw: Brand", "Brand", True),
        ("Re[2]: Brand", "Brand", True),
        ("Doorst: Brand", "Brand", False),
        ("FW: RE: Brand", "Brand", False),
        ("Reactie: brand", "Reactie: brand", False),
        ("[EXTERN] Brand", "[EXTERN] Brand", False),
    ],
)
def test_the_title_is_the_subject_without_its_prefixes(
    subject: str, title: str, reply: bool
) -> None:
    report = read(mail(subject).as_bytes())
    assert (report.title, report.reply) == (title, reply)


def test_without_a_subject_the_first_words_are_the_title() -> None:
    message = mail("")
    message.set_content("Brand bij Hoog Buurlo. Veel rook.")
    assert read(message.as_bytes()).title == "Brand bij Hoog Buurlo"


def test_a_reply_knows_its_thread() -> None:
    message = mail("RE: Brand", In_Reply_To="<a@kcr2.nl>", References="<root@kcr2.nl> <a@kcr2.nl>")
    report = read(message.as_bytes())
    assert report.in_reply_to == "a@kcr2.nl"
    assert report.references == ("root@kcr2.nl", "a@kcr2.nl")
    assert (report.root_id, report.reply) == ("root@kcr2.nl", True)


def test_a_reply_without_references_belongs_to_what_it_answers() -> None:
    report = read(mail("Brand", In_Reply_To="Bericht van gisteren <a@kcr2.nl>").as_bytes())
    assert (report.root_id, report.reply) == ("a@kcr2.nl", True)


def test_the_same_mail_without_an_id_gets_the_same_one() -> None:
    first, again = read(mail("Brand").as_bytes()), read(mail("Brand").as_bytes())
    other = read(mail("Storing").as_bytes())
    assert first.external_id == again.external_id != other.external_id
    assert first.external_id.startswith("sha256:")


@pytest.mark.parametrize(
    ("header", "informant"),
    [
        ("From: jan@vnog.nl", "jan@vnog.nl"),
        ('From: "Jansen, Jan" <jan@vnog.nl>', "Jansen, Jan <jan@vnog.nl>"),
        ("From: =?iso-8859-1?Q?Ren=E9_Smit?= <r@vru.nl>", "René Smit <r@vru.nl>"),
        ("From: Jansen, Jan <jan@vnog.nl>", "Jansen, Jan <jan@vnog.nl>"),
        ("From: Meldkamer", "Meldkamer"),
        ("Sender: jan@vnog.nl", "jan@vnog.nl"),
    ],
)
def test_the_informant_is_name_and_address(header: str, informant: str) -> None:
    assert read(f"Subject: x\r\n{header}\r\n\r\nx").informant == informant


@pytest.mark.parametrize("date", ["", "gisteren", "Wed, 99 Jul 2026 14:05:00 +0200"])
def test_an_unreadable_date_is_none(date: str) -> None:
    assert read(f"From: a@b.nl\r\nDate: {date}\r\n\r\nx").sent_at is None


# --- text ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/plain; charset=utf-8", "Café".encode()),
        ("text/plain; charset=iso-8859-1", "Café".encode("latin-1")),
        ("text/plain", "Café".encode()),
        ("text/plain", "Café".encode("cp1252")),
        ("text/plain; charset=us-ascii", "Café".encode()),
        ("text/plain; charset=utf-8", "Café".encode("cp1252")),
        ("text/plain; charset=iso-8859-1", "Café".encode()),
        ("text/plain; charset=geheim", "Café".encode()),
        ("text/plain; charset=unicode_escape", "Café".encode()),
        ("text/html", b"<p>Caf&eacute;</p>"),
        ("text/html", '<meta charset="windows-1252"><p>Café'.encode("cp1252")),
    ],
)
def test_text_in_any_charset_right_wrong_or_missing(content_type: str, body: bytes) -> None:
    headers = f"{HEADERS}Content-Type: {content_type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert read(headers.encode() + body).text == "Café"


def test_of_two_versions_the_plain_one_is_read() -> None:
    message = mail()
    message.set_content("Plat")
    message.add_alternative("<p>Opgemaakt</p>", subtype="html")
    assert read(message.as_bytes()).text == "Plat"


def test_an_empty_plain_version_gives_way_to_the_page() -> None:
    message = mail()
    message.set_content(" \n")
    message.add_alternative("<p>Opgemaakt</p>", subtype="html")
    assert read(message.as_bytes()).text == "Opgemaakt"


def test_several_texts_and_quoted_replies_are_kept() -> None:
    message = mail()
    message.set_content("Boven\n> Op 1 juli schreef Jan:\n> eerder")
    message.make_mixed()
    message.attach(below := EmailMessage())
    below.set_content("Onder")
    assert read(message.as_bytes()).text == ("Boven\n> Op 1 juli schreef Jan:\n> eerder\n\nOnder")


def test_nul_and_control_characters_do_not_get_through() -> None:
    report = read(f"{HEADERS}\r\nrook\0 en\x07 vuur\x1b[31m")
    assert report.text == "rook\ufffd en vuur[31m"


# --- HTML ----------------------------------------------------------------------------------------


def test_a_page_reads_as_its_reader_saw_it() -> None:
    page = """<html><head><title>t</title><style>p {color: red}</style></head><body>
    <p class=MsoNormal>Beste collega's,<o:p></o:p></p><p class=MsoNormal>Er is <b>brand</b> bij
    <a href="https://kaart.nl/1">deze plek</a>.</p><ul><li>een</li><li>twee</li></ul>
    <table><tr><td>TS</td><td>3</td></tr></table><div style="display: none">volgpixel</div>
    <script>alert(1)</script><img src="http://ver.weg/x.png" alt="kaart">
    <blockquote>eerder<blockquote>nog eerder</blockquote></blockquote><pre>a  b
  c</pre></body></html>"""
    assert html_text(page).split("\n") == [
        "Beste collega's,",
        "Er is brand bij deze plek <https://kaart.nl/1>.",
        "",
        "- een",
        "- twee",
        "",
        "TS\t3",
        "",
        "[kaart]",
        "",
        "> eerder",
        ">",
        "> > nog eerder",
        ">",
        "a  b",
        "  c",
    ]


@pytest.mark.parametrize(
    "page",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;woord</p>',
        "<p>woord",
        "<<p>woord</b></i>",
        "<div>" * 1_000 + "woord",
        "<div>" * 5_000 + "woord",
        "\x00<p>woord",
    ],
)
def test_strange_pages_give_their_words_and_nothing_else(page: str) -> None:
    text = html_text(page)
    assert "woord" in text
    assert "root:" not in text


@given(st.text())
def test_any_text_can_be_read_as_a_page(page: str) -> None:
    assert "\0" not in html_text(page)


# --- attachments ---------------------------------------------------------------------------------


def test_attachments_come_along_in_order() -> None:
    message = mail()
    message.set_content("zie bijlagen")
    message.add_attachment(b"%PDF", "application", "pdf", filename="kaart.pdf")
    message.add_attachment(b"%PDF2", "application", "pdf", filename="Kaart.pdf")
    message.add_attachment(b"", "application", "octet-stream", filename="leeg.bin")
    message.add_attachment(b"TNEF", "application", "ms-tnef", filename="winmail.dat")
    message.add_attachment("tekst als bestand", filename="notitie.txt")
    report = read(message.as_bytes())
    assert report.text == "zie bijlagen"
    assert [(file.name, file.data[:5]) for file in report.attachments] == [
        ("kaart.pdf", b"%PDF"),
        ("Kaart (2).pdf", b"%PDF2"),
        ("leeg.bin", b""),
        ("winmail.dat", b"TNEF"),
        ("notitie.txt", b"tekst"),
    ]
    assert report.attachments[0].media_type == "application/pdf"


def test_a_forwarded_message_is_kept_as_a_file() -> None:
    inner = mail("Eerder: bericht/concept")
    inner.set_content("Van gisteren")
    message = mail("FW: Eerder")
    message.set_content("Ter info")
    message.add_attachment(inner)
    report = read(message.as_bytes())
    assert report.text == "Ter info"
    (file,) = report.attachments
    assert (file.name, file.media_type) == ("Eerder_ bericht-concept.eml", "message/rfc822")
    again = read(file.data)
    assert (again.title, again.text) == ("Eerder: bericht/concept", "Van gisteren")


def test_pictures_in_a_page_and_invitations_are_kept() -> None:
    message = mail()
    message.set_content("Plat")
    message.add_alternative('<p>Kijk <img src="cid:1"></p>', subtype="html")
    page = list(message.iter_parts())[1]
    assert isinstance(page, EmailMessage)
    page.add_related(b"PNG", "image", "png", cid="<1>")
    message.add_alternative("BEGIN:VCALENDAR", subtype="calendar")
    report = read(message.as_bytes())
    assert report.text == "Plat"
    assert [file.name for file in report.attachments] == ["bijlage-1.png", "bijlage-2.bin"]


def test_too_many_attachments_are_said_to_be_left_out() -> None:
    part = "--x\r\nContent-Type: a/b; name=f.bin\r\n\r\n1\r\n"
    body = part * (MAX_ATTACHMENTS + 5) + "--x\r\n\r\nWoorden erna.\r\n"
    report = read(f"{HEADERS}Content-Type: multipart/mixed; boundary=x\r\n\r\n{body}--x--")
    assert len(report.attachments) == MAX_ATTACHMENTS
    (remark,) = report.remarks
    assert str(MAX_ATTACHMENTS) in sentence(remark)
    assert report.text == "Woorden erna."


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("kaart.pdf", "kaart.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\jan\\kaart.pdf", "kaart.pdf"),
        ("factuur\u202efdp.exe", "factuurfdp.exe"),
        ("a\x00b\r\n.txt", "a_b.txt"),
        ('wat?<is>"dit"|*.txt', "wat__is__dit___.txt"),
        ("CON.txt", "_CON.txt"),
        ("..", "anders"),
        ("", "anders"),
        ("  .  ", "anders"),
        ("kaart.pdf. . ", "kaart.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("crème brûlée 🔥.pdf", "crème brûlée 🔥.pdf"),
    ],
)
def test_names_of_files_are_safe(name: str, safe: str) -> None:
    assert safe_name(name, "anders") == safe


@given(st.text())
def test_any_name_is_made_safe(name: str) -> None:
    safe = safe_name(name, "anders")
    assert 0 < len(safe) <= 120
    assert not set(safe) & set('/\\:<>"|?*\0\r\n\u202e')
    assert safe_name(safe, "anders") == safe


def test_an_encoded_name_is_decoded_before_it_is_made_safe() -> None:
    head = f"{HEADERS}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
    encoded = base64.b64encode("../René.pdf".encode()).decode()
    for name in ("filename*=utf-8''..%2FRen%C3%A9.pdf", f'filename="=?utf-8?B?{encoded}?="'):
        part = f"Content-Disposition: attachment; {name}\r\n\r\nx\r\n--x--"
        assert read(head + part).attachments[0].name == "René.pdf"


# --- what is no mail -----------------------------------------------------------------------------


def test_empty_large_and_other_files_are_refused_in_words() -> None:
    assert refused(b" \r\n").code == "empty"
    assert refused(b"x" * 101, max_bytes=100).code == "too-large"
    assert refused(b"Beste Jan, zie onder.").code == "not-mail"
    assert refused(bytes(range(256)) * 10).code == "not-mail"


@pytest.mark.parametrize("depth", [100, 3_000])
def test_messages_within_messages_without_end_are_refused(depth: int) -> None:
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n" for at in range(depth)
    )
    assert refused((HEADERS + nested).encode()).code == "mail-too-deep"


@pytest.mark.parametrize("sender", ["(" * 1_000_000, '"' * 40_000, ";a," * 15_000])
def test_a_header_without_end_does_not_take_for_ever(sender: str) -> None:
    before = time.process_time()
    report = read(f"From: {sender}\r\nSubject: Brand\r\n\r\nx")
    assert report.title == "Brand"
    assert time.process_time() - before < 5  # it was a minute: the parser is quadratic


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_headers_with_bare_bytes_are_read_in_the_encoding_that_fits(charset: str) -> None:
    report = read("From: René <r@vru.nl>\r\nSubject: Café in brand\r\n\r\nx".encode(charset))
    assert (report.informant, report.title) == ("René <r@vru.nl>", "Café in brand")


_WHOLE = (
    HEADERS
    + "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
    + "--x\r\nContent-Type: text/html; charset=latin1\r\n\r\n<p>tekst\r\n"
    + "--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: binnen\r\n\r\ntekst\r\n"
    + "--x\r\nContent-Disposition: attachment; filename*=utf-8''a%2F.pdf\r\n\r\nx\r\n--x--\r\n"
).encode()
_SPOILERS = st.sampled_from([b"", b"\0", b"\xff", b"\r\n", b"<", b"(", b'"', b"=?", b";", b":"])


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(_WHOLE)), st.integers(0, 20), _SPOILERS), max_size=6))
def test_a_damaged_mail_is_still_read(damage: list[tuple[int, int, bytes]]) -> None:
    data = _WHOLE
    for at, length, spoiler in damage:
        data = data[:at] + spoiler + data[at + length :]
    result = read_mail(data, "kapot.eml")
    assert isinstance(result, MailReport) or result.code != "unreadable"


@given(st.binary())
def test_garbage_is_refused_or_read_never_raised(data: bytes) -> None:
    assert isinstance(read_mail(data, "rommel"), MailReport | Problem)
    assert isinstance(read_mail(b"Subject: " + data, "rommel"), MailReport | Problem)


@given(st.binary(), st.text())
def test_any_bytes_decode_as_anything(data: bytes, charset: str) -> None:
    assert "\0" not in decode(data, charset)


# --- pasted --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "block",
    [
        "Van: Jan Jansen <jan@vnog.nl>\nVerzonden: woensdag 1 juli 2026 14:05\n"
        "Aan: KCR2 <meldkamer@kcr2.nl>\nCC: a@b.nl;\n   c@d.nl;\nOnderwerp: RE: Natuurbrand\n",
        "From: Jan Jansen <jan@vnog.nl>\nSent: Wednesday, July 1, 2026 2:05 PM\n"
        "To: KCR2\nSubject: RE: Natuurbrand\nImportance: High\n",
        "-----Oorspronkelijk bericht-----\nVan: Jan Jansen [mailto:jan@vnog.nl]\n"
        "Verzonden: woensdag 1 juli 2026 14:05\nAan: KCR2\nOnderwerp: RE: Natuurbrand\n",
        "\n*From:* Jan Jansen <jan@vnog.nl>\n*Sent:* 01 July 2026 14:05\n"
        "*Subject:* RE: Natuurbrand",
        "---------- Forwarded message ---------\nVan: Jan Jansen <jan@vnog.nl>\n"
        "Date: wo 1 jul. 2026 om 14:05\nSubject: RE: Natuurbrand\nTo: <meldkamer@kcr2.nl>\n",
    ],
)
def test_pasted_mail_is_read_by_the_headers_above_it(block: str) -> None:
    report = read_pasted(f"{block}\n\nTwee pelotons nodig.\n\nGroet: Jan")
    assert report is not None
    assert report.title == "Natuurbrand"
    assert report.informant == "Jan Jansen <jan@vnog.nl>"
    assert report.sent_at == AT
    assert report.text == "Twee pelotons nodig.\n\nGroet: Jan"
    assert report.reply
    assert report.root_id == report.external_id


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Brand bij Hoog Buurlo",
        "Van: Jan\n\nzonder meer",
        "Brand\nVan: Jan\nOnderwerp: x",
        "E Exacte locatie: Hoog Buurlo",
    ],
)
def test_other_text_is_no_mail(text: str) -> None:
    assert read_pasted(text) is None


_LINES = ["Van: a@b.nl", "Verzonden: 1-7-2026 14:05", "Onderwerp: x", "Aan: a@b;", "", "--", "c@d;"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(_LINES)).map("\n".join)))
def test_anything_may_be_pasted(text: str) -> None:
    report = read_pasted(text)
    assert report is None or report.informant
