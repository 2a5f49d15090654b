"""One seat as a card: the bar of its group, number, bold name, what goes with it. Pressed like a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desk.bodies.sitting import Sitting
from facilitator.desk.desk import Desk
from facilitator.desk.widgets.elided import tip

HEIGHT = 72
BAR = 6
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class SeatCard(QAbstractButton):
    """Shows one `Sitting`; vacant ones are dashed and ask to be filled."""

    def __init__(self, desk: Desk, sitting: Sitting, group: str) -> None:
        super().__init__()
        self._desk, self._group = desk, group
        self.setObjectName(f"seat.{sitting.seat or sitting.member}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_sitting(sitting)

    def show_sitting(self, sitting: Sitting) -> None:
        """Show this from now on."""
        self.sitting = sitting
        t = self._desk.t
        said = sitting.said(t, self._group)
        self.setAccessibleName(said)
        tip(self, said)
        self._above = sitting.name if sitting.holding is not None else t("Vacant")
        self._below, self._mark = sitting.below(t), sitting.mark(t)
        self.update()

    def sizeHint(self) -> QSize:
        """As drawn: 216 by 72."""
        return QSize(self._desk.px(216), self._desk.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before the card gets smaller than this."""
        return QSize(self._desk.px(128), self._desk.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, self, self._desk, self.sitting)
        px = self._desk.px
        left = px(BAR + 8) + self._paint_number(painter) + px(6)
        right = self.width() - px(10)
        vacant = self.sitting.holding is None
        tone = "warn_ink" if vacant else "ink"
        top, half = px(11), px(25)
        self._line(painter, QRectF(left, top, right - left, half), self._above, tone, 17, True)
        under = QRectF(left, top + half, right - left, px(22))
        if self._mark:
            wide = self._wide(self._mark)
            room = QRectF(max(left, right - wide), under.top(), min(wide, right - left), px(22))
            self._line(painter, room, self._mark, "warn_ink", 13, True)
            under.setRight(room.left() - px(6))
        if under.width() > px(24):
            self._line(painter, under, self._below, "warn_ink" if vacant else "soft", 13)

    def _paint_number(self, painter: QPainter) -> int:
        """The number of the seat; how much room it took."""
        px, text = self._desk.px, str(self.sitting.seat) if self.sitting.seat else "–"
        painter.setFont(self._desk.theme.font(14))
        wide = max(px(24), painter.fontMetrics().horizontalAdvance(text) + px(2))
        painter.setPen(self._desk.theme.color("soft"))
        room = QRectF(px(BAR + 8), 0, wide, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
        return wide

    def _wide(self, text: str) -> int:
        return QFontMetrics(self._desk.theme.font(13, bold=True)).horizontalAdvance(text) + 2

    def _line(
        self, painter: QPainter, room: QRectF, text: str, tone: str, size: int, bold: bool = False
    ) -> None:
        theme = self._desk.theme
        painter.setFont(theme.font(size, bold=bold))
        painter.setPen(theme.color(tone))
        flat = " ".join(text.split()) if "\n" in text else text
        cut = painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(_FLAGS), cut)


def paint_card(painter: QPainter, widget: QAbstractButton, desk: Desk, sitting: Sitting) -> None:
    """The ground, the bar and the border of a seat."""
    theme = desk.theme
    vacant = sitting.holding is None
    thick = 2.0 if vacant or widget.hasFocus() else 1.0
    box = QRectF(widget.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    shape = QPainterPath()
    shape.addRoundedRect(box, theme.px(8), theme.px(8))
    painter.fillPath(shape, _ground(desk, widget.underMouse(), vacant))
    if not vacant:
        painter.save()
        painter.setClipPath(shape)
        bar = QRectF(0, 0, theme.px(BAR), widget.height())
        painter.fillRect(bar, theme.group_color(sitting.index))
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if widget.hasFocus():
        painter.setPen(QPen(theme.color("accent"), thick))
    elif vacant or sitting.contested:
        pen = QPen(theme.color("warn"), thick)
        if vacant:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
    else:
        painter.setPen(QPen(theme.color("edge"), thick))
    painter.drawPath(shape)


def _ground(desk: Desk, hovered: bool, vacant: bool) -> QColor:
    if hovered:
        return desk.theme.color("sunken")
    ground = QColor(desk.theme.color("warn_soft" if vacant else "surface"))
    if vacant:
        ground.setAlphaF(0.45)
    return ground
