"""The card that brings a list in: what it is, of which arrival, what it would change, and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from kcr2desk.core.repatriation.bringing import UNBOUND, Preview
from kcr2desk.core.repatriation.people import LISTS
from kcr2desk.desk import kit, texts, troubles
from kcr2desk.desk.parts.card_parts import Rows
from kcr2desk.desk.repatriation import import_words as words
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import SAVE, HallCard
from kcr2desk.desk.repatriation.import_columns import ColumnGrid, remember
from kcr2desk.desk.repatriation.import_rows import PreviewModel
from kcr2desk.desk.repatriation.import_work import Looked, Saver, Wanted, look
from kcr2desk.exchange.people import PeopleRead
from kcr2desk.exchange.person_sheet import Columns, asks_order
from kcr2desk.exchange.problems import Language, Refused, sentence

_NO_ARRIVAL = "-"
_DATES = frozenset(
    ("person-dates-asked", "person-dates-day", "person-dates-month", "person-dates-mixed")
)


class ImportCard(HallCard):
    """Brings in a list of people out of a file or of what was pasted. Nothing is saved before it is
    wanted. `done` carries the arrival that it was of."""

    def __init__(
        self, hall: Hall, *, arrival: str = "", files: Sequence[Path] = (), text: str = ""
    ) -> None:
        super().__init__(hall)
        self._nearest = arrival
        self._waiting: list[Path] = []
        self.looked: Looked | None = None
        self._wanted: Wanted | None = None
        self._reading = False
        self.saver = Saver(hall, self)
        self.saver.progressed.connect(self._progressed)
        self.saver.finished.connect(self._finished)
        self.saver.undone.connect(self._undone)
        self.saver.failed.connect(self._went_wrong)
        self.kind = kit.KeyChoice()
        self.kind.chosen.connect(lambda kind: self._again(list_name=kind))
        self.arrival = kit.FilterButton(multiple=False, always=True, width=330)
        self.arrival.changed.connect(self._arrival_chosen)
        self.sheets = kit.FilterButton(multiple=False, always=True, width=330)
        self.sheets.changed.connect(self._sheet_chosen)
        self.order = kit.KeyChoice()
        self.order.chosen.connect(self._order_chosen)
        self.rows = Rows()
        self.rows.add("kind", self.kind)
        self.rows.add("arrival", self.arrival)
        self.rows.add("sheet", self.sheets)
        self.rows.add("order", self.order)
        self.total = kit.label(wrap=True, tone="attention", role="strong")
        self.sum = kit.SectionHeader()
        self.empty = kit.EmptyState("import")
        self.grid = ColumnGrid()
        self.grid.corrected.connect(self._corrected)
        self.model = PreviewModel(self)
        self.table = kit.DeskTable()
        self.table.set_model(self.model)
        self.table.setMinimumHeight(240)
        self.column.addWidget(self.empty, 1)
        for part in (self.rows, self.total, self.grid, self.sum):
            self.column.addWidget(part)
        self.column.addWidget(self.table, 1)
        self.more = kit.label(wrap=True, tone="muted")
        self.more.setMinimumHeight(36)
        self.more.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table.selectionModel().currentChanged.connect(
            lambda current, _before: self.more.setText(self.model.told(current.row()))
        )
        self.column.addWidget(self.more)
        self.take_action, take = self.action(SAVE, self.take, kind="primary")
        self.columns_action, columns = self.action("Alt+C", self.show_columns, icon="columns")
        self.gone_action, gone = self.action("Alt+G", self.cancel_gone, icon="minus")
        self.undo_action, undo = self.action("Ctrl+Z", self.saver.undo, icon="undo")
        self.open_action, self._choose = self.action("Ctrl+O", self.choose_files, icon="import")
        self.paste_action, paste = self.action("Ctrl+V", self.paste, icon="copy")
        for button in (take, undo, columns, gone, self._choose, paste):
            self.foot.addWidget(button)
        self.setAcceptDrops(True)
        self.begin()
        if text:
            self.read_text(text)
        elif files:
            self.read_files(files)

    def focus_first(self) -> None:
        first = self._choose if self.looked is None else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is read ------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Let the officer choose lists."""
        title = self.tr("Bring in lists of people")
        kinds = self.tr("Lists of people (*.xlsx *.xlsm *.csv *.tsv *.txt *.edi *.xml *.pfif)")
        paths, _ = QFileDialog.getOpenFileNames(self, title, "", f"{kinds};;*")
        self.read_files([Path(path) for path in paths])

    def read_files(self, files: Sequence[Path]) -> None:
        """Read files, one after another: the next comes when this one is brought in."""
        if files and not self.saver.busy:
            self._waiting = list(files[1:])
            self._look(Wanted(path=str(files[0])))

    def paste(self) -> None:
        """Read what is on the clipboard: files, or a table."""
        held = QGuiApplication.clipboard().mimeData()
        urls = [] if held is None else held.urls()
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if files:
            self.read_files(files)
        elif held is not None and held.hasText() and held.text().strip():
            self.read_text(held.text())
        else:
            self.told.tell(self.tr("There is no table and no file on the clipboard."), "muted")

    def read_text(self, text: str) -> None:
        """Read a table that was pasted."""
        if not self.saver.busy:
            self._waiting = []
            self._look(Wanted(text=text))

    def _look(self, wanted: Wanted) -> None:
        self._wanted, self._reading = wanted, True
        cache, stream, now = self.cache, self.stream, self.now()
        settings, nearest = self.hall.settings, self._nearest
        self.work.ask(
            lambda: look(wanted, cache, stream, now, settings, nearest),
            self._took,
            owner=self,
            topic="look",
            failed=self._refused,
        )
        self.refresh()

    def _took(self, looked: Looked) -> None:
        if self.looked is None or self.looked.wanted.path != looked.wanted.path:
            self.told.dismiss()
        fresh = self.looked is None or self.looked.read.table is not looked.read.table
        self.looked, self._wanted, self._reading = looked, looked.wanted, False
        asks = asks_order(looked.read.file)
        if fresh:
            self._columns_shown = self._lacks_columns()
        self.model.show_preview(looked.seen, looked.rows)
        self.more.setText("")
        self.refresh()
        if fresh and asks:
            self.order.setFocus(Qt.FocusReason.OtherFocusReason)
        elif fresh:
            self.focus_first()

    def _refused(self, error: Exception) -> None:
        self.looked, self._reading = None, False
        self.model.show_preview(None, ())
        if isinstance(error, Refused):
            language = cast(Language, people_words.language())
            said = " ".join(sentence(problem, language) for problem in error.problems)
        else:
            said = troubles.sentence(error)
        self.told.tell(said, "urgent")
        self.refresh()

    def _again(self, **other: object) -> None:
        """Look once more at the same, as something else."""
        if self._wanted is not None and not self.saver.busy:
            self._look(replace(self._wanted, **other))  # type: ignore[arg-type]

    def _arrival_chosen(self, chosen: frozenset[str]) -> None:
        value = next(iter(chosen))
        self._again(arrival="" if value == _NO_ARRIVAL else value)

    def _sheet_chosen(self, chosen: frozenset[str]) -> None:
        self._again(sheet=next(iter(chosen)), known=None, columns=None)

    def _order_chosen(self, order: str) -> None:
        columns = self._meant()
        if columns is not None:
            self._again(columns=replace(columns, order=order))  # type: ignore[arg-type]

    def _corrected(self, place: int, role: str) -> None:
        columns = self._meant()
        if columns is not None:
            self._again(columns=columns.with_role(place, role))

    def _meant(self) -> Columns | None:
        return None if self.looked is None else self.looked.read.columns

    def show_columns(self) -> None:
        """Show or hide what each column is."""
        self._columns_shown = not self._columns_shown
        self.refresh()

    _columns_shown = False

    def _lacks_columns(self) -> bool:
        problems = self.looked.read.file.problems if self.looked is not None else ()
        return any(problem.code == "person-no-columns" for problem in problems)

    # -- what is shown -----------------------------------------------------------------------------

    def say(self) -> None:
        self.title.setText(self.tr("Bring in a list"))
        said = self.tr(
            "Or choose a file, or paste a table out of a mail or a PDF: spreadsheets (xlsx, csv),"
            " passenger lists (PAXLST) and PFIF. Nothing is saved before you say so."
        )
        self.empty.set_texts(self.tr("Drop a list here"), said)
        self.rows.say({"kind": self.tr("It is"), "arrival": self.tr("Of"),
                       "sheet": self.tr("Sheet"), "order": self.tr("In dates first")})  # fmt: skip
        self.kind.set_options([kit.Option(code, words.list_name(code)) for code in LISTS])
        self.order.set_options(
            [kit.Option("dmy", self.tr("the day")), kit.Option("mdy", self.tr("the month"))]
        )
        self.open_action.setText(self.tr("Choose a file…"))
        self.paste_action.setText(self.tr("Paste"))
        self.columns_action.setText(self.tr("Columns"))
        self.undo_action.setText(self.tr("Undo"))

    def refresh(self) -> None:
        looked, busy = self.looked, self.saver.busy
        self.subtitle.setText(self._subtitle())
        self.empty.setVisible(looked is None)
        self.take_action.setVisible(looked is not None)
        kit.set_kind(self._choose, "primary" if looked is None else "")
        for part in (self.rows, self.sum, self.table, self.more):
            part.setVisible(looked is not None)
        read = None if looked is None else looked.read
        has_columns = read is not None and read.columns is not None
        self.grid.setVisible(has_columns and self._columns_shown)
        self.columns_action.setVisible(has_columns)
        self.undo_action.setVisible(bool(self.saver.made) and not busy)
        self.gone_action.setVisible(looked is not None and bool(looked.seen.gone) and not busy)
        self.total.setVisible(looked is not None and bool(looked.seen.totals))
        if looked is not None:
            self._show(looked)
        self._name_actions()

    def _show(self, looked: Looked) -> None:
        read, seen = looked.read, looked.seen
        self.kind.set_value(seen.list_name)
        self.rows.show_row("arrival", seen.list_name not in UNBOUND)
        self._show_arrivals(looked)
        table = read.table
        self.rows.show_row("sheet", table is not None and len(table.sheets) > 1)
        if table is not None and read.columns is not None:
            self.sheets.set_options([kit.FilterOption(s, s) for s in table.sheets])
            self.sheets.set_value(frozenset({table.sheet}))
            if self._columns_shown:
                self.grid.show_table(table, read.columns)
        self.rows.show_row("order", self._has_order(read))
        self.order.set_value("" if read.columns is None else read.columns.order or _order(read))
        self.total.setText(" ".join(words.total(each) for each in seen.totals))
        kit.set_tone(self.total, "attention" if seen.differing else "muted")
        self.sum.set_texts(self.tr("%n line(s)", "", len(seen.lines)), words.sums(seen))

    def _show_arrivals(self, looked: Looked) -> None:
        option = kit.FilterOption
        new = self.tr("new")
        options = [
            option(each.id, each.code, new) for each in looked.arrivings if each.known is None
        ]
        for arrival in self.book.arrivals:
            at = arrival.actual_at or arrival.expected_at
            when = "" if at is None else texts.moment(at, self.now())
            place = " – ".join(part for part in (arrival.origin, arrival.place) if part)
            said = " · ".join(part for part in (arrival.code, place) if part)
            options.append(option(arrival.id, said, when))
        options.append(option(_NO_ARRIVAL, self.tr("no arrival yet")))
        self.arrival.set_options(options)
        self.arrival.set_value(frozenset({looked.seen.arrival or _NO_ARRIVAL}))

    @staticmethod
    def _has_order(read: PeopleRead) -> bool:
        told = read.columns is not None and bool(read.columns.order)
        return told or any(problem.code in _DATES for problem in read.file.problems)

    def _subtitle(self) -> str:
        if self._reading:
            return self.tr("Reading…")
        if self.looked is None:
            return ""
        table, path = self.looked.read.table, self.looked.wanted.path
        name = Path(path).name if path else self.tr("pasted")
        kind = self.looked.read.file.kind.upper() if table is None else table.sheet
        more = self.tr("%n more to come", "", len(self._waiting)) if self._waiting else ""
        return " · ".join(part for part in (name, kind, more) if part)

    def _name_actions(self) -> None:
        looked = self.looked
        count = 0 if looked is None else _to_save(looked.seen)
        if self.saver.busy:
            self.take_action.setText(self.tr("Stop"))
            self.take_action.setEnabled(True)
            return
        asks = looked is not None and asks_order(looked.read.file)
        self.take_action.setEnabled(count > 0 and not asks and not self._reading)
        if asks:
            self.take_action.setText(self.tr("First say how dates are written"))
        elif looked is not None and not count:
            self.take_action.setText(self.tr("Nothing to bring in"))
        else:
            self.take_action.setText(self.tr("Bring in %n line(s)", "", count))
        gone = 0 if looked is None else len(looked.seen.gone)
        self.gone_action.setText(self.tr("Settle %n as cancelled", "", gone))

    # -- saving ------------------------------------------------------------------------------------

    def take(self) -> None:
        """Bring it in; while that is under way, stop."""
        looked = self.looked
        if self.saver.busy:
            self.saver.stop()
            return
        if looked is None or not self.take_action.isEnabled():
            return
        if looked.read.table is not None and looked.read.columns is not None:
            remember(self.hall.settings, looked.read.table, looked.read.columns)
        self.told.dismiss()
        self.saver.bring_in(looked.seen)
        self.refresh()

    def cancel_gone(self) -> None:
        """Settle who is no longer in the list."""
        if self.looked is not None and self.looked.seen.gone and not self.saver.busy:
            self.saver.cancel(self.looked.seen)
            self.refresh()

    def _progressed(self, done: int, whole: int) -> None:
        if self.saver.busy:
            said = self.tr("{done} of {whole} saved…")
            said = said.replace("{done}", texts.number(done))
            self.told.tell(said.replace("{whole}", texts.number(whole)), "accent")

    def _finished(self, count: int, stopped: bool) -> None:
        undo: list[tuple[str, Callable[[], object]]] = [(self.tr("Undo"), self.saver.undo)]
        if stopped:
            said = self.tr("Stopped. What was saved stays; bring it in again for the rest.")
            self.told.tell(said, "attention", undo)
        else:
            self.told.tell(self.tr("Brought in, saved on this workstation."), "good", undo)
        arrival = "" if self.looked is None else self.looked.seen.arrival
        if self._waiting and not stopped:
            self._look(Wanted(path=str(self._waiting.pop(0))))
        elif self._wanted is not None:
            self._look(self._wanted)
        if count:
            self.done.emit(arrival)

    def _undone(self) -> None:
        self.told.tell(self.tr("Put back as it was."), "good")
        self._again()

    def _went_wrong(self, error: Exception) -> None:
        said = self.tr("{why} What was saved stays; bring it in again for the rest.")
        self.told.tell(said.replace("{why}", troubles.sentence(error)), "urgent")
        self._again()
        self.refresh()

    # -- dropping ----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if files:
            self.read_files(files)
        elif event.mimeData().text().strip():
            self.read_text(event.mimeData().text())


def _to_save(seen: Preview) -> int:
    """How many lines are new or change; the arrival alone counts as one."""
    count = seen.count("new") + seen.count("changed")
    plan = seen.plan
    return count or int(plan is not None and plan.change is not None and bool(seen.lines))


def _order(read: PeopleRead) -> str:
    """Which order the dates were read in, where they told it themselves."""
    codes = {problem.code for problem in read.file.problems}
    return "dmy" if "person-dates-day" in codes else "mdy" if "person-dates-month" in codes else ""
