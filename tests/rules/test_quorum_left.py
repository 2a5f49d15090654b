"""Somebody who walks out of a vote neither lowers what it takes to pass nor counts to the quorum."""

from __future__ import annotations

import pytest

from facilitator import presets
from facilitator.acts import RuleViolation
from facilitator.rules.counting import count
from facilitator.rules.outcome import Outcome, Verdict
from facilitator.rules.tally import Tally, Votes


def reps(present: int, in_favour: int, left: int) -> Outcome:
    """45 village representatives, so many present when the vote began, so many of them gone since."""
    tally = Tally(seats=45, in_office=45, present=present, in_favour=in_favour, left=left)
    return count(presets.charter("village_reps"), "", Votes(whole=tally))


def test_walking_out_does_not_lower_the_base() -> None:
    """Of 32 present 16 are not over half, even when two of the others have left."""
    outcome = reps(present=32, in_favour=16, left=2)
    assert outcome.verdict is Verdict.FAILED
    assert outcome.governing.base_size == 32


def test_walking_out_can_lose_the_quorum() -> None:
    """With 31 present and two gone before the close, 29 of 45 are under two thirds: not validly put."""
    assert reps(present=31, in_favour=29, left=2).verdict is Verdict.NOT_VALID
    assert reps(present=31, in_favour=29, left=1).verdict is Verdict.PASSED


def test_who_left_gave_no_answer() -> None:
    """More people gone without an answer than answers missing cannot be."""
    with pytest.raises(RuleViolation, match="more-left-than-silent"):
        reps(present=31, in_favour=30, left=2)
