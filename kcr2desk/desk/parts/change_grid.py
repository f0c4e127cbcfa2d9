"""What a change did, field by field: from what to what, and of a text its difference."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.parts import values
from kcr2desk.desk.parts.body import wide
from kcr2desk.desk.parts.difference import DiffLine
from kcr2desk.desk.tokens import mix


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field as it is told: in words, or by the `lines` of a difference."""

    name: str
    told: str = ""
    lines: tuple[DiffLine, ...] = ()
    tone: str = "muted"
    tip: str = ""


class ChangeGrid(QWidget):
    """A line for each field; widgets are used again."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(spacing)
        self._grid.setColumnMinimumWidth(0, 120)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel, DiffView]] = []

    def show_fields(self, fields: Sequence[FieldLine]) -> None:
        """Show these, and only these."""
        while len(self._rows) < len(fields):
            self._add()
        for place, (name, value, lines) in enumerate(self._rows):
            shown = place < len(fields)
            name.setVisible(shown)
            value.setVisible(shown and not fields[place].lines)
            lines.setVisible(shown and bool(fields[place].lines))
            if shown:
                field = fields[place]
                name.setText(field.name)
                kit.set_tone(name, field.tone)
                value.setText(field.told)
                value.setToolTip(field.tip)
                lines.show_lines(field.lines)

    def told(self) -> list[tuple[str, str]]:
        """(field, from what to what) as it stands there."""
        return [
            (name.text(), value.text() if value.isVisibleTo(self) else lines.accessibleName())
            for name, value, lines in self._rows
            if name.isVisibleTo(self)
        ]

    def _add(self) -> None:
        name, value, lines = kit.label(tone="muted"), kit.label(wrap=True), DiffView()
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setMinimumWidth(60)
        row = 2 * len(self._rows)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._grid.addWidget(lines, row + 1, 0, 1, 2)
        self._rows.append((name, value, lines))


class DiffView(QWidget):
    """The difference of a text: what was taken out and what was put in, line by line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[DiffLine, ...] = ()
        self._places: tuple[int, list[QRect], list[QTextLayout]] = (-1, [], [])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._forget)

    def _forget(self) -> None:
        self._places = (-1, [], [])
        self.update()

    def show_lines(self, lines: Sequence[DiffLine]) -> None:
        self._lines = tuple(lines)
        self._places = (-1, [], [])
        self.setAccessibleName("\n".join(f"{line.sign} {line.text}" for line in lines))
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[DiffLine, ...]:
        return self._lines

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes, _ = self._laid(width)
        return boxes[-1].bottom() + 1 if boxes else 0

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 80 else 300
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 18)

    def _laid(self, width: int) -> tuple[list[QRect], list[QTextLayout]]:
        if self._places[0] != width:
            boxes: list[QRect] = []
            layouts: list[QTextLayout] = []
            top = 0
            for line in self._lines:
                layout = self._lay(line, max(20, width - 26))
                height = math.ceil(layout.boundingRect().height()) + 4
                boxes.append(QRect(0, top, width, height))
                layouts.append(layout)
                top += height
            self._places = (width, boxes, layouts)
        return self._places[1], self._places[2]

    def _lay(self, line: DiffLine, width: int) -> QTextLayout:
        """A line broken at words, what changed in it on a stronger ground."""
        told = _told(line)
        layout = QTextLayout(told, theme.current().font("base"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        if line.changed is not None and line.changed[1] > line.changed[0]:
            tokens = theme.tokens()
            format_ = QTextLayout.FormatRange()
            format_.start = wide(told[: line.changed[0]])
            format_.length = wide(told[line.changed[0] : line.changed[1]])
            tone = tokens.good if line.sign == "+" else tokens.attention
            look = QTextCharFormat()
            look.setBackground(QColor(mix(tone, tokens.surface, 0.34)))
            format_.format = look
            layout.setFormats([format_])
        layout.beginLayout()
        top = 0.0
        while (part := layout.createLine()).isValid():
            part.setLineWidth(width)
            part.setPosition(QPointF(0, top))
            top += part.height()
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.tokens()
        painter.setFont(theme.current().font("base"))
        boxes, layouts = self._laid(self.width())
        for line, box, layout in zip(self._lines, boxes, layouts, strict=True):
            if not box.intersects(event.rect()):
                continue
            tone = {"+": "good", "-": "attention"}.get(line.sign, "muted")
            if line.sign in "+-":
                painter.fillRect(box, QColor(tokens.tint(tone)))
            sign = {"-": "−", "…": "⋮"}.get(line.sign, line.sign)
            painter.setPen(QColor(tokens.tone(tone)))
            painter.drawText(box.adjusted(6, 2, 0, 0), int(Qt.AlignmentFlag.AlignTop), sign)
            painter.setPen(QColor(tokens.text if line.sign in "+-" else tokens.muted))
            layout.draw(painter, QPointF(box.left() + 22, box.top() + 2))


def _told(line: DiffLine) -> str:
    if line.sign != "…":
        return line.text or " "
    count = int(line.text)
    return values.translate("Values", "%n line(s) left out", None, count)
