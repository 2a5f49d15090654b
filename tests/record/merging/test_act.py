"""Taking over: rows and hashes as they are, registers with them, all of it or nothing, in whatever order."""

from __future__ import annotations

import random
import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.acts import Trouble
from facilitator.record.archive import Record
from facilitator.record.merging import merge, survey
from facilitator.record.merging.plan import State
from facilitator.record.verify import verify
from tests.proofs import tally
from tests.record.merging.laptops import (
    COMMON,
    OURS,
    THEIRS,
    merged,
    registers,
    rows,
    states,
    twin,
    written,
)
from tests.record.test_atomic import failing_at
from tests.record.test_attached import KINDS as SHOWN
from tests.record.test_attached import PAPER, PHOTO, hide, show
from tests.record.test_attached import opened as exhibition
from tests.record.toys import (
    KINDS,
    REGISTERS,
    Forgotten,
    Joined,
    Noted,
    Person,
    add,
    content,
    opened,
    tampering,
)

TABLES = {table.name: table.key for table in REGISTERS.schema}
SECRET = "13900001111"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Our archive, closed."""
    return written(tmp_path / "ours", *COMMON)


def sound(path: Path) -> bool:
    """Whether the verifier, who makes the registers anew, finds nothing."""
    return verify(path, KINDS, registers=REGISTERS).sound


def test_what_goes_on_is_taken_over_as_it_is(path: Path) -> None:
    """Afterwards both hold the same, to the byte, and there is nothing more to take over."""
    other = twin(path, "theirs")
    written(other, (OURS, Noted("续")), (THEIRS, Joined("m-2", Person("赵铁柱"))))
    with opened(path) as record:
        merged(record, other)
        assert states(survey(record, other)) == {OURS: State.SAME, THEIRS: State.SAME}
        assert [one.event.text for one in list(record.read(OURS))[1:]] == [
            "开会",
            "第一条意见",
            "续",
        ]
        with opened(other) as theirs:
            assert rows(record) == rows(theirs)
            assert registers(record, TABLES) == registers(theirs, TABLES)
    assert sound(path)


def test_an_act_goes_on_where_the_merge_ended(path: Path) -> None:
    """The head that the record remembers is the one that came over."""
    other = twin(path, "theirs")
    written(other, (OURS, Noted("续")))
    with opened(path) as record:
        add(record, Noted("别处"), stream=THEIRS)
        merged(record, other)
        add(record, Noted("再续"), stream=OURS)
    assert sound(path)


def test_nothing_of_a_fork_or_a_damaged_history_is_taken(path: Path) -> None:
    """Ours stays what it was, and the others come over."""
    other = twin(path, "theirs")
    written(path, (OURS, Noted("这边")))
    written(other, (OURS, Noted("那边")), (THEIRS, Noted("新")))
    with opened(path) as record:
        before = list(record.read(OURS))
        merged(record, other)
        assert list(record.read(OURS)) == before
        assert record.head(THEIRS).version == 1
    assert sound(path)


def test_whoever_was_erased_here_stays_erased(path: Path) -> None:
    """A laptop that has not heard of the erasure brings nothing back, not even in the file's unused space."""
    other = twin(path, "theirs")
    written(other, (THEIRS, Noted("新")))
    written(path, (OURS, Forgotten("m-1")))
    with opened(path) as record:
        merged(record, other)
        assert record.head(THEIRS).version == 1
    assert SECRET.encode() not in path.read_bytes()
    assert sound(path)


def test_whoever_was_erased_there_is_erased_here(path: Path) -> None:
    """The data go with the event that erases them, from the tables and from the file."""
    other = twin(path, "theirs")
    written(other, (OURS, Noted("续")), (OURS, Forgotten("m-1")), (OURS, Noted("再续")))
    with opened(path) as record:
        assert SECRET in str(rows(record))
        merged(record, other)
        assert SECRET not in str(rows(record))
        assert not record.traces_left
    assert SECRET.encode() not in path.read_bytes()
    assert sound(path)


@pytest.mark.parametrize("stale", ["ours", "theirs"])
def test_a_plan_that_is_out_of_date_is_refused(path: Path, stale: str) -> None:
    """Whichever side has gone on since; nothing has happened then."""
    other = twin(path, "theirs")
    written(other, (OURS, Noted("续")), (THEIRS, Noted("新")))
    with opened(path) as record:
        plan = survey(record, other)
        if stale == "ours":
            add(record, Noted("这边"), stream=OURS)
        else:
            written(other, (OURS, Noted("再续")))
        before = content(record._db)
        with pytest.raises(Trouble, match="stale"):
            merge(record, plan)
        assert content(record._db) == before


def test_a_failure_at_any_statement_changes_nothing(path: Path) -> None:
    """All or nothing; and after it the record goes on, and the merge can be done."""
    other = twin(path, "theirs")
    written(
        other,
        (OURS, Noted("续")),
        (OURS, Forgotten("m-1")),
        (THEIRS, Joined("m-3", Person("孙小美"))),
    )
    with opened(path) as record:
        plan, before = survey(record, other), content(record._db)
        for statement in range(200):
            failing_at(statement, record._db.conn)
            try:
                merge(record, plan)
            except Trouble as trouble:
                code = trouble.code
            else:
                break
            finally:
                del record._db.conn.execute
            assert code == "disk-error"
            assert content(record._db) == before
            assert not record._db.conn.in_transaction
        assert statement >= 15
        tally(faults=statement)
        assert record.traces_left  # the fault hit the washing after the merge, and the merge stands
        add(record, Noted("洗"), stream=THEIRS)
    assert sound(path)


def test_a_register_that_fails_takes_the_merge_with_it(path: Path) -> None:
    """What the registers cannot make sense of is the other file's damage, and nothing has happened."""
    other = written(path.with_name("theirs"), (THEIRS, Noted("好")), (THEIRS, Noted("坏")))

    def on_noted(db: object, stream: str, recorded: object) -> None:
        REGISTERS.writers[Noted](db, stream, recorded)
        if recorded.event.text == "坏":
            raise KeyError("no such motion")

    strict = type(REGISTERS)(REGISTERS.schema, {**REGISTERS.writers, Noted: on_noted})
    with Record.open(path, KINDS, registers=strict) as record:
        before = content(record._db)
        with pytest.raises(Trouble) as caught:
            merged(record, other)
        assert (caught.value.code, caught.value.facts["path"]) == ("damaged", str(other))
        assert content(record._db) == before


def test_attached_files_come_along(tmp_path: Path) -> None:
    """Each once; one that was dropped since is not asked for, and one that both have stays one."""
    path, other = tmp_path / "ours", tmp_path / "theirs"
    with exhibition(path) as record:
        show(record, PAPER, stream=OURS)
    with exhibition(other) as record:
        show(record, PHOTO, stream=THEIRS)
        show(record, PAPER, stream=THEIRS)
        hide(record, PHOTO, stream=THEIRS)
        show(record, PHOTO, PAPER, stream="meeting/3")
        show(record, b"gone", stream="meeting/4")
        hide(record, b"gone", stream="meeting/4")
    with exhibition(path) as record:
        merged(record, other)
        assert len(record.ask("SELECT hash FROM file")) == 2
    assert verify(path, SHOWN, registers=REGISTERS).sound


def test_a_missing_or_exchanged_file_keeps_its_history_out(tmp_path: Path) -> None:
    """A photo that is not the one that was attached is no photo of it."""
    path, other = written(tmp_path / "ours", *COMMON), tmp_path / "theirs"
    with exhibition(other) as record:
        show(record, PHOTO, stream="meeting/3")
        show(record, PAPER, stream="meeting/4")
    _exchange(other)
    with exhibition(path) as record:
        plan = merged(record, other)
        assert record.ask("SELECT count(*) FROM file") == [(0,)]
    codes = {line.stream: line.findings[0].code for line in plan.left_out}
    assert codes == {"meeting/3": "damaged", "meeting/4": "file-missing"}


def _exchange(path: Path) -> None:
    with tampering(path) as db:
        db.execute("UPDATE file SET body = zeroblob(size) WHERE size = ?", [len(PHOTO)])
        db.execute("DELETE FROM file WHERE size = ?", [len(PAPER)])


LAPTOPS = 3


@settings(max_examples=4, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["meeting/1", "meeting/2", "body/x"]),
            st.sampled_from(["note", "join", "forget"]),
            st.integers(0, LAPTOPS - 1),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_histories_split_over_laptops_come_together(
    acts: list[tuple[str, str, int]], chance: random.Random
) -> None:
    """One history goes on at one laptop at a time and is carried on as a file: in whatever order the files are
    merged in the end, the archive is the one in which everything was written.
    """
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one"
        written(one)
        carried = [written(Path(folder) / f"laptop{n}") for n in range(LAPTOPS)]
        for number, (stream, what, laptop) in enumerate(acts):
            member = f"m-{number % 3}"
            events = {
                "note": Noted(f"{number}"),
                "join": Joined(member, Person(f"人{number}")),
                "forget": Forgotten(member),
            }
            with opened(one) as record:
                add(record, events[what], stream=stream)
            with opened(carried[laptop]) as record:
                merged(record, one)
        target = written(Path(folder) / "target")
        order = chance.sample(carried, LAPTOPS)
        with opened(target) as record, opened(one) as whole:
            for path in order:
                merged(record, path)
            if acts:
                last = carried[acts[-1][2]]
                assert last in order
                assert rows(record) == rows(whole)
                assert registers(record, TABLES) == registers(whole, TABLES)
        assert sound(target)


def test_the_order_of_three_archives_does_not_matter(tmp_path: Path) -> None:
    """Whichever comes first: an older state of a history takes nothing back."""
    path = written(tmp_path / "a", *COMMON)
    second = twin(path, "b")
    written(second, (OURS, Noted("续")), (OURS, Forgotten("m-1")))
    third = twin(second, "c")
    written(third, (OURS, Noted("再续")), (THEIRS, Noted("新")))
    found = []
    for number, order in enumerate(permutations((path, second, third))):
        with opened(tmp_path / f"all{number}", create=True) as record:
            for one in order:
                merged(record, one)
            found.append((rows(record), registers(record, TABLES)))
    assert all(one == found[0] for one in found)
