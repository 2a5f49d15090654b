"""`rules`: what charters there are, what they say, and what a count would come to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator import presets
from facilitator.rules.charter import Charter
from facilitator.rules.counting import count, other_bases, the_rule
from facilitator.rules.outcome import Outcome, Test
from facilitator.rules.tally import Tally, Votes
from facilitator.words.outcomes import outcome_sentence
from facilitator.words.thresholds import rule_sentence
from facilitator.words.tongue import tongue


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
    """Show one charter: its groups, rules, and source."""
    charter = _look(preset)
    if as_json:
        click.echo(msgspec.json.encode(charter))
        return
    lang = ctx.obj
    t = tongue(lang)
    click.echo(f"{charter.title.text(lang)} ({charter.key} v{charter.version})")
    click.echo(charter.sentence.text(lang))
    for group in charter.groups:
        click.echo(f"  {group.title.text(lang)}: {group.seats or t('as many as register')}")
    for rule in charter.rules:
        click.echo(f"  {rule.key}: {rule.title.text(lang)} – {rule_sentence(charter, rule, lang)}")
    click.echo(f"{charter.source.title} {charter.source.place}".rstrip())
    if charter.source.quote:
        click.echo(f"“{charter.source.quote}”")
    if charter.disabled:
        click.echo(f"✗ {charter.disabled.text(lang)}")


def _look(preset: str) -> Charter:
    """A preset by name, disabled ones too (they can be looked at), or a charter file."""
    if preset.endswith(".toml"):
        return presets.read_charter(Path(preset))
    found = next((one for one in presets.charters() if one.key == preset), None)
    return found or presets.charter(preset)


def _number(name: str, help_text: str) -> Any:
    return click.option(name, type=click.IntRange(0, 10**12), default=0, help=help_text)


def _asked(name: str, help_text: str) -> Any:
    return click.option(name, type=click.IntRange(0, 10**12), required=True, help=help_text)


def _maybe(name: str, help_text: str) -> Any:
    return click.option(name, type=click.IntRange(0, 10**12), default=None, help=help_text)


@rules.command("try")
@click.argument("preset")
@_asked("--for", "Votes in favour.")
@_asked("--against", "Votes against.")
@_asked("--abstain", "Abstentions.")
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
@click.option("--rule", default="", help="A rule of the charter; without it, the charter's own.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def try_(ctx: click.Context, preset: str, rule: str, as_json: bool, **numbers: int | None) -> None:
    """Count numbers under PRESET (a name from `rules list`, or a charter file ending in .toml)."""
    charter = (
        presets.read_charter(Path(preset)) if preset.endswith(".toml") else presets.charter(preset)
    )
    the_rule(charter, rule)
    outcome = count(charter, rule, _votes(charter, numbers))
    sentence = outcome_sentence(outcome, ctx.obj, charter, worked=True)
    if not as_json:
        click.echo(sentence)
        return
    click.echo(msgspec.json.encode(_answer(charter, outcome, sentence)))


def _votes(charter: Charter, given: dict[str, int | None]) -> Votes:
    """The numbers as a vote: what was not said is as small as it can be."""
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
    return Votes(whole=whole, weights=_weights(n, given))


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
