"""What a new meeting is likely to be: as the last one of its body was, at the next time that makes sense."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from facilitator import overview, presets
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.overview import MeetingRow
from facilitator.words.tongue import tongue

WEEK = timedelta(days=7)
EVENING, MORNING = time(19, 30), time(9)
SATURDAY = 5
LONGEST = 64
"""Characters in an id."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the fields of a new meeting hold before anybody has typed."""

    planned: datetime
    place: str = ""
    lang: str = "zh"


def suggestion(desk: Desk, body: str, form: str = "") -> Suggestion:
    """The weekday, time, place and language of the body's last meeting of that kind; else what is usual."""
    now = desk.now()
    last = last_meeting(desk, body)
    earliest = now.date() + timedelta(days=max(1, desk.session.body(body).charter.notice_days))
    if form and presets.format_of(form).has("wall"):
        return _day_long(desk, last, earliest, now)
    if last is None:
        day = max(now.date() + WEEK, earliest)
        return Suggestion(datetime.combine(day, EVENING, now.tzinfo), lang=desk.lang)
    call = desk.session.meeting(last.meeting).call
    earliest = max(earliest, call.planned.date() + timedelta(days=1))
    day = _same_weekday(call.planned.date(), earliest)
    planned = datetime.combine(day, call.planned.timetz().replace(second=0, microsecond=0))
    return Suggestion(planned, call.place, call.lang)


def _day_long(desk: Desk, last: MeetingRow | None, earliest: date, now: datetime) -> Suggestion:
    """A forum takes a day: a Saturday morning some weeks on, so that people hear of it."""
    day = max(now.date() + 3 * WEEK, earliest)
    day += timedelta(days=(SATURDAY - day.weekday()) % 7)
    call = desk.session.meeting(last.meeting).call if last else None
    zone = call.planned.tzinfo if call else now.tzinfo
    planned = datetime.combine(day, MORNING, zone)
    return Suggestion(planned, call.place if call else "", call.lang if call else desk.lang)


def title_for(desk: Desk, body: str, form: str, lang: str) -> str:
    """A name for a meeting that wants one: a forum is called after its neighbourhood."""
    if not presets.format_of(form).has("wall"):
        return ""
    one, t = desk.session.body(body), tongue(lang)
    return t("{neighbourhood} Open Space forum", neighbourhood=one.community or one.name)


def last_meeting(desk: Desk, body: str) -> MeetingRow | None:
    """The body's newest meeting that was not cancelled."""
    return overview.last_meeting(desk.session, body)


def meeting_id(desk: Desk, body: str, day: date) -> str:
    """An id for a meeting of a body on a day: songbaigang-2026-12-04, with -2 for a second one."""
    tail, number = f"-{day.isoformat()}", 1
    while desk.session.head(f"meeting/{(found := body[: LONGEST - len(tail)] + tail)}")[0]:
        number += 1
        tail = f"-{day.isoformat()}-{number}"
    return found


def _same_weekday(day: date, earliest: date) -> date:
    """The first day from `earliest` on that is the weekday of `day`."""
    return earliest + timedelta(days=(day.weekday() - earliest.weekday()) % 7)
