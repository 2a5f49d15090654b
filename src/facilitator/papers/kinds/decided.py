"""The list of decisions, all of a body's or those that were looked for: what was decided and how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from facilitator.acts import RuleViolation
from facilitator.papers.kinds.cells import Piece, bold, called, left, mid, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.office import Office, office, write_list
from facilitator.papers.material import BodyMaterial
from facilitator.papers.model import BlockKind, Paper, Paragraph, Row, RowKind, Table
from facilitator.presets import format_of
from facilitator.words.figures import listing
from facilitator.words.found import (
    facet_word,
    implementation_word,
    kinship_word,
    result_word,
    view_word,
)

if TYPE_CHECKING:
    from facilitator.record.decided import Decided


def decisions(source: BodyMaterial) -> list[Paper]:
    """One list; refused (`nothing-to-print`) when there is no decision, or none that was looked for."""
    if not source.decisions:
        raise nothing("decisions")
    c = office(source)
    return [write_list(c, "decisions", c.t("List of decisions"), _blocks(c), subtitle=_subtitle(c))]


def _subtitle(c: Office) -> str:
    t = c.t
    count = t.many("{n} decision", "{n} decisions", len(c.source.decisions))
    return c.joined(c.source.name, t("as of {date}", date=c.date(c.today)), count)


def _blocks(c: Office) -> Iterator[BlockKind]:
    if narrowed := _narrowed(c):
        yield Paragraph(say(narrowed), indented=False, align="center", small=True)
    t, everywhere = c.t, not c.source.body
    heads = (
        t.within("list", "Date"),
        t.within("list", "No."),
        t.within("list", "Title"),
        t.within("list", "Outcome"),
        t.within("list", "Votes"),
        t.within("list", "Implementer"),
        t.within("list", "Follow-up"),
        t.within("list", "Residents say"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    rows += [_row(c, one, everywhere=everywhere) for one in c.source.decisions]
    yield Table(widths=(39, 16, 86, 24, 20, 41, 30, 26), rows=tuple(rows))


def _narrowed(c: Office) -> str:
    """What was looked for: “停车”；年份：2026、2027."""
    t = c.t
    said = [t("Looked for: “{words}”", words=c.source.words)] if c.source.words else []
    for facet, values in c.source.chosen:
        words = listing((_value(c, facet, one) for one in values), c.lang)
        said.append(t("{facet}: {values}", facet=facet_word(facet, c.lang), values=words))
    return t.within("between", "; ").join(said)


def _value(c: Office, facet: str, value: str) -> str:
    match facet:
        case "body":
            names = (one.body_name for one in c.source.decisions if one.body == value)
            return next(names, value)
        case "outcome":
            return result_word(value, c.lang)
        case "implementation":
            return implementation_word(value, c.lang)
        case "format":
            return _format(c, value)
        case _:
            return value


def _format(c: Office, key: str) -> str:
    try:
        return format_of(key).title.text(c.lang)
    except RuleViolation:  # a kind of meeting that only a later version knows
        return key


def _row(c: Office, one: Decided, *, everywhere: bool) -> Row:
    what: list[Piece] = [one.title]
    if everywhere:
        what += ["\n", called(one.body_name)]
    for line in one.changed_by.splitlines():
        kinship, day, title = line.split(" ", 2)
        told = c.t("{day} “{title}”", day=c.date(date.fromisoformat(day)), title=title)
        between = "" if c.lang == "zh" else " "
        what += ["\n", called(f"{kinship_word(kinship, c.lang)}{between}{told}")]
    votes = f"{one.in_favour}/{one.base}" if one.in_favour is not None and one.base else "—"
    outcome = result_word(one.outcome, c.lang)
    return row(
        mid(c.date(date.fromisoformat(one.made_at[:10]))),
        mid(str(one.number)),
        left(*what),
        mid(outcome if one.outcome == "passed" else bold(outcome)),
        mid(votes),
        left(c.told(one.implementer) or "—"),
        mid(implementation_word(one.implementation, c.lang)),
        mid(view_word(one.residents, c.lang) or "—"),
    )
