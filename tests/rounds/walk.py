"""Deeds of clerks who do anything in any order to a round and a project: sensible commands, and others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from facilitator.acts import Command
from facilitator.bodies.people import Person
from facilitator.followup.attached import Attached
from facilitator.rounds.ending import Alive, CloseProject, LookBack, ReopenProject
from facilitator.rounds.funders import (
    AddFunder,
    ChangeFunder,
    CloseContract,
    DropFunder,
    SplitGrant,
)
from facilitator.rounds.milestones import MoveMilestone, PlanMilestone, ReachMilestone
from facilitator.rounds.monitoring import AssessSatisfaction, MonitorProject, Progress
from facilitator.rounds.needs import (
    Announced,
    AnnounceInPublic,
    AskResidents,
    Invitation,
    Invited,
    NoteNeed,
    RankNeeds,
    Source,
)
from facilitator.rounds.outside import Funder, FunderKind, RoundPlace, Share
from facilitator.rounds.project import (
    DropProjectFile,
    Outcome,
    SetTarget,
    StartProject,
    StrikeFromProject,
)
from facilitator.rounds.proposal import SubmitProposal, WithdrawProposal
from facilitator.rounds.results import GrantByHand
from facilitator.rounds.round import (
    CloseRound,
    IncludePlace,
    LeaveOutPlace,
    PlanRound,
    ReopenRound,
    StrikeFromRound,
)
from facilitator.rounds.screening import ScreenProposal, Verdict, VisitProject
from facilitator.rounds.spending import AddReceipt, PayInstalment, ReturnMoney, Spend
from facilitator.rounds.team import (
    ChangeRole,
    EraseTeamMember,
    JoinTeam,
    LeaveTeam,
    MemberKind,
    TrainTeam,
)
from tests.rounds.office import BEGUN, photo, proposal

DAY = timedelta(days=1)
MANY = 40
"""Ids of entries there are: few enough that some are used twice."""
SECRET = "唐秀珍-13800000071"
"""Stands in the name of whoever joins a team."""


def some_photo(digit: str) -> Attached:
    """A photo whose hash is a digit."""
    return photo(f"{digit}.jpg", digit)


class Walk:
    """Makes one command after another about a round and one of its projects."""

    def __init__(
        self,
        rnd: Random,
        round_: str,
        project: str,
        picture: Callable[[str], Attached] = some_photo,
    ) -> None:
        self.rnd = rnd
        self.of_round: dict[str, Any] = {"round": round_}
        self.about: dict[str, Any] = {"round": round_, "project": project}
        self.picture = picture

    def deed(self) -> Command:
        """One command; of each kind about as often, but for those that end things."""
        makers = (
            *(self._needs, self._proposal, self._team, self._money, self._milestones) * 4,
            *(self._seen, self._ending, self._undoing, self._funders, self._round) * 2,
        )
        return self.rnd.choice(makers)()

    def _entry(self, prefix: str) -> str:
        return f"{prefix}{self.rnd.randrange(MANY // 4)}"

    def _on(self) -> date:
        return BEGUN.date() + self.rnd.randrange(0, 400) * DAY

    def _text(self) -> str:
        return self.rnd.choice(["", "because", "东口", "because"])

    def _files(self) -> tuple[Attached, ...]:
        return tuple(self.picture(d) for d in self.rnd.sample("abcdef", self.rnd.randrange(2)))

    def _fen(self) -> int:
        return self.rnd.choice([0, 1, 99, 120_050, 60_000])

    def _needs(self) -> Command:
        rnd, named = self.rnd, {**self.about, "entry": self._entry("a")}
        match rnd.randrange(5):
            case 0 | 1:
                people = rnd.randrange(0, 20)
                how = rnd.choice(list(Invitation))
                invited = (Invited(how=how, people=rnd.randrange(0, 20)),)
                return AskResidents(
                    **named,
                    source=rnd.choice(list(Source)),
                    on=self._on(),
                    people=people,
                    invited=rnd.choice([(), invited]),
                    announced_on=rnd.choice([None, self._on()]),
                    attached=self._files(),
                )
            case 2:
                asked = rnd.choice([(), (self._entry("a"),)])
                named["entry"] = self._entry("n")
                return NoteNeed(**named, text=self._text(), asked=asked, named_by=rnd.randrange(9))
            case 3:
                order = [f"n{n}" for n in rnd.sample(range(10), rnd.randrange(5))]
                return RankNeeds(**named, order=tuple(order))
            case _:
                what = rnd.choice(list(Announced))
                return AnnounceInPublic(**named, what=what, on=self._on(), begins=self._on())

    def _proposal(self) -> Command:
        rnd, entry = self.rnd, self._entry("p")
        match rnd.randrange(6):
            case 0 | 1:
                needs = rnd.choice([(), (self._entry("n"),)])
                changes = {"needs": needs, "because": self._text(), "upkeep": self._text()}
                total = rnd.choice([300_000, 300_000, 299_999])
                fields = proposal(entry=entry, **changes, total=total, drafted_on=self._on())
                return SubmitProposal(**self.about, **fields, attached=self._files())
            case 2 | 3:
                verdict = rnd.choice(list(Verdict))
                return ScreenProposal(
                    **self.about, entry=entry, verdict=verdict, on=self._on(), text=self._text()
                )
            case 4:
                return VisitProject(
                    **self.about, entry=entry, on=self._on(), residents=rnd.randrange(9)
                )
            case _:
                return WithdrawProposal(**self.about, entry=entry, reason=self._text())

    def _team(self) -> Command:
        rnd, member = self.rnd, self._entry("m")
        entry = {"entry": self._entry("t"), **self.about}
        match rnd.randrange(6):
            case 0 | 1 | 2:
                kind = rnd.choice(list(MemberKind))
                entry["entry"] = member
                return JoinTeam(
                    **entry, person=Person(name=SECRET), kind=kind, role="x", on=self._on()
                )
            case 3:
                return ChangeRole(**entry, member=member, role=rnd.choice("xyz"), on=self._on())
            case 4:
                return LeaveTeam(**entry, member=member, on=self._on())
            case _:
                return TrainTeam(**entry, members=(member,), what="Roles", on=self._on())

    def _money(self) -> Command:
        rnd, entry = self.rnd, {"entry": self._entry("b"), **self.about}
        match rnd.randrange(5):
            case 0 | 1:
                milestone = rnd.choice(["", "", self._entry("k")])
                return PayInstalment(**entry, fen=self._fen(), on=self._on(), milestone=milestone)
            case 2:
                receipt = rnd.choice(["", "0071"])
                own = rnd.random() < 0.3
                return Spend(
                    **entry, what="x", fen=self._fen(), on=self._on(), receipt=receipt, own=own
                )
            case 3:
                return AddReceipt(**entry, spending=self._entry("b"), attached=self._files())
            case _:
                return ReturnMoney(**entry, fen=self._fen(), on=self._on(), reason=self._text())

    def _milestones(self) -> Command:
        key = self._entry("k")
        entry = {"entry": self._entry("r"), **self.about}
        match self.rnd.randrange(3):
            case 0:
                entry["entry"] = key
                return PlanMilestone(**entry, what="x", due=self._on(), fen=self._fen())
            case 1:
                return ReachMilestone(**entry, milestone=key, on=self._on())
            case _:
                return MoveMilestone(**entry, milestone=key, due=self._on(), reason=self._text())

    def _seen(self) -> Command:
        rnd, entry = self.rnd, {"entry": self._entry("v"), **self.about}
        if rnd.random() < 0.5:
            state = rnd.choice(list(Progress))
            return MonitorProject(**entry, on=self._on(), state=state, text=self._text())
        return AssessSatisfaction(**entry, on=self._on(), satisfied=rnd.randrange(3))

    def _ending(self) -> Command:
        rnd, entry = self.rnd, {"entry": self._entry("e"), **self.about}
        match rnd.randrange(4):
            case 0:
                ends = {"outcome": rnd.choice(list(Outcome)), "text": "t", "reason": self._text()}
                return CloseProject(**entry, on=self._on(), **ends)
            case 1:
                return ReopenProject(**self.about, reason=self._text())
            case _:
                state = rnd.choice(list(Alive))
                return LookBack(**entry, on=self._on(), state=state, text=self._text())

    def _undoing(self) -> Command:
        rnd = self.rnd
        match rnd.randrange(5):
            case 0 | 1:
                entry = self._entry(rnd.choice("anpmtbkrve"))
                return StrikeFromProject(**self.about, entry=entry, reason=self._text())
            case 2:
                content = self.picture(rnd.choice("abcdef")).hash
                return DropProjectFile(**self.about, hash=content, reason=self._text())
            case 3:
                return EraseTeamMember(**self.about, member=self._entry("m"), reason="asked")
            case _:
                return SetTarget(**self.about, title=rnd.choice("xy"), group="g")

    def _funders(self) -> Command:
        rnd, key = self.rnd, self.rnd.choice(["f1", "f2"])
        kind = rnd.choice(list(FunderKind))
        sums = [300_000, 500_000, 1]
        funder = Funder(id=key, kind=kind, name=key, fen=rnd.choice(sums))
        match rnd.randrange(8):
            case 0 | 1:
                return AddFunder(**self.of_round, funder=funder)
            case 2:
                return ChangeFunder(**self.of_round, funder=funder, reason=self._text())
            case 3:
                return DropFunder(**self.of_round, funder=key, reason=self._text())
            case 4 | 5 | 6:
                shares = (Share(funder=rnd.choice([key, "office"]), fen=300_000),)
                return SplitGrant(
                    **self.of_round, project=self.about["project"], shares=rnd.choice([(), shares])
                )
            case _:
                return CloseContract(**self.of_round, funder=key)

    def _round(self) -> Command:
        rnd, entry = self.rnd, self._entry("g")
        match rnd.randrange(8):
            case 0 | 1 | 2:
                grant = {
                    "fen": rnd.choice([300_000, 300_000, 0, 1]),
                    "on": self._on(),
                    "by": "Zhang",
                }
                number = self.about["project"]
                return GrantByHand(
                    **self.of_round, entry=entry, project=number, **grant, reason=self._text()
                )
            case 3:
                return StrikeFromRound(**self.of_round, entry=entry, reason=self._text())
            case 4:
                days = sorted(self._on() for _ in range(3))
                return PlanRound(
                    **self.of_round,
                    needs_by=days[0],
                    proposals_by=days[1],
                    selection_on=days[2],
                    look_back_months=rnd.randrange(1, 14),
                )
            case 5:
                return CloseRound(**self.of_round)
            case 6:
                return ReopenRound(**self.of_round, reason=self._text())
            case _:
                place = rnd.randrange(11, 14)
                if rnd.random() < 0.5:
                    return LeaveOutPlace(**self.of_round, place=place, reason=self._text())
                return IncludePlace(**self.of_round, place=RoundPlace(no=place, name="x"))


def begin(round_: str, project: str) -> StartProject:
    """How the project of a walk begins, at place 7."""
    return StartProject(
        round=round_, project=project, place=7, title="Warm meals", group="Old people"
    )
