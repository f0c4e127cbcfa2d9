"""What the hub will say of a promise, told before it is made by the hub's own rules. No Qt."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kcr2desk.core import prediction
from kcr2desk.core.bijstand import HOLDING as HOLDING
from kcr2desk.core.bijstand import Commitment, Unit
from kcr2desk.core.book import Book, holding
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import to_wire
from kcr2desk.core.holding import peak
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json

_SPECS: Mapping[str, Any] = RECORD_TYPES["commitment"].fields


@dataclass(frozen=True, slots=True)
class Prediction:
    """What becomes of a promise.

    `limit` is what the owner has, None when nobody knows; `promised` the most that others hold at
    any moment of its time; `over` how far it goes above the limit. `code` is the code with which
    the hub would refuse it (core.errors), "" when it would not. `clash` has the unit. `raises_to`
    is the number on the board that the owner's word makes of it.
    """

    limit: int | None
    promised: int = 0
    over: int = 0
    code: str = ""
    clash: Commitment | None = None
    raises_to: int | None = None

    @property
    def free(self) -> int | None:
        """What is left beside what others hold, before this promise."""
        return None if self.limit is None else max(0, self.limit - self.promised)


def wire(given: Commitment) -> dict[str, Json]:
    """The wire values of a commitment."""
    return {name: to_wire(spec, getattr(given, name)) for name, spec in _SPECS.items()}


def predict(book: Book, wanted: Commitment) -> Prediction:
    """What the hub would say of this commitment, made or changed to be so."""
    limit = book.limit(wanted.owner, wanted.resource)
    if wanted.quantity < 1:
        return Prediction(limit, code="wrong_quantity")
    if wanted.from_at and wanted.until_at and wanted.until_at <= wanted.from_at:
        return Prediction(limit, code="wrong_period")
    hold = holding(wanted)
    if hold is None:
        return Prediction(limit)
    values = wire(wanted)
    others = [h for h in book.holds(*hold.pair) if h.commitment != wanted.id]
    promised = peak(others, hold.start, hold.end)
    excess = prediction.excess(book, wanted.id, values)
    code, clash, raised = "", None, None
    if wanted.word == "owner" and not (wanted.authority and wanted.how):
        code = "no_authority"
    elif wanted.unit:
        code = prediction.unit_trouble(book, wanted.id, values, _unit_values(book, wanted.unit))
        if code == "unit_taken":
            clash = _who_has(book, wanted)
    if excess and not code:
        if wanted.word == "owner":
            raised = peak(prediction.would_hold(book, hold), hold.start, hold.end)
        else:
            code = "over_committed"
    return Prediction(limit, promised, excess, code, clash, raised)


def _unit_values(book: Book, unit: str) -> dict[str, Json] | None:
    found = book.unit(unit)
    if found is None:
        return None
    specs = RECORD_TYPES["unit"].fields
    return {name: to_wire(spec, getattr(found, name)) for name, spec in specs.items()}


def _who_has(book: Book, wanted: Commitment) -> Commitment | None:
    """The commitment that has the unit at some moment of the time that is wanted."""
    hold = holding(wanted)
    if hold is None:
        return None
    for other in prediction.held_in(book, wanted.owner, wanted.resource, hold.start, hold.end):
        if other.unit == wanted.unit and other.commitment != wanted.id:
            return book.commitment(other.commitment)
    return None


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A named unit to choose. `why` it cannot be had then: a code of core.errors, "out", or "".
    `by` has it then."""

    unit: Unit
    why: str = ""
    by: Commitment | None = None


def unit_choices(book: Book, wanted: Commitment) -> list[UnitChoice]:
    """The named units of an owner: those that are free at that time first, then why not."""
    found = []
    for unit in book.units(wanted.owner, wanted.resource):
        asked = dataclasses.replace(wanted, unit=unit.id, quantity=max(1, wanted.quantity))
        if unit.state == "out":
            found.append(UnitChoice(unit, "out"))
            continue
        why = prediction.unit_trouble(book, wanted.id, wire(asked), _unit_values(book, unit.id))
        by = _who_has(book, asked) if why == "unit_taken" else None
        found.append(UnitChoice(unit, why, by))
    return sorted(found, key=lambda choice: (bool(choice.why), choice.unit.name))


def promise_changes(book: Book, given: Commitment, *, now: int, by: str) -> list[Change]:
    """The changes that make a commitment: the record, and where the owner's own word goes above
    the board's number, that number. `now` in milliseconds, `by` who wrote it down."""
    values = wire(given)
    blank = {name: spec.blank for name, spec in _SPECS.items()}
    told = {n: v for n, v in values.items() if v != blank[n]}
    return [Change("commitment", given.id, How.NEW, told), *_raise(book, given, values, now, by)]


def change_changes(
    book: Book, before: Commitment, after: Commitment, *, now: int, by: str
) -> list[Change]:
    """The changes that make one commitment another; empty where nothing differs."""
    was, values = wire(before), wire(after)
    told: dict[str, Json] = {}
    for name, value in values.items():
        if was[name] != value:
            told[name] = _set_change(was[name], value) if _is_set(name) else [was[name], value]
    if not told:
        return []
    edit = Change("commitment", after.id, How.EDIT, told)
    return [edit, *_raise(book, after, values, now, by)]


def _is_set(name: str) -> bool:
    return isinstance(_SPECS[name].blank, list)


def _set_change(was: Json, value: Json) -> Json:
    before = {str(each) for each in was} if isinstance(was, list) else set()
    after = {str(each) for each in value} if isinstance(value, list) else set()
    added: list[Json] = [*sorted(after - before)]
    taken: list[Json] = [*sorted(before - after)]
    return {"add": added, "take": taken}


def _raise(
    book: Book, given: Commitment, values: Mapping[str, Json], now: int, by: str
) -> list[Change]:
    raised = prediction.raise_for(book, given.stream, given.id, values, now=now, by=by)
    return [] if raised is None else [raised]
