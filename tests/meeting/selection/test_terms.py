"""The terms: what goes on a ballot and how it is counted, fixed before anybody votes."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from facilitator.meeting.selection.ballots import DeclareVoid
from facilitator.meeting.selection.recount import papers_of
from facilitator.meeting.selection.terms import SetTerms, Terms
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule, TieBreak
from tests.meeting.selection.panel import Panel, approval, ticks

GREEDY = SelectionRule(rule=Rule.GREEDY)


def terms(**changes: Any) -> Terms:
    """Terms with a changed ballot or way of counting."""
    ballot = {"kind": BallotKind.APPROVAL, "most": 3}
    counting: dict[str, Any] = {"rule": Rule.GREEDY}
    for name, value in changes.items():
        (ballot if name in ("kind", "most", "each") else counting)[name] = value
    return Terms(ballot=BallotRule(**ballot), counting=SelectionRule(**counting))


def test_terms_are_set_and_set_anew_until_the_first_vote() -> None:
    """Once papers are out, nobody changes the rules."""
    one = Panel("prepare", terms=terms(most=2))
    one.send(SetTerms, terms=terms(most=4, ties=(TieBreak.LOWER_COST, TieBreak.LOT)))
    assert one.meeting.terms.ballot.most == 4
    one.to("voting")
    one.open_vote()
    assert one.no(SetTerms, terms=terms(most=5)) == "terms-fixed"
    one.papers(residents=[ticks("a")])
    assert one.no(SetTerms, terms=terms(most=5)) == "terms-fixed"


def test_terms_that_were_wrong_can_be_put_right_once_the_vote_is_void() -> None:
    """The void vote is still read by the terms it was held under."""
    one = Panel(terms=approval(1))
    one.open_vote()
    one.papers(residents=[ticks("a", "b")])
    one.send(DeclareVoid, reason="Three ticks were agreed.")
    one.send(SetTerms, terms=approval(3, twice=False))
    assert papers_of(one.meeting, one.meeting.ballots.votes[0])["residents"].void == 1
    one.voted(residents=[ticks("a", "b")])
    assert papers_of(one.meeting, one.vote)["residents"].valid == 1
    assert one.funded == {"a", "b"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"most": 0}, "most"),
        ({"kind": BallotKind.RANKING, "most": 1001}, "most"),
        ({"kind": BallotKind.DOTS, "most": 5, "each": -1}, "each"),
        ({"kind": BallotKind.POINTS, "most": 5, "each": 1001}, "each"),
        ({"least_votes": -1}, "least_votes"),
        ({"least_votes": 10**9 + 1}, "least_votes"),
        ({"step": 10**15 + 1}, "step"),
    ],
)
def test_numbers_that_cannot_be_are_refused(changes: dict[str, Any], field: str) -> None:
    """Each says what it may be."""
    refusal = Panel("prepare").refusal(SetTerms, terms=terms(**changes))
    assert (refusal.code, refusal.facts["field"]) == ("number-range", field)


def test_a_share_is_raised_by_something_and_a_tie_broken_one_way_once() -> None:
    """A step of nought never ends; the same way twice is a slip."""
    one = Panel("prepare")
    assert one.no(SetTerms, terms=terms(step=0)) == "step-not-positive"
    twice = (TieBreak.LOT, TieBreak.LOT)
    assert one.no(SetTerms, terms=terms(ties=twice)) == "tie-break-twice"


def test_a_knapsack_needs_no_number_of_ticks() -> None:
    """Its limit is the money."""
    one = Panel("prepare", terms=Terms(ballot=BallotRule(kind=BallotKind.KNAPSACK)))
    assert one.meeting.terms.ballot.most == 0


def test_clocks_may_run_without_a_limit_and_not_for_ever() -> None:
    """0 is no limit; as JSON, more than two hours is refused."""
    assert msgspec.convert({"pitch_seconds": 0}, Terms).pitch_seconds == 0
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"pitch_seconds": 7201}, Terms)
