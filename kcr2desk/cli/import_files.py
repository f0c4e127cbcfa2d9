"""`kcr2desk import KIND FILE…`; here `cap` and `mail`: alerts and mail become reports.

Without `--hub` they go into the cache of an account that signed in on this computer, and from there
to the hub, like what an officer writes. With `--hub` a machine delivers them with an API key.
A file that cannot be read gets a sentence and the others go on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from kcr2desk.cli import (
    import_boundaries,
    import_capacity,
    import_manifest,
    import_pfif,
    import_rm,
)
from kcr2desk.cli.import_desk import (
    ImportFailed,
    Tally,
    desk_arguments,
    open_desk,
    read_files,
    say,
    say_problem,
    say_waiting,
)

if TYPE_CHECKING:
    from kcr2desk.desk.session import Session
    from kcr2desk.exchange.intake import TakenIn

KEY = "KCR2DESK_KEY"
FileKind = Literal["cap", "mail"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `import` with its kinds; a parsed command has its handler in `run`."""
    parser = subparsers.add_parser("import", help="bring in files: alerts, mail, sheets, borders")
    kinds = parser.add_subparsers(dest="kind", metavar="KIND", required=True)
    for kind, what in (
        ("cap", "alerts: CAP 1.1 and 1.2, Atom and RSS feeds of them, EDXL-DE"),
        ("mail", "mail: .eml and .msg"),
    ):
        made = kinds.add_parser(kind, help=what, description=f"Bring in {what}.")
        made.add_argument("files", nargs="+", type=Path, metavar="FILE")
        desk_arguments(made)
        made.add_argument(
            "--hub", metavar="URL", help=f"deliver to this hub with the API key in {KEY}"
        )
        made.add_argument(
            "--key-stdin", action="store_true", help="read the API key from standard input"
        )
        made.set_defaults(run=_import)
    import_capacity.add_kinds(kinds)
    import_boundaries.add_kind(kinds)
    import_rm.add_kind(kinds)
    import_manifest.add_kind(kinds)
    import_pfif.add_kind(kinds)


def _import(arguments: argparse.Namespace) -> int:
    kind: FileKind = arguments.kind
    tally = Tally()
    try:
        if arguments.hub:
            _deliver(arguments, kind, tally)
        else:
            _keep(arguments, kind, tally)
    except ImportFailed as error:
        print(f"kcr2desk import: {error}", file=sys.stderr)
        return 1
    known = f", {tally.known} there already" if tally.known else ""
    failed = f", {tally.failed} failed" if tally.failed else ""
    print(f"{tally.made} brought in{known}{failed}.")
    return 1 if tally.failed else 0


def say_all(taken: TakenIn, path: Path, tally: Tally) -> None:
    """What is wrong with a file, and what is odd about what was taken in."""
    for problem in taken.problems:
        say(problem, path)
    tally.failed += len(taken.problems)
    for item in taken.items:
        for remark in item.remarks:
            say(remark, path)


# -- into the cache of an account


def _keep(arguments: argparse.Namespace, kind: FileKind, tally: Tally) -> None:
    with open_desk(arguments) as session:
        for path, data in read_files(arguments.files, tally):
            take_into(session, path, data, kind, tally)
        say_waiting(session)


def take_into(session: Session, path: Path, data: bytes, kind: FileKind, tally: Tally) -> None:
    """Make the reports of one file in the cache of a session; what is there already stays."""
    from kcr2desk.exchange.intake import changes, take_in
    from kcr2desk.store.errors import DiskFull

    cache, source = session.cache, session.me.organisation
    taken = take_in(data, path.name, now=datetime.now(UTC), kind=kind)
    say_all(taken, path, tally)
    kept: set[tuple[str, str]] = set()  # the reports of a feed share its file
    for item in taken.items:
        if cache.get("report", item.id) is not None:
            tally.known += 1
            continue
        try:
            for file in item.files:
                if (item.stream, file.digest) not in kept:
                    cache.put_file(item.stream, file.data)
                    kept.add((item.stream, file.digest))
            cache.save(item.stream, changes(item, source=source))
        except DiskFull:
            raise ImportFailed(
                f"The disk is full at {path}; nothing of it was saved, what came before it is safe."
            ) from None
        tally.made += 1


# -- to a hub, by a machine


def _deliver(arguments: argparse.Namespace, kind: FileKind, tally: Tally) -> None:
    from kcr2desk.desk.accounts import WrongAddress, hub_address
    from kcr2desk.sync.line import Line

    try:
        address = hub_address(arguments.hub)
    except WrongAddress:
        raise ImportFailed(f"--hub is no address of a hub: {arguments.hub}.") from None
    key = sys.stdin.readline().strip() if arguments.key_stdin else os.environ.get(KEY, "")
    if not key:
        raise ImportFailed(f"An API key is needed, in {KEY} or by --key-stdin.")
    line = Line(address)

    def send(name: str, body: bytes) -> bytes:
        where = f"/v1/reports?name={quote(name[-255:], safe='')}"
        return line.ask("POST", where, token=key, body=body).body

    try:
        for path, data in read_files(arguments.files, tally):
            deliver(send, path, data, kind, tally)
    finally:
        line.close()


def deliver(
    send: Callable[[str, bytes], bytes], path: Path, data: bytes, kind: FileKind, tally: Tally
) -> None:
    """Deliver one file; `send` takes its name and bytes and returns the hub's answer.

    It is read here first: what is wrong with it is said without the hub. Raises ImportFailed for
    what the next file would meet as well.
    """
    from kcr2desk.exchange.intake import take_in
    from kcr2desk.sync import HubRefused, LineDown

    taken = take_in(data, path.name, now=datetime.now(UTC), kind=kind)
    say_all(taken, path, tally)
    if not taken.items:
        return
    try:
        answer = json.loads(send(path.name, data))
    except LineDown as error:
        raise ImportFailed(f"The hub cannot be reached ({error.why}).") from None
    except HubRefused as error:
        if error.status == 401:
            raise ImportFailed("The hub does not admit this API key.") from None
        detail = f" ({error.problem.detail})" if error.problem.detail else ""
        say_problem(path, f"the hub refused it: {_meaning(error.code)}{detail}")
        tally.failed += 1
        return
    for report in answer["reports"]:
        if report["outcome"] == "known":
            tally.known += 1
        elif report["outcome"] in ("applied", "merged", "conflict"):
            tally.made += 1
        else:
            what = _meaning(report["reason"] or report["outcome"])
            say_problem(path, f"the hub did not take it: {what}")
            tally.failed += 1


def _meaning(code: str) -> str:
    """The sentence of a code without its stop, or the code itself."""
    from kcr2desk.core.errors import SENTENCES

    return SENTENCES.get(code, (code,))[0].rstrip(".")
