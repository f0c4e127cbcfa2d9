"""Answer links over HTTP: a region answers once, and a link tells nobody else anything."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
import requests

from kcr2desk.core.bijstand import capacity_id
from kcr2desk.core.changes import Change, Entry, How
from kcr2desk.core.records import wire_values
from kcr2desk.hub import inquiries_limit
from kcr2desk.hub.api import answers
from kcr2desk.hub.running import RunningHub
from tests.hub.asking import Asking, ask, form, later
from tests.hub.line import Caller

Calling = Callable[[str], Caller]
NO_ORACLE = "Deze link werkt niet"


@pytest.fixture(scope="module")
def running(served: RunningHub) -> RunningHub:
    """One hub for all of these: each test asks something else."""
    return served


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """All tests knock from one address."""
    monkeypatch.setattr(inquiries_limit, "MOST_OF_ADDRESS", 100_000)


@pytest.fixture
def officer(caller: Calling) -> Caller:
    return caller("jansen")


def post(url: str, fields: dict[str, str], **more: str) -> requests.Response:
    return requests.post(url, data=fields, headers=more)


# -- the way through


def test_a_region_answers_and_the_room_sees_it(officer: Caller):
    asking = ask(officer, {"least": 2}, {"resource": "water_transport", "quantity": 1})
    url = asking.url()
    page = requests.get(url)
    assert page.status_code == 200
    for told in ("Bluspelotons voor de Veluwe", "Vier pelotons voor de nacht.", "Zinvol vanaf"):
        assert told in page.text
    assert "Nederlandse tijd" in page.text
    part = {
        "answer": "part", "offered": "2", "possible_from": "2026-07-14T18:00",
        "possible_until": "2026-07-15T18:00", "unit": "Peloton 6A", "commander": "J. Jansen",
        "commander_phone": "06 12345678",
    }  # fmt: skip
    no = {"answer": "no", "reason": "Zelf nodig\r\nvannacht", "offered": "geen"}
    sent = post(url, form(asking, part, no, remark="Tot morgen"))
    assert sent.status_code == 200
    assert "Uw antwoord is ontvangen" in sent.text
    assert "di 14 juli 2026 18:00" in sent.text
    inquiry = asking.values
    assert inquiry["status"] == "answered"
    assert inquiry["answered_how"] == "link"
    assert (inquiry["answered_by"], inquiry["answered_role"]) == ("K. de Boer", "OvD Brandweer")
    assert inquiry["remark"] == "Tot morgen"
    assert abs(inquiry["answered_at"] / 1000 - datetime.now(UTC).timestamp()) < 60
    line = asking.line(0)
    assert (line["answer"], line["offered"], line["unit"]) == ("part", 2, "Peloton 6A")
    assert line["possible_from"] == round(
        datetime(2026, 7, 14, 16, tzinfo=UTC).timestamp() * 1000
    )  # fmt: skip
    assert line["commander_phone"] == "06 12345678"
    refused = asking.line(1)
    assert (refused["answer"], refused["reason"]) == ("no", "Zelf nodig\nvannacht")
    assert "offered" not in refused
    entry = officer.pull().entries[-1]
    assert isinstance(entry, Entry)
    assert (entry.changeset.actor, entry.changeset.device) == ("hub", "hub")


def test_yes_is_the_whole_quantity(officer: Caller):
    asking = ask(officer)
    assert post(asking.url(), form(asking)).ok
    assert (asking.line()["answer"], asking.line()["offered"]) == ("yes", 4)


def test_an_inventory_fills_the_board(officer: Caller):
    here, new = (capacity_id("national", "VR06", r) for r in ("fire_platoon", "water_transport"))
    held = {"owner": "VR06", "source": "VR06", "resource": "fire_platoon", "total": 6, "norm": 5}
    change = Change("capacity", here, How.NEW, wire_values("capacity", held | {"note": "Oud"}))
    assert officer.push(officer.changeset(change)).outcomes[0].code == "applied"
    lines = [{"resource": r, "quantity": 0} for r in ("fire_platoon", "water_transport", "usar")]
    asking = ask(officer, *lines, kind="inventory", title="Storm")
    url = asking.url()
    answer = form(
        asking, {"available": "3", "reserve": "1"}, {"total": "2", "available": "0"}, {}
    )  # fmt: skip
    assert post(url, answer).ok
    board = asking.record(here)
    assert (board["total"], board["available"], board["reserve"]) == (6, 3, 1)
    assert (board["norm"], board["note"]) == (5, "Oud")
    assert (board["checked_by"], board["checked_how"]) == ("OvD Brandweer", "link")
    fresh = asking.record(new)
    assert (fresh["owner"], fresh["source"], fresh["available"]) == ("VR06", "VR06", 0)
    assert asking.line(0)["available"] == 3
    ids = {r.id for r in officer.snapshot().records if r.type == "capacity"}
    assert capacity_id("national", "VR06", "usar") not in ids
    assert "total" not in asking.line(2)


# -- once


def test_a_link_answers_once_and_then_says_to_call(officer: Caller):
    asking = ask(officer)
    url = asking.url()
    assert "ontvangen" in post(url, form(asking)).text
    again = post(url, form(asking, {"answer": "no", "reason": "toch niet"}))
    assert "al beantwoord" in again.text
    assert "Bel KCR2" in again.text
    assert "K. de Boer" not in again.text
    assert "al beantwoord" in requests.get(url).text
    assert asking.line()["answer"] == "yes"
    refused = officer.ask("POST", f"/v1/inquiries/{asking.id}/link")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_link")


def test_many_at_once_are_written_once(officer: Caller):
    asking = ask(officer)
    url = asking.url()
    answers = [form(asking, name=f"Mens {n}") for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        pages = [answer.text for answer in pool.map(lambda fields: post(url, fields), answers)]
    assert sum("Uw antwoord is ontvangen" in page for page in pages) == 1
    assert sum("al beantwoord" in page for page in pages) == 7
    entries = [e for e in officer.pull().entries if isinstance(e, Entry)]
    changes = [c for e in entries for c in e.changeset.changes if c.id == asking.id]
    assert sum("answered_by" in change.fields for change in changes) == 1
    assert not [r for r in officer.snapshot().records if r.type == "conflict"]


def test_what_the_room_opens_again_is_answered_again(officer: Caller):
    asking = ask(officer)
    url = asking.url()
    assert post(url, form(asking)).ok
    asking.edit(status="asked")
    assert "ontvangen" in post(url, form(asking, {"answer": "no", "reason": "nee"})).text
    assert (asking.line()["answer"], asking.values["status"]) == ("no", "answered")
    assert "offered" not in asking.line()


def test_looking_writes_nothing(officer: Caller):
    asking = ask(officer)
    url = asking.url()
    before = len(officer.pull().entries)
    for method in ("HEAD", "GET", "GET", "OPTIONS", "PUT"):
        requests.request(method, url)
    post(url, form(asking, do="check"))
    post(url, form(asking, do="en"))
    post(url, form(asking, do=""))
    assert len(officer.pull().entries) == before
    assert asking.values["status"] == "asked"


def test_seen_is_said_with_a_button(officer: Caller):
    asking = ask(officer)
    url = asking.url()
    assert 'value="seen"' in requests.get(url).text
    kept = post(url, form(asking, do="seen", name="Half <getypt>"))
    assert "Genoteerd" in kept.text
    assert "Half &lt;getypt&gt;" in kept.text
    assert asking.values["status"] == "seen"
    assert 'value="seen"' not in requests.get(url).text
    post(url, form(asking, do="seen"))
    assert "ontvangen" in post(url, form(asking)).text


# -- what is wrong with a link is never told


def test_every_link_that_opens_nothing_looks_the_same(officer: Caller, running: RunningHub):
    alive = ask(officer)
    url = alive.url()
    base, _, token = url.rpartition("/")
    pages = set()

    def dead(there: str) -> None:
        for answer in (requests.get(there), post(there, form(alive))):
            assert answer.status_code == 404
            assert NO_ORACLE in answer.text
            pages.add(answer.text)

    other = ask(officer).url().rpartition("/")[2]
    for wrong in (
        "x", token[:-1], token + "A", token[:-2] + ("AA" if token[-2:] != "AA" else "BB"),
        other[:22] + token[22:], token[:20] + "é" + token[21:], "A" * 43, "A" * 5000, token.lower(),
    ):  # fmt: skip
        dead(f"{base}/{wrong}")
    for change in (
        {"link_until": later(hours=-1)}, {"link_until": None}, {"link_until": later(days=2)},
        {"status": "withdrawn"}, {"removed": True},
    ):  # fmt: skip
        asking = ask(officer)
        link = asking.url()
        assert requests.get(link).status_code == 200
        asking.edit(**change)
        dead(link)
        assert asking.values.get("answered_by", "") == ""
    assert len(pages) == 1
    assert requests.get(url).status_code == 200  # the one that is good still is


def test_a_new_date_makes_a_new_link(officer: Caller):
    asking = ask(officer)
    old = asking.url()
    asking.edit(link_until=later(days=3))
    assert asking.url() != old
    assert requests.get(asking.url()).status_code == 200
    assert requests.get(old).status_code == 404


def test_a_link_of_another_hub_is_nothing(officer: Caller, running: RunningHub):
    """The same inquiry id, signed with another key."""
    from dataclasses import replace
    from uuid import UUID

    from kcr2desk.hub.inquiries import LinkSigner, load_inquiry
    from kcr2desk.hub.keys import HubKey

    asking = ask(officer)
    with running.hub.database.transaction() as connection:
        inquiry = load_inquiry(connection, asking.id)
    assert inquiry is not None
    forged = LinkSigner(HubKey(UUID(int=1), bytes(32))).token(replace(inquiry))
    assert requests.get(f"{running.url}/a/{forged}").status_code == 404
    real = LinkSigner(running.hub.key).token(inquiry)
    assert requests.get(f"{running.url}/a/{real}").status_code == 200


# -- who gets a link


def test_only_officers_of_the_room_get_a_link(officer: Caller, caller: Calling):
    asking = ask(officer)
    for name in ("vnog", "utrecht", "bakker", "baas"):
        answer = caller(name).ask("POST", f"/v1/inquiries/{asking.id}/link")
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert requests.post(f"{officer.url}/v1/inquiries/{asking.id}/link").status_code == 401
    for id_ in ("00000000-0000-7000-8000-000000000000", "x", "%00"):
        assert officer.ask("POST", f"/v1/inquiries/{id_}/link").status_code == 404


@pytest.mark.parametrize(
    "fields",
    [{"status": "draft"}, {"link_until": None}, {"link_until": later(hours=-1)}],
    ids=["draft", "none", "over"],
)
def test_an_inquiry_without_a_link_gives_none(officer: Caller, fields: dict[str, object]):
    answer = officer.ask("POST", f"/v1/inquiries/{ask(officer, **fields).id}/link")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_link")


def test_the_log_keeps_who_took_out_a_link(
    officer: Caller, caller: Calling, caplog: pytest.LogCaptureFixture
):
    asking = ask(officer)
    with caplog.at_level(logging.DEBUG):
        url = caller("devries").ask("POST", f"/v1/inquiries/{asking.id}/link").json()["url"]
        requests.get(url)
    entry = officer.pull().entries[-1]
    assert isinstance(entry, Entry)
    assert (entry.changeset.actor, entry.changeset.changes[0].id) == ("devries", asking.id)
    token = url.rpartition("/")[2]
    assert token not in "".join(r.getMessage() for r in caplog.records if "kcr2" in r.name)
    metrics = caller("baas").ask("GET", "/v1/metrics").text
    assert "/a/{token}" in metrics
    assert token not in metrics


# -- the form


def test_what_is_wrong_is_said_by_the_field_and_all_is_kept(officer: Caller):
    asking = ask(officer, {}, {"resource": "usar", "quantity": 1})
    url = asking.url()
    wrong = form(
        asking,
        {"answer": "part", "offered": "4", "possible_from": "2026-07-15T18:00",
         "possible_until": "2026-07-14T18:00", "commander": '<b>"Jan"</b>'},
        {"answer": "alternative", "offered": "veel"},
        role="",
        remark="</textarea><script>alert(1)</script>",
    )  # fmt: skip
    page = post(url, wrong)
    assert page.status_code == 422
    for sentence in (
        "Dat is alles wat gevraagd wordt, of meer: kies Ja.",
        "Het einde ligt voor het begin.",
        "Dit is geen heel getal.",
        "Kies welk ander type.",
        "Vul in welke functie u heeft.",
    ):
        assert sentence in page.text
    assert "Vul het aantal in." not in page.text
    for kept in (
        'value="part" checked', 'value="4"', 'value="2026-07-15T18:00"', 'value="veel"',
        'value="K. de Boer"', "&lt;b&gt;&quot;Jan&quot;&lt;/b&gt;",
        "&lt;/textarea&gt;&lt;script&gt;",
    ):  # fmt: skip
        assert kept in page.text, kept
    assert "<script" not in page.text
    assert asking.values["status"] == "asked"
    english = post(url + "?l=en", wrong)
    assert "The end lies before the beginning." in english.text


def test_an_unanswered_line_and_unknown_words_are_refused(officer: Caller):
    asking = ask(officer, {}, {})
    for bad in ({}, {"answer": "maybe"}, {"answer": "alternative", "offered": "1",
                                          "alternative": "tank"}):  # fmt: skip
        page = post(asking.url(), form(asking, {"answer": "yes"}, bad))
        assert page.status_code == 422
    assert asking.line(0).get("answer", "") == ""


def test_another_language_keeps_what_was_typed(officer: Caller):
    asking = ask(officer)
    page = post(asking.url(), form(asking, {"answer": "no", "reason": "Zelf nodig"}, do="en"))
    assert page.status_code == 200
    assert '<html lang="en">' in page.text
    assert 'value="no" checked' in page.text
    assert "Zelf nodig" in page.text
    assert "Your name" in page.text
    sent = post(asking.url(), form(asking, language="en"))
    assert "Your answer was received" in sent.text


@pytest.mark.parametrize(
    ("asks", "language"),
    [("", "nl"), ("en-GB,nl;q=0.5", "en"), ("nl,en", "nl"), ("de-DE,en;q=0.3", "en"), ("fr", "nl")],
)
def test_the_browser_says_which_language(officer: Caller, asks: str, language: str):
    page = requests.get(ask(officer).url(), headers={"Accept-Language": asks})
    assert f'<html lang="{language}">' in page.text


def test_the_islands_read_their_own_clock(officer: Caller):
    deadline = datetime(2030, 7, 14, 22, 30, tzinfo=UTC)
    asking = ask(officer, owner="BQ-BO", source="BQ-BO", deadline=deadline)
    page = requests.get(asking.url()).text
    assert "ma 15 juli 2030 00:30 Nederlandse tijd (zo 14 juli 2030 18:30 tijd Bonaire)" in page
    assert "Beschikbaar vanaf (tijd Bonaire)" in page
    sent = post(asking.url(), form(asking, {"answer": "yes", "possible_from": "2030-07-14T18:00"}))
    assert "zo 14 juli 2030 18:00" in sent.text
    told = asking.line()["possible_from"]
    assert datetime.fromtimestamp(told / 1000, UTC) == datetime(2030, 7, 14, 22, tzinfo=UTC)


def test_hostile_questions_are_escaped(officer: Caller):
    evil = "<img src=x onerror=alert(1)>\"'&"
    asking = ask(officer, {"report_to": evil}, title=evil, text=evil, asked_by=evil)
    page = requests.get(asking.url()).text
    assert "<img" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;") >= 4


def test_the_page_lets_nothing_in_or_out(officer: Caller):
    url = ask(officer).url()
    for answer in (requests.get(url), requests.get(url[:-1]), requests.head(url)):
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "script" not in policy
        assert "unsafe" not in policy
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "noindex" in headers["X-Robots-Tag"]
        assert "set-cookie" not in headers
    assert requests.head(url).content == b""


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"\xff\xfe", "application/x-www-form-urlencoded", 400),
        (b'{"do": "send"}', "application/json", 400),
        (b"a=1&" * 5000, "application/x-www-form-urlencoded", 400),
        (b"a" * (300 << 10), "application/x-www-form-urlencoded", 413),
        (b"", "application/x-www-form-urlencoded", 200),
    ],
)
def test_odd_bodies_get_a_page(officer: Caller, body: bytes, kind: str, status: int):
    asking = ask(officer)
    answer = requests.post(asking.url(), data=body, headers={"Content-Type": kind})
    assert answer.status_code in (status, 422 if status == 200 else status)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert asking.values["status"] == "asked"


def test_who_knocks_too_often_waits(officer: Caller, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inquiries_limit, "MOST_OF_LINK", 3)
    asking = ask(officer)
    url = asking.url()
    codes = [requests.get(url).status_code for _ in range(4)]
    assert codes == [200, 200, 200, 429]
    slow = post(url, form(asking))
    assert slow.status_code == 429
    assert 0 < int(slow.headers["Retry-After"]) <= 600
    assert "Te vaak geprobeerd" in slow.text
    assert asking.values["status"] == "asked"
    assert requests.get(ask(officer).url()).status_code == 200  # another link is not held up
    monkeypatch.setattr(inquiries_limit, "MOST_OF_ADDRESS", 2)
    good = ask(officer).url()
    assert {requests.get(u).status_code for u in (good, good[:-1], f"{officer.url}/a/x")} == {429}


def test_a_form_that_trickles_in_holds_no_place(officer: Caller, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(answers, "BODY_TIME", 0.2)
    url = urlsplit(ask(officer).url())
    with socket.create_connection((url.hostname, url.port), timeout=10) as slow:
        head = f"POST {url.path} HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n"
        slow.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\nna".encode())
        told = b"".join(iter(lambda: slow.recv(65536), b""))  # until it hangs up
    assert told.startswith(b"HTTP/1.1 408 ")
    assert b"text/html" in told


def test_the_interface_is_described(officer: Caller):
    paths = officer.ask("GET", "/v1/openapi.json").json()["paths"]
    assert "/v1/inquiries/{id}/link" in paths
    assert paths["/a/{token}"]["get"]["security"] == []
    assert "text/html" in paths["/a/{token}"]["post"]["responses"]["422"]["content"]


def test_a_region_that_answers_on_its_own_desk_closes_the_link(officer: Caller, caller: Calling):
    asking = ask(officer)
    url = asking.url()
    region = caller("vnog")
    told = region.edit(asking.id, "inquiry", status=["asked", "answered"])
    assert told.code == "applied"
    assert "al beantwoord" in post(url, form(asking)).text
    assert isinstance(asking, Asking)
