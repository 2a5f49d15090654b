"""The discussion: plain lines, each with its number beside it; it grows with what is written, to a limit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.desk.desk import Desk

LEAST, MOST = 4, 12
"""Lines that are shown; more than the most scroll inside."""
LINE, NUMBERS, AROUND = 24, 32, 14


class Points(QPlainTextEdit):
    """A line is a point; an empty one is none and has no number."""

    def __init__(self, desk: Desk, *, name: str, says: str) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(desk.px(NUMBERS), 0, 0, 0)
        self._numbers = Numbers(self)
        self.updateRequest.connect(lambda _rect, _by: self._numbers.update())
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.viewport().geometry()
        wide = self.desk.px(NUMBERS)
        self._numbers.setGeometry(inner.left() - wide, inner.top(), wide, inner.height())

    def sizeHint(self) -> QSize:
        """As high as what is written."""
        return QSize(self.desk.px(320), self.height())

    def paint_numbers(self, painter: QPainter) -> None:
        """The number of each point at its first line."""
        theme, high = self.desk.theme, self.viewport().height()
        painter.setFont(theme.font(14))
        painter.setPen(theme.color("soft"))
        block, number = self.document().firstBlock(), 0
        while block.isValid():
            number += bool(block.text().strip())
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > high:
                return
            if place.bottom() >= 0 and block.text().strip():
                room = QRectF(QPointF(0, place.top()), self._numbers.size().toSizeF())
                room.setHeight(self.fontMetrics().lineSpacing())
                painter.drawText(
                    room.adjusted(0, 0, -self.desk.px(12), 0),
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                    str(number),
                )
            block = block.next()

    def _fit(self) -> None:
        lines = int(self.document().size().height())  # a plain text's size is told in lines
        line = self.fontMetrics().lineSpacing()
        high = min(max(lines, LEAST), MOST) * line + self.desk.px(AROUND)
        if self.minimumHeight() != high:
            self.setFixedHeight(high)


class Numbers(QWidget):
    """The strip beside the text."""

    def __init__(self, points: Points) -> None:
        super().__init__(points)
        self._points = points
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._points.paint_numbers(QPainter(self))
