"""The card that brings numbers in from a spreadsheet: columns, every row checked, what changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from kcr2desk.core.access import OUTSIDE
from kcr2desk.core.changes import Change
from kcr2desk.core.records import Owner
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk import kit, troubles
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_keys import is_sheet
from kcr2desk.desk.bijstand.board_write import BoardWriter
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.import_columns import ColumnGrid, remember, remembered, role_options
from kcr2desk.desk.bijstand.import_rows import PreviewModel, preview_rows
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange import capacity_sheet as sheet
from kcr2desk.exchange.problems import Language, Refused, sentence

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

Read = tuple[sheet.Table, sheet.Columns]


class ImportCard(Card):
    """Brings in xlsx or csv, or a block that was pasted. Nothing is saved before it is wanted."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me)
        self._settings = settings
        self._table: sheet.Table | None = None
        self._columns: sheet.Columns | None = None
        self._source: Callable[[str], sheet.Table] | None = None
        self._guessed = True
        self.seen: sheet.Preview | None = None
        self.writer = BoardWriter(cache, work, now, me, self)
        self.writer.saved.connect(self._saved)
        self.writer.failed.connect(lambda why: self.told.tell(why, "urgent"))
        self.sheets = kit.FilterButton(multiple=False, always=True, width=260)
        self.sheets.changed.connect(lambda chosen: self._load(next(iter(chosen))))
        self.kind = kit.KeyChoice()
        self.kind.chosen.connect(self._kind_chosen)
        self.grid = ColumnGrid()
        self.grid.corrected.connect(self._corrected)
        self.what = kit.SectionHeader()
        self.sum = kit.label(wrap=True)
        self.model = PreviewModel(self)
        self.rows = kit.DeskTable()
        self.rows.set_model(self.model)
        self.rows.setMinimumHeight(280)
        self.columns_head = kit.SectionHeader()
        for part in (self.sheets, self.kind, self.columns_head, self.grid, self.what, self.sum):
            self.column.addWidget(part)
        self.column.addWidget(self.rows, 1)
        self.take_action, take = self.action(SAVE, self.take, kind="primary")
        self.open_action, choose = self.action("Ctrl+O", self.choose_file, icon="import")
        self.foot.addWidget(take)
        self.foot.addWidget(choose)
        self.setAcceptDrops(True)
        self.begin()

    # -- reading -----------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Let the officer choose a spreadsheet."""
        title = self.tr("Numbers from a spreadsheet")
        path, _ = QFileDialog.getOpenFileName(
            self, title, "", self.tr("Spreadsheets (*.xlsx *.xlsm *.csv *.tsv *.txt)")
        )
        if path:
            self.read(path)

    def read(self, path: str) -> None:
        """Read a file."""

        def source(wanted: str) -> sheet.Table:
            return sheet.read_rows(Path(path).read_bytes(), Path(path).name, wanted)

        self._source = source
        self._load("")

    def read_text(self, text: str, columns: sheet.Columns | None = None) -> None:
        """Read a block that was pasted; `columns` where it is known what they are."""
        self._source = lambda _wanted: sheet.read_pasted(text)
        self._load("", columns)

    def _load(self, wanted: str, columns: sheet.Columns | None = None) -> None:
        source, owners, types = self._source, self._owners(), self._types()
        if source is None:
            return

        def call() -> Read:
            table = source(wanted)
            known = columns or remembered(self._settings, table)
            self._guessed = known is None
            return table, known or sheet.guess(table, owners, types)

        self.work.ask(call, self._read, owner=self, topic="read", failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self._table = self.seen = None
        language = cast(Language, words.language())
        if isinstance(error, Refused):
            said = " ".join(sentence(problem, language) for problem in error.problems)
        else:
            said = troubles.sentence(error)
        self.told.tell(said, "urgent")
        self.refresh()

    def _read(self, read: Read) -> None:
        if self._table is None or self._table.file != read[0].file:
            self.told.dismiss()
        self._table, self._columns = read
        self._check()

    def _owners(self) -> Sequence[Owner]:
        return tuple(self.book.owners.values())

    def _types(self) -> Sequence[ResourceType]:
        return tuple(self.book.types.values())

    def _check(self) -> None:
        table, columns = self._table, self._columns
        if table is None or columns is None:
            return
        owners, types, now = self._owners(), self._types(), self.now()
        only = self.me.organisation if self.me.role in OUTSIDE else ""
        self.work.ask(
            lambda: sheet.check(table, columns, owners, types, now, only=only),
            self._checked,
            owner=self,
            topic="check",
            failed=self._refused,
        )
        self.refresh()

    def _checked(self, checked: sheet.Checked) -> None:
        self.seen = sheet.preview(checked, self.book.capacity)
        self.refresh()

    def _corrected(self, place: int, role: str) -> None:
        if self._columns is not None:
            self._columns = self._columns.with_role(place, role)
            self._check()

    def _kind_chosen(self, kind: str) -> None:
        table = self._table
        if table is None or self._columns is None:
            return
        wanted: sheet.Kind = "norm" if kind == "norm" else "capacity"
        if self._guessed:
            self._columns = sheet.guess(table, self._owners(), self._types(), wanted)
        else:
            number = "norm" if wanted == "norm" else "available"
            self._columns = replace(self._columns, kind=wanted, number=number)
        self._check()

    # -- showing -----------------------------------------------------------------------------------

    def say(self) -> None:
        self.title.setText(self.tr("Numbers from a spreadsheet"))
        self.columns_head.set_texts(self.tr("Columns"), self.tr("remembered for the next time"))
        self.what.set_texts(self.tr("What changes"))
        self.kind.set_options(
            [
                kit.Option("capacity", self.tr("What owners have")),
                kit.Option("norm", self.tr("National spreading plan")),
            ]
        )
        self.sheets.set_title(self.tr("Sheet"))
        self.open_action.setText(self.tr("Choose a file…"))

    def refresh(self) -> None:
        table, columns, seen = self._table, self._columns, self.seen
        there = table is not None and columns is not None
        self.subtitle.setText(self._subtitle())
        self.kind.setVisible(there and self.me.role not in OUTSIDE)
        self.sheets.setVisible(table is not None and len(table.sheets) > 1)
        for part in (self.columns_head, self.grid, self.what, self.sum, self.rows):
            part.setVisible(there)
        if table is not None and columns is not None:
            self.grid.show_table(table, columns, role_options(self.book))
            self.kind.set_value(columns.kind)
            self.sheets.set_options([kit.FilterOption(s, s) for s in table.sheets])
            self.sheets.set_value(frozenset({table.sheet}))
        changes = 0 if seen is None else len(self.changes())
        self.take_action.setEnabled(changes > 0)
        self.take_action.setText(self.tr("Take over %n number(s)", "", changes))
        if seen is not None:
            self.sum.setText(self._sum_words(seen))
            self.model.show_rows(preview_rows(seen, self.book))

    def _subtitle(self) -> str:
        if self._table is None:
            return self.tr("Choose an xlsx or csv file, or drop it here.")
        rows = self.tr("%n row(s)", "", len(self._table.rows))
        return " · ".join(part for part in (self._table.file, self._table.sheet, rows) if part)

    def _sum_words(self, seen: sheet.Preview) -> str:
        parts = [
            self.tr("%n change(s)", "", len(seen.changes)),
            self.tr("%n unchanged, marked as checked", "", len(seen.unchanged))
            if seen.kind == "capacity"
            else self.tr("%n unchanged", "", len(seen.unchanged)),
        ]
        if seen.problems:
            parts.append(self.tr("%n not taken over", "", len(seen.problems)))
        return " · ".join(parts)

    # -- saving ------------------------------------------------------------------------------------

    def changes(self) -> tuple[Change, ...]:
        """What would be saved now."""
        if self.seen is None:
            return ()
        return sheet.to_changes(
            self.seen, now=self.now(), by=self.me.display_name or self.me.account
        )

    def take(self) -> None:
        """Save all that changes, one changeset an owner."""
        seen, table, columns = self.seen, self._table, self._columns
        if seen is None or table is None or columns is None:
            return
        by_owner = {row_id: owner for owner, row_id in self._ids(seen)}
        sorted_: dict[str, list[Change]] = {}
        for change in self.changes():
            sorted_.setdefault(by_owner[change.id], []).append(change)
        remember(self._settings, table, columns)
        self.seen = None
        self.take_action.setEnabled(False)
        self.writer.write("pasted", sorted_)

    def _ids(self, seen: sheet.Preview) -> list[tuple[str, str]]:
        from kcr2desk.core.bijstand import capacity_id

        rows = (*seen.changes, *seen.unchanged)
        return [
            (r.owner, r.current.id if r.current else capacity_id("national", r.owner, r.resource))
            for r in rows
        ]

    def _saved(self, what: str, count: int) -> None:
        if what == "undone":
            self.told.tell(self.tr("Put back as it was."), "good")
        else:
            said = self.tr("%n number(s) taken over.", "", count)
            self.told.tell(said, "good", [(self.tr("Undo"), self.writer.undo)])
            self.done.emit("")
        self._check()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(is_sheet(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if is_sheet(url.toLocalFile()):
                event.acceptProposedAction()
                self.read(url.toLocalFile())
                return
