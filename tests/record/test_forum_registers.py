"""Registers of a forum: at every moment they say what its state says, however people go back and forth."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator import aftermath, meeting
from facilitator.acts import Recorded
from facilitator.bodies.membership import ErasePerson, VacateSeat
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import EraseObserver
from facilitator.meeting.forum.groups import ChangeGroup, DissolveGroup, FormGroup
from facilitator.meeting.forum.reports import NextStep, ReportText, Sheet
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, ReopenMeeting
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.record.handle import Handle
from facilitator.record.registers import create
from facilitator.record.registers.product import REGISTERS
from facilitator.record.registers.results import plain_text
from facilitator.session import Session
from tests.cli.terminal import run
from tests.meeting.forum.test_machine import a_long_day
from tests.meeting.hall import EVENING

FORUM, BODY = "qyl-2026-11-21", "qingyuanli"
PHONE = "13800000000-lamps"
TABLES: dict[str, str] = {
    "forum": "question, invitation, sponsor, expected, coalesce(nullif(hosting, ''), 'none'), way",
    "place": "place, name, seats",
    "slot": "slot, begins, minutes, title",
    "round": "slot, round, began, ended",
    "head_count": "slot, place, heads, at",
    "topic": "topic, number, title, why, state, reason, merged_into, split_from, acting, posted_at",
    "topic_convener": "topic, position, person",
    "sitting": "topic, slot, place, half",
    "interest": "topic, heads",
    "sign_up": "topic, person",
    "session_report": "topic, place, recorder, heads, text, posted_at",
    "report_participant": "topic, position, person",
    "addition": "topic, addition, person, text, at",
    "dots": "topic, dots",
    "cluster": "cluster, title, initiator",
    "cluster_topic": "cluster, position, topic",
    "action_group": "action, title, lead, first_step, due, dissolved, formed_at",
    "action_topic": "action, position, topic",
    "action_member": "action, position, person",
}


def in_tables(db: Any, name: str) -> dict[str, list[tuple[Any, ...]]]:
    """What the registers say of a forum."""
    return {
        table: sorted(
            db.execute(f'SELECT {columns} FROM "{table}" WHERE meeting = ?', (name,)), key=repr
        )
        for table, columns in TABLES.items()
    }


def in_state(one: Meeting) -> dict[str, list[tuple[Any, ...]]]:
    """The same, made from the state alone."""
    theme, focus, wall = one.theme, one.convergence, one.wall
    found: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
    hosting = theme.hosting.value if theme.hosting else "none"
    way = focus.way.value if focus.way else ""
    said = (theme.question, theme.invitation, theme.sponsor, theme.expected, hosting, way)
    if theme.question:
        found["forum"] = [said]
    found["place"] = [(p.id, p.name, p.seats) for p in one.matrix.places.values()]
    found["slot"] = [
        (s.id, s.begins.isoformat(), s.minutes, s.title) for s in one.matrix.slots.values()
    ]
    for slot, times in one.rounds.held.items():
        for number, (began, ended) in enumerate(times, 1):
            until = ended.isoformat() if ended else None
            found["round"].append((slot, number, began.isoformat(), until))
    found["head_count"] = [("", "", c.heads, c.at.isoformat()) for c in one.rounds.total]
    for (slot, place), counts in one.rounds.heads.items():
        found["head_count"] += [(slot, place, c.heads, c.at.isoformat()) for c in counts]
    for t in wall.topics.values():
        words = (t.id, t.number, t.title, t.why, t.state.value, t.reason, t.into, t.came_from)
        found["topic"].append((*words, int(t.acting), t.posted.isoformat()))
        found["topic_convener"] += [(t.id, n, person) for n, person in enumerate(t.conveners, 1)]
        found["sitting"] += [(t.id, spot.slot, spot.place, spot.half) for spot in t.spots]
    found["interest"] = list(one.interest.counts.items())
    found["sign_up"] = [
        (t, person) for t, signed in one.interest.signed.items() for person in signed
    ]
    for r in one.reports.all.values():
        sheet = r.sheet
        row = (r.topic, r.place, sheet.recorder, sheet.heads, plain_text(sheet))
        found["session_report"].append((*row, r.posted.at.isoformat()))
        found["report_participant"] += [
            (r.topic, n, person) for n, person in enumerate(sheet.participants, 1)
        ]
        found["addition"] += [
            (r.topic, a.id, a.person, a.text, a.recorded.at.isoformat()) for a in r.additions
        ]
    found["dots"] = list(focus.dots.items())
    for c in focus.clusters.values():
        found["cluster"].append((c.id, c.title, c.initiator))
        found["cluster_topic"] += [(c.id, n, topic) for n, topic in enumerate(c.topics, 1)]
    for g in one.groups.all.values():
        due = g.due.isoformat() if g.due else None
        row = (g.id, g.title, g.lead, g.first_step, due, g.dissolved or None)
        found["action_group"].append((*row, g.formed.at.isoformat()))
        found["action_topic"] += [(g.id, n, topic) for n, topic in enumerate(g.topics, 1)]
        found["action_member"] += [(g.id, n, person) for n, person in enumerate(g.members, 1)]
    return {table: sorted(rows, key=repr) for table, rows in found.items()}


def steps(log: list[Recorded], db: Handle) -> Iterator[Meeting]:
    """A forum lived through once more, with its registers kept beside it."""
    one = Meeting(EVENING)
    for recorded in log:
        meeting.apply(one, recorded)
        REGISTERS.write(db, f"meeting/{EVENING}", recorded)
        yield one


@pytest.mark.parametrize("seed", range(8))
def test_the_registers_follow_the_wall_step_by_step(seed: int) -> None:
    """After every event, those that take something back among them, tables and state say the same."""
    log = a_long_day(seed).forum.journal[f"meeting/{EVENING}"]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Handle(connection)
        create(db, REGISTERS)
        for one in steps(log, db):
            assert in_tables(db, EVENING) == in_state(one)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the sample forum."""
    archive = tmp_path_factory.mktemp("forum") / "forum.facilitator"
    run("play", resources() / "demo" / "forum.jsonl", "--archive", archive, "--keep-going")
    return archive


@pytest.fixture
def session(played: Path, tmp_path: Path) -> Iterator[Session]:
    """A copy of it, opened."""
    copy = tmp_path / "copy.facilitator"
    shutil.copyfile(played, copy)
    with closing(open_session(str(copy))) as opened:
        yield opened


def test_the_sample_forum_is_in_the_registers_and_they_rebuild_the_same(
    played: Path, session: Session
) -> None:
    """The tables say what the state says; the verifier, who makes them anew, finds no difference."""
    tables = {
        table: sorted(
            session.record.ask(f'SELECT {columns} FROM "{table}" WHERE meeting = ?', FORUM),
            key=repr,
        )
        for table, columns in TABLES.items()
    }
    assert tables == in_state(session.meeting(FORUM))
    assert len(tables["topic"]) == 28
    assert run("verify", played).code == 0


def test_a_report_can_be_searched_as_plain_text() -> None:
    """All that the form holds, a line each; what is empty leaves no line."""
    steps = (NextStep("h2", "Count.", date(2026, 12, 1)), NextStep("", "Ask."))
    text = ReportText(points=("Ten cars.",), next_steps=steps, requests="A key.")
    assert plain_text(Sheet(text)) == "Ten cars.\nh2 Count. 2026-12-01\nAsk.\nA key."
    assert plain_text(Sheet()) == ""


def acting(session: Session, group: str, lead: str, **more: Any) -> None:
    """An action group formed after the day, with a telephone number."""
    made = {"title": group.title(), "lead": lead, "first_step": "走一遍", "consent": True}
    made |= {"contact": f"{PHONE}-{group}", **more}
    session.do(FormGroup(meeting=FORUM, group=group, **made))


def reopened(session: Session) -> None:
    """The forum stands at its action groups again."""
    session.do(ReopenMeeting(meeting=FORUM, reason="补记"))
    assert session.meeting(FORUM).phase.key == "action"


def test_open_actions_come_overdue_first_and_undated_last(session: Session) -> None:
    """With the name of who leads; what was dissolved is nobody's task."""
    going = {group.id for group in session.meeting(FORUM).groups.going()}
    assert {row.group for row in aftermath.followups(session) if row.group} == going
    reopened(session)
    for group in session.meeting(FORUM).groups.going():
        session.do(DissolveGroup(meeting=FORUM, group=group.id, reason="合并"))
    lead, guest = _some_member(session), _some_guest(session)
    day = session.clock.now().date()
    acting(session, "undated", lead)
    acting(session, "later", guest, due=day + timedelta(days=9))
    acting(session, "soon", lead, due=day + timedelta(days=2))
    at = day + timedelta(days=5)
    rows = [row for row in aftermath.followups(session, waiting=True) if row.group]
    assert [(row.group, row.overdue(at)) for row in rows] == [
        ("soon", 3),
        ("later", 0),
        ("undated", 0),
    ]
    assert (rows[0].meeting, rows[0].body) == (FORUM, BODY)
    names = session.names(session.meeting(FORUM))
    assert [row.lead_name for row in rows] == [names[lead], names[guest], names[lead]]
    assert not rows[0].overdue(day + timedelta(days=2))


def _some_member(session: Session) -> str:
    return session.meeting(FORUM).council.seats[-1].member


def _some_guest(session: Session) -> str:
    return next(iter(session.meeting(FORUM).attendance.observers))


def test_whoever_is_erased_is_reached_by_no_number_any_more(session: Session) -> None:
    """A member by the body, a guest by the forum; an old number goes with its change. No byte is left."""
    reopened(session)
    member, guest = _some_member(session), _some_guest(session)
    acting(session, "ofmember", member)
    acting(session, "ofguest", guest)
    acting(session, "changed", member)
    acting(session, "without", member, contact="")
    acting(session, "stays", "sun-lijun")
    change = {"title": "Changed", "lead": member, "first_step": "走一遍"}
    session.do(ChangeGroup(meeting=FORUM, group="changed", **change))
    session.do(VacateSeat(body=BODY, member=member, reason="迁出"))
    session.do(ErasePerson(body=BODY, member=member, reason="本人要求"))
    contacts = {name: g.contact for name, g in session.meeting(FORUM).groups.all.items()}
    assert (contacts["ofmember"], contacts["changed"]) == ("", "")
    session.do(EnterPhase(meeting=FORUM, phase="circle"))
    session.do(CloseMeeting(meeting=FORUM))
    session.do(EraseObserver(meeting=FORUM, person_id=guest, reason="本人要求"))
    path = session.path
    session.close()
    data = path.read_bytes()
    assert data.count(PHONE.encode()) == data.count(f"{PHONE}-stays".encode()) == 1
    assert run("verify", path).code == 0
