"""The sample evening up to a moment, at a desk of its own, for tests of rooms."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.clock import ToldClock
from facilitator.demo.stage import EVENING, staged, up_to
from facilitator.desk.desk import Desk
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.works import Works
from facilitator.opening import open_session

__all__ = ["EVENING", "at_desk", "later", "leave", "write"]


@contextmanager
def at_desk(folder: Path, until: str, *, lang: str = "zh", size: int = 100) -> Iterator[Desk]:
    """Give a desk on the evening, played up to and with the first line that holds `until`."""
    folder.mkdir(parents=True, exist_ok=True)
    archive, at = _played(until)
    copied = folder / archive.name
    shutil.copy(archive, copied)
    settings = Settings(folder / "settings")
    settings.lang, settings.size, settings.dark = lang, size, False
    desk = Desk(open_session(str(copied), clock=ToldClock(at)), settings, Works())
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
    desk.rest()
    QApplication.sendPostedEvents(desk, QEvent.Type.DeferredDelete)


@cache
def _played(until: str) -> tuple[Path, datetime]:
    """An archive in which the evening was played so far, once for all tests, and the time it is there."""
    folder = Path(_kept().name, str(_played.cache_info().currsize))
    folder.mkdir()
    desk = staged(folder, up_to(until))
    at = desk.now()
    leave(desk)
    (archive,) = folder.glob("*.facilitator")
    return archive, at


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
