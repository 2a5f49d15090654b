"""A call that changes before the meeting opens, and a meeting that does not take place."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from facilitator.bodies.founding import AdoptCharter
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.attendance import Arrive, Excuse
from facilitator.meeting.calling_off import CancelMeeting, RescheduleMeeting
from facilitator.meeting.format import Stage
from facilitator.meeting.items import AddItem, RemoveItem, WithdrawItem
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, PostNotice, ReopenMeeting
from tests.meeting.hall import BODY, CHAIR, EVENING, START, Hall, charter, day

CANCEL = CancelMeeting(meeting=EVENING, reason="a storm")
POST = PostNotice(meeting=EVENING, posted=day(20))
LATER = START + timedelta(days=1)


def moved(planned: datetime | None = LATER, **changes: str) -> RescheduleMeeting:
    return RescheduleMeeting(meeting=EVENING, planned=planned, **changes)


def prepared(*titles: str) -> Hall:
    hall = Hall()
    hall.convene()
    for number, title in enumerate(titles, 1):
        hall.do(AddItem(meeting=EVENING, item=f"i{number}", title=title))
    return hall


def test_a_call_is_changed_and_the_old_one_stays_readable() -> None:
    """What is left out of the change stays as it was."""
    hall = prepared()
    hall.do(moved())
    assert (hall.meeting.call.planned, hall.meeting.call.place) == (LATER, "Hall")
    hall.do(moved(None, place="School"))
    hall.do(moved(None, title="Special meeting"))
    call = hall.meeting.call
    assert (call.planned, call.place, call.title) == (LATER, "School", "Special meeting")
    assert len(hall.meeting.life.changes) == 3
    assert "School" in hall.meeting.life.changes[1].new
    assert "School" not in hall.meeting.life.changes[1].old


def test_a_posted_call_is_changed_with_a_reason_and_posted_anew() -> None:
    """Whoever has read the notice is owed a word; the notice on the wall names the old time."""
    hall = prepared()
    hall.do(POST)
    assert hall.code(moved()) == "text-missing"
    hall.do(moved(reason="the hall is taken"))
    assert hall.meeting.life.notice is None
    assert hall.code(moved(START)) == "text-missing"


def test_a_meeting_moved_to_another_day_is_held_under_the_charter_of_that_day() -> None:
    """The charter in force follows the call until people gather."""
    hall = prepared()
    newer = charter(version=2, valid_from=(START + timedelta(days=1)).date())
    hall.do(AdoptCharter(body=BODY, charter=newer, reason="agreed"))
    assert hall.meeting.charter.version == 1
    hall.do(moved())
    assert hall.meeting.charter.version == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (moved(None), "nothing-to-correct"),
        (moved(None, place=" "), "text-missing"),
        (moved(datetime(2026, 11, 28)), "time-without-zone"),  # noqa: DTZ001 that is the point
        (moved(START.replace(year=1)), "number-range"),
        (CancelMeeting(meeting=EVENING, reason=" "), "text-missing"),
    ],
)
def test_a_change_that_says_nothing_is_refused(command: RescheduleMeeting, code: str) -> None:
    """A change changes something, a place has a name, a time its zone, a cancellation its reason."""
    assert prepared().code(command) == code


def test_people_who_gather_have_come_for_this_call() -> None:
    """Back to preparing, and the call can change again; once opened, it stands."""
    hall = prepared()
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    assert hall.code(moved()) == "not-preparing"
    hall.do(EnterPhase(meeting=EVENING, phase="prepare"))
    hall.do(moved())
    hall = Hall()
    hall.open()
    assert hall.code(moved()) == "not-preparing"
    assert hall.code(CANCEL) == "already-opened"


def test_what_a_cancelled_meeting_was_to_deal_with_waits_for_the_next() -> None:
    """Open items are put off with the reason of the cancellation; withdrawn ones stay withdrawn."""
    hall = prepared("Benches", "Barriers")
    hall.do(WithdrawItem(meeting=EVENING, item="i2", reason="settled"))
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(CANCEL)
    one = hall.meeting
    assert (one.phase.stage, one.life.cancelled, one.life.opened) == (Stage.CLOSED, "a storm", None)
    assert [item.state for item in one.agenda.items] == [ItemState.POSTPONED, ItemState.WITHDRAWN]
    assert hall.code(CANCEL) == "meeting-closed"
    hall.convene("next")
    hall.do(AddItem(meeting="next", item="i1", title="Benches", carried_from=EVENING))


def test_a_cancelled_meeting_may_be_prepared_again() -> None:
    """It goes back to its beginning, and is cancelled no more."""
    hall = prepared()
    hall.do(CANCEL)
    hall.do(ReopenMeeting(meeting=EVENING, reason="the storm went by"))
    assert (hall.meeting.phase.stage, hall.meeting.life.cancelled) == (Stage.BEFORE, "")
    hall.do(Excuse(meeting=EVENING, member="e1"))


def test_too_few_people_gather_and_the_meeting_is_closed_without_having_been_opened() -> None:
    """Closing is for a meeting to which people came; it needs no reason of its own."""
    hall = prepared()
    hall.do(EnterPhase(meeting=EVENING, phase="sign-in"))
    hall.do(Arrive(meeting=EVENING, person=CHAIR))
    hall.do(CloseMeeting(meeting=EVENING, read_back=False))
    assert not hall.meeting.life.cancelled


def test_an_item_put_on_the_agenda_by_mistake_is_removed_while_nobody_was_told() -> None:
    """The items after it move up; its name is free again."""
    hall = prepared("Benches", "Barriers", "Bins")
    hall.do(RemoveItem(meeting=EVENING, item="i1"))
    numbers = [(item.title, item.number) for item in hall.meeting.agenda.items]
    assert numbers == [("Barriers", 1), ("Bins", 2)]
    hall.do(AddItem(meeting=EVENING, item="i1", title="Lamps"))
    hall.do(WithdrawItem(meeting=EVENING, item="i3", reason="settled"))
    assert hall.code(RemoveItem(meeting=EVENING, item="i3")) == "item-settled"


def test_an_item_that_was_announced_is_withdrawn_instead() -> None:
    """Neither a posted nor an opened agenda loses an item without a word, also after another call."""
    hall = prepared("Benches")
    hall.do(POST)
    assert hall.code(RemoveItem(meeting=EVENING, item="i1")) == "agenda-announced"
    hall.do(moved(reason="the hall is taken"))
    assert hall.code(RemoveItem(meeting=EVENING, item="i1")) == "agenda-announced"
    hall = Hall()
    hall.open()
    assert hall.code(RemoveItem(meeting=EVENING, item="i1")) == "agenda-announced"
