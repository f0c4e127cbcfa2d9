"""Who is one human being: counted from the links between records, which are never merged.

A link is made once for two records (`link_id`) and only its verdict changes. So undoing a merge is
putting back a verdict, in whatever order several are undone, and both records stand as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kcr2desk.core.changes import Change, How
from kcr2desk.core.making import altering, making
from kcr2desk.core.repatriation.people import ManifestLine, Person, PersonLink, link_id

SAME, DIFFERENT, LATER, PROPOSED, OPEN = "same", "different", "later", "proposed", ""


class End(NamedTuple):
    """One of the two that a link is about."""

    id: str
    type: str


def end(record: Person | ManifestLine) -> End:
    """A record as an end of a link."""
    return End(record.id, "person" if isinstance(record, Person) else "manifestline")


def clusters(links: Iterable[PersonLink]) -> Mapping[str, frozenset[str]]:
    """For each record that a "same" link joins to another: the ids of all that it is joined to,
    itself among them. Undoing a link is leaving it out, so the order never matters."""
    beside: dict[str, set[str]] = {}
    for link in links:
        if link.verdict == SAME and not link.removed:
            beside.setdefault(link.one, set()).add(link.other)
            beside.setdefault(link.other, set()).add(link.one)
    found: dict[str, frozenset[str]] = {}
    for start in beside:
        if start in found:
            continue
        joined, todo = {start}, [start]
        while todo:
            new = beside[todo.pop()] - joined
            joined |= new
            todo += new
        whole = frozenset(joined)
        found |= dict.fromkeys(whole, whole)
    return found


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two that a person said are not the same while a chain of others says that they are."""

    link: PersonLink
    chain: tuple[str, ...]
    """From the one to the other, each joined to the next by a link that says "same"."""


def contradictions(links: Iterable[PersonLink]) -> tuple[Contradiction, ...]:
    """Where verdicts cannot all be true, in the order of the links' ids."""
    every = [link for link in links if not link.removed]
    joined = clusters(every)
    beside: dict[str, list[str]] = {}
    for link in sorted(every, key=lambda each: each.id):
        if link.verdict == SAME:
            beside.setdefault(link.one, []).append(link.other)
            beside.setdefault(link.other, []).append(link.one)
    return tuple(
        Contradiction(link, _chain(beside, link.one, link.other))
        for link in sorted(every, key=lambda each: each.id)
        if link.verdict == DIFFERENT and link.other in joined.get(link.one, ())
    )


def _chain(beside: Mapping[str, Sequence[str]], start: str, goal: str) -> tuple[str, ...]:
    """The shortest way from one to the other, which are joined."""
    came: dict[str, str] = {start: ""}
    todo = [start]
    while goal not in came:
        here = todo.pop(0)
        for there in beside[here]:
            if there not in came:
                came[there] = here
                todo.append(there)
    way = [goal]
    while way[-1] != start:
        way.append(came[way[-1]])
    return tuple(reversed(way))


class Ruled:
    """What people ruled of pairs, and what follows from it: nobody is asked that again."""

    def __init__(self, links: Iterable[PersonLink]) -> None:
        every = list(links)
        self._known = {link.id for link in every}
        self._joined = clusters(every)
        self._apart = {
            frozenset((self._whole(link.one), self._whole(link.other)))
            for link in every
            if link.verdict == DIFFERENT and not link.removed
        }

    def __contains__(self, pair: tuple[str, str]) -> bool:
        """Whether there is a link between two, or it follows from others whether they are one."""
        one, other = self._whole(pair[0]), self._whole(pair[1])
        return link_id(*pair) in self._known or one == other or {one, other} in self._apart

    def _whole(self, record: str) -> frozenset[str]:
        return self._joined.get(record) or frozenset((record,))


# -- verdicts --------------------------------------------------------------------------------------


def propose(one: End, other: End, reasons: Iterable[str], score: int, by: str = "") -> Change:
    """The change that asks whether two are one human being. Where somebody ruled on them already
    it changes nothing: what is made again only fills what is blank."""
    return _made(one, other, PROPOSED, by, reasons, score)


def same(
    one: End, other: End, known: PersonLink | None, by: str,
    reasons: Iterable[str] = (), score: int | None = None,
) -> Change | None:  # fmt: skip
    """The change that says that two are one human being; None when that was said already."""
    return _ruled(one, other, known, SAME, by, reasons, score)


def different(
    one: End, other: End, known: PersonLink | None, by: str,
    reasons: Iterable[str] = (), score: int | None = None,
) -> Change | None:  # fmt: skip
    """The change that says that two are not one human being, so that it is not proposed again."""
    return _ruled(one, other, known, DIFFERENT, by, reasons, score)


def later(
    one: End, other: End, known: PersonLink | None, by: str,
    reasons: Iterable[str] = (), score: int | None = None,
) -> Change | None:  # fmt: skip
    """The change that leaves it to somebody else, later."""
    return _ruled(one, other, known, LATER, by, reasons, score)


def undo(change: Change, now: PersonLink | None) -> Change | None:
    """The change that takes a verdict back; None when somebody ruled otherwise since.

    A link that the verdict made stays, with no verdict: both who made it and that it was taken back
    are in its history.
    """
    if now is None:
        return None
    if change.how is How.NEW:
        was, then, by = OPEN, str(change.fields.get("verdict", "")), ""
    else:
        told = change.fields.get("verdict")
        if not isinstance(told, list):
            return None
        was, then = str(told[0]), str(told[1])
        who = change.fields.get("by")
        by = str(who[0]) if isinstance(who, list) else now.by
    if now.verdict != then:
        return None
    return altering(now, {"verdict": was, "by": by})


def _ruled(
    one: End,
    other: End,
    known: PersonLink | None,
    verdict: str,
    by: str,
    reasons: Iterable[str],
    score: int | None,
) -> Change | None:
    if known is None:
        return _made(one, other, verdict, by, reasons, score)
    if known.verdict == verdict and not known.removed:
        return None
    return altering(known, {"verdict": verdict, "by": by, "removed": False})


def _made(
    one: End, other: End, verdict: str, by: str, reasons: Iterable[str], score: int | None
) -> Change:
    """In the order of the ids, so that two desks that find the same write the same."""
    first, second = sorted((one, other))
    fields = {
        "one": first.id, "one_type": first.type, "other": second.id, "other_type": second.type,
        "verdict": verdict, "by": by, "reasons": frozenset(reasons), "score": score,
    }  # fmt: skip
    return making("personlink", link_id(one.id, other.id), fields)
