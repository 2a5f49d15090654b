"""The second window: one scene, full screen on the display that the room sees."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.projector.leaf import Leaf, Pitch
from facilitator.desk.projector.paint import paint_scene
from facilitator.desk.projector.room import room_of
from facilitator.desk.projector.scenes import Scene

SMALL = (960, 540)
"""On a computer with one display it is a window that can be dragged about."""


class ProjectorWindow(QWidget):
    """Draws what `scene` says; decides nothing."""

    closed = Signal()
    """Somebody closed it by hand."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.desk, self.meeting_id = desk, meeting_id
        self.scene, self.result = Scene.WELCOME, ""
        self.leaf, self.pitch = Leaf(), Pitch()
        self.setObjectName("projector")
        self._name_itself()
        desk.looked.connect(self._name_itself)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        desk.changed.connect(self.update)
        desk.second.connect(self.update)

    def _name_itself(self) -> None:
        self.setWindowTitle(self.desk.t("What the room sees"))
        self.setAccessibleName(self.desk.t("What the room sees"))

    def show_on(self, screen: QScreen | None) -> None:
        """Full screen on that display; without one, as a window on the only display."""
        if screen is None:
            self.resize(*SMALL)
            self.showNormal()
            return
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter, self.desk.asking():
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            room = room_of(self.desk, self.meeting_id, self.result, self.leaf, self.pitch)
            paint_scene(painter, QRectF(self.rect()), self.scene, room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
