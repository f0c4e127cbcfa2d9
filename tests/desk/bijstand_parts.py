"""What tests of the map, the timeline and the pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand.feed import BookFeed
from tests.desk.form_room import with_theme
from tests.desk.small_hub import identity
from tests.scenes import NOW

W = TypeVar("W", bound=QWidget)


class Shown:
    """Widgets on a feed, taken down at the end."""

    def __init__(self, app: QApplication) -> None:
        with_theme(app)
        self.now = NOW
        self._made: list[QObject] = []

    def show(
        self,
        kind: Callable[..., W],
        book: Book,
        *,
        size: tuple[int, int] = (1000, 600),
        **more: Any,
    ) -> tuple[W, BookFeed]:
        """A widget of a kind on a book."""
        feed = BookFeed.of(book)
        made = kind(feed, None, None, now=lambda: self.now, me=identity("jansen"), **more)
        made.resize(*size)
        made.show()
        made.activateWindow()
        QTest.qWaitForWindowActive(made, 1000)
        QApplication.processEvents()
        self._made += [made, feed]
        return made, feed

    def leave(self) -> None:
        for one in self._made:
            if isinstance(one, QWidget):
                one.close()
            one.deleteLater()
        QApplication.processEvents()


@contextmanager
def shown(app: QApplication) -> Iterator[Shown]:
    room = Shown(app)
    yield room
    room.leave()


def until(done: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something is so."""
    for _ in range(round(seconds * 100)):
        QApplication.processEvents()
        if done():
            return
        QTest.qWait(10)
    raise TimeoutError("it never became so")
