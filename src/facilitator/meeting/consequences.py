"""What follows from an outcome for the motion, its wording and the decision; and from a corrected outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.meeting.decisions import DecisionAnnulled, DecisionMade
from facilitator.meeting.gathering import gather
from facilitator.meeting.motions import Motion, MotionAmended, MotionState
from facilitator.meeting.polls import Poll
from facilitator.rules.counting import count
from facilitator.rules.outcome import Outcome, Verdict

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

STATE_AFTER = {
    Verdict.PASSED: MotionState.CARRIED,
    Verdict.FAILED: MotionState.LOST,
    Verdict.UNDECIDED: MotionState.UNDECIDED,
    Verdict.NOT_VALID: MotionState.PENDING,
}
"""What a verdict makes of a motion; after a vote that was not valid it can be put again."""
VOTED_ON = (MotionState.CARRIED, MotionState.LOST, MotionState.UNDECIDED)


class OutcomeRevised(Event, frozen=True, kw_only=True, tag="polls.outcome-revised"):
    poll: str
    outcome: Outcome
    old: Verdict
    why: str
    governs: bool = True
    """False when the motion has moved on since that vote: then nothing follows for it."""


def governs(meeting: Meeting, poll: Poll) -> bool:
    """Whether a poll says what became of its motion.

    It does unless the motion was voted on again, reworded, amended, withdrawn or put off after it. Such a
    vote may be corrected, but it carries nothing: what it was about is no longer what stands there.
    """
    motion = meeting.motions.motion(poll.motion)
    held = [one for one in meeting.polls.on_motion(motion.id) if one.outcome is not None]
    return (
        held[-1] is poll
        and motion.worded < poll.opened.version
        and motion.state not in (MotionState.WITHDRAWN, MotionState.POSTPONED)
    )


def consequences(meeting: Meeting, poll: Poll, outcome: Outcome) -> Iterable[Event]:
    """What a verdict brings about: a carried amendment changes its motion, a carried motion is a decision."""
    motion = meeting.motions.motion(poll.motion)
    decision = meeting.decisions.of_motion(motion.id)
    if outcome.verdict is Verdict.PASSED:
        if motion.amends:
            yield _worded(meeting, motion, motion.becomes)
        else:
            yield DecisionMade(number=meeting.decisions.next_number, motion=motion.id, poll=poll.id)
    elif decision is not None:
        yield DecisionAnnulled(number=decision.number, poll=poll.id)


def after_correction(meeting: Meeting, poll: Poll, **changes: Any) -> Iterable[Event]:
    """What a correction of a closed poll brings about; nothing while it is open.

    `changes` are fields of the poll as the correction leaves them, or `ballots`, the corrected count. Refused
    while the motion is being voted on again (`poll-open`), and when an amendment's own result would change
    after the motion was voted on or got another wording (`amendment-already-used`): that is for a new motion.
    """
    if poll.outcome is None:
        return
    meeting.refuse_if_polled(poll.motion)
    ballots = changes.pop("ballots", None)
    outcome = count(meeting.charter, poll.rule, gather(meeting, replace(poll, **changes), ballots))
    old, ruling = poll.outcome.verdict, governs(meeting, poll)
    yield OutcomeRevised(poll=poll.id, outcome=outcome, old=old, why="correction", governs=ruling)
    if outcome.verdict is old or not ruling:
        return
    motion = meeting.motions.motion(poll.motion)
    if motion.amends and Verdict.PASSED in (outcome.verdict, old):
        _refuse_if_used(meeting, motion)
    if motion.amends and old is Verdict.PASSED:
        yield _worded(meeting, motion, motion.amended_from)
    yield from consequences(meeting, poll, outcome)


def _refuse_if_used(meeting: Meeting, amendment: Motion) -> None:
    """An amendment's result stands once the motion was voted on with it, or its wording has moved on."""
    main = meeting.motions.motion(amendment.amends)
    carried = amendment.state is MotionState.CARRIED
    expected = amendment.becomes if carried else amendment.amended_from
    polled = meeting.polls.running_on(main.id) is not None
    if polled or main.state in VOTED_ON or main.text != expected:
        raise RuleViolation("amendment-already-used", motion=meeting.motions.number(amendment))


def _worded(meeting: Meeting, amendment: Motion, text: str) -> MotionAmended:
    """The motion gets the wording that its amendment makes of it, or (taken back) the one it had before."""
    main = meeting.motions.motion(amendment.amends)
    return MotionAmended(motion=main.id, amendment=amendment.id, text=text, old=main.text)


def on_revised(meeting: Meeting, event: OutcomeRevised, recorded: Recorded) -> None:
    poll = meeting.polls.all[event.poll]
    poll.outcome = event.outcome
    poll.revised.append(recorded)
    if event.governs:
        meeting.motions.all[poll.motion].state = STATE_AFTER[event.outcome.verdict]
