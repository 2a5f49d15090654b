"""What stands in a form that is being written, as words; kept as a draft until it hangs on the news wall."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from hashlib import sha256

from facilitator.acts import RuleViolation
from facilitator.bodies.roster import read_day
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.secretary.drafts import Draft, drafts_of, key_of
from facilitator.meeting import Meeting
from facilitator.meeting.forum.reports import Sheet
from facilitator.meeting.forum.wall import Topic

Step = tuple[str, str, str]
"""Who, what, when, as typed."""
ANOTHER_YEAR = 60
"""A day typed without a year that lies so many days before the meeting is one of the year after."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A form with its words exactly as they were typed; people by the label that finds them."""

    conveners: tuple[str, ...] = ()
    recorder: str = ""
    participants: tuple[str, ...] = ()
    heads: str = ""
    points: str = ""
    steps: tuple[Step, ...] = ()
    recommendations: str = ""
    resources: str = ""
    requests: str = ""
    reason: str = ""
    """Why a report that hangs is corrected."""

    @property
    def blank(self) -> bool:
        """Whether the group wrote nothing down."""
        told = (self.points, self.recommendations, self.resources, self.requests)
        return not any(one.strip() for one in told) and not self.steps

    @property
    def lines(self) -> tuple[str, ...]:
        """The points of the discussion, a line each; empty lines are none."""
        return tuple(line.strip() for line in self.points.splitlines() if line.strip())


def first_fill(meeting: Meeting, topic: Topic, labels: Mapping[str, str]) -> Fill:
    """A form before anybody wrote in it: what the wall and the head counts tell."""
    recorder = meeting.reports.recorder(topic.id)
    here = [*topic.conveners, *([recorder] if recorder else [])]
    counts = (meeting.rounds.heads_in(spot.slot, spot.place) for spot in topic.spots)
    heads = max((count for count in counts if count is not None), default=0)
    conveners = tuple(labels[one] for one in topic.conveners if one in labels)
    return Fill(
        conveners=conveners,
        recorder=labels.get(recorder, ""),
        participants=tuple(dict.fromkeys(labels[one] for one in here if one in labels)),
        heads=str(heads) if heads else "",
    )


def fill_of(meeting: Meeting, topic: Topic, sheet: Sheet, labels: Mapping[str, str]) -> Fill:
    """A report that hangs, to be corrected."""
    text = sheet.text
    return Fill(
        conveners=tuple(labels[one] for one in topic.conveners if one in labels),
        recorder=labels.get(sheet.recorder, ""),
        participants=tuple(labels[one] for one in sheet.participants if one in labels),
        heads=str(sheet.heads) if sheet.heads else "",
        points="\n".join(text.points),
        steps=tuple((s.who, s.what, s.by.isoformat() if s.by else "") for s in text.next_steps),
        recommendations=text.recommendations,
        resources=text.resources,
        requests=text.requests,
    )


def read_when(text: str, held: date) -> date | None:
    """A day as a group writes it: 11月30日, 11-30, 2026-11-30; None for no text. Refused: `not-a-date`.

    Without a year it is the next such day, seen from the day of the meeting.
    """
    text = "".join(text.split()).rstrip("号")
    try:
        return read_day(text, "by")
    except RuleViolation:
        if text.count("年") or not text:
            raise
    day = read_day(f"{held.year}年{text}" if "月" in text else f"{held.year}-{text}", "by")
    if day is not None and (held - day).days > ANOTHER_YEAR:
        return read_day(day.isoformat().replace(str(held.year), str(held.year + 1), 1), "by")
    return day


class KeptFill:
    """The drafts of a meeting's forms, one a topic; a correction has its own."""

    def __init__(self, desk: Desk, meeting: Meeting) -> None:
        self.drafts, self._meeting = drafts_of(desk), meeting

    def key(self, topic: str, *, correcting: bool = False) -> str:
        """Under what name a topic's draft lies on the disk; unlike any other, also where case is lost."""
        mark = sha256(topic.encode()).hexdigest()[:6]
        what = "correction" if correcting else "report"
        return f"{key_of(self._meeting)}-{what}-{topic[:40]}-{mark}"

    def read(self, topic: str, *, correcting: bool = False) -> Fill | None:
        """What was typed and does not hang yet; None when nothing was."""
        text = self.drafts.read(self.key(topic, correcting=correcting)).text
        return _read(text) if text.strip() else None

    def keep(self, topic: str, fill: Fill, *, correcting: bool = False) -> None:
        """Keep what is typed: on the disk within half a second."""
        text = json.dumps(asdict(fill), ensure_ascii=False, indent=1)
        self.drafts.keep(self.key(topic, correcting=correcting), Draft(text=text))

    def drop(self, topic: str, *, correcting: bool = False) -> None:
        """It hangs, or it is not wanted any more."""
        self.drafts.drop(self.key(topic, correcting=correcting))


def _read(text: str) -> Fill | None:
    """A draft; whatever of it cannot be read is left out, and what is no draft at all is taken as points."""
    try:
        told = json.loads(text)
    except ValueError:
        return Fill(points=text)
    if not isinstance(told, Mapping):
        return Fill(points=text)
    words = {
        name: str(told.get(name, ""))
        for name in (
            *("recorder", "heads", "points", "recommendations"),
            *("resources", "requests", "reason"),
        )
    }
    steps = [tuple(map(str, one)) for one in told.get("steps", ()) if len(one) == len(("", "", ""))]
    return Fill(
        conveners=tuple(map(str, told.get("conveners", ()))),
        participants=tuple(map(str, told.get("participants", ()))),
        steps=tuple((who, what, when) for who, what, when in steps),
        **words,
    )
