"""What the head of the record says of a forum: its theme, how it was hosted, how many came, what was posted."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.meeting.forum.wall import TopicState
from facilitator.meeting.notes import NoteKind
from facilitator.papers.kinds.cells import label, left, say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.model import Cell, Row
from facilitator.words.figures import Unit, counted
from facilitator.words.forum import HOSTING


def rows(c: Clerk) -> Iterator[Row]:
    """The rows below those that every record has; none for a meeting without a theme."""
    t, theme = c.t, c.meeting.theme
    if not theme.question:
        return
    yield Row((label(t("Theme")), Cell(say(theme.question), span=3)))
    if theme.hosting is not None:
        yield Row((label(t("Hosting")), Cell(say(hosting(c)), span=3)))
    yield Row((label(t("People")), left(people(c)), label(t("Topics")), left(posted(c))))


def hosting(c: Clerk) -> str:
    """Neutral or guiding, how often the host intervened, and that it was changed in the middle."""
    t, theme = c.t, c.meeting.theme
    if theme.hosting is None:
        return ""
    changed = [
        t(
            "Changed at {time}: {reason}.",
            time=c.when(one.recorded.at),
            reason=c.bare(c.told(one.reason)),
        )
        for one in theme.changes
        if one.field == "hosting"
    ]
    return c.sentences(t(HOSTING[theme.hosting]), _interventions(c), *changed)


def _interventions(c: Clerk) -> str:
    """Those that stand; each is marked where it is told, apart from what residents said."""
    t = c.t
    lines = c.meeting.notes.lines.values()
    n = sum(note.kind is NoteKind.HOST and not note.struck for note in lines)
    if not n:
        return t("No intervention of the host was noted.")
    return t.many(
        "The host intervened {n} time, marked “Host guides” below.",
        "The host intervened {n} times, marked “Host guides” below.",
        n,
    )


def people(c: Clerk) -> str:
    """As counted in the hall, each time: 09:02为110人、13:26为106人."""
    t = c.t
    return c.listing(
        t("{people} at {time}", people=counted(one.heads, Unit.PEOPLE, c.lang), time=c.when(one.at))
        for one in c.meeting.rounds.total
    ) or t("not counted")


def posted(c: Clerk) -> str:
    """贴出28个，讨论记录25份: what was posted, and of how many a report hangs."""
    t = c.t
    found = [
        one for one in c.meeting.wall.topics.values() if one.state is not TopicState.TAKEN_BACK
    ]
    reports = len(c.meeting.reports.all)
    told = (
        t.many("{n} report on the news wall", "{n} reports on the news wall", reports)
        if reports
        else ""
    )
    parts = (t("{n} posted", n=len(found)), told)
    return t.within("between", ", ").join(part for part in parts if part)
