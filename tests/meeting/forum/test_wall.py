"""What the wall knows of its topics."""

from __future__ import annotations

from itertools import product

import pytest

from facilitator.acts import RuleViolation
from facilitator.meeting.forum.placing import HalveTopic, SecondSlot
from facilitator.meeting.forum.topics import NotHeld, WithdrawTopic
from facilitator.meeting.forum.wall import Spot
from tests.meeting.forum.forum import Forum


@pytest.mark.parametrize(("one", "other"), list(product(range(3), range(3))))
def test_two_sittings_meet_unless_they_take_different_halves(one: int, other: int) -> None:
    """Of one slot, wherever; sittings of two slots never meet."""
    meet = Spot("p1", "s1", one).meets(Spot("p2", "s1", other))
    assert meet == ({one, other} != {1, 2})
    assert not Spot("p1", "s1", one).meets(Spot("p1", "s2", other))


def test_a_topic_says_where_it_hangs() -> None:
    """In a place, in a slot, in both at once; or nowhere."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(SecondSlot, topic="a", place="p2", slot="s2")
    a = forum.now("a")
    assert a.is_in(place="p2")
    assert a.is_in(slot="s1")
    assert a.is_in(place="p1", slot="s1")
    assert not a.is_in(place="p2", slot="s1")
    assert a.spot("s2") == Spot("p2", "s2")
    assert not forum.topic("b").is_in()


def test_every_field_is_read_at_once_as_one_by_one() -> None:
    """First halves first, then by number, also of what is not held; empty fields are left out."""
    forum = Forum()
    for name in ("a", "b", "c"):
        forum.topic(name, "p1 s1")
    forum.topic("d", "p2 s3")
    forum.send(HalveTopic, topic="a", half=2)
    forum.send(HalveTopic, topic="c", half=1)
    forum.send(NotHeld, topic="b")
    wall = forum.meeting.wall
    assert [topic.id for topic in wall.at("p1", "s1")] == ["b", "c", "a"]
    assert wall.fields() == {
        ("p1", "s1"): wall.at("p1", "s1"),
        ("p2", "s3"): wall.at("p2", "s3"),
    }


def test_numbers_are_never_given_twice() -> None:
    """A topic that is gone keeps its number."""
    forum = Forum()
    forum.topic("a")
    forum.send(WithdrawTopic, topic="a", reason="r")
    assert forum.meeting.wall.next_number == 2
    assert not forum.now("a").live
    with pytest.raises(RuleViolation, match="topic-gone"):
        forum.meeting.wall.standing_topic("a")
    assert forum.topic("b") is forum.meeting.wall.standing_topic("b")
