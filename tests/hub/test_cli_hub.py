"""`kcr2desk hub …` as an administrator uses it."""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcr2desk.cli import hub as cli
from kcr2desk.hub.postgres import FAST_AND_UNSAFE, EmbeddedPostgres
from kcr2desk.hub.postmaster import read_postmaster


def run(*words: str, monkeypatch: pytest.MonkeyPatch | None = None, typed: str = "") -> int:
    parser = argparse.ArgumentParser(prog="kcr2desk")
    cli.add_parser(parser.add_subparsers())
    if monkeypatch is not None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    arguments = parser.parse_args(["hub", *words])
    return int(arguments.run(arguments))


@pytest.fixture
def data(tmp_path: Path) -> Iterator[str]:
    """Where a server runs already, a fast one: the commands join it."""
    folder = tmp_path / "hub"
    with EmbeddedPostgres(folder, settings=FAST_AND_UNSAFE):
        yield str(folder)


def test_from_nothing_to_an_officer_and_a_key(data: str, capsys, monkeypatch):
    assert run("init", "--data", data) == 0
    assert "is ready in" in capsys.readouterr().out
    monkeypatch.setenv("KCR2DESK_DATA", data)
    add = ["user", "add", "Jansen", "--role", "duty_officer", "--password-stdin"]
    assert run(*add, monkeypatch=monkeypatch, typed="four words are better\n") == 0
    assert capsys.readouterr().out == "Account Jansen (duty_officer, KCR2) is there.\n"
    assert run(*add, monkeypatch=monkeypatch, typed="geheim") == 1
    captured = capsys.readouterr()
    assert "There is an account Jansen already." in captured.err
    assert "short password" in captured.err
    region = ["user", "add", "vnog", "--role", "region_officer", "--password-stdin"]
    assert run(*region, monkeypatch=monkeypatch, typed="four words are better") == 1
    assert "needs a region" in capsys.readouterr().err
    assert run(*region, "--region", "VR06", monkeypatch=monkeypatch, typed="four words x") == 0
    assert run("user", "disable", "JANSEN") == 0
    assert run("user", "disable", "Pietersen") == 1
    assert run("user", "password", "vnog", "--password-stdin", monkeypatch=monkeypatch) == 1
    assert "1 to 1024" in capsys.readouterr().err
    assert run("user", "list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Jansen\tduty_officer\tKCR2\tdisabled\tnever",
        "vnog\tregion_officer\tVR06\tactive\tnever",
    ]
    assert run("key", "add", "feed", "--source", "VR06") == 0
    assert capsys.readouterr().out.startswith("kcr2_")
    assert run("key", "disable", "feed") == 0
    capsys.readouterr()
    assert run("key", "list") == 0
    assert capsys.readouterr().out == "feed\tintake\tVR06\tdisabled\tnever\n"
    assert run("status") == 0
    said = capsys.readouterr().out
    assert "its own, PostgreSQL 18" in said
    assert "Accounts  1" in said


def test_a_hub_is_made_once(data: str, capsys):
    assert run("init", "--data", data) == 0
    key = (Path(data) / "hub-key").read_bytes()
    assert run("init", "--data", data) == 1
    assert "never changes who it is" in capsys.readouterr().err
    assert (Path(data) / "hub-key").read_bytes() == key


def test_without_a_server_running_it_starts_one_and_leaves_none(tmp_path: Path, capsys):
    data = tmp_path / "hub"
    assert run("init", "--data", str(data)) == 0
    assert run("status", "--data", str(data)) == 0
    assert read_postmaster(data / "postgres") is None


def test_a_database_of_ones_own(dsn: str, tmp_path: Path, capsys):
    data = tmp_path / "hub"
    assert run("init", "--data", str(data), "--dsn", dsn) == 0
    assert not (data / "postgres").exists()
    assert run("status", "--data", str(data)) == 0
    assert "by DSN" in capsys.readouterr().out


def test_what_is_missing_is_said(tmp_path: Path, capsys, monkeypatch):
    monkeypatch.delenv("KCR2DESK_DATA", raising=False)
    assert run("status") == 2
    assert "--data FOLDER" in capsys.readouterr().err
    assert run("status", "--data", str(tmp_path)) == 1
    assert "hub init" in capsys.readouterr().err
    assert run("init", "--data", str(tmp_path / "x"), "--dsn", "host=/nowhere") == 1
    assert "cannot be reached" in capsys.readouterr().err
    assert not (tmp_path / "x" / "hub-key").exists()
    for words in (["user", "add", "x", "--role", "minister"], ["key"], []):
        with pytest.raises(SystemExit) as stopped:
            run(*words)
        assert stopped.value.code == 2


def test_without_the_extra_it_says_what_to_install(tmp_path: Path):
    program = """
import argparse, sys
sys.modules["psycopg"] = None
from kcr2desk.cli import hub
parser = argparse.ArgumentParser()
hub.add_parser(parser.add_subparsers())
arguments = parser.parse_args(sys.argv[1:])
sys.exit(arguments.run(arguments))
"""
    finished = subprocess.run(
        [sys.executable, "-c", program, "hub", "status", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (finished.returncode, finished.stdout) == (1, "")
    assert "pip install 'kcr2desk[hub]'" in finished.stderr
    assert "Traceback" not in finished.stderr
