"""What people are told before they are registered, to show on the screen and to print: a page for
each language, large enough to be read across a counter."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Signal

from kcr2desk.core.repatriation.privacy import NAMES, RIGHT_TO_LEFT, privacy_texts
from kcr2desk.desk import kit, texts
from kcr2desk.desk.parts.paper import Sheet
from kcr2desk.desk.parts.print_page import PrintPage, stamp
from kcr2desk.desk.repatriation.hall import Hall

ALL: Final = ""


class PrivacyPage(PrintPage):
    """The privacy text of the operation. One language is shown, or all under each other."""

    SHARE = 0.46

    done = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall.feed, hall.cache, hall.work, now=hall.now, me=hall.me)
        self._hall = hall
        self.language = kit.FilterButton(multiple=False, always=True, width=180)
        self.language.changed.connect(lambda _: self.refresh())
        self.chooser.addWidget(self.language)
        texts.OnLanguage(self, self._say)

    def file_name(self) -> str:
        """Without the name of the operation: files lie where others see them."""
        return f"privacy-{stamp(self.now())}"

    def sheet(self) -> Sheet:
        """The text in the languages that are chosen."""
        operation = self._hall.book.operation
        told = {} if operation is None else privacy_texts(operation)
        wanted = next(iter(self.language.value()), ALL)
        shown = {k: v for k, v in told.items() if wanted in (ALL, k)}
        body = "".join(_section(language, text) for language, text in shown.items())
        made = self.tr("KCR2 Desk")
        title = self.tr("Registration of persons")
        return Sheet(title, texts.day(self.now()), made, body, upright=True)

    def _say(self) -> None:
        operation = self._hall.book.operation
        told = {} if operation is None else privacy_texts(operation)
        every = kit.FilterOption(ALL, self.tr("All languages"))
        self.language.set_options([every, *(kit.FilterOption(k, NAMES.get(k, k)) for k in told)])
        self.language.set_title(self.tr("Language"))
        self.say_page(self.tr("Privacy notice"))


def _section(language: str, text: str) -> str:
    right = language in RIGHT_TO_LEFT
    paragraphs = "".join(
        f'<p dir="{"rtl" if right else "ltr"}" align="{"right" if right else "left"}"'
        f' style="font-size: 15px; margin: 4px 0 8px 0">{escape(line)}</p>'
        for line in text.splitlines()
        if line.strip()
    )
    return f"<h2>{escape(NAMES.get(language, language))}</h2>{paragraphs}"
