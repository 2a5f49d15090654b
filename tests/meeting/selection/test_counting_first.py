"""What an act would count is known beforehand, and asking whether it would be refused counts nothing."""

from __future__ import annotations

import pytest

from facilitator.meeting.asking import refusal, to_count
from facilitator.meeting.selection.closing import CloseVote, CorrectPaper
from facilitator.meeting.selection.outcome import Announce
from facilitator.meeting.selection.recount import as_it_stands
from facilitator.meeting.selection.slate import WithdrawCandidate
from facilitator.rules.selection import remembered
from facilitator.rules.selection.remembered import NotWorkedOut, known_only, selected
from tests.meeting.selection.panel import TIED, Panel, ticks


@pytest.fixture(autouse=True)
def _fresh():
    remembered.forget()
    yield
    remembered.forget()


def test_what_a_close_counts_is_told_and_once_it_is_worked_out_the_close_knows_it() -> None:
    """The result as it stands after the last ballot is that of the close: nothing is worked out twice."""
    one = Panel()
    one.open_vote(residents=2)
    for group, issued in one.vote.issued.items():
        one.box(group, issued)
    command = CloseVote(meeting=one.meeting.id)
    refused = refusal(one.meeting, command)
    assert refused is not None
    assert refused.code == "papers-unread"
    assert to_count(one.meeting, command) is None
    for group, returned in one.vote.box.items():
        for number in range(1, returned + 1):
            one.enter(group, number, ticks("a"))
    wanted = to_count(one.meeting, command)
    assert wanted is not None
    assert refusal(one.meeting, command) is None
    found = selected(wanted)
    assert to_count(one.meeting, command) is None
    with known_only():
        assert as_it_stands(one.meeting) is found
        one.send(CloseVote)
    assert one.meeting.outcome.selection is found


def test_asking_whether_a_correction_would_be_taken_counts_nothing() -> None:
    """It says no where something stands in the way, and else yes, without a count."""
    one = Panel()
    one.voted(**TIED)
    one.to("result")
    off = WithdrawCandidate(meeting=one.meeting.id, candidate="a", reason="The place gave it up.")
    assert refusal(one.meeting, off) is None
    wanted = to_count(one.meeting, off)
    assert wanted is not None
    assert "a" not in {project.id for project in wanted.projects}
    with known_only(), pytest.raises(NotWorkedOut):
        one.send(WithdrawCandidate, candidate="a", reason="The place gave it up.")
    same = CorrectPaper(
        meeting=one.meeting.id, group="residents", number=99, ballot=ticks("a"), reason="r"
    )
    refused = refusal(one.meeting, same)
    assert refused is not None
    assert refused.code == "paper-number"
    assert to_count(one.meeting, Announce(meeting=one.meeting.id)) is None
