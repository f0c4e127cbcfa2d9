"""What others do to a request while it is edited here: told in place, never overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_state import FIELDS, LINE_FIELDS, REQUEST, LineTyped
from kcr2desk.desk.parts.form_merge import differences
from kcr2desk.desk.parts.form_others import Others, Told
from kcr2desk.desk.parts.form_told import FieldNotice
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class Notices(QObject):
    """One notice a field that somebody else changed, over the form, with both values and a choice.

    A field that was left alone here follows the others; one that was changed on both sides waits
    for a choice, and without one the hub opens a conflict that everybody sees.
    """

    put = Signal(str, object)
    """A field shows another value from now on."""

    lineChanged = Signal(str, object, object)
    """A line is something else now: its id, what it shows by now, and what is to stand there."""

    settled = Signal()
    """A choice was made."""

    def __init__(
        self,
        place: QVBoxLayout,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        typed: Callable[[], Mapping[str, Json]],
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place, self._feed, self._now = place, feed, now
        self._others = Others(cache, work, typed, self, type=REQUEST, fields=FIELDS)
        self._notices: dict[str, FieldNotice] = {}
        self._others.adopted.connect(self._adopted)
        self._others.clashed.connect(self._clashed)
        self._others.gone.connect(self._gone)

    @property
    def shown(self) -> dict[str, Json]:
        """What the form showed of each field: what its changes are changes of."""
        return self._others.shown

    def follow(self, request: str, shown: Mapping[str, Json]) -> None:
        """Follow a request whose form showed `shown`; "" follows none."""
        for name in list(self._notices):
            self._away(name)
        self._others.follow(request, shown)

    def told(self) -> dict[str, str]:
        """What is told, by field or line."""
        return {name: notice.text() for name, notice in self._notices.items()}

    def notice(self, name: str) -> FieldNotice | None:
        """The notice of a field or line, None when there is none."""
        return self._notices.get(name)

    def line(self, line: LineTyped, now: Mapping[str, Json]) -> None:
        """A line that stands in the form is `now` this elsewhere."""
        shown = line.shown or {}
        found = differences(LINE_FIELDS, shown, now, line.values)
        if not found:
            return
        mine = {d.field: d.mine for d in found if d.touched}
        values = {**line.values, **{d.field: d.theirs for d in found if not d.touched}}
        seen = {**now, **{d.field: d.shown for d in found if d.touched}}
        self.lineChanged.emit(line.id, seen, values)
        what = words.resource(self._feed.book, str(values["resource"]))
        if not mine:
            self._tell(line.id, self.tr("Changed elsewhere: the line {what}.").format(what=what))
            return
        fields = ", ".join(words.field(name) for name in mine)
        said = self.tr("{what}: {fields} was changed elsewhere too.")
        self._tell(
            line.id,
            said.format(what=what, fields=fields),
            theirs=lambda: self.lineChanged.emit(line.id, now, {**values, **_of(now)}),
            mine=lambda: self.lineChanged.emit(line.id, now, values),
        )

    def _adopted(self, told: list[Told]) -> None:
        for each in told:
            name = each.difference.field
            self.put.emit(name, each.difference.theirs)
            self._tell(name, self._words(each))

    def _clashed(self, told: list[Told]) -> None:
        names = {each.difference.field for each in told}
        for name in [n for n, notice in self._notices.items() if notice.wants and n in FIELDS]:
            if name not in names:
                self._away(name)
        for each in told:
            name = each.difference.field
            self._tell(
                name,
                self._words(each),
                theirs=partial(self._take_theirs, name),
                mine=partial(self._others.keep_mine, name),
            )

    def _take_theirs(self, name: str) -> None:
        self.put.emit(name, self._others.take_theirs(name))

    def _gone(self) -> None:
        self._tell(
            "", self.tr("Somebody removed this request. Saving makes it a matter to decide.")
        )

    def _words(self, told: Told) -> str:
        now, name = self._now(), told.difference.field
        region = str(self.shown.get("region") or "")
        who = told.who or self.tr("somebody else")
        when = "" if told.when is None else f" {texts.moment(moment(told.when), now)}"
        value = words.value(self._feed.book, name, told.difference.theirs, now, region)
        return f"{words.field(name)}: {value} ({who}{when})"

    def _tell(
        self,
        name: str,
        text: str,
        *,
        theirs: Callable[[], object] | None = None,
        mine: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice; without choices it is one that a click takes away."""
        self._away(name)
        notice = FieldNotice()
        self._notices[name] = notice
        self._place.addWidget(notice)
        notice.tell(text, choose=mine is not None)

        def chosen(run: Callable[[], object] | None) -> None:
            if run is not None:
                run()
            self._away(name)
            self.settled.emit()

        notice.takeTheirs.connect(lambda: chosen(theirs))
        notice.keepMine.connect(lambda: chosen(mine))

    def _away(self, name: str) -> None:
        notice = self._notices.pop(name, None)
        if notice is not None:
            self._place.removeWidget(notice)
            notice.hide()
            notice.deleteLater()


def _of(line: Mapping[str, Json]) -> dict[str, Json]:
    return {name: line[name] for name in LINE_FIELDS}
