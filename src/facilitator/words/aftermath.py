"""How a matter, a call and a matter from outside stand, in one line each; said alike on screens and papers.

Without air between Chinese and digits, as papers have it; a screen gives it with `figures.airy`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol

from facilitator.followup.entries import Assessed, View
from facilitator.followup.intake import Source
from facilitator.followup.standing import SETTLED, Standing
from facilitator.words.figures import (
    Unit,
    clock,
    counted,
    date_words,
    duration,
    money,
    short_date,
)
from facilitator.words.titles import title
from facilitator.words.tongue import mark, tongue


class Awaited(Protocol):
    """What may be late: a matter as it stands, or its row in the register."""

    @property
    def due(self) -> date | None:
        """When it is to be done."""

    @property
    def review_on(self) -> date | None:
        """When it is to be looked at again."""

    @property
    def progress(self) -> str | None:
        """What the office last said."""

    def overdue(self, day: date) -> int:
        """By how many days either is late."""
        ...


_HOURS = 120
"""From so many minutes on, a length of time is said in hours, and from two days on in days."""


def standing_words(standing: Standing, day: date, lang: str) -> str:
    """进行中，9月30日到期，逾期52天: what the office says, what is due when, and by how much it is late."""
    t = tongue(lang)
    said = [title(standing.progress, lang) if standing.progress else t("Nothing reported yet")]
    if standing.due is not None and not standing.settled:
        said.append(t("due on {day}", day=near(standing.due, day, lang)))
    if standing.review_on is not None and standing.review_on != standing.due:
        said.append(t("to be looked at again on {day}", day=near(standing.review_on, day, lang)))
    if late := overdue_words(standing, day, lang):
        said.append(late)
    return clauses(said, lang)


def overdue_words(one: Awaited, day: date, lang: str) -> str:
    """逾期52天, or 复查逾期52天 where it is the planned look that is late; "" if nothing is."""
    late = one.overdue(day)
    if not late:
        return ""
    due = one.due if one.progress not in SETTLED else None
    if due is not None and (day - due).days == late:
        return late_words(late, lang)
    return tongue(lang).many("review {n} day overdue", "review {n} days overdue", late)


def late_words(days: int, lang: str) -> str:
    """逾期52天."""
    return tongue(lang).many("{n} day overdue", "{n} days overdue", days)


def differ_words(standing: Standing, lang: str) -> str:
    """That the office and the residents do not say the same; "" where they do, or nobody was asked."""
    t = tongue(lang)
    if not standing.differ or standing.view is None:
        return ""
    office = title(standing.progress, lang) if standing.progress else t("nothing yet")
    return t(
        "The office says: {office}. Residents say: {view}.",
        office=office,
        view=title(standing.view, lang),
    )


def money_words(granted: int, paid: int, lang: str) -> str:
    """已付1,200元，还剩1,200元: what was paid of what was granted, in fen; "" if neither is known."""
    t = tongue(lang)
    if not granted and not paid:
        return ""
    if not granted:
        return t("{paid} paid", paid=money(paid, lang))
    rest = granted - paid
    of = t("{paid} of {granted} paid", paid=money(paid, lang), granted=money(granted, lang))
    if rest > 0:
        return clauses([of, t("{rest} left", rest=money(rest, lang))], lang)
    if rest < 0:
        return clauses([of, t("{rest} more than granted", rest=money(-rest, lang))], lang)
    return of


def assessment_words(event: Assessed, lang: str) -> str:
    """6人评：没办5，说不清1: how many were asked, and what they say, what most say first."""
    t = tongue(lang)
    counts = (
        (View.DONE, event.done),
        (View.HALF, event.half),
        (View.NOT_DONE, event.not_done),
        (View.UNCLEAR, event.unclear),
    )
    told = sorted((one for one in counts if one[1]), key=lambda one: -one[1])
    split = [t("{view} {count}", view=title(view, lang), count=count) for view, count in told]
    people = counted(event.people, Unit.PEOPLE, lang)
    return t("{people} asked: {split}", people=people, split=clauses(split, lang))


def call_words(
    made: datetime, minutes: int, arrived: datetime | None, now: datetime, lang: str
) -> str:
    """How a call stands: 17分钟到场，在30分钟之内 · 47分钟到场，超过17分钟 · 还有11:24 · 超过12分钟.

    Minutes begun count as whole ones, so that the sum is right to the second: at 30:01 it is the 31st.
    """
    t = tongue(lang)
    if arrived is not None:
        took = _begun(arrived - made)
        there = t("on the spot after {time}", time=span(took, lang))
        if took <= minutes:
            within = t("within the {time} set", time=span(minutes, lang))
            return clauses([there, within], lang)
        return clauses([there, _over(took - minutes, lang)], lang)
    left = made + timedelta(minutes=minutes) - now
    if left >= timedelta():
        return left_words(left, lang)
    seconds = int(-left / timedelta(seconds=1))
    if seconds < 60:
        return t("{time} over the time set", time=duration(seconds, lang))
    return _over(seconds // 60, lang)


def left_words(left: timedelta, lang: str) -> str:
    """还有11:24; from two hours on without the seconds: 还有3小时."""
    t = tongue(lang)
    seconds = max(0, int(left / timedelta(seconds=1)))
    if seconds < _HOURS * 60:
        return t("{time} still left", time=f"{seconds // 60}:{seconds % 60:02}")
    return t("{time} still left", time=span(seconds // 60, lang))


def span(minutes: int, lang: str) -> str:
    """A length of time in the unit that people use: 17分钟, 5小时, 3天."""
    t = tongue(lang)
    if minutes < _HOURS:
        return counted(minutes, Unit.MINUTES, lang)
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        said = t.many("{n} hour", "{n} hours", hours)
        return f"{said}{counted(rest, Unit.MINUTES, lang)}" if rest and lang == "zh" else said
    return counted(minutes // (24 * 60), Unit.DAYS, lang)


def _over(minutes: int, lang: str) -> str:
    t = tongue(lang)
    return t("{time} over the time set", time=span(minutes, lang))


def _begun(length: timedelta) -> int:
    """Minutes, with the one that has just begun."""
    return -(-max(length, timedelta()) // timedelta(minutes=1))


FROM = {
    Source.HOTLINE: mark("from hotline {name}"),
    Source.DEPARTMENT: mark("passed on by {name}"),
    Source.LETTER: mark("by letter from {name}"),
    Source.VISIT: mark("brought by {name}"),
    Source.WALK: mark("seen on a walk: {name}"),
    Source.PETITION: mark("joint petition of {name}"),
    Source.OTHER: mark("from {name}"),
}


def source_words(source: Source, name: str, reference: str, lang: str) -> str:
    """热线6712345（编号QD-0412）: where a matter came from."""
    t = tongue(lang)
    said = t(FROM[source], name=name) if name else title(source, lang)
    return t("{source} (No. {reference})", source=said, reference=reference) if reference else said


def intake_words(
    *,
    answer_by: date | None,
    settled: str | None,
    settled_on: date | None,
    settled_to: str | None,
    day: date,
    lang: str,
    on_agenda: str = "",
) -> str:
    """How a matter from outside stands: 12月4日前答复，还剩3天 · 11月28日已答复 · 已转街道城管办.

    `on_agenda` is what the meeting is called on whose agenda it stands; `settled` "answered" or "referred".
    """
    t = tongue(lang)
    when = near(settled_on, day, lang) if settled_on else ""
    if settled == "answered":
        return t("answered on {day}", day=when)
    if settled == "referred":
        return t("passed on to {to} on {day}", to=settled_to or "", day=when)
    said = [t("on the agenda of {meeting}", meeting=on_agenda)] if on_agenda else []
    if answer_by is not None:
        said.append(t("to be answered by {day}", day=near(answer_by, day, lang)))
        if answer_by < day:
            said.append(late_words((day - answer_by).days, lang))
    return clauses(said or [t.within("intake", "waiting")], lang)


def clauses(words: Iterable[str], lang: str) -> str:
    """Parts of one sentence, one after another."""
    return ("，" if lang == "zh" else ", ").join(words)


def near(day: date, today: date, lang: str) -> str:
    """9月30日; with the year where it is not this one."""
    return short_date(day, lang) if day.year == today.year else date_words(day, lang)


def at_words(at: datetime, today: date, lang: str) -> str:
    """14:03; with the day where it is not today's."""
    day = "" if at.date() == today else f"{near(at.date(), today, lang)} "
    return day + clock(at)
