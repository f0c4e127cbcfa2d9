"""What the keys of triage do with the chosen reports, asking for more by a card where needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kcr2desk.core.records import Incident
from kcr2desk.desk.reports.choosers import GradeCard, IncidentChooser, OwnerChooser
from kcr2desk.desk.reports.list_view import ReportList
from kcr2desk.desk.reports.triage import Lines, Told, Triage
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class Dealing(QObject):
    """Runs `triage` on what is chosen in the list.

    What a card was opened for stays what it is about, whatever happens to the list meanwhile.
    """

    def __init__(
        self, cache: Cache, work: StoreWork, reports: ReportList, me: str, host: QWidget
    ) -> None:
        super().__init__(host)
        self._list = reports
        self._me = me
        self._incidents: dict[str, str] = {}
        self._about: Lines = ()
        self.triage = Triage(cache, work, me, self)
        self.incident_chooser = IncidentChooser(host)
        self.owner_chooser = OwnerChooser(host, me)
        self.grade_card = GradeCard(host)
        self.triage.guessed.connect(reports.guess)
        self.triage.written.connect(reports.model.written)
        self.triage.missed.connect(reports.feed.refresh)
        self.incident_chooser.chosen.connect(self._assign_to)
        self.incident_chooser.made.connect(
            lambda title: self.triage.make_incident(self._about, title)
        )
        self.owner_chooser.chosen.connect(lambda whose: self.triage.own(self._about, whose))
        self.grade_card.chosen.connect(lambda r, c: self.triage.grade(self._about, r, c))

    def set_incidents(self, incidents: Sequence[Incident]) -> None:
        """Offer these incidents."""
        self._incidents = {incident.id: incident.title for incident in incidents}
        self.incident_chooser.set_incidents(incidents)

    def acknowledge(self) -> None:
        """Say that urgent ones were seen."""
        self._with(self.triage.acknowledge)

    def judge(self, code: str) -> None:
        """Confirmed, unconfirmed or contradicted (a key of `words.JUDGED`)."""
        self._with(lambda lines: self.triage.judge(lines, code))

    def grade(self) -> None:
        """Ask for the full Admiralty pair."""
        self._with(
            lambda lines: self.grade_card.open_for(lines[0].reliability, lines[0].credibility)
        )

    def assign(self) -> None:
        """Ask which incident they belong to."""
        self._with(lambda lines: self.incident_chooser.open_for(len(lines)))

    def own(self, account: str | None) -> None:
        """Give them to an account; None is whoever is signed in, "" nobody."""
        self._with(lambda lines: self.triage.own(lines, self._me if account is None else account))

    def hand_over(self) -> None:
        """Ask who takes them."""
        seen = [line.owner for line in self._list.model.lines]
        self._with(lambda lines: self.owner_chooser.open_for(len(lines), seen))

    def next_status(self) -> None:
        """One step further."""
        self._with(self.triage.next_step)

    def set_status(self, status: str) -> None:
        """Bring them to a status."""
        self._with(lambda lines: self.triage.step(lines, status))

    def undo(self) -> None:
        """Put back what the last act changed."""
        self.triage.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self.triage.redo()

    def _assign_to(self, incident: str) -> None:
        self.triage.assign(self._about, incident, self._incidents.get(incident, ""))

    def _with(self, run: Callable[[Lines], object]) -> None:
        self._about = self._list.chosen
        if self._about:
            run(self._about)
        else:
            self.triage.told.emit(Told(self.tr("Choose a report first."), "muted"))
