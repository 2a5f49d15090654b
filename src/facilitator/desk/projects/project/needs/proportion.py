"""Who had people come, as a small bar: its words stand beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.theme import Theme
from facilitator.rounds.needs import Invitation, ResidentsAsked

OPEN = (Invitation.PUBLIC_NOTICE, Invitation.OPEN_DOOR, Invitation.RANDOM_DRAW)
"""Ways in which anybody could have come: filled. By somebody's choice: hatched. Not known: empty."""
WIDE, HIGH = 120, 10


class Proportion(QWidget):
    """Each way as long as its share of those who were asked."""

    def __init__(self, theme: Theme, asked: ResidentsAsked, said: str) -> None:
        super().__init__()
        self._theme = theme
        self._shares = [(one.people, one.how in OPEN) for one in asked.invited]
        self._people = asked.people
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As long as every other, so that two can be held against each other."""
        return QSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("edge"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRect(box)
        left, whole = box.left(), box.width()
        for people, is_open in self._shares:
            wide = whole * people / self._people
            part = QRectF(left, box.top(), max(1.0, wide - 1), box.height())
            painter.fillRect(part, theme.color("accent" if is_open else "warn_soft"))
            if not is_open:
                painter.fillRect(part, _hatched(theme))
            left += wide
        painter.end()


def _hatched(theme: Theme) -> object:
    from PySide6.QtGui import QBrush

    return QBrush(theme.color("warn"), Qt.BrushStyle.BDiagPattern)
