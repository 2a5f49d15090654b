"""`select`: who is funded of the projects in a Pabulib file, under a rule, and why."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from facilitator.cli.table import table_lines
from facilitator.pabulib.election import POINTS, Election, VoteType
from facilitator.pabulib.file import read_file
from facilitator.rules.selection.outcome import Selection, Verdict
from facilitator.rules.selection.problem import (
    Completion,
    Rule,
    SelectionRule,
    TieBreak,
    Unaffordable,
    Worth,
)
from facilitator.rules.selection.selecting import select as selected
from facilitator.words.figures import Unit, listing, money
from facilitator.words.selection import round_told, share_told, why
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue, tongue


def _of(kind: type[Rule | Unaffordable | Completion | Worth | TieBreak]) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rule", type=_of(Rule), required=True, help="How money is given out.")
@click.option(
    "--unaffordable", type=_of(Unaffordable), default=Unaffordable.SKIP.value, show_default=True,
    help="By votes: pass over what no longer fits, or end there.",
)  # fmt: skip
@click.option(
    "--completion", type=_of(Completion), default=Completion.GREEDY.value, show_default=True,
    help="Equal shares: what is left stays, goes on by votes, or shares are raised step by step before.",
)  # fmt: skip
@click.option(
    "--worth", type=_of(Worth), default=Worth.COUNT.value, show_default=True,
    help="Equal shares: a project is worth what the ballot says, or that times its cost.",
)  # fmt: skip
@click.option(
    "--step", type=click.IntRange(1, 10**9), default=100, show_default=True,
    help="Equal shares with raised shares: by how many hundredths at a time.",
)  # fmt: skip
@click.option(
    "--least-votes", type=click.IntRange(0, 10**9), default=1, show_default=True,
    help="Fewer votes than that are not enough, whatever money there is.",
)  # fmt: skip
@click.option(
    "--tie", "ties", type=_of(TieBreak), multiple=True,
    help="What goes first among equals; once for each, in their order. Without it a tie stays undecided.",
)  # fmt: skip
@click.option(
    "--order", "orders", multiple=True, metavar="ID,ID…",
    help="An order that a lot or a re-vote has found, for --tie lot or --tie revote.",
)  # fmt: skip
@click.option("--rounds", is_flag=True, help="Show each round of the reckoning, too.")
@click.option("--json", "as_json", is_flag=True, help="The whole result as one JSON object.")
@click.pass_context
def select(
    ctx: click.Context,
    file: Path,
    ties: tuple[str, ...],
    orders: tuple[str, ...],
    rounds: bool,
    as_json: bool,
    **given: str | int,
) -> None:
    """Say who is funded of the projects in a Pabulib FILE (.pb), and why.

    Everything is reckoned exactly. A tie that makes a difference and that no --tie breaks leaves the result
    undecided (exit code 0 all the same): it says between whom.
    """
    election = read_file(file)
    rule = msgspec.convert({**given, "ties": ties}, SelectionRule)
    found = tuple(tuple(one.strip() for one in order.split(",")) for order in orders)
    selection = selected(election.problem(rule, found))
    if as_json:
        click.echo(msgspec.json.encode(selection))
        return
    for line in _told(election, selection, tongue(ctx.obj), rounds=rounds):
        click.echo(line)


def _told(election: Election, selection: Selection, t: Tongue, *, rounds: bool) -> list[str]:
    names = {project.id: project.name for project in election.projects}
    pointed = election.kind in POINTS or election.kind is VoteType.ORDINAL
    unit = Unit.POINTS if pointed else Unit.VOTES
    heads = (
        t.within("list", "Rank"),
        t.within("list", "Project"),
        t.within("list", "Cost"),
        t.within("list", "Points") if pointed else t.within("list", "Votes"),
        t.within("list", "Result"),
        t.within("list", "Reason"),
    )
    rows = [heads]
    for line in selection.lines:
        name = names[line.project]
        called = name if name == line.project else f"{line.project} {name}"
        reason = why(line, selection, t.lang, lambda one: one, unit)
        cost, votes = money(line.cost, t.lang), f"{line.votes:,}"
        rows.append((str(line.place), called, cost, votes, title(line.fate, t.lang), reason))
    told = [*table_lines(rows), *_sums(selection, t)]
    if rounds:
        told += [
            round_told(one, selection, t.lang, lambda one: names[one], unit)
            for one in selection.rounds
        ]
    return told


def _sums(selection: Selection, t: Tongue) -> list[str]:
    sums = t(
        "Budget {budget}, given out {spent}, left {left}.",
        budget=money(selection.budget, t.lang),
        spent=money(selection.spent, t.lang),
        left=money(selection.left, t.lang),
    )
    told = [sums, share_told(selection, t.lang)]
    if selection.verdict is Verdict.UNDECIDED:
        told.append(
            t(
                "Undecided: it has to be found who goes first among {tied}.",
                tied=listing(selection.tied, t.lang),
            )
        )
    return [line for line in told if line]
