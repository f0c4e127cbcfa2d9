"""The EDXL-RM message that fits the step of a commitment, as a file. No Qt, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.bijstand import Commitment
from kcr2desk.core.book import Book
from kcr2desk.exchange.edxl_rm import Sending, from_records, write


def kind_of(given: Commitment) -> str:
    """The message that tells of the step in which a commitment is."""
    match given.status:
        case "promised":
            return "CommitResource"
        case "released":
            return "ReleaseResource"
    return "ReportResourceDeploymentStatus"


def message(book: Book, given: Commitment, message_id: str, now: datetime) -> bytes:
    """The message as a file. Raises ValueError for a commitment of which none can be made, and
    KeyError where something that it names is not here."""
    sending = Sending(id=message_id, now=now, sender="KCR2")
    return write(from_records(book, kind_of(given), [given.id], sending))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered to what a message asked about a commitment: `kind` "return" or
    "longer", `until` the moment that was agreed."""

    message: str
    kind: str
    agreed: bool
    reason: str
    until: datetime | None

    @property
    def message_kind(self) -> str:
        """The type of the message that answers."""
        if self.kind == "longer":
            return "ResponseToRequestExtendedDeploymentDuration"
        return "ResponseToRequestReturn"


def reply(book: Book, given: Commitment, said: Answer, message_id: str, now: datetime) -> bytes:
    """The message that answers, as a file. Raises what `message` does."""
    sending = Sending(
        id=message_id,
        now=now,
        sender="KCR2",
        answer="Accept" if said.agreed else "Decline",
        reason=said.reason,
        until=said.until if said.agreed else None,
        preceding=said.message,
    )
    return write(from_records(book, said.message_kind, [given.id], sending))
