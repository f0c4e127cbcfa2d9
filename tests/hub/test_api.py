"""What every answer of the hub has in common: who may ask, how much, and how a refusal looks."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
import requests

from kcr2desk import wire
from kcr2desk.core.changes import Change, Cursor, How
from kcr2desk.core.errors import SENTENCES
from kcr2desk.core.messages import PROTOCOL, Problem, Renew, Session, SignIn
from kcr2desk.hub.api import edge
from kcr2desk.hub.database import DatabaseBusy, DatabaseDown, DatabaseFull
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.running import RunningHub, running_hub
from tests.hub.line import PASSWORD, Caller, new_id

Calling = Callable[[str], Caller]
DIGEST = "0" * 64
ROUTES = [
    ("POST", "/v1/push"),
    ("POST", "/v1/pull"),
    ("POST", "/v1/snapshot/national"),
    ("POST", "/v1/numbers"),
    ("GET", "/v1/entries/national?record=x"),
    ("GET", f"/v1/streams/national/blobs/{DIGEST}"),
    ("HEAD", f"/v1/streams/national/blobs/{DIGEST}"),
    ("GET", f"/v1/streams/national/blobs/{DIGEST}/0"),
    ("PUT", f"/v1/streams/national/blobs/{DIGEST}/0?size=1"),
    ("DELETE", "/v1/session"),
    ("POST", "/v1/reports"),
    ("POST", "/v1/inquiries/x/link"),
    ("GET", "/v1/metrics"),
    ("GET", "/v1/openapi.json"),
]


def problem(answer: requests.Response) -> Problem:
    """The Problem of an answer, which must say that it is a hub's."""
    assert answer.headers[wire.PROTOCOL_HEADER] == str(PROTOCOL)
    assert answer.headers["Content-Type"] == wire.JSON
    told = wire.read_problem(answer.content)
    assert told.code in SENTENCES
    return told


def test_nothing_is_served_without_a_token(running: RunningHub):
    for method, path in ROUTES:
        for header in ("", "Bearer", "Bearer nope", "Basic eDp5", "Bearer \u00e9"):
            headers = {"Authorization": header.encode("latin-1")} if header else {}
            answer = requests.request(method, running.url + path, data=b"{}", headers=headers)
            assert answer.status_code == 401, (method, path, header)
            assert answer.headers["WWW-Authenticate"] == "Bearer"
            if method != "HEAD":
                assert problem(answer).code == "token"


def test_the_list_of_routes_above_is_whole(caller: Calling):
    told = caller("jansen").ask("GET", "/v1/openapi.json").json()
    listed = {(m, p.partition("?")[0].replace(DIGEST, "x")) for m, p in ROUTES}
    listed |= {("POST", "/v1/session"), ("POST", "/v1/session/renew"), ("GET", "/v1/health")}
    listed |= {("GET", "/a/{token}"), ("POST", "/a/{token}")}  # the link is what lets in
    for path, methods in told["paths"].items():
        concrete = path.replace("{stream}", "national").replace("{digest}", "x").replace("{n}", "0")
        concrete = concrete.replace("{id}", "x")
        for method in methods:
            assert (method.upper(), concrete) in listed | {("HEAD", concrete)}


def test_health_needs_no_token_and_says_which_hub(running: RunningHub):
    answer = requests.get(running.url + "/v1/health")
    assert answer.status_code == 200
    told = answer.json()
    assert told["hub"] == str(running.hub.key.hub)
    assert told["protocol"] == PROTOCOL
    assert told["epoch"] == running.log.epoch
    assert answer.headers[wire.PROTOCOL_HEADER] == str(PROTOCOL)


# -- sessions


def test_a_session_says_who_and_which_hub(caller: Calling, running: RunningHub):
    session = caller("vnog").session
    assert session is not None
    assert (session.name, session.role, session.organisation) == ("vnog", "region_officer", "VR06")
    assert session.hub == str(running.hub.key.hub)
    assert session.hub_key == running.hub.key.public.hex()
    assert session.device_code.startswith("K")
    assert 500 < session.expires_in <= 600


def test_a_wrong_password_a_wrong_name_and_too_many(running: RunningHub):
    asked = SignIn("jansen", "verkeerd", new_id(), "11" * 32, "desk")
    answers = []
    for name in ("jansen", "niemand"):
        body = wire.encode(SignIn(name, "verkeerd", new_id(), "11" * 32, "desk"))
        answers.append(requests.post(running.url + "/v1/session", data=body))
    assert [a.status_code for a in answers] == [401, 401]
    assert answers[0].content == answers[1].content
    assert problem(answers[0]).code == "sign_in"
    for _ in range(8):
        last = requests.post(running.url + "/v1/session", data=wire.encode(asked))
    assert last.status_code == 429
    assert problem(last).code == "slow_down"
    assert int(last.headers["Retry-After"]) >= 1


def test_a_workstation_without_a_proper_key(running: RunningHub):
    for key in ("", "11", "11" * 33, "zz" * 32):
        body = wire.encode(SignIn("jansen", PASSWORD, new_id(), key, "desk"))
        answer = requests.post(running.url + "/v1/session", data=body)
        assert answer.status_code in (400, 403)
        assert problem(answer).code in ("unreadable", "device")


def test_tokens_are_renewed_and_end(caller: Calling):
    officer = caller("jansen")
    assert officer.session is not None
    body = wire.encode(Renew(officer.session.refresh))
    answer = officer.http.post(officer.url + "/v1/session/renew", data=body)
    officer.session = wire.decode(Session, answer.content)
    assert officer.pull().head.grants
    assert officer.ask("DELETE", "/v1/session").status_code == 204
    answer = officer.ask("POST", "/v1/pull", b"{}")
    assert (answer.status_code, problem(answer).code) == (401, "token")
    again = officer.http.post(
        officer.url + "/v1/session/renew", data=wire.encode(Renew(officer.session.refresh))
    )
    assert (again.status_code, problem(again).code) == (401, "token")


def test_a_token_that_expires_while_its_poll_is_held(dsn: str, tmp_path: Path):
    late = timedelta()

    def now() -> datetime:
        return datetime.now(UTC) + late

    with running_hub(tmp_path / "hub", dsn=dsn, now=now) as hub:
        hub.add_user("jansen", PASSWORD)
        officer = Caller(hub.url, "jansen").sign_in()
        assert officer.pull().head.grants
        late = timedelta(minutes=11)
        answer = officer.ask("POST", "/v1/pull", wire.encode(officer.pull_request({})))
        assert (answer.status_code, problem(answer).code) == (401, "token")
        officer.close()


# -- what cannot be read, and how much


UNREADABLE: list[tuple[bytes, dict[str, str]]] = [
    (b"", {}),
    (b"{", {}),
    (b"[]", {}),
    (b"{}", {}),
    (b"\xff\xfe", {}),
    (b"[" * 100_000, {}),
    (b"{}", {"Content-Encoding": "gzip"}),
    (gzip.compress(b"{}")[:-4], {"Content-Encoding": "gzip"}),
    (b"{}", {"Content-Encoding": "br"}),
    (b"<html>", {"Content-Type": "text/html"}),
]


def test_bodies_that_are_no_message(caller: Calling):
    officer = caller("jansen")
    for path in ("/v1/push", "/v1/pull", "/v1/snapshot/national", "/v1/numbers"):
        for body, headers in UNREADABLE:
            answer = officer.ask("POST", path, body, headers=headers)
            assert answer.status_code == 400
            assert problem(answer).code == "unreadable"


def test_too_large_a_push_is_told_whole_and_the_line_goes_on(caller: Calling):
    officer = caller("jansen")
    answer = officer.ask("POST", "/v1/push", b"x" * 6_000_000)
    assert (answer.status_code, problem(answer).code) == (413, "too_large")

    def in_pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield b"x" * 100_000

    answer = officer.ask("POST", "/v1/push", in_pieces())
    assert (answer.status_code, problem(answer).code) == (413, "too_large")
    assert officer.ask("POST", "/v1/pull", b"x" * 1_000_000).status_code == 413
    assert officer.pull().head.grants


def test_a_bomb_is_not_unpacked(caller: Calling):
    bomb = gzip.compress(b" " * (wire.MAX_PLAIN + 1))
    assert len(bomb) < 1_000_000
    answer = caller("jansen").ask("POST", "/v1/push", bomb, headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, problem(answer).code) == (400, "unreadable")


def test_an_endless_body_is_cut(caller: Calling, running: RunningHub):
    """Whoever sends on and on is not read for ever."""
    host, port = running.url.removeprefix("http://").split(":")
    officer = caller("jansen")
    with socket.create_connection((host, int(port))) as line:
        head = "POST /v1/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
        head += f"Authorization: {officer.headers['Authorization']}\r\n\r\n"
        line.sendall(head.encode())
        sent = 0
        chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
        with pytest.raises(OSError):  # noqa: PT012
            while sent < 64 << 20:
                line.sendall(chunk)
                sent += 65536
        assert sent < 40 << 20
    assert officer.pull().head.grants


def test_paths_and_methods_that_are_not_there(caller: Calling):
    officer = caller("jansen")
    for method, path, status in (
        ("GET", "/", 404),
        ("GET", "/docs", 404),
        ("GET", "/openapi.json", 404),
        ("GET", "/v1/push", 405),
        ("POST", "/v1/health/", 404),
        ("GET", "/v1/streams/national/blobs/../../health", 404),
    ):
        answer = officer.ask(method, path)
        assert (answer.status_code, problem(answer).code) == (status, "not_found")


def test_parameters_that_are_none(caller: Calling):
    officer = caller("jansen")
    for path in (
        "/v1/entries/national",
        "/v1/entries/national?record=x&after=-1",
        "/v1/entries/national?record=x&limit=0",
        "/v1/entries/national?record=x&limit=501",
        "/v1/entries/national?record=" + "x" * 99,
        f"/v1/streams/national/blobs/{DIGEST}/x",
        f"/v1/streams/national/blobs/{DIGEST}/-1",
        f"/v1/streams/national/blobs/{DIGEST}/99999999999999999999",
    ):
        answer = officer.ask("GET", path)
        assert (answer.status_code, problem(answer).code) == (400, "unreadable")


def test_names_of_streams_that_are_none(caller: Calling):
    officer = caller("jansen")
    for name in ("%00", "national%00", "%2e%2e", "naTional", "x" * 300, "%F0%9F"):
        for method, path in (
            ("GET", f"/v1/entries/{name}?record=x"),
            ("GET", f"/v1/streams/{name}/blobs/{DIGEST}"),
            ("GET", f"/v1/streams/{name}/blobs/{DIGEST}/0"),
            ("PUT", f"/v1/streams/{name}/blobs/{DIGEST}/0?size=1"),
        ):
            answer = officer.ask(method, path, b"x" if method == "PUT" else None)
            assert (answer.status_code, problem(answer).code) == (404, "not_found")


def test_a_stream_named_twice_differently(caller: Calling):
    officer = caller("jansen")
    body = wire.encode(
        {"protocol": 1, "schema": 1, "device": officer.device, "epoch": "", "checkpoints": [],
         "stream": "test", "type": "", "after": "", "limit": 1}
    )  # fmt: skip
    answer = officer.ask("POST", "/v1/snapshot/national", body)
    assert (answer.status_code, problem(answer).code) == (400, "unreadable")


def test_a_desk_that_is_newer_than_the_hub_waits(caller: Calling):
    officer = caller("jansen")
    pull = json.loads(wire.encode(officer.pull_request({})))
    push = json.loads(wire.encode(officer.push_request(epoch=officer.epoch())))
    page = {**pull, "stream": "national", "type": "", "after": ""}
    for protocol, schema in ((PROTOCOL + 1, 1), (PROTOCOL, 99)):
        for path, told in (("push", push), ("pull", pull), ("snapshot/national", page)):
            body = json.dumps({**told, "protocol": protocol, "schema": schema}).encode()
            answer = officer.ask("POST", f"/v1/{path}", body)
            assert (answer.status_code, problem(answer).code) == (426, "hub_too_old")


# -- when the hub itself is in trouble


TROUBLE: list[tuple[Exception, int, str]] = [
    (DatabaseDown("away"), 503, "database"),
    (DatabaseBusy("locks"), 503, "busy"),
    (DatabaseFull("disk"), 507, "full"),
    (psycopg.ProgrammingError("value of a person"), 500, "defect"),
    (ZeroDivisionError("value of a person"), 500, "defect"),
]


def test_what_goes_wrong_in_the_hub_is_told_without_details(
    caller: Calling, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    officer = caller("jansen")
    body = wire.encode(officer.pull_request({}))
    for error, status, code in TROUBLE:

        def fail(*_: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(HubLog, "check_presented", fail)
        caplog.clear()
        with caplog.at_level(logging.ERROR):
            answer = officer.ask("POST", "/v1/pull", body)
        assert (answer.status_code, problem(answer).code) == (status, code)
        assert "person" not in answer.text + caplog.text
        if status != 500:
            assert int(answer.headers["Retry-After"]) >= 1
        else:
            assert type(error).__name__ in caplog.text


def test_a_database_that_is_away_for_a_while(running: RunningHub, caller: Calling, dsn: str):
    """Its connections are cut: the next request finds it again, and so does the listener."""
    officer, other = caller("jansen"), caller("devries")
    officer.report(title="Voor de storing")
    name = psycopg.conninfo.conninfo_to_dict(dsn)["dbname"]
    with psycopg.connect(dsn, dbname="postgres", autocommit=True) as administrator:
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        administrator.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        administrator.execute(cut, (name,))
        answer = requests.get(running.url + "/v1/health")
        assert (answer.status_code, problem(answer).code) == (503, "database")
        assert int(answer.headers["Retry-After"]) >= 1
        administrator.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert len(other.pull().entries) == 1
    officer.report(title="Na de storing")
    assert len(other.pull().entries) == 2


def test_a_storm_is_told_to_come_back():
    under_way = edge.UnderWay(1)
    with under_way.one_more(lambda low, high: low):
        with pytest.raises(RequestProblem) as refused, under_way.one_more(lambda low, high: high):
            raise AssertionError
        assert (refused.value.status, refused.value.retry_after) == (503, 5.0)
    with under_way.one_more(lambda low, high: low):
        pass


# -- figures


def test_figures_are_for_who_runs_the_hub(running: RunningHub, caller: Calling):
    officer, boss = caller("jansen"), caller("baas")
    officer.push(officer.changeset(Change("report", new_id(), How.NEW, {"title": "x"})))
    assert officer.ask("GET", "/v1/metrics").status_code == 404
    key = running.add_key("prometheus", "KCR2")
    other = running.add_key("meldkamer", "VR06")
    answer = requests.get(running.url + "/v1/metrics", headers={"Authorization": f"Bearer {other}"})
    assert answer.status_code == 404
    answer = requests.get(running.url + "/v1/metrics", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200
    assert 'kcr2_changesets_total{outcome="applied"} 1.0' in answer.text
    assert 'route="/v1/push"' in answer.text
    assert boss.ask("GET", "/v1/metrics").status_code == 200


def test_the_interface_is_described(caller: Calling):
    told = caller("jansen").ask("GET", "/v1/openapi.json").json()
    for name in ("PushRequest", "PushAnswer", "PullRequest", "Session", "Problem", "Entry"):
        assert name in told["components"]["schemas"]
    push = told["paths"]["/v1/push"]["post"]
    assert push["requestBody"]["content"][wire.JSON]["schema"]["$ref"].endswith("/PushRequest")
    assert set(push["responses"]) >= {"200", "401", "409", "413", "426", "503", "507"}
    assert told["paths"]["/v1/health"]["get"]["security"] == []
    assert told["security"] == [{"token": []}]
    text = json.dumps(told)
    for reference in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert reference in told["components"]["schemas"]


def test_an_answer_is_not_held_by_the_line_itself(caller: Calling):
    """Nagle's algorithm and a delayed acknowledgement together would cost 40 ms each."""
    officer = caller("jansen")
    body = wire.encode(officer.pull_request({"national": Cursor()}))
    best = min(_timed(lambda: officer.ask("POST", "/v1/pull", body)) for _ in range(20))
    assert best < 0.03


def _timed(what: Callable[[], object]) -> float:
    began = time.monotonic()
    what()
    return time.monotonic() - began
