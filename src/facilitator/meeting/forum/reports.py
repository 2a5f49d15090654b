"""Session reports (讨论记录表): what a group tells the others, what was added, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.data import dataclass
from facilitator.meeting.forum.interest import MOST_HEADS
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting

MOST_LINES = 200
MOST_NAMES = 500


class NextStep(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Who does what by when, as the group wrote it; `by` None when they named no day."""

    who: str
    what: str
    by: date | None = None


class ReportText(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the form holds. All of it may be empty: a group that met and wrote nothing is a valid outcome."""

    points: tuple[str, ...] = ()
    """The discussion, a point a line."""
    next_steps: tuple[NextStep, ...] = ()
    recommendations: str = ""
    resources: str = ""
    requests: str = ""
    """To others, or to the organisers."""


class NameRecorder(MeetingCommand, frozen=True, kw_only=True, tag="reports.name-recorder"):
    """Somebody takes notes in a group."""

    topic: str
    recorder: str


class PostReport(MeetingCommand, frozen=True, kw_only=True, tag="reports.post"):
    """A group's report goes up on the news wall. `heads` counts everybody, also those not named."""

    topic: str
    recorder: str = ""
    participants: tuple[str, ...] = ()
    heads: int = 0
    text: ReportText = ReportText()


class CorrectReport(MeetingCommand, frozen=True, kw_only=True, tag="reports.correct"):
    """A report that hangs said something else than was meant; the old one stays readable."""

    topic: str
    recorder: str = ""
    participants: tuple[str, ...] = ()
    heads: int = 0
    text: ReportText = ReportText()
    reason: str


class AddToReport(MeetingCommand, frozen=True, kw_only=True, tag="reports.add"):
    """Somebody adds to a report that hangs already; it stands below it with their name."""

    addition: str
    topic: str
    text: str
    person: str = ""


class RecorderNamed(Event, frozen=True, kw_only=True, tag="reports.recorder-named"):
    topic: str
    recorder: str
    old: str = ""


class Sheet(msgspec.Struct, frozen=True, omit_defaults=True):
    """A filled-in form."""

    text: ReportText = ReportText()
    recorder: str = ""
    participants: tuple[str, ...] = ()
    heads: int = 0

    @property
    def blank(self) -> bool:
        """Whether the group wrote nothing down."""
        return self.text == ReportText()


class ReportPosted(Event, frozen=True, kw_only=True, tag="reports.posted"):
    topic: str
    place: int
    """On the news wall, counted from 1."""
    sheet: Sheet


class ReportCorrected(Event, frozen=True, kw_only=True, tag="reports.corrected"):
    topic: str
    sheet: Sheet
    old: Sheet
    reason: str


class ReportAddedTo(Event, frozen=True, kw_only=True, tag="reports.added-to"):
    addition: str
    topic: str
    text: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Addition:
    """What somebody wrote below a report."""

    id: str
    text: str
    person: str
    recorded: Recorded


@dataclass(slots=True)
class Report:
    """A report on the news wall, with what became of it."""

    topic: str
    place: int
    sheet: Sheet
    posted: Recorded
    changes: list[Change] = field(default_factory=list[Change])
    additions: list[Addition] = field(default_factory=list[Addition])


@dataclass(slots=True)
class Reports:
    """By topic, in the order in which they went up; and who takes notes where."""

    all: dict[str, Report] = field(default_factory=dict[str, Report])
    recorders: dict[str, str] = field(default_factory=dict[str, str])

    def report(self, topic: Topic) -> Report:
        """The report on a topic, or a refusal (`no-report`)."""
        if topic.id not in self.all:
            raise RuleViolation("no-report", topic=topic.number)
        return self.all[topic.id]

    def recorder(self, topic: str) -> str:
        """Who takes or took notes; empty while nobody does."""
        found = self.all.get(topic)
        return (
            found.sheet.recorder
            if found and found.sheet.recorder
            else self.recorders.get(topic, "")
        )


def missing(meeting: Meeting) -> list[Topic]:
    """Topics whose groups have met, as far as the rounds tell, and of which no report hangs yet; by number."""
    rounds, found = meeting.rounds, meeting.reports.all
    return [
        topic
        for topic in meeting.wall.on_wall()
        if topic.state is TopicState.OPEN
        and topic.id not in found
        and any(rounds.ended(spot.slot) for spot in topic.spots)
    ]


def name_recorder(meeting: Meeting, command: NameRecorder) -> Iterable[Event]:
    """Somebody known here; another may take over."""
    topic = _reportable(meeting, command.topic)
    meeting.expect_known(command.recorder)
    old = meeting.reports.recorders.get(topic.id, "")
    if old == command.recorder:
        raise RuleViolation("nothing-to-correct")
    yield RecorderNamed(topic=topic.id, recorder=command.recorder, old=old)


def post(meeting: Meeting, command: PostReport) -> Iterable[Event]:
    """One report a topic; what comes later is added to it, or corrects it."""
    topic = _reportable(meeting, command.topic)
    if topic.id in meeting.reports.all:
        raise RuleViolation("report-exists", topic=topic.number)
    yield ReportPosted(
        topic=topic.id, place=len(meeting.reports.all) + 1, sheet=_sheet(meeting, command)
    )


def correct(meeting: Meeting, command: CorrectReport) -> Iterable[Event]:
    """What hung for all to read is not changed in silence."""
    topic = meeting.wall.topic(command.topic)
    old, new = meeting.reports.report(topic).sheet, _sheet(meeting, command)
    if old == new:
        raise RuleViolation("nothing-to-correct")
    reason = clean_text(command.reason, "reason")
    yield ReportCorrected(topic=topic.id, sheet=new, old=old, reason=reason)


def add(meeting: Meeting, command: AddToReport) -> Iterable[Event]:
    """Only below a report that hangs."""
    topic = meeting.wall.topic(command.topic)
    report = meeting.reports.report(topic)
    addition = clean_id(command.addition, "addition")
    if any(one.id == addition for one in report.additions):
        raise RuleViolation("addition-exists", addition=addition)
    if command.person:
        meeting.expect_known(command.person)
    yield ReportAddedTo(
        addition=addition,
        topic=topic.id,
        text=clean_text(command.text, "text"),
        person=command.person,
    )


def _reportable(meeting: Meeting, name: str) -> Topic:
    """A topic a group can have met on: one that is merged, split, not held or withdrawn has no report."""
    topic = meeting.wall.live_topic(name)
    if topic.state is TopicState.PARKED:
        raise RuleViolation("topic-gone", topic=topic.number, state=topic.state.value)
    return topic


def _sheet(meeting: Meeting, command: PostReport | CorrectReport) -> Sheet:
    people = command.participants
    if len(people) > MOST_NAMES:
        raise RuleViolation(
            "number-range", field="participants", value=len(people), least=0, most=MOST_NAMES
        )
    for person in (*people, *((command.recorder,) if command.recorder else ())):
        meeting.expect_known(person)
    for person in people:
        if people.count(person) > 1:
            raise RuleViolation("participant-twice", person=person)
    if not 0 <= command.heads <= MOST_HEADS:
        raise RuleViolation(
            "number-range", field="heads", value=command.heads, least=0, most=MOST_HEADS
        )
    if 0 < command.heads < len(people):
        raise RuleViolation("fewer-heads-than-names", heads=command.heads, names=len(people))
    return Sheet(_text(command.text), command.recorder, people, command.heads)


def _text(text: ReportText) -> ReportText:
    lines = max(len(text.points), len(text.next_steps))
    if lines > MOST_LINES:
        raise RuleViolation("number-range", field="points", value=lines, least=0, most=MOST_LINES)
    return ReportText(
        points=tuple(clean_text(point, "points") for point in text.points),
        next_steps=tuple(
            NextStep(
                clean_text(step.who, "who", required=False, one_line=True),
                clean_text(step.what, "what"),
                step.by,
            )
            for step in text.next_steps
        ),
        recommendations=clean_text(text.recommendations, "recommendations", required=False),
        resources=clean_text(text.resources, "resources", required=False),
        requests=clean_text(text.requests, "requests", required=False),
    )


def on_recorder(meeting: Meeting, event: RecorderNamed, _recorded: Recorded) -> None:
    meeting.reports.recorders[event.topic] = event.recorder


def on_posted(meeting: Meeting, event: ReportPosted, recorded: Recorded) -> None:
    meeting.reports.all[event.topic] = Report(event.topic, event.place, event.sheet, recorded)


def on_corrected(meeting: Meeting, event: ReportCorrected, recorded: Recorded) -> None:
    report = meeting.reports.all[event.topic]
    old, new = (msgspec.json.encode(sheet).decode() for sheet in (event.old, event.sheet))
    report.changes.append(Change(recorded, "report", old, new, event.reason))
    report.sheet = event.sheet


def on_added(meeting: Meeting, event: ReportAddedTo, recorded: Recorded) -> None:
    addition = Addition(event.addition, event.text, event.person, recorded)
    meeting.reports.all[event.topic].additions.append(addition)


PART = Part(
    "reports",
    {NameRecorder: name_recorder, PostReport: post, CorrectReport: correct, AddToReport: add},
    {
        RecorderNamed: on_recorder,
        ReportPosted: on_posted,
        ReportCorrected: on_corrected,
        ReportAddedTo: on_added,
    },
)
