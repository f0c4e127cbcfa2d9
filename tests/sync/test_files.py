"""Files of every size, and with what is wrong about them: no round stands still for them."""

from __future__ import annotations

import random

import pytest

from tests.sync.conftest import Desks
from tests.sync.proxy import FaultProxy

PIECE = 1 << 20


def digest_of(desk, attachment: str) -> str:
    return str(desk.values("attachment", attachment)["digest"])


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1])
def test_a_file_of_any_size_arrives(desks: Desks, size: int):
    a, b = desks.open("a"), desks.open("b", "devries")
    report, other = (a.save("report", title="Met bijlage") for _ in range(2))
    data = random.Random(size).randbytes(size)
    files = [a.attach("report", r, "naam", "text/plain", data) for r in (report, other)]
    for desk in (a, b):
        assert desk.sync(20).ok
    assert not a.cache.files_to_send()
    b.cache.want_file(digest_of(b, files[0]))
    assert b.sync(20).ok
    assert b.cache.file(digest_of(b, files[1])) == data


def test_a_wrong_size_is_no_hot_loop(desks: Desks, proxy: FaultProxy):
    a, b = desks.open("a"), desks.open("b", "devries", hub=proxy.url)
    file = a.attach("report", a.save("report", title="x"), "n", "x/y", bytes(2 * PIECE))
    assert a.sync(20).ok
    a.edit("attachment", file, size=5)
    for desk in (a, b):
        assert desk.sync(20).ok
    b.cache.want_file(digest_of(b, file))
    assert b.sync(10).ok
    assert sum("/blobs/" in path for _, path in proxy.asked) <= 2


def test_a_digest_that_is_none_leads_nowhere_else(desks: Desks, proxy: FaultProxy):
    a = desks.open("a", hub=proxy.url)
    report = a.save("report", title="x")
    a.save("attachment", about=report, name="n", digest="../../../health?", size=5)
    assert a.sync(20).ok
    proxy.asked.clear()
    a.cache.want_file("../../../health?")
    assert a.sync(10).ok
    assert [path for _, path in proxy.asked if "streams/health" in path] == []


def test_a_file_that_nothing_takes_keeps_nothing_else_back(desks: Desks, proxy: FaultProxy):
    """Something on the way, or the hub, takes no body of this size."""
    a, b = desks.open("a", hub=proxy.url), desks.open("b", "devries")
    assert a.sync(20).ok
    there = b.save("report", title="Van b")
    assert b.sync(20).ok
    a.attach("report", a.save("report", title="Van a"), "n", "x/y", bytes(PIECE))
    assert len(a.cache.files_to_send()) == 1
    proxy.fault = lambda method, path, _n: "413" if method == "PUT" else ""
    health = a.sync(10)
    assert (health.ok, health.waiting) == (True, 0)
    assert a.get("report", there) is not None


def test_a_file_of_a_refused_attachment_is_not_sent_again_and_again(
    desks: Desks, proxy: FaultProxy
):
    vnog, b = desks.open("a", "vnog", hub=proxy.url), desks.open("b", "devries")
    report = b.save("report", title="Van KCR2", audience={"regions"})
    for desk in (b, vnog):
        assert desk.sync(20).ok
    vnog.attach("report", report, "n", "x/y", bytes(PIECE))
    for _ in range(4):
        assert vnog.sync(20).line.value == "refused"  # by a person to be seen
    assert len(vnog.attention().refusals) == 1
    assert sum("size=" in path for _, path in proxy.asked) == 0
