"""The row of buttons under a report: what can be done with it now, by names of the panel's keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kcr2desk.desk import icons, kit, texts, theme
from kcr2desk.desk.reports.shown import ReportShown, text_of

if TYPE_CHECKING:
    from kcr2desk.store.identity import Identity

KEYS: Final = {
    "acknowledge": "A", "mine": "M", "grade": "G", "incident": "I", "step": "S", "edit": "E",
}  # fmt: skip
"""The buttons in their order, with the key that the panel gives each."""
GAP: Final = 2
ICONS: Final = {
    "acknowledge": "bell", "mine": "person", "grade": "grade", "incident": "incident",
    "step": "chevron-right", "edit": "edit",
}  # fmt: skip


def names_for(data: ReportShown, me: Identity) -> tuple[str, ...]:
    """The actions that work on this report for this officer; the first is the one to do next."""
    if not data.editable or data.values.get("removed") is True:
        return ()
    acknowledge = data.values.get("urgent") is True and not text_of(data.values, "acknowledged_by")
    owner, status = text_of(data.values, "owner"), text_of(data.values, "status")
    names = ["acknowledge"] if acknowledge else []
    if owner != me.account and status != "closed":
        names.append("mine")
    if status != "closed":
        names.append("step")
    names += ["grade", "incident", "edit"]
    return tuple(names)


class ActionRow(QWidget):
    """Buttons in one row; where it is narrow the last ones show only their key. Away when nothing
    can be done."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._says: dict[str, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.XS, 0, 0)
        row.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for name in KEYS:
            made = kit.button(icon=ICONS[name], run=partial(self.wanted.emit, name))
            self._buttons[name] = made
            row.addWidget(made)
        row.addStretch(1)
        texts.OnLanguage(self, self._say)

    def show_for(self, data: ReportShown, me: Identity) -> None:
        """Offer what can be done with a report."""
        names = names_for(data, me)
        for name, made in self._buttons.items():
            made.setVisible(name in names)
            first = bool(names) and name == names[0] and name in ("acknowledge", "mine")
            _show_kind(made, "primary" if first else "quiet", ICONS[name])
        self.setVisible(bool(names))
        self._fit()

    def offered(self) -> list[str]:
        """The names of the buttons in sight."""
        return [name for name, made in self._buttons.items() if made.isVisibleTo(self)]

    def button(self, name: str) -> QPushButton:
        """A button by its name. Raises KeyError."""
        return self._buttons[name]

    def _say(self) -> None:
        self._says = {
            "acknowledge": self.tr("Acknowledge"),
            "mine": self.tr("Take it"),
            "grade": self.tr("Grade"),
            "incident": self.tr("Incident"),
            "step": self.tr("Step further"),
            "edit": self.tr("Change"),
        }
        for name, made in self._buttons.items():
            made.setToolTip(f"{self._says[name]} · {KEYS[name]}")
            made.setAccessibleName(self._says[name])
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give words to as many buttons as there is room for, the first ones first; to the others
        their key, and where that is too much nothing but their icon."""
        shown = [(name, made) for name, made in self._buttons.items() if not made.isHidden()]
        for name, made in shown:
            made.setText(self._says[name])
        need = sum(made.sizeHint().width() + GAP for _, made in shown) - GAP
        for shorter in (KEYS, dict.fromkeys(KEYS, "")):
            for name, made in reversed(shown):
                if need > self.width() and made.property("kind") != "primary":
                    need -= made.sizeHint().width()
                    made.setText(shorter[name])
                    need += made.sizeHint().width()


def _show_kind(made: QPushButton, kind: str, icon: str) -> None:
    """Make a button the one to press, or one of the others."""
    if made.property("kind") != kind:
        made.setProperty("kind", kind)
        icons.dress(made, icon, "on_accent" if kind == "primary" else "muted")
        made.style().unpolish(made)
        made.style().polish(made)
