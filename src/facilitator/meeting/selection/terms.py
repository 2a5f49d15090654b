"""The terms of a selection, fixed before the vote: what goes on a ballot, how it is counted, how ties break."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from facilitator.acts import Event, Recorded, RuleViolation
from facilitator.meeting.part import MeetingCommand, Part
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_MARK = 1000
MOST_VOTES = 10**9
MOST_STEP = 10**15
NEEDS_MOST = frozenset(BallotKind) - {BallotKind.KNAPSACK}
"""Kinds of ballot that say how many ticks, points or places there are."""


class Terms(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """What is agreed before anybody votes. Without an order for ties, a tie leaves the result undecided."""

    ballot: BallotRule = BallotRule(kind=BallotKind.APPROVAL, most=3)
    counting: SelectionRule = SelectionRule(rule=Rule.GREEDY)
    twice: bool = True
    """Whether every paper is entered by two helpers, each on their own."""
    pitch_seconds: Annotated[int, Meta(ge=0, le=7200)] = 300
    question_seconds: Annotated[int, Meta(ge=0, le=7200)] = 300
    """0: not limited."""


class SetTerms(MeetingCommand, frozen=True, kw_only=True, tag="slate.set-terms"):
    """How people will vote and how it will be counted."""

    terms: Terms


class TermsSet(Event, frozen=True, kw_only=True, tag="slate.terms-set"):
    terms: Terms


def set_terms(meeting: Meeting, command: SetTerms) -> Iterable[Event]:
    """Until a vote is opened: nobody changes the rules once papers are out (`terms-fixed`), unless that vote is
    void and people vote again.
    """
    if meeting.ballots.fixed:
        raise RuleViolation("terms-fixed")
    ballot, counting = command.terms.ballot, command.terms.counting
    if ballot.kind in NEEDS_MOST and not 1 <= ballot.most <= MOST_MARK:
        raise RuleViolation(
            "number-range", field="most", value=ballot.most, least=1, most=MOST_MARK
        )
    if not 0 <= ballot.each <= MOST_MARK:
        raise RuleViolation(
            "number-range", field="each", value=ballot.each, least=0, most=MOST_MARK
        )
    if not 0 <= counting.least_votes <= MOST_VOTES:
        raise RuleViolation(
            "number-range",
            field="least_votes",
            value=counting.least_votes,
            least=0,
            most=MOST_VOTES,
        )
    if counting.step <= 0:
        raise RuleViolation("step-not-positive", step=counting.step)
    if counting.step > MOST_STEP:
        raise RuleViolation(
            "number-range", field="step", value=counting.step, least=1, most=MOST_STEP
        )
    if len(set(counting.ties)) < len(counting.ties):
        raise RuleViolation("tie-break-twice")
    yield TermsSet(terms=command.terms)


def on_set(meeting: Meeting, event: TermsSet, _recorded: Recorded) -> None:
    meeting.terms = event.terms


PART = Part("slate", {SetTerms: set_terms}, {TermsSet: on_set})
