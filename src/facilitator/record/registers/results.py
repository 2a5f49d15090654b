"""Registers of what comes of a forum: session reports, what was added to them, and action groups.

How an action group is reached is in no register: it stands beside the journal alone, from where it is erased.
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.acts import Recorded
from facilitator.meeting.forum.groups import GroupChanged, GroupDissolved, GroupFormed
from facilitator.meeting.forum.reports import (
    RecorderNamed,
    ReportAddedTo,
    ReportCorrected,
    ReportPosted,
    Sheet,
)
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import as_json, change, day, put

RECORDER = Table("recorder", {"meeting": str, "topic": str, "person": str}, ("meeting", "topic"))
REPORT = Table(
    "session_report",
    {
        "meeting": str,
        "topic": str,
        "place": int,
        "recorder": str,
        "heads": int,
        "form": str,
        "text": str,
        "posted_at": str,
    },
    ("meeting", "topic"),
)
PARTICIPANT = Table(
    "report_participant",
    {"meeting": str, "topic": str, "person": str, "position": int},
    ("meeting", "topic", "person"),
)
ADDITION = Table(
    "addition",
    {"meeting": str, "topic": str, "addition": str, "person": str, "text": str, "at": str},
    ("meeting", "topic", "addition"),
)
GROUP = Table(
    "action_group",
    {
        "meeting": str,
        "action": str,
        "title": str,
        "lead": str,
        "first_step": str,
        "due": str,
        "formed_at": str,
        "dissolved": str,
    },
    ("meeting", "action"),
    optional=frozenset({"due", "dissolved"}),
)
GROUP_TOPIC = Table(
    "action_topic",
    {"meeting": str, "action": str, "topic": str, "position": int},
    ("meeting", "action", "topic"),
)
GROUP_MEMBER = Table(
    "action_member",
    {"meeting": str, "action": str, "person": str, "position": int},
    ("meeting", "action", "person"),
)


def recorder_named(db: Handle, meeting: str, event: RecorderNamed, recorded: Recorded) -> None:
    """Who takes notes, before there is a report."""
    put(db, RECORDER, meeting=meeting, topic=event.topic, person=event.recorder)


def posted(db: Handle, meeting: str, event: ReportPosted, recorded: Recorded) -> None:
    """A report on the news wall."""
    put(
        db,
        REPORT,
        meeting=meeting,
        topic=event.topic,
        place=event.place,
        posted_at=recorded.at.isoformat(),
        **_sheet(event.sheet),
    )
    _participants(db, meeting, event.topic, event.sheet.participants)


def corrected(db: Handle, meeting: str, event: ReportCorrected, recorded: Recorded) -> None:
    """The report as it should have been."""
    change(db, REPORT, (meeting, event.topic), **_sheet(event.sheet))
    _participants(db, meeting, event.topic, event.sheet.participants)


def _sheet(sheet: Sheet) -> dict[str, str | int]:
    return {
        "recorder": sheet.recorder,
        "heads": sheet.heads,
        "form": as_json(sheet.text),
        "text": plain_text(sheet),
    }


def plain_text(sheet: Sheet) -> str:
    """All that a group wrote, a line each, to be searched: points, next steps, and what else the form holds."""
    text = sheet.text
    steps = (
        " ".join(filter(None, (step.who, step.what, day(step.by)))) for step in text.next_steps
    )
    lines = (*text.points, *steps, text.recommendations, text.resources, text.requests)
    return "\n".join(filter(None, lines))


def _participants(db: Handle, meeting: str, topic: str, people: Iterable[str]) -> None:
    db.execute("DELETE FROM report_participant WHERE meeting = ? AND topic = ?", (meeting, topic))
    for position, person in enumerate(people, 1):
        put(db, PARTICIPANT, meeting=meeting, topic=topic, person=person, position=position)


def added_to(db: Handle, meeting: str, event: ReportAddedTo, recorded: Recorded) -> None:
    """What somebody wrote below a report."""
    put(
        db,
        ADDITION,
        meeting=meeting,
        topic=event.topic,
        addition=event.addition,
        person=event.person,
        text=event.text,
        at=recorded.at.isoformat(),
    )


def group_formed(db: Handle, meeting: str, event: GroupFormed, recorded: Recorded) -> None:
    """A group that goes on."""
    put(
        db,
        GROUP,
        meeting=meeting,
        action=event.group,
        title=event.title,
        lead=event.lead,
        first_step=event.first_step,
        due=day(event.due),
        formed_at=recorded.at.isoformat(),
        dissolved=None,
    )
    _of_group(db, meeting, event)


def group_changed(db: Handle, meeting: str, event: GroupChanged, recorded: Recorded) -> None:
    """All of it is said anew."""
    change(
        db,
        GROUP,
        (meeting, event.group),
        title=event.title,
        lead=event.lead,
        first_step=event.first_step,
        due=day(event.due),
    )
    _of_group(db, meeting, event)


def _of_group(db: Handle, meeting: str, event: GroupFormed | GroupChanged) -> None:
    key = {"meeting": meeting, "action": event.group}
    for table in (GROUP_TOPIC, GROUP_MEMBER):
        db.execute(
            f'DELETE FROM "{table.name}" WHERE meeting = ? AND action = ?', (meeting, event.group)
        )
    for position, topic in enumerate(event.topics, 1):
        put(db, GROUP_TOPIC, **key, topic=topic, position=position)
    for position, person in enumerate(event.members, 1):
        put(db, GROUP_MEMBER, **key, person=person, position=position)


def group_dissolved(db: Handle, meeting: str, event: GroupDissolved, recorded: Recorded) -> None:
    """It does not go on."""
    change(db, GROUP, (meeting, event.group), dissolved=event.reason)


TABLES = (RECORDER, REPORT, PARTICIPANT, ADDITION, GROUP, GROUP_TOPIC, GROUP_MEMBER)
WRITERS = {
    RecorderNamed: recorder_named,
    ReportPosted: posted,
    ReportCorrected: corrected,
    ReportAddedTo: added_to,
    GroupFormed: group_formed,
    GroupChanged: group_changed,
    GroupDissolved: group_dissolved,
}
