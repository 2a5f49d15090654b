"""Two cards side by side, each scrolling by itself; one that holds everything where that is too narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import card, column, row, scrolling

LEAST = 920
"""Pixels at 100 % that two cards want."""


class Sides(QWidget):
    """`foot` stands under the right card, and at the end of everything where there is only one card.

    `names` is what a screen reader calls the two.
    """

    def __init__(
        self,
        desk: Desk,
        left: QWidget,
        right: QWidget,
        names: tuple[str, str],
        foot: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._right, self._foot = desk, right, foot
        self._wide: bool | None = None
        px = desk.px
        holder, other = QWidget(), QWidget()
        self._one: QVBoxLayout = column(left, on=holder, gap=0)
        self._two: QVBoxLayout = column(on=other, gap=0)
        first, second = card(), card()
        self.area = scrolled(holder, names[0])
        column(self.area, on=first, margins=px(1))
        column(scrolled(other, names[1]), on=second, margins=px(1))
        self._second = QWidget()
        self._under: QVBoxLayout = column(second, on=self._second, gap=px(12))
        self._under.setStretch(0, 1)
        both = row(first, self._second, on=self, gap=px(16))
        both.setStretch(0, 6)
        both.setStretch(1, 5)
        for side in (first, self._second):
            # So wide as the stretch says, whatever is in it.
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._place(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(wide=self.width() >= self._desk.px(LEAST))

    def _place(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        (self._two if wide else self._one).addWidget(self._right)
        if self._foot is not None:
            (self._under if wide else self._one).addWidget(self._foot)
        self._second.setVisible(wide)


def scrolled(content: QWidget, said: str) -> QScrollArea:
    """Content that scrolls; `said` is what a screen reader calls it, for it takes the keys that scroll."""
    area = scrolling(content)
    area.setAccessibleName(said)
    return area
