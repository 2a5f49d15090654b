"""Which test audits which widget of ours: `audited.txt` says it, what the audit comes by proves it.

Each line of the file names a class after `facilitator.desk.`; those of one file of tests stand below its
name. A class that stands nowhere fails a test, and so does a file of tests that was run whole and came by less
than it is said to.
"""

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

import facilitator.desk

HERE = Path(__file__)
TESTS = HERE.parents[1]
ROOT = facilitator.desk.__name__ + "."

seen: dict[Path, set[str]] = defaultdict(set)
"""What the audit came by in each file of tests: classes, and what they are made from."""
ran: dict[Path, set[str]] = defaultdict(set)
"""Which tests were run, by file."""
at: list[Path] = []
"""The file of the test that is run now."""


def begin(path: Path, test: str) -> None:
    """A test is run."""
    at[:] = [path]
    ran[path].add(test)


def note(widgets: Iterable[QWidget]) -> None:
    """Remember what kinds of ours they are."""
    for kind in {type(one) for one in widgets}:
        ours = (base for base in kind.__mro__ if base.__module__.startswith(ROOT))
        seen[at[0] if at else HERE].update(_named(base) for base in ours)


def lacking(path: Path) -> set[str]:
    """What a file of tests should have come by and did not."""
    return told().get(path.relative_to(TESTS).as_posix(), set()) - seen[path]


@cache
def told() -> dict[str, set[str]]:
    """What the file says: the classes by file of tests, as a path below the folder of tests."""
    kept: dict[str, set[str]] = defaultdict(set)
    test = ""
    for line in HERE.with_name("audited.txt").read_text("utf-8").splitlines():
        if line.startswith(" "):
            kept[test].add(line.strip())
        else:
            test = line.strip()
    return dict(kept)


def widgets() -> set[str]:
    """Every class of widgets in the desk, found by importing all of it."""
    for module in pkgutil.walk_packages(facilitator.desk.__path__, ROOT):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {_named(kind) for kind in _below(QWidget) if kind.__module__.startswith(ROOT)}


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _named(kind: type) -> str:
    return f"{kind.__module__}.{kind.__name__}".removeprefix(ROOT)
