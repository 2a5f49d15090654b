"""What the office says and what residents say, side by side, on paper: never made into one."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import bold, called, left, row, say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.followed import Followed, office_said, residents_said
from facilitator.papers.model import BlockKind, Cell, Paragraph, RowKind, Table
from facilitator.words.aftermath import assessment_words, differ_words
from facilitator.words.matters import ordinal_words
from facilitator.words.titles import title


def both_views(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """A column for each, with its word, its own words, and who said it when; below, whether they differ."""
    t = c.t
    office, residents = _office(c, one), _residents(c, one)
    rows = [row(t("The office says"), t("Residents say"), kind=RowKind.HEAD)]
    rows += [
        row(*pair) for pair in zip(office, residents, strict=True) if any(c.text for c in pair)
    ]
    yield Table(widths=(1, 1), rows=tuple(rows), keep=True)
    if differ := differ_words(one.now, c.lang):
        said = t("The two do not say the same.")
        yield Paragraph(say(bold(c.sentences(said, differ))), indented=False)


def _office(c: Clerk, one: Followed) -> tuple[Cell, Cell]:
    """The word; the words, with who said them when below."""
    t, said = c.t, office_said(one)
    if said is None or one.now.progress is None:
        return _mid(t("Nothing reported yet")), left("")
    where = one.story.meetings.get(said.meeting) if said.meeting else None
    if where:
        who = t("told at {meeting}", meeting=ordinal_words(*where, c.lang))
    elif said.meeting:
        who = t("told at a later meeting")
    else:
        who = c.by(said.by) if said.by else ""
    facts = c.separated(c.date(said.day), who)
    return _mid(title(one.now.progress, c.lang)), _words(c, said.text, facts)


def _residents(c: Clerk, one: Followed) -> tuple[Cell, Cell]:
    t, found = c.t, residents_said(one)
    if found is None or one.now.view is None:
        return _mid(t("Nobody was asked yet")), left("")
    day, event = found
    facts = c.separated(c.date(day), c.told(event.how), assessment_words(event, c.lang))
    return _mid(title(one.now.view, c.lang)), _words(c, event.text, facts)


def _words(c: Clerk, said: str, facts: str) -> Cell:
    words = c.ended(c.told(said))
    return left(*((words, "\n") if words else ()), called(facts))


def _mid(text: str) -> Cell:
    return Cell(say(bold(text)), align="center")
