"""`facilitator play`: every line is answered, a refused one changes nothing."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import EVENING, MEETING, evening_lines, play, run, until

D = "2026-11-27T"


def journal(archive: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(archive) as db:
        rows = db.execute("SELECT * FROM journal ORDER BY seq").fetchall()
    db.close()
    return rows


def refused(archive: Path, line: bytes | dict[str, Any]) -> dict[str, Any]:
    """The answer to a line that must be refused and must not change the archive."""
    before = journal(archive)
    answer = play(archive, line)
    assert answer.code == 1
    assert journal(archive) == before
    row = answer.data
    assert row["accepted"] is False
    assert row["line"] == 1
    assert row["sentence"]
    return row


@pytest.fixture
def at_roll_call(tmp_path: Path) -> Path:
    """The evening up to the point where the roll is called on the first motion."""
    archive = tmp_path / "a.facilitator"
    assert play(archive, *until('"polls.vote","meeting"'.replace(",", ", "))).code in (0, 1)
    return archive


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    """The whole sample evening."""
    archive = tmp_path / "a.facilitator"
    play(archive, *evening_lines(), keep_going=True)
    return archive


def test_each_accepted_line_is_answered_with_its_place_in_the_journal(tmp_path: Path) -> None:
    """An accepted line answers with the sequence number under which the journal holds it."""
    archive = tmp_path / "a.facilitator"
    rows = play(archive, *evening_lines(), keep_going=True).rows
    assert [row["line"] for row in rows] == list(range(1, len(evening_lines()) + 1))
    last = {row["seq"] for row in rows if row["accepted"]}
    assert last <= {row[0] for row in journal(archive)}
    assert max(last) == len(journal(archive))


def test_playing_stops_at_the_first_refusal(tmp_path: Path) -> None:
    """Without --keep-going nothing after a refused line is played."""
    first, second, *_ = evening_lines()
    answer = play(tmp_path / "a", first, b"{}", second)
    assert answer.code == 1
    assert [row["accepted"] for row in answer.rows] == [True, False]


def test_keeping_going_plays_what_follows_a_refusal(tmp_path: Path) -> None:
    """With --keep-going the lines after a refused one are played, and the exit code still tells of it."""
    first, second, *_ = evening_lines()
    answer = play(tmp_path / "a", first, b"{}", second, keep_going=True)
    assert answer.code == 1
    assert [row["accepted"] for row in answer.rows] == [True, False, True]


def test_the_evening_refuses_exactly_the_vote_of_the_member_who_left(evening: Path) -> None:
    """In the whole evening one line is refused: a vote for somebody who is not in the room."""
    with sqlite3.connect(evening) as db:
        votes = db.execute("SELECT count(*) FROM vote WHERE member = 'feng-jintian'").fetchone()
    db.close()
    assert votes == (1,)  # the vote before leaving


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"no json", "not-json"),
        (b"\xff\xfe", "not-json"),
        (b"[1]", "not-an-object"),
        (b"[" * 100_000, "not-json"),
        (b'{"do": "polls.win"}', "unknown-command"),
        (
            b'{"do": "meeting.note-clock-jump", "meeting": "m", "milliseconds": 1}',
            "unknown-command",
        ),
        (b'{"do": "polls.close", "meeting": "m"}', "bad-field"),
        (b'{"do": "polls.close", "meeting": "m", "poll": "p", "pol": "p"}', "bad-field"),
        (b'{"do": "attendance.arrive", "meeting": "nowhere", "person": "x"}', "unknown-meeting"),
        (b'{"do": "body.vacate", "body": "nobody", "member": "x", "reason": "r"}', "unknown-body"),
        (b'{"at": "yesterday", "do": "meeting.close", "meeting": "m"}', "bad-field"),
        (
            b'{"at": "2026-11-27T20:00:00", "do": "meeting.close", "meeting": "m"}',
            "time-without-zone",
        ),
    ],
)
def test_a_bad_line_is_refused_with_a_code_and_a_sentence(
    tmp_path: Path, line: bytes, code: str
) -> None:
    """Whatever a line holds, it is answered with a code and a sentence, and nothing is written."""
    archive = tmp_path / "a.facilitator"
    play(archive, evening_lines()[0])
    assert refused(archive, line)["code"] == code


def test_a_bad_field_is_named_with_its_place(tmp_path: Path) -> None:
    """The refusal of a field of the wrong kind says which field it is."""
    line = {"do": "polls.issue-ballots", "meeting": "m", "poll": "p", "issued": "ten"}
    row = play(tmp_path / "a", line).data
    assert row["facts"]["field"] == "issued"
    assert "issued" in row["sentence"]


def act(do: str, **fields: Any) -> dict[str, Any]:
    return {"at": f"{D}20:05:45+08:00", "do": do, "meeting": MEETING, **fields}


def test_a_member_unknown_to_the_body_cannot_vote(at_roll_call: Path) -> None:
    """A vote for somebody who holds no seat is refused."""
    row = refused(at_roll_call, act("polls.vote", poll="p2", member="nobody", choice="for"))
    assert row["code"] == "not-a-member"


def test_nobody_votes_twice(at_roll_call: Path) -> None:
    """A second vote of one member is refused and the first one stands."""
    vote = act("polls.vote", poll="p2", member="wang-jianjun", choice="for")
    assert play(at_roll_call, vote).code == 0
    row = refused(at_roll_call, vote | {"choice": "against"})
    assert row["code"] == "already-voted"
    assert "王建军" in row["sentence"]


def test_an_excused_member_cannot_vote(at_roll_call: Path) -> None:
    """A vote for a member who never came is refused."""
    row = refused(at_roll_call, act("polls.vote", poll="p2", member="zhou-yumei", choice="for"))
    assert row["code"] == "not-present"


def test_fourteen_hands_among_thirteen_seats_are_refused(tmp_path: Path) -> None:
    """More hands than entitled members in the room are refused with both numbers."""
    archive = tmp_path / "a.facilitator"
    play(archive, *until("polls.count-hands"))
    hands = {"in_favour": 14}
    row = refused(archive, act("polls.count-hands", poll="p-a2", hands=hands))
    assert row["code"] == "more-votes-than-present"
    assert row["facts"]["votes"] == 14


def test_more_ballots_than_were_issued_are_refused(tmp_path: Path) -> None:
    """A teller's count above the papers issued is refused."""
    archive = tmp_path / "a.facilitator"
    play(archive, *until("polls.report-ballots"))
    ballots = {"returned": 11, "in_favour": 11}
    line = act("polls.report-ballots", poll="p5", teller="zhang-haibo", ballots=ballots)
    row = refused(archive, line | {"at": f"{D}20:46:00+08:00"})
    assert row["code"] == "ballots-above-issued"


def test_time_does_not_go_back(at_roll_call: Path) -> None:
    """A line that tells an earlier time than what is on the record is refused."""
    line = act("polls.vote", poll="p2", member="wang-jianjun", choice="for")
    assert refused(at_roll_call, line | {"at": f"{D}19:00:00+08:00"})["code"] == "time-goes-back"


def test_what_a_person_types_is_stored_as_text(tmp_path: Path) -> None:
    """Markup and formulas in a note come back letter for letter."""
    archive = tmp_path / "a.facilitator"
    play(archive, *until("floor.agree-limits"))
    text = "<b>=1+1</b> #eval \"'; DROP TABLE journal; -- 𠮷"
    note = {"do": "notes.write", "meeting": MEETING, "note": "x1", "text": text}
    assert play(archive, note).code == 0
    shown = run("show", MEETING, "--json", "--archive", archive).data
    assert shown["notes"]["lines"]["x1"]["text"] == text


def test_a_byte_order_mark_and_empty_lines_are_no_mistake(tmp_path: Path) -> None:
    """A script saved by an editor that adds a BOM and blank lines plays as it is."""
    first, second, *_ = evening_lines()
    answer = play(tmp_path / "a", b"\xef\xbb\xbf" + first, b"", second)
    assert [row["line"] for row in answer.rows] == [1, 3]
    assert answer.code == 0


def test_people_in_the_room_are_told_what_came_of_it(tmp_path: Path) -> None:
    """With --tell the room hears who is present, what is needed and how each vote ended."""
    archive = tmp_path / "a"
    words = ("play", EVENING, "--archive", archive, "--keep-going", "--tell")
    told = run(*words, lang="en").err
    assert "Present 12 of 13" in told
    assert "12 people may answer" in told.replace("\u00a0", " ")
    assert "Not passed: 8 for" in told.replace("\u00a0", " ")
    assert "Decision No. 2" in told.replace("\u00a0", " ")
    assert "A new archive is made" in told


def test_a_vote_that_cannot_be_carried_is_said_to_be_so(tmp_path: Path) -> None:
    """Where fewer than nine are in the room, the room hears it before anybody answers."""
    archive = tmp_path / "a"
    lines = until('"polls.open"')
    play(archive, *lines)
    gone = [
        {"do": "attendance.leave", "meeting": MEETING, "person": person}
        for person in ("chen-guodong", "lin-xiuying", "huang-zhiqiang", "he-weiming")
    ]
    opening = {
        "do": "polls.open",
        "meeting": MEETING,
        "poll": "p",
        "motion": "a2",
        "method": "hands",
    }
    script = b"\n".join(json.dumps(line).encode() for line in (*gone, opening))
    answer = run("play", "-", "--archive", archive, "--tell", typed=script)
    assert "cannot carry it" in answer.err


def test_the_schema_describes_every_command(tmp_path: Path) -> None:
    """The schema has one entry for each command and knows when and by whom."""
    from facilitator.commands import TAGS

    schema = json.loads(run("schema").out)
    names = {one["$ref"].removeprefix("#/$defs/") for one in schema["oneOf"]}
    assert names == {kind.__name__ for kind in TAGS.values()}
    assert {"at", "by", "do"} <= set(schema["$defs"]["OpenPoll"]["properties"])
