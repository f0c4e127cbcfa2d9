"""EDXL-RM messages in the cache of a desk: saved, found again, sent out, and nothing twice."""

from __future__ import annotations

from kcr2desk.core.book import Book, records_of
from kcr2desk.exchange.edxl_rm import Sending, from_records, read, to_changes, write
from kcr2desk.store import Cache
from tests.exchange.rm_world import NOW, World, element, message
from tests.exchange.test_edxl_rm_chain import REQUEST, TWO, release, status

ANSWER = message(
    "ResponseToRequestResource", "ans-1", element("a1", answers=("line-1", "Provisional")),
    before="req-1",
)  # fmt: skip
CHAIN = (
    REQUEST,
    ANSWER,
    TWO,
    status("s-1", "2026-07-03T09:00:00Z", word="Returned"),
    release("rel-2", "TW-200"),
)


def book_of(cache: Cache) -> Book:
    """What the desk holds, with the lists that a hub would have given."""
    book = records_of(cache.all)
    book.load(World().book.all("owner") + World().book.all("resourcetype"))
    return book


def test_the_chain_is_saved_and_saved_again_changes_nothing(cache: Cache) -> None:
    for turn in range(2):
        for data in CHAIN:
            (received,) = read(data.encode(), "m.xml").messages
            brought = to_changes(book_of(cache), received, now=NOW, by="Jansen")
            assert not brought.problems
            assert bool(brought.changes) is (turn == 0)
            if brought.changes:
                assert cache.save(brought.stream, brought.changes)
    book = book_of(cache)
    (request,), (inquiry,) = book.requests, book.inquiries()
    assert request.number.startswith("B-")
    assert (inquiry.number[:2], inquiry.status) == ("U-", "answered")
    assert sorted(c.status for c in book.commitments()) == ["cancelled", "returned"]
    sending = Sending(id=request.id, now=NOW, sender="KCR2")
    out = write(from_records(book, "RequestResource", [request.id], sending))
    assert b"Sporthal De Brink" in out
