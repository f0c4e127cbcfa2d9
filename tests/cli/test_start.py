"""Settings of the desk: flags go over variables, variables over the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcr2desk.cli.start import DeskSettings, SettingsError, load_settings, no_screen

DATA = Path("/data")


def settings(
    tmp_path: Path, file: str = "", flags: dict[str, str] | None = None, **variables: str
) -> DeskSettings:
    toml = tmp_path / "desk.toml"
    if file:
        toml.write_text(file)
    environment = {f"KCR2DESK_{name.upper()}": value for name, value in variables.items()}
    return load_settings(flags or {}, environment, toml, DATA)


def test_without_any_setting_the_folder_of_the_system_is_used(tmp_path: Path):
    assert settings(tmp_path) == DeskSettings(DATA, "", "")


def test_flags_go_over_variables_and_those_over_the_file(tmp_path: Path):
    file = 'hub = "https://file.nl"\ndata = "/file"\nlanguage = "en"\n'
    assert settings(tmp_path, file) == DeskSettings(Path("/file"), "https://file.nl", "en")
    found = settings(tmp_path, file, {"hub": "flag.nl"}, hub="variable.nl", data="/variable")
    assert found == DeskSettings(Path("/variable"), "https://flag.nl", "en")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("hub = ", "is no TOML"),
        ('hubs = "x"', "does not know"),
        ("hub = 3", "must be text"),
        ('hub = "a b"', "no address of a hub"),
        ('language = "fr"', "nl, en"),
    ],
)
def test_a_setting_that_cannot_be_names_where_it_stands(tmp_path: Path, file: str, said: str):
    with pytest.raises(SettingsError, match=said) as raised:
        settings(tmp_path, file)
    assert "desk.toml" in str(raised.value)


def test_a_wrong_flag_and_a_wrong_variable_are_named(tmp_path: Path):
    with pytest.raises(SettingsError, match="--hub"):
        settings(tmp_path, flags={"hub": "a b"})
    with pytest.raises(SettingsError, match="KCR2DESK_LANGUAGE"):
        settings(tmp_path, language="fr")


def test_no_display_is_known_before_qt_ends_the_process():
    assert no_screen({}, "linux")
    assert not no_screen({"DISPLAY": ":0"}, "linux")
    assert not no_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert not no_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert not no_screen({}, "win32")
