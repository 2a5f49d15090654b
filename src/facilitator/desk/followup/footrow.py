"""A foot with buttons: plain ones at the left, the filled one at the right, or below where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Button, clear, row


class FootRow(QFrame):
    """Made anew for each thing that is shown above it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        px = self._px = desk.px
        self.setProperty("look", "foot")
        self._plain, self._filled = row(gap=px(8)), row(gap=px(8))
        self._box: QBoxLayout = row(
            self._plain, self._filled, on=self, margins=(px(16), px(11), px(16), px(11)), gap=px(8)
        )
        self._box.setStretch(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def offer(self, plain: Sequence[Button], filled: Button | None) -> None:
        """Offer these and no others; nothing is seen of it where there are none."""
        clear(self._plain)
        clear(self._filled)
        for one in plain:
            self._plain.addWidget(one)
        self._plain.addStretch(1)
        if filled is not None:
            self._filled.addStretch(1)
            self._filled.addWidget(filled)
        self.setVisible(bool(plain) or filled is not None)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of both rows."""
        wide = max(self._plain.minimumSize().width(), self._filled.minimumSize().width())
        return QSize(wide + self._px(34), super().minimumSizeHint().height())

    def _fit(self) -> None:
        needs = self._plain.minimumSize().width() + self._filled.minimumSize().width()
        below = needs + self._px(42) > self.width()
        way = QBoxLayout.Direction
        direction = way.TopToBottom if below else way.LeftToRight
        if self._box.direction() != direction:
            self._box.setDirection(direction)
            self.updateGeometry()
