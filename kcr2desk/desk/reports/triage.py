"""What is done with chosen reports: grade, assign, own, step, acknowledge, and all of it undone.

Each act is one local transaction with a changeset for every report, so that one refusal costs one.
Undoing writes new changesets; history is never erased.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.records import STATUS_STEPS
from kcr2desk.desk.parts import words
from kcr2desk.desk.reports import columns
from kcr2desk.desk.reports.races import CLAIMS, Races
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.query import ReportLine

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

Lines = Sequence[ReportLine]
MOST_ACTS: Final = 50
"""How many acts can be undone one after the other."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done: in words, and the changesets that did it.

    `made` are incidents that were made for it, which an undo removes again.
    """

    words: str
    changesets: tuple[str, ...] = ()
    made: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence for the officer. `undo`: the act that it tells of can be undone."""

    text: str
    tone: str = "good"
    undo: bool = False
    show: ReportLine | None = None
    """A report that the sentence is about and that may not be in sight."""


class Triage(QObject):
    """Does what the keys ask, in the thread of the store, and says what was done."""

    told = Signal(object)
    """A `Told`."""

    guessed = Signal(object, object)
    """Ids and fields that are being written, to be shown at once."""

    written = Signal()
    """The oldest of what was guessed is written, or was not."""

    missed = Signal()
    """Something could not be written."""

    def __init__(self, cache: Cache, work: StoreWork, me: str, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = cache
        self._work = work
        self._me = me
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self.races = Races(cache, work, self)
        self.races.lost.connect(self._tell_lost)

    # acts

    def judge(self, lines: Lines, code: str) -> None:
        """Confirmed, unconfirmed or contradicted (a key of `words.JUDGED`)."""
        said = {
            "confirmed": self.tr("Confirmed"),
            "unconfirmed": self.tr("Unconfirmed"),
            "contradicted": self.tr("Contradicted"),
        }[code]
        self._edit(lines, {"credibility": words.JUDGED[code]}, said)

    def grade(self, lines: Lines, reliability: str, credibility: str) -> None:
        """The full Admiralty pair."""
        said = self.tr("Grade {grade}").format(grade=f"{reliability}{credibility}")
        self._edit(lines, {"reliability": reliability, "credibility": credibility}, said)

    def assign(self, lines: Lines, incident: str, title: str) -> None:
        """Hang them on an incident, "" takes them off."""
        said = self.tr("With {incident}").format(incident=title)
        self._edit(lines, {"incident": incident}, said if incident else self.tr("No incident"))

    def make_incident(self, lines: Lines, title: str) -> None:
        """Make an incident of what the first of them says, and hang them on it."""
        first = lines[0]
        fields: dict[str, Any] = {
            "title": title,
            "started_at": columns.received(min(lines, key=columns.received)),
            "region": first.region,
            "discipline": first.discipline,
        }
        ids = [line.id for line in lines]

        def write() -> Act:
            incident = self._cache.create("incident", fields, stream=first.stream)
            changesets = self._cache.edit_many("report", ids, {"incident": incident})
            return Act(said, changesets, (incident,))

        said = self.tr("New incident {incident}").format(incident=title)
        said = _about(said, lines)
        self._work.do(write, self._did, owner=self, failed=self._failed)

    def own(self, lines: Lines, account: str) -> None:
        """Give them to somebody, "" for nobody."""
        others = sorted({line.owner for line in lines} - {"", self._me, account})
        if not account:
            said = self.tr("Without owner")
        elif account != self._me:
            said = self.tr("Handed over to {name}").format(name=account)
        elif others:
            said = self.tr("Taken over from {name}").format(name=", ".join(others))
        else:
            said = self.tr("Yours")
        self._edit(lines, {"owner": account}, said)

    def step(self, lines: Lines, status: str) -> None:
        """Bring them to a status; those that cannot go there from where they are stay."""
        able = [line for line in lines if status in STATUS_STEPS[line.status]]
        stay = [line for line in lines if line not in able and line.status != status]
        if stay and not able:
            text = self.tr("From {status} that is not a step.").format(
                status=words.status(stay[0].status)
            )
            self.told.emit(Told(text, "attention"))
            return
        said = {
            "new": self.tr("New again"),
            "in_progress": self.tr("In progress"),
            "processed": self.tr("Handled"),
            "closed": self.tr("Closed"),
        }[status]
        if stay:
            said = self.tr("{done} ({n} stay as they are)").format(done=said, n=len(stay))
        self._edit(able, {"status": status}, said)

    def next_step(self, lines: Lines) -> None:
        """One step further: new, in progress, processed, closed. The least far decides."""
        order = words.STATUSES
        ahead = [line for line in lines if line.status in order[:-1]]
        if not ahead:
            self.told.emit(Told(self.tr("Closed already."), "muted"))
            return
        least = min(order.index(line.status) for line in ahead)
        self.step([line for line in ahead if line.status == order[least]], order[least + 1])

    def acknowledge(self, lines: Lines) -> None:
        """Say that urgent ones were seen."""
        urgent = [line for line in lines if columns.urgent_open(line)]
        if not urgent:
            self.told.emit(Told(self.tr("Nothing to acknowledge here."), "muted"))
            return
        self._edit(urgent, {"acknowledged_by": self._me}, self.tr("Acknowledged"))

    def mark_read(self, lines: Lines, read: bool) -> None:
        """Read or unread: known to this workstation alone, and nothing to undo."""
        ids = [line.id for line in lines if line.unread is read]
        if ids:
            self.guessed.emit(frozenset(ids), {"unread": not read})
            self._work.do(
                lambda: self._cache.mark_read("report", ids, read),
                lambda _none: self.written.emit(),
                owner=self,
                failed=self._guess_failed,
            )

    # undo

    def undo(self) -> None:
        """Put back what the last act changed."""
        self._back(self._done, self._undone, self.tr("Undone: {act}"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._back(self._undone, self._done, self.tr("Done again: {act}"))

    def _back(self, acts: list[Act], others: list[Act], said: str) -> None:
        if not acts:
            self.told.emit(Told(self.tr("Nothing to undo."), "muted"))
            return
        act = acts.pop()

        def write() -> tuple[str, ...]:
            back: tuple[str, ...] = self._cache.undo(act.changesets)
            for incident in act.made:
                self._cache.remove("incident", incident)
            return back

        def answer(changesets: tuple[str, ...]) -> None:
            if changesets and not act.made:
                others.append(Act(act.words, changesets))
            self.told.emit(Told(said.format(act=act.words), "accent", undo=acts is self._undone))

        self._work.do(write, answer, owner=self, failed=self._failed)

    # carrying out

    def _edit(self, lines: Lines, fields: Mapping[str, Any], said: str) -> None:
        other = [
            line for line in lines if any(getattr(line, n) != value for n, value in fields.items())
        ]
        if not other:
            if lines:
                self.told.emit(Told(self.tr("{act}: so already.").format(act=said), "muted"))
            return
        ids = [line.id for line in other]
        text = _about(said, other)
        self.guessed.emit(frozenset(ids), {**fields, "pending": True, "unread": False})

        def answer(changesets: tuple[str, ...]) -> None:
            self.written.emit()
            if fields.keys() & CLAIMS:
                self.races.watch(changesets, ids)
            self._did(Act(text, changesets))

        def write() -> tuple[str, ...]:
            made: tuple[str, ...] = self._cache.edit_many("report", ids, fields)
            return made

        self._work.do(
            write,
            answer,
            owner=self,
            failed=self._guess_failed,
        )

    def _did(self, act: Act) -> None:
        self._undone.clear()
        self._done.append(act)
        del self._done[:-MOST_ACTS]
        self.told.emit(Told(act.words, undo=True))

    def _guess_failed(self, error: Exception) -> None:
        self.written.emit()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.missed.emit()
        if isinstance(error, KeyError):
            gone = self.tr("That report is no longer on this workstation. Nothing was changed.")
            self.told.emit(Told(gone, "attention"))
        else:
            self._work.failed.emit(error)

    def _tell_lost(self, lost: Sequence[Any]) -> None:
        first = lost[0]
        title = _short(first.line.title)
        name = first.by or self.tr("Somebody")
        match first.field:
            case "owner" if not first.value:
                text = self.tr("Somebody was before you: “{title}” has no owner any more.")
            case "owner":
                text = self.tr("{name} was before you: “{title}” is theirs.")
            case "acknowledged_by":
                text = self.tr("{name} was before you and acknowledged “{title}”.")
            case _:
                text = self.tr("{name} was before you: “{title}” is {status}.")
        text = text.format(name=name, title=title, status=words.status(first.value))
        if len(lost) > 1:
            text += " " + self.tr("And %n more.", "", len(lost) - 1)
        self.told.emit(Told(text, "attention", show=first.line))


def _about(said: str, lines: Lines) -> str:
    """`Handled: 3 reports`, or its title where it is one."""
    what = _short(lines[0].title) if len(lines) == 1 else words.count_of_reports(len(lines))
    return f"{said}: {what}"


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:59].rstrip() + "…"
