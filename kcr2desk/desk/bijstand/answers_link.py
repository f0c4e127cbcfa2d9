"""Asks the hub for an answer link beside all other work: the line may be slow or away."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal


class Linked(Protocol):
    """An answer link."""

    @property
    def url(self) -> str: ...


Links = Callable[[str], Linked]
"""Gives the link of an inquiry by its id: `Sync.answer_link`."""


class LinkAsker(QObject):
    """One question at a time, each in its own thread, answered in the UI thread."""

    got = Signal(str, str)
    """The inquiry and its link; "" when the hub could not be asked."""

    def __init__(self, links: Links | None, parent: QObject) -> None:
        super().__init__(parent)
        self._links = links
        self._told = _Told(self)
        self._told.came.connect(self.got, Qt.ConnectionType.QueuedConnection)

    def ask(self, inquiry: str) -> None:
        """Ask; `got` tells, also when there is no line."""
        links, told = self._links, self._told
        if links is None:
            told.say(inquiry, "")
            return

        def call() -> None:
            from kcr2desk.sync.errors import HubRefused, LineDown, SignedOut

            try:
                url = links(inquiry).url
            except (HubRefused, LineDown, SignedOut):
                url = ""  # the officer is told that the text goes without one
            told.say(inquiry, url)

        threading.Thread(target=call, name="kcr2desk-link", daemon=True).start()


class _Told(QObject):
    came = Signal(str, str)

    def say(self, inquiry: str, url: str) -> None:
        try:
            self.came.emit(inquiry, url)
        except RuntimeError:  # the card went while the hub was asked
            pass
