"""Which scenes there are, which of them has something to show, and which one fits what is going on."""

from __future__ import annotations

from enum import StrEnum

from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.convergence import Way
from facilitator.meeting.motions import OPEN, Motion
from facilitator.meeting.polls import Poll
from facilitator.words.tongue import mark


class Scene(StrEnum):
    WELCOME = "welcome"
    THEME = "theme"
    PRINCIPLES = "principles"
    PITCH = "pitch"
    WALL = "wall"
    NOW = "now"
    NEWS = "news"
    DOTS = "dots"
    CLUSTERS = "clusters"
    GROUPS = "groups"
    SLATE = "slate"
    PROJECT = "project"
    BALLOT = "ballot"
    COUNTING = "counting"
    TIE = "tie"
    CHOSEN = "chosen"
    FUNDED = "funded"
    AGENDA = "agenda"
    MOTION = "motion"
    FLOOR = "floor"
    VOTE = "vote"
    RESULT = "result"
    BREAK = "break"


TITLES = {
    Scene.WELCOME: mark("Welcome"),
    Scene.THEME: mark("Theme"),
    Scene.PRINCIPLES: mark("Principles"),
    Scene.PITCH: mark("New topic"),
    Scene.WALL: mark("Agenda wall"),
    Scene.NOW: mark("Right now"),
    Scene.NEWS: mark("News wall"),
    Scene.DOTS: mark("Dots"),
    Scene.CLUSTERS: mark("Clusters"),
    Scene.GROUPS: mark("Action groups"),
    Scene.SLATE: mark("Projects"),
    Scene.PROJECT: mark("Project that is presented"),
    Scene.BALLOT: mark("How to vote"),
    Scene.COUNTING: mark("Counting"),
    Scene.TIE: mark("Tie"),
    Scene.CHOSEN: mark("Votes and reasons"),
    Scene.FUNDED: mark("Funded projects"),
    Scene.AGENDA: mark("Agenda"),
    Scene.MOTION: mark("Motion"),
    Scene.FLOOR: mark("Who speaks"),
    Scene.VOTE: mark("Vote"),
    Scene.RESULT: mark("Result"),
    Scene.BREAK: mark("Break"),
}


OF_A_FORUM = frozenset(
    {
        *(Scene.THEME, Scene.PRINCIPLES, Scene.PITCH, Scene.WALL, Scene.NOW),
        *(Scene.NEWS, Scene.DOTS, Scene.CLUSTERS, Scene.GROUPS),
    }
)
OF_A_SELECTION = frozenset(
    {
        *(Scene.SLATE, Scene.PROJECT, Scene.BALLOT, Scene.COUNTING),
        *(Scene.TIE, Scene.CHOSEN, Scene.FUNDED),
    }
)
OF_A_DEBATE = frozenset({Scene.AGENDA, Scene.MOTION, Scene.FLOOR, Scene.VOTE, Scene.RESULT})
PITCHED_OVER = frozenset({Scene.THEME, Scene.PRINCIPLES, Scene.PITCH, Scene.WALL})
"""Where a topic that is being announced comes in sight while it is typed."""


def is_forum(meeting: Meeting) -> bool:
    """Whether topics are posted in this kind of meeting."""
    return meeting.format.has("wall")


def is_selection(meeting: Meeting) -> bool:
    """Whether projects are chosen in this kind of meeting."""
    return meeting.format.has("slate")


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


def offered(meeting: Meeting) -> list[Scene]:
    """The scenes that this kind of meeting has; where a debate is not the rule, its own once there is one."""
    forum, selection = is_forum(meeting), is_selection(meeting)
    debated = bool(meeting.agenda.items or meeting.motions.all or meeting.polls.all)
    without = {
        *({Scene.WELCOME} if forum else OF_A_FORUM),
        *(set[Scene]() if selection else OF_A_SELECTION),
        *(OF_A_DEBATE if (forum or selection) and not debated else set[Scene]()),
    }
    return [scene for scene in Scene if scene not in without]


def available(meeting: Meeting) -> dict[Scene, bool]:
    """Every scene, and whether there is something to show in it now."""
    ready = {
        Scene.WELCOME: True,
        Scene.AGENDA: bool(meeting.agenda.items),
        Scene.MOTION: motion_in_hand(meeting) is not None,
        Scene.FLOOR: meeting.floor.speaking is not None or bool(meeting.floor.queue),
        Scene.VOTE: running_poll(meeting) is not None,
        Scene.RESULT: last_result(meeting) is not None,
        Scene.BREAK: True,
        **_ready_in_a_forum(meeting),
        **_ready_in_a_selection(meeting),
    }
    own = offered(meeting)
    return {scene: scene in own and ready[scene] for scene in Scene}


def _ready_in_a_forum(meeting: Meeting) -> dict[Scene, bool]:
    walled = "wall" in meeting.phase.parts
    focus, reported = meeting.convergence, bool(meeting.reports.all)
    return {
        Scene.THEME: True,
        Scene.PRINCIPLES: True,
        Scene.PITCH: walled,
        Scene.WALL: walled or bool(meeting.wall.topics),
        Scene.NOW: bool(meeting.rounds.running),
        Scene.NEWS: reported or meeting.phase.lead == "reports",
        Scene.DOTS: focus.way is Way.DOTS and bool(focus.dots),
        Scene.CLUSTERS: bool(focus.clusters),
        Scene.GROUPS: bool(meeting.groups.going()),
    }


def _ready_in_a_selection(meeting: Meeting) -> dict[Scene, bool]:
    outcome, votes = meeting.outcome, meeting.ballots.votes
    return {
        Scene.SLATE: bool(meeting.slate.standing),
        Scene.PROJECT: bool(meeting.pitches.on),
        Scene.BALLOT: bool(meeting.slate.standing),
        Scene.COUNTING: bool(votes),
        Scene.TIE: bool(outcome.tied),
        Scene.CHOSEN: outcome.selection is not None,
        Scene.FUNDED: outcome.is_announced,
    }


def fitting(meeting: Meeting) -> Scene:
    """The scene for what is going on. A result stands until somebody speaks or another item is taken up."""
    if meeting.life.recess:
        return Scene.BREAK
    if is_forum(meeting) and not _debating(meeting):
        return _fitting_forum(meeting)
    if is_selection(meeting) and not _debating(meeting):
        return _fitting_selection(meeting)
    if meeting.phase.stage in (Stage.BEFORE, Stage.GATHERING):
        return Scene.WELCOME
    return _fitting_debate(meeting)


def _debating(meeting: Meeting) -> bool:
    """Whether a forum or a selection has an item in hand, or somebody speaks, or a motion is voted on."""
    in_hand = bool(meeting.agenda.in_hand) and "floor" in meeting.phase.parts
    return in_hand or running_poll(meeting) is not None or meeting.floor.speaking is not None


def _fitting_forum(meeting: Meeting) -> Scene:
    """What the phase is about; what was found in it, once there is something."""
    ready, lead = available(meeting), meeting.phase.lead
    if meeting.phase.stage is not Stage.RUNNING:
        closed = meeting.phase.stage in (Stage.CLOSING, Stage.CLOSED)
        return Scene.GROUPS if closed and ready[Scene.GROUPS] else Scene.THEME
    wanted: tuple[Scene, ...] = {
        "rounds": (Scene.NOW,),
        "reports": (Scene.NEWS,),
        "convergence": (Scene.DOTS,) if meeting.convergence.closed else (),
        "actions": (Scene.GROUPS, Scene.CLUSTERS),
    }.get(lead, ())
    return next((scene for scene in wanted if ready[scene]), Scene.WALL)


def _fitting_selection(meeting: Meeting) -> Scene:
    """What the phase is about. A result is shown once the meeting has gone on to it, never before."""
    lead, vote, outcome = meeting.phase.lead, meeting.ballots.open, meeting.outcome
    if meeting.phase.stage is not Stage.RUNNING:
        closed = meeting.phase.stage in (Stage.CLOSING, Stage.CLOSED)
        return Scene.FUNDED if closed and outcome.is_announced else Scene.WELCOME
    if vote is not None:
        return Scene.COUNTING if vote.box else Scene.BALLOT
    if lead == "outcome" and outcome.selection is not None:
        if outcome.is_announced:
            return Scene.FUNDED
        return Scene.TIE if outcome.tied else Scene.CHOSEN
    if lead == "pitches" and meeting.pitches.on:
        return Scene.PROJECT
    if lead == "ballots":
        return Scene.COUNTING if meeting.ballots.votes else Scene.BALLOT
    return Scene.SLATE


def _fitting_debate(meeting: Meeting) -> Scene:
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
