"""What the next step on the item in hand is, and why anything else cannot be done now: asked of the rules."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_acts import why_not_put_off
from facilitator.desk.meeting.asked import ASKED, why_not
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.asking import Turn, next_vote, refusal
from facilitator.meeting.floor import (
    AgreeLimits,
    AskForFloor,
    EndSpeech,
    GiveFloor,
    next_speakers,
)
from facilitator.meeting.items import FinishItem
from facilitator.meeting.motions import OPEN, Motion, PutAmendment, PutMotion
from facilitator.meeting.reviews import Progress, ReviewEarlier

ORDINARY = {
    "vote.open": ("motion.amend", "item.postpone", "motion.put", "item.report"),
    "motion.put": ("item.report", "item.postpone", "item.finish"),
    "item.finish": ("motion.put", "item.report", "item.postpone"),
}
"""What is offered beside the next step, most wanted first."""
OF_MOTIONS = ("vote.open", "motion.put", "motion.amend")
"""What is not offered at all in a kind of meeting without motions: it could never be done."""


@dataclass(frozen=True, slots=True)
class Steps:
    """`main` is the deed of the filled button, `beside` the ordinary ones; `why_not` tells of each."""

    main: str
    beside: tuple[str, ...]
    why_not: dict[str, str]
    motion: Motion | None
    """Whose turn the vote is."""

    @property
    def amended(self) -> str:
        """The motion that an amendment is proposed to unless somebody says otherwise; "" for none."""
        return (self.motion.amends or self.motion.id) if self.motion else ""


def steps(desk: Desk, meeting: Meeting, item: Item) -> Steps:
    """The steps on the item in hand."""
    turn = next_vote(meeting)
    mains = [m for m in meeting.motions.open_on(item.id) if not m.amends]
    t = desk.t
    reasons = {
        "vote.open": t("No motion waits for a vote.") if turn is None else _said(desk, turn),
        "motion.put": moving_refused(desk, meeting),
        "motion.amend": moving_refused(desk, meeting, mains[0])
        if mains
        else t("No motion is open that could be amended."),
        "item.postpone": why_not_put_off(desk, meeting, item),
        "item.finish": why_not(desk, FinishItem(meeting=meeting.id, item=item.id)),
        "item.report": why_not(desk, _reporting(meeting)),
    }
    moves = meeting.format.has("motions")
    done = not moves or _dealt_with(meeting, item)
    main = "vote.open" if turn else "item.finish" if done else "motion.put"
    beside = tuple(name for name in ORDINARY[main] if moves or name not in OF_MOTIONS)
    return Steps(main, beside, reasons, turn.motion if turn else None)


def _said(desk: Desk, turn: Turn) -> str:
    return desk.sentence(turn.refusal) if turn.refusal is not None else ""


def moving_refused(desk: Desk, meeting: Meeting, main: Motion | None = None) -> str:
    """Why nobody can move anything (an amendment to `main`) now; asked for the first member in the room."""
    present = meeting.attendance.present(meeting.council.seats)
    if not present:
        return desk.t("No member is in the room.")
    name, mover = new_name(meeting), present[0].member
    if main is None:
        return why_not(desk, PutMotion(meeting=meeting.id, motion=name, mover=mover, text=ASKED))
    command = PutAmendment(
        meeting=meeting.id, motion=name, amends=main.id, mover=mover, text=ASKED, becomes=ASKED
    )
    return why_not(desk, command)


def _reporting(meeting: Meeting) -> ReviewEarlier:
    name = fresh("r", meeting.reviews.all)
    return ReviewEarlier(
        meeting=meeting.id, review=name, matter=ASKED, progress=Progress.NOT_STARTED
    )


def _dealt_with(meeting: Meeting, item: Item) -> bool:
    """Whether something came of the item already: a motion is settled, an earlier decision reported on."""
    settled = any(m.item == item.id and m.state not in OPEN for m in meeting.motions.all.values())
    return settled or any(one.event.item == item.id for one in meeting.reviews.all.values())


def floor_reasons(desk: Desk, meeting: Meeting) -> dict[str, str]:
    """Why nobody can be noted as a speaker, end a speech, be given the floor, or agree on limits now."""
    t, waiting = desk.t, next_speakers(meeting)
    host = meeting.life.host
    asked = refusal(meeting, AskForFloor(meeting=meeting.id, speaker=host))
    mere = asked is None or asked.code in ("already-queued", "not-present", "not-a-member")
    nobody = t("Nobody has asked to speak.")
    return {
        "floor.ask": "" if mere or asked is None else desk.sentence(asked),
        "floor.end": why_not(desk, EndSpeech(meeting=meeting.id)),
        "floor.next": _giving(desk, meeting, waiting[0]) if waiting else nobody,
        "floor.limits": why_not(desk, AgreeLimits(meeting=meeting.id, seconds=60)),
    }


def _giving(desk: Desk, meeting: Meeting, speaker: str) -> str:
    """Why somebody cannot have the floor, even by leave of the meeting."""
    return why_not(desk, GiveFloor(meeting=meeting.id, speaker=speaker, by_leave=True))


def new_name(meeting: Meeting, *, amendment: bool = False) -> str:
    """A name for a further motion or amendment."""
    return fresh("a" if amendment else "m", meeting.motions.all)


def fresh(letter: str, taken: Container[str]) -> str:
    """The first of letter1, letter2, … that nothing bears yet."""
    return next(name for n in count(1) if (name := f"{letter}{n}") not in taken)
