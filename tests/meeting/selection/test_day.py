"""A whole evening as it is played, from the slate to the close, with papers, a typed ballot and a lot."""

from __future__ import annotations

from facilitator.meeting.lifecycle import CloseMeeting
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import CastFor, SettlePaper
from facilitator.meeting.selection.outcome import Announce, FundInPart, awards
from facilitator.meeting.selection.pitches import OrderPitches, next_pitch
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.ties import DrawLot
from facilitator.rules.selection.outcome import Fate
from facilitator.rules.selection.problem import TieBreak
from tests.meeting.hall import EVENING, assert_same, replayed
from tests.meeting.selection.panel import Panel, approval, ticks


def test_an_evening_from_the_slate_to_the_close() -> None:
    """Presented, voted on by three chambers, a paper settled, a ballot typed, a tie drawn, the rest given."""
    terms = approval(3, TieBreak.LOWER_COST, TieBreak.LOT)
    projects = {"a": 40_000, "b": 35_000, "c": 20_000, "d": 20_000}
    one = Panel("sign-in", projects=projects, terms=terms)
    one.send(StepBack, member="h1", candidate="c", reason="Her own neighbourhood.")
    one.send(OrderPitches, order=("c", "a", "d", "b"))
    one.to("pitches")
    while name := next_pitch(one.meeting):
        one.pitch(name)
    one.to("voting")
    one.open_vote(heads=2)
    one.send(CastFor, member="h1", ballot=ticks("a", "d"), typed_by="Li", reason="Broken arm.")
    one.box("residents", 4)
    for number, ballot in enumerate((ticks("a", "b", "c"), ticks("a", "b"), ticks("b", "c")), 1):
        one.enter("residents", number, ballot)
    one.enter("residents", 4, ticks("a", "b"), 1)
    one.enter("residents", 4, ticks("a", "d"), 2)
    one.send(SettlePaper, group="residents", number=4, ballot=ticks("a", "b"))
    one.box("heads", 2)
    one.enter("heads", 1, ticks("a", "d"))
    one.enter("heads", 2, ticks("a", "b", "c", "d"))
    one.box("officials", 1)
    one.enter("officials", 1, ticks())
    one.send(CloseVote)
    one.to("result")
    assert set(one.meeting.outcome.tied) == {"c", "d"}
    selection = one.meeting.outcome.selection
    assert selection is not None
    assert selection.line("a").by_group == {"heads": 2, "officials": 0, "residents": 3}
    one.send(DrawLot, order=("c", "d"), how="Slips in a hat", witnesses=("r1", "o2"))
    one.send(FundInPart, candidate="d", fen=500_000, reason="Its first stage.")
    one.send(Announce)
    assert [(a.candidate, a.fen, a.fate) for a in awards(one.meeting)] == [
        ("a", 4_000_000, Fate.FUNDED),
        ("b", 3_500_000, Fate.FUNDED),
        ("c", 2_000_000, Fate.FUNDED),
        ("d", 500_000, Fate.UNAFFORDABLE),
    ]
    one.to("read-back")
    one.send(CloseMeeting)
    one.check_twins()
    assert_same(one.meeting, replayed(one.journal[f"meeting/{EVENING}"], EVENING))


def test_a_phase_is_not_left_behind_the_back_of_a_vote() -> None:
    """Neither back to the pitches nor on to the reading: the vote ends first, and is not lost on the way."""
    one = Panel()
    one.open_vote()
    one.to("result")
    assert one.meeting.ballots.open is one.vote
    assert one.no_phase("read-back") == "vote-open"
    assert one.no_phase("voting") == ""
    assert one.no_phase("pitches") == "vote-open"
    one.close()
    assert one.meeting.ballots.open is None
