"""Topics: posted, worded anew, convened by others, withdrawn, not held."""

from __future__ import annotations

import pytest

from facilitator.meeting.forum.convergence import ChooseWay, EnterDots, FormCluster, Way
from facilitator.meeting.forum.groups import DissolveGroup, FormGroup
from facilitator.meeting.forum.placing import ParkTopic
from facilitator.meeting.forum.topics import (
    ChangeConveners,
    EditTopic,
    HoldAfterAll,
    NotHeld,
    PostTopic,
    WithdrawTopic,
)
from facilitator.meeting.forum.wall import TopicState
from tests.meeting.forum.forum import GUEST, PEOPLE, Forum, spots


def test_everybody_posts_and_convenes_what_they_post() -> None:
    """Numbers follow one another; a guest posts like a member; a new topic waits in the tray."""
    forum = Forum()
    forum.topic("a")
    forum.send(
        PostTopic, topic="b", title=" Dogs ", conveners=(GUEST, "h3"), why="They bark.\nAll night."
    )
    wall = forum.meeting.wall
    b = wall.topic("b")
    assert (b.number, b.title, b.conveners, b.why) == (
        2,
        "Dogs",
        (GUEST, "h3"),
        "They bark.\nAll night.",
    )
    assert [topic.id for topic in wall.tray()] == ["a", "b"]
    assert not b.acting


@pytest.mark.parametrize(
    "title", ["<b>Dogs</b> & {cats} %s", "停车位怎么分？", "\\n #hash *bold* `x`"]
)
def test_markup_in_a_title_is_text(title: str) -> None:
    """What was typed is what stands, letter by letter."""
    forum = Forum()
    forum.send(PostTopic, topic="a", title=title, conveners=("h2",))
    assert forum.now("a").title == title


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "字" * 5000}, "text-too-long"),
        ({"title": "字" * 121}, "text-too-long"),
        ({"title": " "}, "text-missing"),
        ({"title": "two\nlines"}, "text-control"),
        ({"title": "\u202eback"}, "text-control"),
        ({"topic": "../x"}, "bad-id"),
        ({"topic": "first"}, "topic-exists"),
        ({"conveners": ()}, "no-convener"),
        ({"conveners": ("h2", "h2")}, "convener-twice"),
        ({"conveners": ("stranger",)}, "not-a-member"),
        ({"conveners": (*PEOPLE, GUEST)}, "number-range"),
    ],
)
def test_what_cannot_be_a_topic_is_refused(fields: dict, code: str) -> None:
    """A title of five thousand characters, nobody to convene it, somebody twice."""
    forum = Forum()
    forum.topic("first")
    made = {"topic": "a", "title": "A", "conveners": ("h2",), **fields}
    assert forum.no(PostTopic, **made) == code
    assert len(forum.meeting.wall.topics) == 1


def test_a_title_may_be_as_long_as_it_can_be_read() -> None:
    """A hundred and twenty characters are the most."""
    forum = Forum()
    forum.send(PostTopic, topic="a", title="字" * 120, conveners=("h2",))
    assert len(forum.now("a").title) == 120


def test_the_old_words_of_a_topic_stay_readable() -> None:
    """Each changed field is a change of its own, with the reason."""
    forum = Forum()
    forum.topic("a")
    forum.send(EditTopic, topic="a", title="New", why="Because.", reason="clearer")
    forum.send(EditTopic, topic="a", title="Newer", why="Because.")
    said = [(c.field, c.old, c.new, c.reason) for c in forum.now("a").changes]
    assert said == [
        ("title", "Title a", "New", "clearer"),
        ("why", "", "Because.", "clearer"),
        ("title", "New", "Newer", ""),
    ]
    assert forum.no(EditTopic, topic="a", title="Newer", why="Because.") == "nothing-to-correct"
    assert forum.no(EditTopic, topic="x", title="N") == "unknown-topic"


def test_a_topic_is_never_without_a_convener() -> None:
    """Others may convene it; the old ones stay in the record."""
    forum = Forum()
    forum.topic("a")
    assert forum.no(ChangeConveners, topic="a", conveners=()) == "no-convener"
    assert forum.no(ChangeConveners, topic="a", conveners=("h2",)) == "nothing-to-correct"
    forum.send(ChangeConveners, topic="a", conveners=("h3", "h2"), reason="asked for help")
    (change,) = forum.now("a").changes
    assert (change.field, change.old, change.new) == ("conveners", "h2", "h3 h2")


def test_a_withdrawn_topic_stays_readable_and_nothing_more_is_done_with_it() -> None:
    """It leaves its place and keeps number and reason."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    assert forum.no(WithdrawTopic, topic="a", reason=" ") == "text-missing"
    forum.send(WithdrawTopic, topic="a", reason="settled already")
    a = forum.now("a")
    assert (a.number, a.state, a.reason, a.spots) == (
        1,
        TopicState.WITHDRAWN,
        "settled already",
        (),
    )
    for kind in (EditTopic, ParkTopic, NotHeld, WithdrawTopic):
        fields = {"title": "T"} if kind is EditTopic else {"reason": "r"}
        refusal = forum.refusal(kind, topic="a", **fields)
        assert (refusal.code, refusal.facts["state"]) == ("topic-gone", "withdrawn")
    assert forum.topic("b").number == 2


def test_a_topic_that_something_stands_on_is_not_withdrawn() -> None:
    """A report, dots, a cluster, an action group: each keeps it. A group that was dissolved does not."""
    forum = Forum()
    for name in ("r", "d", "c", "g", "x"):
        forum.topic(name)
    forum.to("focus")
    forum.send(ChooseWay, way=Way.DOTS, each=5, people=10)
    forum.send(EnterDots, topic="d", dots=3)
    forum.send(EnterDots, topic="x", dots=0)
    forum.send(FormCluster, cluster="k", title="K", topics=("c",))
    forum.to("action")
    step = {"lead": "h2", "first_step": "Meet."}
    forum.send(FormGroup, group="g1", title="G", topics=("g", "x"), **step)
    codes = {name: forum.no(WithdrawTopic, topic=name, reason="r") for name in ("d", "c", "g", "x")}
    assert codes == {
        "d": "topic-in-focus",
        "c": "topic-in-focus",
        "g": "topic-in-group",
        "x": "topic-in-group",
    }
    forum.send(DissolveGroup, group="g1", reason="no time")
    forum.send(WithdrawTopic, topic="x", reason="r")


def test_a_reported_topic_was_talked_about() -> None:
    """It is neither withdrawn nor parked nor noted as not held."""
    forum = Forum()
    forum.reported("a")
    for kind in (WithdrawTopic, ParkTopic, NotHeld):
        assert forum.no(kind, topic="a", reason="r") == "topic-reported"


def test_not_held_is_a_valid_outcome_and_can_be_taken_back() -> None:
    """The topic keeps its place on the wall and its page in the book; nothing else is done with it."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.send(NotHeld, topic="a", reason="nobody came")
    a = forum.now("a")
    assert (a.state, a.reason, spots(a)) == (TopicState.NOT_HELD, "nobody came", [("p1", "s1", 0)])
    assert a in forum.meeting.wall.counted()
    assert a in forum.meeting.wall.on_wall()
    assert forum.no(NotHeld, topic="a") == "topic-gone"
    forum.send(HoldAfterAll, topic="a")
    assert (forum.now("a").state, forum.now("a").reason) == (TopicState.OPEN, "")
    assert forum.no(HoldAfterAll, topic="a") == "not-noted-as-not-held"


def test_topics_of_the_reopened_space_are_told_apart() -> None:
    """Whoever posts after the space was opened again plans what to do."""
    forum = Forum("focus")
    forum.topic("a")
    forum.send(ChooseWay, way=Way.REOPEN)
    assert [forum.now("a").acting, forum.topic("b").acting] == [False, True]
