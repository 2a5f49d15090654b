"""Starting the windows: painted first, the rest imported after; one program per person, one loop for all."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

import facilitator
from facilitator.desk import logbook
from facilitator.desk.fallen import Falls
from facilitator.desk.program import Program, reach_input_method
from facilitator.desk.settings import Settings
from facilitator.desk.single import Single
from facilitator.desk.starts import SURE, Starts
from facilitator.desk.theme import Letters, Theme, letters, wear
from facilitator.desk.window import Window
from facilitator.places import resources

if TYPE_CHECKING:
    from facilitator.desk.life import Life


def run(archive: str = "", lang: str = "", *, safe: bool = False) -> int:
    """Open the windows, perhaps on a named archive, and stay until they are closed; the exit code.

    A language that is named is spoken this time; the one that was chosen before is kept. The start is also a
    `safe` one when two before it have failed, or Shift is held.
    """
    reach_input_method(os.environ)
    app = Program(sys.argv[:1])
    app.setApplicationName("Facilitator")
    app.setDesktopFileName("facilitator")
    app.setQuitOnLastWindowClosed(False)
    settings = Settings()
    if lang:
        settings.speak(lang)
    single = Single(settings.folder)
    if not single.take_place(archive):
        return 0
    falls = Falls(logbook.log_folder())
    falls.watch()
    starts = Starts(settings.folder)
    safe = starts.begin() or safe or _shift_held(app)
    wear(app, Theme(dark=settings.dark, size=settings.size))
    window = Window(settings=settings, restored=not safe)
    window.show()
    window.stay_in_sight()
    app.processEvents()
    try:
        _live(app, settings, window, single, starts, falls.last, archive, safe=safe)
    finally:
        single.close()
    starts.well()
    logbook.note("end")
    logbook.end()
    falls.rest()
    return 0


def _shift_held(app: QApplication) -> bool:
    return bool(app.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)


def _live(
    app: Program,
    settings: Settings,
    window: Window,
    single: Single,
    starts: Starts,
    fall: str,
    archive: str,
    *,
    safe: bool,
) -> None:
    """Show the archive, then start the loop that everything later needs."""
    from facilitator.desk.crash import Crashes

    crashes = Crashes(settings, lambda: _foremost(app, window))
    crashes.watch()
    from facilitator.desk.life import Life

    if fall:
        logbook.note_report(fall)
    life = Life(app, settings, window, fall, starts.failed)
    heard = _hear_signals(window)
    logbook.note("start", version=facilitator.__version__, failed=starts.failed, safe=safe)
    _begin(life, window, starts.failed, archive or app.handed.archive, safe=safe)
    app.handed.tell(life.asked_to_show)
    app.processEvents()
    gc.freeze()  # what is there now stays; see `windows`

    from facilitator.desk.loop import make_loop
    from facilitator.desk.sweeping import Sweeper

    Sweeper(window)

    loop = make_loop(app)
    loop.set_exception_handler(crashes.caught_by_loop)
    crashes.again.connect(life.say_again)
    crashes.troubled.connect(life.tell_trouble)
    single.listen(life.asked_to_show, window)
    QTimer.singleShot(SURE, window, starts.well)  # by the loop: one that hangs says nothing
    QTimer.singleShot(0, window, _begin_log)
    QTimer.singleShot(0, window, _show_sign)
    with loop:
        loop.run_until_complete(life.live())
    del heard


def _begin(life: Life, window: Window, failed: int, archive: str, *, safe: bool) -> None:
    if letters() is Letters.NONE:
        from facilitator.desk.unlettered import Unlettered, note_it

        note_it()
        window.cover(Unlettered(window.settings))
    elif safe:
        life.stand_safe(archive, failed)
    else:
        life.begin(archive)
        life.tell_of_fonts()


def _begin_log() -> None:
    """Not before the first page: it imports, and makes a folder."""
    logbook.begin()
    logbook.hear_qt()


def _show_sign() -> None:
    """Give the windows their icon; on macOS the bundle has one already."""
    if sys.platform != "darwin":
        QApplication.setWindowIcon(QIcon(str(resources() / "program" / "facilitator.svg")))


def _foremost(app: QApplication, window: Window) -> QWidget | None:
    """The window that a report of a mistake lies over: a dialog, if one is open."""
    return app.activeModalWidget() or (window if window.isVisible() else None)


def _hear_signals(window: Window) -> QSocketNotifier | None:
    """Close in order when the terminal or the system asks for it (Ctrl+C, SIGTERM)."""
    if os.name != "posix":
        return None
    reading, writing = os.pipe()  # sockets would be imported for it before the first page
    for end in (reading, writing):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, lambda _number, _frame: None)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, window)

    def close() -> None:
        os.read(reading, 16)
        window.close()

    notifier.activated.connect(close)
    return notifier
