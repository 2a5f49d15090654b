"""The screen of a computer that cannot write: what is wrong, as a picture; every letter would be a box."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from facilitator.desk import logbook
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme
from facilitator.places import resources

SAID = (
    "The fonts of Facilitator are missing or damaged, and this computer has no Chinese font. "
    "Install the program again, or a Chinese font. No archive was opened; nothing was changed."
)


def note_it() -> None:
    """Say it where letters can be read all the same: in the terminal, and by a code in the log."""
    logbook.note("no-fonts")
    print(SAID, file=sys.stderr)  # noqa: T201 - there are no letters for a window


class Unlettered(QWidget):
    """In both languages: nobody could read which one to choose. Closing the window ends the program."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("unlettered")
        self.setAccessibleName(SAID)
        self._theme = Theme(dark=settings.dark, size=settings.size)
        self._drawn = QSvgRenderer(str(resources() / "plain" / "no-fonts.svg"), self)

    def sizeHint(self) -> QSize:
        return self._drawn.defaultSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        size = self._drawn.defaultSize()
        if size.isEmpty():
            return  # not even the picture is there
        scale = min(self.width() * 0.8 / size.width(), self.height() * 0.8 / size.height(), 1.5)
        wide, high = size.width() * scale, size.height() * scale
        place = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.fillRect(
            place.adjusted(-24, -24, 24, 24), self._theme.color("accent_on")
        )  # black on white in the dark, too
        self._drawn.render(painter, place)
