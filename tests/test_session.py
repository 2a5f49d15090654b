"""The one door: what is told is on the disk, and what fails has not happened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.bodies.founding import AdoptCharter, BeginTerm, FoundBody
from facilitator.bodies.membership import VacateSeat
from facilitator.clock import SystemClock, ToldClock
from facilitator.commands import read_line
from facilitator.meeting.lifecycle import ClockJumped, ConveneMeeting, EnterPhase, Recess
from facilitator.meeting.notes import WriteNote
from facilitator.opening import open_session
from facilitator.session import Change, Session
from tests.cli.terminal import MEETING, until

AT = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


class JumpingClock(ToldClock):
    """A clock that has just moved by itself."""

    def jump(self) -> timedelta:
        """An hour on, once."""
        moved, self.moved = getattr(self, "moved", timedelta(hours=1)), timedelta()
        return moved


def fed(session: Session, lines: list[bytes]) -> Session:
    for line in lines:
        said = read_line(line)
        session.do(said.command, at=said.at, actor=said.by)
    return session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The sample evening, deliberating on its first motion."""
    made = open_session(str(tmp_path / "a"), create=True, clock=ToldClock(AT))
    yield fed(made, until("floor.agree-limits"))
    made.record.close()


def note(text: str = "text", name: str = "x") -> WriteNote:
    return WriteNote(meeting=MEETING, note=name, text=text)


def test_everybody_is_told_once_of_each_act(session: Session) -> None:
    """One act is one notice, with the events that are on the disk."""
    heard: list[Change] = []
    session.subscribe(heard.append)
    recorded = session.do(note())
    assert [change.events for change in heard] == [recorded]
    assert recorded[-1].seq == sum(head.version for head in session.record.streams())


def test_a_refused_act_is_not_told(session: Session) -> None:
    """Nobody hears of what did not happen."""
    heard: list[Change] = []
    session.subscribe(heard.append)
    with pytest.raises(RuleViolation):
        session.do(note(text=""))
    assert heard == []


def test_what_the_disk_does_not_take_has_not_happened(session: Session) -> None:
    """A full disk leaves the record, the memory and the audience as they were; afterwards it goes on."""
    before = session.record.head(f"meeting/{MEETING}")
    heard: list[Change] = []
    session.subscribe(heard.append)
    session.record.ask("PRAGMA max_page_count = 1")
    with pytest.raises(Trouble, match="disk-full"):
        session.do(note("x" * 150_000))
    assert session.record.head(f"meeting/{MEETING}") == before
    assert "x" not in session.meeting(MEETING).notes.lines
    assert heard == []
    session.record.ask("PRAGMA max_page_count = 1000000")
    session.do(note())
    assert "x" in session.meeting(MEETING).notes.lines


def test_a_session_opened_again_knows_what_the_last_one_knew(session: Session) -> None:
    """All that a session knows of a meeting comes from the disk."""
    session.do(note())
    path, known = session.record.path, session.meeting(MEETING)
    session.record.close()
    again = open_session(str(path))
    with again.record:
        read = again.meeting(MEETING)
        assert read.notes == known.notes
        assert read.attendance == known.attendance
        assert read.motions == known.motions
        assert read.version == known.version


def test_a_jump_of_the_clock_is_part_of_the_history(session: Session) -> None:
    """A computer clock that moves by itself leaves an event before the act it was noticed at."""
    session.clock = JumpingClock(AT + timedelta(hours=9))
    kinds = [type(one.event).__name__ for one in session.do(note())]
    assert kinds == ["ClockJumped", "NoteWritten"]
    assert [type(one.event).__name__ for one in session.do(note(name="y"))] == ["NoteWritten"]


def test_a_clock_behind_the_record_is_noted_as_a_jump(session: Session) -> None:
    """Nothing is recorded before what stands there already without a word that the clock went back."""
    last = session.meeting(MEETING).chronicle[-1].recorded.at
    session.clock = ToldClock(last - timedelta(minutes=5))
    jumped, written = session.do(note())
    assert isinstance(jumped.event, ClockJumped)
    assert jumped.event.milliseconds == -300_000
    assert written.at == last - timedelta(minutes=5)
    assert len(session.do(note(name="y"))) == 1


def test_a_clock_that_nobody_moves_does_not_jump() -> None:
    """Drift is no jump."""
    clock = SystemClock()
    assert clock.jump() == clock.unnoticed() == timedelta()
    assert clock.now().utcoffset() is not None


def test_a_clock_that_was_set_tells_by_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """The jump is the difference between the wall and the steady clock, told once."""
    import time

    clock = SystemClock()
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 3600)
    for _ in range(2):
        assert round(clock.unnoticed().total_seconds()) == 3600  # to ask this is not to take note
    assert round(clock.jump().total_seconds()) == 3600
    assert clock.jump() == clock.unnoticed() == timedelta()


def test_a_meeting_that_is_prepared_shows_the_body_as_it_is_today(session: Session) -> None:
    """Whoever joins or leaves after the convening counts at once; a meeting that runs keeps its own."""
    planned = datetime(2026, 11, 28, 19, tzinfo=UTC)
    session.do(ConveneMeeting(meeting="second", body="songbaigang", planned=planned, place="hall"))
    session.do(VacateSeat(body="songbaigang", member="zhou-yumei", reason="moved away"))
    assert not session.meeting("second").is_member("zhou-yumei")
    assert session.meeting(MEETING).is_member("zhou-yumei")
    session.do(BeginTerm(body="songbaigang", term=3))
    assert session.meeting("second").council.term == 2


def test_two_meetings_of_one_body_do_not_run_at_once(session: Session) -> None:
    """Decisions are numbered without a double because a body has one running meeting at a time."""
    planned = datetime(2026, 11, 28, 19, tzinfo=UTC)
    session.do(ConveneMeeting(meeting="second", body="songbaigang", planned=planned, place="hall"))
    session.do(EnterPhase(meeting="second", phase="sign-in"))
    with pytest.raises(RuleViolation, match="another-meeting-runs"):
        session.do(EnterPhase(meeting="second", phase="deliberate"))
    assert session.meeting("second").call.ordinal == 2


def test_who_acts_is_on_the_record(session: Session) -> None:
    """The actor of an act is the one given with it, else the session's."""
    session.actor = "secretary"
    assert session.do(Recess(meeting=MEETING))[0].actor == "secretary"
    assert session.do(note(), actor="host")[0].actor == "host"


def test_the_journal_takes_no_update(session: Session) -> None:
    """The file itself refuses to have its history changed."""
    with pytest.raises((sqlite3.IntegrityError, Trouble)):
        session.record.ask("UPDATE journal SET body = '{}'")


def test_no_real_body_is_founded_under_the_sample_charter(session: Session) -> None:
    """The sample's charter is for samples; a real body is told what there is."""
    command = FoundBody(body="real", name="真议事会", charter="songbaigang")
    with pytest.raises(RuleViolation, match="unknown-charter"):
        session.do(command)


def test_a_body_changes_to_a_preset_as_the_next_version_of_its_charter(session: Session) -> None:
    """A preset adopted by name is numbered on from the body's own charter."""
    command = AdoptCharter(body="songbaigang", charter="yishihui_sanyuanli", reason="改用本地规则")
    session.do(command)
    adopted = session.body("songbaigang").charter
    assert (adopted.key, adopted.version) == ("yishihui_sanyuanli", 2)


def test_a_name_leads_to_its_id(session: Session) -> None:
    """Somebody who types a name can be told the id of the only person who bears it."""
    assert session.ids_of("王建军") == ("wang-jianjun",)
    assert session.ids_of("没有这个人") == ()


def test_keys_have_titles(session: Session) -> None:
    """Groups, offices, rules and phases are called by their titles, anything else by its key."""
    assert session.title_of("established", "zh") == "本地居民"
    assert session.title_of("sign-in", "zh") == "签到"
    assert session.title_of("nothing", "zh") == "nothing"


def test_a_session_tells_where_it_lies_and_what_its_head_is(session: Session) -> None:
    """The archive's place and the head of a stream are known without touching the record."""
    head = session.record.head(f"meeting/{MEETING}")
    assert session.path == session.record.path
    assert session.head(f"meeting/{MEETING}") == (head.version, head.hash)
    assert session.head("meeting/never")[0] == 0


def test_a_closed_session_leaves_its_archive_to_others(session: Session) -> None:
    """Whoever closes a session lets the next one open the file; closing twice is allowed."""
    session.close()
    session.close()
    with closing(open_session(str(session.path))) as again:
        assert again.meeting(MEETING).version == again.head(f"meeting/{MEETING}")[0]


def test_what_is_done_at_one_go_is_on_the_disk_whole_or_not_at_all(session: Session) -> None:
    """A refusal on the way is no end; anything else undoes all of it, in memory too."""
    before = session.head(f"meeting/{MEETING}"), session.body("songbaigang").name
    with pytest.raises(KeyError), session.at_one_go():  # noqa: PT012
        session.do(note())
        with pytest.raises(RuleViolation):
            session.body("none")
        raise KeyError
    assert (session.head(f"meeting/{MEETING}"), session.body("songbaigang").name) == before
    assert session.meeting(MEETING).version == before[0][0]
    with session.at_one_go():
        session.do(note())
    assert session.head(f"meeting/{MEETING}")[0] == before[0][0] + 1
