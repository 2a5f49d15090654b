"""Buttons: words, an icon, and the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

GAP = 8


class Button(QPushButton):
    """A push button that shows its key in a cap after the words."""

    def __init__(self, text: str = "", *, look: str = "plain", grade: str = "plain") -> None:
        super().__init__(text)
        self._key = ""
        self._icon_last = self._quick = False
        self.setProperty("look", look)
        self.setProperty("grade", grade)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_key(self, key: str) -> None:
        """The key cap to show, e.g. F8; it does nothing by itself."""
        self._key = key
        self.updateGeometry()
        self.update()

    def icon_last(self) -> Button:
        """Put the icon after the words: an arrow that leads on."""
        self._icon_last = True
        return self

    def quick(self) -> Button:
        """Count every one of quick clicks: turning pages, moving something up and down."""
        self._quick = True
        return self

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one click: no phase is skipped, and nothing is done that stands there since."""
        if self._quick:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keys, once however long it is held down."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not plain:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def set_look(self, look: str) -> None:
        """primary, plain, soft, quiet, danger or link."""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)

    def follow(self, action: QAction, *, text: bool = True) -> Button:
        """Do what an action does, be enabled when it is, show its key; `text` False keeps own words."""
        if text:
            self.setText(action.text())
            self.setIcon(action.icon())
        self.set_key(action.shortcut().toString())
        self.setEnabled(action.isEnabled())
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)
        if not self.objectName():
            self.setObjectName(action.objectName())
        return self

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(False)
        font.setPixelSize(max(11, round(self.fontInfo().pixelSize() * 0.8)))
        return font

    def _cap_width(self) -> int:
        if not self._key:
            return 0
        return QFontMetrics(self._cap_font()).horizontalAdvance(self._key) + 14

    def _icon_side(self) -> int:
        return round(self.fontInfo().pixelSize() * 1.25) if not self.icon().isNull() else 0

    def _inner_width(self) -> int:
        self.ensurePolished()
        parts = [
            self._icon_side(),
            self.fontMetrics().horizontalAdvance(self.text()),
            self._cap_width(),
        ]
        shown = [part for part in parts if part]
        return sum(shown) + GAP * max(0, len(shown) - 1)

    def sizeHint(self) -> QSize:
        """Room for icon, words and key cap."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inner = QSize(self._inner_width(), self.fontMetrics().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, inner, self)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        color = option.palette.buttonText().color()
        box = self.rect()
        left = box.left() + (box.width() - self._inner_width()) // 2
        left = max(left, box.left() + GAP // 2)
        side = self._icon_side()
        if side and not self._icon_last:
            self._paint_icon(painter, left)
            left += side + (GAP if self.text() else 0)
        if self.text():
            width = self.fontMetrics().horizontalAdvance(self.text())
            painter.setPen(color)
            room = QRect(left, box.top(), min(width, box.right() - left) + 1, box.height())
            flags = (
                Qt.AlignmentFlag.AlignVCenter
                | Qt.AlignmentFlag.AlignLeft
                | Qt.TextFlag.TextShowMnemonic
            )
            painter.drawText(room, int(flags), self.text())
            left += width + GAP
        if side and self._icon_last:
            self._paint_icon(painter, left)
            left += side + GAP
        if self._key:
            self._paint_cap(
                painter, QRect(left, box.center().y() - 10, self._cap_width(), 21), color
            )

    def _paint_icon(self, painter: QPainter, left: int) -> None:
        side = self._icon_side()
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        top = self.rect().center().y() - side // 2 + 1
        self.icon().paint(painter, QRect(left, top, side, side), mode=mode)

    def _paint_cap(self, painter: QPainter, rect: QRect, color: QColor) -> None:
        faded = QColor(color)
        faded.setAlphaF(0.45)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(faded, 1))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(color)
        painter.setFont(self._cap_font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key)


def button(
    text: str,
    look: str = "plain",
    grade: str = "plain",
    *,
    icon: QIcon | None = None,
    name: str = "",
    tip: str = "",
) -> Button:
    """A button. `look`: primary, plain, soft, quiet, danger, link; `grade`: small, plain, big, huge."""
    made = Button(text, look=look, grade=grade)
    if icon is not None:
        made.setIcon(icon)
    if name:
        made.setObjectName(name)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleName(text or tip)
    return made
