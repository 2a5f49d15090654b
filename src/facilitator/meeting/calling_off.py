"""A call that changes before the meeting opens: another time or place, or no meeting at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.convening import expect_planned
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.matrix import slots_moved
from facilitator.meeting.items import ItemPostponed
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class RescheduleMeeting(MeetingCommand, frozen=True, kw_only=True, tag="meeting.reschedule"):
    """Time, place or title of a meeting change while it is prepared; what is left out stays as it was.

    Once the notice was posted a reason is needed, and the notice has to be posted anew.
    """

    planned: datetime | None = None
    place: str | None = None
    title: str | None = None
    reason: str = ""


class CancelMeeting(MeetingCommand, frozen=True, kw_only=True, tag="meeting.cancel"):
    """The meeting does not take place; what was on its agenda waits for the next one."""

    reason: str


class MeetingRescheduled(Event, frozen=True, kw_only=True, tag="meeting.rescheduled"):
    planned: datetime
    place: str
    title: str
    old_planned: datetime
    old_place: str
    old_title: str
    reason: str = ""


class MeetingCancelled(Event, frozen=True, kw_only=True, tag="meeting.cancelled"):
    phase: str
    reason: str


def reschedule(meeting: Meeting, command: RescheduleMeeting) -> Iterable[Event]:
    """While the meeting is prepared; people who gather have come for this call. A forum's slots go with it."""
    if meeting.phase.stage is not Stage.BEFORE:
        raise RuleViolation("not-preparing", phase=meeting.phase.key)
    call = meeting.call
    planned = command.planned or call.planned
    expect_planned(planned)
    place, title = call.place, call.title
    if command.place is not None:
        place = clean_text(command.place, "place", one_line=True)
    if command.title is not None:
        title = clean_text(command.title, "title", required=False, one_line=True)
    if (planned, place, title) == (call.planned, call.place, call.title):
        raise RuleViolation("nothing-to-correct")
    yield MeetingRescheduled(
        planned=planned,
        place=place,
        title=title,
        old_planned=call.planned,
        old_place=call.place,
        old_title=call.title,
        reason=clean_text(command.reason, "reason", required=meeting.agenda.announced),
    )
    if planned != call.planned:
        yield from slots_moved(meeting, planned - call.planned)


def cancel(meeting: Meeting, command: CancelMeeting) -> Iterable[Event]:
    """Until it is opened; what is open on its agenda is put off, so that nothing is lost."""
    if meeting.life.opened:
        raise RuleViolation("already-opened")
    reason = clean_text(command.reason, "reason")
    for item in meeting.agenda.unfinished():
        yield ItemPostponed(item=item.id, reason=reason)
    closed = meeting.format.first(Stage.CLOSED)
    assert closed is not None
    yield MeetingCancelled(phase=closed.key, reason=reason)


def on_rescheduled(meeting: Meeting, event: MeetingRescheduled, recorded: Recorded) -> None:
    old = as_text(event.old_planned, event.old_place, event.old_title)
    new = as_text(event.planned, event.place, event.title)
    meeting.life.changes.append(Change(recorded, "call", old, new, event.reason))
    meeting.call = msgspec.structs.replace(
        meeting.call, planned=event.planned, place=event.place, title=event.title
    )
    meeting.life.notice = None  # it named the old call


def on_cancelled(meeting: Meeting, event: MeetingCancelled, recorded: Recorded) -> None:
    meeting.life.phase = event.phase
    meeting.life.closed, meeting.life.cancelled = recorded, event.reason


def as_text(planned: datetime, place: str, title: str) -> str:
    """A call as one line of plain data."""
    return msgspec.json.encode({"planned": planned, "place": place, "title": title}).decode()


PART = Part(
    "lifecycle",
    {RescheduleMeeting: reschedule, CancelMeeting: cancel},
    {MeetingRescheduled: on_rescheduled, MeetingCancelled: on_cancelled},
)
