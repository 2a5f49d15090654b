"""A resolution (决议), to be posted: the text as carried, who carries it out, the vote, no voter's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from facilitator.followup.entries import Notice
from facilitator.meeting.decisions import Decision
from facilitator.papers.kinds.cells import ONE, TWO, bold, fill, mid, row, say
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, mark, meeting_name, nothing, write
from facilitator.papers.kinds.followed import fate, of_decision
from facilitator.papers.kinds.matters import cash, day_words, decision_title, implementer, standing
from facilitator.papers.kinds.posted import posting_box, received
from facilitator.papers.material import Material
from facilitator.papers.model import (
    BlockKind,
    Box,
    Cell,
    Heading,
    Layout,
    Paper,
    Paragraph,
    Row,
    RowKind,
    SignOff,
    Table,
)
from facilitator.rules.charter import Measure
from facilitator.rules.outcome import Outcome
from facilitator.words.figures import Unit, counted, date_words
from facilitator.words.outcomes import decision_words, need_words, share_of_base, verdict_word
from facilitator.words.tongue import mark_in


def resolutions(material: Material) -> list[Paper]:
    """One paper for every decision that stands; refused (`nothing-to-print`) when there is none."""
    chosen(material, ())
    c = clerk(material)
    papers = [_resolution(c, decision) for decision in standing(c)]
    if not papers:
        raise nothing("resolution")
    return papers


def _resolution(c: Clerk, decision: Decision) -> Paper:
    t = c.t
    carried = date_words(_day(c, decision), c.lang)
    number = t("No. {number}", number=decision.number)
    name = decision_words(decision.number, c.lang)
    return write(
        c,
        "resolution",
        Layout.POSTER,
        t("{body}: resolution", body=c.meeting.council.name),
        _blocks(c, decision),
        subtitle=t(
            "{number} (carried on {date}, {meeting})",
            number=number,
            date=carried,
            meeting=meeting_name(c),
        ),
        own=f"{name} {decision_title(c, decision)}",
        marked=mark(c, short=True),
    )


def _blocks(c: Clerk, decision: Decision) -> Iterator[BlockKind]:
    poll = c.meeting.polls.all[decision.poll]
    one = of_decision(c, decision)
    yield Heading(decision_title(c, decision))
    if said := fate(c, one):
        yield Paragraph(say(bold(said)), indented=False, align="center")
    for line in poll.text.split("\n"):
        if line.strip():
            yield Paragraph(say(line.strip()))
    yield from (Paragraph(say(text)) for text in _task(c, decision))
    assert poll.outcome is not None  # nothing is decided without one
    yield _vote(c, poll.outcome)
    yield from received(c, one, Notice.RESOLUTION)
    yield SignOff((c.meeting.council.name, date_words(_day(c, decision), c.lang)))
    yield Box(posting_box(c, one, Notice.RESOLUTION))


def _day(c: Clerk, decision: Decision) -> date:
    poll = c.meeting.polls.all[decision.poll]
    closed = poll.closed or decision.made
    return c.here(closed.at).date()


def _task(c: Clerk, decision: Decision) -> Iterable[str]:
    """Who carries it out and by when, a line each: read standing, from a board."""
    t = c.t
    who, task = implementer(c, decision), decision.assignment
    if who:
        yield t("This decision is carried out by {name}.", name=who)
    if task is None:
        return
    if task.task:
        yield c.ended(task.task)
    facts = (
        (t.within("task", "Money"), cash(c, task)),
        (t.within("task", "Begins"), day_words(c, task.begins) if task.begins else ""),
        (t.within("task", "Due"), day_words(c, task.due) if task.due else ""),
        (t.within("task", "Report by"), day_words(c, task.report_by) if task.report_by else ""),
        (t.within("task", "Review on"), day_words(c, task.review_on) if task.review_on else ""),
    )
    for label, value in facts:
        if value:
            yield t("{label}: {value}.", label=label, value=value)


_COLUMNS = (
    ("in_favour", mark_in("column", "For"), True),
    ("against", mark_in("column", "Against"), True),
    ("abstained", mark_in("column", "Abstain"), True),
    ("blank", mark_in("ballots", "Blank"), False),
    ("void", mark_in("ballots", "Void"), False),
    ("absent", mark_in("column", "Absent"), True),
    ("recused", mark_in("column", "Recused"), False),
    ("silent", mark_in("column", "No answer"), False),
    ("vacant", mark_in("column", "Vacant"), False),
)


def _vote(c: Clerk, outcome: Outcome) -> Table:
    """One row, and over it what it took; every seat is in one of its columns."""
    t = c.t
    tally = outcome.tally
    columns = [
        (field, label) for field, label, always in _COLUMNS if always or getattr(tally, field)
    ]
    heads = [*(t.within(*label) for _, label in columns), t.within("column", "Result")]
    cells: list[str | Cell] = [str(getattr(tally, field)) for field, _ in columns]
    cells.append(mid(bold(verdict_word(outcome.verdict, c.lang))))
    rows = [
        *_needs(c, outcome, len(heads)),
        row(*heads, kind=RowKind.HEAD),
        row(*cells),
    ]
    return Table(widths=(1.0,) * len(heads), rows=tuple(rows), keep=True, large=True)


def _needs(c: Clerk, outcome: Outcome, span: int) -> Iterator[Row]:
    """全体13席的三分之二以上赞成为通过，须9票; a row for every test where there are several."""
    t = c.t
    unit = c.charter.weight_unit
    for test in outcome.tests:
        share = share_of_base(test, c.lang, charter=c.charter, size=test.base_size)
        if len(outcome.tests) == 1 and test.measure is Measure.HEADS:
            votes = bold(counted(test.needed, Unit.VOTES, c.lang))
            rule = fill(
                t("Carried by {share} in favour: {votes}", share=ONE, votes=TWO), share, votes
            )
            yield row(mid(rule, span=span))
            continue
        yield row(mid(f"{share}{c.gap}", bold(need_words(test, c.lang, unit)), span=span))
