"""The card of a type of help: the list that KCR2 keeps and everybody's board follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from kcr2desk.core.bijstand import BORN
from kcr2desk.core.ids import derived_id
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import board_fields as fields
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_write import edit_of, new_of
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.card_parts import Rows, beside, text
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_TEXTS = ("code", "name_nl", "name_en", "short", "source_text")
_NUMBERS = ("order", "people", "notice_minutes", "fresh_minutes", "relief_minutes", "speed_kmh")


class TypeCard(Card):
    """A ResourceType. With `code` "" it makes a new one; a code never changes afterwards."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        code: str = "",
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=code)
        self._held = feed.book.types.get(code)
        self.texts = {name: text(500 if name == "source_text" else 200) for name in _TEXTS}
        self.texts["code"].setMaxLength(40)
        self.texts["short"].setMaxLength(14)
        self.numbers = {name: fields.maybe_number() for name in _NUMBERS}
        self.units = {name: kit.label(tone="muted") for name in _NUMBERS}
        self.discipline = fields.one_of()
        self.named, self.package = QCheckBox(), QCheckBox()
        self.rows = Rows()
        for name in ("name_nl", "name_en", "short", "code"):
            self.rows.add(name, self.texts[name])
        self.rows.add("discipline", self.discipline)
        self.rows.add("named", self.named)
        self.rows.add("package", self.package)
        for name in _NUMBERS:
            self.rows.add(name, beside(self.numbers[name], self.units[name]))
        self.rows.add("source_text", self.texts["source_text"])
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        self.save_action, save = self.action(SAVE, self.take, kind="primary")
        self.foot.addWidget(save)
        self._fill()
        self.begin()

    def focus_first(self) -> None:
        self.texts["name_nl"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        held = self._held
        if held is None:
            last = max((k.order for k in self.book.types.values()), default=0)
            fields.put_number(self.numbers["order"], last + 1)
            return
        for name, field in self.texts.items():
            field.setText(getattr(held, name))
        for name, number in self.numbers.items():
            fields.put_number(number, getattr(held, name))
        self.texts["code"].setReadOnly(True)
        self.discipline.set_value(frozenset({held.discipline} - {""}))
        self.named.setChecked(held.named)
        self.package.setChecked(held.package)

    def say(self) -> None:
        new = self._held is None
        self.title.setText(self.tr("New type of help") if new else self.tr("Type of help"))
        self.subtitle.setText("" if self._held is None else words.type_name(self._held))
        self.rows.say(
            {
                "code": self.tr("Code"),
                "name_nl": self.tr("Dutch name"),
                "name_en": self.tr("English name"),
                "short": self.tr("Short name"),
                "discipline": self.tr("Discipline"),
                "named": self.tr("By name"),
                "package": self.tr("Package"),
                "order": self.tr("Order"),
                "people": self.tr("People in a unit"),
                "notice_minutes": self.tr("Notice to move"),
                "fresh_minutes": self.tr("Numbers are old after"),
                "relief_minutes": self.tr("Relief after"),
                "speed_kmh": self.tr("Speed"),
                "source_text": self.tr("Source"),
            }
        )
        self.named.setText(self.tr("few have it: each unit is known by its name"))
        self.package.setText(self.tr("works as a whole, is not spread over incidents"))
        for name in ("notice_minutes", "fresh_minutes", "relief_minutes"):
            self.units[name].setText(self.tr("minutes"))
        self.units["speed_kmh"].setText(self.tr("km/h"))
        self.save_action.setText(self.tr("Save"))
        self.discipline.set_options(fields.discipline_options(self.feed))

    def take(self) -> None:
        """Save what stands here; every board follows."""
        said: dict[str, Any] = {name: f.text().strip() for name, f in self.texts.items()}
        said |= {name: fields.number_in(f) for name, f in self.numbers.items()}
        said["order"] = said["order"] or 0
        said["discipline"] = fields.chosen(self.discipline)
        said["named"], said["package"] = self.named.isChecked(), self.package.isChecked()
        trouble = self._trouble(said)
        if trouble:
            self.told.tell(trouble, "attention")
            return
        held = self._held
        change = (
            new_of("resourcetype", derived_id(BORN, "resourcetype", said["code"]), said)
            if held is None
            else edit_of("resourcetype", held, said)
        )
        if change is None:
            self.leave()
            return
        record = change.id
        self.write(lambda: self.cache.save("reference", [change]), lambda _: self._gone(record))

    def _trouble(self, said: dict[str, Any]) -> str:
        if not said["name_nl"] or not said["name_en"]:
            return self.tr("Give the type a name in both languages.")
        if not _CODE.fullmatch(said["code"]):
            return self.tr("A code has small letters, digits and _, such as rescue_boat.")
        held: ResourceType | None = self.book.types.get(said["code"])
        if held is not None and self._held is None:
            return self.tr("That code is in use: {name}.").format(name=words.type_name(held))
        return ""

    def _gone(self, record: str) -> None:
        self.done.emit(record)
        self.closed.emit()
