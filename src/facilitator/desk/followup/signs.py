"""Signs and colours of how far something is and what residents say of it: always a sign with its word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.data import dataclass
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import paint_sign
from facilitator.followup.calls import Settled
from facilitator.followup.entries import View
from facilitator.meeting.reviews import Progress
from facilitator.words.titles import title
from facilitator.words.tongue import tongue

LOOKS = {
    "accent": ("accent_soft", "accent_ink"),
    "good": ("good_soft", "good_ink"),
    "bad": ("bad_soft", "bad_ink"),
    "warn": ("warn_soft", "warn_ink"),
    "plain": ("sunken", "ink"),
    "bare": ("", "soft"),
}
"""Ground and words; `bare` has no ground."""
SIDE, HIGH = 14, 24


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with its sign: circle, half, for, against, pause, abstain, ask, split; "" for none."""

    text: str
    sign: str = ""
    look: str = "plain"


_STATES = {
    None: ("circle", "plain"),
    Progress.NOT_STARTED: ("circle", "plain"),
    Progress.IN_PROGRESS: ("half", "accent"),
    Progress.DONE: ("for", "good"),
    Progress.ON_HOLD: ("pause", "warn"),
    Progress.ABANDONED: ("abstain", "plain"),
}
_VIEWS = {
    View.DONE: ("for", "good"),
    View.HALF: ("half", "warn"),
    View.NOT_DONE: ("against", "bad"),
    View.UNCLEAR: ("ask", "plain"),
    View.MIXED: ("split", "warn"),
}
_SETTLED = {
    Settled.YES: ("for", "good"),
    Settled.PARTLY: ("half", "warn"),
    Settled.NO: ("against", "bad"),
}


def progress_mark(progress: Progress | None, lang: str) -> Mark:
    """How far the office says it is; whoever has said nothing has not begun, as far as anybody knows."""
    return Mark(title(progress or Progress.NOT_STARTED, lang), *_STATES[progress])


def view_mark(view: View | None, lang: str) -> Mark:
    """What residents say."""
    if view is None:
        t = tongue(lang)
        return Mark(t("not asked yet"), "", "bare")
    return Mark(title(view, lang), *_VIEWS[view])


def settled_mark(settled: Settled, lang: str) -> Mark:
    """What came of a call."""
    return Mark(title(settled, lang), *_SETTLED[settled])


def mark_width(theme: Theme, mark: Mark) -> int:
    """How wide a mark is painted."""
    from PySide6.QtGui import QFontMetrics

    sign = theme.px(SIDE + 4) if mark.sign else 0
    air = 0 if mark.look == "bare" else theme.px(18)
    bold = mark.look not in ("plain", "bare")
    return QFontMetrics(theme.font(14, bold=bold)).horizontalAdvance(mark.text) + sign + air + 2


def paint_mark(
    painter: QPainter, theme: Theme, room: QRectF, mark: Mark, *, lit: bool = False
) -> None:
    """The mark at the left of a room, in the middle of its height; `lit` on a selected row."""
    ground, ink = LOOKS[mark.look]
    wide = min(float(mark_width(theme, mark)), room.width())
    high = theme.px(HIGH)
    box = QRectF(room.left(), room.center().y() - high / 2, wide, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface" if lit else ground))
        painter.drawRoundedRect(box, high / 2, high / 2)
        box.adjust(theme.px(8), 0, -theme.px(6), 0)
    color, side = theme.color(ink), theme.px(SIDE)
    if mark.sign:
        square = QRectF(box.left(), box.center().y() - side / 2, side, side)
        paint_state(painter, square, mark.sign, color)
        box.adjust(side + theme.px(4), 0, 0, 0)
    painter.setFont(theme.font(14, bold=mark.look not in ("plain", "bare")))
    painter.setPen(color)
    cut = painter.fontMetrics().elidedText(
        mark.text, Qt.TextElideMode.ElideRight, int(box.width()) + 2
    )
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
    painter.restore()


def paint_state(painter: QPainter, rect: QRectF, sign: str, color: QColor) -> None:
    """One sign in a square."""
    if sign in ("for", "against", "abstain"):
        paint_sign(painter, rect, sign, color)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.4, rect.width() * 0.12))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(*(rect.width() * part for part in (0.12, 0.12, -0.12, -0.12)))
    if sign == "pause":
        for x in (0.34, 0.66):
            painter.drawLine(_at(rect, x, 0.22), _at(rect, x, 0.78))
    elif sign == "ask":
        painter.drawPath(_question(rect))
        painter.drawPoint(_at(rect, 0.5, 0.86))
    elif sign == "split":
        for y in (0.38, 0.64):
            painter.drawLine(_at(rect, 0.2, y), _at(rect, 0.8, y))
        painter.drawLine(_at(rect, 0.68, 0.14), _at(rect, 0.32, 0.88))
    else:
        painter.drawEllipse(inner)
        if sign == "half":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPie(inner, 90 * 16, 180 * 16)
    painter.restore()


def _question(rect: QRectF) -> QPainterPath:
    path = QPainterPath(_at(rect, 0.3, 0.32))
    path.cubicTo(_at(rect, 0.3, 0.04), _at(rect, 0.74, 0.06), _at(rect, 0.72, 0.34))
    path.cubicTo(_at(rect, 0.7, 0.5), _at(rect, 0.5, 0.46), _at(rect, 0.5, 0.64))
    return path


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


class MarkLabel(QWidget):
    """A mark as a widget, named for those who cannot see it."""

    def __init__(self, theme: Theme, mark: Mark, *, name: str = "") -> None:
        super().__init__()
        self._theme, self._mark = theme, mark
        self.setObjectName(name)
        self.setAccessibleName(mark.text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Its word."""
        return self._mark.text

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(mark_width(self._theme, self._mark), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), self._theme, QRectF(self.rect()), self._mark)
