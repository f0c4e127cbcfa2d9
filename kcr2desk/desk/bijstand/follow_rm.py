"""The EDXL-RM message that fits the step of a commitment, as a file. No Qt, no I/O."""

from __future__ import annotations

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
