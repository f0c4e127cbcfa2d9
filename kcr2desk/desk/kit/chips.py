"""Chips: small things that were found, offered or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.flow import FlowLayout

CHIP_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """What a chip says. `offered` ones have a dashed border until they are taken."""

    value: str
    text: str
    icon: str = ""
    detail: str = ""
    """Muted, after the text: what kind of thing it is."""
    key: str = ""
    """The key that takes it, shown at its end."""
    tone: str = "text"
    offered: bool = False
    removable: bool = False
    tip: str = ""


class Chip(QAbstractButton):
    """One chip. Click, Space or Enter takes it; its cross, Delete or Backspace removes it."""

    removed = Signal()

    def __init__(self, spec: ChipSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_spec(spec)

    def show_spec(self, spec: ChipSpec) -> None:
        self.spec = spec
        self.setAccessibleName(f"{spec.text} {spec.detail}".strip())
        self.setToolTip(spec.tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("base"))
        small = QFontMetrics(theme.current().font("small"))
        spec = self.spec
        width = 16 + min(320, metrics.horizontalAdvance(spec.text) + 1)
        width += 20 if spec.icon else 0
        width += small.horizontalAdvance(spec.detail) + 7 if spec.detail else 0
        width += paint.keycap_width(spec.key) + 4 if spec.key else 0
        width += 18 if spec.removable else 0
        return QSize(width, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.spec.removable:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._on_cross(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens, spec = theme.current(), theme.tokens(), self.spec
        painter = QPainter(self)
        quiet = spec.tone == "text"
        ground = tokens.surface if spec.offered else tokens.raised
        if not quiet:
            ground = tokens.tint(spec.tone)
        if self.underMouse():
            ground = tokens.pressed if quiet else ground
        edge = tokens.edge if quiet else tokens.tone(spec.tone)
        paint.rounded(
            painter, self.rect(), ground, edge if spec.offered else "", dashed=spec.offered
        )
        inner = self.rect().adjusted(8, 0, -8, 0)
        colour = tokens.tone(spec.tone)
        if spec.icon:
            sign = tokens.muted if quiet else colour
            paint.draw_icon(painter, spec.icon, sign, QRect(inner.left(), 0, 16, self.height()))
            inner.adjust(20, 0, 0, 0)
        if spec.removable:
            cross = QRect(inner.right() - 12, 0, 16, self.height())
            paint.draw_icon(painter, "close", tokens.muted, cross, 14)
            inner.adjust(0, 0, -18, 0)
        if spec.key:
            inner.adjust(0, 0, -paint.draw_keycap(painter, inner, spec.key) - 4, 0)
        text = inner
        if spec.detail:
            small = QFontMetrics(now.font("small"))
            wide = small.horizontalAdvance(spec.detail)
            rest = QRect(inner.right() - wide, 0, wide + 2, self.height())
            paint.draw_text(painter, rest, spec.detail, now.font("small"), QColor(tokens.muted))
            text = inner.adjusted(0, 0, -wide - 6, 0)
        paint.draw_text(painter, text, spec.text, now.font("base"), QColor(colour))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())

    def _on_cross(self, at: QPoint) -> bool:
        return self.spec.removable and at.x() >= self.width() - 24


class ChipRow(QWidget):
    """Chips that flow over lines; the same widgets are used again as they change."""

    taken = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._chips: list[Chip] = []
        self._shown = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chips(self, specs: Sequence[ChipSpec]) -> None:
        """Show these chips, in this order."""
        while len(self._chips) < len(specs):
            self._add(specs[len(self._chips)])
        for chip, spec in zip(self._chips, specs, strict=False):
            chip.show_spec(spec)
        self._shown = len(specs)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < self._shown)
        self._flow.invalidate()
        self.updateGeometry()

    def specs(self) -> list[ChipSpec]:
        return [chip.spec for chip in self._chips[: self._shown]]

    def _add(self, spec: ChipSpec) -> None:
        chip = Chip(spec, self)
        chip.clicked.connect(lambda _checked=False: self.taken.emit(chip.spec.value))
        chip.removed.connect(lambda: self.removed.emit(chip.spec.value))
        self._chips.append(chip)
        self._flow.addWidget(chip)
