"""Whether this is a copy in which nothing can be recorded, and the words for it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow
from facilitator.opening import Onlooker


def only_looking(desk: Desk) -> str:
    """Why nothing can be recorded here, as a sentence; "" in an archive of one's own."""
    if not isinstance(desk.session, Onlooker):
        return ""
    return desk.sentence(RuleViolation("only-looking"))


def own(desk: Desk, *buttons: QAbstractButton) -> None:
    """Grey what records something where nothing can be recorded, with the reason."""
    for one in buttons:
        allow(one, only_looking(desk), one.toolTip())
