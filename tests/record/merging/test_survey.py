"""Looking at another archive: how each history stands, and nothing is changed by looking."""

from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.record.archive import Record
from facilitator.record.merging import survey
from facilitator.record.merging.plan import About, State
from tests.record.merging.laptops import COMMON, OURS, THEIRS, states, twin, written
from tests.record.toys import (
    AT,
    KINDS,
    REGISTERS,
    Forgotten,
    Joined,
    Noted,
    Person,
    opened,
    tampering,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Our archive, closed."""
    return written(tmp_path / "ours", *COMMON)


def test_every_way_a_history_may_stand(path: Path) -> None:
    """New, gone on there, the same, gone on here: told from the hashes alone, whatever was written when."""
    before = {f"meeting/{name}": Noted("开会") for name in ("a", "b", "c")}
    written(path, *before.items())
    other = twin(path, "theirs")
    written(other, ("meeting/a", Noted("续")), ("meeting/new", Noted("新")))
    written(path, ("meeting/b", Noted("这边续")), ("meeting/only-here", Noted("只在这里")))
    with opened(path) as record:
        plan = survey(record, other)
    expected = {
        "meeting/a": State.AHEAD,
        "meeting/b": State.BEHIND,
        "meeting/c": State.SAME,
        "meeting/new": State.NEW,
        OURS: State.SAME,
    }
    assert states(plan) == expected
    assert plan.events == 2
    assert [line.stream for line in plan.taken] == ["meeting/a", "meeting/new"]
    assert not plan.left_out


@pytest.mark.parametrize("common", [1, 2, 3])
@pytest.mark.parametrize(("here", "there"), [(1, 1), (5, 2), (1, 6)])
def test_a_fork_is_shown_where_it_is(tmp_path: Path, common: int, here: int, there: int) -> None:
    """With the first version that differs, and when and by whom each side wrote it."""
    path = written(tmp_path / "ours", *COMMON[:common])
    other = twin(path, "theirs")
    written(path, *[(OURS, Noted(f"这边{n}")) for n in range(here)], actor="王秘书")
    written(other, *[(OURS, Noted(f"那边{n}")) for n in range(there)], actor="李秘书")
    with opened(path) as record:
        plan = survey(record, other)
    (line,) = plan.left_out
    assert line.state is State.FORKED
    assert line.fork is not None
    assert (line.fork.ours.version, line.fork.theirs.version) == (common + 1, common + 1)
    assert (line.fork.ours.actor, line.fork.theirs.actor) == ("王秘书", "李秘书")
    assert line.fork.ours.at.startswith("2026-11-27T19:30")
    assert plan.events == 0


def test_looking_changes_no_byte(path: Path) -> None:
    """Neither of the other file, which lies there read-only, nor of ours; and nothing is left beside them."""
    other = written(path.with_name("theirs"), (THEIRS, Noted("新")))
    other.chmod(0o400)
    before = {one: one.read_bytes() for one in (path, other)}
    with opened(path) as record:
        survey(record, other)
    assert {one: one.read_bytes() for one in (path, other)} == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["ours", "theirs"]


def test_a_damaged_history_is_named_and_the_others_come(path: Path) -> None:
    """An event that is not what was recorded, or personal data of another: its history alone stays out."""
    other = twin(path, "theirs")
    written(
        other,
        (THEIRS, Noted("好")),
        ("meeting/3", Joined("m-7", Person("赵铁柱"))),
        ("meeting/4", Noted("好")),
    )
    with tampering(other) as db:
        db.execute("UPDATE journal SET body = replace(body, '好', '坏') WHERE stream = ?", [THEIRS])
        db.execute("UPDATE beside SET body = '{\"name\":\"孙小美\"}' WHERE stream = 'meeting/3'")
    with opened(path) as record:
        plan = survey(record, other)
    assert states(plan) == {
        OURS: State.SAME,
        THEIRS: State.DAMAGED,
        "meeting/3": State.DAMAGED,
        "meeting/4": State.NEW,
    }
    found = {line.stream: line.findings[0].code for line in plan.left_out}
    assert found == {THEIRS: "hash-differs", "meeting/3": "beside-differs"}


def test_our_own_damage_is_no_fork(path: Path) -> None:
    """A history that differs because ours is not what was recorded is said to be ours."""
    other = twin(path, "theirs")
    written(other, (OURS, Noted("那边")))
    with tampering(path) as db:
        db.execute(
            "UPDATE journal SET hash = substr(hash, 2) || substr(hash, 1, 1), body = '{}'"
            " WHERE version = 3"
        )
    with opened(path) as record:
        (line,) = survey(record, other).left_out
    assert line.state is State.DAMAGED
    assert line.here


def test_whoever_is_erased_there_is_counted(path: Path) -> None:
    """Their data will go here, too."""
    other = twin(path, "theirs")
    written(other, (OURS, Forgotten("m-1")))
    with opened(path) as record:
        (line,) = survey(record, other).lines
    assert (line.state, line.erases) == (State.AHEAD, 1)


def test_what_belongs_to_a_fork_waits(path: Path) -> None:
    """A history that speaks of the events of another, or needs one that is not there, is left out with it."""

    def sense(stream: str, _events: object) -> About:
        rests, needs = {"f/1": (OURS,), "f/2": ("f/1",)}, {"g/1": (OURS,), "g/2": ("meeting/no",)}
        return About(rests_on=rests.get(stream, ()), needs=needs.get(stream, ()))

    other = twin(path, "theirs")
    written(path, (OURS, Noted("这边")))
    written(
        other,
        (OURS, Noted("那边")),
        *[(name, Noted("续")) for name in ("f/1", "f/2", "g/1", "g/2")],
    )
    with opened(path) as record:
        plan = survey(record, other, sense=sense)
    waits = {line.stream: line.waits_for for line in plan.of(State.WAITING)}
    assert waits == {"f/1": OURS, "f/2": "f/1", "g/2": "meeting/no"}
    assert [line.stream for line in plan.taken] == ["g/1"]


def test_what_needs_another_of_the_same_name_waits(tmp_path: Path) -> None:
    """Two histories that only share a name are not one: nothing that belongs to theirs comes into ours."""
    path = written(tmp_path / "ours", (OURS, Noted("这边的机构")))
    other = written(tmp_path / "theirs", (OURS, Noted("那边的机构")), (THEIRS, Noted("它的会议")))
    with opened(path) as record:
        plan = survey(record, other, sense=lambda s, _: About(needs=(OURS,) * (s == THEIRS)))
    assert states(plan) == {OURS: State.FORKED, THEIRS: State.WAITING}


def test_events_of_a_newer_version_are_refused(path: Path) -> None:
    """What we do not know is nothing that we may carry on."""
    other = path.with_name("theirs")

    class Sung(Noted, frozen=True, tag="toy.sung"):
        """What only a later version knows."""

    with Record.open(other, (*KINDS, Sung), registers=REGISTERS, create=True) as record:
        record.append(THEIRS, [Sung("啦")], after=0, at=AT, actor="s")
    with opened(path) as record, pytest.raises(Trouble) as caught:
        survey(record, other)
    assert (caught.value.code, caught.value.facts["kind"]) == ("newer-events", "toy.sung")


def test_an_archive_does_not_merge_with_itself(path: Path) -> None:
    """By whatever name it goes."""
    link = path.with_name("link")
    link.symlink_to(path)
    with opened(path) as record:
        for name in (path, link):
            with pytest.raises(RuleViolation, match="merge-itself"):
                survey(record, name)


def test_an_archive_in_use_is_locked(path: Path) -> None:
    """A copy of it might be half old and half new."""
    other = written(path.with_name("theirs"), (THEIRS, Noted("新")))
    with opened(path) as record, opened(other), pytest.raises(Trouble, match="locked"):
        survey(record, other)
