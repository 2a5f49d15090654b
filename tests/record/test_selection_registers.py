"""Registers of a selection: at every moment they say what its state says, and never whose a paper is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from facilitator import meeting, participation
from facilitator.acts import Command, Event, Recorded
from facilitator.meeting import Meeting
from facilitator.meeting.lifecycle import CloseMeeting
from facilitator.meeting.selection.ballots import CountBox, DeclareVoid, IssuePapers
from facilitator.meeting.selection.closing import CloseVote, CorrectPaper
from facilitator.meeting.selection.entering import CastFor, SettlePaper, TakeTypedBack
from facilitator.meeting.selection.outcome import Announce, Announced, FundInPart, TakeBackResult
from facilitator.meeting.selection.papers import Marks, Vote
from facilitator.meeting.selection.pitches import OrderPitches, PassOver
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import (
    AddCandidate,
    ChangeCandidate,
    Offered,
    RemoveCandidate,
    RoundTaken,
    SetBudget,
    WithdrawCandidate,
)
from facilitator.meeting.selection.ties import DrawLot, LotDrawn, RevoteCounted, RuleOnTie, TieRuled
from facilitator.opening import open_session
from facilitator.record.handle import Handle
from facilitator.record.registers import create
from facilitator.record.registers.product import REGISTERS
from facilitator.rules.selection.problem import TieBreak
from tests.cli.terminal import run
from tests.meeting.hall import BODY, EVENING
from tests.meeting.selection.panel import PROJECTS, TIED, Panel, approval, candidate, ticks
from tests.meeting.selection.test_machine import a_long_evening
from tests.meeting.selection.test_slate import Offering, offering

TABLES: dict[str, str] = {
    "selection": "round, title, budget_fen, ballot, most, most_each, rule, ties, twice, vote, verdict,"
    " voters, spent_fen, ruled, announced_at",
    "candidate": "candidate, number, title, place, asked_fen, own_fen, pitch_place, passed_over, withdrawn",
    "step_back": "candidate, member, reason",
    "pitch": "pitch, candidate, who, begun, questions, ended",
    "selection_vote": "vote, among, on_roll, helpers, opened_at, closed_at, typed, overfull, void",
    "selection_papers": "vote, seat_group, issued, returned, typed, valid, blank, invalid",
    "ballot_reading": "vote, seat_group, paper, helper, marks",
    "ballot_paper": "vote, seat_group, paper, unreadable",
    "ballot_mark": "vote, seat_group, paper, candidate, mark",
    "selection_line": "candidate, position, place, votes, supporters, fate, cost_fen, round, tie",
    "selection_line_group": "candidate, seat_group, votes",
    "selection_part": "candidate, position, fen, reason",
    "selection_tie_break": "way, found, told, witnesses, at",
    "selection_announcement": "announcement, vote, announced_at, taken_back_at, reason",
}


def in_tables(db: Any, name: str) -> dict[str, list[tuple[Any, ...]]]:
    """What the registers say of a selection."""
    return {
        table: sorted(
            db.execute(f'SELECT {columns} FROM "{table}" WHERE meeting = ?', (name,)), key=repr
        )
        for table, columns in TABLES.items()
    }


def in_state(one: Meeting) -> dict[str, list[tuple[Any, ...]]]:
    """The same, made from the state alone."""
    found: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
    _slate(one, found)
    for vote in one.ballots.votes:
        _vote(one, vote, found)
    _outcome(one, found)
    return {table: sorted(rows, key=repr) for table, rows in found.items()}


def _slate(one: Meeting, found: dict[str, list[tuple[Any, ...]]]) -> None:
    slate, terms, outcome = one.slate, one.terms, one.outcome
    last, result = outcome.last, outcome.selection
    told = any("slate." in str(type(e.recorded.event).__struct_config__.tag) for e in one.chronicle)
    if told:
        ballot, counting = terms.ballot, terms.counting
        found["selection"] = [
            (slate.round, slate.title, slate.budget)
            + (ballot.kind.value, ballot.most, ballot.each, counting.rule.value)
            + (" ".join(counting.ties), int(terms.twice), last.vote if last else None)
            + ((result.verdict.value, result.voters, result.spent) if result else (None,) * 3)
            + (" ".join(outcome.ruled_ties),)
            + (outcome.announced[-1].at.isoformat() if outcome.is_announced else None,)
        ]
    order = one.pitches.order
    found["candidate"] = [
        (
            *(c.id, slate.numbers[c.id], c.title, c.place, c.asked, c.own),
            order.index(c.id) + 1 if c.id in order else None,
            one.pitches.passed.get(c.id),
            slate.withdrawn.get(c.id),
        )
        for c in slate.all.values()
    ]
    found["step_back"] = [
        (name, member, reason)
        for name, members in one.recusals.all.items()
        for member, reason in members.items()
    ]
    found["pitch"] = [
        (
            number,
            p.candidate,
            p.who,
            *(at and at.isoformat() for at in (p.begun, p.questions, p.ended)),
        )
        for number, p in enumerate(one.pitches.held, 1)
    ]


def _vote(one: Meeting, vote: Vote, found: dict[str, list[tuple[Any, ...]]]) -> None:
    closed = vote.closed.at.isoformat() if vote.closed else None
    found["selection_vote"].append(
        (
            *(vote.number, " ".join(vote.among), len(vote.present), " ".join(vote.helpers)),
            *(vote.opened.at.isoformat(), closed, len(vote.named) if vote.closed else None),
            *(" ".join(vote.overfull), vote.void or None),
        )
    )
    counted = [event for event, _ in one.outcome.counts if event.vote == vote.number]
    papers = counted[-1].papers if counted else {}
    for group in {**vote.issued, **papers}:
        of = papers.get(group)
        figures = (of.typed, of.valid, of.blank, of.void) if of else (None,) * 4
        row = (vote.number, group, vote.issued.get(group), vote.box.get(group), *figures)
        found["selection_papers"].append(row)
    for (group, number), paper in vote.papers.items():
        key = (vote.number, group, number)
        if vote.closed is None and vote.stands:
            read = {**paper.read, **({0: paper.settled} if paper.settled else {})}
            found["ballot_reading"] += [
                (*key, helper, msgspec.json.encode(marks).decode())
                for helper, marks in read.items()
            ]
        elif vote.stands:
            agreed = paper.agreed(vote.terms.twice)
            assert agreed is not None
            found["ballot_paper"].append((*key, int(agreed.unreadable)))
            found["ballot_mark"] += [
                (*key, name, mark)
                for name, mark in agreed.marks.items()
                if name not in agreed.struck
            ]


def _outcome(one: Meeting, found: dict[str, list[tuple[Any, ...]]]) -> None:
    outcome = one.outcome
    for position, line in enumerate(outcome.selection.lines if outcome.selection else (), 1):
        row = (line.project, position, line.place, line.votes, line.supporters, line.fate.value)
        tie = line.tie.value if line.tie else None
        found["selection_line"].append((*row, line.cost, line.round, tie))
        found["selection_line_group"] += [(line.project, *of) for of in line.by_group.items()]
    found["selection_part"] = [
        (name, position, fen, reason)
        for position, (name, (fen, reason)) in enumerate(outcome.parts.items(), 1)
    ]
    found["selection_tie_break"] = [
        (*told, entry.recorded.at.isoformat())
        for entry in one.chronicle
        if (told := _tie(entry.recorded.event))
    ]
    taken = [(at.at.isoformat(), reason) for at, reason in outcome.taken_back]
    votes = [
        entry.recorded.event.vote
        for entry in one.chronicle
        if isinstance(entry.recorded.event, Announced)
    ]
    found["selection_announcement"] = [
        (number, votes[number - 1], said.at.isoformat())
        + (taken[number - 1] if number <= len(taken) else (None, None))
        for number, said in enumerate(outcome.announced, 1)
    ]


def _tie(event: Event) -> tuple[str, str, str, str] | None:
    match event:
        case LotDrawn():
            return "lot", " ".join(event.order), event.how, " ".join(event.witnesses)
        case RevoteCounted():
            votes = sorted(event.votes.items(), key=lambda one: (-one[1], one[0]))
            return "revote", " ".join(f"{name}={n}" for name, n in votes), str(event.vote), ""
        case TieRuled():
            return "ruled", " ".join(event.ties), event.reason, ""
        case _:
            return None


def steps(log: list[Recorded], db: Handle) -> Iterator[Meeting]:
    """An evening lived through once more, with its registers kept beside it."""
    one = Meeting(EVENING)
    for recorded in log:
        meeting.apply(one, recorded)
        REGISTERS.write(db, f"meeting/{EVENING}", recorded)
        yield one


def followed(panel: Panel) -> None:
    """After every event of an evening, tables and state say the same."""
    log = panel.journal[f"meeting/{EVENING}"]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Handle(connection)
        create(db, REGISTERS)
        for one in steps(log, db):
            assert in_tables(db, EVENING) == in_state(one)


class Kept(Panel):
    """An evening that remembers what was asked for, to be played into an archive."""

    def __init__(self, *args: Any, **more: Any) -> None:
        self.asked: list[tuple[Command, Any]] = []
        super().__init__(*args, **more)

    def do(self, command: Command, *, after: float = 10) -> tuple[Event, ...]:
        events = super().do(command, after=after)
        self.asked.append((command, self.at))
        return events


def eventful() -> Kept:
    """An evening on which nearly everything is put right once."""
    one = Kept("sign-in", terms=approval(3, TieBreak.REVOTE), budget=50_000)
    one.send(SetBudget, budget=10_100_000)
    one.send(AddCandidate, candidate=candidate("x", 5))
    one.send(OrderPitches, order=("x", "d", "c", "b", "a"))
    one.send(RemoveCandidate, candidate="x")
    one.send(ChangeCandidate, candidate=candidate("d", 25_000), reason="Mistyped.")
    one.send(StepBack, member="h1", candidate="a", reason="Ours.")
    one.send(StepBack, member="h2", candidate="b", reason="Ours.")
    one.to("pitches")
    one.send(PassOver, candidate="d", reason="Nobody came.")
    one.pitch("a")
    one.to("voting")
    one.open_vote()
    one.papers(residents=[ticks("c")])
    one.send(DeclareVoid, reason="The door stood open.")
    one.open_vote(heads=2)
    one.send(CastFor, member="h1", ballot=ticks("c"))
    one.send(TakeTypedBack, member="h1", reason="The wrong one.")
    one.send(CastFor, member="h3", ballot=ticks("b"), typed_by="Li")
    one.send(IssuePapers, group="officials", issued=1, reason="One given back.")
    one.papers(
        residents=[ticks("a", "b", "c"), ticks("a", "b", "d")],
        heads=[ticks("a", "b", struck=("a",)), Marks(unreadable=True)],
        officials=[ticks("a")],
    )
    one.send(CountBox, group="residents", returned=3, reason="One more.")
    one.enter("residents", 3, ticks("a"), 1)
    one.enter("residents", 3, ticks("b"), 2)
    one.send(SettlePaper, group="residents", number=3, ballot=ticks("a"))
    one.send(CloseVote)
    one.to("result")
    one.voted("c", "d", residents=[ticks("c"), ticks("d")])
    one.send(RuleOnTie, ties=(TieBreak.LOT,), reason="Agreed.")
    one.send(DrawLot, order=("d", "c"), how="A hat", witnesses=("r1", "r2"))
    fix = {"group": "heads", "number": 1, "ballot": ticks("a", "b", "d", struck=("a",))}
    one.send(CorrectPaper, **fix, reason="One overlooked.")
    one.send(WithdrawCandidate, candidate="b", reason="The wrong line.")
    one.send(ReinstateCandidate, candidate="b", reason="It stands.")
    one.send(FundInPart, candidate="c", fen=100, reason="A start.")
    one.send(FundInPart, candidate="c", fen=200, reason="A start.")
    one.send(Announce)
    one.send(TakeBackResult, reason="A slip.")
    one.send(Announce)
    one.to("read-back")
    one.send(CloseMeeting)
    return one


def test_the_registers_follow_an_eventful_evening() -> None:
    """After every event."""
    followed(eventful())


def test_the_registers_follow_a_vote_that_falls_with_all_that_rested_on_it() -> None:
    """The main vote is void after the count, and the vote among the tied with it; people vote once more."""
    one = Panel(terms=approval(3, TieBreak.REVOTE), projects=PROJECTS | {"d": 25_000})
    one.voted(**TIED)
    one.voted("c", "d", residents=[ticks("c")])
    one.voided(vote=2)
    one.voted("c", "d", residents=[ticks("c")])
    one.voided(vote=1)
    assert [vote.stands for vote in one.meeting.ballots.votes] == [False] * 3
    one.voted(residents=[ticks("d")])
    followed(one)


def test_the_registers_follow_money_in_part_that_falls_away() -> None:
    """In the order in which it was given, as far as it still fits; taken back, it is gone."""
    one = Panel("result")
    one.voted(residents=[ticks("a", "b"), ticks("a", "b")])
    for name, yuan in (("c", 15_000), ("d", 10_000)):
        one.send(FundInPart, candidate=name, fen=yuan * 100, reason="A start.")
    one.send(CorrectPaper, group="residents", number=1, ballot=ticks("a"), reason="Misread.")
    assert list(one.meeting.outcome.parts) == ["c", "d"]
    one.send(FundInPart, candidate="c", fen=0, reason="Not after all.")
    one.send(FundInPart, candidate="c", fen=15_000 * 100, reason="After all.")
    one.send(WithdrawCandidate, candidate="d", reason="Gone.")
    assert list(one.meeting.outcome.parts) == ["c"]
    fix = {"group": "residents", "number": 1, "ballot": ticks("a", "c")}
    one.send(CorrectPaper, **fix, reason="Misread again.")
    assert one.meeting.outcome.parts == {}
    followed(one)


@pytest.mark.parametrize("seed", range(6))
def test_the_registers_follow_long_evenings(seed: int) -> None:
    """Whatever is voided, counted again, reinstated and taken back."""
    followed(a_long_evening(seed).panel)


def test_the_registers_follow_a_round_that_is_taken_twice() -> None:
    """What it admits no more is gone, and those after it move up."""
    one = Offering("prepare", projects={"hand": 100}, budget=0)
    for projects in ({"p1": 10, "p2": 20, "p3": 30}, {"p1": 15, "p3": 30}):
        one.offered = offering(**projects)
        (event,) = one.take_round()
    assert isinstance(event, RoundTaken)
    assert event.gone == ("p2",)
    assert isinstance(one.offered, Offered)
    followed(one)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The eventful evening in an archive."""
    path = tmp_path_factory.mktemp("selection") / "a.facilitator"
    with closing(open_session(str(path), create=True)) as session:
        for command, at in eventful().asked:
            session.do(command, at=at)
    return path


def test_the_evening_is_in_the_registers_and_they_rebuild_the_same(archive: Path) -> None:
    """The verifier, who makes them anew, finds no difference; nobody's paper can be told by a strike."""
    assert run("verify", archive).code == 0
    with closing(sqlite3.connect(archive)) as db:
        assert not db.execute("SELECT * FROM ballot_reading").fetchall()
        marks = db.execute(
            "SELECT candidate, mark FROM ballot_mark WHERE seat_group = 'heads'"
        ).fetchall()
        assert marks == [("b", 1), ("d", 1)]
        whats = [row[0] for row in db.execute("SELECT what FROM correction ORDER BY version")]
        assert whats == [
            "selection-budget",
            "candidate",
            "typed-ballot",
            "papers-issued",
            "box",
            "paper",
            "withdrawal",
            "part",
        ]
        old, new = db.execute("SELECT old, new FROM correction WHERE what = 'paper'").fetchone()
        assert (old, new) == ('{"marks":{"b":1}}', '{"marks":{"b":1,"d":1}}')
        assert "struck" not in "".join(str(row) for row in db.execute("SELECT * FROM correction"))


def test_views_tell_the_result_and_who_voted_for_it_by_chamber(archive: Path) -> None:
    """With names, in yuan; by chamber the votes add up to those in all."""
    with closing(sqlite3.connect(archive)) as db:
        rows = db.execute(
            "SELECT title, rank, votes, fate, given_yuan, part_reason FROM list_selection_results"
        ).fetchall()
        assert rows == [
            ("Project A", 1, 4, "funded", 40_000.0, None),
            ("Project B", 1, 4, "funded", 35_000.0, None),
            ("Project C", 4, 1, "unaffordable", 2.0, "A start."),
            ("Project D", 3, 2, "funded", 25_000.0, None),
        ]
        sums = db.execute(
            "SELECT title, sum(votes), max(votes_in_all) FROM list_selection_votes_by_group GROUP BY title"
        ).fetchall()
        assert len(sums) == 4
        assert all(votes == of for _, votes, of in sums)
        groups = db.execute("SELECT DISTINCT group_en FROM list_selection_votes_by_group")
        assert len(groups.fetchall()) == 3


def test_a_selection_counts_in_who_came_and_in_no_vote_by_name(archive: Path) -> None:
    """Attendance by chamber, as of any meeting; ballots on projects are nobody's answers."""
    with closing(open_session(str(archive))) as session:
        turnout = participation.turnout(session, BODY)
        assert [(row.group, row.came, row.seats) for row in turnout] == [
            ("residents", 4, 4),
            ("heads", 3, 3),
            ("officials", 2, 2),
        ]
        assert all(row.counted for row in turnout)
        assert participation.votes(session, BODY) == []
        assert session.record.ask("SELECT count(*) FROM vote") == [(0,)]
