"""The judgement of a request, recorded: KCR2 decides nothing, whoever decided is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kcr2desk.core.bijstand import REQUEST_STEPS, AssistanceRequest
from kcr2desk.core.gate import name_of
from kcr2desk.desk import kit, shortcuts, texts
from kcr2desk.desk.bijstand import request_rows
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_parts import SAVE, CardKeys, GrowingText
from kcr2desk.desk.bijstand.request_rights import hinders_judging
from kcr2desk.desk.bijstand.request_state import REQUEST
from kcr2desk.desk.parts import card_parts
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

JUDGEMENTS: Final = ("agreed", "returned", "refused")
_STATUS: Final = {"agreed": "in_treatment", "returned": "returned", "refused": "refused"}
"""What a judgement makes of the status of its request."""

translate = words.translate


class JudgeCard(Card):
    """Agreed on behalf of whom under which mandate, returned incomplete, or refused; then the
    notice to the applicant, to copy and to note as told."""

    KIND = "judge"

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
        self.choice = kit.KeyChoice()
        self.behalf, self.mandate = card_parts.text(300), card_parts.text(300)
        self.why = GrowingText()
        self.rows = card_parts.Rows()
        for key, field in (("judgement", self.choice), ("judged_for", self.behalf),
                           ("judged_mandate", self.mandate), ("judged_why", self.why)):  # fmt: skip
            self.rows.add(key, field)
            self.keep_field(key, field)
        self.notice_head = kit.SectionHeader()
        self.notice = QPlainTextEdit()
        self.notice.setMinimumHeight(190)
        self._own_notice = False
        self.notice.textChanged.connect(self._notice_edited)
        self.column.addWidget(self.rows)
        self.column.addWidget(kit.rule())
        self.column.addWidget(self.notice_head)
        self.column.addWidget(self.notice, 1)
        self.save_action, self.save_button = self.action(
            SAVE, self.record, icon="saved", kind="primary"
        )
        self.copy_action, self.told_action = (
            shortcuts.command(self, key, run, icon=icon)
            for key, run, icon in (
                ("F8", self.copy_notice, "copy"),
                ("F9", self.mark_told, "check"),
            )
        )
        self.copy_button = kit.action_button(self.copy_action)
        self.told_button = kit.action_button(self.told_action)
        for button in (self.save_button, self.copy_button, self.told_button):
            self.foot.addWidget(button)
        CardKeys(self, [self.save_action, self.copy_action, self.told_action])
        self.filling(self._fill)
        self.begin()

    @property
    def request(self) -> AssistanceRequest | None:
        """The request that is judged."""
        return self.book.request(self.about)

    def focus_first(self) -> None:
        """Put the focus on the choice."""
        self.choice.setFocus()

    def _fill(self) -> None:
        request = self.request
        if request is None:
            return
        self.choice.set_value(request.judgement)
        self.behalf.setText(request.judged_for or self._addressee(request))
        self.mandate.setText(request.judged_mandate)
        self.why.setPlainText(request.judged_why)

    def _addressee(self, request: AssistanceRequest) -> str:
        """To whom the table says that the request is addressed: on whose behalf it is judged."""
        found = request_rows.verdicts_of(self.book, request, self.now())
        return next((v.rule.addressee for v in found if v.rule and v.rule.addressee), "")[:300]

    # recording

    def record(self) -> None:
        """Record the judgement; what lacks is said."""
        request, said = self.request, self.choice.value()
        if request is None or self.busy or not self.save_action.isEnabled():
            return
        why = self.why.toPlainText().strip()
        lacks = self._lacks(said, why)
        if lacks:
            self.told.tell(lacks, "attention")
            return
        fields: dict[str, Any] = {
            "judgement": said,
            "judged_by": self.me.display_name or self.me.account,
            "judged_for": self.behalf.text().strip(),
            "judged_mandate": self.mandate.text().strip(),
            "judged_at": self.now(),
            "judged_why": why,
            "notified_at": None,
        }
        status = _STATUS[said]
        if status != request.status and status in REQUEST_STEPS.get(request.status, ()):
            fields["status"] = status
            fields["status_reason"] = "" if said == "agreed" else why[:1000]
        record, draft = request.id, self._draft
        self._typed = False
        self.write(lambda: self.cache.edit(REQUEST, record, fields, draft=draft), self._recorded)

    def _lacks(self, said: str, why: str) -> str:
        if not said:
            return self.tr("Choose what was judged.")
        if not self.behalf.text().strip():
            self.behalf.setFocus()
            return self.tr("Say on whose behalf: KCR2 decides nothing by itself.")
        if said == "agreed" and not self.mandate.text().strip():
            self.mandate.setFocus()
            return self.tr("Say under which mandate it was agreed.")
        if said != "agreed" and not why:
            self.why.setFocus()
            return self.tr("Say what lacks, or why: the applicant is told this.")
        return ""

    def _recorded(self, _changeset: object) -> None:
        self.told.tell(self.tr("Recorded. Now tell the applicant."), "good")
        self.copy_button.setFocus()

    # the notice

    def copy_notice(self) -> None:
        """Put the notice on the clipboard."""
        self.copy(self.notice.toPlainText(), self.tr("The notice is on the clipboard."))

    def mark_told(self) -> None:
        """Note that the applicant was told now."""
        request = self.request
        if request is None or not request.judgement or self.busy:
            return
        record, now = request.id, self.now()
        self.write(
            lambda: self.cache.edit(REQUEST, record, {"notified_at": now}),
            lambda _made: self.done.emit(record),
        )

    # words

    def edited(self, _name: str) -> None:
        """The notice follows what is typed."""
        self._say_notice()

    def say(self) -> None:
        """Set the words."""
        names = {"agreed": self.tr("agreed"), "returned": self.tr("incomplete"),
                 "refused": self.tr("refused")}  # fmt: skip
        tones = {"agreed": "good", "returned": "attention", "refused": "attention"}  # fmt: skip
        self.choice.set_options(
            [
                kit.Option(each, names[each], str(n), tones[each])
                for n, each in enumerate(JUDGEMENTS, start=1)
            ]
        )
        self.rows.say(
            {
                "judgement": self.tr("Judgement"),
                "judged_for": self.tr("On behalf of"),
                "judged_mandate": self.tr("Mandate"),
                "judged_why": self.tr("What lacks, or why"),
            }
        )
        self.save_action.setText(self.tr("Record"))
        self.copy_action.setText(self.tr("Copy the notice"))
        self.told_action.setText(self.tr("Applicant told"))

    def refresh(self) -> None:
        """Show how the request stands."""
        request = self.request
        if request is None:
            return
        self.title.setText(self.tr("Judgement of {number}").format(number=request.number))
        self.subtitle.setText(request.title)
        hinders = hinders_judging(self.me, request.stream)
        self.save_action.setEnabled(not hinders)
        self.save_action.setToolTip(hinders or self.tr("Record"))
        untold = bool(request.judgement) and request.notified_at is None and not hinders
        self.told_action.setEnabled(untold)
        self.told_action.setToolTip(self._why_not_told(request) if not untold else "")
        remark = ""
        if request.notified_at is not None:
            time = texts.moment(request.notified_at, self.now())
            remark = self.tr("told {time}").format(time=time)
        self.notice_head.set_texts(self.tr("Notice to the applicant"), remark)
        self._say_notice()

    def _why_not_told(self, request: AssistanceRequest) -> str:
        if not request.judgement:
            return self.tr("Record the judgement first.")
        return self.tr("The applicant was told already.")

    def _notice_edited(self) -> None:
        """A notice that the officer wrote on is the officer's: it follows nothing any more."""
        if not self._filling:
            self._own_notice = bool(self.notice.toPlainText().strip())

    def _say_notice(self) -> None:
        request = self.request
        if request is not None and not self._own_notice:
            said, behalf = self.choice.value(), self.behalf.text().strip()
            mandate, why = self.mandate.text().strip(), self.why.toPlainText().strip()
            by, now = self.me.display_name, self.now()
            text = notice(request, said, behalf, mandate, why, by, now)
            self.filling(lambda: self.notice.setPlainText(text))


def notice(
    request: AssistanceRequest,
    judgement: str,
    behalf: str,
    mandate: str,
    why: str,
    by: str,
    now: datetime,
) -> str:
    """The text by which the applicant is told, ready to send; "" while nothing was judged."""
    if not judgement:
        return ""
    received = "" if request.received_at is None else texts.moment_full(
        request.received_at, request.region)  # fmt: skip
    lines = [
        translate("Notice", "To: {who}").format(
            who=", ".join(p for p in (request.requester, name_of(request.region)) if p)
        ),
        translate("Notice", "About: request for assistance {number}, {title}").format(
            number=request.number, title=request.title
        ),
        "",
        translate("Notice", "Your request of {time} was judged on {now}.").format(
            time=received, now=texts.moment_full(now, request.region)
        ),
    ]
    if judgement == "agreed":
        said = translate("Notice", "It is agreed, on behalf of {who}, under the mandate {mandate}.")
        lines.append(said.format(who=behalf or "…", mandate=mandate or "…"))
        lines.append(
            translate("Notice", "KCR2 asks the regions; you hear who comes as soon as it is known.")
        )
    elif judgement == "returned":
        lines.append(translate("Notice", "It is not complete yet. What lacks:"))
        lines.append(why or "…")
        lines.append(translate("Notice", "Help that is under way goes on. Please complete it."))
    else:
        said = translate("Notice", "It is refused, on behalf of {who}, for these reasons:")
        lines += [said.format(who=behalf or "…"), why or "…"]
    lines += ["", "KCR2" + (f", {by}" if by else "")]
    return "\n".join(lines)
