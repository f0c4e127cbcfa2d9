"""The changes that settle a difference, and those that take them back.

Whatever was settled can be taken back in any order: a value goes back only where it still is what
was written, and a link is never removed but judged anew, so that two desks mean the same link.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from kcr2desk.core.changes import Change, How
from kcr2desk.core.making import altering, making
from kcr2desk.core.merge import same
from kcr2desk.core.records import RECORD_TYPES, type_name, wire_values
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.people import ManifestLine, PersonLink, link_id
from kcr2desk.core.repatriation.reconcile_people import Human, Key

UNDONE_LINK = "proposed"
"""What a link is again when the first word on it is taken back."""


def lines_to_settle(human: Human, arrival: str) -> list[ManifestLine]:
    """The lines that a word about a journey is written on: those of who travels with this arrival,
    else of any; of who is on no such list, all."""
    live = human.live_lines
    travel = [line for line in live if line.list in ("manifest", "boarded")]
    here = [line for line in travel if arrival and line.arrival == arrival]
    return here or travel or live


def settling(humans: Iterable[Human], arrival: str, settled: str) -> list[Change]:
    """Say why nobody is to be looked for any more; "" looks for them again."""
    changes = []
    for human in humans:
        lines = lines_to_settle(human, arrival)
        if not settled:
            lines = [line for line in human.lines if line.settled]
        changes += [altering(line, {"settled": settled}) for line in lines]
    return [change for change in changes if change is not None]


def accepting(humans: Iterable[Human], unlisted: bool = True) -> list[Change]:
    """Say that who came on no list is rightly here."""
    persons = [person for human in humans for person in human.live_persons]
    changes = [altering(person, {"unlisted": unlisted}) for person in persons]
    return [change for change in changes if change is not None]


def joining(book: OperationBook, one: Human, other: Human, by: str) -> list[Change]:
    """Say that two are one human being. A line is tied to the person that it turned out to be;
    everything else is joined by a link."""
    lines, person = (one, other) if not one.persons else (other, one)
    ties: list[Change] = []
    if not lines.persons and person.persons:
        head = (person.live_persons or list(person.persons))[0]
        free = [line for line in lines.live_lines if not line.person]
        made = [altering(line, {"person": head.id}) for line in free]
        ties = [change for change in made if change is not None]
    links = links_between(book, one, other)
    if not links and not ties:
        return [_first_word(one, other, "same", by)]
    changed = [altering(link, {"verdict": "same", "by": by}) for link in links]
    return ties + [change for change in changed if change is not None]


def parting(
    book: OperationBook, one: Human, other: Human, by: str, verdict: str = "different"
) -> list[Change]:
    """Say that two are not one human being, or that this is judged later. It is remembered."""
    links = links_between(book, one, other)
    if not links:
        return [_first_word(one, other, verdict, by)]
    changed = [altering(link, {"verdict": verdict, "by": by}) for link in links]
    return [change for change in changed if change is not None]


def judging(book: OperationBook, link: PersonLink, verdict: str, by: str) -> list[Change]:
    """A verdict on one link. Whoever is not the same is not tied to the other either."""
    changes = [altering(link, {"verdict": verdict, "by": by})]
    if verdict != "same":
        for line_id, person in ((link.one, link.other), (link.other, link.one)):
            line = book.line(line_id)
            if line is not None and line.person == person:
                changes.append(altering(line, {"person": ""}))
    return [change for change in changes if change is not None]


def taking_apart(book: OperationBook, one: str, other: str, by: str) -> list[Change]:
    """Say that two that others join are not one: of each way in which they are joined, what is
    least sure is cut."""
    cut: dict[Key, Change] = {}
    while (way := _way(book, one, other, cut.keys())) is not None:
        found = min(way, key=_sureness)
        if isinstance(found, PersonLink):
            change = altering(found, {"verdict": "different", "by": by})
        else:
            change = altering(found, {"person": ""})
        if change is None:
            return []
        cut[change.type, change.id] = change
    return list(cut.values())


def _sureness(join: PersonLink | ManifestLine) -> int:
    """A line was ticked by somebody who had the person before them."""
    return (join.score or 0) if isinstance(join, PersonLink) else 1001


def _way(
    book: OperationBook, one: str, other: str, without: Collection[Key]
) -> list[PersonLink | ManifestLine] | None:
    """By which links and ticked lines one record is joined with another; None when it is not."""
    ways: dict[str, list[PersonLink | ManifestLine]] = {one: []}
    waiting = [one]
    while waiting:
        here = waiting.pop(0)
        if here == other:
            return ways[here]
        for end, join in _joins(book, here):
            if end not in ways and (type_name(join), join.id) not in without:
                ways[end] = [*ways[here], join]
                waiting.append(end)
    return None


def _joins(book: OperationBook, record: str) -> Iterator[tuple[str, PersonLink | ManifestLine]]:
    line = book.line(record)
    if line is not None and line.person:
        yield line.person, line
    for tied in book.lines_of(record):
        yield tied.id, tied
    for link in book.links(record):
        if link.verdict == "same":
            yield (link.other if link.one == record else link.one), link


def links_between(book: OperationBook, one: Human, other: Human) -> list[PersonLink]:
    """The links from a record of the one to a record of the other."""
    theirs = {record.id for record in other.records}
    return [
        link
        for record in one.records
        for link in book.links(record.id)
        if link.one in theirs or link.other in theirs
    ]


def once(changes: Iterable[Change]) -> list[Change]:
    """Each record changed once: where two say something of the same record, the first word on a
    field stands."""
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        held = found.get((change.type, change.id))
        if held is None:
            found[change.type, change.id] = change
        else:
            fields = {**change.fields, **held.fields}
            found[change.type, change.id] = Change(held.type, held.id, held.how, fields)
    return list(found.values())


def _first_word(one: Human, other: Human, verdict: str, by: str) -> Change:
    first, second = one.records_first, other.records_first
    return _new(first.id, type_name(first), second.id, type_name(second), verdict, by)


def _new(one: str, one_type: str, other: str, other_type: str, verdict: str, by: str) -> Change:
    told = {
        "one": one, "one_type": one_type, "other": other, "other_type": other_type,
        "verdict": verdict, "by": by,
    }  # fmt: skip
    return making("personlink", link_id(one, other), told)


def taken_back(book: OperationBook, done: Sequence[Change]) -> list[Change]:
    """The changes that take back what these did, as far as it still stands."""
    back = []
    for change in done:
        record = book.get(change.type, change.id)
        if record is None:
            continue
        if change.how is How.NEW:
            if isinstance(record, PersonLink) and record.verdict == change.fields.get("verdict"):
                back.append(altering(record, {"verdict": UNDONE_LINK}))
            continue
        now = wire_values(change.type, {n: getattr(record, n) for n in change.fields})
        specs = RECORD_TYPES[change.type].fields
        was = {
            name: value[0]  # type: ignore[index]
            for name, value in change.fields.items()
            if name in specs and same(now[name], value[1])  # type: ignore[index]
        }
        if was:
            asked = {name: [now[name], value] for name, value in was.items()}
            back.append(Change(change.type, change.id, How.EDIT, asked))
    return [change for change in back if change is not None]
