"""A vote from its opening to its end: papers handed out, boxes counted, the vote declared void."""

from __future__ import annotations

from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.items import AddItem, TakeUp
from facilitator.meeting.lifecycle import EnterPhase, Recess, Resume
from facilitator.meeting.polls import Method, OpenPoll
from facilitator.meeting.selection.ballots import (
    CountBox,
    DeclareVoid,
    IssuePapers,
    OpenVote,
)
from facilitator.meeting.selection.closing import CloseVote, overfull
from facilitator.meeting.selection.entering import CastFor, EnterPaper
from facilitator.meeting.selection.outcome import Announce, FundInPart, TakeBackResult
from facilitator.meeting.selection.papers import chambers, eligible, on_roll
from facilitator.meeting.selection.pitches import BeginPitch
from facilitator.meeting.selection.recount import as_it_stands, papers_of
from facilitator.meeting.selection.slate import RemoveCandidate
from facilitator.rules.selection.outcome import Fate
from tests.meeting.hall import EVENING
from tests.meeting.selection.panel import EVERYBODY, HELPERS, OFFICIALS, Panel, approval, ticks


def test_a_vote_takes_those_who_are_in_the_room() -> None:
    """The roll is frozen: who comes later does not vote, who leaves stays on it."""
    one = Panel(present=("r1", "r2", "h1", *OFFICIALS))
    one.send(OpenVote, helpers=HELPERS)
    one.send(Arrive, person="r3")
    one.send(Leave, person="r1")
    assert chambers(one.meeting) == ["residents", "heads", "officials"]
    assert on_roll(one.meeting, one.vote) == {"residents": 2, "heads": 1, "officials": 2}
    assert eligible(one.meeting, one.vote) == ["a", "b", "c", "d"]
    assert one.vote.helpers == HELPERS


def test_a_vote_needs_projects_money_people_and_two_helpers() -> None:
    """Each that is missing is named."""
    assert Panel(budget=0).no(OpenVote, helpers=HELPERS) == "budget-not-positive"
    assert Panel(projects={}).no(OpenVote, helpers=HELPERS) == "slate-empty"
    one = Panel()
    for helpers in ((), ("o1",), ("o1", "o1"), ("o1", "o2", "r1")):
        assert one.no(OpenVote, helpers=helpers) == "helpers"
    assert one.no(OpenVote, helpers=("o1", "x")) == "not-a-member"
    one.send(Leave, person="o2")
    assert one.no(OpenVote, helpers=HELPERS) == "not-present"
    once = Panel(terms=approval(3, twice=False))
    assert once.no(OpenVote, helpers=HELPERS) == "helpers"
    once.send(OpenVote)


def test_a_room_without_voters_cannot_vote() -> None:
    """After a reopening nobody is there until they come."""
    one = Panel("read-back")
    one.close()
    one.reopened()
    assert one.no(OpenVote, helpers=HELPERS) == "nobody-to-vote"


def test_one_vote_runs_at_a_time_and_beside_no_poll_no_pitch_and_no_break() -> None:
    """Each has to end first."""
    one = Panel("pitches")
    one.send(BeginPitch, candidate="a")
    assert one.no(OpenVote, helpers=HELPERS) == "not-in-this-phase"
    one = Panel()
    one.send(Recess)
    assert one.no(OpenVote, helpers=HELPERS) == "in-recess"
    one.send(Resume)
    one.send(AddItem, item="i1", title="Who counts")
    one.send(TakeUp, item="i1")
    one.motion("m1", "r1")
    one.send(OpenPoll, poll="p1", motion="m1", method=Method.ROLL_CALL)
    assert one.no(OpenVote, helpers=HELPERS) == "poll-open"
    one.close_poll("p1")
    one.open_vote()
    assert one.no(OpenVote, helpers=HELPERS) == "vote-open"
    assert one.no(EnterPhase, phase="pitches") == "vote-open"
    assert [refusal.code for _, refusal in one.meeting.hindrances()][:1] == ["vote-open"]
    one.send(EnterPhase, phase="result")
    one.papers()
    one.send(CloseVote)
    assert one.no(OpenVote, helpers=HELPERS) == "already-voted"
    one.send(Announce)
    assert one.no(OpenVote, helpers=HELPERS) == "already-announced"


def test_a_break_may_be_taken_while_papers_are_read() -> None:
    """Helpers go on; the vote is closed in the break, too."""
    one = Panel()
    one.open_vote()
    one.send(Recess)
    one.papers(residents=[ticks("a")])
    one.send(CloseVote)
    assert one.funded == {"a"}


def test_as_many_papers_as_people_of_a_chamber_are_handed_out() -> None:
    """Once told, another number needs its reason."""
    one = Panel()
    one.send(OpenVote, helpers=HELPERS)
    refusal = one.refusal(IssuePapers, group="heads", issued=4)
    assert (refusal.code, refusal.facts) == (
        "more-issued-than-entitled",
        {"issued": 4, "entitled": 3},
    )
    assert one.no(IssuePapers, group="others", issued=1) == "unknown-chamber"
    one.send(IssuePapers, group="heads", issued=3)
    assert one.no(IssuePapers, group="heads", issued=3) == "nothing-to-correct"
    assert one.no(IssuePapers, group="heads", issued=2) == "text-missing"
    one.send(IssuePapers, group="heads", issued=2, reason="One was given back.")
    assert [(c.field, c.old, c.new) for c in one.vote.changes] == [("issued.heads", "3", "2")]


def test_a_box_is_counted_before_anything_in_it_is_read() -> None:
    """Papers must have been handed out; a second count needs its reason."""
    one = Panel()
    one.send(OpenVote, helpers=HELPERS)
    assert one.no(CountBox, group="heads", returned=3) == "papers-not-issued"
    assert one.no(CountBox, group="others", returned=3) == "unknown-chamber"
    one.send(IssuePapers, group="heads", issued=3)
    assert one.no(EnterPaper, group="heads", number=1) == "box-not-counted"
    one.send(CountBox, group="heads", returned=2)
    assert one.no(CountBox, group="heads", returned=2) == "nothing-to-correct"
    assert one.no(CountBox, group="heads", returned=3) == "text-missing"
    one.send(CountBox, group="heads", returned=3, reason="Two stuck together.")
    assert [(c.field, c.old, c.new) for c in one.vote.changes] == [("box.heads", "2", "3")]
    assert one.no(CountBox, group="heads", returned=10_001, reason="r") == "number-range"


def test_a_box_never_holds_fewer_papers_than_both_helpers_have_read() -> None:
    """A paper that one of them read by a slip falls away with the count that is put right."""
    one = Panel()
    one.open_vote()
    one.box("heads", 3)
    one.enter("heads", 2, ticks("a"))
    one.enter("heads", 3, ticks("b"), 1)
    refusal = one.refusal(CountBox, group="heads", returned=1, reason="r")
    assert (refusal.code, refusal.facts["number"]) == ("papers-entered", 2)
    one.send(CountBox, group="heads", returned=2, reason="There are only two.")
    assert list(one.vote.papers) == [("heads", 2)]
    assert one.vote.unread("heads", 2) == [1]


def test_forty_one_papers_of_forty_make_the_vote_void_and_it_is_held_again() -> None:
    """Example E10: nothing of it counts, everything of it stays readable."""
    people = (*(f"r{n}" for n in range(1, 39)), *OFFICIALS)
    one = Panel(members=people, terms=approval(3, twice=False))
    one.open_vote()
    assert sum(one.vote.issued.values()) == 40
    one.box("residents", 39)
    one.enter("residents", 39, ticks("a"))
    assert overfull(one.vote) == ("residents",)
    assert one.no(CloseVote) == "box-not-counted"
    one.box("officials", 2)
    one.box("heads", 0)
    (event,) = one.send(CloseVote)
    assert (event.issued, event.returned, event.overfull) == (40, 41, ("residents",))
    assert one.meeting.outcome.selection is None
    assert as_it_stands(one.meeting) is None
    assert one.no(CloseVote) == one.no(DeclareVoid, reason="r") == "no-vote-open"
    one.open_vote()
    assert (one.vote.number, one.vote.papers, one.vote.box) == (2, {}, {})
    one.papers(residents=[ticks("b")] * 38)
    one.send(CloseVote)
    assert one.funded == {"b"}
    assert one.meeting.outcome.last is not None
    assert one.meeting.outcome.last.vote == 2


def test_a_void_vote_is_held_again_and_its_papers_count_nowhere() -> None:
    """Declared by people, with the reason; the papers of the second vote alone are counted."""
    one = Panel()
    assert one.no(DeclareVoid, reason="r") == "no-vote-open"
    one.open_vote()
    one.papers(residents=[ticks("d")] * 4)
    assert one.no(DeclareVoid, reason=" ") == "text-missing"
    one.send(DeclareVoid, reason="The door stood open.")
    assert one.vote.void == "The door stood open."
    assert one.no(RemoveCandidate, candidate="a") == "slate-fixed"
    one.voted(residents=[ticks("a")] * 3)
    assert one.fates()["d"] is Fate.BELOW_MINIMUM
    assert papers_of(one.meeting, one.vote)["residents"].valid == 3
    assert len(one.meeting.ballots.votes[0].papers) == 4


def test_a_vote_that_was_counted_can_still_be_declared_void_until_it_is_read_out() -> None:
    """A second box is found: nothing of the vote counts any more, and people vote again."""
    one = Panel()
    one.voted(residents=[ticks("a", "b")])
    one.to("result")
    one.send(FundInPart, candidate="d", fen=100, reason="A beginning.")
    one.send(Announce)
    assert one.no(DeclareVoid, reason="r") == "already-announced"
    one.send(TakeBackResult, reason="A box was forgotten.")
    one.send(DeclareVoid, reason="A box was forgotten.")
    outcome = one.meeting.outcome
    assert (outcome.last, outcome.selection, outcome.tied, outcome.parts) == (None, None, (), {})
    assert len(outcome.counts) == 1
    assert one.no(Announce) == "not-counted"
    one.voted(residents=[ticks("d")])
    assert one.funded == {"d"}
    assert len(outcome.counts) == 2


def test_only_a_vote_that_stands_is_declared_void() -> None:
    """By its number, where it is not the one that runs or was closed last."""
    one = Panel()
    one.voted(residents=[ticks("a")])
    assert one.no(DeclareVoid, reason="r", vote=2) == "no-vote-open"
    one.send(DeclareVoid, reason="r", vote=1)
    assert one.no(DeclareVoid, reason="r", vote=1) == "no-vote-open"
    one.open_vote()
    assert one.no(DeclareVoid, reason="r", vote=1) == "vote-open"
    one.send(DeclareVoid, reason="r", vote=2)


def test_papers_and_typed_ballots_of_a_chamber_are_never_more_than_its_people() -> None:
    """In whichever order they are told."""
    one = Panel()
    one.send(OpenVote, helpers=HELPERS)
    one.send(CastFor, member="h1", ballot=ticks("a"))
    assert one.no(IssuePapers, group="heads", issued=3) == "more-issued-than-entitled"
    one.send(IssuePapers, group="heads", issued=2)
    assert one.no(CastFor, member="h2", ballot=ticks("a")) == "more-issued-than-entitled"
    one.send(IssuePapers, group="heads", issued=1, reason="One was given back.")
    one.send(CastFor, member="h2", ballot=ticks("a"))
    assert [one.meeting.group_of(member) for member in one.vote.named] == ["heads", "heads"]
    assert EVENING in one.meetings
    assert len(one.vote.present) == len(EVERYBODY)
