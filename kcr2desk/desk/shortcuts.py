"""Every action has a key. Here actions are made and their keys written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kcr2desk.desk import icons


def command(
    owner: QWidget,
    key: str,
    run: Callable[[], object],
    *,
    icon: str = "",
    everywhere: bool = False,
    group: str = "",
) -> QAction:
    """Make an action of `owner`: found by Ctrl+K, listed on F1, run by `key` (`Ctrl+N`).

    The owner sets its text where it sets all its texts. `key` works while the focus is in the
    owner, or in the whole window with `everywhere`. `group` names the heading on F1 where it is
    not the owner's panel. Several keys are parted by `|`, the first is the one shown.
    """
    action = QAction(owner)
    action.setShortcuts([QKeySequence(one) for one in key.split("|")])
    action.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut
        if everywhere
        else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    action.setProperty("icon_name", icon)
    action.setProperty("group", group)
    if icon:
        icons.dress(action, icon)
    action.triggered.connect(lambda _checked=False: run())
    owner.addAction(action)
    return action


def key_text(action: QAction) -> str:
    """The key of an action as it stands on the keyboard, in the screen's language."""
    return str(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


def plain_text(action: QAction) -> str:
    """The text of an action without mnemonic and dots."""
    return str(action.text()).replace("&", "").removesuffix("…")


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A heading on the key sheet and its actions."""

    title: str
    actions: tuple[QAction, ...]


def described(actions: Iterable[QAction]) -> tuple[QAction, ...]:
    """The actions that have both words and a key, shown ones only, in their order."""
    return tuple(a for a in actions if a.text() and not a.shortcut().isEmpty() and a.isVisible())


def grouped(actions: Iterable[QAction], title: str) -> list[KeyGroup]:
    """Actions under their own headings, in their order; those without one under `title`."""
    found: dict[str, list[QAction]] = {}
    for action in actions:
        found.setdefault(str(action.property("group") or title), []).append(action)
    return [KeyGroup(each, tuple(under)) for each, under in found.items()]
