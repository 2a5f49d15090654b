"""`export`: papers of a meeting as files."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.cli.answers import archive_option
from facilitator.export import FORMATS, KINDS, material, write_papers
from facilitator.opening import looking


@click.command()
@click.argument("meeting")
@click.option("--paper", type=click.Choice(KINDS), required=True, help="Which paper.")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="As what file.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default=None, help="Without it, the meeting's own."
)
@click.option(
    "--public", is_flag=True, help="The version that may be posted: personal data masked."
)
@click.option("--blocks", default="", help="Blocks of the minutes, in order, with commas between.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder."
)
@archive_option()
def export(
    meeting: str,
    paper: str,
    form: str,
    lang: str | None,
    public: bool,
    blocks: str,
    out: Path,
    archive: str | None,
) -> None:
    """Write a paper of MEETING into a folder and print the name of each file.

    A file on the disk is the old paper or the new one, never half of one.
    """
    with looking(archive) as session:
        wanted = tuple(name.strip() for name in blocks.split(",") if name.strip())
        source = material(session, meeting, lang=lang or "", public=public, blocks=wanted)
        for path in write_papers(source, paper, form, out):
            click.echo(str(path))
