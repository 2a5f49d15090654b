"""`manual`: the manual as a file, to be printed or given on."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.manual.making import FORMS, form_of, manual_name, write_manual


@click.command()
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default=None, help="Without it, that of the answers."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default=None,
    help="A book to print, or one page for a browser with the pictures in it.  "
    "[default: as the file's ending says, else pdf]",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    help="The file, or the folder for it.  [default: the folder one is in]",
)
@click.pass_context
def manual(ctx: click.Context, lang: str | None, form: str | None, out: Path | None) -> None:
    """Write the manual as a file, and print its name.

    It is the one that F1 opens in the windows.
    A file on the disk is the old one or the new one, never half of one.
    """
    spoken = lang or ctx.obj
    path = out or Path()
    form = form or form_of(path)
    if path.is_dir():
        path = path / manual_name(spoken, form)
    write_manual(spoken, form, path)
    click.echo(str(path))
