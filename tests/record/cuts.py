"""A disk that loses its power: what may be on it is worked out from the system calls that were made.

What was written and not yet synced may be there in part: a beginning of it, any of its sectors (later ones
without earlier ones), or sectors torn in the middle. What was done to names in a folder is there up to some
moment since the folder was last synced. This is stricter than the file systems that we know.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

SECTOR = 512
CALLS = "openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,link,rename"
WATCH = ("strace", "-y", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o")
"""Watch a process that has one thread; the file for the log follows, then the command."""

LINE = re.compile(r"(\w+)\((.*)\) += (\d+)")
TEXT = re.compile(r'"((?:\\x..)*)"')
KINDS = ("ordered", "reordered", "torn")


def calls(log: str) -> Iterator[tuple[str, str, list[bytes], int]]:
    """Yield each call that succeeded: its name, its arguments, the texts among them, and its answer."""
    for line in log.splitlines():
        if found := LINE.match(line):
            name, arguments, answer = found.groups()
            texts = [bytes.fromhex(one.replace("\\x", "")) for one in TEXT.findall(arguments)]
            yield name, TEXT.sub('""', arguments), texts, int(answer)


class File:
    """What is surely on the disk, and what was done to it since it was last synced."""

    def __init__(self) -> None:
        self.sure = bytearray()
        self.waiting: list[tuple[int, bytes | None]] = []
        """Where, and what was written there in one sector; nothing: the file was cut off there."""

    def write(self, place: int, data: bytes) -> None:
        """Write, sector by sector."""
        while data:
            room = SECTOR - place % SECTOR
            self.waiting.append((place, data[:room]))
            place, data = place + room, data[room:]

    def sync(self) -> None:
        """Make sure of everything."""
        self.sure = applied(self.sure, self.waiting)
        self.waiting = []

    def after_cut(self, kind: str, chance: random.Random) -> bytearray:
        """Return what a cut of the power may leave."""
        kept = self.waiting
        if kind == "ordered":
            kept = kept[: chance.randint(0, len(kept))]
        else:
            share = chance.choice([0.1, 0.5, 0.9])
            kept = [one for one in kept if chance.random() < share]
        if kind == "torn":
            kept = [(place, data and data[: chance.choice([len(data), chance.randrange(len(data))])])
                    for place, data in kept]  # fmt: skip
        return applied(self.sure, kept)


def applied(content: bytearray, changes: Iterable[tuple[int, bytes | None]]) -> bytearray:
    """Return the content after these changes."""
    new = bytearray(content)
    for place, data in changes:
        new.extend(bytes(max(0, place + len(data or b"") - len(new))))
        if data is None:
            del new[place:]
        else:
            new[place : place + len(data)] = data
    return new


class Disk:
    """The files of one folder, as the calls of some processes, one after another, have left them."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.now: dict[str, File] = {}
        self.sure: dict[str, File] = {}
        self.waiting: list[dict[str, File]] = []
        """What the names stood for after each change since the folder was last synced."""
        self.open: dict[int, File | None] = {}
        """The files by number; none: the folder itself."""
        self.said: list[str] = []
        """The lines that were written to the standard output."""

    def begin(self) -> None:
        """Let the next process begin, with no file open."""
        self.open = {}

    def do(self, name: str, arguments: str, texts: list[bytes], answer: int) -> bool:
        """Do what one call did; return whether it changed or synced anything here, or said anything."""
        number = int(arguments.split("<")[0]) if arguments[0].isdigit() else -1
        names = [os.fsdecode(text) for text in texts]
        if name == "openat":
            return self._opened(names[0], answer, create="O_CREAT" in arguments)
        if name == "close":
            self.open.pop(number, None)
        elif name == "write" and number == 1:
            self.said += os.fsdecode(texts[-1]).splitlines()
            return True
        elif number in self.open:
            return self._to_file(self.open[number], name, arguments, texts)
        elif names and names[0].startswith(self.folder) and name in ("unlink", "link", "rename"):
            if name == "unlink":
                self._named({names[0]: None})
            else:
                gone = {names[0]: None} if name == "rename" else {}
                self._named({names[1]: self.now[names[0]], **gone})
            return True
        return False

    def _opened(self, path: str, number: int, *, create: bool) -> bool:
        if path == self.folder:
            self.open[number] = None
        elif path.startswith(self.folder):
            new = create and path not in self.now
            if new:
                self._named({path: File()})
            self.open[number] = self.now[path]
            return new
        return False

    def _to_file(self, file: File | None, name: str, arguments: str, texts: list[bytes]) -> bool:
        if file is None:
            self.sure, self.waiting = self.now, []
        elif name in ("fsync", "fdatasync"):
            file.sync()
        elif name == "ftruncate":
            file.waiting.append((int(arguments.split(",")[-1]), None))
        else:
            assert name == "pwrite64", name
            file.write(int(arguments.split(",")[-1]), texts[-1])
        return True

    def _named(self, changes: dict[str, File | None]) -> None:
        after = {**self.now, **changes}
        self.now = {name: file for name, file in after.items() if file is not None}
        self.waiting.append(self.now)

    def cut(self, kind: str, chance: random.Random, folder: Path) -> None:
        """Write to another folder what is left if the power fails now."""
        names = chance.choice([self.sure, *self.waiting])
        for name, file in names.items():
            (folder / Path(name).name).write_bytes(file.after_cut(kind, chance))
