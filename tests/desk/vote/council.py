"""A body under any charter at a desk of its own, with a motion that can be put to the vote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facilitator.bodies import Person
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.clock import ToldClock
from facilitator.desk.desk import Desk
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.works import Works
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.items import AddItem, TakeUp
from facilitator.meeting.lifecycle import ConveneMeeting, EnterPhase
from facilitator.meeting.motions import PutMotion
from facilitator.meeting.polls import Method, OpenPoll, Poll
from facilitator.meeting.voting import CastVote
from facilitator.opening import open_session
from facilitator.rules.charter import Charter
from facilitator.rules.tally import Choice
from tests.desk.evening import leave

BODY, EVENING = "body", "evening"
START = datetime.fromisoformat("2026-11-27T19:30:00+08:00")


def member(name: str, group: str, **entry: object) -> Entry:
    """Somebody who is to have a seat."""
    person = Person(name=f"代表{name}")
    return Entry(member=name, person=person, group=group, **entry)  # pyright: ignore[reportArgumentType]


@contextmanager
def council(
    folder: Path,
    charter: Charter | str,
    members: Iterable[Entry],
    *,
    away: Iterable[str] = (),
    lang: str = "zh",
    size: int = 100,
    dark: bool = False,
) -> Iterator[Desk]:
    """Give a desk at a meeting of these members, all there but some, with motion m1 on item i1 in hand."""
    settings = Settings(folder / "settings")
    settings.lang, settings.size, settings.dark = lang, size, dark
    session = open_session(str(folder / "a.facilitator"), create=True, clock=ToldClock(START))
    desk, seated = Desk(session, settings, Works()), list(members)
    session.do(FoundBody(body=BODY, name="议事会", charter=charter))
    for entry in seated:
        session.do(SeatMember(body=BODY, entry=entry))
    host = seated[0].member
    call = ConveneMeeting(meeting=EVENING, body=BODY, planned=START, place="礼堂", host=host)
    session.do(call)
    for number in (1, 2):
        session.do(AddItem(meeting=EVENING, item=f"i{number}", title=f"第{number}件事"))
    session.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    out = set(away)
    for entry in seated:
        if entry.member not in out:
            session.do(Arrive(meeting=EVENING, person=entry.member))
    session.do(EnterPhase(meeting=EVENING, phase="deliberate"))
    session.do(TakeUp(meeting=EVENING, item="i1"))
    session.do(PutMotion(meeting=EVENING, motion="m1", mover=host, text="楼道里不停放电动自行车。"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, desk.theme)
    try:
        yield desk
    finally:
        leave(desk)
        app.setStyleSheet("")


def open_poll(desk: Desk, method: Method = Method.ROLL_CALL, **fields: object) -> Poll:
    """Put the motion to the vote as poll p1."""
    told = {"poll": "p1", "motion": "m1", "method": method, **fields}
    desk.session.do(OpenPoll(meeting=EVENING, **told))  # pyright: ignore[reportArgumentType]
    return the_poll(desk)


def the_poll(desk: Desk) -> Poll:
    """The poll as the meeting knows it."""
    return desk.session.meeting(EVENING).polls.poll("p1")


def cast(desk: Desk, answers: str) -> None:
    """Answers of those on the roll in their order: + for, - against, 0 abstain, . none."""
    choices = {"+": Choice.FOR, "-": Choice.AGAINST, "0": Choice.ABSTAIN}
    for who, sign in zip(the_poll(desk).entitled, answers, strict=False):
        if sign != ".":
            vote = CastVote(meeting=EVENING, poll="p1", member=who, choice=choices[sign])
            desk.session.do(vote)
