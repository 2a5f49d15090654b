"""What the secretary writes, and what is reported on earlier decisions."""

from __future__ import annotations

import pytest

from facilitator.acts import Command
from facilitator.meeting.floor import GiveFloor
from facilitator.meeting.items import FinishItem
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.meeting.notes import CorrectNote, NoteKind, StrikeNote, WriteNote
from facilitator.meeting.reviews import Progress, ReviewEarlier
from tests.meeting.hall import EVENING, Hall, day


def write(note: str = "l1", **fields: object) -> WriteNote:
    return WriteNote(meeting=EVENING, note=note, **{"text": "Said.", **fields})  # pyright: ignore


def review(**fields: object) -> ReviewEarlier:
    told = {"review": "r1", "matter": "Benches", "progress": Progress.DONE, **fields}
    return ReviewEarlier(meeting=EVENING, **told)  # pyright: ignore[reportArgumentType]


def test_a_speaker_s_line_belongs_to_the_running_speech() -> None:
    """A statement by whoever has the floor is tied to that speech; anybody else's is not."""
    hall = Hall()
    hall.open()
    hall.do(GiveFloor(meeting=EVENING, speaker="e1"))
    hall.do(write("l1", speaker="e1"))
    hall.do(write("l2", speaker="e2"))
    hall.do(write("l3", speaker="e1", kind=NoteKind.FACT))
    lines = hall.meeting.notes.lines
    assert [line.speech for line in lines.values()] == [1, 0, 0]
    assert [line.kind for line in lines.values()] == [
        NoteKind.STATEMENT,
        NoteKind.STATEMENT,
        NoteKind.FACT,
    ]


def test_a_line_without_a_speaker_is_a_fact() -> None:
    """A statement is somebody's; the host's intervention is marked as such."""
    hall = Hall()
    hall.open()
    hall.do(write())
    assert hall.meeting.notes.line("l1").kind is NoteKind.FACT
    assert hall.code(write("l2", kind=NoteKind.STATEMENT)) == "speaker-missing"
    hall.do(write("l3", kind=NoteKind.HOST))


def test_a_corrected_line_and_a_struck_line_stay_readable() -> None:
    """The old text stands beside the new; a struck line keeps its text and takes no further change."""
    hall = Hall()
    hall.open()
    hall.do(write())
    hall.do(CorrectNote(meeting=EVENING, note="l1", text="Said so.", reason="misheard"))
    hall.do(StrikeNote(meeting=EVENING, note="l1", reason="off the record"))
    line = hall.meeting.notes.line("l1")
    assert (line.text, line.changes[0].old, line.struck) == ("Said so.", "Said.", "off the record")
    for command in (
        CorrectNote(meeting=EVENING, note="l1", text="x", reason="x"),
        StrikeNote(meeting=EVENING, note="l1", reason="x"),
    ):
        assert hall.code(command) == "note-struck"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (write("l1"), "note-exists"),
        (write("l 2"), "bad-id"),
        (write("l2", text=""), "text-missing"),
        (write("l2", speaker="nobody"), "not-a-member"),
        (write("l2", speaker="n6"), "not-present"),
        (StrikeNote(meeting=EVENING, note="l9", reason="x"), "unknown-note"),
        (CorrectNote(meeting=EVENING, note="l1", text="x", reason=""), "text-missing"),
        (review(), "review-exists"),
        (review(review="r2", decision=-1), "number-range"),
        (review(review="r2", decision=2_000_000), "number-range"),
    ],
)
def test_lines_that_make_no_sense_are_refused(command: Command, code: str) -> None:
    """A line is about somebody who came, has a name of its own and a text."""
    hall = Hall()
    hall.open(present=("e1", "o1"))
    hall.do(write())
    hall.do(review())
    assert hall.code(command) == code


def test_lines_are_written_while_the_record_is_read_back() -> None:
    """What is said about the record is part of it."""
    hall = Hall()
    hall.open()
    hall.do(EnterPhase(meeting=EVENING, phase="read-back"))
    hall.do(write(kind=NoteKind.READ_BACK))
    assert hall.meeting.notes.line("l1").kind is NoteKind.READ_BACK


def test_a_report_is_overdue_when_its_day_has_passed_and_it_is_not_done() -> None:
    """Due yesterday and not done is overdue; done, due today or without a day is not."""
    hall = Hall()
    hall.open()
    for number, (due, progress) in enumerate(
        [
            (day(26), Progress.IN_PROGRESS),
            (day(26), Progress.DONE),
            (day(27), Progress.NOT_STARTED),
            (None, Progress.ON_HOLD),
        ]
    ):
        hall.do(review(review=f"r{number}", due=due, progress=progress))
    reports = hall.meeting.reviews.all.values()
    assert [one.overdue for one in reports] == [True, False, False, False]


def test_a_report_needs_an_item_in_hand() -> None:
    """Reports are given under an item."""
    hall = Hall()
    hall.open()
    hall.do(FinishItem(meeting=EVENING, item="i1"))
    assert hall.code(review()) == "no-item-in-hand"
