"""Questions before anybody acts: would the rules allow it, and which motion comes to the vote next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from facilitator.acts import Command, RuleViolation
from facilitator.data import dataclass
from facilitator.meeting.agenda import Item
from facilitator.meeting.format import Phase, Stage
from facilitator.meeting.meeting import Meeting
from facilitator.meeting.motions import Motion
from facilitator.meeting.parts import decide
from facilitator.meeting.polls import Method, OpenPoll
from facilitator.rules.selection.problem import Problem
from facilitator.rules.selection.remembered import NotWorkedOut, known_only


def refusal(meeting: Meeting, command: Command) -> RuleViolation | None:
    """What a command would be refused with now; None when it would be carried out. Nothing happens.

    What would be counted is not: that comes last, after every refusal.
    """
    try:
        with known_only():
            return _refused(lambda: decide(meeting, command))
    except NotWorkedOut:
        return None


def to_count(meeting: Meeting, command: Command) -> Problem | None:
    """What has to be worked out for a command before it is carried out; None if it is known, or nothing is."""
    try:
        with known_only():
            decide(meeting, command)
    except NotWorkedOut as wanted:
        return wanted.problem
    except RuleViolation:
        return None
    return None


@dataclass(frozen=True, slots=True)
class Turn:
    """The motion or amendment whose turn it is, and what keeps it from being put to the vote."""

    motion: Motion
    refusal: RuleViolation | None


def next_vote(meeting: Meeting) -> Turn | None:
    """Whose turn it is among what is open on the item in hand; None when nothing is.

    Motions in the order they were moved, the amendments to each before it. One that could be voted on at
    once goes before one that waits for a second; when none could, the first tells what is in the way.
    """
    opened = meeting.motions.open_on(meeting.agenda.in_hand)
    mains = [one for one in opened if not one.amends]
    order = [one for main in mains for one in (*_amending(opened, main), main)]
    turns = [Turn(one, vote_refusal(meeting, one)) for one in order]
    return next((turn for turn in turns if turn.refusal is None), turns[0] if turns else None)


def _amending(opened: list[Motion], main: Motion) -> list[Motion]:
    return [one for one in opened if one.amends == main.id]


def vote_refusal(meeting: Meeting, motion: Motion) -> RuleViolation | None:
    """What keeps a motion from being put to the vote by name; None when nothing does."""
    poll = "asked"
    while poll in meeting.polls.all:
        poll += "-again"
    command = OpenPoll(meeting=meeting.id, poll=poll, motion=motion.id, method=Method.ROLL_CALL)
    return refusal(meeting, command)


def put_off_refusal(meeting: Meeting, item: Item) -> RuleViolation | None:
    """What keeps an item from being put off together with every motion on it that is open."""

    def settle() -> None:
        meeting.expect_running()
        meeting.agenda.open_item(item.id)
        meeting.refuse_if_busy()

    return _refused(settle)


def next_phase(meeting: Meeting, stage: Stage) -> Phase | None:
    """The phase of that stage that may be entered now, or None."""
    phases = (meeting.format.phase(key) for key in meeting.phase.next)
    return next((phase for phase in phases if phase.stage is stage), None)


def another_day(meeting: Meeting, phase: Phase, now: datetime) -> date | None:
    """The day it is in the room, if to enter that phase would begin the meeting on another day than planned."""
    planned = meeting.call.planned
    today = now.astimezone(planned.tzinfo).date()
    begins = meeting.phase.stage is Stage.BEFORE and phase.stage is not Stage.BEFORE
    return today if begins and today != planned.date() else None


def _refused(act: Callable[[], object]) -> RuleViolation | None:
    try:
        act()
    except RuleViolation as refused:
        return refused
    return None
