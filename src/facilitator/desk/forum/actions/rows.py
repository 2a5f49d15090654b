"""The action groups as they are read, and what a group could still be made of."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.meeting import Meeting
from facilitator.meeting.forum.convergence import ranking
from facilitator.meeting.forum.groups import Group
from facilitator.words.figures import airy, listing, short_date
from facilitator.words.forum import topic_number

MOST_SEEDS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One group: what stands on its card."""

    group: str
    title: str
    lead: str
    step: str
    due: str
    """Empty when the group named no day; a group that was dissolved needs none."""
    topics: str
    dissolved: str = ""


def group_rows(desk: Desk, meeting: Meeting) -> tuple[Row, ...]:
    """Groups that go on, in the order in which they were formed, then those that do not."""
    groups = sorted(meeting.groups.all.values(), key=lambda one: bool(one.dissolved))
    return tuple(_row(desk, meeting, one) for one in groups)


def _row(desk: Desk, meeting: Meeting, group: Group) -> Row:
    t, names = desk.t, desk.session.names(meeting)
    lead = names.get(group.lead, group.lead)
    if group.members:
        n = len(group.members)
        lead = t.many("{lead} and {n} more", "{lead} and {n} more", n, lead=lead)
    return Row(
        group.id,
        group.title,
        airy(lead),
        group.first_step,
        airy(short_date(group.due, desk.lang)) if group.due else "",
        topics_words(desk, meeting, group.topics),
        group.dissolved,
    )


def topics_words(desk: Desk, meeting: Meeting, topics: tuple[str, ...]) -> str:
    """03 老楼加装电梯怎么谈、21 老房子渗水找谁修."""
    found = [meeting.wall.topic(topic) for topic in topics]
    return listing((f"{topic_number(one.number)} {one.title}" for one in found), desk.lang)


@dataclass(frozen=True, slots=True)
class Seed:
    """A cluster or a topic that no group goes on with yet: what a new group begins with."""

    name: str
    """What the group would be called."""
    topics: tuple[str, ...]
    lead: str
    why: str
    """What it is: a cluster, posted for action, so many dots."""
    number: str = ""
    """Of its topic; empty for a cluster."""


def seeds(desk: Desk, meeting: Meeting) -> list[Seed]:
    """Clusters first, then topics posted for action, then those with most dots; a few, not all."""
    t, focus = desk.t, meeting.convergence
    taken = {topic for group in meeting.groups.going() for topic in group.topics}
    found = [
        Seed(one.title, one.topics, one.initiator, t("cluster"))
        for one in focus.clusters.values()
        if not taken & set(one.topics)
    ]
    held = {topic for one in focus.clusters.values() for topic in one.topics} | taken
    for topic in meeting.wall.counted():
        if topic.acting and topic.id not in held:
            number = topic_number(topic.number)
            found.append(Seed(topic.title, (topic.id,), topic.conveners[0], t("to act on"), number))
            held.add(topic.id)
    for one in ranking(meeting):
        if one.dots and one.topic.id not in held:
            dots = airy(t.many("{n} dot", "{n} dots", one.dots))
            topic, number = one.topic, topic_number(one.topic.number)
            found.append(Seed(topic.title, (topic.id,), topic.conveners[0], dots, number))
    return found[:MOST_SEEDS]
