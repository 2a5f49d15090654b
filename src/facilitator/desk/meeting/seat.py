"""One seat on the map: the bar of its group, number, name, what its holder does. Pressed like a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.seating import AWAY, Doing, Sitting
from facilitator.desk.widgets import paint_group, tip
from facilitator.desk.widgets.elided import MIDDLE, paint_line

HEIGHT = 52
BAR = 6
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Seat(QAbstractButton):
    """Shows one `Sitting`; `wandered` tells an arrow key, so that the map can go to the neighbour.

    `labelled` seats stand alone on top of the map, without a head over them, and name their own group.
    """

    wandered = Signal(object)

    def __init__(self, desk: Desk, index: int, sitting: Sitting, *, label: str = "") -> None:
        super().__init__()
        self._desk, self._index, self._label = desk, index, label
        self.sitting = sitting
        self.setObjectName(f"seat.{sitting.member or sitting.seat}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_sitting(sitting)

    def show_sitting(self, sitting: Sitting) -> None:
        """Show this from now on."""
        self.sitting = sitting
        t = self._desk.t
        self._words = sitting.words(t)
        if self._label:
            self._words = self._labelled()
        vacant = sitting.doing is Doing.VACANT
        self.setEnabled(not vacant)
        self.setCursor(Qt.CursorShape.ArrowCursor if vacant else Qt.CursorShape.PointingHandCursor)
        said = t("Seat {n}: {name}, {state}", n=sitting.seat, name=sitting.name, state=self._words)
        if vacant:
            said = t("Seat {n} is vacant; seats are filled under Bodies.", n=sitting.seat)
        self.setAccessibleName(said)
        tip(self, said)
        if self._label:
            self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What stands under the name."""
        return self._words

    def _labelled(self) -> str:
        t = self._desk.t
        plain = self.sitting.doing is Doing.HERE and not self.sitting.host
        if plain:
            return self._label
        return t.within("seat", "{first} · {second}", first=self._label, second=self._words)

    def sizeHint(self) -> QSize:
        """As drawn: 136 by 52; one that names its own group is as wide as its words."""
        px, font = self._desk.px, self._desk.theme.font(13)
        words = px(BAR + 8 + 22 + 14 + 10) + QFontMetrics(font).horizontalAdvance(self._words)
        return QSize(max(px(136), words if self._label else 0), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Names are cut before the seat gets smaller than this."""
        return QSize(self._desk.px(88), self._desk.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, arrows wander."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ARROWS:
            self.wandered.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)

    def _paint_box(self, painter: QPainter) -> None:
        theme, doing = self._desk.theme, self.sitting.doing
        speaking, off = doing is Doing.SPEAKING, doing in AWAY or doing is Doing.VACANT
        thick = 2.0 if speaking or self.hasFocus() else 1.0
        box = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.px(6), theme.px(6))
        ground = "accent_soft" if speaking else "sunken" if off else "surface"
        if self.underMouse() and self.isEnabled() and not speaking:
            ground = "paper" if off else "sunken"
        painter.fillPath(shape, theme.color(ground))
        painter.save()
        painter.setClipPath(shape)
        bar = QRectF(0, 0, theme.px(BAR), self.height())
        painter.fillRect(bar, theme.group_color(self._index))
        painter.restore()
        painter.setPen(self._edge(thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _edge(self, thick: float) -> QPen:
        theme, doing = self._desk.theme, self.sitting.doing
        color = "edge"
        if self.hasFocus():
            color = "ink"
        elif doing is Doing.SPEAKING:
            color = "accent"
        elif doing is Doing.VACANT:
            color = "warn"
        pen = QPen(theme.color(color), thick)
        if not self.hasFocus() and (doing in AWAY or doing is Doing.VACANT):
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
        return pen

    def _paint_words(self, painter: QPainter) -> None:
        theme, sitting = self._desk.theme, self.sitting
        off = sitting.doing in AWAY or sitting.doing is Doing.VACANT
        left, right = theme.px(BAR + 8), theme.px(6)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("soft"))
        number = f"{sitting.seat}"
        painter.drawText(QRectF(left, theme.px(5), theme.px(30), theme.px(22)), MIDDLE, number)
        left += max(theme.px(22), painter.fontMetrics().horizontalAdvance(number) + theme.px(6))
        room = QRectF(left, theme.px(5), self.width() - left - right, theme.px(22))
        if sitting.doing is Doing.VACANT:
            room.setHeight(self.height() - 2 * theme.px(5))
            paint_line(painter, theme, room, self._words, theme.color("warn_ink"), 14)
            return
        ink = theme.color("soft" if off else "ink")
        paint_line(painter, theme, room, sitting.name, ink, 15, bold=not off)
        under = QRectF(left, theme.px(27), room.width(), theme.px(20))
        if self._label:
            side = theme.px(10)
            mark = QRectF(left, under.center().y() - side / 2, side, side)
            paint_group(painter, mark, self._index, theme.group_color(self._index))
            under.setLeft(left + side + theme.px(4))
        tone = {Doing.SPEAKING: "accent_ink", Doing.RECUSED: "warn_ink"}.get(sitting.doing, "soft")
        paint_line(painter, theme, under, self._words, theme.color(tone), 13)
