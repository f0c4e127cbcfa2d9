"""EDXL-RM 1.0 (OASIS): bijstand as messages to and from other systems.

In:

    reading = read(path.read_bytes(), path.name)         # bare, in EDXL-DE, as text or as base64
    for received in reading.messages:                    # reading.problems: what could not be read
        brought = to_changes(book, received, now=now, by="M. de Vries")
        if brought.changes:
            cache.save(brought.stream, brought.changes)  # one changeset: all of it or nothing
            # and bring the book up to date before the next message
        for said in (*received.remarks, *brought.told, *brought.problems):
            print(problems.sentence(said, "nl"))

Out:

    sending = Sending(id=new_id(), now=now, sender="KCR2")
    message = from_records(book, "CommitResource", [commitment.id], sending)
    data = write(message, Wrapping(sending.id, "kcr2.nl", now, "Actual"))   # or bare, without

All sixteen types are read and written; ten are steps of the chain (`STEPS`). Whatever a message
says that the standard or our records have no place for is kept and goes out again: with the codec
at its place, with the records in `edxl`.

The chain holds together by names. Our own requests, inquiries, lines and commitments are named
after their ids ("urn:uuid:…" for messages); of a stranger's messages the names are kept and ids are
derived from them. So a message that comes twice changes nothing, and a commitment that comes before
its request is linked to it. What is asked (back, longer) is noted with the commitment and decided
by a person: `asks` tells what is open and `answered` marks it.

A message in an envelope that says Exercise, Test or Draft goes to the stream "test".
"""

from kcr2desk.exchange.edxl_rm.incoming import STEPS, to_changes
from kcr2desk.exchange.edxl_rm.model import KINDS, Message
from kcr2desk.exchange.edxl_rm.outgoing import Sending, from_records
from kcr2desk.exchange.edxl_rm.reading import Reading, Received, read
from kcr2desk.exchange.edxl_rm.take_follow import Ask, answered, asks
from kcr2desk.exchange.edxl_rm.taking import Brought
from kcr2desk.exchange.edxl_rm.writing import Wrapping, write

__all__ = [
    "KINDS",
    "STEPS",
    "Ask",
    "Brought",
    "Message",
    "Reading",
    "Received",
    "Sending",
    "Wrapping",
    "answered",
    "asks",
    "from_records",
    "read",
    "to_changes",
    "write",
]
