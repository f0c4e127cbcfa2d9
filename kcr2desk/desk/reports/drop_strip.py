"""Where the panel tells what became of files, and the curtain while they hang over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.reports.drop_reading import Brought

MOST_SHOWN: Final = 4
"""Sentences shown under each other; the others are counted, and copied with them."""


class DropStrip(QWidget):
    """One line with what came in, a question where there is one, and a line for each problem.

    It takes no room while it has nothing to tell.
    """

    showWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = kit.InlineMessage()
        self.question = kit.InlineMessage()
        self.lines = [kit.ElidedLabel(role="small") for _ in range(MOST_SHOWN + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(self.message)
        for line in self.lines:
            indented = QHBoxLayout()
            indented.setContentsMargins(36, 0, theme.S, 0)
            indented.addWidget(line)
            column.addLayout(indented)
        column.addWidget(self.question)
        self.message.closed.connect(self._clear)
        self.question.closed.connect(self._fit)
        self._clear()

    def tell(
        self,
        text: str,
        tone: str,
        actions: list[tuple[str, Callable[[], object]]] | None = None,
        *,
        closable: bool = True,
    ) -> None:
        """Tell one thing, with what can be done."""
        self._show_lines(())
        self.message.tell(text, tone, actions, closable=closable)
        self._fit()

    def ask(self, text: str, actions: list[tuple[str, Callable[[], object]]]) -> None:
        """Ask one thing; closing it does nothing."""
        self.question.tell(text, "accent", actions)
        self._fit()

    def dismiss(self) -> None:
        """The question was answered."""
        self.question.hide()
        self._fit()

    def show_brought(self, brought: Brought) -> None:
        """Tell what became of the files."""
        said = self._sum(brought)
        problems = brought.problems
        actions: list[tuple[str, Callable[[], object]]] = []
        shown = (*brought.new, *brought.known)
        if shown:
            actions.append((self.tr("Show"), lambda: self.showWanted.emit(shown[0])))
        tone = "attention" if problems else "good" if brought.new else "accent"
        self.message.tell(said, tone, actions)
        self._show_lines((*problems, *brought.remarks))
        self._fit()

    def _sum(self, brought: Brought) -> str:
        parts = []
        if brought.new or not (brought.known or brought.problems):
            parts.append(self.tr("%n report(s) brought in", "", len(brought.new)))
        if brought.apart:
            parts.append(self.tr("%n of them exercise or test, kept apart", "", len(brought.apart)))
        if brought.known:
            parts.append(self.tr("%n was (were) here already", "", len(brought.known)))
        if brought.problems:
            parts.append(self.tr("%n could not be read", "", len(brought.problems)))
        return "  ·  ".join(parts)

    def _show_lines(self, sentences: tuple[str, ...]) -> None:
        shown = list(sentences[:MOST_SHOWN])
        if len(sentences) > MOST_SHOWN:
            shown.append(self.tr("and %n more", "", len(sentences) - MOST_SHOWN))
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(shown))
            line.setText(shown[place] if place < len(shown) else "")
            if place < len(shown):
                line.setToolTip("\n".join(sentences) if place == MOST_SHOWN else shown[place])

    def _clear(self) -> None:
        self._show_lines(())
        self._fit()

    def _fit(self) -> None:
        self.setVisible(not (self.message.isHidden() and self.question.isHidden()))


class DropCurtain(QWidget):
    """Covers the panel while files hang over it, and says what may be dropped."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._limits = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, limits: str) -> None:
        """Show it, with the limits in words."""
        self._limits = limits
        if self.isHidden():
            self.setGeometry(self._host.rect())
            self.show()
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens, painter = theme.current(), theme.tokens(), QPainter(self)
        ground = QColor(tokens.surface)
        ground.setAlphaF(0.95)
        painter.fillRect(self.rect(), ground)
        box = self.rect().adjusted(theme.M, theme.M, -theme.M, -theme.M)
        paint.rounded(painter, box, "", tokens.accent, stroke=2, dashed=True)
        middle = self.rect().center().y()
        icon = QRect(0, middle - 56, self.width(), 32)
        paint.draw_icon(painter, "import", tokens.accent, icon, 32)
        title = QRect(theme.XL, middle - 16, self.width() - 2 * theme.XL, 24)
        said = self.tr("Drop to bring it in")
        paint.draw_text(painter, title, said, now.font("heading"), QColor(tokens.text), centre=True)
        low = QRect(theme.XL, middle + 12, self.width() - 2 * theme.XL, 20)
        small = now.font("small")
        paint.draw_text(painter, low, self._limits, small, QColor(tokens.muted), centre=True)
