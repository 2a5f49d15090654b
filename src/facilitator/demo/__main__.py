"""`python -m facilitator.demo OUT`: the sample evening through the windows, offscreen."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
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
