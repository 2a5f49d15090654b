"""The three answers as buttons: small in the row of a member, large for the one who is being called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from facilitator.desk.actions import key_of
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import paint_sign, tip
from facilitator.rules.tally import Choice
from facilitator.words.titles import title

ACTIONS: Mapping[Choice, str] = {
    Choice.FOR: "vote.for",
    Choice.AGAINST: "vote.against",
    Choice.ABSTAIN: "vote.abstain",
}


class _Answer(QPushButton):
    """A button with a painted sign before its word."""

    def __init__(self, desk: Desk, choice: Choice) -> None:
        super().__init__(title(choice, desk.lang))
        self._desk, self.choice = desk, choice
        self.setAutoDefault(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one answer: the second click would be the next member's."""
        event.accept()

    def _ground(self) -> tuple[QStylePainter, QStyleOptionButton]:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setPen(option.palette.buttonText().color())  # pyright: ignore[reportAttributeAccessIssue]
        return painter, option

    def _paint_word(self, painter: QPainter, room: QRectF, font: QFont, sign: float) -> None:
        """The sign and the word in the middle of a stretch."""
        gap = sign * 0.25
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        left = room.center().x() - (sign + gap + width) / 2
        square = QRectF(left, room.center().y() - sign / 2, sign, sign)
        color = painter.pen().color()
        paint_sign(painter, square, self.choice.value, color)
        painter.setFont(font)
        painter.setPen(color)
        rest = QRectF(left + sign + gap, room.top(), width + 2, room.height())
        painter.drawText(
            rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, self.text()
        )


class CastButton(_Answer):
    """One answer of one member: outlined, filled once it is given."""

    def __init__(self, desk: Desk, choice: Choice, member: str, name: str) -> None:
        super().__init__(desk, choice)
        self._narrow = False
        self.setProperty("vote", choice.value)
        self.setProperty("cast", False)
        self.setObjectName(f"vote.cast.{member}.{choice.value}")
        self.setAccessibleName(f"{name}: {self.text()}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # One key each is enough for the keyboard: the rows are walked with arrows and Y, N, A.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def cast(self) -> bool:
        """Whether this is the answer that was given."""
        return bool(self.property("cast"))

    def set_narrow(self, *, narrow: bool) -> None:
        """The sign alone, where there is no room for words."""
        self._narrow = narrow
        tip(self, self.text() if narrow else "")
        self.update()

    def show_cast(self, *, cast: bool) -> None:
        """Show whether this is the answer that was given."""
        if cast is not self.cast:
            self.setProperty("cast", cast)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Room for its words in bold, so that nothing moves when it is given."""
        self.ensurePolished()
        px, font = self._desk.px, QFont(self.font())
        if self._narrow:
            return QSize(px(38), px(36))
        font.setBold(True)
        width = QFontMetrics(font).horizontalAdvance(self.text()) + px(18) + px(14)
        return QSize(max(px(68), width), px(36))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, _ = self._ground()
        font = QFont(self.font())
        font.setBold(self.cast)
        side = self._desk.px(15)
        if self._narrow:
            square = QRectF(0, 0, side, side)
            square.moveCenter(QRectF(self.rect()).center())
            paint_sign(painter, square, self.choice.value, painter.pen().color())
            return
        self._paint_word(painter, QRectF(self.rect()), font, side)


class CallButton(_Answer):
    """One answer of the one who is being called, with its key below (beside it where there is no height)."""

    def __init__(self, desk: Desk, choice: Choice) -> None:
        super().__init__(desk, choice)
        self.key = key_of(ACTIONS[choice])
        self._low = False
        self.setProperty("call", choice.value)
        self.setObjectName(f"vote.call.{choice.value}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(desk.px(80))

    def set_low(self, *, low: bool) -> None:
        """One line instead of two."""
        self._low = low
        self.setFixedHeight(self._desk.px(46 if low else 80))

    def _wide(self, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(self.text()) + self._desk.px(19)

    def _widest(self) -> float:
        """What the longest of the three needs at the least: all show their keys or none does."""
        metrics = QFontMetricsF(self._desk.theme.font(13, bold=True))
        said = (title(choice, self._desk.lang) for choice in Choice)
        return max(map(metrics.horizontalAdvance, said)) + self._desk.px(19)

    def sizeHint(self) -> QSize:
        """Large: it is hit without looking."""
        return QSize(self._desk.px(84), self.height())

    def minimumSizeHint(self) -> QSize:
        """The words can be smaller than they are at best."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, _ = self._ground()
        px, box = self._desk.px, QRectF(self.rect())
        color = painter.pen().color()
        cap = QRectF(0, 0, px(20), px(20))
        if self._low:
            word = box.adjusted(px(4), 0, -px(26), 0)
            cap.moveCenter(QPointF(box.right() - px(16), box.center().y()))
        else:
            word = QRectF(box.left() + px(6), box.top() + px(8), box.width() - px(12), px(34))
            cap.moveCenter(QPointF(box.center().x(), word.bottom() + px(14)))
        font, sign = self._desk.theme.font(17, bold=True), float(px(15))
        if self._low and self._widest() > word.width():
            word = box  # no room for its key; the foot and the help tell it
            cap = QRectF()
        while self._wide(font) > word.width() and font.pixelSize() > px(13):
            font.setPixelSize(font.pixelSize() - 1)
        self._paint_word(painter, word, font, sign)
        if cap.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._desk.theme.color("edge"), 1))
        painter.drawRoundedRect(cap, px(4), px(4))
        painter.setPen(color)
        painter.setFont(self._desk.theme.font(13))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
