"""`rules`: what charters there are, what they say, and what a count would come to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator import presets
from facilitator.acts import RuleViolation
from facilitator.bodies.roster import named_group
from facilitator.cli.answers import speak_of
from facilitator.rules.charter import Charter, SeatGroup
from facilitator.rules.counting import count, other_bases, the_rule
from facilitator.rules.outcome import Outcome, Test
from facilitator.rules.tally import Tally, Votes
from facilitator.words.charters import charter_lines
from facilitator.words.outcomes import outcome_sentence
from facilitator.words.titles import titles_in

GROUP_FORM = "KEY=FOR,AGAINST,ABSTAIN[,PRESENT[,FILLED]]"
MOST_DIGITS = 12


@click.group()
def rules() -> None:
    """Look at charters and try their rules on numbers."""


@rules.command("list")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    """List the presets; a disabled one says why."""
    lang = ctx.obj
    rows = [
        {
            "preset": one.key,
            "title": one.title.text(lang),
            "sentence": one.sentence.text(lang),
            "source": one.source.title,
            "disabled": one.disabled.text(lang) if one.disabled else None,
        }
        for one in presets.charters()
    ]
    if as_json:
        click.echo(msgspec.json.encode({"presets": rows}))
        return
    for row in rows:
        click.echo(f"{row['preset']}  {row['title']}")
        click.echo(f"    {row['sentence']}")
        if row["disabled"]:
            click.echo(f"    ✗ {row['disabled']}")


@rules.command("show")
@click.argument("preset")
@click.option("--json", "as_json", is_flag=True, help="The whole charter as JSON.")
@click.pass_context
def show(ctx: click.Context, preset: str, as_json: bool) -> None:
    """Show one charter (a name from `rules list`, or a charter file ending in .toml): all that it says."""
    speak_of(ctx, _preset_titles(ctx.obj))
    charter = _look(preset)
    if as_json:
        click.echo(msgspec.json.encode(charter))
        return
    for line in charter_lines(charter, ctx.obj):
        click.echo(line)


def _look(preset: str) -> Charter:
    """A preset by name, disabled ones too (they can be looked at), or a charter file."""
    if preset.endswith(".toml"):
        return presets.read_charter(Path(preset))
    found = next((one for one in presets.charters() if one.key == preset), None)
    return found or presets.charter(preset)


def _preset_titles(lang: str) -> Callable[[str], str]:
    """Titles of presets, for the list of those that there are."""
    titles = {one.key: one.title.text(lang) for one in presets.charters()}
    return lambda key: titles.get(key, key)


def _number(name: str, help_text: str) -> Any:
    return click.option(name, type=click.IntRange(0, 10**12), default=0, help=help_text)


def _maybe(name: str, help_text: str) -> Any:
    return click.option(name, type=click.IntRange(0, 10**12), default=None, help=help_text)


@rules.command("try")
@click.argument("preset")
@_maybe("--for", "Votes in favour; may be left out with --group.")
@_maybe("--against", "Votes against.")
@_maybe("--abstain", "Abstentions.")
@_maybe("--present", "Members in the room; without it, as many as gave an answer or are recused.")
@_maybe(
    "--filled", "Members in office; without it, the seats, or in an open assembly those present."
)
@_number("--recused", "Members in the room who do not vote for a conflict of interest.")
@_number("--blank", "Blank ballots.")
@_number("--void", "Void ballots.")
@_number("--weight-for", "Weight (area) in favour, in the charter's smallest unit.")
@_number("--weight-against", "Weight against.")
@_number("--weight-abstain", "Weight abstaining.")
@_maybe("--weight-all", "Weight of all members together.")
@click.option(
    "--group",
    "groups",
    multiple=True,
    metavar=GROUP_FORM,
    help="Votes of one seat group, by its key or title; once for each group. "
    "Without PRESENT as many as voted, without FILLED the group's seats.",
)
@click.option("--rule", default="", help="A rule of the charter; without it, the charter's own.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def try_(
    ctx: click.Context,
    preset: str,
    groups: tuple[str, ...],
    rule: str,
    as_json: bool,
    **numbers: int | None,
) -> None:
    """Count numbers under PRESET (a name from `rules list`, or a charter file ending in .toml)."""
    speak_of(ctx, _preset_titles(ctx.obj))
    charter = (
        presets.read_charter(Path(preset)) if preset.endswith(".toml") else presets.charter(preset)
    )
    speak_of(ctx, titles_in(charter, ctx.obj))
    the_rule(charter, rule)
    outcome = count(charter, rule, _votes(charter, numbers, _groups(charter, groups)))
    sentence = outcome_sentence(outcome, ctx.obj, charter, worked=True)
    if not as_json:
        click.echo(sentence)
        return
    click.echo(msgspec.json.encode(_answer(charter, outcome, sentence)))


def _groups(charter: Charter, told: tuple[str, ...]) -> dict[str, Tally]:
    """The votes of each group; all groups (`groups-missing`) or none."""
    groups: dict[str, Tally] = {}
    for one in told:
        name, equals, figures = one.partition("=")
        numbers = [figure.strip() for figure in figures.replace("，", ",").split(",")]
        if not equals or not 3 <= len(numbers) <= 5 or not all(map(_is_number, numbers)):
            raise click.BadParameter(f"{one!r} is not {GROUP_FORM}.", param_hint="--group")
        group = named_group(charter, name.strip())
        if group.key in groups:
            raise click.BadParameter(f"{name!r} is given twice.", param_hint="--group")
        groups[group.key] = _group_tally(group, [int(number) for number in numbers])
    for group in charter.groups:
        if groups and group.key not in groups:
            raise RuleViolation("groups-missing", group=group.key)
    return groups


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _group_tally(group: SeatGroup, numbers: list[int]) -> Tally:
    in_favour, against, abstained, *more = numbers
    present = more[0] if more else in_favour + against + abstained
    filled = more[1] if len(more) > 1 else (group.seats or present)
    return Tally(
        seats=group.seats or filled,
        in_office=filled,
        present=present,
        in_favour=in_favour,
        against=against,
        abstained=abstained,
    )


def _votes(charter: Charter, given: dict[str, int | None], groups: dict[str, Tally]) -> Votes:
    """The numbers as a vote: what was not said is the sum of the groups, or as small as it can be."""
    summed = {
        "for": sum(one.in_favour for one in groups.values()),
        "against": sum(one.against for one in groups.values()),
        "abstain": sum(one.abstained for one in groups.values()),
        "present": sum(one.present for one in groups.values()),
        "filled": sum(one.in_office for one in groups.values()),
    }
    if groups:
        given = {key: summed.get(key) if value is None else value for key, value in given.items()}
    if missing := next((key for key in ("for", "against", "abstain") if given[key] is None), ""):
        raise click.UsageError(f"Missing option '--{missing}' (or '--group' for each seat group).")
    n = {key: value or 0 for key, value in given.items()}
    cast = n["for"] + n["against"] + n["abstain"] + n["blank"] + n["void"]
    present = given["present"] if given["present"] is not None else cast + n["recused"]
    seats = charter.seats
    filled = given["filled"] if given["filled"] is not None else (seats or present)
    whole = Tally(
        seats=seats or filled,
        in_office=filled,
        present=present,
        recused=n["recused"],
        in_favour=n["for"],
        against=n["against"],
        abstained=n["abstain"],
        blank=n["blank"],
        void=n["void"],
    )
    return Votes(whole=whole, groups=groups, weights=_weights(n, given))


def _weights(n: dict[str, int], given: dict[str, int | None]) -> Tally | None:
    if given["weight_all"] is None:
        return None
    return Tally(
        seats=n["weight_all"],
        in_office=n["weight_all"],
        present=n["weight_all"],
        in_favour=n["weight_for"],
        against=n["weight_against"],
        abstained=n["weight_abstain"],
    )


def _answer(charter: Charter, outcome: Outcome, sentence: str) -> dict[str, Any]:
    test = outcome.governing
    return {
        "outcome": outcome.verdict.value,
        "reason": outcome.reason.value,
        "charter": charter.key,
        "version": charter.version,
        "rule": outcome.rule,
        "base": test.base_size,
        "base_kind": test.base.value,
        "share": test.share,
        "strict": test.strict,
        "needed": test.needed,
        "reached": test.reached,
        "missing": outcome.missing,
        "sentence": sentence,
        "tests": [_figures(one) for one in outcome.tests],
        "other_bases": [_figures(one) for one in other_bases(outcome, charter)],
    }


def _figures(test: Test) -> dict[str, Any]:
    return {**msgspec.to_builtins(test), "met": test.met, "missing": test.missing}
