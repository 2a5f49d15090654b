"""Fields that the mouse wheel does not change: it scrolls the page they stand in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


class Steady(QObject):
    """Lets the wheel pass by: a number that runs under the mouse while one scrolls would change unseen."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ignored, so that it goes to what lies around the field."""
        if event.type() is not QEvent.Type.Wheel:
            return False
        event.ignore()
        return True


def steady(field: QWidget) -> None:
    """Keep a number, a day, a time or a choice as it is while one scrolls over it."""
    if isinstance(field, QAbstractSpinBox | QComboBox):
        field.installEventFilter(Steady(field))
