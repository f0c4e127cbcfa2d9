"""The look of the running desk: colours, sizes and fonts, switched at run time.

There is one `Theme` an application, as there is one palette; `current()` gives it to what paints.
"""

from __future__ import annotations

import enum
from pathlib import Path
from string import Template
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kcr2desk.desk import resources
from kcr2desk.desk.tokens import DARK, LIGHT, Tokens

FontRole = Literal["base", "small", "heading", "number", "table"]

CONTROL_HEIGHT: Final = 30
HEADER_HEIGHT: Final = 28
CORNER: Final = 4
FOCUS_RING: Final = 2
XS, S, M, L, XL = 4, 8, 12, 16, 24
"""Spacing: steps of 4 px, no others."""

_POINTS: Final[dict[FontRole, float]] = {
    "base": 10.0,
    "table": 10.0,
    "small": 8.5,
    "heading": 12.0,
    "number": 20.0,
}


class Scheme(enum.StrEnum):
    """What the officer chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(enum.StrEnum):
    """Height of the rows of tables."""

    COMPACT = "compact"
    NORMAL = "normal"
    ROOMY = "roomy"

    @property
    def row_height(self) -> int:
        """Height in px at 100 %."""
        return {"compact": 24, "normal": 28, "roomy": 34}[self.value]


class Theme(QObject):
    """Applies tokens to the application and says when they change.

    Lives as a child of the application. Icons tinted for the style sheet lie in a private folder
    that goes with it.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: Scheme = Scheme.SYSTEM,
        density: Density = Density.NORMAL,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._density = density
        self._tinted = QTemporaryDir()
        if not self._tinted.isValid():
            raise OSError(f"no room for tinted icons: {self._tinted.errorString()}")
        app.setStyle("Fusion")
        self._family = ui_family()
        self._narrow = has_narrow_face(self._family)
        app.setFont(self.font("base"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        global _current
        _current = self
        self._apply()

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def density(self) -> Density:
        return self._density

    @property
    def dark(self) -> bool:
        """Whether dark is shown now, by choice or because the system is."""
        if self._scheme is Scheme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    @property
    def tokens(self) -> Tokens:
        return DARK if self.dark else LIGHT

    def colour(self, tone: str) -> QColor:
        """The colour of a token or a derived colour, by name."""
        return QColor(self.tokens.tone(tone))

    def set_scheme(self, scheme: Scheme) -> None:
        """Show light, dark, or what the system shows. Every window follows at once."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._apply()

    def set_density(self, density: Density) -> None:
        """Change the height of rows; tables listen to `changed`."""
        if density is not self._density:
            self._density = density
            self.changed.emit()

    def font(self, role: FontRole, *, strong: bool = False, old: bool = False) -> QFont:
        """The system's font in one of five sizes; `table` and `number` have tabular figures.

        A table takes the narrow face of a wide family, where the system has one: DejaVu Sans is a
        sixth wider than Segoe UI, and titles would be cut short.
        """
        font = QFont(self._family)
        if role == "table" and self._narrow:
            font.setStretch(QFont.Stretch.SemiCondensed)
        font.setPointSizeF(self._points(role))
        if role in ("table", "number"):
            font.setFeature(QFont.Tag("tnum"), 1)
        if strong or role in ("heading", "number"):
            font.setWeight(QFont.Weight.DemiBold)
        font.setItalic(old)
        return font

    def _points(self, role: FontRole) -> float:
        """Points such that 10 pt is 13 px everywhere: macOS counts 72 points to the inch."""
        screen = QGuiApplication.primaryScreen()
        dpi = screen.logicalDotsPerInch() if screen is not None else 96.0
        return _POINTS[role] * (96.0 / dpi if dpi < 90 else 1.0)

    def tinted_file(self, name: str, colour: str, size: int) -> Path:
        """The file of icon `name` in `colour` (`#RRGGBB`) with a stroke of 1.5 px at `size`."""
        file = Path(self._tinted.path()) / f"{name}-{size}-{colour[1:]}.svg"
        if not file.exists():
            file.write_text(tint_svg(resources.text("icons", f"{name}.svg"), colour, size))
        return file

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _style_sheet(self) -> str:
        tokens = self.tokens
        names: dict[str, str] = tokens.colours()
        for role in _POINTS:
            names[f"{role}_pt"] = f"{self._points(role):.2f}pt"
        for key, icon, colour in (
            ("chevron", "chevron-down", tokens.muted),
            ("chevron_up", "chevron-up", tokens.muted),
            ("chevron_right", "chevron-right", tokens.muted),
            ("check", "check", tokens.on_accent),
            ("check_menu", "check", tokens.accent),
            ("dash", "minus", tokens.on_accent),
            ("dot", "dot", tokens.on_accent),
            ("sort_up", "chevron-up", tokens.accent),
            ("sort_down", "chevron-down", tokens.accent),
            ("clear", "close", tokens.muted),
        ):
            names[f"icon_{key}"] = self.tinted_file(icon, colour, 16).as_posix()
        return Template(resources.text("styles", "desk.qss.in")).substitute(names)


_ALIASES: Final = frozenset({"Sans Serif", "Serif", "Monospace"})
"""Names that fontconfig knows without having a font behind them."""


def ui_family() -> str:
    """The family of the system's UI font; one of our own on a machine that has no font at all.

    Raises OSError when that cannot be read either.
    """
    if not set(QFontDatabase.families()) - _ALIASES:
        for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
            file = resources.path("fonts", name)
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise OSError(f"cannot read the font {file}; install KCR2 Desk again")
        return "DejaVu Sans"
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def has_narrow_face(family: str) -> bool:
    """Whether a family has a drawn condensed face, not one that Qt would squeeze."""
    font = QFont(family)
    font.setStretch(QFont.Stretch.SemiCondensed)
    return "Condensed" in QFontInfo(font).styleName()


_current: Theme | None = None


def current() -> Theme:
    """The theme of this application. Raises RuntimeError before one was made."""
    if _current is None:
        raise RuntimeError("no Theme was made for this application")
    return _current


def tokens() -> Tokens:
    """The colours shown now."""
    return current().tokens


def tint_svg(source: str, colour: str, size: int) -> str:
    """An icon of the set (20 px grid, `currentColor`) in a colour, stroke 1.5 px at `size`."""
    return source.replace("currentColor", colour).replace(
        'stroke-width="1.5"', f'stroke-width="{1.5 * 20 / size:.3f}"'
    )


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette from the tokens, for all that the style sheet does not name."""
    made = QPalette()
    role = QPalette.ColorRole
    for key, colour in (
        (role.Window, tokens.ground),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.surface),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.urgent),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.raised),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.line),
    ):
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.stale))
    return made
