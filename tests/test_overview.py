"""The whole archive at a glance: meetings, decisions, and what waits to be carried out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from facilitator import aftermath, overview
from facilitator.acts import Command
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.calling_off import CancelMeeting
from facilitator.meeting.items import AddItem, TakeUp
from facilitator.meeting.lifecycle import ConveneMeeting, EnterPhase, ReopenMeeting
from facilitator.meeting.reviews import Progress, ReviewEarlier
from facilitator.meeting.voting import CorrectVote
from facilitator.opening import open_session
from facilitator.rules.tally import Choice
from facilitator.session import Session
from tests.cli.terminal import MEETING, played_evening

NEXT = "next"
LATER = datetime(2026, 12, 11, 11, 30, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The whole sample evening."""
    with closing(open_session(str(played_evening(tmp_path / "a.facilitator")))) as made:
        yield made


def test_unfinished_meetings_are_those_that_run_or_are_to_be_held(session: Session) -> None:
    """Neither what is closed nor what was cancelled; found without looking at all the others."""
    assert overview.unfinished(session) == []
    for name in ("next", "never"):
        planned = LATER + timedelta(days=30)
        act(session, ConveneMeeting(meeting=name, body="songbaigang", planned=planned, place="x"))
    act(session, CancelMeeting(meeting="never", reason="台风"))
    assert [row.meeting for row in overview.unfinished(session)] == ["next"]
    act(session, ReopenMeeting(meeting=MEETING, reason="有误"))
    assert [row.meeting for row in overview.unfinished(session)] == ["next", MEETING]
    plan = session.record.ask("EXPLAIN QUERY PLAN SELECT * FROM meeting WHERE closed_at IS NULL")
    assert "USING INDEX" in plan[0][-1]


def act(session: Session, *commands: Command, at: datetime = LATER) -> None:
    for command in commands:
        session.do(command, at=at)


def convene(name: str = NEXT, planned: datetime = LATER) -> ConveneMeeting:
    return ConveneMeeting(meeting=name, body="songbaigang", planned=planned, place="hall")


def test_bodies_and_meetings_say_what_a_list_needs(session: Session) -> None:
    """A body tells how many sit; meetings come newest first, each with its format."""
    act(session, convene())
    (body,) = overview.bodies(session)
    assert (body.body, body.members) == ("songbaigang", 13)
    rows = overview.meetings(session)
    assert [row.meeting for row in rows] == [NEXT, MEETING]
    assert {row.format for row in rows} == {session.meeting(MEETING).format.key}
    assert [row.decisions for row in rows] == [0, 2]


def test_a_cancelled_meeting_says_why_until_it_is_reopened(session: Session) -> None:
    """Whoever looks at the list sees that a meeting did not take place, and for which reason."""
    act(session, convene(), CancelMeeting(meeting=NEXT, reason="停电"))
    assert [row.cancelled for row in overview.meetings(session)] == ["停电", None]
    act(session, ReopenMeeting(meeting=NEXT, reason="来电"))
    assert [row.cancelled for row in overview.meetings(session)] == [None, None]


def test_what_waits_is_told_for_one_body_or_all(session: Session) -> None:
    """An item put off waits for its own body's next meeting, with all that carrying it over needs."""
    (row,) = overview.put_off(session)
    item = session.meeting(MEETING).agenda.item(row.item)
    assert (row.title, row.text, row.proposer) == (item.title, item.text, item.proposer)
    assert overview.put_off(session, "songbaigang") == [row]
    assert overview.put_off(session, "another") == []


def test_decisions_come_newest_first_with_the_vote_that_carried_them(session: Session) -> None:
    """Each decision has its number, its text as carried, its vote and who carries it out."""
    second, first = overview.decisions(session)
    one = session.meeting(MEETING)
    assert [second.number, first.number] == [2, 1]
    assert (first.meeting, first.term, first.body) == (MEETING, one.council.term, "songbaigang")
    assert first.text == one.motions.motion(first.motion).text
    assert datetime.fromisoformat(first.made_at) == one.decisions.all[1].made.at
    assert first.assignment == one.decisions.all[1].assignment
    assert first.outcome == one.polls.all[first.poll].outcome
    assert (first.consent.reached, first.consent.needed, first.consent.base_size) == (10, 9, 13)
    assert first.annulled_at is None


def test_decisions_are_asked_for_by_body_and_number(session: Session) -> None:
    """A door shows as many as fit, of the body it is looking at."""
    assert [row.number for row in overview.decisions(session, limit=1)] == [2]
    assert len(overview.decisions(session, "songbaigang")) == 2
    assert overview.decisions(session, "another") == []


def test_an_annulled_decision_stays_in_the_list_and_is_nobody_s_task(session: Session) -> None:
    """A decision that a corrected vote did not carry is marked with when, and asked of nobody."""
    row = overview.decisions(session)[1]
    against = {"choice": Choice.AGAINST, "reason": "misheard", "poll": row.poll}
    polled = session.meeting(MEETING).polls.all[row.poll]
    act(session, ReopenMeeting(meeting=MEETING, reason="miscounted"))
    for member in [key for key, said in polled.votes.items() if said is Choice.FOR][:2]:
        act(session, CorrectVote(meeting=MEETING, member=member, **against))
    (annulled,) = [row for row in overview.decisions(session) if row.annulled_at]
    assert (annulled.number, annulled.consent.met) == (1, False)
    assert [one.decision for one in aftermath.followups(session)] == [2]


def test_open_assignments_come_overdue_first(session: Session) -> None:
    """What is late is at the top; a decision without a day to be done by counts from its report or review."""
    rows, day = aftermath.followups(session, waiting=True), date(2027, 2, 1)
    assert [(row.decision, row.next_day, row.overdue(day)) for row in rows] == [
        (1, date(2027, 1, 31), 1),
        (2, date(2027, 3, 12), 0),
    ]
    assert not any(row.overdue(date(2027, 1, 31)) for row in rows)


def test_a_report_moves_the_day_or_settles_the_matter(session: Session) -> None:
    """What a later meeting was told counts: another day, or that it is done."""
    act(
        session,
        convene(),
        AddItem(meeting=NEXT, item="i1", title="落实情况"),
        EnterPhase(meeting=NEXT, phase="sign-in"),
        Arrive(meeting=NEXT, person=session.meeting(MEETING).life.host),
        EnterPhase(meeting=NEXT, phase="deliberate"),
        TakeUp(meeting=NEXT, item="i1"),
    )
    told = {"meeting": NEXT, "matter": "matter", "decision": 1}
    later = date(2027, 6, 30)
    started = ReviewEarlier(review="r1", progress=Progress.IN_PROGRESS, new_due=later, **told)
    act(session, started)
    last = aftermath.followups(session, waiting=True)[-1]
    assert (last.decision, last.due, last.overdue(date(2027, 2, 1))) == (1, later, 0)
    assert last.progress == Progress.IN_PROGRESS
    done = ReviewEarlier(review="r2", progress=Progress.DONE, **told)
    act(session, done, at=LATER + timedelta(minutes=1))
    assert [row.decision for row in aftermath.followups(session, waiting=True)] == [2]
