"""What can be done with a request, each with a key, and why it cannot be done now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.desk import icons, kit, shortcuts, texts, theme
from kcr2desk.desk.bijstand import request_rights as rights
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.kit.flow import FlowLayout
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.store.identity import Identity

translate = words.translate
KEYS: Final[Mapping[str, tuple[str, str]]] = {
    "ask": ("U", "send"),
    "propose": ("V", "list"),
    "commit": ("T", "check"),
    "answers": ("A", "mail"),
    "judge": ("O", "grade"),
    "edit": ("E|F2", "edit"),
    "status": ("S", "tag"),
    "end": ("X", "blocked"),
    "new": ("N|Ctrl+N", "plus"),
    "neighbour": ("B", "people"),
    "gate": ("G", "lock"),
    "message": ("Ctrl+I", "import"),
    "down": ("J", "chevron-down"),
    "up": ("K", "chevron-up"),
    "filter": ("F", "filter"),
}
"""Name of an action -> its keys and its icon."""

BUTTONS: Final = ("ask", "propose", "commit", "answers", "judge", "edit", "status", "end")
"""The actions on the request in hand, in their order."""
SHOWN: Final = ("ask", "commit", "answers", "edit")
"""Those with a button under the request; the next step has one too, the others are under More."""
BUTTONS_MADE: Final = (*SHOWN, "judge")
"""Those that may have a button: a judgement has one while it is the next step."""


class RequestKeys:
    """The actions of the column. They belong to `owner` and work while the focus is in it; the
    panel may add them to itself (`all`)."""

    def __init__(self, owner: QWidget, run: Callable[[str], object]) -> None:
        self._named: dict[str, QAction] = {}
        for name, (key, icon) in KEYS.items():
            self._named[name] = shortcuts.command(owner, key, partial(run, name), icon=icon)

    @property
    def all(self) -> list[QAction]:
        """All actions, in the order in which F1 lists them."""
        return list(self._named.values())

    def named(self, name: str) -> QAction:
        """An action by its name. Raises KeyError."""
        return self._named[name]

    def say(self) -> None:
        """Set the words, in the language of the screen."""
        says = {
            "ask": translate("RequestKeys", "Ask regions…"),
            "propose": translate("RequestKeys", "Propose…"),
            "commit": translate("RequestKeys", "Commitment…"),
            "answers": translate("RequestKeys", "Answers…"),
            "judge": translate("RequestKeys", "Judgement…"),
            "edit": translate("RequestKeys", "Change…"),
            "status": translate("RequestKeys", "Status…"),
            "end": translate("RequestKeys", "End line…"),
            "new": translate("RequestKeys", "New request…"),
            "neighbour": translate("RequestKeys", "Burenhulp…"),
            "gate": translate("RequestKeys", "Gate table…"),
            "message": translate("RequestKeys", "Message of another system (EDXL-RM)…"),
            "down": translate("RequestKeys", "Next request"),
            "up": translate("RequestKeys", "Previous request"),
            "filter": translate("RequestKeys", "Open, mine or all"),
        }
        group = translate("RequestKeys", "Requests")
        for name, action in self._named.items():
            action.setText(says[name])
            action.setProperty("group", group)

    def allow(self, reasons: Mapping[str, str]) -> None:
        """Enable each action that has no reason against it; the reason is its tool tip."""
        for name, action in self._named.items():
            reason = reasons.get(name, "")
            action.setEnabled(not reason)
            action.setToolTip(reason or shortcuts.plain_text(action))


def reasons(
    me: Identity, request: AssistanceRequest | None, chosen: int, lines: int, stream: str
) -> dict[str, str]:
    """Why each action cannot be done now; those that can are left out or "".

    `chosen` lines of `lines` are chosen.
    """
    found = {
        "new": rights.hinders_writing(me, None, stream),
        "neighbour": rights.hinders_writing(me, None, stream)
        or rights.hinders_promising(me, stream),
        "message": rights.hinders_writing(me, None, stream) or rights.hinders_promising(me, stream),
    }
    if request is None:
        nothing = translate("RequestKeys", "Choose a request first.")
        return found | dict.fromkeys(BUTTONS, nothing)
    neighbour = request.kind == "neighbour"
    closed = ""
    if request.status not in words.OPEN:
        said = translate("RequestKeys", "This request is {status}; set its status first.")
        closed = said.format(status=words.status(request.status))
    plain = translate("RequestKeys", "Burenhulp was arranged already.") if neighbour else ""
    empty = "" if lines else translate("RequestKeys", "There is no line on it yet.")
    one = ""
    if lines > 1 and chosen != 1:
        one = translate("RequestKeys", "Choose one line first, by a click or Space.")
    writing = rights.hinders_writing(me, request, stream)
    asking = rights.hinders_asking(me, stream)
    return found | {
        "ask": asking or plain or closed or empty,
        "propose": asking or plain or closed or empty,
        "commit": rights.hinders_promising(me, stream) or closed or empty,
        "answers": plain,
        "judge": rights.hinders_judging(me, stream) or plain,
        "edit": writing,
        "status": writing,
        "end": writing or empty or one,
    }


class ActionButtons(QWidget):
    """The buttons under a request: the next step first, then what is done most, then More. Two rows
    at most, however narrow the column is."""

    def __init__(self, keys: RequestKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        row.setContentsMargins(0, theme.XS, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._keys = keys
        self._made = {
            name: kit.action_button(keys.named(name), kind="quiet") for name in BUTTONS_MADE
        }
        self._more = MoreButton([keys.named(name) for name in BUTTONS if name not in SHOWN])
        self._row = row
        self._lead: str | None = None
        self._places: dict[str, QWidget] = {}
        # in places that hide: a button shows itself as soon as its action changes
        for name, button in self._made.items():
            place = QWidget(self)
            inner = QHBoxLayout(place)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(button)
            self._places[name] = place
            row.addWidget(place)
        row.addWidget(self._more)
        self.lead("")
        texts.OnLanguage(self, self._fit)

    def button(self, name: str) -> QWidget:
        """A button by the name of its action. Raises KeyError for one that has none."""
        return self._made[name]

    def lead(self, name: str) -> None:
        """Make one button the one to press, first in its row, and the others quiet; "" for none."""
        if name == self._lead:
            return
        self._lead = name
        while self._row.count():
            self._row.takeAt(0)
        order = ([name] if name else []) + [each for each in SHOWN if each != name]
        for each in order:
            self._row.addWidget(self._places[each])
        self._row.addWidget(self._more)
        for each, place in self._places.items():
            place.setVisible(each in order)
        for each, made in self._made.items():
            kind = "primary" if each == name else "quiet"
            if made.property("kind") != kind:
                made.setProperty("kind", kind)
                icon = KEYS[each][1]
                icons.dress(made, icon, "on_accent" if kind == "primary" else "muted")
                made.style().unpolish(made)
                made.style().polish(made)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
