"""A counted vote as a Pabulib file, and a file's projects on the slate of another meeting."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator import slates
from facilitator.acts import RuleViolation
from facilitator.meeting.lifecycle import ConveneMeeting
from facilitator.opening import open_session
from facilitator.pabulib.election import Election, PbProject, VoteType
from facilitator.pabulib.read import read
from facilitator.rules.selection.selecting import select
from facilitator.session import Session
from tests.stories.qingyuan import MEETING, Qingyuan

NEXT = "qy-2027"


@pytest.fixture
def session(qingyuan: Qingyuan, tmp_path: Path) -> Iterator[Session]:
    """The sample round, and a meeting that is called for the next one."""
    archive = shutil.copyfile(qingyuan.archive, tmp_path / "a.facilitator")
    with closing(open_session(str(archive))) as made:
        old = made.meeting(MEETING)
        planned = old.call.planned.replace(year=2027)
        made.do(
            ConveneMeeting(
                meeting=NEXT,
                body=old.council.body,
                format="selection",
                planned=planned,
                place="Hall",
                title="2027",
            )
        )
        yield made


def test_the_file_says_what_the_meeting_has_counted(session: Session) -> None:
    """Read again and selected under the same rule, the same projects are funded; nobody is named."""
    meeting = session.meeting(MEETING)
    counted = meeting.outcome.selection
    assert counted is not None
    data = slates.election_file(meeting)
    found = read(data)
    again = select(found.problem(counted.rule))
    assert (again.funded, again.voters, again.left) == (
        counted.funded,
        counted.voters,
        counted.left,
    )
    assert [one.name for one in found.projects if one.id == "10-1"] == ["一平米菜园"]
    assert found.meta["rule"] == "greedy"
    told = data.decode()
    assert not [name for name in session.names(meeting).values() if name in told]
    ballots = [(vote.more["group"], sorted(vote.choices)) for vote in found.votes]
    assert ballots == sorted(ballots)  # whose paper came when cannot be seen


def test_the_file_of_a_sample_says_so(session: Session) -> None:
    """Whoever gets it from somebody else is told that its people are invented."""
    written = slates.election_file(session.meeting(MEETING)).decode()
    assert "comment;Sample: everything in it is invented." in written


def test_nothing_is_written_before_a_vote_was_counted(session: Session) -> None:
    """There is nothing to select from."""
    with pytest.raises(RuleViolation, match="no-counted-vote"):
        slates.election_file(session.meeting(NEXT))


def test_projects_and_money_of_a_file_come_onto_the_slate(session: Session, tmp_path: Path) -> None:
    """With their titles and sums, once."""
    path = tmp_path / "before.pb"
    slates.save(path, slates.election_file(session.meeting(MEETING)))
    assert slates.take_projects(session, NEXT, path) == 19
    slate, old = session.meeting(NEXT).slate, session.meeting(MEETING).slate
    assert (slate.budget, slate.costs) == (old.budget, old.costs)
    assert [one.title for one in slate.standing] == [one.title for one in old.standing]
    with pytest.raises(RuleViolation, match="nothing-to-add"):
        slates.take_projects(session, NEXT, path)


def test_ids_and_places_of_other_tools_are_made_to_fit() -> None:
    """An id that is none here is its place in the file; a district is the place."""
    rows = (
        PbProject(id="BO.D/1", cost=100, more={"name": " Bike\npath ", "neighborhood": "Wola"}),
        PbProject(id="7", cost=200),
    )
    found = Election(budget=300, kind=VoteType.APPROVAL, projects=rows, votes=())
    command = slates.projects_from(NEXT, found)
    assert [(one.id, one.title, one.place) for one in command.candidates] == [
        ("p1", "Bike path", "Wola"),
        ("7", "7", ""),
    ]
    assert command.budget == 300
