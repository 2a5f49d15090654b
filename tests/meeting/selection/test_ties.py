"""Ties whose order decides: by cost, by lot, by voting again, or undecided; the way is fixed beforehand."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.meeting.attendance import Leave
from facilitator.meeting.selection.ballots import DeclareVoid, OpenVote
from facilitator.meeting.selection.closing import CloseVote, CorrectPaper
from facilitator.meeting.selection.outcome import Announce, FundInPart
from facilitator.meeting.selection.recount import Why
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import WithdrawCandidate
from facilitator.meeting.selection.ties import DrawLot, RuleOnTie, ways_open
from facilitator.rules.selection.outcome import Fate, Verdict
from facilitator.rules.selection.problem import TieBreak
from tests.meeting.selection.panel import HELPERS, TIED, Panel, approval, ticks

LOT, REVOTE, COST = TieBreak.LOT, TieBreak.REVOTE, TieBreak.LOWER_COST
DRAWN = {"how": "Two slips in a hat", "witnesses": ("r1", "h1")}
EQUAL = {"a": 40_000, "b": 35_000, "c": 20_000, "d": 20_000}
"""As in E8 (b), but c and d ask for the same: what costs less decides nothing."""
AGAIN = {"residents": [ticks("c"), ticks("c"), ticks("c"), ticks("d")], "heads": [ticks("d")] * 2}
"""A vote among c and d: as many for each."""


def tied(*ties: TieBreak, **more: Any) -> Panel:
    """Example E8 (b): a and b are funded, c and d fit alone, not together."""
    more.setdefault("projects", EQUAL | {"c": 25_000})
    one = Panel(terms=approval(3, *ties), **more)
    one.voted(**TIED)
    one.to("result")
    return one


def test_where_only_one_of_two_equals_fits_there_is_no_tie() -> None:
    """Example E8 (a): c for 25,000 fits, d for 30,000 does not."""
    one = Panel()
    found = one.voted(**TIED)
    assert found is not None
    assert (found.verdict, one.funded) == (Verdict.DECIDED, {"a", "b", "c"})
    assert one.fates()["d"] is Fate.UNAFFORDABLE
    assert ways_open(one.meeting) == ()


def test_without_a_way_fixed_beforehand_a_true_tie_is_undecided() -> None:
    """Example E8 (b): undecided, not d. Nothing is announced or given in part until people agree on a way."""
    one = tied()
    assert one.meeting.outcome.tied == ("c", "d") or set(one.meeting.outcome.tied) == {"c", "d"}
    assert one.funded == {"a", "b"}
    for kind, more in (
        (Announce, {}),
        (FundInPart, {"candidate": "c", "fen": 1, "reason": "r"}),
    ):
        assert one.no(kind, **more) == "selection-undecided"
    assert one.no(DrawLot, order=("c", "d"), **DRAWN) == "other-tie-break"
    assert one.no(OpenVote, helpers=HELPERS, among=("c", "d")) == "other-tie-break"


def test_people_agree_on_a_way_after_the_count_and_the_result_says_so() -> None:
    """With the reason; ways that were tried already are not agreed again."""
    one = tied()
    assert one.no(RuleOnTie, ties=(), reason="r") == "tie-break-twice"
    assert one.no(RuleOnTie, ties=(LOT, LOT), reason="r") == "tie-break-twice"
    assert one.no(RuleOnTie, ties=(COST,), reason=" ") == "text-missing"
    told = one.send(RuleOnTie, ties=(COST,), reason="Agreed by show of hands.")
    assert set(told[0].tied) == {"c", "d"}
    assert told[1].why is Why.RULED
    assert one.funded == {"a", "b", "d"}
    assert one.meeting.outcome.ruled_ties == (COST,)
    assert one.meeting.outcome.selection is not None
    assert one.meeting.outcome.selection.left == 500_000
    assert one.no(RuleOnTie, ties=(LOT,), reason="r") == "no-tie"


def test_a_way_that_decides_nothing_leaves_room_for_another() -> None:
    """Equal costs; then the lot is agreed, and holds."""
    one = tied(projects=EQUAL)
    one.send(RuleOnTie, ties=(COST,), reason="Agreed.")
    assert one.meeting.outcome.tied
    assert one.no(RuleOnTie, ties=(COST,), reason="Again.") == "tie-break-twice"
    one.send(RuleOnTie, ties=(LOT,), reason="Agreed.")
    assert one.no(RuleOnTie, ties=(TieBreak.MORE_VOTES,), reason="r") == "tie-break-fixed"
    one.send(DrawLot, order=("d", "c"), **DRAWN)
    assert one.funded == {"a", "b", "d"}


def test_lower_cost_goes_first_where_that_was_fixed() -> None:
    """Example E8 (b): d, and 5,000 are left; nobody has to act."""
    one = tied(COST)
    assert one.funded == {"a", "b", "d"}
    selection = one.meeting.outcome.selection
    assert selection is not None
    assert (selection.left, selection.line("d").tie) == (500_000, COST)
    assert one.no(RuleOnTie, ties=(LOT,), reason="r") == "no-tie"
    assert one.no(DrawLot, order=("c", "d"), **DRAWN) == "no-tie"


def test_a_lot_is_drawn_among_all_who_are_tied_before_two_witnesses() -> None:
    """How it was drawn and who saw it stands in the record."""
    one = tied(LOT)
    assert ways_open(one.meeting) == (LOT,)
    refusal = one.refusal(DrawLot, order=("c",), **DRAWN)
    assert refusal.code == "not-the-tied"
    assert set(refusal.facts["tied"]) == {"Project C", "Project D"}
    assert one.no(DrawLot, order=("c", "d", "c"), **DRAWN) == "not-the-tied"
    for witnesses in ((), ("r1",), ("r1", "r1")):
        assert one.no(DrawLot, order=("c", "d"), how="A hat", witnesses=witnesses) == "witnesses"
    assert one.no(DrawLot, order=("c", "d"), how=" ", witnesses=("r1", "h1")) == "text-missing"
    one.send(Leave, person="r4")
    gone = {"how": "A hat", "witnesses": ("r4", "h1")}
    assert one.no(DrawLot, order=("c", "d"), **gone) == "not-present"
    assert one.no(RuleOnTie, ties=(COST,), reason="r") == "tie-break-fixed"
    told = one.send(DrawLot, order=("c", "d"), **DRAWN)
    assert told[1].why is Why.LOT
    assert one.funded == {"a", "b", "c"}
    assert one.meeting.outcome.selection is not None
    assert one.meeting.outcome.selection.line("c").tie is LOT
    assert one.no(DrawLot, order=("d", "c"), **DRAWN) == "no-tie"


def test_a_lot_once_drawn_holds_when_something_is_counted_again() -> None:
    """Nobody draws again until it suits: not by withdrawing, reinstating or correcting."""
    one = tied(LOT)
    one.send(DrawLot, order=("d", "c"), **DRAWN)
    one.send(WithdrawCandidate, candidate="c", reason="Wrong line.")
    one.send(ReinstateCandidate, candidate="c", reason="It stands.")
    fix = {"group": "residents", "number": 4, "reason": "Misread."}
    one.send(CorrectPaper, **fix, ballot=ticks("a", "d"))
    one.send(CorrectPaper, **fix, ballot=ticks("a"))
    assert one.funded == {"a", "b", "d"}
    assert one.no(DrawLot, order=("c", "d"), **DRAWN) == "no-tie"


def test_a_lot_among_others_is_a_new_one() -> None:
    """An order that does not name all who are tied now does not order them; the latest that does holds."""
    one = tied(LOT, projects={"a": 40_000, "b": 40_000, "c": 20_000, "d": 20_000, "e": 20_000})
    one.send(DrawLot, order=("c", "d"), **DRAWN)
    fix = {"group": "residents", "reason": "Misread."}
    one.send(CorrectPaper, **fix, number=4, ballot=ticks("a", "e"))
    one.send(CorrectPaper, **fix, number=3, ballot=ticks("b", "c", "e"))
    assert set(one.meeting.outcome.tied) == {"c", "d", "e"}
    one.send(DrawLot, order=("e", "d", "c"), **DRAWN)
    assert "e" in one.funded
    assert "c" not in one.funded
    one.send(WithdrawCandidate, candidate="e", reason="Gone.")
    assert "d" in one.funded
    assert "c" not in one.funded


def test_people_vote_again_among_the_tied_with_one_tick_each() -> None:
    """The Chinese electoral habit; whoever is in the room now has a vote, and the order counts."""
    one = tied(REVOTE)
    assert one.no(DrawLot, order=("c", "d"), **DRAWN) == "other-tie-break"
    assert one.no(OpenVote, helpers=HELPERS) == "already-voted"
    for among in (("c",), ("c", "c"), ("c", "d", "d"), ("a", "d")):
        assert one.no(OpenVote, helpers=HELPERS, among=among) == "not-the-tied"
    one.send(Leave, person="r4")
    one.open_vote("d", "c")
    assert len(one.vote.present) == 8
    assert one.meeting.ballots.main() is one.meeting.ballots.votes[0]
    assert one.no(WithdrawCandidate, candidate="c", reason="r") == "vote-open"
    assert one.no(DrawLot, order=("c", "d"), **DRAWN) == "other-tie-break"
    one.papers(residents=[ticks("c"), ticks("c", "d"), ticks("d")], heads=[ticks("d")] * 2)
    _, revote, count = one.send(CloseVote)
    assert (revote.vote, revote.votes, revote.order) == (2, {"c": 1, "d": 3}, ("d", "c"))
    assert (count.vote, count.why) == (1, Why.REVOTE)
    assert one.funded == {"a", "b", "d"}
    assert one.meeting.outcome.selection is not None
    assert one.meeting.outcome.selection.line("d").tie is REVOTE


def test_a_vote_again_with_equal_votes_is_repeated_or_people_agree_on_a_way() -> None:
    """Nobody is caught in a vote that stays equal."""
    one = tied(REVOTE)
    assert one.no(RuleOnTie, ties=(LOT,), reason="r") == "tie-break-fixed"
    one.voted("c", "d", **AGAIN)
    assert one.meeting.outcome.tied
    assert ways_open(one.meeting) == (REVOTE,)
    one.voted("c", "d", **AGAIN)
    one.send(RuleOnTie, ties=(LOT,), reason="Agreed by show of hands.")
    assert ways_open(one.meeting) == (LOT,)
    one.send(DrawLot, order=("c", "d"), **DRAWN)
    selection = one.meeting.outcome.selection
    assert selection is not None
    assert (one.funded, selection.line("c").tie) == ({"a", "b", "c"}, LOT)


def test_ways_are_taken_in_the_order_in_which_they_were_fixed() -> None:
    """First people vote again; the lot only where that was equal."""
    one = tied(REVOTE, LOT)
    assert ways_open(one.meeting) == (REVOTE,)
    refusal = one.refusal(DrawLot, order=("c", "d"), **DRAWN)
    assert (refusal.code, refusal.facts["turn"]) == ("tie-break-order", "revote")
    one.voted("c", "d", **AGAIN)
    assert one.no(OpenVote, helpers=HELPERS, among=("c", "d")) == "tie-break-order"
    one.send(DrawLot, order=("d", "c"), **DRAWN)
    assert one.funded == {"a", "b", "d"}


def test_after_an_equal_vote_again_what_costs_less_may_decide_by_itself() -> None:
    """Where that was fixed as the next way."""
    one = tied(REVOTE, COST)
    one.voted("c", "d", **AGAIN)
    assert one.funded == {"a", "b", "d"}


def test_a_vote_again_that_parts_some_of_the_tied_leaves_the_others_to_the_next_way() -> None:
    """Of three, one has most; the other two have as many and are drawn."""
    three = {"a": 40_000, "b": 35_000, "c": 12_000, "d": 12_000, "e": 12_000}
    one = Panel("voting", projects=three, terms=approval(5, REVOTE, LOT))
    both = ticks("a", "b", "c", "d", "e")
    one.voted(residents=[both, both], heads=[ticks("a", "b")])
    assert set(one.meeting.outcome.tied) == {"c", "d", "e"}
    one.voted("c", "d", "e", residents=[ticks("e"), ticks("e"), ticks("d"), ticks("c")])
    assert set(one.meeting.outcome.tied) == {"c", "d"}
    assert one.funded == {"a", "b", "e"}
    assert ways_open(one.meeting) == (LOT,)
    one.to("result")
    one.send(DrawLot, order=("d", "c"), **DRAWN)
    assert one.funded == {"a", "b", "d", "e"}


def test_votes_again_follow_one_another_until_all_are_parted() -> None:
    """Where voting again is the only way, the two who were equal are voted on once more."""
    three = {"a": 40_000, "b": 35_000, "c": 12_000, "d": 12_000, "e": 12_000}
    one = Panel("voting", projects=three, terms=approval(5, REVOTE))
    one.voted(residents=[ticks(*"abcde")] * 2, heads=[ticks("a", "b")])
    one.voted("c", "d", "e", residents=[ticks("e"), ticks("e"), ticks("d"), ticks("c")])
    one.voted("c", "d", residents=[ticks("c"), ticks("c"), ticks("d")])
    assert one.funded == {"a", "b", "c", "e"}


def test_a_paper_of_the_vote_among_the_tied_is_corrected_too() -> None:
    """By the number of that vote; its order, and with it the whole result, is another one then."""
    one = tied(REVOTE)
    one.voted("c", "d", residents=[ticks("c"), ticks("c"), ticks("d")])
    assert one.funded == {"a", "b", "c"}
    told = one.send(
        CorrectPaper,
        group="residents",
        number=1,
        vote=2,
        ballot=ticks("d"),
        reason="The second row was ticked.",
    )
    assert [event.why for event in told[2:]] == [Why.CORRECTED]
    assert told[1].votes == {"c": 1, "d": 2}
    assert one.funded == {"a", "b", "d"}
    assert len(one.meeting.outcome.orders) == 1


def test_a_void_vote_among_the_tied_leaves_them_tied() -> None:
    """While it runs, and after it was counted: its order counts no more, and people vote once more."""
    one = tied(REVOTE)
    one.open_vote("c", "d")
    one.send(DeclareVoid, reason="Somebody looked.")
    assert set(one.meeting.outcome.tied) == {"c", "d"}
    one.voted("c", "d", residents=[ticks("c")])
    assert one.funded == {"a", "b", "c"}
    told = one.send(DeclareVoid, reason="Somebody looked again.")
    assert told[1].why is Why.VOIDED
    assert set(one.meeting.outcome.tied) == {"c", "d"}
    one.voted("c", "d", residents=[ticks("d")])
    assert one.funded == {"a", "b", "d"}


def test_a_void_main_vote_takes_all_that_rested_on_it_along() -> None:
    """The vote among the tied, the lot, what was ruled: a new vote begins with nothing."""
    one = tied(REVOTE)
    one.voted("c", "d", **AGAIN)
    one.send(RuleOnTie, ties=(LOT,), reason="Agreed.")
    one.send(DrawLot, order=("c", "d"), **DRAWN)
    one.send(DeclareVoid, vote=1, reason="A second box was found.")
    outcome = one.meeting.outcome
    assert (outcome.orders, outcome.ruled_ties, outcome.selection) == ((), (), None)
    assert [vote.void for vote in one.meeting.ballots.votes] == ["A second box was found."] * 2
    one.voted(**TIED)
    assert set(outcome.tied) == {"c", "d"}
    assert ways_open(one.meeting) == (REVOTE,)


@pytest.mark.parametrize("closed", [False, True])
def test_an_overfull_box_makes_a_vote_among_the_tied_void(closed: bool) -> None:
    """It parts nobody."""
    one = tied(REVOTE)
    one.open_vote("c", "d")
    one.papers(residents=[ticks("c")] * (5 if closed else 4))
    one.send(CloseVote)
    assert bool(one.meeting.outcome.tied) is closed
    assert (one.funded == {"a", "b", "c"}) is not closed
