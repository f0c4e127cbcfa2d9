"""What all kinds of `kcr2desk import` share: files, sentences, the desk of who signed in here."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcr2desk.core.changes import Change
    from kcr2desk.desk.accounts import KnownAccount
    from kcr2desk.desk.session import Session
    from kcr2desk.exchange.problems import Problem

LARGEST = 100_000_000
"""Bytes of a file; what a reader takes is less."""
LINE_SECONDS = 20.0


class ImportFailed(Exception):
    """Nothing can be brought in at all; the text is a sentence."""


@dataclass(slots=True)
class Tally:
    """What came of the files."""

    made: int = 0
    known: int = 0
    failed: int = 0


def desk_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say which desk on this computer is meant."""
    parser.add_argument("--account", help="whose cache, where several work on this computer")
    parser.add_argument("--data", metavar="FOLDER", help="where the encrypted caches lie")


def bring_in(
    arguments: argparse.Namespace,
    may: Callable[[Session], None],
    take: Callable[[Session, argparse.Namespace, Path, bytes, Tally], None],
) -> Tally | None:
    """Open the desk, see whether this account `may`, and `take` each file; returns what came of
    them. None when nothing can be brought in at all, which is told."""
    tally = Tally()
    try:
        with open_desk(arguments) as session:
            may(session)
            session.sync.round(LINE_SECONDS)  # so that "was" is what the others see
            for path, data in read_files(arguments.files, tally):
                take(session, arguments, path, data, tally)
    except ImportFailed as error:
        print(f"kcr2desk import: {error}", file=sys.stderr)
        return None
    return tally


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


def say(problem: Problem, path: Path) -> None:
    """The sentence of a problem, with the file as it was named on the command line."""
    from dataclasses import replace

    from kcr2desk.exchange.problems import sentence

    print(sentence(replace(problem, file=str(path)), "en"), file=sys.stderr)


@contextmanager
def open_desk(arguments: argparse.Namespace) -> Iterator[Session]:
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


def refuse_role(session: Session, stream: str, type_name: str, what: str) -> None:
    """Raise ImportFailed when the role of who works here may not write such records at all."""
    from kcr2desk.core.access import Actor, refusal

    me = session.me
    if refusal(Actor(me.account, me.role, me.organisation), stream, type_name, None):
        role = me.role.replace("_", " ")
        raise ImportFailed(f"{me.account} may not change {what}: the role is {role}.")


def agreed(question: str, yes: bool) -> bool:
    """Whether to go on: `--yes`, or the word of who sits at the terminal.

    Raises ImportFailed where nobody can be asked.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise ImportFailed("Nothing was saved; say --yes to save what is shown above.")
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes", "j", "ja")


def save(session: Session, stream: str, parts: Sequence[Sequence[Change]]) -> int:
    """Save each part as one act, take them to the hub, say what waits or was refused; returns how
    many parts the hub refused."""
    from kcr2desk.core.errors import SENTENCES
    from kcr2desk.store.errors import DiskFull

    made = []
    for part in parts:
        try:
            made.append(session.cache.save(stream, part))
        except DiskFull:
            raise ImportFailed(
                "The disk is full; what was not saved yet is not, the rest is safe."
            ) from None
    say_waiting(session)
    refused = [r for r in session.cache.attention().refusals if r.id in made]
    for refusal in refused:
        sentence = SENTENCES.get(refusal.code, (refusal.code,))[0]
        print(f"The hub refused part of it. {sentence}", file=sys.stderr)
    return len(refused)


def say_waiting(session: Session) -> None:
    """One round with the hub, and a sentence when something could not be taken there."""
    health = session.sync.round(LINE_SECONDS)
    if health.waiting:
        print(
            f"{health.waiting} wait for the line; they go to the hub with the desk.",
            file=sys.stderr,
        )
