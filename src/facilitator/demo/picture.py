"""`python -m facilitator.demo.picture PLACE OUT.png`: one screen of the sample evening."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click


@click.command()
@click.argument("place")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--until", default="", help="Play the evening up to the first line that holds this.")
@click.option("--lang", default="zh")
@click.option("--size", default=100)
@click.option("--dark", is_flag=True)
@click.option("--width", default=1366)
@click.option("--height", default=768)
@click.option("--empty", is_flag=True, help="An archive in which nothing has happened yet.")
def picture(
    place: str,
    out: Path,
    until: str,
    lang: str,
    size: int,
    dark: bool,
    width: int,
    height: int,
    empty: bool,
) -> None:
    """Draw PLACE (page, page/which or page/which/part) offscreen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from facilitator.demo.stage import quiet, show, staged, up_to
    from facilitator.desk.loop import make_loop
    from facilitator.desk.places import Place

    app = QApplication([])
    loop = make_loop(app)
    with loop, tempfile.TemporaryDirectory() as folder:
        lines = () if empty else up_to(until)
        desk = staged(Path(folder), lines, lang=lang, size=size, dark=dark)
        window = show(app, desk, Place.read(place), width=width, height=height)
        loop.run_until_complete(quiet(desk))
        window.grab().save(str(out))
        loop.run_until_complete(desk.works.settle())
        desk.session.close()
        window.may_close = True
        window.close()


if __name__ == "__main__":
    picture()
