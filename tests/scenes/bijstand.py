"""Scenes of the whole panel Bijstand, in the week of the worked scenario."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.panel import BijstandPanel
from kcr2desk.desk.parts import plotting
from tests.desk.small_hub import identity
from tests.scenes import Stage, scene
from tests.scenes.bijstand_week import week, with_borders
from tests.scenes.detail import Room


class Whole:
    """The panel, fed by a book, with a cache behind it for what it saves."""

    def __init__(self, stage: Stage, book: Book) -> None:
        self.stage = stage
        self.room = Room(identity())
        self.feed = BookFeed.of(book)
        self.panel = BijstandPanel(
            self.feed, self.room.cache, self.room.work, now=lambda: stage.now, me=self.room.me,
            answer_link=lambda _inquiry: None,
        )  # fmt: skip
        self.panel.setProperty("ground", "ground")
        self.feed.loaded.emit()
        self.request = min(book.requests, key=lambda r: r.number).id
        self.panel.show_record("assistancerequest", self.request)
        self.panel.destroyed.connect(lambda _gone: self.room)  # as long as the panel
        stage.later(self.panel.board.focus_first)

    def then(self, *acts: Callable[[], object]) -> QWidget:
        """What is done before the picture is taken."""
        for act in acts:
            self.stage.later(act)
        return self.panel

    def plots(self) -> None:
        """Wait for what is drawn with pyqtgraph."""
        for loader in self.panel.findChildren(plotting.Loader):
            parent = cast(Any, loader.parent())
            while parent.isVisible() and parent._plot is None:
                QTest.qWait(5)


@scene("panel")
def board(stage: Stage) -> QWidget:
    return (whole := Whole(stage, week())).then(whole.plots)


@scene("panel-timeline")
def timeline(stage: Stage) -> QWidget:
    whole = Whole(stage, week())
    return whole.then(whole.panel.timeline.show, whole.plots)


@scene("panel-map")
def map_(stage: Stage) -> QWidget:
    whole = Whole(stage, week())
    return whole.then(lambda: whole.panel.show_view("map"), whole.plots)


@scene("panel-borders")
def borders(stage: Stage) -> QWidget:
    whole = Whole(stage, with_borders(week()))
    return whole.then(lambda: whole.panel.show_view("map"), whole.plots)


@scene("panel-course")
def course(stage: Stage) -> QWidget:
    whole = Whole(stage, week())
    return whole.then(lambda: whole.panel.show_view("course"), whole.plots)


@scene("panel-ask")
def ask(stage: Stage) -> QWidget:
    whole = Whole(stage, week())
    return whole.then(lambda: whole.panel.column.run("ask"), whole.plots)


@scene("panel-propose")
def propose(stage: Stage) -> QWidget:
    whole = Whole(stage, week())
    return whole.then(lambda: whole.panel.cards.propose(()), whole.plots)


@scene("panel-paper")
def paper(stage: Stage) -> QWidget:
    whole = Whole(stage, week())
    return whole.then(whole.panel.cards.paper, whole.plots)
