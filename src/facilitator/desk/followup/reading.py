"""Buttons that record something, in a copy in which nothing can be recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, only_looking


def own(desk: Desk, *buttons: QAbstractButton) -> None:
    """Grey what records something where nothing can be recorded, with the reason."""
    for one in buttons:
        allow(one, only_looking(desk), one.toolTip())
