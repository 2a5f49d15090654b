"""What a notice says of a selection: the projects, the money, and the rules fixed beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import called, left, row, say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.model import BlockKind, Cell, Heading, Labelled, RowKind, Table
from facilitator.words.ballots import (
    counting_words,
    filling_words,
    offered,
    ties_told,
    times_words,
)
from facilitator.words.figures import money


def slate_blocks(c: Clerk) -> Iterator[BlockKind]:
    """The projects in the order of their numbers with what they ask for; nothing without any."""
    t, slate, terms = c.t, c.meeting.slate, c.meeting.terms
    if not slate.standing:
        return
    budget = money(slate.budget, c.lang) if slate.budget else ""
    right = t("Budget {money}", money=budget) if budget else ""
    yield Heading(t("Projects to choose from"), right=right)
    heads = (
        t.within("notice", "No."),
        t.within("column", "Project"),
        t.within("column", "Asked for"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    for one in slate.standing:
        place = (c.gap, called(one.place)) if one.place else ()
        asked = Cell(say(money(one.asked, c.lang)), align="right")
        rows.append(row(str(slate.numbers[one.id]), left(one.title, *place), asked))
    yield Table(widths=(1.2, 8.0, 2.6), rows=tuple(rows))
    filling = filling_words(offered(terms.ballot, len(slate.standing)), slate.budget, c.lang)
    for head, told in (
        (t.within("result", "Ballot"), filling),
        (t.within("result", "Rule"), counting_words(terms.counting, c.lang)),
        (t.within("result", "Ties"), ties_told(terms.counting, c.lang)),
        (t.within("result", "Pitches"), times_words(terms, c.lang)),
    ):
        if told:
            yield Labelled(head, say(told))
