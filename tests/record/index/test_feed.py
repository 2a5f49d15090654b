"""The index follows the archive, whatever happens to either."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from facilitator.acts import Command, RuleViolation
from facilitator.bodies.membership import CorrectPerson, ErasePerson, VacateSeat
from facilitator.bodies.people import Person
from facilitator.commands import read_line
from facilitator.followup.carrying import ReportBack
from facilitator.followup.entries import Kinship
from facilitator.followup.following import StrikeEntry
from facilitator.followup.linking import Link
from facilitator.meeting.lifecycle import ReopenMeeting
from facilitator.meeting.notes import CorrectNote, StrikeNote
from facilitator.meeting.reviews import Progress
from facilitator.meeting.voting import CorrectVote
from facilitator.opening import open_session
from facilitator.record.index import cache
from facilitator.rules.tally import Choice
from facilitator.searching import Facet, Result, Search, Wanted
from facilitator.session import Session
from tests.cli.terminal import EVENING, MEETING, evening_lines, run

BODY, FORUM = "songbaigang", "qyl-2026-11-21"
LATER = datetime(2026, 12, 11, 11, 30, tzinfo=UTC)


@pytest.fixture
def archive(both: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copyfile(both, tmp_path / "a.facilitator"))


@pytest.fixture
def session(archive: Path) -> Iterator[Session]:
    with closing(open_session(str(archive))) as made:
        yield made


@pytest.fixture
def search(session: Session, tmp_path: Path) -> Iterator[Search]:
    with closing(Search(session, folder=tmp_path / "cache")) as made:
        yield made


def fed(search: Search) -> Search:
    while not search.step(0):
        pass
    return search


def keys(search: Search, words: str, wanted: Wanted | None = None) -> list[str]:
    hits = fed(search).find(wanted or Wanted(words)).hits
    return [f"{hit.kind} {hit.key}" for hit in hits]


def act(session: Session, *commands: Command) -> None:
    for command in commands:
        session.do(command, at=LATER)


def content(search: Search) -> list[tuple[Any, ...]]:
    """All documents, and all words with where they stand."""
    db = fed(search)._index._db
    assert db is not None
    db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, word, instance)"
    )
    rows = db.execute("SELECT * FROM doc ORDER BY id").fetchall()
    words = db.execute("SELECT * FROM temp.terms ORDER BY 1, 2, 3, 4").fetchall()
    values = db.execute("SELECT * FROM value ORDER BY 1, 2").fetchall()
    return [*rows, *words, *values]


def anew(session: Session, folder: Path) -> list[tuple[Any, ...]]:
    with closing(Search(session, folder=folder)) as other:
        return content(other)


def test_an_index_fed_step_by_step_equals_one_made_anew(tmp_path: Path) -> None:
    """Documents, words and counts, after every tenth act of the evening and at its end."""
    lines = evening_lines()
    archive = tmp_path / "a.facilitator"
    with (
        closing(open_session(str(archive), create=True)) as session,
        closing(Search(session, folder=tmp_path / "cache")) as search,
    ):
        for number, line in enumerate(lines):
            said = read_line(line)
            with suppress(RuleViolation):  # the script has acts that are refused
                session.do(said.command, at=said.at, actor=said.by)
            if number % 10 == 0:
                fed(search)
            if number % 60 == 0:
                assert content(search) == anew(session, tmp_path / f"{number}")
        assert content(search) == anew(session, tmp_path / "end")
        assert keys(search, "车位") == ["decision 2", "minutes i3", "motion m3"]


def test_what_is_recorded_next_is_found_next(session: Session, search: Search) -> None:
    """A line that was corrected is found by its new words alone, one that was struck not at all."""
    assert keys(search, "车费") == ["minutes i2"]
    act(session, ReopenMeeting(meeting=MEETING, reason="更正"))
    act(session, CorrectNote(meeting=MEETING, note="n1", text="来回路费比药费还贵", reason="听错"))
    assert keys(search, "车费") == []
    assert keys(search, "路费") == ["minutes i2"]
    act(session, StrikeNote(meeting=MEETING, note="n1", reason="重复"))
    assert keys(search, "路费") == []


def test_people_are_found_by_name_until_it_is_changed_or_erased(
    session: Session, search: Search
) -> None:
    """Who spoke, moved or convened; a corrected name is found at once, in every meeting of the body."""
    assert keys(search, "何伟明") == ["minutes i3", "minutes i2"]
    act(session, CorrectPerson(body=BODY, member="he-weiming", person=Person(name="何维铭")))
    assert keys(search, "何伟明") == []
    assert keys(search, "何维铭") == ["minutes i3", "minutes i2"]


def test_an_erased_name_is_in_no_byte_of_the_index(
    session: Session, search: Search, tmp_path: Path
) -> None:
    """Neither the name nor a pair of its characters, as a document or as a word, beside or in the file."""
    assert keys(search, "何伟明")
    pairs = ["何伟明", "何伟", "伟明"]
    assert all(inside(tmp_path / "cache", one) for one in pairs)
    act(session, VacateSeat(body=BODY, member="he-weiming", reason="迁出"))
    act(session, ErasePerson(body=BODY, member="he-weiming", reason="本人要求"))
    assert keys(search, "何伟明") == []
    assert keys(search, "伟明") == []
    assert not any(inside(tmp_path / "cache", one) for one in pairs)
    assert keys(search, "车位") != []


def inside(folder: Path, text: str) -> bool:
    """Whether a file of the folder holds them; a word of the index lacks what its neighbour has, too."""
    data = b"".join(path.read_bytes() for path in folder.iterdir())
    return text.encode() in data or text.encode()[1:] in data


def outcome(search: Search, meeting: str, number: int) -> tuple[str, str]:
    """What the index says of a decision."""
    hits = fed(search).find(Wanted().choose(Facet.KIND, "decision")).hits
    (hit,) = (hit for hit in hits if (hit.meeting, hit.key) == (meeting, str(number)))
    return hit.outcome, hit.implementation


def test_a_repealed_decision_is_so_as_long_as_the_one_that_repeals_it_stands(
    session: Session, search: Search
) -> None:
    """A decision of one meeting changes with what is recorded of another one: linked, struck, annulled."""
    assert outcome(search, FORUM, 1)[0] == Result.PASSED
    link = {"meeting": MEETING, "decision": 2, "kinship": Kinship.REPEALS}
    to = {"to_meeting": FORUM, "to_decision": 1}
    act(session, Link(entry="l1", **link, **to))
    assert outcome(search, FORUM, 1)[0] == Result.REPEALED
    assert search.counts(Wanted())[Facet.OUTCOME]["repealed"].count == 1
    act(session, StrikeEntry(meeting=MEETING, decision=2, entry="l1", reason="弄错"))
    assert outcome(search, FORUM, 1)[0] == Result.PASSED
    act(session, Link(entry="l2", **link, **to), ReopenMeeting(meeting=MEETING, reason="更正"))
    assert outcome(search, FORUM, 1)[0] == Result.REPEALED
    polled = session.meeting(MEETING).polls.all["p4"]
    for member in [key for key, said in polled.votes.items() if said is Choice.FOR][:2]:
        against = {"poll": "p4", "choice": Choice.AGAINST, "reason": "听错"}
        act(session, CorrectVote(meeting=MEETING, member=member, **against))
    assert outcome(search, MEETING, 2)[0] == Result.ANNULLED
    assert outcome(search, FORUM, 1)[0] == Result.PASSED


def test_what_is_reported_later_is_found_with_its_decision(
    session: Session, search: Search
) -> None:
    """How far it is, and the words of the report."""
    assert outcome(search, MEETING, 1) == (Result.PASSED, "not-started")
    report = {"progress": Progress.DONE, "text": "医保卡都能刷"}
    act(session, ReportBack(meeting=MEETING, decision=1, entry="r1", **report))
    assert outcome(search, MEETING, 1) == (Result.PASSED, "done")
    assert keys(search, "刷") == ["decision 1"]
    assert search.find(Wanted("刷").choose(Facet.KIND, "follow-up")).total.count == 1


def test_another_archive_in_the_same_place_is_noticed(
    session: Session, search: Search, archive: Path, tmp_path: Path
) -> None:
    """An older copy put back, or a stranger's file: nothing of the other one is found."""
    assert keys(search, "车位") != []
    act(session, ReopenMeeting(meeting=MEETING, reason="更正"))
    act(session, CorrectNote(meeting=MEETING, note="n1", text="独一无二", reason="听错"))
    assert keys(search, "独一无二") != []
    search.close()
    session.close()
    archive.unlink()
    run("play", EVENING, "--archive", archive, "--keep-going")
    with (
        closing(open_session(str(archive))) as other,
        closing(Search(other, folder=tmp_path / "cache")) as again,
    ):
        assert keys(again, "独一无二") == []
        assert keys(again, "车位") == ["decision 2", "minutes i3", "motion m3"]
        assert content(again) == anew(other, tmp_path / "anew")


def test_an_index_is_kept_for_the_next_time(
    session: Session, search: Search, archive: Path, tmp_path: Path
) -> None:
    """Opening it again reads nothing of the archive but what is new; the file is its owner's alone."""
    before = content(search)
    search.close()
    (file,) = (tmp_path / "cache").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    asked: list[str] = []
    with closing(Search(session, folder=tmp_path / "cache")) as again:
        real = again._ask
        again._ask = lambda question, *values: asked.append(question) or real(question, *values)
        assert again.step(0)
        assert content(again) == before
    assert not any("FROM note" in question for question in asked)


def test_an_unfinished_index_goes_on_where_it_was(
    session: Session, search: Search, tmp_path: Path
) -> None:
    """A program that ends while the index is being made has lost nothing of it."""
    assert not search.step(0)
    assert search.standing().left == 1
    search.close()
    with closing(Search(session, folder=tmp_path / "cache")) as again:
        assert again.standing().left == 1
        assert content(again) == anew(session, tmp_path / "anew")
        assert again.standing().complete


def damage(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "text":
        path.write_text("not a database " * 400)
    elif how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "zeros":
        data[4096:] = bytes(len(data) - 4096)
        path.write_bytes(data)
    elif how == "folder":
        path.unlink()
        path.mkdir()
    elif how == "making":
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE state SET value = 'other' WHERE key = 'making'")
    elif how == "trigger":
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("CREATE TRIGGER t AFTER INSERT ON doc BEGIN DELETE FROM doc; END")


@pytest.mark.parametrize("how", ["text", "cut", "empty", "zeros", "folder", "making", "trigger"])
def test_a_damaged_index_is_thrown_away(
    session: Session, search: Search, tmp_path: Path, how: str
) -> None:
    """Whatever lies where the index should be, everything is found and nobody hears of it."""
    before = keys(search, "车位")
    search.close()
    (file,) = (tmp_path / "cache").iterdir()
    damage(file, how)
    with closing(Search(session, folder=tmp_path / "cache")) as again:
        assert again.find(Wanted("车位"), patience=10).total.count == len(before)
        assert keys(again, "车位") == before


def test_an_index_that_another_holds_is_left_alone(
    session: Session, search: Search, tmp_path: Path
) -> None:
    """Two windows on one stick: the second has an index of its own as long as it is open."""
    before = keys(search, "车位")
    (file, *_) = sorted((tmp_path / "cache").iterdir())
    with closing(Search(session, folder=tmp_path / "cache")) as second:
        assert keys(second, "车位") == before
        assert second._index._db is not None
        assert not second._index._db.execute("PRAGMA database_list").fetchone()[2]
    assert file.exists()
    assert keys(search, "车位") == before


def test_an_index_that_cannot_be_written_is_had_elsewhere(session: Session, tmp_path: Path) -> None:
    """No folder for caches: found all the same."""
    (tmp_path / "file").write_text("in the way")
    with closing(Search(session, folder=tmp_path / "file" / "cache")) as search:
        assert keys(search, "车位") != []


def test_what_nobody_uses_is_swept_away(session: Session, tmp_path: Path) -> None:
    """The index of an archive that was not opened for long does not keep what it knows."""
    folder = tmp_path / "cache"
    folder.mkdir()
    for name, days in (("old", 90), ("new", 5)):
        (folder / f"{name}.index").write_text("x")
        then = datetime.now(UTC).timestamp() - days * 86_400
        os.utime(folder / f"{name}.index", (then, then))
    with closing(Search(session, folder=folder)) as search:
        assert keys(search, "车位")
    assert not (folder / "old.index").exists()
    assert (folder / "new.index").exists()
    assert cache.cache_path(Path("a")) != cache.cache_path(Path("b"))
