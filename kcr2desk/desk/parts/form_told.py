"""What the report form tells in place: what others changed, and the number that was just given."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint


class FieldNotice(QWidget):
    """Under a field: somebody else changed it while it was open. Both values, and a choice."""

    takeTheirs = Signal()
    keepMine = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wants = False
        self._words = kit.ElidedLabel()
        self.theirs = kit.button(kind="link", small=True, run=self.takeTheirs.emit)
        self.mine = kit.button(kind="link", small=True, run=self.keepMine.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 4, 0)
        row.setSpacing(theme.XS)
        row.addWidget(self._words, 1)
        row.addWidget(self.theirs)
        row.addWidget(self.mine)
        self.setFixedHeight(28)
        self.hide()
        texts.OnLanguage(self, self._say)

    def tell(self, text: str, *, choose: bool) -> None:
        """Show it. With `choose` it wants a decision; without, a click takes it away."""
        self._wants = choose
        self._words.setText(text)
        self.theirs.setVisible(choose)
        self._say()
        self.show()
        self.update()

    def text(self) -> str:
        return self._words.text()

    @property
    def wants(self) -> bool:
        """Whether it waits for a decision."""
        return self._wants and not self.isHidden()

    def _say(self) -> None:
        self.theirs.setText(self.tr("Take over"))
        self.mine.setText(self.tr("Keep mine") if self._wants else self.tr("Seen"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = "attention" if self._wants else "accent"
        tokens, painter = theme.tokens(), QPainter(self)
        paint.rounded(painter, self.rect(), tokens.tint(tone))
        sign = "conflict" if self._wants else "info"
        paint.draw_icon(painter, sign, tokens.tone(tone), QRect(8, 0, 16, self.height()))


class SavedBand(QWidget):
    """The number of the report that was just saved, large enough to be read out on the phone."""

    openWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._number = ""
        self._when: datetime | None = None
        self._small = False
        self.copy = kit.button(kind="quiet", icon="copy", small=True, run=self._copy)
        self.open = kit.button(kind="quiet", small=True, run=lambda: self.openWanted.emit(self._id))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, 0, theme.S, 0)
        row.setSpacing(theme.XS)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.open)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()
        texts.OnLanguage(self, self._say)

    def show_saved(self, record_id: str, number: str, when: datetime) -> None:
        """Show the number large."""
        self._id, self._number, self._when, self._small = record_id, number, when, False
        self._say()
        self.updateGeometry()
        self.show()
        self.update()

    def shrink(self) -> None:
        """The next report has begun: the number steps back to one line."""
        if not self._small:
            self._small = True
            self.updateGeometry()
            self.update()

    def number(self) -> str:
        return self._number

    def sizeHint(self) -> QSize:
        return QSize(240, 28 if self._small else 64)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens, painter = theme.current(), theme.tokens(), QPainter(self)
        paint.rounded(painter, self.rect(), tokens.tint("good"))
        sign = QRect(theme.S, 0, 20, self.height())
        paint.draw_icon(painter, "check", tokens.good, sign, 16 if self._small else 20)
        room = QRect(36, 0, max(0, self.copy.x() - 36 - theme.S), self.height())
        said = self._saved_words()
        if self._small:
            paint.draw_text(
                painter, room, f"{self._number} · {said}", now.font("small"), QColor(tokens.muted)
            )
            return
        top = QRect(room.topLeft() + QPoint(0, 6), QSize(room.width(), 32))
        low = QRect(room.topLeft() + QPoint(0, 38), QSize(room.width(), 18))
        paint.draw_text(painter, top, self._number, now.font("number"), QColor(tokens.text))
        paint.draw_text(painter, low, said, now.font("small"), QColor(tokens.good))

    def _saved_words(self) -> str:
        said = self.tr("Saved on this workstation")
        return said if self._when is None else f"{said} · {texts.clock(self._when)}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number)

    def _say(self) -> None:
        self.copy.setToolTip(self.tr("Copy the number"))
        self.copy.setAccessibleName(self.tr("Copy the number"))
        self.open.setText(self.tr("Open"))
        self.setAccessibleName(f"{self._number} {self._saved_words()}")
        self.update()
