"""Scenes of the arrival hall: the operation, its arrivals, its pace, and the whole panel."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.core.repatriation.book import OperationBook, records_of
from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.repatriation.arrival_card import ArrivalCard
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.operation_card import OperationCard
from kcr2desk.desk.repatriation.operation_new import NewOperation
from kcr2desk.desk.repatriation.privacy_page import PrivacyPage
from kcr2desk.desk.repatriation.progress_view import ProgressView
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.cache import Cache
from tests.desk.small_hub import HandClock, identity, open_cache
from tests.scenes import NOW, Stage, scene
from tests.scenes.fake import FakePanel
from tests.scenes.form import settle
from tests.scenes.frame import window
from tests.scenes.hall_data import LEAD, hall_cache


class Quiet(QObject):
    """Tells of no changes."""

    changed = Signal(str, object)


@cache
def filled() -> tuple[Cache, str]:
    """The hall as it is now, in a cache that lives as long as the program."""
    return hall_cache(Path(tempfile.mkdtemp(prefix="kcr2desk-scene-")), NOW)


def book() -> OperationBook:
    kept, operation = filled()
    return records_of(kept.all, operation)


class HallScene:
    """The window with a hall in it."""

    def __init__(self, stage: Stage, who: str = LEAD) -> None:
        self.stage = stage
        self.work = StoreWork("scene")
        self.window = window(stage)
        feed = OperationFeed.of(book())
        feed.setParent(self.window)
        kept, _ = filled()
        self.hall = Hall.of(feed, kept, self.work, now=lambda: stage.now, me=identity(who))
        self.window.destroyed.connect(lambda *_: self.work.close())

    def over(self, card: QWidget) -> QWidget:
        """A card over the panel."""
        panel = self.window.panel()
        assert isinstance(panel, FakePanel)
        over = SlideOver(panel)
        self.later(lambda: over.show(card))
        return self.window

    def later(self, run: Callable[[], object]) -> None:
        self.stage.later(run)
        self.stage.later(lambda: settle(self.work))

    def within(self, view: QWidget) -> QWidget:
        """A view in the place of the panel."""
        view.setParent(self.window.panel())
        view.setProperty("ground", "surface")

        def lay() -> None:
            panel = cast(Any, self.window.panel())
            view.setGeometry(panel.rect())
            view.setAutoFillBackground(True)
            view.show()
            view.raise_()

        self.later(lay)
        return self.window


@scene("hall-operation-new")
def operation_new(stage: Stage) -> QWidget:
    shown = HallScene(stage)
    kept, _ = filled()
    return shown.over(
        NewOperation(
            kept, shown.work, cast(Any, Quiet(shown.window)), now=lambda: stage.now,
            me=identity(LEAD),
        )
    )  # fmt: skip


@scene("hall-operation")
def operation(stage: Stage) -> QWidget:
    shown = HallScene(stage)
    return shown.over(OperationCard(shown.hall))


@scene("hall-operation-registrar")
def operation_registrar(stage: Stage) -> QWidget:
    shown = HallScene(stage, "visser")
    return shown.over(OperationCard(shown.hall))


@scene("hall-arrival")
def arrival(stage: Stage) -> QWidget:
    shown = HallScene(stage)
    return shown.over(ArrivalCard(shown.hall, shown.hall.book.arrivals[0].id))


@scene("hall-arrival-new")
def arrival_new(stage: Stage) -> QWidget:
    shown = HallScene(stage)
    return shown.over(ArrivalCard(shown.hall))


@scene("hall-privacy")
def privacy(stage: Stage) -> QWidget:
    shown = HallScene(stage)
    return shown.over(PrivacyPage(shown.hall))


@scene("hall-progress")
def progress(stage: Stage) -> QWidget:
    import_module("pyqtgraph")  # else the picture is of a chart that is being loaded
    shown = HallScene(stage)
    view = ProgressView(shown.hall)
    view.set_arrival(shown.hall.book.arrivals[0].id)
    return shown.within(view)


def page(stage: Stage, view: str) -> QWidget:
    """The whole panel with one of its views."""
    from kcr2desk.desk.repatriation.operation_page import OperationPage

    import_module("pyqtgraph")
    shown = HallScene(stage)
    made = OperationPage(shown.hall)
    made.show_view(view)
    shown.within(made)
    shown.later(made.focus_first)
    return shown.window


@scene("hall-page-registration")
def page_registration(stage: Stage) -> QWidget:
    return page(stage, "registration")


@scene("hall-page-stations")
def page_stations(stage: Stage) -> QWidget:
    return page(stage, "stations")


@scene("hall-page-people")
def page_people(stage: Stage) -> QWidget:
    return page(stage, "people")


@scene("hall-page-reconcile")
def page_reconcile(stage: Stage) -> QWidget:
    return page(stage, "reconcile")


@scene("hall-page-lead")
def page_lead(stage: Stage) -> QWidget:
    return page(stage, "lead")


@scene("hall-page-progress")
def page_progress(stage: Stage) -> QWidget:
    return page(stage, "progress")


@scene("hall-counts")
def counts(stage: Stage) -> QWidget:
    from kcr2desk.core.repatriation.counting import counted, counts_id
    from kcr2desk.desk.repatriation.counts_view import CountsView

    shown = HallScene(stage)
    kept, held = filled()
    told = counted(shown.hall.book)
    for n, title in enumerate(("Repatriëring Libanon", "Terughalen Soedan")):
        if not kept.get("counts", counts_id(held + str(n))):
            kept.create(
                "counts",
                {"title": title, "numbers": told.numbers, "needs": told.needs, "counted_at": NOW},
                stream="counts", id=counts_id(held + str(n)),
            )  # fmt: skip
    view = CountsView(kept, shown.work, cast(Any, Quiet(shown.window)), now=lambda: stage.now)
    return shown.within(view)


def _first_use(stage: Stage, role: str) -> QWidget:
    """The panel before anybody opened an operation, or let this account in."""
    from kcr2desk.desk.repatriation.panel import RepatriationPanel

    shown = HallScene(stage)
    folder = Path(tempfile.mkdtemp(prefix="kcr2desk-scene-"))
    empty = open_cache(folder, HandClock(stage.now), identity(LEAD))
    me = dataclasses.replace(identity(LEAD), role=role)
    quiet = cast(Any, Quiet(shown.window))
    panel = RepatriationPanel(empty, shown.work, quiet, now=lambda: stage.now, me=me)
    return shown.within(panel)


@scene("hall-none-lead")
def none_lead(stage: Stage) -> QWidget:
    return _first_use(stage, "hall_lead")


@scene("hall-none-registrar")
def none_registrar(stage: Stage) -> QWidget:
    return _first_use(stage, "registrar")
