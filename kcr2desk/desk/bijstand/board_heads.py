"""The heads of the board: types across, owners down. They stay while the board scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_columns import HeadText
from kcr2desk.desk.bijstand.board_look import BoardPainter
from kcr2desk.desk.bijstand.board_model import BoardModel
from kcr2desk.desk.kit import paint

_GAP = 6


class _Head(QHeaderView):
    """What both heads share: they paint all themselves and tell clicks."""

    pressedAt = Signal(int, bool)
    """A section, and whether Ctrl was held."""

    menuAt = Signal(int, QPoint)
    """A section, and where on the screen."""

    def __init__(
        self,
        orientation: Qt.Orientation,
        painter: BoardPainter,
        board: Callable[[], BoardModel],
        parent: QWidget,
    ) -> None:
        super().__init__(orientation, parent)
        self.look = painter
        self._board = board
        self._hovered = -1
        self._pictures: dict[tuple[int, bool, bool], QPixmap] = {}
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(12)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def forget(self, section: int = -1) -> None:
        """Draw a section anew; all of them when it is -1."""
        if section < 0:
            self._pictures.clear()
        for hovered in (False, True):
            for current in (False, True):
                self._pictures.pop((section, hovered, current), None)
        self.viewport().update()

    def picture(self, section: int, size: QSize, *, current: bool = False) -> QPixmap:
        """A section as a picture, kept until it is forgotten: scrolling only lays pictures."""
        ratio = self.devicePixelRatioF()
        key = (section, section == self._hovered, current)
        kept = self._pictures.get(key)
        if kept is None or kept.devicePixelRatio() != ratio or kept.size() != size * ratio:
            kept = QPixmap(size * ratio)
            kept.setDevicePixelRatio(ratio)
            kept.fill(self.look.colour("surface"))
            painter = QPainter(kept)
            self.draw_section(painter, section, QRect(QPoint(0, 0), size))
            painter.end()
            self._pictures[key] = kept
        return kept

    def draw_section(self, painter: QPainter, section: int, box: QRect) -> None:
        """Draw a section in a box."""
        raise NotImplementedError

    def section_at(self, at: QPoint) -> int:
        """The section under a point."""
        return self.logicalIndexAt(at)

    def tip(self, section: int) -> str:
        """What hovering says."""
        raise NotImplementedError

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.section_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        section = self.section_at(event.position().toPoint())
        if section < 0:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self.menuAt.emit(section, event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.pressedAt.emit(section, held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressing did it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press is no second wish."""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.section_at(event.pos())
            QToolTip.showText(event.globalPos(), self.tip(section) if section >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()


class TypeHead(_Head):
    """Types across: their discipline above, the short name in two lines, the country's sum."""

    def __init__(
        self, painter: BoardPainter, board: Callable[[], BoardModel], parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, painter, board, parent)
        self.texts: list[HeadText] = []
        self.frozen_width = 0

    def fit_height(self) -> None:
        """Take the height that the lines need at the zoom."""
        small, px = self.look.metrics("small").height(), self.look.px
        self.setFixedHeight(small * 4 + px(5 * 4))

    def section_at(self, at: QPoint) -> int:
        x = at.x() if at.x() < self.frozen_width else at.x() + self.offset()
        return self.visualIndexAt(x - self.offset())

    def tip(self, section: int) -> str:
        model = self._board()
        kind, total = model.types[section], model.sum(section)
        lines = [words.type_name(kind)]
        lines.append(
            self.tr("{free} free of {limit} in the whole country, {promised} promised").format(
                free=total.free, limit=total.limit, promised=total.promised
            )
        )
        if total.unknown:
            lines.append(self.tr("%n owner(s) of which nobody knows", "", total.unknown))
        if total.old:
            lines.append(self.tr("%n old number(s)", "", total.old))
        return "\n".join(lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        whole = QRect(0, 0, self.viewport().width(), self.height())
        painter.fillRect(whole, self.look.colour("surface"))
        model = self._board()
        if not model.types:
            return
        clip = whole.adjusted(self.frozen_width, 0, 0, 0)
        painter.setClipRect(clip)
        self._draw(painter, range(model.frozen, len(model.types)), -self.offset())
        painter.setClipRect(whole)
        self._draw(painter, range(model.frozen), 0)
        if self.frozen_width:
            edge = QRect(self.frozen_width - 1, 0, 1, self.height())
            painter.fillRect(edge, self.look.colour("edge"))
        painter.fillRect(0, self.height() - 1, whole.width(), 1, self.look.colour("edge"))

    def _draw(self, painter: QPainter, columns: range, shift: int) -> None:
        for column in columns:
            left, wide = self.sectionPosition(column) + shift, self.sectionSize(column)
            if left + wide > 0 and left < self.viewport().width():
                size = QSize(wide, self.height())
                painter.drawPixmap(left, 0, self.picture(column, size))
        self._disciplines(painter, columns, shift)

    def _disciplines(self, painter: QPainter, columns: range, shift: int) -> None:
        """The discipline over its types; its word stays in sight while one of them is."""
        model, px = self._board(), self.look.px
        high = self.look.metrics("small").height() + px(4)
        start = columns.start
        for column in columns:
            last = column == columns.stop - 1
            code = model.types[column].discipline
            if not last and model.types[column + 1].discipline == code:
                continue
            left = self.sectionPosition(start) + shift
            right = self.sectionPosition(column) + self.sectionSize(column) + shift
            stays = min(max(left, self.frozen_width if start >= model.frozen else 0), right)
            box = QRect(stays + px(_GAP), px(3), right - stays - px(_GAP + 2), high)
            if box.width() > px(16):
                font = self.look.font("small", strong=True)
                name = model.discipline(code)
                paint.draw_text(painter, box, name, font, self.look.colour("text"))
            if start > 0:
                painter.fillRect(left, px(4), 1, self.height(), self.look.colour("line"))
            start = column + 1

    def draw_section(self, painter: QPainter, column: int, box: QRect) -> None:
        model, px = self._board(), self.look.px
        small = self.look.metrics("small").height()
        ordered = model.order.by == model.types[column].code
        top = small + px(8)
        if column == self._hovered or ordered:
            ground = QRect(box.left() + 1, top - px(2), box.width() - 2, 2 * small + px(3))
            paint.rounded(painter, ground, self.look.colour("hover").name(), radius=3)
        lines = self.texts[column].lines
        y = top + (0 if len(lines) == 2 else small // 2)
        for line in lines:
            rect = QRect(box.left(), y, box.width(), small)
            tone = self.look.colour("accent" if ordered else "text")
            paint.draw_text(painter, rect, line, self.look.font("small"), tone, centre=True)
            y += small
        self._sum(painter, column, QRect(box.left(), top + 2 * small + px(4), box.width(), small))

    def sum_text(self, column: int) -> str:
        """What is free of what there is in the whole country."""
        total = self._board().sum(column)
        return f"{total.free}/{total.limit}" if total.owners else "·"

    def _sum(self, painter: QPainter, column: int, rect: QRect) -> None:
        """What is free in the whole country, with the order's arrow where it is the order."""
        model = self._board()
        total = model.sum(column)
        said, arrow = self.sum_text(column), ""
        if model.order.by == model.types[column].code:
            arrow = "chevron-up" if model.order.shortage_first else "chevron-down"
            said = str(total.free)
        tone = "urgent" if total.owners and not total.free and total.limit else "muted"
        font = self.look.font("small", strong=tone == "urgent")
        colour = self.look.colour(tone)
        paint.draw_text(painter, rect, said, font, colour, centre=True)
        if arrow:
            place = QRect(rect.right() - 15, rect.top(), 14, rect.height())
            paint.draw_icon(painter, arrow, self.look.colour("accent").name(), place, 12)


class OwnerHead(_Head):
    """Owners down, with the ring of neighbours in which they lie; a lock where nothing is typed."""

    def __init__(
        self, painter: BoardPainter, board: Callable[[], BoardModel], parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, painter, board, parent)
        self.current = -1

    def fit_width(self) -> None:
        """As wide as the longest name, within reason."""
        names = self.look.metrics("table", strong=True)
        small, px = self.look.metrics("small"), self.look.px
        longest = max((names.horizontalAdvance(r.name) for r in self._board().rows), default=0)
        ring = small.horizontalAdvance(words.ring(2)) + px(8)
        self.setFixedWidth(min(longest, px(210)) + ring + px(28))

    def tip(self, section: int) -> str:
        row = self._board().rows[section]
        if not row.owner:
            return words.group(row.group)
        lines = [f"{row.name} ({row.owner})"]
        if row.ring is not None:
            lines.append(words.ring(row.ring))
        reason = self._board().locked(row.owner)
        return "\n".join([*lines, reason] if reason else lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self.look.colour("surface"))
        model = self._board()
        first = max(0, self.visualIndexAt(area.top()))
        for section in range(first, len(model.rows)):
            top = self.sectionViewportPosition(section)
            if top > area.bottom():
                break
            size = QSize(self.width(), self.sectionSize(section))
            current = section == self.current
            painter.drawPixmap(0, top, self.picture(section, size, current=current))
        painter.fillRect(self.width() - 1, area.top(), 1, area.height(), self.look.colour("edge"))

    def draw_section(self, painter: QPainter, section: int, box: QRect) -> None:
        model, px = self._board(), self.look.px
        row = model.rows[section]
        inner = box.adjusted(px(12), 0, -px(10), -1)
        if not row.owner:
            painter.fillRect(box, self.look.colour("ground"))
            font = self.look.font("small", strong=True)
            paint.draw_text(painter, inner, words.group(row.group), font, self.look.colour("muted"))
            return
        asks = bool(row.owner) and row.owner == model.asking
        if asks:
            painter.fillRect(box, self.look.colour("selection"))
            painter.fillRect(0, box.top(), px(4), box.height() - 1, self.look.colour("accent"))
        elif section == self._hovered:
            painter.fillRect(box, self.look.colour("hover"))
        painter.fillRect(0, box.bottom(), box.width(), 1, self.look.colour("line"))
        side = ""
        if row.ring is not None:
            side = words.ring(row.ring)
        elif asks:
            side = words.ring(0)
        if model.locked(row.owner) and model.lock_rows:
            lock = QRect(inner.right() - px(15), inner.top(), px(16), inner.height())
            paint.draw_icon(painter, "lock", theme.tokens().stale, lock, px(14))
            inner.adjust(0, 0, -px(20), 0)
        if side:
            font = self.look.font("small")
            tone = QColor(self.look.colour("accent" if asks else "muted"))
            used = paint.draw_text(painter, inner, side, font, tone, right=True)
            inner.adjust(0, 0, -used - px(6), 0)
        strong = asks or section == self.current
        font = self.look.font("table", strong=strong)
        paint.draw_text(painter, inner, row.name, font, self.look.colour("text"))
