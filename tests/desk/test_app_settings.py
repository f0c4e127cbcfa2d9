"""The settings of a workstation: kept whole, never in the way of a start."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from kcr2desk.desk.settings_file import FileSettings, write_whole


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path):
    settings = FileSettings(tmp_path / "config" / "settings.json")
    settings.set("window/language", "en")
    settings.save()
    assert FileSettings(settings.path).get("window/language") == "en"
    assert settings.path.stat().st_mode & 0o077 == 0


def test_what_did_not_change_is_not_written(tmp_path: Path):
    settings = FileSettings(tmp_path / "settings.json")
    settings.set("a", "1")
    settings.save()
    settings.path.unlink()
    settings.set("a", "1")
    settings.save()
    assert not settings.path.exists()


def test_a_change_is_told_once(tmp_path: Path):
    told: list[int] = []
    settings = FileSettings(tmp_path / "settings.json", lambda: told.append(1))
    settings.set("a", "1")
    settings.set("a", "1")
    assert told == [1]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"kept": [1]}', '{"kept": {"a": 1}}', "\x00"])
def test_settings_that_cannot_be_read_are_set_aside_and_the_desk_starts(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
):
    path = tmp_path / "settings.json"
    path.write_text(damage)
    with caplog.at_level(logging.WARNING):
        settings = FileSettings(path)
    assert settings.get("a") is None
    assert settings.damaged is not None
    assert settings.damaged.read_text() == damage
    settings.set("a", "1")
    settings.save()
    assert json.loads(path.read_text())["kept"] == {"a": "1"}


def test_a_write_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "settings.json"
    write_whole(path, "old")

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "new and longer")
    assert path.read_text() == "old"
