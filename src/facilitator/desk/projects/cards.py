"""The cards of the board: a model of them, and how each is painted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import paint_mark
from facilitator.desk.projects.rows import OUT, Card, Row, card_of
from facilitator.desk.widgets.elided import paint_line
from facilitator.rounds.standing import Stage

Index = QModelIndex | QPersistentModelIndex
CARD = int(Qt.ItemDataRole.UserRole)
HIGH, GAP = 98, 8
MARKED = (*OUT, Stage.CLOSED, Stage.LOOKED_BACK)
"""Where the column alone does not say how it stands."""


class Cards(QAbstractListModel):
    """Rows as cards; the words of a card are made when it is first shown."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: Sequence[Row] = ()
        self._day = desk.now().date()
        self._cards: dict[str, Card] = {}

    def show_rows(self, rows: Sequence[Row], day: date) -> bool:
        """Show these from now on; whether anything is other than before."""
        if list(rows) == list(self._rows) and day == self._day:
            return False
        self.beginResetModel()
        self._rows, self._day, self._cards = tuple(rows), day, {}
        self.endResetModel()
        return True

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def place_of(self, number: str) -> int:
        """Where a project stands; -1 where it is not here."""
        return next((n for n, one in enumerate(self._rows) if one.number == number), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role not in (CARD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        if row.number not in self._cards:
            self._cards[row.number] = card_of(row, self._day, self._desk.lang)
        card = self._cards[row.number]
        return card if role == CARD else card.said


class CardLook(QStyledItemDelegate):
    """Number and title; place and sum; what is next and by when; what there is to look at."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.width = desk.px(200)
        """Of one card, its gap at the right included."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All are alike."""
        return QSize(self.width, self._desk.px(HIGH + GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD)
        px, theme = self._desk.px, self._desk.theme
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        box = QRectF(rect).adjusted(1, 1, -px(GAP) - 1, -px(GAP) - 1)
        has_keys = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if has_keys else "line"), 2 if has_keys else 1))
        painter.setBrush(
            theme.color("accent_soft" if has_keys else "sunken" if over else "surface")
        )
        painter.drawRoundedRect(box, px(8), px(8))
        if card.late:
            bar = QRectF(box.left() + px(4), box.top() + px(10), px(4), box.height() - px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bad"))
            painter.drawRoundedRect(bar, px(2), px(2))
        inner = box.adjusted(px(14), px(8), -px(10), -px(6))
        self._lines(painter, inner, card, lit=has_keys)
        painter.restore()

    def _lines(self, painter: QPainter, inner: QRectF, card: Card, *, lit: bool) -> None:
        px, theme = self._desk.px, self._desk.theme
        line = QRectF(inner.left(), inner.top(), inner.width(), px(22))
        wide = QFontMetrics(theme.font(13, bold=True)).horizontalAdvance(card.row.number)
        paint_line(painter, theme, line, card.row.number, theme.color("accent_ink"), 13, bold=True)
        title = line.adjusted(wide + px(6), 0, 0, 0)
        paint_line(painter, theme, title, card.row.title, theme.color("ink"), 15, bold=True)
        line = line.translated(0, px(22))
        paint_line(painter, theme, line, card.about, theme.color("soft"), 13)
        line = line.translated(0, px(22))
        if card.deed:
            self._deed(painter, line, card)
        elif card.row.stage in MARKED:
            paint_mark(painter, theme, line, card.mark, lit=lit)
        line = line.translated(0, px(22))
        if card.watch:
            side = px(14)
            icon = theme.pixmap("triangle-alert", "warn_ink", 14)
            spot = QRectF(line.left(), line.center().y() - side / 2, side, side).toRect()
            painter.drawPixmap(spot, icon)
            room = line.adjusted(side + px(4), 0, 0, 0)
            paint_line(painter, theme, room, card.watch, theme.color("warn_ink"), 13)

    def _deed(self, painter: QPainter, line: QRectF, card: Card) -> None:
        """What is next; what is late says so first, so that it is never cut."""
        px, theme = self._desk.px, self._desk.theme
        room = QRectF(line)
        if card.late:
            wide = QFontMetrics(theme.font(13, bold=True)).horizontalAdvance(card.late)
            paint_line(painter, theme, room, card.late, theme.color("bad_ink"), 13, bold=True)
            room.adjust(wide + px(8), 0, 0, 0)
        paint_line(painter, theme, room, card.deed, theme.color("ink"), 13)
