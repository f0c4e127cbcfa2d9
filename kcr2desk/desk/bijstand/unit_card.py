"""The card of a named unit: make one, change one, take one off the strip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from kcr2desk.core.access import OUTSIDE
from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import board_fields as fields
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_write import edit_of, new_of
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.card_parts import Rows, WhenField, beside, text
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

_TEXTS = ("name", "call_sign", "home", "note")


class UnitCard(Card):
    """A unit known by its name. With `unit` "" it makes a new one."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        unit: str = "",
        resource: str = "",
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=unit)
        self._held = feed.book.unit(unit)
        self.resource, self.owner = fields.one_of(), fields.one_of()
        self.texts = {name: text(500 if name == "note" else 200) for name in _TEXTS}
        self.texts["call_sign"].setMaxLength(30)
        self.state = kit.KeyChoice()
        self.notice, self.people = fields.maybe_number(), fields.maybe_number(9999)
        self.since, self.until = WhenField(now), WhenField(now)
        self.minutes = kit.label(tone="muted")
        self.rows = Rows()
        for key, field in (("resource", self.resource), ("owner", self.owner),
                           ("name", self.texts["name"]), ("call_sign", self.texts["call_sign"]),
                           ("state", self.state)):  # fmt: skip
            self.rows.add(key, field)
        self.rows.add("notice", beside(self.notice, self.minutes))
        self.rows.add("people", self.people)
        self.rows.add("home", self.texts["home"])
        self.rows.add("since", self.since)
        self.rows.add("until", self.until)
        self.rows.add("note", self.texts["note"])
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        self.save_action, save = self.action(SAVE, self.take, kind="primary")
        self.foot.addWidget(save)
        self.remove_button = kit.button(kind="quiet", run=self.ask_remove)
        self.remove_button.setVisible(self._held is not None)
        self.foot.addWidget(self.remove_button)
        self._fill(resource)
        self.begin()

    def focus_first(self) -> None:
        self.texts["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, resource: str) -> None:
        held, book = self._held, self.book
        named = [k for k in book.types.values() if k.named]
        first = resource or (named[0].code if named else "")
        mine = self.me.organisation if self.me.role in OUTSIDE else ""
        if held is None:
            self.state.set_value("ready")
            self.resource.set_value(frozenset({first} - {""}))
            self.owner.set_value(frozenset({mine} - {""}))
            self.owner.setEnabled(not mine)
            return
        self.resource.set_value(frozenset({held.resource}))
        self.owner.set_value(frozenset({held.owner}))
        self.resource.setEnabled(False)
        self.owner.setEnabled(False)
        for name, field in self.texts.items():
            field.setText(getattr(held, name))
        fields.put_number(self.notice, held.notice_minutes)
        fields.put_number(self.people, held.people)
        self.since.set_when(held.available_from)
        self.until.set_when(held.available_until)

    def say(self) -> None:
        new = self._held is None
        self.title.setText(self.tr("New unit by name") if new else self.tr("Unit by name"))
        self.subtitle.setText("" if self._held is None else self._held.name)
        self.rows.say(
            {
                "resource": self.tr("Type"),
                "owner": self.tr("Owner"),
                "name": self.tr("Name"),
                "call_sign": self.tr("Call sign"),
                "state": self.tr("State"),
                "notice": self.tr("Notice to move"),
                "people": self.tr("People"),
                "home": self.tr("Home"),
                "since": self.tr("Available from"),
                "until": self.tr("Available until"),
                "note": self.tr("Note"),
            }
        )
        self.minutes.setText(self.tr("minutes"))
        self.save_action.setText(self.tr("Save"))
        self.remove_button.setText(self.tr("Take off the strip…"))
        self.state.set_options(
            [kit.Option(code, words.unit_state(code)) for code in words.UNIT_STATES]
        )
        if not self.state.value():
            self.state.set_value("ready" if self._held is None else self._held.state)
        kinds = sorted(
            (k for k in self.book.types.values() if k.named),
            key=lambda k: words.type_name(k).casefold(),
        )
        self.resource.set_options([kit.FilterOption(k.code, words.type_name(k)) for k in kinds])
        self.owner.set_options(fields.owner_options(self.feed))

    def take(self) -> None:
        """Save what stands here, with who said so."""
        owner, resource = fields.chosen(self.owner), fields.chosen(self.resource)
        trouble = self._trouble(owner, resource)
        if trouble:
            self.told.tell(trouble, "attention")
            return
        said: dict[str, Any] = {name: f.text().strip() for name, f in self.texts.items()}
        said |= {
            "state": self.state.value(),
            "notice_minutes": fields.number_in(self.notice),
            "people": fields.number_in(self.people),
            "available_from": self.since.when(),
            "available_until": self.until.when(),
            "checked_at": self.now(),
            "checked_by": self.me.display_name or self.me.account,
            "checked_how": "desk" if self.me.organisation == owner else "phone",
        }
        if self._held is None:
            record = self.cache.new_id()
            whole = {"source": owner, "owner": owner, "resource": resource, **said}
            change = new_of("unit", record, whole)
        else:
            record = self._held.id
            made = edit_of("unit", self._held, said)
            if made is None:
                self.leave()
                return
            change = made
        self.save([change], lambda _: self._gone(record))

    def _trouble(self, owner: str, resource: str) -> str:
        if not owner or not resource:
            return self.tr("Choose a type and an owner.")
        if not self.texts["name"].text().strip():
            return self.tr("Give the unit a name.")
        if self.since.wrong() or self.until.wrong():
            return self.tr("A time cannot be read.")
        since, until = self.since.when(), self.until.when()
        if since is not None and until is not None and until <= since:
            return self.tr("It ends before it begins.")
        return ""

    def ask_remove(self) -> None:
        """Ask whether the unit is to go."""
        if self._held is None:
            return
        said = self.tr("Take {name} off the strip? What it was promised to stays.")
        self.told.tell(
            said.format(name=self._held.name),
            "attention",
            [(self.tr("Take off"), self._remove)],
        )

    def _remove(self) -> None:
        held = self._held
        if held is not None:
            self.write(lambda: self.cache.remove("unit", held.id), lambda _: self._gone(held.id))

    def _gone(self, record: str) -> None:
        self.done.emit(record)
        self.closed.emit()
