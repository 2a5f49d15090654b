"""Stepping back: who has an interest in a project does not vote on it."""

from __future__ import annotations

from facilitator.meeting.selection.ballots import DeclareVoid
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import CastFor
from facilitator.meeting.selection.outcome import Announce
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.recusals import LiftStepBack, StepBack
from facilitator.meeting.selection.slate import WithdrawCandidate
from tests.meeting.selection.panel import Panel, ticks


def test_members_step_back_from_their_own_projects_before_the_vote() -> None:
    """Each with a reason, once for each project; a mistake is lifted, with a reason, too."""
    one = Panel("pitches")
    one.send(StepBack, member="h1", candidate="a", reason="It is ours.")
    assert one.no(StepBack, member="h1", candidate="a", reason="r") == "already-recused"
    assert one.no(StepBack, member="h1", candidate="x", reason="r") == "unknown-candidate"
    assert one.no(StepBack, member="x", candidate="a", reason="r") == "not-a-member"
    assert one.no(StepBack, member="h1", candidate="b", reason=" ") == "text-missing"
    one.send(StepBack, member="h1", candidate="b", reason="A sister works there.")
    assert one.meeting.recusals.of("h1") == ["a", "b"]
    assert one.no(LiftStepBack, member="h2", candidate="a", reason="r") == "not-recused"
    assert one.no(LiftStepBack, member="h2", candidate="x", reason="r") == "unknown-candidate"
    assert one.no(LiftStepBack, member="h1", candidate="a", reason=" ") == "text-missing"
    one.send(LiftStepBack, member="h1", candidate="a", reason="It is not ours.")
    assert one.meeting.recusals.of("h1") == ["b"]


def test_who_stepped_back_is_frozen_when_a_vote_opens() -> None:
    """What was said later is for a later vote: it does not make an earlier one look wrong."""
    one = Panel()
    one.send(StepBack, member="h1", candidate="a", reason="Ours.")
    one.send(StepBack, member="h2", candidate="d", reason="Ours.")
    one.send(WithdrawCandidate, candidate="d", reason="Gone.")
    one.open_vote()
    assert one.vote.recused == {"a": ("h1",)}
    assert one.no(StepBack, member="h2", candidate="a", reason="r") == "vote-open"
    assert one.no(LiftStepBack, member="h1", candidate="a", reason="r") == "vote-open"
    one.send(DeclareVoid, reason="Too loud.")
    one.send(StepBack, member="h2", candidate="a", reason="Ours, too.")
    assert one.vote.recused == {"a": ("h1",)}
    one.open_vote()
    assert one.vote.recused == {"a": ("h1", "h2")}


def test_nobody_steps_back_from_what_was_read_out() -> None:
    """The announced result says who had stepped back; that is not changed behind it."""
    one = Panel()
    one.send(StepBack, member="h1", candidate="a", reason="Ours.")
    one.voted(residents=[ticks("a")])
    one.to("result")
    one.send(Announce)
    assert one.no(StepBack, member="h2", candidate="a", reason="r") == "already-announced"
    assert one.no(LiftStepBack, member="h1", candidate="a", reason="r") == "already-announced"


def test_on_a_typed_ballot_the_own_projects_are_struck_by_themselves() -> None:
    """A tick for one's own project is refused; the strike is on the ballot."""
    one = Panel()
    one.send(StepBack, member="h1", candidate="a", reason="Ours.")
    one.open_vote(heads=2)
    refusal = one.refusal(CastFor, member="h1", ballot=ticks("a", "b"))
    assert (refusal.code, refusal.facts["title"]) == ("own-project", "Project A")
    one.send(CastFor, member="h1", ballot=ticks("b"), typed_by="Secretary Li")
    assert one.vote.named["h1"].struck == ("a",)
    assert one.vote.typed_by["h1"] == "Secretary Li"


def test_a_mark_on_a_struck_project_does_not_count_and_spoils_nothing() -> None:
    """Of four ticks with three allowed, one on the own project, three count."""
    one = Panel()
    one.open_vote()
    one.papers(heads=[ticks("a", "b", "c", "d", struck=("a",)), ticks("a", struck=("a",))])
    one.send(CloseVote)
    assert one.meeting.outcome.last is not None
    found = one.meeting.outcome.last.papers["heads"]
    assert (found.valid, found.blank, found.void) == (1, 1, 0)
    lines = {one.project: one.votes for one in one.meeting.outcome.last.selection.lines}
    assert lines == {"a": 0, "b": 1, "c": 1, "d": 1}
    assert Marks() == Marks(struck=())
