"""Disks that were copied, and desks and hubs of other versions."""

from __future__ import annotations

import shutil

from kcr2desk.core.health import Line
from kcr2desk.hub.running import RunningHub
from tests.sync.conftest import Desks
from tests.sync.equal import assert_equal, assert_once
from tests.sync.proxy import FaultProxy
from tests.sync.test_faults import until_ok


def test_two_desks_on_a_copied_folder_both_keep_what_they_write(desks: Desks, dsn: str):
    first = desks.open("first")
    first.save("report", title="Voor de kopie")
    assert first.sync(20).ok
    first.close()
    shutil.copytree(desks.folder / "first", desks.folder / "copy")
    first, copy = desks.open("first"), desks.open("copy")
    mine = first.save("report", title="Op de eerste")
    theirs = copy.save("report", title="Op de kopie")
    changesets = [pending.id for desk in (first, copy) for pending in desk.pending()]
    for _ in range(2):
        until_ok(first)
        until_ok(copy)
    assert first.get("report", theirs) is not None
    assert copy.get("report", mine) is not None
    assert first.cache.identity.device != copy.cache.identity.device
    assert_once(dsn, changesets)
    assert_equal(dsn, first, copy)


def test_a_desk_that_is_newer_than_the_hub_waits_and_says_so(desks: Desks, hub: RunningHub):
    with OtherVersion(hub.url, "0") as old:
        desk = desks.open("desk")
        assert desk.sync(20).ok
        desk.close()
        desk = desks.open("desk", hub=old.url)
        report = desk.save("report", title="Nieuwer dan de centrale")
        health = desk.sync(3)
        assert health.line is Line.HUB_TOO_OLD
        assert health.waiting == 1
        assert desk.get("report", report) is not None
        old.version = "1"
        until_ok(desk)


def test_a_desk_that_is_too_old_for_the_hub_is_told_so(desks: Desks, hub: RunningHub):
    with TooOld(hub.url) as new:
        desk = desks.open("desk", hub=new.url)
        assert desk.sync(20).ok
        new.refuse = True
        desk.save("report", title="Ouder dan de centrale")
        health = desk.sync(3)
        assert health.line is Line.DESK_TOO_OLD
        assert health.waiting == 1
        new.refuse = False
        until_ok(desk)


class OtherVersion(FaultProxy):
    """A hub that says it speaks another version of the protocol."""

    version = "0"

    def __init__(self, hub_url: str, version: str) -> None:
        super().__init__(hub_url)
        self.version = version

    def _forward(self, handler, body):
        status, headers, answer = super()._forward(handler, body)
        changed = [(k, self.version if k.lower() == "kcr2-protocol" else v) for k, v in headers]
        return status, changed, answer


class TooOld(FaultProxy):
    """A hub that needs a newer desk."""

    refuse = False

    def _forward(self, handler, body):
        if not self.refuse:
            return super()._forward(handler, body)
        headers = [("KCR2-Protocol", "1"), ("Content-Type", "application/json")]
        return 426, headers, b'{"code":"schema","epoch":"","detail":""}'
