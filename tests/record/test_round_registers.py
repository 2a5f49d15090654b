"""Registers of rounds and projects: at every moment they say what the histories say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from facilitator import roundbook
from facilitator import rounds as histories
from facilitator.acts import Command, RuleViolation
from facilitator.attaching import attach
from facilitator.bodies.people import Person
from facilitator.followup.attached import Attached
from facilitator.opening import open_session
from facilitator.record import journal, threads
from facilitator.record.archive import Record
from facilitator.record.registers import contents, projects, rounds
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import rebuild, verify
from facilitator.rounds.concerns import concerns
from facilitator.rounds.ending import CloseProject
from facilitator.rounds.funders import AddFunder, SplitGrant
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.outside import Funder, FunderKind, Share
from facilitator.rounds.project import Outcome, Project
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.results import GrantByHand, grants_of, view_of
from facilitator.rounds.round import CloseRound, PlanRound, Round
from facilitator.rounds.spending import money_of
from facilitator.rounds.standing import Stage, standing_of
from facilitator.rounds.team import (
    EraseTeamMember,
    JoinTeam,
    MemberKind,
    TeamJoined,
    present,
    team_of,
)
from facilitator.session import Session
from tests.record.merging.laptops import registers
from tests.rounds.ledger import AT, FIRST, MINUTE, SECOND, started
from tests.rounds.office import ROUND, TODAY
from tests.rounds.walk import SECRET, Walk

TABLES = {table.name: table.key for room in (rounds, projects) for table in room.TABLES}
STEPS = 220


def picture(digit: str) -> Attached:
    """A photo with a content of its own."""
    return attach(digit.encode() * 500, f"{digit}.jpg")


PICTURES = {picture(digit).hash: digit.encode() * 500 for digit in "abcdef"}


def files_of(command: Command) -> dict[str, bytes]:
    """What a command attaches, as a door would give it."""
    return {one.hash: PICTURES[one.hash] for one in getattr(command, "attached", ())}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A round with two projects in which nothing has happened yet."""
    opened = started(tmp_path / "a.facilitator", FIRST, SECOND)
    yield opened
    opened.close()


def walked(session: Session, seed: int, steps: int = STEPS) -> Iterator[None]:
    """Money for the first project, then deeds about both and their round; told after each that is taken."""
    rnd = Random(seed)
    given = {"fen": 300_000, "on": AT.date(), "by": "Zhang", "reason": "most urgent"}
    session.do(GrantByHand(round=ROUND, entry="g", project=FIRST, **given), at=AT)
    walks = [Walk(rnd, ROUND, number, picture) for number in (FIRST, SECOND)]
    for n in range(steps):
        command = rnd.choice(walks).deed()
        try:
            session.do(command, at=AT + (n + 1) * MINUTE, files=files_of(command))
        except RuleViolation:
            continue
        yield


def bare(case: Project) -> Project:
    """A project as it is known without anybody's personal data."""
    found = Project(case.stream, outside=case.outside)
    for one in case.chronicle:
        event = one.event
        if isinstance(event, TeamJoined):
            event = msgspec.structs.replace(event, person=None)
        histories.apply(found, replace(one, event=event, seq=0))
    return found


def check_project(session: Session, number: str) -> None:
    """Its row, and what is in it."""
    case = session.project(ROUND, number)
    stands, money = standing_of(case), money_of(case)
    row = roundbook.project(session, ROUND, number)
    assert row is not None
    assert (row.stage, row.outcome, row.deed, row.next_day) == (
        stands.stage,
        stands.outcome,
        stands.deed,
        stands.day,
    )
    assert (row.granted_fen, row.paid_fen, row.spent_fen, row.asked_fen) == (
        money.granted,
        money.paid,
        money.spent,
        stands.asked_fen,
    )
    assert (row.title, row.team, row.revisions) == (
        case.title,
        len(present(case)),
        len(proposals_of(case).revisions),
    )
    for day in (TODAY, AT.date(), TODAY.replace(year=2029)):
        assert row.codes(day) == tuple(one.code for one in concerns(case, day))
        assert row.concerns(day) == len(row.codes(day))
        assert row.overdue(day) == stands.overdue(day)
    assert threads.project_of(session.record.ask, ROUND, number, view(session)) == bare(case)
    check_contents(session, case)


def view(session: Session) -> Any:
    """The round as its projects see it."""
    return view_of(session.round(ROUND))


def check_contents(session: Session, case: Project) -> None:
    """Every table of contents holds the rows that the state makes, and files and names what counts."""
    key = (ROUND, case.number)

    def ask(columns: str, table: str) -> list[tuple[Any, ...]]:
        where = "WHERE round = ? AND project = ?"
        return session.record.ask(f"SELECT {columns} FROM {table} {where}", *key)

    for one in contents.CONTENTS:
        names = [name for name in one.table.columns if name not in ("round", "project")]
        wanted = sorted((tuple(row[name] for name in names) for row in one.rows(case)), key=repr)
        assert sorted(ask(", ".join(names), one.table.name), key=repr) == wanted, one.table.name
    kept = {content for content, dropped in ask("hash, dropped", "project_file") if not dropped}
    assert kept == set(case.file_names())
    struck = ask("entry, struck", "project_entry")
    assert {entry: why for entry, why in struck if why} == case.struck
    names = session.record.ask("SELECT person FROM person WHERE stream = ?", case.stream)
    joined = [one.event for one in case.chronicle if getattr(one.event, "person", None)]
    assert {name for (name,) in names} == {event.subject for event in joined}
    assert {one.id for one in team_of(case)} <= set(case.entries)
    assert len(ask("milestone", "project_milestone")) == len(milestones_of(case))


def check_round(session: Session) -> None:
    """Its row, its places, funders and grants."""
    case = session.round(ROUND)
    (row,) = roundbook.rounds(session)
    plan = case.plan
    assert (row.budget_fen, row.granted_fen, row.places, row.projects) == (
        case.budget_fen,
        sum(one.fen for one in grants_of(case).values()),
        len(case.places),
        2,
    )
    assert (row.needs_by, row.selection_on, row.look_back_months) == (
        plan.needs_by,
        plan.selection_on,
        plan.look_back_months,
    )
    assert bool(row.closed_at) == (case.closed is not None)
    grants = session.record.ask("SELECT project, fen, said_by FROM project_round_grant")
    assert sorted(grants) == sorted((g.project, g.fen, g.by) for g in grants_of(case).values())
    funders = session.record.ask(
        "SELECT funder, fen, contract_closed_at IS NOT NULL FROM project_round_funder ORDER BY position"
    )
    assert funders == [(f.id, f.fen, f.id in case.contracts) for f in case.funders.values()]
    shares = session.record.ask("SELECT project, funder, fen FROM project_round_share")
    wanted = [(key, one.funder, one.fen) for key, told in case.shares.items() for one in told]
    assert sorted(shares) == sorted(wanted)
    known = threads.round_of(session.record.ask, ROUND)
    assert isinstance(known, Round)
    assert view_of(known) == view_of(case)


def everything(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """All rows of these registers, and who is known by name."""
    return registers(session.record, {**TABLES, "person": ("stream", "person")})


@pytest.mark.parametrize("seed", [2, 7])  # together they fill every table
def test_whatever_clerks_do_the_rows_follow(session: Session, seed: int) -> None:
    """After deed upon deed rows and histories say the same, and refilled they are the same."""
    done = 0
    for _ in walked(session, seed):
        done += 1
        check_project(session, (FIRST, SECOND)[done % 2])
        if not done % 5:
            check_round(session)
    assert done > STEPS // 5
    before = everything(session)
    path = session.path
    session.close()
    rebuild(path, KINDS, REGISTERS)
    with closing(open_session(str(path))) as again:
        assert everything(again) == before
        check_project(again, FIRST)
        check_round(again)
    assert verify(path, KINDS, registers=REGISTERS).sound


def test_it_does_not_matter_which_history_comes_first(session: Session, tmp_path: Path) -> None:
    """Projects before their round, and all of it before its body: the rows are the same."""
    for _ in walked(session, 7):
        pass
    for names in (sorted(head.stream for head in session.record.streams()), None):
        order = names or sorted((head.stream for head in session.record.streams()), reverse=True)
        target = tmp_path / f"other{len(list(tmp_path.iterdir()))}"
        rows = [row for name in order for row in journal.rows_of(session.record._db, name)]
        with Record.open(target, KINDS, registers=REGISTERS, create=True) as other:
            other.absorb(iter(rows), session.record.file)
            assert registers(other, TABLES) == registers(session.record, TABLES)


def test_a_member_who_is_erased_is_found_nowhere(session: Session) -> None:
    """Neither name nor telephone is left in any byte of the file; that somebody joined stays."""
    person = Person(name=SECRET, phone="13811110000")
    about = {"round": ROUND, "project": FIRST}
    joins = {"kind": MemberKind.RESIDENT, "role": "管账", "on": AT.date()}
    session.do(JoinTeam(**about, entry="m1", person=person, **joins), at=AT)
    assert session.project(ROUND, FIRST).entry("m1").event.person == person  # pyright: ignore
    session.do(EraseTeamMember(**about, member="m1", reason="本人要求"), at=AT)
    path = session.path
    session.close()
    for trace in ("唐秀珍", "13811110000"):
        assert trace.encode() not in path.read_bytes()
    assert "管账".encode() in path.read_bytes()
    with closing(open_session(str(path))) as again:
        (member,) = team_of(again.project(ROUND, FIRST))
        assert (member.person, member.role) == (None, "管账")
    assert verify(path, KINDS, registers=REGISTERS).sound


def test_lists_are_of_what_is_asked_for(session: Session) -> None:
    """By number, by stage, a page at a time; and numbers run on at each place."""
    assert [row.project for row in roundbook.projects(session, ROUND)] == [FIRST, SECOND]
    assert [row.project for row in roundbook.projects(session, limit=1, offset=1)] == [SECOND]
    assert roundbook.projects(session, ROUND, stages=(Stage.CLOSED,)) == []
    assert len(roundbook.projects(session, stages=(Stage.NEEDS, Stage.CLOSED))) == 2
    assert roundbook.projects(session, "other") == []
    assert roundbook.projects(session, waiting=True) == []
    assert roundbook.project(session, ROUND, "07-9") is None
    assert roundbook.spread(session, ROUND)[Stage.NEEDS] == 2
    assert list(roundbook.spread(session, ROUND)) == list(Stage)
    assert roundbook.next_number(session, ROUND, 7) == "07-2"
    assert roundbook.next_number(session, ROUND, 23) == "23-1"
    (row,) = roundbook.projects(session, ROUND, limit=1)
    assert (row.place_name, row.stream) == ("Pear Lane", f"project/{ROUND}/{FIRST}")
    assert roundbook.late(session, TODAY) == 0
    assert [row.stream for row in roundbook.rounds(session, going=True)] == [f"round/{ROUND}"]
    assert roundbook.rounds(session, body="other") == []


def test_what_happens_to_a_round_reaches_its_projects(session: Session) -> None:
    """Who pays for an ended project says whether residents have to be asked: its row knows at once."""
    given = {"fen": 100, "on": AT.date(), "by": "Zhang", "reason": "most urgent"}
    session.do(GrantByHand(round=ROUND, entry="g", project=FIRST, **given), at=AT)
    ends = {"outcome": Outcome.DONE, "on": AT.date(), "text": "Done."}
    session.do(CloseProject(round=ROUND, project=FIRST, entry="c", **ends), at=AT)
    other = Funder(id="other", kind=FunderKind.OTHER, name="Other", fen=100)
    session.do(AddFunder(round=ROUND, funder=other), at=AT)
    for shares in ((), (Share(funder="other", fen=100),), (Share(funder="office", fen=100),)):
        session.do(SplitGrant(round=ROUND, project=FIRST, shares=shares), at=AT)
        row = roundbook.project(session, ROUND, FIRST)
        assert row is not None
        asked = not shares or shares[0].funder == "office"
        assert ("satisfaction-missing" in row.codes(TODAY)) == asked
    session.do(PlanRound(round=ROUND, look_back_months=1), at=AT)
    check_project(session, FIRST)
    session.do(CloseRound(round=ROUND), at=AT)
    check_project(session, SECOND)
