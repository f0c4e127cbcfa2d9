"""The sheet in hand on the screen, in the order in which people speak."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.repatriation import registering as sheets
from kcr2desk.core.repatriation.registering import Party, Sheet
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.registration_fields import RegistrationFields
from kcr2desk.desk.repatriation.registration_group import RegistrationGroup
from kcr2desk.desk.repatriation.registration_needs import NeedChips
from kcr2desk.desk.repatriation.registration_parts import Section
from kcr2desk.desk.repatriation.registration_remarks import Act, FieldRows

SECTIONS: Final = ("family", "needs", "onward", "contact", "document", "goods")
"""In the order in which people speak; Alt and their number opens each."""

SECTION_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(("relation", "minor_alone", "guardian", "guardian_name"), "family"),
    **dict.fromkeys(
        ("street", "postcode", "city", "country", "onward", "onward_note", "nights",
         "municipality"), "onward",
    ),
    **dict.fromkeys(("phone", "mail", "languages", "contact", "may_inform"), "contact"),
    **dict.fromkeys(
        ("document_type", "document_country", "document_expiry", "other_names", "birth_place",
         "identified_by", "bsn", "ground"), "document",
    ),
    **dict.fromkeys(("seat", "wristband", "animals", "goods", "note", "informed"), "goods"),
}  # fmt: skip


class _Column(QWidget):
    """As high as what is in it at this width: chips flow, and at the narrowest would need most."""

    def minimumSizeHint(self) -> QSize:
        least, high = super().minimumSizeHint(), self.heightForWidth(self.width())
        return QSize(least.width(), high) if high > 0 else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class RegistrationForm(QWidget):
    """About eight fields in sight; the rest folded in, each line saying what is filled in it."""

    onlyChosen = Signal(bool)
    """What families share is said for this person alone."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self.fields = RegistrationFields(hall, self)
        self.needs = NeedChips()
        self.group = RegistrationGroup()
        self.rows: dict[str, FieldRows] = {}
        self.sections: dict[str, Section] = {}
        self.head = kit.ElidedLabel(role="heading", strong=True)
        self.about = kit.ElidedLabel(tone="muted")
        self.scope = kit.KeyChoice()
        self.scope.chosen.connect(lambda value: self.onlyChosen.emit(value == "only"))
        self._lay_out()
        texts.OnLanguage(self, self._say)

    def _lay_out(self) -> None:
        at = self.fields.all
        first = self._rows("first")
        first.add("spoken_name", at["spoken_name"])
        at["prefix"].setMaximumWidth(88)
        first.add("names", at["given_names"], at["prefix"], at["family_name"])
        first.add("birth_date", at["birth_date"], at["sex"])
        first.add("nationalities", at["nationalities"])
        first.add("document_number", at["document_number"], at["no_document"])
        self._section("family", self._family())
        self._section("needs", self.needs)
        onward = self._rows("onward")
        onward.add("onward", at["onward"], at["onward_note"])
        onward.add("street", at["street"])
        at["postcode"].setMaximumWidth(96)
        onward.add("city", at["postcode"], at["city"], at["country"])
        at["nights"].setMaximumWidth(72)
        onward.add("nights", at["nights"])
        onward.add("scope", self.scope)
        self._section("onward", onward)
        contact = self._rows("contact")
        contact.add("phone", at["phone"], at["mail"])
        contact.add("languages", at["languages"])
        contact.add("contact", at["contact"])
        contact.add("may_inform", at["may_inform"])
        self._section("contact", contact)
        self._section("document", self._document())
        goods = self._rows("goods")
        goods.add("seat", at["seat"], at["wristband"])
        goods.add("animals", at["animals"])
        goods.add("goods", at["goods"])
        goods.add("note", at["note"])
        goods.add("informed", at["informed"])
        self._section("goods", goods)
        self.body = _Column()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(0)
        column.addWidget(first)
        column.addSpacing(theme.M)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.body)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.XS)
        top = QHBoxLayout()
        top.setSpacing(theme.M)
        top.setContentsMargins(0, 0, theme.S, 0)
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for part in (self.head, self.about):  # in one line with the headings beside the form
            part.setFixedHeight(theme.CONTROL_HEIGHT)
        top.addWidget(self.head)
        top.addWidget(self.about, 1)
        page.addLayout(top)
        page.addWidget(self.area, 1)

    def _rows(self, name: str) -> FieldRows:
        self.rows[name] = FieldRows()
        return self.rows[name]

    def _section(self, name: str, body: QWidget) -> None:
        section = Section(f"Alt+{SECTIONS.index(name) + 1}", body)
        section.turned.connect(lambda on, n=name: self._turned(n, on))
        self.sections[name] = section

    def _family(self) -> QWidget:
        at = self.fields.all
        family = self._rows("family")
        family.add("relation", at["relation"], at["minor_alone"])
        family.add("guardian_name", at["guardian_name"])
        family.add("title", self.group.title, self.group.kind)
        family.add("together", self.group.together)
        return family

    def _document(self) -> QWidget:
        at = self.fields.all
        document = self._rows("document")
        document.add("document_type", at["document_type"], at["document_country"])
        document.add("document_expiry", at["document_expiry"])
        document.add("ground", at["ground"])
        document.add("other_names", at["other_names"])
        document.add("birth_place", at["birth_place"])
        document.add("identified_by", at["identified_by"])
        document.add("bsn", at["bsn"])
        return document

    # -- what it shows -----------------------------------------------------------------------------

    def show_sheet(
        self, sheet: Sheet, party: Party, source: Callable[[str], str], *, only: bool
    ) -> None:
        """Show a sheet of a party."""
        book = self._hall.book
        line = book.line(sheet.line) if sheet.line else None
        offered: dict[str, Json] = {**sheet.found, **sheets.offers(sheet, line)}
        offered = {n: v for n, v in offered.items() if n not in sheet.left_out}
        copied = self._copied(sheet, party)
        self.fields.show(sheet, offered, source, copied)
        self.needs.set_choices(book.choices("need"))
        self.needs.show_sheet(sheet)
        self.group.show_group(party.groups.get(sheet.group), party.members(sheet.group))
        family = bool(sheet.group)
        for row in ("title", "together"):
            self.rows["family"].show_row(row, family)
        self.rows["onward"].show_row("scope", family)
        self.scope.set_value("only" if only else "all")
        self.rows["document"].show_row("bsn", self._may_bsn())
        self._say_head(sheet)
        self._say_folds(sheet, offered)

    def _copied(self, sheet: Sheet, party: Party) -> str:
        group = party.groups.get(sheet.group)
        head = party.sheet_of(group.head) if group is not None else None
        person = self._hall.book.person(group.head) if group is not None else None
        name = ""
        if head is not None:
            name = words.called(head)
        elif person is not None:
            name = words.person_called(person)
        said = self.tr("Copied from {name}, who heads the family")
        return said.format(name=name) if name else ""

    def _may_bsn(self) -> bool:
        operation = self._hall.book.operation
        return operation is not None and bool(operation.bsn_ground)

    def _say_head(self, sheet: Sheet) -> None:
        person = self._hall.book.person(sheet.id)
        self.head.setText(words.called(sheet))
        self.head.set_tone("text" if sheets.name_of(sheet.values) else "muted")
        parts = []
        if person is not None:
            parts += [person.number, people_words.outcome(person.outcome)]
        else:
            parts.append(self.tr("New"))
            if sheet.outcome:
                parts.append(people_words.outcome(sheet.outcome))
        line = self._hall.book.line(sheet.line) if sheet.line else None
        if line is not None:
            said = self.tr("stands on the {list}").format(list=words.list_name(line.list))
            parts.append(f"{said} {line.seat}".strip())
        self.about.setText(" · ".join(part for part in parts if part))

    def _say_folds(self, sheet: Sheet, offered: Mapping[str, Json]) -> None:
        for name, section in self.sections.items():
            said = words.summary(name, sheet, offered, self._hall.book)
            tone = "attention" if name == "family" and sheet.values["minor_alone"] else "muted"
            section.line.say(words.section(name), said, tone)

    def say_check(self, name: str, text: str, acts: list[Act]) -> None:
        """Say under its field that a check digit does not fit; of what is folded in, under the
        document."""
        first = self.rows["first"]
        row = "birth_date" if name == "birth_date" else "document_number"
        for each in ("birth_date", "document_number"):
            first.remark(each, f"check:{each}", text if each == row else "", "urgent", acts)

    # -- getting about -----------------------------------------------------------------------------

    def focus(self, name: str) -> None:
        """Go to a field, wherever it is folded in."""
        if name in SECTION_OF:
            self.open(SECTION_OF[name])
        if name in self.fields.all:
            self.fields.focus(name)

    def open(self, name: str) -> None:
        """Open a section and go to its first field."""
        section = self.sections[name]
        if not section.is_open:
            section.open()
        if name == "needs":
            self.needs.focus_first()
        else:
            self.rows[name].focus_first()
        if (layout := self.body.layout()) is not None:
            layout.activate()  # what was opened has its height only then
        self.area.ensureWidgetVisible(section, 0, theme.S)

    def opened(self) -> str:
        """The section that is open, "" for none."""
        return next((n for n, section in self.sections.items() if section.is_open), "")

    def fold(self) -> None:
        """Close all sections."""
        for section in self.sections.values():
            if section.is_open:
                section.open(False)

    def _turned(self, name: str, on: bool) -> None:
        if on:
            for other, section in self.sections.items():
                if other != name and section.is_open:
                    section.open(False)
            if self.sections[name].line.hasFocus():
                self.open(name)

    # -- words -------------------------------------------------------------------------------------

    def _say(self) -> None:
        self.fields.say()
        named = {
            "spoken_name": words.field("spoken_name"),
            "names": self.tr("Name on paper"),
            "birth_date": words.field("birth_date"),
            "nationalities": words.field("nationalities"),
            "document_number": self.tr("Document"),
            "scope": self.tr("For whom"),
            "onward": words.field("onward"),
            "street": words.field("street"),
            "city": words.field("city"),
            "nights": self.tr("Nights"),
            "phone": self.tr("Phone, e-mail"),
            "document_type": self.tr("Kind, from"),
            "seat": self.tr("Seat, wristband"),
            "minor_alone": "",
            "together": "",
            "informed": "",
        }
        for rows in self.rows.values():
            rows.say({key: named.get(key, words.field(key)) for key in rows.names()})
        self.scope.set_options(
            [
                kit.Option("all", self.tr("whole family"), self.tr("F", "key of whole family")),
                kit.Option("only", self.tr("this person only"), self.tr("O", "key of only")),
            ]
        )
        hinted = (
            "given_names", "prefix", "family_name", "onward_note", "postcode", "city", "country",
            "phone", "mail", "document_country", "seat", "wristband",
        )  # fmt: skip
        for name in hinted:
            self.fields.lines[name].set_hint(words.field(name))
