"""Rounds and projects that strangers wrote: they come over and can be looked at, or are refused whole."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from facilitator import roundbook
from facilitator.acts import Event, RuleViolation, Trouble
from facilitator.gathering.projects import project_material, round_material
from facilitator.opening import open_session
from facilitator.papers.kinds import OF_PROJECT, OF_ROUND
from facilitator.record.archive import Record
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.rounds.milestones import MilestonePlanned, MilestoneReached
from facilitator.rounds.monitoring import SatisfactionAssessed
from facilitator.rounds.outside import RoundPlace
from facilitator.rounds.project import Outcome, ProjectClosed, ProjectEntryStruck
from facilitator.rounds.proposal import BudgetLine, ProposalSubmitted
from facilitator.rounds.results import GrantedByHand
from facilitator.rounds.round import PlaceIncluded, RoundPlanned
from facilitator.rounds.spending import InstalmentPaid
from facilitator.rounds.team import TeamMemberErased, TeamTrained
from facilitator.session import Session
from facilitator.words.timeline.thread import thread_story
from tests.rounds.ledger import AT, FIRST, MINUTE, started
from tests.rounds.office import ROUND

NEVER = 10**20
PROJECT, OF = f"project/{ROUND}/{FIRST}", f"round/{ROUND}"
LAST = date.max
GRANT = GrantedByHand(entry="g", project=FIRST, fen=5, on=LAST, reason="x", by="y")
ODD = {
    "never": (PROJECT, [MilestonePlanned(entry="m", what="x", due=LAST)]),
    "ended": (PROJECT, [ProjectClosed(entry="c", outcome=Outcome.DONE, on=LAST, text="")]),
    "nobody": (PROJECT, [SatisfactionAssessed(entry="s", on=date.min)]),
    "bare": (
        PROJECT,
        [ProposalSubmitted(entry="p", title="", drafted_on=LAST, goals=(), steps=(), budget=())],
    ),
    "air": (
        PROJECT,
        [
            MilestoneReached(entry="r", milestone="z", on=date.min),
            InstalmentPaid(entry="i", fen=-5, on=date.min, milestone="z"),
            TeamTrained(entry="t", members=("z", "z"), what="x", on=date.min),
            TeamMemberErased(member="z", reason="x"),
            ProjectEntryStruck(entry="z", reason="x"),
        ],
    ),
    "months": (OF, [RoundPlanned(look_back_months=-(10**9))]),
}
SENSELESS = {
    "due": (PROJECT, [MilestonePlanned(entry="m", what="x", due=LAST, fen=NEVER)]),
    "asked": (
        PROJECT,
        [
            ProposalSubmitted(
                entry="p",
                title="x",
                drafted_on=LAST,
                goals=("x",),
                steps=(),
                budget=(BudgetLine(what="x", fen=NEVER),),
            )
        ],
    ),
    "place": (OF, [PlaceIncluded(place=RoundPlace(no=NEVER, name="x"))]),
}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round with one project, closed."""
    path = tmp_path_factory.mktemp("office") / "ours"
    started(path, FIRST).close()
    return path


def written(ours: Path, folder: Path, *acts: tuple[str, Sequence[Event]]) -> tuple[Path, Path]:
    """A copy of ours, and one that somebody has gone on with by other means."""
    mine, other = folder / "mine", folder / "theirs"
    for copy in (mine, other):
        copy.write_bytes(ours.read_bytes())
    with Record.open(other, KINDS, registers=REGISTERS) as record:
        record._registers = type(REGISTERS)()
        for stream, events in acts:
            after = record.head(stream).version
            record.append(stream, events, after=after, at=AT + MINUTE, actor="x")
    return mine, other


def look_at_everything(session: Session) -> None:
    """Rows, story and papers."""
    for row in roundbook.projects(session, ROUND):
        assert row.concerns(LAST) >= 0
    assert thread_story(session.project(ROUND, FIRST), LAST, "zh")
    for write in OF_PROJECT.values():
        with suppress(RuleViolation):
            write(project_material(session, ROUND, FIRST))
    assert OF_ROUND["projects"](round_material(session, ROUND))


@pytest.mark.parametrize("odd", ODD)
def test_what_no_clerk_can_enter_can_be_looked_at(ours: Path, tmp_path: Path, odd: str) -> None:
    """With a grant and an end, so that every day and share is worked out; refilled it is the same."""
    end = ProjectClosed(entry="end", outcome=Outcome.DONE, on=date(2026, 5, 1), text="")
    mine, other = written(ours, tmp_path, ODD[odd], (OF, [GRANT]), (PROJECT, [end]))
    with closing(open_session(str(mine))) as session:
        session.take_in(session.survey(other))
        session.record.refill()
        look_at_everything(session)


@pytest.mark.parametrize("what", SENSELESS)
def test_what_no_table_has_room_for_is_refused_whole(ours: Path, tmp_path: Path, what: str) -> None:
    """A number of twenty digits is damage with its place, not the end of the program."""
    mine, other = written(ours, tmp_path, SENSELESS[what], (OF, [GRANT]))
    with closing(open_session(str(mine))) as session:
        plan = session.survey(other)
        with pytest.raises(Trouble, match="damaged"):
            session.take_in(plan)
        assert session.round(ROUND).entries == {}
        look_at_everything(session)
