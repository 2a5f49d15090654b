"""How satisfied residents are (满意度评估): every answer with its number, who was asked, what they said."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import Piece, bold, called, left, mid, row
from facilitator.papers.kinds.thread import Thread, paragraphs, table
from facilitator.papers.model import BlockKind, Heading, Row
from facilitator.rounds.monitoring import ANSWERS, SatisfactionAssessed, monitoring_of
from facilitator.words.figures import Unit, counted, percent
from facilitator.words.rounds import ANSWER_WORDS


def answers(c: Thread) -> list[str]:
    """The five answers as they are ticked."""
    t = c.t
    return [t.within(*ANSWER_WORDS[field]) for field in ANSWERS]


def satisfaction_blocks(c: Thread) -> Iterator[BlockKind]:
    """A row for each time residents were asked; nothing where nobody was."""
    t, found = c.t, monitoring_of(c.project).assessments
    if not found:
        return
    yield Heading(t("How satisfied residents are"))
    heads = (t.within("satisfaction", "Asked"), *answers(c), t.within("satisfaction", "Content"))
    yield table(heads, [_row(c, one) for one in found], (44.0, *(19.0,) * 5, 21.0))
    for one in found:
        if one.text:
            said = t("{date}: {text}", date=c.date(one.on), text=c.told(one.text))
            yield from paragraphs(said)


def _row(c: Thread, one: SatisfactionAssessed) -> Row:
    people = counted(one.people, Unit.PEOPLE, c.lang)
    how: list[Piece] = [c.date(one.on), "\n", called(c.separated(people, c.told(one.how)))]
    counts = (getattr(one, field) for field in ANSWERS)
    return row(left(*how), *map(str, counts), mid(bold(percent(one.content))))
