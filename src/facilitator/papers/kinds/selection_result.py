"""The result of a selection (评选结果公告), to be posted: who gets money by what rule, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.meeting.selection.outcome import Award, awards
from facilitator.papers.kinds.cells import Piece, bold, called, label, left, mid, row, say
from facilitator.papers.kinds.choosing import chamber_parts, project_words, projects_words
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, meeting_name, nothing, write
from facilitator.papers.kinds.selection_ties import remarks, ties
from facilitator.papers.material import Material
from facilitator.papers.model import (
    BlockKind,
    Box,
    Cell,
    Heading,
    Layout,
    Line,
    Paper,
    Paragraph,
    Row,
    RowKind,
    Signatures,
    SignOff,
    Table,
)
from facilitator.rules.selection.outcome import Line as Placed
from facilitator.rules.selection.outcome import Selection
from facilitator.rules.selection.problem import Rule
from facilitator.words.ballots import (
    UNITS,
    counting_words,
    filling_words,
    offered,
    parts_words,
    result_words,
    sums_of,
    ties_told,
)
from facilitator.words.figures import Unit, meeting_time, money
from facilitator.words.selection import round_told, share_told, why

_PAPERS = ("issued", "returned", "typed", "valid", "blank", "void")


def selection_result(material: Material) -> list[Paper]:
    """The result as it stands, a draft before it is announced; refused (`nothing-to-print`) before a count."""
    chosen(material, ())
    c = clerk(material)
    outcome = c.meeting.outcome
    if outcome.selection is None:
        raise nothing("selection-result")
    t = c.t
    announced = outcome.announced[-1].at if outcome.is_announced else None
    day = c.here(announced).date() if announced else c.day
    paper = write(
        c,
        "selection-result",
        Layout.LISTED,
        t.within("paper", "Result of a selection"),
        _blocks(c, outcome.selection),
        subtitle=c.joined(c.meeting.council.name, meeting_name(c), c.date(day)),
        marked=_mark(c),
        dated=day,
    )
    return [paper]


def _mark(c: Clerk) -> str:
    t = c.t
    return c.joined(
        t("Sample: all names are invented") if c.meeting.council.sample else "",
        t("Public version") if c.public else "",
        "" if c.meeting.outcome.is_announced else t("Draft: the result is not announced"),
    )


def _blocks(c: Clerk, found: Selection) -> Iterator[BlockKind]:
    t = c.t
    named = result_words(found, c.lang, lambda one: project_words(c, one))
    outcome = c.meeting.outcome
    parts = parts_words([fen for fen, _ in outcome.parts.values()], outcome.left, c.lang)
    yield Paragraph(say(bold(c.sentences(named, parts))), indented=False)
    yield Table(widths=(10, 90), rows=tuple(_facts(c, found)))
    yield from _papers(c)
    yield Heading(t("In the order of votes"))
    yield _result(c, found)
    yield from ties(c, found)
    yield from remarks(c)
    yield from _end(c)
    if found.rule.rule is Rule.EQUAL_SHARES and found.rounds:
        yield from _annex(c, found)


def _facts(c: Clerk, found: Selection) -> Iterator[Row]:
    """When and where, how people voted, and by what rule it was counted, all of it fixed beforehand."""
    t, terms, call = c.t, c.meeting.terms, c.meeting.call
    opened, closed = c.meeting.life.opened, c.meeting.life.closed
    begun = c.here(opened.at) if opened else c.here(call.planned)
    when = meeting_time(begun, c.here(closed.at) if closed else None, c.lang)
    rule = offered(terms.ballot, len(c.meeting.slate.standing))
    vote = c.sentences(filling_words(rule, c.meeting.slate.budget, c.lang))
    pairs = (
        (t.within("result", "Meeting"), c.joined(when, call.place)),
        (t.within("result", "Budget"), money(found.budget, c.lang)),
        (t.within("result", "Ballot"), vote),
        (t.within("result", "Rule"), counting_words(found.rule, c.lang)),
        (t.within("result", "Ties"), ties_told(terms.counting, c.lang)),
    )
    for head, told in pairs:
        if told:
            yield row(label(head), left(told))


def _papers(c: Clerk) -> Iterator[BlockKind]:
    """Ballots handed out, returned, valid, blank, void, by chamber; all of them add up."""
    t, last = c.t, c.meeting.outcome.last
    assert last is not None  # there is a result
    names = {
        "issued": t.within("ballots", "Issued"),
        "returned": t.within("ballots", "Returned"),
        "typed": t.within("ballots", "Typed"),
        "valid": t.within("ballots", "Valid"),
        "blank": t.within("ballots", "Blank"),
        "void": t.within("ballots", "Void"),
    }
    sums = sums_of(last.papers)
    shown = [name for name in _PAPERS if name != "typed" or sums.typed]
    heads = (t.within("column", "Chamber"), *(names[name] for name in shown))
    rows = [row(*heads, kind=RowKind.HEAD)]
    parts = chamber_parts(c)
    for part in parts if len(parts) > 1 else ():
        cells = (
            str(sum(getattr(last.papers[key], name) for key in part if key in last.papers))
            for name in shown
        )
        rows.append(row(c.listing(map(c.group, part)), *cells))
    total = (f"{getattr(sums, name):,}" for name in shown)
    rows.append(row(t.within("column", "Total"), *total, kind=RowKind.TOTAL))
    yield Heading(t.within("result", "Ballots"))
    yield Table(widths=(1.8, *(1.0,) * len(shown)), rows=tuple(rows), keep=True)


def _unit(c: Clerk) -> Unit:
    return UNITS[c.meeting.terms.ballot.kind]


def _result(c: Clerk, found: Selection) -> Table:
    """A row for each project with its reason; the cut line below the last one that is funded."""
    t, unit = c.t, _unit(c)
    parts = chamber_parts(c)
    split = parts if len(parts) > 1 else []
    votes = t.within("column", "Votes") if unit is Unit.VOTES else t.within("column", "Points")
    heads = (
        t.within("column", "Place"),
        t.within("column", "Project"),
        t.within("column", "Asked for"),
        votes,
        *(c.listing(map(c.group, part)) for part in split),
        t.within("column", "Funded"),
        t.within("column", "Reason"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    given = {one.candidate: one for one in awards(c.meeting)}
    last = max((at for at, one in enumerate(found.lines) if one.funded), default=-1)
    if last < 0:
        rows.append(_cut(c, found, len(heads)))
    for at, one in enumerate(found.lines):
        rows.append(_project(c, found, one, given[one.project], split))
        if at == last:
            rows.append(_cut(c, found, len(heads)))
    rows.append(_sums(c, found, given, split))
    narrow = tuple(21.0 if len(part) == 1 else 26.0 for part in split)
    rest = 267 - 13 - 58 - 27 - 15 - sum(narrow) - 27
    widths = (13.0, 58.0, 27.0, 15.0, *narrow, 27.0, rest)
    return Table(widths=widths, rows=tuple(rows))


def _cut(c: Clerk, found: Selection, span: int) -> Row:
    """The cut line, with what the rule gave to those above it."""
    t = c.t
    number = len(found.funded)
    said = t.many("{n} project funded", "{n} projects funded", number)
    sums = c.separated(
        said,
        t("{spent} given", spent=money(found.spent, c.lang)),
        t("{left} left", left=money(found.left, c.lang)),
    )
    name = t("Cut line: below it nothing is funded by the rule")
    if found.tied:
        name = t("Cut line, not final: a tie is open")
    return Row((Cell(say(name), span=span, right=say(sums)),), RowKind.GROUP)


def _project(
    c: Clerk, found: Selection, one: Placed, award: Award, split: Sequence[Sequence[str]]
) -> Row:
    t = c.t
    candidate = c.meeting.slate.all[one.project]
    name: list[Piece] = [bold(candidate.title) if award.fen else candidate.title]
    if candidate.place:
        name += ["\n", called(candidate.place)]
    groups = (str(sum(one.by_group.get(key, 0) for key in part)) for part in split)
    reason: list[Piece] = [why(one, found, c.lang, lambda p: project_words(c, p), _unit(c))]
    if award.reason:
        reason += [c.space, bold(t("Funded in part: ")), c.ended(c.told(award.reason))]
    return row(
        str(one.place),
        left(*name),
        mid(money(one.cost, c.lang)),
        mid(bold(f"{one.votes:,}")),
        *groups,
        mid(bold(money(award.fen, c.lang)) if award.fen else "—"),
        left(*reason),
    )


def _sums(
    c: Clerk, found: Selection, given: dict[str, Award], split: Sequence[Sequence[str]]
) -> Row:
    t, outcome = c.t, c.meeting.outcome
    spent = sum(one.fen for one in given.values())
    rest = t(
        "{left} of {budget} left",
        left=money(outcome.left, c.lang),
        budget=money(found.budget, c.lang),
    )
    cells = (
        Cell(say(t.within("column", "Total")), align="center", span=2),
        mid(money(sum(one.cost for one in found.lines), c.lang)),
        mid(f"{sum(one.votes for one in found.lines):,}"),
        *(
            mid(str(sum(one.by_group.get(key, 0) for one in found.lines for key in part)))
            for part in split
        ),
        mid(money(spent, c.lang)),
        left(rest),
    )
    return Row(cells, RowKind.TOTAL)


def _annex(c: Clerk, found: Selection) -> Iterator[BlockKind]:
    """Equal shares round by round, as they are read out."""
    t = c.t
    yield Heading(t("Annex: the rounds of equal shares"))
    yield Paragraph(say(share_told(found, c.lang)), indented=False)
    for one in found.rounds:
        told = round_told(one, found, c.lang, lambda p: project_words(c, p), _unit(c))
        yield Line(f"{one.number}.", say(told.removeprefix(f"{one.number}. ")), column=2.2)
    if found.tied:
        yield Paragraph(
            say(t("Here it stops: {projects} are tied.", projects=projects_words(c, found.tied)))
        )


def _end(c: Clerk) -> Iterator[BlockKind]:
    """Who signs, and where objections go while it is posted."""
    t, vote = c.t, c.meeting.ballots.main()
    signers = [t("Host (signature)")]
    twice = bool(vote and vote.helpers)
    signers += (
        [t("First helper (signature)"), t("Second helper (signature)")]
        if twice
        else [t("Helper (signature)")]
    )
    yield Signatures((*signers, t("Witness (signature)")))
    announced = c.meeting.outcome.announced
    day = c.date(c.here(announced[-1].at).date() if announced else c.day)
    yield SignOff((c.meeting.council.name, day))
    rows = [(t.within("posting", "Posted"), t("from __________ to __________, ____ days"))]
    if c.meeting.council.posting_places:
        rows.append((t.within("posting", "Where"), c.meeting.council.posting_places))
    rows.append(
        (t.within("posting", "Objections"), t("In writing to this body while it is posted"))
    )
    yield Box(tuple(rows), foot=False)
