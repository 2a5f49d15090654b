"""A round and two of its projects in an archive, for tests of the session, the registers and merging."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from facilitator.bodies.founding import FoundBody
from facilitator.opening import open_session
from facilitator.rounds.funders import AddFunder
from facilitator.rounds.project import StartProject
from facilitator.rounds.round import OpenRound
from facilitator.session import Session
from tests.rounds.office import BODY, OFFICE, PLACES, ROUND

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FIRST, SECOND = "07-1", "12-1"


def started(path: Path, *projects: str) -> Session:
    """A new archive with a round that has money and these projects; it is left open."""
    session = open_session(str(path), create=True)
    founded = FoundBody(body=BODY, name="清源街道", charter="selection_panel")
    session.do(founded, at=AT)
    begun = OpenRound(round=ROUND, body=BODY, title="二〇二六年春季项目", places=PLACES)
    session.do(begun, at=AT)
    session.do(AddFunder(round=ROUND, funder=OFFICE), at=AT)
    for number in projects:
        start(session, number)
    return session


def start(session: Session, number: str) -> None:
    """One more project at the place of its number."""
    place = int(number.partition("-")[0])
    begun = StartProject(
        round=ROUND, project=number, place=place, title=f"Project {number}", group="Old people"
    )
    session.do(begun, at=AT)
