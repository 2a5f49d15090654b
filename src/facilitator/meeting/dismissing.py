"""Taking somebody without a vote off the list again, who was named by mistake or does not come after all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.meeting.part import MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class DismissObserver(MeetingCommand, frozen=True, kw_only=True, tag="attendance.dismiss"):
    """Somebody without a vote is expected no longer; nothing of their personal data is kept."""

    person_id: str


class ObserverDismissed(Event, frozen=True, kw_only=True, tag="attendance.dismissed"):
    erases = True
    person_id: str

    @property
    def subject(self) -> str:
        return self.person_id


def dismiss(meeting: Meeting, command: DismissObserver) -> Iterable[Event]:
    """Until the meeting is opened: then its record says who was there. Not whoever came, nor the host."""
    person = command.person_id
    if meeting.life.opened:
        raise RuleViolation("not-in-this-phase", phase=meeting.phase.key)
    if person not in meeting.attendance.observers:
        raise RuleViolation("not-an-observer", person=person)
    if meeting.attendance.came(person):
        raise RuleViolation("already-present", person=person)
    if person == meeting.life.host:
        raise RuleViolation("host-leaves", person=person)
    yield ObserverDismissed(person_id=person)


def on_dismissed(meeting: Meeting, event: ObserverDismissed, _recorded: Recorded) -> None:
    del meeting.attendance.observers[event.person_id]
    meeting.attendance.dismissed.add(event.person_id)


PART = Part("attendance", {DismissObserver: dismiss}, {ObserverDismissed: on_dismissed})
