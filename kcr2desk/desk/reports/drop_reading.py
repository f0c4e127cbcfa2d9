"""Brings files of mail and alerts into the store, each by itself. In the work thread; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kcr2desk.core.fields import FieldError
from kcr2desk.exchange import intake, mail, xml
from kcr2desk.exchange.intake import Item
from kcr2desk.exchange.problems import Language, Problem, sentence
from kcr2desk.store.errors import DiskFull
from kcr2desk.wire import MAX_BLOB

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

READ_ENDINGS: Final = (".eml", ".msg", ".cap", ".xml", ".atom", ".rss", ".edxlde")
MOST_FILES: Final = 500
"""Files in one drop; more are better brought in by `kcr2desk import`."""

LARGEST_ALERT: Final = xml.MAX_BYTES
LARGEST_MAIL: Final = mail.MAX_BYTES
LARGEST_FILE: Final = MAX_BLOB

_MAIL_HEAD: Final = re.compile(
    rb"(From |(?:Received|Return-Path|From|To|Subject|Date|MIME-Version|Message-ID):)", re.I
)
_SENTENCES: Final = {
    "full": ("the disk of this workstation is full", "de schijf van deze werkplek is vol"),
    "field": ("it does not fit ({0})", "het past niet ({0})"),
    "other": ("it could not be saved ({0})", "het is niet te bewaren ({0})"),
    "folder": ("this is a folder; drop the files in it", "dit is een map; sleep de bestanden erin"),
}


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file or one mail.

    `new` are ids of reports that were made, `known` of those that were here already, `apart` of
    those among `new` that are an exercise or a test and stand in a stream of their own. `problems`
    are whole sentences about what became no report; `remarks` about what did, but is odd.
    """

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def __add__(self, other: Brought) -> Brought:
        return Brought(
            self.new + other.new,
            self.known + other.known,
            self.apart + other.apart,
            self.problems + other.problems,
            self.remarks + other.remarks,
        )


def is_report(path: Path) -> bool:
    """Whether a file is mail or an alert. Others can be attachments of a report.

    Its ending decides; where that says nothing, its first bytes do. Raises OSError.
    """
    if path.suffix.lower() in READ_ENDINGS:
        return True
    if path.suffix and path.suffix.lower() not in (".txt", ".mail", ".mbox"):
        return False
    with path.open("rb") as file:
        head = file.read(512).removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<?xml") or _MAIL_HEAD.match(head) is not None


def bring_in(cache: Cache, path: Path, *, now: datetime, language: Language) -> Brought:
    """Read one file and save what is in it. Never raises for what is in the file or on the disk."""
    try:
        if path.is_dir():
            return Brought(problems=(_own(path.name, "folder", language),))
        if path.stat().st_size > max(LARGEST_MAIL, LARGEST_ALERT):
            return _problem(path.name, "too-large", f"{LARGEST_MAIL // 1_000_000} MB", language)
        data = path.read_bytes()
    except OSError as error:
        return _problem(path.name, "unreadable", error.strerror or str(error), language)
    taken = intake.take_in(data, path.name, now=now, language=language)
    brought = Brought(problems=tuple(sentence(each, language) for each in taken.problems))
    kept: set[tuple[str, str]] = set()
    for item in taken.items:
        brought += save_item(cache, item, path.name, language, kept)
    return brought


def save_item(
    cache: Cache,
    item: Item,
    name: str,
    language: Language,
    kept: set[tuple[str, str]] | None = None,
) -> Brought:
    """Save one report with its files; one that is here already stays as it is.

    `kept` are the files, by stream and digest, that were put in the store with a report before
    this one: a feed of a thousand alerts is one file, and is written once.
    """
    kept = set() if kept is None else kept
    remarks = tuple(sentence(each, language) for each in item.remarks)
    try:
        if cache.get("report", item.id) is not None:
            return Brought(known=(item.id,))
        for file in item.files:  # before the report, so that it never names bytes that are not here
            if (item.stream, file.digest) not in kept:
                cache.put_file(item.stream, file.data)
                kept.add((item.stream, file.digest))
        cache.save(item.stream, intake.changes(item))
    except DiskFull:
        return Brought(problems=(_own(name, "full", language),))
    except FieldError as error:
        return Brought(problems=(_own(name, "field", language, f"{error.field}: {error.code}"),))
    except Exception as error:  # one item must not stop the others; its sentence names it
        return Brought(problems=(_own(name, "other", language, type(error).__name__),))
    apart = (item.id,) if item.stream != intake.NATIONAL else ()
    return Brought(new=(item.id,), apart=apart, remarks=remarks)


def limits(language: Language) -> str:
    """What may be dropped, and how much of it."""
    alert, kept = LARGEST_ALERT // 1_000_000, LARGEST_MAIL // 1_000_000
    if language == "nl":
        return (
            f"Mail (.eml, .msg) tot {kept} MB, waarschuwingen (CAP, Atom, RSS, EDXL-DE) tot "
            f"{alert} MB; andere bestanden als bijlage tot {LARGEST_FILE >> 20} MB; ten hoogste "
            f"{MOST_FILES} per keer"
        )
    return (
        f"Mail (.eml, .msg) up to {kept} MB, alerts (CAP, Atom, RSS, EDXL-DE) up to {alert} MB; "
        f"other files as attachments up to {LARGEST_FILE >> 20} MB; {MOST_FILES} at a time"
    )


def _problem(name: str, code: str, detail: str, language: Language) -> Brought:
    return Brought(problems=(sentence(Problem(name, None, code, detail), language),))


def _own(name: str, code: str, language: Language, detail: str = "") -> str:
    """A sentence about what the readers do not know of: this workstation."""
    english, dutch = _SENTENCES[code]
    return f"{name}: {(dutch if language == 'nl' else english).format(detail)}."


def without_repeats(brought: Brought) -> Brought:
    """The same report twice in one drop is one report that was known the second time."""
    return replace(brought, known=tuple(i for i in brought.known if i not in brought.new))
