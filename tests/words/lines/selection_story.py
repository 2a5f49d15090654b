"""Selection meetings in which, together, every kind of event of a selection happens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator import presets
from facilitator.meeting import decide
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.part import MeetingCommand
from facilitator.meeting.selection.ballots import CountBox, DeclareVoid, IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote, CorrectPaper
from facilitator.meeting.selection.entering import (
    CastFor,
    EnterPaper,
    SettlePaper,
    TakeTypedBack,
)
from facilitator.meeting.selection.outcome import Announce, FundInPart, TakeBackResult
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.pitches import (
    BeginPitch,
    EndPitch,
    How,
    OpenQuestions,
    OrderPitches,
    PassOver,
)
from facilitator.meeting.selection.recusals import LiftStepBack, StepBack
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import (
    AddCandidate,
    Candidate,
    ChangeCandidate,
    Offered,
    RemoveCandidate,
    SetBudget,
    TakeRound,
    WithdrawCandidate,
)
from facilitator.meeting.selection.terms import SetTerms, Terms
from facilitator.meeting.selection.ties import DrawLot, RuleOnTie
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule, TieBreak
from tests.meeting.hall import EVENING, START, Hall

PANEL = ("r1", "r2", "r3", "h1", "h2", "s1")
GROUPS = {"r": "residents", "h": "heads", "s": "officials"}
GARDEN = Candidate(id="g", title="Garden", place="Third", asked=40_000_00, own=100_00)
MEALS = Candidate(id="m", title="Meals", asked=35_000_00)
LIGHTS = Candidate(id="l", title="Lights", asked=25_000_00)
BENCHES = Candidate(id="b", title="Benches", asked=25_000_00)


class Panel(Hall):
    """Six people of three chambers and four projects, 100,000 yuan."""

    def __init__(self, ties: tuple[TieBreak, ...] = (), *, twice: bool = True) -> None:
        charter = presets.charter("selection_panel")
        super().__init__(charter, members=(), form=presets.format_of("selection"))
        for member in PANEL:
            self.seat(member, GROUPS[member[0]])
        self.convene(host="s1")
        self.send(SetBudget, budget=100_000_00)
        for one in (GARDEN, MEALS, LIGHTS, BENCHES):
            self.send(AddCandidate, candidate=one)
        terms = Terms(
            ballot=BallotRule(kind=BallotKind.APPROVAL, most=2),
            counting=SelectionRule(rule=Rule.GREEDY, ties=ties),
            twice=twice,
        )
        self.send(SetTerms, terms=terms)

    def send(self, kind: type[MeetingCommand], **fields: Any) -> None:
        """Carry out a command to the meeting."""
        self.do(kind(meeting=EVENING, **fields))

    def gather(self) -> None:
        """All come, and the pitches begin."""
        self.at = max(self.at, START)
        self.send(EnterPhase, phase="sign-in")
        for member in PANEL:
            self.send(Arrive, person=member)
        self.send(EnterPhase, phase="pitches")

    def box(self, **papers: int) -> None:
        """Papers handed out in each chamber, all of which come back."""
        for group, number in papers.items():
            self.send(IssuePapers, group=group, issued=number)
            self.send(CountBox, group=group, returned=number)

    def read(self, group: str, number: int, ticks: str, helpers: tuple[int, ...] = (1, 2)) -> None:
        """Enter one paper, "gm" for two ticks."""
        marks = Marks(marks=dict.fromkeys(ticks, 1))
        for helper in helpers:
            self.send(EnterPaper, group=group, number=number, helper=helper, ballot=marks)


def prepared() -> Panel:
    """Everything that can be done before and during the pitches is done, and much of it put right."""
    panel = Panel()
    panel.send(SetBudget, budget=90_000_00)
    panel.send(SetBudget, budget=100_000_00)
    panel.send(ChangeCandidate, candidate=Candidate(**{**_told(GARDEN), "own": 5}), reason="asked")
    panel.send(ChangeCandidate, candidate=GARDEN, reason="asked again.")
    dearer = Candidate(**{**_told(GARDEN), "asked": 41_000_00})
    panel.send(ChangeCandidate, candidate=dearer, reason="prices went up.")
    panel.send(AddCandidate, candidate=Candidate(id="x", title="Twice", asked=1))
    panel.send(RemoveCandidate, candidate="x")
    panel.send(StepBack, member="r1", candidate="g", reason="it is in my yard")
    panel.send(StepBack, member="r2", candidate="g", reason="I draft it")
    panel.send(LiftStepBack, member="r2", candidate="g", reason="I do not after all")
    panel.gather()
    panel.send(OrderPitches, order=("l", "g", "m", "b"))
    panel.send(OrderPitches, order=("g", "m", "l", "b"), how=How.DRAWN)
    panel.send(BeginPitch, candidate="g", who="Li of the Third")
    panel.do(OpenQuestions(meeting=EVENING), after=260)
    panel.do(EndPitch(meeting=EVENING), after=180)
    panel.send(BeginPitch, candidate="m")
    panel.do(EndPitch(meeting=EVENING), after=60)
    panel.send(PassOver, candidate="l", reason="nobody has come")
    return panel


def voted() -> Panel:
    """A void vote, one with an overfull box, and one that counts, is corrected and announced twice."""
    panel = prepared()
    panel.send(EnterPhase, phase="voting")
    panel.send(OpenVote, helpers=("r1", "h1"))
    panel.send(DeclareVoid, reason="wrong papers")
    panel.send(OpenVote, helpers=("r1", "h1"))
    panel.send(IssuePapers, group="residents", issued=2)
    panel.send(CountBox, group="residents", returned=3)
    panel.send(CloseVote)
    panel.send(OpenVote, helpers=("r1", "h1"))
    panel.send(IssuePapers, group="residents", issued=3)
    panel.send(IssuePapers, group="residents", issued=2, reason="miscounted")
    panel.send(CountBox, group="residents", returned=1)
    panel.send(CountBox, group="residents", returned=2, reason="one stuck in the slit")
    panel.box(heads=2, officials=1)
    panel.send(CastFor, member="r3", ballot=Marks(marks={"b": 1}))
    panel.send(TakeTypedBack, member="r3", reason="it was for another")
    panel.send(CastFor, member="r3", ballot=Marks(marks={"g": 1}), typed_by="Chen")
    panel.send(CastFor, member="r3", ballot=Marks(marks={"m": 1}), reason="heard wrongly")
    panel.read("residents", 1, "gm")
    panel.read("residents", 2, "g", (1,))
    panel.read("residents", 2, "gl", (2,))
    ballot = Marks(marks={"g": 1, "l": 1})
    panel.send(SettlePaper, group="residents", number=2, ballot=ballot, reason="a weak tick")
    panel.read("heads", 1, "gm")
    panel.read("heads", 2, "")
    panel.read("officials", 1, "gml")
    panel.send(CloseVote)
    panel.send(EnterPhase, phase="result")
    ballot = Marks(marks={"m": 1, "b": 1})
    panel.send(CorrectPaper, group="heads", number=2, ballot=ballot, reason="ticked in pencil")
    panel.send(WithdrawCandidate, candidate="l", reason="the wrong line")
    panel.send(ReinstateCandidate, candidate="l", reason="it was another one")
    panel.send(WithdrawCandidate, candidate="l", reason="no place for it")
    return panel


def announced() -> Panel:
    """The vote with a project funded in part, announced, taken back and announced again."""
    panel = voted()
    panel.send(EnterPhase, phase="voting")
    panel.send(EnterPhase, phase="result")
    panel.send(Announce)
    panel.send(TakeBackResult, reason="a part was forgotten")
    return panel


def tied(*ways: TieBreak) -> Panel:
    """Garden is chosen; Meals, Lights and Benches have a vote each and do not all fit."""
    panel = Panel(ways, twice=False)
    panel.send(SetBudget, budget=80_000_00)
    panel.gather()
    panel.send(EnterPhase, phase="voting")
    panel.send(OpenVote)
    panel.box(residents=3)
    for number, ticks in enumerate(("gm", "gl", "gb"), 1):
        panel.read("residents", number, ticks, (1,))
    panel.send(CloseVote)
    return panel


def lots_drawn() -> Panel:
    """The tie is broken by lot; what is left goes to another project in part, and a part is taken back."""
    panel = tied(TieBreak.LOT)
    panel.send(EnterPhase, phase="result")
    panel.send(DrawLot, order=("m", "l", "b"), how="slips from a hat", witnesses=("r1", "h1"))
    panel.send(FundInPart, candidate="l", fen=4_000_00, reason="two lamps of ten")
    panel.send(FundInPart, candidate="l", fen=0, reason="two lamps are too few")
    panel.send(Announce)
    return panel


def ruled() -> Panel:
    """Nothing was agreed for a tie; people agree after the count."""
    panel = tied()
    panel.send(EnterPhase, phase="result")
    panel.send(RuleOnTie, ties=(TieBreak.LOWER_COST, TieBreak.REVOTE), reason="cheapest first.")
    return panel


def voted_again() -> Panel:
    """People vote again among the tied: once to another tie, once to an order."""
    panel = tied(TieBreak.REVOTE)
    for ticks in ("mlb", "mml"):
        panel.send(OpenVote, among=("m", "l", "b"))
        panel.box(residents=3)
        for number, tick in enumerate(ticks, 1):
            panel.read("residents", number, tick, (1,))
        panel.send(CloseVote)
    return panel


def taken() -> Panel:
    """A round is taken over onto the slate."""
    panel = Panel()
    offered = Offered("qy", "Qingyuan 2026", 80_000_00, (GARDEN, MEALS))
    one = panel.meeting
    one.outside = replace(one.outside, offered=offered)
    [event] = decide(one, TakeRound(meeting=EVENING, round="qy"))
    panel._take_in(f"meeting/{EVENING}", event)
    return panel


def _told(one: Candidate) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__struct_fields__}
