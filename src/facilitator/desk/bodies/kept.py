"""What a person has typed in this room and not yet sent: it outlives the windows, for they are made anew."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from facilitator.desk.desk import Desk


class Kept(QObject):
    """One to a desk; `values` is by name of the form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.values: dict[str, Any] = {}


def kept(desk: Desk) -> dict[str, Any]:
    """The unsent forms of a desk."""
    found = desk.findChild(Kept)
    return (found if isinstance(found, Kept) else Kept(desk)).values
