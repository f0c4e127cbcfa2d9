"""The states of the desk that are drawn, one after the other, by what an officer would do."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kcr2desk.cli.picture_bijstand import bijstand
from kcr2desk.cli.picture_repatriation import repatriation
from kcr2desk.desk.app import utc_now
from kcr2desk.desk.kit import Overlay
from kcr2desk.desk.remember import MemorySettings

if TYPE_CHECKING:
    from kcr2desk.cli.demo import Demo
    from kcr2desk.desk.app import DeskApp
    from kcr2desk.desk.open_desk import OpenDesk
    from kcr2desk.desk.reports.panel import ReportsPanel
    from kcr2desk.desk.work import StoreWork

NOTE = (
    "VNOG 2 pelotons Hoog Buurlo, Jansen 06-12345678. Vraagt aflossing vanaf 18:00,"
    " 40 mensen, en watertransport naar Hoenderloo."
)

State = tuple[str, QWidget]
"""The name of a picture and the window it shows."""


def states(desk: OpenDesk, app: DeskApp, demo: Demo, watched: list[StoreWork]) -> Iterator[State]:
    """Name and window of each state. The next one begins when this one was drawn.

    A state is drawn when all of `watched` have nothing to do.
    """
    yield from _reading(desk, demo)
    yield from _choosing(desk)
    yield from _writing(desk)
    yield from bijstand(desk)
    yield from repatriation(desk)
    yield from _window(desk)
    yield from _deciding(desk)
    yield from _elsewhere(app, demo, watched)
    yield from _without_hub(desk, demo)
    yield from _coming_in(app, demo)


def _panel(desk: OpenDesk) -> ReportsPanel:
    from kcr2desk.desk.reports.panel import ReportsPanel

    panel = desk.panels.reports.inner
    assert isinstance(panel, ReportsPanel)
    return panel


def _reading(desk: OpenDesk, demo: Demo) -> Iterator[State]:
    """The list, and one of each kind of report beside it."""
    panel, reports = _panel(desk), demo.staged.reports
    panel.show_report(reports["front"])
    yield "reports", desk.window
    for name, key in (
        ("urgent", "terug"),
        ("conflict", "camping"),
        ("alert", "2.49.0.1.528.9.demo.wind.2.cap"),
        ("alert-withdrawn", "WSL-demo-0714-1.cap"),
        ("mail", "Net Apeldoorn-Ede.eml"),
    ):
        panel.show_report(reports[key])
        yield f"reports-{name}", desk.window
    panel.show_report(reports["front"])


def _choosing(desk: OpenDesk) -> Iterator[State]:
    """Filter, search, chart, and what triage asks."""
    panel = _panel(desk)
    panel.filters.show_text("natte str")
    yield "reports-search", desk.window
    panel.filters.show_text("geen enkele melding")
    yield "reports-nothing", desk.window
    panel.filters.clear()
    panel.filters.region.set_value(frozenset({"VR06"}))
    panel.filters.region.open()
    yield "reports-filter", desk.window
    panel.filters.region.popup().close()
    panel.filters.clear()
    import_module("pyqtgraph")  # else the picture is of a chart that is being loaded
    panel.turn_chart()
    yield "reports-chart", desk.window
    panel.turn_chart()
    panel.list.setFocus()
    for name in ("grade", "incident"):
        panel.area.named(name).trigger()
        yield f"reports-{name}", desk.window
        for card in panel.findChildren(Overlay):
            card.dismiss()


def _writing(desk: OpenDesk) -> Iterator[State]:
    """The form, beside the list."""
    from kcr2desk.desk.reports.form import ReportForm

    panel = _panel(desk)
    panel.area.named("write").trigger()
    (form,) = panel.findChildren(ReportForm)
    form.ui.text.insertPlainText(NOTE)
    yield "reports-form", desk.window
    form.discard()
    form.close_form()


def _window(desk: OpenDesk) -> Iterator[State]:
    """What goes over every panel."""
    window = desk.window
    window.palette_card.open("kootwijk")
    yield "window-search", window
    window.palette_card.dismiss()
    window.key_sheet.open()
    yield "window-keys", window
    window.key_sheet.dismiss()
    window.set_exercise(True)
    yield "window-exercise", window
    window.set_exercise(False)


def _deciding(desk: OpenDesk) -> Iterator[State]:
    """What needs a decision."""
    desk.show_attention()
    yield "attention", desk.window
    desk.close_cards()


def _elsewhere(app: DeskApp, demo: Demo, watched: list[StoreWork]) -> Iterator[State]:
    """The same reports as a region sees them, whose change was refused, and as a liaison does."""
    from kcr2desk.desk.accounts import known_accounts
    from kcr2desk.desk.open_desk import OpenDesk

    for account in known_accounts(demo.elsewhere.data):
        if account.account not in ("vnog", "ncc"):
            continue
        demo.staged.desks[account.account].close()
        session = demo.elsewhere.open(account)
        other = OpenDesk(account, settings=MemorySettings(), look=app.look, now=utc_now)
        other.window.resize(app.desk.window.size() if app.desk is not None else QSize(1600, 1000))
        other.fill(session)
        assert other.work is not None
        watched.append(other.work)
        other.window.show()
        yield f"reports-{account.account}", other.window
        if account.account == "vnog":
            other.show_attention()
            yield "attention-refused", other.window
        watched.remove(other.work)
        other.take_apart()
        session.close()
        other.window.close()
        other.window.deleteLater()


def _without_hub(desk: OpenDesk, demo: Demo) -> Iterator[State]:
    """The hub ends; the officer writes on."""
    panel = _panel(desk)
    demo.end_hub()
    session = desk.session
    assert session is not None
    session.cache.create(
        "report", {"title": "Aflossing voor Harskamp geregeld: 40 mensen", "region": "VR06",
                   "discipline": "fire", "informant": "Meldkamer Utrecht"},
    )  # fmt: skip
    panel.list.setFocus()
    yield "reports-offline", desk.window
    session.sync.sign_out()
    yield "window-signed-out", desk.window
    desk.sign_in_again()
    yield "window-sign-in-again", desk.window
    desk.close_cards()


def _coming_in(app: DeskApp, demo: Demo) -> Iterator[State]:
    """The window before the desk."""
    from kcr2desk.desk.accounts import known_accounts
    from kcr2desk.desk.session import wall_clock
    from kcr2desk.desk.welcome import WelcomeWindow
    from kcr2desk.sync import LineDown

    known = known_accounts(demo.opener.data)
    window = WelcomeWindow(demo.opener, app.work, known, now=wall_clock)
    window.show()
    yield "welcome-accounts", window
    window.ask_sign_in()
    yield "welcome-sign-in", window
    window.ask_passphrase(new=True)
    yield "welcome-passphrase", window
    window.offer_offline(known[0], LineDown("unreachable"))
    yield "welcome-offline", window
    window.close()
    window.deleteLater()
