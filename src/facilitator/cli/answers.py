"""How the command line answers: sentences, exit codes, and the one place where refusals are caught."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from facilitator.acts import RuleViolation, Trouble
from facilitator.words.refusals import refusal_sentence

REFUSED = 1
"""A rule stood in the way; nothing was changed."""
ENVIRONMENT = 3
"""No file, locked, disk full, damaged, newer."""
LEFT_OUT = 4
"""Done, but something was left out that people have to look at."""
_NAMES, _TITLES = "facilitator.names", "facilitator.titles"
"""Where a run keeps who and what its refusals may speak of."""
_CODE = "facilitator.code"
"""Where it keeps how it ends, if not well."""


class Doors(click.Group):
    """A group that turns refusals and trouble into one sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; usage errors (2) are click's own."""
        try:
            answer = super().invoke(ctx)
            if code := ctx.meta.get(_CODE):
                ctx.exit(code)
            return answer
        except RuleViolation as refusal:
            _complain(refusal, ctx)
            ctx.exit(REFUSED)
        except Trouble as trouble:
            _complain(trouble, ctx)
            ctx.exit(ENVIRONMENT)
        except BrokenPipeError:
            # Whoever read our answers has gone; nothing is wrong with the record.
            sys.stdout = None
            ctx.exit(0)


def speak_of(
    ctx: click.Context,
    title_of: Callable[[str], str],
    name_of: Callable[[str], str] | None = None,
) -> None:
    """Have a refusal of this run say titles for keys, and names for ids."""
    ctx.meta[_TITLES], ctx.meta[_NAMES] = title_of, name_of


def ends_with(ctx: click.Context, code: int) -> None:
    """Have this run end with an exit code once it has said all it has to say."""
    ctx.meta[_CODE] = code


def _complain(error: RuleViolation | Trouble, ctx: click.Context) -> None:
    sentence = refusal_sentence(
        error.code,
        error.facts,
        ctx.obj or default_lang(),
        ctx.meta.get(_NAMES),
        ctx.meta.get(_TITLES),
    )
    click.echo(f"{sentence} [{error.code}]", err=True)


def default_lang() -> str:
    """Chinese where the system speaks it, English elsewhere; FACILITATOR_LANG overrides."""
    asked = os.environ.get("FACILITATOR_LANG", "")
    system = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)),
        locale.getlocale()[0] or "",
    )
    wanted = (asked or system).lower()
    return "zh" if wanted.startswith(("zh", "chinese")) else "en"


def archive_option(*, create: bool = False) -> Callable[[Any], Any]:
    """The option that names the archive file; without it, the user's own."""
    help_text = "The archive, made if it is not there." if create else "The archive."
    return click.option(
        "--archive",
        type=click.Path(dir_okay=False, path_type=str),
        envvar="FACILITATOR_ARCHIVE",
        show_envvar=True,
        default=None,
        help=f"{help_text} Without it, the archive in your own data folder.",
    )
