"""The states of the panel Repatriëring that are drawn, by what a registrar and a lead would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kcr2desk.desk.open_desk import OpenDesk
    from kcr2desk.desk.repatriation.operation_page import OperationPage

PASSPORT = (
    "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<\nSPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0"
)
WRONG_DIGIT = PASSPORT.replace("6503101F", "6503102F")


def repatriation(desk: OpenDesk) -> Iterator[tuple[str, QWidget]]:
    """Name and window of each state; the panel of reports is in front again at the end."""
    import_module("pyqtgraph")  # else the picture is of a chart that is being loaded
    desk.window.show_panel("repatriation")
    yield "repatriation", desk.window
    page = _page(desk)
    yield from _registering(desk, page)
    for view in ("stations", "people", "reconcile", "lead", "progress"):
        page.show_view(view)
        yield f"repatriation-{view}", desk.window
    yield from _cards(desk, page)
    desk.window.show_panel("reports")


def _page(desk: OpenDesk) -> OperationPage:
    from kcr2desk.desk.repatriation.panel import RepatriationPanel

    panel = desk.panels.repatriation.inner
    assert isinstance(panel, RepatriationPanel)
    assert panel.page is not None
    return panel.page


def _registering(desk: OpenDesk, page: OperationPage) -> Iterator[tuple[str, QWidget]]:
    view: Any = page.views["registration"]
    view.scan.setText("kho")
    view.scan.lookedFor.emit("kho")
    yield "repatriation-candidates", desk.window
    view.scan.clear()
    view.scan.lookedFor.emit("")
    view.scan.scanned.emit(PASSPORT)
    yield "repatriation-passport", desk.window
    view.desk.drop()
    view.scan.scanned.emit(WRONG_DIGIT)
    yield "repatriation-wrong-digit", desk.window
    while view.desk.sheet is not None:
        view.desk.drop()


def _cards(desk: OpenDesk, page: OperationPage) -> Iterator[tuple[str, QWidget]]:
    """What slides over the panel."""
    page.show_view("people")
    cards, book = page.cards, page.hall.book
    people = [p.id for p in book.persons()]
    states: tuple[tuple[str, Callable[[], object]], ...] = (
        ("person", lambda: cards.person(people[3])),
        ("hand-over", lambda: cards.hand_over(people[:4])),
        ("bands", lambda: cards.bands(people[:4])),
        ("export", lambda: cards.export(people[:20])),
        ("import", lambda: cards.bring_in(page.bar.arrival)),
        ("arrival", lambda: cards.arrival(page.bar.arrival)),
        ("operation", cards.operation),
        ("privacy", cards.notice),
    )
    for name, show in states:
        show()
        yield f"repatriation-{name}", desk.window
    cards.hide()
