"""A card that can be chosen: one of several, with words in it and a reason where it cannot be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import words


class ChoiceCard(QAbstractButton):
    """Title, one sentence, and `why` it cannot be chosen, if it cannot."""

    wandered = Signal(int)

    def __init__(self, desk: Desk, title: str, sentence: str, why: str = "", *, name: str) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName(name)
        self.setCheckable(True)
        self.setEnabled(not why)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(one for one in (sentence, why) if one))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        px = desk.px
        box = QVBoxLayout(self)
        box.setContentsMargins(px(20), px(12), px(16), px(12))
        box.setSpacing(px(4))
        lines = [
            words(title, "strong", "soft" if why else "", wrap=True),
            words(sentence, "secondary", wrap=True),
        ]
        if why:
            lines.append(words(why, "secondary", "warn", wrap=True))
        for one in lines:
            self._let_through(one)
            box.addWidget(one)

    @staticmethod
    def _let_through(label: QLabel) -> None:
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """What its words want."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """Words wrap; they are not cut."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, too; arrows go on to the next one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.wandered.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._desk.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focus = self.isChecked(), self.hasFocus()
        thick = 2.0 if on or focus else 1.0
        box = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        color = "accent" if on else "ink" if focus else "line"
        painter.setPen(QPen(theme.color(color), thick))
        ground = "accent_soft" if on else "surface" if self.isEnabled() else "sunken"
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        if on:
            bar = QRectF(theme.px(2), theme.px(10), theme.px(4), self.height() - theme.px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(bar, 2, 2)
