"""Places and slots."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.meeting.calling_off import RescheduleMeeting
from facilitator.meeting.forum.matrix import (
    AddPlace,
    AddSlot,
    EditPlace,
    EditSlot,
    RemovePlace,
    RemoveSlot,
    SlotEdited,
)
from facilitator.meeting.forum.rounds import CountHeads
from facilitator.meeting.forum.topics import NotHeld
from tests.meeting.forum.forum import Forum
from tests.meeting.hall import START


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def test_a_place_has_a_name_of_its_own_and_room_for_so_many() -> None:
    """People have to find the right door: no two places of one name, each id once."""
    forum = Forum()
    forum.send(AddPlace, place="yard", name=" The yard ", seats=0)
    assert forum.meeting.matrix.place("yard").name == "The yard"
    assert forum.no(AddPlace, place="yard", name="Another") == "place-exists"
    assert forum.no(AddPlace, place="yard2", name="The yard") == "place-name-taken"
    assert forum.no(EditPlace, place="p1", name="The yard") == "place-name-taken"
    assert forum.no(AddPlace, place="a b", name="A") == "bad-id"
    assert forum.no(AddPlace, place="long", name="廊" * 61) == "text-too-long"
    assert forum.no(AddPlace, place="minus", name="M", seats=-1) == "number-range"
    assert forum.no(AddPlace, place="huge", name="H", seats=10_001) == "number-range"


def test_a_place_is_renamed_where_it_is() -> None:
    """It keeps its order among the places; changing nothing is refused."""
    forum = Forum()
    forum.send(EditPlace, place="p2", name="Gallery", seats=9)
    assert [place.name for place in forum.meeting.matrix.places.values()][1] == "Gallery"
    assert forum.no(EditPlace, place="p2", name="Gallery", seats=9) == "nothing-to-correct"
    assert forum.no(EditPlace, place="p9", name="Gallery") == "unknown-place"


def test_a_place_goes_only_when_nothing_hangs_in_it_and_nobody_was_counted_there() -> None:
    """No topic loses its place without a word, also one that was not held; a count keeps its place."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(NotHeld, topic="a")
    refusal = forum.refusal(RemovePlace, place="p1")
    assert (refusal.code, refusal.facts["topics"]) == ("place-in-use", [1])
    forum.send(CountHeads, heads=3, place="p2", slot="s1")
    assert forum.no(RemovePlace, place="p2") == "place-was-used"
    forum.send(RemovePlace, place="p3")
    assert list(forum.meeting.matrix.places) == ["p1", "p2"]
    assert forum.no(RemovePlace, place="p3") == "unknown-place"


def test_slots_stand_in_the_order_of_time_with_their_breaks() -> None:
    """Whenever a slot was entered, its number is by time; the break is what lies between."""
    forum = Forum()
    forum.send(AddSlot, slot="early", begins=at(0.5), minutes=20, title=" Warm-up ")
    matrix = forum.meeting.matrix
    assert list(matrix.slots) == ["early", "s1", "s2", "s3"]
    assert (matrix.number("s1"), matrix.slot("early").title) == (2, "Warm-up")
    assert matrix.gap_before("early") is None
    assert matrix.gap_before("s1") == timedelta(minutes=10)
    forum.send(EditSlot, slot="early", begins=at(5), minutes=20)
    assert list(forum.meeting.matrix.slots) == ["s1", "s2", "s3", "early"]


@pytest.mark.parametrize(
    ("begins", "minutes", "code"),
    [
        (at(6), 0, "number-range"),
        (at(6), -5, "number-range"),
        (at(6), 24 * 60 + 1, "number-range"),
        (at(6).replace(tzinfo=None), 50, "time-without-zone"),
        (at(1.5), 50, "slots-overlap"),
        (at(0.5), 24 * 60, "slots-overlap"),
        (at(24 * 365), 50, "slot-far-off"),
        (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), 1440, "slot-far-off"),
        (datetime(1, 1, 1, tzinfo=UTC), 1440, "slot-far-off"),
    ],
)
def test_a_slot_takes_some_time_and_runs_alone(begins: datetime, minutes: int, code: str) -> None:
    """Zero minutes, a year typed wrong and two slots at once are refused, new or edited."""
    forum = Forum()
    assert forum.no(AddSlot, slot="s9", begins=begins, minutes=minutes) == code
    assert forum.no(EditSlot, slot="s3", begins=begins, minutes=minutes) == code


def test_slots_may_follow_without_a_break() -> None:
    """One ends when the next begins."""
    forum = Forum()
    forum.send(EditSlot, slot="s1", begins=at(1), minutes=60)
    assert forum.meeting.matrix.gap_before("s2") == timedelta()
    assert forum.no(EditSlot, slot="s1", begins=at(1), minutes=60) == "nothing-to-correct"
    assert forum.no(EditSlot, slot="s9", begins=at(9), minutes=60) == "unknown-slot"
    assert forum.no(AddSlot, slot="s1", begins=at(9), minutes=60) == "slot-exists"
    long = {"begins": at(9), "minutes": 60, "title": "场" * 61}
    assert forum.no(AddSlot, slot="s9", **long) == "text-too-long"
    assert forum.no(EditSlot, slot="s1", **long) == "text-too-long"


def test_a_slot_goes_only_when_it_is_empty_and_was_not_held() -> None:
    """Topics are moved first; a round that was held, or counted in, stays."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    refusal = forum.refusal(RemoveSlot, slot="s1")
    assert (refusal.code, refusal.facts["topics"]) == ("slot-in-use", [1])
    forum.send(CountHeads, heads=3, place="p2", slot="s2")
    assert forum.no(RemoveSlot, slot="s2") == "slot-in-use"
    forum.to("rounds")
    forum.hold("s3")
    assert forum.no(RemoveSlot, slot="s3") == "slot-in-use"
    forum.send(AddSlot, slot="s4", begins=at(8), minutes=5)
    forum.send(RemoveSlot, slot="s4")
    assert forum.no(RemoveSlot, slot="s4") == "unknown-slot"


def test_slots_go_with_a_meeting_that_is_called_for_another_day() -> None:
    """A week later they are a week later; another room or title moves nothing."""
    forum = Forum("invite")
    week = timedelta(days=7)
    before = {slot.id: slot.begins for slot in forum.meeting.matrix.slots.values()}
    forum.send(RescheduleMeeting, planned=forum.meeting.call.planned + week, reason="rain")
    after = {slot.id: slot.begins for slot in forum.meeting.matrix.slots.values()}
    assert after == {name: begins + week for name, begins in before.items()}
    told = forum.send(RescheduleMeeting, place="The other hall")
    assert not any(isinstance(event, SlotEdited) for event in told)
    end_of_time = forum.meeting.call.planned.replace(year=9999, month=12, day=31)
    assert forum.no(RescheduleMeeting, planned=end_of_time, reason="rain") == "number-range"
