"""A subdistrict's office for tests: one round and one of its projects in memory, commands played at told times.

Every event also goes through JSON into a twin, so that each test shows on the way that what is recorded is
enough to rebuild the state, and that a refused command has changed nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Union

import msgspec
import pytest

from facilitator import rounds
from facilitator.acts import Command, Event, Recorded, RuleViolation
from facilitator.bodies.people import Person
from facilitator.followup.attached import Attached
from facilitator.rounds import History, Project, ProjectOutside, Round, RoundOutside
from facilitator.rounds.concerns import Concern, concerns
from facilitator.rounds.funders import AddFunder
from facilitator.rounds.measures import months_after
from facilitator.rounds.milestones import PlanMilestone
from facilitator.rounds.needs import AskResidents, Invitation, Invited, NoteNeed, RankNeeds, Source
from facilitator.rounds.outside import (
    Funder,
    FunderKind,
    ProjectTold,
    RoundPlace,
    RoundView,
    Selected,
)
from facilitator.rounds.project import ProjectCommand, StartProject
from facilitator.rounds.proposal import BudgetLine, Own, Risk, Step, SubmitProposal
from facilitator.rounds.results import GrantByHand, view_of
from facilitator.rounds.round import OpenRound, RoundCommand
from facilitator.rounds.screening import ScreenProposal, Verdict
from facilitator.rounds.standing import Standing, standing_of
from facilitator.rounds.team import JoinTeam, MemberKind

ROUND, NUMBER, BODY = "qy", "07-1", "qingyuan"
BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
DRAFTED = date(2026, 4, 1)
TODAY = date(2026, 6, 1)
DECODER = msgspec.json.Decoder(Union[rounds.EVENTS])  # noqa: UP007 msgspec takes it so
OFFICE = Funder(
    id="office",
    kind=FunderKind.GOVERNMENT,
    name="Street office",
    fen=5_000_000,
    residents_decide=True,
    residents_evaluate=True,
)
PLACES = (RoundPlace(no=7, name="Pear Lane"), RoundPlace(no=12, name="West Gate"))


def photo(name: str = "gate.jpg", digit: str = "a", size: int = 1000) -> Attached:
    """A photo as a command names it; its hash is one digit, 64 times."""
    return Attached(name=name, hash=digit * 64, size=size, media="image/jpeg")


def again(recorded: Recorded) -> Recorded:
    """An event as it comes back from JSON."""
    return replace(recorded, event=DECODER.decode(msgspec.json.encode(recorded.event)))


class Office:
    """One round and one project of it; `told` is what the session says of the round's other projects."""

    def __init__(self, *, number: str = NUMBER) -> None:
        self.at = BEGUN
        self.number = number
        self.bodies = frozenset({BODY})
        self.told: tuple[ProjectTold, ...] = (ProjectTold(number, "Warm meals", 7),)
        self.result: Selected | None = None
        self.without_round = False
        names = (f"round/{ROUND}", f"project/{ROUND}/{number}")
        self.cases: dict[str, History] = {name: rounds.fresh(name) for name in names}
        self.twins: dict[str, History] = {name: rounds.fresh(name) for name in names}

    @property
    def round(self) -> Round:
        """The round, told of its projects as a session tells it."""
        case = self.cases[f"round/{ROUND}"]
        assert isinstance(case, Round)
        case.outside = RoundOutside(self.bodies, self.told, self.result)
        return case

    @property
    def project(self) -> Project:
        """The project, told of its round as a session tells it."""
        case = self.cases[f"project/{ROUND}/{self.number}"]
        assert isinstance(case, Project)
        case.outside = ProjectOutside(self._view())
        return case

    def _view(self) -> RoundView | None:
        there = self.round.opened is not None and not self.without_round
        return view_of(self.round) if there else None

    @property
    def standing(self) -> Standing:
        """How the project stands."""
        return standing_of(self.project)

    def concerns(self, today: date = TODAY) -> dict[str, dict[str, Any]]:
        """The concerns about the project by code; fails where one is said twice."""
        found = concerns(self.project, today)
        assert len({one.code for one in found}) == len(found)
        return {one.code: one.facts for one in found}

    def all_concerns(self, today: date = TODAY) -> tuple[Concern, ...]:
        """The same as they are."""
        return concerns(self.project, today)

    def now(self, kind: type[Command], /, **fields: Any) -> tuple[Event, ...]:
        """A command about this round or project, ten seconds later."""
        return self.do(self.said(kind, **fields))

    def said(self, kind: type[Command], /, **fields: Any) -> Command:
        """A command about this round or project."""
        about = {"round": ROUND}
        if issubclass(kind, ProjectCommand):
            about["project"] = self.number
        return kind(**{**about, **fields})

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carry a command out; its refusal is raised and has changed nothing."""
        case = self.round if isinstance(command, RoundCommand) else self.project
        assert command.stream == case.stream
        events = rounds.decide(case, command)
        self.at += timedelta(seconds=10)
        for event in events:
            recorded = Recorded(event, case.version + 1, self.at, "clerk")
            rounds.apply(case, recorded)
            rounds.apply(self.twins[case.stream], again(recorded))
        self.check()
        return events

    def code(self, kind: type[Command], /, **fields: Any) -> str:
        """The code with which a command is refused."""
        return self.refused(self.said(kind, **fields)).code

    def facts(self, kind: type[Command], /, **fields: Any) -> dict[str, Any]:
        """The facts with which a command is refused."""
        return self.refused(self.said(kind, **fields)).facts

    def refused(self, command: Command) -> RuleViolation:
        """The refusal of a command; fails the test if it is accepted or if anything changed."""
        with pytest.raises(RuleViolation) as refusal:
            self.do(command)
        self.check()
        return refusal.value

    def check(self) -> None:
        """Each history is what its events, read back from JSON, make of it."""
        for case, twin in zip(self.cases.values(), self.twins.values(), strict=True):
            twin.outside = case.outside  # pyright: ignore[reportAttributeAccessIssue]
            assert case == twin

    # --- the usual way ----------------------------------------------------------------------

    def open(self, *, fund: bool = True) -> Office:
        """The round begins, with money unless said otherwise."""
        self.now(OpenRound, body=BODY, title="Spring round", places=PLACES)
        if fund:
            self.now(AddFunder, funder=OFFICE)
        return self

    def start(self) -> Office:
        """The project begins."""
        self.now(StartProject, place=7, title="Warm meals", group="Old people alone", people=140)
        return self

    def find_needs(self) -> Office:
        """Thirty residents were asked before anything was written, and the needs are ranked."""
        on = DRAFTED - 20 * DAY
        invited = (Invited(how=Invitation.PUBLIC_NOTICE, people=30),)
        self.now(AskResidents, entry="a1", source=Source.DOOR, on=on, people=30, invited=invited)
        self.now(NoteNeed, entry="n1", text="A warm lunch", asked=("a1",), named_by=22)
        self.now(NoteNeed, entry="n2", text="Somebody to talk to", asked=("a1",), named_by=9)
        self.now(RankNeeds, entry="k1", order=("n1", "n2"))
        return self

    def propose(self, entry: str = "p1", **changes: Any) -> Office:
        """A proposal that is in order."""
        self.now(SubmitProposal, **proposal(entry=entry, **changes))
        return self

    def admit(self) -> Office:
        """It passes the screening."""
        self.now(ScreenProposal, entry="s1", verdict=Verdict.ADMITTED, on=DRAFTED + 20 * DAY)
        return self

    def grant(self, fen: int = 300_000) -> Office:
        """Money is granted for it."""
        reason = {"reason": "most urgent", "by": "Zhang", "on": DRAFTED + 30 * DAY}
        self.now(GrantByHand, entry=f"g{self.round.version}", project=NUMBER, fen=fen, **reason)
        return self

    def to_grant(self) -> Office:
        """Everything up to the grant."""
        return self.open().start().find_needs().propose().admit().grant()

    def to_running(self) -> Office:
        """Everything up to a team and two milestones."""
        self.to_grant()
        since = DRAFTED + 40 * DAY
        for entry, kind in (("m1", MemberKind.STAFF), ("m2", MemberKind.RESIDENT)):
            person = Person(name=f"Name of {entry}")
            self.now(JoinTeam, entry=entry, person=person, kind=kind, role="cooks", on=since)
        for entry, months in (("ms1", 3), ("ms2", 6)):
            due = months_after(DRAFTED, months)
            self.now(PlanMilestone, entry=entry, what=f"Stage {entry}", due=due, fen=150_000)
        return self


def proposal(**changes: Any) -> dict[str, Any]:
    """The fields of a proposal that is in order: 3,000 yuan in two lines, 500 of its own."""
    return {
        "title": "Warm meals",
        "drafted_on": DRAFTED,
        "needs": ("n1",),
        "goals": ("Forty people eat warm every day",),
        "steps": (Step(what="Find a kitchen", who="Li", by=DRAFTED + 60 * DAY),),
        "risks": (Risk(what="The cook leaves", answer="Two are trained", who="Li"),),
        "budget": (
            BudgetLine(what="Stove", fen=180_000, how="1 × 1,800"),
            BudgetLine(what="Boxes", fen=120_000, how="200 × 6"),
        ),
        "own": (Own(what="Room", fen=50_000),),
        "total": 300_000,
        "upkeep": "The team and the pharmacy",
        **changes,
    }
