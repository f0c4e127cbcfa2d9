"""`kcr2desk import capacity|norm FILE…`: what owners have, and the national spreading plan.

What would change is printed first; what is wrong with a row goes to standard error, and that row is
not taken. A region officer changes only the own region.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
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
    from kcr2desk.core.book import Book
    from kcr2desk.core.changes import Change
    from kcr2desk.desk.session import Session
    from kcr2desk.exchange.capacity_sheet import Columns, Kind, Preview, RowChange, Table

STREAM = "national"


def add_kinds(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `capacity` and `norm`; a parsed command has its handler in `run`."""
    for kind, what in (
        ("capacity", "what regions and partners have: a spreadsheet (.xlsx, .csv, .tsv)"),
        ("norm", "the national spreading plan: a spreadsheet (.xlsx, .csv, .tsv)"),
    ):
        made = kinds.add_parser(kind, help=what, description=f"Bring in {what}.")
        made.add_argument("files", nargs="+", type=Path, metavar="FILE")
        made.add_argument("--sheet", default="", help="which sheet, where the likeliest is not it")
        made.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="HEAD=MEANING",
            help="what a column is: owner, resource, available, total, reserve, norm,"
            " notice_minutes, note, checked_at, checked_by, type:CODE, owner:CODE, or nothing for"
            " one that is not used",
        )
        made.add_argument("--yes", action="store_true", help="save without asking")
        desk_arguments(made)
        made.set_defaults(run=_import)


def _import(arguments: argparse.Namespace) -> int:
    tally = bring_in(arguments, lambda session: _may(session, arguments.kind), _take)
    return 1 if tally is None or tally.failed else 0


def _may(session: Session, kind: Kind) -> None:
    """Raise ImportFailed when this role writes no capacity, or not the norm."""
    from kcr2desk.core.access import OUTSIDE

    refuse_role(session, STREAM, "capacity", "what owners have")
    if kind == "norm" and session.me.role in OUTSIDE:
        raise ImportFailed("Only KCR2 brings in the national spreading plan.")


def _take(
    session: Session, arguments: argparse.Namespace, path: Path, data: bytes, tally: Tally
) -> None:
    """Bring in one file, with a preview."""
    from kcr2desk.core.book import records_of
    from kcr2desk.exchange import capacity_sheet
    from kcr2desk.exchange.problems import Refused

    book = records_of(session.cache.all)
    now = datetime.now(UTC)
    owners, types = book.owners.values(), book.types.values()
    try:
        table = capacity_sheet.read_rows(data, path.name, arguments.sheet)
    except Refused as error:
        for problem in error.problems:
            say(problem, path)
        tally.failed += 1
        return
    columns = capacity_sheet.guess(table, owners, types, arguments.kind)
    columns = _corrected(table, columns, arguments.map)
    checked = capacity_sheet.check(table, columns, owners, types, now, only=_only(session))
    seen = capacity_sheet.preview(checked, book.capacity)
    for problem in (*seen.problems, *seen.remarks):
        say(problem, path)
    tally.failed += len(seen.problems)
    _show(path, table, columns, seen, book)
    made = capacity_sheet.to_changes(seen, now=now, by=session.me.display_name, stream=STREAM)
    if not made:
        print("Nothing to save.")
        return
    count = len(seen.changes)
    if not agreed(f"Save {count} changes and {len(made) - count} checks?", arguments.yes):
        print("Nothing was saved.")
        tally.failed += 1
        return
    tally.failed += save(session, STREAM, _by_owner(made, (*seen.changes, *seen.unchanged)))
    print(f"{count} changed, {len(made) - count} confirmed.")


def _only(session: Session) -> str:
    """The one owner whose numbers this account may change; "" for all."""
    from kcr2desk.core.access import OUTSIDE

    return session.me.organisation if session.me.role in OUTSIDE else ""


def _corrected(table: Table, columns: Columns, corrections: Iterable[str]) -> Columns:
    """The guess with what the command line says about columns. Raises ImportFailed."""
    from kcr2desk.exchange.capacity_sheet import Columns

    for correction in corrections:
        head, sign, role = correction.rpartition("=")
        if not sign or head not in table.headers:
            heads = ", ".join(table.headers)
            raise ImportFailed(f"--map {correction}: there is no such column; there are: {heads}.")
        columns = columns.with_role(table.headers.index(head), role.strip())
        try:
            Columns.from_json(columns.to_json())
        except ValueError:
            raise ImportFailed(f"--map {correction}: “{role}” is no meaning of a column.") from None
    return columns


def _show(path: Path, table: Table, columns: Columns, seen: Preview, book: Book) -> None:
    """Print how the table was read, and what would change."""
    sheet = f", sheet “{table.sheet}”" if table.sheet else ""
    print(f"{path}{sheet}, read as a {columns.layout}:")
    for head, role in zip(table.headers, columns.roles, strict=True):
        print(f"  {head or '(no head)'}: {role or 'not used'}")
    for change in seen.changes:
        print(f"  {_told(change, book)}")
    print(
        f"{len(seen.changes)} change, {len(seen.unchanged)} stay as they are,"
        f" {len(seen.problems)} problems."
    )


def _told(change: RowChange, book: Book) -> str:
    """`row 7: VR06 Twente, Peloton: available 5 → 4`."""
    owner = book.owners[change.owner]
    resource = book.types[change.resource]
    fields = ", ".join(
        f"{name.replace('_', ' ')} {'–' if change.was[name] in (None, '') else change.was[name]}"
        f" → {now}"
        for name, now in change.now.items()
    )
    return f"row {change.number}: {owner.code} {owner.name}, {resource.name_nl}: {fields}"


def _by_owner(made: Sequence[Change], rows: Sequence[RowChange]) -> list[list[Change]]:
    """Changes in parts, one an owner: what is refused of one region stands in no other's way."""
    from kcr2desk.core.bijstand import capacity_id

    owner_of = {
        row.current.id if row.current else capacity_id(STREAM, row.owner, row.resource): row.owner
        for row in rows
    }
    parts: dict[str, list[Change]] = {}
    for change in made:
        parts.setdefault(owner_of[change.id], []).append(change)
    return list(parts.values())
