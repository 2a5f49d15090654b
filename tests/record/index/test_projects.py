"""Projects of a round are found by whatever was written into their thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.opening import open_session
from facilitator.rounds.needs import NoteNeed
from facilitator.rounds.project import SetTarget, StrikeFromProject
from facilitator.rounds.results import GrantByHand
from facilitator.searching import Facet, Hit, Kind, Result, Search, Wanted
from facilitator.session import Session
from tests.rounds.ledger import AT, FIRST, SECOND, start, started
from tests.rounds.office import ROUND
from tests.stories.qingyuan import Qingyuan

ABOUT = {"round": ROUND, "project": FIRST}


@pytest.fixture(scope="module")
def whole(qingyuan: Qingyuan, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """The sample round, read to its end."""
    with (
        closing(open_session(str(qingyuan.archive))) as session,
        closing(Search(session, folder=tmp_path_factory.mktemp("cache"))) as made,
    ):
        while not made.step(1):
            pass
        yield made


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A round with one project."""
    with closing(started(tmp_path / "a.facilitator", FIRST)) as made:
        yield made


@pytest.fixture
def search(session: Session, tmp_path: Path) -> Iterator[Search]:
    with closing(Search(session, folder=tmp_path / "cache")) as made:
        yield made


def hits(search: Search, words: str) -> tuple[Hit, ...]:
    while not search.step(0):
        pass
    return search.find(Wanted(words)).hits


def keys(search: Search, words: str) -> list[str]:
    return [hit.key for hit in hits(search, words) if hit.kind is Kind.PROJECT]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("邻里共享屋", "12-1"),  # its title
        ("社区图书室", "12-1"),  # the title of the proposal that was sent back
        ("先贴通知、请居民来谈", "12-1"),  # why it was sent back
        ("菜园队散了", "10-1"),  # what was there a year later
        ("九盏灯", "07-1"),  # what came of it
        ("轮椅下不了三级台阶", "21-1"),  # a need
        ("07-1", "07-1"),  # its number
        ("肢残和盲人住户", "21-1"),  # for whom
    ],
)
def test_a_project_is_found_by_what_was_written(whole: Search, words: str, number: str) -> None:
    """From the need to the twelve-month look, with what was said before it was revised."""
    assert keys(whole, words) == [number]


def test_all_projects_of_a_round_are_found_by_its_title(whole: Search) -> None:
    """Whole, and counted among the kinds; the number is whole, too."""
    asked = Wanted("清源街道2025年").choose(Facet.KIND, Kind.PROJECT)
    assert whole.find(asked).total.count == 23
    assert keys(whole, "07-") == ["07-1"]
    assert keys(whole, "7-1") == []


def test_what_came_out_can_be_chosen(whole: Search) -> None:
    """Selected, not selected or refused, neither; and how far those with money have come."""
    counts = whole.counts(Wanted().choose(Facet.KIND, Kind.PROJECT))
    assert {value: total.count for value, total in counts[Facet.OUTCOME].items()} == {
        Result.PASSED: 12,
        Result.NOT_PASSED: 9,
        Result.NOT_VOTED: 2,
    }
    carried = {value: total.count for value, total in counts[Facet.IMPLEMENTATION].items()}
    assert carried == {"done": 11, "abandoned": 1}
    assert counts[Facet.FORMAT] == {}
    (hit,) = [hit for hit in hits(whole, "04-1") if hit.kind is Kind.PROJECT]
    assert (hit.outcome, hit.implementation) == (Result.PASSED, "abandoned")
    assert (hit.more.stage, hit.more.ended) == ("closed", "never-started")


def test_what_is_written_next_is_found_next(session: Session, search: Search) -> None:
    """Also under another title; what was struck is not found any more."""
    assert keys(search, "Project") == [FIRST]
    session.do(SetTarget(**ABOUT, title="Warm meals", group="Old people"), at=AT)
    session.do(NoteNeed(**ABOUT, entry="n1", text="Nobody cooks at noon"), at=AT)
    assert keys(search, "warm") == keys(search, "noon") == [FIRST]
    session.do(StrikeFromProject(**ABOUT, entry="n1", reason="Said of another place"), at=AT)
    assert keys(search, "noon") == keys(search, "another") == []
    start(session, SECOND)
    assert keys(search, "Gate") == [SECOND]


def test_what_the_round_decides_is_found_with_its_projects(
    session: Session, search: Search
) -> None:
    """A grant by hand has its reason, and the project is carried out from then on."""
    before = hits(search, FIRST)
    assert [(hit.outcome, hit.implementation) for hit in before] == [(Result.NOT_VOTED, "")]
    grant = {"on": AT.date(), "by": "Zhang", "reason": "The stairs are dark"}
    session.do(GrantByHand(round=ROUND, entry="g1", project=FIRST, fen=100, **grant), at=AT)
    (hit,) = hits(search, "stairs")
    assert (hit.meeting, hit.key) == (f"project/{ROUND}/{FIRST}", FIRST)
    assert (hit.outcome, hit.implementation) == (Result.PASSED, "not-started")
    assert keys(search, "Zhang") == []
