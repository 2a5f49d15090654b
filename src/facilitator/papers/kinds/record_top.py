"""The head of the record: when and where, who ran and wrote it, and who was there group by group."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.attendance import Capacity
from facilitator.papers.kinds.cells import between, label, left, row, say
from facilitator.papers.kinds.clerk import Clerk, never_opened
from facilitator.papers.kinds.course import sittings
from facilitator.papers.kinds.lists import listed, people
from facilitator.papers.kinds.record_forum import rows as forum_rows
from facilitator.papers.kinds.record_selection import rows as selection_rows
from facilitator.papers.kinds.roll import Roll, attended, expected, roll, stays
from facilitator.papers.model import BlockKind, Labelled, Row, RowKind, Table, Text
from facilitator.rules.charter import Base, Measure
from facilitator.rules.counting import count, the_rule
from facilitator.rules.outcome import Role, Test
from facilitator.words.figures import (
    Unit,
    clock,
    counted,
    date_words,
    full_date,
    meeting_time,
    time_range,
)
from facilitator.words.outcomes import rule_sentence
from facilitator.words.titles import title as capacity

MANY = 30
"""Members named inside the table; a larger body has numbers there and its names below."""


def header(c: Clerk) -> Iterable[BlockKind]:
    """Time and place, host and recorder, notice and guests."""
    t = c.t
    pairs = (
        (t.within("header", "Time"), times(c), t.within("header", "Place"), c.meeting.call.place),
        (t.within("header", "Host"), hosts(c), t.within("header", "Recorder"), recorders(c)),
        (t.within("header", "Notice"), notice(c), t.within("header", "Observers"), observers(c)),
    )
    rows = tuple(row(label(a), left(b), label(d), left(e)) for a, b, d, e in pairs)
    more = (*forum_rows(c), *selection_rows(c))
    widths = (13 if more else 11, 46, 11, 32) if c.lang == "zh" else (12, 43, 14, 31)
    yield Table(widths=widths, rows=(*rows, *more))


def times(c: Clerk) -> str:
    """2026年11月27日（星期五）19:36—21:00, and every further sitting; when it was closed without any."""
    if never_opened(c):
        return _closed_unopened(c)
    parts: list[str] = []
    for sitting in sittings(c.meeting):
        begin = c.here(sitting.opened)
        end = c.here(sitting.closed) if sitting.closed else None
        if parts and begin.date() == c.day:
            parts.append(time_range(begin, end, c.lang))
        else:
            parts.append(meeting_time(begin, end, c.lang))
    return c.listing(parts)


def _closed_unopened(c: Clerk) -> str:
    t, closed = c.t, c.meeting.life.closed
    assert closed is not None
    at = c.here(closed.at)
    day = date_words(at.date(), c.lang)
    if c.meeting.life.cancelled:
        return t("cancelled on {date} at {time}", date=day, time=clock(at))
    return t("not opened; closed on {date} at {time}", date=day, time=clock(at))


def hosts(c: Clerk) -> str:
    """Who ran the meeting, in order, each with the office held; who was to, if it was never opened."""
    t = c.t
    if never_opened(c):
        host = c.meeting.life.host
        return t("was to be {name}", name=_with_office(c, host)) if host else "—"
    return c.listing(_with_office(c, person) for person in presiding(c))


def _with_office(c: Clerk, person: str) -> str:
    office = office_of(c, person)
    return c.name(person) + (c.brackets(office) if office else "")


def presiding(c: Clerk) -> list[str]:
    """Who ran the meeting from its opening on, each once."""
    opened = c.meeting.life.opened
    everybody = c.meeting.life.hosts
    before = [one for one in everybody if opened and one[0].version < opened.version][-1:]
    during = [one for one in everybody if opened and one[0].version > opened.version]
    return list(dict.fromkeys(person for _, person in (*before, *during)))


def office_of(c: Clerk, person: str) -> str:
    """The offices somebody holds: 理事长."""
    holding = c.meeting.seat_of(person)
    offices = [c.charter.office(key) for key in holding.offices] if holding else []
    return c.listing(office.title.text(c.lang) for office in offices if office)


def recorders(c: Clerk) -> str:
    """Who kept the record: 郑晓彤（秘书）, 郑晓彤（居委会，秘书）."""
    t = c.t
    told: list[str] = []
    for person, seen in c.meeting.attendance.observers.items():
        if seen.capacity is Capacity.SECRETARY:
            known = c.material.people.get(person)
            unit = known.address if known and not c.public else ""
            said = unit in (capacity(seen.capacity, lang) for lang in ("zh", "en"))
            parts = ("" if said else unit, capacity(seen.capacity, c.lang))
            listed = t.within("between", ", ").join(part for part in parts if part)
            told.append(c.name(person) + c.brackets(listed))
    return c.listing(told) or "—"


def observers(c: Clerk) -> str:
    """Those without a vote who came; many of them as a number."""
    t = c.t
    came = [
        person
        for person, seen in c.meeting.attendance.observers.items()
        if seen.capacity is not Capacity.SECRETARY and attended(c.meeting, person)
    ]
    if len(came) > 8:
        people = counted(len(came), Unit.PEOPLE, c.lang)
        return t("{people}, see the sign-in sheet", people=people)
    return _with_units(c, came) or t("none")


def _with_units(c: Clerk, people: list[str]) -> str:
    """叶永康、谢婉仪（居委会）: those of one unit together."""
    units: dict[str, list[str]] = {}
    for person in people:
        known = c.material.people.get(person)
        unit = known.address if known and not c.public else ""
        units.setdefault(unit, []).append(c.name(person))
    return c.listing(
        c.listing(names) + (c.brackets(unit) if unit else "") for unit, names in units.items()
    )


def notice(c: Clerk) -> str:
    """会前7日张贴，定于19:30开会; 会前1日张贴，少于章程规定的3日 where the charter asks for more."""
    t = c.t
    posted, planned = c.meeting.life.notice, c.here(c.meeting.call.planned)
    due = t("called for {time}", time=clock(planned))
    if planned.date() != c.day:
        due = t("called for {time}", time=meeting_time(planned, None, c.lang))
    days = (min(planned.date(), c.day) - posted.posted).days if posted else 0
    if posted is None:
        when = t("posting not recorded")
    elif days > 0:
        when = t("posted {days} before", days=counted(days, Unit.DAYS, c.lang))
    else:
        when = t("posted on {date}", date=full_date(posted.posted, c.lang))
    return t.within("between", ", ").join(part for part in (when, _short(c, days), due) if part)


def _short(c: Clerk, days: int) -> str:
    """What the charter asks of a notice, where this one hung for less, or is not known to have hung."""
    t = c.t
    asked = c.charter.notice_days
    if not asked or days >= asked:
        return ""
    number = counted(asked, Unit.DAYS, c.lang)
    if days > 0:
        return t("fewer than the {days} the charter asks for", days=number)
    return t("the charter asks for {days} before", days=number)


def attendance(c: Clerk) -> Iterable[BlockKind]:
    """应到 实到 请假 by group; names in the table of a council, below it in a large assembly."""
    t = c.t
    if not expected(c):
        return
    whole = roll(c, "")
    heads = [t("Group"), t.within("roll", "Due"), t.within("roll", "Here")]
    heads.append(t.within("roll", "Excused"))
    heads += [t.within("roll", "Absent")] if whole.absent else []
    rows = [row(*heads, t("Attending"), kind=RowKind.HEAD)]
    rows += [_group(c, one, whole) for one in _shown(c, whole)]
    total = (*_numbers(whole, bool(whole.absent)), left(_need(c)))
    rows.append(row(t.within("column", "Total"), *total, kind=RowKind.TOTAL))
    first, narrow = (12.0, 7.5) if c.lang == "zh" else (14.0, 9.0)
    columns = len(heads) - 1
    widths = (first, *(narrow,) * columns, 100 - first - narrow * columns)
    yield Table(widths=widths, rows=tuple(rows))
    if whole.due > MANY:
        yield from _lists(c, whole)


def _shown(c: Clerk, whole: Roll) -> list[Roll]:
    """The groups that have a row; a large body of one group is its own total."""
    rolls = [roll(c, group.key) for group in c.charter.groups]
    return [] if len(rolls) == 1 and whole.due > MANY else rolls


def _group(c: Clerk, one: Roll, whole: Roll) -> Row:
    names = [vacancies(c, one)] if whole.due > MANY else _names(c, one)
    return row(c.group(one.group), *_numbers(one, bool(whole.absent)), left(*names))


def _numbers(one: Roll, absent: bool) -> list[str]:
    numbers = [one.due, len(one.came), len(one.excused)]
    return [str(number) for number in ([*numbers, len(one.absent)] if absent else numbers)]


def _names(c: Clerk, one: Roll) -> Text:
    """Who came (late ones with their time); who is excused and why; who did not come; seats vacant."""
    t = c.t
    parts = [_all_who_came(c, one)]
    if one.excused:
        parts.append(say(t.within("roll", "Excused"), c.colon, _all_excused(c, one)))
    if one.absent:
        absent = people(c, one.absent)
        parts.append(say(t.within("roll", "Absent"), c.colon, absent))
    parts.append(say(vacancies(c, one)))
    return between(t.within("between", "; "), (part for part in parts if part))


def vacancies(c: Clerk, one: Roll) -> str:
    """Seats that nobody holds."""
    t = c.t
    return t("vacant: {seats}", seats=counted(one.vacant, Unit.SEATS, c.lang)) if one.vacant else ""


def _all_who_came(c: Clerk, one: Roll) -> Text:
    return between(c.comma, (say(listed(c, m), _since(c, m)) for m in one.came))


def _since(c: Clerk, member: str) -> str:
    t = c.t
    came, opened = stays(c.meeting, member)[0].came, c.meeting.life.opened
    if opened is None or came <= opened.at:
        return ""
    return c.brackets(t.within("roll", "from {time}", time=c.when(came)))


def _all_excused(c: Clerk, one: Roll) -> Text:
    def why(reason: str) -> str:
        return c.brackets(c.bare(reason)) if reason and not c.public else ""

    return between(c.comma, (say(listed(c, m), why(told)) for m, told in one.excused.items()))


def _lists(c: Clerk, whole: Roll) -> Iterable[BlockKind]:
    t = c.t
    lists = (
        (t.within("list", "Attending"), _all_who_came(c, whole)),
        (t.within("roll", "Excused"), _all_excused(c, whole)),
        (t.within("roll", "Absent"), people(c, whole.absent)),
    )
    for title, names in lists:
        if names:
            yield Labelled(title, names)


def _need(c: Clerk) -> str:
    """须9票赞成方为通过，最多可缺4人: from the rules' own test, where it is known beforehand."""
    t = c.t
    test = test_beforehand(c)
    if test is None:
        return rule_sentence(c.charter, the_rule(c.charter), c.lang)
    votes = counted(test.needed, Unit.VOTES, c.lang)
    spare = len(c.meeting.council.seats) - test.needed
    if spare < 0:
        return t(
            "{votes} for are needed to carry; there are not so many {members}",
            votes=votes,
            members=c.members,
        )
    return t(
        "{votes} for are needed to carry; at most {n} may be missing",
        votes=votes,
        n=spare,
    )


def test_beforehand(c: Clerk) -> Test | None:
    """The test of the default rule, when it is one test whose base does not depend on who comes."""
    outcome = count(c.charter, "", c.meeting.figures())
    tests = [test for test in outcome.tests if test.role is Role.CONSENT]
    fixed = len(tests) == 1 and tests[0].base in (Base.SEATS, Base.IN_OFFICE)
    if not fixed or tests[0].group or tests[0].measure is not Measure.HEADS:
        return None
    return tests[0]
