"""The language of the screen, switched without a restart."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from kcr2desk.desk import resources

LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}
"""Code and own name of each language; Dutch is the language of the field and the default."""

_LOCALES: Final = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Language(QObject):
    """Holds the translators of the application. Widgets follow by QEvent.LanguageChange."""

    def __init__(self, app: QApplication, code: str = "nl") -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self._code = ""
        self.use(code)

    @property
    def code(self) -> str:
        return self._code

    def use(self, code: str) -> None:
        """Show everything in language `code`. Raises KeyError for one that does not exist."""
        if code == self._code:
            return
        QLocale.setDefault(_LOCALES[code])
        old, self._installed = self._installed, self._load(code)
        for translator in self._installed:
            self._app.installTranslator(translator)
        for translator in old:
            self._app.removeTranslator(translator)
        self._code = code

    def _load(self, code: str) -> list[QTranslator]:
        qt = QTranslator(self)
        qt.load(
            f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        )  # words of Qt itself; where they are missing its English shows
        own = QTranslator(self)
        file = resources.path("translations", f"kcr2desk_{code}.qm")
        if not own.load(str(file)):
            raise OSError(f"cannot read {file}; install KCR2 Desk again")
        return [qt, own]
