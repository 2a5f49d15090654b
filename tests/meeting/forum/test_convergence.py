"""Focus: dots with their control sum, clusters, or the space opened again."""

from __future__ import annotations

import pytest

from facilitator.meeting.forum.convergence import (
    ChangeCluster,
    ChooseWay,
    CloseDots,
    DissolveCluster,
    EnterDots,
    FormCluster,
    Way,
    ranking,
)
from facilitator.meeting.forum.placing import ParkTopic
from facilitator.meeting.forum.topics import NotHeld, WithdrawTopic
from tests.meeting.forum.forum import Forum


def dotted(*names: str, **dots: int) -> Forum:
    """A forum with five dots for each of ten people, and so many on each topic."""
    forum = Forum()
    for name in (*names, *dots):
        forum.topic(name)
    forum.to("focus")
    forum.send(ChooseWay, way=Way.DOTS, each=5, people=10)
    for name, count in dots.items():
        forum.send(EnterDots, topic=name, dots=count)
    return forum


def test_dots_know_the_sum_they_are_checked_by() -> None:
    """So many each of so many people; impossible numbers are refused."""
    forum = Forum("focus")
    assert forum.no(EnterDots, topic="a", dots=1) == "no-dots-here"
    assert forum.no(CloseDots) == "no-dots-here"
    for each, people in ((0, 10), (101, 10), (5, 0), (5, 100_001)):
        assert forum.no(ChooseWay, way=Way.DOTS, each=each, people=people) == "number-range"
    forum.send(ChooseWay, way=Way.DOTS, each=5, people=10)
    assert (forum.meeting.convergence.expected, forum.meeting.convergence.counted) == (50, 0)
    assert forum.no(ChooseWay, way=Way.DOTS, each=5, people=10) == "nothing-to-correct"
    forum.send(ChooseWay, way=Way.DOTS, each=3, people=10)
    assert forum.meeting.convergence.expected == 30


def test_the_space_is_opened_again_without_votes() -> None:
    """Chosen once, changed while no dot was entered, and no dots are taken then."""
    forum = dotted("a")
    forum.send(ChooseWay, way=Way.REOPEN, each=9, people=9)
    focus = forum.meeting.convergence
    assert (focus.reopened, focus.expected) == (True, 0)
    assert forum.no(ChooseWay, way=Way.REOPEN) == "nothing-to-correct"
    assert forum.no(EnterDots, topic="a", dots=1) == "no-dots-here"
    forum.send(ChooseWay, way=Way.DOTS, each=5, people=10)
    forum.send(EnterDots, topic="a", dots=1)
    assert forum.no(ChooseWay, way=Way.REOPEN) == "dots-entered"
    forum.send(EnterDots, topic="a", dots=0)
    forum.send(ChooseWay, way=Way.REOPEN)


def test_dots_that_do_not_add_up_are_kept_and_flagged() -> None:
    """The sum that was found stands beside the sum there had to be; nothing is bent to fit."""
    forum = dotted(a=20, b=29)
    assert not forum.meeting.convergence.fits
    (event,) = forum.send(CloseDots)
    assert (event.counted, event.expected) == (49, 50)
    assert forum.meeting.convergence.dots == {"a": 20, "b": 29}
    assert forum.no(CloseDots) == "dots-closed"
    assert forum.no(ChooseWay, way=Way.REOPEN) == "dots-entered"
    assert forum.no(EnterDots, topic="b", dots=30) == "text-missing"
    forum.send(EnterDots, topic="b", dots=30, reason="one had slipped")
    assert forum.meeting.convergence.fits
    (change,) = forum.meeting.convergence.changes
    assert (change.field, change.old, change.new) == ("b", "29", "30")


def test_a_number_typed_wrong_is_typed_again_before_the_close() -> None:
    """The old number is in the event; saying the same twice is refused, nought the first time is not."""
    forum = dotted("a", b=3)
    (event,) = forum.send(EnterDots, topic="b", dots=4)
    assert event.old == 3
    forum.send(EnterDots, topic="a", dots=0)
    assert forum.no(EnterDots, topic="a", dots=0) == "nothing-to-correct"
    assert forum.no(EnterDots, topic="a", dots=-1) == "number-range"
    assert forum.no(EnterDots, topic="a", dots=1_000_001) == "number-range"
    assert forum.no(EnterDots, topic="x", dots=1) == "unknown-topic"
    assert forum.meeting.convergence.changes == []


def test_every_topic_that_stands_for_itself_is_in_the_ranking() -> None:
    """1, 2, 2, 4: parked ones and those not held too, for every topic stays in the book."""
    forum = dotted("gone", a=2, b=9, c=2, d=0)
    forum.send(ParkTopic, topic="a")
    forum.send(NotHeld, topic="c")
    forum.send(WithdrawTopic, topic="gone", reason="r")
    assert forum.no(EnterDots, topic="gone", dots=1) == "topic-gone"
    told = [(one.topic.id, one.dots, one.rank) for one in ranking(forum.meeting)]
    assert told == [("b", 9, 1), ("a", 2, 2), ("c", 2, 2), ("d", 0, 4)]


def test_a_topic_is_in_one_cluster_at_most() -> None:
    """Conveners put together what belongs together; an initiator may take it further."""
    forum = dotted("a", "b", "c")
    forum.send(FormCluster, cluster="k1", title=" Streets ", topics=("a", "b"), initiator="h5")
    focus = forum.meeting.convergence
    assert (focus.cluster("k1").title, focus.cluster("k1").initiator) == ("Streets", "h5")
    assert focus.cluster_of("b") == focus.cluster("k1")
    assert focus.cluster_of("c") is None
    refusal = forum.refusal(FormCluster, cluster="k2", title="Dogs", topics=("c", "b"))
    assert (refusal.code, refusal.facts["title"]) == ("topic-in-cluster", "Streets")
    forum.send(ChangeCluster, cluster="k1", title="Streets", topics=("b", "c"))
    assert focus.cluster_of("a") is None
    same = {"cluster": "k1", "title": "Streets", "topics": ("b", "c")}
    assert forum.no(ChangeCluster, **same) == "nothing-to-correct"
    forum.send(DissolveCluster, cluster="k1")
    assert focus.clusters == {}
    assert forum.no(DissolveCluster, cluster="k1") == "unknown-cluster"
    assert forum.no(ChangeCluster, **same) == "unknown-cluster"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"cluster": "old"}, "cluster-exists"),
        ({"cluster": " "}, "bad-id"),
        ({"title": ""}, "text-missing"),
        ({"title": "字" * 121}, "text-too-long"),
        ({"topics": ()}, "cluster-empty"),
        ({"topics": ("a", "a")}, "topic-named-twice"),
        ({"topics": ("x",)}, "unknown-topic"),
        ({"initiator": "stranger"}, "not-a-member"),
    ],
)
def test_what_cannot_be_a_cluster_is_refused(fields: dict, code: str) -> None:
    """It has a title, topics that are there, each once, and an initiator whom people know."""
    forum = dotted("a", "b")
    forum.send(FormCluster, cluster="old", title="Old", topics=("b",))
    made = {"cluster": "new", "title": "New", "topics": ("a",), **fields}
    assert forum.no(FormCluster, **made) == code
