"""The sample evening up to a moment, at a desk of its own, for tests of rooms."""

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from facilitator.clock import ToldClock
from facilitator.demo.stage import BEFORE, EVENING, play_lines, script, up_to
from facilitator.desk.desk import Desk
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.works import Works
from facilitator.opening import open_session

__all__ = ["EVENING", "at_desk", "desk_after", "later", "leave", "played", "write"]


@contextmanager
def at_desk(folder: Path, until: str, *, lang: str = "zh", size: int = 100) -> Iterator[Desk]:
    """Give a desk on the evening, played up to and with the first line that holds `until`."""
    desk = desk_after(folder, up_to(until), lang=lang, size=size)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, desk.theme)
    try:
        yield desk
    finally:
        leave(desk)
        app.setStyleSheet("")


def leave(desk: Desk) -> None:
    """Close the archive and let the desk go at once, with all that listens to it: as the program does it."""
    desk.session.close()
    if isValid(desk):  # a test may have let it go itself
        desk.rest()
        QApplication.sendPostedEvents(desk, QEvent.Type.DeferredDelete)


def desk_after(
    folder: Path,
    lines: Iterable[bytes],
    *,
    lang: str = "zh",
    size: int = 100,
    play: str = "evening",
) -> Desk:
    """A desk on a copy, in `folder`, of an archive in which the first lines of a sample were played."""
    folder.mkdir(parents=True, exist_ok=True)
    archive, at = played(len(list(lines)), play)
    copied = folder / archive.name
    if not copied.exists():
        shutil.copyfile(archive, copied)
    settings = Settings(folder / "settings")
    settings.lang, settings.size, settings.dark = lang, size, False
    return Desk(open_session(str(copied), clock=ToldClock(at)), settings, Works())


@cache
def played(count: int, play: str = "evening") -> tuple[Path, datetime]:
    """An archive in which so many lines of a sample were played, once for all tests, and the time there.

    It goes on from a copy of the longest that was played before.
    """
    earlier = (lines for name, lines in _archives if name == play and lines < count)
    begun, clock = max(earlier, default=0), ToldClock(BEFORE)
    path = Path(_kept().name, f"{play}-{count}", "sample.facilitator")
    path.parent.mkdir()
    if begun:
        shutil.copyfile(_archives[play, begun], path)
        clock.at = played(begun, play)[1]
    session = open_session(str(path), create=not begun, clock=clock)
    play_lines(session, clock, script(play)[begun:count])
    session.close()
    _archives[play, count] = path
    return path, clock.at


_archives: dict[tuple[str, int], Path] = {}


@cache
def _kept() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="facilitator-evening-")


def write(widget: QWidget, text: str) -> None:
    """Type as people do: letters by the keys, Chinese through an input method."""
    for part in re.findall(r"[ -~]+|[^ -~]+", text):
        if part.isascii():
            QTest.keyClicks(widget, part)
        else:
            event = QInputMethodEvent()
            event.setCommitString(part)
            QApplication.sendEvent(widget, event)


def later(desk: Desk, seconds: float) -> None:
    """Let so many seconds go by, and the clocks of the windows tick."""
    desk.session.clock.at += timedelta(seconds=seconds)
    desk.second.emit()
