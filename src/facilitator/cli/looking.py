"""Looking at an archive from the command line, a damaged one too, with a word on standard error about that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from facilitator.cli.answers import ENVIRONMENT, ends_with
from facilitator.opening import Onlooker, looking
from facilitator.session import Session
from facilitator.words.saved import saved_lines


@contextmanager
def looked_at(archive: str | None) -> Iterator[Session]:
    """A session to look at an archive; of a damaged one whatever is left, and what is not is said.

    Then the run ends as for every damaged archive: a script must not take it for a shorter history.
    """
    ctx = click.get_current_context()
    with looking(archive) as session:
        if isinstance(session, Onlooker) and session.salvaged is not None:
            for line in saved_lines(session.salvaged, ctx.obj):
                click.echo(line, err=True)
            ends_with(ctx, ENVIRONMENT)
        yield session
