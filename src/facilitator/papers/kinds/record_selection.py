"""What the record of a selection shows beside its lines: money and rules at the head, sums and result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitator.meeting.selection.papers import on_roll
from facilitator.meeting.selection.recount import Papers, SelectionCounted
from facilitator.papers.kinds.cells import bold, label, left, mid, row, say
from facilitator.papers.kinds.choosing import chamber_parts, project_words
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.model import Cell, Row, RowKind, Table
from facilitator.words.ballots import (
    UNITS,
    counting_words,
    entering_words,
    filling_words,
    offered,
    ties_words,
)
from facilitator.words.figures import Unit, counted, money
from facilitator.words.selection import why


def rows(c: Clerk) -> Iterator[Row]:
    """The rows of the head below those that every record has; none for a meeting without projects."""
    t, slate, terms = c.t, c.meeting.slate, c.meeting.terms
    if not slate.all:
        return
    asked = sum(one.asked for one in slate.all.values())
    listed = t(
        "{projects}, {asked} asked for",
        projects=counted(len(slate.all), Unit.PROJECTS, c.lang),
        asked=money(asked, c.lang),
    )
    funds = money(slate.budget, c.lang) + (c.brackets(slate.title) if slate.title else "")
    yield Row((label(t("Money")), left(funds), label(t("Projects")), left(listed)))
    ballot = c.sentences(
        filling_words(offered(terms.ballot, len(slate.standing)), slate.budget, c.lang),
        entering_words(terms.twice, c.lang),
    )
    yield Row((label(t("Ballots")), Cell(say(ballot), span=3)))
    counting = c.sentences(
        counting_words(terms.counting, c.lang), ties_words(terms.counting, c.lang)
    )
    yield Row((label(t("Counting")), Cell(say(counting), span=3)))


def sums_table(c: Clerk, event: SelectionCounted) -> Table:
    """The ballots of each chamber, from those who were there to those that are valid."""
    t = c.t
    roll = on_roll(c.meeting, c.meeting.ballots.votes[event.vote - 1])
    heads = (
        t.within("ballots", "Chamber"), t.within("ballots", "Present"),
        t.within("ballots", "Issued"), t.within("ballots", "Returned"),
        t.within("ballots", "Typed"), t.within("ballots", "Valid"),
        t.within("ballots", "Blank"), t.within("ballots", "Void"),
    )  # fmt: skip
    told = {key: (roll.get(key, 0), *_figures(papers)) for key, papers in event.papers.items()}
    parts = chamber_parts(c)
    body = [
        row(c.listing(map(c.group, part)), *map(str, _added(told[key] for key in part)))
        for part in (parts if len(parts) > 1 else [])
    ]
    total = row(t.within("column", "Total"), *map(str, _added(told.values())), kind=RowKind.TOTAL)
    return Table(
        widths=(22, *(11,) * 7), rows=(row(*heads, kind=RowKind.HEAD), *body, total), keep=True
    )


def _figures(papers: Papers) -> tuple[int, ...]:
    return (
        papers.issued, papers.returned, papers.typed, papers.valid, papers.blank, papers.void,
    )  # fmt: skip


def _added(rows: Iterable[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def result_table(c: Clerk, event: SelectionCounted) -> Table:
    """Every project in the order of votes: its votes by chamber, and why it is funded or not."""
    t, found = c.t, event.selection
    numbers, all_ = c.meeting.slate.numbers, c.meeting.slate.all
    unit = UNITS[c.meeting.terms.ballot.kind]
    parts = chamber_parts(c)
    split = parts if len(parts) > 1 else []
    heads = (
        t.within("column", "No."), t.within("column", "Project"),
        t.within("column", "Asked for"), *(c.listing(map(c.group, part)) for part in split),
        t.within("column", "Votes") if unit is Unit.VOTES else t.within("column", "Points"),
        t.within("column", "Reason"),
    )  # fmt: skip
    body = [
        row(
            str(numbers[one.project]),
            left(all_[one.project].title + _place(c, one.project)),
            money(one.cost, c.lang),
            *(str(sum(one.by_group.get(key, 0) for key in part)) for part in split),
            mid(bold(f"{one.votes:,}")),
            left(why(one, found, c.lang, lambda name: project_words(c, name), unit)),
        )
        for one in found.lines
    ]
    # The reason is a sentence: it gets what the figures can spare.
    widths = (5, 19, 12, *(8,) * len(split), 6, max(18, 58 - 8 * len(split)))
    return Table(widths=widths, rows=(row(*heads, kind=RowKind.HEAD), *body))


def _place(c: Clerk, candidate: str) -> str:
    place = c.meeting.slate.all[candidate].place
    return c.brackets(place) if place else ""
