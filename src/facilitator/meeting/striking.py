"""Taking back an arrival that never was: the stay, the rolls that rest on it, and the leave it had ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.attendance import UNDER_WAY, Stay, span
from facilitator.meeting.consequences import after_correction
from facilitator.meeting.decisions import DecisionMade
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.polls import Poll
from facilitator.meeting.selection.papers import Vote, may_be_issued
from facilitator.meeting.selection.ties import LotDrawn

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class StrikeStay(MeetingCommand, frozen=True, kw_only=True, tag="attendance.strike-stay"):
    """Somebody was recorded as come who was not there. `stay` counts their stays from 1, struck ones too."""

    person: str
    stay: int
    reason: str


class StayStruck(Event, frozen=True, kw_only=True, tag="attendance.stay-struck"):
    person: str
    stay: int
    came: datetime
    left: datetime | None
    reason: str
    leave: str | None = None
    """The leave that the mistaken arrival had ended and that stands again, with its reason; None without."""
    polls: tuple[str, ...] = ()
    """Votes whose roll named the person because of this stay; they are off it."""
    votes: tuple[int, ...] = ()
    """Votes on projects, likewise."""


def strike(meeting: Meeting, command: StrikeStay) -> Iterable[Event]:
    """Only of somebody who left no trace; votes on whose roll they stood are worked out anew without them."""
    meeting.expect_known(command.person)
    stay = meeting.attendance.stay(command.person, command.stay)
    last = meeting.attendance.stays[command.person] == [stay]
    if last and command.person == meeting.life.host and meeting.phase.stage in UNDER_WAY:
        raise RuleViolation("host-leaves", person=command.person)
    polls = [p for p in meeting.polls.all.values() if _rests_on(p, command.person, stay)]
    votes = [v for v in meeting.ballots.votes if _rests_on(v, command.person, stay)]
    if any(_answered(poll, command.person) for poll in (*polls, *votes)) or (
        last and command.person in _acted(meeting)
    ):
        raise RuleViolation("stay-used", person=command.person)
    for vote in votes:
        _expect_papers_for_others(meeting, vote, command.person)
    yield StayStruck(
        person=command.person,
        stay=stay.number,
        came=stay.came,
        left=stay.left,
        reason=clean_text(command.reason, "reason"),
        leave=meeting.attendance.came_after_all.get(command.person) if last else None,
        polls=tuple(poll.id for poll in polls),
        votes=tuple(vote.number for vote in votes),
    )
    yield from _numbered(meeting, _recounted(meeting, polls, command.person))


def _rests_on(poll: Poll | Vote, person: str, stay: Stay) -> bool:
    """Whether somebody is on the roll of a vote because of that stay."""
    opened = poll.opened.at
    there = stay.came <= opened and (stay.left is None or opened <= stay.left)
    return there and person in poll.present


def _answered(poll: Poll | Vote, person: str) -> bool:
    if isinstance(poll, Vote):
        return person in poll.named or person in poll.helpers
    return person in poll.votes or person in poll.tellers


def _expect_papers_for_others(meeting: Meeting, vote: Vote, person: str) -> None:
    """Papers handed out in a vote that counts, or may yet, are no more than people without that one."""
    group = meeting.group_of(person)
    issued = vote.issued.get(group, 0)
    entitled = may_be_issued(meeting, vote, group) - 1
    if vote.stands and issued > entitled:
        raise RuleViolation("more-issued-than-entitled", issued=issued, entitled=entitled)


def _acted(meeting: Meeting) -> Iterator[str]:
    """Everybody of whom the record says that they did something here."""
    for motion in meeting.motions.all.values():
        yield from (motion.mover, motion.second)
    for poll in meeting.polls.all.values():
        yield from (*poll.votes, *poll.tellers)
    yield from (speech.speaker for speech in meeting.floor.speeches)
    yield from (note.speaker for note in meeting.notes.lines.values() if not note.struck)
    for recused in meeting.polls.recused.values():
        yield from recused
    for vote in meeting.ballots.votes:
        yield from (*vote.named, *vote.helpers)
    events = (entry.recorded.event for entry in meeting.chronicle)
    for event in events:
        if isinstance(event, LotDrawn):
            yield from event.witnesses


def _without(poll: Poll, person: str) -> tuple[tuple[str, ...], ...]:
    """Who was on the roll, recused and gone, without somebody who was not there."""
    people = poll.present, poll.recused, poll.gone
    return tuple(tuple(one for one in some if one != person) for some in people)


def _recounted(meeting: Meeting, polls: Iterable[Poll], person: str) -> Iterator[Event]:
    for poll in polls:
        present, recused, gone = _without(poll, person)
        yield from after_correction(meeting, poll, present=present, recused=recused, gone=gone)


def _numbered(meeting: Meeting, events: Iterable[Event]) -> Iterator[Event]:
    """Decisions that follow from one correction get numbers one after another."""
    number = meeting.decisions.next_number
    for event in events:
        if isinstance(event, DecisionMade):
            yield msgspec.structs.replace(event, number=number)
            number += 1
        else:
            yield event


def on_struck(meeting: Meeting, event: StayStruck, recorded: Recorded) -> None:
    attendance = meeting.attendance
    stay = attendance.stay(event.person, event.stay)
    stays = attendance.stays[event.person]
    stays.remove(stay)
    attendance.struck.setdefault(event.person, []).append(stay)
    if not stays:
        del attendance.stays[event.person]
    if event.leave is not None:
        attendance.excused[event.person] = event.leave
    if event.left is None:
        meeting.floor.forget(event.person)
    for key in event.polls:
        poll = meeting.polls.all[key]
        poll.present, poll.recused, poll.gone = _without(poll, event.person)
        poll.changes.append(Change(recorded, event.person, "present", "", event.reason))
    for number in event.votes:
        vote = meeting.ballots.votes[number - 1]
        vote.forget(event.person)
        vote.changes.append(Change(recorded, event.person, "present", "", event.reason))
    old = span(event.came, event.left)
    attendance.changes.append(Change(recorded, event.person, old, "", event.reason))


PART = Part("attendance", {StrikeStay: strike}, {StayStruck: on_struck})
