"""The card on which a promise is written down, with what the hub will say of it shown meanwhile."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kcr2desk.core.access import OUTSIDE
from kcr2desk.core.bijstand import Commitment, InquiryLine
from kcr2desk.core.errors import sentence
from kcr2desk.core.fields import milliseconds
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import commit_rule, commit_start, commit_words
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.commit_line import PredictionLine
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.card_parts import Rows, WhenField, number, text
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

HOWS = ("phone", "mail", "form", "radio", "desk", "link", "sheet")
CERTAIN = frozenset({"wrong_quantity", "wrong_period", "no_authority"})
"""What is wrong whatever others did meanwhile: it is not saved so."""


class CommitCard(Card):
    """A new commitment for `line` (or an answer `inquiryline`, or relief of the commitment
    `relieves`), or with `commitment` one that is there, to be corrected.

    `done` carries its id. `owner` is filled in where it is known already.
    """

    KIND = "commitment"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        line: str = "",
        inquiryline: str = "",
        relieves: str = "",
        commitment: str = "",
        owner: str = "",
        resource: str = "",
        parent: QWidget | None = None,
    ) -> None:
        about = commitment or inquiryline or (relieves and f"relief/{relieves}") or line or "new"
        super().__init__(feed, cache, work, now=now, me=me, about=about, parent=parent)
        self._before = feed.book.commitment(commitment) if commitment else None
        self._start = self._before or self._begun(line, inquiryline, relieves)
        if me.role in OUTSIDE and self._before is None:
            self._start = commit_start.own_word(self._start, me, now())
        if owner and self._before is None:
            self._start = commit_start.with_owner(self._start, owner)
        if resource and self._before is None:
            self._start = dataclasses.replace(self._start, resource=resource)
        self._sure = False
        self._fields()
        self.filling(self._fill)
        self.begin()

    def _begun(self, line: str, inquiryline: str, relieves: str) -> Commitment:
        book, now, made = self.book, self.now(), self.cache.new_id()
        answer = book.get("inquiryline", inquiryline) if inquiryline else None
        if isinstance(answer, InquiryLine):
            return commit_start.from_answer(book, made, answer, now)
        if relieves:
            before = book.commitment(relieves)
            if before is not None:
                return commit_start.relieving(book, made, before, now)
        asked = book.line(line) if line else None
        if asked is not None:
            return commit_start.for_line(book, made, asked, now)
        return commit_start.blank(made)

    # -- fields ------------------------------------------------------------------------------------

    def _fields(self) -> None:
        self.rows = Rows()
        self.owner, self.resource, self.unit = Choice(), Choice(), Choice()
        self.quantity, self.people = number(0), number(0)
        self.missing = kit.ElidedLabel(role="small", tone="muted")
        self.firmness, self.word, self.how = kit.KeyChoice(), kit.KeyChoice(), Choice()
        self.authority, self.role = text(300), Choice()
        self.decided = WhenField(self.now, ahead=False)
        self.start, self.until = WhenField(self.now), WhenField(self.now)
        self.eta, self.relief = WhenField(self.now), WhenField(self.now)
        self.take_eta = kit.button(kind="link", small=True, run=self.take_estimate)
        self.take_relief = kit.button(kind="link", small=True, run=self.take_relief_time)
        self.commander, self.phone = text(), text(60)
        self.call_signs, self.talk_group = text(500), text(100)
        self.report_to, self.note = text(500), text(2000)
        self.phone.setFixedWidth(144)
        self.how.setFixedWidth(144)
        self.role.setMinimumWidth(120)
        add = self.rows.add
        add("owner", self.owner)
        add("resource", self.resource)
        add("quantity", self.quantity, self.missing)
        add("unit", self.unit)
        add("firmness", self.firmness)
        add("word", self.word)
        add("authority", self.authority, self.how)
        add("role", self.role)
        add("decided", self.decided)
        add("start", self.start)
        add("until", self.until)
        add("eta", self.eta, self.take_eta)
        add("relief", self.relief, self.take_relief)
        add("commander", self.commander, self.phone)
        add("call_signs", self.call_signs)
        add("people", self.people)
        add("talk_group", self.talk_group)
        add("report_to", self.report_to)
        add("note", self.note)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        for name in (
            "owner", "quantity", "resource", "unit", "firmness", "word", "authority", "how", "role",
            "decided", "start", "until", "eta", "relief", "commander", "phone", "call_signs",
            "people", "talk_group", "report_to", "note",
        ):  # fmt: skip
            self.keep_field(name, getattr(self, name))
        self.prediction = PredictionLine()
        self.under.insertWidget(0, self.prediction)
        self.save_action, button = self.action(SAVE, self.save_card, icon="check", kind="primary")
        self.foot.addWidget(button)

    def _fill(self) -> None:
        c = self._start
        self._say_choices()
        self.owner.set_choice(c.owner)
        self.resource.set_choice(c.resource)
        self.quantity.setValue(c.quantity)
        self.people.setValue(c.people or 0)
        self.unit.set_choice(c.unit)
        self.firmness.set_value(c.firmness)
        self.word.set_value(c.word)
        self.how.set_choice(c.how)
        self.role.set_choice(c.authority_role)
        for name in ("authority", "commander", "call_signs", "talk_group", "report_to", "note"):
            getattr(self, name).setText(getattr(c, name))
        self.phone.setText(c.commander_phone)
        for field, when in (
            (self.decided, c.decided_at), (self.start, c.from_at), (self.until, c.until_at),
            (self.eta, c.eta), (self.relief, c.relief_at),
        ):  # fmt: skip
            field.set_region(c.to_region)
            field.set_when(when)
        fixed = self._before is not None
        self.owner.setEnabled(not fixed and self.me.role not in OUTSIDE)
        self.resource.setEnabled(not fixed)

    def wanted(self) -> Commitment:
        """The commitment as it stands on the card."""
        return dataclasses.replace(
            self._start,
            owner=self.owner.choice(),
            source=self.owner.choice(),
            resource=self.resource.choice(),
            quantity=self.quantity.value(),
            unit=self.unit.choice(),
            firmness=self.firmness.value() or "provisional",
            word=self.word.value() or "room",
            authority=self.authority.text().strip(),
            authority_role=self.role.choice(),
            how=self.how.choice(),
            decided_at=self.decided.when(),
            from_at=self.start.when(),
            until_at=self.until.when(),
            eta=self.eta.when(),
            relief_at=self.relief.when(),
            commander=self.commander.text().strip(),
            commander_phone=self.phone.text().strip(),
            call_signs=self.call_signs.text().strip(),
            people=self.people.value() or None,
            talk_group=self.talk_group.text().strip(),
            report_to=self.report_to.text().strip(),
            note=self.note.text().strip(),
        )

    def focus_first(self) -> None:
        """On the owner while nobody is chosen, else on the number."""
        first: QWidget = self.quantity if self.owner.choice() else self.owner
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is shown -----------------------------------------------------------------------------

    def edited(self, name: str) -> None:
        """The officer changed a field: others may follow."""
        self._sure = False
        if name == "unit" and self.unit.choice():
            self.filling(self._take_unit)
        if name == "word" and self.decided.when() is None:
            self.filling(lambda: self.decided.set_when(self.now()))
        self.refresh()

    def _take_unit(self) -> None:
        """A named unit brings its number, its call sign and its people."""
        unit = next((u for u in self.book.units() if u.id == self.unit.choice()), None)
        if unit is None:
            return
        self.quantity.setValue(1)
        if unit.call_sign and not self.call_signs.text():
            self.call_signs.setText(unit.call_sign)
        if unit.people and not self.people.value():
            self.people.setValue(unit.people)

    def refresh(self) -> None:
        """Show what the board, the request and the hub's rules say of what stands here."""
        book, now, wanted = self.book, self.now(), self.wanted()
        self._say_head(wanted)
        choices = commit_rule.unit_choices(book, wanted) if wanted.owner else []
        self.unit.set_choices([commit_words.unit_option(book, each, now) for each in choices])
        self.rows.show_row("unit", bool(choices) or bool(wanted.unit))
        self.rows.show_row("resource", len(self._resources()) != 1 or self._start.line == "")
        own = wanted.word == "owner"
        for row in ("authority", "role", "decided"):
            self.rows.show_row(row, own or bool(wanted.authority))
        eta = commit_start.estimate(book, wanted, now) if wanted.owner else None
        self._offer(self.take_eta, self.eta, eta)
        self._offer(self.take_relief, self.relief, commit_start.relief_after(book, wanted))
        self.prediction.setVisible(bool(wanted.owner and wanted.resource))
        if wanted.owner and wanted.resource:
            told = commit_rule.predict(book, wanted)
            self.prediction.show_said(commit_words.said(book, wanted, told, now))
        line = book.line(wanted.line) if wanted.line else None
        if line is not None:
            fill = book.fill(line.id)
            said = self.tr("{missing} of {wanted} still missing")
            said = said.replace("{missing}", str(fill.missing)).replace(
                "{wanted}", str(fill.wanted)
            )
            self.missing.setText(said)
        else:
            self.missing.setText("")

    def _offer(self, taker: QWidget, field: WhenField, when: datetime | None) -> None:
        taker.setVisible(when is not None and field.when() != when)
        if when is not None:
            said = self.tr("estimate {time}: take it") if field is self.eta else ""
            said = said or self.tr("after {time}: take it")
            taker.setText(said.replace("{time}", texts.moment(when, self.now())))  # type: ignore[attr-defined]

    def take_estimate(self) -> None:
        """Take the estimate over as the expected time on site."""
        self.eta.set_when(commit_start.estimate(self.book, self.wanted(), self.now()))
        self._edit("eta")

    def take_relief_time(self) -> None:
        """Take over when people of this type must be relieved."""
        self.relief.set_when(commit_start.relief_after(self.book, self.wanted()))
        self._edit("relief")

    # -- saving ------------------------------------------------------------------------------------

    def save_card(self) -> None:
        """Save, or say what is missing. What the hub would refuse is asked for once more: our
        numbers may be old."""
        wanted = self.wanted()
        if self.busy or not self._complete(wanted):
            return
        told = commit_rule.predict(self.book, wanted)
        if told.code in CERTAIN:
            self.told.tell(sentence(told.code, words.language()), "attention")
            field = {"wrong_period": self.until, "no_authority": self.authority}.get(told.code)
            (field or self.quantity).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if told.code and not self._sure:
            self._sure = True
            self.told.tell(
                self.tr("As far as this desk knows the hub will refuse this."),
                "urgent",
                [(self.tr("Save anyway"), self.save_card)],
            )
            return
        by, at = self.me.account, milliseconds(self.now())
        if self._before is not None:
            before = self.book.commitment(self._before.id) or self._before
            changes = commit_rule.change_changes(self.book, before, wanted, now=at, by=by)
        else:
            changes = commit_rule.promise_changes(self.book, wanted, now=at, by=by)
        if not changes:
            self.leave()
            return
        self.save(changes, lambda _: self.done.emit(wanted.id))

    def _complete(self, wanted: Commitment) -> bool:
        for field, there, said in (
            (self.owner, wanted.owner, self.tr("Choose who gives it.")),
            (self.resource, wanted.resource, self.tr("Choose what is given.")),
        ):
            if not there:
                self.told.tell(said, "attention")
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        for when in (self.start, self.until, self.eta, self.relief, self.decided):
            if when.wrong():
                self.told.tell(self.tr("This is not a time."), "attention")
                when.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    # -- words -------------------------------------------------------------------------------------

    def _resources(self) -> list[str]:
        line = self.book.line(self._start.line) if self._start.line else None
        if line is None:
            return sorted(self.book.types, key=lambda code: words.resource(self.book, code))
        first = [line.resource, *sorted(line.alternatives)]
        extra = [self._start.resource] if self._start.resource not in first else []
        return [*first, *extra]

    def _say_choices(self) -> None:
        book = self.book
        givers = [o for o in book.owners.values() if o.kind != "hub"]
        self.owner.set_choices(
            [
                kit.FilterOption(o.code, words.owner(book, o.code), o.name)
                for o in sorted(givers, key=lambda o: (o.order, o.code))
            ]
        )
        self.resource.set_choices(
            [kit.FilterOption(code, words.resource(book, code)) for code in self._resources()]
        )
        self.role.set_choices(words.roles())
        self.how.set_choices(words.hows(HOWS))
        self.firmness.set_options(
            [
                kit.Option("provisional", self.tr("Provisional"), "p", "attention", "question"),
                kit.Option("definite", self.tr("Definite"), "d", "good", "check"),
            ]
        )
        self.word.set_options(
            [
                kit.Option("room", self.tr("KCR2's, to be confirmed"), "k"),
                kit.Option("owner", self.tr("The region's own"), "r"),
            ]
        )

    def _say_head(self, wanted: Commitment) -> None:
        book = self.book
        if self._before is not None:
            title = self.tr("Correct {what}")
            title = title.replace("{what}", self._before.number or self.tr("the commitment"))
        elif wanted.relieves:
            before = book.commitment(wanted.relieves)
            title = self.tr("Relief of {what}")
            title = title.replace("{what}", words.gift(book, before) if before else "?")
        else:
            title = self.tr("Commitment")
        self.title.setText(title)
        request = book.request(wanted.request)
        parts = [words.owner(book, wanted.to_region) if wanted.to_region else ""]
        parts += [request.number, request.title] if request is not None else []
        self.subtitle.setText(" · ".join(part for part in parts if part))

    def say(self) -> None:
        """All words."""
        self.filling(self._say_choices)
        self.rows.say(
            {
                "owner": self.tr("From"),
                "resource": self.tr("What"),
                "quantity": self.tr("How many"),
                "unit": self.tr("Unit"),
                "firmness": self.tr("How firm"),
                "word": self.tr("Whose word"),
                "authority": self.tr("Decided by"),
                "role": self.tr("In which office"),
                "decided": self.tr("Decided at"),
                "start": self.tr("From when"),
                "until": self.tr("Until"),
                "eta": self.tr("On site at"),
                "relief": self.tr("Relief at"),
                "commander": self.tr("Commander"),
                "call_signs": self.tr("Call signs"),
                "people": self.tr("People"),
                "talk_group": self.tr("Talk group"),
                "report_to": self.tr("Report to"),
                "note": self.tr("Note"),
            }
        )
        self.phone.setPlaceholderText(self.tr("phone"))
        self.authority.setPlaceholderText(self.tr("name of who decided"))
        self.save_action.setText(self.tr("Save the commitment"))
