"""What other desks do to a person who is open here: told at the field, never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.fields import moment
from kcr2desk.core.repatriation.registering import FIELDS, Party
from kcr2desk.core.text import Json
from kcr2desk.desk import texts
from kcr2desk.desk.parts.form_others import Others, Told
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.registration_desk import RegistrationDesk

Act = tuple[str, Callable[[], object]]


class RegistrationOthers(QObject):
    """Follows the sheet in hand when it is of somebody who was registered before."""

    remarked = Signal(str, str, object)
    """A field, what is to be said under it ("" for no more), and what can be done."""

    def __init__(self, hall: Hall, desk: RegistrationDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._hall, self._desk = hall, desk
        self._others = Others(
            hall.cache, hall.work, self._typed, self, type="person", fields=FIELDS
        )
        self._said: set[str] = set()
        self._others.adopted.connect(self._adopted)
        self._others.clashed.connect(self._clashed)
        self._others.gone.connect(self._gone)
        desk.turned.connect(self.follow)
        hall.feed.changed.connect(lambda _: self._let_go())
        hall.feed.loaded.connect(self._let_go)

    def follow(self) -> None:
        """Follow what is in hand."""
        for name in list(self._said):
            self._say(name, "")
        sheet = self._desk.sheet
        if sheet is None or sheet.shown is None:
            self._others.follow("", {})
        else:
            self._others.follow(sheet.id, sheet.shown)

    def _let_go(self) -> None:
        """When the term is over nothing of persons stays in a form, nor in its draft."""
        if self._hall.book.is_over and self._desk.party.sheets:
            self._desk.change_party(lambda _: Party())
            self._desk.told.emit("over", "")

    def _typed(self) -> dict[str, Json]:
        sheet = self._desk.sheet
        return {} if sheet is None else dict(sheet.values)

    def _adopted(self, told: list[Told]) -> None:
        for each in told:
            self._put(each.difference.field, each.difference.theirs)
            name = each.difference.field
            self._say(name, self._words(each), [(self.tr("Seen"), partial(self._say, name, ""))])

    def _clashed(self, told: list[Told]) -> None:
        for name in self._said - {each.difference.field for each in told}:
            self._say(name, "")
        for each in told:
            name = each.difference.field
            self._say(
                name,
                self._words(each),
                [
                    (self.tr("Take over"), partial(self._take, name)),
                    (self.tr("Keep mine"), partial(self._keep, name)),
                ],
            )

    def _take(self, name: str) -> None:
        self._put(name, self._others.take_theirs(name))
        self._say(name, "")

    def _keep(self, name: str) -> None:
        self._others.keep_mine(name)
        self._seen()
        self._say(name, "")

    def _put(self, name: str, value: Json) -> None:
        shown = dict(self._others.shown)
        self._desk.change(lambda sheet: replace(sheet.with_values(**{name: value}), shown=shown))

    def _seen(self) -> None:
        shown = dict(self._others.shown)
        self._desk.change(lambda sheet: replace(sheet, shown=shown))

    def _gone(self) -> None:
        self._say(
            "spoken_name", self.tr("Somebody removed this person. Saving asks the hall lead.")
        )

    def _words(self, told: Told) -> str:
        who = told.who or self.tr("another desk")
        when = "" if told.when is None else texts.moment(moment(told.when), self._hall.now())
        value = _plain(told.difference.theirs)
        said = self.tr("{field}: {who} wrote “{value}”, {when}")
        return said.format(
            field=words.field(told.difference.field), who=who, value=value, when=when
        )

    def _say(self, name: str, text: str, acts: list[Act] | None = None) -> None:
        (self._said.add if text else self._said.discard)(name)
        self.remarked.emit(name, text, acts or [])


def _plain(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "✓" if value is True else "" if value in (None, False) else str(value)
