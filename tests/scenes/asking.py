"""Scenes of asking, promising, following and proposing: each card over the right of a panel."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand.answers import AnswersCard
from kcr2desk.desk.bijstand.ask import AskCard
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.follow import FollowCard
from kcr2desk.desk.bijstand.inventory import InventoryCard
from kcr2desk.desk.bijstand.propose import ProposeCard
from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft
from tests.scenes import NOW, Stage, scene
from tests.scenes import asking_data as data
from tests.scenes.fake import FakePanel
from tests.scenes.form import settle
from tests.scenes.form_cache import ME, FormCache
from tests.scenes.frame import window

DUTY = dataclasses.replace(ME, role="duty_officer")


class CardCache(FormCache):
    """A store in memory that also gives one draft by its id."""

    def draft(self, id: str) -> Draft | None:
        return self.kept.get(id)


class Shown:
    """The window with a card over its panel."""

    def __init__(
        self, stage: Stage, kind: Callable[..., Card], *, book: Book | None = None, **given: Any
    ) -> None:
        self.stage = stage
        self.book = book or data.book()
        self.feed = BookFeed.of(self.book)
        self.work = StoreWork("scene")
        self.window = window(stage)
        panel = self.window.panel()
        assert isinstance(panel, FakePanel)
        self.card = kind(
            self.feed, cast(Any, CardCache()), self.work, now=lambda: stage.now, me=DUTY, **given
        )
        self.feed.setParent(self.card)
        self.over = SlideOver(panel)
        stage.later(lambda: self.over.show(self.card))
        stage.later(lambda: settle(self.work))
        self.window.destroyed.connect(self.close)

    def close(self) -> None:
        self.work.close()

    def later(self, run: Callable[[], object]) -> None:
        self.stage.later(run)
        self.stage.later(lambda: settle(self.work))


@scene("commit-answer")
def commit_answer(stage: Stage) -> QWidget:
    return Shown(stage, CommitCard, inquiryline=data.made("answer", data.ASKED)).window


@scene("commit-refused")
def commit_refused(stage: Stage) -> QWidget:
    shown = Shown(stage, CommitCard, line=data.LINE, owner="VR05")
    card = cast(CommitCard, shown.card)
    shown.later(lambda: card.quantity.setValue(4))
    shown.later(card.save_card)
    return shown.window


@scene("commit-unit")
def commit_unit(stage: Stage) -> QWidget:
    shown = Shown(stage, CommitCard, line=data.BUCKETS, owner="DEF")
    card = cast(CommitCard, shown.card)
    shown.later(card.unit.open)
    return shown.window


@scene("commit-relief")
def commit_relief(stage: Stage) -> QWidget:
    return Shown(stage, CommitCard, relieves=data.GIVEN, owner="VR04").window


@scene("follow")
def follow(stage: Stage) -> QWidget:
    return Shown(stage, FollowCard, commitment=data.GIVEN).window


@scene("follow-extend")
def follow_extend(stage: Stage) -> QWidget:
    shown = Shown(stage, FollowCard, commitment=data.FLYING)
    card = cast(FollowCard, shown.card)
    shown.later(lambda: card.until.set_when(NOW + timedelta(hours=30)))
    shown.later(card._predict)
    shown.later(lambda: card.begin_end("withdrawn"))
    return shown.window


@scene("follow-message")
def follow_message(stage: Stage) -> QWidget:
    shown = Shown(stage, FollowCard, commitment=data.GIVEN)
    shown.later(cast(FollowCard, shown.card).message)
    return shown.window


@scene("ask")
def ask(stage: Stage) -> QWidget:
    return Shown(stage, AskCard, request=data.REQUEST, line_ids=[data.LINE]).window


@scene("answers")
def answers(stage: Stage) -> QWidget:
    return Shown(stage, AnswersCard, request=data.REQUEST).window


@scene("answers-part")
def answers_part(stage: Stage) -> QWidget:
    shown = Shown(stage, AnswersCard, request=data.REQUEST)
    card = cast(AnswersCard, shown.card)
    shown.later(lambda: card.editor.choose("alternative"))
    shown.later(card.record)
    return shown.window


def proposed(stage: Stage) -> tuple[Shown, ProposeCard]:
    """A proposal, solved before the picture is taken."""
    shown = Shown(stage, ProposeCard)
    card = cast(ProposeCard, shown.card)
    shown.later(lambda: settle(card._solver))
    return shown, card


@scene("propose")
def propose(stage: Stage) -> QWidget:
    return proposed(stage)[0].window


@scene("propose-scarcity")
def propose_scarcity(stage: Stage) -> QWidget:
    shown, card = proposed(stage)
    shown.later(card.advise)
    shown.later(lambda: settle(card._solver))
    return shown.window


@scene("propose-weights")
def propose_weights(stage: Stage) -> QWidget:
    shown, card = proposed(stage)
    shown.later(card.set_weights)
    return shown.window


@scene("inventory")
def inventory(stage: Stage) -> QWidget:
    return Shown(stage, InventoryCard, types=["wildfire_platoon", "handcrew", "pump"]).window
