"""Whatever the other file is: a sentence, nothing changed, and soon."""

from __future__ import annotations

import lzma
import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation, Trouble
from facilitator.record import journal
from facilitator.record.archive import Record
from facilitator.record.header import FORMAT, held
from facilitator.record.journal import GENESIS, link
from facilitator.record.merging import merge, survey
from facilitator.record.merging import other as others
from facilitator.record.merging.plan import State
from facilitator.record.registers.product import KINDS as PRODUCT
from facilitator.record.registers.product import REGISTERS as TABLES
from facilitator.record.verify import verify
from facilitator.words.refusals import refusal_sentence
from tests.record.merging.laptops import COMMON, OURS, THEIRS, twin, written
from tests.record.toys import Joined, Noted, Person, content, opened, tampering

flips = pytest.mark.parametrize("flips", [25, pytest.param(2000, marks=pytest.mark.soak)])


@pytest.fixture(autouse=True)
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of our own for what is temporary: what other tests do at the same time is not looked at."""
    place = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Our archive, closed."""
    return written(tmp_path / "ours", *COMMON)


@pytest.fixture
def other(path: Path) -> Path:
    """Another laptop's, which has gone on."""
    copy = twin(path, "theirs")
    return written(
        copy,
        (OURS, Noted("续")),
        *[(f"meeting/{n}", Joined("m-1", Person("陈志强" * 20))) for n in range(40)],
        *[(f"meeting/{n}", Noted("意见" * 60)) for n in range(40)],
    )


def outcome(path: Path, other: Path) -> str:
    """What is said of it; ours is sound and, unless something came over, as before. Nothing else may happen."""
    already = set(held)
    with opened(path) as record:
        before = content(record._db)
        try:
            plan = survey(record, other)
            merge(record, plan)
            said = "taken" if plan.events else "nothing"
        except (Trouble, RuleViolation) as wrong:
            said = wrong.code
            sentence = refusal_sentence(wrong.code, wrong.facts, "zh")
        else:
            sentence = "已并入。"
        if said != "taken":
            assert content(record._db) == before
    assert sentence
    assert said not in sentence
    assert set(held) == already
    assert not list(Path(tempfile.gettempdir()).iterdir())
    return said


@flips
def test_flipped_bits(path: Path, other: Path, flips: int) -> None:
    """One flipped bit anywhere: only what holds comes over, and never anything else than was written."""
    whole, ours = other.read_bytes(), path.read_bytes()
    with opened(other) as record:
        true = {
            one.stream: [(r.version, r.hash) for r in _rows(record, one.stream)]
            for one in record.streams()
        }
    seen = set()
    for _ in range(flips):
        place, bit = random.randrange(len(whole)), random.randrange(8)
        other.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        path.write_bytes(ours)
        seen.add(outcome(path, other))
        with opened(path) as record:
            for one in record.streams():
                here = [(r.version, r.hash) for r in _rows(record, one.stream)]
                assert here == true.get(one.stream, [])[: len(here)], f"bit {bit} of byte {place}"
    assert "taken" in seen


def _rows(record: object, stream: str) -> list[journal.Row]:
    return journal.rows_of(record._db, stream)


def test_truncated_files(path: Path, other: Path) -> None:
    """A file without its end is damaged, and nothing of it is taken."""
    whole = other.read_bytes()
    for _ in range(30):
        other.write_bytes(whole[: random.randrange(len(whole))])
        assert outcome(path, other) in ("damaged", "not-an-archive")


def foreign(other: Path) -> None:
    """Somebody else's SQLite file."""
    other.unlink()
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE journal (seq, stream, version)")


def text(other: Path) -> None:
    """No database at all."""
    other.write_text("会议记录\n" * 1000)


def newer(other: Path) -> None:
    """Of a format that only a later version reads."""
    with closing(sqlite3.connect(other)) as db:
        db.execute(f"PRAGMA user_version = {FORMAT + 1}")


def folder(other: Path) -> None:
    """A folder of that name."""
    other.unlink()
    other.mkdir()


def view(other: Path) -> None:
    """A journal that is a question without an end."""
    with closing(sqlite3.connect(other)) as db:
        db.execute("ALTER TABLE journal RENAME TO old")
        db.execute(
            "CREATE VIEW journal AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT i AS seq, 'meeting/x' AS stream, i AS version FROM n"
        )


def trigger(other: Path) -> None:
    """A trigger of their own."""
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TRIGGER t AFTER INSERT ON about BEGIN DELETE FROM about; END")


def gone(other: Path) -> None:
    """Nothing."""
    other.unlink()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (foreign, "not-an-archive"),
        (text, "not-an-archive"),
        (newer, "newer"),
        (folder, "not-an-archive"),
        (view, "damaged"),
        (trigger, "damaged"),
        (gone, "no-file"),
    ],
)
def test_files_that_are_no_archive(
    path: Path, other: Path, make: Callable[[Path], None], code: str
) -> None:
    """Each is named for what it is."""
    make(other)
    assert outcome(path, other) == code


def test_rows_of_other_types(path: Path, other: Path) -> None:
    """Values that the tables of an archive could not hold damage their history alone."""
    with tampering(other) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'journal'"
        )
        db.execute("PRAGMA writable_schema = OFF")
    with tampering(other) as db:
        db.execute(
            "UPDATE journal SET at = 5, actor = x'00ff' WHERE stream = 'meeting/3' AND version = 2"
        )
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'journal'")
        db.execute("PRAGMA writable_schema = OFF")
    with opened(path) as record:
        plan = survey(record, other)
        merge(record, plan)
        assert record.head("meeting/4").version == 2
    assert [line.stream for line in plan.left_out] == ["meeting/3"]
    assert plan.findings


def forged(
    other: Path, stream: str, *bodies: bytes, at: str = "2026-11-27T19:30:00.000000+08:00"
) -> None:
    """A history with a right chain that no program of ours has written."""
    prev, rows = GENESIS, []
    for version, body in enumerate(bodies, 1):
        new = link(stream, version, prev, at, "s", "toy.noted", body)
        rows.append((stream, version, "toy.noted", at, "s", body.decode(), prev, new))
        prev = new
    with tampering(other) as db:
        db.execute("BEGIN")
        db.conn.executemany(
            "INSERT INTO journal (stream, version, kind, at, actor, body, prev, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        db.execute("COMMIT")


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (b"{}", "2026-11-27T19:30:00.000000+08:00"),
        (b'{"event":"toy.noted","text":5}', "2026-11-27T19:30:00.000000+08:00"),
        (b'{"event":"toy.noted","text":"x"}', "2026-11-27T19:30:00"),
        (b'{"event":"toy.noted","text":"x"}', "yesterday"),
    ],
)
def test_right_chains_of_wrong_things(path: Path, other: Path, body: bytes, at: str) -> None:
    """An event that cannot be read, or a time that says nothing, keeps its history out."""
    forged(other, "meeting/forged", body, at=at)
    with opened(path) as record:
        (line,) = survey(record, other).left_out
    assert (line.stream, line.state) == ("meeting/forged", State.DAMAGED)


def test_a_history_without_end(path: Path, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More events than any meeting has are not even read."""
    monkeypatch.setattr(others, "MOST_EVENTS", 50)
    forged(other, "meeting/long", *[b'{"event":"toy.noted","text":"x"}'] * 51)
    with opened(path) as record:
        (line,) = survey(record, other).left_out
    assert (line.stream, line.findings[0].code) == ("meeting/long", "too-long")


@pytest.mark.soak
def test_a_million_rows(path: Path, other: Path) -> None:
    """The same with a history of a million events, at full size."""
    forged(other, "meeting/long", *[b'{"event":"toy.noted","text":"x"}'] * 1_000_000)
    assert outcome(path, other) == "taken"


def test_what_breaks_our_sense_is_damage(path: Path, other: Path) -> None:
    """Whatever a stranger's history does to whoever lives it through, the survey ends with a word for it."""

    def sense(stream: str, _events: object) -> None:
        if stream == THEIRS:
            raise RecursionError("too deep")
        from facilitator.record.merging.plan import About

        return About()

    with opened(path) as record:
        (line,) = survey(record, other, sense=sense).left_out
    assert (line.stream, line.findings[0].code) == (THEIRS, "no-sense")


def test_an_older_format_is_led_to_ours_in_the_copy(tmp_path: Path) -> None:
    """A laptop that was not updated for a while is merged as it is; its file keeps its format."""
    golden = Path(__file__).parent.parent / "golden" / "format-1.facilitator.xz"
    old = tmp_path / "old"
    old.write_bytes(lzma.decompress(golden.read_bytes()))
    before = old.read_bytes()
    with Record.open(tmp_path / "ours", PRODUCT, registers=TABLES, create=True) as record:
        plan = survey(record, old)
        merge(record, plan)
        assert plan.events > 100
    assert old.read_bytes() == before
    assert verify(tmp_path / "ours", PRODUCT, registers=TABLES).sound
