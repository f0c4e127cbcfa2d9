"""`kcr2desk import`: into the cache of an account, or to a hub with an API key."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcr2desk.__main__ import main
from kcr2desk.desk import vault
from kcr2desk.desk.accounts import known_accounts
from tests.desk.app_room import PASSWORD, Computer, HubRoom, hub_room
from tests.exchange.cap_samples import INFO, cap

MAIL = (
    b"From: Jan <jan@vnog.nl>\r\nTo: KCR2 <piket@kcr2.nl>\r\nSubject: Twee pelotons nodig\r\n"
    b"Date: Wed, 01 Jul 2026 14:05:00 +0200\r\nMessage-ID: <1@vnog.nl>\r\n\r\nVoor Hoog Buurlo.\r\n"
)


@pytest.fixture
def room(tmp_path: Path, dsn: str) -> Iterator[HubRoom]:
    yield from hub_room(tmp_path, dsn)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    made = Computer(tmp_path / "desk")
    monkeypatch.setattr(vault, "system_secrets", lambda: made.keyring)
    with made.stack:
        yield made


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "storm.cap").write_text(cap(INFO))
    (folder / "other.cap").write_text(cap(INFO, identifier="other"))
    (folder / "broken.cap").write_text(cap(INFO)[:200])
    (folder / "mail.eml").write_bytes(MAIL)
    return folder


def reports(room: HubRoom, computer: Computer) -> list[str]:
    """Titles of what the hub has, as another officer sees them."""
    other = Computer(computer.folder.parent / "elsewhere")
    session = other.opener.sign_in(room.url, "devries", PASSWORD)
    assert session.sync.round(20).ok
    titles = sorted(str(getattr(r, "title", "")) for r in session.cache.all("report"))
    session.close()
    return titles


def test_a_broken_file_gets_a_sentence_and_the_rest_goes_on(
    room: HubRoom, computer: Computer, files: Path, capsys: pytest.CaptureFixture[str]
):
    computer.opener.sign_in(room.url, "jansen", PASSWORD).close()
    run = ["import", "cap", "--data", str(computer.folder)]
    names = [str(files / name) for name in ("storm.cap", "broken.cap", "missing.cap", "other.cap")]
    assert main([*run, *names]) == 1
    said = capsys.readouterr()
    assert said.out == "2 brought in, 2 failed.\n"
    broken, missing = said.err.splitlines()
    assert broken.startswith(f"{files / 'broken.cap'}, line ")
    assert missing == f"{files / 'missing.cap'}: No such file or directory."
    assert reports(room, computer) == ["Zware storm aan de kust", "Zware storm aan de kust"]


def test_the_same_file_twice_is_one_report(
    room: HubRoom, computer: Computer, files: Path, capsys: pytest.CaptureFixture[str]
):
    computer.opener.sign_in(room.url, "jansen", PASSWORD).close()
    run = ["import", "mail", "--data", str(computer.folder), str(files / "mail.eml")]
    assert main(run) == 0
    assert main(run) == 0
    assert capsys.readouterr().out == "1 brought in.\n0 brought in, 1 there already.\n"
    assert reports(room, computer) == ["Twee pelotons nodig"]


def test_without_the_hub_it_is_kept_and_said(
    room: HubRoom, computer: Computer, files: Path, capsys: pytest.CaptureFixture[str]
):
    computer.opener.sign_in(room.url, "jansen", PASSWORD).close()
    room.end()
    assert main(["import", "cap", "--data", str(computer.folder), str(files / "storm.cap")]) == 0
    said = capsys.readouterr()
    assert said.out == "1 brought in.\n"
    assert "1 wait for the line" in said.err
    (account,) = known_accounts(computer.folder)
    session = computer.opened(computer.opener.open(account))
    assert len(session.cache.pending()) == 1


def test_mail_is_no_alert(
    room: HubRoom, computer: Computer, files: Path, capsys: pytest.CaptureFixture[str]
):
    computer.opener.sign_in(room.url, "jansen", PASSWORD).close()
    assert main(["import", "cap", "--data", str(computer.folder), str(files / "mail.eml")]) == 1
    assert "this is no XML" in capsys.readouterr().err


def test_while_the_desk_is_open_it_says_so(
    room: HubRoom, computer: Computer, files: Path, capsys: pytest.CaptureFixture[str]
):
    computer.opened(computer.opener.sign_in(room.url, "jansen", PASSWORD))
    assert main(["import", "cap", "--data", str(computer.folder), str(files / "storm.cap")]) == 1
    assert "open in another program" in capsys.readouterr().err


def test_whose_cache_is_asked_where_several_work(
    room: HubRoom, computer: Computer, files: Path, capsys: pytest.CaptureFixture[str]
):
    run = ["import", "cap", "--data", str(computer.folder), str(files / "storm.cap")]
    assert main(run) == 1
    assert "Nobody signed in" in capsys.readouterr().err
    for name in ("jansen", "devries"):
        computer.opener.sign_in(room.url, name, PASSWORD).close()
    assert main(run) == 1
    assert "--account" in capsys.readouterr().err
    assert main([*run, "--account", "jansen"]) == 0


def test_a_machine_delivers_with_a_key(
    room: HubRoom,
    computer: Computer,
    files: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    assert room.running is not None
    monkeypatch.setenv("KCR2DESK_KEY", room.running.add_key("knmi", "KCR2"))
    run = ["import", "cap", "--hub", room.url]
    names = [str(files / name) for name in ("storm.cap", "broken.cap", "other.cap")]
    assert main([*run, *names]) == 1
    said = capsys.readouterr()
    assert said.out == "2 brought in, 1 failed.\n"
    assert said.err.startswith(f"{files / 'broken.cap'}, line ")
    assert main([*run, str(files / "storm.cap")]) == 0
    assert capsys.readouterr().out == "0 brought in, 1 there already.\n"
    assert reports(room, computer) == ["Zware storm aan de kust", "Zware storm aan de kust"]


def test_a_wrong_key_and_a_hub_that_is_away_are_said(
    room: HubRoom,
    files: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    run = ["import", "mail", "--hub", room.url, str(files / "mail.eml")]
    assert main(run) == 1
    assert "An API key is needed" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO("wrong\n"))
    assert main([*run, "--key-stdin"]) == 1
    assert "does not admit this API key" in capsys.readouterr().err
    monkeypatch.setenv("KCR2DESK_KEY", "any")
    room.end()
    assert main(run) == 1
    assert "cannot be reached" in capsys.readouterr().err
