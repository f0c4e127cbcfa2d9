"""Files dropped on the panel, or pasted: mail and alerts become reports, others attachments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kcr2desk.desk import shortcuts, texts
from kcr2desk.desk.reports.drop_reading import (
    MOST_FILES,
    Brought,
    bring_in,
    is_report,
    limits,
    without_repeats,
)
from kcr2desk.desk.reports.drop_strip import DropCurtain, DropStrip
from kcr2desk.desk.reports.form_files import local_files
from kcr2desk.desk.reports.form_saving import media_type, refusal
from kcr2desk.desk.reports.pasted import PastedMail, screen_language
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.intake import Item

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class FileDrop(QObject):
    """Lets a panel take files: dropped, pasted (Ctrl+V) or chosen (Ctrl+O).

    The panel puts `strip` where it tells things, names the selected report by `set_selected`, and
    may listen. Each file is read and saved by itself in the work thread, so that what was typed
    is not held up, and a broken one never holds up the others.
    """

    taken = Signal(list)
    """Ids of the reports that came in."""

    problems = Signal(list)
    """A sentence for each thing that became no report."""

    showWanted = Signal(str)
    """The officer wants to see a report that came in, by its id."""

    newWanted = Signal(str, list)
    """The officer wants a new report with this text and these files (paths)."""

    def __init__(
        self, widget: QWidget, cache: Cache, work: StoreWork, now: Callable[[], datetime]
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._cache = cache
        self._work = work
        self._now = now
        self._selected = ""
        self._selected_words = ""
        self._waiting = 0
        self._count = 0
        self._so_far = Brought()
        self._curtain = DropCurtain(widget)
        self.strip = DropStrip()
        self.strip.showWanted.connect(self.showWanted)
        self._pasted = PastedMail(cache, work, now, self)
        self._pasted.found.connect(self._ask_mail)
        self._pasted.plain.connect(self._ask_text)
        self._pasted.taken.connect(self._finish)
        self.choose_action = shortcuts.command(widget, "Ctrl+O", self.choose, icon="import")
        self.paste_action = shortcuts.command(widget, "Ctrl+V", self.paste, icon="mail")
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)
        texts.OnLanguage(self, self._say)

    def actions(self) -> list[QAction]:
        """What the panel may show as buttons."""
        return [self.choose_action, self.paste_action]

    def set_selected(self, report: str, words: str = "") -> None:
        """Which report takes the files that are no report; `words` say which it is."""
        self._selected, self._selected_words = report, words

    def take_paths(self, paths: list[str]) -> None:
        """Bring in files: each report by itself; for the others it is asked where they belong."""
        wrong: list[str] = []
        if len(paths) > MOST_FILES:
            said = self.tr("{n} files at a time; the first {n} were taken.")
            wrong.append(said.replace("{n}", str(MOST_FILES)))
        reports: list[str] = []
        others: list[str] = []
        for path in paths[:MOST_FILES]:
            try:
                (reports if is_report(Path(path)) else others).append(path)
            except OSError:
                reports.append(path)  # reading it says what is wrong
        self._begin(reports, wrong)
        if others:
            self._ask_files(others)

    def paste(self) -> None:
        """Bring in what is on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        paths = local_files(data.urls()) if data is not None else []
        if paths:
            self.take_paths(paths)
        elif data is not None and data.hasText() and data.text().strip():
            self._pasted.look(data.text())
        else:
            self.strip.tell(self.tr("There is no mail and no file on the clipboard."), "muted")

    def choose(self) -> None:
        """Let the officer choose files."""
        title = self.tr("Bring in mail and alerts")
        paths, _ = QFileDialog.getOpenFileNames(self._widget, title)
        if paths:
            self.take_paths(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files over the panel: say what may be dropped, and take it."""
        if watched is not self._widget:
            return False
        if event.type() == QEvent.Type.DragLeave:
            self._curtain.hide()
        if not isinstance(event, QDropEvent):
            return False
        paths = local_files(event.mimeData().urls())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._curtain.hide()
            self.take_paths(paths)
        else:
            self._curtain.show_over(limits(screen_language()))
        return True

    # reading

    def _begin(self, paths: list[str], wrong: list[str]) -> None:
        self._so_far += Brought(problems=tuple(wrong))
        self._count += len(paths)
        self._waiting += len(paths)
        now, language = self._now(), screen_language()
        for path in paths:
            self._work.do(
                partial(bring_in, self._cache, Path(path), now=now, language=language),
                self._one_done,
                owner=self,
            )
        if paths:
            self._say_progress()
        elif wrong:
            self._finish(Brought())

    def _one_done(self, brought: Brought) -> None:
        self._waiting -= 1
        self._so_far += brought
        if self._waiting:
            self._say_progress()
        else:
            self._finish(Brought())

    def _say_progress(self) -> None:
        if self._count > 1:
            said = self.tr("Reading {n} of {all}…")
            done = self._count - self._waiting + 1
            said = said.replace("{n}", str(done)).replace("{all}", str(self._count))
            self.strip.tell(said, "accent", closable=False)

    def _finish(self, brought: Brought) -> None:
        whole = without_repeats(self._so_far + brought)
        self._so_far, self._count = Brought(), 0
        self.strip.show_brought(whole)
        if whole.new:
            self.taken.emit(list(whole.new))
        if whole.problems:
            self.problems.emit(list(whole.problems))

    # questions, all of them inline

    def _ask_mail(self, item: Item) -> None:
        self._pasted.take(item)

    def _ask_text(self, text: str) -> None:
        self.strip.tell(
            self.tr("What was pasted is no mail with its headers."),
            "accent",
            [(self.tr("New report with this text"), lambda: self._new(text, []))],
        )

    def _ask_files(self, paths: list[str]) -> None:
        wrong = [sentence for path in paths if (sentence := refusal(path))]
        good = [path for path in paths if not refusal(path)]
        if wrong:
            self.strip.show_brought(Brought(problems=tuple(wrong)))
            self.problems.emit(wrong)
        if not good:
            return
        names = Path(good[0]).name
        if len(good) > 1:
            names = self.tr("%n file(s)", "", len(good))
        actions: list[tuple[str, Callable[[], object]]] = [
            (self.tr("New report"), lambda: self._new("", good))
        ]
        said = self.tr("{files}: select the report that it belongs to, or make a new one.")
        if self._selected:
            report = self._selected
            actions.insert(0, (self.tr("Add"), lambda: self._attach(report, good)))
            said = self.tr("Add {files} to “{report}”?").replace("{report}", self._selected_words)
        self.strip.ask(said.replace("{files}", names), actions)

    def _new(self, text: str, paths: list[str]) -> None:
        self.strip.dismiss()
        self.newWanted.emit(text, paths)

    def _attach(self, report: str, paths: list[str]) -> None:
        self.strip.dismiss()

        def attach() -> int:
            for path in paths:
                name = Path(path).name[:255]
                self._cache.attach("report", report, name, media_type(path), Path(path))
            return len(paths)

        self._work.do(
            attach,
            lambda count: self.strip.tell(self.tr("%n file(s) added.", "", count), "good"),
            owner=self,
            failed=self._not_attached,
        )

    def _not_attached(self, error: Exception) -> None:
        said = self.tr("The files were not added ({what}). Try again.")
        self.strip.tell(said.replace("{what}", str(error) or type(error).__name__), "urgent")

    def _say(self) -> None:
        self.choose_action.setText(self.tr("Bring in mail and alerts…"))
        self.paste_action.setText(self.tr("Paste a mail or files"))
