"""`kcr2desk import boundaries FILE`: the official borders of the regions, for the map."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kcr2desk.cli.import_desk import (
    Tally,
    agreed,
    bring_in,
    desk_arguments,
    refuse_role,
    save,
    say,
)

if TYPE_CHECKING:
    from kcr2desk.desk.session import Session
    from kcr2desk.exchange.boundaries import Borders

STREAM = "reference"


def add_kind(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `boundaries`; a parsed command has its handler in `run`."""
    what = "the official borders of the safety regions: GeoJSON of CBS or PDOK"
    made = kinds.add_parser("boundaries", help=what, description=f"Bring in {what}.")
    made.add_argument("files", nargs=1, type=Path, metavar="FILE")
    made.add_argument("--yes", action="store_true", help="save without asking")
    desk_arguments(made)
    made.set_defaults(run=_import)


def _import(arguments: argparse.Namespace) -> int:
    def may(session: Session) -> None:
        refuse_role(session, STREAM, "boundary", "the borders of the regions")

    tally = bring_in(arguments, may, _take)
    return 1 if tally is None or tally.failed else 0


def _take(
    session: Session, arguments: argparse.Namespace, path: Path, data: bytes, tally: Tally
) -> None:
    """Bring in one file, whole or not at all."""
    from kcr2desk.core.book import records_of
    from kcr2desk.exchange import boundaries
    from kcr2desk.exchange.problems import Refused

    try:
        borders = boundaries.read(data, path.name)
    except Refused as error:
        for problem in error.problems:
            say(problem, path)
        tally.failed += len(error.problems)
        return
    for remark in borders.remarks:
        say(remark, path)
    made = boundaries.to_changes(borders, records_of(session.cache.all).boundaries)
    _show(borders, len(made))
    if not made:
        print("Nothing to save.")
        return
    if not agreed(f"Save {len(made)} borders?", arguments.yes):
        print("Nothing was saved.")
        tally.failed += 1
        return
    tally.failed += save(session, STREAM, [made])
    print(f"{len(made)} borders saved; the hub hands them to the desks.")


def _show(borders: Borders, changed: int) -> None:
    from kcr2desk.core.places import AMSTERDAM

    size = sum(len(json.dumps(b.rings, separators=(",", ":"))) for b in borders.borders)
    year = f", of {borders.valid_on.astimezone(AMSTERDAM):%Y}" if borders.valid_on else ""
    made_simpler = f", made simpler by {borders.metres:.0f} m" if borders.metres else ""
    print(
        f"{len(borders.borders)} regions{year}, {size // 1000} kB{made_simpler}; {changed} differ"
        " from what is there."
    )
