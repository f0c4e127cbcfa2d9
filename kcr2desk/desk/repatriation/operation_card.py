"""The card of an operation: what it says of itself, until when, and who may enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kcr2desk.core.making import altering
from kcr2desk.core.repatriation.opening import ends_at, letting_in
from kcr2desk.core.repatriation.operation import MEMBER_ROLES, Member, operation_of
from kcr2desk.core.text import name_key
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts.card_parts import beside, text
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import SAVE, HallCard
from kcr2desk.desk.repatriation.operation_fields import OperationFields, left_words

translate = texts.translate


def role_words() -> dict[str, str]:
    """The roles of members in words."""
    return {
        "lead": translate("OperationCard", "Hall lead"),
        "registrar": translate("OperationCard", "Registrar"),
        "medical": translate("OperationCard", "Medical"),
    }


class OperationCard(HallCard):
    """An operation and its members. Only its lead changes them; others read."""

    noticeWanted = Signal()

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall, about=operation_of(hall.stream))
        self.held = hall.book.operation
        self.term = kit.label(tone="muted", wrap=True)
        self.fields = OperationFields()
        if self.held is not None:
            self.fields.show_operation(self.held)
        self.people_title = kit.SectionHeader()
        self.people = MemberTable()
        self.account, self.role = text(64), Choice()
        self.add_action, add = self.action("Ctrl+L", self.let_in, icon="plus")
        self.role.setFixedWidth(150)
        self.column.addWidget(self.term)
        self.column.addWidget(self.people_title)
        self.column.addWidget(self.people)
        self.adding = beside(self.account, self.role, add)
        self.column.addWidget(self.adding)
        self.column.addWidget(self.fields)
        self.column.addStretch(1)
        self.save_action, save = self.action(SAVE, self.take, kind="primary")
        self.notice_action, notice = self.action("Ctrl+P", self.notice, icon="print")
        self.close_action, end = self.action("Ctrl+Shift+K", self.close_operation, icon="lock")
        for button in (save, notice, end):
            self.foot.addWidget(button)
        self.people.outWanted.connect(self.let_out)
        self.account.returnPressed.connect(self.let_in)
        self.begin()

    def focus_first(self) -> None:
        first = self.account if self.is_lead else self
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_lead(self) -> bool:
        """Whether this officer may change it."""
        return self.hall.role == "lead"

    def say(self) -> None:
        self.subtitle.setText(
            self.tr("You are its lead.") if self.is_lead else self.tr("Only its lead changes it.")
        )
        self.save_action.setText(self.tr("Save"))
        self.notice_action.setText(self.tr("Privacy notice…"))
        self.add_action.setText(self.tr("Let in"))
        self.account.setPlaceholderText(self.tr("account, such as jansen"))
        self.account.setAccessibleName(self.tr("Account to let in"))
        self.people_title.set_texts(self.tr("Who may enter"), "")
        chosen = self.role.choice() or "registrar"
        self.role.set_options([kit.FilterOption(r, role_words()[r]) for r in MEMBER_ROLES])
        self.role.set_choice(chosen)
        self.fields.say()

    def refresh(self) -> None:
        operation, lead = self.book.operation, self.is_lead
        if operation is None:
            return
        self.title.setText(operation.title)
        closed = operation.status == "closed"
        words = left_words(ends_at(operation), self.now())
        ended = self.tr("Closed.")
        self.term.setText(f"{ended} {words}" if closed else words)
        self.people.show_members(self.book.members, self.me.account, may=lead)
        self.close_action.setText(
            self.tr("Open again") if closed else self.tr("Close the operation")
        )
        self.adding.setVisible(lead)
        self.fields.setEnabled(lead)
        for action in (self.save_action, self.add_action, self.close_action):
            action.setEnabled(lead)

    def let_in(self) -> None:
        """Let an account in, or give it another role."""
        account = self.account.text().strip()
        if not account or self.busy:
            return
        role = self.role.choice() or "registrar"
        key = name_key(account)
        before = next((m for m in self.book.members if name_key(m.account) == key), None)
        change = (
            letting_in(operation_of(self.stream), account, role)
            if before is None
            else altering(before, {"role": role})
        )
        self.account.clear()
        if change is None:
            return
        said = self.tr("{account} may enter as soon as the hub knows.")
        self.write(
            lambda: self.cache.save(self.stream, [change]),
            lambda _: self.told.tell(said.format(account=account), "good"),
        )

    def let_out(self, member: str) -> None:
        """Let somebody in no more: the operation leaves the workstation of that account."""
        if not self.busy:
            self.write(lambda: self.cache.remove("member", member))

    def take(self) -> None:
        """Save what stands in the fields."""
        held, trouble = self.held, self.fields.trouble()
        if held is None or self.busy:
            return
        said = self.fields.said()
        longer = said["retention_days"] > held.retention_days
        if not trouble and longer and said["retention_reason"] == held.retention_reason:
            trouble = self.tr("Say why people are kept longer.")
        if trouble:
            self.told.tell(trouble, "attention")
            return
        change = altering(held, said)
        if change is None:
            self.leave()
        else:
            self.save([change], lambda _: self.leave())

    def close_operation(self) -> None:
        """Close it, or open it again: nobody arrives any more; the term goes on."""
        operation = self.book.operation
        if operation is None or self.busy:
            return
        closed = operation.status == "closed"
        to = {"status": "open" if closed else "closed", "closed_at": None if closed else self.now()}
        change = altering(operation, to)
        if change is not None:
            self.write(lambda: self.cache.save(self.stream, [change]))

    def notice(self) -> None:
        """The privacy text, to show and to print."""
        self.noticeWanted.emit()


class MemberTable(QWidget):
    """Who may enter, a row each, with a way out for all but the officer."""

    outWanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self._shown: tuple[object, ...] = ()

    def show_members(self, members: list[Member], me: str, *, may: bool) -> None:
        """Show them; the officer's own row has no way out."""
        shown = (tuple((m.id, m.account, m.role) for m in members), may, role_words()["lead"])
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        words = role_words()
        for row, member in enumerate(sorted(members, key=lambda m: (m.role, m.account))):
            self._grid.setRowMinimumHeight(row, theme.CONTROL_HEIGHT)
            self._grid.addWidget(kit.label(member.account), row, 0)
            self._grid.addWidget(kit.label(words[member.role], tone="muted"), row, 1)
            if may and name_key(member.account) != name_key(me):
                out = kit.button(
                    kind="quiet", icon="close", small=True,
                    run=partial(self.outWanted.emit, member.id),
                )  # fmt: skip
                said = translate("OperationCard", "Let {account} in no more")
                out.setToolTip(said.format(account=member.account))
                out.setAccessibleName(out.toolTip())
                self._grid.addWidget(out, row, 3)
