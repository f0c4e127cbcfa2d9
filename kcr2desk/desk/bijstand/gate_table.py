"""The gate table: who signs for what, since when, by which source. KCR2 edits it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kcr2desk.core import places
from kcr2desk.core.gate import valid
from kcr2desk.core.reference import GateRule
from kcr2desk.desk import kit, shortcuts, texts
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_parts import SAVE, CardKeys, GrowingText
from kcr2desk.desk.bijstand.request_rights import hinders_gate
from kcr2desk.desk.parts import card_parts
from kcr2desk.desk.parts import words as report_words
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

RULE: Final = "gaterule"
STREAM: Final = "reference"
_ID: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 28
_TEXTS: Final = ("authority", "addressee", "basis", "form", "source_text")


class GateCard(Card):
    """All rows, those in force first; under them the row that is chosen, to change or to end."""

    KIND = "gate"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, parent=parent)
        self._rule = ""
        self.list = QListWidget()
        self.list.setFixedHeight(6 * _ROW + 4)
        self.list.setAlternatingRowColors(False)
        self.code = card_parts.text(40)
        self.help, self.area_of = Choice(), Choice()
        self.per = kit.KeyChoice()
        self.lines = {name: card_parts.text(500 if name == "source_text" else 300)
                      for name in _TEXTS}  # fmt: skip
        self.since = card_parts.WhenField(now, ahead=False)
        self.ends = card_parts.WhenField(now)
        self.note = GrowingText()
        self.rows = card_parts.Rows()
        self.rows.add("code", self.code)
        self.rows.add("help", self.help)
        self.rows.add("area", self.area_of)
        self.rows.add("authority", self.lines["authority"])
        self.rows.add("addressee", self.lines["addressee"])
        self.rows.add("basis", self.lines["basis"])
        self.rows.add("form", self.lines["form"])
        self.rows.add("per", self.per)
        self.rows.add("since", self.since)
        self.rows.add("ends", self.ends)
        self.rows.add("source_text", self.lines["source_text"])
        self.rows.add("note", self.note)
        fields: dict[str, card_parts.Field] = {
            "code": self.code, "help": self.help, "area": self.area_of, "per": self.per,
            **self.lines, "since": self.since, "ends": self.ends, "note": self.note,
        }  # fmt: skip
        for name, field in fields.items():
            self.keep_field(name, field)
        self.column.addWidget(self.list)
        self.column.addWidget(self.rows)
        self.save_action, self.save_button = self.action(
            SAVE, self.record, icon="saved", kind="primary"
        )
        self.new_action, self.new_button = self.action("F7", self.begin_row, icon="plus")
        self.end_action, self.end_button = self.action("F8", self.end_row, icon="blocked")
        for button in (self.save_button, self.new_button, self.end_button):
            self.foot.addWidget(button)
        CardKeys(self, [self.save_action, self.new_action, self.end_action])
        self.list.currentItemChanged.connect(self._chosen)
        self.begin()
        if self.list.count() and not self._rule:
            self.list.setCurrentRow(0)

    def focus_first(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus()

    @property
    def rule(self) -> GateRule | None:
        """The row that is chosen; None while a new one is written."""
        return next((r for r in self.book.gate_rules if r.id == self._rule), None)

    # choosing

    def _chosen(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None and not self._filling:
            self._rule = str(item.data(_ID))
            self.filling(self._fill)
            self.told.hide()

    def begin_row(self) -> None:
        """Begin a new row."""
        self._rule = ""
        self.filling(self._fill)
        self.list.setCurrentRow(-1)
        self.code.setFocus()
        self._allow()

    def _fill(self) -> None:
        rule = self.rule
        self.code.setText("" if rule is None else rule.code)
        self.help.set_choice("" if rule is None else rule.help)
        self.area_of.set_choice("" if rule is None else rule.area)
        self.per.set_value("" if rule is None else rule.per)
        for name, line in self.lines.items():
            line.setText("" if rule is None else str(getattr(rule, name)))
            line.setCursorPosition(0)
        self.since.set_when(self.now() if rule is None else rule.valid_from)
        self.ends.set_when(None if rule is None else rule.valid_until)
        self.note.setPlainText("" if rule is None else rule.note)
        self._allow()

    # saving

    def record(self) -> None:
        """Save the row; what lacks is said."""
        if self.busy or not self.save_action.isEnabled():
            return
        lacks = self._lacks()
        if lacks:
            self.told.tell(lacks, "attention")
            return
        fields: dict[str, Any] = {
            "code": self.code.text().strip(), "help": self.help.choice(),
            "area": self.area_of.choice(), "per": self.per.value(),
            **{name: line.text().strip() for name, line in self.lines.items()},
            "valid_from": self.since.when(), "valid_until": self.ends.when(),
            "note": self.note.toPlainText().strip(),
        }  # fmt: skip
        self._store(fields, self.tr("The row is saved."))

    def end_row(self) -> None:
        """The row holds no longer, from now on; what came in before keeps it."""
        if self.rule is not None and self.end_action.isEnabled() and not self.busy:
            self._store({"valid_until": self.now()}, self.tr("The row has ended."))

    def _store(self, fields: dict[str, Any], told: str) -> None:
        rule, draft = self._rule, self._draft
        self._typed = False

        def call() -> str:
            if not rule:
                return self.cache.create(RULE, fields, stream=STREAM, draft=draft)
            self.cache.edit(RULE, rule, fields, draft=draft)
            return rule

        def saved(record: str) -> None:
            self._rule = record
            self.told.tell(told, "good")
            self.refresh()

        self.write(call, saved)

    def _lacks(self) -> str:
        source = self.lines["source_text"]
        if not self.code.text().strip():
            self.code.setFocus()
            return self.tr("Give the row a code; it never changes.")
        others = {r.code for r in self.book.gate_rules if r.id != self._rule}
        if not self._rule and self.code.text().strip() in others:
            self.code.setFocus()
            return self.tr("There is a row with this code already.")
        if not source.text().strip():
            source.setFocus()
            return self.tr("Name the source: a row without one is no law.")
        if self.since.wrong() or self.ends.wrong():
            return self.tr("A time cannot be read.")
        start, end = self.since.when(), self.ends.when()
        if start is not None and end is not None and end <= start:
            self.ends.setFocus()
            return self.tr("The end lies before the start.")
        return ""

    # words

    def say(self) -> None:
        """Set the words."""
        self.title.setText(self.tr("Gate table"))
        self.subtitle.setText(self.tr("Who signs; the row that says most holds. It never blocks."))
        self.per.set_options(
            [
                kit.Option("", self.tr("not known")),
                kit.Option("region", self.tr("a region")),
                kit.Option("municipality", self.tr("a municipality")),
            ]
        )
        self.rows.say(
            {
                "code": self.tr("Code"), "help": self.tr("Kind of help"), "area": self.tr("Area"),
                "authority": self.tr("Who signs"), "addressee": self.tr("Addressed to"),
                "basis": self.tr("Legal basis"), "form": self.tr("Form"),
                "per": self.tr("One form for"), "since": self.tr("Valid from"),
                "ends": self.tr("Valid until"), "source_text": self.tr("Source"),
                "note": self.tr("Note"),
            }
        )  # fmt: skip
        self.save_action.setText(self.tr("Save the row"))
        self.new_action.setText(self.tr("New row"))
        self.end_action.setText(self.tr("End the row"))

    def refresh(self) -> None:
        """Show the rows anew; the one that is chosen stays chosen."""
        self.filling(self._list)
        types = sorted(self.book.types.values(), key=lambda t: (t.order, t.code))
        option = kit.FilterOption
        self.help.set_choices(
            [
                *(option(d, report_words.discipline(d), icon=report_words.discipline_icon(d))
                  for d in report_words.DISCIPLINES),
                *(option(t.code, words.resource_name(t), t.short) for t in types),
            ]
        )  # fmt: skip
        self.area_of.set_choices(
            [
                *(option(code, area_name(code)) for code in ("mainland", "bes", "countries")),
                *(option(r.code, r.name, r.abbreviation) for r in places.regions()),
            ]
        )
        self._allow()

    def _list(self) -> None:
        now = self.now()
        rules = sorted(
            self.book.gate_rules, key=lambda r: (not valid(r, now), r.help, r.area, r.code)
        )
        self.list.clear()
        for rule in rules:
            item = QListWidgetItem(rule_words(rule, now))
            item.setData(_ID, rule.id)
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(f"{rule.authority}\n{rule.source_text}")
            self.list.addItem(item)
            if rule.id == self._rule:
                self.list.setCurrentItem(item)

    def _allow(self) -> None:
        hinders = hinders_gate(self.me)
        rule = self.rule
        for action in (self.save_action, self.new_action):
            action.setEnabled(not hinders)
            action.setToolTip(hinders or shortcuts.plain_text(action))
        ended = rule is None or not valid(rule, self.now())
        self.end_action.setEnabled(not hinders and not ended)
        reason = hinders or (self.tr("Choose a row that holds.") if ended else "")
        self.end_action.setToolTip(reason or shortcuts.plain_text(self.end_action))
        self.rows.setEnabled(not hinders)
        self.code.setReadOnly(rule is not None)


def rule_words(rule: GateRule, now: datetime) -> str:
    """`Brandweer · vasteland · Wvr art. 51`, and since when or until when where that matters."""
    kind = report_words.discipline(rule.help) or words.translate("Gate", "any help")
    area = area_name(rule.area) or words.translate("Gate", "everywhere")
    said = " · ".join(part for part in (kind, area, rule.basis or rule.code) if part)
    if rule.valid_until is not None:
        over = rule.valid_until <= now
        text = words.translate("Gate", "ended {day}") if over else (
            words.translate("Gate", "until {day}"))  # fmt: skip
        said += " · " + text.format(day=texts.moment(rule.valid_until, now))
    elif rule.valid_from is not None and rule.valid_from > now:
        day = texts.moment(rule.valid_from, now)
        said += " · " + words.translate("Gate", "from {day}").format(day=day)
    return said


def area_name(code: str) -> str:
    """What an area is called."""
    match code:
        case "mainland":
            return words.translate("Gate", "mainland")
        case "bes":
            return words.translate("Gate", "Bonaire, Sint Eustatius, Saba")
        case "countries":
            return words.translate("Gate", "Aruba, Curaçao, Sint Maarten")
        case "":
            return ""
        case _:
            return report_words.region(code)
