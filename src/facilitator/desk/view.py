"""What every part of a window has in common: it shows something of the session, and knows when that is old."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.session import Change


class View(QWidget):
    """A widget that reads the session in `refresh`, and does so again after each act that concerns it.

    A hidden view only goes stale; it reads when it is shown. Call `refresh_now()` at the end of `__init__`
    when it must be right at once.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the session and show it."""
        raise NotImplementedError

    def concerns(self, _change: Change) -> bool:
        """Whether an act changes what is shown here."""
        return True

    def refresh_now(self) -> None:
        """Read, whether shown or not."""
        self._stale = False
        try:
            self.refresh()
        except BaseException:
            self._stale = True  # what broke half-way is read again when it is next shown
            raise

    def _changed(self, change: Change) -> None:
        if not self.concerns(change) and not change.everything:
            return
        if self.isVisible():
            self.refresh_now()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh_now()
        super().showEvent(event)
