"""The card of an arrival: what comes, from where, when, and with how many."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from kcr2desk.core.making import altering, making
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.desk import kit
from kcr2desk.desk.parts.card_parts import Rows, WhenField, beside, number, text
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import SAVE, HallCard


class ArrivalCard(HallCard):
    """An arrival, or with "" a new one. `done` carries its id."""

    KIND = "arrival"

    def __init__(self, hall: Hall, arrival: str = "") -> None:
        super().__init__(hall, about=arrival)
        self.held = hall.book.arrival(arrival)
        self.vehicle, self.status = kit.KeyChoice(), kit.KeyChoice()
        self.code, self.origin, self.place = text(30), text(100), text(100)
        self.code.setFixedWidth(150)
        self.expected, self.actual = WhenField(hall.now), WhenField(hall.now, ahead=False)
        self.seats, self.aboard, self.desks = number(0, 9999), number(0, 9999), number(0, 99)
        self.seats_word, self.aboard_word = kit.label(tone="muted"), kit.label(tone="muted")
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(64)
        self.rows = Rows()
        self.rows.add("vehicle", self.vehicle)
        self.rows.add("code", self.code)
        self.rows.add("origin", self.origin)
        self.rows.add("place", self.place)
        self.rows.add("expected", self.expected)
        self.rows.add("actual", self.actual)
        self.rows.add("numbers", beside(self.aboard, self.aboard_word))
        self.rows.add("seats", beside(self.seats, self.seats_word))
        self.rows.add("desks", self.desks)
        self.rows.add("status", self.status)
        self.rows.add("note", self.note)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        self.save_action, save = self.action(SAVE, self.take, kind="primary")
        self.here_action, here = self.action("Ctrl+Shift+H", self.is_here, icon="check")
        self.foot.addWidget(save)
        self.foot.addWidget(here)
        self._fill()
        for name, field in (
            ("code", self.code), ("origin", self.origin), ("place", self.place),
            ("expected", self.expected), ("actual", self.actual), ("note", self.note),
            ("aboard", self.aboard), ("seats", self.seats), ("desks", self.desks),
        ):  # fmt: skip
            self.keep_field(name, field)
        self.begin()

    def focus_first(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        held = self.held
        if held is None:
            return
        self.code.setText(held.code)
        self.origin.setText(held.origin)
        self.place.setText(held.place)
        self.expected.set_when(held.expected_at)
        self.actual.set_when(held.actual_at)
        self.seats.setValue(held.capacity or 0)
        self.aboard.setValue(held.declared_count or 0)
        self.desks.setValue(held.desks or 0)
        self.note.setPlainText(held.note)

    def say(self) -> None:
        new = self.held is None
        self.title.setText(self.tr("New arrival") if new else self.tr("Arrival"))
        self.subtitle.setText("" if self.held is None else self.held.code)
        self.save_action.setText(self.tr("Save"))
        self.here_action.setText(self.tr("It has arrived, now"))
        self.rows.say(
            {
                "vehicle": self.tr("By"),
                "code": self.tr("Flight or bus"),
                "origin": self.tr("From"),
                "place": self.tr("Arrives at"),
                "expected": self.tr("Expected"),
                "actual": self.tr("Arrived"),
                "numbers": self.tr("Aboard"),
                "seats": self.tr("Seats"),
                "desks": self.tr("Desks"),
                "status": self.tr("Status"),
                "note": self.tr("Note"),
            }
        )
        self.aboard_word.setText(self.tr("by its papers"))
        self.seats_word.setText(self.tr("at most"))
        self._say_choices()

    def _say_choices(self) -> None:
        vehicle = self.vehicle.value() or (self.held.vehicle if self.held else "flight")
        status = self.status.value() or (self.held.status if self.held else "expected")
        option = kit.Option
        self.vehicle.set_options(
            [
                option("flight", self.tr("Flight")), option("bus", self.tr("Bus")),
                option("ship", self.tr("Ship")), option("train", self.tr("Train")),
                option("other", self.tr("Other")),
            ]
        )  # fmt: skip
        self.status.set_options(
            [
                option("expected", self.tr("Expected")),
                option("arrived", self.tr("Arrived")),
                option("closed", self.tr("Closed")),
                option("cancelled", self.tr("Cancelled"), tone="muted"),
            ]
        )
        self.vehicle.set_value(vehicle)
        self.status.set_value(status)

    def is_here(self) -> None:
        """It arrived now."""
        self.actual.set_when(self.now())
        self.status.set_value("arrived")
        self.take()

    def said(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {
            "vehicle": self.vehicle.value(),
            "code": self.code.text().strip(),
            "origin": self.origin.text().strip(),
            "place": self.place.text().strip(),
            "expected_at": self.expected.when(),
            "actual_at": self.actual.when(),
            "capacity": self.seats.value() or None,
            "declared_count": self.aboard.value() or None,
            "desks": self.desks.value() or None,
            "status": self.status.value(),
            "note": self.note.toPlainText().strip(),
        }

    def take(self) -> None:
        """Save it."""
        if self.busy:
            return
        said = self.said()
        if not said["code"]:
            self.told.tell(self.tr("Give the flight or bus a number or name."), "attention")
            return
        if said["actual_at"] is not None and said["status"] == "expected":
            said["status"] = "arrived"
        held = self.held
        if held is None:
            made = self.cache.new_id()
            said["about"] = operation_of(self.stream)
            self.save([making("arrival", made, said)], lambda _: self._gone(made))
            return
        change = altering(held, said)
        if change is None:
            self._gone(held.id)
        else:
            self.save([change], lambda _: self._gone(held.id))

    def _gone(self, arrival: str) -> None:
        self.done.emit(arrival)
        self.leave()
