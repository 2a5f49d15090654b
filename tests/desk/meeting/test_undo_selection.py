"""Ctrl+Z at a selection: what was done is taken back and all is as before; or it is said what to do instead."""

import pytest

from facilitator.desk.meeting.undo import undoing
from facilitator.desk.meeting.undoes_selection import SELECTION_KEEPS, SELECTION_UNDOES
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.selection.ballots import CountBox, DeclareVoid, IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote, CorrectPaper
from facilitator.meeting.selection.entering import CastFor, EnterPaper, TakeTypedBack
from facilitator.meeting.selection.outcome import Announce, FundInPart, TakeBackResult, awards
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.pitches import (
    BeginPitch,
    EndPitch,
    OpenQuestions,
    OrderPitches,
    PassOver,
    in_order,
)
from facilitator.meeting.selection.recusals import LiftStepBack, StepBack
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import (
    AddCandidate,
    Candidate,
    ChangeCandidate,
    RemoveCandidate,
    SetBudget,
    WithdrawCandidate,
)
from facilitator.meeting.selection.terms import SetTerms, Terms
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from tests.desk.selection.hall import MEETING, at_selection

M = {"meeting": MEETING}
ONE = Candidate(id="x", title="新项目", asked=100_000)
TICK = Marks(marks={"02-1": 1})
POINTS = Terms(ballot=BallotRule(kind=BallotKind.POINTS, most=10))
VOTING = (
    EnterPhase(**M, phase="voting"),
    OpenVote(**M, helpers=("r2", "r3")),
    IssuePapers(**M, group="officials", issued=2),
    CountBox(**M, group="officials", returned=1),
)
READ = tuple(
    EnterPaper(**M, group="officials", number=1, helper=helper, ballot=TICK) for helper in (1, 2)
)
COUNTED = (*VOTING, *READ, CloseVote(**M), EnterPhase(**M, phase="result"))

BACK = {
    "money": ((), SetBudget(**M, budget=30_000_000)),
    "a project added": ((), AddCandidate(**M, candidate=ONE)),
    "a project changed": (
        (AddCandidate(**M, candidate=ONE),),
        ChangeCandidate(
            **M, candidate=Candidate(id="x", title="新项目", asked=9_000), reason="写错"
        ),
    ),
    "the last project removed": (
        (AddCandidate(**M, candidate=ONE),),
        RemoveCandidate(**M, candidate="x"),
    ),
    "a project withdrawn": ((), WithdrawCandidate(**M, candidate="05-1", reason="不做了")),
    "a project reinstated": (
        (WithdrawCandidate(**M, candidate="05-1", reason="不做了"),),
        ReinstateCandidate(**M, candidate="05-1", reason="弄错"),
    ),
    "terms": ((), SetTerms(**M, terms=POINTS)),
    "stepping back": ((), StepBack(**M, member="h9", candidate="09-1", reason="是我提的")),
    "stepping back lifted": (
        (StepBack(**M, member="h9", candidate="09-1", reason="是我提的"),),
        LiftStepBack(**M, member="h9", candidate="09-1", reason="弄错"),
    ),
    "ballots issued": (VOTING, IssuePapers(**M, group="officials", issued=3, reason="少数了")),
    "a box counted": (VOTING, CountBox(**M, group="officials", returned=2, reason="少数了")),
    "a ballot typed": (VOTING, CastFor(**M, member="o7", ballot=TICK)),
    "a ballot typed anew": (
        (*VOTING, CastFor(**M, member="o7", ballot=TICK)),
        CastFor(**M, member="o7", ballot=Marks(), reason="听错了"),
    ),
    "a ballot put right": (
        COUNTED,
        CorrectPaper(**M, group="officials", number=1, ballot=Marks(), reason="看错了"),
    ),
    "part-funding": (COUNTED, FundInPart(**M, candidate="05-1", fen=5_000, reason="先做一半")),
    "the announcement": (COUNTED, Announce(**M)),
    "the announcement taken back": (
        (*COUNTED, Announce(**M)),
        TakeBackResult(**M, reason="念错了"),
    ),
}
KEPT = {
    "questions": ((BeginPitch(**M, candidate="01-1"),), OpenQuestions(**M)),
    "a project passed over": ((), PassOver(**M, candidate="01-1", reason="没来")),
    "a ballot entered": (VOTING, READ[0]),
    "a typed ballot taken back": (
        (*VOTING, CastFor(**M, member="o7", ballot=TICK)),
        TakeTypedBack(**M, member="o7", reason="弄错人"),
    ),
    "the vote closed": ((*VOTING, *READ), CloseVote(**M)),
    "a void vote": (VOTING, DeclareVoid(**M, reason="票箱倒了")),
    "a first number": (VOTING[:2], IssuePapers(**M, group="officials", issued=3)),
}


def state(meeting):
    """Return what a selection comes to now."""
    vote = meeting.ballots.main()
    typed = dict(vote.named) if vote else {}
    papers = {key: one.agreed(True) for key, one in vote.papers.items()} if vote else {}
    numbers = (dict(vote.issued), dict(vote.box)) if vote else ()
    away = {name: dict(members) for name, members in meeting.recusals.all.items() if members}
    return (
        *(dict(meeting.slate.all), dict(meeting.slate.withdrawn), meeting.slate.budget),
        *(meeting.terms, away, in_order(meeting), meeting.pitches.on, typed, papers, numbers),
        *(awards(meeting), meeting.outcome.is_announced),
    )


@pytest.fixture
def desk(qapp, tmp_path):
    """Give a desk before the first pitch; what is done there is remembered."""
    with at_selection(tmp_path, "opened") as made:
        made.told = []
        made.noticed.connect(lambda notice: made.told.append(notice.text))
        undoing(made)
        yield made


@pytest.mark.parametrize("case", BACK)
def test_is_taken_back(desk, case):
    """Everything is as it was before, by a correction that stands in the record."""
    before_it, act = BACK[case]
    for command in before_it:
        assert desk.do(command), desk.told
    meeting = desk.session.meeting(MEETING)
    before, version = state(meeting), meeting.version
    assert desk.do(act), desk.told
    assert state(meeting) != before
    assert undoing(desk).undo(MEETING), desk.told
    assert state(meeting) == before
    assert meeting.version > version + 1


@pytest.mark.parametrize("case", KEPT)
def test_is_kept_and_said_why(desk, case):
    """Nothing happens, and there is a word on what to do instead."""
    before_it, act = KEPT[case]
    for command in (*before_it, act):
        assert desk.do(command), desk.told
    meeting = desk.session.meeting(MEETING)
    version = meeting.version
    assert not undoing(desk).undo(MEETING)
    assert meeting.version == version
    assert len(desk.told[-1]) > 20


def test_pitches_and_the_vote_go_back_as_far_as_time_allows(desk):
    """A pitch that was begun is ended, one that was ended goes on anew; a vote that was opened is void."""
    undo, meeting = undoing(desk), desk.session.meeting(MEETING)
    order = in_order(meeting)
    assert desk.do(OrderPitches(**M, order=tuple(reversed(order))))
    assert undo.undo(MEETING)
    assert in_order(meeting) == order
    assert desk.do(BeginPitch(**M, candidate="01-1", who="何秀珍"))
    assert undo.undo(MEETING)
    assert meeting.pitches.on == ""
    assert desk.do(BeginPitch(**M, candidate="01-1", who="何秀珍"))
    assert desk.do(EndPitch(**M))
    assert undo.undo(MEETING)
    assert meeting.pitches.running().who == "何秀珍"
    assert desk.do(EndPitch(**M))
    for command in VOTING[:2]:
        assert desk.do(command)
    assert undo.undo(MEETING)
    assert meeting.ballots.open is None
    assert not set(SELECTION_UNDOES) & set(SELECTION_KEEPS)
