"""Saving what stands in a report form: in the work thread, report first, then its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kcr2desk.core.fields import FieldError
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json
from kcr2desk.desk import texts
from kcr2desk.desk.parts import words
from kcr2desk.desk.parts.form_merge import changed
from kcr2desk.desk.parts.form_state import (
    FIELDS,
    LONGEST_TEXT,
    Typed,
    file_name,
    python_values,
)
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.intake import files_of
from kcr2desk.store.errors import DiskFull, StoreError
from kcr2desk.wire import MAX_BLOB

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

translate = QCoreApplication.translate

MOST_FILES: Final = 50
"""Files that may come with one report at once."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A report that is safe on this workstation, and the files that did not come with it."""

    id: str
    number: str
    left_out: tuple[str, ...] = ()
    """Paths of files that could not be read or kept, or are too large."""


def create(
    cache: Cache, values: Mapping[str, Json], files: Sequence[str], *, stream: str, draft: str
) -> Saved:
    """Make the report and drop its draft in one transaction; then add the files."""
    said = {name: value for name, value in values.items() if value not in (None, "", [], False)}
    report = cache.create("report", python_values(said), stream=stream, draft=draft)
    return _with_files(cache, report, files)


def edit(
    cache: Cache,
    report: str,
    values: Mapping[str, Json],
    shown: Mapping[str, Json],
    files: Sequence[str],
    *,
    draft: str,
) -> Saved:
    """Change the fields in `values`; `shown` is what the form showed of them when opened."""
    cache.edit("report", report, python_values(values), shown=shown, draft=draft)
    return _with_files(cache, report, files)


def _with_files(cache: Cache, report: str, files: Sequence[str]) -> Saved:
    left_out = []
    for path in files:
        try:
            if Path(path).stat().st_size > MAX_BLOB:
                left_out.append(path)
                continue
            cache.attach("report", report, file_name(path)[:255], media_type(path), Path(path))
        except (OSError, StoreError):  # the report itself is safe by now
            left_out.append(path)
    values = cache.values("report", report) or {}
    return Saved(report, str(values.get("number") or ""), tuple(left_out))


class Saver(QObject):
    """Saves in the work thread, one report at a time."""

    done = Signal(object)
    """A `Saved`: the report is safe on this workstation."""

    failed = Signal(object)
    """An exception: nothing was saved."""

    def __init__(self, cache: Cache, work: StoreWork, stream: str, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = cache
        self._work = work
        self._stream = stream
        self.busy = False

    def save(self, typed: Typed, draft: str, report: str, shown: Mapping[str, Json]) -> None:
        """Save a new report, or what was changed in `report`, whose form showed `shown`."""
        cache, stream, values, files = self._cache, self._stream, typed.values, typed.files
        if not report:
            self._do(lambda: create(cache, values, files, stream=stream, draft=draft))
            return
        mine = {name: values[name] for name in changed(FIELDS, shown, values)}
        seen = {name: shown[name] for name in mine}
        self._do(lambda: edit(cache, report, mine, seen, files, draft=draft))

    def _do(self, call: Callable[[], Saved]) -> None:
        self.busy = True
        self._work.do(call, self._tell, owner=self, failed=self._tell)

    def _tell(self, what: Saved | Exception) -> None:
        self.busy = False
        if isinstance(what, Saved):
            self.done.emit(what)
        else:
            self.failed.emit(what)


def hindrance(typed: Typed) -> tuple[str, str]:
    """The field that has to be mended before it can be saved, and why; two empty texts for none."""
    for name, text in typed.unread.items():
        said = translate("ReportForm", "The {field} cannot be read: {typed}.")
        return name, said.format(field=words.field(name), typed=f"“{text}”")
    if not typed.title.strip():
        why = translate("ReportForm", "A few words are needed: they become the title.")
        return ("title" if typed.text.strip() else "text"), why
    return "", ""


def media_type(path: str) -> str:
    """The media type of a file by its name."""
    return files_of([(file_name(path), b"")])[0].media_type


def refusal(path: str) -> str:
    """Why a file cannot come with a report, as a sentence; "" when it can."""
    name = file_name(path)
    try:
        found = Path(path).stat()
    except OSError as error:
        return translate("ReportForm", "{file} cannot be read: {why}.").format(
            file=name, why=error.strerror or type(error).__name__
        )
    if Path(path).is_dir():
        return translate("ReportForm", "{file} is a folder; add the files in it.").format(file=name)
    if found.st_size > MAX_BLOB:
        return translate("ReportForm", "{file} is {size}; a file may be {most} at most.").format(
            file=name, size=texts.size(found.st_size), most=texts.size(MAX_BLOB)
        )
    return ""


def failure(error: Exception) -> str:
    """What went wrong while saving, what is safe and what to do, as sentences."""
    if isinstance(error, FieldError) and error.code == "too_long" and error.field == "text":
        return translate(
            "ReportForm", "The text is longer than {n} characters. Shorten it, or add it as a file."
        ).format(n=texts.number(LONGEST_TEXT))
    if isinstance(error, FieldError) and error.code == "too_long":
        return translate("ReportForm", "The {field} is too long: {n} characters at most.").format(
            field=words.field(error.field),
            n=texts.number(RECORD_TYPES["report"].fields[error.field].longest),
        )
    if isinstance(error, FieldError):
        return translate("ReportForm", "The {field} does not fit ({code}). Change it.").format(
            field=words.field(error.field), code=error.code
        )
    if isinstance(error, DiskFull):
        return translate(
            "ReportForm",
            "The disk of this workstation is full: nothing was saved. Make room, then save again.",
        )
    return translate(
        "ReportForm",
        "It was not saved ({what}). What you typed stands here; copy it if saving fails again.",
    ).format(what=type(error).__name__)
