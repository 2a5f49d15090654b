"""A selection meeting played in memory: three chambers, a slate of projects, papers read and counted.

No record and no session; `hold` goes from the convening to the close of the vote, and tests go on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from facilitator import bodies, meeting, presets
from facilitator.acts import Command, Recorded
from facilitator.bodies import Body, Person
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.meeting import Meeting, Outside
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.lifecycle import ChangeHost, ConveneMeeting, Council, EnterPhase
from facilitator.meeting.part import MeetingCommand
from facilitator.meeting.selection.ballots import CountBox, IssuePapers, OpenVote
from facilitator.meeting.selection.closing import CloseVote
from facilitator.meeting.selection.entering import EnterPaper
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.slate import AddCandidate, Candidate, SetBudget
from facilitator.meeting.selection.terms import SetTerms, Terms
from facilitator.papers.material import Material, Seal
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule

M = "qy-2027-selection"
OPENED = datetime.fromisoformat("2027-03-20T14:00:00+08:00")
PEOPLE = {
    "residents": ("周桂兰", "马德福", "何秀珍", "孙志强", "赵小梅", "钱永年"),
    "heads": ("李建国", "王丽华", "张玉芬"),
    "officials": ("陈立新", "刘慧"),
}
PROJECTS = (
    Candidate(id="07-1", title="独居老人助餐点", place="枣园里社区", asked=1_800_000, own=200_000),
    Candidate(id="12-1", title="楼间空地小花园", place="兴丰社区", asked=1_200_000),
    Candidate(id="03-1", title="暑期四点半课堂", place="清源里社区", asked=2_600_050),
    Candidate(id="19-1", title="电动车集中充电棚", place="滨河西里社区", asked=900_000),
)
A, B, C, D = (one.id for one in PROJECTS)
GREEDY = SelectionRule(rule=Rule.GREEDY)
APPROVAL = BallotRule(kind=BallotKind.APPROVAL, most=2)


Ballot = Mapping[str, int] | Marks


@dataclass
class Choosing:
    """A body and its selection meeting in memory."""

    body: Body
    meeting: Meeting
    at: datetime = OPENED

    def do(self, *commands: Command, at: datetime | None = None) -> None:
        """Carry commands out one after another, ten seconds apart unless a time is told."""
        for command in commands:
            self.at = at or self.at + timedelta(seconds=10)
            inside = isinstance(command, MeetingCommand)
            room, parts = (self.meeting, meeting) if inside else (self.body, bodies)
            if inside:
                self.meeting.outside = self._outside()
            for event in parts.decide(room, command):
                parts.apply(room, Recorded(event, room.version + 1, self.at, "吴晓燕"))

    def _outside(self) -> Outside:
        body = self.body
        council = Council(
            body=body.id,
            name=body.name,
            term=body.term,
            charter=body.charter,
            seats=body.seated,
            posting_places=body.posting_places,
            sample=body.sample,
        )
        return Outside(council=council, format=presets.format_of("selection"))

    def read(self, group: str, *papers: Ballot) -> None:
        """All papers of a chamber: handed out, counted, read as often as the terms say."""
        number = len(papers)
        self.do(IssuePapers(meeting=M, group=group, issued=number))
        self.do(CountBox(meeting=M, group=group, returned=number))
        for at, told in enumerate(papers, 1):
            marks = told if isinstance(told, Marks) else Marks(marks=dict(told))
            for helper in (1, 2) if self.meeting.terms.twice else (1,):
                entered = EnterPaper(meeting=M, group=group, number=at, helper=helper, ballot=marks)
                self.do(entered)

    def material(self, *, public: bool = False, lang: str = "zh") -> Material:
        """What a paper is written from."""
        people = {key: person for key, person in self.body.people.items() if person}
        last = self.meeting.chronicle[-1].recorded
        seal = Seal("0" * 64, self.meeting.version, last.at)
        return Material(self.meeting, people, seal, public, lang)


def choosing(
    *,
    people: Mapping[str, Iterable[str]] = PEOPLE,
    projects: Iterable[Candidate] = PROJECTS,
    budget: int = 4_000_000,
    ballot: BallotRule = APPROVAL,
    counting: SelectionRule = GREEDY,
    lang: str = "zh",
) -> Choosing:
    """A meeting that has been convened: its slate and terms are there, nobody is in the room yet."""
    now = Choosing(Body("qingyuan"), Meeting(M))
    charter = presets.charter("selection_panel")
    before = OPENED - timedelta(days=10)
    now.do(
        FoundBody(
            body="qingyuan",
            name="清源街道项目评选会",
            charter=charter,
            term=2,
            posting_places="街道服务大厅、各社区公告栏",
        ),
        at=before,
    )
    for group, names in people.items():
        for number, name in enumerate(names, 1):
            entry = Entry(
                member=f"{group}-{number}",
                person=Person(name=name),
                group=group,
                since=date(2026, 1, 1),
            )
            now.do(SeatMember(body="qingyuan", entry=entry), at=before)
    now.do(
        ConveneMeeting(
            meeting=M,
            body="qingyuan",
            planned=OPENED,
            place="街道三楼会议室",
            format="selection",
            lang=lang,
        ),
        SetBudget(meeting=M, budget=budget),
        *(AddCandidate(meeting=M, candidate=one) for one in projects),
        SetTerms(meeting=M, terms=Terms(ballot=ballot, counting=counting)),
        at=before,
    )
    return now


def gathered(now: Choosing) -> Choosing:
    """Everybody is there and the vote is open; the first two residents enter the papers."""
    now.do(EnterPhase(meeting=M, phase="sign-in"), at=OPENED)
    now.do(*(Arrive(meeting=M, person=seat.member) for seat in now.body.seated))
    now.do(ChangeHost(meeting=M, host="officials-1"))
    now.do(EnterPhase(meeting=M, phase="pitches"), EnterPhase(meeting=M, phase="voting"))
    helpers = ("residents-1", "residents-2") if now.meeting.terms.twice else ()
    now.do(OpenVote(meeting=M, helpers=helpers))
    return now


def ticks(*projects: str) -> dict[str, int]:
    """A paper with ticks."""
    return dict.fromkeys(projects, 1)


PAPERS: dict[str, tuple[Ballot, ...]] = {
    "residents": (ticks(A, B), ticks(A, D), ticks(A), ticks(B, D), ticks(), ticks(A, B, C)),
    "heads": (ticks(A, C), ticks(C, D), ticks(B)),
    "officials": (ticks(C, A), Marks(unreadable=True)),
}


def held(
    now: Choosing | None = None, papers: Mapping[str, tuple[Ballot, ...]] = PAPERS
) -> Choosing:
    """The vote is closed and counted, the result about to be announced."""
    now = gathered(now or choosing())
    for group, read in papers.items():
        now.read(group, *read)
    now.do(CloseVote(meeting=M), EnterPhase(meeting=M, phase="result"))
    return now
