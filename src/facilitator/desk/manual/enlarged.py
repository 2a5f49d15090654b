"""A picture of the manual as large as it was taken, or as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, column, row, words
from facilitator.manual.model import Picture
from facilitator.manual.read import picture_path


class Enlarged(QDialog):
    """Open it with `open()`; Enter or Esc closes it."""

    def __init__(self, desk: Desk, one: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        px = desk.px
        self.setObjectName("manual.enlarged")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(one.caption)
        close = button(desk.t("Close"), "primary", name="manual.enlarged.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        shown = QLabel()
        shown.setObjectName("manual.enlarged.picture")
        shown.setAccessibleName(one.caption)
        shown.setPixmap(self._fitting(QPixmap(str(picture_path(desk.lang, one.name))), px(88)))
        foot = row(words(one.caption, "secondary"), None, close)
        column(shown, foot, on=self, margins=px(12), gap=px(10))
        close.setFocus()

    def _fitting(self, picture: QPixmap, beside: int) -> QPixmap:
        """As large as it is, where the screen has room for it and for what stands beneath."""
        room = self.screen().availableGeometry().size() - QSize(48, 48 + beside)
        if picture.width() <= room.width() and picture.height() <= room.height():
            return picture
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
