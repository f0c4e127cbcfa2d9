"""A page that is seen before it is printed: preview, PDF, printer, and what a subclass adds."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts import paper_out
from kcr2desk.desk.parts.paper import Paper, Sheet, page_layout
from kcr2desk.desk.parts.paper_view import PageView, Preview
from kcr2desk.desk.shortcuts import command
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.desk.parts.book_feed import Follows
    from kcr2desk.store.cache import Cache


PAUSE: Final = 2000
"""Milliseconds at least between two layouts that nobody asked for."""

SHARE: Final = 20
"""Such a layout comes at most after so many times the time that one takes."""


class PrintPage(QWidget):
    """Base of the pages: give `sheet`; name files by `file_name`; add buttons to `actions_row`.

    It follows the book, with pauses, while it is in sight.
    """

    SHARE = 0.62
    """Of the panel's width: a page on its side is read best wide."""

    closed = Signal()

    def __init__(
        self,
        feed: Follows,
        _cache: Cache | None,
        work: StoreWork | None,
        *,
        now: Callable[[], datetime],
        me: Identity | None,
        exercise: bool = False,
    ) -> None:
        super().__init__()
        self.feed: Any = feed
        self.work = work
        self.now = now
        self.me = me
        self.exercise = exercise
        self.paper: Paper | None = None
        self._printers: bool | None = None
        self._pdf = command(self, "Ctrl+S", self._ask_pdf, icon="file")
        self._print = command(self, "Ctrl+Alt+P", self._ask_printer, icon="print")
        self._print.setVisible(False)
        self._cross = kit.button(kind="quiet", icon="close", small=True, run=self.closed.emit)
        self.heading = kit.label(role="heading")
        self.note = kit.InlineMessage()
        self.chooser = QHBoxLayout()
        self.chooser.setSpacing(theme.S)
        self.actions_row = QHBoxLayout()
        self.actions_row.setSpacing(theme.S)
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE)
        self._soon.timeout.connect(self.refresh)
        feed.loaded.connect(self.later)
        feed.changed.connect(lambda _keys: self.later())

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(560)
        head = QHBoxLayout()
        head.setContentsMargins(theme.L, theme.S, theme.S, 0)
        head.setSpacing(theme.S)
        head.addWidget(self.heading)
        head.addLayout(self.chooser)
        head.addStretch(1)
        head.addWidget(self._cross)
        tools = QHBoxLayout()
        tools.setContentsMargins(theme.L, 0, theme.S, theme.XS)
        tools.setSpacing(theme.S)
        tools.addWidget(kit.action_button(self._pdf, kind="primary"))
        tools.addWidget(kit.action_button(self._print))
        tools.addLayout(self.actions_row)
        tools.addStretch(1)
        self._sheets = QWidget()
        self._sheets.setProperty("ground", "ground")
        self._stack = QVBoxLayout(self._sheets)
        self._stack.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        self._stack.setSpacing(theme.M)
        self._scroll = Preview()
        self._scroll.setWidget(self._sheets)
        self._scroll.widthChanged.connect(self._fit_pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.note)
        column.addWidget(self._scroll, 1)

    # -- what a subclass gives ---------------------------------------------------------------------

    def sheet(self) -> Sheet:
        """What is to be printed now."""
        raise NotImplementedError

    def file_name(self) -> str:
        """The name of a file of it, without its ending."""
        raise NotImplementedError

    # -- showing -----------------------------------------------------------------------------------

    @property
    def maker(self) -> str:
        """Who makes the page, by the name of the account."""
        return self.me.display_name if self.me is not None else ""

    def later(self) -> None:
        """Lay it out again soon, when it is in sight."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Lay it out anew; the place in the preview stays. The more it takes, the rarer it is done
        by itself."""
        begun = time.perf_counter()
        bar = self._scroll.verticalScrollBar()
        at = bar.value()
        self.paper = Paper(self.sheet())
        self._show_pages()
        bar.setValue(at)
        took = time.perf_counter() - begun
        self._soon.setInterval(max(PAUSE, round(took * SHARE * 1000)))

    def _show_pages(self) -> None:
        while (item := self._stack.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self.paper is None:
            return
        for page in range(self.paper.pages):
            view = PageView(self.paper, page, self._page_width)
            said = self.tr("Page {page} of {pages}")
            view.setAccessibleName(said.format(page=page + 1, pages=self.paper.pages))
            self._stack.addWidget(view)
            view.show()  # now: what waits to be shown takes no room in the layout
        self._stack.addStretch(1)
        self._stack.activate()

    @property
    def _page_width(self) -> int:
        return max(320, self._scroll.viewport().width() - 2 * theme.L)

    def _fit_pages(self) -> None:
        """Make the pages as wide as there is room; what is read stays in sight."""
        bar = self._scroll.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        for view in self._sheets.findChildren(PageView):
            view.set_width(self._page_width)
        self._stack.activate()
        bar.setValue(round(share * bar.maximum()))

    def sizeHint(self) -> QSize:
        return QSize(900, 700)

    def focus_first(self) -> None:
        """Put the focus on the pages, so that keys move them."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._printers is None:
            self._printers = _has_printer()
            self._print.setVisible(self._printers)
        self.refresh()

    # -- leaving -----------------------------------------------------------------------------------

    def save_pdf(self, path: Path) -> None:
        """Write the PDF, as things are now, and say whether it worked."""
        self.write_file(path, Paper(self.sheet()).pdf())

    def write_file(self, path: Path, data: bytes) -> None:
        """Write a file and say whether it worked."""
        try:
            path.write_bytes(data)
        except OSError as error:
            self.written(path, error)
        else:
            self.written(path, None)

    def write_away(self, write: Callable[[], None], path: Path) -> None:
        """Carry out `write` away from the screen and say whether it worked. It is carried out
        also when the page is closed meanwhile."""
        if self.work is None:  # on a book without a store
            try:
                write()
            except OSError as error:
                self.written(path, error)
            else:
                self.written(path, None)
            return
        self.work.do(
            write,
            lambda _none: self.written(path, None),
            owner=self,
            failed=lambda error: self.written(path, error),
        )

    def written(self, path: Path, error: Exception | None) -> None:
        """Say that a file was written, or why it was not."""
        if error is None:
            self.note.tell(self.tr("Saved as {file}.").format(file=path.name), "good")
            return
        said = self.tr("Not saved: {why}. Choose another place.")
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        self.note.tell(said.format(why=why), "urgent")

    def ask_file(self, ending: str, kinds: str, save: Callable[[Path], object]) -> None:
        """Ask where to save and save there."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save"), f"{self.file_name()}.{ending}", kinds
        )
        if name:
            save(Path(name))

    def _ask_pdf(self) -> None:
        self.ask_file("pdf", "PDF (*.pdf)", self.save_pdf)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(upright=self.sheet().upright))
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: object) -> None:
        """Print all pages on a QPrinter."""
        from PySide6.QtPrintSupport import QPrinter

        assert isinstance(printer, QPrinter)
        paper_out.print_on(Paper(self.sheet()), printer)

    def say_page(self, heading: str) -> None:
        """Set the words that all pages share."""
        self.heading.setText(heading)
        self._pdf.setText(self.tr("Save as PDF…"))
        self._print.setText(self.tr("Print…"))
        self._cross.setToolTip(self.tr("Close"))
        self._cross.setAccessibleName(self.tr("Close"))
        if self.isVisible():
            self.refresh()


def _has_printer() -> bool:
    """Whether this workstation has a printer: without one nothing offers to print."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def stamp(now: datetime) -> str:
    """`2026-07-14-1405`: when, in the name of a file."""
    return f"{now.astimezone(texts.AMSTERDAM):%Y-%m-%d-%H%M}"
