"""A panel that exists only in scenes and tests, to have something in the frame."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kcr2desk.desk import kit, remember, shortcuts, texts, theme
from kcr2desk.desk.panel import Found, Panel, PanelSpec
from kcr2desk.desk.remember import Settings
from tests.scenes import NOW

_TITLES = (
    "VNOG vraagt 2 pelotons natuurbrandbestrijding, Hoog Buurlo",
    "Rook over A1 bij Kootwijk, verkeer staat stil in beide richtingen",
    "Ontruiming vakantiepark De Berkenhorst, 430 personen",
    "KNMI code oranje: zware windstoten in het noordoosten vanaf 16:00",
    "Stroomuitval 12.000 aansluitingen Apeldoorn-Zuid, oorzaak onbekend",
    "Drinkwater Bonaire: druk valt weg in Rincon en Antriol",
    "Ziekenhuis Gelre beperkt spoedeisende hulp wegens rook",
    "Persvraag: klopt het dat defensie blushelikopters inzet?",
)
_STATUS = {
    "new": ("Nieuw", "accent"),
    "in_progress": ("In behandeling", "attention"),
    "processed": ("Verwerkt", "good"),
    "closed": ("Afgesloten", "muted"),
}
_SOURCES = ("VNOG", "Twente", "KNMI", "Utrecht", "Liander", "OLB Bonaire", "IJsselland")
_GRADES = (("B", "2"), ("A", "1"), ("F", "6"), ("C", "4"), ("B", "5"), ("C", "3"))
_DISCIPLINES = ("fire", "medical", "police", "care", "infrastructure", "water", "general")


class FakeModel(kit.CellModel):
    """As many reports as wanted, made up from their row."""

    def __init__(self, count: int = 240) -> None:
        columns = (
            kit.Column("time", lambda: "Tijd", 64, right=True),
            kit.Column("age", lambda: "Leeftijd", 84, yields=2),
            kit.Column("source", lambda: "Bron", 108),
            kit.Column("grade", lambda: "Oordeel", 68),
            kit.Column("discipline", lambda: "Discipline", 120, yields=4),
            kit.Column("title", lambda: "Titel", 300, stretch=True),
            kit.Column("incident", lambda: "Incident", 168, yields=3),
            kit.Column("status", lambda: "Status", 124),
            kit.Column("owner", lambda: "Eigenaar", 110, yields=5),
        )
        super().__init__(columns)
        self._first = 0
        self._count = count

    def rowCount(self, parent=None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def prepend(self, count: int) -> None:
        self.beginInsertRows(QModelIndex(), 0, count - 1)
        self._first -= count
        self._count += count
        self.endInsertRows()

    def row_tone(self, row: int) -> str:
        return "urgent" if (row + self._first) in (0, 9) else ""

    def cell(self, row: int, column: int) -> kit.Cell:
        key, n = self.columns[column].key, row + self._first
        when = NOW - timedelta(minutes=3 + 7 * n, seconds=n * 13 % 60)
        unread = n in (0, 1, 3)
        if key == "time":
            return kit.Cell(texts.moment(when, NOW), "muted", right=True, strong=unread)
        if key == "age":
            return kit.Cell(texts.age(when, NOW), "muted", old=n > 18)
        if key == "source":
            return kit.Cell(_SOURCES[n % 7], strong=unread)
        if key == "grade":
            text, tone, sign = kit.grade_look(*_GRADES[n % 6])
            return kit.Cell(text, tone, sign, pill=bool(text), strong=True)
        if key == "discipline":
            code = _DISCIPLINES[n % 7]
            return kit.Cell(code.title(), icon=f"discipline-{code}", icon_tone="muted")
        if key == "title":
            title = _TITLES[n % 8]
            at = title.find("A1")
            marks = ((at, 2),) if at >= 0 else ()
            sign = "alert" if n in (0, 9) else "paperclip" if n % 5 == 2 else ""
            tone = "urgent" if n in (0, 9) else "muted"
            return kit.Cell(title, strong=unread, icon=sign, icon_tone=tone, marks=marks)
        if key == "incident":
            return kit.Cell("Natuurbrand Veluwe" if n % 3 else "", "text")
        if key == "status":
            text, tone = _STATUS[list(_STATUS)[0 if unread else n % 4]]
            return kit.Cell(text, tone, pill=True)
        return kit.Cell("" if unread else "J. de Vries", "muted")


class FakePanel(Panel):
    """Filter row, table, detail: the parts of the kit in their places."""

    def __init__(self) -> None:
        super().__init__()
        self.model = FakeModel()
        self.table = kit.DeskTable()
        self.table.set_model(self.model)
        self.filters = self._filters()
        self.message = kit.InlineMessage(keep_space=True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        self.splitter = kit.DeskSplitter()
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._detail())
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([1050, 430])
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.L, 0, theme.L, theme.S)
        page.setSpacing(theme.S)
        page.addWidget(self.filters)
        page.addWidget(self.splitter, 1)
        for key, words, icon in (
            ("Ctrl+N", "Nieuwe melding", "plus"),
            ("Ctrl+M", "Nieuwe melding volgens METHANE", "template"),
            ("N|Alt+Down", "Volgende ongelezen", "eye"),
            ("G", "Beoordelen", "grade"),
            ("I", "Aan incident koppelen", "incident"),
            ("E", "Eigenaar worden", "person"),
            ("S", "Status wijzigen", "check"),
            ("Ctrl+Z", "Ongedaan maken", "undo"),
            ("Ctrl+O", "Bestanden inlezen…", "import"),
        ):
            shortcuts.command(self, key, lambda: None, icon=icon).setText(words)
        buttons = self.findChild(QHBoxLayout, "buttons")
        assert buttons is not None
        for place, action in enumerate(self.actions()[3:6]):
            kind = "primary" if place == 0 else ""
            buttons.addWidget(kit.action_button(action, kind=kind, show_key=False))
        buttons.addStretch(1)

    def focus_first(self) -> None:
        self.table.setFocus()
        self.table.selectRow(2)
        self.badgeChanged.emit(3)
        self.subtitleChanged.emit("3 ongelezen · 1 spoed")

    def keep(self, settings: Settings) -> None:
        remember.keep_splitter(settings, "fake/splitter", self.splitter)
        self.table.keep(settings, "fake/table")

    def restore(self, settings: Settings) -> None:
        remember.restore_splitter(settings, "fake/splitter", self.splitter)
        self.table.restore(settings, "fake/table")

    def _filters(self) -> kit.FilterBar:
        bar = kit.FilterBar()
        for title, names in (
            ("Status", [text for text, _ in _STATUS.values()]),
            (
                "Regio",
                ["Noord- en Oost-Gelderland", "Twente", "IJsselland", "Utrecht", "Flevoland"],
            ),
            ("Discipline", ["Brandweer", "GHOR", "Politie", "Bevolkingszorg"]),
            ("Beoordeling", ["Bevestigd", "Onbevestigd", "Tegengesproken"]),
        ):
            made = bar.add(kit.FilterButton(title))
            made.set_options([kit.FilterOption(n, n, detail=str(7 * len(n))) for n in names])
        period = bar.add(kit.FilterButton("Periode", multiple=False))
        period.set_options([kit.FilterOption(v, v) for v in ("Laatste uur", "Vandaag", "7 dagen")])
        bar.set_count(1240)
        return bar

    def _detail(self) -> QWidget:
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.L, theme.XS, 0, theme.XS)
        column.setSpacing(theme.S)
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        for widget in (kit.Pill("M-2026-07-0142"), kit.Pill("In behandeling", "attention")):
            top.addWidget(widget)
        badge = kit.GradeBadge()
        badge.set_grade("B", "2")
        top.addWidget(badge)
        top.addStretch(1)
        age = kit.AgeLabel()
        age.set_moment(NOW - timedelta(minutes=17), NOW, timedelta(minutes=15))
        top.addWidget(age)
        column.addLayout(top)
        title = kit.label(_TITLES[2], role="heading", wrap=True)
        column.addWidget(title)
        facts = kit.FactList()
        facts.set_facts(
            [
                kit.Fact("Bron", "Noord- en Oost-Gelderland (VNOG)"),
                kit.Fact("Beller", "M. Jansen, CaCo"),
                kit.Fact("Terugbellen", "06 1234 5678"),
                kit.Fact("Plaats", "Hoog Buurlo, Apeldoorn"),
                kit.Fact("Gebeurd", "13:20"),
                kit.Fact("Ontvangen", "13:24 · 41 min"),
                kit.Fact("Waargenomen", ""),
                kit.Fact("Incident", "Natuurbrand Veluwe", "accent"),
            ]
        )
        column.addWidget(facts)
        column.addWidget(kit.rule())
        column.addWidget(
            kit.label(
                "Camping en vakantiepark worden op last van de burgemeester ontruimd. Opvang in "
                "sporthal De Mheen. Bevolkingszorg vraagt vervoer voor 60 minder zelfredzamen.",
                wrap=True,
            )
        )
        chips = kit.ChipRow()
        chips.set_chips(
            [
                kit.ChipSpec("1", "Apeldoorn", "place", "gemeente"),
                kit.ChipSpec("2", "VNOG", "discipline-general", "regio", key="Tab", offered=True),
                kit.ChipSpec("3", "foto-kamp.jpg", "paperclip", "1,2 MB", removable=True),
                kit.ChipSpec("4", "430 personen", "people", offered=True),
            ]
        )
        column.addWidget(chips)
        column.addWidget(kit.SectionHeader("Geschiedenis", "2 wijzigingen"))
        choice = kit.KeyChoice(
            options=[
                kit.Option("1", "Bevestigd", "b", "good"),
                kit.Option("2", "Onbevestigd", "o", "accent"),
                kit.Option("5", "Tegengesproken", "t", "attention"),
            ]
        )
        choice.set_value("2")
        column.addWidget(choice)
        field = QLineEdit()
        field.setPlaceholderText("Opmerking…")
        column.addWidget(field)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setObjectName("buttons")
        buttons.setSpacing(theme.S)
        column.addLayout(buttons)
        return card


def fake_spec(key: str = "reports", title: str = "Meldingen", icon: str = "inbox") -> PanelSpec:
    return PanelSpec(key, icon, lambda: title, FakePanel)


def fake_finder(text: str, answer) -> None:
    """Finds titles that hold the text."""
    hits = [t for t in _TITLES if text.lower() in t.lower()]
    answer(
        [Found(t, lambda: None, f"{texts.clock(NOW)} · VNOG", "Meldingen", "inbox") for t in hits]
    )


def chooser() -> kit.FilterButton:
    """The incident in hand, as the header shows it."""
    made = kit.FilterButton("Incident", multiple=False, always=True, width=240)
    made.set_options(
        [kit.FilterOption("1", "Natuurbrand Veluwe"), kit.FilterOption("", "Alle incidenten")]
    )
    made.set_value(frozenset({"1"}))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
