"""Paper: a text laid out on A4 sheets, the same on the screen, in a PDF and on a printer.

The layout is made once in units of 1/96 inch and scaled to where it is painted, so a page that is
seen is the page that is printed. Paper is always white: the colours are those of the light theme.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from kcr2desk.desk import texts, theme
from kcr2desk.desk.parts.paper_job import Told, quietly
from kcr2desk.desk.parts.paper_out import pdf_of
from kcr2desk.desk.tokens import LIGHT

translate = QCoreApplication.translate

WIDTH: Final = 1122.5
HEIGHT: Final = 793.7
"""A4 landscape in 1/96 inch; a sheet that is upright has them the other way round."""

MARGIN: Final = 45.0
HEAD: Final = 40.0
FOOT: Final = 26.0
AT_ONCE: Final = 120
"""Rows of a listing that are laid out together: some pages."""

ALONE: Final = 84.0
"""What must follow a heading on its page: a line of facts, the head of a table and a row."""

STYLE: Final = f"""
body {{ color: {LIGHT.text}; font-size: 11px; }}
h2 {{ font-size: 15px; font-weight: 600; margin: 14px 0 4px 0; }}
h3 {{ font-size: 12px; font-weight: 600; margin: 10px 0 2px 0; }}
p {{ margin: 2px 0 6px 0; }}
table {{ border-collapse: collapse; }}
th {{ font-size: 10px; font-weight: 600; color: {LIGHT.muted}; padding: 3px 6px;
      border-bottom: 1px solid {LIGHT.muted}; }}
td {{ padding: 3px 6px; border-bottom: 1px solid {LIGHT.line}; }}
.muted {{ color: {LIGHT.muted}; }}
.urgent {{ color: {LIGHT.urgent}; font-weight: 600; }}
.attention {{ color: {LIGHT.attention}; }}
.strong {{ font-weight: 600; }}
.good {{ color: {LIGHT.good}; }}
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, width in per cent, and whether it holds numbers."""

    title: str
    width: int
    right: bool = False


Item = str | tuple[str, str]
"""A text, or a text and its tone (`urgent`, `attention`, `good`, `muted`, `strong`)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that may have thousands of rows."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the pages: `title` and `moment` above, `made` below, `body` as HTML, and a
    long `listing` under it. It lies on its side, unless it is `upright`."""

    title: str
    moment: str
    made: str
    body: str
    exercise: bool = False
    upright: bool = False
    listing: Listing | None = None

    def layout(self) -> QPageLayout:
        """The paper that it is laid out for."""
        return page_layout(upright=self.upright)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on a page: a text from `top` to `bottom`, under its first `head` again."""

    part: QTextDocument
    top: float
    bottom: float
    head: tuple[float, float] | None = None


class Paper:
    """A sheet laid out on pages. A long listing is laid out by parts, and no row of it is broken
    over two pages: as one text the time that it takes grows with the square of its rows."""

    def __init__(self, sheet: Sheet, told: Told = quietly) -> None:
        self.sheet = sheet
        self.width, self.height = (HEIGHT, WIDTH) if sheet.upright else (WIDTH, HEIGHT)
        self.body = QSizeF(self.width - 2 * MARGIN, self.height - 2 * MARGIN - HEAD - FOOT)
        self.parts: list[QTextDocument] = []
        self.leaves: list[Leaf] = []
        if sheet.listing is None:
            self._add_text()
        else:
            self._add_listing(sheet.listing, told)

    def _add_text(self) -> None:
        part, high = self._laid(self.sheet.body), self.body.height()
        part.setPageSize(self.body)
        self._keep_headings(part)
        for page in range(max(1, part.pageCount())):
            self.leaves.append(Leaf(part, page * high, (page + 1) * high))

    def _add_listing(self, listing: Listing, told: Told) -> None:
        start, whole = 0, len(listing.rows)
        while start < whole:
            told(start / whole)
            rows = listing.rows[start : start + AT_ONCE]
            before = "" if start else self.sheet.body
            part = self._laid(before + table(listing.columns, rows))
            part.setTextWidth(self.body.width())
            ends = start + len(rows) >= whole
            start += self._add_rows(part, len(rows), first=not start, ends=ends)

    def _add_rows(self, part: QTextDocument, rows: int, *, first: bool, ends: bool) -> int:
        """Add the pages of a part, and say how many rows stand on them. The last one, which is
        seldom full, is left to the part that follows unless the list `ends` with it."""
        made = next(f for f in part.rootFrame().childFrames()[::-1] if isinstance(f, QTextTable))
        layout = part.documentLayout()
        lows = [_bottom(layout, made, row) + PADDING for row in range(rows + 1)]
        head = (layout.frameBoundingRect(made).top(), lows[0])
        top, stand = 0.0 if first else head[0], 0
        while stand < rows:
            again = None if top <= head[0] else head
            room = self.body.height() - (0.0 if again is None else head[1] - head[0])
            last = bisect_right(lows, top + room, stand + 1) - 1
            last = max(last, stand + 1)  # who fills more than a page is cut rather than lost
            if last == rows and not ends and stand:
                break
            self.leaves.append(Leaf(part, top, lows[last], again))
            top, stand = lows[last], last
        return stand

    def _laid(self, body: str) -> QTextDocument:
        part = QTextDocument()
        part.setDocumentMargin(0)
        part.setDefaultFont(_font(11))
        part.setDefaultStyleSheet(STYLE)
        part.setHtml(f"<body>{body}</body>")
        self.parts.append(part)
        return part

    def _keep_headings(self, part: QTextDocument) -> None:
        """Begin a page before a heading that would stand alone at the foot of one.

        A break moves all that follows, and a layout of hundreds of rows is slow: so all breaks are
        guessed and made together first, and looked after once more.
        """
        high, moved = self.body.height(), 0.0
        cursor = QTextCursor(part)
        cursor.beginEditBlock()
        for block, bottom in _headings(part):
            left = high - (bottom + moved) % high
            if left < ALONE:
                _break_before(block)
                moved += left + 24.0  # and the heading itself
        cursor.endEditBlock()
        if not moved:
            return
        for block, bottom in _headings(part):
            if high - bottom % high < ALONE:
                _break_before(block)

    @property
    def title(self) -> str:
        """What it is called."""
        return self.sheet.title

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.leaves)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page (from 0) at 0, 0 in units of 1/96 inch."""
        painter.save()
        painter.fillRect(QRectF(0, 0, self.width, self.height), QColor("#FFFFFF"))
        self._head(painter)
        self._foot(painter, page)
        shown = self.leaves[page]
        painter.translate(MARGIN, MARGIN + HEAD)
        if shown.head is not None:
            self._draw(painter, shown.part, *shown.head)
            painter.translate(0, shown.head[1] - shown.head[0])
        self._draw(painter, shown.part, shown.top, shown.bottom)
        painter.restore()

    def _draw(self, painter: QPainter, part: QTextDocument, top: float, bottom: float) -> None:
        """Draw what stands between two heights of a text."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top, self.body.width(), bottom - top)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.text))
        context.palette = palette
        painter.save()
        painter.translate(0, -top)
        painter.setClipRect(context.clip)
        part.documentLayout().draw(painter, context)
        painter.restore()

    def _head(self, painter: QPainter) -> None:
        line = QRectF(MARGIN, MARGIN - 12, self.body.width(), HEAD - 8)
        if self.sheet.exercise:
            band = QRectF(0, 0, self.width, 22)
            painter.fillRect(band, QColor(LIGHT.exercise))
            word = translate("Paper", "EXERCISE")
            _write(painter, band, word, _font(13, strong=True), "#FFFFFF", centre=True)
        _write(painter, line, self.sheet.title, _font(19, strong=True), LIGHT.text)
        _write(painter, line, self.sheet.moment, _font(12), LIGHT.text, right=True)
        painter.setPen(QPen(QColor(LIGHT.text), 1.2))
        painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _foot(self, painter: QPainter, page: int) -> None:
        line = QRectF(MARGIN, self.height - MARGIN - FOOT + 10, self.body.width(), FOOT)
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.drawLine(line.topLeft(), line.topRight())
        said = translate("Paper", "page {page} of {pages}")
        number = said.format(page=texts.number(page + 1), pages=texts.number(self.pages))
        _write(painter, line, self.sheet.made, _font(10), LIGHT.muted)
        _write(painter, line, number, _font(10), LIGHT.muted, right=True)

    def layout(self) -> QPageLayout:
        """The paper that it is laid out for."""
        return self.sheet.layout()

    def pdf(self, told: Told = quietly) -> bytes:
        """All pages as a PDF file."""
        return pdf_of(self, told)


def _headings(part: QTextDocument) -> Iterator[tuple[QTextBlock, float]]:
    """Each heading and where it ends, as things are laid out when it is asked for."""
    layout = part.documentLayout()
    block = part.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            yield block, layout.blockBoundingRect(block).bottom()
        block = block.next()


PADDING: Final = 4.0
"""Under the words of a cell: what `td` has, and its rule."""


def _bottom(layout: QAbstractTextDocumentLayout, made: QTextTable, row: int) -> float:
    """Where a row ends: its longest cell."""
    cells = (made.cellAt(row, column) for column in range(made.columns()))
    blocks = (cell.lastCursorPosition().block() for cell in cells)
    return max(layout.blockBoundingRect(block).bottom() for block in blocks)


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)


def page_layout(*, upright: bool = False) -> QPageLayout:
    """A4 without margins: the paper keeps its own."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    turned = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    layout = QPageLayout(size, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _font(pixels: float, *, strong: bool = False) -> QFont:
    font = QFont(theme.current().font("base"))
    font.setPixelSize(math.ceil(pixels))
    font.setFeature(QFont.Tag("tnum"), 1)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: str,
    *,
    right: bool = False,
    centre: bool = False,
) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    if centre:
        side = Qt.AlignmentFlag.AlignHCenter
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)


# -- writing the body ------------------------------------------------------------------------------


def table(columns: Sequence[Column], rows: Sequence[Sequence[Item]]) -> str:
    """A table as HTML; its head comes again on every page."""
    heads = "".join(
        f'<th width="{c.width}%" align="{_side(c)}">{escape(c.title)}</th>' for c in columns
    )
    body = "".join(
        "<tr>" + "".join(_cell(c, item) for c, item in zip(columns, row, strict=True)) + "</tr>"
        for row in rows
    )
    return (
        '<table width="100%" cellspacing="0" cellpadding="0">'
        f"<thead><tr>{heads}</tr></thead>{body}</table>{AIR}"
    )


AIR: Final = '<p style="font-size: 5px; margin: 0">&nbsp;</p>'
"""Margins above a heading do not count behind a table."""


def _side(column: Column) -> str:
    return "right" if column.right else "left"


def _cell(column: Column, item: Item) -> str:
    text, tone = (item, "") if isinstance(item, str) else item
    inner = escape(text)
    if tone:
        inner = f'<span class="{tone}">{inner}</span>'
    return f'<td align="{_side(column)}">{inner}</td>'


def heading(text: str, level: int = 2) -> str:
    """A heading as HTML."""
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(text: str, tone: str = "") -> str:
    """A paragraph as HTML."""
    return f'<p class="{tone}">{escape(text)}</p>' if tone else f"<p>{escape(text)}</p>"
