"""The options with which `search` and `decisions` narrow down, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from facilitator import overview
from facilitator.acts import RuleViolation
from facilitator.meeting.reviews import Progress
from facilitator.searching import NOBODY, Facet, Wanted
from facilitator.session import Session

_STATES = (*(state.value for state in Progress), NOBODY)


def narrowing(results: Sequence[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options for body, year, outcome (one of `results`), implementation and format; each several times."""
    options = (
        click.option("--body", multiple=True, help="Of this body: its key or its name."),
        click.option("--year", type=click.IntRange(1, 9999), multiple=True, help="Of this year."),
        click.option("--outcome", type=click.Choice(results), multiple=True, help="What came out."),
        click.option(
            "--implementation", type=click.Choice(_STATES), multiple=True, help="How far it is."
        ),
        click.option(
            "--format", "form", multiple=True, help="Of this kind of meeting, e.g. yishihui."
        ),
    )

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


def wanted(session: Session, words: Sequence[str], given: dict[str, Any]) -> Wanted:
    """What the words and options ask for; refused (`unknown-body`) for a body that is not there."""
    asked = Wanted(" ".join(words))
    chosen = {
        Facet.BODY: [body_named(session, body) for body in given["body"]],
        Facet.YEAR: [str(year) for year in given["year"]],
        Facet.OUTCOME: given["outcome"],
        Facet.IMPLEMENTATION: given["implementation"],
        Facet.FORMAT: given["form"],
        Facet.KIND: given.get("kind", ()),
    }
    for facet, values in chosen.items():
        asked = asked.choose(facet, *values)
    return asked


def body_named(session: Session, said: str) -> str:
    """The key of a body that was given by key or name; refused (`unknown-body`) where there is none."""
    bodies = overview.bodies(session)
    found = [row.body for row in bodies if said in (row.body, row.name)]
    if not found:
        raise RuleViolation("unknown-body", body=said)
    return found[0]
