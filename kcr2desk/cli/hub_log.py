"""`kcr2desk hub export-log | new-epoch | purge | backup | restore`: what an administrator does to
the log and to the database that holds it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcr2desk.hub.log import HubLog
    from kcr2desk.hub.opening import OpenHub
    from kcr2desk.hub.settings import HubSettings

Add = Callable[[str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
SettingsOf = Callable[[argparse.Namespace], "HubSettings"]


def add_commands(add: Add, settings_of: SettingsOf) -> None:
    """Add the commands; `add(name, help, handler)` makes a parser, guarded like all others."""
    commands = LogCommands(settings_of)
    export = add("export-log", "write a stream of the log to a file", commands.export_log)
    export.add_argument("--stream", required=True, help="such as national")
    export.add_argument("--out", required=True, type=Path, metavar="FILE")

    epoch = add("new-epoch", "say that the database was restored from a backup", commands.new_epoch)
    epoch.add_argument("--why", default="by hand", help="noted with the epoch")

    purge = add("purge", "empty fields of a record for ever, on every desk", commands.purge)
    purge.add_argument("--type", required=True, help="record type, such as report")
    purge.add_argument("--record", required=True, metavar="ID")
    purge.add_argument("fields", nargs="+", metavar="FIELD", help="such as caller")

    backup = add("backup", "write the database to a file", commands.backup)
    backup.add_argument("--out", required=True, type=Path, metavar="FILE")

    restore = add("restore", "put a backup back in place of the database", commands.restore)
    restore.add_argument("file", type=Path, metavar="FILE")


class LogCommands:
    """The handlers; `settings_of` puts the settings of a command together."""

    def __init__(self, settings_of: SettingsOf) -> None:
        self._settings_of = settings_of

    def export_log(self, arguments: argparse.Namespace) -> int:
        from kcr2desk.hub.app import CHECKPOINTS
        from kcr2desk.hub.epochs import CheckpointFile
        from kcr2desk.hub.export import export_log

        out: Path = arguments.out
        half = out.with_name(out.name + ".half")
        with self._log(arguments) as (hub, _):
            kept = tuple(CheckpointFile(hub.settings.data / CHECKPOINTS).read())
            try:
                half.touch(mode=0o600)
                with half.open("wb") as file:
                    count = export_log(
                        hub.database, hub.key, arguments.stream, file, now=_now(), kept=kept
                    )
                half.replace(out)
            except OSError as error:
                print(f"kcr2desk hub: {out} cannot be written: {error.strerror}", file=sys.stderr)
                return 1
            finally:
                half.unlink(missing_ok=True)
        print(f"{out}: {count} entries of the stream {arguments.stream}.")
        return 0

    def new_epoch(self, arguments: argparse.Namespace) -> int:
        with self._log(arguments) as (_, log):
            epoch = log.new_epoch("administrator", arguments.why)
        print(f"Epoch {epoch} begins: every desk loads anew and offers what it still holds.")
        return 0

    def purge(self, arguments: argparse.Namespace) -> int:
        with self._log(arguments) as (hub, log):
            with hub.database.transaction() as connection:
                row = connection.execute(
                    "SELECT 1 FROM record WHERE type = %s AND id = %s",
                    (arguments.type, arguments.record),
                ).fetchone()
            if row is None:
                what = f"{arguments.type} {arguments.record}"
                print(f"kcr2desk hub: There is no {what} here.", file=sys.stderr)
                return 1
            try:
                log.purge(arguments.type, arguments.record, arguments.fields)
            except KeyError as error:
                print(
                    f"kcr2desk hub: A {arguments.type} has no field {error.args[0]}.",
                    file=sys.stderr,
                )
                return 2
        print(f"Emptied for ever: {', '.join(arguments.fields)}.")
        return 0

    def backup(self, arguments: argparse.Namespace) -> int:
        from kcr2desk.hub.backups import back_up
        from kcr2desk.hub.keys import FILE, load_key
        from kcr2desk.hub.opening import running_database

        settings = self._settings_of(arguments)
        load_key(settings.data)
        with running_database(settings) as dsn:
            back_up(dsn, arguments.out)
        print(f"{arguments.out} holds the whole database, with all that people wrote in it.")
        print(f"The hub's key is not in it: keep {settings.data / FILE} somewhere else as well.")
        return 0

    def restore(self, arguments: argparse.Namespace) -> int:
        from kcr2desk.hub.app import open_log
        from kcr2desk.hub.backups import put_back
        from kcr2desk.hub.keys import load_key
        from kcr2desk.hub.log_load import current_epoch
        from kcr2desk.hub.opening import open_hub, running_database

        settings = self._settings_of(arguments)
        load_key(settings.data)
        with running_database(settings) as dsn:
            put_back(dsn, arguments.file)
            with open_hub(settings) as hub:
                with hub.database.transaction() as connection:
                    before = current_epoch(connection)
                log = open_log(hub)
                epoch = log.epoch
                if epoch == before:  # nothing outside the database proved it: we know it anyway
                    epoch = log.new_epoch("administrator", "restored from a backup")
        print(f"{arguments.file} was put back; epoch {epoch} begins.")
        print(
            "Every desk loads anew and offers what it still holds: nothing that a desk has is lost."
        )
        return 0

    @contextmanager
    def _log(self, arguments: argparse.Namespace) -> Iterator[tuple[OpenHub, HubLog]]:
        from kcr2desk.hub.app import open_log
        from kcr2desk.hub.opening import open_hub

        with open_hub(self._settings_of(arguments)) as hub:
            yield hub, open_log(hub)


def _now() -> datetime:
    return datetime.now(UTC)
