"""The commands that take back what was done at a selection, given what was before it."""

from __future__ import annotations

from facilitator.desk.meeting.back import Commands
from facilitator.desk.meeting.past import Past
from facilitator.meeting.selection import (
    ballots,
    closing,
    entering,
    outcome,
    pitches,
    recusals,
    reinstating,
    slate,
    terms,
)


def budget(past: Past, event: slate.BudgetSet) -> Commands:
    """As much money as before, if any was named."""
    return [slate.SetBudget(meeting=past.id, budget=event.old)] if event.old else []


def added(past: Past, event: slate.CandidateAdded) -> Commands:
    """The project is off the slate."""
    return [slate.RemoveCandidate(meeting=past.id, candidate=event.candidate.id)]


def changed(past: Past, event: slate.CandidateChanged) -> Commands:
    """Title, place and sums as they were."""
    return [slate.ChangeCandidate(meeting=past.id, candidate=event.old, reason=past.reason)]


def removed(past: Past, event: slate.CandidateRemoved) -> Commands:
    """The project is on the slate again, as the last."""
    found = _candidate(past, event.candidate)
    return [slate.AddCandidate(meeting=past.id, candidate=found)] if found is not None else []


def withdrawn(past: Past, event: slate.CandidateWithdrawn) -> Commands:
    """The project stands again."""
    return [
        reinstating.ReinstateCandidate(
            meeting=past.id, candidate=event.candidate, reason=past.reason
        )
    ]


def reinstated(past: Past, event: reinstating.CandidateReinstated) -> Commands:
    """The project is withdrawn again, for the reason that was given then."""
    return [slate.WithdrawCandidate(meeting=past.id, candidate=event.candidate, reason=event.old)]


def _candidate(past: Past, name: str) -> slate.Candidate | None:
    """A project as it stood."""
    found: slate.Candidate | None = None
    for event in past.events():
        match event:
            case slate.RoundTaken():
                found = next((one for one in event.candidates if one.id == name), found)
            case slate.CandidateAdded() | slate.CandidateChanged() if event.candidate.id == name:
                found = event.candidate
            case _:
                pass
    return found


def terms_set(past: Past, _event: terms.TermsSet) -> Commands:
    """As they were settled before, if they were."""
    old = past.last(terms.TermsSet)
    return [terms.SetTerms(meeting=past.id, terms=old.terms)] if old is not None else []


def stepped_back(past: Past, event: recusals.SteppedBack) -> Commands:
    """Votes on the project after all."""
    return [
        recusals.LiftStepBack(
            meeting=past.id, member=event.member, candidate=event.candidate, reason=past.reason
        )
    ]


def lifted(past: Past, event: recusals.StepBackLifted) -> Commands:
    """Steps back again, for the reason that was given then."""
    before = past.last(recusals.SteppedBack, member=event.member, candidate=event.candidate)
    reason = before.reason if before is not None else past.reason
    return [
        recusals.StepBack(
            meeting=past.id, member=event.member, candidate=event.candidate, reason=reason
        )
    ]


def ordered(past: Past, _event: pitches.PitchesOrdered) -> Commands:
    """The order that stood before, without what has gone from the slate and with what has come at its end."""
    old = past.last(pitches.PitchesOrdered)
    if old is None:
        return []
    standing = [one.id for one in past.meeting.slate.standing]
    order = [one for one in old.order if one in standing]
    order += [one for one in standing if one not in order]
    return [pitches.OrderPitches(meeting=past.id, order=tuple(order), how=old.how)]


def begun(past: Past, _event: pitches.PitchBegun) -> Commands:
    """The pitch is ended."""
    return [pitches.EndPitch(meeting=past.id)]


def ended(past: Past, event: pitches.PitchEnded) -> Commands:
    """It is presented again, and its clock begins anew."""
    held = past.meeting.pitches.of(event.candidate)
    who = held[-1].who if held else ""
    return [pitches.BeginPitch(meeting=past.id, candidate=event.candidate, who=who)]


def opened(past: Past, event: ballots.VoteOpened) -> Commands:
    """The vote does not count."""
    return [ballots.DeclareVoid(meeting=past.id, vote=event.number, reason=past.reason)]


def issued(past: Past, event: ballots.PapersIssued) -> Commands:
    """As many as before, if a number stood there."""
    if event.old is None:
        return []
    return [
        ballots.IssuePapers(
            meeting=past.id, group=event.group, issued=event.old, reason=past.reason
        )
    ]


def boxed(past: Past, event: ballots.BoxCounted) -> Commands:
    """As many as before, if a number stood there."""
    if event.old is None:
        return []
    return [
        ballots.CountBox(meeting=past.id, group=event.group, returned=event.old, reason=past.reason)
    ]


def typed(past: Past, event: entering.BallotTyped) -> Commands:
    """The ballot as it was typed before in this vote, or none."""
    opened_last = past.last(ballots.VoteOpened)
    before = None
    for one in past.events():
        if one is opened_last:
            before = None
        elif isinstance(one, entering.BallotTyped) and one.member == event.member:
            before = one
        elif isinstance(one, entering.TypedTakenBack) and one.member == event.member:
            before = None
    if before is None:
        return [entering.TakeTypedBack(meeting=past.id, member=event.member, reason=past.reason)]
    return [
        entering.CastFor(
            meeting=past.id, member=event.member, ballot=before.ballot,
            typed_by=before.typed_by, reason=past.reason,
        )
    ]  # fmt: skip


def corrected(past: Past, event: closing.PaperCorrected) -> Commands:
    """The ballot as it was read before."""
    return [
        closing.CorrectPaper(
            meeting=past.id, group=event.group, number=event.number, ballot=event.old,
            reason=past.reason, vote=event.vote,
        )
    ]  # fmt: skip


def in_part(past: Past, event: outcome.FundedInPart) -> Commands:
    """As much of it as before."""
    return [
        outcome.FundInPart(
            meeting=past.id, candidate=event.candidate, fen=event.old, reason=past.reason
        )
    ]


def announced(past: Past, _event: outcome.Announced) -> Commands:
    """The announcement is taken back."""
    return [outcome.TakeBackResult(meeting=past.id, reason=past.reason)]


def taken_back(past: Past, _event: outcome.AnnouncementTakenBack) -> Commands:
    """It stands announced again."""
    return [outcome.Announce(meeting=past.id)]
