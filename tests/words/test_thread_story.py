"""The story of a project, from what is needed to the look a year later."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

import pytest

from facilitator.bodies.people import Person
from facilitator.rounds import EVENTS
from facilitator.rounds.ending import Alive, CloseProject, LookBack, ReopenProject
from facilitator.rounds.milestones import MoveMilestone, PlanMilestone, ReachMilestone
from facilitator.rounds.monitoring import AssessSatisfaction, MonitorProject, Progress
from facilitator.rounds.needs import Announced, AnnounceInPublic
from facilitator.rounds.outside import Granted, Selected
from facilitator.rounds.project import (
    DropProjectFile,
    Outcome,
    ProjectEntryStruck,
    SetTarget,
    StrikeFromProject,
)
from facilitator.rounds.proposal import WithdrawProposal
from facilitator.rounds.results import TakeResult
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
from facilitator.words.timeline import Line, Sign
from facilitator.words.timeline.thread import thread_story
from facilitator.words.timeline.thread_entries import TELLERS
from tests.rounds.office import NUMBER, Office, photo

TODAY = date(2027, 8, 1)
_OF_THE_ROUND = {f"facilitator.rounds.{name}" for name in ("round", "funders", "results")}


def on(month: int, day: int, year: int = 2026) -> date:
    """A day of the project's year."""
    return date(year, month, day)


def whole() -> Office:
    """A project in which everything happens, and much of it is put right."""
    office = Office().open().start()
    do = office.now
    do(SetTarget, title="Benches", group="Those over 75", people=80)
    notice = {"what": Announced.NEEDS_MEETING, "on": on(3, 12), "begins": on(3, 5)}
    do(AnnounceInPublic, entry="no", places="at the gate", **notice)
    office.find_needs().propose()
    do(VisitProject, entry="v", on=on(4, 9), by="Zhang", residents=7, residents_said="More shade")
    back = {"verdict": Verdict.SEND_BACK, "text": "Who waters?"}
    do(ScreenProposal, entry="s0", on=on(4, 10), by="Zhang", **back)
    do(WithdrawProposal, entry="w", reason="No time", on=on(4, 11))
    office.propose("p2", because="Who waters is said now").admit().grant()
    _carried_out(office)
    end = {"on": on(11, 1), "people_served": 40, "kept_by": "the neighbours"}
    do(CloseProject, entry="c1", outcome=Outcome.PARTLY, text="Ten benches", reason="Rain", **end)
    do(ReopenProject, reason="Two were forgotten")
    do(CloseProject, entry="c2", outcome=Outcome.DONE, text="Twelve benches", **end)
    do(LookBack, entry="l", on=on(8, 1, 2027), state=Alive.GONE, by="Zhang", text="Weeds")
    return office


def _carried_out(office: Office) -> None:
    """Team, milestones, money, visits."""
    do = office.now
    for entry, kind in (("t1", MemberKind.STAFF), ("t2", MemberKind.RESIDENT)):
        do(
            JoinTeam,
            entry=entry,
            person=Person(name=f"Name of {entry}"),
            kind=kind,
            role="digs",
            on=on(5, 9),
        )
    do(ChangeRole, entry="r", member="t1", role="waters", on=on(5, 10))
    do(TrainTeam, entry="tr", members=("t1", "t2"), what="Accounts", on=on(5, 11))
    do(LeaveTeam, entry="le", member="t2", on=on(6, 1), reason="Moved away")
    do(EraseTeamMember, member="t2", reason="Asked for it")
    do(PlanMilestone, entry="m1", what="Ground dug", due=on(6, 10), fen=100_000)
    do(MoveMilestone, entry="mo", milestone="m1", due=on(6, 20), reason="Rain")
    do(ReachMilestone, entry="re", milestone="m1", on=on(6, 18), text="Dug", attached=(photo(),))
    do(DropProjectFile, hash=photo().hash, reason="A child is on it")
    do(PayInstalment, entry="i", fen=100_000, on=on(6, 19), milestone="m1", receipt="R1")
    do(Spend, entry="e1", what="Spades", fen=40_000, on=on(6, 20))
    do(Spend, entry="e2", what="Tea", fen=2_000, on=on(6, 21), own=True, receipt="T1")
    do(Spend, entry="e3", what="Seed", fen=1_000, on=on(6, 21), attached=(photo(digit="b"),))
    do(AddReceipt, entry="rc", spending="e1", receipt="S1")
    do(ReturnMoney, entry="b", fen=10_000, on=on(7, 1), reason="Cheaper spades")
    seen = {"text": "Weeds", "residents": 3, "residents_said": "Too little water"}
    do(MonitorProject, entry="mv", on=on(7, 2), by="Zhang", state=Progress.BEHIND, **seen)
    do(
        AssessSatisfaction,
        entry="as",
        on=on(10, 1),
        very_satisfied=2,
        satisfied=7,
        neutral=1,
        how="On the spot",
    )
    do(Spend, entry="e4", what="Spades", fen=40_000, on=on(6, 20))
    do(StrikeFromProject, entry="e4", reason="Entered twice")


@cache
def story(lang: str = "en", day: date = TODAY) -> tuple[Line, ...]:
    """The story of the whole project."""
    return tuple(thread_story(whole().project, day, lang))


def lines(lang: str = "en") -> list[str]:
    """Every line as one text."""
    return [one.whole(lang) for one in story(lang)]


def line(part: str, lang: str = "en") -> Line:
    """The one line with these words in it."""
    [found] = [one for one in story(lang) if part in one.whole(lang)]
    return found


def test_every_event_of_a_project_has_a_teller():
    """Nothing that happens to it is left out but the striking, which is told where the entry stands."""
    own = {kind for kind in EVENTS if kind.__module__ not in _OF_THE_ROUND}
    assert set(TELLERS) == own - {ProjectEntryStruck}


def test_the_story_holds_every_kind_of_event():
    """So that what is told of each is tried here."""
    kinds = {type(one.event) for one in whole().project.chronicle}
    assert set(TELLERS) <= kinds


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_line_says_something(lang):
    """Without a gap, in both languages, by days."""
    for one in lines(lang):
        assert one.strip() == one != ""
        assert not re.search(r"[{}]|None|StrEnum|\.\.|：：", one), one
    days = [one.day for one in story(lang)]
    assert days == sorted(days)


def test_what_people_said_stands_apart_from_our_words():
    """So that a public version can leave it out; names stand apart from both."""
    seen = line("Monitoring visit")
    assert seen.text == "Monitoring visit of Zhang: Behind, residents: 3\u00a0people"
    assert seen.said == "Weeds\nResidents: Too little water"
    assert line("Joins the team (Staff)").who == "Name of t1"
    assert not [one for one in story() if "Name of" in one.text + one.said]


def test_an_erased_member_is_told_without_a_name():
    """That somebody was there, and as what, stays."""
    assert line("Joins the team (Resident)").who == ""
    assert line("Leaves the team").who == ""
    assert line("Team members trained").who == "Name of t1"


def test_what_was_struck_stays_with_its_reason():
    """An entry that does not count is told, and why."""
    struck = [one for one in story() if one.struck is not None]
    assert [one.whole("en") for one in struck] == [
        "CNY\u00a0400 spent: Spades, receipt not in yet (struck: Entered twice)"
    ]


def test_a_file_that_was_erased_shows_why():
    """Its name stays with the line."""
    [shown] = line("Ground dug” reached").files
    assert (shown.file.name, shown.dropped) == ("gate.jpg", "A child is on it")


def test_a_revision_says_its_number_and_why_it_was_made():
    """The first is handed in, the second has a reason."""
    assert line("handed in").text.startswith(
        "Proposal “Warm meals” handed in, CNY\u00a03,000 asked for"
    )
    assert line("Revision 2").said == "Who waters is said now"


def test_a_grant_without_a_meeting_is_said_to_be_one():
    """With who decided it and why, and a sign that something is not as it should be."""
    found = line("without a public meeting")
    assert found.whole("zh").endswith("：most urgent")
    assert found.sign is Sign.WARN


def test_a_notice_stands_on_the_day_from_which_it_hung():
    """Not on the day of what it announces; one that hung too late is marked."""
    assert line("Announced on").day == on(3, 5)
    office = Office().open().start()
    late = {"what": Announced.NEEDS_MEETING, "on": on(3, 12), "begins": on(3, 12)}
    office.now(AnnounceInPublic, entry="no", **late)
    assert thread_story(office.project, TODAY, "en")[1].sign is Sign.WARN


def test_what_is_to_be_done_next_comes_last():
    """Before its day it is still to come, after it a warning; the sum of a meeting's result is said."""
    office = Office().to_running()
    ahead = thread_story(office.project, on(6, 1), "en")[-1]
    assert (ahead.text, ahead.sign, ahead.day) == ("Stage ms1", Sign.LATER, on(7, 1))
    assert thread_story(office.project, on(7, 2), "en")[-1].sign is Sign.WARN


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (300_000, "评选会上入选：3,000元"),
        (100_000, "评选会上入选：1,000元（申请3,000元）"),
        (0, "评选会上未入选"),
    ],
)
def test_what_the_selection_meeting_decided_is_part_of_the_story(fen, text):
    """Selected, in part, or not."""
    office = Office().open().start().find_needs().propose().admit()
    granted = Granted(project=NUMBER, fen=fen, asked=300_000, verdict="funded")
    at = datetime(2026, 5, 9, 16, tzinfo=UTC)
    office.result = Selected(meeting="m", at=at, grants=(granted,))
    office.now(TakeResult, entry="g", meeting="m")
    assert text in [one.text for one in thread_story(office.project, TODAY, "zh")]


def test_money_that_is_not_granted_by_hand_says_who_decided():
    """A project refused without a meeting."""
    office = Office().open().start().find_needs().propose().admit().grant(0)
    assert "Zhang决定不批准资金" in [one.text for one in thread_story(office.project, TODAY, "zh")]
