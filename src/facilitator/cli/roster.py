"""`roster`: look at a spreadsheet of members, check a body's composition, import all of it or nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator.acts import RuleViolation
from facilitator.bodies.membership import ImportRoster
from facilitator.bodies.roster import RosterPlan, plan_roster
from facilitator.cli.answers import REFUSED, archive_option
from facilitator.cli.opening import open_session
from facilitator.sheets.read import Sheet, read_sheet
from facilitator.words.findings import finding_sentence
from facilitator.words.refusals import refusal_sentence
from facilitator.words.tongue import tongue


@click.group()
def roster() -> None:
    """Import members from a spreadsheet, and check who sits against the charter."""


@roster.command("preview")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--body", required=True, help="The body whose charter it is read against.")
@archive_option()
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def preview(ctx: click.Context, sheet: Path, body: str, archive: str | None, as_json: bool) -> None:
    """Show what an import of SHEET (xlsx, xls, ods, csv) would do, row by row. Changes nothing."""
    session = open_session(archive)
    with session.record:
        read = read_sheet(sheet)
        plan = plan_roster(session.body(body), read.rows)
    _show(ctx.obj, read, plan, as_json)
    ctx.exit(REFUSED if plan.problems else 0)


@roster.command("import")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--body", required=True, help="The body that the members join.")
@click.option("--same-names", is_flag=True, help="People of the same name are different people.")
@archive_option()
@click.pass_context
def import_(
    ctx: click.Context, sheet: Path, body: str, same_names: bool, archive: str | None
) -> None:
    """Import every row of SHEET or none."""
    session = open_session(archive)
    with session.record:
        read = read_sheet(sheet)
        plan = plan_roster(session.body(body), read.rows)
        if plan.problems:
            _show(ctx.obj, read, plan, as_json=False)
            raise RuleViolation("roster-problems", number=len(plan.problems))
        if plan.same_names and not same_names:
            row, name = plan.same_names[0]
            raise RuleViolation("roster-same-name", row=row, name=name)
        session.do(
            ImportRoster(body=body, entries=plan.entries, file_name=sheet.name, digest=read.digest)
        )
        t = tongue(ctx.obj)
        click.echo(t.many("{n} member imported", "{n} members imported", len(plan.entries)))
        _findings(ctx.obj, session.body(body))


@roster.command("check")
@click.option("--body", required=True, help="The body to check.")
@archive_option()
@click.pass_context
def check(ctx: click.Context, body: str, archive: str | None) -> None:
    """Name every way in which a body's roster differs from its charter."""
    session = open_session(archive)
    with session.record:
        _findings(ctx.obj, session.body(body))


def _findings(lang: str, body: Any) -> None:
    found = body.findings(datetime.now(UTC).astimezone().date())

    def name_of(member: str) -> str:
        person = body.people.get(member)
        return person.name if person else member

    for finding in found:
        click.echo(f"– {finding_sentence(finding, body.charter, lang, name_of)}")
    t = tongue(lang)
    if not found:
        click.echo(t("The roster is as the charter asks."))


def _show(lang: str, read: Sheet, plan: RosterPlan, as_json: bool) -> None:
    problems = [
        {
            "row": one.row,
            "column": one.column,
            "code": one.code,
            "sentence": refusal_sentence(one.code, {**one.facts, "row": one.row}, lang),
        }
        for one in plan.problems
    ]
    if as_json:
        answer = {
            "encoding": read.encoding,
            "entries": plan.entries,
            "problems": problems,
            "same_names": plan.same_names,
            "ignored": plan.ignored,
        }
        click.echo(msgspec.json.encode(answer))
        return
    t = tongue(lang)
    if read.encoding:
        click.echo(t("Read as {encoding}.", encoding=read.encoding))
    for entry in plan.entries:
        click.echo(
            f"  {entry.seat or '–'}  {entry.person.name}  {entry.group}  {entry.person.address}"
        )
    for row, name in plan.same_names:
        click.echo(t("Row {row}: the name {name} is there already.", row=row, name=name))
    for one in problems:
        click.echo(t("Row {row}: {problem}", row=one["row"], problem=one["sentence"]))
