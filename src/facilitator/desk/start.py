"""Starting the windows: painted first, the rest imported after; one program per person, one loop for all."""

from __future__ import annotations

import os
import signal
import socket
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.desk.settings import Settings
from facilitator.desk.single import Single
from facilitator.desk.theme import Theme, wear
from facilitator.desk.window import Window


def run(archive: str = "", lang: str = "") -> int:
    """Open the windows, perhaps on a named archive, and stay until they are closed; the exit code.

    A language that is named is spoken this time; the one that was chosen before is kept.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Facilitator")
    app.setDesktopFileName("facilitator")
    app.setQuitOnLastWindowClosed(False)
    settings = Settings()
    if lang:
        settings.speak(lang)
    single = Single(settings.folder)
    if not single.take_place(archive):
        return 0
    wear(app, Theme(dark=settings.dark, size=settings.size))
    window = Window(settings=settings)
    window.show()
    window.stay_in_sight()
    app.processEvents()
    try:
        _live(app, settings, window, single, archive)
    finally:
        single.close()
    return 0


def _live(
    app: QApplication, settings: Settings, window: Window, single: Single, archive: str
) -> None:
    """Show the archive, then start the loop that everything later needs."""
    from facilitator.desk.crash import Crashes

    crashes = Crashes(settings, lambda: _foremost(app, window))
    crashes.watch()
    from facilitator.desk.life import Life

    life = Life(app, settings, window)
    heard = _hear_signals(window)
    life.begin(archive)
    app.processEvents()

    from facilitator.desk.loop import make_loop

    loop = make_loop(app)
    loop.set_exception_handler(crashes.caught_by_loop)
    crashes.again.connect(life.say_again)
    single.listen(life.asked_to_show, window)
    with loop:
        loop.run_until_complete(life.live())
    del heard


def _foremost(app: QApplication, window: Window) -> QWidget | None:
    """The window that a report of a mistake lies over: a dialog, if one is open."""
    return app.activeModalWidget() or (window if window.isVisible() else None)


def _hear_signals(window: Window) -> QSocketNotifier | None:
    """Close in order when the terminal or the system asks for it (Ctrl+C, SIGTERM)."""
    if os.name != "posix":
        return None
    reading, writing = socket.socketpair()
    for end in (reading, writing):
        end.setblocking(False)
    signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, lambda _number, _frame: None)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, window)

    def close() -> None:
        reading.recv(16)
        window.close()

    notifier.activated.connect(close)
    notifier.setProperty("ends", (reading, writing))  # kept as long as it is
    return notifier
