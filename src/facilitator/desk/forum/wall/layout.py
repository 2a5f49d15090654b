"""Where on the wall's plane each field and each card lies. Rows grow with what hangs in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from facilitator.desk.forum.wall.facts import Board, Card, Cell

CARD_HEIGHT, PAD = 48, 4
LEAST_WIDTH = 176
"""Pixels at 100 % under which a column is not pressed: the wall scrolls then."""


class Layout:
    """The fields of a board at a width of the plane; `unit` is the size setting, 1.5 for 150 %."""

    def __init__(self, board: Board, width: float, unit: float = 1.0) -> None:
        self.board = board
        self.card_height, self.pad = round(CARD_HEIGHT * unit), round(PAD * unit)
        self.by_cell: dict[Cell, list[Card]] = defaultdict(list)
        for card in board.cards:
            if card.cell is not None:
                self.by_cell[card.cell].append(card)
        self._line = {line.place: at for at, line in enumerate(board.lines)}
        self._column = {column.slot: at for at, column in enumerate(board.columns)}
        self.column_width = max(least_width(1, unit), width / max(1, len(board.columns)))
        self.tops = self._tops()

    def _tops(self) -> list[int]:
        most = defaultdict(lambda: 1)
        for cell, cards in self.by_cell.items():
            most[cell.place] = max(most[cell.place], len(cards))
        tops = [0]
        for line in self.board.lines:
            step = self.card_height + self.pad
            tops.append(tops[-1] + most[line.place] * step + self.pad)
        return tops

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the plane."""
        return self.column_width * len(self.board.columns), float(self.tops[-1])

    def rect(self, cell: Cell) -> QRectF:
        """The field."""
        at = self._line[cell.place]
        left = self._column[cell.slot] * self.column_width
        return QRectF(left, self.tops[at], self.column_width, self.tops[at + 1] - self.tops[at])

    def card_rect(self, cell: Cell, index: int = 0) -> QRectF:
        """Where the card at that place in a field lies."""
        field, pad = self.rect(cell), self.pad
        top = field.top() + pad + index * (self.card_height + pad)
        return QRectF(field.left() + pad, top, field.width() - 2 * pad, self.card_height)

    def cell_at(self, point: QPointF) -> Cell | None:
        """The field under a point."""
        width, height = self.size
        if not (0 <= point.x() < width and 0 <= point.y() < height):
            return None
        column = int(point.x() // self.column_width)
        line = bisect_right(self.tops, point.y()) - 1
        return self.cell(line, column)

    def cell(self, line: int, column: int) -> Cell:
        """The field in that row and column, counted from 0."""
        return Cell(self.board.lines[line].place, self.board.columns[column].slot)

    def where(self, cell: Cell) -> tuple[int, int]:
        """Row and column of a field."""
        return self._line[cell.place], self._column[cell.slot]

    def has(self, cell: Cell | None) -> bool:
        """Whether there is such a field."""
        return cell is not None and cell.place in self._line and cell.slot in self._column

    def step(self, cell: Cell, down: int, right: int) -> Cell:
        """The field so many further down and to the right; at the edge one stays."""
        line, column = self.where(cell)
        line = min(max(0, line + down), len(self.board.lines) - 1)
        column = min(max(0, column + right), len(self.board.columns) - 1)
        return self.cell(line, column)

    def free(self) -> Cell | None:
        """The first field where nothing hangs, slot by slot and over none that is over; else the first."""
        columns: Sequence[int] = range(len(self.board.columns))
        cells = [
            self.cell(line, column)
            for column in columns
            if not self.board.columns[column].over
            for line in range(len(self.board.lines))
        ]
        return next(
            (cell for cell in cells if cell not in self.by_cell), cells[0] if cells else None
        )


def least_width(columns: int, unit: float) -> float:
    """How wide the plane is at least."""
    return columns * round(LEAST_WIDTH * unit)
