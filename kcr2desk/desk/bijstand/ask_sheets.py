"""The small spreadsheets of a round of inquiries, saved in a folder as they are asked. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kcr2desk.core.bijstand import Inquiry, InquiryLine
from kcr2desk.core.changes import Change
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk.parts.copies import safe_name, save_as
from kcr2desk.exchange import answer_sheet
from kcr2desk.exchange.problems import Language

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


def write_all(
    cache: Cache,
    each: Sequence[Sequence[Change]],
    types: Mapping[str, ResourceType],
    language: str,
    folder: Path,
) -> list[Path]:
    """Write the answer sheet of each inquiry that these saved changes made; returns the files.

    To be called in the store's thread, after the changes were saved: by then the inquiries have
    their numbers, after which the files are named. Raises OSError where a file cannot be written.
    """
    spoken: Language = "nl" if language == "nl" else "en"
    made = []
    for changes in each:
        inquiry, lines = _asked(cache, changes)
        if inquiry is not None:
            name = f"{inquiry.number} {inquiry.owner}".strip()
            target = folder / safe_name(f"{name}.xlsx")
            save_as(target, iter([answer_sheet.write(inquiry, lines, types, spoken)]))
            made.append(target)
    return made


def _asked(cache: Cache, changes: Sequence[Change]) -> tuple[Inquiry | None, list[InquiryLine]]:
    inquiry: Inquiry | None = None
    lines: list[InquiryLine] = []
    for change in changes:
        found = cache.get(change.type, change.id)
        if isinstance(found, Inquiry):
            inquiry = found
        elif isinstance(found, InquiryLine):
            lines.append(found)
    return inquiry, lines
