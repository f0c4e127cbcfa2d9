"""What a note offers, and what the officer did with it. No Qt in here.

An offer is *taken* when its field holds its value: nothing else is remembered of it, so that chips
and fields can never tell two stories. `Tab` takes the first offer whose field is still empty; one
that would overwrite something is only taken by a click.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from kcr2desk.core import places
from kcr2desk.core.text import Json
from kcr2desk.exchange.notes import Chip
from kcr2desk.exchange.vocabulary import units

FIELD_OF: Final[Mapping[str, str]] = {
    "region": "region",
    "municipality": "municipality",
    "place": "place",
    "caller": "caller",
    "callback": "callback",
    "quantity": "quantities",
    "time": "occurred_at",
    "grip": "grip",
    "discipline": "discipline",
}
"""Kind of chip -> the field of a report that takes it."""

MOST_MEANINGS: Final = 3
"""Of one name that means several places, so many are offered."""


class Stand(StrEnum):
    """Where an offer stands."""

    TAKEN = "taken"
    OFFERED = "offered"  # Tab takes it when it is the first of these
    BESIDE = "beside"  # its field holds something else: a click replaces that
    PASSED = "passed"  # the officer stepped over it


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that the note says. `value` is the wire value that its field would get.

    text[start:end] says it; both are -1 for what was taken and stands no longer in the text.
    """

    kind: str
    value: str | int
    label: str
    start: int = -1
    end: int = -1
    stand: Stand = Stand.OFFERED

    @property
    def key(self) -> str:
        """What tells it apart from every other offer of a note."""
        return f"{self.kind} {self.value}"

    @property
    def field(self) -> str:
        """The field of the report that takes it."""
        return FIELD_OF[self.kind]


def offers(
    chips: Iterable[Chip], values: Mapping[str, Json], passed: Collection[str] = ()
) -> tuple[Offer, ...]:
    """What to show: what was taken and is not in the text, then the text's own from left to right.

    `values` are the wire values of the form; `passed` the keys of offers that were stepped over.
    """
    said = [offer for chip in chips for offer in _meanings(chip)]
    decided = {(o.kind, o.start) for o in said if holds(values, o)}
    shown = [
        replace(offer, stand=_stand(offer, values, passed))
        for offer in said
        # Two towns of one name: once one of them is taken the other is not meant.
        if holds(values, offer) or (offer.kind, offer.start) not in decided
    ]
    known = {offer.key for offer in shown}
    kept = [offer for offer in _held(values) if offer.key not in known]
    return (*kept, *shown)


def next_offer(shown: Sequence[Offer]) -> Offer | None:
    """The offer that Tab takes."""
    return next((offer for offer in shown if offer.stand is Stand.OFFERED), None)


def holds(values: Mapping[str, Json], offer: Offer) -> bool:
    """Whether the field of an offer holds its value."""
    value = values.get(offer.field)
    return offer.value in value if isinstance(value, list) else value == offer.value


def taken(values: Mapping[str, Json], offer: Offer) -> Json:
    """What the field of an offer holds once it is taken."""
    value = values.get(offer.field)
    if offer.kind == "quantity":
        return sorted({*(value if isinstance(value, list) else ()), offer.value})
    return offer.value


def given_back(values: Mapping[str, Json], offer: Offer, blank: Json) -> Json:
    """What the field of an offer holds once it is given back; `blank` is its empty value."""
    value = values.get(offer.field)
    if isinstance(value, list):
        return [item for item in value if item != offer.value]
    return blank


def _stand(offer: Offer, values: Mapping[str, Json], passed: Collection[str]) -> Stand:
    if holds(values, offer):
        return Stand.TAKEN
    if offer.kind != "quantity" and values.get(offer.field) not in ("", None):
        return Stand.BESIDE
    return Stand.PASSED if offer.key in passed else Stand.OFFERED


def _meanings(chip: Chip) -> Iterator[Offer]:
    """An offer for each thing that the words of a chip may mean, as its field would hold it."""
    if chip.kind == "time":
        yield Offer("time", milliseconds(chip.value), chip.label, chip.start, chip.end)
    elif chip.kind == "callback":  # as it is said on the phone; international where not Dutch
        yield Offer("callback", chip.label, chip.label, chip.start, chip.end)
    elif chip.kind in ("region", "municipality"):
        for code in (chip.value, *chip.alternatives)[:MOST_MEANINGS]:
            yield Offer(chip.kind, code, place_name(code), chip.start, chip.end)
    else:
        yield Offer(chip.kind, chip.value, chip.label, chip.start, chip.end)


def milliseconds(instant: str) -> int:
    """The wire value of an ISO 8601 instant."""
    return round(datetime.fromisoformat(instant).timestamp() * 1000)


def _held(values: Mapping[str, Json]) -> Iterator[Offer]:
    for kind, field in FIELD_OF.items():
        value = values.get(field)
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, str | int) and item != "":
                yield Offer(kind, item, label_of(kind, item), stand=Stand.TAKEN)


def label_of(kind: str, value: str | int) -> str:
    """How a value is shown that did not come with a label."""
    if kind in ("region", "municipality"):
        return place_name(str(value))
    if kind == "quantity":
        return quantity_name(str(value))
    if kind == "grip":
        return "GRIP Rijk" if value == "R" else f"GRIP {value}"
    return str(value)


def place_name(code: str) -> str:
    """The name of a region or municipality; the code itself where this version knows none."""
    try:
        if code.startswith("GM"):
            return places.municipality(code).name
        return places.region(code).name
    except KeyError:
        return code


def quantity_name(value: str) -> str:
    """`2 pelotons` of "2 platoon"."""
    amount, _, code = value.partition(" ")
    unit = next((each for each in units() if each.code == code), None)
    if unit is None:
        return value
    return f"{amount} {unit.singular if amount == '1' else unit.plural}"
