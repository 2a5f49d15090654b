"""From a form as it was typed to the acts that put it on the news wall."""

from __future__ import annotations

from facilitator.acts import RuleViolation
from facilitator.desk.desk import Desk, Say
from facilitator.desk.forum.people import labels, people_named, person_named
from facilitator.desk.forum.reports.fill import Fill, read_when
from facilitator.desk.meeting.asked import local
from facilitator.desk.notices import Notice, Tone
from facilitator.meeting import Meeting
from facilitator.meeting.forum.reports import CorrectReport, NextStep, PostReport, ReportText
from facilitator.meeting.forum.topics import ChangeConveners


def post(
    desk: Desk, meeting_id: str, topic: str, fill: Fill, *, say: Say, correcting: bool = False
) -> bool:
    """Post a report, or correct the one that hangs; whether that was done. `say` is told why not."""
    meeting = desk.session.meeting(meeting_id)
    steps = _steps(desk, meeting, fill, say)
    if steps is None:
        return False
    people = people_named(desk, meeting_id, fill.participants, say=say)
    recorder = person_named(desk, meeting_id, fill.recorder, say=say) if fill.recorder else ""
    if people is None or (fill.recorder and not recorder):
        return False
    if not _convened(desk, meeting, topic, fill, say):
        return False
    text = ReportText(
        points=fill.lines,
        next_steps=steps,
        recommendations=fill.recommendations,
        resources=fill.resources,
        requests=fill.requests,
    )
    told = {
        "meeting": meeting_id,
        "topic": topic,
        "recorder": recorder,
        "participants": people,
        "heads": int(fill.heads or 0),
        "text": text,
    }
    command = CorrectReport(**told, reason=fill.reason) if correcting else PostReport(**told)
    return bool(desk.do(command, say=say))


def _convened(desk: Desk, meeting: Meeting, topic: str, fill: Fill, say: Say) -> bool:
    """Whoever the form names as convener convenes the topic from now on; usually nothing is to be done."""
    known = labels(desk, meeting)
    there = meeting.wall.topic(topic).conveners
    if tuple(known[one] for one in there if one in known) == fill.conveners:
        return True
    people = people_named(desk, meeting.id, fill.conveners, say=say)
    if people is None:
        return False
    if people == there:
        return True
    command = ChangeConveners(meeting=meeting.id, topic=topic, conveners=people)
    return bool(desk.do(command, say=say))


def _steps(desk: Desk, meeting: Meeting, fill: Fill, say: Say) -> tuple[NextStep, ...] | None:
    t, found = desk.t, list[NextStep]()
    held = local(meeting, meeting.life.opened.at if meeting.life.opened else desk.now()).date()
    for n, (who, what, when) in enumerate(fill.steps, 1):
        try:
            day = read_when(when.strip(), held)
        except RuleViolation:
            text = t(
                "Next step {n}: “{text}” is no date. Write it like 11-30; what is not sure goes under What.",
                n=n, text=when.strip(),
            )  # fmt: skip
            say(Notice(Tone.REFUSED, text))
            return None
        if not what.strip():
            text = t("Next step {n} does not say what is to be done.", n=n)
            say(Notice(Tone.REFUSED, text))
            return None
        found.append(NextStep(who.strip(), what.strip(), day))
    return tuple(found)
