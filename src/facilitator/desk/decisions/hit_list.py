"""Hits as a list: rows of one height, more of them when one comes to the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.desk.decisions.hit_paint import HEIGHT, HitPainter
from facilitator.desk.decisions.hits import LINE, Hits, Index
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk

LOW = 700
"""Pixels at 100 % of a screen on which a panel with a list has to be modest."""


def rows_for(desk: Desk, panel: QWidget, most: int) -> int:
    """How high a list in a panel may be: so many rows, or one less where the screen is low."""
    low = panel.screen().availableGeometry().height() < desk.px(LOW)
    return desk.px(HEIGHT) * (most - 1 if low else most) + 2


class HitList(QListView):
    """`chosen` tells which row one comes to; `opened` Enter or a double click."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, desk: Desk, model: Hits, name: str) -> None:
        super().__init__()
        self._hits = model
        model.setParent(self)
        self.setObjectName(name)
        self.setAccessibleName(desk.t("Found"))
        self.setProperty("framed", True)
        self.setModel(model)
        self.setItemDelegate(HitPainter(desk, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.verticalScrollBar().setSingleStep(desk.px(32))

    @property
    def which(self) -> Which | None:
        """What is chosen."""
        index = self.currentIndex()
        return index.data(LINE).which if index.isValid() else None

    def choose(self, which: Which | None, *, first: bool = False) -> None:
        """Choose this if it is there; else, with `first`, the first row; nothing is told."""
        row = self._hits.row_of(which) if which is not None else -1
        if row < 0 and first:
            row = 0
        before = self.blockSignals(True)
        if 0 <= row < self._hits.rowCount():
            self.setCurrentIndex(self._hits.index(row))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self.blockSignals(before)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(LINE).which)

    def go_along(self, event: QKeyEvent) -> None:
        """A key that moves in lists, pressed elsewhere."""
        super().keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.opened.emit()
        else:
            super().keyPressEvent(event)
