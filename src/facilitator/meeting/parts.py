"""The parts of a meeting, and the one way a command is decided and an event is applied."""

from __future__ import annotations

from facilitator.acts import Command, Event, Recorded, RuleViolation
from facilitator.meeting import (
    attendance,
    calling_off,
    closing,
    decisions,
    dismissing,
    floor,
    items,
    lifecycle,
    motions,
    notes,
    polls,
    reviews,
    striking,
    tellers,
    voting,
)
from facilitator.meeting.format import Stage
from facilitator.meeting.forum import (
    convergence,
    groups,
    interest,
    matrix,
    merging,
    placing,
    reports,
    rounds,
    theme,
    topics,
)
from facilitator.meeting.meeting import Entry, Meeting
from facilitator.meeting.part import Part
from facilitator.meeting.selection import (
    ballots,
    entering,
    outcome,
    pitches,
    recusals,
    reinstating,
    slate,
    terms,
    ties,
)
from facilitator.meeting.selection import (
    closing as vote_closing,
)

PARTS: tuple[Part, ...] = (
    lifecycle.PART,
    calling_off.PART,
    attendance.PART,
    striking.PART,
    dismissing.PART,
    items.PART,
    floor.PART,
    notes.PART,
    motions.PART,
    polls.PART,
    voting.PART,
    tellers.PART,
    closing.PART,
    decisions.PART,
    reviews.PART,
    theme.PART,
    matrix.PART,
    topics.PART,
    placing.PART,
    merging.PART,
    interest.PART,
    rounds.PART,
    rounds.HEADS,
    reports.PART,
    convergence.PART,
    groups.PART,
    slate.PART,
    reinstating.PART,
    terms.PART,
    recusals.PART,
    pitches.PART,
    ballots.PART,
    entering.PART,
    vote_closing.PART,
    vote_closing.CORRECTING,
    outcome.PART,
    outcome.COUNTS,
    ties.PART,
    ties.REVOTE,
)
PART_NAMES = frozenset(part.name for part in PARTS)
"""The names a format may use; lifecycle is part of every meeting."""

DECIDES = {kind: (part.name, decide) for part in PARTS for kind, decide in part.decides.items()}
APPLIES = {kind: handler for part in PARTS for kind, handler in part.applies.items()}
COMMANDS = tuple(DECIDES)
EVENTS = tuple(APPLIES)


def decide(meeting: Meeting, command: Command) -> tuple[Event, ...]:
    """What a command would make happen, or a refusal. Nothing has happened yet."""
    part, handler = DECIDES[type(command)]
    if meeting.convened is None:
        if not isinstance(command, lifecycle.ConveneMeeting):
            raise RuleViolation("unknown-meeting", meeting=meeting.id)
    elif not isinstance(command, AFTER_CLOSE):
        _in_use(meeting, part)
    return tuple(handler(meeting, command))


AFTER_CLOSE = (
    lifecycle.ReopenMeeting,
    lifecycle.ConveneMeeting,
    attendance.EraseObserver,
    groups.EraseContact,
)
"""What is not refused merely because a meeting is closed."""


def _in_use(meeting: Meeting, part: str) -> None:
    """A format says which parts a phase uses."""
    if meeting.phase.stage is Stage.CLOSED:
        raise RuleViolation("meeting-closed")
    if part != lifecycle.PART.name and part not in meeting.phase.parts:
        raise RuleViolation("not-in-this-phase", phase=meeting.phase.key, part=part)


def apply(meeting: Meeting, recorded: Recorded) -> None:
    """Take in one event that is on the disk."""
    APPLIES[type(recorded.event)](meeting, recorded.event, recorded)
    meeting.version = recorded.version
    meeting.chronicle.append(Entry(meeting.agenda.in_hand, recorded))
