"""Pieces of one width in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class Tiles(QWidget):
    """They stand row by row, each at least `least` pixels wide; `apart` lie between them."""

    def __init__(self, pieces: Sequence[QWidget], least: int, apart: int) -> None:
        super().__init__()
        self._pieces, self._least = pieces, least
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(apart)
        self.setLayout(self._grid)
        self._lay(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        apart = self._grid.horizontalSpacing()
        self._lay(max(1, (self.width() + apart) // (self._least + apart)))

    def _lay(self, columns: int) -> None:
        columns = min(columns, max(1, len(self._pieces)))
        if columns == self._columns:
            return
        for at in range(max(columns, self._columns)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._columns = columns
        for n, one in enumerate(self._pieces):
            self._grid.addWidget(one, n // columns, n % columns)
