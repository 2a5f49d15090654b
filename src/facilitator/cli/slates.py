"""`pabulib`: a counted vote as a Pabulib file, and the projects of such a file for a selection meeting."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from facilitator import slates
from facilitator.cli.answers import archive_option
from facilitator.cli.looking import looked_at
from facilitator.opening import open_session
from facilitator.words.tongue import tongue


@click.group()
def pabulib() -> None:
    """Write a counted vote on projects as a Pabulib file (.pb), or take projects from one."""


@pabulib.command("write")
@click.argument("meeting")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@archive_option()
def write_(meeting: str, out: Path, archive: str | None) -> None:
    """Write the slate and the counted ballots of MEETING to the file OUT.

    Ballots have their chamber but neither name nor number.
    """
    with looked_at(archive) as session:
        data = slates.election_file(session.meeting(meeting))
    slates.save(out, data)
    click.echo(str(out))


@pabulib.command("take")
@click.argument("meeting")
@click.argument("file", type=click.Path(path_type=Path))
@archive_option()
@click.pass_context
def take(ctx: click.Context, meeting: str, file: Path, archive: str | None) -> None:
    """Put the projects of FILE on the slate of MEETING, and its budget where the slate has none.

    All of them come or none; those that are there already stay as they are.
    """
    with closing(open_session(archive)) as session:
        number = slates.take_projects(session, meeting, file)
    t = tongue(ctx.obj)
    click.echo(t.many("{n} project put on the slate.", "{n} projects put on the slate.", number))
