"""`facilitator demo --windows --out OUT`: the sample evening through the windows, offscreen."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("facilitator-demo"),
    show_default=True,
    help="The folder for the archive, the pictures and the papers; a demo that is there is made anew.",
)
def demo(out: Path) -> None:
    """Play the evening into OUT, which is made anew: the archive, pictures, all papers."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from facilitator.demo.evening import main

    if (out / "sample.facilitator").exists():
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    main(out, click.echo)


if __name__ == "__main__":
    demo()
