"""The files that come with a report: chosen, dropped on the form, taken away again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kcr2desk.desk import kit, texts
from kcr2desk.desk.forms.report_form import Ui_ReportForm
from kcr2desk.desk.parts.form_state import file_name
from kcr2desk.desk.reports.form_saving import MOST_FILES, refusal
from kcr2desk.wire import MAX_BLOB


class FormFiles(QObject):
    """Paths of files that are added when the report is saved."""

    changed = Signal()
    dropped = Signal()
    refused = Signal(str)
    """Why some of them cannot come, as sentences."""

    def __init__(self, ui: Ui_ReportForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._form = parent
        self.paths: tuple[str, ...] = ()
        ui.files.removed.connect(self._remove)
        ui.add_file.clicked.connect(self._choose)
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)
        texts.OnLanguage(self, self._say)

    def show(self, paths: tuple[str, ...]) -> None:
        """Show these and no others."""
        self.paths = paths
        self._ui.files.set_chips(
            [kit.ChipSpec(p, file_name(p), "paperclip", removable=True, tip=p) for p in paths]
        )
        self._ui.files.setVisible(bool(paths))

    def add(self, paths: list[str]) -> None:
        """Let files come with the report; what cannot come is said."""
        wrong = [sentence for path in paths if (sentence := refusal(path))]
        good = [path for path in dict.fromkeys(paths) if not refusal(path)]
        new = [path for path in good if path not in self.paths]
        room = MOST_FILES - len(self.paths)
        if len(new) > room:
            wrong.append(self.tr("At most {n} files.").replace("{n}", str(MOST_FILES)))
        self.show((*self.paths, *new[:room]))
        if wrong:
            self.refused.emit(" ".join(wrong))
        self.changed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Files dropped on the form come with its report."""
        if not isinstance(event, QDropEvent):  # entering and moving are kinds of it
            return False
        paths = local_files(event.mimeData().urls())
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit()
            self.add(paths)
        if paths:
            event.acceptProposedAction()
        return bool(paths)

    def _choose(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self._form, self.tr("Add files to the report"))
        if paths:
            self.add(paths)

    def _remove(self, path: str) -> None:
        self.show(tuple(each for each in self.paths if each != path))
        self.changed.emit()

    def _say(self) -> None:
        said = self.tr("or drop them here; {size} each at most")
        self._ui.files_words.setText(said.replace("{size}", texts.size(MAX_BLOB)))


def local_files(urls: list[QUrl]) -> list[str]:
    """The paths of files on this workstation, out of what was dropped or pasted."""
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
