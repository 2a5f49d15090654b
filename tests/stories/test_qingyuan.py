"""The round of 23 committees, from what was needed to the twelve-month look, as organisers would tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import date

import pytest

from facilitator.acts import RuleViolation
from facilitator.meeting import Meeting
from facilitator.meeting.selection.outcome import Outcome as Result
from facilitator.meeting.selection.outcome import awards
from facilitator.meeting.selection.recount import Why
from facilitator.opening import open_session
from facilitator.rounds.concerns import concerns
from facilitator.rounds.ending import Alive, ending_of
from facilitator.rounds.project import Outcome
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.spending import money_of
from facilitator.rounds.standing import Stage, standing_of
from facilitator.rules.selection.outcome import Fate, Verdict
from facilitator.rules.selection.problem import TieBreak
from facilitator.selections import taken_back, untaken
from facilitator.session import Session
from tests.stories.qingyuan import MEETING, ROUND, Qingyuan

TODAY = date(2026, 11, 29)
NUMBERS = [f"{place:02}-1" for place in range(1, 24)]
BUDGET = 22_000_000
"""Fen: 120,000 yuan of the street, 60,000 of the foundation, a contract of 40,000."""


@pytest.fixture(scope="module")
def session(qingyuan: Qingyuan) -> Iterator[Session]:
    """The round, played; nobody writes in it any more."""
    opened = open_session(str(qingyuan.archive))
    yield opened
    opened.close()


def test_what_must_be_refused_is_refused(qingyuan: Qingyuan) -> None:
    """A budget that does not add up, papers for people who are not there, a result too early, a contract."""
    assert qingyuan.refused == [
        ("SubmitProposal", "budget-sum"),
        ("IssuePapers", "more-issued-than-entitled"),
        ("TakeResult", "no-result"),
        ("CloseContract", "contract-no-satisfaction"),
    ]


def test_every_committee_has_one_thread_with_one_number(session: Session) -> None:
    """Of 23 threads one never proposed, two were refused, one withdrew, 19 were voted on."""
    stages = Counter(standing_of(session.project(ROUND, number)).stage for number in NUMBERS)
    assert stages == {
        Stage.NEEDS: 1,
        Stage.REFUSED: 2,
        Stage.WITHDRAWN: 1,
        Stage.NOT_SELECTED: 7,
        Stage.CLOSED: 5,
        Stage.LOOKED_BACK: 7,
    }
    slate = session.meeting(MEETING).slate
    assert len(slate.all) == 19
    assert slate.budget == BUDGET


def test_the_cut_line_is_the_exact_sum(session: Session) -> None:
    """Eleven get all they asked, one gets part of it with the reason, and no fen more than there was."""
    meeting = session.meeting(MEETING)
    selection = meeting.outcome.selection
    assert selection is not None
    assert (selection.verdict, selection.voters) == (Verdict.DECIDED, 60)
    given = {one.candidate: one.fen for one in awards(meeting) if one.fen}
    assert len(given) == 12
    assert given["11-1"] == 1_680_000
    assert sum(given.values()) == BUDGET - meeting.outcome.left == 21_930_000
    view = session.round(ROUND)
    grants = {
        one.project: one.fen for one in session.project(ROUND, "01-1").round.grants if one.fen
    }
    assert grants == given
    assert sum(one.fen for one in view.funders.values()) == BUDGET


def test_equals_at_the_line_go_by_the_order_that_was_fixed(session: Session) -> None:
    """Three have 13 votes and not all fit: the cheapest go first, and each says that this put it there."""
    selection = session.meeting(MEETING).outcome.selection
    assert selection is not None
    tied = {one.project: one for one in selection.lines if one.tie is not None}
    assert set(tied) == {"08-1", "15-1", "11-1"}
    assert {one.tie for one in tied.values()} == {TieBreak.LOWER_COST}
    assert tied["11-1"].fate is Fate.UNAFFORDABLE
    assert tied["11-1"].short == 10_000
    assert len({one.votes for one in tied.values()}) == 1


def test_papers_were_read_twice_and_differences_settled(session: Session) -> None:
    """Three papers were read differently; one had six ticks, one was blank, one ballot was typed."""
    meeting = session.meeting(MEETING)
    (vote,) = meeting.ballots.votes
    assert sum(one.settled is not None for one in vote.papers.values()) == 3
    assert vote.differences() == []
    last = meeting.outcome.last
    assert last is not None
    assert last.why is Why.CLOSED
    papers = last.papers.values()
    assert sum(one.returned for one in papers) == 60
    assert sum(one.void for one in papers) == 1
    assert sum(one.blank for one in papers) == 1
    assert sum(one.typed for one in papers) == 1
    assert vote.typed_by["r30"] == "李卫"


def test_nobody_voted_on_their_own_project(session: Session) -> None:
    """Every head of a committee on the slate stepped back, and so did two who had proposed."""
    meeting = session.meeting(MEETING)
    stepped = sum(len(members) for members in meeting.recusals.all.values())
    assert stepped == 21
    (vote,) = meeting.ballots.votes
    struck = [one for one in vote.papers.values() if one.read[1].struck]
    assert all(not set(one.read[1].marks) & set(one.read[1].struck) for one in struck)


def test_the_library_was_sent_back_because_nobody_had_been_asked(session: Session) -> None:
    """Written first, six asked, all picked by the committee: the second proposal is what residents said."""
    case = session.project(ROUND, "12-1")
    first, second = proposals_of(case).revisions
    assert first.event.title == "社区图书室"  # pyright: ignore[reportAttributeAccessIssue]
    assert second.event.title == "邻里共享屋"  # pyright: ignore[reportAttributeAccessIssue]
    codes = {one.code for one in concerns(case, TODAY)}
    assert {"evidence-after-draft", "meeting-unannounced"} <= codes


def test_the_meals_never_started_and_cost_nothing(session: Session) -> None:
    """As in the source: selected, no partner, closed with the reason, nothing paid."""
    case = session.project(ROUND, "04-1")
    closed = ending_of(case).closed
    assert closed is not None
    assert closed.outcome is Outcome.NEVER_STARTED
    assert money_of(case).paid == 0
    assert "hand-picked" in {one.code for one in concerns(case, TODAY)}


def test_the_garden_was_done_and_is_gone_a_year_later(session: Session) -> None:
    """As in the source: closed as done, its team dissolved within the year, and the thread says so."""
    case = session.project(ROUND, "10-1")
    ending = ending_of(case)
    assert ending.closed is not None
    assert ending.closed.outcome is Outcome.DONE
    assert ending.look is not None
    assert ending.look.state is Alive.GONE
    assert ending.look_due is not None
    assert ending.look.on >= ending.look_due


def test_a_look_that_nobody_has_taken_is_overdue(session: Session) -> None:
    """Neighbours of the date garden: closed in autumn 2025, twelve months are over."""
    case = session.project(ROUND, "19-1")
    assert standing_of(case).overdue(TODAY) > 0
    assert "look-back-overdue" in {one.code for one in concerns(case, TODAY)}


def test_the_contract_was_closed_by_what_residents_say(session: Session) -> None:
    """Refused before anybody was asked; closed once fifty women had said how satisfied they are."""
    assert list(session.round(ROUND).contracts) == ["contract"]


def test_nothing_can_be_added_to_a_round_that_is_not_there(session: Session) -> None:
    """A wrong name is told as a wrong name."""
    with pytest.raises(RuleViolation, match="unknown-round"):
        session.round("qy-2024")


def test_the_round_knows_whether_its_meeting_still_says_the_same(session: Session) -> None:
    """Taken over and announced: nothing waits. Taken back by the meeting: the round says so by its title."""
    case, meeting = session.round(ROUND), session.meeting(MEETING)
    assert untaken(case, [meeting]) == []
    assert taken_back(case, [meeting]) == []
    quiet = replace(meeting.outcome, announced=[])
    assert taken_back(case, [replace_outcome(meeting, quiet)]) == [meeting.call.title]


def replace_outcome(meeting: Meeting, outcome: Result) -> Meeting:
    """The meeting as it would be with another outcome; the one of the story stays as it is."""
    made = copy(meeting)
    made.outcome = outcome
    return made
