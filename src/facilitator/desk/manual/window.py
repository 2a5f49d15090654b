"""The window of the manual: beside the others, where it stood last time, in the look of now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from facilitator.desk.desk import Desk
from facilitator.desk.manual.reader import Reader
from facilitator.desk.reading_order import step
from facilitator.manual.model import Target

NAME = "manual"
FIRST = (1040, 720)
LEAST = (720, 400)


class ManualWindow(QMainWindow):
    """Holds a reader, which is made anew when language, size or look change."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.desk = desk
        self.setObjectName("manual.window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableGeometry()
        self.resize(
            min(desk.px(FIRST[0]), room.width() - 32), min(desk.px(FIRST[1]), room.height() - 48)
        )
        self.restoreGeometry(desk.settings.geometry(NAME))
        self.reader = self._build()

    def look_again(self) -> None:
        """Wear the look of now, in the language of now, at the same heading: both languages have the same."""
        at, before = self.reader.place, self.reader.chapter.headings
        self.reader = self._build()
        self.reader.go(Target(at.chapter))
        for one, now in zip(before, self.reader.chapter.headings, strict=False):
            if one.anchor == at.anchor:
                self.reader.go(Target(at.chapter, now.anchor))

    def _build(self) -> Reader:
        self.setWindowTitle(self.desk.t("Manual"))
        room = self.screen().availableGeometry()
        self.setMinimumSize(
            min(self.desk.px(LEAST[0]), room.width() - 32),
            min(self.desk.px(LEAST[1]), room.height() - 48),
        )
        reader = Reader(self.desk)
        reader.closes.connect(self.close)
        self.setCentralWidget(reader)
        reader.text.setFocus()
        return reader

    def focusNextPrevChild(self, forward: bool) -> bool:
        """As one reads."""
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it, as it closes a panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.settings.keep_geometry(NAME, self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()
