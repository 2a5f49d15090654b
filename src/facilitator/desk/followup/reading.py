"""Whether this is a copy in which nothing can be recorded, and the words for it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, only_looking

__all__ = ["only_looking", "own"]


def own(desk: Desk, *buttons: QAbstractButton) -> None:
    """Grey what records something where nothing can be recorded, with the reason."""
    for one in buttons:
        allow(one, only_looking(desk), one.toolTip())
