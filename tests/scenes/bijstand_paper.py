"""Scenes of the printed pages: the state of bijstand and the periodic account."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kcr2desk.desk.bijstand.account_page import AccountPage
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.state_page import StatePage
from tests.desk.small_hub import identity
from tests.scenes import Stage, scene
from tests.scenes.bijstand_week import week


@scene("bijstand-state")
def state(stage: Stage) -> QWidget:
    feed = BookFeed.of(week())
    return StatePage(feed, None, None, now=lambda: stage.now, me=identity("jansen"), exercise=True)


@scene("bijstand-account")
def account(stage: Stage) -> QWidget:
    feed = BookFeed.of(week())
    return AccountPage(feed, None, None, now=lambda: stage.now, me=identity("jansen"))


@scene("bijstand-account-region")
def region(stage: Stage) -> QWidget:
    feed = BookFeed.of(week())
    made = AccountPage(feed, None, None, now=lambda: stage.now, me=identity("jansen"))
    made.show_owner("VR07")
    return made
