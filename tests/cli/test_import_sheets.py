"""`kcr2desk import capacity|norm|boundaries|edxl-rm`: shown first, saved when agreed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcr2desk.__main__ import main
from kcr2desk.core.bijstand import Capacity, capacity_id
from kcr2desk.desk import vault
from kcr2desk.desk.accounts import known_accounts
from tests.desk.app_room import PASSWORD, Computer, HubRoom, hub_room
from tests.exchange.rm_world import element, measured, message
from tests.exchange.sheet_world import rows
from tests.exchange.test_boundaries import country

HEADS = ["Regio", "Middel", "Totaal", "Beschikbaar"]


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
def stand(tmp_path: Path) -> Path:
    file = tmp_path / "stand.xlsx"
    file.write_bytes(
        rows(HEADS, ["Twente", "Peloton", 6, 5], ["Mars", "Peloton", 1], ["VNOG", "WTS", 2, 3])
    )
    return file


def run(computer: Computer, kind: str, file: Path, *more: str) -> int:
    return main(["import", kind, "--data", str(computer.folder), str(file), *more])


def signed_in(
    room: HubRoom, computer: Computer, name: str, role: str = "", region: str = ""
) -> None:
    assert room.running is not None
    if role:
        room.running.add_user(name, PASSWORD, role, region=region, display_name=name)
    computer.opener.sign_in(room.url, name, PASSWORD).close()


def capacity(computer: Computer, owner: str, resource: str) -> Capacity | None:
    (account,) = known_accounts(computer.folder)
    session = computer.opener.open(account)
    found = session.cache.get("capacity", capacity_id("national", owner, resource))
    session.close()
    assert found is None or isinstance(found, Capacity)
    return found


def test_capacity_is_shown_saved_and_the_wrong_rows_are_said(
    room: HubRoom, computer: Computer, stand: Path, capsys: pytest.CaptureFixture[str]
):
    signed_in(room, computer, "jansen")
    assert run(computer, "capacity", stand, "--yes") == 1  # two rows are wrong
    said = capsys.readouterr()
    assert "row 2: VR05 Twente, " in said.out
    assert "available – → 5" in said.out
    assert said.out.endswith("1 changed, 0 confirmed.\n")
    wrong = said.err.splitlines()
    assert wrong[0].startswith(f"{stand}, line 3: the region “Mars”")
    assert "available is more than the total: 3 > 2" in wrong[1]
    held = capacity(computer, "VR05", "fire_platoon")
    assert held is not None
    assert (held.total, held.available, held.checked_how, held.revision > 0) == (
        6, 5, "sheet", True,
    )  # fmt: skip


def test_nothing_is_saved_unless_somebody_agrees(
    room: HubRoom,
    computer: Computer,
    stand: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    signed_in(room, computer, "jansen")
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert run(computer, "capacity", stand) == 1
    assert "say --yes" in capsys.readouterr().err
    assert capacity(computer, "VR05", "fire_platoon") is None


def test_a_column_is_corrected_and_a_wrong_correction_is_said(
    room: HubRoom, computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    signed_in(room, computer, "jansen")
    file = tmp_path / "stuks.csv"
    file.write_text("Regio;Middel;Stuks\nTwente;Peloton;4\n")
    assert run(computer, "capacity", file, "--yes") == 1
    assert "no column with numbers" in capsys.readouterr().err
    assert run(computer, "capacity", file, "--yes", "--map", "Stuk=total") == 1
    assert "there are: Regio, Middel, Stuks" in capsys.readouterr().err
    assert run(computer, "capacity", file, "--yes", "--map", "Stuks=teapot") == 1
    assert "no meaning of a column" in capsys.readouterr().err
    assert run(computer, "capacity", file, "--yes", "--map", "Stuks=total") == 0
    assert "1 changed" in capsys.readouterr().out
    assert run(computer, "norm", file, "--yes", "--map", "Stuks=norm") == 0
    held = capacity(computer, "VR05", "fire_platoon")
    assert held is not None
    assert (held.total, held.norm) == (4, 4)


def test_a_region_officer_brings_in_the_own_region_and_no_plan(
    room: HubRoom, computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    signed_in(room, computer, "twente", "region_officer", "VR05")
    file = tmp_path / "twee.xlsx"
    file.write_bytes(rows(HEADS, ["Twente", "Peloton", 6, 5], ["Drenthe", "Peloton", 6, 5]))
    assert run(computer, "capacity", file, "--yes") == 1
    said = capsys.readouterr()
    assert "Drenthe (VR03) is not your own region" in said.err
    assert "refused" not in said.err
    assert "1 changed" in said.out
    assert run(computer, "norm", file, "--yes") == 1
    assert "Only KCR2 brings in the national spreading plan" in capsys.readouterr().err
    assert run(computer, "boundaries", file, "--yes") == 1
    assert "may not change the borders" in capsys.readouterr().err


def test_borders_are_brought_in_once_and_whole(
    room: HubRoom, computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    signed_in(room, computer, "beheer", "administrator")
    file = tmp_path / "grens.geojson"
    document = country()
    file.write_text(json.dumps(document))
    assert run(computer, "boundaries", file, "--yes") == 0
    said = capsys.readouterr()
    assert said.out.startswith("25 regions, of 2024, ")
    assert "25 borders saved" in said.out
    assert run(computer, "boundaries", file, "--yes") == 0
    assert capsys.readouterr().out.endswith("Nothing to save.\n")
    del document["features"][4]
    file.write_text(json.dumps(document))
    assert run(computer, "boundaries", file, "--yes") == 1
    assert "these regions are missing: VR05" in capsys.readouterr().err


def test_a_message_of_another_system_that_is_none_is_said(
    room: HubRoom, computer: Computer, stand: Path, capsys: pytest.CaptureFixture[str]
):
    signed_in(room, computer, "jansen")
    assert run(computer, "edxl-rm", stand, "--yes") == 1
    said = capsys.readouterr()
    assert said.err.startswith(str(stand))
    assert said.out == "0 brought in, 1 failed.\n"


def test_a_request_of_another_system_comes_in_once(
    room: HubRoom, computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    signed_in(room, computer, "jansen")
    file = tmp_path / "request.xml"
    file.write_text(
        message(
            "RequestResource",
            "req-1",
            element("line-1", quantity=measured("2")),
            contacts=(("Requester", "Veiligheidsregio Noord- en Oost-Gelderland"),),
        )
    )
    assert run(computer, "edxl-rm", file, "--yes") == 0
    said = capsys.readouterr()
    assert said.out.startswith("RequestResource: 2 records, stream national.\n")
    assert said.out.endswith("1 brought in.\n")
    assert "refused" not in said.err
    assert run(computer, "edxl-rm", file, "--yes") == 0
    assert capsys.readouterr().out == "0 brought in, 1 there already.\n"
