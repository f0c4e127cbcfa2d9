"""`kcr2desk verify LOGFILE`: prove an exported log, on any machine, without a hub."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from kcr2desk import signing, wire
from kcr2desk.core.verify import (
    FORMAT,
    VERSION,
    LogHead,
    LogLine,
    Verdict,
    Why,
    Wrong,
    check_log,
)

LONGEST_LINE = 64 << 20  # bytes

SENTENCES = {
    Why.UNREADABLE: "entry {seq} cannot be read",
    Why.MISSING: "entry {seq} is missing or not in its place; what stands there is {who}",
    Why.ALTERED: "entry {seq} was altered; it says it is {who}",
    Why.REWRITTEN: "entry {seq} was altered and its hash made anew; it says it is {who}",
    Why.CUT_OFF: "the end is missing, from entry {seq} on",
    Why.BEYOND: "entry {seq} was added after the end that the hub signed; it says it is {who}",
    Why.HEAD: "the hub did not sign the end of this log",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `verify`; a parsed command has its handler in `run`."""
    parser = subparsers.add_parser(
        "verify",
        help="prove that an exported log was not altered",
        description="Prove that a log written by `kcr2desk hub export-log` is whole and unaltered.",
    )
    parser.add_argument("logfile", type=Path, metavar="LOGFILE")
    parser.add_argument(
        "--hub-key",
        metavar="HEX",
        default="",
        help="the hub's public key, as `kcr2desk hub status` shows it; without it the key in the "
        "file is taken on its word",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the log is whole, 1 when it is not or cannot be read."""
    file: Path = arguments.logfile
    try:
        with file.open("rb") as log:
            head = _head(log)
            if head is None:
                return _no(file, "this is no exported log of a hub")
            trusted = arguments.hub_key.strip().lower()
            if trusted and trusted != head.hub_key:
                return _no(file, f"this log was signed with another key: {head.hub_key}")
            verdict = check_log(
                head,
                _lines(log),
                lambda c: signing.checkpoint_verifies(head.hub_key, head.hub, c),
            )
    except OSError as error:
        return _no(file, f"it cannot be read: {error.strerror}")
    if verdict.wrong is not None:
        return _no(file, _sentence(verdict.wrong), _proven(verdict))
    print(f"{file}: whole and unaltered: {verdict.proven} entries of the stream {head.stream}")
    if verdict.last_logged_at:
        print(f"Last entry  {_time(verdict.last_logged_at)}")
    print(f"Hub         {head.hub}")
    print(f"Key         {head.hub_key}")
    if not trusted:
        print("Compare this key with the one that `kcr2desk hub status` shows at the hub.")
    return 0


def _head(log: BinaryIO) -> LogHead | None:
    try:
        head = wire.decode(LogHead, log.readline(LONGEST_LINE))
    except wire.Unreadable:
        return None
    return head if (head.format, head.version) == (FORMAT, VERSION) else None


def _lines(log: BinaryIO) -> Iterator[LogLine | None]:
    while line := log.readline(LONGEST_LINE):
        try:
            yield wire.decode(LogLine, line)
        except wire.Unreadable:
            yield None


def _sentence(wrong: Wrong) -> str:
    when = f"logged at {_time(wrong.logged_at)}" if wrong.logged_at else "logged at a time withheld"
    who = f"by {wrong.actor}, {when}" if wrong.actor else when
    return SENTENCES[wrong.why].format(seq=wrong.seq, who=who)


def _proven(verdict: Verdict) -> str:
    return f"Proven as it was: {verdict.proven} entries before that."


def _time(milliseconds: int) -> str:
    try:
        then = datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return f"{milliseconds} ms"
    return then.strftime("%Y-%m-%d %H:%M:%S UTC")


def _no(file: Path, *sentences: str) -> int:
    print(f"kcr2desk verify: {file}: {sentences[0]}", file=sys.stderr)
    for sentence in sentences[1:]:
        print(sentence, file=sys.stderr)
    return 1
