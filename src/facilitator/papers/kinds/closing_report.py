"""The closing report (结项报告): goals against what was reached, money by line, residents, the look back."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import bold, label, left, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.monitoring_card import SHOWN_AT_END, milestones
from facilitator.papers.kinds.project_money import budget_table, instalments_table, receipts_table
from facilitator.papers.kinds.project_photos import photo_blocks
from facilitator.papers.kinds.record_end import head_words
from facilitator.papers.kinds.satisfaction import satisfaction_blocks
from facilitator.papers.kinds.thread import (
    LONG,
    Thread,
    concern_blocks,
    fact,
    head,
    paragraphs,
    thread,
    widths,
    write_thread,
)
from facilitator.papers.material import ProjectMaterial
from facilitator.papers.model import (
    BlockKind,
    Heading,
    Paper,
    Paragraph,
    RowKind,
    Seal,
    Signatures,
    Table,
)
from facilitator.rounds.concerns import concerns
from facilitator.rounds.ending import Ending, LookedBack, ending_of
from facilitator.rounds.monitoring import monitoring_of
from facilitator.rounds.project import ProjectClosed
from facilitator.rounds.proposal import proposals_of
from facilitator.rounds.team import MemberKind, team_of
from facilitator.words.figures import Unit, clock_seconds, counted, money
from facilitator.words.rounds import round_title

CONCERNS = (
    *("receipts-missing", "overspent", "paid-above-grant", "satisfaction-missing"),
    *("nobody-keeps-it", "look-back-overdue", "team-without-residents", "granted-by-hand"),
)


def closing(source: ProjectMaterial) -> list[Paper]:
    """The report of a project that has ended; refused (`nothing-to-print`) while it goes on."""
    c = thread(source)
    ending = ending_of(c.project)
    if ending.closed is None:
        raise nothing("closing")
    return [write_thread(c, "closing", c.t("Closing report"), _blocks(c, ending, ending.closed))]


def _blocks(c: Thread, ending: Ending, closed: ProjectClosed) -> Iterator[BlockKind]:
    t = c.t
    yield head(c, *_facts(c, closed))
    yield from _goals(c, closed)
    yield from milestones(c)
    yield from budget_table(c)
    yield from receipts_table(c)
    yield from instalments_table(c)
    yield from satisfaction_blocks(c)
    yield from _residents(c)
    yield Heading(t("Who keeps it up"))
    kept = c.told(closed.kept_by)
    yield Paragraph(say(c.ended(kept) if kept else t("Nobody is named.")))
    yield from _looks(c, ending)
    yield from concern_blocks(c, concerns(c.project, c.today), CONCERNS)
    yield from photo_blocks(c, SHOWN_AT_END)
    yield Signatures(
        (
            t("Head of the team (signature)"),
            t("Resident (signature)"),
            t("Whoever pays (signature)"),
            t("Date"),
        )
    )
    yield from _seal(c)


def _facts(c: Thread, closed: ProjectClosed) -> Iterator[tuple[str, str]]:
    t, grant = c.t, c.round.grant(c.project.number)
    outcome = round_title(closed.outcome, c.lang)
    yield t.within("closing", "Outcome"), c.joined(outcome, c.date(closed.on))
    yield t.within("closing", "Reason"), c.ended(c.told(closed.reason))
    payers = c.listing(one.name for one in c.round.payers(c.project.number))
    if grant is not None and grant.fen:
        yield t.within("project", "Granted"), c.joined(money(grant.fen, c.lang), c.date(grant.on))
        yield t.within("project", "Paid for by"), payers
    members = team_of(c.project)
    if members:
        residents = sum(one.kind is MemberKind.RESIDENT for one in members)
        yield (
            t.within("closing", "Team"),
            t(
                "{people}, {residents} of them residents",
                people=counted(len(members), Unit.PEOPLE, c.lang),
                residents=residents,
            ),
        )
    target = c.project.target or c.project.project
    if closed.people_served:
        served = counted(closed.people_served, Unit.PEOPLE, c.lang)
        group = counted(target.people, Unit.PEOPLE, c.lang)
        yield (
            t.within("closing", "Reached"),
            t("{served} of {group}", served=served, group=group) if target.people else served,
        )


def _goals(c: Thread, closed: ProjectClosed) -> Iterator[BlockKind]:
    """The goals as they were proposed, and beside them what whoever reports says was reached."""
    t, proposal = c.t, proposals_of(c.project).current
    goals = [c.told(goal) for goal in proposal.goals] if proposal else []
    wanted = "\n".join(f"{n}. {goal}" for n, goal in enumerate(goals, 1)) or "—"
    reached = [c.told(closed.text)] if closed.text else []
    if closed.figures:
        reached.append(t("In figures: {figures}", figures=c.told(closed.figures)))
    if not reached:
        reached = [c.ended(round_title(closed.outcome, c.lang))]
    if sum(map(len, (wanted, *reached))) > LONG:
        yield Heading(t("What was to be reached"))
        yield from paragraphs(wanted)
        yield Heading(t("What was reached"))
        yield from paragraphs("\n".join(reached))
        return
    yield Table(
        widths=(1, 1),
        rows=(
            row(t("What was to be reached"), t("What was reached"), kind=RowKind.HEAD),
            row(left(wanted), left("\n".join(reached))),
        ),
    )


def _residents(c: Thread) -> Iterator[BlockKind]:
    """What residents said at visits, in their own words."""
    t = c.t
    said = [one for one in monitoring_of(c.project).visits if one.residents_said]
    if not said:
        return
    yield Heading(t("What residents say"))
    for one in said:
        people = counted(one.residents, Unit.PEOPLE, c.lang) if one.residents else ""
        when = c.separated(c.date(one.on), t("{people} asked", people=people) if people else "")
        yield from paragraphs(t("{date}: {text}", date=when, text=c.told(one.residents_said)))


def _looks(c: Thread, ending: Ending) -> Iterator[BlockKind]:
    """The look after twelve months: what is left of it, or when it is to be taken."""
    t, months = c.t, c.round.plan.look_back_months
    if ending.look_due is None and not ending.looks:
        return
    yield Heading(
        t.many("Looked at again after {n} month", "Looked at again after {n} months", months)
    )
    for one in ending.looks:
        yield _look(c, one)
    if ending.look is None and ending.look_due is not None:
        yield Paragraph(say(t("To be looked at again on {date}.", date=c.date(ending.look_due))))


def _look(c: Thread, one: LookedBack) -> Table:
    t = c.t
    rows = [
        row(
            label(t.within("look", "Day")),
            left(c.date(one.on)),
            label(t.within("look", "What is left")),
            left(bold(round_title(one.state, c.lang))),
        )
    ]
    for name, told in (
        (t.within("look", "Seen by"), one.by),
        (t.within("look", "Kept up by"), one.kept_by),
        (t.within("look", "Seen"), one.text),
    ):
        if told:
            rows.append(fact(name, c.told(told)))
    return Table(widths=widths(c), rows=tuple(rows))


def _seal(c: Thread) -> Iterator[BlockKind]:
    """What ties the report to the thread of its project."""
    t, found = c.t, c.source.seal
    if found is None:
        return
    last = c.here(found.last)
    text = t(
        "This project has {entries}, the last at {time} on {date}.",
        entries=counted(found.events, Unit.ENTRIES, c.lang),
        date=c.date(last.date()),
        time=clock_seconds(last),
    )
    use = t(
        "This report was made from the project's history with this head; all of it is in the code beside "
        "it: scan it, or compare group by group."
    )
    yield Seal(
        label=t("Head of the project"),
        head=head_words(found.digest),
        text=c.sentences(text, use),
        qr=found.digest,
    )
