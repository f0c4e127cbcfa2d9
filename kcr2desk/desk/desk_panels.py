"""The panels of one account: made when there is a session, brought to the front by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, Inquiry
from kcr2desk.core.ids import is_number
from kcr2desk.core.record import Record
from kcr2desk.desk import texts
from kcr2desk.desk.panel import Found, PanelSpec
from kcr2desk.desk.waiting import WaitingPanel
from kcr2desk.desk.work import StoreWork, When

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.feed import BookFeed
    from kcr2desk.desk.bijstand.panel import BijstandPanel
    from kcr2desk.desk.changes import Changes
    from kcr2desk.desk.repatriation.panel import RepatriationPanel
    from kcr2desk.desk.reports.panel import ReportsPanel
    from kcr2desk.desk.session import Session
    from kcr2desk.desk.window import DeskWindow
    from kcr2desk.store import Hit

translate = QCoreApplication.translate

REPORTS: Final = "reports"
BIJSTAND: Final = "bijstand"
REPATRIATION: Final = "repatriation"
_MOST_FOUND: Final = 20
_HALL: Final = frozenset({
    "operation", "member", "arrival", "manifestline", "person", "travelgroup", "personneed",
    "passage", "handover", "personlink",
})  # fmt: skip
_BIJSTAND: Final = frozenset({
    "assistancerequest", "requestline", "inquiry", "inquiryline", "commitment", "capacity", "unit",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """What panels are made of."""

    session: Session
    work: StoreWork
    changes: Changes


class DeskPanels(QObject):
    """Composes the panels. Bijstand is made when it is first looked at; its book loads before."""

    attentionWanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._parts: Parts | None = None
        self._window: DeskWindow | None = None
        self._reports: ReportsPanel | None = None
        self._bijstand: BijstandPanel | None = None
        self.feed: BookFeed | None = None
        self.reports = WaitingPanel()
        self.bijstand = WaitingPanel()
        self.bijstand.firstShown.connect(self._make_bijstand)
        self._repatriation: RepatriationPanel | None = None
        self.repatriation = WaitingPanel()
        self.repatriation.firstShown.connect(self._make_repatriation)

    def specs(self) -> list[PanelSpec]:
        """The panels as the window lists them."""
        return [
            PanelSpec(
                REPORTS, "inbox", lambda: translate("OpenDesk", "Reports"), lambda: self.reports
            ),
            PanelSpec(
                BIJSTAND, "people", lambda: translate("OpenDesk", "Assistance"),
                lambda: self.bijstand,
            ),
            PanelSpec(
                REPATRIATION, "plane", lambda: translate("OpenDesk", "Repatriation"),
                lambda: self.repatriation,
            ),
        ]  # fmt: skip

    def fill(self, parts: Parts, window: DeskWindow) -> None:
        """Make what is shown first; the rest follows."""
        from kcr2desk.desk.reports.panel import ReportsPanel

        self._parts, self._window = parts, window
        session = parts.session
        panel = ReportsPanel(
            session.cache, parts.work, now=self._now, me=session.me, changes=parts.changes
        )
        panel.attentionWanted.connect(self.attentionWanted)
        panel.requestWanted.connect(self.request_from)
        panel.requestChosen.connect(lambda record: self.open_record("assistancerequest", record))
        self._reports = panel
        self.reports.fill(panel)
        if self.bijstand.isVisible():
            self._make_bijstand()
        if self.repatriation.isVisible():
            self._make_repatriation()

    def _make_bijstand(self) -> None:
        if self._parts is None or self._bijstand is not None:
            return
        from kcr2desk.desk.bijstand.feed import BookFeed
        from kcr2desk.desk.bijstand.panel import BijstandPanel

        parts = self._parts
        cache = parts.session.cache
        self.feed = BookFeed(cache, parts.work, parts.changes, self)
        panel = BijstandPanel(
            self.feed, cache, parts.work, now=self._now, me=parts.session.me,
            answer_link=parts.session.sync.answer_link,
        )  # fmt: skip
        panel.openWanted.connect(self.open_record)
        panel.attentionWanted.connect(self.attentionWanted)
        self._bijstand = panel
        self.bijstand.fill(panel)

    def _make_repatriation(self) -> None:
        if self._parts is None or self._repatriation is not None:
            return
        from kcr2desk.desk.repatriation.panel import RepatriationPanel

        session = self._parts.session
        panel = RepatriationPanel(
            session.cache, self._parts.work, self._parts.changes, now=self._now, me=session.me
        )
        panel.attentionWanted.connect(self.attentionWanted)
        self._repatriation = panel
        self.repatriation.fill(panel)

    def close(self) -> None:
        """End what the panels still hold open."""
        if self._reports is not None:
            self._reports.detail.close_files()

    # to the front

    def open_record(self, kind: str, record: str) -> None:
        """Bring one record to the front, in the panel that shows its kind."""
        if kind == "report":
            self.show_report(record)
        elif kind == "incident":
            self._show(REPORTS)
            if self._reports is not None:
                self._reports.show_incident(record)
        elif kind in _BIJSTAND:
            self._show(BIJSTAND)
            if self._bijstand is not None:
                self._bijstand.show_record(kind, record)
        elif kind in _HALL and self._parts is not None:
            cache = self._parts.session.cache
            self._parts.work.ask(
                lambda: cache.get(kind, record), self._show_in_hall, owner=self, when=When.NOW
            )

    def _show_in_hall(self, found: Record | None) -> None:
        """Bring a record of an operation to the front, or whom it is about."""
        from kcr2desk.core.records import type_name

        if found is None:
            return
        self._show(REPATRIATION)
        kind, record = type_name(found), found.id
        if kind in ("personneed", "passage", "handover"):
            kind, record = "person", str(getattr(found, "about", ""))
        if self._repatriation is not None:
            self._repatriation.show_record(kind, record, found.stream)

    def show_report(self, report: str) -> None:
        """Bring one report to the front."""
        self._show(REPORTS)
        if self._reports is not None:
            self._reports.show_report(report)

    def request_from(self, report: str) -> None:
        """Make a report a request: the form opens, filled in from it."""
        self._show(BIJSTAND)
        if self._bijstand is not None:
            self._bijstand.request_from(report)

    def _show(self, key: str) -> None:
        assert self._window is not None
        self._window.show_panel(key)
        if key == BIJSTAND:
            self._make_bijstand()
        elif key == REPATRIATION:
            self._make_repatriation()

    # Ctrl+K

    def find(self, text: str, answer: Callable[[list[Found]], None]) -> None:
        """Reports by their words, requests, inquiries and promises by number or title, people by
        their whole number and without a name: names are nothing for a search of everything."""
        if self._parts is None:
            return
        cache = self._parts.session.cache

        def call() -> tuple[tuple[Hit, ...], list[Record]]:
            own = [
                record
                for kind in ("assistancerequest", "inquiry", "commitment")
                for record in cache.all(kind)
                if _names(record, text)
            ]
            said = text.strip().upper()
            people = cache.all("person", number=said) if is_number(said) else []
            return cache.search(text, _MOST_FOUND), [*people, *own[:_MOST_FOUND]]

        def tell(found: tuple[tuple[Hit, ...], list[Record]]) -> None:
            hits, own = found
            answer([*map(self._found_own, own), *map(self._found, hits)])

        self._parts.work.ask(call, tell, owner=self, topic="palette", when=When.NOW)

    def _found(self, hit: Hit) -> Found:
        when = texts.moment(
            datetime.fromtimestamp(hit.when / 1000, self._now().tzinfo), self._now()
        )
        return Found(
            hit.title,
            lambda: self.show_report(hit.id),
            f"{hit.number} · {when}" if hit.number else when,
            translate("OpenDesk", "Reports"),
            "inbox",
        )

    def _found_own(self, record: Record) -> Found:
        from kcr2desk.core.records import type_name

        kind = type_name(record)
        if kind == "person":
            return Found(
                str(getattr(record, "number", "")), lambda: self.open_record(kind, record.id), "",
                translate("OpenDesk", "Repatriation"), "plane",
            )  # fmt: skip
        title = getattr(record, "title", "") or f"{getattr(record, 'owner', '')}"
        return Found(
            title,
            lambda: self.open_record(kind, record.id),
            str(getattr(record, "number", "")),
            translate("OpenDesk", "Assistance"),
            "people",
        )


def _names(record: Record, text: str) -> bool:
    """Whether a request, inquiry or promise is meant by all words of a text."""
    match record:
        case AssistanceRequest():
            said = f"{record.number} {record.title} {record.region}"
        case Inquiry():
            said = f"{record.number} {record.owner} {record.title}"
        case Commitment():
            said = f"{record.number} {record.owner} {record.call_signs}"
        case _:
            return False
    lower = said.lower()
    return bool(text.split()) and all(word in lower for word in text.lower().split())
