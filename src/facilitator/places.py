"""Where the files that come with the program lie."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of charters, formats, fonts, catalogues and paper templates.

    A frozen program unpacks it beside itself, an installed wheel keeps it inside the package, a
    checkout at its top: the first of these that exists is the one.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    inside = [Path(frozen) / "resources"] if frozen else []
    places = [*inside, package / "resources", package.parents[1] / "resources"]
    return next((place for place in places if place.is_dir()), places[-1])
