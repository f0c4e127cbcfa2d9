"""Tells at its field what somebody else changed in the report that is edited here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk import texts
from kcr2desk.desk.parts import words
from kcr2desk.desk.parts.form_others import Others, Told
from kcr2desk.desk.parts.form_told import FieldNotice
from kcr2desk.desk.reports.form_fields import PAGE_OF, Fields, value_words

_LONGEST_VALUE: Final = 60
_AT_THEIR_FIELD: Final = frozenset(PAGE_OF) | {"title", "incident", "discipline"}


class Notices(QObject):
    """Between `Others` and the notices under the fields."""

    put = Signal(str, object)
    """A field has to show a value: (field, wire value)."""

    marked = Signal(object)
    """The pages on which something wants a decision, as a frozenset of their names."""

    settled = Signal()
    """A choice was made."""

    def __init__(
        self, others: Others, fields: Fields, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._others = others
        self._fields = fields
        self._now = now
        self._here: dict[FieldNotice, str] = {}
        self.incidents: Mapping[str, str] = {}
        others.adopted.connect(self._adopted)
        others.clashed.connect(self._clashed)

    def clear(self) -> None:
        """Another report is written."""
        for notice in self._here:
            notice.hide()
        self.marked.emit(frozenset())

    def clashes(self) -> tuple[str, ...]:
        """The fields that wait for a choice."""
        return tuple(told.difference.field for told in self._others.clashes())

    def _adopted(self, found: list[Told]) -> None:
        for told in found:
            name = told.difference.field
            self.put.emit(name, told.difference.theirs)
            notice = self._notice(name)
            if not notice.wants:
                self._here[notice] = ""
                was = self._value(name, told.difference.shown)
                said = self.tr("{who}, {time}: it was {value}")
                notice.tell(self._say(said, told, was), choose=False)

    def _clashed(self, found: list[Told]) -> None:
        waiting: dict[FieldNotice, Told] = {}
        for told in found:
            waiting.setdefault(self._notice(told.difference.field), told)
        for notice, field in self._here.items():
            if field and notice not in waiting:
                notice.hide()
        for notice, told in waiting.items():
            name = told.difference.field
            self._here[notice] = name
            theirs = self._value(name, told.difference.theirs)
            said = self.tr("{who}, {time}: {value}")
            notice.tell(self._say(said, told, theirs), choose=True)
        pages = {PAGE_OF.get(told.difference.field, "") for told in found}
        self.marked.emit(frozenset(pages - {""}))

    def _notice(self, name: str) -> FieldNotice:
        notice = self._fields.notice(name)
        if notice not in self._here:
            self._here[notice] = ""
            notice.takeTheirs.connect(lambda n=notice: self._choose(n, theirs=True))
            notice.keepMine.connect(lambda n=notice: self._choose(n, theirs=False))
        return notice

    def _choose(self, notice: FieldNotice, *, theirs: bool) -> None:
        field, self._here[notice] = self._here[notice], ""
        notice.hide()
        if not field:  # it only told
            return
        if theirs:
            self.put.emit(field, self._others.take_theirs(field))
        else:
            self._others.keep_mine(field)
        self.settled.emit()

    def _say(self, sentence: str, told: Told, value: str) -> str:
        field = told.difference.field
        when = "?" if told.when is None else texts.moment(moment(told.when), self._now())
        said = sentence.replace("{who}", told.who or self.tr("Somebody")).replace("{time}", when)
        apart = "" if field in _AT_THEIR_FIELD else f"{words.field(field)} · "
        return apart + said.replace("{value}", value)

    def _value(self, name: str, value: Json) -> str:
        said = value_words(name, value, self._now(), self.incidents)
        return f"“{said if len(said) <= _LONGEST_VALUE else said[: _LONGEST_VALUE - 1] + '…'}”"
