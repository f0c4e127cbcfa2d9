"""The fields of the form of a request: between its widgets and the wire values of a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kcr2desk.core.book import Book
from kcr2desk.core.fields import moment
from kcr2desk.core.records import Incident
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.request_parts import ShortTime
from kcr2desk.desk.bijstand.request_state import FIELDS, blank
from kcr2desk.desk.bijstand.request_words import translate
from kcr2desk.desk.forms.request_form import Ui_RequestForm
from kcr2desk.desk.parts.form_parts import Choice, municipality_options, region_options

PAGES: Final = ("place", "situation", "gate", "means", "costs_page")
PAGE_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("municipalities", "talk_group", "report_to_position", "route", "contact_on_site",
         "circumstances"), "place",
    ),
    **dict.fromkeys(
        ("description", "task", "incident", "grip", "channel", "received_at"), "situation"
    ),
    **dict.fromkeys(
        ("authority", "authority_role", "basis", "form", "mandate", "requester_role"), "gate"
    ),
    **dict.fromkeys(("own_means", "neighbours_asked"), "means"),
    **dict.fromkeys(("relief_scheme", "logistics", "costs"), "costs_page"),
}  # fmt: skip
"""Field -> the page that has to be opened to see it; the others are always in sight."""

_LINES: Final = (
    "title", "requester", "callback", "report_to", "talk_group", "report_to_position", "route",
    "contact_on_site", "authority", "basis", "requester_role", "mandate", "relief_scheme",
    "logistics", "costs",
)  # fmt: skip
_CHOICES: Final = (
    "region", "incident", "grip", "channel", "authority_role", "form", "own_means",
    "neighbours_asked",
)  # fmt: skip
_TEXTS: Final = ("description", "task", "circumstances")
_TIMES: Final = ("from_at", "until_at", "received_at")


class Fields(QObject):
    """Shows wire values in the widgets and says which one the officer changed."""

    edited = Signal(str)

    def __init__(
        self, ui: Ui_RequestForm, book: Book, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ui, self._book, self._now = ui, book, now
        self.values: dict[str, Json] = {name: blank(name) for name in FIELDS}
        self._lines: dict[str, QLineEdit] = {name: getattr(ui, name) for name in _LINES}
        self._choices: dict[str, Choice] = {name: getattr(ui, name) for name in _CHOICES}
        self._texts: dict[str, QPlainTextEdit] = {name: getattr(ui, name) for name in _TEXTS}
        self._times: dict[str, ShortTime] = {name: getattr(ui, name) for name in _TIMES}
        for name, line in self._lines.items():
            line.textEdited.connect(lambda text, n=name: self._edit(n, text))
        for name, choice in self._choices.items():
            choice.chosen.connect(lambda value, n=name: self._edit(n, value))
        for name, text in self._texts.items():
            text.textChanged.connect(lambda n=name, t=text: self._edit(n, t.toPlainText()))
        for name, time in self._times.items():
            time.set_clock(now)
            time.edited.connect(lambda n=name, t=time: self._edit(n, t.value()))
        ui.municipalities.chosen.connect(lambda found: self._edit("municipalities", sorted(found)))
        ui.priority.chosen.connect(lambda value: self._edit("priority", value))

    def show(self, values: Mapping[str, Json], unread: Mapping[str, str]) -> None:
        """Show all values; `unread` are times as typed that could not be read."""
        for name in FIELDS:
            self.put(name, values.get(name, blank(name)), unread.get(name, ""))

    def put(self, name: str, value: Json, typed: str = "") -> None:
        """Show one value that the officer did not choose here."""
        self.values[name] = value
        if name in self._lines:
            self._lines[name].setText(str(value or ""))
            self._lines[name].setCursorPosition(0)
        elif name in self._choices:
            self._choices[name].set_choice(str(value or ""))
        elif name in self._texts:
            with QSignalBlocker(self._texts[name]):
                self._texts[name].setPlainText(str(value or ""))
        elif name in self._times:
            self._times[name].set_time(value if isinstance(value, int) else None, typed)
        elif name == "municipalities":
            towns = value if isinstance(value, list) else []
            self._say_towns()
            self._ui.municipalities.set_value(frozenset(map(str, towns)))
        elif name == "priority":
            self._ui.priority.set_value(str(value))
        self._follow(name)

    def unread(self) -> dict[str, str]:
        """Times that cannot be read, as typed."""
        return {name: time.typed() for name, time in self._times.items() if time.wrong()}

    def focus(self, name: str) -> None:
        """Put the focus on a field."""
        getattr(self._ui, name).setFocus()

    def _edit(self, name: str, value: Json) -> None:
        self.values[name] = value
        self._follow(name)
        self.edited.emit(name)

    def _follow(self, name: str) -> None:
        """What is shown elsewhere because of a field."""
        region = str(self.values["region"] or "")
        if name == "region":
            for time in self._times.values():
                time.set_region(region)
            self._say_towns()
        elif name == "report_to":
            self._ui.lines.set_place(str(self.values["report_to"] or ""))
        if name in ("region", "from_at", "until_at"):
            self._say_times()

    def _say_towns(self) -> None:
        """The municipalities of the region, and those named that lie in another one."""
        towns = self.values["municipalities"]
        named = set(map(str, towns)) if isinstance(towns, list) else set()
        own = municipality_options(str(self.values["region"] or ""))
        named -= {option.value for option in own}
        others = [option for option in municipality_options("") if option.value in named]
        self._ui.municipalities.set_options([*own, *others])

    def _say_times(self) -> None:
        """How the times were read: on an island with its own clock beside it, and how long."""
        region, now = str(self.values["region"] or ""), self._now()
        start, end = self.values["from_at"], self.values["until_at"]
        parts = []
        for value, text in ((start, self.tr("from {time}")), (end, self.tr("until {time}"))):
            if isinstance(value, int):
                at = moment(value)
                clock = f"{texts.day(at)} {texts.clocks(at, region)}"
                parts.append(text.replace("{time}", clock))
        wrong = isinstance(start, int) and isinstance(end, int) and end <= start
        if wrong:
            parts.append(self.tr("the end lies before the start"))
        elif isinstance(end, int):
            begin = moment(start) if isinstance(start, int) else now
            parts.append(texts.span(moment(end) - begin) if moment(end) > begin else "")
        elif isinstance(start, int):
            parts.append(texts.age(moment(start), now))
        self._ui.times_words.setText(" · ".join(part for part in parts if part))
        self._ui.times_words.set_tone("urgent" if wrong else "muted")

    def say(self) -> None:
        """Set the words of all choices, in the language of the screen."""
        ui, option = self._ui, kit.FilterOption
        ui.region.set_choices(region_options())
        self._say_towns()
        ui.channel.set_choices([option(c, words.channel(c)) for c in words.CHANNELS])
        ui.authority_role.set_choices([option(r, words.role(r)) for r in words.ROLES])
        ui.form.set_choices(
            [option(f, words.form(f)) for f in ("follows", "partly", "received", "incomplete")]
        )
        ui.own_means.set_choices([option(m, words.own_means(m)) for m in words.OWN_MEANS])
        ui.neighbours_asked.set_choices([option(v, words.yes_no(v)) for v in ("yes", "no")])
        ui.grip.set_choices([option(g, words.grip(g)) for g in ("1", "2", "3", "4", "5", "R")])
        ui.priority.say()
        self.say_incidents()
        self._say_times()

    def say_incidents(self) -> None:
        """The incidents that are open, and the one that the request has when it is closed."""
        own = self.values["incident"]
        known = [i for i in self._book.all("incident") if isinstance(i, Incident)]
        self._ui.incident.set_choices(
            [
                kit.FilterOption(each.id, each.title, each.number)
                for each in reversed(known)
                if each.status == "open" or each.id == own
            ]
        )


def page_words(values: Mapping[str, Json]) -> dict[str, str]:
    """The words on the button of each page, with how many of its fields say something."""
    names = {
        "place": translate("RequestForm", "P&lace"),
        "situation": translate("RequestForm", "&Situation"),
        "gate": translate("RequestForm", "&Authority"),
        "means": translate("RequestForm", "Own &means"),
        "costs_page": translate("RequestForm", "&Costs"),
    }
    said = {
        page: sum(
            values[field] not in ("", None, [], blank(field))
            for field, where in PAGE_OF.items()
            if where == page and field not in ("channel", "received_at")
        )
        for page in names
    }
    return {page: f"{name}  {said[page] or ''}".rstrip() for page, name in names.items()}
