"""Reading papers: twice over, with a list of differences; ballots typed for somebody."""

from __future__ import annotations

import pytest

from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.selection.closing import CloseVote, hindrances_to_close
from facilitator.meeting.selection.entering import (
    CastFor,
    EnterPaper,
    SettlePaper,
    TakeTypedBack,
)
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.recount import as_it_stands, known, papers_of, reading
from facilitator.meeting.selection.slate import WithdrawCandidate
from facilitator.meeting.selection.terms import Terms
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule
from tests.meeting.selection.panel import Panel, approval, ticks


def voting(terms: Terms | None = None) -> Panel:
    """An evening with three papers in the box of the heads, the others empty."""
    one = Panel(terms=terms)
    one.open_vote()
    for group in ("residents", "officials"):
        one.box(group, 0)
    one.box("heads", 3)
    return one


def test_two_helpers_read_every_paper_and_differences_are_listed() -> None:
    """What only one has read, or both differently, does not count yet."""
    one = voting()
    one.enter("heads", 1, ticks("a", "b"))
    one.enter("heads", 2, ticks("a"), 1)
    one.enter("heads", 2, ticks("b"), 2)
    one.enter("heads", 3, ticks("c"), 1)
    assert [paper.number for paper in one.vote.differences()] == [2]
    assert known(one.meeting, one.vote) == [("heads", ticks("a", "b"))]
    found = as_it_stands(one.meeting)
    assert found is not None
    assert found.voters == 1
    told = [(refusal.code, refusal.facts) for refusal in hindrances_to_close(one.meeting, one.vote)]
    assert told == [
        ("papers-unread", {"group": "heads", "helper": 2, "numbers": [3]}),
        ("papers-differ", {"numbers": [2]}),
    ]
    assert one.no(CloseVote) == "papers-unread"
    one.enter("heads", 3, ticks("c"), 2)
    assert one.no(CloseVote) == "papers-differ"


def test_a_difference_is_settled_together_or_by_reading_again() -> None:
    """What was settled is not read again; what nobody read differently has nothing to settle."""
    one = voting()
    for number in (1, 2):
        one.enter("heads", number, ticks("a"), 1)
        one.enter("heads", number, ticks("b"), 2)
    one.enter("heads", 1, ticks("a"), 2)
    assert one.no(SettlePaper, group="heads", number=1, ballot=ticks("a")) == "nothing-to-settle"
    assert one.no(SettlePaper, group="heads", number=3, ballot=ticks("a")) == "nothing-to-settle"
    one.send(SettlePaper, group="heads", number=2, ballot=ticks("b"), reason="A smudge.")
    refusal = one.refusal(EnterPaper, group="heads", number=2, helper=1, ballot=ticks("b"))
    assert refusal.code == "paper-settled"
    assert one.vote.papers["heads", 2].settled == ticks("b")
    assert not one.vote.differences()
    assert one.vote.unread("heads", 1) == one.vote.unread("heads", 2) == [3]


def test_a_paper_is_in_a_box_and_read_by_a_helper() -> None:
    """Numbers run from 1 to what the box held; there are two helpers, or one."""
    one = voting()
    for number in (0, 4):
        assert one.no(EnterPaper, group="heads", number=number) == "paper-number"
    assert one.no(EnterPaper, group="others", number=1) == "box-not-counted"
    for helper in (0, 3):
        assert one.no(EnterPaper, group="heads", number=1, helper=helper) == "number-range"
    one.enter("heads", 1, ticks("a"), 2)
    same = {"group": "heads", "number": 1, "helper": 2}
    assert one.no(EnterPaper, **same, ballot=ticks("a")) == "nothing-to-correct"
    once = voting(approval(3, twice=False))
    assert once.no(EnterPaper, group="heads", number=1, helper=2) == "number-range"
    once.enter("heads", 1, ticks("a"))
    assert once.vote.papers["heads", 1].agreed(False) == ticks("a")
    assert once.vote.unread("heads", 1) == [2, 3]


def test_what_cannot_be_on_a_paper_is_refused() -> None:
    """A project that is not on it, struck or marked; a mark below nought or without end."""
    one = voting()
    paper = {"group": "heads", "number": 1}
    assert one.no(EnterPaper, **paper, ballot=ticks("x")) == "not-on-ballot"
    assert one.no(EnterPaper, **paper, ballot=Marks(struck=("x",))) == "not-on-ballot"
    for mark in (-1, 1001, 10**30):
        assert one.no(EnterPaper, **paper, ballot=Marks(marks={"a": mark})) == "number-range"


def test_what_is_written_on_a_paper_is_kept_in_one_form() -> None:
    """No order, no empty marks, each strike once; of an unreadable one nothing, so that two helpers agree."""
    one = voting()
    one.enter("heads", 1, Marks(marks={"b": 1, "a": 1, "c": 0}, struck=("d", "d")), 1)
    one.enter("heads", 1, Marks(marks={"a": 1, "b": 1}, struck=("d",)), 2)
    one.enter("heads", 2, Marks(unreadable=True), 1)
    one.enter("heads", 2, Marks(marks={"a": 1}, struck=("b",), unreadable=True), 2)
    assert not one.vote.differences()
    assert papers_of(one.meeting, one.vote)["heads"].void == 1


def test_four_ticks_of_three_make_a_paper_void_and_two_do_not() -> None:
    """Example E10: k-approval with k = 3."""
    one = voting()
    one.enter("heads", 1, ticks("a", "b", "c", "d"))
    one.enter("heads", 2, ticks("a", "b"))
    one.enter("heads", 3, Marks())
    one.send(CloseVote)
    assert one.meeting.outcome.last is not None
    found = one.meeting.outcome.last.papers["heads"]
    assert (found.issued, found.returned, found.typed) == (3, 3, 0)
    assert (found.valid, found.blank, found.void) == (1, 1, 1)
    assert one.meeting.outcome.last.selection.voters == 2


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        (BallotRule(kind=BallotKind.KNAPSACK), {"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "d": 1}),
        (BallotRule(kind=BallotKind.POINTS, most=10), {"a": 7, "b": 3}, {"a": 7, "b": 4}),
        (BallotRule(kind=BallotKind.DOTS, most=5, each=2), {"a": 2, "b": 2}, {"a": 3}),
        (BallotRule(kind=BallotKind.SCORE, most=10), {"a": 10, "b": 10}, {"a": 11}),
        (BallotRule(kind=BallotKind.RANKING, most=3), {"a": 1, "b": 2}, {"a": 1, "b": 3}),
        (BallotRule(kind=BallotKind.APPROVAL, most=2), {"a": 1}, {"a": 2}),
    ],
)
def test_every_kind_of_ballot_has_papers_that_count_and_papers_that_do_not(
    rule: BallotRule, good: dict[str, int], bad: dict[str, int]
) -> None:
    """What is wrong on a paper is kept as it is, and the paper is void."""
    one = voting(Terms(ballot=rule, counting=SelectionRule(rule=Rule.GREEDY)))
    one.enter("heads", 1, Marks(marks=good))
    one.enter("heads", 2, Marks(marks=bad))
    kinds = [reading(one.meeting, one.vote, marks)[0] for _, marks in known(one.meeting, one.vote)]
    assert kinds == ["valid", "void"]


def test_a_struck_place_in_a_ranking_closes_up() -> None:
    """First the own project, which does not count, then two others: these are first and second."""
    ranking = BallotRule(kind=BallotKind.RANKING, most=3)
    one = voting(Terms(ballot=ranking, counting=SelectionRule(rule=Rule.GREEDY)))
    marks = Marks(marks={"a": 1, "b": 2, "c": 3}, struck=("a",))
    assert reading(one.meeting, one.vote, marks) == ("valid", {"b": 3, "c": 2})
    gap = Marks(marks={"b": 2, "c": 3}, struck=("a",))
    assert reading(one.meeting, one.vote, gap) == ("void", {})
    same = Marks(marks={"a": 1, "b": 1, "c": 2}, struck=("a",))
    assert reading(one.meeting, one.vote, same) == ("valid", {"b": 3, "c": 2})


def test_a_ballot_is_typed_for_somebody_who_is_in_the_room() -> None:
    """Of those on the roll, and not for somebody who has gone home; whoever came late is not on it."""
    one = Panel(present=("r1", "r2", "h1", "o1", "o2"))
    one.open_vote(residents=1, heads=0)
    one.send(CastFor, member="r1", ballot=ticks("a"), typed_by="Li", reason="Bad eyes.")
    one.send(Arrive, person="h2")
    assert one.no(CastFor, member="h2", ballot=ticks("a")) == "not-on-roll"
    assert one.no(CastFor, member="x", ballot=ticks("a")) == "not-a-member"
    one.send(Leave, person="h1")
    assert one.no(CastFor, member="h1", ballot=ticks("a")) == "not-present"
    assert one.no(CastFor, member="r1", ballot=ticks("x"), reason="r") == "not-on-ballot"
    one.send(Leave, person="r1")
    assert one.no(CastFor, member="r1", ballot=ticks("b")) == "text-missing"
    one.send(CastFor, member="r1", ballot=ticks("b"), typed_by="Wu", reason="It was b.")
    assert one.no(CastFor, member="r1", ballot=ticks("b"), reason="r") == "nothing-to-correct"
    assert one.vote.named["r1"] == ticks("b")
    assert one.vote.typed_by["r1"] == "Wu"
    assert [(c.field, c.old, c.new) for c in one.vote.changes] == [
        ("typed.r1", '{"a":1}', '{"b":1}')
    ]
    one.papers(residents=[ticks("a")], officials=[ticks("a"), ticks("b")])
    one.send(CloseVote)
    assert one.meeting.outcome.last is not None
    found = one.meeting.outcome.last.papers["residents"]
    assert (found.issued, found.returned, found.typed, found.valid) == (1, 1, 1, 2)
    lines = {one.project: one.votes for one in one.meeting.outcome.last.selection.lines}
    assert lines == {"a": 2, "b": 2, "c": 0, "d": 0}


def test_a_ballot_typed_for_the_wrong_member_is_taken_back() -> None:
    """With the reason; it does not count, and its member may have a paper."""
    one = Panel()
    one.open_vote(heads=2)
    one.send(CastFor, member="h1", ballot=ticks("a"), typed_by="Li")
    assert one.no(TakeTypedBack, member="h2", reason="r") == "nothing-typed"
    assert one.no(TakeTypedBack, member="h1", reason=" ") == "text-missing"
    one.send(TakeTypedBack, member="h1", reason="It was the other Mrs Wang.")
    assert not one.vote.named
    assert not one.vote.typed_by
    assert [(c.field, c.old, c.new) for c in one.vote.changes] == [("typed.h1", '{"a":1}', "")]
    one.send(CastFor, member="h2", ballot=ticks("b"))
    one.papers()
    one.send(CloseVote)
    assert one.funded == {"b"}
    assert one.no(TakeTypedBack, member="h2", reason="r") == "no-vote-open"


def test_the_result_does_not_depend_on_who_enters_what_first() -> None:
    """Papers in another order, by the other helper first, with a slip in between: the same selection."""
    ballots = [ticks("a", "b"), ticks("b", "c"), ticks("d")]
    one, other = voting(), voting()
    for number, ballot in enumerate(ballots, 1):
        one.enter("heads", number, ballot)
    other.enter("heads", 3, ticks("a", "b", "c"), 2)
    for number in (2, 3, 1):
        other.enter("heads", number, ballots[number - 1], 2, 1)
    one.send(CloseVote)
    other.send(CloseVote)
    assert one.meeting.outcome.last == other.meeting.outcome.last


def test_a_withdrawn_project_still_fills_a_place_on_a_ballot() -> None:
    """Four ticks were too many when they were made; that one of them is void now mends nothing."""
    one = voting()
    one.enter("heads", 1, ticks("a", "b", "c", "d"))
    one.enter("heads", 2, ticks("a"))
    one.enter("heads", 3, ticks("b"))
    one.send(CloseVote)
    one.send(WithdrawCandidate, candidate="d", reason="Gone.")
    assert one.meeting.outcome.last is not None
    assert one.meeting.outcome.last.papers["heads"].void == 1
