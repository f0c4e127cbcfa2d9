"""A hub restored from an older backup is healed by its desks (sync.md, section 6)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kcr2desk.hub.running import running_hub
from tests.sync.conftest import Desks, add_people
from tests.sync.equal import assert_equal, assert_once, entries_at
from tests.sync.proxy import FaultProxy


class Relocated(FaultProxy):
    """A fixed address for a hub that is started several times."""

    def point_to(self, hub_url: str) -> None:
        from urllib.parse import urlsplit

        self._hub = urlsplit(hub_url)


@pytest.mark.parametrize("first_back", ["who knows more", "who knows less"])
def test_nothing_is_lost_when_the_hub_comes_back_older(
    dsn: str, copy_of: Callable[[str], str], tmp_path: Path, first_back: str
):
    folder = tmp_path / "hub"
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            with running_hub(folder, dsn=dsn) as hub:
                add_people(hub)
                address.point_to(hub.url)
                one, other = desks.open("one"), desks.open("other", "devries")
                kept = one.save("report", title="Voor de reservekopie")
                assert one.sync(20).ok
                assert other.sync(20).ok
            backup = copy_of(dsn)
            with running_hub(folder, dsn=dsn) as hub:
                address.point_to(hub.url)
                lost = one.save("report", title="Na de reservekopie")
                one.edit("report", kept, place="Kootwijk")
                assert one.sync(20).ok
                assert other.sync(20).ok  # pulled what the backup does not have
                other.edit("report", lost, owner="devries")
                assert other.sync(20).ok
                before = entries_at(dsn)
            with running_hub(folder, dsn=backup) as hub:
                address.point_to(hub.url)
                unsent = one.save("report", title="Terwijl de centrale weg was")
                order = [one, other] if first_back == "who knows less" else [other, one]
                for _ in range(3):
                    for desk in order:
                        desk.sync(30)
                assert_equal(backup, one, other)
                assert_once(backup, [entry.changeset.id for entry in before])
                assert other.get("report", lost).owner == "devries"
                assert one.get("report", kept).place == "Kootwijk"
                assert other.get("report", unsent) is not None
                assert one.attention().conflicts == ()


def test_what_others_wrote_is_offered_by_whoever_pulled_it(
    dsn: str, copy_of: Callable[[str], str], tmp_path: Path
):
    """The desk that wrote it never comes back; the one that read it heals the hub."""
    folder = tmp_path / "hub"
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            with running_hub(folder, dsn=dsn) as hub:
                add_people(hub)
                address.point_to(hub.url)
                writer, reader = desks.open("writer"), desks.open("reader", "devries")
                assert writer.sync(20).ok
                assert reader.sync(20).ok
            backup = copy_of(dsn)
            with running_hub(folder, dsn=dsn) as hub:
                address.point_to(hub.url)
                report = writer.save("report", title="Geschreven en weg")
                writer.edit("report", report, region="VR06")
                assert writer.sync(20).ok
                assert reader.sync(20).ok
                before = entries_at(dsn)
            writer.close()
            with running_hub(folder, dsn=backup) as hub:
                address.point_to(hub.url)
                for _ in range(3):
                    assert reader.sync(30).ok, reader.health
                assert_equal(backup, reader)
                assert_once(backup, [entry.changeset.id for entry in before])
                assert reader.get("report", report).region == "VR06"


def test_what_the_hub_lost_and_nobody_can_prove_is_gone_without_any_report_here(
    dsn: str, copy_of: Callable[[str], str], tmp_path: Path
):
    """A region cannot prove what it sees a part of; a desk without reports is no empty desk."""
    folder = tmp_path / "hub"
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            with running_hub(folder, dsn=dsn) as hub:
                add_people(hub)
                address.point_to(hub.url)
                room, region = desks.open("room"), desks.open("region", "vnog")
                assert region.sync(20).ok
            backup = copy_of(dsn)
            with running_hub(folder, dsn=dsn) as hub:
                address.point_to(hub.url)
                unit = room.save("unit", name="Handcrew 1", owner="VR06", source="VR06",
                                 resource="handcrew")  # fmt: skip
                room.save("unit", name="Elders", owner="VR07", source="VR07", resource="handcrew")
                assert room.sync(20).ok
                assert region.sync(20).ok
                assert region.get("unit", unit) is not None
            with running_hub(folder, dsn=backup) as hub:
                address.point_to(hub.url)
                assert region.sync(30).ok
                assert region.get("unit", unit) is None  # the room did not offer it again yet
                assert room.sync(30).ok
                assert region.sync(30).ok
                assert region.get("unit", unit) is not None
