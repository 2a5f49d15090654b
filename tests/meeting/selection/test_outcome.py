"""What comes of the selection: the result, money in part, the announcement and taking it back."""

from __future__ import annotations

from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase
from facilitator.meeting.selection.closing import CorrectPaper
from facilitator.meeting.selection.entering import EnterPaper
from facilitator.meeting.selection.outcome import (
    Announce,
    Award,
    FundInPart,
    TakeBackResult,
    awards,
)
from facilitator.meeting.selection.recount import as_it_stands
from facilitator.meeting.selection.slate import WithdrawCandidate
from facilitator.rules.selection.outcome import Fate
from facilitator.rules.selection.problem import Rule
from tests.meeting.selection.panel import YUAN, Panel, approval, ticks

LEFT = {"residents": [ticks("a", "b", "d"), ticks("a", "b", "d"), ticks("a", "d", "c"), ticks("a")]}
"""a 4, d 3, b 2, c 1: a and d are funded, b does not fit, c does; 5,000 are left."""


def counted() -> Panel:
    """An evening at its result."""
    one = Panel()
    one.voted(**LEFT)
    one.to("result")
    assert one.fates() == {
        "a": Fate.FUNDED,
        "d": Fate.FUNDED,
        "b": Fate.UNAFFORDABLE,
        "c": Fate.FUNDED,
    }
    return one


def test_greedy_and_equal_shares_give_what_example_e9_says() -> None:
    """Six want a, b, c, four want d, e; greedy leaves the four with nothing, equal shares do not."""
    projects = {"a": 40_000, "b": 35_000, "c": 25_000, "d": 20_000, "e": 20_000}
    people = (*(f"r{n}" for n in range(1, 9)), "o1", "o2")
    of = {"residents": [ticks("a", "b", "c")] * 6 + [ticks("d", "e")] * 2}
    of["officials"] = [ticks("d", "e")] * 2
    for rule, funded in ((Rule.GREEDY, "abc"), (Rule.EQUAL_SHARES, "bcde")):
        one = Panel(projects=projects, members=people, terms=approval(3, rule=rule))
        found = one.voted(**of)
        assert found is not None
        assert (one.funded, found.spent) == (set(funded), 10_000_000)


def test_what_is_known_so_far_is_reckoned_live_and_is_no_result() -> None:
    """For the desk alone, until the vote is closed."""
    one = Panel()
    assert as_it_stands(one.meeting) is None
    one.open_vote()
    one.box("residents", 1)
    one.enter("residents", 1, ticks("a"))
    found = as_it_stands(one.meeting)
    assert found is not None
    assert found.funded == ("a",)
    outcome = one.meeting.outcome
    assert (outcome.selection, outcome.tied, outcome.left, awards(one.meeting)) == (None, (), 0, [])
    bare = Panel(projects={"a": 10})
    bare.voted(residents=[ticks("a")])
    bare.send(WithdrawCandidate, candidate="a", reason="Gone.")
    assert as_it_stands(bare.meeting) is None


def test_a_project_gets_part_of_what_it_asked_for_out_of_what_is_left() -> None:
    """Less than it asked, no more than is left, with a reason; 0 takes it back."""
    one = counted()
    give = {"candidate": "b", "reason": "For the first stage."}
    assert one.no(FundInPart, **give, fen=500_001) == "part-above-left"
    assert one.no(FundInPart, **give, fen=-1) == "part-range"
    assert one.no(FundInPart, **give, fen=35_000 * YUAN) == "part-range"
    assert one.no(FundInPart, **give, fen=0) == "nothing-to-correct"
    assert one.no(FundInPart, candidate="b", fen=5, reason=" ") == "text-missing"
    assert one.no(FundInPart, candidate="a", fen=5, reason="r") == "funded-in-full"
    assert one.no(FundInPart, candidate="x", fen=5, reason="r") == "unknown-candidate"
    one.send(FundInPart, **give, fen=300_000)
    one.send(FundInPart, **give, fen=500_000)
    assert one.meeting.outcome.left == 0
    assert awards(one.meeting)[2] == Award(
        "b", 3_500_000, 500_000, Fate.UNAFFORDABLE, "For the first stage."
    )
    one.send(FundInPart, **give, fen=0)
    assert one.meeting.outcome.parts == {}
    assert one.meeting.outcome.left == 500_000


def test_nothing_is_given_in_part_before_there_is_a_result() -> None:
    """Or to a project that does not stand any more."""
    one = Panel("result")
    give = {"candidate": "b", "fen": 5, "reason": "r"}
    assert one.no(FundInPart, **give) == "not-counted"
    one.open_vote()
    assert one.no(FundInPart, **give) == "vote-open"
    one = counted()
    one.send(WithdrawCandidate, candidate="b", reason="Gone.")
    assert one.no(FundInPart, **give) == "candidate-withdrawn"
    one.send(Announce)
    assert one.no(FundInPart, **{**give, "candidate": "c"}) == "already-announced"


def test_money_in_part_stays_where_it_still_fits_when_all_is_counted_again() -> None:
    """And falls away where too little is left, where the project gets all of it or is withdrawn."""
    fix = {"group": "residents", "number": 4, "reason": "Misread."}
    one = counted()
    one.send(FundInPart, candidate="b", fen=500_000, reason="A beginning.")
    one.send(CorrectPaper, **fix, ballot=ticks("a", "d"))
    assert one.meeting.outcome.parts == {"b": (500_000, "A beginning.")}
    one.send(WithdrawCandidate, candidate="d", reason="Gone.")
    assert one.fates()["b"] is Fate.FUNDED
    assert one.meeting.outcome.parts == {}
    one = counted()
    one.send(FundInPart, candidate="b", fen=500_000, reason="A beginning.")
    one.send(WithdrawCandidate, candidate="b", reason="Gone.")
    assert one.meeting.outcome.parts == {}
    one = counted()
    one.send(FundInPart, candidate="b", fen=500_000, reason="A beginning.")
    one.send(CorrectPaper, **fix, ballot=ticks("b", "c"))
    assert one.meeting.outcome.selection is not None
    assert one.meeting.outcome.selection.left >= 0
    assert one.meeting.outcome.left >= 0


def test_the_result_is_announced_once_and_stands() -> None:
    """Taken back with the reason, it may be announced again; each time stays readable."""
    one = Panel("result")
    assert one.no(Announce) == "not-counted"
    one.open_vote()
    assert one.no(Announce) == "vote-open"
    one = counted()
    assert one.no(TakeBackResult, reason="r") == "not-announced"
    (event,) = one.send(Announce)
    assert event.vote == 1
    assert one.no(Announce) == "already-announced"
    assert one.no(WithdrawCandidate, candidate="b", reason="r") == "already-announced"
    assert one.no(TakeBackResult, reason=" ") == "text-missing"
    one.send(TakeBackResult, reason="A paper was read wrongly.")
    assert not one.meeting.outcome.is_announced
    one.send(Announce)
    outcome = one.meeting.outcome
    assert (len(outcome.announced), len(outcome.taken_back)) == (2, 1)
    assert outcome.is_announced
    assert one.no(EnterPaper, group="residents", number=1) == "no-vote-open"


def test_an_announced_result_is_corrected_after_the_meeting_was_reopened() -> None:
    """Whoever finds a wrong paper next morning has a way."""
    one = counted()
    one.send(Announce)
    one.to("read-back")
    one.send(CloseMeeting)
    assert one.no(TakeBackResult, reason="r") == "meeting-closed"
    one.reopened()
    assert one.meeting.phase.key == "result"
    one.send(TakeBackResult, reason="A paper was read wrongly.")
    one.send(CorrectPaper, group="residents", number=4, ballot=ticks("d"), reason="The second row.")
    one.send(Announce)
    assert one.meeting.outcome.is_announced
    one.send(EnterPhase, phase="read-back")
    one.send(CloseMeeting)
