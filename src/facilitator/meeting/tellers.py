"""Tellers while they count: one is replaced, or a report was entered wrongly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.meeting.ballots import ballots_fit
from facilitator.meeting.part import Change, MeetingCommand, Part
from facilitator.meeting.polls import Ballots, Count, Method, Poll, as_text

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class ReplaceTeller(MeetingCommand, frozen=True, kw_only=True, tag="polls.replace-teller"):
    """A teller who has not reported yet gives the task to somebody else in the room.

    In a script `by` says who types, so there the other teller is called `replacement`.
    """

    poll: str
    teller: str
    by: str = msgspec.field(name="replacement")
    reason: str


class CorrectTellersReport(MeetingCommand, frozen=True, kw_only=True, tag="polls.correct-report"):
    """One teller's count was entered wrongly, while the vote runs."""

    poll: str
    teller: str
    ballots: Ballots
    reason: str


class TellerReplaced(Event, frozen=True, kw_only=True, tag="polls.teller-replaced"):
    poll: str
    teller: str
    by: str
    reason: str


class ReportCorrected(Event, frozen=True, kw_only=True, tag="polls.report-corrected"):
    poll: str
    teller: str
    ballots: Ballots
    old: Ballots
    reason: str


def replace_teller(meeting: Meeting, command: ReplaceTeller) -> Iterable[Event]:
    """Two different people count, and both are in the room; a count that was reported stays its teller's."""
    poll = _counted_by(meeting, command.poll, command.teller)
    if _report(poll, command.teller) is not None:
        raise RuleViolation("already-counted", poll=poll.id)
    if command.by in poll.tellers:
        raise RuleViolation("tellers", wanted=2, given=1)
    meeting.expect_present(command.by)
    reason = clean_text(command.reason, "reason")
    yield TellerReplaced(poll=poll.id, teller=command.teller, by=command.by, reason=reason)


def correct_report(meeting: Meeting, command: CorrectTellersReport) -> Iterable[Event]:
    """Until both have counted again together; then it is the joint count that is corrected."""
    poll = _counted_by(meeting, command.poll, command.teller)
    if any(not count.teller for count in poll.counts):
        raise RuleViolation("already-counted", poll=poll.id)
    report = _report(poll, command.teller)
    if report is None or report.ballots == command.ballots:
        raise RuleViolation("nothing-to-correct")
    ballots_fit(poll, command.ballots)
    yield ReportCorrected(
        poll=poll.id,
        teller=command.teller,
        ballots=command.ballots,
        old=report.ballots,
        reason=clean_text(command.reason, "reason"),
    )


def _counted_by(meeting: Meeting, poll_id: str, teller: str) -> Poll:
    """A running vote by ballot papers of which somebody is a teller, or a refusal."""
    poll = meeting.polls.open_poll(poll_id, Method.PAPER)
    if teller not in poll.tellers:
        raise RuleViolation("not-a-teller", person=teller)
    return poll


def _report(poll: Poll, teller: str) -> Count | None:
    return next((count for count in poll.counts if count.teller == teller), None)


def on_teller_replaced(meeting: Meeting, event: TellerReplaced, _recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.tellers = tuple(event.by if one == event.teller else one for one in poll.tellers)


def on_report_corrected(meeting: Meeting, event: ReportCorrected, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    report = _report(poll, event.teller)
    assert report is not None
    report.ballots = event.ballots
    old, new = as_text(event.old), as_text(event.ballots)
    poll.changes.append(Change(recorded, event.teller, old, new, event.reason))


PART = Part(
    "polls",
    {ReplaceTeller: replace_teller, CorrectTellersReport: correct_report},
    {TellerReplaced: on_teller_replaced, ReportCorrected: on_report_corrected},
)
