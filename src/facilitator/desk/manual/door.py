"""The way into the manual: its chapters are read beside the main window, then its own window opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from facilitator.desk.desk import Desk
    from facilitator.desk.manual.window import ManualWindow


class ManualDoor(QObject):
    """Opens the one window of the manual, and takes it away with the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.window: ManualWindow | None = None
        self._read: set[str] = set()
        """Languages whose chapters are at hand."""
        self._wanted: tuple[str, str] | None = None
        """Chapter and heading that were asked for last, and not gone to yet."""
        desk.looked.connect(self._look_again)
        self._over = False
        desk.resting.connect(self._rest)

    def open(self, chapter: str, anchor: str = "") -> None:
        """Show a chapter, in the window that is open or in a new one; the first time a moment later."""
        self._wanted = chapter, anchor
        self._when_read(self._show, self._go)

    def close(self) -> None:
        """Take it away."""
        if self.window is not None:
            self.window.close()

    def _show(self) -> None:
        from facilitator.desk.manual.window import ManualWindow

        if self.window is None:
            self.window = ManualWindow(self._desk)
            self.window.closed.connect(self._forget)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _go(self) -> None:
        from facilitator.manual.model import Target

        if self.window is not None and self._wanted is not None:
            self.window.reader.go(Target(*self._wanted))
            self._wanted = None

    def _when_read(self, *steps: Callable[[], None]) -> None:
        """At once where the chapters are at hand, or where nothing can be done beside the window."""
        works, lang = self._desk.works, self._desk.lang
        if lang in self._read or not works.ready:
            for step in steps:
                step()
        else:
            works.start(self._after_reading(lang, *steps))

    async def _after_reading(self, lang: str, *steps: Callable[[], None]) -> None:
        """What is done the first time takes long enough for the main window to have its turn in between."""
        import asyncio

        from facilitator.desk.safekeeping.awaiting import elsewhere

        await elsewhere(_read, lang)
        self._read.add(lang)
        for step in steps:
            if not self._over:
                step()
            await asyncio.sleep(0)

    def _rest(self) -> None:
        """Whatever is still being read opens no window any more."""
        self._over = True
        self.close()

    def _forget(self) -> None:
        self.window = None

    def _look_again(self) -> None:
        """After the main window, which dresses the whole program."""
        QTimer.singleShot(0, self, lambda: self._when_read(self._rebuild))

    def _rebuild(self) -> None:
        if self.window is not None:
            self.window.look_again()


def _read(lang: str) -> None:
    """Import what shows chapters, and read them: together a quarter of a second."""
    import facilitator.desk.manual.window  # noqa: F401
    from facilitator.manual.read import chapters

    chapters(lang)
