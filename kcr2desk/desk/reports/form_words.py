"""The words of the report form that follow from what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk import icons, shortcuts, texts
from kcr2desk.desk.forms.report_form import Ui_ReportForm
from kcr2desk.desk.parts import words
from kcr2desk.desk.parts.form_parts import Fold
from kcr2desk.desk.parts.form_state import Typed, file_name, is_empty
from kcr2desk.desk.reports import form_saving
from kcr2desk.desk.reports.form_fields import PAGE_OF
from kcr2desk.desk.reports.form_keys import FormKeys


class FormWords(QObject):
    """Says in the form what it holds and what happened to it."""

    pageWanted = Signal(str)
    """The officer wants to see a page of the form."""

    def __init__(self, ui: Ui_ReportForm, keys: FormKeys, fold: Fold, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._keys = keys
        self._fold = fold
        self._clash = ""
        for button, icon, tone in (
            (ui.template_button, "template", "muted"),
            (ui.close, "close", "muted"),
            (ui.save, "saved", "on_accent"),
            (ui.add_file, "paperclip", "muted"),
        ):
            icons.dress(button, icon, tone)

    def say(self) -> None:
        """Set the words that do not follow from anything, in the language of the screen."""
        ui = self._ui
        self._keys.say()
        ui.urgent.setToolTip(self.tr("Somebody must acknowledge it"))
        ui.entered.setText(self.tr("when it is saved"))
        ui.foot.setText(self.tr("Esc closes and keeps the draft"))
        for button, action in (
            (ui.save, self._keys.save),
            (ui.close, self._keys.close),
            (ui.template_button, self._keys.template),
        ):
            key = shortcuts.key_text(action)
            button.setToolTip(f"{shortcuts.plain_text(action)} · {key}")
        save = self.tr("Save")
        ui.save.setText(f"{save}  {shortcuts.key_text(self._keys.save)}")

    def state(self, typed: Typed, report: str) -> None:
        """Say what stands in the form, on its heading and on the buttons of its pages."""
        ui, values = self._ui, typed.values
        ui.heading.setText(self.tr("Change report") if report else self.tr("New report"))
        where = sum(
            values[name] not in ("", None)
            for name, page in PAGE_OF.items()
            if page == "where" and name != "channel"
        )
        for page, word, count in (
            ("where", self.tr("&Where and who"), str(where or "")),
            ("times", self.tr("Ti&mes"), _clock(values["occurred_at"])),
            (
                "grade",
                self.tr("&Grade"),
                words.grade(str(values["reliability"]), str(values["credibility"])),
            ),
            ("files", self.tr("&Files"), str(len(typed.files) or "")),
        ):
            self._fold.set_words(page, f"{word}  {count}".rstrip())
        ui.discard.setVisible(bool(report) or not is_empty(typed))

    def draft_of(self, kept_at: int, now: datetime) -> None:
        """A draft was taken up again."""
        said = self.tr("Draft of {time}")
        self._ui.draft.setText(said.replace("{time}", texts.moment(moment(kept_at), now)))

    def kept(self, when: datetime) -> None:
        """The draft is safe on this workstation."""
        said = self.tr("Draft kept {time}")
        self._ui.draft.setText(said.replace("{time}", texts.clock_exact(when)))

    def failed(self, error: Exception) -> None:
        """Something could not be written."""
        self._ui.draft.setText("")
        self._ui.message.tell(form_saving.failure(error), "urgent")

    def left_out(self, files: tuple[str, ...]) -> None:
        """The report is saved; these files could not come with it."""
        if files:
            names = ", ".join(file_name(path) for path in files)
            said = self.tr("The report is saved, but these files are not: {files}.")
            self._ui.message.tell(said.replace("{files}", names), "attention")

    def thrown_away(self, bring_back: Callable[[], object]) -> None:
        """The draft is gone, and can be brought back."""
        self._ui.draft.setText("")
        self._ui.message.tell(
            self.tr("The draft was thrown away."), "muted", [(self.tr("Bring back"), bring_back)]
        )

    def clashes(self, fields: tuple[str, ...]) -> None:
        """Fields changed here and elsewhere wait for a choice: said while one is out of sight."""
        message = self._ui.message
        hidden = [
            name for name in fields if PAGE_OF.get(name, self._fold.page()) != self._fold.page()
        ]
        if not hidden:
            if message.text() == self._clash:
                message.hide()
            return
        self._clash = self.tr(
            "%n field(s) changed elsewhere while you type. Nothing is overwritten.", "", len(fields)
        )
        page = PAGE_OF[hidden[0]]
        look = (self.tr("Look"), lambda: self.pageWanted.emit(page))
        message.tell(self._clash, "attention", [look])

    def gone(self) -> None:
        """Somebody removed the report that is edited."""
        self._ui.message.tell(
            self.tr("Somebody removed this report. Saving makes your changes a matter to decide."),
            "attention",
        )


def _clock(value: Json) -> str:
    return texts.clock(moment(value)) if isinstance(value, int) else ""
