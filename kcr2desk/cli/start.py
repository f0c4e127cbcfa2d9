"""`kcr2desk start`, also without a command: the desk.

Settings come from flags, then from `KCR2DESK_*` variables, then from `desk.toml` in the folder of
the user's settings.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = "desk.toml"
PREFIX = "KCR2DESK_"
KNOWN = ("hub", "data", "language")
LANGUAGES = ("nl", "en")


class SettingsError(Exception):
    """A setting that cannot be used; the text is a sentence that names where it stands."""


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """What can be set about a desk. `hub`: the address offered at a first sign-in; `data`: the
    folder of the encrypted caches; `language`: nl, en or "" for the one chosen last."""

    data: Path
    hub: str = ""
    language: str = ""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `start`; a parsed command has its handler in `run`."""
    start = subparsers.add_parser(
        "start",
        help="start the desk (also without a command)",
        description="Start the desk. A first sign-in needs the hub; after that it opens without.",
        epilog=f"What no flag says is taken from {PREFIX}HUB, {PREFIX}DATA and {PREFIX}LANGUAGE,"
        f" then from {FILE} (hub, data, language) in the folder of your settings.",
    )
    start.add_argument("--hub", metavar="URL", help="address of the hub for a first sign-in")
    start.add_argument("--data", metavar="FOLDER", help="where the encrypted caches lie")
    start.add_argument("--language", choices=LANGUAGES, help="language of the screen")
    start.set_defaults(run=_start)


def load_settings(
    flags: Mapping[str, str | None], environment: Mapping[str, str], file: Path, data: Path
) -> DeskSettings:
    """Put the settings together; `data` is the folder where nothing names one.

    Raises SettingsError for an unknown name in the file, a value that cannot be, and a file that is
    no TOML.
    """
    held = _read(file)
    chosen: dict[str, str] = {}
    for name in KNOWN:
        for value, place in (
            (flags.get(name), f"--{name}"),
            (environment.get(PREFIX + name.upper()), PREFIX + name.upper()),
            (held.get(name), f"{name} in {file}"),
        ):
            if value is not None and value != "":
                chosen[name] = _value(name, value, place)
                break
    folder = Path(chosen["data"]).expanduser() if "data" in chosen else data
    return DeskSettings(folder, chosen.get("hub", ""), chosen.get("language", ""))


def no_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt would find no display here, and end the process without a sentence."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return False
    return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


NO_SCREEN = (
    "kcr2desk: there is no display here; set DISPLAY or WAYLAND_DISPLAY, or run it without a"
    " screen with QT_QPA_PLATFORM=offscreen"
)


def _start(arguments: argparse.Namespace) -> int:
    from kcr2desk.desk.settings_file import config_folder, data_folder

    config = config_folder()
    flags = {name: getattr(arguments, name, None) for name in KNOWN}
    try:
        settings = load_settings(flags, os.environ, config / FILE, data_folder())
    except SettingsError as error:
        print(f"kcr2desk: {error}", file=sys.stderr)
        return 2
    if no_screen(os.environ, sys.platform):
        print(NO_SCREEN, file=sys.stderr)
        return 1
    from kcr2desk.desk.app import run

    return run(settings.data, config, hub=settings.hub, language=settings.language)


def _read(file: Path) -> dict[str, object]:
    try:
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is no TOML: {error}.") from error
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error}.") from error
    for name in held:
        if name not in KNOWN:
            raise SettingsError(
                f"{file} has a setting {name} that this version does not know; it knows"
                f" {', '.join(KNOWN)}."
            )
    return held


def _value(name: str, value: object, place: str) -> str:
    from kcr2desk.desk.accounts import WrongAddress, hub_address

    if not isinstance(value, str):
        raise SettingsError(f"{place} must be text.")
    if name == "language" and value not in LANGUAGES:
        raise SettingsError(f"{place} must be one of {', '.join(LANGUAGES)}, not {value}.")
    if name == "hub":
        try:
            return hub_address(value)
        except WrongAddress:
            raise SettingsError(f"{place} is no address of a hub: {value}.") from None
    return value
