"""`kcr2desk hub serve` as a process: one line when ready, and a clean end."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from kcr2desk.hub.accounts import Passwords, add_account
from kcr2desk.hub.database import Database
from kcr2desk.hub.keys import HubKey, save_key
from tests.hub.line import PASSWORD, Caller, new_id
from tests.hub.people import new_id as account_id


@pytest.fixture
def folder(dsn: str, tmp_path: Path, database: Database, passwords: Passwords, clock) -> Path:
    """A hub that was made, with one officer, and is not running."""
    from uuid import UUID

    place = tmp_path / "hub"
    place.mkdir()
    save_key(place, HubKey(UUID(new_id()), b"k" * 32))
    with database.transaction() as connection:
        add_account(
            connection,
            id=account_id(),
            name="jansen",
            role="duty_officer",
            password_hash=passwords.hash(PASSWORD),
            now=clock(),
        )
    return place


@contextmanager
def served(folder: Path, dsn: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kcr2desk", "hub", "serve", "--data", str(folder)]
    process = subprocess.Popen(
        [*command, "--dsn", dsn, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_and_ends_in_time_with_polls_held(folder: Path, dsn: str, number: int):
    with served(folder, dsn, "--port", "0") as process:
        said = line(process)
        assert said.startswith("KCR2 hub on http://127.0.0.1:")
        officer = Caller(said.split()[-1], "jansen").sign_in()
        head = officer.snapshot(limit=1).head.start
        answers: list[object] = []

        def poll() -> None:
            mine = Caller(officer.url, "jansen", session=officer.session)
            answers.append(mine.pull({"national": head}, wait=20).head.pages)
            mine.close()

        threads = [threading.Thread(target=poll) for _ in range(5)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(10) == 0
        assert time.monotonic() - began < 2
        for thread in threads:
            thread.join(5)
        assert answers == [()] * 5  # each was answered, none was cut
        officer.close()
        assert process.stdout is not None
        assert process.stderr is not None
        assert (process.stdout.read(), process.stderr.read()) == ("", "")
    with pytest.raises(requests.ConnectionError):
        requests.get(officer.url + "/v1/health", timeout=2)


def test_a_port_that_is_taken_is_a_sentence(folder: Path, dsn: str):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with served(folder, dsn, "--port", str(port)) as process:
            out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (1, "")
    assert f"cannot listen on 127.0.0.1:{port}" in err
    assert "Traceback" not in err


def test_two_processes_serve_desks_together_and_one_may_be_killed(folder: Path, dsn: str):
    with served(folder, dsn, "--port", "0") as first, served(folder, dsn, "--port", "0") as second:
        one = Caller(line(first).split()[-1], "jansen").sign_in()
        other = Caller(line(second).split()[-1], "jansen").sign_in()
        head = other.snapshot(limit=1).head.start
        seconds: list[float] = []

        def poll() -> None:
            other.pull({"national": head}, wait=20)
            seconds.append(time.monotonic())

        thread = threading.Thread(target=poll)
        thread.start()
        time.sleep(0.5)
        one.report(title="Langs de andere")
        pushed = time.monotonic()
        thread.join(10)
        assert seconds[0] - pushed < 0.5
        first.kill()
        first.wait(10)
        other.report(title="De andere gaat door")
        assert len(other.pull().entries) == 2
        one.close()
        other.close()
        second.terminate()
        assert second.wait(10) == 0
