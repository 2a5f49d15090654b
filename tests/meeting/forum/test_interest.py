"""Who wants to come to which topic, and what is hottest."""

from __future__ import annotations

import pytest

from facilitator.meeting.forum.interest import (
    CountInterest,
    ScreenTopics,
    SignOff,
    SignUp,
    cut,
    hottest,
)
from facilitator.meeting.forum.placing import ParkTopic
from facilitator.meeting.forum.rounds import StartRound
from facilitator.meeting.forum.topics import NotHeld, WithdrawTopic
from facilitator.meeting.forum.wall import TopicState
from tests.meeting.forum.forum import GUEST, Forum, spots


def warm(**wanted: int) -> Forum:
    """A forum whose topics so many want to come to."""
    forum = Forum()
    for name, heads in wanted.items():
        forum.topic(name)
        if heads:
            forum.send(CountInterest, topic=name, heads=heads)
    return forum


def test_a_later_count_stands_for_an_earlier_one_and_names_count_where_they_are_more() -> None:
    """What is typed and what is signed are two ways to say the same."""
    forum = warm(a=2)
    (event,) = forum.send(CountInterest, topic="a", heads=1)
    assert event.old == 2
    assert forum.meeting.interest.wanted("a") == 1
    for person in ("h2", "h3", GUEST):
        forum.send(SignUp, topic="a", person=person)
    assert forum.meeting.interest.wanted("a") == 3
    assert forum.meeting.interest.wanted("unheard of") == 0


@pytest.mark.parametrize("heads", [-1, 100_001])
def test_impossible_counts_are_refused(heads: int) -> None:
    """Fewer than nobody, or more than a town."""
    assert warm(a=0).no(CountInterest, topic="a", heads=heads) == "number-range"


def test_a_name_stands_once_under_a_topic_and_goes_again() -> None:
    """Known people only; what is gone takes no more names, but gives them back."""
    forum = warm(a=0)
    assert forum.no(SignUp, topic="a", person="stranger") == "not-a-member"
    assert forum.no(SignOff, topic="a", person="h2") == "not-signed-up"
    forum.send(SignUp, topic="a", person="h2")
    forum.send(SignUp, topic="a", person="h3")
    assert forum.no(SignUp, topic="a", person="h2") == "already-signed-up"
    forum.send(WithdrawTopic, topic="a", reason="r")
    assert forum.no(SignUp, topic="a", person="h4") == "topic-gone"
    assert forum.no(CountInterest, topic="a", heads=1) == "topic-gone"
    forum.send(SignOff, topic="a", person="h2")
    assert forum.meeting.interest.signed["a"] == ("h3",)


def test_equal_interest_has_equal_rank() -> None:
    """1, 2, 2, 4; by number among equals; what is gone or not held has no rank."""
    forum = warm(a=3, b=9, c=3, d=1, e=5, f=7)
    forum.send(WithdrawTopic, topic="e", reason="r")
    forum.send(NotHeld, topic="f")
    told = [(heat.topic.id, heat.wanted, heat.rank) for heat in hottest(forum.meeting)]
    assert told == [("b", 9, 1), ("a", 3, 2), ("c", 3, 2), ("d", 1, 4)]


@pytest.mark.parametrize(
    ("most", "kept", "tied"),
    [
        (-1, [], []),
        (0, [], []),
        (1, ["b"], []),
        (2, ["b"], ["a", "c"]),
        (3, ["b", "a", "c"], []),
        (4, ["b", "a", "c", "d"], []),
        (9, ["b", "a", "c", "d"], []),
    ],
)
def test_a_tie_at_the_cut_is_for_people_to_settle(
    most: int, kept: list[str], tied: list[str]
) -> None:
    """Nobody is chosen among equals by number or name."""
    heats = hottest(warm(a=3, b=9, c=3, d=1).meeting)
    first, level = cut(heats, most)
    assert ([h.topic.id for h in first], [h.topic.id for h in level]) == (kept, tied)


def test_screening_parks_the_others_and_brings_kept_ones_back() -> None:
    """The event tells where the parked ones had hung, and how many wanted those kept."""
    forum = warm(a=3, b=9, c=1)
    forum.topic("d", "p1 s1")
    forum.send(ParkTopic, topic="b", reason="later")
    (event,) = forum.send(ScreenTopics, keep=("b", "a"))
    assert (event.keep, event.heads, event.parked) == (("b", "a"), (9, 3), ("c", "d"))
    assert [(one.topic, one.place, one.slot) for one in event.old] == [("d", "p1", "s1")]
    states = {name: forum.now(name).state for name in "abcd"}
    assert states == {
        "a": TopicState.OPEN,
        "b": TopicState.OPEN,
        "c": TopicState.PARKED,
        "d": TopicState.PARKED,
    }
    assert forum.now("b").reason == ""
    assert forum.now("d").spots == ()


def test_screening_leaves_what_was_talked_about_where_it_hung() -> None:
    """A report, or a round that was held or is running: its place in the book is not wiped off."""
    forum = Forum()
    forum.topic("held", "p1 s1")
    forum.topic("on", "p2 s2")
    forum.topic("ahead", "p3 s3")
    forum.topic("kept")
    forum.reported("told")
    forum.hold("s1")
    forum.send(StartRound, slot="s2")
    (event,) = forum.send(ScreenTopics, keep=("kept",))
    assert event.parked == ("ahead",)
    assert spots(forum.now("held")) == [("p1", "s1", 0)]
    assert forum.now("told").state is TopicState.OPEN


@pytest.mark.parametrize(
    ("keep", "code"),
    [
        ((), "nothing-kept"),
        (("a", "a"), "topic-named-twice"),
        (("a", "b"), "nothing-to-screen"),
        (("x",), "unknown-topic"),
    ],
)
def test_a_screening_keeps_something_and_parks_something(keep: tuple[str, ...], code: str) -> None:
    """Neither none nor all, and each named once."""
    assert warm(a=1, b=1).no(ScreenTopics, keep=keep) == code
