"""The attachments of a report: what they are, whether they are here, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts.copies import Copies, is_program, safe_name, save_as
from kcr2desk.desk.reports.shown import FileShown
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

ROW: Final = 44


@dataclass(frozen=True, slots=True)
class Outside:
    """What is done outside the desk: open a file in another program, ask where to save one."""

    open_file: Callable[[Path], bool]
    ask_where: Callable[[QWidget, str], str]
    """Given a name, the path that the officer chose, or ""."""


def system_outside() -> Outside:
    """The programs and the dialog of this computer."""

    def open_file(path: Path) -> bool:
        return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def ask_where(parent: QWidget, name: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(parent, "", name)
        return str(chosen)

    return Outside(open_file, ask_where)


def file_icon(media_type: str, name: str) -> str:
    """The sign of a file by its kind."""
    if media_type.startswith("image/"):
        return "image"
    if media_type in ("message/rfc822", "application/vnd.ms-outlook"):
        return "mail"
    if name.casefold().endswith((".cap", ".xml", ".atom", ".rss")):
        return "alert"
    return "file"


class FileRow(QWidget):
    """One attachment. Double click or Enter opens it; it can be dragged to another program."""

    openWanted = Signal()
    saveWanted = Signal()
    fetchWanted = Signal()
    dragWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = FileShown("", "", "", 0, "", "")
        self._pressed: QPoint | None = None
        self.name = kit.ElidedLabel()
        self.detail = kit.ElidedLabel(role="small", tone="muted")
        self.open = kit.button(kind="quiet", icon="open", small=True, run=self.openWanted.emit)
        self.save = kit.button(kind="quiet", icon="download", small=True, run=self.saveWanted.emit)
        self.fetch = kit.button(kind="link", small=True, run=self.fetchWanted.emit)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 2, 0, 2)
        row.setSpacing(theme.XS)
        row.addLayout(words, 1)
        row.addWidget(self.fetch)
        row.addWidget(self.open)
        row.addWidget(self.save)
        self.setFixedHeight(ROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_file(self, file: FileShown) -> None:
        self.file = file
        here = file.state == "here"
        program = is_program(file.name)
        self.name.setText(file.name)
        self.detail.setText(" · ".join(filter(None, (texts.size(file.size), self._state(file)))))
        self.open.setVisible(here)
        self.open.setEnabled(not program)
        self.save.setVisible(here)
        self.fetch.setVisible(file.state == "")
        self.fetch.setText(self.tr("Fetch"))
        self.setAccessibleName(f"{file.name}, {self.detail.text()}")
        words = self.tr("Open a copy, for reading only")
        if program:
            words = self.tr("This can run something on this computer. It can only be saved.")
        self.open.setToolTip(words)
        self.open.setAccessibleName(self.tr("Open {name}").format(name=file.name))
        self.save.setToolTip(self.tr("Save as…"))
        self.save.setAccessibleName(self.tr("Save {name}").format(name=file.name))
        self.setCursor(Qt.CursorShape.OpenHandCursor if here else Qt.CursorShape.ArrowCursor)
        self.update()

    def _state(self, file: FileShown) -> str:
        match file.state:
            case "here":
                return ""
            case "wanted":
                return self.tr("is being fetched, waiting for the line")
            case "partly":
                return self.tr("{n} % is here").format(n=int(file.share * 100))
            case _:
                return self.tr("not on this workstation")

    def sizeHint(self) -> QSize:
        return QSize(240, ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.file.state == "here":
                self.openWanted.emit()
            elif self.file.state == "":
                self.fetchWanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.file.state == "here":
            self._pressed = None
            self.openWanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.file.state == "here":
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self.dragWanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.tokens()
        box = self.rect().adjusted(0, 2, 0, -2)
        paint.rounded(painter, box, tokens.raised)
        sign = self.rect().adjusted(8, 0, -(self.width() - 28), 0)
        icon = file_icon(self.file.media_type, self.file.name)
        paint.draw_icon(painter, icon, tokens.muted, sign)
        if self.file.state in ("wanted", "partly"):
            self._draw_progress(painter, QRectF(box))
        if self.hasFocus():
            paint.focus_ring(painter, box)

    def _draw_progress(self, painter: QPainter, box: QRectF) -> None:
        tokens = theme.tokens()
        track = QRectF(box.left() + 4, box.bottom() - 3, box.width() - 8, 2)
        painter.fillRect(track, QColor(tokens.line))
        track.setWidth(track.width() * self.file.share)
        painter.fillRect(track, QColor(tokens.accent))


class FilesView(QWidget):
    """The attachments one under the other, and what went wrong with them, in place.

    `copies` are wiped at once (those of a desk that died), and by `close_copies`.
    """

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        *,
        copies: Copies,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._work = cache, work
        self._copies, self._outside = copies, outside
        self._rows: list[FileRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.message = kit.InlineMessage()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.XS)
        page.addLayout(self._column)
        page.addWidget(self.message)
        work.do(copies.wipe)

    def show_files(self, files: Sequence[FileShown]) -> None:
        """Show these files."""
        while len(self._rows) < len(files):
            self._add()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(files))
            if place < len(files):
                row.show_file(files[place])

    def clear_message(self) -> None:
        """What was told of the files of another report goes."""
        self.message.hide()

    def rows(self) -> list[FileRow]:
        """The rows in sight."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    def close_copies(self) -> None:
        """The desk closes: wipe what was opened. Call before the store's thread is closed."""
        self._work.do(self._copies.wipe)

    def _add(self) -> None:
        row = FileRow()
        row.openWanted.connect(lambda: self._open(row.file))
        row.saveWanted.connect(lambda: self._save(row.file))
        row.fetchWanted.connect(lambda: self._fetch(row.file))
        row.dragWanted.connect(lambda: self._drag(row))
        self._rows.append(row)
        self._column.addWidget(row)

    def _open(self, file: FileShown) -> None:
        if is_program(file.name):
            told = self.tr("{name} can run something on this computer. Save it if you trust it.")
            self.message.tell(told.format(name=file.name), "attention")
            return
        self._copy(file, self._opened)

    def _opened(self, path: Path) -> None:
        if not self._outside.open_file(path):
            told = self.tr("No program on this computer opens {name}. Save it instead.")
            self.message.tell(told.format(name=path.name), "attention")

    def _copy(self, file: FileShown, then: Callable[[Path], object]) -> None:
        self._work.ask(
            lambda: self._copies.make(file.name, self._cache.open_file(file.digest)),
            then,
            owner=self,
            topic="copy",
            failed=lambda error: self._failed(file, error),
        )

    def _save(self, file: FileShown) -> None:
        chosen = self._outside.ask_where(self, safe_name(file.name))
        if not chosen:
            return
        target = Path(chosen)

        def told(_done: None) -> None:
            self.message.tell(self.tr("Saved as {path}.").format(path=target), "good")

        self._work.ask(
            lambda: save_as(target, self._cache.open_file(file.digest)),
            told,
            owner=self,
            failed=lambda error: self._failed(file, error),
        )

    def _fetch(self, file: FileShown) -> None:
        self._work.do(
            lambda: self._cache.want_file(file.digest),
            lambda _done: self._asked(file),
            owner=self,
            failed=lambda error: self._failed(file, error),
        )

    def _asked(self, file: FileShown) -> None:
        for row in self._rows:
            if row.file.id == file.id:
                row.show_file(FileShown(file.id, file.name, file.media_type, file.size,
                                        file.digest, "wanted"))  # fmt: skip

    def _drag(self, row: FileRow) -> None:
        """Drag a copy to another program; the bytes are copied first, so it may take a moment."""
        self._copy(row.file, lambda path: self._carry(row, path))

    def _carry(self, row: FileRow, path: Path) -> None:
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return  # let go before the copy was made
        drag = QDrag(row)
        drag.setMimeData(dragged(path))
        drag.exec(Qt.DropAction.CopyAction)

    def _failed(self, file: FileShown, error: Exception) -> None:
        if isinstance(error, KeyError):
            told = self.tr("{name} is not whole on this workstation yet. It will be fetched.")
        elif isinstance(error, OSError):
            told = self.tr("{name} could not be written: {why}. The report still has it.")
            why = error.strerror or type(error).__name__
            told = told.replace("{why}", why)
        else:
            self._work.failed.emit(error)
            return
        self.message.tell(told.replace("{name}", file.name), "attention")


def dragged(path: Path) -> QMimeData:
    """A file as other programs take it from a drag."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data
