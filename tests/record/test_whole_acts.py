"""The program's own acts are all or nothing: whichever statement of one fails, nothing of it has happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from facilitator.acts import Trouble
from facilitator.bodies import Person
from facilitator.bodies.founding import FoundBody
from facilitator.bodies.membership import Entry, ImportRoster
from facilitator.cli.play import answers, lines
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.session import Session
from tests.proofs import tally
from tests.record.test_atomic import failing_at
from tests.record.toys import content

DEMO = resources() / "demo"


def script(name: str) -> list[tuple[int, bytes]]:
    """The lines of a sample."""
    with (DEMO / f"{name}.jsonl").open("rb") as file:
        return list(lines(file))


def kind(line: bytes) -> str:
    """What a line does."""
    return line.partition(b'"do": "')[2].partition(b'"')[0].decode()


def played(session: Session, line: tuple[int, bytes]) -> str:
    """Play one line; return the code with which it was refused, or nothing."""
    return next(answers(session, [line], "zh", DEMO)).get("code", "")


def faults(session: Session, act: Callable[[], str], steps: Iterable[int]) -> int:
    """Fail at these statements of an act in turn, until it happens; return how often it failed.

    An act gives the code with which it was refused.
    """
    conn, before = session.record._db.conn, content(session.record._db)
    for failed, statement in enumerate(steps):
        failing_at(statement, conn)
        try:
            code = act()
        finally:
            del conn.execute
        if not code:
            return failed
        assert code == "disk-error"
        assert not conn.in_transaction
        assert content(session.record._db) == before
    raise AssertionError("it never happened")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session on an archive of its own, which is sound in the end."""
    path = tmp_path / "a.facilitator"
    with closing(open_session(str(path), create=True)) as made:
        yield made
    assert verify(path, KINDS, registers=REGISTERS).sound


def test_a_poll_is_closed_whole(session: Session) -> None:
    """The close, its outcome, the decision and their registers are there, or the poll is open."""
    sample = script("evening")
    place = next(
        at for at, (_, line) in enumerate(sample) if kind(line) == "polls.close" and b'"p2"' in line
    )
    for line in sample[:place]:
        played(session, line)
    found = faults(session, partial(played, session, sample[place]), count())
    assert found >= 8
    tally(faults=found)


def test_a_roster_is_taken_in_whole(session: Session) -> None:
    """A failure at the three-hundredth name leaves none of the others behind."""
    session.do(FoundBody(body="own", name="业主大会", charter="owners_ordinary"))
    many = tuple(
        Entry(member=f"o{at}", person=Person(name=f"业主{at}"), group="owners", until=date(2029, 8, 31))
        for at in range(300)
    )  # fmt: skip
    roster = ImportRoster(body="own", entries=many, file_name="a.csv", digest="ab")

    def take_in() -> str:
        try:
            session.do(roster)
        except Trouble as trouble:
            return trouble.code
        return ""

    found = faults(session, take_in, (*range(30), *range(30, 100_000, 37)))
    assert found > 50
    assert len(session.body("own").people) == 300
    tally(faults=found)


@pytest.mark.soak
@pytest.mark.parametrize("name", ["evening", "forum", "round", "year"])
def test_every_kind_of_act_is_whole(session: Session, tmp_path: Path, name: str) -> None:
    """Whatever a sample does, each kind of act once, is all there or not at all."""
    sample = script(name)
    with closing(open_session(str(tmp_path / "whole"), create=True)) as whole:
        accepted = [line for line in sample if not played(whole, line)]
    tried = set({kind(line): number for number, line in accepted}.values())
    for line in accepted:
        if line[0] in tried:
            found = faults(session, partial(played, session, line), count())
            tally(faults=found, acts=1)
        else:
            assert not played(session, line)
