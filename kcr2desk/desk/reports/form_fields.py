"""The fields of the report form: between its widgets and the wire values of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QLineEdit

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts
from kcr2desk.desk.forms.report_form import Ui_ReportForm
from kcr2desk.desk.parts import words
from kcr2desk.desk.parts.chips import quantity_name
from kcr2desk.desk.parts.form_parts import (
    Choice,
    Letters,
    municipality_options,
    region_options,
)
from kcr2desk.desk.parts.form_state import FIELDS, blank
from kcr2desk.desk.parts.form_time import TimeField
from kcr2desk.desk.parts.form_told import FieldNotice

CHANNELS: Final = ("phone", "radio", "mail", "lcms", "form")
"""How a report that an officer writes can have come; the others are set by what brings them."""

JUDGE_KEYS: Final = {"confirmed": "F2", "unconfirmed": "F3", "contradicted": "F4"}
PAGE_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("region", "municipality", "place", "informant", "caller", "callback", "channel"), "where"
    ),
    **dict.fromkeys(("occurred_at", "observed_at", "received_at"), "times"),
    **dict.fromkeys(("reliability", "credibility"), "grade"),
}
"""Field -> the page that has to be opened to see it; the others are always in sight."""


class Fields(QObject):
    """Shows wire values in the widgets and says which one the officer changed.

    The text and the title are the form's own: here are all the others.
    """

    edited = Signal(str)

    def __init__(self, ui: Ui_ReportForm, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self.values: dict[str, Json] = {name: blank(name) for name in FIELDS}
        self.judged = False
        self._ui = ui
        self._lines: dict[str, QLineEdit] = {
            name: getattr(ui, name) for name in ("place", "informant", "caller", "callback")
        }
        self._choices: dict[str, Choice] = {
            name: getattr(ui, name)
            for name in ("region", "municipality", "discipline", "incident", "channel")
        }
        self._times: dict[str, TimeField] = {
            name: getattr(ui, name) for name in ("occurred_at", "observed_at", "received_at")
        }
        self._letters: dict[str, Letters] = {
            name: getattr(ui, name) for name in ("reliability", "credibility")
        }
        self._connect()

    def _connect(self) -> None:
        for name, line in self._lines.items():
            line.textEdited.connect(lambda text, n=name: self._edit(n, text))
        for name, choice in self._choices.items():
            choice.chosen.connect(lambda value, n=name: self._edit(n, value))
        for name, time in self._times.items():
            time.set_clock(self._now)
            time.edited.connect(lambda n=name, t=time: self._edit(n, t.value()))
        for name, letters in self._letters.items():
            letters.set_letters("ABCDEF" if name == "reliability" else "123456")
            letters.chosen.connect(lambda value, n=name: self._edit(n, value))
        self._ui.urgent.clicked.connect(lambda on: self._edit("urgent", bool(on)))
        self._ui.judged.chosen.connect(self.judge)

    # values

    def show(self, values: Mapping[str, Json], unread: Mapping[str, str], judged: bool) -> None:
        """Show all values; `unread` are times as typed that could not be read."""
        self.judged = judged
        for name in FIELDS:
            self.put(name, values.get(name, blank(name)), unread.get(name, ""))

    def put(self, name: str, value: Json, typed: str = "") -> None:
        """Show one value that the officer did not choose here."""
        self.values[name] = value
        if name in self._lines:
            self._lines[name].setText(str(value or ""))
        elif name in self._choices:
            self._choices[name].set_choice(str(value or ""))
        elif name in self._times:
            self._times[name].set_time(value if isinstance(value, int) else None, typed)
        elif name in self._letters:
            self._letters[name].set_value(str(value))
        elif name == "urgent":
            self._ui.urgent.setChecked(bool(value))
        self._follow(name)

    def judge(self, said: str) -> None:
        """Confirmed, unconfirmed or contradicted; the same again takes it back."""
        digit = words.JUDGED[said]
        again = self.judged and self.values["credibility"] == digit
        self.judged = not again
        self.put("credibility", "6" if again else digit)
        self.edited.emit("credibility")

    def unread(self) -> dict[str, str]:
        """Times that cannot be read, as typed."""
        return {name: time.typed() for name, time in self._times.items() if time.wrong()}

    def focus(self, name: str) -> None:
        """Put the focus on a field."""
        getattr(self._ui, name).setFocus()

    def notice(self, name: str) -> FieldNotice:
        """Where it is told that somebody else changed a field."""
        place = {"quantities": "text", "grip": "text"}.get(name, name)
        notice: FieldNotice = getattr(self._ui, f"{place}_notice")
        return notice

    def _edit(self, name: str, value: Json) -> None:
        if name == "credibility":
            self.judged = value != "6"
        self.values[name] = value
        self._follow(name)
        self.edited.emit(name)

    def _follow(self, name: str) -> None:
        """What is shown elsewhere because of a field."""
        if name == "region":
            region = str(self.values["region"] or "")
            for time in self._times.values():
                time.set_region(region)
            self._ui.municipality.set_choices(municipality_options(region))
        elif name in self._letters:
            self._say_grade()

    def _say_grade(self) -> None:
        ui = self._ui
        reliability, credibility = (str(self.values[n]) for n in ("reliability", "credibility"))
        ui.judged.setToolTip(words.grade_words(reliability, credibility))
        ui.reliability_words.setText(words.reliability(reliability))
        ui.credibility_words.setText(words.credibility(credibility))
        said = {digit: word for word, digit in words.JUDGED.items()}.get(credibility, "")
        ui.judged.set_value(said if self.judged or credibility != "6" else "")

    # words and choices

    def set_incidents(self, options: Iterable[kit.FilterOption]) -> None:
        self._choices["incident"].set_choices(list(options))

    def say(self) -> None:
        """Set the words of all choices, in the language of the screen."""
        ui = self._ui
        ui.region.set_choices(region_options())
        ui.municipality.set_choices(municipality_options(str(self.values["region"] or "")))
        ui.channel.set_choices([kit.FilterOption(c, words.channel(c)) for c in CHANNELS])
        ui.discipline.set_choices(
            [
                kit.FilterOption(code, words.discipline(code), icon=words.discipline_icon(code))
                for code in words.DISCIPLINES
            ]
        )
        ui.judged.set_options(
            [
                kit.Option("confirmed", self.tr("Confirmed"), JUDGE_KEYS["confirmed"], "good"),
                kit.Option("unconfirmed", self.tr("Unconfirmed"), JUDGE_KEYS["unconfirmed"]),
                kit.Option(
                    "contradicted",
                    self.tr("Contradicted"),
                    JUDGE_KEYS["contradicted"],
                    "attention",
                ),
            ]
        )
        self._say_grade()


def value_words(
    name: str, value: Json, now: datetime, incidents: Mapping[str, str] | None = None
) -> str:
    """A wire value of a report as a person reads it, on one line; a dash for none.

    `incidents` are titles by id.
    """
    if isinstance(value, list):
        return ", ".join(quantity_name(str(each)) for each in value) or "–"
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        translate = QCoreApplication.translate
        return translate("Reports", "urgent") if value else translate("Reports", "not urgent")
    if name.endswith("_at") and isinstance(value, int):
        return texts.moment(moment(value), now)
    text = str(value)
    if name == "incident":
        return (incidents or {}).get(text, text)
    known = {
        "region": words.region,
        "municipality": words.municipality,
        "discipline": words.discipline,
        "channel": words.channel,
    }.get(name)
    return known(text) if known is not None else " ".join(text.split())
