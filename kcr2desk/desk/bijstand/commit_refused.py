"""Promises that the hub refused and that nobody dealt with yet: which they are. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcr2desk.core.bijstand import Commitment
from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change
from kcr2desk.desk.bijstand.commit_race import asked

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


@dataclass(frozen=True, slots=True)
class RefusedPromise:
    """A refused changeset with promises in it; `code` says why (core.errors), `at` in milliseconds
    when it was made."""

    changeset: str
    code: str
    at: int
    changes: tuple[Change, ...]


def read_refused(cache: Cache) -> tuple[RefusedPromise, ...]:
    """The refused promises of this officer, oldest first. To be called in the store's thread."""
    return tuple(
        RefusedPromise(each.id, each.code, each.made_at, each.changes)
        for each in cache.attention().refusals
        if any(change.type == "commitment" for change in each.changes)
    )


def wanted(book: Book, refused: RefusedPromise) -> list[Commitment]:
    """The promises as they were asked."""
    found = (asked(book, change) for change in refused.changes if change.type == "commitment")
    return [each for each in found if each is not None]


def of_request(
    book: Book, refused: Sequence[RefusedPromise], request: str
) -> list[tuple[RefusedPromise, Commitment]]:
    """The refused promises to a request, each with the changeset that it was in."""
    return [(r, c) for r in refused for c in wanted(book, r) if c.request == request]


def of_commitment(refused: Sequence[RefusedPromise], commitment: str) -> RefusedPromise | None:
    """The oldest refused changeset that is about this commitment; None: there is none."""
    return next((r for r in refused if any(c.id == commitment for c in r.changes)), None)
