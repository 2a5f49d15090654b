"""The monitoring card (督导卡): planned, spent and said, to be checked on the spot; blank or filled in."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import Piece, bold, called, label, left, mid, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.project_money import budget_table, instalments_table, receipts_table
from facilitator.papers.kinds.project_photos import photo_blocks
from facilitator.papers.kinds.satisfaction import answers, satisfaction_blocks
from facilitator.papers.kinds.thread import (
    LONG,
    Thread,
    concern_blocks,
    day,
    empty,
    fact,
    head,
    paragraphs,
    table,
    thread,
    widths,
    write_thread,
)
from facilitator.papers.material import ProjectMaterial
from facilitator.papers.model import (
    Blanks,
    BlockKind,
    Cell,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from facilitator.rounds.concerns import concerns
from facilitator.rounds.ending import LookedBack
from facilitator.rounds.milestones import Milestone, milestones_of
from facilitator.rounds.monitoring import (
    Progress,
    ProjectMonitored,
    SatisfactionAssessed,
    monitoring_of,
)
from facilitator.rounds.project import ProjectClosed
from facilitator.words.aftermath import late_words
from facilitator.words.figures import Unit, counted, money
from facilitator.words.rounds import round_title

PHOTO_HEIGHT = 62.0
_MILESTONES = (12.0, 52.0, 33.0, 26.0, 37.0)
CONCERNS = (
    *("milestone-overdue", "not-started", "receipts-missing", "overspent", "paid-above-grant"),
    *("instalments-above-grant", "team-without-residents", "satisfaction-missing"),
)


def monitoring(source: ProjectMaterial) -> list[Paper]:
    """All visits with what they found; refused (`nothing-to-print`) before the first."""
    c = thread(source)
    found = monitoring_of(c.project)
    if not found.visits and not found.assessments:
        raise nothing("monitoring")
    return [write_thread(c, "monitoring", c.t("Monitoring card"), _filled(c))]


def monitoring_form(source: ProjectMaterial) -> list[Paper]:
    """For the next visit; refused (`nothing-to-print`) while no money is granted."""
    c = thread(source)
    if not c.project.granted_fen:
        raise nothing("monitoring-form")
    return [write_thread(c, "monitoring-form", c.t("Monitoring card"), _blank(c), blank=True)]


def _filled(c: Thread) -> Iterator[BlockKind]:
    t, found = c.t, monitoring_of(c.project)
    yield head(c, *_granted(c))
    yield from milestones(c)
    if found.visits:
        yield Heading(t("Visits"))
    for visit in found.visits:
        yield from _visit(c, visit)
    yield from satisfaction_blocks(c)
    yield from instalments_table(c)
    yield from budget_table(c)
    yield from receipts_table(c)
    yield from concern_blocks(c, concerns(c.project, c.today), CONCERNS)
    yield from photo_blocks(c, (ProjectMonitored, SatisfactionAssessed))
    yield _signatures(c)


def _granted(c: Thread) -> tuple[tuple[str, str], ...]:
    t = c.t
    payers = c.listing(one.name for one in c.round.payers(c.project.number))
    granted = c.project.granted_fen
    return (
        (t.within("project", "Granted"), money(granted, c.lang) if granted else ""),
        (t.within("project", "Paid for by"), payers if granted else ""),
    )


def _visit(c: Thread, one: ProjectMonitored) -> Iterator[BlockKind]:
    """One visit: what whoever visited saw, and beside it what residents said."""
    t = c.t
    who = c.separated(c.date(one.on), c.told(one.by))
    people = counted(one.residents, Unit.PEOPLE, c.lang) if one.residents else ""
    asked = t("{people} asked", people=people) if people else ""
    seen, said = c.told(one.text), c.told(one.residents_said)
    told = (
        (t.within("monitoring", "Seen"), "", seen),
        (t.within("monitoring", "Residents say"), asked, said),
    )
    state = left(bold(round_title(one.state, c.lang)))
    rows = [row(label(t.within("monitoring", "Visit")), left(who), state)]
    for name, first, text in told:
        pieces: list[Piece] = [called(first), "\n"] if first else []
        pieces.append(t("see below") if len(text) > LONG else text or "—")
        rows.append(Row((label(name), Cell(say(*pieces), span=2))))
    yield Table(widths=(19, 54, 27), rows=tuple(rows))
    for name, _, text in told:
        if len(text) > LONG:
            yield from paragraphs(t("{head}: {text}", head=name, text=text))


def milestones(c: Thread) -> Iterator[BlockKind]:
    """What was to be reached by when, and what was."""
    t, found = c.t, milestones_of(c.project)
    yield Heading(t("Milestones"))
    if not found:
        yield Paragraph(say(t("None was planned.")))
        return
    yield table(
        _heads(c, t.within("milestone", "Reached")),
        [_row(c, n, it) for n, it in enumerate(found, 1)],
        _MILESTONES,
    )


def _heads(c: Thread, last: str) -> tuple[str, ...]:
    t = c.t
    return (
        t.within("milestone", "No."),
        t.within("milestone", "Milestone"),
        t.within("milestone", "Due"),
        t.within("milestone", "Instalment"),
        last,
    )


def _due(c: Thread, one: Milestone) -> Cell:
    t = c.t
    moved = one.due != one.planned
    was: list[Piece] = ["\n", called(t("first {day}", day=day(c, one.planned)))] if moved else []
    return mid(day(c, one.due), *was)


def _row(c: Thread, number: int, one: Milestone) -> Row:
    fen = money(one.fen, c.lang) if one.fen else "—"
    return row(str(number), left(c.told(one.what)), _due(c, one), fen, mid(*_reached(c, one)))


def _reached(c: Thread, one: Milestone) -> Iterator[Piece]:
    """When it was reached and how late; else by how much it is overdue, or that it never was."""
    t = c.t
    if one.reached is not None:
        late = (one.reached - one.due).days
        yield day(c, one.reached)
        if late > 0:
            yield c.brackets(t.many("{n} day late", "{n} days late", late))
    elif c.project.closing is not None:
        yield bold(t.within("milestone", "not reached"))
    elif late := one.overdue(c.today):
        yield bold(late_words(late, c.lang))
    else:
        yield "—"


def _blank(c: Thread) -> Iterator[BlockKind]:
    """What is known stands in it; the rest is written on the spot, residents' words apart."""
    t = c.t
    yield head(c, *_granted(c))
    yield _when(c)
    yield Heading(t("Milestones"))
    found = milestones_of(c.project)
    rows = [_to_check(c, number, one) for number, one in enumerate(found, 1)]
    heads = _heads(c, t.within("milestone", "Seen on the spot"))
    yield table(heads, rows or empty(5, 3), _MILESTONES, height=12.0)
    yield from receipts_table(c, to_tick=True)
    yield Heading(t("What is seen"))
    yield Blanks(3)
    yield Blanks(30, spare=True)
    yield PageBreak()
    yield Heading(t("What residents say"), right=t("people asked: {line}", line="________"))
    yield Paragraph(say(c.gap.join(f"{word}____" for word in answers(c))), indented=False)
    yield Blanks(8)
    yield Heading(t("Photos"))
    space = called(t("Stick a photo here"))
    yield Table(widths=(1, 1), rows=(row(mid(space), mid(space)),), row_height=PHOTO_HEIGHT)
    yield _signatures(c)


def _to_check(c: Thread, number: int, one: Milestone) -> Row:
    """A milestone with boxes to tick, unless it was reached already."""
    t = c.t
    fen = money(one.fen, c.lang) if one.fen else "—"
    reached, not_yet = t.within("milestone", "reached"), t.within("milestone", "not yet")
    boxes = f"□ {reached}\n□ {not_yet}"
    seen = list(_reached(c, one)) if one.reached is not None else [boxes]
    return row(str(number), left(c.told(one.what)), _due(c, one), fen, mid(*seen))


def _when(c: Thread) -> Table:
    t = c.t
    states = c.gap.join(f"□ {round_title(one, c.lang)}" for one in Progress)
    return Table(
        widths=widths(c),
        rows=(
            row(
                label(t.within("monitoring", "Day")),
                mid(""),
                label(t.within("monitoring", "Visitor")),
                left(""),
            ),
            fact(t.within("monitoring", "How far"), states),
        ),
        row_height=9.0,
    )


def _signatures(c: Thread) -> Signatures:
    t = c.t
    return Signatures(
        (
            t("Visited by (signature)"),
            t("For the team (signature)"),
            t("Resident (signature)"),
            t("Date"),
        )
    )


SHOWN_AT_END = (ProjectMonitored, SatisfactionAssessed, ProjectClosed, LookedBack)
"""Entries whose photos a closing report shows."""
