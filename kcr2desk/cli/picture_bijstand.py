"""The states of the panel Bijstand that are drawn, by what an officer would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.panel import BijstandPanel
    from kcr2desk.desk.open_desk import OpenDesk

REQUEST, COMMITMENT = "assistancerequest", "commitment"


def bijstand(desk: OpenDesk) -> Iterator[tuple[str, QWidget]]:
    """Name and window of each state; the panel of reports is in front again at the end."""
    import_module("pyqtgraph")  # else the picture is of a chart that is being loaded
    assert desk.session is not None
    first = min(desk.session.cache.all(REQUEST), key=lambda r: str(getattr(r, "number", "")))
    desk.panels.open_record(REQUEST, first.id)
    yield "bijstand", desk.window
    panel = _panel(desk)
    yield from _views(desk, panel)
    yield from _cards(desk, panel, first.id)
    desk.window.key_sheet.open()
    yield "bijstand-keys", desk.window
    desk.window.key_sheet.dismiss()
    desk.window.show_panel("reports")


def _panel(desk: OpenDesk) -> BijstandPanel:
    from kcr2desk.desk.bijstand.panel import BijstandPanel

    panel = desk.panels.bijstand.inner
    assert isinstance(panel, BijstandPanel)
    return panel


def _views(desk: OpenDesk, panel: BijstandPanel) -> Iterator[tuple[str, QWidget]]:
    """Board, map and course, and the timeline."""
    panel.turn_timeline()  # shown at first only where there is room for it
    yield "bijstand-timeline-turned", desk.window
    panel.turn_timeline()
    for name in ("map", "course"):
        panel.show_view(name)
        yield f"bijstand-{name}", desk.window
    if desk.panels.feed is not None and desk.panels.feed.book.boundaries:
        panel.show_view("map")
        panel.map.show_borders(True)
        yield "bijstand-borders", desk.window
    panel.show_view("board")
    panel.board.focus_first()
    panel.board.show_story()
    yield "bijstand-story", desk.window
    panel.board.story.hide()
    panel.row.more.open()
    yield "bijstand-more", desk.window
    panel.row.more.menu_.close()


def _cards(desk: OpenDesk, panel: BijstandPanel, request: str) -> Iterator[tuple[str, QWidget]]:
    """What slides over the panel."""
    assert desk.panels.feed is not None
    book, cards = desk.panels.feed.book, panel.cards
    lines = [line.id for line in book.lines(request)]
    given = book.commitments(request=request)[0].id
    states: tuple[tuple[str, Callable[[], object]], ...] = (
        ("ask", lambda: cards.ask(request, lines[:1])),
        ("answers", lambda: cards.answers(request)),
        ("commit", lambda: cards.commit(line=lines[0])),
        ("follow", lambda: cards.follow(given)),
        ("propose", lambda: cards.propose(())),
        ("inventory", lambda: cards.inventory(("pump", "fire_platoon"))),
        ("form", lambda: cards.write(request)),
        ("paper", cards.paper),
        ("account", cards.account),
    )
    for name, show in states:
        show()
        yield f"bijstand-{name}", desk.window
        card = cards.open()
        assert card is not None
        card.closed.emit()  # type: ignore[attr-defined]
