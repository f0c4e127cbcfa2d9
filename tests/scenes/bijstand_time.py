"""Scenes of the timeline, and of demand against supply."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from kcr2desk.desk.bijstand.demand_chart import DemandChart
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.timeline import Timeline
from tests.scenes import Stage, scene
from tests.scenes.bijstand_week import many, week


def rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for_plot(made: Timeline) -> None:
    for _ in range(300):
        if made.bars is not None:
            break
        rest(20)
    rest(80)


def _timeline(stage: Stage, book: object) -> Timeline:
    made = Timeline(BookFeed.of(book), None, None, now=lambda: stage.now, me=None)  # type: ignore[arg-type]
    stage.later(lambda: wait_for_plot(made))
    return made


@scene("bijstand-timeline")
def timeline(stage: Stage) -> QWidget:
    book = week()
    made = _timeline(stage, book)
    stage.later(lambda: made.choose(book.commitments()[1].id))
    return made


@scene("bijstand-timeline-owners")
def owners(stage: Stage) -> QWidget:
    made = _timeline(stage, week())
    made.set_grouping("owner")
    return made


@scene("bijstand-timeline-many")
def crowded(stage: Stage) -> QWidget:
    made = _timeline(stage, many(1000))
    stage.later(lambda: made.list.verticalScrollBar().setValue(4000))
    return made


@scene("bijstand-demand")
def demand(stage: Stage) -> QWidget:
    feed = BookFeed.of(week())
    made = DemandChart(feed, None, None, now=lambda: stage.now, me=None)
    stage.later(lambda: rest(900))
    return made
