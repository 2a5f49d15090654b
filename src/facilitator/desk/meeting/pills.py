"""The phases of a meeting as pills in a row: what is behind, where one is, what one can go or skip to."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, why_not
from facilitator.desk.meeting.phases import Step, entering, steps
from facilitator.desk.widgets import paint_sign
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage

HIGH, AIR, SIGN = 34, 12, 14
LINK, LINK_SHORT = 14, 6


class Pill(QAbstractButton):
    """One phase, painted. `short` leaves its word away; its name and its tip say it all the same."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk, self.key = desk, key
        self.step = Step("", done=False, now=False)
        self.short = False
        self.setObjectName(f"pill.{key}")
        self.setProperty("elides", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step, says: str) -> None:
        """Show where it stands; `says` is what a reader hears of it."""
        self.step = step
        self.setText(step.title)
        self.setAccessibleName(says)
        self.updateGeometry()
        self.update()

    def width_for(self, *, short: bool) -> int:
        """How wide it is, with its word or without."""
        px = self._desk.px
        if short:
            return px(24)
        word = QFontMetrics(self._desk.theme.font(15, bold=True)).horizontalAdvance(self.step.title)
        sign = px(SIGN + 6) if self.step.done else 0
        return word + sign + 2 * px(AIR) + 2

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(self.width_for(short=self.short), self._desk.px(HIGH))

    def enterEvent(self, event: QEnterEvent) -> None:
        """What can be pressed shows it."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._desk.theme, self._desk.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.step.now:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(box, px(8), px(8))
        elif self.hasFocus() or (self.isEnabled() and self.underMouse()):
            painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "edge"), 2))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(box, px(8), px(8))
        left = self._paint_sign(painter)
        if not self.short:
            painter.setFont(theme.font(15, bold=self.step.now))
            ink = "accent_ink" if self.step.now else "ink" if self.step.done else "soft"
            painter.setPen(theme.color(ink))
            room = QRectF(left, 0, self.width() - left - px(4), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.step.title)

    def _paint_sign(self, painter: QPainter) -> float:
        """A tick for what is done, a ring for a later phase without its word; where the word begins."""
        theme, px, middle = self._desk.theme, self._desk.px, self.height() / 2
        side = px(SIGN)
        left = (self.width() - side) / 2 if self.short else px(AIR) if self.step.done else 0
        sign = QRectF(left, middle - side / 2, side, side)
        if self.step.done:
            paint_sign(painter, sign, "for", theme.color("good"), 0.14)
            return left + side + px(6)
        if self.short:
            painter.setPen(QPen(theme.color("faint"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(sign.adjusted(3, 3, -3, -3))
        return px(AIR)


class Pills(QWidget):
    """The row. Where it is narrow, what is far from the present phase loses its word first."""

    chosen = Signal(str)
    """The key of a phase to enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: list[Pill] = []
        self.setObjectName("pills")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(desk.px(HIGH))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show where a meeting stands, and what can be entered from there."""
        t = self._desk.t
        phases = [phase for phase in meeting.format.phases if phase.stage is not Stage.CLOSED]
        if not self._all:
            self._all = [self._made(phase.key) for phase in phases]
        for pill, phase, step in zip(
            self._all, phases, steps(meeting, self._desk.lang), strict=False
        ):
            if step.now:
                says = t("{phase}: now", phase=step.title)
            else:
                says = t("{phase}: done", phase=step.title) if step.done else step.title
            pill.show_step(step, says)
            can = phase.key in meeting.phase.next
            reason = why_not(self._desk, entering(meeting, phase)) if can else step.title
            back = t("Back to {phase}", phase=step.title)
            allow(pill, reason, back if step.done else t("On to {phase}", phase=step.title))
            focus = Qt.FocusPolicy.StrongFocus if not reason else Qt.FocusPolicy.NoFocus
            pill.setFocusPolicy(focus)
            shape = Qt.CursorShape.PointingHandCursor if not reason else Qt.CursorShape.ArrowCursor
            pill.setCursor(shape)
        self._lay_out()

    def _made(self, key: str) -> Pill:
        pill = Pill(self._desk, key)
        pill.setParent(self)
        pill.clicked.connect(lambda: self.chosen.emit(key))
        pill.show()
        return pill

    def minimumSizeHint(self) -> QSize:
        """Signs alone, and the word of the present phase."""
        return QSize(self._total(set(range(len(self._all))), LINK_SHORT), self._desk.px(HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words away, or show them again."""
        super().resizeEvent(event)
        self._lay_out()

    def _total(self, short: set[int], link: int) -> int:
        wide = sum(
            pill.width_for(short=n in short and not pill.step.now)
            for n, pill in enumerate(self._all)
        )
        return wide + self._desk.px(link) * max(0, len(self._all) - 1)

    def _lay_out(self) -> None:
        now = next((n for n, pill in enumerate(self._all) if pill.step.now), len(self._all))
        # Behind before ahead, what cannot be entered before what can, what is far before what is near.
        order = sorted(
            range(len(self._all)),
            key=lambda n: (self._all[n].isEnabled(), n > now, -abs(n - now)),
        )
        short, link = set[int](), LINK
        if self._total(short, link) > self.width():
            link = LINK_SHORT
        while order and self._total(short, link) > self.width():
            short.add(order.pop(0))
        left = 0
        for n, pill in enumerate(self._all):
            pill.short = n in short and not pill.step.now
            wide = pill.width_for(short=pill.short)
            pill.setGeometry(left, 0, wide, self.height())
            left += wide + self._desk.px(link)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._desk.theme
        middle = self.height() // 2
        for before, after in zip(self._all, self._all[1:], strict=False):
            reached = after.step.done or after.step.now
            painter.setPen(QPen(theme.color("accent" if reached else "edge"), 2))
            painter.drawLine(
                before.geometry().right() + 3, middle, after.geometry().left() - 3, middle
            )
