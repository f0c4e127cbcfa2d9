"""The hub that sends inquiries by mail: once for each wish, again when it passes, and said so."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import requests

from kcr2desk.core.bijstand import BORN
from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import wire_values
from kcr2desk.hub import mail, mail_room, mail_text
from kcr2desk.hub.inquiries import LinkSigner
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.mail_room import PAUSES, MailRoom
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.running import RunningHub, running_hub
from kcr2desk.hub.settings import HubSettings
from tests.hub.asking import Asking, ask, later
from tests.hub.conftest import Clock, add_people
from tests.hub.line import Caller
from tests.hub.post_office import HOST, PostOffice, post_office

Calling = Callable[[str], Caller]
Making = Callable[..., MailRoom]
TO = "meldkamer@vnog.example"
GO_ON = MailRoom._go_on


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with post_office() as opened:
        yield opened


@pytest.fixture
def room(running: RunningHub, office: PostOffice, clock: Clock) -> Iterator[Making]:
    """Makes mail rooms over the database of the hub, whose own looks for nothing meanwhile."""
    made: list[MailRoom] = []
    clock.now = later()

    def make(**fields: Any) -> MailRoom:
        told: dict[str, Any] = {
            "data": Path("x"), "public_url": running.url, "smtp_host": HOST, "smtp_tls": "none",
            "smtp_port": office.port, "mail_from": "kcr2@kcr2.example",
        } | fields  # fmt: skip
        signer = LinkSigner(running.hub.key)
        settings = HubSettings(**told)
        made.append(MailRoom(running.hub.database, running.log, signer, settings, clock))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="module", autouse=True)
def idle() -> Iterator[None]:
    """The hub's own mail room looks for nothing: tests have theirs."""

    async def nothing(self: MailRoom, workers: object) -> None:
        return

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MailRoom, "_go_on", nothing)
        yield


@pytest.fixture(scope="module")
def running(idle: None, served: RunningHub) -> RunningHub:
    """One hub for all of these."""
    return served


@pytest.fixture
def officer(caller: Calling) -> Caller:
    """An officer; what a test before wanted in vain is wanted no more."""
    signed_in = caller("jansen")
    for record in signed_in.snapshot().records:
        if record.type == "inquiry" and record.values.get("mail") == "wanted":
            Asking(signed_in, record.id).edit(mail="")
    return signed_in


def wanted(officer: Caller, **fields: Any) -> Asking:
    told = {"mail": "wanted", "mail_to": TO, "asked_at": later()} | fields
    return ask(officer, **told)


def test_a_wish_is_sent_once_and_noted(officer: Caller, room: Making, office: PostOffice):
    asking = wanted(officer)
    post = room()
    assert [post.work(), post.work(), room().work()] == [1, 0, 0]
    (got,) = office.mails
    told = asking.values
    assert told["mail"] == "sent"
    assert "mail_trouble" not in told
    assert told["mail_at"]
    body = got.get_body(("plain",))
    assert body is not None
    url = asking.url()
    assert url in body.get_content()
    assert requests.get(url).status_code == 200


def test_a_reminder_is_another_wish(officer: Caller, room: Making, office: PostOffice):
    asking = wanted(officer)
    post = room()
    post.work()
    asking.edit(mail="wanted", reminded_at=later(minutes=1))
    assert post.work() == 1
    first, second = office.mails
    assert not first["Subject"].startswith("Herinnering")
    assert second["Subject"].startswith("Herinnering")
    assert first["Message-ID"] != second["Message-ID"]


def test_many_go_in_one_round(officer: Caller, room: Making, office: PostOffice):
    for _ in range(5):
        wanted(officer)
    ask(officer)
    assert room().work() == 5
    assert len({got["Message-ID"] for got in office.mails}) == 5


def test_only_one_of_two_hubs_sends(officer: Caller, room: Making, office: PostOffice):
    first, second = room(), room()
    assert first.work() == 0
    wanted(officer)
    assert second.work() == 0
    assert first.work() == 1
    wanted(officer)
    first.close()  # it ends, or loses its line
    assert second.work() == 1
    assert first.work() == 0
    assert len(office.mails) == 2


def test_without_settings_the_desk_is_told(officer: Caller, room: Making, office: PostOffice):
    asking = wanted(officer)
    assert room(smtp_host="").work() == 0
    told = asking.values
    assert told["mail"] == "not_set_up"
    assert "smtp_host" in told["mail_trouble"]
    other = wanted(officer)
    room(public_url="").work()
    assert other.values["mail"] == "wanted"  # the first room still holds the lock
    assert office.mails == []


def test_greylisting_is_waited_for(officer: Caller, room: Making, office: PostOffice, clock: Clock):
    office.on_rcpt = lambda _address: "451 4.7.1 Greylisted, come back"
    asking = wanted(officer)
    post = room()
    assert post.work() == 0
    told = asking.values
    assert told["mail"] == "wanted"
    assert told["mail_trouble"].startswith("Poging 1 mislukt: De mailserver neemt geen mail aan")
    assert "451" in told["mail_trouble"]
    office.on_rcpt = lambda _address: ""
    assert post.work() == 0  # not before the pause is over
    clock.pass_by(seconds=PAUSES[0].total_seconds())
    assert post.work() == 1
    told = asking.values
    assert told["mail"] == "sent"
    assert "mail_trouble" not in told


def test_what_stays_away_ends_as_failed(
    officer: Caller, room: Making, office: PostOffice, clock: Clock
):
    tries = []
    office.on_data = lambda: tries.append(1) or "421 Later"  # type: ignore[func-returns-value]
    asking = wanted(officer)
    post = room()
    for _ in range(len(PAUSES) + 5):
        post.work()
        clock.pass_by(seconds=max(PAUSES).total_seconds())
    assert len(tries) == len(PAUSES) + 1
    assert asking.values["mail"] == "failed"
    assert "421" in asking.values["mail_trouble"]
    assert sum(PAUSES, timedelta()) < timedelta(hours=1)


def test_a_refused_address_fails_at_once(officer: Caller, room: Making, office: PostOffice):
    office.on_rcpt = lambda _address: "550 5.1.1 No such user"
    asking = wanted(officer)
    room().work()
    told = asking.values
    assert told["mail"] == "failed"
    assert TO in told["mail_trouble"]
    assert "mail_at" not in told


def test_one_refused_of_two_is_said(officer: Caller, room: Making, office: PostOffice):
    office.on_rcpt = lambda address: "550 no" if address.startswith("ovd") else ""
    asking = wanted(officer, mail_to=f"{TO}; ovd@vnog.example")
    assert room().work() == 1
    assert asking.values["mail"] == "sent"
    assert "ovd@vnog.example" in asking.values["mail_trouble"]


def test_a_server_that_is_away_is_asked_once_a_round(
    officer: Caller, room: Making, office: PostOffice, monkeypatch: pytest.MonkeyPatch
):
    tries: list[int] = []
    real = mail.send

    def counted(*told: Any, **more: Any) -> Any:
        tries.append(1)
        return real(*told, **more)

    monkeypatch.setattr(mail_room, "send", counted)
    asked = [wanted(officer) for _ in range(3)]
    room(smtp_port=1).work()
    assert len(tries) == 1
    for asking in asked:
        assert asking.values["mail"] == "wanted"
        assert "niet te bereiken" in asking.values["mail_trouble"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"status": "withdrawn"}, "ingetrokken"),
        ({"status": "answered"}, "beantwoord"),
        ({"mail_to": "geen adres"}, "geen mailadres"),
        ({"mail_to": ""}, "geen mailadres"),
    ],
)
def test_what_cannot_be_sent_says_why(
    officer: Caller, room: Making, office: PostOffice, fields: dict[str, str], why: str
):
    asking = wanted(officer, **fields)
    assert room().work() == 0
    assert asking.values["mail"] == "failed"
    assert why in asking.values["mail_trouble"]
    assert office.mails == []


def test_a_draft_waits(officer: Caller, room: Making, office: PostOffice):
    asking = wanted(officer, status="draft")
    post = room()
    assert post.work() == 0
    assert asking.values["mail"] == "wanted"
    asking.edit(status="asked")
    assert post.work() == 1


def test_the_address_of_the_owner_is_used(
    officer: Caller, caller: Calling, room: Making, office: PostOffice
):
    owner = derived_id(BORN, "owner", "VR09")
    change = Change("owner", owner, How.EDIT, {"inquiry_mail": ["", "mk@vnog.example"]})
    boss = caller("baas")
    assert boss.push(boss.changeset(change, stream="reference")).outcomes[0].code == "applied"
    wanted(officer, owner="VR09", source="VR09", mail_to="")
    assert room().work() == 1
    assert office.envelopes == [["mk@vnog.example"]]


def test_what_cannot_be_noted_is_not_sent_again(
    officer: Caller, room: Making, office: PostOffice, monkeypatch: pytest.MonkeyPatch
):
    """The database is away just when the mail was taken."""
    asking = wanted(officer)
    post = room()
    real = HubLog.append_own

    def away(self: HubLog, *told: Any, **more: Any) -> Any:
        raise RequestProblem(503, "database")

    monkeypatch.setattr(HubLog, "append_own", away)
    with pytest.raises(RequestProblem):
        post.work()
    with pytest.raises(RequestProblem):
        post.work()
    monkeypatch.setattr(HubLog, "append_own", real)
    post.work()
    assert len(office.mails) == 1
    assert asking.values["mail"] == "sent"


def test_a_hub_that_ended_before_the_note_sends_the_same_mail(
    officer: Caller, room: Making, office: PostOffice, monkeypatch: pytest.MonkeyPatch
):
    """What can happen at worst: two mails with one Message-ID and one link."""
    asking = wanted(officer)
    first = room()
    monkeypatch.setattr(first, "_write", lambda *_: None)
    first.work()
    first.close()
    assert room().work() == 1
    one, other = office.mails
    assert one["Message-ID"] == other["Message-ID"]
    assert asking.values["mail"] == "sent"


def test_a_reminder_during_the_sending_is_not_lost(
    officer: Caller, room: Making, office: PostOffice
):
    asking = wanted(officer)

    def remind() -> str:
        if not office.mails:
            asking.edit(reminded_at=later(minutes=1))
        return ""

    office.on_data = remind
    post = room()
    post.work()
    assert asking.values["mail"] == "wanted"
    post.work()
    assert [m["Subject"].startswith("Herinnering") for m in office.mails] == [False, True]
    assert asking.values["mail"] == "sent"


def test_one_mail_that_cannot_be_made_keeps_no_other(
    officer: Caller, room: Making, office: PostOffice, monkeypatch: pytest.MonkeyPatch
):
    real = mail_text.letter

    def odd(asked: Any, *told: Any) -> Any:
        if asked.inquiry.title == "kapot":
            raise KeyError("x")
        return real(asked, *told)

    monkeypatch.setattr(mail_room, "letter", odd)
    broken, good = wanted(officer, title="kapot"), wanted(officer)
    assert room().work() == 1
    assert (broken.values["mail"], good.values["mail"]) == ("failed", "sent")


def test_an_inquiry_of_the_test_stream_says_so(officer: Caller, room: Making, office: PostOffice):
    id_ = derived_id(BORN, "test", "inquiry")
    told = {
        "owner": "VR06", "source": "VR06", "title": "Oefening", "status": "asked",
        "mail": "wanted", "mail_to": TO, "link_until": later(days=1),
    }  # fmt: skip
    change = Change("inquiry", id_, How.NEW, wire_values("inquiry", told))
    assert officer.push(officer.changeset(change, stream="test")).outcomes[0].code == "applied"
    assert room().work() == 1
    assert office.mails[0]["Subject"].startswith("TEST – ")


def test_a_served_hub_sends_by_itself(
    dsn: str, tmp_path: Path, office: PostOffice, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(mail_room, "AGAIN", 0.1)
    monkeypatch.setattr(MailRoom, "_go_on", GO_ON)
    settings: dict[str, int | str] = {
        "smtp_host": HOST, "smtp_port": office.port, "smtp_tls": "none",
        "mail_from": "kcr2@kcr2.example", "public_url": "https://kcr2.example",
    }  # fmt: skip
    with running_hub(tmp_path / "sends", dsn=dsn, settings=settings) as hub:
        add_people(hub)
        officer = Caller(hub.url, "jansen").sign_in()
        asking = wanted(officer)
        end = time.monotonic() + 10
        while asking.values["mail"] == "wanted" and time.monotonic() < end:
            time.sleep(0.05)
        assert asking.values["mail"] == "sent"
        assert asking.url().startswith("https://kcr2.example/a/")
        officer.close()
    assert len(office.mails) == 1
