"""The list of a round's projects: sorted by any column, narrowed to a place, a stage or a concern."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.signs import paint_mark
from facilitator.desk.projects.rows import Card, Row, card_of, watch_words
from facilitator.desk.widgets.elided import paint_line
from facilitator.rounds.standing import Stage
from facilitator.words.figures import airy, money
from facilitator.words.tongue import mark_in

Index = QModelIndex | QPersistentModelIndex
CARD, ORDER = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
NUMBER, TITLE, PLACE, STAGE, ASKED, GRANTED, NEXT, WATCH = range(8)
HEADS = (
    mark_in("round", "No."),
    mark_in("round", "Project"),
    mark_in("round", "Place"),
    mark_in("round", "Stage"),
    mark_in("round", "Asks for"),
    mark_in("round", "Granted"),
    mark_in("round", "What is next"),
    mark_in("round", "To look at"),
)
MONEY = (ASKED, GRANTED)
LATE, WATCHED, FEW = "late", "watched", "few"
"""What the list can be narrowed to beside a single concern; few takes nobody for few."""
LAST = "9999-99-99"


class Projects(QAbstractTableModel):
    """One project to a line."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: Sequence[Row] = ()
        self._day = desk.now().date()
        self._cards: dict[str, Card] = {}

    def show_rows(self, rows: Sequence[Row], day: date) -> None:
        """Show these from now on."""
        if list(rows) == list(self._rows) and day == self._day:
            return
        self.beginResetModel()
        self._rows, self._day, self._cards = tuple(rows), day, {}
        self.endResetModel()

    def row_at(self, place: int) -> Row:
        """The project at a place."""
        return self._rows[place]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in MONEY:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            t = self._desk.t
            return t.within(*HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ORDER:
            return self._order(row, index.column())
        if role == CARD:
            return self._card(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in MONEY:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WATCH and row.codes:
            return watch_words(row.codes, self._desk.lang)
        return None

    def _card(self, row: Row) -> Card:
        if row.number not in self._cards:
            self._cards[row.number] = card_of(row, self._day, self._desk.lang)
        return self._cards[row.number]

    def _said(self, row: Row, column: int) -> str:
        card, lang = self._card(row), self._desk.lang
        if column in MONEY:
            fen = row.asked_fen if column == ASKED else row.granted_fen
            return airy(money(fen, lang)) if fen else ""
        parts = (card.late, card.deed)
        return {
            NUMBER: row.number,
            TITLE: row.title,
            PLACE: row.place_name,
            STAGE: card.mark.text,
            NEXT: " · ".join(one for one in parts if one),
            WATCH: watch_words(row.codes, lang),
        }[column]

    @staticmethod
    def _order(row: Row, column: int) -> Any:
        """What a column is sorted by; what has no day comes last, what is late first."""
        return {
            NUMBER: row.number,
            TITLE: row.title,
            PLACE: (row.place, row.number),
            STAGE: (list(Stage).index(row.stage), row.number),
            ASKED: (row.asked_fen, row.number),
            GRANTED: (row.granted_fen, row.number),
            NEXT: (row.day.isoformat() if row.day else LAST, row.number),
            WATCH: (-len(row.codes), row.number),
        }[column]


class Narrowed(QSortFilterProxyModel):
    """Those of a place, a stage, a concern, in whose words every word that was typed occurs; sorted exactly."""

    def __init__(self, model: Projects) -> None:
        super().__init__(model)
        self._model = model
        self.place, self.stage, self.concern, self.text = 0, "", "", ""
        self.setSourceModel(model)

    def narrow(self, *, place: int, stage: str, concern: str, text: str) -> None:
        """Show these alone; 0 and "" stand for all."""
        self.beginFilterChange()
        self.place, self.stage, self.concern = place, stage, concern
        self.text = text.casefold()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        row = self._model.row_at(source_row)
        if row.place != (self.place or row.place) or row.stage.value != (self.stage or row.stage):
            return False
        if not self._concerned(row):
            return False
        said = f"{row.number} {row.title} {row.place_name}".casefold()
        return all(word in said for word in self.text.split())

    def _concerned(self, row: Row) -> bool:
        if self.concern == LATE:
            return bool(row.late)
        if self.concern == WATCHED:
            return bool(row.codes)
        if self.concern == FEW:
            return bool({"few-asked", "nobody-asked"} & set(row.codes))
        return not self.concern or self.concern in row.codes

    def lessThan(self, left: Index, right: Index) -> bool:
        return left.data(ORDER) < right.data(ORDER)


class TableLook(QStyledItemDelegate):
    """The stage as a mark; what is late and what there is to look at with their signs."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, theme = self._desk.px, self._desk.theme
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        lit = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if lit:
            painter.fillRect(rect, theme.color("accent_soft"))
            if index.column() == NUMBER:
                painter.fillRect(
                    QRect(rect.left(), rect.top(), px(4), rect.height()), theme.color("accent")
                )
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = QRectF(rect).adjusted(px(10), 0, -px(8), 0)
        self._cell(painter, room, index, lit=lit)
        painter.restore()

    def _cell(self, painter: QPainter, room: QRectF, index: Index, *, lit: bool) -> None:
        px, theme, card = self._desk.px, self._desk.theme, index.data(CARD)
        text, column = index.data(), index.column()
        if column == STAGE:
            paint_mark(painter, theme, room, card.mark, lit=lit)
        elif column in MONEY:
            painter.setFont(theme.font(14))
            painter.setPen(theme.color("ink"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, int(side), text)
        elif column == NEXT and card.late:
            paint_line(painter, theme, room, card.late, theme.color("bad_ink"), 14, bold=True)
            wide = painter.fontMetrics().horizontalAdvance(card.late) + px(8)
            paint_line(
                painter, theme, room.adjusted(wide, 0, 0, 0), card.deed, theme.color("ink"), 14
            )
        elif column == WATCH and text:
            side = px(14)
            spot = QRectF(room.left(), room.center().y() - side / 2, side, side).toRect()
            painter.drawPixmap(spot, theme.pixmap("triangle-alert", "warn_ink", 14))
            words = room.adjusted(side + px(4), 0, 0, 0)
            paint_line(painter, theme, words, text, theme.color("warn_ink"), 14)
        else:
            ink = "accent_ink" if column == NUMBER else "soft" if column == PLACE else "ink"
            bold = column in (NUMBER, TITLE)
            size = 15 if column == TITLE else 14
            paint_line(painter, theme, room, text, theme.color(ink), size, bold=bold)
