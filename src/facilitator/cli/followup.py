"""`followup`: what became of decisions and action groups, what is overdue first."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import click
import msgspec

from facilitator import aftermath
from facilitator.aftermath import FollowRow
from facilitator.cli.answers import archive_option
from facilitator.cli.looking import looked_at
from facilitator.cli.narrowing import body_named
from facilitator.cli.table import table_lines
from facilitator.clock import SystemClock
from facilitator.followup.entries import View
from facilitator.meeting.reviews import Progress
from facilitator.words.aftermath import late_words
from facilitator.words.figures import airy
from facilitator.words.titles import title
from facilitator.words.tongue import Tongue, tongue


@click.command()
@click.option("--overdue", is_flag=True, help="Only what is overdue.")
@click.option("--body", default="", help="Of this body: its key or its name.")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="As it is on this day; today if left out.",
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@archive_option()
@click.pass_context
def followup(
    ctx: click.Context,
    overdue: bool,
    body: str,
    day: datetime | None,
    as_json: bool,
    archive: str | None,
) -> None:
    """List what became of decisions and action groups: what the office says and what residents say.

    What is overdue longest comes first, what has no day comes last. Who objected and who brought a matter is
    never listed.
    """
    today = day.date() if day else SystemClock().now().date()
    with looked_at(archive) as session:
        rows = aftermath.followups(session, body=body_named(session, body) if body else "")
    if overdue:
        rows = [row for row in rows if row.overdue(today)]
    if as_json:
        found = [_data(row, today) for row in rows]
        click.echo(msgspec.json.encode({"on": today, "followup": found}))
        return
    t = tongue(ctx.obj)
    lines = table_lines(_shown(rows, today, t))
    click.echo("\n".join(lines) if rows else _nothing(t, overdue=overdue))


def _nothing(t: Tongue, *, overdue: bool) -> str:
    if overdue:
        return t("Nothing is overdue.")
    return t("Nothing is followed up yet.")


def _data(row: FollowRow, today: date) -> dict[str, Any]:
    """A row as plain data, with by how many days it is overdue."""
    return {**asdict(row), "overdue_days": row.overdue(today)}


def _shown(rows: list[FollowRow], today: date, t: Tongue) -> list[tuple[str, ...]]:
    """What fits into a terminal."""
    heads = (
        t.within("list", "Next day"),
        t.within("list", "Overdue"),
        t.within("list", "Office says"),
        t.within("list", "Residents say"),
        t.within("list", "Implementer"),
        t.within("list", "Body"),
        t.within("list", "No."),
        t.within("list", "Title"),
    )
    return [heads, *(_cells(row, today, t.lang) for row in rows)]


def _cells(row: FollowRow, today: date, lang: str) -> tuple[str, ...]:
    late = row.overdue(today)
    return (
        row.next_day.isoformat() if row.next_day else "",
        airy(late_words(late, lang)) if late else "",
        title(Progress(row.progress), lang) if row.progress else "—",
        title(View(row.view), lang) if row.view else "—",
        row.implementer or row.lead_name,
        row.body_name,
        str(row.decision) if row.decision else "",
        row.title,
    )
