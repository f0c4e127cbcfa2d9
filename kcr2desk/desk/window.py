"""The main window: rail, header, the chosen panel, status bar, and the keys of all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.desk import remember, shortcuts, texts
from kcr2desk.desk.frame import Frame
from kcr2desk.desk.keysheet import KeySheet
from kcr2desk.desk.kit.buttons import tool_button
from kcr2desk.desk.kit.message import EmptyState
from kcr2desk.desk.language import LANGUAGES, Language
from kcr2desk.desk.line import LineState
from kcr2desk.desk.palette import CommandPalette
from kcr2desk.desk.panel import Finder, Panel, PanelSpec
from kcr2desk.desk.rail import Rail
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.theme import Density, Scheme, Theme
from kcr2desk.desk.ticker import Ticker
from kcr2desk.desk.torn import TornWindow

_T = TypeVar("_T")


class DeskWindow(QWidget):
    """The desk. It shows what it is given and asks for what it wants by signals.

    `chooser` is put at the right of the header (the incident in hand). `finders` are what Ctrl+K
    searches besides actions. Nothing is read from the machine: `now` tells the time, `settings`
    keep places and widths.
    """

    remedyWanted = Signal(str)
    """The officer pressed the button beside the state of the line; carries its kind."""

    attentionWanted = Signal()
    """The officer wants the list of what needs a decision."""

    signOutWanted = Signal()

    closed = Signal()
    """The window has closed and kept what it keeps."""

    def __init__(
        self,
        panels: Sequence[PanelSpec],
        *,
        settings: Settings,
        desk_theme: Theme,
        language: Language,
        now: Callable[[], datetime],
        officer: str = "",
        exercise: bool = False,
        chooser: QWidget | None = None,
        finders: Sequence[Finder] = (),
    ) -> None:
        super().__init__()
        self._specs = tuple(panels)
        self._settings = settings
        self._theme = desk_theme
        self._language = language
        self._officer = officer
        self._finders = tuple(finders)
        self._panels: dict[int, Panel] = {}
        self._subtitles: dict[int, str] = {}
        self._torn: dict[int, TornWindow] = {}
        self._place = -1
        self._line = LineState("starting")
        self.ticker = Ticker(now, self)
        self.frame = Frame()
        self.rail = Rail(self._specs)
        self.frame.add_at_left(self.rail)
        self._stack = QStackedWidget()
        self._away = EmptyState("tear-off")
        self._stack.addWidget(self._away)
        self.frame.body.addWidget(self._stack)
        if chooser is not None:
            self.frame.header.add_to_slot(chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.palette_card = CommandPalette(self.frame, self.key_groups, finders)
        self.key_sheet = KeySheet(self.frame, self.key_groups)
        self._make_actions()
        self.frame.header.add_to_slot(tool_button(self._tear))
        self._connect()
        self.setMinimumSize(960, 600)
        self.resize(1600, 1000)
        self.frame.set_exercise(exercise)
        texts.OnLanguage(self, self._say)
        self._recall()

    # what the composition root tells

    def set_line(self, state: LineState) -> None:
        """Show the state of the line in every window."""
        self._line = state
        now = self.ticker.now()
        for frame in self._frames():
            frame.status.set_line(state, now)

    def set_exercise(self, exercise: bool) -> None:
        """Paint the band and the words of an exercise in every window, or take them away."""
        self.frame.set_exercise(exercise)
        for torn in self._torn.values():
            torn.set_exercise(exercise)
        self._say()

    def show_panel(self, key: str) -> Panel:
        """Bring a panel to the front by its key. Raises KeyError for one that does not exist."""
        for place, spec in enumerate(self._specs):
            if spec.key == key:
                self._choose(place)
                return self._panels[place]
        raise KeyError(key)

    def panel(self) -> Panel | None:
        """The panel that the main window shows, or None while it stands in its own window."""
        return None if self._place in self._torn else self._panels.get(self._place)

    def torn_windows(self) -> list[TornWindow]:
        """The panels that stand in windows of their own."""
        return list(self._torn.values())

    def key_groups(self) -> list[shortcuts.KeyGroup]:
        """Every action that works now, by heading: the panel's first, then the window's."""
        groups: list[shortcuts.KeyGroup] = []
        panel = self._panels.get(self._place)
        if panel is not None and self._place not in self._torn:
            groups += shortcuts.grouped(panel.actions(), self._specs[self._place].title())
        groups.append(shortcuts.KeyGroup(self.tr("Go to"), tuple(self._go)))
        groups.append(shortcuts.KeyGroup(self.tr("Window"), tuple(self._window_actions)))
        return groups

    # panels

    def _choose(self, place: int) -> None:
        if place in self._torn:
            torn = self._torn[place]
            torn.raise_()
            torn.activateWindow()
        panel = self._panel(place)
        self._place = place
        self.rail.choose(place)
        self._stack.setCurrentWidget(self._away if place in self._torn else panel)
        self._settings.set("window/panel", self._specs[place].key)
        self._say()
        if place not in self._torn:
            panel.focus_first()

    def _panel(self, place: int) -> Panel:
        panel = self._panels.get(place)
        if panel is None:
            panel = self._specs[place].build()
            self._panels[place] = panel
            self._stack.addWidget(panel)
            panel.badgeChanged.connect(self.rail.button(place).set_count)
            panel.subtitleChanged.connect(lambda text, p=place: self._subtitle(p, text))
            panel.restore(self._settings)
        return panel

    def _subtitle(self, place: int, text: str) -> None:
        self._subtitles[place] = text
        if place in self._torn:
            self._torn[place].frame.header.set_subtitle(text)
        if place == self._place:
            self.frame.header.set_subtitle(text)

    def tear_off(self) -> None:
        """Put the panel shown into a window of its own; again to put it back."""
        place = self._place
        if place in self._torn:
            self._torn[place].close()
            return
        panel = self._panels[place]
        self._stack.removeWidget(panel)
        torn = TornWindow(
            self._specs[place], panel, exercise=self.frame.exercise, finders=self._finders
        )
        self._torn[place] = torn
        torn.frame.header.set_subtitle(self._subtitles.get(place, ""))
        torn.frame.status.set_line(self._line, self.ticker.now())
        torn.frame.status.tick(self.ticker.now())
        torn.frame.status.remedyWanted.connect(self.remedyWanted)
        torn.frame.status.attentionWanted.connect(self.attentionWanted)
        torn.putBack.connect(lambda: self._put_back(place))
        if not remember.restore_geometry(self._settings, self._torn_key(place), torn):
            torn.resize(1200, 800)
            torn.move(self.pos() + QPoint(48, 48))
        self.rail.button(place).set_elsewhere(True)
        self._stack.setCurrentWidget(self._away)
        torn.show()
        panel.focus_first()
        self._say()

    def _put_back(self, place: int) -> None:
        torn = self._torn.pop(place)
        remember.keep_geometry(self._settings, self._torn_key(place), torn)
        panel = torn.give_back()
        self._stack.addWidget(panel)
        torn.deleteLater()
        self.rail.button(place).set_elsewhere(False)
        if place == self._place:
            self._stack.setCurrentWidget(panel)
            panel.focus_first()
        self._say()

    def _torn_key(self, place: int) -> str:
        return f"torn/{self._specs[place].key}"

    def _frames(self) -> list[Frame]:
        return [self.frame, *(torn.frame for torn in self._torn.values())]

    # actions

    def _make_actions(self) -> None:
        def command(key: str, run: Callable[[], object], icon: str) -> QAction:
            return shortcuts.command(self, key, run, icon=icon, everywhere=True)

        self._go = [
            command(f"Ctrl+{place + 1}", partial(self._choose, place), spec.icon)
            for place, spec in enumerate(self._specs)
        ]
        self._find = command("Ctrl+K", self.palette_card.open, "search")
        self._attention = command("Ctrl+Shift+A", self.attentionWanted.emit, "conflict")
        self._keys = command("F1", self.key_sheet.turn, "keyboard")
        self._tear = command("Ctrl+Shift+E", self.tear_off, "tear-off")
        self._dark = command("Ctrl+Shift+D", self._turn_scheme, "moon")
        self._density = command("Ctrl+Shift+R", self._turn_density, "rows")
        self._speak = command("Ctrl+Shift+L", self._turn_language, "language")
        self._full = command("F11", self._turn_full, "screen")
        self._out = command("Ctrl+Shift+Q", self.signOutWanted.emit, "sign-out")
        self._go += [self._find, self._attention]
        self._window_actions = [
            self._keys,
            self._tear,
            self._dark,
            self._density,
            self._speak,
            self._full,
            self._out,
        ]

    def _connect(self) -> None:
        self.rail.chosen.connect(self._choose)
        self.rail.officerPressed.connect(self._officer_menu)
        self.frame.header.searchPressed.connect(self.palette_card.open)
        self.frame.status.remedyWanted.connect(self.remedyWanted)
        self.frame.status.attentionWanted.connect(self.attentionWanted)
        self.ticker.ticked.connect(self._tick)

    def _turn_scheme(self) -> None:
        self.use_scheme(Scheme.LIGHT if self._theme.dark else Scheme.DARK)

    def use_scheme(self, scheme: Scheme) -> None:
        """Show light, dark or what the system shows, and remember it."""
        self._theme.set_scheme(scheme)
        self._settings.set("window/scheme", scheme.value)

    def _turn_density(self) -> None:
        order = list(Density)
        self.use_density(order[(order.index(self._theme.density) + 1) % len(order)])

    def use_density(self, density: Density) -> None:
        """Set the height of rows, and remember it."""
        self._theme.set_density(density)
        self._settings.set("window/density", density.value)

    def _turn_language(self) -> None:
        codes = list(LANGUAGES)
        self.use_language(codes[(codes.index(self._language.code) + 1) % len(codes)])

    def use_language(self, code: str) -> None:
        """Speak another language, and remember it."""
        self._language.use(code)
        self._settings.set("window/language", code)

    def _turn_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def officer_menu(self) -> QMenu:
        """The menu at the foot of the rail: look, language, keys, sign out."""
        menu = QMenu(self)
        if self._officer:
            menu.addAction(self.tr("Signed in as {name}").format(name=self._officer)).setEnabled(
                False
            )
            menu.addSeparator()
        schemes = {
            Scheme.SYSTEM: self.tr("As the system"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
        }
        densities = {
            Density.COMPACT: self.tr("Compact"),
            Density.NORMAL: self.tr("Normal"),
            Density.ROOMY: self.tr("Roomy"),
        }
        _choices(menu, self.tr("Look"), schemes, self._theme.scheme, self.use_scheme)
        _choices(menu, self.tr("Rows"), densities, self._theme.density, self.use_density)
        _choices(menu, self.tr("Language"), LANGUAGES, self._language.code, self.use_language)
        menu.addSeparator()
        menu.addActions([self._keys, self._tear, self._full])
        menu.addSeparator()
        menu.addAction(self._out)
        return menu

    def _officer_menu(self) -> None:
        menu = self.officer_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.rail.officer
        at = button.mapToGlobal(QPoint(button.width(), button.height()))
        menu.popup(at - QPoint(0, menu.sizeHint().height()))

    # words

    def _say(self) -> None:
        for place, spec in enumerate(self._specs):
            self._go[place].setText(spec.title())
        self._find.setText(self.tr("Search or do…"))
        self._attention.setText(self.tr("What needs a decision"))
        self._keys.setText(self.tr("Keys"))
        self._tear.setText(
            self.tr("Put the panel back into the main window")
            if self._place in self._torn
            else self.tr("Put the panel into a window of its own")
        )
        self._dark.setText(self.tr("Light or dark"))
        self._density.setText(self.tr("Height of rows"))
        self._speak.setText(self.tr("Nederlands or English"))
        self._full.setText(self.tr("Full screen"))
        self._out.setText(self.tr("Sign out"))
        name = self._officer or self.tr("Officer")
        self.rail.officer.set_word(name, self.tr("Look, language, keys, sign out"))
        self._say_title()

    def _say_title(self) -> None:
        title = self._specs[self._place].title() if self._place >= 0 else ""
        self.frame.header.set_title(title)
        self.frame.header.set_subtitle(self._subtitles.get(self._place, ""))
        name = f"{title} · KCR2 Desk" if title else "KCR2 Desk"
        word = self.frame.status.stream_word()
        self.setWindowTitle(f"{word} · {name}" if self.frame.exercise else name)
        self._away.set_texts(
            self.tr("{panel} stands in a window of its own").format(panel=title),
            self.tr("Close that window to put it back here."),
            self.tr("Put back"),
            self.tear_off,
        )

    # time and memory

    def _tick(self, now: datetime) -> None:
        for frame in self._frames():
            frame.status.tick(now)

    def _recall(self) -> None:
        remember.restore_geometry(self._settings, "window/geometry", self)
        wanted = self._settings.get("window/panel")
        keys = [spec.key for spec in self._specs]
        if keys:
            self._choose(keys.index(wanted) if wanted in keys else 0)
        self.set_line(self._line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.ticker.running:
            self.ticker.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put torn panels back, keep what is kept, stop the clock."""
        for torn in list(self._torn.values()):
            torn.close()
        for panel in self._panels.values():
            panel.keep(self._settings)
        remember.keep_geometry(self._settings, "window/geometry", self)
        self.palette_card.dismiss()
        self.key_sheet.dismiss()
        self.ticker.stop()
        super().closeEvent(event)
        self.closed.emit()


def _choices(
    menu: QMenu, title: str, choices: dict[_T, str], now: _T, choose: Callable[[_T], object]
) -> None:
    """A submenu of which one is chosen."""
    sub = menu.addMenu(title)
    group = QActionGroup(sub)
    for value, text in choices.items():
        action = sub.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == now)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False, v=value: choose(v))
