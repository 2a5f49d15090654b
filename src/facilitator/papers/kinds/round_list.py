"""The projects of a round as one list (项目一览): stage, money, what is to be done next."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.data import dataclass
from facilitator.papers.kinds.cells import bold, called, left, mid, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.scribe import Scribe, named
from facilitator.papers.kinds.thread import hiding_of, mark_of, points
from facilitator.papers.material import RoundMaterial
from facilitator.papers.model import (
    BlockKind,
    Cell,
    Heading,
    Layout,
    Paper,
    Row,
    RowKind,
    Table,
)
from facilitator.rounds.concerns import round_concerns
from facilitator.rounds.milestones import milestones_of
from facilitator.rounds.outside import RoundView
from facilitator.rounds.project import Project
from facilitator.rounds.results import view_of
from facilitator.rounds.standing import Standing, standing_of
from facilitator.words.concerns import concern_sentence
from facilitator.words.figures import money
from facilitator.words.rounds import round_title, standing_deed
from facilitator.words.tongue import tongue


@dataclass(frozen=True)
class RoundClerk(Scribe):
    """Knows a round and its projects."""

    source: RoundMaterial
    view: RoundView


def round_clerk(source: RoundMaterial) -> RoundClerk:
    """The clerk for a paper of a round."""
    t = tongue(source.lang)
    hidden, hiding = hiding_of(t, source.projects)
    kept = hidden if source.public else {}
    view = view_of(source.round)
    return RoundClerk(source.lang, t, source.public, source.now, kept, hiding, source, view)


def projects(source: RoundMaterial) -> list[Paper]:
    """All projects by number with stage and money; refused (`nothing-to-print`) without any."""
    c = round_clerk(source)
    if not source.projects:
        raise nothing("projects")
    t, title = c.t, c.t("Projects of the round")
    parts = (
        title,
        named(c.view.title),
        c.today.isoformat(),
        t("Public version") if c.public else "",
    )
    paper = Paper(
        kind="projects",
        lang=c.lang,
        layout=Layout.LISTED,
        title=title,
        blocks=tuple(_blocks(c)),
        subtitle=c.joined(c.view.title, t("as of {date}", date=c.date(c.today))),
        mark=mark_of(c, sample=c.view.sample),
        reference=" ".join(part for part in parts if part),
        date=c.today.isoformat(),
    )
    return [paper]


def _blocks(c: RoundClerk) -> Iterator[BlockKind]:
    t = c.t
    heads = (
        t.within("project", "No."),
        t.within("project", "Place"),
        t.within("list", "Project"),
        t.within("list", "Stage"),
        t.within("list", "Asked for"),
        t.within("project", "Granted"),
        t.within("list", "Paid out"),
        t.within("list", "Spent"),
        t.within("list", "To be done next"),
    )
    stands = [(one, standing_of(one)) for one in c.source.projects]
    rows = [row(*heads, kind=RowKind.HEAD), *(_row(c, one, now) for one, now in stands)]
    rows.append(_sums(c, [now for _, now in stands]))
    yield Table(widths=(15, 28, 49, 25, 26, 26, 26, 26, 46), rows=tuple(rows))
    if c.view.funders:
        yield Heading(t("Funders"))
        yield from points(
            c.joined(one.name, round_title(one.kind, c.lang), money(one.fen, c.lang))
            for one in c.view.funders
        )
    found = [concern_sentence(one, c.lang) for one in round_concerns(c.source.round)]
    if found:
        yield Heading(t("To be looked at"))
        yield from points(found)


def _row(c: RoundClerk, one: Project, now: Standing) -> Row:
    place = c.view.place(one.project.place)
    stage = round_title(now.outcome or now.stage, c.lang)
    late = now.overdue(c.today)
    said = c.told(standing_deed(now, c.today, c.lang, milestone=_milestone(one, now)))
    return row(
        one.number,
        left(called(place.name if place else "")),
        left(bold(one.title) if now.money.granted else one.title),
        mid(bold(stage) if now.money.granted else stage),
        _sum(c, now.asked_fen),
        _sum(c, now.money.granted),
        _sum(c, now.money.paid),
        _sum(c, now.money.spent),
        left(bold(said) if late else said or "—"),
    )


def _milestone(one: Project, now: Standing) -> str:
    found = (it.what for it in milestones_of(one) if it.id == now.milestone)
    return next(found, "")


def _sum(c: RoundClerk, fen: int) -> Cell:
    return Cell(say(money(fen, c.lang) if fen else "—"), align="right")


def _sums(c: RoundClerk, stands: list[Standing]) -> Row:
    t = c.t
    granted = sum(now.money.granted for now in stands)
    rest = t(
        "{left} of {budget} left",
        left=money(c.view.budget_fen - granted, c.lang),
        budget=money(c.view.budget_fen, c.lang),
    )
    cells = (
        mid(t.within("column", "Total"), span=4),
        _sum(c, sum(now.asked_fen for now in stands)),
        _sum(c, granted),
        _sum(c, sum(now.money.paid for now in stands)),
        _sum(c, sum(now.money.spent for now in stands)),
        left(rest if c.view.budget_fen else ""),
    )
    return Row(cells, RowKind.TOTAL)
