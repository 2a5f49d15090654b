"""How far long work is: a bar, what is done now, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from facilitator.desk.theme import Theme
from facilitator.desk.widgets import button, column, row, words
from facilitator.safekeeping.taking import Step
from facilitator.words.keeping import STEPS
from facilitator.words.tongue import Tongue


class Progress(QWidget):
    """Hidden until it is told something; `over` hides it again."""

    stopped = Signal()
    """Somebody will not wait."""

    def __init__(self, t: Tongue, theme: Theme, name: str) -> None:
        super().__init__()
        self._t = t
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(t("How far it is"))
        self._now = words("", "small", wrap=True, name=f"{name}.now")
        self.stop_button = button(t("Stop"), grade="small", name=f"{name}.stop")
        self.stop_button.clicked.connect(self.stopped)
        line = row(self._now, self.stop_button)
        line.setStretch(0, 1)
        column(self._bar, line, on=self, gap=theme.px(6))
        self.hide()

    def tell(self, step: Step, done: int, of: int) -> None:
        """Show this; 0 of 0 when nobody knows how much there is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._now.setText(self._t(STEPS[step.name]))
        self.stop_button.setEnabled(True)
        self.show()

    def over(self) -> None:
        """Nothing is done any more."""
        self.hide()
