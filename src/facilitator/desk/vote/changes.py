"""Everything that was corrected of a vote, one line each: the old value beside the new one, and why."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.vote.ballot_form import ballots_words
from facilitator.desk.vote.hands_form import hands_words
from facilitator.desk.vote.voters import choice_words
from facilitator.meeting import Meeting
from facilitator.meeting.closing import CastingVoteGiven, ContestedRuledOn
from facilitator.meeting.part import Change
from facilitator.meeting.polls import Poll
from facilitator.meeting.striking import StayStruck
from facilitator.meeting.tellers import ReportCorrected
from facilitator.meeting.voting import BallotsCorrected, HandsCorrected, VoteCorrected


def change_lines(desk: Desk, meeting: Meeting, poll: Poll) -> list[str]:
    """Corrections, rulings and casting votes of a vote, in their order."""
    t = desk.t
    lines: list[str] = []
    for change in poll.changes:
        said = _what(desk, change)
        at = clock_at(meeting, change.recorded.at)
        if change.reason:
            lines.append(
                t("{time} {what} Reason: {reason}", time=at, what=said, reason=change.reason)
            )
        else:
            lines.append(t("{time} {what}", time=at, what=said))
    return lines


def _what(desk: Desk, change: Change) -> str:
    t, event = desk.t, change.recorded.event
    match event:
        case VoteCorrected():
            return t(
                "{name}: “{old}” corrected to “{new}”.",
                name=desk.session.name_of(event.member),
                old=choice_words(desk, change.old),
                new=choice_words(desk, change.new),
            )
        case HandsCorrected():
            old, new = hands_words(desk, event.old), hands_words(desk, event.hands)
            return t("Hands: {old} corrected to {new}.", old=old, new=new)
        case BallotsCorrected() | ReportCorrected():
            old, new = ballots_words(desk, event.old), ballots_words(desk, event.ballots)
            return t("Ballots: {old} corrected to {new}.", old=old, new=new)
        case CastingVoteGiven():
            return t("Casting vote of the chair: {choice}.", choice=choice_words(desk, change.new))
        case ContestedRuledOn():
            if event.count_them:
                return t("Ruling: the contested votes count.")
            return t("Ruling: the contested votes do not count.")
        case _:
            assert isinstance(event, StayStruck)  # nothing else changes a vote
            name = desk.session.name_of(event.person)
            return t("{name} was not in the room and is off the roll.", name=name)
