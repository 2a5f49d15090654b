"""A project that was withdrawn by mistake stands again: before the vote, and after the count."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.selection.recount import recounted

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class ReinstateCandidate(MeetingCommand, frozen=True, kw_only=True, tag="slate.reinstate"):
    """A project was withdrawn by mistake and stands again."""

    candidate: str
    reason: str


class CandidateReinstated(Event, frozen=True, kw_only=True, tag="slate.reinstated"):
    candidate: str
    title: str
    old: str
    """Why it had been withdrawn."""
    reason: str


def reinstate(meeting: Meeting, command: ReinstateCandidate) -> Iterable[Event]:
    """Until the result is announced; once there are ballots, only what was on them (`not-on-ballot`)."""
    meeting.outcome.refuse_announced()
    meeting.ballots.refuse_open()
    found = meeting.slate.candidate(command.candidate)
    if found.id not in meeting.slate.withdrawn:
        raise RuleViolation("not-withdrawn", title=found.title)
    vote = meeting.ballots.main()
    if vote is not None and found.id not in vote.candidates:
        raise RuleViolation("not-on-ballot", candidate=found.title)
    yield CandidateReinstated(
        candidate=found.id,
        title=found.title,
        old=meeting.slate.withdrawn[found.id],
        reason=clean_text(command.reason, "reason"),
    )
    yield from recounted(meeting, again=found.id)


def on_reinstated(meeting: Meeting, event: CandidateReinstated, recorded: Recorded) -> None:
    del meeting.slate.withdrawn[event.candidate]
    name = f"{event.candidate}.withdrawn"
    meeting.slate.changes.append(Change(recorded, name, event.old, "", event.reason))


PART = Part("slate", {ReinstateCandidate: reinstate}, {CandidateReinstated: on_reinstated})
