"""The parts of the report form, as its form file names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from kcr2desk.core import places
from kcr2desk.desk import icons, kit, theme
from kcr2desk.desk.kit.chips import CHIP_HEIGHT
from kcr2desk.desk.parts import words

_ROOMY: Final = (640, 860)
"""Heights of a form in px from which it has room for a third line of chips, and for a fourth."""


class SmallWords(kit.ElidedLabel):
    """A line of small, muted words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role="small", tone="muted", parent=parent)


class Message(kit.InlineMessage):
    """What the form tells at its foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)


class FileChips(kit.ChipRow):
    """The files that come with the report."""


class Judged(kit.KeyChoice):
    """Confirmed, unconfirmed, contradicted: each with a key that works everywhere in the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)


class Letters(kit.KeyChoice):
    """One letter or digit of the Admiralty code. F and 6 judge nothing, and stand last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)

    def set_letters(self, letters: str) -> None:
        self.set_options(
            [kit.Option(each, each, "", "accent") for each in letters[:-1]]
            + [kit.Option(letters[-1], letters[-1], "", "muted")]
        )


class Choice(kit.FilterButton):
    """One of many, found by typing: a letter opens the list and looks for it."""

    chosen = Signal(str)
    """The value that the officer chose, "" for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", multiple=False, always=True, parent=parent)
        self.changed.connect(lambda values: self.chosen.emit(next(iter(values), "")))

    def set_choices(self, options: Sequence[kit.FilterOption]) -> None:
        """Give what may be chosen; the first one is none of them."""
        self.set_options([kit.FilterOption("", "–"), *options])

    def choice(self) -> str:
        return next(iter(self.value()), "")

    def set_choice(self, value: str) -> None:
        self.set_value(frozenset({value}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Enter saves
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.choice():
                self.set_choice("")
                self.chosen.emit("")
        elif event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.open()
            field = self.popup().findChild(QLineEdit)
            if isinstance(field, QLineEdit) and field.isVisible():
                field.setText(event.text())
        else:
            super().keyPressEvent(event)


class ChipStrip(QScrollArea):
    """Chips in two lines that keep their place; where there is room a third and a fourth make it
    higher, and more of them scroll.

    Chips take no focus from the note: they are there for the mouse, Tab is there for the keys.
    """

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = kit.ChipRow()
        self._row.taken.connect(self.clicked)
        self._row.removed.connect(self.clicked)
        self.setWidget(self._row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    def set_chips(self, specs: Sequence[kit.ChipSpec]) -> None:
        self._row.set_chips(specs)
        for chip in self._row.findChildren(kit.Chip):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit()
        key = next((chip for chip in self._row.findChildren(kit.Chip) if chip.spec.key), None)
        if key is not None:
            self.ensureWidgetVisible(key, 0, 0)

    def specs(self) -> list[kit.ChipSpec]:
        return self._row.specs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = CHIP_HEIGHT + theme.XS
        wide, high = self.width(), self._row.heightForWidth(self.width())
        parent = self.parentWidget()
        most = 2 + sum(parent is None or parent.height() >= each for each in _ROOMY)
        lines = min(most, max(2, (high + line - 1) // line))
        if high > lines * line:
            wide -= self.verticalScrollBar().sizeHint().width()
            high = self._row.heightForWidth(wide)
        self._row.resize(wide, high)
        self.setFixedHeight(lines * line - theme.XS)


class Fold(QObject):
    """Opens one part of the form at a time: buttons, each with the page that it opens."""

    opened = Signal(str)

    def __init__(self, parent: QWidget, **pages: tuple[QPushButton, QWidget]) -> None:
        super().__init__(parent)
        self._pages = pages
        self._marked: frozenset[str] = frozenset()
        for name, (button, page) in pages.items():
            page.hide()
            button.clicked.connect(lambda checked=False, n=name: self.open(n if checked else ""))
        self._dress()

    def open(self, name: str) -> None:
        """Open a page and close the others; "" closes all."""
        for each, (button, page) in self._pages.items():
            button.setChecked(each == name)
            page.setVisible(each == name)
        self._dress()
        self.opened.emit(name)

    def page(self) -> str:
        """The name of the open page, "" when all are closed."""
        return next((n for n, (button, _) in self._pages.items() if button.isChecked()), "")

    def mark(self, names: frozenset[str]) -> None:
        """Show which pages hold something that wants a decision."""
        self._marked = names
        self._dress()

    def set_words(self, name: str, words: str) -> None:
        self._pages[name][0].setText(words)

    def _dress(self) -> None:
        for name, (button, _) in self._pages.items():
            sign = "chevron-down" if button.isChecked() else "chevron-right"
            wants = name in self._marked
            icons.dress(button, "alert" if wants else sign, "attention" if wants else "muted")


def region_options() -> list[kit.FilterOption]:
    """All regions by name, with what people call them; found by either."""
    return [
        kit.FilterOption(each.code, each.name, each.abbreviation)
        for each in sorted(places.regions(), key=lambda region: region.name.casefold())
    ]


def municipality_options(region: str) -> list[kit.FilterOption]:
    """The municipalities of a region, or all of them, with the region that they lie in."""
    return [
        kit.FilterOption(each.code, each.name, words.region_short(each.region))
        for each in sorted(places.municipalities(), key=lambda town: town.name.casefold())
        if not region or each.region == region
    ]
