"""What can be done with one motion besides voting on it: put right, amend, postpone, withdraw."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.item.steps import moving_refused
from facilitator.desk.item.wording_panels import AmendPanel, RewordPanel
from facilitator.desk.meeting.asked import ASKED, why_not
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.meeting.motions import PostponeMotion, RewordMotion, WithdrawMotion
from facilitator.words.figures import airy
from facilitator.words.matters import motion_name


@dataclass(frozen=True)
class Doing:
    """One line in the menu of a card: what it is called, why not, and what it does."""

    name: str
    text: str
    why_not: str
    act: Callable[[], object]


def doings_with(desk: Desk, parent: QWidget, meeting_id: str, motion_id: str) -> list[Doing]:
    """The lines of the menu of a motion or an amendment that is open."""
    t = desk.t
    meeting = desk.session.meeting(meeting_id)
    motion = meeting.motions.motion(motion_id)
    name = airy(motion_name(meeting.motions, motion, desk.lang))

    def postponing(reason: str) -> PostponeMotion:
        return PostponeMotion(meeting=meeting_id, motion=motion_id, reason=reason)

    def withdrawing(reason: str) -> WithdrawMotion:
        return WithdrawMotion(meeting=meeting_id, motion=motion_id, reason=reason)

    def postpone() -> None:
        title = t("Put {motion} off to a later meeting", motion=name)
        ReasonPanel(desk, parent, title, postponing, done=t.within("motion", "Put off")).open()

    def withdraw() -> None:
        title = t("Withdraw {motion}", motion=name)
        note = t("Its mover takes it back; amendments to it fall with it.")
        ReasonPanel(
            desk, parent, title, withdrawing, done=t.within("motion", "Withdraw"), note=note
        ).open()

    reworded = RewordMotion(meeting=meeting_id, motion=motion_id, text=ASKED, reason=ASKED)
    lines = [
        Doing(
            "reword",
            t("Put the wording right…"),
            why_not(desk, reworded),
            lambda: RewordPanel(desk, parent, meeting_id, motion_id).open(),
        ),
        Doing(
            "postpone", t.within("motion", "Put off…"), why_not(desk, postponing(ASKED)), postpone
        ),
        Doing(
            "withdraw", t.within("motion", "Withdraw…"), why_not(desk, withdrawing(ASKED)), withdraw
        ),
    ]
    if not motion.amends:
        amend = Doing(
            "amend",
            t("Amendment…"),
            moving_refused(desk, meeting, motion),
            lambda: AmendPanel(desk, parent, meeting_id, motion_id).open(),
        )
        lines.insert(0, amend)
    return lines
