"""`search`: what was decided, moved, said and reported, and the projects of rounds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any

import click
import msgspec

from facilitator import overview
from facilitator.cli.answers import archive_option
from facilitator.cli.looking import looked_at
from facilitator.cli.narrowing import narrowing, wanted
from facilitator.rounds.project import Outcome
from facilitator.rounds.standing import Stage
from facilitator.searching import (
    FARTHEST,
    FOREVER,
    Answer,
    Counts,
    Hit,
    Kind,
    Marked,
    Result,
    Search,
    Sort,
)
from facilitator.words.found import (
    implementation_word,
    kind_word,
    project_words,
    result_word,
    total_words,
)
from facilitator.words.outcomes import decision_words
from facilitator.words.rounds import round_title
from facilitator.words.tongue import tongue


@click.command()
@click.argument("words", nargs=-1)
@narrowing([one.value for one in Result])
@click.option(
    "--kind", type=click.Choice([one.value for one in Kind]), multiple=True, help="Of this kind."
)
@click.option(
    "--sort",
    type=click.Choice([one.value for one in Sort]),
    default=Sort.NEWEST.value,
    show_default=True,
    help="What comes first; best is what has all the words in its title.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, FARTHEST),
    default=20,
    show_default=True,
    help="Show so many at most.",
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@archive_option()
@click.pass_context
def search(ctx: click.Context, words: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Search decisions, motions, minutes, topics, reports and projects for WORDS; all have to be there.

    One or two Chinese characters are enough; of a word in letters its beginning is. Without WORDS everything
    is listed. The words that were found are bold in a terminal and stand in 【】 elsewhere; in JSON they are
    given as ranges of characters.
    """
    with looked_at(given["archive"]) as session, closing(Search(session)) as index:
        asked = replace(
            wanted(session, words, given), sort=Sort(given["sort"]), limit=given["limit"]
        )
        answer = index.find(asked, patience=FOREVER)
        counts = index.counts(asked) if as_json else {}
        names = {row.body: row.name for row in overview.bodies(session)}
    if as_json:
        click.echo(msgspec.json.encode(_data(answer, counts)))
        return
    for line in _lines(answer, names, ctx.obj):
        click.echo(line)


def _data(answer: Answer, counts: Counts) -> dict[str, Any]:
    spread = {
        facet.value: {value: total.count for value, total in values.items()}
        for facet, values in counts.items()
    }
    return {
        "total": answer.total.count,
        "more": answer.total.more,
        "searched": answer.searched,
        "hits": msgspec.to_builtins(answer.hits),
        "counts": spread,
    }


def _lines(answer: Answer, names: Mapping[str, str], lang: str) -> Iterator[str]:
    """How many there are, and each of those that are shown on three lines."""
    t = tongue(lang)
    if not answer.searched:
        yield t(
            "There is neither a letter nor a digit in these words: nothing can be found by them."
        )
        return
    yield total_words(answer.total.count, answer.total.more, lang)
    for hit in answer.hits:
        yield ""
        yield "  ".join(filter(None, _head(hit, names, lang)))
        yield f"  {_marked(hit.title) or hit.meeting}"
        if text := _marked(hit.snippet):
            who = _marked(hit.who)
            yield f"  {who}: {text}" if who else f"  {text}"


def _head(hit: Hit, names: Mapping[str, str], lang: str) -> Iterator[str]:
    if hit.kind is Kind.DECISION:
        yield decision_words(int(hit.key), lang)
    elif hit.kind is Kind.PROJECT:
        yield project_words(hit.key, lang)
    else:
        yield kind_word(hit.kind, lang)
    yield f"{hit.at:%Y-%m-%d}"
    yield names.get(hit.body, hit.body)
    figures = f" {hit.more.in_favour}/{hit.more.base}" if hit.more.base else ""
    if figures or hit.kind in (Kind.DECISION, Kind.MOTION):
        yield f"{result_word(hit.outcome, lang)}{figures}"
    if hit.more.stage:
        ended = hit.more.ended
        yield round_title(Outcome(ended) if ended else Stage(hit.more.stage), lang)
    yield implementation_word(hit.implementation, lang)
    yield hit.meeting


def _marked(one: Marked) -> str:
    """The text with what was found in it: bold where somebody reads it in a terminal."""
    bold = sys.stdout.isatty()
    parts: list[str] = []
    last = 0
    for first, end in one.marks:
        found = one.text[first:end]
        parts += [one.text[last:first], click.style(found, bold=True) if bold else f"【{found}】"]
        last = end
    return "".join([*parts, one.text[last:]])
