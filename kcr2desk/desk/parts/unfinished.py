"""Offers what was left half-typed: after a crash, after Esc, for the officer who typed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts
from kcr2desk.desk.parts.form_state import from_kept
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class UnfinishedStrip(kit.InlineMessage):
    """One line: "Onafgemaakte melding van 14:02, hervatten?" It never opens anything by itself.

    Drafts belong to an account as its cache does, so nobody is offered another officer's. The
    panel calls `refresh` when it is shown and when a form was closed, and says by `set_open` which
    drafts are being typed in. `kind` is the record type, `title_of` what a draft of it is called.
    """

    resumeWanted = Signal(object)
    """The draft that the officer takes up again."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        kind: str = "report",
        title_of: Callable[[Mapping[str, Json]], str] | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._kind = kind
        self._title_of = title_of or _title_of_report
        self._cache = cache
        self._work = work
        self._now = now
        self._drafts: tuple[Draft, ...] = ()
        self._open: frozenset[str] = frozenset()
        self._waved_away: frozenset[str] = frozenset()
        self.closed.connect(self._wave_away)
        texts.OnLanguage(self, self._tell)
        self.refresh()

    def refresh(self) -> None:
        """Look which drafts there are."""
        self._work.ask(
            lambda: self._cache.drafts(self._kind), self._show, owner=self, topic="unfinished"
        )

    def set_open(self, drafts: Iterable[str]) -> None:
        """The ids of drafts that stand in an open form: they are not offered."""
        self._open = frozenset(drafts)
        self._tell()

    def offered(self) -> tuple[Draft, ...]:
        """The drafts that are offered, the newest first."""
        hidden = self._open | self._waved_away
        return tuple(draft for draft in self._drafts if draft.id not in hidden)

    def _show(self, drafts: tuple[Draft, ...]) -> None:
        self._drafts = tuple(sorted(drafts, key=lambda draft: -draft.kept_at))
        self._tell()

    def _tell(self) -> None:
        drafts = self.offered()
        if not drafts:
            self.hide()
            return
        first = drafts[0]
        when = texts.moment(moment(first.kept_at), self._now())
        said = self.tr("Unfinished report of {time}, resume?")
        if self._kind != "report":
            said = self.tr("Unfinished request of {time}, resume?")
        if first.record:
            said = self.tr("Unfinished change of {time}, resume?")
        said = said.replace("{time}", when)
        title = self._title_of(first.typed)
        if title:
            said = f"{said}  “{title}”"
        if len(drafts) > 1:
            more = self.tr("and %n more", "", len(drafts) - 1)
            said = f"{said}  · {more}"
        self.tell(
            said,
            "accent",
            [
                (self.tr("Resume"), lambda: self.resumeWanted.emit(first)),
                (self.tr("Discard"), lambda: self._discard(first)),
            ],
        )

    def _discard(self, draft: Draft) -> None:
        self._work.do(lambda: self._cache.drop_draft(draft.id))
        self._drafts = tuple(each for each in self._drafts if each.id != draft.id)
        self.tell(
            self.tr("The draft was thrown away."),
            "muted",
            [(self.tr("Bring back"), lambda: self._bring_back(draft))],
        )

    def _bring_back(self, draft: Draft) -> None:
        self._work.do(lambda: self._cache.keep_draft(draft), lambda _: self.refresh(), owner=self)

    def _wave_away(self) -> None:
        """Closed by its cross: these are not offered again until the program starts anew."""
        self._waved_away |= {draft.id for draft in self._drafts}


def _title_of_report(typed: Mapping[str, Json]) -> str:
    return from_kept(typed).title
