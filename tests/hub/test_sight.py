"""What some may see and others may not, asked for through everything that the hub answers."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable

import pytest

from kcr2desk import wire
from kcr2desk.core.changes import Change, Cursor, Entry, How, Redacted
from kcr2desk.core.engine import chain_of
from kcr2desk.core.messages import Pulled, SnapshotPage
from kcr2desk.core.text import Json
from tests.hub.line import Caller, new_id

SignIn = Callable[[str], Caller]
SECRET = "Onder embargo"


def attach(caller: Caller, about: str, data: bytes, stream: str = "national") -> str:
    """An attachment with its bytes; returns the digest."""
    digest = hashlib.sha256(data).hexdigest()
    fields: dict[str, Json] = {
        "about": about,
        "about_type": "report",
        "name": "kaart.pdf",
        "size": len(data),
        "digest": digest,
    }
    change = Change("attachment", new_id(), How.NEW, fields)
    (outcome,) = caller.push(caller.changeset(change, stream=stream)).outcomes
    assert outcome.code == "applied"
    place = f"/v1/streams/{stream}/blobs/{digest}/0?size={len(data)}"
    assert caller.ask("PUT", place, data).status_code == 200
    return digest


def everything(caller: Caller) -> str:
    """All that the streams of this caller show, as one text."""
    pulled = caller.pull(dict.fromkeys(("national", "test", "reference"), Cursor()))
    pages: list[SnapshotPage] = [caller.snapshot()]
    while pages[-1].head.more:
        head = pages[-1].head
        pages.append(caller.snapshot(type=head.next_type, after=head.next_after))
    return wire.encode([pulled.entries, [page.records for page in pages]]).decode()


def whole_chain(pulled: Pulled) -> bool:
    national = [e for e in pulled.entries if e.stream == "national"]
    hashes = chain_of(Cursor(), national)
    (page,) = [page for page in pulled.head.pages if page.stream == "national"]
    return hashes is not None and hashes[-1] == page.to.hash


def history(caller: Caller, record: str, stream: str = "national") -> list[Entry | Redacted]:
    answer = caller.ask("GET", f"/v1/entries/{stream}?record={record}")
    assert answer.status_code == 200, answer.text
    *lines, end = answer.content.splitlines()
    assert json.loads(end) == {"lines": len(lines)}
    return [
        wire.decode(Redacted, line[1:]) if line[:1] == b"~" else wire.decode(Entry, line)
        for line in lines
    ]


@pytest.mark.parametrize("name", ["bakker", "utrecht"])
def test_a_record_for_some_is_nowhere_for_others(caller: SignIn, name: str):
    officer, other = caller("jansen"), caller(name)
    hidden = officer.report(title=SECRET, audience=["VR06"])
    digest = attach(officer, hidden, b"geheime kaart")
    officer.edit(hidden, place=["", "Soesterberg"])
    shown = officer.report(title="Voor allen", audience=["government", "regions"])
    told = everything(other)
    for word in (SECRET, hidden, digest, "Soesterberg", "kaart.pdf"):
        assert word not in told
    assert "Voor allen" in told
    assert whole_chain(other.pull())
    # history, files: the same answer as for what never was
    never = new_id()
    assert history(other, hidden) == history(other, never) == []
    assert len(history(other, shown)) == 1
    place = "/v1/streams/national/blobs"
    for method, path in (("GET", ""), ("HEAD", ""), ("GET", "/0"), ("HEAD", "/0")):
        real = other.ask(method, f"{place}/{digest}{path}")
        wrong = other.ask(method, f"{place}/{'0' * 64}{path}")
        assert real.status_code == wrong.status_code == 404
        assert real.content == wrong.content
        assert real.headers.keys() == wrong.headers.keys()
    again = other.ask("PUT", f"{place}/{digest}/0?size=13", b"geheime kaart")
    assert again.status_code == 404
    # and for those whom it is for
    region = caller("vnog")
    assert SECRET in everything(region)
    assert len(history(region, hidden)) == 2
    assert region.ask("GET", f"{place}/{digest}/0").content == b"geheime kaart"


def test_a_stream_that_is_not_ones_own_is_as_if_it_were_not_there(caller: SignIn):
    officer, region = caller("jansen"), caller("vnog")
    record = officer.report(title="Proefalarm", stream="test")
    digest = attach(officer, record, b"proef", "test")
    pulled = region.pull({"test": Cursor(), "nergens": Cursor(), "national": Cursor()})
    assert {page.stream for page in pulled.head.pages} == set()
    assert "test" not in pulled.head.grants
    for path in (
        f"/v1/entries/{{}}?record={record}",
        f"/v1/streams/{{}}/blobs/{digest}",
        f"/v1/streams/{{}}/blobs/{digest}/0",
    ):
        real, wrong = (region.ask("GET", path.format(s)) for s in ("test", "nergens"))
        assert (real.status_code, real.content) == (wrong.status_code, wrong.content)
        assert real.status_code == 404
    body = {"protocol": 1, "schema": 1, "device": region.device, "epoch": region.epoch()}
    body |= {"checkpoints": [], "type": "", "after": "", "limit": 10}
    answers = [
        region.ask("POST", f"/v1/snapshot/{s}", json.dumps({**body, "stream": s}).encode())
        for s in ("test", "nergens", "operation:" + new_id())
    ]
    assert {(a.status_code, a.content) for a in answers} == {(404, answers[0].content)}
    lease = {"letter": "M", "month": "2026-07", "count": 5}
    answers = [
        region.ask("POST", "/v1/numbers", json.dumps({**lease, "stream": s}).encode())
        for s in ("test", "nergens")
    ]
    assert {(a.status_code, a.content) for a in answers} == {(404, answers[0].content)}


def test_a_file_is_not_shared_between_streams(caller: SignIn):
    officer = caller("jansen")
    digest = attach(officer, officer.report(stream="test"), b"zelfde bytes", "test")
    assert officer.ask("GET", f"/v1/streams/test/blobs/{digest}/0").status_code == 200
    assert officer.ask("GET", f"/v1/streams/national/blobs/{digest}/0").status_code == 404


def test_contact_details_need_a_grant_also_in_a_conflict(caller: SignIn):
    one, other, liaison = caller("jansen"), caller("devries"), caller("bakker")
    record = one.report(title="Met beller", caller="Smit", audience=["government"])
    one.edit(record, caller=["Smit", "Smits"])
    assert other.edit(record, caller=["Smit", "Smith"]).code == "conflict"
    told = everything(liaison)
    assert "Met beller" in told
    assert "Smit" not in told
    assert "Smit" not in wire.encode(history(liaison, record)).decode()
    assert whole_chain(liaison.pull())
    assert everything(one).count("Smith") > 1


def test_what_was_withdrawn_or_released_since_is_never_taken_from_ready_pages(caller: SignIn):
    officer, liaison = caller("jansen"), caller("bakker")
    record = officer.report(title=SECRET, audience=["government"])
    digest = attach(officer, record, b"kaart")
    for _ in range(2):  # the second time from ready pages
        assert SECRET in everything(liaison)
    officer.edit(record, audience={"take": ["government"]})
    for _ in range(2):
        told = everything(liaison)
        assert SECRET not in told
        assert digest not in told
    assert whole_chain(liaison.pull())
    assert SECRET not in wire.encode(history(liaison, record)).decode()
    assert liaison.ask("GET", f"/v1/streams/national/blobs/{digest}/0").status_code == 404
    officer.edit(record, audience={"add": ["government"]})
    assert SECRET in everything(liaison)
    assert whole_chain(liaison.pull())
    assert liaison.ask("GET", f"/v1/streams/national/blobs/{digest}/0").status_code == 200


def test_a_state_from_before_a_release_stays_hidden(caller: SignIn):
    officer, liaison = caller("jansen"), caller("bakker")
    record = officer.report(title="Eerste gerucht")
    officer.edit(record, title=["Eerste gerucht", "Bevestigd"], audience={"add": ["government"]})
    told = everything(liaison)
    assert "Bevestigd" in told
    assert "gerucht" not in told
    assert "gerucht" not in wire.encode(history(liaison, record)).decode()
    assert whole_chain(liaison.pull())


def test_pages_of_a_snapshot_do_not_name_what_is_hidden(caller: SignIn):
    officer, liaison = caller("jansen"), caller("bakker")
    hidden: list[str] = []
    shown: list[str] = []
    for n in range(12):
        audience = ["government"] if n % 5 == 0 else []
        made = officer.report(title=f"Melding {n}", audience=audience)
        (shown if audience else hidden).append(made)
    seen, places, page = [], [], liaison.snapshot(limit=1)
    while True:
        assert page.head.count <= 1
        seen += [record.id for record in page.records if record.type == "report"]
        places.append(page.head.next_after)
        if not page.head.more:
            break
        page = liaison.snapshot(limit=1, type=page.head.next_type, after=page.head.next_after)
    assert seen == shown
    assert not set(places) & set(hidden)


def test_compressed_pages_are_the_same_bytes_for_readers_of_one_class(caller: SignIn):
    one, other, liaison = caller("jansen"), caller("devries"), caller("bakker")
    for n in range(3):
        one.report(title=f"Melding {n}")

    def raw(who: Caller) -> bytes:
        body = wire.encode(who.pull_request({"national": Cursor()}))
        answer = who.http.post(who.url + "/v1/pull", data=body, headers=who.headers, stream=True)
        return answer.raw.read(decode_content=False)

    assert raw(one) == raw(other) != raw(liaison)
    assert gzip.decompress(raw(one)).count(b"\n") == 5
