"""Pages on their way out: into the bytes of a PDF, or onto a printer. Nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from kcr2desk.desk.parts.paper_job import Told, quietly

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI: Final = 96.0
"""Pages are laid out in units of 1/96 inch."""

RESOLUTION: Final = 600


class Laid(Protocol):
    """What is to be on paper of some size."""

    def layout(self) -> QPageLayout:
        """The size of the paper, without margins: pages keep their own."""
        ...


class Pages(Laid, Protocol):
    """What can be seen, saved and printed page by page."""

    @property
    def title(self) -> str: ...

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...

    @property
    def pages(self) -> int: ...

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page (from 0) at 0, 0 in units of 1/96 inch."""
        ...


def pdf_of(pages: Pages, told: Told = quietly) -> bytes:
    """All pages as a PDF file. It names KCR2 Desk as what made it, and nobody."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(pages.title)
    writer.setCreator("KCR2 Desk")
    writer.setPageLayout(pages.layout())
    painter = QPainter(writer)
    painter.scale(RESOLUTION / DPI, RESOLUTION / DPI)
    try:
        _paint_all(pages, painter, writer, told)
    finally:
        painter.end()
    buffer.close()
    return bytes(data.data())


def _paint_all(pages: Pages, painter: QPainter, device: QPdfWriter | QPrinter, told: Told) -> None:
    for page in range(pages.pages):
        told(page / pages.pages)
        if page:
            device.newPage()
        pages.paint(painter, page)


def print_on(pages: Pages, printer: QPrinter, told: Told = quietly) -> bool:
    """Print all pages; False when the printer takes none. Its paper must be set before."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / DPI
    painter.scale(scale, scale)
    try:
        _paint_all(pages, painter, printer, told)
    finally:
        ended = painter.end()
    return bool(ended)


def printers() -> list[str]:
    """The printers of this workstation, its usual one first; none where there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = [str(name) for name in QPrinterInfo.availablePrinterNames()]
    usual = str(QPrinterInfo.defaultPrinterName())
    return sorted(names, key=lambda name: (name != usual, name.casefold()))


def printer_for(laid: Laid, name: str) -> QPrinter:
    """A printer by its name, with the paper that is wanted."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    printer.setPageLayout(laid.layout())
    printer.setDocName("KCR2 Desk")  # print queues show names to everybody
    return printer
