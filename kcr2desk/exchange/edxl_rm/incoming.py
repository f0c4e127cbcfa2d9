"""An EDXL-RM message to changes of records: which step of the chain it is, and what that brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from kcr2desk.core.book import Book
from kcr2desk.exchange.edxl_rm import values
from kcr2desk.exchange.edxl_rm.reading import Received
from kcr2desk.exchange.edxl_rm.take_answer import take_answer, take_back_answer
from kcr2desk.exchange.edxl_rm.take_commit import take_back_commit, take_commit
from kcr2desk.exchange.edxl_rm.take_follow import (
    take_ask,
    take_ask_answered,
    take_release,
    take_status,
    take_status_asked,
)
from kcr2desk.exchange.edxl_rm.take_request import take_back_request, take_request
from kcr2desk.exchange.edxl_rm.taking import Brought, Taking
from kcr2desk.exchange.problems import Refused

NATIONAL = "national"
TEST = "test"

STEPS: Mapping[str, Callable[[Taking], None]] = {
    "RequestResource": take_request,
    "ResponseToRequestResource": take_answer,
    "CommitResource": take_commit,
    "ReleaseResource": take_release,
    "ReportResourceDeploymentStatus": take_status,
    "RequestResourceDeploymentStatus": take_status_asked,
    "RequestReturn": take_ask,
    "ResponseToRequestReturn": take_ask_answered,
    "RequestExtendedDeploymentDuration": take_ask,
    "ResponseToRequestExtendedDeploymentDuration": take_ask_answered,
}
"""What each message of the chain of bijstand does; the other types are read and do nothing."""

_TAKE_BACK: Mapping[str, Callable[[Taking, str], None]] = {
    "RequestResource": take_back_request,
    "ResponseToRequestResource": take_back_answer,
    "CommitResource": take_back_commit,
}


def to_changes(
    book: Book, received: Received, *, now: datetime, by: str, owner: str = ""
) -> Brought:
    """What a message changes in the records of `book`: one changeset, all of it or nothing.

    `now` (aware) is when it was received, `by` who takes it in. `owner` says whose answer or
    commitment it is where a person knows and the message does not tell. Never raises for what a
    message holds: `Brought.problems` says why nothing was taken over.
    """
    stream = NATIONAL if received.status in ("", "Actual") else TEST
    taking = Taking(book, received, stream, now=now, by=by, owner=owner)
    try:
        _take(taking, received)
    except Refused as refused:
        return Brought(stream, (), tuple(taking.told), refused.problems)
    if stream == TEST:
        taking.say("rm-test", received.status)
    return Brought(stream, tuple(taking.changes), tuple(taking.told))


def _take(taking: Taking, received: Received) -> None:
    kind = taking.message.kind
    if received.status == "System":
        raise taking.refuse("rm-for-systems", received.status)
    if kind not in STEPS:
        raise taking.refuse("rm-no-action", kind)
    if not taking.id:
        raise taking.refuse("rm-no-id", "MessageID")
    recall = taking.message.recall
    cancels = recall is not None and values.text(recall.type) == "Cancel"
    if recall is not None and (cancels or kind not in ("RequestResource", "CommitResource")):
        name = values.text(recall.message_id)
        if not name:
            raise taking.refuse("rm-no-id", "RecallMessageID")
        if cancels:
            if kind not in _TAKE_BACK:
                raise taking.refuse("rm-no-action", f"{kind} (MessageRecall Cancel)")
            _TAKE_BACK[kind](taking, name)
            return
    _check_elements(taking)
    STEPS[kind](taking)


def _check_elements(taking: Taking) -> None:
    """Elements without a name of their own cannot be answered, nor found again."""
    if not taking.message.resources:
        raise taking.refuse("rm-no-lines")
    found: set[str] = set()
    for info in taking.message.resources:
        name = values.text(info.id)
        if not name:
            raise taking.refuse("rm-no-id", "ResourceInfoElementID")
        if name in found:
            raise taking.refuse("rm-id-twice", name)
        found.add(name)
