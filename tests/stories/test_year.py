"""A year of a council: every line of the sample is accepted, and every meeting is held when it was called."""

from contextlib import closing
from datetime import timedelta

from facilitator import overview
from facilitator.commands import read_line
from facilitator.demo.stage import script
from facilitator.meeting.format import Stage
from facilitator.opening import open_session


def test_ten_meetings_from_one_january_to_the_next(tmp_path):
    """Nobody opens before the time on the notice or half an hour late; all is closed, and all is a sample."""
    with closing(open_session(str(tmp_path / "a.facilitator"), create=True)) as session:
        with session.record.together():
            for said in map(read_line, script("year")):
                session.do(said.command, at=said.at, actor=said.by)
        rows = overview.meetings(session)
        assert len(rows) == 10
        for meeting in (session.meeting(row.meeting) for row in rows):
            assert meeting.phase.stage is Stage.CLOSED
            begun = next(
                one.recorded.at
                for one in meeting.chronicle
                if getattr(one.recorded.event, "phase", "") == "deliberate"
            )
            assert timedelta(0) <= begun - meeting.call.planned < timedelta(minutes=30)
        assert session.body("nanrongli").sample
