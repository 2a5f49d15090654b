"""Columns left and right of the middle; where there is no room for both, one below the other at the left."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import card, column, line, row, scrolling

NARROW = 1000
"""Below so many pixels (at 100 %) there is one column beside the middle."""
LEFT, RIGHT, ONE = 264, 296, 310
MIDDLE = 280


class Folding(QWidget):
    """Both columns scroll. `foot` stays below the left one and is there only while they are folded."""

    folded = Signal(bool)
    """They were folded into one, or unfolded."""

    def __init__(self, desk: Desk, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self.desk, self._left, self._right = desk, left, right
        px = desk.px
        self.left_area, self._right_area = scrolling(QWidget()), scrolling(QWidget())
        self.left_area.setAccessibleName(desk.t("Which paper"))
        self._right_area.setAccessibleName(desk.t("What to do with it"))
        self._foot = QFrame()
        self.foot = column(on=self._foot, margins=px(12))
        self._left_side, self._right_side = card("side"), card("side-right")
        column(self.left_area, line(), self._foot, on=self._left_side, gap=0)
        column(self._right_area, on=self._right_side)
        self._right_side.setFixedWidth(px(RIGHT))
        box = row(self._left_side, on=self, gap=0)
        box.addWidget(middle, 1)
        box.addWidget(self._right_side)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fold_as_needed)
        self.narrow: bool | None = None
        self._fold(False)

    def minimumSizeHint(self) -> QSize:
        """Room for one column and some of the middle; how it is filled is a matter of the width."""
        return QSize(self.desk.px(ONE + MIDDLE), self.desk.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow() is not self.narrow:
            self._soon.start()  # not while a layout is at work

    def _is_narrow(self) -> bool:
        return self.width() < self.desk.px(NARROW)

    def _fold_as_needed(self) -> None:
        self._fold(self._is_narrow())

    def _fold(self, narrow: bool) -> None:
        if narrow is self.narrow:
            return
        self.narrow = narrow
        for area in (self.left_area, self._right_area):
            area.takeWidget()
        self._right_side.setVisible(not narrow)
        self._foot.setVisible(narrow)
        self._left_side.setFixedWidth(self.desk.px(ONE if narrow else LEFT))
        if narrow:
            both = QWidget()
            column(self._left, line(), self._right, on=both, gap=0)
            for one in (self._left, self._right):
                one.setAutoFillBackground(False)  # a scroll area had it painted
                one.show()
            self.left_area.setWidget(both)
        else:
            self.left_area.setWidget(self._left)
            self._right_area.setWidget(self._right)
            self._left.show()
            self._right.show()
        self.folded.emit(narrow)
