"""What the hub will say of a promise, on one line of a card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import commit_words


class PredictionLine(QWidget):
    """A verdict in a word with a sign, and the sentence with its numbers, which may wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pill = kit.Pill()
        self.words = kit.label(wrap=True)
        self.words.setMinimumHeight(38)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(0, 2, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_said(self, said: commit_words.Said) -> None:
        """Show a verdict."""
        self.pill.show_as(said.word, said.tone, said.icon)
        self.words.setText(said.text)

    def text(self) -> str:
        """The verdict and the sentence."""
        return f"{self.pill.text()} {self.words.text()}"
