"""Who of an operation is probably one human being because a document says so. Nobody is joined by
this: it is offered, and a person says whether it is so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kcr2desk.core.repatriation.registering import document_key

if TYPE_CHECKING:
    from kcr2desk.core.repatriation.book import OperationBook
    from kcr2desk.core.repatriation.reconcile_people import Human

SHORTEST: Final = 5
"""Document numbers of fewer signs say nothing."""


def telling_key(number: str) -> str:
    """A document number as it is compared; "" for one that says nothing."""
    key = document_key(number)
    return key if len(key) >= SHORTEST and key.strip("0") else ""


def documents_of(human: Human) -> set[tuple[str, str]]:
    return {
        (key, record.document_country)
        for record in human.records
        if record.document_number and (key := telling_key(record.document_number))
    }


def pairs_of(number: str, humans: list[Human]) -> Iterator[tuple[Human, Human]]:
    """Who of those with one document number are probably the same: the number must say who is
    meant, so it is worth nothing where a source has it three times, or two countries issued it."""
    countries: dict[str, list[Human]] = defaultdict(list)
    for human in humans:
        if human.aside in ("error", "duplicate_of_nobody", "withdrawn"):
            continue
        for country in {c for n, c in documents_of(human) if n == number}:
            countries[country].append(human)
    blank = countries.pop("", [])
    if len(countries) <= 1:
        only = next(iter(countries.values()), [])
        yield from _unique(list({h.id: h for h in (*only, *blank)}.values()))
    else:
        for each in countries.values():
            yield from _unique(each)


def _unique(humans: list[Human]) -> Iterator[tuple[Human, Human]]:
    if len(humans) < 2:
        return
    sources: dict[tuple[str, str], list[Human]] = defaultdict(list)
    for human in humans:
        for source in _sources(human):
            sources[source].append(human)
    sure = []
    for human in humans:
        crowd = max(len(sources[s]) for s in _sources(human))
        if crowd == 1:
            sure.append(human)
    sure.sort(key=lambda h: (not h.here, h.id))
    yield from ((sure[0], other) for other in sure[1:])
    told = set()
    for each in sources.values():
        if len(each) == 2 and (each[0].id, each[1].id) not in told:
            told.add((each[0].id, each[1].id))
            yield each[0], each[1]


def _sources(human: Human) -> set[tuple[str, str]]:
    found = {(line.list, line.arrival) for line in human.lines}
    if human.here:
        found.add(("person", ""))
    return found or {("person", "")}


def apart(book: OperationBook, one: Human, other: Human) -> bool:
    """Whether somebody said that they are not the same."""
    theirs = {r.id for r in other.records}
    return any(
        link.verdict == "different" and (link.one in theirs or link.other in theirs)
        for record in one.records
        for link in book.links(record.id)
    )
