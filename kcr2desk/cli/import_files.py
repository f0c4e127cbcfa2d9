"""`kcr2desk import cap|mail FILE…`: alerts and mail become reports.

Without `--hub` they go into the cache of an account that signed in on this computer, and from there
to the hub, like what an officer writes. With `--hub` a machine delivers them with an API key.
A file that cannot be read gets a sentence and the others go on.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

if TYPE_CHECKING:
    from kcr2desk.desk.accounts import KnownAccount
    from kcr2desk.desk.session import Session
    from kcr2desk.exchange.intake import TakenIn
    from kcr2desk.exchange.problems import Problem

KEY = "KCR2DESK_KEY"
LARGEST = 100_000_000
"""Bytes of a file; what a reader takes is less."""
LINE_SECONDS = 20.0

FileKind = Literal["cap", "mail"]


class ImportFailed(Exception):
    """Nothing can be brought in at all; the text is a sentence."""


@dataclass(slots=True)
class Tally:
    """What came of the files."""

    made: int = 0
    known: int = 0
    failed: int = 0


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `import` with its kinds; a parsed command has its handler in `run`."""
    parser = subparsers.add_parser("import", help="bring in files: alerts or mail")
    kinds = parser.add_subparsers(dest="kind", metavar="KIND", required=True)
    for kind, what in (
        ("cap", "alerts: CAP 1.1 and 1.2, Atom and RSS feeds of them, EDXL-DE"),
        ("mail", "mail: .eml and .msg"),
    ):
        made = kinds.add_parser(kind, help=what, description=f"Bring in {what}.")
        made.add_argument("files", nargs="+", type=Path, metavar="FILE")
        made.add_argument("--account", help="whose cache, where several work on this computer")
        made.add_argument("--data", metavar="FOLDER", help="where the encrypted caches lie")
        made.add_argument(
            "--hub", metavar="URL", help=f"deliver to this hub with the API key in {KEY}"
        )
        made.add_argument(
            "--key-stdin", action="store_true", help="read the API key from standard input"
        )
        made.set_defaults(run=_import)


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


def read_files(files: Sequence[Path], tally: Tally) -> Iterator[tuple[Path, bytes]]:
    """The files that can be read, with their bytes; the others get a sentence."""
    for path in files:
        try:
            if path.stat().st_size > LARGEST:
                say_problem(path, f"it is larger than {LARGEST // 1_000_000} MB")
                tally.failed += 1
                continue
            data = path.read_bytes()
        except OSError as error:
            say_problem(path, error.strerror or str(error))
            tally.failed += 1
            continue
        yield path, data


def say_problem(path: Path, what: str) -> None:
    """One sentence on standard error that names the file."""
    print(f"{path}: {what}.", file=sys.stderr)


def say_all(taken: TakenIn, path: Path, tally: Tally) -> None:
    """What is wrong with a file, and what is odd about what was taken in."""
    for problem in taken.problems:
        say(problem, path)
    tally.failed += len(taken.problems)
    for item in taken.items:
        for remark in item.remarks:
            say(remark, path)


def say(problem: Problem, path: Path) -> None:
    """The sentence of a problem, with the file as it was named on the command line."""
    from dataclasses import replace

    from kcr2desk.exchange.problems import sentence

    print(sentence(replace(problem, file=str(path)), "en"), file=sys.stderr)


# -- into the cache of an account


def _keep(arguments: argparse.Namespace, kind: FileKind, tally: Tally) -> None:
    with _session(arguments) as session:
        for path, data in read_files(arguments.files, tally):
            take_into(session, path, data, kind, tally)
        health = session.sync.round(LINE_SECONDS)
        if health.waiting:
            print(
                f"{health.waiting} wait for the line; they go to the hub with the desk.",
                file=sys.stderr,
            )


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


@contextmanager
def _session(arguments: argparse.Namespace) -> Iterator[Session]:
    """The open desk of the account that was named, or of the only one here."""
    from kcr2desk.desk import troubles
    from kcr2desk.desk.session import Opener, PassphraseNeeded, SignInNeeded
    from kcr2desk.desk.settings_file import data_folder
    from kcr2desk.desk.vault import KeyLost, WrongPassphrase, system_secrets
    from kcr2desk.store.errors import StoreError

    data = Path(arguments.data or os.environ.get("KCR2DESK_DATA") or data_folder()).expanduser()
    account = _account(data, arguments.account or "")
    opener = Opener(data, system_secrets)
    try:
        try:
            session = opener.open(account)
        except PassphraseNeeded:
            session = opener.open(account, _passphrase(account))
    except SignInNeeded:
        raise ImportFailed(f"Start the desk and sign in as {account.account} first.") from None
    except (StoreError, KeyLost, WrongPassphrase, OSError) as error:
        raise ImportFailed(troubles.sentence(error)) from None
    try:
        yield session
    finally:
        session.close()


def _account(data: Path, name: str) -> KnownAccount:
    from kcr2desk.desk.accounts import known_accounts

    found = [a for a in known_accounts(data) if not name or a.account == name]
    if len(found) == 1:
        return found[0]
    if not found:
        whom = f"as {name} " if name else ""
        raise ImportFailed(
            f"Nobody signed in {whom}on this computer ({data}); start the desk first, or deliver"
            " to a hub with --hub."
        )
    names = ", ".join(f"{a.account} ({a.hub_url})" for a in found)
    raise ImportFailed(f"Several accounts work here; name one with --account: {names}.")


def _passphrase(account: KnownAccount) -> str:
    if not sys.stdin.isatty():
        raise ImportFailed(
            f"What {account.account} keeps here is locked with a passphrase; run this in a terminal"
            " that can ask for it."
        )
    return getpass.getpass(f"Passphrase of {account.account} on this workstation: ")


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
