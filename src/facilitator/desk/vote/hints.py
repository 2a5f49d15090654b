"""Keys and what they do, side by side, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.desk import Desk


class KeyHints(QWidget):
    """Paints a cap and words for each key; what does not fit is left out whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._hints: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys with their words."""
        self._hints = tuple(hints)
        said = "; ".join(f"{key}: {words}" for key, words in self._hints)
        self.setAccessibleName(self._desk.t("Keys"))
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._desk.px(200), self._desk.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._desk.theme, self._desk.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caps, letters = theme.font(12), theme.font(14)
        x = 1.0
        for key, words in self._hints:
            cap = QFontMetricsF(caps).horizontalAdvance(key) + px(12)
            said = QFontMetricsF(letters).horizontalAdvance(words)
            if x + cap + px(4) + said > self.width():
                return
            box = QRectF(x, 1, cap, self.height() - 3)
            painter.setPen(QPen(theme.color("edge"), 1))
            painter.drawRoundedRect(box, px(4), px(4))
            painter.setPen(theme.color("ink"))
            painter.setFont(caps)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            painter.setPen(theme.color("soft"))
            painter.setFont(letters)
            room = QRectF(box.right() + px(4), 0, said + 2, self.height() - 1)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            x = room.right() + px(14)
