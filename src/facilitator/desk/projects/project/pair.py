"""Two columns of cards where there is room for both, everything one below the other where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column

WIDE = 900
"""Pixels at 100 % that two columns want."""


class Pair(QWidget):
    """The first cards at the left or on top, the second ones beside or below them."""

    def __init__(self, desk: Desk, first: list[QFrame], second: list[QFrame]) -> None:
        super().__init__()
        self._desk = desk
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(desk.px(12))
        for cards in (first, second):
            side = QWidget()
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column(*cards, None, on=side, gap=desk.px(12))
            self._box.addWidget(side, 1)
        self.setLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        super().resizeEvent(event)
        wide = self.width() >= self._desk.px(WIDE)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(beside if wide else below)
