"""`rounds` and `project`: the rounds of projects, the projects of one, and the story of a single project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import click
import msgspec

from facilitator import roundbook
from facilitator.acts import RuleViolation
from facilitator.cli.answers import archive_option
from facilitator.cli.looking import looked_at
from facilitator.cli.table import table_lines
from facilitator.clock import SystemClock
from facilitator.roundbook import ProjectRow, RoundRow
from facilitator.rounds.project import Project
from facilitator.words.aftermath import late_words
from facilitator.words.figures import airy, money
from facilitator.words.found import project_words
from facilitator.words.rounds import deed_words, round_title
from facilitator.words.timeline.thread import thread_story
from facilitator.words.tongue import Tongue, tongue


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@archive_option()
@click.pass_context
def rounds(ctx: click.Context, as_json: bool, archive: str | None) -> None:
    """List the rounds of projects, newest first: places, projects, and the money there is and was granted."""
    with looked_at(archive) as session:
        rows = roundbook.rounds(session)
    if as_json:
        click.echo(msgspec.json.encode({"rounds": [asdict(row) for row in rows]}))
        return
    t = tongue(ctx.obj)
    if not rows:
        click.echo(t("There is no round of projects yet."))
        return
    for line in table_lines(_of_rounds(rows, t)):
        click.echo(line)


@click.command()
@click.argument("round_", metavar="ROUND")
@click.argument("number", required=False)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="As it is on this day; today if left out.",
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@archive_option()
@click.pass_context
def project(
    ctx: click.Context,
    round_: str,
    number: str | None,
    day: datetime | None,
    as_json: bool,
    archive: str | None,
) -> None:
    """List the projects of a ROUND, or tell the story of the one with this NUMBER, e.g. 07-1.

    The story goes from what was needed to the look twelve months later; what is to come stands last. Who is in
    a team is not told.
    """
    today = day.date() if day else SystemClock().now().date()
    with looked_at(archive) as session:
        session.round(round_)
        if number is None:
            rows = roundbook.projects(session, round_)
        else:
            row, case = roundbook.project(session, round_, number), session.project(round_, number)
            if row is None:
                raise RuleViolation("unknown-project", round=round_, project=number)
            _tell(row, case, today, ctx.obj, as_json=as_json)
            return
    t = tongue(ctx.obj)
    if as_json:
        found = [_data(row, today) for row in rows]
        click.echo(msgspec.json.encode({"on": today, "projects": found}))
    elif rows:
        for line in table_lines(_of_projects(rows, today, t)):
            click.echo(line)
    else:
        click.echo(t("There is no project in this round yet."))


def _tell(row: ProjectRow, case: Project, today: date, lang: str, *, as_json: bool) -> None:
    story = thread_story(case, today, lang)
    if as_json:
        told = [
            {
                "day": one.day,
                "sign": one.sign,
                "text": one.text,
                "said": one.said,
                "struck": one.struck,
            }
            for one in story
        ]
        click.echo(msgspec.json.encode({"on": today, **_data(row, today), "story": told}))
        return
    state = round_title(row.outcome or row.stage, lang)
    click.echo("  ".join((project_words(row.project, lang), row.title, row.place_name, state)))
    for one in story:
        first, *rest = one.whole(lang).splitlines()
        click.echo(f"{one.day}  {first}")
        for line in rest:
            click.echo(f"            {line}")


def _data(row: ProjectRow, today: date) -> dict[str, Any]:
    """A row as plain data, with what there is to look at on the day and by how many days it is overdue."""
    found = asdict(row)
    for name in ("lasting", "lasting_codes"):
        del found[name]
    return {**found, "concerns": row.codes(today), "overdue_days": row.overdue(today)}


def _of_rounds(rows: Sequence[RoundRow], t: Tongue) -> list[tuple[str, ...]]:
    """What fits into a terminal."""
    heads = (
        t.within("list", "Key"),
        t.within("list", "Title"),
        t.within("list", "Body"),
        t.within("list", "Begun"),
        t.within("list", "Places"),
        t.within("list", "Projects"),
        t.within("list", "Budget"),
        t.within("list", "Granted"),
        t.within("list", "Stage"),
    )
    return [
        heads,
        *(
            (
                row.round,
                row.title,
                row.body_name,
                row.opened_at[:10],
                str(row.places),
                str(row.projects),
                money(row.budget_fen, t.lang),
                money(row.granted_fen, t.lang),
                t.within("round", "Closed") if row.closed_at else t.within("round", "Going on"),
            )
            for row in rows
        ),
    ]


def _of_projects(rows: Sequence[ProjectRow], today: date, t: Tongue) -> list[tuple[str, ...]]:
    heads = (
        t.within("list", "No."),
        t.within("list", "Project"),
        t.within("list", "Place"),
        t.within("list", "Stage"),
        t.within("list", "Asked for"),
        t.within("list", "Granted"),
        t.within("list", "Spent"),
        t.within("list", "To be done next"),
        t.within("list", "Overdue"),
        t.within("list", "To look at"),
    )
    return [heads, *(_cells(row, today, t.lang) for row in rows)]


def _cells(row: ProjectRow, today: date, lang: str) -> tuple[str, ...]:
    late, concerns = row.overdue(today), row.concerns(today)
    return (
        row.project,
        row.title,
        row.place_name,
        round_title(row.outcome or row.stage, lang),
        money(row.asked_fen, lang) if row.asked_fen else "",
        money(row.granted_fen, lang) if row.granted_fen else "",
        money(row.spent_fen, lang) if row.spent_fen else "",
        deed_words(row.deed, row.next_day, today, lang),
        airy(late_words(late, lang)) if late else "",
        str(concerns) if concerns else "",
    )
