"""What people had better talk about at the wall: found and told, never settled by the program."""

from __future__ import annotations

from facilitator.meeting.forum.clashes import Clash, ClashKind, clashes, clashes_at
from facilitator.meeting.forum.interest import CountInterest, SignUp
from facilitator.meeting.forum.matrix import EditPlace
from facilitator.meeting.forum.placing import HalveTopic, PlaceTopic
from facilitator.meeting.forum.topics import NotHeld
from facilitator.meeting.forum.wall import Spot
from tests.meeting.forum.forum import Forum, spots

TWICE, FIELD = ClashKind.CONVENER_TWICE, ClashKind.FIELD_TWICE
SMALL, BOTH = ClashKind.TOO_SMALL, ClashKind.BOTH_WANTED


def test_two_topics_on_one_field_and_a_convener_in_two_places_are_allowed_and_told() -> None:
    """Both cards hang where they were put; the reasons stand beside them."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p1 s1", "h3")
    forum.topic("c", "p2 s1", "h3", "h2")
    assert clashes(forum.meeting) == [
        Clash(FIELD, "s1", ("a", "b"), place="p1"),
        Clash(TWICE, "s1", ("a", "c"), people=("h2",)),
        Clash(TWICE, "s1", ("b", "c"), people=("h3",)),
    ]
    assert [spots(forum.now(name)) for name in "abc"] == [
        [("p1", "s1", 0)],
        [("p1", "s1", 0)],
        [("p2", "s1", 0)],
    ]


def test_halves_of_a_slot_do_not_meet_and_a_whole_meets_both() -> None:
    """Who shares a slot a half each is in nobody's way."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p1 s1")
    forum.send(HalveTopic, topic="a", half=1)
    assert [clash.kind for clash in clashes(forum.meeting)] == [TWICE, FIELD]
    forum.send(HalveTopic, topic="b", half=2)
    assert clashes(forum.meeting) == []


def test_more_than_a_place_holds_is_told_with_both_numbers() -> None:
    """As many as there are seats still fit; where nobody counted the seats nothing is said."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(CountInterest, topic="a", heads=4)
    assert clashes(forum.meeting) == []
    forum.send(CountInterest, topic="a", heads=5)
    assert clashes(forum.meeting) == [Clash(SMALL, "s1", ("a",), place="p1", wanted=5, seats=4)]
    forum.send(EditPlace, place="p1", name="Room 1", seats=0)
    assert clashes(forum.meeting) == []


def test_the_same_people_under_two_topics_of_a_slot_are_told_from_three_on() -> None:
    """Two in both may choose; three are worth a word."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p2 s1", "h3")
    for person in ("h4", "h5", "h6"):
        forum.send(SignUp, topic="a", person=person)
    for person in ("h5", "h4", "h7"):
        forum.send(SignUp, topic="b", person=person)
    assert clashes(forum.meeting) == []
    forum.send(SignUp, topic="b", person="h6")
    assert clashes(forum.meeting) == [Clash(BOTH, "s1", ("a", "b"), people=("h4", "h5", "h6"))]


def test_what_is_not_held_is_in_nobody_s_way() -> None:
    """Neither is what hangs in another slot."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p1 s1")
    forum.topic("c", "p1 s2")
    forum.send(NotHeld, topic="b")
    assert clashes(forum.meeting) == []


def test_a_field_can_be_tried_before_a_card_is_put_there() -> None:
    """What would be told if it hung there instead; the wall itself stays as it is."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "p1 s2")
    a = forum.now("a")
    found = clashes_at(forum.meeting, a, Spot("p1", "s2"))
    assert [(clash.kind, clash.topics) for clash in found] == [
        (TWICE, ("b", "a")),
        (FIELD, ("b", "a")),
    ]
    assert clashes_at(forum.meeting, a, Spot("p2", "s1")) == []
    forum.topic("tray")
    forum.send(CountInterest, topic="tray", heads=9)
    tried = clashes_at(forum.meeting, forum.now("tray"), Spot("p3", "s3"))
    assert [clash.kind for clash in tried] == [SMALL]
    assert clashes(forum.meeting) == []
    forum.send(PlaceTopic, topic="tray", place="p3", slot="s3")
    assert clashes(forum.meeting) == tried
