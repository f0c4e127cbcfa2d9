"""Processes that are killed: the hub between commit and answer, the desk while it saves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub
from tests.sync.conftest import PASSWORD, Desks
from tests.sync.equal import assert_equal, assert_once, entries_at
from tests.sync.test_faults import until_ok

DESK = textwrap.dedent(
    """
    import sys
    from kcr2desk.headless import Desk
    folder, hub, password = sys.argv[1:]
    desk = Desk.open(folder, hub=hub, user="jansen", password=password, key=b"k" * 32)
    desk.follow()
    n = 0
    while True:
        report = desk.save("report", title=f"Melding {n}")
        desk.edit("report", report, place=f"Plaats {n}")
        print(report, flush=True)
        n += 1
    """
)


class Served:
    """`kcr2desk hub serve` as a process of its own, on one port."""

    def __init__(self, folder: Path, port: int) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "kcr2desk",
                "hub",
                "serve",
                "--data",
                folder,
                "--port",
                str(port),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().split()[-1]

    def kill(self) -> None:
        self.process.kill()
        self.end()

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def hub_folder(tmp_path: Path, dsn: str) -> Path:
    folder = tmp_path / "served"
    run = [sys.executable, "-m", "kcr2desk", "hub"]
    subprocess.run([*run, "init", "--data", folder, "--dsn", dsn], check=True, capture_output=True)
    add = [*run, "user", "add", "jansen", "--role", "duty_officer", "--password-stdin"]
    subprocess.run(
        [*add, "--data", folder], input=PASSWORD, text=True, check=True, capture_output=True
    )
    return folder


def test_a_hub_that_is_killed_again_and_again_has_everything_once(
    hub_folder: Path, dsn: str, tmp_path: Path
):
    served = Served(hub_folder, 0)
    port = int(served.url.rsplit(":", 1)[1])
    desk = Desk.open(
        tmp_path / "desk", hub=served.url, user="jansen", password=PASSWORD, key=b"k" * 32
    )
    with desk:
        assert desk.sync(20).ok
        desk.follow()
        made = []
        for turn in range(3):
            made += [desk.save("report", title=f"Melding {turn} {n}") for n in range(60)]
            time.sleep(0.05 * turn)
            served.kill()
            made += [desk.save("report", title=f"Zonder centrale {turn}")]
            served = Served(hub_folder, port)
        desk.stop()
        until_ok(desk)
        logged = [change.id for entry in entries_at(dsn) for change in entry.changeset.changes]
        assert sorted(logged) == sorted(made)
        assert_equal(dsn, desk)
    served.end()


def test_a_desk_that_is_killed_while_saving_and_sending_lost_nothing(
    desks: Desks, hub: RunningHub, dsn: str
):
    folder = desks.folder / "killed"
    told: list[str] = []
    for turn in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", DESK, folder, hub.url, PASSWORD],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        told += [process.stdout.readline().strip() for _ in range(20 + 7 * turn)]
        os.kill(process.pid, signal.SIGKILL)
        told += [line.strip() for line in process.stdout.read().splitlines()]
        process.wait(30)
        process.stdout.close()
    desk = desks.open("killed")
    changesets = [pending.id for pending in desk.pending()]
    until_ok(desk)
    for report in told:
        seen = desk.get("report", report)
        assert seen is not None
        assert seen.place
    assert_once(dsn, changesets)
    assert_equal(dsn, desk)
