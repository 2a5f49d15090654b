"""The book's account of the day: what it was called for, who came, how it was hosted, how people moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta

from facilitator.meeting.forum.theme import Hosting
from facilitator.meeting.forum.wall import TopicState
from facilitator.meeting.notes import NoteKind
from facilitator.papers.kinds.cells import called, label, left, mid, row, say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.forum import HIDDEN, slot_name, times
from facilitator.papers.kinds.record_top import hosts, recorders
from facilitator.papers.kinds.record_top import times as sat
from facilitator.papers.kinds.roll import attended, expected, roll
from facilitator.papers.model import (
    Banner,
    BlockKind,
    Cell,
    Heading,
    Labelled,
    Paragraph,
    Row,
    RowKind,
    Table,
)
from facilitator.words.figures import Unit, counted, duration, time_range
from facilitator.words.forum import HOSTING
from facilitator.words.principles import LAW, LAW_TITLE, PRINCIPLES
from facilitator.words.tongue import mark


def invitation(c: Clerk) -> Iterator[BlockKind]:
    """The question, the words of the invitation, who invited, and the rules of the day."""
    t, theme = c.t, c.meeting.theme
    if not theme.question:
        return
    yield Banner(theme.question, most=24, lines=4)
    for line in theme.invitation.split("\n"):
        if line.strip():
            yield Paragraph(say(line.strip()))
    if theme.sponsor:
        yield Labelled(t("Invited by"), say(theme.sponsor))
    for change in theme.changes:
        if change.field == "question":
            yield Labelled(
                t.within("theme", "Before"),
                say(change.old, c.brackets(c.bare(c.told(change.reason)))),
            )
    yield Heading(t("Four principles and a law"), level=2, listed=False)
    for n, words in enumerate(PRINCIPLES, 1):
        yield Paragraph(say(f"{n}. {t(words)}"), indented=False)
    yield Labelled(t(LAW_TITLE), say(t(LAW)))


def day(c: Clerk) -> Iterator[BlockKind]:
    """In figures first, then round by round."""
    yield _figures(c)
    yield from _movement(c)


def _figures(c: Clerk) -> Table:
    t = c.t
    facts = (
        (t.within("header", "Time"), _lasted(c)),
        (t.within("header", "Place"), c.meeting.call.place),
        (t.within("header", "Host"), hosts(c)),
        (t.within("header", "Recorder"), recorders(c)),
        (t("Hosting"), _hosting(c)),
        (t("People"), _people(c)),
        (t("Topics"), _topics(c)),
        (t("The reports"), _reports(c)),
    )
    rows = tuple(Row((label(name), left(told))) for name, told in facts if told)
    return Table(widths=(14, 86) if c.lang == "zh" else (16, 84), rows=rows)


def _lasted(c: Clerk) -> str:
    """When it was, and how long."""
    opened, closed = c.meeting.life.opened, c.meeting.life.closed
    if opened is None or closed is None:
        return sat(c)
    minutes = (closed.at - opened.at) // timedelta(minutes=1)
    return sat(c) + c.brackets(_hours(c, minutes))


def _hours(c: Clerk, minutes: int) -> str:
    t = c.t
    hours, rest = divmod(minutes, 60)
    if not hours:
        return duration(minutes * 60, c.lang)
    if not rest:
        return t.many("{n} hour", "{n} hours", hours)
    return t("{hours} h {minutes} min", hours=hours, minutes=rest)


def _hosting(c: Clerk) -> str:
    t, theme = c.t, c.meeting.theme
    if theme.hosting is None:
        return ""
    said = [t(HOSTING[theme.hosting])]
    kinds = Counter(note.kind for note in c.meeting.notes.lines.values())
    n = kinds[NoteKind.HOST]
    if n or theme.hosting is Hosting.GUIDING:
        said.append(
            t.many(
                "The host intervened {n} time; the record says when.",
                "The host intervened {n} times; the record says when.",
                n,
            )
        )
    for change in theme.changes:
        if change.field == "hosting":
            why = c.bare(c.told(change.reason))
            said.append(
                t("Changed at {time}: {reason}.", time=c.when(change.recorded.at), reason=why)
            )
    return c.sentences(*said)


def _people(c: Clerk) -> str:
    """As counted in the hall, and by the sign-in sheet."""
    t, meeting = c.t, c.meeting
    parts = [
        t(
            "{people} at {time}",
            people=counted(one.heads, Unit.PEOPLE, c.lang),
            time=c.clock(one.at),
        )
        for one in meeting.rounds.total
    ]
    said = [t("Counted: {counts}.", counts=c.listing(parts))] if parts else []
    whole = roll(c, "")
    if whole.due and expected(c):
        said.append(t("Due {due}, present {came}.", due=whole.due, came=len(whole.came)))
    guests = sum(attended(meeting, one) for one in meeting.attendance.observers)
    if guests:
        people = counted(guests, Unit.PEOPLE, c.lang)
        said.append(t("Others who signed in: {people}.", people=people))
    return c.sentences(*said)


def _topics(c: Clerk) -> str:
    """28个议题：……; every state that there is, by its own words."""
    t = c.t
    found = [one for one in c.meeting.wall.topics.values() if one.state not in HIDDEN]
    states = Counter(one.state for one in found)
    said = [t("{n} posted", n=len(found))]
    held = [one for one in found if one.state is TopicState.OPEN and one.spots]
    said.append(t("{n} have a place", n=len(held)))
    waiting = states[TopicState.OPEN] - len(held)
    for n, words in (
        (waiting, mark("{n} without a place")),
        (states[TopicState.NOT_HELD], mark("{n} not held")),
        (states[TopicState.PARKED], mark("{n} parked")),
        (states[TopicState.MERGED], mark("{n} merged into others")),
        (states[TopicState.SPLIT], mark("{n} split into others")),
        (states[TopicState.WITHDRAWN], mark("{n} withdrawn")),
    ):
        if n:
            said.append(t(words, n=n))
    return c.ended(t.within("between", ", ").join(said))


def _reports(c: Clerk) -> str:
    """How many hang, how many of them are blank, how many are missing, how many additions there are."""
    t, reports = c.t, c.meeting.reports.all
    if not reports:
        return ""
    said = [t("{n} reports posted", n=len(reports))]
    blank = sum(one.sheet.blank for one in reports.values())
    missing = sum(
        one.state is TopicState.OPEN and bool(one.spots) and one.id not in reports
        for one in c.meeting.wall.topics.values()
    )
    additions = sum(len(one.additions) for one in reports.values())
    for n, words in (
        (blank, mark("{n} of them blank")),
        (missing, mark("{n} reports missing")),
        (additions, mark("{n} additions")),
    ):
        if n:
            said.append(t(words, n=n))
    return c.ended(t.within("between", ", ").join(said))


def _movement(c: Clerk) -> Iterable[BlockKind]:
    """How many were counted where in each round, and how many were on their way between groups."""
    t, meeting = c.t, c.meeting
    slots = [slot for slot in meeting.matrix.slots.values() if slot.id in meeting.rounds.held]
    counted_in = {slot for slot, _ in meeting.rounds.heads}
    if not slots:
        return
    yield Heading(t("Round by round"), level=2, listed=False)
    heads = [t.within("wall", "Place"), *(slot_name(c, slot) for slot in slots)]
    rows = [row(*heads, kind=RowKind.HEAD)]
    held = [_held(c, slot.id) or times(c, slot) for slot in slots]
    rows.append(row(called_cell(t.within("rounds", "Held")), *held))
    places = [
        place
        for place in meeting.matrix.places
        if any(meeting.rounds.heads_in(slot.id, place) is not None for slot in slots)
    ]
    most = max((meeting.rounds.heads_in(s, p) or 0 for s, p in meeting.rounds.heads), default=0)
    for place in places:
        cells = [_count(c, slot.id, place, most) for slot in slots]
        rows.append(Row((mid(meeting.matrix.places[place].name), *cells)))
    if counted_in:
        sums = [sum(meeting.rounds.heads_in(slot.id, p) or 0 for p in places) for slot in slots]
        rows.append(row(t("In groups"), *(str(n) for n in sums), kind=RowKind.TOTAL))
    yield Table(widths=(3.4, *(3.0,) * len(slots)), rows=tuple(rows))
    if counted_in:
        yield Paragraph(
            say(
                t(
                    "Heads as counted once in each round. Whoever was on the way between two groups, or "
                    "sat down with nobody, is in no number."
                )
            ),
            indented=False,
            small=True,
        )


def called_cell(text: str) -> Cell:
    """A centred cell in 楷体."""
    return mid(called(text))


def _held(c: Clerk, slot: str) -> str:
    """From when to when the groups met; again where a round was taken up again."""
    spans = [
        time_range(c.here(begin), c.here(end) if end else None, c.lang)
        for begin, end in c.meeting.rounds.held.get(slot, [])
    ]
    return c.listing(spans)


def _count(c: Clerk, slot: str, place: str, most: int) -> Cell:
    n = c.meeting.rounds.heads_in(slot, place)
    if n is None:
        return mid("—")
    return Cell(say(str(n)), align="center", bar=n / most if most else 0.0)
