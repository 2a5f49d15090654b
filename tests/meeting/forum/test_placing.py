"""Where topics hang: placed, moved, swapped, halved, given a second slot, taken off, parked."""

from __future__ import annotations

from facilitator.meeting.forum.placing import (
    HalveTopic,
    MoveTopic,
    ParkTopic,
    PlaceTopic,
    SecondSlot,
    SwapTopics,
    TakeOff,
)
from facilitator.meeting.forum.wall import TopicState
from tests.meeting.forum.forum import Forum, spots


def test_two_topics_may_hang_in_one_field() -> None:
    """The wall says so and people settle it; both stand there, the lower number first."""
    forum = Forum()
    forum.topic("a")
    forum.topic("b", "p1 s1")
    forum.send(PlaceTopic, topic="a", place="p1", slot="s1")
    assert [topic.id for topic in forum.meeting.wall.at("p1", "s1")] == ["a", "b"]


def test_only_what_hangs_nowhere_is_placed_and_only_where_there_is_a_field() -> None:
    """What hangs already is moved; unknown topics, places and slots are refused."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b")
    assert forum.no(PlaceTopic, topic="a", place="p2", slot="s2") == "already-on-wall"
    assert forum.no(PlaceTopic, topic="b", place="p9", slot="s2") == "unknown-place"
    assert forum.no(PlaceTopic, topic="b", place="p2", slot="s9") == "unknown-slot"
    assert forum.no(PlaceTopic, topic="x", place="p2", slot="s2") == "unknown-topic"


def test_a_topic_gets_a_second_slot_but_not_twice_the_same() -> None:
    """A topic meets once in a slot, wherever."""
    forum = Forum()
    forum.topic("b")
    assert forum.no(SecondSlot, topic="b", place="p1", slot="s1") == "not-on-wall"
    forum.topic("a", "p1 s1")
    refusal = forum.refusal(SecondSlot, topic="a", place="p2", slot="s1")
    assert (refusal.code, refusal.facts["slot"]) == ("topic-twice-in-slot", 1)
    forum.send(SecondSlot, topic="a", place="p2", slot="s2")
    assert spots(forum.now("a")) == [("p1", "s1", 0), ("p2", "s2", 0)]
    assert forum.no(MoveTopic, topic="a", place="p3", slot="s3") == "which-slot"
    assert forum.no(MoveTopic, topic="a", place="p3", slot="s3", from_slot="s3") == "not-in-slot"
    assert (
        forum.no(MoveTopic, topic="a", place="p3", slot="s2", from_slot="s1")
        == "topic-twice-in-slot"
    )
    forum.send(MoveTopic, topic="a", place="p3", slot="s3", from_slot="s1")
    assert spots(forum.now("a")) == [("p3", "s3", 0), ("p2", "s2", 0)]


def test_a_move_keeps_its_half_within_the_slot_alone() -> None:
    """In the next room it still takes the second half; in another slot it has the whole again."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(HalveTopic, topic="a", half=2)
    (moved,) = forum.send(MoveTopic, topic="a", place="p2", slot="s1")
    assert (moved.old.place, moved.field.place) == ("p1", "p2")
    assert spots(forum.now("a")) == [("p2", "s1", 2)]
    assert forum.no(MoveTopic, topic="a", place="p2", slot="s1") == "nothing-to-correct"
    forum.send(MoveTopic, topic="a", place="p2", slot="s2")
    assert spots(forum.now("a")) == [("p2", "s2", 0)]
    forum.topic("b")
    assert forum.no(MoveTopic, topic="b", place="p1", slot="s1") == "not-on-wall"


def test_two_groups_share_a_slot_a_half_each() -> None:
    """First halves stand first, whatever their number; a whole is taken back; there are two halves only."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p1 s1")
    forum.send(HalveTopic, topic="a", half=2, slot="s1")
    forum.send(HalveTopic, topic="b", half=1)
    assert [topic.id for topic in forum.meeting.wall.at("p1", "s1")] == ["b", "a"]
    assert forum.meeting.wall.fields() == {("p1", "s1"): forum.meeting.wall.at("p1", "s1")}
    assert forum.no(HalveTopic, topic="a", half=2) == "nothing-to-correct"
    assert forum.no(HalveTopic, topic="a", half=3) == "number-range"
    assert forum.no(HalveTopic, topic="a", half=-1) == "number-range"
    forum.send(HalveTopic, topic="a", half=0)
    assert spots(forum.now("a")) == [("p1", "s1", 0)]


def test_two_topics_change_places_with_their_halves() -> None:
    """Each sits where the other sat, also in another slot."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p2 s2")
    forum.send(HalveTopic, topic="b", half=1)
    forum.send(SwapTopics, first="a", second="b")
    assert spots(forum.now("a")) == [("p2", "s2", 1)]
    assert spots(forum.now("b")) == [("p1", "s1", 0)]


def test_halves_of_one_field_change_places() -> None:
    """The order within a slot is changed by one swap; two wholes in one field have nothing to change."""
    forum = Forum()
    for name in ("a", "b"):
        forum.topic(name, "p1 s1")
    assert forum.no(SwapTopics, first="a", second="b") == "nothing-to-correct"
    forum.send(HalveTopic, topic="a", half=1)
    forum.send(HalveTopic, topic="b", half=2)
    forum.send(SwapTopics, first="a", second="b")
    assert [spots(forum.now(name)) for name in ("a", "b")] == [[("p1", "s1", 2)], [("p1", "s1", 1)]]


def test_a_swap_leaves_nobody_twice_in_a_slot() -> None:
    """Neither of the two may sit in the other's slot already; nothing changes places with itself."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p2 s2")
    forum.topic("c")
    forum.send(SecondSlot, topic="a", place="p3", slot="s2")
    assert forum.no(SwapTopics, first="a", second="a") == "swap-with-itself"
    assert forum.no(SwapTopics, first="a", second="c", first_slot="s1") == "not-on-wall"
    assert forum.no(SwapTopics, first="a", second="b") == "which-slot"
    assert forum.no(SwapTopics, first="a", second="b", first_slot="s1") == "topic-twice-in-slot"
    assert forum.no(SwapTopics, first="b", second="a", second_slot="s1") == "topic-twice-in-slot"
    forum.send(SwapTopics, first="a", second="b", first_slot="s2")
    assert spots(forum.now("a")) == [("p1", "s1", 0), ("p2", "s2", 0)]


def test_a_topic_goes_back_to_the_tray_whole_or_by_one_sitting() -> None:
    """With a slot, only that sitting goes."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(SecondSlot, topic="a", place="p2", slot="s2")
    forum.send(TakeOff, topic="a", slot="s1")
    assert spots(forum.now("a")) == [("p2", "s2", 0)]
    assert forum.no(TakeOff, topic="a", slot="s1") == "not-in-slot"
    forum.send(TakeOff, topic="a")
    assert forum.meeting.wall.tray() == [forum.now("a")]
    assert forum.no(TakeOff, topic="a") == "not-on-wall"


def test_a_parked_topic_waits_with_its_reason_and_comes_back() -> None:
    """Back to the tray, or from the parking area straight to a field; the reason goes then."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    (event,) = forum.send(ParkTopic, topic="a", reason="later")
    assert [field.place for field in event.old] == ["p1"]
    a = forum.now("a")
    assert (a.state, a.reason, a.spots) == (TopicState.PARKED, "later", ())
    assert forum.meeting.wall.parked() == [a]
    assert forum.no(ParkTopic, topic="a") == "already-parked"
    assert forum.no(MoveTopic, topic="a", place="p1", slot="s1") == "not-on-wall"
    forum.send(TakeOff, topic="a")
    assert (forum.now("a").state, forum.now("a").reason) == (TopicState.OPEN, "")
    forum.send(ParkTopic, topic="a")
    forum.send(PlaceTopic, topic="a", place="p3", slot="s3")
    assert spots(forum.now("a")) == [("p3", "s3", 0)]
    assert forum.now("a").state is TopicState.OPEN
