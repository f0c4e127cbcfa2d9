"""Steps of a request and the end of a line, each with its reason.

*Unable to fill*, *withdrawn*, *replaced* and *cancelled* stay apart, or figures of shortage lie.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from kcr2desk.core.access import OUTSIDE
from kcr2desk.core.bijstand import ENDED, HOLDING, REQUEST_STEPS
from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_parts import SAVE, CardKeys, GrowingText
from kcr2desk.desk.bijstand.request_rights import hinders_writing
from kcr2desk.desk.bijstand.request_state import LINE, REQUEST
from kcr2desk.desk.parts import card_parts
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

WANT_REASON: Final = frozenset(
    {"returned", "refused", "withdrawn", "cancelled", "unable", "replaced"}
)
"""Statuses that are not set without a reason."""

OF_OUTSIDE: Final = frozenset({"submitted", "withdrawn", "cancelled"})
"""Statuses that whose request it is sets; the others are the room's."""

GONE: Final = frozenset({"returned", "withdrawn", "cancelled", "replaced"})


class StatusCard(Card):
    """The next status of a request, with why."""

    KIND = "status"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        request: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=request, parent=parent)
        self.status, self.by = Choice(), Choice()
        self.why = GrowingText()
        self.rows = card_parts.Rows()
        for key, field in (("status", self.status), ("by", self.by), ("why", self.why)):
            self.rows.add(key, field)
            self.keep_field(key, field)
        self.running = kit.label(tone="attention", wrap=True)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.running)
        self.column.addStretch(1)
        self.save_action, self.save_button = self.action(
            SAVE, self.record, icon="saved", kind="primary"
        )
        self.foot.addWidget(self.save_button)
        CardKeys(self, [self.save_action])
        self.begin()

    def focus_first(self) -> None:
        """Put the focus on the status."""
        self.status.setFocus()

    def steps(self) -> list[str]:
        """The statuses that may follow now, for this officer."""
        request = self.book.request(self.about)
        steps = () if request is None else REQUEST_STEPS.get(request.status, ())
        return [s for s in steps if self.me.role not in OUTSIDE or s in OF_OUTSIDE]

    def record(self) -> None:
        """Set the status; a reason that lacks is asked for."""
        status, why = self.status.choice(), self.why.toPlainText().strip()
        if self.busy or not self.save_action.isEnabled():
            return
        if not status:
            self.told.tell(self.tr("Choose the status."), "attention")
            return
        if status in WANT_REASON and not why:
            self.told.tell(self.tr("Say why; it is told with the figures."), "attention")
            self.why.setFocus()
            return
        if status == "replaced" and not self.by.choice():
            self.told.tell(self.tr("Say by which request it is replaced."), "attention")
            self.by.setFocus()
            return
        fields: dict[str, Any] = {"status": status, "status_reason": why[:1000]}
        if status == "replaced":
            fields["replaced_by"] = self.by.choice()
        record, draft = self.about, self._draft
        self._typed = False
        self.write(
            lambda: self.cache.edit(REQUEST, record, fields, draft=draft),
            lambda _made: self.done.emit(record),
        )

    def edited(self, _name: str) -> None:
        """What is asked follows the status."""
        self._follow()

    def say(self) -> None:
        """Set the words."""
        self.rows.say(
            {"status": self.tr("Status"), "by": self.tr("Replaced by"), "why": self.tr("Why")}
        )
        self.save_action.setText(self.tr("Set the status"))

    def refresh(self) -> None:
        """Show how the request stands."""
        request = self.book.request(self.about)
        if request is None:
            return
        said = self.tr("{number} is {status}")
        number = request.number or request.title
        self.title.setText(said.format(number=number, status=words.status(request.status)))
        self.subtitle.setText(request.title)
        self.status.set_choices([kit.FilterOption(s, words.status(s)) for s in self.steps()])
        others = [r for r in reversed(self.book.requests) if r.id != self.about]
        self.by.set_choices([kit.FilterOption(r.id, r.title, r.number) for r in others])
        hinders = hinders_writing(self.me, request, request.stream)
        self.save_action.setEnabled(not hinders)
        self.save_action.setToolTip(hinders or self.tr("Set the status"))
        self._follow()

    def _follow(self) -> None:
        status = self.status.choice()
        self.rows.show_row("by", status == "replaced")
        running = [
            c for c in self.book.commitments(request=self.about)
            if c.status in HOLDING and c.status not in GONE
        ]  # fmt: skip
        ends = status not in ("", "submitted", "in_treatment", "returned")
        said = self.tr("%n commitment(s) still run: end each of them too.", "", len(running))
        self.running.setText(said)
        self.running.setVisible(ends and bool(running))


class LineEndCard(Card):
    """How one line of a request ended without being filled whole, with why; or that it did not."""

    KIND = "line_end"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        line: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=line, parent=parent)
        self.ended = Choice()
        self.by = Choice()
        self.why = GrowingText()
        self.rows = card_parts.Rows()
        for key, field in (("ended", self.ended), ("by", self.by), ("why", self.why)):
            self.rows.add(key, field)
            self.keep_field(key, field)
        self.meaning = kit.label(role="small", tone="muted", wrap=True)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.meaning)
        self.column.addStretch(1)
        self.save_action, self.save_button = self.action(
            SAVE, self.record, icon="saved", kind="primary"
        )
        self.again_action, self.again_button = self.action("F8", self.open_again, icon="undo")
        self.foot.addWidget(self.save_button)
        self.foot.addWidget(self.again_button)
        CardKeys(self, [self.save_action, self.again_action])
        self.begin()

    def focus_first(self) -> None:
        """Put the focus on how it ended."""
        self.ended.setFocus()

    def record(self) -> None:
        """End the line; a reason that lacks is asked for."""
        ended, why = self.ended.choice(), self.why.toPlainText().strip()
        if self.busy or not self.save_action.isEnabled():
            return
        if not ended:
            self.told.tell(self.tr("Choose how it ended."), "attention")
            return
        if not why:
            self.told.tell(self.tr("Say why; it is told with the figures."), "attention")
            self.why.setFocus()
            return
        if ended == "replaced" and not self.by.choice():
            self.told.tell(self.tr("Say by which line it is replaced."), "attention")
            self.by.setFocus()
            return
        by = self.by.choice() if ended == "replaced" else ""
        self._write({"ended": ended, "ended_why": why[:1000], "replaced_by": by})

    def open_again(self) -> None:
        """The line is wanted after all."""
        if not self.busy and self.again_action.isEnabled():
            self._write({"ended": "", "ended_why": "", "replaced_by": ""})

    def _write(self, fields: dict[str, Any]) -> None:
        record, draft = self.about, self._draft
        self._typed = False
        self.write(
            lambda: self.cache.edit(LINE, record, fields, draft=draft),
            lambda _made: self.done.emit(record),
        )

    def edited(self, _name: str) -> None:
        """What is asked follows how it ended."""
        self._follow()

    def say(self) -> None:
        """Set the words."""
        self.ended.set_choices([kit.FilterOption(e, words.ended(e)) for e in ENDED if e])
        self.rows.say(
            {"ended": self.tr("The line is"), "by": self.tr("Replaced by"), "why": self.tr("Why")}
        )
        self.save_action.setText(self.tr("End the line"))
        self.again_action.setText(self.tr("Wanted after all"))

    def refresh(self) -> None:
        """Show the line."""
        line = self.book.line(self.about)
        if line is None:
            return
        request = self.book.request(line.about)
        what = f"{line.quantity} × {words.resource(self.book, line.resource)}"
        self.title.setText(self.tr("End the line {what}").format(what=what))
        self.subtitle.setText("" if request is None else f"{request.number} {request.title}")
        others = [each for each in self.book.lines(line.about) if each.id != line.id]
        self.by.set_choices(
            [
                kit.FilterOption(e.id, f"{e.quantity} × {words.resource(self.book, e.resource)}")
                for e in others
            ]
        )
        stream = line.stream
        hinders = "" if request is None else hinders_writing(self.me, request, stream)
        self.save_action.setEnabled(not hinders)
        self.save_action.setToolTip(hinders or self.tr("End the line"))
        self.again_action.setEnabled(bool(line.ended) and not hinders)
        reason = hinders or ("" if line.ended else self.tr("The line is still wanted."))
        self.again_action.setToolTip(reason or self.tr("Wanted after all"))
        self._follow()

    def _follow(self) -> None:
        ended = self.ended.choice()
        self.rows.show_row("by", ended == "replaced")
        says = {
            "unable": self.tr("Nobody can supply it: it counts as a shortage."),
            "withdrawn": self.tr("Who asked does not ask it any more: no shortage."),
            "replaced": self.tr("Another line stands in its place: counted there."),
            "cancelled": self.tr("It is not needed any more: no shortage."),
        }
        self.meaning.setText(says.get(ended, ""))
