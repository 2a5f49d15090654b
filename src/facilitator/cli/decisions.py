"""`decisions`: the list of decisions and what became of them, to be read or taken elsewhere."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator import listing
from facilitator.cli.answers import archive_option
from facilitator.cli.looking import looked_at
from facilitator.cli.narrowing import narrowing, wanted
from facilitator.cli.table import table_lines
from facilitator.listing import Decided
from facilitator.searching import Result
from facilitator.words.found import implementation_word, result_word
from facilitator.words.tongue import Tongue, tongue

_OF_DECISIONS = [Result.PASSED.value, Result.ANNULLED.value, Result.REPEALED.value]


@click.command()
@click.argument("words", nargs=-1)
@narrowing(_OF_DECISIONS)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option(
    "--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False),
    help="Write the list to this file: UTF-8 with commas.",
)  # fmt: skip
@click.option(
    "--xlsx", "xlsx_file", type=click.Path(path_type=Path, dir_okay=False),
    help="Write the list to this workbook.",
)  # fmt: skip
@archive_option()
@click.pass_context
def decisions(
    ctx: click.Context,
    words: tuple[str, ...],
    as_json: bool,
    csv_file: Path | None,
    xlsx_file: Path | None,
    **given: Any,
) -> None:
    """List decisions, newest first: the vote, who carries them out, how far that is, what changed them later.

    With WORDS, those that have all of them in their title, text or assignment. In a workbook every text is a
    text; in a CSV file one that would be read as a formula has an apostrophe before it.
    """
    with looked_at(given["archive"]) as session:
        rows = listing.decisions(session, wanted(session, words, given))
    t = tongue(ctx.obj)
    made = listing.table(rows, ctx.obj)
    for file, form in ((csv_file, "csv"), (xlsx_file, "xlsx")):
        if file is not None:
            listing.save(made, file, form)
            click.echo(str(file), err=as_json)
    if as_json:
        click.echo(msgspec.json.encode({"decisions": [asdict(row) for row in rows]}))
    elif csv_file is None and xlsx_file is None:
        lines = list(table_lines(_shown(rows, t)))
        click.echo("\n".join(lines) if rows else t("There are no such decisions."))


def _shown(rows: list[Decided], t: Tongue) -> list[tuple[str, ...]]:
    """What fits into a terminal."""
    heads = (
        t.within("list", "Date"),
        t.within("list", "Body"),
        t.within("list", "No."),
        t.within("list", "Outcome"),
        t.within("list", "For"),
        t.within("list", "Follow-up"),
        t.within("list", "Due"),
        t.within("list", "Title"),
    )
    return [heads, *(_cells(row, t.lang) for row in rows)]


def _cells(row: Decided, lang: str) -> tuple[str, ...]:
    return (
        row.made_at[:10],
        row.body_name,
        str(row.number),
        result_word(row.outcome, lang),
        f"{row.in_favour}/{row.base}" if row.base else "",
        implementation_word(row.implementation, lang),
        row.due or "",
        row.title,
    )
