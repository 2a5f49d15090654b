"""Somebody was signed in who was not there: they are on no roll, and nothing can have been theirs."""

from __future__ import annotations

import pytest

from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.selection.ballots import DeclareVoid, IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import CastFor
from facilitator.meeting.selection.papers import on_roll
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.ties import DrawLot
from facilitator.meeting.striking import StrikeStay
from facilitator.rules.selection.problem import TieBreak
from tests.meeting.selection.panel import HELPERS, PROJECTS, TIED, Panel, approval, ticks

NOT_THERE = {"person": "r4", "stay": 1, "reason": "It was her sister."}


def test_whoever_was_not_there_is_on_no_roll() -> None:
    """Nor among those who step back in a vote; fewer papers may be handed out then."""
    one = Panel()
    one.send(StepBack, member="r4", candidate="a", reason="Ours.")
    one.send(StepBack, member="r4", candidate="b", reason="Ours, too.")
    one.send(StepBack, member="r1", candidate="b", reason="Ours, too.")
    one.send(OpenVote, helpers=HELPERS)
    (event,) = one.send(StrikeStay, **NOT_THERE)
    assert event.votes == (1,)
    assert on_roll(one.meeting, one.vote)["residents"] == 3
    assert one.vote.recused == {"b": ("r1",)}
    assert [(c.field, c.old, c.new) for c in one.vote.changes] == [("r4", "present", "")]
    assert one.no(IssuePapers, group="residents", issued=4) == "more-issued-than-entitled"
    assert one.no(CastFor, member="r4", ballot=ticks("a")) == "not-on-roll"


def test_nobody_is_struck_from_a_roll_with_as_many_papers_as_people() -> None:
    """One of the papers would be nobody's: its number is put right first, or the vote is void."""
    one = Panel()
    one.open_vote()
    refusal = one.refusal(StrikeStay, **NOT_THERE)
    assert (refusal.code, refusal.facts) == (
        "more-issued-than-entitled",
        {"issued": 4, "entitled": 3},
    )
    one.send(IssuePapers, group="residents", issued=3, reason="Nobody took the fourth.")
    one.papers(residents=[ticks("a")] * 3)
    one.send(CloseVote)
    one.send(StrikeStay, **NOT_THERE)
    one = Panel()
    one.voted(residents=[ticks("a")] * 3)
    assert one.no(StrikeStay, **NOT_THERE) == "more-issued-than-entitled"
    one.send(DeclareVoid, reason="Somebody had two papers.")
    one.send(StrikeStay, **NOT_THERE)
    assert on_roll(one.meeting, one.vote)["residents"] == 3


def test_a_stay_after_the_opening_is_on_no_roll() -> None:
    """Only the stay in which the vote began counts."""
    one = Panel()
    one.open_vote()
    one.send(Leave, person="r4")
    one.send(Arrive, person="r4")
    (event,) = one.send(StrikeStay, **{**NOT_THERE, "stay": 2})
    assert event.votes == ()
    assert "r4" in one.vote.present


@pytest.mark.parametrize("who", ["o2", "r4"])
def test_whoever_entered_papers_or_had_a_ballot_typed_was_there(who: str) -> None:
    """Also where the vote was void."""
    one = Panel()
    one.open_vote(residents=3)
    one.send(CastFor, member="r4", ballot=ticks("a"))
    assert one.no(StrikeStay, **{**NOT_THERE, "person": who}) == "stay-used"
    one.send(DeclareVoid, reason="Once more.")
    assert one.no(StrikeStay, **{**NOT_THERE, "person": who}) == "stay-used"


def test_whoever_saw_a_lot_drawn_was_there() -> None:
    """A lot needs its witnesses."""
    one = Panel(terms=approval(3, TieBreak.LOT), projects=PROJECTS | {"d": 25_000})
    one.open_vote(residents=3)
    one.papers(residents=TIED["residents"][:3], heads=TIED["heads"])
    one.send(CloseVote)
    one.to("result")
    assert one.meeting.outcome.tied
    order = one.meeting.outcome.tied
    one.send(DrawLot, order=order, how="A hat", witnesses=("r4", "h1"))
    assert one.no(StrikeStay, **NOT_THERE) == "stay-used"
    one.send(StrikeStay, person="r3", stay=1, reason="It was her sister.")
