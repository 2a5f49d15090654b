"""A new meeting, asked for from any page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import overview
from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.opening import Onlooker


def new_meeting(desk: Desk, parent: QWidget, body: str = "") -> None:
    """Open the panel for one, of this body if it is named; without any body, offer to found one first."""
    if isinstance(desk.session, Onlooker):
        refusal = RuleViolation("only-looking")
        desk.noticed.emit(Notice(Tone.REFUSED, desk.sentence(refusal)))
        return
    if not overview.bodies(desk.session):
        t = desk.t
        way = (t("Set up a body…"), lambda: desk.go("bodies", "new"))
        desk.noticed.emit(Notice(Tone.TOLD, t("A meeting needs a body that meets."), way))
        return
    from facilitator.desk.prepare.new import NewMeetingPanel

    NewMeetingPanel(desk, parent, body=body).open()
