"""One mail to a real mail server, and what is said when it is not taken."""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kcr2desk.core.bijstand import Inquiry, InquiryLine
from kcr2desk.exchange.answer_sheet import read
from kcr2desk.hub.inquiries import Asked
from kcr2desk.hub.mail import MailError, addresses, password_of, send, what_lacks
from kcr2desk.hub.mail_text import letter
from kcr2desk.hub.settings import HubSettings, SettingsError, load_settings
from tests.hub.post_office import HOST, PostOffice, certificate, post_office

NOW = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
URL = "https://kcr2.example/a/abc"
INQUIRY = Inquiry(
    id="01981a2b-3c4d-7e5f-8a6b-7c8d9e0f1a2b", stream="national", owner="VR06", source="VR06",
    number="U-2026-07-0001-3", title="Bluspelotons Veluwe", text="Natuurbrand.\nVier pelotons.",
    status="asked", asked_at=NOW, deadline=NOW + timedelta(hours=2),
    link_until=NOW + timedelta(days=1),
)  # fmt: skip
LINE = InquiryLine(
    id="01981a2b-3c4d-7e5f-8a6b-7c8d9e0f1a2c", stream="national", about=INQUIRY.id,
    resource="fire_platoon", quantity=4, report_to="Hoog Buurlo",
)  # fmt: skip


def asked(**fields: object) -> Asked:
    inquiry = replace(INQUIRY, **fields)  # type: ignore[arg-type]
    return Asked(inquiry, {LINE.id: LINE}, {}, "Noord- en Oost-Gelderland", "0800 1", {})


def settings(office: PostOffice | None = None, **fields: object) -> HubSettings:
    told: dict[str, object] = {
        "data": Path("x"), "public_url": "https://kcr2.example", "smtp_host": HOST,
        "smtp_port": office.port if office else 1, "smtp_tls": "none",
        "mail_from": "kcr2@kcr2.example",
    } | fields  # fmt: skip
    return HubSettings(**told)  # type: ignore[arg-type]


def mail(office: PostOffice, chosen: HubSettings, **fields: object) -> tuple[str, ...]:
    to = ("meldkamer@vnog.example", "ovd@vnog.example")
    return send(letter(asked(**fields), to, URL, chosen, NOW), chosen)


def test_the_mail_says_all_in_two_languages():
    with post_office() as office:
        assert mail(office, settings(office, mail_reply_to="antwoord@kcr2.example")) == ()
    (got,) = office.mails
    assert office.envelopes == [["meldkamer@vnog.example", "ovd@vnog.example"]]
    assert got["Subject"] == "Uitvraag U-2026-07-0001-3: Bluspelotons Veluwe"
    assert got["From"] == "KCR2 <kcr2@kcr2.example>"
    assert got["Reply-To"] == "antwoord@kcr2.example"
    assert got["Message-ID"].startswith(f"<inquiry.{INQUIRY.id}.")
    assert got["X-KCR2-Inquiry"] == INQUIRY.id
    plain, html = got.get_body(("plain",)), got.get_body(("html",))
    assert plain is not None
    assert html is not None
    for part in (plain.get_content(), html.get_content()):
        for told in (
            "Natuurbrand.", "4 × fire_platoon", "Melden bij: Hoog Buurlo", URL, "0800 1",
            f"{URL}?l=en",
            "Antwoord vóór: di 14 juli 2026 16:00 Nederlandse tijd", "Answer on this page",
            "Answer before: Tue 14 July 2026 16:00 Dutch time", "tot wo 15 juli 2026 14:00",
        ):  # fmt: skip
            assert told in part, told
    (sheet,) = got.iter_attachments()
    assert sheet.get_filename() == "KCR2-antwoord-U-2026-07-0001-3.xlsx"
    data = sheet.get_content()
    assert read(data, "a.xlsx").inquiry == INQUIRY.id
    assert load_workbook(io.BytesIO(data))["KCR2"]["A2"].value == "Bluspelotons Veluwe"


def test_a_reminder_says_so_and_is_another_mail():
    with post_office() as office:
        chosen = settings(office)
        mail(office, chosen)
        mail(office, chosen)
        mail(office, chosen, reminded_at=NOW + timedelta(hours=1))
        mail(office, chosen, kind="inventory", stream="test")
    first, again, reminder, inventory = office.mails
    assert first["Message-ID"] == again["Message-ID"]  # one wish that went out twice
    assert reminder["Message-ID"] != first["Message-ID"]
    assert reminder["References"] == first["References"]
    assert reminder["Subject"].startswith("Herinnering: Uitvraag")
    body = reminder.get_body(("plain",))
    assert body is not None
    assert "wij hebben nog geen antwoord" in body.get_content()
    assert inventory["Subject"].startswith("TEST – Inventarisatie")


def test_no_question_reaches_a_header_or_html():
    evil = 'x\r\nBcc: boef@example.org\r\n\r\n<script>alert("1")</script>'
    with post_office() as office:
        mail(office, settings(office), title=evil, number="U\nCc: a@b.nl", text=evil)
    (got,) = office.mails
    assert got["Bcc"] is None
    assert got["Cc"] is None
    assert "boef" in got["Subject"]
    assert office.envelopes[0] == ["meldkamer@vnog.example", "ovd@vnog.example"]
    html = got.get_body(("html",))
    assert html is not None
    assert "<script" not in html.get_content()


def test_a_long_title_stays_one_line():
    with post_office() as office:
        mail(office, settings(office), title="Ünïcode 🚒 " * 30)
    (got,) = office.mails
    assert got["Subject"].endswith("…")
    assert len(got["Subject"]) <= 150


def test_without_a_link_none_is_promised():
    with post_office() as office:
        chosen = settings(office)
        send(letter(asked(link_until=None), ("a@b.example",), "", chosen, NOW), chosen)
    body = office.mails[0].get_body(("plain",))
    assert body is not None
    assert "pagina" not in body.get_content()
    assert "bijlage" in body.get_content()


# -- what a server refuses


@pytest.fixture
def contexts(tmp_path: Path):
    return certificate(tmp_path)


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_it_is_sent_encrypted_and_signed_in(contexts, tls: str, tmp_path: Path):
    server, trusting = contexts
    secret = tmp_path / "secret"
    secret.write_text("geheim woord\n")
    with post_office(server_context=server, implicit=tls == "tls", sign_in=True) as office:
        chosen = settings(
            office, smtp_tls=tls, smtp_user="kcr2", smtp_password_file=str(secret)
        )  # fmt: skip
        ready = letter(asked(), ("a@b.example",), URL, chosen, NOW)
        assert send(ready, chosen, context=trusting) == ()
    assert office.secure == [True]
    assert office.signed_in == ["kcr2"]


def refused(office: PostOffice, chosen: HubSettings, **more) -> MailError:
    with pytest.raises(MailError) as caught:
        send(letter(asked(), ("a@b.example",), URL, chosen, NOW), chosen, **more)
    assert office.mails == []
    return caught.value


def test_a_certificate_that_nobody_trusts_is_refused(contexts):
    with post_office(server_context=contexts[0]) as office:
        error = refused(office, settings(office, smtp_tls="starttls"))
    assert not error.passing
    assert "certificaat" in str(error)


def test_a_server_without_encryption_gets_nothing(contexts):
    with post_office() as office:
        error = refused(
            office, settings(office, smtp_tls="starttls", smtp_user="u", smtp_password="p")
        )
    assert not error.passing
    assert "versleuteling" in str(error)
    with post_office() as office:
        assert not refused(office, settings(office, smtp_tls="tls")).passing


def test_a_wrong_password_is_said_and_never_shown(contexts, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG), post_office(sign_in=True) as office:
        chosen = settings(office, smtp_user="kcr2", smtp_password="verkeerd geheim")
        error = refused(office, chosen)
    assert not error.passing
    assert "wachtwoord" in str(error)
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("kcr2desk")]
    assert "verkeerd geheim" not in str(error) + error.english + repr(chosen) + "".join(ours)


def test_a_server_that_knows_no_sign_in(contexts):
    with post_office() as office:
        error = refused(office, settings(office, smtp_user="kcr2", smtp_password="x"))
    assert not error.passing


@pytest.mark.parametrize(
    ("said", "passing"),
    [("451 4.7.1 Greylisted", True), ("550 5.1.1 No such user", False), ("452 Full", True)],
)
def test_an_address_that_is_refused(said: str, passing: bool):
    with post_office() as office:
        office.on_rcpt = lambda _address: said
        error = refused(office, settings(office))
        assert error.passing is passing
        assert said[:3] in str(error)
        assert "a@b.example" in str(error)


@pytest.mark.parametrize(("said", "passing"), [("421 Later", True), ("554 Spam", False)])
def test_a_mail_that_is_refused(said: str, passing: bool):
    with post_office() as office:
        office.on_data = lambda: said
        assert refused(office, settings(office)).passing is passing


def test_one_address_of_two_is_enough():
    with post_office() as office:
        office.on_rcpt = lambda address: "550 no" if address.startswith("ovd") else ""
        assert mail(office, settings(office)) == ("ovd@vnog.example",)
    assert office.envelopes == [["meldkamer@vnog.example"]]


def test_a_server_that_is_away_passes():
    with post_office() as office:
        chosen = settings(office)
    error = refused(office, chosen)
    assert error.passing
    assert error.everyone


# -- addresses and settings


def test_addresses_are_taken_as_people_write_them():
    told = "meldkamer@vnog.nl; ovd@vnog.nl,\n meldkamer@vnog.nl"
    assert addresses(told) == ("meldkamer@vnog.nl", "ovd@vnog.nl")


@pytest.mark.parametrize(
    "text",
    ["", " ;, ", "meldkamer", "a@b@c", "Jan <a@b.nl>", "a@b.nl\r\nBcc:c@d.nl", "ü@b.nl",
     "a" * 65 + "@b.nl", " ".join(f"a{n}@b.nl" for n in range(11))],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str):
    with pytest.raises(MailError):
        addresses(text)


def test_what_mail_needs():
    assert what_lacks(HubSettings(Path("x"))) == "smtp_host, mail_from, public_url"
    assert what_lacks(settings()) == ""


def test_the_password_comes_from_its_file(tmp_path: Path):
    file = tmp_path / "p"
    file.write_text("eerste regel\ntweede\n")
    assert password_of(settings(smtp_password_file=str(file))) == "eerste regel"
    with pytest.raises(SettingsError, match="smtp_password_file"):
        password_of(settings(smtp_password_file=str(tmp_path / "none")))


@pytest.mark.parametrize(
    ("name", "value", "good"),
    [
        ("public_url", "https://kcr2.example/hub/", "https://kcr2.example/hub"),
        ("public_url", "kcr2.example", None),
        ("public_url", "ftp://kcr2.example", None),
        ("public_url", "https://u:p@kcr2.example", None),
        ("public_url", "https://kcr2.example/?a=1", None),
        ("public_url", "https://[::1", None),
        ("smtp_tls", "starttls", "starttls"),
        ("smtp_tls", "ssl", None),
        ("mail_from", "kcr2@kcr2.example", "kcr2@kcr2.example"),
        ("mail_from", "KCR2 <kcr2@kcr2.example>", None),
        ("mail_reply_to", "a@b\nc@d", None),
        ("smtp_port", "99999", None),
        ("smtp_password", "geheim\nregel", None),
    ],
)
def test_settings_of_mail(name: str, value: str, good: str | None, tmp_path: Path):
    environment = {"KCR2DESK_" + name.upper(): value}
    if good is not None:
        assert getattr(load_settings({"data": tmp_path}, environment), name) == good
        return
    with pytest.raises(SettingsError) as caught:
        load_settings({"data": tmp_path}, environment)
    assert "geheim" not in str(caught.value)


def test_mail_test_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    from kcr2desk.__main__ import main

    def run() -> int:
        return main(["hub", "mail-test", "--to", "a@b.example", "--data", str(tmp_path)])

    assert run() == 2
    assert "smtp_host, mail_from, public_url" in capsys.readouterr().err
    with post_office() as office:
        for name, value in (
            ("SMTP_HOST", HOST), ("SMTP_PORT", str(office.port)), ("SMTP_TLS", "none"),
            ("MAIL_FROM", "kcr2@kcr2.example"), ("PUBLIC_URL", "https://kcr2.example"),
        ):  # fmt: skip
            monkeypatch.setenv("KCR2DESK_" + name, value)
        assert run() == 0
        assert "took a mail to a@b.example" in capsys.readouterr().out
        office.on_rcpt = lambda _address: "550 no"
        assert run() == 1
        assert "takes no mail for a@b.example (550)" in capsys.readouterr().err
    assert office.mails[0]["Subject"].startswith("KCR2: proef")
