"""Chips under the note: read while typing, taken by Tab, given back by Backspace or a click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.fields import moment
from kcr2desk.desk import kit, texts
from kcr2desk.desk.parts import words
from kcr2desk.desk.parts.chips import (
    Offer,
    Stand,
    given_back,
    holds,
    next_offer,
    offers,
    taken,
)
from kcr2desk.desk.parts.form_parts import ChipStrip
from kcr2desk.desk.parts.form_state import blank
from kcr2desk.desk.reports.form_fields import Fields
from kcr2desk.desk.reports.note import NoteField
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.notes import Chip, read_note

READ_AT_ONCE: Final = 1_200
"""Characters of a note that are read between two keys (at most 10 ms); more goes to the thread."""

_ICONS: Final = {
    "region": "map",
    "municipality": "place",
    "place": "place",
    "caller": "person",
    "callback": "phone",
    "quantity": "people",
    "time": "clock",
    "grip": "incident",
}


class Offering(QObject):
    """Between the note, the strip of chips and the fields."""

    changed = Signal(str)
    """The officer took or gave back something; carries its field."""

    told = Signal(str)
    """What the keys do now, in words; "" when nothing is offered."""

    def __init__(
        self,
        note: NoteField,
        strip: ChipStrip,
        fields: Fields,
        work: StoreWork,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._note = note
        self._strip = strip
        self._fields = fields
        self._work = work
        self._now = now
        self._chips: tuple[Chip, ...] = ()
        self._shown: tuple[Offer, ...] = ()
        self._just_taken: list[Offer] = []
        self.passed: tuple[str, ...] = ()
        note.takeWanted.connect(self.take)
        note.passWanted.connect(self.pass_over)
        note.giveBackWanted.connect(self.give_back)
        strip.clicked.connect(self.toggle)
        # The tables of numbers and places are heavy: they are opened before the first key.
        today = now()
        work.ask(
            lambda: read_note("Ede 06-12345678", now=today),
            lambda _: None,
            owner=self,
            topic="warm",
        )

    @property
    def shown(self) -> tuple[Offer, ...]:
        """What is offered and taken, as the strip shows it."""
        return self._shown

    def read(self, *, typed: bool = False) -> None:
        """The note or the region has changed; `typed` when the officer typed in the note."""
        if typed:
            self._just_taken.clear()
        text, now = self._note.note(), self._now()
        region = str(self._fields.values["region"] or "")
        if len(text) <= READ_AT_ONCE:
            self._read(read_note(text, now=now, region_hint=region))
        else:
            self._work.ask(
                lambda: read_note(text, now=now, region_hint=region),
                self._read,
                owner=self,
                topic="chips",
            )

    def show(self) -> None:
        """A field has changed: what it holds is taken, the rest is not."""
        self._shown = offers(self._chips, self._fields.values, self.passed)
        first = next_offer(self._shown)
        self._strip.set_chips([self._spec(offer, offer is first) for offer in self._shown])
        self._note.show_offers(self._shown, can_give_back=bool(self._just_taken))
        self.told.emit(self._hint(first))

    def take(self) -> None:
        """Take what Tab takes."""
        first = next_offer(self._shown)
        if first is not None:
            self._just_taken.append(first)
            self._take(first)

    def pass_over(self) -> None:
        """Step over what Tab would take; a click still takes it."""
        first = next_offer(self._shown)
        if first is not None:
            self.passed = (*self.passed, first.key)
            self.show()
            self.changed.emit("")

    def give_back(self) -> None:
        """Give back what was taken last, as long as nothing was typed since."""
        if self._just_taken:
            self._give_back(self._just_taken.pop())

    def toggle(self, key: str) -> None:
        """A chip was clicked: take it, or give it back."""
        offer = next((each for each in self._shown if each.key == key), None)
        if offer is not None:
            self._just_taken.clear()
            self._give_back(offer) if holds(self._fields.values, offer) else self._take(offer)

    def reset(self, passed: tuple[str, ...] = ()) -> None:
        """Another report is written."""
        self.passed = passed
        self._chips = ()
        self._just_taken.clear()

    def _read(self, chips: tuple[Chip, ...]) -> None:
        self._chips = chips
        self.show()

    def _take(self, offer: Offer) -> None:
        self._put(offer, taken(self._fields.values, offer))

    def _give_back(self, offer: Offer) -> None:
        self._put(offer, given_back(self._fields.values, offer, blank(offer.field)))

    def _put(self, offer: Offer, value: object) -> None:
        self._fields.put(offer.field, value)  # type: ignore[arg-type]
        self.show()
        self.changed.emit(offer.field)

    def _hint(self, first: Offer | None) -> str:
        if self._just_taken:
            back, on = self.tr("Backspace gives back"), self.tr("Tab takes the next")
            return f"{back}  ·  {on}" if first is not None else back
        if first is None:
            return ""
        return self.tr("Tab takes  ·  Shift+Tab steps over  ·  Ctrl+Tab goes on to the title")

    def _spec(self, offer: Offer, first: bool) -> kit.ChipSpec:
        text, icon = offer.label, _ICONS.get(offer.kind, "")
        if offer.kind == "region":
            text = words.region_short(str(offer.value))
        elif offer.kind == "discipline":
            text, icon = words.discipline(text), words.discipline_icon(text)
        elif offer.kind == "time" and offer.start < 0:
            text = texts.clock(_moment(offer.value))
        is_taken = offer.stand is Stand.TAKEN
        tone = "good" if is_taken else "accent" if first else "text"
        if offer.stand in (Stand.BESIDE, Stand.PASSED):
            tone = "stale"
        return kit.ChipSpec(
            offer.key,
            text,
            icon,
            self._detail(offer.kind),
            "Tab" if first else "",
            tone,
            offered=not is_taken,
            removable=is_taken,
            tip=self._tip(offer),
        )

    def _detail(self, kind: str) -> str:
        match kind:
            case "region":
                return self.tr("region")
            case "municipality":
                return self.tr("municipality")
            case "time":
                return self.tr("occurred")
            case _:
                return ""

    def _tip(self, offer: Offer) -> str:
        match offer.stand:
            case Stand.TAKEN:
                done = self.tr("taken; a click gives it back")
            case Stand.BESIDE:
                done = self.tr("a click puts it in place of what stands there")
            case _:
                done = self.tr("a click takes it")
        return f"{words.field(offer.field)}: {offer.label} · {done}"


def _moment(value: str | int) -> datetime:
    return moment(int(value))
