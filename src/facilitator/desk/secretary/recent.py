"""The last lines of the record, above the secretary's line: one to three, always at the same place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from facilitator.desk.desk import Desk
from facilitator.desk.secretary.record_lines import RecordLines
from facilitator.desk.secretary.rows import HEIGHT, OneLine


class Recent(QListView):
    """Shows the end of the record; it is only looked at, a double click opens the whole record there."""

    opened = Signal(int)
    """The version of the row that was double-clicked."""

    def __init__(self, desk: Desk, lines: RecordLines) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("record.recent")
        self.setAccessibleName(desk.t("Recorded last"))
        self.setModel(lines)
        self.setItemDelegate(OneLine(desk, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        lines.rowsInserted.connect(self._follow)
        lines.modelReset.connect(self._follow)
        self.show_rows(3)

    def show_rows(self, rows: int, covered: int = 0) -> None:
        """Show so many, above so many pixels that something else lies on."""
        self.rows = rows
        self.setFixedHeight(self._desk.px(HEIGHT) * rows)
        self.setViewportMargins(0, 0, 0, covered)
        self._follow()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index.data(Qt.ItemDataRole.UserRole).version)

    def _follow(self) -> None:
        self.scrollToBottom()
