"""A card of bijstand: it follows the book of bijstand, and what it saves is national."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts import card
from kcr2desk.desk.parts.card import NARROWEST as NARROWEST
from kcr2desk.desk.parts.card import SAVE as SAVE
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.core.book import Book
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

STREAM = "national"


class Card(card.Card):
    """Base of the cards of bijstand."""

    stream = STREAM

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.feed = feed
        super().__init__(feed, cache, work, now=now, me=me, about=about, parent=parent)

    @property
    def book(self) -> Book:
        """All of bijstand."""
        return self.feed.book
