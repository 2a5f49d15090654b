"""One project of a round from need to the look back, in memory: what its papers are written from.

No record and no session: commands are decided and applied one by one, each on its day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

import msgspec

from facilitator import rounds
from facilitator.acts import Command, Recorded
from facilitator.bodies import Person
from facilitator.papers.material import ProjectMaterial, RoundMaterial, Seal
from facilitator.rounds.ending import Alive, CloseProject, LookBack
from facilitator.rounds.funders import AddFunder
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
from facilitator.rounds.outside import (
    Funder,
    FunderKind,
    ProjectOutside,
    ProjectTold,
    RoundOutside,
    RoundPlace,
)
from facilitator.rounds.project import Initiator, Outcome, Project, StartProject
from facilitator.rounds.proposal import BudgetLine, Own, OwnKind, Risk, Step, SubmitProposal
from facilitator.rounds.results import GrantByHand, view_of
from facilitator.rounds.round import OpenRound, PlanRound, Round
from facilitator.rounds.screening import ScreenProposal, Verdict, VisitProject
from facilitator.rounds.spending import AddReceipt, PayInstalment, Spend
from facilitator.rounds.team import ChangeRole, JoinTeam, LeaveTeam, MemberKind, TrainTeam

R, P = "qy-2027", "07-1"
NOW = datetime.fromisoformat("2028-12-10T09:00:00+08:00")


@dataclass
class Told:
    """A round and one of its projects, gone on with by `do`."""

    round: Round = field(default_factory=lambda: Round(f"round/{R}"))
    project: Project = field(default_factory=lambda: Project(f"project/{R}/{P}"))
    change: Callable[[Command], Command] = field(default=lambda command: command)
    """May alter each command before it is decided."""

    def do(self, *commands: Command) -> None:
        """Carry commands out one after another."""
        for command in map(self.change, commands):
            told = isinstance(command, rounds.RoundCommand)
            case = self.round if told else self.project
            self._tell()
            for event in rounds.decide(case, command):
                rounds.apply(case, Recorded(event, case.version + 1, NOW, "吴晓燕"))
        self._tell()

    def _tell(self) -> None:
        number = self.project.number
        known = (ProjectTold(number, "", 7),) if self.project.started else ()
        self.round.outside = RoundOutside(bodies=frozenset({"qingyuan"}), projects=known)
        view = view_of(self.round) if self.round.opened else None
        self.project.outside = ProjectOutside(view)

    def material(self, *, public: bool = False, lang: str = "zh") -> ProjectMaterial:
        """What a paper of the project is written from."""
        seal = Seal("0" * 64, self.project.version, NOW)
        return ProjectMaterial(self.project, NOW, lang, public, seal)

    def whole(self, *, public: bool = False, lang: str = "zh") -> RoundMaterial:
        """What a paper of the round is written from."""
        return RoundMaterial(self.round, (self.project,), NOW, lang, public)


def started(told: Told | None = None) -> Told:
    """A round of three places, and a project that has a target group and nothing else."""
    told = told or Told()
    told.do(
        OpenRound(
            round=R,
            body="qingyuan",
            title="清源街道2027年社区项目",
            places=(
                RoundPlace(no=3, name="清源里社区"),
                RoundPlace(no=7, name="枣园里社区"),
                RoundPlace(no=12, name="兴丰社区"),
            ),
        ),
        AddFunder(
            round=R,
            funder=Funder(
                id="found",
                kind=FunderKind.COMMUNITY_FOUNDATION,
                name="清源社区基金会",
                fen=4_000_000,
                residents_decide=True,
                residents_evaluate=True,
            ),
        ),
        PlanRound(round=R, needs_by=date(2027, 1, 31), proposals_by=date(2027, 2, 20)),
        StartProject(
            round=R,
            project=P,
            place=7,
            title="独居老人助餐点",
            group="八十岁以上的独居老人",
            people=86,
            why="子女不在身边，中午常常凑合一顿。",
            initiator=Initiator.RESIDENTS,
        ),
    )
    return told


def asked(told: Told | None = None) -> Told:
    """The same once residents have been asked and their needs ranked."""
    told = started(told)
    at = {"round": R, "project": P}
    told.do(
        AnnounceInPublic(
            **at,
            entry="a1",
            what=Announced.NEEDS_MEETING,
            on=date(2027, 1, 10),
            begins=date(2027, 1, 4),
            places="三个楼门口",
        ),
        AskResidents(
            **at,
            entry="q1",
            source=Source.DOOR,
            on=date(2027, 1, 6),
            people=31,
            text="31户里有22户中午不做饭，周桂兰老人一天只吃两顿。",
        ),
        AskResidents(
            **at,
            entry="q2",
            source=Source.MEETING,
            on=date(2027, 1, 10),
            people=18,
            invited=(
                Invited(how=Invitation.PUBLIC_NOTICE, people=9),
                Invited(how=Invitation.BUILDING_LEADER, people=5),
            ),
            text="大家说贵一点可以，要软、要热、要送得到楼上。",
        ),
        NoteNeed(**at, entry="n1", text="下雪天不敢下楼买菜", asked=("q1",), named_by=12),
        NoteNeed(**at, entry="n2", text="中午吃不上一口热饭", asked=("q1", "q2"), named_by=35),
        RankNeeds(**at, entry="r1", order=("n2", "n1"), how="在座谈会上每人两票"),
    )
    return told


def proposed(told: Told | None = None) -> Told:
    """The same once the proposal was handed in, sent back, revised, and admitted."""
    told = asked(told)
    at = {"round": R, "project": P}
    first = SubmitProposal(
        **at,
        entry="p1",
        title="独居老人助餐点",
        drafted_on=date(2027, 1, 20),
        needs=("n2",),
        goals=("每个工作日给60位老人供一顿热饭", "至少20位老人由邻居送餐上楼"),
        steps=(
            Step(what="谈定两家饭馆，签供餐协议", who="王丽华", by=date(2027, 4, 15)),
            Step(what="把活动室改成助餐点", who="李建国", by=date(2027, 5, 10)),
            Step(what="排送餐班，一周一换", who="周桂兰", by=date(2027, 5, 20)),
        ),
        risks=(Risk(what="饭馆涨价", answer="协议里写明一年不涨，涨了换另一家", who="王丽华"),),
        budget=(
            BudgetLine(what="餐费补贴", fen=1_200_000, how="60人 × 200天 × 1元"),
            BudgetLine(what="桌椅", fen=360_050, how="12套 × 300.04元"),
            BudgetLine(what="保温箱", fen=240_000, how="8个 × 300元"),
        ),
        own=(
            Own(what="活动室粉刷", fen=200_000),
            Own(what="送餐志愿者", kind=OwnKind.LABOUR),
        ),
        total=1_800_050,
        upkeep="助餐点由社区食堂承办，每月公布一次账目；送餐班由楼长排。",
        on=date(2027, 2, 1),
    )
    told.do(
        first,
        ScreenProposal(
            **at,
            entry="s1",
            verdict=Verdict.SEND_BACK,
            on=date(2027, 2, 5),
            by="街道民政科",
            text="没有写天气不好时怎么送",
        ),
        VisitProject(
            **at,
            entry="v1",
            on=date(2027, 2, 8),
            by="协作者中心",
            residents=7,
            text="活动室在二楼，没有扶手",
            residents_said="楼梯陡，拄拐上不去",
        ),
    )
    again = msgspec.structs.replace(
        first,
        entry="p2",
        risks=(*first.risks, Risk(what="雨雪天送不了", answer="当天改送干粮包", who="周桂兰")),
        because="按初审意见补写雨雪天怎么办",
        on=date(2027, 2, 12),
    )
    told.do(
        again,
        ScreenProposal(**at, entry="s2", verdict=Verdict.ADMITTED, on=date(2027, 2, 15)),
    )
    return told


def running(told: Told | None = None) -> Told:
    """The same with money, a team, milestones, and a visit that found it behind."""
    told = proposed(told)
    at = {"round": R, "project": P}
    members = (
        ("m1", "王丽华", MemberKind.STAFF, "组长，管账"),
        ("m2", "周桂兰", MemberKind.RESIDENT, "排送餐班"),
        ("m3", "马德福", MemberKind.RESIDENT, "验餐"),
        ("m4", "何秀珍", MemberKind.VOLUNTEER, "送餐"),
    )
    told.do(
        GrantByHand(
            round=R,
            entry="g1",
            project=P,
            fen=1_800_050,
            on=date(2027, 3, 20),
            reason="评选会入选",
            by="评选会",
            asked=1_800_050,
        ),
        *(
            JoinTeam(
                **at,
                entry=entry,
                person=Person(name=name, phone=f"1380000000{entry[1]}"),
                kind=kind,
                role=role,
                on=date(2027, 3, 25),
            )
            for entry, name, kind, role in members
        ),
        TrainTeam(
            **at, entry="t1", members=("m1", "m2", "m3"), what="分工与记账", on=date(2027, 4, 2)
        ),
        ChangeRole(**at, entry="c1", member="m3", role="验餐、记意见", on=date(2027, 5, 1)),
        LeaveTeam(**at, entry="l1", member="m4", on=date(2027, 9, 1), reason="搬走了"),
        PlanMilestone(**at, entry="k1", what="签下供餐协议", due=date(2027, 4, 15), fen=600_000),
        PlanMilestone(**at, entry="k2", what="助餐点开张", due=date(2027, 5, 20), fen=900_000),
        PlanMilestone(**at, entry="k3", what="稳定供餐三个月", due=date(2027, 9, 1), fen=300_050),
        ReachMilestone(**at, entry="h1", milestone="k1", on=date(2027, 4, 12)),
        PayInstalment(**at, entry="y1", fen=600_000, on=date(2027, 4, 14), milestone="k1"),
        MoveMilestone(**at, entry="o1", milestone="k2", due=date(2027, 6, 10), reason="扶手要先装"),
        MonitorProject(
            **at,
            entry="w1",
            on=date(2027, 5, 28),
            state=Progress.BEHIND,
            by="街道民政科 陈立新",
            text="扶手还没有装，桌椅到了一半。",
            residents=6,
            residents_said="周桂兰说等了两个月了，早点开。",
        ),
        Spend(**at, entry="e1", what="桌椅12套", fen=372_000, on=date(2027, 5, 20), line="桌椅"),
        Spend(
            **at,
            entry="e2",
            what="五月餐补",
            fen=96_000,
            on=date(2027, 6, 30),
            line="餐费补贴",
            receipt="收据0031",
        ),
        Spend(**at, entry="e3", what="扶手", fen=48_000, on=date(2027, 6, 2)),
        Spend(
            **at,
            entry="e4",
            what="粉刷",
            fen=180_000,
            on=date(2027, 5, 9),
            own=True,
            receipt="发票7",
        ),
        AddReceipt(**at, entry="e5", spending="e1", receipt="发票12"),
    )
    return told


def ended(told: Told | None = None) -> Told:
    """The same at its end, with what residents say, and looked at again after a year."""
    told = running(told)
    at = {"round": R, "project": P}
    told.do(
        ReachMilestone(**at, entry="h2", milestone="k2", on=date(2027, 6, 14)),
        PayInstalment(
            **at, entry="y2", fen=900_000, on=date(2027, 6, 20), milestone="k2", receipt="拨款单2"
        ),
        MonitorProject(
            **at,
            entry="w2",
            on=date(2027, 8, 18),
            state=Progress.ON_TRACK,
            by="街道民政科 陈立新",
            residents=11,
            residents_said="饭菜软和，就是周末没有。",
        ),
        AssessSatisfaction(
            **at,
            entry="f1",
            on=date(2027, 11, 20),
            very_satisfied=21,
            satisfied=18,
            neutral=5,
            dissatisfied=2,
            very_dissatisfied=1,
            how="上门问卷",
            text="不满意的三位都说周末没饭吃。",
        ),
        CloseProject(
            **at,
            entry="z1",
            outcome=Outcome.PARTLY,
            on=date(2027, 11, 30),
            text="工作日供餐做到了，平均每天54人。\n送餐上楼只有11位，人手不够。",
            reason="送餐志愿者走了一位，没有人接",
            people_served=54,
            figures="供餐112天，6,048份",
            kept_by="枣园里社区食堂",
        ),
        LookBack(
            **at,
            entry="b1",
            on=date(2028, 12, 1),
            state=Alive.WEAK,
            by="协作者中心",
            kept_by="枣园里社区食堂",
            text="还在开，每天三十来人，账目有半年没有公布。",
        ),
    )
    return told
