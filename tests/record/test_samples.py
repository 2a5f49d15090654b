"""A sample and what really happened are never mixed: merging, restoring and founding all ask the one rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies.founding import FoundBody
from facilitator.opening import open_session
from facilitator.record.samples import NOTHING, REAL, SAMPLE, expect_unmixed
from facilitator.rounds.round import OpenRound
from facilitator.safekeeping.restoring import plan, restore
from facilitator.session import Session
from facilitator.words.keeping import plan_lines
from tests.cli.terminal import run

AT = datetime(2026, 11, 27, 21, tzinfo=timezone(timedelta(hours=8)))
BOTH = SAMPLE | REAL


def founded(path: Path, body: str, *, sample: bool) -> Path:
    """An archive with a body in it."""
    command = FoundBody(body=body, name=f"{body}会", charter="robert_simple", sample=sample)
    with closing(open_session(str(path), create=True)) as session:
        session.do(command)
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An archive in which what really happened is."""
    return founded(tmp_path / "own.facilitator", "real", sample=False)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """One in which everything is invented."""
    return founded(tmp_path / "sample.facilitator", "invented", sample=True)


@pytest.fixture
def session(sample: Path) -> Iterator[Session]:
    """The sample, open."""
    with closing(open_session(str(sample))) as session:
        yield session


@pytest.mark.parametrize(
    ("ours", "theirs", "code"),
    [
        (REAL, SAMPLE, "sample-into-own"),
        (SAMPLE, REAL, "own-into-sample"),
        (REAL, BOTH, "mixed-archive"),
        (SAMPLE, BOTH, "mixed-archive"),
        (NOTHING, BOTH, "mixed-archive"),
        (REAL, REAL, ""),
        (SAMPLE, SAMPLE, ""),
        (NOTHING, SAMPLE, ""),
        (REAL, NOTHING, ""),
        (BOTH, SAMPLE, ""),
    ],
)
def test_nothing_becomes_a_mixture(
    ours: frozenset[bool], theirs: frozenset[bool], code: str
) -> None:
    """What is one already, from an older version, may go on."""
    if not code:
        expect_unmixed(ours, theirs, Path("other"))
        return
    with pytest.raises(RuleViolation) as refusal:
        expect_unmixed(ours, theirs, Path("other"))
    assert refusal.value.code == code


def test_neither_is_merged_into_the_other(own: Path, sample: Path) -> None:
    """At the command line as everywhere: said in a sentence, and not a byte is changed."""
    before = own.read_bytes(), sample.read_bytes()
    into_own = run("merge", sample, "--archive", own, lang="zh")
    into_sample = run("merge", own, "--archive", sample, lang="zh")
    assert (into_own.code, into_sample.code) == (1, 1)
    assert "是示例" in into_own.err
    assert "先打开自己的档案" in into_sample.err
    assert (own.read_bytes(), sample.read_bytes()) == before


def test_what_was_looked_at_while_it_was_new_is_not_taken_in_later(
    tmp_path: Path, sample: Path
) -> None:
    """Between looking and merging a real body was founded: the rule is asked again."""
    with closing(open_session(str(tmp_path / "new"), create=True)) as session:
        found = session.survey(sample)
        assert found.sample
        session.do(FoundBody(body="real", name="真", charter="robert_simple"))
        with pytest.raises(RuleViolation, match="sample-into-own"):
            session.take_in(found)
        assert session.record.natures() == REAL


def test_a_new_archive_is_told_that_it_becomes_a_sample(tmp_path: Path, sample: Path) -> None:
    """Nothing is in the way there, but nobody takes it for real without having been told."""
    answer = run("merge", sample, "--archive", tmp_path / "new", lang="zh")
    assert answer.code == 0
    assert "这是示例" in answer.out


def test_neither_takes_the_place_of_the_other(own: Path, sample: Path) -> None:
    """Restoring asks, too: before, and when it is done."""
    before = own.read_bytes(), sample.read_bytes()
    for act in (plan, lambda archive, backup: restore(archive, backup, AT)):
        with pytest.raises(RuleViolation, match="sample-over-own"):
            act(own, sample)
        with pytest.raises(RuleViolation, match="own-over-sample"):
            act(sample, own)
    assert (own.read_bytes(), sample.read_bytes()) == before


def test_a_sample_restored_where_nothing_is_says_what_it_is(tmp_path: Path, sample: Path) -> None:
    """The plan says so in words."""
    told = plan(tmp_path / "none", sample)
    assert told.sample
    assert "这是示例，里面的人和决议都是虚构的。" in list(plan_lines(told, "zh"))


def test_what_is_founded_among_samples_is_one(session: Session) -> None:
    """A body that somebody founds to try it, and a round of a sample body, bear the mark on every paper."""
    session.do(FoundBody(body="tried", name="试", charter="robert_simple"))
    assert session.body("tried").sample
    session.do(OpenRound(round="r", body="tried", title="试一轮"))
    assert session.round("r").round.sample


def test_no_sample_is_founded_among_what_really_happened(own: Path) -> None:
    """A script of samples that is played into one's own archive founds nothing in it."""
    with closing(open_session(str(own))) as session:
        command = FoundBody(body="b", name="样", charter="robert_simple", sample=True)
        with pytest.raises(RuleViolation, match="sample-into-own"):
            session.do(command)
        with pytest.raises(RuleViolation, match="sample-into-own"):
            session.do(OpenRound(round="r", body="real", title="样", sample=True))
