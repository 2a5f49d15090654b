"""What becomes of a single topic: posted, worded anew, given other conveners, withdrawn, not held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.meeting.forum.convergence import Convergence
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_TITLE = 120
"""Characters in a title: it is read from the back of a hall. More goes under why."""
MOST_CONVENERS = 12


class PostTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.post"):
    """Somebody posts a topic; it gets the next number and waits in the tray."""

    topic: str
    title: str
    conveners: tuple[str, ...]
    why: str = ""


class EditTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.edit"):
    """Title or reason are worded anew; the old words stay readable."""

    topic: str
    title: str
    why: str = ""
    reason: str = ""


class ChangeConveners(MeetingCommand, frozen=True, kw_only=True, tag="wall.change-conveners"):
    """Others convene a topic from now on."""

    topic: str
    conveners: tuple[str, ...]
    reason: str = ""


class WithdrawTopic(MeetingCommand, frozen=True, kw_only=True, tag="wall.withdraw"):
    """The conveners take their topic off the wall for good; it stays readable."""

    topic: str
    reason: str


class NotHeld(MeetingCommand, frozen=True, kw_only=True, tag="wall.not-held"):
    """A group did not meet: nobody came, or the convener was elsewhere. The book says so."""

    topic: str
    reason: str = ""


class HoldAfterAll(MeetingCommand, frozen=True, kw_only=True, tag="wall.hold-after-all"):
    """A group that was noted as not held meets, or met, after all."""

    topic: str


class TopicPosted(Event, frozen=True, kw_only=True, tag="wall.posted"):
    topic: str
    number: int
    title: str
    conveners: tuple[str, ...]
    why: str = ""
    acting: bool = False


class TopicEdited(Event, frozen=True, kw_only=True, tag="wall.edited"):
    topic: str
    title: str
    old_title: str
    why: str = ""
    old_why: str = ""
    reason: str = ""


class ConvenersChanged(Event, frozen=True, kw_only=True, tag="wall.conveners-changed"):
    topic: str
    conveners: tuple[str, ...]
    old: tuple[str, ...]
    reason: str = ""


class TopicWithdrawn(Event, frozen=True, kw_only=True, tag="wall.withdrawn"):
    topic: str
    reason: str


class TopicNotHeld(Event, frozen=True, kw_only=True, tag="wall.was-not-held"):
    topic: str
    reason: str = ""


class TopicHeldAfterAll(Event, frozen=True, kw_only=True, tag="wall.held-after-all"):
    topic: str


def post(meeting: Meeting, command: PostTopic) -> Iterable[Event]:
    """Everybody may post; whoever does convenes it."""
    yield TopicPosted(
        topic=new_topic(meeting, command.topic),
        number=meeting.wall.next_number,
        title=short_text(command.title, "title", MOST_TITLE),
        conveners=conveners(meeting, command.conveners),
        why=clean_text(command.why, "why", required=False),
        acting=meeting.convergence.reopened,
    )


def new_topic(meeting: Meeting, topic: str) -> str:
    """A name that no topic bears yet, or a refusal (`topic-exists`)."""
    if clean_id(topic, "topic") in meeting.wall.topics:
        raise RuleViolation("topic-exists", topic=topic)
    return topic


def conveners(meeting: Meeting, people: tuple[str, ...]) -> tuple[str, ...]:
    """The people as conveners: known here, each once, one at least."""
    if not people:
        raise RuleViolation("no-convener")
    if len(people) > MOST_CONVENERS:
        raise RuleViolation(
            "number-range", field="conveners", value=len(people), least=1, most=MOST_CONVENERS
        )
    for person in people:
        meeting.expect_known(person)
        if people.count(person) > 1:
            raise RuleViolation("convener-twice", person=person)
    return people


def edit(meeting: Meeting, command: EditTopic) -> Iterable[Event]:
    """The wall shows the convener's own words; whoever changes them leaves the old ones readable."""
    topic = meeting.wall.live_topic(command.topic)
    title = short_text(command.title, "title", MOST_TITLE)
    why = clean_text(command.why, "why", required=False)
    if (title, why) == (topic.title, topic.why):
        raise RuleViolation("nothing-to-correct")
    yield TopicEdited(
        topic=topic.id,
        title=title,
        old_title=topic.title,
        why=why,
        old_why=topic.why,
        reason=clean_text(command.reason, "reason", required=False),
    )


def change_conveners(meeting: Meeting, command: ChangeConveners) -> Iterable[Event]:
    """A topic is never without a convener."""
    topic = meeting.wall.live_topic(command.topic)
    people = conveners(meeting, command.conveners)
    if people == topic.conveners:
        raise RuleViolation("nothing-to-correct")
    yield ConvenersChanged(
        topic=topic.id,
        conveners=people,
        old=topic.conveners,
        reason=clean_text(command.reason, "reason", required=False),
    )


def withdraw(meeting: Meeting, command: WithdrawTopic) -> Iterable[Event]:
    """What was reported on or given dots is not withdrawn any more."""
    topic = meeting.wall.live_topic(command.topic)
    refuse_used(meeting, topic)
    yield TopicWithdrawn(topic=topic.id, reason=clean_text(command.reason, "reason"))


def refuse_used(meeting: Meeting, topic: Topic) -> None:
    """Refuse to do away with a topic that a report, dots, a cluster or an action group stand on."""
    if topic.id in meeting.reports.all:
        raise RuleViolation("topic-reported", topic=topic.number)
    focus: Convergence = meeting.convergence
    if focus.dots.get(topic.id) or focus.cluster_of(topic.id):
        raise RuleViolation("topic-in-focus", topic=topic.number)
    if meeting.groups.on_topic(topic.id):
        raise RuleViolation("topic-in-group", topic=topic.number)


def not_held(meeting: Meeting, command: NotHeld) -> Iterable[Event]:
    """A topic that was reported on was held."""
    topic = meeting.wall.live_topic(command.topic)
    if topic.id in meeting.reports.all:
        raise RuleViolation("topic-reported", topic=topic.number)
    yield TopicNotHeld(topic=topic.id, reason=clean_text(command.reason, "reason", required=False))


def hold_after_all(meeting: Meeting, command: HoldAfterAll) -> Iterable[Event]:
    """Only what was noted as not held."""
    topic = meeting.wall.topic(command.topic)
    if topic.state is not TopicState.NOT_HELD:
        raise RuleViolation("not-noted-as-not-held", topic=topic.number)
    yield TopicHeldAfterAll(topic=topic.id)


def on_posted(meeting: Meeting, event: TopicPosted, recorded: Recorded) -> None:
    topic = Topic(
        event.topic,
        event.number,
        event.title,
        recorded.at,
        event.conveners,
        event.why,
        acting=event.acting,
    )
    meeting.wall.change(recorded, [topic])


def on_edited(meeting: Meeting, event: TopicEdited, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    changed = [("title", event.old_title, event.title), ("why", event.old_why, event.why)]
    made = (Change(recorded, *one, event.reason) for one in changed if one[1] != one[2])
    new = replace(topic, title=event.title, why=event.why, changes=(*topic.changes, *made))
    meeting.wall.change(recorded, [new])


def on_conveners(meeting: Meeting, event: ConvenersChanged, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    old, new = " ".join(event.old), " ".join(event.conveners)
    change = Change(recorded, "conveners", old, new, event.reason)
    changed = replace(topic, conveners=event.conveners, changes=(*topic.changes, change))
    meeting.wall.change(recorded, [changed])


def on_withdrawn(meeting: Meeting, event: TopicWithdrawn, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    gone = replace(topic, state=TopicState.WITHDRAWN, spots=(), reason=event.reason)
    meeting.wall.change(recorded, [gone])


def on_not_held(meeting: Meeting, event: TopicNotHeld, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    meeting.wall.change(recorded, [replace(topic, state=TopicState.NOT_HELD, reason=event.reason)])


def on_held(meeting: Meeting, event: TopicHeldAfterAll, recorded: Recorded) -> None:
    topic = meeting.wall.topic(event.topic)
    meeting.wall.change(recorded, [replace(topic, state=TopicState.OPEN, reason="")])


PART = Part(
    "wall",
    {
        PostTopic: post,
        EditTopic: edit,
        ChangeConveners: change_conveners,
        WithdrawTopic: withdraw,
        NotHeld: not_held,
        HoldAfterAll: hold_after_all,
    },
    {
        TopicPosted: on_posted,
        TopicEdited: on_edited,
        ConvenersChanged: on_conveners,
        TopicWithdrawn: on_withdrawn,
        TopicNotHeld: on_not_held,
        TopicHeldAfterAll: on_held,
    },
)
