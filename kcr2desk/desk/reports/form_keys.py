"""The keys of the report form. While the focus is in it they are the form's, not the panel's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.desk import shortcuts
from kcr2desk.desk.reports.duplicates import MOST_ALIKE
from kcr2desk.desk.reports.form_fields import JUDGE_KEYS

translate = QCoreApplication.translate

_OF_THE_WINDOW: Final = frozenset({Qt.Key.Key_F1, Qt.Key.Key_F11})


class FormKeys(QObject):
    """The actions of a form, for its keys, for Ctrl+K and for F1."""

    def __init__(
        self,
        form: QWidget,
        *,
        save: Callable[[], object],
        close: Callable[[], object],
        template: Callable[[], object],
        judge: Callable[[str], object],
        open_alike: Callable[[int], object],
    ) -> None:
        super().__init__(form)
        form.installEventFilter(self)
        self.save = shortcuts.command(form, "Ctrl+Enter|Ctrl+Return", save, icon="saved")
        self.close = shortcuts.command(form, "Esc", close, icon="close")
        self.template = shortcuts.command(form, "F8", template, icon="template")
        self.judge = {
            said: shortcuts.command(form, key, partial(judge, said), icon="grade")
            for said, key in JUDGE_KEYS.items()
        }
        self.alike = [
            shortcuts.command(form, f"Alt+{n + 1}", partial(open_alike, n), icon="duplicate")
            for n in range(MOST_ALIKE)
        ]
        self.all: list[QAction] = [
            self.save,
            self.close,
            self.template,
            *self.judge.values(),
            *self.alike,
        ]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Claim keys before the panel can, and act on the form's own before a field types them."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self.claims(event):
                focus = QApplication.focusWidget()
                if focus is not None and self.pressed(event) is not None:
                    focus.installEventFilter(self)  # Alt+2 is a letter to a text field
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                action = self.pressed(event)
                if action is not None:
                    action.trigger()
                    return True
        return False

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the form's: its own, and every one that may be typed.

        The panel below has keys of one letter; a letter typed on a button of the form must not
        reach them.
        """
        strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        plain = not event.modifiers() & strong and event.key() not in _OF_THE_WINDOW
        return plain or self.pressed(event) is not None

    def pressed(self, event: QKeyEvent) -> QAction | None:
        """The action of a key, None for a key that has none."""
        pressed = QKeySequence(event.keyCombination())
        return next((action for action in self.all if pressed in action.shortcuts()), None)

    def say(self) -> None:
        """Set their words, in the language of the screen."""
        self.save.setText(translate("ReportForm", "Save report"))
        self.close.setText(translate("ReportForm", "Close; the draft is kept"))
        self.template.setText(translate("ReportForm", "METHANE: headings, next heading"))
        self.judge["confirmed"].setText(translate("ReportForm", "Judge: confirmed"))
        self.judge["unconfirmed"].setText(translate("ReportForm", "Judge: unconfirmed"))
        self.judge["contradicted"].setText(translate("ReportForm", "Judge: contradicted"))
        for n, action in enumerate(self.alike, start=1):
            said = translate("ReportForm", "Open the report that looks alike: {n}")
            action.setText(said.replace("{n}", str(n)))
