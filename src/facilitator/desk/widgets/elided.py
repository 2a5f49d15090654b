"""Words of any length on one line, and tool tips that never read a name as markup."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from facilitator.desk.theme import Theme

LEAST = 4
"""So many letters are shown however narrow it gets."""


def tip(widget: QWidget, text: str) -> None:
    """Set a tool tip; what would be read as markup is shown as signs that mean the same."""
    if TextQt.mightBeRichText(text):
        text = text.replace("&", "＆").replace("<", "＜")
    if widget.toolTip() != text:
        widget.setToolTip(text)


MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


def paint_line(
    painter: QPainter,
    theme: Theme,
    room: QRectF,
    text: str,
    ink: QColor,
    size: int,
    *,
    bold: bool = False,
) -> None:
    """One painted line, cut with … where there is no room; `size` in pixels at 100 %."""
    painter.setFont(theme.font(size, bold=bold))
    painter.setPen(ink)
    flat = " ".join(text.split())
    cut = painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, MIDDLE, cut)


class Elided(QLabel):
    """One line that is cut with … where there is no room; the whole stands in its tool tip then."""

    def __init__(self, text: str = "", kind: str = "", tone: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("elides", True)
        for key, value in (("kind", kind), ("tone", tone)):
            self.setProperty(key, value)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text.replace("\n", " "))
        self._tell()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the first few letters."""
        hint, metrics = self.sizeHint(), self.fontMetrics()
        return QSize(min(hint.width(), metrics.horizontalAdvance("国") * LEAST), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), cut)

    def _tell(self) -> None:
        """Say the whole where it is cut, and nothing where it is not."""
        is_cut = self.sizeHint().width() > self.width() > 0
        tip(self, self.text() if is_cut else "")


def elided(text: str = "", kind: str = "", tone: str = "", *, name: str = "") -> Elided:
    """A label as `words` makes it, for text that may be longer than its place."""
    return Elided(text, kind, tone, name=name)
