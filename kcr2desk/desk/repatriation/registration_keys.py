"""Every act of the registration desk, its key and its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kcr2desk.desk import shortcuts
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.registration_form import SECTIONS

if TYPE_CHECKING:
    from kcr2desk.desk.repatriation.registration import RegistrationView

OUTCOMES: Final = (
    ("refused", "F9", "blocked"), ("left", "F12", "sign-out"), ("hospital", "Ctrl+F9", ""),
    ("referred", "Ctrl+F12", ""),
)  # fmt: skip
"""Outcomes that one key says, with its icon."""


class RegistrationKeys(QObject):
    """Actions of the view. Those that do not fit the moment are off, and say so on F1 by that."""

    def __init__(self, view: RegistrationView) -> None:
        super().__init__(view)

        def make(key: str, run: Callable[[], object], icon: str = "") -> QAction:
            return shortcuts.command(view, key, run, icon=icon)

        desk, acts = view.desk, view.acts
        self.save = make("Ctrl+Enter|Ctrl+Return", acts.save, "check")
        self.no_document = make("F8", acts.no_document, "plus")
        self.outcomes = {
            code: make(key, lambda c=code: acts.end(c), icon)  # type: ignore[misc]
            for code, key, icon in OUTCOMES
        }
        self.scan = make("Alt+0", view.focus_first, "search")
        self.group = make("Ctrl+G", acts.turn_group, "people")
        self.aside = make("Esc", acts.set_aside, "wait")
        self.resume = make("Ctrl+D", acts.resume_last, "redo")
        self.drop = make("Ctrl+Shift+Delete", acts.drop, "close")
        self.undo = make("Ctrl+F10", desk.saver.undo, "undo")
        self.back = make("F10", acts.go_back, "chevron-left")
        self.next = make("Ctrl+PgDown", lambda: desk.turn(desk.party.at + 1), "chevron-down")
        self.before = make("Ctrl+PgUp", lambda: desk.turn(desk.party.at - 1), "chevron-up")
        self.print = make("Ctrl+P", acts.print, "print")
        self.hand_over = make("Ctrl+H", acts.hand_over, "send")
        self.card = make("Ctrl+E", acts.show_person, "person")
        self.correct = make("Alt+C", lambda: acts.settle_check(take=True), "check")
        self.right = make("Alt+K", lambda: acts.settle_check(take=False), "check")
        self.same = make("Alt+S", lambda: acts.judge("same"), "link")
        self.different = make("Alt+N", lambda: acts.judge("different"), "close")
        self.later = make("Alt+L", lambda: acts.judge("later"), "clock")
        self.grown = make("Alt+A", acts.not_alone, "people")
        self.only = make("Alt+O", acts.turn_only, "person")
        self.sections = {
            name: make(f"Alt+{place + 1}", lambda n=name: acts.open_section(n))  # type: ignore[misc]
            for place, name in enumerate(SECTIONS)
        }

    def after_saving(self) -> Sequence[QAction]:
        """What can be done with who was registered a moment ago."""
        return (self.back, self.print, self.group, self.undo)

    def allow(self, *, may: bool, in_hand: bool, known: bool, last: bool) -> None:
        """What fits the moment: a sheet in hand, of somebody known, somebody saved before."""
        for action in (self.save, self.aside, self.correct, self.right, self.only, self.grown,
                       *self.sections.values()):  # fmt: skip
            action.setEnabled(may and in_hand)
        for action in (self.no_document, *self.outcomes.values()):
            action.setEnabled(may)
        self.group.setEnabled(may and (in_hand or last))
        self.undo.setEnabled(may and last and not in_hand)
        for action in (self.print, self.card):
            action.setEnabled(known or (last and not in_hand))
        self.hand_over.setEnabled(may and (in_hand or last))
        self.drop.setEnabled(may and in_hand and not known)

    def say(self) -> None:
        """The words, in the language of the screen."""
        self.save.setText(self.tr("Registered"))
        self.no_document.setText(self.tr("No document"))
        said = {
            "refused": self.tr("Refuses registration"),
            "left": self.tr("Left at once"),
            "hospital": self.tr("To hospital"),
            "referred": self.tr("Referred"),
        }
        for code, action in self.outcomes.items():
            action.setText(said[code])
        self.scan.setText(self.tr("To the scan line"))
        self.aside.setText(self.tr("Set aside"))
        self.resume.setText(self.tr("Go on with what was set aside"))
        self.drop.setText(self.tr("Throw this sheet away"))
        self.undo.setText(self.tr("Undo"))
        self.back.setText(self.tr("Open it again"))
        self.next.setText(self.tr("Next of the family"))
        self.before.setText(self.tr("The one before in the family"))
        self.print.setText(self.tr("Wristband"))
        self.hand_over.setText(self.tr("Hand over…"))
        self.card.setText(self.tr("All of this person"))
        self.correct.setText(self.tr("Take the correction"))
        self.right.setText(self.tr("It is right"))
        self.same.setText(self.tr("The same person"))
        self.different.setText(self.tr("Not the same person"))
        self.later.setText(self.tr("Decide later"))
        self.grown.setText(self.tr("No longer alone"))
        self.only.setText(self.tr("For this person only, or for the family"))
        for name, action in self.sections.items():
            action.setText(words.section(name))

    def say_group(self, *, grouped: bool, after: bool, sheets: int) -> None:
        """What the key of the group does now; nothing with who is alone at the desk."""
        self.group.setVisible(after or grouped or sheets > 1)
        if after:
            self.group.setText(self.tr("Next one too"))
        elif grouped:
            self.group.setText(self.tr("New group"))
        else:
            self.group.setText(self.tr("Goes with the one before"))
