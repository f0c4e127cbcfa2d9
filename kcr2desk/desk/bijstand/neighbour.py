"""Burenhulp outside KCR2: what regions arranged among themselves, noted in one line.

No form and no gate; but it takes from the board like everything that is promised.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from kcr2desk.core import places
from kcr2desk.core.access import OUTSIDE
from kcr2desk.core.changes import Change, How
from kcr2desk.core.gate import name_of
from kcr2desk.core.records import blank_values, wire_values
from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_note import read_request
from kcr2desk.desk.bijstand.request_parts import SAVE, CardKeys, QuickNote
from kcr2desk.desk.bijstand.request_rights import hinders_promising, hinders_writing
from kcr2desk.desk.bijstand.request_state import LINE, REQUEST, whose
from kcr2desk.desk.parts import card_parts
from kcr2desk.desk.parts.form_parts import Choice, region_options
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.notes import read_note
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

COMMITMENT: Final = "commitment"
STATES: Final = ("promised", "en_route", "on_site")
_HOW: Final = ("phone", "mail", "desk", "radio")


class NeighbourCard(Card):
    """From whom, to whom, what, how many, until when, how we know: one changeset of a request of
    kind "neighbour", its line and the commitment that fills it."""

    KIND = "neighbour"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        owner: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, parent=parent)
        self.note = QuickNote()
        self.giver, self.receiver = Choice(), Choice()
        self.resource, self.unit = Choice(), Choice()
        self.quantity = card_parts.number(1, 9999)
        self.until = card_parts.WhenField(now)
        self.state, self.how = kit.KeyChoice(), Choice()
        self.who = card_parts.text(200)
        self.rows = card_parts.Rows()
        self.rows.add("giver", self.giver)
        self.rows.add("receiver", self.receiver)
        self.rows.add("what", self.quantity, self.resource)
        self.rows.add("unit", self.unit)
        self.rows.add("until", self.until)
        self.rows.add("state", self.state)
        self.rows.add("how", self.how)
        self.rows.add("who", self.who)
        kept: dict[str, card_parts.Field] = {
            "note": self.note, "giver": self.giver, "receiver": self.receiver,
            "quantity": self.quantity, "resource": self.resource, "unit": self.unit,
            "until": self.until, "state": self.state, "how": self.how, "who": self.who,
        }  # fmt: skip
        for name, field in kept.items():
            self.keep_field(name, field)
        self.takes = kit.label(tone="muted", wrap=True)
        self.column.addWidget(self.note)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.takes)
        self.column.addStretch(1)
        self.save_action, self.save_button = self.action(
            SAVE, self.record, icon="saved", kind="primary"
        )
        self.foot.addWidget(self.save_button)
        CardKeys(self, [self.save_action])
        self.note.readWanted.connect(self.read_note)
        self.begin()
        self.filling(lambda: self._begin(owner))

    def _begin(self, owner: str) -> None:
        self.how.set_choice("phone")
        self.state.set_value("promised")
        mine = self.me.organisation if self.me.role in OUTSIDE else ""
        self.giver.set_choice(owner or mine)
        self._follow()

    def focus_first(self) -> None:
        """Put the cursor into the line."""
        self.note.setFocus()

    # reading the line

    def read_note(self) -> None:
        """Take what the line says: the first region gives, the second one receives."""
        text = self.note.text()
        said = read_request(text, self.book.types, self.now())
        regions = [c.value for c in read_note(text) if c.kind == "region"]
        if said.says_nothing and not regions:
            self.told.tell(self.tr("Nothing was recognised: two regions, a number, a type."))
            return
        self.told.hide()

        def take() -> None:
            if regions:
                self.giver.set_choice(regions[0])
            if len(regions) > 1:
                self.receiver.set_choice(regions[1])
            for wanted in said.lines[:1]:
                self.resource.set_choice(wanted.resource)
                self.quantity.setValue(wanted.quantity)
            if said.until_at is not None:
                self.until.set_when(said.until_at)
            if said.caller:
                self.who.setText(said.caller)
            self.note.clear()

        self.filling(take)
        self.edited("note")
        self._typed = True
        self.keep_draft()
        lacks = self._lacks()
        (lacks[0] if lacks else self.save_button).setFocus()

    # saving

    def _lacks(self) -> tuple[QWidget, str] | None:
        """The field that has to be filled first, and what to say."""
        if not self.giver.choice():
            return self.giver, self.tr("Say who gives.")
        if not self.receiver.choice():
            return self.receiver, self.tr("Say who receives.")
        if self.giver.choice() == self.receiver.choice():
            return self.receiver, self.tr("Who gives and who receives are the same.")
        if not self.resource.choice():
            return self.resource, self.tr("Say what is given.")
        if self.until.wrong():
            return self.until, self.tr("The time cannot be read.")
        if not self.how.choice():
            return self.how, self.tr("Say how we know.")
        when = self.until.when()
        if when is not None and when <= self.now():
            return self.until, self.tr("The end lies in the past.")
        return None

    def record(self) -> None:
        """Save it whole; what lacks is said."""
        if self.busy or not self.save_action.isEnabled():
            return
        if self.note.text().strip():
            self.read_note()
            if self.note.text().strip():
                return
        lacks = self._lacks()
        if lacks is not None:
            self.told.tell(lacks[1], "attention")
            lacks[0].setFocus()
            return
        request = self.cache.new_id()
        self.save(self.changes(request), lambda _made: self.done.emit(request))

    def changes(self, request: str) -> tuple[Change, ...]:
        """The changes that note it, as one changeset."""
        now, giver, receiver = self.now(), self.giver.choice(), self.receiver.choice()
        resource, quantity = self.resource.choice(), self.quantity.value()
        source, audience = whose(self.me, receiver)
        line = self.cache.new_id()
        until, how = self.until.when(), self.how.choice()
        short = words.resource_short(self.book, resource)
        names = f"{words.owner(self.book, giver)} → {words.owner(self.book, receiver)}"
        told = self.who.text().strip()
        where = name_of(giver) if giver in {r.code for r in places.regions()} else names
        asked = {
            "kind": "neighbour", "status": "in_treatment", "form": "", "priority": "3",
            "title": f"{names}: {quantity} {short}", "region": receiver, "received_at": now,
            "received_by": self.me.display_name or self.me.account, "channel": how,
            "until_at": until, "source": source, "audience": audience | {giver} - {source},
        }  # fmt: skip
        given = {
            "owner": giver, "source": giver, "resource": resource, "quantity": quantity,
            "unit": self.unit.choice(), "request": request, "line": line, "to_region": receiver,
            "from_at": now, "until_at": until, "firmness": "definite", "word": "owner",
            "authority": told or where, "how": how, "decided_at": now,
            "status": self.state.value(), "audience": frozenset({receiver}),
        }  # fmt: skip
        if self.state.value() != "promised":
            moved = "departed_at" if self.state.value() == "en_route" else "arrived_at"
            given[moved] = now
        wanted = {"about": request, "resource": resource, "quantity": quantity}
        return (
            _new(REQUEST, request, asked),
            _new(LINE, line, wanted),
            _new(COMMITMENT, self.cache.new_id(), given),
        )

    # words

    def edited(self, _name: str) -> None:
        """Units and what the board has follow what is chosen."""
        self._follow()

    def say(self) -> None:
        """Set the words."""
        self.title.setText(self.tr("Burenhulp"))
        self.subtitle.setText(self.tr("Arranged between regions, without form; it counts here."))
        self.note.setPlaceholderText(
            self.tr("VR07 gave 2 pelotons to VR06 until 22:00, then Enter")
        )
        self.rows.say(
            {
                "giver": self.tr("From"), "receiver": self.tr("To"), "what": self.tr("What"),
                "unit": self.tr("Unit"), "until": self.tr("Until"), "state": self.tr("It is"),
                "how": self.tr("How we know"), "who": self.tr("Who said so"),
            }
        )  # fmt: skip
        self.state.set_options([kit.Option(s, words.commitment_status(s)) for s in STATES])
        self.how.set_choices([kit.FilterOption(h, words.channel(h)) for h in _HOW])
        self.save_action.setText(self.tr("Save"))

    def refresh(self) -> None:
        """Show the owners and types that there are."""
        mine = self.me.organisation if self.me.role in OUTSIDE else ""
        regions = region_options()
        known = {option.value for option in regions}
        partners = [
            kit.FilterOption(o.code, o.name, o.code)
            for o in sorted(self.book.owners.values(), key=lambda o: (o.order, o.code))
            if o.code not in known and o.kind in ("partner", "")
        ]
        givers = [o for o in (*regions, *partners) if not mine or o.value == mine]
        self.giver.set_choices(givers)
        self.receiver.set_choices(regions)
        types = sorted(self.book.types.values(), key=lambda t: (t.order, t.code))
        self.resource.set_choices(
            [kit.FilterOption(t.code, words.resource_name(t), t.short) for t in types]
        )
        hinders = hinders_writing(self.me, None, "national") or hinders_promising(
            self.me, "national"
        )
        self.save_action.setEnabled(not hinders)
        self.save_action.setToolTip(hinders or self.tr("Save"))
        self._follow()

    def _follow(self) -> None:
        """The units to choose from, and what the giver has by the board."""
        giver, resource = self.giver.choice(), self.resource.choice()
        units = self.book.units(giver, resource) if giver and resource else []
        self.unit.set_choices([kit.FilterOption(u.id, u.name, u.call_sign) for u in units])
        self.rows.show_row("unit", bool(units))
        if not units:
            self.unit.set_choice("")
        self.takes.setText(self._on_the_board(giver, resource))

    def _on_the_board(self, giver: str, resource: str) -> str:
        if not giver or not resource:
            return ""
        limit = self.book.limit(giver, resource)
        who = words.owner(self.book, giver)
        if limit is None:
            return self.tr("The board does not know what {who} has of it.").format(who=who)
        held = sum(hold.quantity for hold in self.book.holds(giver, resource))
        said = self.tr("By the board {who} has {n}, of which {held} promised. Their word counts.")
        return said.format(who=who, n=limit, held=held)


def _new(type_name: str, record: str, fields: dict[str, Any]) -> Change:
    """A new record of Python values. Raises FieldError."""
    known = blank_values(type_name)
    values = wire_values(type_name, fields)
    return Change(type_name, record, How.NEW, {n: v for n, v in values.items() if v != known[n]})
