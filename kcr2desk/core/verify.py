"""Proving an exported log, on any machine: nothing altered, nothing missing, nothing added.

Every line of an export carries the hash that the hub gave its entry and the hub's signature over
the log's head at that entry. Whoever alters an entry breaks its hash; whoever makes the hashes fit
again, from there to the end, breaks the signatures. So the first altered entry is named either way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kcr2desk.core.chain import GENESIS, entry_hash, redacted_hash
from kcr2desk.core.changes import Checkpoint, Entry, Redacted

FORMAT = "kcr2-log"
VERSION = 1
SIGNED_EVERY = 500
"""Entries between two signatures that are looked at while nothing is wrong."""


@dataclass(frozen=True, slots=True)
class LogHead:
    """The first line of an export. `kept` are older checkpoints that were kept outside of the
    database: what it held then, it must hold still."""

    format: str
    version: int
    hub: str
    hub_key: str
    stream: str
    exported_at: str
    checkpoint: Checkpoint
    kept: tuple[Checkpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry, or what is left of one of which fields were purged; `hash` and `signature` are
    the hub's word that the log ended so after it."""

    hash: str
    signature: str
    entry: Entry | None = None
    redacted: Redacted | None = None


class Why(StrEnum):
    """What is wrong with a log."""

    UNREADABLE = "unreadable"  # a line that is no entry
    MISSING = "missing"  # an entry is not there, or not in its place
    ALTERED = "altered"  # an entry is not what its hash says
    REWRITTEN = "rewritten"  # an entry and its hash are not what the hub signed
    CUT_OFF = "cut off"  # entries are missing at the end
    BEYOND = "beyond"  # entries after the end that the hub signed
    HEAD = "head"  # the hub did not sign the first line


@dataclass(frozen=True, slots=True)
class Wrong:
    """The first thing that is wrong: at which entry, and who and when by its own word."""

    why: Why
    seq: int
    actor: str = ""
    made_at: int = 0
    logged_at: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries were proven, up to what is `wrong`; None when all is as it was."""

    proven: int
    wrong: Wrong | None
    last_logged_at: int = 0


Verify = Callable[[Checkpoint], bool]


def check_log(head: LogHead, lines: Iterable[LogLine | None], verify: Verify) -> Verdict:
    """Prove a log line by line; None stands for a line that cannot be read.

    `verify` says whether a checkpoint is the word of the hub with the key that one trusts. Stops
    at the first thing that is wrong. Memory does not grow with the log.
    """
    end = head.checkpoint
    if end.stream != head.stream or end.hub != head.hub or not verify(end):
        return Verdict(0, Wrong(Why.HEAD, 0))
    kept = {c.seq: c for c in head.kept if c.stream == head.stream and c.epoch == end.epoch}
    signed = Signed(end, verify)
    previous, seq, logged_at = GENESIS, 0, 0
    for line in lines:
        seq += 1
        if line is None:
            return signed.first_wrong() or Verdict(seq - 1, Wrong(Why.UNREADABLE, seq))
        entry = line.entry or line.redacted
        if entry is None:
            return signed.first_wrong() or Verdict(seq - 1, Wrong(Why.UNREADABLE, seq))
        who = _who(entry, seq)
        if (entry.stream, entry.seq) != (head.stream, seq):
            return signed.first_wrong() or Verdict(seq - 1, who(Why.MISSING))
        if seq > end.seq:
            return signed.first_wrong() or Verdict(seq - 1, who(Why.BEYOND))
        try:
            found = (
                entry_hash(previous, entry)
                if isinstance(entry, Entry)
                else redacted_hash(previous, entry)
            )
        except (ValueError, TypeError, AttributeError):  # salts or digests that are none
            found = ""
        if found != line.hash or (isinstance(entry, Entry) and entry.hash != found):
            return signed.first_wrong() or Verdict(seq - 1, who(Why.ALTERED))
        signed.add(Step(seq, found, line.signature, who(Why.REWRITTEN)))
        if (known := kept.get(seq)) is not None and (known.hash != found or not verify(known)):
            return signed.first_wrong() or Verdict(seq - 1, who(Why.REWRITTEN))
        if len(signed.open) >= SIGNED_EVERY and (wrong := signed.first_wrong()):
            return wrong
        previous, logged_at = found, entry.logged_at or logged_at
    if wrong := signed.first_wrong():
        return wrong
    if seq < end.seq:
        return Verdict(seq, Wrong(Why.CUT_OFF, seq + 1))
    if previous != end.hash:
        return Verdict(max(seq - 1, 0), Wrong(Why.REWRITTEN, seq))
    return Verdict(seq, None, logged_at)


@dataclass(frozen=True, slots=True)
class Step:
    """An entry whose signature was not looked at yet, and what to say should it be wrong."""

    seq: int
    hash: str
    signature: str
    wrong: Wrong


class Signed:
    """Entries since the last signature that was good. Hashes hang together: where one was made
    anew, all after it were, so the first wrong signature is found by halving."""

    def __init__(self, end: Checkpoint, verify: Verify) -> None:
        self._end = end
        self._verify = verify
        self.open: list[Step] = []

    def add(self, step: Step) -> None:
        self.open.append(step)

    def first_wrong(self) -> Verdict | None:
        """The first entry that the hub did not sign; None, and nothing is open, when it did."""
        steps: Sequence[Step] = self.open
        self.open = []
        if not steps or self._good(steps[-1]):
            return None
        first = bisect_left(steps, True, key=lambda step: not self._good(step))
        return Verdict(steps[first].seq - 1, steps[first].wrong)

    def _good(self, step: Step) -> bool:
        end = self._end
        return self._verify(
            Checkpoint(end.hub, end.epoch, end.stream, step.seq, step.hash, step.signature)
        )


def _who(entry: Entry | Redacted, seq: int) -> Callable[[Why], Wrong]:
    head = entry.changeset if isinstance(entry, Entry) else entry.head
    if head is None:
        return lambda why: Wrong(why, seq, logged_at=entry.logged_at)
    return lambda why: Wrong(why, seq, head.actor, head.made_at, entry.logged_at)
