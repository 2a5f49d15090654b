"""A selection meeting on a desk of its own, up to the opening of the vote; and hands that fill in papers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from facilitator import presets
from facilitator.bodies import Person
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.clock import ToldClock
from facilitator.desk.desk import Desk
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.widgets import column
from facilitator.desk.works import Works
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.lifecycle import ChangeHost, ConveneMeeting, EnterPhase
from facilitator.meeting.selection.ballots import CountBox, IssuePapers, OpenVote
from facilitator.meeting.selection.entering import EnterPaper
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.slate import AddCandidate, Candidate, SetBudget
from facilitator.meeting.selection.terms import SetTerms, Terms
from facilitator.opening import open_session
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.problem import Rule, SelectionRule, TieBreak
from tests.desk.evening import leave, write
from tests.desk.freed import do_what_was_put_off

M = "qy-2027-selection"
OPENED = datetime.fromisoformat("2027-03-20T14:00:00+08:00")
PEOPLE = {
    "residents": ("周桂兰", "马德福", "何秀珍", "孙志强", "赵小梅", "钱永年", "吴桂芝", "郑大勇"),
    "heads": ("李建国", "王丽华", "张玉芬", "冯秀兰"),
    "officials": ("陈立新", "刘慧"),
}
PROJECTS = tuple(
    Candidate(id=name, title=title, place=place, asked=asked * 100)
    for name, title, place, asked in (
        ("a", "独居老人助餐点", "枣园里社区", 40000),
        ("b", "楼间空地小花园", "兴丰社区", 35000),
        ("c", "暑期四点半课堂", "清源里社区", 25000),
        ("d", "电动车集中充电棚", "滨河西里社区", 20000),
        ("e", "夜间照明改造", "康馨园社区", 18000),
        ("f", "社区读书会", "丽园社区", 6000),
        ("g", "旧衣回收与修补坊", "枣园东里社区", 12000),
        ("h", "无障碍坡道与扶手", "滨河东里社区", 120000),
        ("i", "邻里调解室", "车站中里社区", 9000),
        ("j", "青年夜校", "金惠园二里社区", 16000),
    )
)
APPROVAL = Terms(
    ballot=BallotRule(kind=BallotKind.APPROVAL, most=3),
    counting=SelectionRule(rule=Rule.GREEDY, least_votes=2),
)


def tied(ties: tuple[TieBreak, ...]) -> Terms:
    """Terms with an order for ties."""
    return Terms(ballot=APPROVAL.ballot, counting=SelectionRule(rule=Rule.GREEDY, ties=ties))


def staged_vote(
    folder: Path,
    *,
    lang: str = "zh",
    size: int = 100,
    dark: bool = False,
    terms: Terms = APPROVAL,
    opened: bool = True,
    projects: Iterable[Candidate] = PROJECTS,
    people: Mapping[str, Iterable[str]] = PEOPLE,
    budget: int = 10_000_000,
) -> Desk:
    """A desk on a selection meeting in which everybody is there; the vote is open unless it is not wanted."""
    settings = Settings(folder / "settings")
    settings.lang, settings.size, settings.dark = lang, size, dark
    clock = ToldClock(OPENED)
    session = open_session(str(folder / "sample.facilitator"), create=True, clock=clock)
    members = [f"{group}-{n}" for group, names in people.items() for n, _ in enumerate(names, 1)]
    with session.record.together():
        charter = presets.charter("selection_panel")
        session.do(FoundBody(body="qingyuan", name="清源街道项目评选会", charter=charter, term=2))
        for group, names in people.items():
            for n, name in enumerate(names, 1):
                entry = Entry(
                    member=f"{group}-{n}",
                    person=Person(name=name),
                    group=group,
                    since=date(2026, 1, 1),
                )
                session.do(SeatMember(body="qingyuan", entry=entry))
        made = ConveneMeeting(
            meeting=M,
            body="qingyuan",
            planned=OPENED,
            place="街道三楼会议室",
            format="selection",
            lang=lang,
        )
        session.do(made)
        session.do(SetBudget(meeting=M, budget=budget))
        for one in projects:
            session.do(AddCandidate(meeting=M, candidate=one))
        session.do(SetTerms(meeting=M, terms=terms))
        session.do(EnterPhase(meeting=M, phase="sign-in"))
        for member in members:
            session.do(Arrive(meeting=M, person=member))
        session.do(ChangeHost(meeting=M, host="officials-1"))
        session.do(EnterPhase(meeting=M, phase="pitches"))
        step = StepBack(meeting=M, member="heads-1", candidate="a", reason="本社区的项目")
        session.do(step)
        session.do(EnterPhase(meeting=M, phase="voting"))
        if opened:
            helpers = ("residents-1", "residents-2") if terms.twice else ()
            session.do(OpenVote(meeting=M, helpers=helpers))
    return Desk(session, settings, Works())


def boxes(desk: Desk, **counts: int) -> None:
    """Papers handed out in each chamber, and as many in its box."""
    for group, n in counts.items():
        assert desk.session.do(IssuePapers(meeting=M, group=group, issued=n))
        assert desk.session.do(CountBox(meeting=M, group=group, returned=n))


def marks(said: str) -> Marks:
    """A paper with ticks: "abd"; "?" cannot be read."""
    return Marks(unreadable=True) if said == "?" else Marks(marks=dict.fromkeys(said, 1))


def read(desk: Desk, group: str, papers: str, helpers: tuple[int, ...] = (1, 2)) -> None:
    """Enter papers, "abc ad ? -": each letter is a project, "-" is a blank one."""
    with desk.session.record.together():
        for number, said in enumerate(papers.split(), 1):
            for helper in helpers:
                ballot = marks("" if said == "-" else said)
                one = EnterPaper(
                    meeting=M, group=group, number=number, helper=helper, ballot=ballot
                )
                assert desk.session.do(one)


class Hands:
    """A view of the meeting in a window of its own, and who presses keys in it."""

    def __init__(self, desk: Desk, make: Callable[[Desk, str], QWidget], size=(1278, 564)) -> None:
        self.desk = desk
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        wear(app, desk.theme)
        self.window = QWidget()
        self.view = make(desk, M)
        column(self.view, on=self.window)
        self.window.resize(*size)
        self.notices: list[str] = []
        desk.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.window.show()
        self.window.activateWindow()
        self.view.setFocus()
        self.settle()

    @property
    def meeting(self):
        return self.desk.session.meeting(M)

    @property
    def panels(self) -> list[QDialog]:
        return [one for one in self.view.findChildren(QDialog) if one.isVisible()]

    def settle(self) -> None:
        if not self.panels and not self.window.isActiveWindow():
            self.window.activateWindow()  # a panel had the keys
        for _ in range(3):
            QApplication.processEvents()

    def find(self, name: str):
        """A widget that is shown, by its name: in the open panel, else in the view."""
        ground = self.panels[-1] if self.panels else self.view
        found = [one for one in ground.findChildren(QWidget, name) if one.isVisible()]
        assert found, f"nothing shown is called {name}"
        return found[-1]

    def shows(self, name: str) -> bool:
        return any(one.isVisible() for one in self.view.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        found = self.find(name)
        assert isinstance(found, QLabel | QPushButton)
        return found.text().replace("\u00a0", " ")

    def click(self, name: str) -> None:
        one = self.find(name)
        assert one.isEnabled(), name
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key) -> None:
        had = QApplication.focusWidget()
        assert had is not None
        QTest.keyClick(had, key)
        self.settle()

    def type(self, text: str, name: str = "") -> None:
        if name:
            self.find(name).setFocus()
        had = QApplication.focusWidget()
        assert had is not None
        if text.isascii():
            QTest.keyClicks(had, text)
        else:
            write(had, text)
        self.settle()

    def close(self) -> None:
        for one in self.view.findChildren(QDialog):
            one.reject()
        self.window.close()
        self.window.deleteLater()
        do_what_was_put_off()


@contextmanager
def hands_on(
    desk: Desk, make: Callable[[Desk, str], QWidget], size: tuple[int, int] = (1278, 564)
) -> Iterator[Hands]:
    """Give the view of a desk; the desk is left when it is over."""
    hands = Hands(desk, make, size)
    try:
        yield hands
    finally:
        hands.close()
        leave(desk)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyleSheet("")
