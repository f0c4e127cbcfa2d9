"""A hub restored from an older backup gets the bytes of attachments back, too."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kcr2desk.hub.running import running_hub
from tests.sync.conftest import Desks, add_people
from tests.sync.equal import assert_equal
from tests.sync.test_restored import Relocated


@pytest.mark.parametrize("comes_back", ["who attached it", "who fetched it"])
def test_bytes_come_back_to_a_hub_that_lost_them(
    dsn: str, copy_of: Callable[[str], str], tmp_path: Path, comes_back: str
):
    folder = tmp_path / "hub"
    data = random.Random(5).randbytes((1 << 20) + 5)
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            with running_hub(folder, dsn=dsn) as hub:
                add_people(hub)
                address.point_to(hub.url)
                writer, reader = desks.open("writer"), desks.open("reader", "devries")
                report = writer.save("report", title="Met een foto")
                for desk in (writer, reader):
                    assert desk.sync(20).ok
            backup = copy_of(dsn)
            with running_hub(folder, dsn=dsn) as hub:
                address.point_to(hub.url)
                file = writer.attach("report", report, "foto.jpg", "image/jpeg", data)
                for desk in (writer, reader):
                    assert desk.sync(20).ok
                digest = str((reader.values("attachment", file) or {})["digest"])
                reader.cache.want_file(digest)
                assert reader.sync(20).ok
                assert reader.cache.file(digest) == data
            with running_hub(folder, dsn=backup) as hub:
                address.point_to(hub.url)
                back = writer if comes_back == "who attached it" else reader
                for _ in range(3):
                    assert back.sync(30).ok, back.health
                assert back.cache.file(digest) == data
                fresh = desks.open("fresh", "devries")
                assert fresh.sync(30).ok
                assert_equal(backup, back, fresh)
                fresh.cache.want_file(digest)
                assert fresh.sync(30).ok
                assert fresh.cache.file(digest) == data
                asked = len(address.asked)
                assert back.sync(30).ok
                assert not [p for _, p in address.asked[asked:] if "/blobs/" in p]
