"""`kcr2desk import manifest|pfif`: lists of people, shown in numbers first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kcr2desk.__main__ import main
from kcr2desk.core.repatriation.opening import opening
from kcr2desk.core.repatriation.operation import Arrival, stream_of
from kcr2desk.core.repatriation.people import ManifestLine
from kcr2desk.desk import vault
from kcr2desk.desk.accounts import known_accounts
from tests.desk.app_room import PASSWORD, Computer, HubRoom, hub_room
from tests.desk.lists import manifest
from tests.desk.test_bringing_in import PFIF


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
def operation(room: HubRoom, computer: Computer) -> str:
    """An operation that jansen leads, with an arrival."""
    session = computer.opener.sign_in(room.url, "jansen", PASSWORD)
    made = session.cache.new_id()
    told = {"title": "Libanon 2026", "purpose": "Opvang", "legal_ground": "AVG"}
    session.cache.save(stream_of(made), opening(made, "jansen", told))
    session.cache.create("arrival", {"about": made, "code": "HV9001"}, stream=stream_of(made))
    session.sync.round(20)
    session.close()
    return made


@pytest.fixture
def pax(tmp_path: Path) -> Path:
    file = tmp_path / "pax.csv"
    file.write_text(manifest(), encoding="utf-8")
    return file


def run(computer: Computer, kind: str, file: Path, *more: str, of: str = "libanon 2026") -> int:
    data = str(computer.folder)
    return main(["import", kind, str(file), "--data", data, "--operation", of, *more])


def held(computer: Computer, operation: str) -> tuple[list[ManifestLine], list[Arrival]]:
    (account,) = known_accounts(computer.folder)
    session = computer.opener.open(account)
    stream = stream_of(operation)
    lines = session.cache.all("manifestline", stream=stream)
    arrivals = session.cache.all("arrival", stream=stream)
    refused = session.cache.attention().refusals
    session.close()
    assert not refused
    return (
        [r for r in lines if isinstance(r, ManifestLine)],
        [r for r in arrivals if isinstance(r, Arrival)],
    )


def test_a_list_is_brought_in_and_once_more_nothing(
    computer: Computer, operation: str, pax: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(computer, "manifest", pax, "--yes") == 1  # one row cannot be read
    said = capsys.readouterr()
    assert "7 new, 0 change, 0 the same, 1 cannot be read." in said.out
    assert "The file states 10 passengers, the list has 7. These differ." in said.out
    assert "7 brought in, 1 failed." in said.out
    assert "line 10: there is neither a name" in said.err
    assert "SPECI2101" not in said.out + said.err
    assert "Sanne" not in said.out + said.err
    lines, (arrival,) = held(computer, operation)
    assert len(lines) == 7
    assert {line.arrival for line in lines} == {arrival.id}
    assert arrival.declared_count == 10
    assert all(line.revision for line in lines)  # the hub has them
    run(computer, "manifest", pax, of=operation)
    assert "7 there already" in capsys.readouterr().out
    assert len(held(computer, operation)[0]) == 7


def test_who_is_gone_is_cancelled_when_that_is_said(
    computer: Computer, operation: str, pax: Path, capsys: pytest.CaptureFixture[str]
):
    run(computer, "manifest", pax, "--yes")
    pax.write_text(manifest(edition=2), encoding="utf-8")
    run(computer, "manifest", pax, "--yes", "--arrival", "HV 9001", "--cancel-gone")
    assert "1 are no longer in it" in capsys.readouterr().out
    lines, _ = held(computer, operation)
    assert [line.settled for line in lines].count("cancelled") == 1


def test_what_is_not_there_is_said(
    computer: Computer, operation: str, pax: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):  # fmt: skip
    assert run(computer, "manifest", pax, "--yes", of="Mars") == 1
    assert "in no operation “Mars”" in capsys.readouterr().err
    assert run(computer, "manifest", pax, "--yes", "--arrival", "KL1") == 1
    assert "no arrival KL1; there are: HV9001." in capsys.readouterr().err
    assert run(computer, "manifest", pax, "--yes", "--map", "Naam=teapot") == 1
    assert "no meaning of a column" in capsys.readouterr().err
    unclear = tmp_path / "unclear.csv"
    unclear.write_text(manifest(unclear=True), encoding="utf-8")
    assert run(computer, "manifest", unclear, "--yes") == 1
    assert "--dates dmy" in capsys.readouterr().err
    assert run(computer, "manifest", tmp_path / "gone.csv", "--yes") == 1
    assert held(computer, operation)[0] == []
    run(computer, "manifest", unclear, "--yes", "--dates", "dmy", "--map", "Maaltijd=")
    lines, _ = held(computer, operation)
    assert {line.birth_date for line in lines} == {"1963-06-05"}
    assert not any(line.others for line in lines)


def test_pfif(
    computer: Computer, operation: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "finder.xml"
    file.write_text(PFIF, encoding="utf-8")
    assert run(computer, "pfif", file, "--yes") == 0
    assert "1 brought in." in capsys.readouterr().out
    (line,), _ = held(computer, operation)
    assert (line.list, line.full_name) == ("pfif", "Noor Haddad")
