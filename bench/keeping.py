"""Where the large archives and indexes lie that are measured: thrown away at the end, unless a folder is named.

`FACILITATOR_BENCH_STOCK=/some/folder` keeps them there for the next run: making them takes longer than all
that is measured.
"""

from __future__ import annotations

import atexit
import os
import tempfile
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The folder, made."""
    if named := os.environ.get("FACILITATOR_BENCH_STOCK"):
        Path(named).mkdir(parents=True, exist_ok=True)
        return Path(named)
    made = tempfile.TemporaryDirectory(prefix="facilitator-bench-", ignore_cleanup_errors=True)
    atexit.register(made.cleanup)
    return Path(made.name)


def kept(name: str) -> bool:
    """Whether something was made whole by an earlier run."""
    return Path(folder(), f"{name}.whole").exists()


def keep(name: str) -> None:
    """Note that it is whole now."""
    Path(folder(), f"{name}.whole").touch()
