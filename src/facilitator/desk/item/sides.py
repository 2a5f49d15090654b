"""For, against or neutral: the sign with its word, and three buttons to choose one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import Button, paint_sign, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting.floor import Side
from facilitator.words.titles import title

INKS = {Side.FOR: "good_ink", Side.AGAINST: "bad_ink", Side.NEUTRAL: "soft"}
TONES = {Side.FOR: "good", Side.AGAINST: "bad", Side.NEUTRAL: "soft"}
KEYS = {Side.FOR: "+", Side.AGAINST: "-", Side.NEUTRAL: "."}
SIGNS = {
    **dict.fromkeys("+=＋", Side.FOR),
    **dict.fromkeys("-－—", Side.AGAINST),
    **dict.fromkeys(".。·", Side.NEUTRAL),
}
"""What is typed for a side, also through an input method, and + without the shift key."""
ROOM = "\u3000"
"""The white space that the sign is painted on."""


def paint_side(painter: QPainter, rect: QRectF, side: Side, color: QColor) -> None:
    """✓, ✗ or · in a square."""
    if side is not Side.NEUTRAL:
        paint_sign(painter, rect, side.value, color)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(rect.center(), rect.width() * 0.12, rect.height() * 0.12)
    painter.restore()


class SideMark(QWidget):
    """The sign of a side, beside its word."""

    def __init__(self, theme: Theme, side: Side, pixels: float = 14) -> None:
        super().__init__()
        self._theme, self._side = theme, side
        self.setFixedSize(theme.px(pixels), theme.px(pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = self._theme.color(INKS[self._side])
        paint_side(QPainter(self), QRectF(self.rect()), self._side, color)


def side_words(desk: Desk, side: Side) -> QWidget:
    """✓ 赞成: a sign and its word, as it stands in a row."""
    made = QWidget()
    box = QHBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(desk.px(4))
    said = words(title(side, desk.lang), "strong", TONES[side])
    for one in (SideMark(desk.theme, side), said):
        box.addWidget(one)
    box.addStretch(1)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


class SideChip(QLabel):
    """The side of whoever speaks, as a chip with the sign before its word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._side = theme, Side.NEUTRAL
        self.setObjectName("speaker.side")
        self.setProperty("chip", "plain")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_side(self, side: Side, lang: str) -> None:
        """Show a side."""
        self._side = side
        retone(self, chip={Side.FOR: "good", Side.AGAINST: "bad"}.get(side, "plain"))
        self.setText(f"{ROOM}{title(side, lang)}")
        self.setAccessibleName(title(side, lang))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(12)
        box = QRectF(self._theme.px(10), (self.height() - side) / 2, side, side)
        paint_side(QPainter(self), box, self._side, self._theme.color(INKS[self._side]))


class SidePick(QWidget):
    """Three buttons of which one is down; neutral at first."""

    changed = Signal()

    def __init__(self, desk: Desk, *, name: str = "side") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(desk.t("Side"))
        self._group = QButtonGroup(self)
        self._buttons: dict[Side, Button] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.px(8))
        for side in (Side.FOR, Side.AGAINST, Side.NEUTRAL):
            one = Button(title(side, desk.lang), look="side")
            one.setObjectName(f"{name}.{side.value}")
            one.setCheckable(True)
            one.setIcon(_icon(desk.theme, side))
            one.setIconSize(QSize(desk.px(16), desk.px(16)))
            one.set_key(KEYS[side].replace("-", "−"))
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            one.toggled.connect(self._toggled)
            self._buttons[side] = one
            self._group.addButton(one)
            box.addWidget(one, 1)
        self.choose(Side.NEUTRAL)

    @property
    def side(self) -> Side:
        """The side that is chosen."""
        return next(side for side, one in self._buttons.items() if one.isChecked())

    def choose(self, side: Side) -> None:
        """Choose a side."""
        self._buttons[side].setChecked(True)

    def _toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()


def _icon(theme: Theme, side: Side) -> QIcon:
    picture = QPixmap(theme.px(32), theme.px(32))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_side(painter, QRectF(picture.rect()), side, theme.color(INKS[side]))
    painter.end()
    picture.setDevicePixelRatio(2)
    return QIcon(picture)
