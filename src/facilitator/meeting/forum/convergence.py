"""Focus: dots put on topics, with a sum to check them by; clusters; or the space opened again without votes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.forum.matrix import short_text
from facilitator.meeting.forum.wall import Topic
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_EACH = 100
MOST_DOTS = 1_000_000
MOST_PEOPLE = 100_000
MOST_TITLE = 120


class Way(StrEnum):
    """How a forum comes to a point."""

    DOTS = "dots"  # 贴点: not win or lose, every topic stays in the book
    REOPEN = "reopen"  # the space is opened again to plan what to do, without votes


class ChooseWay(MeetingCommand, frozen=True, kw_only=True, tag="convergence.choose"):
    """Dots (so many for each of so many people) or reopening; changed only while no dot was entered."""

    way: Way
    each: int = 0
    people: int = 0


class EnterDots(MeetingCommand, frozen=True, kw_only=True, tag="convergence.enter"):
    """So many dots are on a topic's sheet; once the count was closed, only with a reason."""

    topic: str
    dots: int
    reason: str = ""


class CloseDots(MeetingCommand, frozen=True, kw_only=True, tag="convergence.close"):
    """All sheets were counted. A sum that does not fit is kept and said, never bent."""


class FormCluster(MeetingCommand, frozen=True, kw_only=True, tag="convergence.cluster"):
    """Conveners put topics together that belong together; an initiator takes them further."""

    cluster: str
    title: str
    topics: tuple[str, ...]
    initiator: str = ""


class ChangeCluster(MeetingCommand, frozen=True, kw_only=True, tag="convergence.change-cluster"):
    """A cluster is named otherwise, holds other topics or has another initiator."""

    cluster: str
    title: str
    topics: tuple[str, ...]
    initiator: str = ""


class DissolveCluster(
    MeetingCommand, frozen=True, kw_only=True, tag="convergence.dissolve-cluster"
):
    """The topics of a cluster stand for themselves again."""

    cluster: str


class WayChosen(Event, frozen=True, kw_only=True, tag="convergence.chosen"):
    way: Way
    each: int = 0
    people: int = 0


class DotsEntered(Event, frozen=True, kw_only=True, tag="convergence.entered"):
    topic: str
    dots: int
    old: int = 0
    reason: str = ""


class DotsClosed(Event, frozen=True, kw_only=True, tag="convergence.closed"):
    counted: int
    expected: int


class ClusterFormed(Event, frozen=True, kw_only=True, tag="convergence.cluster-formed"):
    cluster: str
    title: str
    topics: tuple[str, ...]
    initiator: str = ""


class ClusterChanged(Event, frozen=True, kw_only=True, tag="convergence.cluster-changed"):
    cluster: str
    title: str
    topics: tuple[str, ...]
    initiator: str = ""


class ClusterDissolved(Event, frozen=True, kw_only=True, tag="convergence.cluster-dissolved"):
    cluster: str
    title: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Topics that are taken further together."""

    id: str
    title: str
    topics: tuple[str, ...]
    initiator: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic by its dots. Equal dots have equal rank: 1, 2, 2, 4."""

    topic: Topic
    dots: int
    rank: int


@dataclass(slots=True)
class Convergence:
    """How the forum comes to a point, and how far it has come."""

    way: Way | None = None
    each: int = 0
    people: int = 0
    dots: dict[str, int] = field(default_factory=dict[str, int])
    closed: Recorded | None = None
    clusters: dict[str, Cluster] = field(default_factory=dict[str, Cluster])
    changes: list[Change] = field(default_factory=list[Change])
    """Dots corrected after the count was closed; `field` is the topic."""

    @property
    def reopened(self) -> bool:
        """Whether the space is open again for action planning."""
        return self.way is Way.REOPEN

    @property
    def expected(self) -> int:
        """The sum there has to be when everybody put up all dots."""
        return self.each * self.people

    @property
    def counted(self) -> int:
        """The sum there is."""
        return sum(self.dots.values())

    @property
    def fits(self) -> bool:
        """Whether the sum is what it has to be."""
        return self.counted == self.expected

    def cluster(self, cluster: str) -> Cluster:
        """The cluster of that name, or a refusal (`unknown-cluster`)."""
        if cluster not in self.clusters:
            raise RuleViolation("unknown-cluster", cluster=cluster)
        return self.clusters[cluster]

    def cluster_of(self, topic: str) -> Cluster | None:
        """The cluster a topic is in, or None."""
        return next((one for one in self.clusters.values() if topic in one.topics), None)


def ranking(meeting: Meeting) -> list[Ranked]:
    """Every topic that stands for itself, most dots first; equal ones by number."""
    dots = meeting.convergence.dots
    order = sorted(meeting.wall.counted(), key=lambda t: (-dots.get(t.id, 0), t.number))
    found: list[Ranked] = []
    for place, topic in enumerate(order, 1):
        own = dots.get(topic.id, 0)
        same = bool(found) and found[-1].dots == own
        found.append(Ranked(topic, own, found[-1].rank if same else place))
    return found


def choose(meeting: Meeting, command: ChooseWay) -> Iterable[Event]:
    """Dots need to know how many each of how many people has: that is the sum they are checked by."""
    focus = meeting.convergence
    if any(focus.dots.values()) or focus.closed:
        raise RuleViolation("dots-entered", counted=focus.counted)
    if command.way is Way.REOPEN:
        if focus.reopened:
            raise RuleViolation("nothing-to-correct")
        yield WayChosen(way=Way.REOPEN)
        return
    for name, value, most in (
        ("each", command.each, MOST_EACH),
        ("people", command.people, MOST_PEOPLE),
    ):
        if not 1 <= value <= most:
            raise RuleViolation("number-range", field=name, value=value, least=1, most=most)
    if (focus.way, focus.each, focus.people) == (command.way, command.each, command.people):
        raise RuleViolation("nothing-to-correct")
    yield WayChosen(way=Way.DOTS, each=command.each, people=command.people)


def enter(meeting: Meeting, command: EnterDots) -> Iterable[Event]:
    """Typed from the sheet, and typed again when it was wrong; the old number is part of the event."""
    focus = meeting.convergence
    if focus.way is not Way.DOTS:
        raise RuleViolation("no-dots-here")
    topic = meeting.wall.standing_topic(command.topic)
    if not 0 <= command.dots <= MOST_DOTS:
        raise RuleViolation(
            "number-range", field="dots", value=command.dots, least=0, most=MOST_DOTS
        )
    old = focus.dots.get(topic.id)
    if old == command.dots:
        raise RuleViolation("nothing-to-correct")
    reason = clean_text(command.reason, "reason", required=focus.closed is not None)
    yield DotsEntered(topic=topic.id, dots=command.dots, old=old or 0, reason=reason)


def close(meeting: Meeting, _command: CloseDots) -> Iterable[Event]:
    """Closed once; the sum that was found stands beside the sum there had to be."""
    focus = meeting.convergence
    if focus.way is not Way.DOTS:
        raise RuleViolation("no-dots-here")
    if focus.closed is not None:
        raise RuleViolation("dots-closed")
    yield DotsClosed(counted=focus.counted, expected=focus.expected)


def form(meeting: Meeting, command: FormCluster) -> Iterable[Event]:
    """A topic is in one cluster at most."""
    cluster = clean_id(command.cluster, "cluster")
    if cluster in meeting.convergence.clusters:
        raise RuleViolation("cluster-exists", cluster=cluster)
    title, topics = _cluster(meeting, command)
    yield ClusterFormed(cluster=cluster, title=title, topics=topics, initiator=command.initiator)


def change(meeting: Meeting, command: ChangeCluster) -> Iterable[Event]:
    """Its new topics come from no other cluster."""
    old = meeting.convergence.cluster(command.cluster)
    title, topics = _cluster(meeting, command)
    if Cluster(old.id, title, topics, command.initiator) == old:
        raise RuleViolation("nothing-to-correct")
    yield ClusterChanged(cluster=old.id, title=title, topics=topics, initiator=command.initiator)


def dissolve(meeting: Meeting, command: DissolveCluster) -> Iterable[Event]:
    """An action group that came of it keeps its topics."""
    cluster = meeting.convergence.cluster(command.cluster)
    yield ClusterDissolved(cluster=cluster.id, title=cluster.title)


def _cluster(meeting: Meeting, command: FormCluster | ChangeCluster) -> tuple[str, tuple[str, ...]]:
    title = short_text(command.title, "title", MOST_TITLE)
    if not command.topics:
        raise RuleViolation("cluster-empty", title=title)
    for name in command.topics:
        topic = meeting.wall.standing_topic(name)
        other = meeting.convergence.cluster_of(name)
        if other is not None and other.id != command.cluster:
            raise RuleViolation("topic-in-cluster", topic=topic.number, title=other.title)
        if command.topics.count(name) > 1:
            raise RuleViolation("topic-named-twice", topic=topic.number)
    if command.initiator:
        meeting.expect_known(command.initiator)
    return title, command.topics


def on_chosen(meeting: Meeting, event: WayChosen, _recorded: Recorded) -> None:
    focus = meeting.convergence
    focus.way, focus.each, focus.people = event.way, event.each, event.people


def on_entered(meeting: Meeting, event: DotsEntered, recorded: Recorded) -> None:
    focus = meeting.convergence
    focus.dots[event.topic] = event.dots
    if focus.closed is not None:
        made = Change(recorded, event.topic, str(event.old), str(event.dots), event.reason)
        focus.changes.append(made)


def on_closed(meeting: Meeting, _event: DotsClosed, recorded: Recorded) -> None:
    meeting.convergence.closed = recorded


def on_cluster(
    meeting: Meeting, event: ClusterFormed | ClusterChanged, _recorded: Recorded
) -> None:
    meeting.convergence.clusters[event.cluster] = Cluster(
        event.cluster, event.title, event.topics, event.initiator
    )


def on_dissolved(meeting: Meeting, event: ClusterDissolved, _recorded: Recorded) -> None:
    del meeting.convergence.clusters[event.cluster]


PART = Part(
    "convergence",
    {
        ChooseWay: choose,
        EnterDots: enter,
        CloseDots: close,
        FormCluster: form,
        ChangeCluster: change,
        DissolveCluster: dissolve,
    },
    {
        WayChosen: on_chosen,
        DotsEntered: on_entered,
        DotsClosed: on_closed,
        ClusterFormed: on_cluster,
        ClusterChanged: on_cluster,
        ClusterDissolved: on_dissolved,
    },
)
