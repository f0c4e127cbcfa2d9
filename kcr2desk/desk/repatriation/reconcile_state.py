"""A reckoning in words and rows: how it stands, what remains, who is in each kind of difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.reconcile_kinds import Reckoning, Weight
from kcr2desk.core.repatriation.reconcile_people import Human, Pair
from kcr2desk.core.repatriation.reconcile_settle import lines_to_settle
from kcr2desk.desk import texts
from kcr2desk.desk.repatriation import reconcile_words as words
from kcr2desk.desk.repatriation.reconcile_groups import Group
from kcr2desk.desk.repatriation.reconcile_table import Row

translate = words.translate
STAYS: Final = frozenset({"expected", "not_handed_over", "hospital", "referred"})
"""What remains when all is settled: it is told beside how an arrival stands."""


def groups(found: Reckoning, kept: str) -> list[Group]:
    """The kinds of difference under their headings. `kept` stays, though nobody is left in it."""
    counts = {f.kind: len(f.humans) for f in found.findings}
    if found.pairs:
        counts[words.LIKELY] = len(found.pairs)
    if kept:
        counts.setdefault(kept, 0)
    order = [words.LIKELY, *words.order()]
    urgent = [k for k in order if words.weight(k) is Weight.URGENT]
    told: list[Group] = []
    last = ""
    for kind in [*urgent, *(k for k in order if k not in urgent)]:
        if kind not in counts:
            continue
        weight = words.weight(kind)
        heading = words.heading(weight)
        if heading != last:
            told.append(Group("", heading))
            last = heading
        tone, icon = words.WEIGHTS[weight]
        told.append(Group(kind, words.kind(kind), counts[kind], tone, icon))
    return told


def rows(found: Reckoning, kind: str) -> list[Row]:
    """Who is in a kind of difference, by name; pairs by their likeness. May run in any thread."""
    if kind == words.LIKELY:
        made = [Row(one, other, pair) for one, other, pair in found.pairs]
        return sorted(made, key=lambda r: (-(r.pair.score or 0) if r.pair else 0, r.key))
    likely: dict[str, list[Human]] = defaultdict(list)
    for one, other, _ in found.pairs:
        likely[one.id].append(other)
        likely[other.id].append(one)
    humans = sorted(found.finding(kind), key=lambda h: (words.name(h).casefold(), h.id))
    return [Row(h, likely=tuple(likely.get(h.id, ()))) for h in humans]


def line_of(human: Human, arrival: str) -> str:
    """The line from which somebody is registered."""
    lines = lines_to_settle(human, arrival) or list(human.lines)
    return lines[0].id if lines else ""


def why(pair: Pair) -> str:
    """Why two are probably the same, with their likeness."""
    told = words.reasons(pair.reasons)
    if pair.score is None:
        return told
    said = translate("Reconcile", "{score} alike: {reasons}")
    score = f"{texts.number(pair.score / 10, 0)} %"
    return said.replace("{score}", score).replace("{reasons}", told)


def verdict(found: Reckoning | None) -> tuple[str, str, str]:
    """How it stands in two words, their tone and sign."""
    if found is None:
        return translate("Reconcile", "counting"), "muted", "wait"
    if found.done:
        return translate("Reconcile", "It adds up"), "good", "check"
    if found.open:
        return translate("Reconcile", "%n to settle", None, found.open), "attention", "question"
    if not found.landed:
        return translate("Reconcile", "still expected"), "muted", "clock"
    return translate("Reconcile", "under way"), "accent", "wait"


def remains(found: Reckoning | None) -> str:
    """What is still to come or stays: `63 nog niet aan een balie · 12 niet overgedragen`."""
    if found is None:
        return ""
    told = [
        f"{texts.number(len(f.humans))} {_low(words.kind(f.kind))}"
        for f in found.findings
        if f.weight is Weight.BUSY or f.kind in STAYS
    ]
    if found.done:
        said = translate("Reconcile", "Everybody is accounted for.")
        if not told:
            return said
        rest = translate("Reconcile", "What remains: {what}.")
        return f"{said} {rest.replace('{what}', ' · '.join(told))}"
    return " · ".join(told)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def gaps(found: Reckoning, book: OperationBook) -> str:
    """Where the papers say another number than the list holds."""
    return "   ".join(_gaps(found, book))


def _gaps(found: Reckoning, book: OperationBook) -> Iterator[str]:
    for gap in found.gaps:
        if gap.kind == "declared":
            said = translate(
                "Reconcile", "The papers of {flight} declare {told}, the {list} holds {counted}:"
                " {difference}.",
            )  # fmt: skip
        else:
            said = translate(
                "Reconcile", "{flight} has {told} seats, the {list} holds {counted}:"
                " {difference}.",
            )  # fmt: skip
        apart = gap.counted - gap.told
        sign = "+" if apart > 0 else "−"
        values = {
            "flight": words.flight(book, gap.arrival), "told": texts.number(gap.told),
            "list": words.list_name(gap.list), "counted": texts.number(gap.counted),
            "difference": f"{sign}{texts.number(abs(apart))}",
        }  # fmt: skip
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", value)
        yield said


def advice(kind: str) -> str:
    """What to do about a kind of difference, in one sentence."""
    match kind:
        case words.LIKELY:
            return translate("Reconcile", "Nothing is joined until somebody says so.")
        case "boarded_missing":
            return translate("Reconcile", "Look for them now: they were aboard.")
        case "not_boarded" | "listed_missing":
            return translate("Reconcile", "Say what became of them.")
        case "unlisted":
            return translate("Reconcile", "Tie them to a line, or say that none has them.")
        case "awaited":
            return translate("Reconcile", "They may stand in the queue.")
        case "two_flights":
            return translate("Reconcile", "They count once.")
        case "not_handed_over":
            return translate("Reconcile", "They are still here, or nobody noted where they went.")
        case _:
            return ""
