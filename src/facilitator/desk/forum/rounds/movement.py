"""How people were spread in each round, as counted: a small picture. Who went where nobody knows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets.elided import paint_line
from facilitator.meeting import Meeting
from facilitator.words.figures import airy
from facilitator.words.forum import slot_title

ROW, HEAD, NAME, COLUMN = 24, 26, 76, 40


class Movement(QWidget):
    """A line for each place in which people were counted, a column for each round, the sums below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heads: list[str] = []
        self._rows: list[tuple[str, list[int | None]]] = []
        self._sums: list[int | None] = []
        self.setObjectName("rounds.movement")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def empty(self) -> bool:
        """Whether nobody was counted in any place yet."""
        return not self._rows

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the rounds in which somebody was counted."""
        rounds, matrix, lang = meeting.rounds, meeting.matrix, self._desk.lang
        slots = [slot for slot in matrix.slots if any(key[0] == slot for key in rounds.heads)]
        self._heads = [airy(slot_title(matrix, slot, lang)) for slot in slots]
        lines = [
            (place.name, [rounds.heads_in(slot, place.id) for slot in slots])
            for place in matrix.places.values()
        ]
        self._rows = [line for line in lines if any(one is not None for one in line[1])]
        self._sums = [sum(numbers[n] or 0 for _, numbers in self._rows) for n in range(len(slots))]
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        lines = [
            f"{name}: "
            + ", ".join(
                f"{head} {'–' if n is None else n}"
                for head, n in zip(self._heads, numbers, strict=True)
            )
            for name, numbers in self._rows
        ]
        return "\n".join(lines)

    def sizeHint(self) -> QSize:
        """A line for each place, the heads and the sums."""
        px = self._desk.px
        return QSize(
            px(NAME + COLUMN * max(1, len(self._heads))),
            px(HEAD + ROW * (len(self._rows) + 1)) if self._rows else 0,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter, theme, px, t = QPainter(self), self._desk.theme, self._desk.px, self._desk.t
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((n or 0 for _, numbers in self._rows for n in numbers), default=0) or 1
        wide = (self.width() - px(NAME)) / len(self._heads)
        soft, ink = theme.color("soft"), theme.color("ink")
        for n, head in enumerate(self._heads):
            room = QRectF(px(NAME) + n * wide, 0, wide - px(4), px(HEAD))
            paint_line(painter, theme, room, head, soft, 13)
        top = px(HEAD)
        for name, numbers in self._rows:
            paint_line(painter, theme, QRectF(0, top, px(NAME - 6), px(ROW)), name, ink, 13)
            for n, number in enumerate(numbers):
                room = QRectF(px(NAME) + n * wide, top, wide - px(4), px(ROW))
                self._bar(painter, room, number, most)
            top += px(ROW)
        painter.setPen(theme.color("line"))
        painter.drawLine(0, top, self.width(), top)
        total = QRectF(0, top, px(NAME - 6), px(ROW))
        paint_line(painter, theme, total, t.within("heads", "Together"), ink, 13, bold=True)
        for n, number in enumerate(self._sums):
            room = QRectF(px(NAME) + n * wide, top, wide - px(4), px(ROW))
            paint_line(painter, theme, room, str(number), ink, 13, bold=True)

    def _bar(self, painter: QPainter, room: QRectF, number: int | None, most: int) -> None:
        """A bar as long as the number, which stands at its beginning; – where nobody counted."""
        theme, px = self._desk.theme, self._desk.px
        if number:
            bar = room.adjusted(0, px(3), 0, -px(3))
            bar.setWidth(max(px(3), room.width() * number / most))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRect(bar)
            painter.fillRect(
                QRectF(bar.left(), bar.top(), px(2), bar.height()), theme.color("accent")
            )
        said = "–" if number is None else str(number)
        paint_line(
            painter, theme, room.adjusted(px(6), 0, 0, 0), said,
            theme.color("soft" if number is None else "ink"), 13,
        )  # fmt: skip
