"""A selection evening for tests: four residents, three heads and two officials give away 100,000 yuan.

As in the hall, every event goes through JSON into a twin, so that each test also shows that what is recorded
is enough to rebuild the evening, and that a refused command has changed nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from facilitator import presets
from facilitator.acts import Event, RuleViolation
from facilitator.meeting import asking
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.lifecycle import EnterPhase, ReopenMeeting
from facilitator.meeting.part import MeetingCommand
from facilitator.meeting.selection.ballots import CountBox, DeclareVoid, IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import EnterPaper
from facilitator.meeting.selection.papers import Marks, Vote
from facilitator.meeting.selection.pitches import BeginPitch, EndPitch
from facilitator.meeting.selection.slate import AddCandidate, Candidate, SetBudget
from facilitator.meeting.selection.terms import SetTerms, Terms
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.outcome import Fate, Selection
from facilitator.rules.selection.problem import Rule, SelectionRule, TieBreak
from tests.meeting.hall import EVENING, START, Hall

GROUPS = {"r": "residents", "h": "heads", "o": "officials"}
RESIDENTS = ("r1", "r2", "r3", "r4")
HEADS = ("h1", "h2", "h3")
OFFICIALS = ("o1", "o2")
EVERYBODY = (*RESIDENTS, *HEADS, *OFFICIALS)
HOST = "o1"
HELPERS = ("o1", "o2")
WAY = ("sign-in", "pitches", "voting", "result", "read-back")
YUAN = 100
"""Fen in a yuan."""
PROJECTS = {"a": 40_000, "b": 35_000, "c": 25_000, "d": 30_000}
"""What each asks for, in yuan, of 100,000."""


def ticks(*projects: str, struck: tuple[str, ...] = ()) -> Marks:
    """A ballot with these ticks."""
    return Marks(marks=dict.fromkeys(projects, 1), struck=struck)


def approval(most: int = 3, *ties: TieBreak, rule: Rule = Rule.GREEDY, **more: Any) -> Terms:
    """At most so many ticks, and these ways to break ties."""
    return Terms(
        ballot=BallotRule(kind=BallotKind.APPROVAL, most=most),
        counting=SelectionRule(rule=rule, ties=ties),
        **more,
    )


class Panel(Hall):
    """One selection evening, with its commands in short. o1 hosts it."""

    def __init__(
        self,
        phase: str = "voting",
        *,
        projects: Mapping[str, int] = PROJECTS,
        budget: int = 100_000,
        terms: Terms | None = None,
        members: tuple[str, ...] = EVERYBODY,
        present: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__(
            presets.charter("selection_panel"),
            members=members,
            form=presets.format_of("selection"),
        )
        self.here = members if present is None else present
        self.convene(host=HOST, format="selection")
        if budget:
            self.send(SetBudget, budget=budget * YUAN)
        for name, yuan in projects.items():
            self.send(AddCandidate, candidate=candidate(name, yuan))
        if terms is not None:
            self.send(SetTerms, terms=terms)
        self.to(phase)

    def seat(self, member: str, group: str = "", **entry: Any) -> None:
        """Seat a member whose chamber is told by the first letter of the name."""
        super().seat(member, group or GROUPS[member[0]], offices=(), **entry)

    def send(self, kind: type[MeetingCommand], **fields: Any) -> tuple[Event, ...]:
        """Carry out a command to the evening."""
        return self.do(kind(meeting=EVENING, **fields))

    def no(self, kind: type[MeetingCommand], **fields: Any) -> str:
        """The code a command to the evening is refused with."""
        return self.refusal(kind, **fields).code

    def refusal(self, kind: type[MeetingCommand], **fields: Any) -> RuleViolation:
        """The refusal of a command to the evening."""
        return self.refused(kind(meeting=EVENING, **fields))

    def to(self, phase: str) -> None:
        """Go on to a phase, through those before it."""
        now = self.meeting.phase.key
        if phase == now:
            return
        for key in WAY[WAY.index(now) + 1 if now in WAY else 0 : WAY.index(phase) + 1]:
            self.at = max(self.at, START)
            self.send(EnterPhase, phase=key)
            if key == "sign-in":
                for person in self.here:
                    self.send(Arrive, person=person)

    def no_phase(self, key: str) -> str:
        """The code that entering a phase is refused with; "" and it is entered if it is not."""
        found = asking.refusal(self.meeting, EnterPhase(meeting=EVENING, phase=key))
        if found is None:
            self.send(EnterPhase, phase=key)
        return found.code if found is not None else ""

    def reopened(self) -> None:
        """The closed evening is opened again; nobody is in the room."""
        self.send(ReopenMeeting, reason="Something was found.")

    def pitch(self, name: str) -> None:
        """A whole pitch."""
        self.send(BeginPitch, candidate=name)
        self.send(EndPitch)

    # A vote.

    @property
    def vote(self) -> Vote:
        """The last vote."""
        return self.meeting.ballots.votes[-1]

    def open_vote(self, *among: str, **issued: int) -> Vote:
        """A vote opens, and each chamber has its papers: one for everybody on the roll unless that is told."""
        helpers = HELPERS if self.meeting.terms.twice else ()
        self.send(OpenVote, helpers=helpers, among=among)
        for group in GROUPS.values():
            on = sum(self.meeting.group_of(one) == group for one in self.vote.present)
            self.send(IssuePapers, group=group, issued=issued.get(group, on))
        return self.vote

    def box(self, group: str, returned: int) -> None:
        """So many papers were in the box."""
        self.send(CountBox, group=group, returned=returned)

    def enter(self, group: str, number: int, ballot: Marks, *helpers: int) -> None:
        """Helpers read a paper; all of them unless that is told."""
        both = (1, 2) if self.meeting.terms.twice else (1,)
        for helper in helpers or both:
            self.send(EnterPaper, group=group, number=number, helper=helper, ballot=ballot)

    def papers(self, **of: Iterable[Marks]) -> None:
        """The boxes are counted and every paper in them read, agreed by all; no papers where none are named."""
        for group in self.vote.issued:
            ballots = list(of.get(group, ()))
            self.box(group, len(ballots))
            for number, ballot in enumerate(ballots, 1):
                self.enter(group, number, ballot)

    def voted(self, *among: str, **of: Iterable[Marks]) -> Selection | None:
        """A whole vote, and the result that stands after it."""
        self.open_vote(*among)
        self.papers(**of)
        self.send(CloseVote)
        return self.meeting.outcome.selection

    def voided(self, vote: int = 0) -> None:
        """A vote does not count."""
        self.send(DeclareVoid, reason="A second box was found.", vote=vote)

    def fates(self) -> dict[str, Fate]:
        """What became of each project, as it stands."""
        found = self.meeting.outcome.selection
        return {line.project: line.fate for line in found.lines} if found is not None else {}

    @property
    def funded(self) -> set[str]:
        """Who gets the whole sum, as it stands."""
        return {name for name, fate in self.fates().items() if fate is Fate.FUNDED}


def candidate(name: str, yuan: int, **more: Any) -> Candidate:
    """A project that asks for so many yuan."""
    return Candidate(id=name, title=f"Project {name.upper()}", asked=yuan * YUAN, **more)


TIED = {"residents": [ticks("a", "b", "c"), ticks("a", "b", "d"), ticks("a", "b", "c"), ticks("a")],
        "heads": [ticks("a", "b", "d"), ticks("a", "b"), ticks("a")]}  # fmt: skip
"""Example E8: a 7, b 5, c 2, d 2; 25,000 are left after a and b."""
