"""The line above the wall: its title, how many topics there are, and what is done with the wall as a whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.plane import ZOOM_STEP
from facilitator.desk.widgets import Button, button, elided, row, words

TIGHT = 700
"""Pixels of width (at 100 %) under which the buttons stand in the menu only."""


class WallHead(QWidget):
    """See the module. Where the window is narrow, a button changes over to what there is to settle."""

    zoomed = Signal(float)
    fitted = Signal()
    printed = Signal()
    tools_wanted = Signal(QPoint)
    side_wanted = Signal(bool)
    """Whether the side with what there is to settle is to be shown instead of the cards that wait."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, self._px = desk.t, desk.px
        self._about = elided("", "secondary", name="wall.about")
        smaller = self._step("−", t("Smaller"), "wall.smaller", 1 / ZOOM_STEP)
        larger = self._step("+", t("Larger"), "wall.larger", ZOOM_STEP)
        self.fit = button(t("Fit to window"), "side", name="wall.fit.button")
        self.fit.setCheckable(True)
        self.fit.clicked.connect(self.fitted)
        prints = button(t("Print"), name="wall.print")
        prints.clicked.connect(self.printed)
        self.side = button("", "side", name="wall.side")
        self.side.setCheckable(True)
        self.side.toggled.connect(self.side_wanted)
        self._more = button("", icon=desk.theme.icon("ellipsis"), name="wall.tools")
        self._more.setAccessibleName(t("More for the wall"))
        self._more.setToolTip(t("More for the wall"))
        self._more.clicked.connect(self._open)
        self._wide: tuple[Button, ...] = (smaller, larger, self.fit, prints)
        title = words(t("Agenda wall"), "item")
        line = row(title, self._about, *self._wide, self.side, self._more, on=self, gap=desk.px(8))
        line.setStretch(1, 1)
        self.side.hide()

    def say(self, about: str, settle: str) -> None:
        """How many topics there are, and how much there is to settle."""
        self._about.setText(about)
        self.side.setText(settle)

    def fold(self, narrow: bool, width: int) -> None:
        """Show what has room; in a narrow window the button that changes the side."""
        self.side.setVisible(narrow)
        for one in self._wide:
            one.setVisible(not narrow and width >= self._px(TIGHT))

    def _step(self, text: str, said: str, name: str, factor: float) -> Button:
        made = button(text, name=name, tip=said)
        made.setProperty("narrow", True)
        made.setAccessibleName(said)
        made.clicked.connect(lambda: self.zoomed.emit(factor))
        return made

    def _open(self) -> None:
        self.tools_wanted.emit(self._more.mapToGlobal(QPoint(0, self._more.height())))
