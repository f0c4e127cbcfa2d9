"""Where an answer is written down while it is heard: a few fields, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.core.answer import Answerer, LineAnswer
from kcr2desk.core.bijstand import Inquiry, InquiryLine
from kcr2desk.core.book import Book
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.parts.card_parts import Rows, WhenField, number, text
from kcr2desk.desk.parts.form_parts import Choice

HOWS = ("phone", "mail", "form", "radio", "desk")


class AnswerEditor(QWidget):
    """The answer to one line: yes, part, provisional, alternative, no; or for an inventory three
    numbers. What does not belong to the answer is not shown."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, book: Book, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._book = book
        self._inquiry: Inquiry | None = None
        self._line: InquiryLine | None = None
        self.answer, self.how = kit.KeyChoice(), Choice()
        self.offered, self.alternative, self.reason = number(), Choice(), text(1000)
        self.total, self.available, self.reserve = number(), number(), number()
        self.by, self.role = text(), text()
        self.start, self.until = WhenField(now), WhenField(now)
        self.unit, self.commander, self.phone = text(), text(), text(60)
        self.role.setFixedWidth(120)
        self.how.setFixedWidth(128)
        self.phone.setFixedWidth(144)
        self.rows = Rows()
        add = self.rows.add
        add("offered", self.offered, self.alternative)
        self.alternative.setMinimumWidth(220)
        self._numbers = [kit.label(tone="muted") for _ in range(2)]
        add("numbers", self.available, self._numbers[0], self.total, self._numbers[1], self.reserve)
        add("reason", self.reason)
        add("by", self.by, self.role, self.how)
        add("start", self.start)
        add("until", self.until)
        add("unit", self.unit)
        add("commander", self.commander, self.phone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.answer)
        column.addWidget(self.rows)
        self.answer.chosen.connect(self._chosen)
        for field in (self.by, self.role, self.reason, self.offered, self.unit, self.phone):
            field.returnPressed.connect(self.submitted)
        texts.OnLanguage(self, self._say)
        self.how.set_choice("phone")

    @property
    def line(self) -> str:
        """The id of the line whose answer stands here; "" for none."""
        return "" if self._line is None else self._line.id

    def show_line(self, inquiry: Inquiry, line: InquiryLine) -> None:
        """Show what was answered. The same line again keeps what is being typed."""
        fresh = self._line is None or self._line.id != line.id
        self._inquiry, self._line = inquiry, line
        if fresh:
            self._fill(inquiry, line)
        self.follow()

    def _fill(self, inquiry: Inquiry, line: InquiryLine) -> None:
        self.answer.set_value(line.answer)
        self.offered.setValue(line.offered or 0)
        self.alternative.set_choice(line.alternative)
        for name in ("reason", "unit", "commander"):
            getattr(self, name).setText(getattr(line, name))
        self.phone.setText(line.commander_phone)
        self.by.setText(inquiry.answered_by)
        self.role.setText(inquiry.answered_role)
        self.how.set_choice(inquiry.answered_how or "phone")  # not how the one before it came
        for field, when in ((self.start, line.possible_from), (self.until, line.possible_until)):
            field.set_region(inquiry.owner)
            field.set_when(when)
        for name in ("total", "available", "reserve"):
            held = getattr(line, name)
            getattr(self, name).setText("" if held is None else str(held))

    def follow(self) -> None:
        """Show the fields that belong to the answer."""
        inventory = self._inquiry is not None and self._inquiry.kind == "inventory"
        value = self.answer.value()
        helps = value in ("yes", "part", "provisional", "alternative")
        show = self.rows.show_row
        self.answer.setVisible(not inventory)
        show("offered", value in ("part", "provisional", "alternative") and not inventory)
        self.alternative.setVisible(value == "alternative")
        show("numbers", inventory)
        show("reason", not inventory and value in ("part", "provisional", "alternative", "no"))
        for row in ("start", "until", "unit", "commander"):
            show(row, helps and not inventory)

    def choose(self, value: str) -> None:
        """An answer, as by its key."""
        self.answer.set_value(value)
        self._chosen(value)

    def _chosen(self, value: str) -> None:
        self.follow()
        self.changed.emit()
        needs = {"part": self.offered, "provisional": self.offered, "alternative": self.alternative}
        field: QWidget = needs.get(value, self.reason if value == "no" else self.by)
        field.setFocus()

    def given(self) -> LineAnswer:
        """What stands here, of this line."""

        def told(field: object) -> int | None:
            typed = field.text()  # type: ignore[attr-defined]
            return int(typed) if typed else None

        return LineAnswer(
            line=self.line,
            answer=self.answer.value(),
            offered=told(self.offered),
            alternative=self.alternative.choice(),
            reason=self.reason.text().strip(),
            possible_from=self.start.when(),
            possible_until=self.until.when(),
            unit=self.unit.text().strip(),
            commander=self.commander.text().strip(),
            commander_phone=self.phone.text().strip(),
            total=told(self.total),
            available=told(self.available),
            reserve=told(self.reserve),
        )

    def who(self) -> Answerer:
        """Who answered."""
        remark = self._inquiry.remark if self._inquiry is not None else ""
        return Answerer(name=self.by.text().strip(), role=self.role.text().strip(), remark=remark)

    def focus(self, name: str) -> None:
        """Put the focus where something is missing."""
        at = {
            "answer": self.answer, "offered": self.offered, "alternative": self.alternative,
            "reason": self.reason, "name": self.by, "role": self.role, "possible_until": self.until,
            "available": self.available, "total": self.total, "reserve": self.reserve,
        }  # fmt: skip
        at.get(name, self.answer).setFocus()

    def _say(self) -> None:
        look = words.answer_look
        keys = {"yes": "y", "part": "p", "provisional": "v", "alternative": "a", "no": "n"}
        tones = {"yes": "good", "no": "urgent"}
        self.answer.set_options(
            [
                kit.Option(value, look(value)[0], key, tones.get(value, "attention"))
                for value, key in keys.items()
            ]
        )
        types = sorted(self._book.types, key=lambda code: words.resource(self._book, code))
        self.alternative.set_choices(
            [kit.FilterOption(code, words.resource(self._book, code)) for code in types]
        )
        self.how.set_choices(words.hows((*HOWS, "link", "sheet")))
        self.rows.say(
            {
                "offered": self.tr("How many"),
                "numbers": self.tr("Can send"),
                "reason": self.tr("Reason"),
                "by": self.tr("Said by"),
                "start": self.tr("From when"),
                "until": self.tr("Until"),
                "unit": self.tr("Unit"),
                "commander": self.tr("Commander"),
            }
        )
        self._numbers[0].setText(self.tr("of total"))
        self._numbers[1].setText(self.tr("keeps at home"))
        self.role.setPlaceholderText(self.tr("role"))
        self.by.setPlaceholderText(self.tr("name"))
        self.phone.setPlaceholderText(self.tr("phone"))
