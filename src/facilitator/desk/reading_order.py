"""Tab goes through a window as one reads it: group by group, from the top to the bottom, from left to right.

Qt goes in the order in which widgets were made, and much of ours is made, or made again, long after what lies
beside it. So the order is settled when somebody presses Tab, from where everything then lies. Qt would stop at
whatever hands the keys on, too, such as a page to its main button, and so go round in a part of the window: the
step is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

TOUCH = 3
"""So many pixels of what lies close together may overlap."""
Along = Callable[[QWidget], tuple[int, int]]


def step(window: QWidget, *, forward: bool) -> bool:
    """Give the keys to the next stop, or the one before; the way is round.

    False where that is for Qt to do: it takes the keys from what goes away, or nobody had them.
    """
    at = QApplication.focusWidget()
    if at is None or not (at.isVisible() and at.isEnabled()):
        return False
    order(window)  # for whoever asks Qt, screen readers among them
    stops = [one for one in _stops(window) if one.isEnabled()]
    while at is not None and at not in stops:  # what it is a part of
        at = at.parentWidget()
    if at is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(stops.index(at) + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def order(window: QWidget) -> QWidget | None:
    """Let Tab go through what a window shows now as one reads it; return what comes first, if anything."""
    stops = list(_stops(window))
    for one, after in pairwise(stops):
        QWidget.setTabOrder(one, after)
    return next((one for one in stops if one.isEnabled()), None)


def bring_to_sight(widget: QWidget | None) -> None:
    """Scroll whatever it lies in: Qt does so only for keys that come from inside of it."""
    above = widget.parentWidget() if widget is not None else None
    while widget is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    inner = [
        one
        for one in widget.children()
        if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()
    ]
    for one in _as_read(inner) if inner else ():
        yield from _stops(one)


def _as_read(parts: list[QWidget]) -> Iterator[QWidget]:
    """Rows from the top down, where a line through the gap parts them all; else columns from the left."""
    if len(parts) == 1:
        yield parts[0]
        return
    for along in (_down, _across):
        bands = _cut(parts, along)
        if len(bands) > 1:
            for band in bands:
                yield from _as_read(band)
            return
    yield from sorted(parts, key=lambda one: (one.y(), one.x()))


def _cut(parts: list[QWidget], along: Along) -> list[list[QWidget]]:
    bands: list[list[QWidget]] = []
    end = 0
    for (begin, stop), one in sorted(
        ((along(one), one) for one in parts), key=lambda pair: pair[0]
    ):
        if not bands or begin >= end:
            bands.append([])
        bands[-1].append(one)
        end = max(end, stop) if len(bands[-1]) > 1 else stop
    return bands


def _down(one: QWidget) -> tuple[int, int]:
    return one.y(), one.y() + one.height() - TOUCH


def _across(one: QWidget) -> tuple[int, int]:
    return one.x(), one.x() + one.width() - TOUCH
