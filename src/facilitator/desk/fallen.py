"""A fall: the program ended by a fault that Python never hears of. Taken down, and told at the next start."""

from __future__ import annotations

import faulthandler
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath, PureWindowsPath
from typing import BinaryIO

import facilitator

NAME = "fall.txt"
MOST = 20_000
"""Bytes of it that are read."""
LINES = 40
"""Lines of a report: of a thread that calls itself without end, the innermost say enough."""
OURS = Path(facilitator.__file__).resolve().parent
_FRAME = re.compile(r'  File "(?P<path>.*)", line (?P<line>\d+) in (?P<name>[\w.<>]+)')
_HEAD = re.compile(r"Fatal Python error: [A-Za-z ]+|Windows fatal exception: [\w ]+")


class Falls:
    """A file in the folder of logs, which is there only while the program runs, or after it fell."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._open: BinaryIO | None = None
        self.last = ""
        """Where the program of before fell, as a report; "" when it did not."""

    def watch(self) -> None:
        """Read what the last one left, and take down from now on where this one falls."""
        self.last = _told(self._path)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._open = self._path.open("wb", buffering=0)
        except OSError:
            return  # it is not told then; the program starts all the same
        faulthandler.enable(self._open, all_threads=False)  # those that only wait say nothing

    def rest(self) -> None:
        """The program ends in order: nothing is left to be told."""
        if self._open is None:
            return
        faulthandler.disable()
        self._open.close()
        self._open = None
        with suppress(OSError):
            self._path.unlink()


def _told(path: Path) -> str:
    """What was taken down there, without a folder of anybody's; "" when there is nothing."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST).decode(errors="replace")
    except OSError:
        return ""
    return "\n".join([*_lines(raw)][:LINES])


def _lines(raw: str) -> Iterator[str]:
    """The lines that are known to name nobody: what happened, and where in which file."""
    for line in raw.splitlines():
        if frame := _FRAME.fullmatch(line):
            yield f"  {_place(frame['path'], frame['line'])} {frame['name']}"
        elif head := _HEAD.match(line):
            yield head[0]


def _place(path: str, line: str) -> str:
    """Where in our files; of others the name alone."""
    pure = PureWindowsPath(path) if "\\" in path else PurePath(path)
    if pure.is_relative_to(OURS):
        return f"{pure.relative_to(OURS.parent).as_posix()}:{line}"
    if pure.parts[:1] == (OURS.name,):  # of a frozen program
        return f"{pure.as_posix()}:{line}"
    return f"({pure.stem})"
