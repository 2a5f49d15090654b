"""Which meeting the day is about, and what is to be done with it."""

from dataclasses import replace
from datetime import datetime

import pytest

from facilitator.desk.today.choice import Step, free_item, meeting_of_the_day, next_step
from facilitator.overview import MeetingRow
from tests.desk.evening import EVENING, at_desk

NOW = datetime.fromisoformat("2026-11-27T18:52:00+08:00")


def row(name, planned, **fields):
    """Make one line of the list of meetings, not opened unless told so."""
    plain = dict.fromkeys(MeetingRow.__dataclass_fields__, "") | {
        "term": 1,
        "ordinal": 1,
        "decisions": 0,
    }
    made = MeetingRow(**{**plain, "opened_at": None, "closed_at": None, "cancelled": None})
    return replace(made, meeting=name, planned=f"{planned}:00+08:00", **fields)


RUNNING = {"opened_at": "2026-11-20T19:36:00+08:00"}
CLOSED = {"closed_at": "2026-11-20T21:00:00+08:00"}


@pytest.mark.parametrize(
    ("rows", "chosen"),
    [
        ([], ""),
        ([row("over", "2026-11-20T19:30", **CLOSED)], ""),
        ([row("later", "2026-12-20T19:30"), row("soon", "2026-11-28T19:30")], "soon"),
        ([row("soon", "2026-11-28T19:30"), row("runs", "2026-11-20T19:30", **RUNNING)], "runs"),
        (
            [row("soon", "2026-11-28T19:30"), row("this-morning", "2026-11-27T09:00")],
            "this-morning",
        ),
        ([row("never", "2026-10-01T19:30"), row("nor", "2026-09-01T19:30")], "never"),
    ],
)
def test_the_running_meeting_comes_first_then_the_next(rows, chosen):
    """Running before coming before forgotten; what is over is none."""
    assert meeting_of_the_day(rows, NOW) == chosen


@pytest.mark.parametrize(
    ("until", "step"),
    [
        ("meeting.convene", Step.PREPARE),
        ("post-notice", Step.PREPARE),  # a week before
        ('"sign-in"', Step.GO_ON_SIGNING),
        ('"deliberate"', Step.GO_ON),
        ('"read-back"', Step.READ_BACK),
    ],
)
def test_the_button_does_what_comes_next(qapp, tmp_path, until, step):
    """Each phase of the evening has its step."""
    with at_desk(tmp_path, until) as desk:
        assert next_step(desk.session.meeting(EVENING), desk.now()) is step


@pytest.mark.parametrize(
    ("until", "step"), [("post-notice", Step.SIGN_IN), ("meeting.convene", Step.PREPARE)]
)
def test_on_the_day_people_sign_in(qapp, tmp_path, until, step):
    """From midnight of the day on; an agenda without an item is still to be prepared."""
    day = datetime.fromisoformat("2026-11-27T00:01:00+08:00")
    with at_desk(tmp_path, until) as desk:
        assert next_step(desk.session.meeting(EVENING), day) is step


def test_a_further_item_has_an_id_of_its_own(qapp, tmp_path):
    """The id of a new item is none of those on the agenda."""
    with at_desk(tmp_path, "post-notice") as desk:
        meeting = desk.session.meeting(EVENING)
        assert free_item(meeting) == "i6"
        assert meeting.agenda.get(free_item(meeting)) is None
