"""`roster`: look at a spreadsheet of members, import all of it or nothing, see who sits and check it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator.acts import RuleViolation
from facilitator.bodies import Body, Person
from facilitator.bodies.columns import HEADS, NEEDED
from facilitator.bodies.membership import ImportRoster
from facilitator.bodies.roster import RosterPlan, findings_after, plan_roster
from facilitator.cli.answers import REFUSED, archive_option, speak_of
from facilitator.cli.table import table_lines
from facilitator.opening import open_session
from facilitator.rules.composition import Finding, Holding, same_name
from facilitator.sheets.read import Sheet, read_sheet
from facilitator.words.figures import listing, weight
from facilitator.words.findings import finding_sentence
from facilitator.words.refusals import refusal_sentence
from facilitator.words.titles import titles_in
from facilitator.words.tongue import mark_in, tongue

TABLE_HEADS = (
    mark_in("roster", "id"),
    mark_in("roster", "seat"),
    mark_in("roster", "name"),
    mark_in("roster", "group"),
    mark_in("roster", "offices"),
    mark_in("roster", "term of office"),
    mark_in("roster", "weight"),
    mark_in("roster", "address"),
)
"""What is shown of a member, in this order; a column that is empty is left out."""


def _heads_help() -> str:
    """The heads that are understood, for the help of the group."""
    lines: list[str] = []
    for field, words in HEADS.items():
        mark = "*" if field in NEEDED else ""
        first, *more = textwrap.wrap(", ".join(words), 40)
        lines += [f"  {field + mark:<12}{first}", *(f"  {'':<12}{one}" for one in more)]
    return "\n".join(lines)


@click.group(
    help="Import members from a spreadsheet, see who sits, and check that against the charter.\n\n"
    "The heads of the sheet stand in one of its first rows. Understood are (* is needed):\n\n"
    f"\b\n{_heads_help()}\n\n"
    "An id is what other commands call a member by; without a column for it, ids are given. Groups and "
    "offices are written by their titles or keys."
)
def roster() -> None:
    """Import members from a spreadsheet, see who sits, and check that against the charter."""


def _same_names(help_text: str) -> Callable[[Any], Any]:
    return click.option("--same-names", is_flag=True, help=help_text)


@roster.command("preview")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--body", required=True, help="The body whose charter it is read against.")
@_same_names("People of the same name are different people.")
@archive_option()
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def preview(
    ctx: click.Context, sheet: Path, body: str, same_names: bool, archive: str | None, as_json: bool
) -> None:
    """Show what an import of SHEET (xlsx, xls, ods, csv) would do, row by row. Changes nothing.

    Exit code 1: the import would be refused.
    """
    session = open_session(archive)
    with closing(session):
        one = session.body(body)
        speak_of(ctx, titles_in(one.charter, ctx.obj))
        read = read_sheet(sheet)
        plan = plan_roster(one, read.rows)
    refused = bool(plan.problems or (plan.same_names and not same_names))
    if as_json:
        click.echo(msgspec.json.encode(_data(ctx.obj, one, read, plan)))
    else:
        for line in _preview(ctx.obj, one, read, plan, same_names=same_names):
            click.echo(line)
        t = tongue(ctx.obj)
        if refused:
            click.echo(t("Nothing would be imported until this is mended."))
        else:
            number = len(plan.entries)
            click.echo(
                t.many("{n} member would be imported", "{n} members would be imported", number)
            )
    ctx.exit(REFUSED if refused else 0)


@roster.command("import")
@click.argument("sheet", type=click.Path(path_type=Path))
@click.option("--body", required=True, help="The body that the members join.")
@_same_names("People of the same name are different people.")
@archive_option()
@click.pass_context
def import_(
    ctx: click.Context, sheet: Path, body: str, same_names: bool, archive: str | None
) -> None:
    """Import every row of SHEET or none, and show the members with their ids."""
    lang = ctx.obj
    session = open_session(archive)
    with closing(session):
        one = session.body(body)
        speak_of(ctx, titles_in(one.charter, lang))
        read = read_sheet(sheet)
        plan = plan_roster(one, read.rows)
        if plan.problems:
            for line in _preview(lang, one, read, plan, same_names=same_names):
                click.echo(line)
            raise RuleViolation("roster-problems", number=len(plan.problems))
        if plan.same_names and not same_names:
            row, name = plan.same_names[0]
            raise RuleViolation("roster-same-name", row=row, name=name)
        session.do(
            ImportRoster(body=body, entries=plan.entries, file_name=sheet.name, digest=read.digest)
        )
        for line in (*_not_read(lang, read, plan), *_table(lang, one, plan.holdings, one.people)):
            click.echo(line)
        for row, word in plan.not_offices:
            click.echo(_no_office(lang, row, word))
        t = tongue(lang)
        click.echo(t.many("{n} member imported", "{n} members imported", len(plan.entries)))
        _findings(lang, one)


@roster.command("list")
@click.option("--body", required=True, help="The body whose members are shown.")
@archive_option()
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def list_(ctx: click.Context, body: str, archive: str | None, as_json: bool) -> None:
    """List the members of a body by seat, with the ids that other commands call them by."""
    session = open_session(archive)
    with closing(session):
        one = session.body(body)
    if as_json:
        click.echo(msgspec.json.encode({"body": body, "members": _members(one)}))
        return
    t = tongue(ctx.obj)
    if not one.holdings:
        click.echo(t("The roster is empty."))
    for line in _table(ctx.obj, one, _by_seat(one), one.people, address=True):
        click.echo(line)


@roster.command("check")
@click.option("--body", required=True, help="The body to check.")
@archive_option()
@click.pass_context
def check(ctx: click.Context, body: str, archive: str | None) -> None:
    """Show who sits, and name every way in which that differs from the charter."""
    session = open_session(archive)
    with closing(session):
        one = session.body(body)
    for line in _table(ctx.obj, one, _by_seat(one), one.people):
        click.echo(line)
    _findings(ctx.obj, one)


def _by_seat(body: Body) -> list[Holding]:
    """Members by seat, alternates last."""
    return sorted(body.holdings.values(), key=lambda one: (not one.seat, one.seat))


def _members(body: Body) -> list[dict[str, Any]]:
    """Members as plain data, without telephone numbers."""
    rows: list[dict[str, Any]] = []
    for holding in _by_seat(body):
        person = body.people.get(holding.member)
        named = {"name": person.name, "address": person.address} if person else {}
        rows.append(
            {
                "id": holding.member,
                "seat": holding.seat,
                "group": holding.group,
                "offices": holding.offices,
                "since": holding.since,
                "until": holding.until,
                "weight": holding.weight,
                **named,
            }
        )
    return rows


def _table(
    lang: str,
    body: Body,
    holdings: Iterable[Holding],
    people: Mapping[str, Person | None],
    *,
    address: bool = False,
) -> Iterator[str]:
    """Members in columns under heads; nothing for no members."""
    t, charter, title_of = tongue(lang), body.charter, titles_in(body.charter, lang)
    rows = [[t.within(*head) for head in TABLE_HEADS]]
    for one in holdings:
        person = people.get(one.member)
        rows.append(
            [
                one.member,
                str(one.seat or t.within("roster", "alternate")),
                person.name if person else "",
                title_of(one.group),
                listing(map(title_of, one.offices), lang),
                _term(one.since, one.until),
                weight(one.weight, charter.weight_unit) if charter.weight_unit else "",
                person.address if person and address else "",
            ]
        )
    return table_lines(rows if len(rows) > 1 else [])


def _term(since: date | None, until: date | None) -> str:
    if since is None and until is None:
        return ""
    return f"{since or ''}—{until or ''}"


def _findings(lang: str, body: Body) -> None:
    found = body.findings(_today())
    for line in _said(lang, body, found, body.people):
        click.echo(line)
    t = tongue(lang)
    if not found:
        click.echo(t("The roster is as the charter asks."))


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _said(
    lang: str, body: Body, found: Iterable[Finding], people: Mapping[str, Person | None]
) -> Iterator[str]:
    names = {key: person.name for key, person in people.items() if person}
    often = {name for name, times in Counter(map(same_name, names.values())).items() if times > 1}
    t = tongue(lang)

    def name_of(member: str) -> str:
        """A name, with the id where others bear the same."""
        name = names.get(member, member)
        return t("{name} ({id})", name=name, id=member) if same_name(name) in often else name

    for finding in found:
        yield f"– {finding_sentence(finding, body.charter, lang, name_of)}"


def _not_read(lang: str, read: Sheet, plan: RosterPlan) -> Iterator[str]:
    """How a text file was read, and which of its columns were not."""
    t = tongue(lang)
    if read.encoding:
        yield t("Read as {encoding}.", encoding=read.encoding)
    if plan.ignored:
        yield t("Columns not read: {heads}.", heads=listing(plan.ignored, lang))


def _no_office(lang: str, row: int, word: str) -> str:
    t = tongue(lang)
    return t("Row {row}: “{word}” is no office of the charter and is left out.", row=row, word=word)


def _preview(
    lang: str, body: Body, read: Sheet, plan: RosterPlan, *, same_names: bool
) -> Iterator[str]:
    """Everything that there is to say of a sheet before it is imported; what is wrong in the order of rows."""
    yield from _not_read(lang, read, plan)
    people = {**body.people, **{entry.member: entry.person for entry in plan.entries}}
    yield from _table(lang, body, plan.holdings, people, address=True)
    notes = [(one["row"], one["sentence"]) for one in _problems(lang, body, plan)]
    notes += [(row, _no_office(lang, row, word)) for row, word in plan.not_offices]
    if not same_names:
        notes += [
            (row, refusal_sentence("roster-same-name", {"row": row, "name": name}, lang))
            for row, name in plan.same_names
        ]
    for _, note in sorted(notes, key=lambda note: note[0]):
        yield note
    yield from _said(lang, body, findings_after(body, plan, _today()), people)


def _problems(lang: str, body: Body, plan: RosterPlan) -> list[dict[str, Any]]:
    title_of = titles_in(body.charter, lang)
    return [
        {
            "row": one.row,
            "column": one.column,
            "code": one.code,
            "sentence": refusal_sentence(
                one.code, {**one.facts, "row": one.row}, lang, title_of=title_of
            ),
        }
        for one in plan.problems
    ]


def _data(lang: str, body: Body, read: Sheet, plan: RosterPlan) -> dict[str, Any]:
    return {
        "encoding": read.encoding,
        "entries": plan.entries,
        "holdings": plan.holdings,
        "problems": _problems(lang, body, plan),
        "same_names": plan.same_names,
        "not_offices": plan.not_offices,
        "ignored": plan.ignored,
        "findings": findings_after(body, plan, _today()),
    }
