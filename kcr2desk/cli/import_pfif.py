"""`kcr2desk import pfif FILE… --operation …`: people who are sought or were found elsewhere."""

from __future__ import annotations

import argparse

from kcr2desk.cli.import_manifest import list_parser, run


def add_kind(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `pfif`; a parsed command has its handler in `run`."""
    made = list_parser(kinds, "pfif", "people sought and found elsewhere: PFIF 1.1 to 1.4 (.xml)")
    made.set_defaults(run=run, list="pfif")
