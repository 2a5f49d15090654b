"""The command line: one of the doors, with the same commands as every other."""

from __future__ import annotations

import importlib

import click

from facilitator import __version__
from facilitator.cli.answers import Doors, default_lang

VERBS = {
    "play": "facilitator.cli.play:play",
    "schema": "facilitator.cli.play:schema",
    "list": "facilitator.cli.archive:list_",
    "show": "facilitator.cli.archive:show",
    "search": "facilitator.cli.search:search",
    "decisions": "facilitator.cli.decisions:decisions",
    "followup": "facilitator.cli.followup:followup",
    "rounds": "facilitator.cli.rounds:rounds",
    "project": "facilitator.cli.rounds:project",
    "verify": "facilitator.cli.archive:verify",
    "rebuild": "facilitator.cli.archive:rebuild",
    "backup": "facilitator.cli.keeping:backup",
    "restore": "facilitator.cli.keeping:restore",
    "publish": "facilitator.cli.keeping:publish",
    "merge": "facilitator.cli.merge:merge",
    "roster": "facilitator.cli.roster:roster",
    "export": "facilitator.cli.export:export",
    "rules": "facilitator.cli.rules:rules",
    "select": "facilitator.cli.select:select",
    "pabulib": "facilitator.cli.slates:pabulib",
    "manual": "facilitator.cli.manual:manual",
    "demo": "facilitator.cli.demo:demo",
}
"""Each verb is imported when it is used, so that `--help` is quick and a count needs no database."""


class Verbs(Doors):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the table above."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One verb."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name].partition(":")
        return getattr(importlib.import_module(module), name)


@click.group(cls=Verbs)
@click.version_option(__version__, prog_name="facilitator")
@click.option(
    "--lang",
    "speech",
    type=click.Choice(["zh", "en"]),
    default=default_lang,
    show_default="the system's",
    help="Language of answers and messages.",
)
@click.pass_context
def facilitator(ctx: click.Context, speech: str) -> None:
    """Run deliberation meetings and keep what was decided (议事).

    Without a command the windows open, on the archive of last time; `facilitator --archive FILE` opens another.

    Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 the environment (no file, locked, disk full,
    damaged, newer), 4 done, but something was left out.
    """
    ctx.obj = speech
