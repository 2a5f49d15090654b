"""The sample evening up to a moment, at a desk of its own, for tests of rooms."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.demo.stage import EVENING, staged, up_to
from facilitator.desk.desk import Desk
from facilitator.desk.theme import wear

__all__ = ["EVENING", "at_desk", "later", "write"]


@contextmanager
def at_desk(folder: Path, until: str, *, lang: str = "zh", size: int = 100) -> Iterator[Desk]:
    """Give a desk on the evening, played up to and with the first line that holds `until`."""
    desk = staged(folder, up_to(until), lang=lang, size=size)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, desk.theme)
    try:
        yield desk
    finally:
        desk.session.close()
        app.setStyleSheet("")


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
