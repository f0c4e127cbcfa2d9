"""Filters: a button that says what it lets through, and the row they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from kcr2desk.desk import icons, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.option_list import FilterOption, OptionList

_ROOMY = 1000
"""Pixels of a row in which all filters have the width they ask for."""


class FilterButton(QAbstractButton):
    """`Status ▾`, or `Status: nieuw ▾` on accent tint when it holds something back.

    Its size is set once by its layout and does not follow its text. With `multiple` off it
    chooses one, as for a period or the incident; `always` then keeps one chosen.
    `changed` carries the chosen values as a frozenset, only when the officer changes them.
    """

    changed = Signal(object)

    def __init__(
        self,
        title: str = "",
        *,
        multiple: bool = True,
        always: bool = False,
        width: int = 128,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._multiple = multiple
        self._always = always
        self._width = width
        self._options: tuple[FilterOption, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._popup = OptionList(multiple, self)
        self._popup.toggled.connect(self._toggle)
        self._popup.cleared.connect(lambda: self._choose(frozenset()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)
        self._tell()

    def set_title(self, title: str) -> None:
        self._title = title
        self._tell()

    def set_options(self, options: Sequence[FilterOption]) -> None:
        """Give what may be chosen; chosen values that are no longer there stay chosen."""
        self._options = tuple(options)
        if self._popup.isVisible():
            self._popup.show_options(self._options, self._chosen)
        self._tell()

    def value(self) -> frozenset[str]:
        return self._chosen

    def set_value(self, chosen: frozenset[str]) -> None:
        self._chosen = chosen
        self._popup.model.choose(chosen)
        self._popup.clear.setEnabled(bool(chosen))
        self._tell()

    @property
    def holds_back(self) -> bool:
        """Whether it lets less than everything through."""
        return bool(self._chosen) and not self._always

    def open(self) -> None:
        """Open the list."""
        self._popup.show_options(self._options, self._chosen)
        self._popup.open_under(self)

    def popup(self) -> QWidget:
        """The list, for tests and pictures."""
        return self._popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._always:
            self._choose(frozenset())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._width, theme.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("base"))
        return QSize(
            min(self._width, metrics.horizontalAdvance(self._title) + 38), theme.CONTROL_HEIGHT
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens = theme.current(), theme.tokens()
        painter = QPainter(self)
        held = self.holds_back
        ground = tokens.selection if held else tokens.surface
        off = not self.isEnabled()
        if off or (self.underMouse() and not held):
            ground = tokens.raised
        edge = tokens.line if off else tokens.accent if held else tokens.edge
        paint.rounded(painter, self.rect(), ground, edge)
        sign = QRect(self.width() - 24, 0, 16, self.height())
        colour = tokens.accent if held else tokens.muted
        paint.draw_icon(painter, "chevron-down", colour, sign)
        inner = self.rect().adjusted(9, 0, -28, 0)
        words = self._words()
        if not words:
            paint.draw_text(painter, inner, self._title, now.font("base"), QColor(tokens.text))
        else:
            title = f"{self._title}: " if self._title else ""
            wide = QFontMetrics(now.font("base")).horizontalAdvance(title + words)
            if wide > inner.width():
                title = ""
            colour = tokens.accent if held else tokens.muted
            used = paint.draw_text(painter, inner, title, now.font("base"), QColor(tokens.muted))
            inner.adjust(used, 0, 0, 0)
            paint.draw_text(
                painter,
                inner,
                words,
                now.font("base", strong=held),
                QColor(tokens.muted if off else tokens.accent if held else tokens.text),
            )
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())

    def _words(self) -> str:
        names = [o.text for o in self._options if o.value in self._chosen]
        if not names:
            return ""
        return names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"

    def _toggle(self, value: str) -> None:
        if not self._multiple:
            off = value in self._chosen and not self._always
            self._choose(frozenset() if off else frozenset({value}))
        else:
            self._choose(self._chosen ^ {value})

    def _choose(self, chosen: frozenset[str]) -> None:
        if chosen != self._chosen:
            self.set_value(chosen)
            self.changed.emit(chosen)

    def _tell(self) -> None:
        names = ", ".join(o.text for o in self._options if o.value in self._chosen)
        self.setAccessibleName(f"{self._title}: {names}" if names else self._title)
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()


class FilterBar(QWidget):
    """A row of filters, a field for text, the count of what comes through and one way out.

    `cleared` is emitted when the officer lets everything through again.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters: list[FilterButton] = []
        self.field = QLineEdit()
        self._wipe = self.field.addAction(
            icons.icon("close"), QLineEdit.ActionPosition.TrailingPosition
        )
        icons.dress(self._wipe, "close")
        self._wipe.triggered.connect(self._wiped)
        self.field.setMinimumWidth(100)
        self.field.setMaximumWidth(360)
        self.count = QPushButton()
        self.count.setProperty("kind", "quiet")
        self.count.setAutoDefault(False)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.count.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.S)
        self._row.addWidget(self.field, 3)
        self._row.addStretch(1)
        self._row.addWidget(self.count)
        self._hits: int | None = None
        self._more = False
        texts.OnLanguage(self, self._say)
        self.field.textChanged.connect(self._say)

    def add(self, button: FilterButton) -> FilterButton:
        """Add a filter left of the text field."""
        self._row.insertWidget(len(self._filters), button, 2)
        self._filters.append(button)
        button.changed.connect(self._say)
        return button

    def set_count(self, hits: int | None, *, more: bool = False) -> None:
        """Say how many come through; None while it is not known, with `more` as `1.000+`."""
        self._hits, self._more = hits, more
        self._say()

    def holds_back(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.field.text()) or any(f.holds_back for f in self._filters)

    def clear(self) -> None:
        """Let everything through."""
        if not self.holds_back():
            return
        for button in self._filters:
            if button.holds_back:
                button.set_value(frozenset())
        self.field.clear()
        self._say()
        self.cleared.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Room for a large number, so that the filters do not shift when it grows.
        self.count.setMinimumWidth(96 if self.width() >= _ROOMY else 56)

    def _wiped(self) -> None:
        self.field.clear()
        self.field.textEdited.emit("")

    def _say(self) -> None:
        held = self.holds_back()
        self._wipe.setVisible(bool(self.field.text()))
        self._wipe.setText(self.tr("Clear the text"))
        self.field.setPlaceholderText(self.tr("Search in text…"))
        number = "…" if self._hits is None else texts.number(self._hits)
        number += "+" if self._more else ""
        self.count.setText(f"{number}  ✕" if held else number)
        self.count.setEnabled(held)
        self.count.setToolTip(self.tr("Let everything through again") if held else "")
