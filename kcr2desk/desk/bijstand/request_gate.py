"""The legal gate of the request in hand: who signs, whose form is in, how long it takes.

It flags and counts; it never blocks. A click on a name notes that its signed form came in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.core.gate import Paper, Verdict, name_of
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand.request_words import translate
from kcr2desk.desk.parts import words as report_words


class VerdictView(QWidget):
    """What the table says of one kind of help."""

    signed = Signal(str)
    """The form of this municipality or region came in, or did not after all; "" for the form of
    whom the table does not name."""

    placeWanted = Signal()
    tableWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self.state = kit.Pill()
        self.who = kit.label(wrap=True)
        self.basis = kit.label(role="small", tone="muted", wrap=True)
        self.chips = kit.ChipRow()
        self.button = kit.button(kind="link", small=True, run=self._pressed)
        self.chips.taken.connect(self.signed)
        self.chips.removed.connect(self.signed)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        column.addWidget(self.who)
        column.addWidget(self.chips)
        column.addWidget(self.basis)

    def show_verdict(self, verdict: Verdict, hinders: str) -> None:
        """Show it; `hinders` says why this officer may not note a form."""
        self._verdict = verdict
        text, tone, icon = state_words(verdict)
        self.state.show_as(text, tone, icon)
        self.who.setText(who_signs(verdict))
        rule = verdict.rule
        basis = "" if rule is None else " · ".join(p for p in (rule.basis, rule.form) if p)
        self.basis.setText(basis)
        self.basis.setVisible(bool(basis))
        self.basis.setToolTip("" if rule is None else f"{rule.source_text}\n{rule.note}".strip())
        self.chips.set_chips([_chip(code, code in verdict.here) for code in verdict.wanted])
        self.chips.setVisible(bool(verdict.wanted))
        self.chips.setEnabled(not hinders)
        self.chips.setToolTip(hinders)
        words = {
            Paper.UNKNOWN: self.tr("Gate table"),
            Paper.PLACE: self.tr("Name them"),
            Paper.OPEN: self.tr("The form is in"),
        }.get(verdict.paper, "")
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self.button.setEnabled(not hinders or verdict.paper is Paper.UNKNOWN)
        self.button.setToolTip(hinders)

    def _pressed(self) -> None:
        paper = None if self._verdict is None else self._verdict.paper
        if paper is Paper.UNKNOWN:
            self.tableWanted.emit()
        elif paper is Paper.PLACE:
            self.placeWanted.emit()
        else:
            self.signed.emit("")


def _chip(code: str, here: bool) -> kit.ChipSpec:
    tip = (
        translate("Gate", "The signed form of {name} is in; press to take that back.")
        if here
        else translate("Gate", "Press when the signed form of {name} is in.")
    )
    name = name_of(code)
    return kit.ChipSpec(
        code, name, "check" if here else "file", offered=not here,
        tone="good" if here else "text", tip=tip.format(name=name),
        detail="" if here else translate("Gate", "follows"),
    )  # fmt: skip


def state_words(verdict: Verdict) -> tuple[str, str, str]:
    """Word, tone and sign of how the forms stand, with the time counted."""
    time = "" if verdict.waiting is None else texts.span(verdict.waiting)
    match verdict.paper:
        case Paper.UNKNOWN:
            return translate("Gate", "unknown who signs"), "muted", "question"
        case Paper.NONE:
            return translate("Gate", "no form needed"), "muted", "check"
        case Paper.COMPLETE:
            said = translate("Gate", "all forms are in {time}").format(time=f"({time})")
            return said.removesuffix(" ()"), "good", "check"
        case Paper.PLACE:
            said = translate("Gate", "which municipalities? {time}").format(time=time)
            return said.strip(), "attention", "clock"
        case Paper.OPEN:
            said = translate("Gate", "form follows {time}").format(time=time)
            return said.strip(), "attention", "clock"
        case _:
            count = len(verdict.missing)
            said = translate("Gate", "{n} of {all} forms follow, {time}")
            said = said.format(n=count, all=len(verdict.wanted), time=time)
            return said, "attention", "clock"


def who_signs(verdict: Verdict) -> str:
    """`Brandweer: voorzitter veiligheidsregio tekent, aan de minister van JenV`."""
    kind = report_words.discipline(verdict.help) or translate("Gate", "Help of any kind")
    rule = verdict.rule
    if rule is None:
        return translate("Gate", "{kind}: no row of the table fits.").format(kind=kind)
    said = translate("Gate", "{kind}: {authority}").format(
        kind=kind, authority=rule.authority or translate("Gate", "who signs is not known")
    )
    if rule.addressee:
        said += " → " + rule.addressee
    return said


class GateView(QWidget):
    """One verdict a kind of help."""

    signed = Signal(str)
    placeWanted = Signal()
    tableWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views: list[VerdictView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.M)

    def show_verdicts(self, found: Sequence[Verdict], hinders: str) -> None:
        """Show these, and only these."""
        while len(self.views) < len(found):
            view = VerdictView()
            view.signed.connect(self.signed)
            view.placeWanted.connect(self.placeWanted)
            view.tableWanted.connect(self.tableWanted)
            self.views.append(view)
            self._column.addWidget(view)
        for place, view in enumerate(self.views):
            view.setVisible(place < len(found))
            if place < len(found):
                view.show_verdict(found[place], hinders)


def form_fields(
    request: AssistanceRequest,
    code: str,
    verdicts_after: Callable[[AssistanceRequest], Sequence[Verdict]],
    now: datetime,
) -> Mapping[str, Any]:
    """The fields that change when the form of `code` came in (or not after all); "" is the form of
    whom the table does not name. `verdicts_after` judges the request as it would be."""
    from dataclasses import replace

    if not code:
        return {"form": "received", "form_at": now}
    forms = request.forms_from ^ {code}
    after = replace(request, forms_from=forms, form="partly")
    papers = {v.paper for v in verdicts_after(after)}
    waiting = papers & {Paper.MISSING, Paper.PLACE, Paper.OPEN}
    form = "received" if not waiting else "partly" if forms else "follows"
    return {
        "forms_from": forms,
        "form": form,
        "form_at": now if form == "received" else None,
    }
