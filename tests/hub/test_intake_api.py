"""Machines deliver reports: what is right is in the log, what is wrong is said in sentences."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
import requests

from kcr2desk.core.ids import is_number
from kcr2desk.hub.running import RunningHub
from tests.exchange.cap_samples import INFO, cap
from tests.hub.line import Caller

Calling = Callable[[str], Caller]


@pytest.fixture
def deliver(running: RunningHub) -> Callable[..., Any]:
    """Delivers a file with the key of VR06."""
    key = running.add_key("meldkamer", "VR06")

    def post(data: bytes, query: str = "", **headers: str) -> requests.Response:
        told = {"Authorization": f"Bearer {key}"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        return requests.post(f"{running.url}/v1/reports{query}", data=data, headers=told)

    return post


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>x</id>
<updated>2026-10-18T10:15:00Z</updated>{}</feed>"""
ENTRY = """<entry><id>{0}</id><title>{0}</title><updated>2026-10-18T10:15:00Z</updated>
<content type="application/xml">{1}</content></entry>"""
MAIL = b"""From: meldkamer@vnog.example
To: kcr2@example.org
Date: Sun, 12 Jul 2026 13:50:00 +0200
Subject: Rook boven de A1
Message-ID: <een@vnog.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

Zie foto.
--x
Content-Type: image/png
Content-Disposition: attachment; filename="foto.png"
Content-Transfer-Encoding: base64

aGFsbG8=
--x--
"""


def reports(caller: Caller, stream: str = "national") -> list[Any]:
    return [r for r in caller.snapshot(stream).records if r.type == "report"]


def test_an_alert_is_in_the_log_with_number_source_and_file(deliver: Any, caller: Calling):
    officer = caller("jansen")
    data = cap(INFO).encode()
    answer = deliver(data, "?name=storm.cap")
    assert answer.status_code == 200, answer.text
    (told,) = answer.json()["reports"]
    assert answer.json()["problems"] == []
    assert told["outcome"] == "applied"
    assert is_number(told["number"])
    (report,) = reports(officer)
    assert report.id == told["id"]
    assert report.values["number"] == told["number"]
    assert report.values["source"] == "VR06"
    assert report.values["title"].startswith("Zware storm")
    (attachment,) = [r for r in officer.snapshot().records if r.type == "attachment"]
    assert attachment.values["name"] == "storm.cap"
    digest = hashlib.sha256(data).hexdigest()
    got = officer.ask("GET", f"/v1/streams/national/blobs/{digest}/0")
    assert got.content == data
    # who brought it is in the log
    assert "meldkamer" in str(officer.pull().entries[-1].changeset.actor)  # type: ignore[union-attr]


def test_the_same_alert_twice_is_one_report(deliver: Any, caller: Calling):
    first = deliver(cap(INFO).encode()).json()["reports"][0]
    again = deliver(cap(INFO).encode() + b"\n").json()["reports"][0]
    assert (again["id"], again["number"]) == (first["id"], first["number"])
    assert (first["outcome"], again["outcome"]) == ("applied", "known")
    assert len(reports(caller("jansen"))) == 1


def test_what_is_wrong_is_said_and_the_rest_goes_on(deliver: Any, caller: Calling):
    good = cap(INFO, identifier="goed")
    broken = cap(INFO, identifier="stuk", without=["sent"])
    feed = ATOM.format(ENTRY.format("een", broken) + ENTRY.format("twee", good))
    answer = deliver(feed.encode(), Content_Disposition='attachment; filename="feed.atom"')
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert len(told["reports"]) == 1
    (sentence,) = told["problems"]
    assert sentence.startswith("feed.atom, regel ")
    english = deliver(feed.encode(), "?name=feed.atom", Accept_Language="en-GB,nl;q=0.5").json()
    assert english["problems"][0].startswith("feed.atom, line ")
    assert len(reports(caller("jansen"))) == 1


def test_a_feed_without_entries_is_nothing_wrong(deliver: Any):
    answer = deliver(ATOM.format("").encode(), "?name=feed.atom")
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"reports": [], "problems": [], "remarks": []}


def test_the_alerts_of_one_file_share_it(deliver: Any, caller: Calling):
    entries = "".join(ENTRY.format(n, cap(INFO, identifier=n)) for n in ("een", "twee"))
    told = deliver(ATOM.format(entries).encode()).json()
    assert [r["outcome"] for r in told["reports"]] == ["applied", "applied"]
    records = caller("jansen").snapshot().records
    attachments = [r.values["digest"] for r in records if r.type == "attachment"]
    assert len(attachments) == 2
    assert len(set(attachments)) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<alert",
        b"<html><body>Log in</body></html>",
        b'<!DOCTYPE a [<!ENTITY x "y">]><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>',
        bytes(range(256)),
    ],
)
def test_what_is_no_report_is_refused_with_a_reason(deliver: Any, data: bytes):
    answer = deliver(data, "?name=x.cap")
    assert answer.status_code == 422
    told = answer.json()
    assert (told["code"], told["reports"]) == ("unreadable", [])
    assert told["problems"]
    assert told["problems"][0].startswith("x.cap")
    assert told["detail"] == told["problems"][0]


def test_a_test_alert_never_stands_among_real_ones(deliver: Any, caller: Calling):
    told = deliver(cap(INFO, status="Exercise").encode()).json()["reports"][0]
    assert told["stream"] == "test"
    officer = caller("jansen")
    assert reports(officer) == []
    assert [r.id for r in reports(officer, "test")] == [told["id"]]


def test_a_mail_with_its_attachment(deliver: Any, caller: Calling):
    assert deliver(MAIL, Content_Disposition="attachment; filename*=UTF-8''rook%20A1.eml").ok
    officer = caller("jansen")
    (report,) = reports(officer)
    assert report.values["title"] == "Rook boven de A1"
    names = {r.values["name"] for r in officer.snapshot().records if r.type == "attachment"}
    assert names == {"rook A1.eml", "foto.png"}
    digest = hashlib.sha256(b"hallo").hexdigest()
    assert officer.ask("GET", f"/v1/streams/national/blobs/{digest}/0").content == b"hallo"
    # only for its source and the room
    assert caller("vnog").ask("GET", f"/v1/streams/national/blobs/{digest}/0").ok
    assert caller("utrecht").ask("GET", f"/v1/streams/national/blobs/{digest}/0").status_code == 404


def test_how_much_and_packed(deliver: Any, running: RunningHub):
    largest = running.hub.settings.report_bytes
    answer = deliver(b" " * (largest + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    packed = gzip.compress(cap(INFO).encode())
    assert deliver(packed, "?name=a.cap", Content_Encoding="gzip").json()["reports"]
    bomb = gzip.compress(b" " * (largest + 1))
    assert deliver(bomb, "?name=a.cap", Content_Encoding="gzip").status_code == 400


def test_an_api_key_reads_nothing_and_a_token_delivers_nothing(
    deliver: Any, running: RunningHub, caller: Calling
):
    key = running.add_key("andere", "VR09")
    headers = {"Authorization": f"Bearer {key}"}
    for path in ("pull", "snapshot/national", "push", "numbers"):
        answer = requests.post(f"{running.url}/v1/{path}", data=b"{}", headers=headers)
        assert answer.status_code == 401
    answer = caller("jansen").ask("POST", "/v1/reports", cap(INFO).encode())
    assert answer.status_code == 401
