"""The row of buttons under a report: what can be done with it now, by names of the panel's keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kcr2desk.core.access import ROLES
from kcr2desk.desk import icons, kit, texts, theme
from kcr2desk.desk.kit.flow import FlowLayout
from kcr2desk.desk.reports.shown import ReportShown, text_of

if TYPE_CHECKING:
    from kcr2desk.store.identity import Identity

KEYS: Final = {
    "acknowledge": "A", "mine": "M", "grade": "G", "incident": "I", "step": "S", "edit": "E",
    "request": "R",
}  # fmt: skip
"""The buttons in their order, with the key that the panel gives each."""
ICONS: Final = {
    "acknowledge": "bell", "mine": "person", "grade": "grade", "incident": "incident",
    "step": "chevron-right", "edit": "edit", "request": "people",
}  # fmt: skip


def may_request(me: Identity) -> bool:
    """Whether this officer may make a request for assistance of a report."""
    role = ROLES.get(me.role)
    types = frozenset() if role is None else role.appends.get("national", frozenset())
    return "assistancerequest" in types


def names_for(data: ReportShown, me: Identity) -> tuple[str, ...]:
    """The actions that work on this report for this officer; the first is the one to do next."""
    if not data.editable or data.values.get("removed") is True:
        return ()
    urgent = data.values.get("urgent") is True and data.superseded is None
    acknowledge = urgent and not text_of(data.values, "acknowledged_by")
    owner, status = text_of(data.values, "owner"), text_of(data.values, "status")
    names = ["acknowledge"] if acknowledge else []
    if owner != me.account and status != "closed":
        names.append("mine")
    if status != "closed":
        names.append("step")
    names += ["grade", "incident", "edit"]
    if may_request(me):
        names.append("request")
    return tuple(names)


class ActionRow(QWidget):
    """Buttons in a row, in a second one where it is narrow: a letter alone says nothing at night.
    Away when nothing can be done."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(self)
        row.setContentsMargins(0, theme.XS, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for name in KEYS:
            made = kit.button(icon=ICONS[name], run=partial(self.wanted.emit, name))
            self._buttons[name] = made
            row.addWidget(made)
        texts.OnLanguage(self, self._say)

    def show_for(self, data: ReportShown, me: Identity) -> None:
        """Offer what can be done with a report."""
        names = names_for(data, me)
        for name, made in self._buttons.items():
            made.setVisible(name in names)
            first = bool(names) and name == names[0] and name in ("acknowledge", "mine")
            _show_kind(made, "primary" if first else "quiet", ICONS[name])
        self.setVisible(bool(names))

    def offered(self) -> list[str]:
        """The names of the buttons in sight."""
        return [name for name, made in self._buttons.items() if made.isVisibleTo(self)]

    def button(self, name: str) -> QPushButton:
        """A button by its name. Raises KeyError."""
        return self._buttons[name]

    def _say(self) -> None:
        says = {
            "acknowledge": self.tr("Acknowledge"),
            "mine": self.tr("Take it"),
            "grade": self.tr("Grade"),
            "incident": self.tr("Incident"),
            "step": self.tr("Step further"),
            "edit": self.tr("Change"),
            "request": self.tr("Request"),
        }
        for name, made in self._buttons.items():
            made.setText(says[name])
            made.setToolTip(f"{says[name]} · {KEYS[name]}")


def _show_kind(made: QPushButton, kind: str, icon: str) -> None:
    """Make a button the one to press, or one of the others."""
    if made.property("kind") != kind:
        made.setProperty("kind", kind)
        icons.dress(made, icon, "on_accent" if kind == "primary" else "muted")
        made.style().unpolish(made)
        made.style().polish(made)
