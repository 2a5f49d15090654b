"""The close of a vote, and papers that were read wrongly after all."""

from __future__ import annotations

import pytest

from facilitator.meeting.selection.ballots import IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote, CorrectPaper, hindrances_to_close
from facilitator.meeting.selection.entering import CastFor, EnterPaper
from facilitator.meeting.selection.outcome import Announce, TakeBackResult
from facilitator.meeting.selection.recount import Why
from facilitator.meeting.selection.slate import WithdrawCandidate
from tests.meeting.selection.panel import HELPERS, Panel, ticks


def counted() -> Panel:
    """An evening at its result: a 3, b 2, c 1."""
    one = Panel()
    one.voted(residents=[ticks("a", "b"), ticks("a", "c"), ticks("a", "b")])
    one.to("result")
    return one


def test_a_vote_is_closed_when_every_box_is_counted_and_somebody_voted() -> None:
    """What is missing is listed, all of it."""
    one = Panel()
    assert one.no(CloseVote) == "no-vote-open"
    one.send(OpenVote, helpers=HELPERS)
    assert one.no(CloseVote) == "nobody-voted"
    one.send(IssuePapers, group="heads", issued=3)
    one.send(IssuePapers, group="officials", issued=2)
    one.box("officials", 1)
    told = [refusal.code for refusal in hindrances_to_close(one.meeting, one.vote)]
    assert told == ["box-not-counted", "papers-unread", "papers-unread"]
    one.box("heads", 0)
    one.enter("officials", 1, ticks("a"))
    closed, counted = one.send(CloseVote)
    assert (closed.issued, closed.returned, closed.typed, closed.overfull) == (5, 1, 0, ())
    assert (counted.why, counted.vote) == (Why.CLOSED, 1)
    assert one.vote.closed is not None


def test_typed_ballots_alone_make_a_vote() -> None:
    """Where nobody needs a paper."""
    one = Panel()
    one.send(OpenVote, helpers=HELPERS)
    one.send(CastFor, member="r1", ballot=ticks("a"))
    closed, _ = one.send(CloseVote)
    assert (closed.issued, closed.typed) == (0, 1)
    assert one.funded == {"a"}


def test_a_paper_that_was_read_wrongly_is_corrected_and_all_is_counted_again() -> None:
    """With the reason; what was read before stays readable."""
    one = counted()
    fix = {"group": "residents", "number": 2}
    assert one.no(CorrectPaper, **fix, ballot=ticks("a", "c"), reason="r") == "nothing-to-correct"
    assert one.no(CorrectPaper, **fix, ballot=ticks("a"), reason=" ") == "text-missing"
    assert one.no(CorrectPaper, **fix, ballot=ticks("x"), reason="r") == "not-on-ballot"
    gone = {**fix, "number": 4}
    assert one.no(CorrectPaper, **gone, ballot=ticks("a"), reason="r") == "paper-number"
    told = one.send(CorrectPaper, **fix, ballot=ticks("d"), reason="The third row, not the fourth.")
    assert told[0].old == ticks("a", "c")
    assert told[1].why is Why.CORRECTED
    assert one.funded == {"a", "b"}
    assert one.meeting.outcome.counts[0][0].selection.line("c").votes == 1
    (change,) = one.vote.changes
    assert (change.field, change.old, change.new) == (
        "paper.residents.2",
        '{"a":1,"c":1}',
        '{"d":1}',
    )


def test_papers_are_corrected_between_the_close_and_the_announcement() -> None:
    """Before, helpers read again; afterwards the announcement is taken back first."""
    one = Panel()
    fix = {"group": "residents", "number": 1, "ballot": ticks("d"), "reason": "r"}
    one.open_vote()
    one.to("result")
    assert one.no(CorrectPaper, **fix) == "vote-open"
    one.papers(residents=[ticks("a")])
    one.send(CloseVote)
    assert one.no(CorrectPaper, **fix, vote=2) == "no-vote-closed"
    one.send(Announce)
    assert one.no(CorrectPaper, **fix) == "already-announced"
    one.send(TakeBackResult, reason="A paper was read wrongly.")
    one.send(CorrectPaper, **fix)
    assert one.funded == {"d"}
    assert one.no(EnterPaper, group="residents", number=1) == "no-vote-open"


def test_where_nothing_was_closed_there_is_nothing_to_correct() -> None:
    """Also where the only vote was void."""
    one = Panel("result")
    fix = {"group": "residents", "number": 1, "ballot": ticks("d"), "reason": "r"}
    assert one.no(CorrectPaper, **fix) == "no-vote-closed"
    one.open_vote()
    one.papers(residents=[ticks("a")] * 5)
    one.send(CloseVote)
    assert one.no(CorrectPaper, **fix) == "no-vote-closed"


def test_a_correction_may_name_a_project_that_was_withdrawn_since() -> None:
    """It was on the paper; leaving its tick out would make a paper with too many ticks valid."""
    one = Panel()
    one.voted(residents=[ticks("a", "b", "c"), ticks("a")])
    one.to("result")
    one.send(WithdrawCandidate, candidate="c", reason="Gone.")
    four = ticks("a", "b", "c", "d")
    one.send(CorrectPaper, group="residents", number=1, ballot=four, reason="One overlooked.")
    assert one.meeting.outcome.last is not None
    assert one.meeting.outcome.last.papers["residents"].void == 1
    assert one.funded == {"a"}


@pytest.mark.parametrize("helper", [1, 2])
def test_an_overfull_box_needs_not_be_read(helper: int) -> None:
    """The vote is void anyway."""
    one = Panel()
    one.open_vote()
    for group in ("residents", "heads", "officials"):
        one.box(group, 5)
    one.enter("heads", 1, ticks("a"), helper)
    (event,) = one.send(CloseVote)
    assert event.overfull == ("residents", "heads", "officials")
