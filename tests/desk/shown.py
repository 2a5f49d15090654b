"""A window of ours on a desk, shown for a test and taken away after it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from facilitator.demo.stage import show
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.window import Window
from tests.desk.freed import do_what_was_put_off


@contextmanager
def shown(
    desk: Desk, place: str = "today", *, width: int = 1366, height: int = 768
) -> Iterator[Window]:
    """Give the window at a place; it has the keys."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = show(app, desk, Place.read(place), width=width, height=height)
    window.activateWindow()
    app.processEvents()
    try:
        yield window
    finally:
        window.may_close = True
        window.close()
        window.deleteLater()
        del window
        do_what_was_put_off()


def said(widget: QWidget) -> str:
    """Return all words that a widget shows, one line for each label and button."""
    # What was put in a layout is shown when the loop turns; no timer rings here, so it can be asked in
    # a coroutine too.
    QApplication.sendPostedEvents()
    labels = (one for one in widget.findChildren(QWidget) if one.isVisibleTo(widget))
    texts = (one.text() for one in labels if isinstance(one, QLabel) or hasattr(one, "text"))
    return "\n".join(text for text in texts if isinstance(text, str) and text)


def find(window: QWidget, name: str, kind: type = QWidget):
    """Return the one widget of that name; fail if there is none."""
    found = window.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} called {name!r}"
    return found
