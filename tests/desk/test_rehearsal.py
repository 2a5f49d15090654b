"""The sample archive as a whole: what its scripts tell, and nothing after tonight."""

from contextlib import closing

import pytest

from facilitator import aftermath, overview, roundbook
from facilitator.bodies.founding import FoundBody
from facilitator.desk import rehearsal
from facilitator.meeting.format import Stage
from facilitator.opening import open_session

REFUSED = [
    "budget-sum",  # a budget that does not add up
    "more-issued-than-entitled",
    "no-result",
    "contract-no-satisfaction",
    "conveners-not-agreed",
    "fewer-heads-than-names",
    "not-present",  # a vote of somebody who has left
]
"""What the samples try in vain, in the order in which they do."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Give the archive, what was refused, and how far it was told to be."""
    path, told = tmp_path_factory.mktemp("rehearsal") / "a.facilitator", []
    session = open_session(str(path), create=True)
    refused = rehearsal.play(session, rehearsal.told(), lambda done, of: told.append((done, of)))
    yield session, refused, told
    session.close()


def year(session):
    """Return the meetings of the council whose year it is, oldest first."""
    rows = [one for one in overview.meetings(session) if one.meeting.startswith("nrl-")]
    return [session.meeting(one.meeting) for one in reversed(rows)]


def test_exactly_what_is_meant_to_be_refused_is(made):
    """The year, the forum, the round and the evenings are whole."""
    assert made[1] == REFUSED


def test_it_is_told_how_far_it_is(made):
    """A hundred times, forwards, to the end."""
    told = made[2]
    assert len(told) == rehearsal.STEPS
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_everything_in_it_is_a_sample(made):
    """No body of it can be taken for a real one, nor can its round."""
    session = made[0]
    rows = overview.bodies(session)
    assert len(rows) >= 4
    assert all(session.body(row.body).sample for row in rows)
    rounds = roundbook.rounds(session)
    assert rounds
    assert all(session.round(one.round).round.sample for one in rounds)


def test_nothing_in_it_is_later_than_tonight(made):
    """Its clock says the moment before the meeting that is to be held, and that one waits."""
    session = made[0]
    rehearsal.set_the_clock(session)
    assert abs(session.clock.now() - rehearsal.TONIGHT).total_seconds() < 60
    (tonight,) = overview.unfinished(session)
    assert tonight.meeting == "sbg-2027-01-29"
    meeting = session.meeting(tonight.meeting)
    assert [one.carried_from for one in meeting.agenda.items] == ["", "sbg-2026-11-27", "", ""]
    assert list(meeting.attendance.excused) == ["zhou-yumei"]


def test_the_year_has_what_a_year_has(made):
    """Ten closed meetings, one of too few people; things carried, lost, carried on and given up."""
    session = made[0]
    meetings = year(session)
    assert len(meetings) == 10
    assert all(one.phase.stage is Stage.CLOSED for one in meetings)
    decided = overview.decisions(session, "nanrongli")
    assert len(decided) == 9
    few = session.meeting("nrl-2026-03-05")
    assert {item.state.value for item in few.agenda.items} == {"postponed"}
    matters = aftermath.followups(session, body="nanrongli")
    assert {"done", "in-progress", "abandoned"} <= {one.progress for one in matters}
    assert any(one.overdue(rehearsal.TONIGHT.date()) for one in matters)


def test_what_is_no_sample_is_never_thrown_away(tmp_path, monkeypatch):
    """Somebody's own archive that lies under the rehearsal's name is given another one."""
    path = tmp_path / "rehearsal.facilitator"
    monkeypatch.setattr(rehearsal, "rehearsal_path", lambda: path)
    monkeypatch.setattr(rehearsal, "told", list)
    with closing(open_session(str(path), create=True)) as session:
        session.do(FoundBody(body="own", name="真", charter="robert_simple"))
    rehearsal.make(lambda *_: None)
    rehearsal.make(lambda *_: None)
    aside, made = sorted(tmp_path.iterdir())[::-1]
    assert made == path
    with closing(open_session(str(aside))) as session:
        assert session.body("own").name == "真"
