"""What every part of a window has in common: it shows something of the session, and knows when that is old."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.opening import Onlooker
from facilitator.session import Change

_waiting: list[tuple[QWidget, list[QWidget]]] = []


@contextmanager
def born_on(parent: QWidget) -> Iterator[None]:
    """Give the first view that is made in here this parent from its first moment on.

    A widget that is made without a parent and put into a window when it is whole is dressed twice: with a
    style sheet, Qt dresses all that is in it once more for each new parent. One that is left half made goes.
    """
    born: list[QWidget] = []
    waiting = (parent, born)
    _waiting.append(waiting)
    try:
        yield
    except BaseException:
        for one in born:
            one.deleteLater()
        raise
    finally:
        if waiting in _waiting:
            _waiting.remove(waiting)


class View(QWidget):
    """A widget that reads the session in `refresh`, and does so again after each act that concerns it.

    A hidden view only goes stale; it reads when it is shown. Call `refresh_now()` at the end of `__init__`
    when it must be right at once.
    """

    records = False
    """Whether what is pressed and written in it records something: in a copy to look at it is switched off."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        born: list[QWidget] = []
        if parent is None and _waiting:
            parent, born = _waiting.pop()
        super().__init__(parent)
        born.append(self)
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
        self._still()

    def _still(self) -> None:
        """Switch off, in a copy to look at, what records; a view may lie in another one that does."""
        if not isinstance(self.desk.session, Onlooker):
            return  # before the way up: widgets that Python has not made are dear, the first one above all
        from facilitator.desk.onlooking import still

        at: QWidget | None = self
        while at is not None and not (isinstance(at, View) and at.records):
            at = at.parentWidget()
        if at is not None:
            still(self.desk, self)

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
        else:
            self._still()
        super().showEvent(event)
