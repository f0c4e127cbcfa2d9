"""Saves what was settled as one changeset, and takes it back, also out of order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kcr2desk.core.changes import Change
from kcr2desk.core.repatriation.reconcile_settle import taken_back
from kcr2desk.desk import troubles
from kcr2desk.desk.repatriation.hall import Hall

translate = QCoreApplication.translate


class Settling(QObject):
    """What this officer settled here, the last first."""

    told = Signal(str, str, object)
    """A sentence, its tone, and what may be done about it (word, call)."""

    saved = Signal()

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._done: list[tuple[Change, ...]] = []

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._done)

    def save(self, changes: Sequence[Change], sentence: str) -> None:
        """Save; the sentence is said once it is on the disk."""
        made = tuple(changes)
        if not made:
            self.told.emit(translate("Settling", "That stood there already."), "muted", [])
            return
        hall = self._hall

        def did(_changeset: str) -> None:
            self._done.append(made)
            undo = translate("Settling", "Take back (Ctrl+Z)")
            self.told.emit(sentence, "good", [(undo, lambda: self.undo(made))])
            self.saved.emit()

        hall.work.do(
            lambda: hall.cache.save(hall.stream, made), did, owner=self, failed=self._failed
        )

    def undo(self, which: tuple[Change, ...] | None = None) -> None:
        """Take back what was settled last, or this."""
        if which is None:
            which = self._done[-1] if self._done else None
        if which is None or which not in self._done:
            return
        at = self._done.index(which)
        self._done.remove(which)
        hall = self._hall
        back = taken_back(hall.book, which)
        if not back:
            said = translate("Settling", "Somebody changed it since; nothing was taken back.")
            self.told.emit(said, "attention", [])
            return

        def did(_changeset: str) -> None:
            self.told.emit(translate("Settling", "Taken back."), "accent", [])
            self.saved.emit()

        def failed(error: Exception) -> None:
            self._done.insert(at, which)  # it still stands, and may be taken back again
            self._failed(error)

        hall.work.do(lambda: hall.cache.save(hall.stream, back), did, owner=self, failed=failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, KeyError):
            said = translate("Settling", "This is not here any more.")
            self.told.emit(said, "attention", [])
            return
        self.told.emit(troubles.sentence(error), "urgent", [])
