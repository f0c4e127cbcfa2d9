"""The draft of a form: kept at every keystroke, dropped when there is nothing to keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.fields import milliseconds
from kcr2desk.core.text import Json
from kcr2desk.desk.parts.form_merge import changed
from kcr2desk.desk.parts.form_state import FIELDS, Typed, is_empty
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class Keepable(Protocol):
    """What stands in a form, as far as a draft of it needs to know."""

    def kept(self) -> dict[str, Json]: ...


class DraftKeeper(QObject):
    """Writes what was typed as a draft. Writes that have not begun give way to later ones.

    They are carried out in order with the saving of the report, which drops the draft in the same
    transaction. So a draft never outlives its report, and a report never takes a draft away that
    was typed after it.
    """

    kept = Signal(object)
    """A draft is safe on this workstation; carries the moment."""

    failed = Signal(object)
    """An exception: what is typed is not safe."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        parent: QObject,
        *,
        type: str = "report",
        nothing: Callable[[Any, str, Mapping[str, Json]], bool] | None = None,
    ) -> None:
        """`nothing` says whether what is typed is nothing to keep: given what is typed, the id of
        the record ("" for a new one) and what its form showed. Without it: that of a report."""
        super().__init__(parent)
        self._type = type
        self._is_nothing: Callable[[Any, str, Mapping[str, Json]], bool]
        self._is_nothing = nothing or _nothing_of_a_report
        self._cache = cache
        self._work = work
        self._now = now
        self._id = ""
        self._record = ""
        self._shown: Mapping[str, Json] = {}
        self._written = False

    @property
    def id(self) -> str:
        """The id of the draft that is kept now."""
        return self._id

    @property
    def written(self) -> bool:
        """Whether the store holds it, or will when its turn comes."""
        return self._written

    def begin(
        self, draft_id: str, record: str, shown: Mapping[str, Json], *, written: bool = False
    ) -> None:
        """Keep another draft from now on; `written` when it is in the store already."""
        self._id, self._record, self._shown = draft_id, record, shown
        self._written = written

    def show(self, shown: Mapping[str, Json]) -> None:
        """What the form shows of the record has changed."""
        self._shown = shown

    def keep(self, typed: Keepable) -> None:
        """Keep what is typed; where nothing was said or changed there is nothing to keep."""
        if self._is_nothing(typed, self._record, self._shown):
            self.drop()
            return
        when = self._now()
        draft = Draft(
            id=self._id,
            type=self._type,
            record=self._record,
            shown=self._shown,
            typed=typed.kept(),
            kept_at=milliseconds(when),
        )
        self._written = True
        self._work.do(
            lambda: self._cache.keep_draft(draft),
            lambda _: self.kept.emit(when),
            owner=self,
            topic=f"draft/{self._id}",
            failed=self.failed.emit,
        )

    def drop(self) -> None:
        """Throw the draft away."""
        if self._written:
            self._written = False
            draft = self._id
            # The same topic: a write of this draft that has not begun is replaced by its end.
            self._work.do(
                lambda: self._cache.drop_draft(draft), topic=f"draft/{draft}", failed=self._lost
            )

    def _lost(self, error: Exception) -> None:
        self.failed.emit(error)


def _nothing_of_a_report(typed: Typed, record: str, shown: Mapping[str, Json]) -> bool:
    if not record:
        return is_empty(typed)
    same = not changed(FIELDS, shown, typed.values)
    return same and not (typed.files or typed.unread)
