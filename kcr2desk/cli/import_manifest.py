"""`kcr2desk import manifest|pfif FILE… --operation …`: lists of people for an operation.

What would change is printed first, without names: a terminal keeps what it shows. What is wrong
with a row goes to standard error. Bringing in twice changes nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kcr2desk.cli.import_desk import (
    ImportFailed,
    Tally,
    agreed,
    bring_in,
    desk_arguments,
    refuse_role,
    save,
    say,
)

if TYPE_CHECKING:
    from kcr2desk.core.repatriation.book import OperationBook
    from kcr2desk.core.repatriation.bringing import Preview
    from kcr2desk.core.repatriation.operation import Operation
    from kcr2desk.desk.session import Session
    from kcr2desk.exchange.people import PeopleRead
    from kcr2desk.exchange.person_sheet import Columns, Table

LISTS = ("applied", "manifest", "boarded", "pfif")


def add_kind(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `manifest`; a parsed command has its handler in `run`."""
    made = list_parser(
        kinds, "manifest",
        "who is to come home: spreadsheets (.xlsx, .csv, .tsv, text), PAXLST, PFIF",
    )  # fmt: skip
    made.add_argument("--list", choices=LISTS, help="which list it is, where the file is unclear")
    made.add_argument("--arrival", metavar="CODE", help="the flight or bus that it is of")
    made.add_argument("--sheet", default="", help="which sheet, where the likeliest is not it")
    made.add_argument("--dates", choices=("dmy", "mdy"), help="what comes first in its dates")
    made.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEAD=MEANING",
        help="what a column is (a field of a person, others for one that is kept beside it, or"
        " nothing for one that is left out)",
    )
    made.set_defaults(run=run)


def list_parser(
    kinds: argparse._SubParsersAction[argparse.ArgumentParser], kind: str, what: str
) -> argparse.ArgumentParser:
    """A command that brings in lists of people, with the arguments that all of them have."""
    made = kinds.add_parser(kind, help=what, description=f"Bring in {what}.")
    made.add_argument("files", nargs="+", type=Path, metavar="FILE")
    made.add_argument(
        "--operation", required=True, metavar="TITLE", help="the operation, by its title or id"
    )
    made.add_argument("--yes", action="store_true", help="save without asking")
    made.add_argument(
        "--cancel-gone",
        action="store_true",
        help="settle who is no longer in a newer edition as cancelled",
    )
    desk_arguments(made)
    return made


def run(arguments: argparse.Namespace) -> int:
    """Bring in the files; 0 when all of it came in, 1 when anything did not."""
    tally = bring_in(arguments, lambda session: _may(session, arguments.operation), _take)
    if tally is None:
        return 1
    known = f", {tally.known} there already" if tally.known else ""
    failed = f", {tally.failed} failed" if tally.failed else ""
    print(f"{tally.made} brought in{known}{failed}.")
    return 1 if tally.failed else 0


def _may(session: Session, wanted: str) -> None:
    """Raise ImportFailed where this account brings no lists into that operation."""
    from kcr2desk.core.repatriation.operation import Member, stream_of
    from kcr2desk.core.text import name_key

    session.sync.round(20)  # so that an operation that this account was let into is here
    stream = stream_of(_operation(session, wanted).id)
    mine = name_key(session.me.account)
    members = session.cache.all("member", stream=stream)
    if not any(isinstance(m, Member) and name_key(m.account) == mine for m in members):
        refuse_role(session, stream, "manifestline", "the lists of this operation")


def _operation(session: Session, wanted: str) -> Operation:
    """The operation with this id or title. Raises ImportFailed."""
    from kcr2desk.core.repatriation.operation import Operation

    every = [o for o in session.cache.all("operation") if isinstance(o, Operation)]
    same = wanted.strip().casefold()
    found = [o for o in every if o.id == wanted or o.title.strip().casefold() == same]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(o.id for o in found)
        raise ImportFailed(f"Several operations are called “{wanted}”; name one by its id: {ids}.")
    titles = ", ".join(o.title for o in every) or "none"
    raise ImportFailed(
        f"{session.me.account} is in no operation “{wanted}”; those that it may enter: {titles}."
    )


def _take(
    session: Session, arguments: argparse.Namespace, path: Path, data: bytes, tally: Tally
) -> None:
    """Bring in one file, with a preview."""
    from kcr2desk.core.repatriation.book import records_of
    from kcr2desk.core.repatriation.bringing import UNBOUND, preview
    from kcr2desk.core.repatriation.bringing_changes import cancelling, changes
    from kcr2desk.exchange.person_sheet import asks_order
    from kcr2desk.exchange.problems import Refused
    from kcr2desk.matching import pairs

    now = datetime.now(UTC)
    try:
        read = _read(arguments, path, data, now)
    except Refused as error:
        for problem in error.problems:
            say(problem, path)
        tally.failed += 1
        return
    for problem in read.file.problems:
        say(problem, path)
    if not read.file.lines:
        tally.failed += 1
        return
    if asks_order(read.file):
        raise ImportFailed(f"{path}: say with --dates dmy or --dates mdy what comes first.")
    book = records_of(session.cache.all, _operation(session, arguments.operation).id)
    list_name = getattr(arguments, "list", None) or read.file.list
    arrival = "" if list_name in UNBOUND else _arrival(book, read, arguments)
    seen = preview(book, read.file, list_name, arrival, now, origin=path.name)
    _show(path, seen)
    tally.failed += len(seen.unreadable)
    tally.known += seen.count("same")
    parts = [*changes(seen, pairs)]
    if arguments.cancel_gone:
        parts += cancelling(seen.gone)
    if not parts:
        return
    count = seen.count("new") + seen.count("changed")
    if not agreed(f"Save {count} lines?", arguments.yes):
        print("Nothing was saved.")
        tally.failed += 1
        return
    refused = save(session, book.stream, parts)
    tally.failed += refused
    tally.made += 0 if refused else count


def _read(arguments: argparse.Namespace, path: Path, data: bytes, now: datetime) -> PeopleRead:
    """The people of a file, its columns as the command line says. Raises Refused, ImportFailed."""
    from kcr2desk.exchange.people import of_table, read_people

    read = read_people(data, path.name, now, sheet=getattr(arguments, "sheet", ""))
    if read.table is None or read.columns is None:
        return read
    columns = _corrected(read.table, read.columns, getattr(arguments, "map", ()))
    order = getattr(arguments, "dates", None)
    columns = replace(columns, order=order) if order else columns
    return read if columns == read.columns else of_table(read.table, now, columns=columns)


def _corrected(table: Table, columns: Columns, corrections: Sequence[str]) -> Columns:
    """The guess with what the command line says about columns. Raises ImportFailed."""
    from kcr2desk.exchange.person_sheet import ROLES

    for correction in corrections:
        head, sign, role = correction.rpartition("=")
        if not sign or head not in table.headers:
            heads = ", ".join(table.headers)
            raise ImportFailed(f"--map {correction}: there is no such column; there are: {heads}.")
        if role.strip() not in ("", *ROLES):
            raise ImportFailed(f"--map {correction}: “{role}” is no meaning of a column.")
        columns = columns.with_role(table.headers.index(head), role.strip())
    return columns


def _arrival(book: OperationBook, read: PeopleRead, arguments: argparse.Namespace) -> str:
    """The arrival that was named, that the file names, or the only one. Raises ImportFailed."""
    from kcr2desk.core.repatriation.bringing_arrival import arrivings, plain_code

    named = arrivings(book, read.file.flights)
    wanted = getattr(arguments, "arrival", None)
    if wanted is None:
        if named:
            return named[0].id
        if len(book.arrivals) == 1:
            return book.arrivals[0].id
        raise ImportFailed("Which arrival it is of is not told; name it with --arrival CODE.")
    is_it: Callable[[str], bool] = lambda code: plain_code(code) == plain_code(wanted)  # noqa: E731
    found = [a.id for a in book.arrivals if is_it(a.code) and a.status != "cancelled"]
    found = found or [a.id for a in named if is_it(a.code)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ImportFailed(f"There are several arrivals {wanted}; bring it in at the desk.")
    codes = ", ".join(a.code for a in book.arrivals) or "none"
    raise ImportFailed(f"There is no arrival {wanted}; there are: {codes}.")


def _show(path: Path, seen: Preview) -> None:
    """Print what would change, in numbers."""
    told = f"{seen.count('new')} new, {seen.count('changed')} change, {seen.count('same')} the same"
    print(f"{path}, list “{seen.list_name}”: {told}, {len(seen.unreadable)} cannot be read.")
    if seen.plan is not None:
        print(f"Arrival {seen.plan.code}{', new' if seen.plan.is_new else ''}.")
    for total in seen.totals:
        mark = "" if total.fits else " These differ."
        print(f"The file states {total.declared} {total.whom}, the list has {total.listed}.{mark}")
    if seen.gone:
        print(f"{len(seen.gone)} are no longer in it; they stay unless --cancel-gone is said.")
    if seen.alike:
        rows = ", ".join(str(line.row) for line in seen.alike[:20])
        print(f"{len(seen.alike)} look like another line: rows {rows}.")
