"""Topics that become one, or several; and the way back, step by step."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.meeting.forum.convergence import ChooseWay, EnterDots, Way
from facilitator.meeting.forum.interest import ScreenTopics
from facilitator.meeting.forum.matrix import RemovePlace, RemoveSlot
from facilitator.meeting.forum.merging import (
    DeedTakenBack,
    MergeTopic,
    Piece,
    SplitTopic,
    TakeBack,
)
from facilitator.meeting.forum.placing import (
    HalveTopic,
    MoveTopic,
    ParkTopic,
    PlaceTopic,
    SecondSlot,
    SwapTopics,
    TakeOff,
)
from facilitator.meeting.forum.reports import PostReport
from facilitator.meeting.forum.topics import (
    ChangeConveners,
    EditTopic,
    HoldAfterAll,
    NotHeld,
    PostTopic,
    WithdrawTopic,
)
from facilitator.meeting.forum.wall import TopicState
from tests.meeting.forum.forum import PEOPLE, Forum, spots

BOTH = ("h2", "h3")


def pieces(*names: str) -> tuple[Piece, ...]:
    return tuple(Piece(name, f"Piece {name}", ("h4",)) for name in names)


def pair() -> Forum:
    """Topic a of h2 hangs, b of h3 waits in the tray."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b", "", "h3")
    return forum


@pytest.mark.parametrize("agreed", [(), ("h2",), ("h3",), ("h4", "h5")])
def test_without_every_convener_there_is_no_merge(agreed: tuple[str, ...]) -> None:
    """Nobody else agrees in their stead; who is missing is said."""
    forum = pair()
    refusal = forum.refusal(MergeTopic, topic="a", into="b", agreed=agreed)
    assert refusal.code == "conveners-not-agreed"
    assert refusal.facts["members"] == [one for one in BOTH if one not in agreed]
    assert refusal.facts["topics"] == [1, 2]


def test_a_merged_topic_stays_readable_and_its_conveners_go_with_it() -> None:
    """Under its own number; those who convened both do so once."""
    forum = pair()
    forum.send(ChangeConveners, topic="b", conveners=("h3", "h2"))
    (event,) = forum.send(MergeTopic, topic="a", into="b", agreed=(*BOTH, "h2", "h5"))
    assert event.agreed == ("h2", "h3", "h5")
    a, b = forum.now("a"), forum.now("b")
    assert (a.state, a.into, a.spots, a.conveners) == (TopicState.MERGED, "b", (), ("h2",))
    assert b.conveners == ("h3", "h2")
    assert [topic.id for topic in forum.meeting.wall.counted()] == ["b"]
    assert forum.no(PlaceTopic, topic="a", place="p1", slot="s1") == "topic-gone"


def test_what_was_merged_twice_is_part_of_the_last() -> None:
    """Where a goes into b and b into c, both go on in c, and so do all conveners."""
    forum = pair()
    forum.topic("c", "", "h4")
    forum.send(MergeTopic, topic="a", into="b", agreed=BOTH)
    forum.send(MergeTopic, topic="b", into="c", agreed=(*BOTH, "h4"))
    wall = forum.meeting.wall
    assert [topic.id for topic in wall.merged_into("c")] == ["a", "b"]
    assert [topic.id for topic in wall.merged_into("b")] == ["a"]
    assert wall.merged_into("a") == []
    assert forum.now("c").conveners == ("h4", "h3", "h2")


def test_what_cannot_be_merged() -> None:
    """A topic into itself, into one that is gone, with a stranger's consent, with too many conveners."""
    forum = pair()
    assert forum.no(MergeTopic, topic="a", into="a", agreed=("h2",)) == "merge-with-itself"
    assert forum.no(MergeTopic, topic="a", into="x", agreed=BOTH) == "unknown-topic"
    assert forum.no(MergeTopic, topic="a", into="b", agreed=(*BOTH, "stranger")) == "not-a-member"
    forum.topic("many", "", *PEOPLE)
    forum.topic("guests", "", "guest")
    crowd = (*PEOPLE, "guest")
    assert forum.no(MergeTopic, topic="guests", into="many", agreed=crowd) == "number-range"
    forum.send(NotHeld, topic="b")
    assert forum.no(MergeTopic, topic="a", into="b", agreed=BOTH) == "topic-gone"


def test_a_topic_that_was_reported_on_takes_others_in_and_goes_into_none() -> None:
    """What stands on a topic stays where it is."""
    forum = pair()
    forum.reported("r")
    assert forum.no(MergeTopic, topic="r", into="b", agreed=BOTH) == "topic-reported"
    assert (
        forum.no(SplitTopic, topic="r", pieces=pieces("x", "y"), agreed=("h2",)) == "topic-reported"
    )
    forum.send(MergeTopic, topic="b", into="r", agreed=BOTH)
    assert forum.now("r").conveners == BOTH


def test_a_split_makes_topics_of_their_own() -> None:
    """They follow in the numbers, say where they came from, and wait in the tray."""
    forum = pair()
    forum.send(SplitTopic, topic="a", pieces=pieces("x", "y"), agreed=("h2",))
    assert (forum.now("a").state, forum.now("a").spots) == (TopicState.SPLIT, ())
    x, y = forum.now("x"), forum.now("y")
    assert [(one.number, one.came_from, one.conveners) for one in (x, y)] == [
        (3, "a", ("h4",)),
        (4, "a", ("h4",)),
    ]
    assert [topic.id for topic in forum.meeting.wall.tray()] == ["b", "x", "y"]
    assert forum.topic("z").number == 5


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (pieces("x"), "number-range"),
        (pieces(*"qrstuvw"), "number-range"),
        (pieces("x", "x"), "topic-exists"),
        (pieces("x", "b"), "topic-exists"),
        ((Piece("x", " ", ("h4",)), *pieces("y")), "text-missing"),
        ((Piece("x", "字" * 5000, ("h4",)), *pieces("y")), "text-too-long"),
        ((Piece("x", "X", ()), *pieces("y")), "no-convener"),
        ((Piece("x", "X", ("h4", "h4")), *pieces("y")), "convener-twice"),
    ],
)
def test_pieces_are_as_good_as_topics(made: tuple[Piece, ...], code: str) -> None:
    """Two at least, each with a name, a title and a convener; and the conveners agree."""
    forum = pair()
    assert forum.no(SplitTopic, topic="a", pieces=made, agreed=("h2",)) == code
    assert (
        forum.no(SplitTopic, topic="a", pieces=pieces("x", "y"), agreed=())
        == "conveners-not-agreed"
    )


DEEDS: list[tuple[type, dict[str, Any]]] = [
    (EditTopic, {"topic": "a", "title": "Other"}),
    (ChangeConveners, {"topic": "a", "conveners": ("h5",)}),
    (WithdrawTopic, {"topic": "a", "reason": "r"}),
    (NotHeld, {"topic": "a"}),
    (HoldAfterAll, {"topic": "n"}),
    (PlaceTopic, {"topic": "k", "place": "p2", "slot": "s1"}),
    (SecondSlot, {"topic": "a", "place": "p2", "slot": "s2"}),
    (MoveTopic, {"topic": "a", "place": "p2", "slot": "s1"}),
    (SwapTopics, {"first": "a", "second": "c"}),
    (HalveTopic, {"topic": "a", "half": 1}),
    (TakeOff, {"topic": "a"}),
    (TakeOff, {"topic": "k"}),
    (ParkTopic, {"topic": "a", "reason": "r"}),
    (ScreenTopics, {"keep": ("b", "k")}),
    (MergeTopic, {"topic": "a", "into": "b", "agreed": BOTH}),
    (SplitTopic, {"topic": "a", "pieces": pieces("x", "y"), "agreed": ("h2",)}),
    (PostTopic, {"topic": "z", "title": "Z", "conveners": ("h2",)}),
]


@pytest.mark.parametrize(("kind", "fields"), DEEDS, ids=lambda one: getattr(one, "__name__", ""))
def test_whatever_was_done_is_taken_back_exactly(kind: type, fields: dict[str, Any]) -> None:
    """Every topic is as it was; what the deed created stays readable as taken back, with its number.

    The event tells the same to whoever reads nothing but events.
    """
    forum = pair()
    forum.topic("c", "p2 s2", "h6")
    forum.topic("k")
    forum.send(ParkTopic, topic="k", reason="later")
    forum.topic("n", "p3 s3")
    forum.send(NotHeld, topic="n", reason="nobody")
    before = dict(forum.meeting.wall.topics)
    deeds = list(forum.meeting.wall.deeds)
    forum.send(kind, **fields)
    changed = {k: v for k, v in forum.meeting.wall.topics.items() if before.get(k) != v}
    assert changed
    (event,) = forum.send(TakeBack, deed=forum.meeting.wall.deeds[-1].number)
    after = forum.meeting.wall.topics
    assert {name: topic for name, topic in after.items() if name in before} == before
    assert {after[name].state for name in after.keys() - before} <= {TopicState.TAKEN_BACK}
    assert forum.meeting.wall.deeds == deeds
    _says_the_same(forum, event)
    assert set(changed) <= set(event.topics)


def _says_the_same(forum: Forum, event: DeedTakenBack) -> None:
    assert event.topics == tuple(one.topic for one in event.now)
    for one in event.now:
        topic = forum.now(one.topic)
        told = [(field.place, field.slot, field.half) for field in one.spots]
        assert (one.state, one.title, one.conveners) == (topic.state, topic.title, topic.conveners)
        assert (one.why, told, one.reason) == (topic.why, spots(topic), topic.reason)
        assert topic.into == ""


def test_deeds_are_taken_back_in_turn() -> None:
    """The last first, then the one before; one in the middle is refused, and none is left at the end."""
    forum = Forum()
    assert forum.no(TakeBack) == "nothing-to-take-back"
    forum.topic("a", "p1 s1")
    first, last = forum.meeting.wall.deeds
    refusal = forum.refusal(TakeBack, deed=first.number)
    assert (refusal.code, refusal.facts["last"]) == ("not-the-last-deed", last.number)
    forum.send(TakeBack, deed=last.number)
    assert forum.meeting.wall.tray() == [forum.now("a")]
    forum.send(TakeBack)
    assert forum.now("a").state is TopicState.TAKEN_BACK
    assert forum.no(TakeBack) == "nothing-to-take-back"
    assert forum.no(PlaceTopic, topic="a", place="p1", slot="s1") == "topic-gone"
    assert forum.topic("b").number == 2


@pytest.mark.parametrize(
    ("kind", "field", "code"),
    [(RemovePlace, "place", "unknown-place"), (RemoveSlot, "slot", "unknown-slot")],
)
def test_nothing_goes_back_to_a_field_that_is_gone(kind: type, field: str, code: str) -> None:
    """The topic stays where it is, in the tray, and can be placed anew."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(TakeOff, topic="a")
    forum.send(kind, **{field: {"place": "p1", "slot": "s1"}[field]})
    assert forum.no(TakeBack) == code
    forum.send(PlaceTopic, topic="a", place="p2", slot="s2")


def test_a_topic_with_a_report_is_not_taken_back_to_where_none_can_be() -> None:
    """Not to its posting, not to parked, not to not held: the report stands on it as it is."""
    forum = Forum()
    forum.reported("posted")
    assert forum.no(TakeBack) == "topic-reported"
    forum.topic("parked")
    forum.send(ParkTopic, topic="parked")
    forum.send(TakeOff, topic="parked")
    forum.send(PostReport, topic="parked")
    assert forum.no(TakeBack) == "topic-reported"
    forum.topic("held")
    forum.send(NotHeld, topic="held")
    forum.send(HoldAfterAll, topic="held")
    forum.send(PostReport, topic="held")
    assert forum.no(TakeBack) == "topic-reported"
    forum.send(EditTopic, topic="held", title="Other")
    forum.send(TakeBack)
    assert forum.now("held").title == "Title held"


def test_a_piece_with_dots_keeps_its_split() -> None:
    """What stands on something that a deed created keeps the deed."""
    forum = pair()
    forum.send(SplitTopic, topic="a", pieces=pieces("x", "y"), agreed=("h2",))
    forum.to("focus")
    forum.send(ChooseWay, way=Way.DOTS, each=5, people=10)
    forum.send(EnterDots, topic="y", dots=1)
    assert forum.no(TakeBack) == "topic-in-focus"
    forum.send(EnterDots, topic="y", dots=0)
    forum.send(TakeBack)
    assert spots(forum.now("a")) == [("p1", "s1", 0)]
