"""The list of facets: ticked with a click or Space, one stop of the Tab key for all of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.desk.decisions.facets import ROW, Facets, Index, Row
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import paint_sign
from facilitator.desk.widgets.elided import paint_line

HIGH, HEAD = 32, 28
GAP = 12
"""Above every head but the first."""


class FacetList(QListView):
    """Shows them on the paper itself, without a frame."""

    def __init__(self, desk: Desk, model: Facets) -> None:
        super().__init__()
        self._facets = model
        model.setParent(self)
        self.setObjectName("decisions.facets")
        self.setAccessibleName(desk.t("Narrow down"))
        self.setProperty("look", "bare")
        self.setModel(model)
        self.setItemDelegate(_Painter(desk, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.clicked.connect(model.press)
        model.modelReset.connect(self._stand_somewhere)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick; arrows go past the heads."""
        index = self.currentIndex()
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and index.isValid() and not event.isAutoRepeat():
            row, had = self._facets.rows[index.row()], index.row()
            self._facets.press(index)
            if row.more:
                self.setCurrentIndex(self._facets.index(had))
        else:
            super().keyPressEvent(event)

    def _stand_somewhere(self) -> None:
        for at, row in enumerate(self._facets.rows):
            if not row.is_head:
                model = self.selectionModel()
                model.setCurrentIndex(self._facets.index(at), model.SelectionFlag.NoUpdate)
                return


class _Painter(QStyledItemDelegate):
    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        high = HIGH
        if row.is_head:
            high = HEAD + (GAP if index.row() else 0)
        return QSize(self._desk.px(120), self._desk.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        theme, px = self._desk.theme, self._desk.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_head:
            room = QRectF(box)
            room.setTop(room.bottom() - px(HEAD))
            paint_line(painter, theme, room, row.text, theme.color("soft"), 14, bold=True)
        else:
            self._value(painter, option, box, row, index)
        painter.restore()

    def _value(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: Row, index: Index
    ) -> None:
        theme, px = self._desk.theme, self._desk.px
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if row.ticked or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if row.ticked else "sunken"))
            painter.drawRoundedRect(QRectF(box), px(6), px(6))
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), px(6), px(6))
        left = box.left() + px(8)
        if not row.more:
            self._box(painter, QRectF(left, box.center().y() - px(9) + 1, px(18), px(18)), row)
        left += px(26)
        font = theme.font(14)
        wide = QFontMetricsF(font).horizontalAdvance(row.count)
        right = box.right() - px(8)
        ink = theme.color("accent_ink" if row.more else "ink")
        room = QRectF(left, box.top(), right - wide - px(8) - left, box.height())
        paint_line(painter, theme, room, row.text, ink, 15, bold=row.ticked)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if row.ticked else "soft"))
        count = QRectF(right - wide, box.top(), wide + 1, box.height())
        painter.drawText(count, int(Qt.AlignmentFlag.AlignVCenter), row.count)

    def _box(self, painter: QPainter, box: QRectF, row: Row) -> None:
        theme = self._desk.theme
        painter.setPen(QPen(theme.color("accent" if row.ticked else "field"), 2))
        painter.setBrush(theme.color("accent" if row.ticked else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(3), theme.px(3))
        if row.ticked:
            paint_sign(painter, box.adjusted(2, 2, -2, -2), "for", theme.color("on_strong"), 0.16)
