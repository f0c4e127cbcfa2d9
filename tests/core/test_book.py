"""The book: what is found by what, what is counted, and what counts no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kcr2desk.core.bijstand import (
    AWAY,
    COMMITMENT_STEPS,
    Capacity,
    Commitment,
    Inquiry,
    InquiryLine,
    RequestLine,
)
from kcr2desk.core.board import cell
from kcr2desk.core.book import Book
from kcr2desk.core.holding import FOREVER

NOW = datetime(2026, 7, 24, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)
GIVEN = Commitment(
    id="c", stream="national", owner="VR06", source="VR06", resource="pump", quantity=2,
    from_at=NOW - 8 * HOUR, until_at=NOW - HOUR, status="on_site", line="l",
)  # fmt: skip
HAS = Capacity(
    id="k", stream="national", owner="VR06", source="VR06", resource="pump", available=3,
    checked_at=NOW,
)  # fmt: skip
LINE = RequestLine(id="l", stream="national", about="r", resource="pump", quantity=4)


@pytest.mark.parametrize("status", [s for s in COMMITMENT_STEPS if s])
def test_who_is_away_after_the_time_is_not_free_until_the_return_is_noted(status: str) -> None:
    book = Book([HAS, replace(GIVEN, status=status)])
    taken = sum(h.quantity for h in book.taken("VR06", "pump", NOW) if h.end == FOREVER)
    assert taken == (2 if status in AWAY else 0)
    assert cell(book, "VR06", "pump", NOW).free == 3 - taken
    assert cell(book, "VR06", "pump", NOW - 2 * HOUR).free == (
        1 if status in AWAY | {"promised", "returned"} else 3
    )


def test_what_is_dropped_or_removed_counts_no_more() -> None:
    book = Book([HAS, LINE, GIVEN])
    assert book.fill("l").on_site == 2
    assert book.limit("VR06", "pump") == 3
    book.drop("commitment", "c")
    assert book.fill("l").on_site == 0
    assert book.holds("VR06", "pump") == ()
    book.put(replace(HAS, removed=True))
    assert book.limit("VR06", "pump") is None
    with pytest.raises(KeyError):
        Book().fill("l")


def test_a_commitment_that_moves_is_found_where_it_is_now() -> None:
    book = Book([LINE, GIVEN])
    book.put(replace(GIVEN, owner="VR07", line=""))
    assert book.commitments(owner="VR06") == []
    assert book.commitments(line="l") == []
    assert [c.id for c in book.commitments(owner="VR07", resource="pump")] == ["c"]
    assert book.fill("l").missing == 4


def test_an_inquiry_that_is_withdrawn_counts_no_more() -> None:
    asked = Inquiry(
        id="i", stream="national", owner="VR06", source="VR06", title="?", status="asked"
    )
    answer = InquiryLine(
        id="a", stream="national", about="i", line="l", resource="pump", quantity=4,
        answer="part", offered=1,
    )  # fmt: skip
    book = Book([LINE, asked, answer])
    assert (book.fill("l").asked, book.fill("l").offered) == (1, 1)
    book.put(replace(asked, status="withdrawn"))
    assert (book.fill("l").asked, book.fill("l").offered) == (0, 0)


def test_another_stream_is_another_world() -> None:
    book = Book([HAS, replace(GIVEN, stream="exercise:1")])
    assert book.holds("VR06", "pump") == ()
    assert len(book.holds("VR06", "pump", "exercise:1")) == 1
