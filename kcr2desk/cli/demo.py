"""`kcr2desk demo`: an embedded hub with a worked scenario, and a desk signed in to it.

Everything lies in a temporary folder and goes with the window. Keys are thrown away; nothing is
asked, and the keyring is left alone.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcr2desk.cli.hub import HUB_PACKAGES, WHAT_TO_INSTALL
from kcr2desk.cli.start import NO_SCREEN, no_screen

if TYPE_CHECKING:
    from kcr2desk.cli.staging import Staged
    from kcr2desk.desk.session import Opener

EVERY = 40.0
"""Seconds between the reports that come in while the demo runs."""


@dataclass(frozen=True, slots=True)
class Demo:
    """The scenario as it stands on its hub, and how the desk of the officer in it is opened.

    `elsewhere` opens the desks of the others, whose headless ones have to be closed first.
    """

    folder: Path
    opener: Opener
    elsewhere: Opener
    staged: Staged
    end_hub: Callable[[], object]
    """Ends the hub before its time: the line is gone."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `demo`; a parsed command has its handler in `run`."""
    demo = subparsers.add_parser(
        "demo",
        help="try it: a hub, a worked scenario and a desk, without any set-up",
        description="Start a hub of its own with a worked scenario and a desk signed in to it."
        " Everything is thrown away at the end.",
    )
    demo.add_argument(
        "--screenshots",
        type=Path,
        metavar="FOLDER",
        help="draw every panel to PNG, light and dark, and end",
    )
    demo.add_argument("--dark", action="store_true", help="dark (with --screenshots: dark only)")
    demo.add_argument("--size", type=_size, default=(1600, 1000), help="of the window, in px")
    demo.add_argument("--language", choices=("nl", "en"), default="nl")
    demo.add_argument("--still", action="store_true", help="let nothing come in while it runs")
    demo.set_defaults(run=_demo)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 960 and int(height) >= 600):
        raise argparse.ArgumentTypeError("a size is WIDTHxHEIGHT, at least 960x600")
    return int(width), int(height)


def _demo(arguments: argparse.Namespace) -> int:
    if no_screen(os.environ, sys.platform):
        if arguments.screenshots is None:
            print(NO_SCREEN, file=sys.stderr)
            return 1
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from kcr2desk.hub.errors import SAID
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in HUB_PACKAGES:
            raise
        print(WHAT_TO_INSTALL, file=sys.stderr)
        return 1
    try:
        with staged() as demo:
            return _show(arguments, demo)
    except SAID as error:
        print(f"kcr2desk demo: {error}", file=sys.stderr)
        return 1


@contextmanager
def staged() -> Iterator[Demo]:
    """A hub in a temporary folder with the scenario played on it, until the block ends."""
    from kcr2desk.cli.scenario import PEOPLE
    from kcr2desk.cli.staging import AT_WORK, PASSWORD, Stage, StagedClock
    from kcr2desk.desk.accounts import KnownAccount, folder_of, keep_account
    from kcr2desk.desk.session import Opener
    from kcr2desk.desk.vault import MemorySecrets
    from kcr2desk.headless import CacheTokens, wall_clock
    from kcr2desk.hub.postgres import FAST_AND_UNSAFE
    from kcr2desk.hub.running import running_hub

    with (
        tempfile.TemporaryDirectory(prefix="kcr2desk-demo-") as name,
        ExitStack() as hub_only,
        ExitStack() as stack,
    ):
        folder = Path(name)
        clock = StagedClock(wall_clock())
        _say("Starting a hub …")
        hub = hub_only.enter_context(
            running_hub(folder / "hub", postgres=FAST_AND_UNSAFE, now=clock.utc)
        )
        for person in PEOPLE:
            hub.add_user(
                person.account, PASSWORD, person.role, region=person.region,
                display_name=person.shown,
            )  # fmt: skip
        _say("Playing the scenario: five accounts write, judge and disagree …")
        its_id = str(hub.hub.key.hub)
        places = {
            p.account: folder / ("desk" if p.account == AT_WORK else "elsewhere") for p in PEOPLE
        }
        folders = {name: folder_of(place, its_id, name) for name, place in places.items()}
        keys = {p.account: secrets.token_bytes(32) for p in PEOPLE}
        stage = Stage(
            hub.url, clock, stack, folder_for=folders.__getitem__, key_for=keys.__getitem__
        )
        scenario = stage.play()
        clock.let_go()
        held = MemorySecrets({})
        for who, desk in scenario.desks.items():
            identity, token = desk.cache.identity, CacheTokens(desk.cache).get()
            assert identity is not None
            account = KnownAccount(
                hub.url, its_id, who, identity.display_name, identity.organisation
            )
            held.set(f"cache:{account.secret}", keys[who].hex())
            held.set(f"refresh:{account.secret}", token or "")
            keep_account(places[who], account)
        scenario.desks[AT_WORK].close()
        opener, elsewhere = (Opener(folder / at, lambda: held) for at in ("desk", "elsewhere"))
        yield Demo(folder, opener, elsewhere, scenario, hub_only.close)


def _show(arguments: argparse.Namespace, demo: Demo) -> int:
    from PySide6.QtWidgets import QApplication

    from kcr2desk.cli.scenario import LATER
    from kcr2desk.cli.staging import trickle
    from kcr2desk.desk.accounts import known_accounts
    from kcr2desk.desk.app import DeskApp, dress, run_application
    from kcr2desk.desk.settings_file import FileSettings

    width, height = arguments.size
    application = QApplication(sys.argv[:1])
    settings = FileSettings(demo.folder / "settings.json")
    if arguments.dark:
        settings.set("window/scheme", "dark")
    elif arguments.screenshots is not None:
        settings.set("window/scheme", "light")
    desk = DeskApp(
        demo.opener,
        settings=settings,
        look=dress(application, settings, arguments.language),
        known=known_accounts,
        size=(width, height),
    )
    if arguments.screenshots is not None:
        from kcr2desk.cli.pictures import Photographer

        photographer = Photographer(
            desk, demo, arguments.screenshots, schemes=("dark",) if arguments.dark else None
        )
        status = run_application(application, desk)
        return status or photographer.status
    print(f"The desk is open. Its folder {demo.folder} goes when you close it.", flush=True)
    stop = threading.Event()
    thread = threading.Thread(
        target=trickle,
        args=(demo.staged.desks, demo.staged.incidents, LATER, stop),
        kwargs={"every": EVERY},
        name="kcr2desk-trickle",
    )
    if not arguments.still:
        thread.start()
    try:
        return run_application(application, desk)
    finally:
        stop.set()
        if thread.is_alive():
            thread.join()


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
