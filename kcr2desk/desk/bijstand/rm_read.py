"""A file with EDXL-RM messages, read to be looked at before anything is taken over. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kcr2desk.core.book import records_of
from kcr2desk.exchange import edxl_rm
from kcr2desk.exchange.problems import Language, sentence

if TYPE_CHECKING:
    from kcr2desk.exchange.edxl_rm import Brought, Reading, Received
    from kcr2desk.store.cache import Cache

LARGEST = 5_000_000
"""Bytes of a file that is read; `edxl_rm.read` says that a larger one is refused."""


@dataclass(frozen=True, slots=True)
class MessageShown:
    """What one message would bring: sentences about what it does, about what of it is not by the
    standard, and why nothing can be taken over of it."""

    kind: str
    sender: str
    brought: Brought
    told: tuple[str, ...]
    remarks: tuple[str, ...]
    problems: tuple[str, ...]


def read_file(path: Path) -> Reading:
    """Read a file. Raises OSError when it cannot be opened."""
    with path.open("rb") as file:
        return edxl_rm.read(file.read(LARGEST + 1), path.name)


def shown(
    cache: Cache, received: Received, now: datetime, by: str, language: Language
) -> MessageShown:
    """What a message would bring to the records as they are now. In the store's thread."""
    brought = edxl_rm.to_changes(records_of(cache.all), received, now=now, by=by)
    return MessageShown(
        received.message.kind,
        received.sender,
        brought,
        tuple(sentence(each, language) for each in brought.told),
        tuple(sentence(each, language) for each in received.remarks),
        tuple(sentence(each, language) for each in brought.problems),
    )
