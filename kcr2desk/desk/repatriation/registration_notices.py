"""What is told between the form and its keys, each with its own. Nothing waits for an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.core.repatriation import registering_family
from kcr2desk.core.repatriation.book import tail
from kcr2desk.core.repatriation.people import Person
from kcr2desk.core.repatriation.registering import Sheet
from kcr2desk.desk import kit, shortcuts, theme
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.candidates import Candidates, Match
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.registration_desk import RegistrationDesk
from kcr2desk.desk.repatriation.registration_keys import RegistrationKeys
from kcr2desk.desk.repatriation.registration_saving import failure

Act = tuple[str, Callable[[], object]]

SIGHT: Final = frozenset({"birth_date", "document_number"})
"""Fields that stand in sight under their own name."""


_DATES: Final = frozenset({"birth_date", "document_expiry"})
"""Fields whose correction is a date, said as dates are."""


class RegistrationNotices(QWidget):
    """One line each: what was just done, a check digit, a minor alone, who this may be already."""

    def __init__(
        self, hall: Hall, desk: RegistrationDesk, candidates: Candidates, keys: RegistrationKeys
    ) -> None:
        super().__init__()
        self._hall, self._desk, self._candidates, self._keys = hall, desk, candidates, keys
        self._seen: set[str] = set()
        self.likely: Person | None = None
        """Somebody registered who is likely the person in hand."""
        self.done, self.minor, self.same = (kit.InlineMessage() for _ in range(3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        for each in (self.done, self.minor, self.same):
            column.addWidget(each)

    def clear(self) -> None:
        """What was told of the last act is read."""
        self.done.hide()

    def say(self, code: str, detail: str) -> None:
        """Tell what a code of the desk means."""
        name = words.field(detail)
        said = {
            "unreadable": (self.tr("This passport could not be read. Scan it again, or F8."),
                           "attention"),
            "again": (self.tr("This passport was scanned already: it is in hand now."), "accent"),
            "truncated": (self.tr("The name is cut off on the passport: is there more?"),
                          "accent"),
            "unread": (self.tr("{field} cannot be read. Write it in another way, or clear it."),
                       "attention"),
            "empty": (self.tr("A name as it is spoken is enough, or an outcome: F9, F12."),
                      "attention"),
            "nobody": (self.tr("Nobody here has that number, wristband or seat."), "attention"),
            "role": (self.tr("Registrars write here; you are here as somebody else."), "attention"),
            "over": (self.tr("The term of this operation is over: persons are erased."),
                     "attention"),
            "undone": (self.tr("Undone. The number is not given out again."), "good"),
        }  # fmt: skip
        text, tone = said[code]
        self.done.tell(text.replace("{field}", name), tone)

    def half(self, on: bool) -> None:
        """The first line of a passport came, the rest is awaited."""
        if on:
            self.done.tell(self.tr("The first line is read. The rest of the passport…"), "accent")
        else:
            self.done.hide()

    def failed(self, error: Exception) -> None:
        """Saving failed."""
        self.done.tell(failure(error), "urgent")

    def dropped(self, bring_back: Callable[[], object]) -> None:
        """A sheet was thrown away."""

        def back() -> None:
            self.done.hide()
            bring_back()

        self.done.tell(self.tr("Thrown away."), "muted", [(self.tr("Bring back"), back)])

    def saw(self, person: str) -> None:
        """Somebody was shown as a candidate: that is noted, once a sheet."""
        if person not in self._seen:
            self._seen.add(person)
            self._hall.viewed.saw([person], "candidate")

    # -- of the sheet in hand ----------------------------------------------------------------------

    def refresh(self) -> None:
        """What is to be told of the sheet in hand now."""
        sheet = self._desk.sheet
        if sheet is None:
            self._seen.clear()
        self._tell_minor(sheet)
        self._tell_same(sheet)

    def next_check(self, sheet: Sheet) -> str:
        """The check that is asked next: one with a correction first."""
        checks = sheet.values["checks"]
        wrong = [str(c) for c in checks] if isinstance(checks, list) else []
        offered = [name for name in sheet.corrections if name in wrong]
        return next(iter([*offered, *wrong]), "")

    def check(self, sheet: Sheet) -> tuple[str, str, list[Act]]:
        """What is to be said under a field whose check digit does not fit: the field, the words and
        what can be done; blank for none."""
        name = self.next_check(sheet)
        if not name:
            return "", "", []
        correction = sheet.corrections.get(name, "")
        acts = [self._act(self._keys.right)]
        if name not in SIGHT:
            field = words.field(name)
            said = self.tr("{field}: check digit does not fit").format(field=field)
        else:
            said = self.tr("Check digit does not fit")
        if correction:
            shown = "-".join(reversed(correction.split("-"))) if name in _DATES else correction
            offer = self.tr("Is it {value}?").format(value=shown)
            acts.insert(0, (self._with_key(offer, self._keys.correct), self._keys.correct.trigger))
        return name, said, acts

    def _tell_minor(self, sheet: Sheet | None) -> None:
        if sheet is None or not sheet.values["minor_alone"]:
            self.minor.hide()
            return
        desk = self._desk
        if registering_family.adult_came(desk.party, sheet, self._hall.book, desk.today()):
            said = self.tr("Noted as a minor alone; somebody is there for this child by now.")
            self._say(self.minor, said, "attention", [self._act(self._keys.grown)])
            return
        said = self.tr("A minor, alone. Who is the guardian? Else Nidos.")
        guardian = (self._with_key(self.tr("Guardian"), self._keys.sections["family"]),
                    self._keys.sections["family"].trigger)  # fmt: skip
        self._say(self.minor, said, "attention", [guardian, self._act(self._keys.hand_over)])

    def _tell_same(self, sheet: Sheet | None) -> None:
        match = self._likely(sheet)
        person = None if match is None else match.record
        self.likely = person if isinstance(person, Person) else None
        acts = (self._keys.same, self._keys.different, self._keys.later)
        for action in acts:
            action.setEnabled(self.likely is not None)
        if match is None or not isinstance(person, Person):
            self.same.hide()
            return
        self.saw(person.id)
        said = self.tr("Registered already? {number}: {reasons}")
        said = said.format(
            number=tail(person.number),
            reasons=words.reasons(match.reasons),
        )  # fmt: skip
        short = (self.tr("Same"), self.tr("Not the same"), self.tr("Later"))
        offered: list[Act] = [
            (self._with_key(text, action), action.trigger)
            for text, action in zip(short, acts, strict=True)
        ]
        self._say(self.same, said, "accent", offered)

    def _likely(self, sheet: Sheet | None) -> Match | None:
        if sheet is None or self._candidates.searching:
            return None
        found = (
            m
            for m in self._candidates.matches
            if m.is_person and m.proposed and m.record.id not in sheet.verdicts
        )
        return next(found, None)

    def _act(self, action: QAction) -> Act:
        return self._with_key(shortcuts.plain_text(action), action), action.trigger

    def _with_key(self, text: str, action: QAction) -> str:
        return f"{text} {shortcuts.key_text(action)}"

    def _say(self, message: kit.InlineMessage, text: str, tone: str, acts: list[Act]) -> None:
        if message.isHidden() or message.text() != " ".join(text.split()):
            message.tell(text, tone, acts, closable=False)
