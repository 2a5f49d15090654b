"""The one door to rounds and projects: told of one another anew before each act, and of a selection meeting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.acts import RuleViolation
from facilitator.commands import read_line
from facilitator.opening import open_session
from facilitator.record.merging.plan import State
from facilitator.rounds.ending import CloseProject
from facilitator.rounds.funders import AddFunder, CloseContract
from facilitator.rounds.monitoring import AssessSatisfaction
from facilitator.rounds.outside import Funder, FunderKind
from facilitator.rounds.project import Outcome, SetTarget, StartProject
from facilitator.rounds.results import GrantByHand, TakeResult
from facilitator.rounds.round import CloseRound, LeaveOutPlace, OpenRound
from facilitator.rounds.standing import Stage, standing_of
from facilitator.safekeeping.choosing import history
from facilitator.safekeeping.merging import look
from facilitator.session import Change, Session
from facilitator.words.histories import history_words
from tests.rounds.ledger import AT, FIRST, MINUTE, SECOND, start, started
from tests.rounds.office import BODY, ROUND

ABOUT = {"round": ROUND, "project": FIRST}
GIVEN: dict[str, Any] = {"on": AT.date(), "by": "Zhang", "reason": "most urgent"}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A round with one project."""
    opened = started(tmp_path / "a.facilitator", FIRST)
    yield opened
    opened.close()


def code(session: Session, command: Any, **told: Any) -> str:
    """With what a command is refused."""
    with pytest.raises(RuleViolation) as refusal:
        session.do(command, **told)
    return refusal.value.code


def test_each_history_is_told_of_under_its_own_stream(session: Session) -> None:
    """An act of a project leaves the round's chain as it was."""
    before = session.head(f"round/{ROUND}")
    heard: list[Change] = []
    session.subscribe(heard.append)
    session.do(SetTarget(**ABOUT, title="Meals", group="Old people"))
    assert [change.stream for change in heard] == [f"project/{ROUND}/{FIRST}"]
    assert session.head(f"round/{ROUND}") == before
    assert session.project(ROUND, FIRST).title == "Meals"


def test_a_round_and_its_projects_are_told_of_one_another(session: Session) -> None:
    """What the one grants the other has at once, and the other way round."""
    session.do(GrantByHand(round=ROUND, entry="g1", project=FIRST, fen=100, **GIVEN))
    assert session.project(ROUND, FIRST).granted_fen == 100
    assert standing_of(session.project(ROUND, FIRST)).stage is Stage.SELECTED
    assert code(session, LeaveOutPlace(round=ROUND, place=7, reason="x")) == "place-has-projects"
    session.do(LeaveOutPlace(round=ROUND, place=12, reason="x"))
    lost = StartProject(round=ROUND, project=SECOND, place=12, title="t", group="g")
    assert code(session, lost) == "unknown-round-place"
    session.do(CloseRound(round=ROUND))
    assert not session.project(ROUND, FIRST).round.open
    (told,) = session.round(ROUND).outside.projects
    assert (told.project, told.assessed, told.given_up) == (FIRST, False, False)


def test_residents_close_a_contract(session: Session) -> None:
    """The round hears from the project whether they were asked."""
    deal = Funder(id="deal", kind=FunderKind.SERVICE_CONTRACT, name="Contract", fen=1_000)
    session.do(AddFunder(round=ROUND, funder=deal))
    session.do(GrantByHand(round=ROUND, entry="g1", project=FIRST, fen=100, **GIVEN))
    close = CloseContract(round=ROUND, funder="deal")
    assert code(session, close) == "contract-no-satisfaction"
    session.do(AssessSatisfaction(**ABOUT, entry="j1", on=AT.date(), satisfied=3))
    session.do(close)
    start(session, SECOND)
    session.do(GrantByHand(round=ROUND, entry="g2", project=SECOND, fen=100, **GIVEN))
    gone = {"outcome": Outcome.NEVER_STARTED, "on": AT.date(), "reason": "no support"}
    session.do(CloseProject(round=ROUND, project=SECOND, entry="c1", **gone))
    session.do(AddFunder(round=ROUND, funder=Funder(**{**fields(deal), "id": "deal2"})))
    session.do(CloseContract(round=ROUND, funder="deal2"))


def fields(funder: Funder) -> dict[str, Any]:
    """What a funder is made of."""
    return {name: getattr(funder, name) for name in funder.__struct_fields__}


def test_what_is_not_there_is_asked_for_by_name(session: Session) -> None:
    """Rounds, projects, bodies, results; and names that cannot be names."""
    with pytest.raises(RuleViolation, match="unknown-round"):
        session.round("none")
    for number in ("07-2", "99-1"):
        with pytest.raises(RuleViolation, match="unknown-project"):
            session.project(ROUND, number)
    assert code(session, OpenRound(round="r2", body="none", title="t")) == "unknown-body"
    assert code(session, OpenRound(round="a/b", body=BODY, title="t")) == "bad-id"
    assert code(session, SetTarget(round="r/", project="x", title="t", group="g")) == "bad-id"
    assert code(session, SetTarget(round=ROUND, project="a/b", title="t", group="g")) == "bad-id"
    assert code(session, TakeResult(round=ROUND, entry="e", meeting="none")) == "no-result"
    lost = {"project": FIRST, "title": "t", "group": "g"}
    assert code(session, SetTarget(round="none", **lost)) == "unknown-project"
    assert code(session, StartProject(round="none", place=7, **lost)) == "unknown-round"


def test_told_times_do_not_go_back(session: Session) -> None:
    """Neither in a round nor in a project."""
    session.do(CloseRound(round=ROUND), at=AT + MINUTE)
    assert code(session, CloseRound(round=ROUND), at=AT) == "time-goes-back"
    early = {"title": "t", "group": "g"}
    assert code(session, SetTarget(**ABOUT, **early), at=AT - MINUTE) == "time-goes-back"


def test_a_script_knows_the_commands(session: Session) -> None:
    """By name, with `said_by` where `by` says who types."""
    line = (
        '{"do": "round.grant-by-hand", "round": "qy", "entry": "g1", "project": "07-1", "fen": 100,'
        ' "on": "2026-05-01", "reason": "最急", "said_by": "张主任", "by": "王会计"}'
    )
    said = read_line(line.encode())
    assert isinstance(said.command, GrantByHand)
    assert (said.command.by, said.by) == ("张主任", "王会计")
    session.do(said.command, actor=said.by)
    assert session.round(ROUND).chronicle[-1].actor == "王会计"


def test_committees_write_apart_and_come_together(session: Session, tmp_path: Path) -> None:
    """Each writes its own projects; one number at one place clashes only with itself."""
    path = session.path
    session.close()
    copies = {number: tmp_path / f"{number}.facilitator" for number in ("07-2", SECOND)}
    for number, copy in copies.items():
        copy.write_bytes(path.read_bytes())
        with closing(open_session(str(copy))) as theirs:
            start(theirs, number)
            theirs.do(SetTarget(round=ROUND, project=number, title="Meals", group="Old people"))
    with closing(open_session(str(path))) as ours:
        for number, copy in copies.items():
            plan = ours.survey(copy)
            (line,) = plan.taken
            assert (line.stream, line.state) == (f"project/{ROUND}/{number}", State.NEW)
            assert line.about.title == f"{number} Meals"
            ours.take_in(plan)
        assert ours.project(ROUND, SECOND).title == "Meals"
        assert [one.project for one in ours.round(ROUND).outside.projects] == [
            FIRST,
            "07-2",
            SECOND,
        ]


def test_a_whole_round_comes_over(session: Session, tmp_path: Path) -> None:
    """Its body, itself and its projects, whichever of them is read first."""
    there = session.path
    session.close()
    with closing(open_session(str(tmp_path / "new"), create=True)) as ours:
        plan = ours.survey(there)
        assert {line.stream for line in plan.taken} == {
            f"body/{BODY}",
            f"project/{ROUND}/{FIRST}",
            f"round/{ROUND}",
        }
        ours.take_in(plan)
        assert ours.project(ROUND, FIRST).round.title == "二〇二六年春季项目"


def test_rounds_and_projects_are_called_by_their_titles(session: Session, tmp_path: Path) -> None:
    """Where a merge or a restore names histories, whichever archive they are in."""
    there = session.path
    assert history_of(session, f"round/{ROUND}") == "项目轮次：二〇二六年春季项目"
    assert history_of(session, f"project/{ROUND}/{FIRST}") == "项目：07-1 Project 07-1"
    assert history_of(session, "project/none/07-1") == "project/none/07-1"
    session.close()
    (looked,) = look(None, tmp_path, [there])
    assert looked.histories[f"project/{ROUND}/{FIRST}"].title == "07-1 Project 07-1"


def history_of(session: Session, stream: str) -> str:
    """What people call a history."""
    found = history(session, stream)
    return history_words(stream, "zh", body=found.body, title=found.title)
