"""What a new commitment begins with: what the line, the answer or the one it relieves says."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

from kcr2desk.core.bijstand import Commitment, Inquiry, InquiryLine, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.fill import offered
from kcr2desk.core.relief import finish, relief_due
from kcr2desk.core.travel import minutes
from kcr2desk.store.identity import Identity

STREAM = "national"


def blank(record_id: str) -> Commitment:
    """A commitment of which nothing is known yet."""
    return Commitment(id=record_id, stream=STREAM, owner="", resource="", source="")


def for_line(book: Book, record_id: str, line: RequestLine, now: datetime) -> Commitment:
    """A commitment for a request line: what is still missing of it, when and where it is needed."""
    request = book.request(line.about)
    start = line.from_at or (request.from_at if request else None)
    return dataclasses.replace(
        blank(record_id),
        resource=line.resource,
        quantity=max(1, book.fill(line.id).missing),
        request=line.about,
        line=line.id,
        to_region=request.region if request else "",
        audience=audience(request.region if request else ""),
        from_at=start or now.replace(second=0, microsecond=0),
        until_at=line.until_at or (request.until_at if request else None),
        talk_group=request.talk_group if request else "",
        report_to=line.report_to or (request.report_to if request else ""),
    )


def audience(region: str) -> frozenset[str]:
    """Who reads a commitment beside KCR2 and its owner: the region that it goes to."""
    return frozenset({region} if region else ())


def from_answer(book: Book, record_id: str, answer: InquiryLine, now: datetime) -> Commitment:
    """What an answer offers, as the owner's own word. Raises KeyError when its line is not here."""
    line, inquiry = book.line(answer.line), book.inquiry(answer.about)
    if line is None or inquiry is None:
        raise KeyError(answer.line or answer.about)
    begun = with_owner(for_line(book, record_id, line, now), inquiry.owner)
    return dataclasses.replace(
        begun,
        inquiry=inquiry.id,
        resource=answer.alternative or answer.resource,
        quantity=offered(answer) or begun.quantity,
        firmness="provisional" if answer.answer == "provisional" else "definite",
        word="owner",
        authority=_whose_word(book, inquiry),
        authority_role="other" if inquiry.answered_role else "",
        how=inquiry.answered_how or "phone",
        decided_at=inquiry.answered_at or now,
        from_at=answer.possible_from or begun.from_at,
        until_at=answer.possible_until or begun.until_at,
        call_signs=answer.unit,
        commander=answer.commander,
        commander_phone=answer.commander_phone,
    )


def _whose_word(book: Book, inquiry: Inquiry) -> str:
    """The role of who answered: the name is private, and who decided is for all to read."""
    owner = book.owners.get(inquiry.owner)
    return inquiry.answered_role or (inquiry.owner if owner is None else owner.name)


def relieving(book: Book, record_id: str, before: Commitment, now: datetime) -> Commitment:
    """Relief of another commitment: it begins when that one is due, and is as much."""
    due = relief_due(before, book) or finish(before)
    line = book.line(before.line)
    begun = blank(record_id) if line is None else for_line(book, record_id, line, now)
    kind = book.types.get(before.resource)
    until = None
    if due is not None and kind is not None and kind.relief_minutes:
        until = due + timedelta(minutes=kind.relief_minutes)
    return dataclasses.replace(
        begun,
        resource=before.resource,
        quantity=before.quantity,
        request=before.request,
        line=before.line,
        to_region=before.to_region,
        audience=audience(before.to_region),
        relieves=before.id,
        from_at=due or now.replace(second=0, microsecond=0),
        until_at=until,
        talk_group=before.talk_group or begun.talk_group,
        report_to=before.report_to or begun.report_to,
        eta=due,
    )


def with_owner(begun: Commitment, owner: str) -> Commitment:
    """The same, given by this owner."""
    return dataclasses.replace(begun, owner=owner, source=owner)


def own_word(begun: Commitment, me: Identity, now: datetime) -> Commitment:
    """What a region or partner promises at its own desk: of its own, by its own word."""
    return dataclasses.replace(
        with_owner(begun, me.organisation),
        word="owner",
        authority=begun.authority or me.display_name or me.account,
        how=begun.how or "desk",
        decided_at=begun.decided_at or now,
    )


def estimate(book: Book, given: Commitment, now: datetime) -> datetime | None:
    """When it can be on site when it leaves now, or for when it is asked if that is later; an
    estimate of `core.travel`. None: nobody knows where one of the two is."""
    request = book.request(given.request)
    place = request.report_to_position if request else ""
    capacity = book.capacity(given.owner, given.resource)
    notice = capacity.notice_minutes if capacity else None
    underway = minutes(
        book.owners, book.types.get(given.resource), given.owner, given.to_region, place,
        notice=notice,
    )  # fmt: skip
    if underway is None:
        return None
    soonest = (now + timedelta(minutes=underway)).replace(second=0, microsecond=0)
    return max(soonest, given.from_at) if given.from_at else soonest


def relief_after(book: Book, given: Commitment) -> datetime | None:
    """When its people must be relieved by what their type bears, counted from its arrival."""
    return relief_due(dataclasses.replace(given, relief_at=None), book)
