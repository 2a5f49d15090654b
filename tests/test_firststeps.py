"""First steps are read from what an archive holds; only what it cannot tell is told by the door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.bodies.people import Person
from facilitator.firststeps import Deed, Stand, Step, first_steps, trials
from facilitator.meeting.lifecycle import ConveneMeeting
from facilitator.opening import open_session
from facilitator.session import Session
from tests.cli.terminal import play, until

EVENING = datetime.fromisoformat("2026-11-27T18:00:00+08:00")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new archive."""
    with closing(open_session(str(tmp_path / "new"), create=True)) as session:
        yield session


def done(stands: tuple[Stand, ...]) -> set[Step]:
    """The steps that were taken."""
    return {one.step for one in stands if one.done}


def test_a_new_archive_has_all_steps_before_it(session: Session) -> None:
    """Six of them, and none leads to something that is not there."""
    stands = first_steps(session, set())
    assert len(stands) == 6
    assert not done(stands)
    assert not any(one.body or one.meeting for one in stands)


def test_each_is_ticked_by_what_is_there(session: Session) -> None:
    """Founding, enrolling and convening tick their steps and tell where the next one is taken."""
    session.do(FoundBody(body="b", name="议事会", charter="robert_simple"))
    stands = first_steps(session, set())
    assert done(stands) == {Step.FOUND}
    assert {one.body for one in stands if one.step is Step.ENROL} == {"b"}
    session.do(
        SeatMember(
            body="b", entry=Entry(member="zhang", person=Person(name="张三"), group="members")
        )
    )
    assert done(first_steps(session, set())) == {Step.FOUND, Step.ENROL}
    day = session.clock.now() + timedelta(days=20)
    session.do(ConveneMeeting(meeting="m", body="b", title="例会", place="活动室", planned=day))
    stands = first_steps(session, set())
    assert done(stands) == {Step.FOUND, Step.ENROL, Step.PREPARE}
    assert {one.meeting for one in stands if one.step is Step.MINUTES} == {"m"}


def test_what_the_archive_cannot_tell_is_told(session: Session) -> None:
    """A rehearsal, a backup, a paper that left the house."""
    deeds = {Deed.REHEARSED, Deed.BACKED_UP, Deed.EXPORTED}
    assert done(first_steps(session, deeds)) == {Step.REHEARSE, Step.BACK_UP}
    deeds.add(Deed.MINUTES)  # a notice alone is none
    assert done(first_steps(session, deeds)) == {Step.REHEARSE, Step.BACK_UP, Step.MINUTES}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ('"meeting.enter"', set[Step]()),
        ("polls.open", {Step.OPEN}),
    ],
)
def test_an_evening_is_tried_step_by_step(tmp_path: Path, kind: str, expected: set[Step]) -> None:
    """Opened, then voted: told by the meeting of that evening alone."""
    path = tmp_path / "evening"
    play(path, *until(kind))
    with closing(open_session(str(path))) as session:
        stands = trials(session, set(), EVENING)
        assert done(stands) == expected
        assert {one.meeting for one in stands if one.step is Step.VOTE} == {"sbg-2026-11-27"}
        assert Step.SEEK in done(trials(session, {Deed.SOUGHT}, EVENING))


def test_without_an_evening_there_is_nothing_to_try(session: Session) -> None:
    """A sample from which it was taken away offers nothing."""
    assert trials(session, set(), EVENING) == ()
