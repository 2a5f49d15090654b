"""One person at the door: number, name in large, whether they have come. A press says that they have."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desk.desk import Desk
from facilitator.desk.prepare.door import Came, Comer
from facilitator.desk.widgets import paint_sign, tip
from facilitator.desk.widgets.elided import MIDDLE, paint_line

WIDTH, HEIGHT, BAR = 136, 64, 6
AWAY = (Came.EXCUSED, Came.LEFT)


class DoorCard(QAbstractButton):
    """Painted. A click leaves the keys where they are, so that whoever types numbers goes on typing."""

    asked = Signal(QPoint)
    """The menu is wanted: right click, or the menu key."""
    wandered = Signal(object)
    """An arrow key."""

    def __init__(self, desk: Desk, comer: Comer) -> None:
        super().__init__()
        self._desk, self.comer, self.meant = desk, comer, False
        self.setObjectName(f"seat.{comer.person or comer.seat}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_comer(comer)

    def show_comer(self, comer: Comer, *, meant: bool = False) -> None:
        """Show this from now on; `meant` frames the one whose number is being typed."""
        self.comer, self.meant = comer, meant
        t = self._desk.t
        vacant = comer.came is Came.VACANT
        self.setEnabled(not vacant)
        self.setCursor(Qt.CursorShape.ArrowCursor if vacant else Qt.CursorShape.PointingHandCursor)
        said = t("{name}, {state}", name=comer.name, state=comer.words(t))
        if comer.seat:
            said = t(
                "Seat {n}: {name}, {state}", n=comer.seat, name=comer.name, state=comer.words(t)
            )
        if vacant:
            said = t("Seat {n} is vacant; seats are filled under Bodies.", n=comer.seat)
        self.setAccessibleName(said)
        tip(self, said)
        self.update()

    def sizeHint(self) -> QSize:
        """As large as a finger likes it."""
        return QSize(self._desk.px(WIDTH), self._desk.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before it gets narrower than this."""
        return QSize(self._desk.px(96), self._desk.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, arrows wander; what else is typed goes to the field for numbers and names."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.wandered.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu."""
        self.asked.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)

    def _paint_box(self, painter: QPainter) -> None:
        theme, came = self._desk.theme, self.comer.came
        framed = self.meant or self.hasFocus()
        thick = 2.0 if framed else 1.0
        box = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.px(8), theme.px(8))
        ground = "good_soft" if came is Came.HERE else "sunken" if came in AWAY else "surface"
        if self.underMouse() and self.isEnabled():
            ground = "paper" if came in AWAY else "good_soft" if came is Came.HERE else "sunken"
        painter.fillPath(shape, theme.color(ground))
        painter.save()
        painter.setClipPath(shape)
        bar = theme.group_color(self.comer.group) if self.comer.group >= 0 else theme.color("faint")
        painter.fillRect(QRectF(0, 0, theme.px(BAR), self.height()), bar)
        painter.restore()
        color = "edge"
        if framed:
            color = "accent" if self.meant else "ink"
        elif came is Came.VACANT:
            color = "warn"
        pen = QPen(theme.color(color), thick)
        if not framed and (came in AWAY or came is Came.VACANT):
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_words(self, painter: QPainter) -> None:
        theme, px, comer = self._desk.theme, self._desk.px, self.comer
        left, right = px(BAR + 8), self.width() - px(8)
        top = px(6)
        ink = theme.color("soft" if comer.came in AWAY else "ink")
        if comer.seat:
            painter.setFont(theme.font(18))
            number = str(comer.seat)
            wide = max(px(24), painter.fontMetrics().horizontalAdvance(number) + px(6))
            painter.setPen(theme.color("soft"))
            painter.drawText(QRectF(left, top, wide, px(28)), MIDDLE, number)
            left += wide
        t = self._desk.t
        if comer.came is Came.VACANT:
            room = QRectF(left, 0, right - left, self.height())
            paint_line(painter, theme, room, comer.words(t), theme.color("warn_ink"), 15)
            return
        room = QRectF(left, top, right - left, px(28))
        paint_line(painter, theme, room, comer.name, ink, 19, bold=True)
        here, said = comer.came is Came.HERE, comer.words(t)
        painter.setFont(theme.font(14, bold=here))
        wide = painter.fontMetrics().horizontalAdvance(said) + (px(20) if here else 0)
        if comer.came is Came.EXPECTED and comer.label and wide > right - px(BAR + 8):
            said, wide = comer.label, 0  # that they are not here is seen
        left = max(px(BAR + 8), min(left, right - wide))  # under the name, if it fits there
        below = QRectF(left, top + px(28), right - left, px(24))
        if here:
            sign = QRectF(left, below.top() + px(4), px(16), px(16))
            paint_sign(painter, sign, "for", theme.color("good_ink"))
            below.setLeft(left + px(20))
        paint_line(
            painter, theme, below, said, theme.color("good_ink" if here else "soft"), 14, bold=here
        )
