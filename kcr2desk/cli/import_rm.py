"""`kcr2desk import edxl-rm FILE…`: messages of other systems become requests, answers, promises."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
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
    from kcr2desk.exchange.edxl_rm import Brought, Received


def add_kind(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `edxl-rm`; a parsed command has its handler in `run`."""
    what = "messages of bijstand: EDXL-RM 1.0, bare or in EDXL-DE"
    made = kinds.add_parser("edxl-rm", help=what, description=f"Bring in {what}.")
    made.add_argument("files", nargs="+", type=Path, metavar="FILE")
    made.add_argument("--yes", action="store_true", help="save without asking")
    desk_arguments(made)
    made.set_defaults(run=_import)


def _import(arguments: argparse.Namespace) -> int:
    tally = bring_in(arguments, _may, _take)
    if tally is None:
        return 1
    known = f", {tally.known} there already" if tally.known else ""
    failed = f", {tally.failed} failed" if tally.failed else ""
    print(f"{tally.made} brought in{known}{failed}.")
    return 1 if tally.failed else 0


def _may(session: Session) -> None:
    """Raise ImportFailed when this role writes no bijstand."""
    for type_name in ("assistancerequest", "inquiry", "commitment"):
        refuse_role(session, "national", type_name, "requests, inquiries and commitments")


def _take(
    session: Session, arguments: argparse.Namespace, path: Path, data: bytes, tally: Tally
) -> None:
    """Bring in the messages of one file, each by itself and in their order."""
    from kcr2desk.core.book import records_of
    from kcr2desk.exchange import edxl_rm

    reading = edxl_rm.read(data, path.name)
    for problem in reading.problems:
        say(problem, path)
    tally.failed += len(reading.problems)
    for received in reading.messages:
        book = records_of(session.cache.all)
        by = session.me.display_name
        brought = edxl_rm.to_changes(book, received, now=datetime.now(UTC), by=by)
        for said in (*received.remarks, *brought.told, *brought.problems):
            say(said, path)
        if brought.problems:
            tally.failed += 1
        elif not brought.changes:
            tally.known += 1
        else:
            _keep(session, received, brought, arguments.yes, tally)


def _keep(session: Session, received: Received, brought: Brought, yes: bool, tally: Tally) -> None:
    """Show what one message changes, and save it as one act."""
    count = len(brought.changes)
    print(f"{received.message.kind}: {count} records, stream {brought.stream}.")
    if not agreed("Save them?", yes):
        print("Nothing was saved.")
        tally.failed += 1
    elif save(session, brought.stream, [brought.changes]):
        tally.failed += 1
    else:
        tally.made += 1
