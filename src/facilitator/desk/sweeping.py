"""Python looks for cycles on the window's thread alone, between two turns of Qt.

By itself it does so on whichever thread happens to make one thing too many, that of a search, say: widgets
that nobody holds any more would be destroyed there, and Qt falls.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks."""


class Sweeper(QObject):
    """Looks from now on, as long as it lives; how much of what is there, Python's own rules say."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(sweep)
        timer.start(EVERY)


def sweep() -> None:
    """Collect what goes round in circles, if enough was made since the last time."""
    generation = due(gc.get_count(), gc.get_threshold())
    if generation >= 0:
        gc.collect(generation)


def due(made: tuple[int, int, int], most: tuple[int, int, int]) -> int:
    """The oldest generation whose turn it is; -1 for none. An older one waits until the younger are due."""
    generation = -1
    for count, limit in zip(made, most, strict=True):
        if count <= limit:
            break
        generation += 1
    return generation
