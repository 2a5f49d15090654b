"""A project's money on paper: by line of the budget what was planned and spent, receipts, what is left."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import bold, called, left, mid, row, say
from facilitator.papers.kinds.thread import Thread, day, table
from facilitator.papers.model import BlockKind, Cell, Heading, Paragraph, Row, RowKind
from facilitator.rounds.budgeted import Budgeted, by_line
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.spending import InstalmentPaid, Money, money_of, spendings_of
from facilitator.words.figures import money


def budget_table(c: Thread) -> Iterator[BlockKind]:
    """Every line of the budget, planned and spent, and how much of it has no receipt."""
    t, now = c.t, money_of(c.project)
    spent = tuple(one for one in spendings_of(c.project) if not one.own)
    one = proposals_of(c.project).current
    planned = [(it.what, it.fen) for it in one.budget] if one else []
    found = by_line(spent, planned)
    yield Heading(t("Money by line of the budget"), right=_paid(c, now))
    if not found:
        yield Paragraph(say(t("Nothing was planned and nothing spent.")))
        return
    heads = (
        t.within("money", "Line"),
        t.within("money", "Planned"),
        t.within("money", "Spent"),
        t.within("money", "Difference"),
        t.within("money", "Without receipt"),
    )
    rows = [_row(c, it) for it in found]
    total = sum(fen for _, fen in planned)
    rows.append(
        Row(
            (
                mid(t.within("column", "Total")),
                _sum(c, total),
                _sum(c, now.spent),
                _sum(c, total - now.spent),
                _sum(c, sum(it.unproved for it in found)),
            ),
            RowKind.TOTAL,
        )
    )
    yield table(heads, rows, (48.0, 28.0, 28.0, 28.0, 28.0))
    yield from _own(c, now)


def _paid(c: Thread, now: Money) -> str:
    t = c.t
    return c.separated(
        t("{granted} granted", granted=money(now.granted, c.lang)),
        t("{paid} paid out", paid=money(now.paid, c.lang)),
        t("{fen} given back", fen=money(now.returned, c.lang)) if now.returned else "",
    )


def _row(c: Thread, one: Budgeted) -> Row:
    t = c.t
    name = c.told(one.what) or t("no line named")
    what = (
        left(name) if one.planned is not None else left(called(name), c.brackets(t("not planned")))
    )
    unproved = mid(bold(money(one.unproved, c.lang))) if one.unproved else mid("—")
    return row(
        what,
        _sum(c, one.planned) if one.planned is not None else mid("—"),
        _sum(c, one.spent),
        _sum(c, one.left),
        unproved,
    )


def _sum(c: Thread, fen: int) -> Cell:
    return Cell(say(money(fen, c.lang)), align="right")


def _own(c: Thread, now: Money) -> Iterator[BlockKind]:
    """What the place brought itself, promised and spent."""
    t, one = c.t, proposals_of(c.project).current
    if not (one and one.own) and not now.spent_own:
        return
    said = t(
        "Own contribution: {promised} promised, {spent} spent.",
        promised=money(now.own, c.lang),
        spent=money(now.spent_own, c.lang),
    )
    things = c.listing(c.told(it.what) for it in one.own if not it.fen) if one else ""
    more = t("Not reckoned in money: {things}.", things=things) if things else ""
    yield Paragraph(say(c.sentences(said, more)))


def receipts_table(c: Thread, *, to_tick: bool = False) -> Iterator[BlockKind]:
    """Everything that was spent without a receipt so far; `to_tick` with a box for one that is there now."""
    t = c.t
    box = ("□",) if to_tick else ()
    missing = [one for one in spendings_of(c.project) if not one.proved]
    if not missing:
        return
    yield Heading(t("Spent without a receipt"))
    heads = (
        t.within("paid", "Day"),
        t.within("money", "What for"),
        t.within("money", "Line"),
        t.within("paid", "Amount"),
        *((t.within("money", "Receipt now there"),) if to_tick else ()),
    )
    rows = [
        row(
            day(c, one.on),
            left(c.told(one.what)),
            left(c.told(one.line) or "—"),
            _sum(c, one.fen),
            *box,
        )
        for one in missing
    ]
    yield table(heads, rows, (28.0, 56.0, 42.0, 28.0, *((26.0,) if to_tick else ())))


def instalments_table(c: Thread) -> Iterator[BlockKind]:
    """What was paid out, when, on which milestone."""
    t = c.t
    paid = sorted(c.project.events(InstalmentPaid), key=lambda one: one.on)
    if not paid:
        return
    names = {one.id: one.what for one in milestones_of(c.project)}
    yield Heading(t("Instalments paid out"))
    heads = (
        t.within("paid", "Day"),
        t.within("paid", "Amount"),
        t.within("money", "Milestone"),
        t.within("paid", "Receipt"),
    )
    rows = [
        row(
            day(c, one.on),
            _sum(c, one.fen),
            left(c.told(names.get(one.milestone, "")) or "—"),
            mid(c.told(one.receipt) or "—"),
        )
        for one in paid
    ]
    total = (
        mid(t.within("paid", "Together")),
        _sum(c, sum(one.fen for one in paid)),
        Cell(say(""), span=2),
    )
    yield table(heads, [*rows, Row(total, RowKind.TOTAL)], (28.0, 28.0, 66.0, 38.0))
