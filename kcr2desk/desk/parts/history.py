"""The history of a report: who changed what from what to what, when, from which desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts import values, words
from kcr2desk.desk.parts.acts import Act, FieldChange
from kcr2desk.desk.parts.change_grid import ChangeGrid, FieldLine

FIRST_ACTS: Final = 4
MORE_ACTS: Final = 25
LONGEST_NAME: Final = 28
LONGEST: Final = 400
"""Characters of one value; the whole of it is its tool tip."""

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """How the fields of a type of record are told: what one is called, and what it holds."""

    field: Callable[[str], str]
    say: Callable[[str, Json, datetime, Titles], str]


def _field_line(change: FieldChange, now: datetime, titles: Titles, telling: Telling) -> FieldLine:
    told = from_to(change, now, titles, telling)
    long = len(told) > LONGEST
    return FieldLine(
        telling.field(change.name), told[:LONGEST] + "…" if long else told, tuple(change.lines),
        tip=told[:4000] if long else "",
    )  # fmt: skip


class ActView(QWidget):
    """One act: who, when and from where, and under it each field from what to what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = kit.label(role="strong")
        self.what = kit.ElidedLabel()
        self.when = kit.label(role="small", tone="muted")
        self.state = kit.Pill()
        self.why = kit.label(tone="muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self.who)
        head.addWidget(self.what, 1)
        head.addWidget(self.when)
        self.fields = ChangeGrid(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self.why)
        column.addWidget(self.fields)

    def show_act(
        self,
        act: Act,
        me: str,
        device: str,
        now: datetime,
        titles: Titles,
        telling: Telling | None = None,
    ) -> None:
        """Show it to officer `me` at workstation `device`."""
        at = moment(act.at)
        who = self.tr("you") if act.actor == me else act.actor
        self.who.setText(who if len(who) <= LONGEST_NAME else who[: LONGEST_NAME - 1] + "…")
        self.who.setToolTip(who)
        self.what.setText(self._verb(act))
        self.when.setText(f"{texts.moment(at, now)} · {desk_name(act.device, device)}")
        self.when.setToolTip(self._tip(act))
        text, tone, icon = self._state(act)
        self.state.show_as(text, tone, icon)
        self.state.setVisible(bool(text))
        self.why.setText(act.why)
        self.why.setVisible(bool(act.why))
        told = telling or OF_REPORTS
        self.fields.show_fields([_field_line(c, now, titles, told) for c in act.changes])
        self.fields.setVisible(bool(act.changes))

    def told(self) -> list[tuple[str, str]]:
        """(field, from what to what) as it stands there."""
        return self.fields.told()

    def _verb(self, act: Act) -> str:
        match act.how:
            case "new":
                return self.tr("entered it")
            case "release":
                return self.tr("shared it")
            case "withdraw":
                return self.tr("shared it no longer")
            case "link":
                return self.tr("fetched the answer link")
            case "purge":
                return self.tr("emptied what may no longer be kept")
            case _:
                return ""

    def _state(self, act: Act) -> tuple[str, str, str]:
        """Word, tone and sign of what became of it; nothing for what simply was done."""
        match act.outcome:
            case "refused":
                return self.tr("refused"), "attention", "blocked"
            case "discarded":
                return self.tr("given up"), "muted", "close"
            case "held":
                return self.tr("waits behind a refused one"), "attention", "wait"
            case "conflict":
                return self.tr("did not agree"), "attention", "conflict"
            case "kept":
                return self.tr("somebody was first"), "muted", "info"
            case _:
                waiting = self.tr("waiting for the line")
                return (waiting, "muted", "wait") if act.pending else ("", "muted", "")

    def _tip(self, act: Act) -> str:
        made = self.tr("Made {time}").format(time=texts.moment_full(moment(act.made_at)))
        if act.logged_at is None:
            return f"{made}\n{act.device}"
        logged = texts.moment_full(moment(act.logged_at))
        return "\n".join((made, self.tr("Confirmed {time}").format(time=logged), act.device))


def _say_of_report(name: str, value: Json, now: datetime, titles: Titles) -> str:
    return values.say("report", name, value, now, titles)


OF_REPORTS: Final = Telling(words.field, _say_of_report)


def from_to(
    change: FieldChange, now: datetime, titles: Titles, telling: Telling = OF_REPORTS
) -> str:
    """`nieuw → in behandeling`; of a set what was taken and what was added."""
    if isinstance(change.was, list) or isinstance(change.now, list):
        taken = telling.say(change.name, change.was, now, titles)
        added = telling.say(change.name, change.now, now, titles)
        return "   ".join(
            part for part in (f"− {taken}" if taken else "", f"+ {added}" if added else "") if part
        )
    was = telling.say(change.name, change.was, now, titles)
    is_now = telling.say(change.name, change.now, now, titles) or values.blank()
    return f"{was} → {is_now}" if was else is_now


def desk_name(device: str, mine: str) -> str:
    """What a workstation is called: `deze werkplek`, `werkplek 3F9A`."""
    if device == mine:
        return values.translate("Values", "this workstation")
    return values.translate("Values", "workstation {code}").format(code=device[-4:].upper())


class HistoryView(QWidget):
    """The acts, newest first; of many the first few until more is asked for."""

    def __init__(
        self,
        me: str,
        device: str,
        parent: QWidget | None = None,
        *,
        telling: Telling = OF_REPORTS,
    ) -> None:
        super().__init__(parent)
        self._me, self._device, self._telling = me, device, telling
        self._acts: tuple[Act, ...] = ()
        self._titles: Titles = {}
        self._now: datetime | None = None
        self._shown = FIRST_ACTS
        self._views: list[ActView] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.M)
        self.more = kit.button(kind="link", small=True, run=self._show_more)
        self.older = kit.label(role="small", tone="muted", wrap=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.S)
        page.addLayout(self._column)
        page.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self.older)
        texts.OnLanguage(self, self._render)

    def show_acts(self, acts: Sequence[Act], now: datetime, titles: Titles, *, fresh: bool) -> None:
        """Show a history; `fresh` for another report, whose history starts folded."""
        if fresh:
            self._shown = FIRST_ACTS
        told = tuple(acts)
        if told != self._acts or titles != self._titles or fresh or self._now is None:
            self._acts, self._titles, self._now = told, dict(titles), now
            self._render()

    def views(self) -> list[ActView]:
        """The acts in sight."""
        return [view for view in self._views if view.isVisibleTo(self)]

    def _show_more(self) -> None:
        self._shown += MORE_ACTS
        self._render()

    def _render(self) -> None:
        now = self._now
        if now is None:
            return
        shown = self._acts[: self._shown]
        while len(self._views) < len(shown):
            view = ActView()
            self._views.append(view)
            self._column.addWidget(view)
        for place, view in enumerate(self._views):
            view.setVisible(place < len(shown))
            if place < len(shown):
                act = shown[place]
                view.show_act(act, self._me, self._device, now, self._titles, self._telling)
        left = len(self._acts) - len(shown)
        self.more.setText(self.tr("Show %n earlier", "", min(left, MORE_ACTS)))
        self.more.setVisible(left > 0)
        whole = any(act.how in ("new", "release") for act in self._acts)
        self.older.setText(self.tr("What came before is kept by the hub; here it is too old."))
        self.older.setVisible(left <= 0 and not whole)
