"""Which scenes there are, which of them has something to show, and which one fits what is going on."""

from __future__ import annotations

from enum import StrEnum

from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.meeting.motions import OPEN, Motion
from facilitator.meeting.polls import Poll
from facilitator.words.tongue import mark


class Scene(StrEnum):
    WELCOME = "welcome"
    AGENDA = "agenda"
    MOTION = "motion"
    FLOOR = "floor"
    VOTE = "vote"
    RESULT = "result"
    BREAK = "break"


TITLES = {
    Scene.WELCOME: mark("Welcome"),
    Scene.AGENDA: mark("Agenda"),
    Scene.MOTION: mark("Motion"),
    Scene.FLOOR: mark("Who speaks"),
    Scene.VOTE: mark("Vote"),
    Scene.RESULT: mark("Result"),
    Scene.BREAK: mark("Break"),
}


def motion_in_hand(meeting: Meeting) -> Motion | None:
    """The motion that is talked about: the newest open one on the item in hand, else the newest."""
    on_item = [one for one in meeting.motions.all.values() if one.item == meeting.agenda.in_hand]
    hanging = [one for one in on_item if one.state in OPEN]
    found = hanging or on_item
    return found[-1] if found else None


def running_poll(meeting: Meeting) -> Poll | None:
    """The vote that is going on, or None."""
    return meeting.polls.all.get(meeting.polls.running)


def last_result(meeting: Meeting) -> Poll | None:
    """The newest vote that has an outcome, or None."""
    held = [poll for poll in meeting.polls.all.values() if poll.closed and poll.outcome]
    return max(held, key=lambda poll: poll.closed.version if poll.closed else 0, default=None)


def available(meeting: Meeting) -> dict[Scene, bool]:
    """Every scene, and whether there is something to show in it now."""
    return {
        Scene.WELCOME: True,
        Scene.AGENDA: bool(meeting.agenda.items),
        Scene.MOTION: motion_in_hand(meeting) is not None,
        Scene.FLOOR: meeting.floor.speaking is not None or bool(meeting.floor.queue),
        Scene.VOTE: running_poll(meeting) is not None,
        Scene.RESULT: last_result(meeting) is not None,
        Scene.BREAK: True,
    }


def fitting(meeting: Meeting) -> Scene:
    """The scene for what is going on. A result stands until somebody speaks or another item is taken up."""
    if meeting.life.recess:
        return Scene.BREAK
    if meeting.phase.stage in (Stage.BEFORE, Stage.GATHERING):
        return Scene.WELCOME
    if running_poll(meeting) is not None:
        return Scene.VOTE
    if meeting.floor.speaking is not None:
        return Scene.FLOOR
    result = last_result(meeting)
    if (
        result is not None
        and result.item == meeting.agenda.in_hand
        and not _moved_on(meeting, result)
    ):
        return Scene.RESULT
    return Scene.MOTION if motion_in_hand(meeting) is not None else Scene.AGENDA


def _moved_on(meeting: Meeting, result: Poll) -> bool:
    """Whether another motion was put, or somebody has spoken, since that vote was closed."""
    closed = result.closed
    assert closed is not None
    spoken = meeting.floor.speeches[-1].began if meeting.floor.speeches else None
    newer = motion_in_hand(meeting)
    return (spoken is not None and spoken > closed.at) or (
        newer is not None and newer.id != result.motion and newer.state in OPEN
    )
