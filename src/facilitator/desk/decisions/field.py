"""The one field to search with: a glass before the words, behind them the way to empty it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from facilitator.desk.decisions.asked import MOST
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button

MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchField(QLineEdit):
    """`moved` tells the keys that move in the list, `entered` Enter, which a panel hears too; Esc empties
    the field first.
    """

    moved = Signal(QKeyEvent)
    entered = Signal()

    def __init__(self, desk: Desk, says: str, hint: str, name: str) -> None:
        super().__init__()
        self._desk = desk
        t = desk.t
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setPlaceholderText(hint)
        self.setMaxLength(MOST)
        self.setProperty("look", "search")
        self._glass = QLabel(self)
        self._glass.setPixmap(desk.theme.pixmap("search", "soft", 20))
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty = button(t.within("field", "Clear"), "quiet", "tiny", name=f"{name}.clear")
        self._empty.setParent(self)
        self._empty.set_key("Esc")
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setCursor(Qt.CursorShape.PointingHandCursor)
        self._empty.clicked.connect(self._clear)
        self._empty.hide()
        self.textChanged.connect(lambda text: self._empty.setVisible(bool(text)))
        self.setTextMargins(desk.px(36), 0, self._empty.sizeHint().width() + desk.px(4), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in MOVES:
            self.moved.emit(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
            event.ignore()
        elif key == Qt.Key.Key_Escape and self.text():
            self._clear()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc is ours while something stands here; whatever else it would close stays open."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, middle = self._desk.px, self.height() // 2
        self._glass.adjustSize()
        self._glass.move(px(16), middle - self._glass.height() // 2)
        self._empty.adjustSize()
        self._empty.move(
            self.width() - self._empty.width() - px(12), middle - self._empty.height() // 2
        )

    def _clear(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
