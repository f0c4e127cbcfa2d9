"""`kcr2desk`: without a command the desk starts; each command is a file in `kcr2desk.cli`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from kcr2desk import __version__
from kcr2desk.cli import bench, demo, hub, import_files, start, verify
from kcr2desk.core.failures import keep_texts_out


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. Exit status 0, 1 (refused or failed) or 2 (usage)."""
    if argv is None:
        keep_texts_out()
    parser = argparse.ArgumentParser(
        prog="kcr2desk", description="The desktop of a national crisis coordination room."
    )
    parser.add_argument("--version", action="version", version=f"kcr2desk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for module in (start, demo, hub, import_files, verify, bench):
        module.add_parser(commands)
    args = parser.parse_args(sys.argv[1:] if argv is None else argv)
    if args.command is None:
        args = parser.parse_args(["start"])
    try:
        return int(args.run(args))
    except KeyboardInterrupt:
        return 1
    except BrokenPipeError:  # `kcr2desk … | head`
        sys.stderr.close()
        return 1


if __name__ == "__main__":
    sys.exit(main())
