"""The agenda while it is planned, as rows: title, what is known of the item, how long it is to take."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_rows import Row
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.words.figures import Unit, airy, clock, counted, short_date
from facilitator.words.titles import title


@dataclass(frozen=True, slots=True)
class PlanRow(Row):
    """`words` stands below the title ("" where nothing is known), `minutes` at the right."""

    minutes: str = ""


def plan_rows(desk: Desk, meeting: Meeting) -> tuple[PlanRow, ...]:
    """All items in the order in which they are to be dealt with."""
    names = desk.session.names(meeting)
    return tuple(_row(desk, item, names) for item in meeting.agenda.items)


def _row(desk: Desk, item: Item, names: dict[str, str]) -> PlanRow:
    t, lang = desk.t, desk.lang
    parts: list[str] = []
    if not item.open:
        parts.append(t("{state}: {reason}", state=title(item.state, lang), reason=item.reason))
    if item.carried_from:
        day = desk.session.meeting(item.carried_from).call.planned.date()
        parts.append(t("put off on {date}", date=short_date(day, lang)))
    if item.proposer:
        parts.append(t("Proposed by {name}", name=names.get(item.proposer, item.proposer)))
    if item.text:
        parts.append(" ".join(item.text.split()))
    minutes = counted(item.minutes, Unit.MINUTES, lang) if item.minutes else ""
    said = airy(" · ".join(parts))
    return PlanRow(item.id, item.number, item.title, item.state, said, minutes=airy(minutes))


def total_words(desk: Desk, meeting: Meeting) -> str:
    """5 项 · 共 100 分钟 · 预计 21:10 散会; how many items have no time yet."""
    t, lang = desk.t, desk.lang
    items = meeting.agenda.unfinished()
    if not items:
        return ""
    minutes = sum(item.minutes for item in items)
    parts = [counted(len(items), Unit.ITEMS, lang)]
    if minutes:
        end = meeting.call.planned + timedelta(minutes=minutes)
        parts.append(counted(minutes, Unit.MINUTES, lang))
        parts.append(t("ends about {time}", time=_end(meeting.call.planned, end, lang)))
    if bare := sum(not item.minutes for item in items):
        parts.append(t.many("{n} without a time", "{n} without a time", bare))
    return airy(" · ".join(parts))


def _end(begin: datetime, end: datetime, lang: str) -> str:
    """The hour, with its day where that is another one."""
    if end.date() == begin.date():
        return clock(end)
    return f"{short_date(end.date(), lang)} {clock(end)}"
