"""Scenes of the reconciliation of an arrival, and of what waits for the lead of a hall."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.lead import LeadView
from kcr2desk.desk.repatriation.reconcile import ReconcileView
from tests.scenes import NOW, Stage, scene
from tests.scenes import reconcile_data as data
from tests.scenes.hall import HallScene, filled


class Shown(HallScene):
    """The hall of a book of its own."""

    def __init__(self, stage: Stage, book: OperationBook, who: str = data.LEAD) -> None:
        super().__init__(stage)
        feed = OperationFeed.of(book)
        feed.setParent(self.window)
        kept, _ = filled()
        self.hall = Hall.of(feed, kept, self.work, now=lambda: stage.now, me=data.me(who))

    def reconcile(self, arrival: str = data.FLIGHT) -> ReconcileView:
        view = ReconcileView(self.hall)
        view.set_arrival(arrival)
        self.within(view)
        self.later(lambda: count(view))
        self.later(view.focus_first)
        return view


def count(view: ReconcileView) -> None:
    """Count at once, not soon."""
    reckoner = view.reckoner
    while not reckoner.muster.complete:
        reckoner._bit()
    reckoner._soon.stop()
    reckoner._ask()


@scene("reconcile-empty")
def empty(stage: Stage) -> QWidget:
    shown = Shown(stage, OperationBook(data.STREAM, data.Maker(NOW).records))
    shown.reconcile("")
    return shown.window


@scene("reconcile-half")
def half(stage: Stage) -> QWidget:
    shown = Shown(stage, data.aircraft(NOW))
    shown.reconcile()
    return shown.window


@scene("reconcile-missing")
def missing(stage: Stage) -> QWidget:
    shown = Shown(stage, data.aircraft(NOW, registered=236, quiet=True))
    view = shown.reconcile()
    shown.later(lambda: view.groups.choose("listed_missing"))
    return shown.window


@scene("reconcile-tie")
def tie(stage: Stage) -> QWidget:
    shown = Shown(stage, data.aircraft(NOW, registered=236, quiet=True))
    view = shown.reconcile()
    shown.later(lambda: view.groups.choose("unlisted"))
    shown.later(lambda: view.run("tie"))
    return shown.window


@scene("reconcile-registrar-medical")
def medical(stage: Stage) -> QWidget:
    shown = Shown(stage, data.aircraft(NOW), data.MEDICAL)
    view = shown.reconcile()
    shown.later(lambda: view.groups.choose("awaited"))
    return shown.window


@scene("reconcile-done")
def done(stage: Stage) -> QWidget:
    shown = Shown(stage, data.done(NOW))
    shown.reconcile()
    return shown.window


@scene("reconcile-whole")
def whole(stage: Stage) -> QWidget:
    shown = Shown(stage, data.aircraft(NOW))
    shown.reconcile("")
    return shown.window


def lead(stage: Stage, kind: str, who: str = data.LEAD) -> QWidget:
    shown = Shown(stage, data.hall(NOW), who)
    view = LeadView(shown.hall)
    shown.within(view)
    shown.later(lambda: look(view))
    shown.later(lambda: view.groups.choose(kind))
    shown.later(view.focus_first)
    return shown.window


def look(view: LeadView) -> None:
    """Read all at once, not soon."""
    while not view.watch.complete:
        view.watch._bit()
    view.watch._soon.stop()
    view.watch._tell()


@scene("lead-links")
def lead_links(stage: Stage) -> QWidget:
    return lead(stage, "link")


@scene("lead-joined")
def lead_joined(stage: Stage) -> QWidget:
    return lead(stage, "joined")


@scene("lead-contradiction")
def lead_contradiction(stage: Stage) -> QWidget:
    return lead(stage, "contradiction")


@scene("lead-conflict")
def lead_conflict(stage: Stage) -> QWidget:
    return lead(stage, "conflict")


@scene("lead-minor")
def lead_minor(stage: Stage) -> QWidget:
    return lead(stage, "minor")


@scene("lead-registrar")
def lead_registrar(stage: Stage) -> QWidget:
    return lead(stage, "link", data.REGISTRAR)


@scene("lead-empty")
def lead_empty(stage: Stage) -> QWidget:
    shown = Shown(stage, OperationBook(data.STREAM, data.Maker(NOW).records))
    view = LeadView(shown.hall)
    shown.later(lambda: look(view))
    return shown.within(view)
