"""The first 100 bytes of a file: whose it is, how new, and whether its end is missing.

They are read with a plain `open()` before SQLite touches the file, so that a file that is not ours, or is
newer than we are, keeps every byte. Closing that handle would drop the locks of a connection that this
process already has on the file; `held` lists those files, and they are refused as locked.
"""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.acts import Trouble
from facilitator.data import dataclass
from facilitator.record.trouble import environment

APPLICATION_ID = 0x79697368
"""`yish` (议事 yìshì) in the header's field for the program that a file belongs to."""

FORMAT = 2
"""The newest format that this version writes and reads; the header calls it `user_version`."""

MAGIC = b"SQLite format 3\x00"
SIZE = 100

held: set[tuple[int, int]] = set()
"""Device and inode of every archive that this process has a connection to."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says, where SQLite's file format puts it."""

    application: int
    format: int
    page_size: int
    pages: int
    """0 when the writer did not keep it."""
    single: bool = False
    """Whether it is read without a WAL: a published file or a backup, not one that somebody works in."""


def identity(path: Path) -> tuple[int, int]:
    """Return what tells this file from every other one, whatever name it goes by."""
    status = path.stat()
    return (status.st_dev, status.st_ino)


def wal_of(path: Path) -> Path:
    """Return where SQLite keeps what is recorded but not yet moved into `path`."""
    return path.with_name(path.name + "-wal")


def read_header(path: Path) -> Header:
    """Return the header of the archive at `path`, or say as `Trouble` why it cannot be one of ours.

    Codes: `no-folder`, `no-file`, `not-an-archive`, `newer`, `damaged`, `locked`, `read-only`. Changes nothing.
    """
    if not path.parent.is_dir():
        raise Trouble("no-folder", path=str(path.parent))
    with environment(path):
        if path.exists() and not path.is_file():  # a folder; or a pipe, which would be waited for
            raise Trouble("not-an-archive", path=str(path))
        if identity(path) in held:
            raise Trouble("locked", path=str(path), detail="open in this program")
        with path.open("rb") as file:
            start = file.read(SIZE)
        size = path.stat().st_size
    header = _parse(path, start)
    if header.application != APPLICATION_ID:
        raise Trouble("not-an-archive", path=str(path))
    if header.format > FORMAT:
        raise Trouble("newer", path=str(path), ours=FORMAT, theirs=header.format)
    _check_length(path, header, size)
    return header


def check_writable(path: Path) -> None:
    """Refuse a file or folder that we may not write to: the record needs both."""
    for place in (path, path.parent):
        if not os.access(place, os.W_OK):
            raise Trouble("read-only", path=str(place))


def _parse(path: Path, start: bytes) -> Header:
    if len(start) < SIZE and (start + MAGIC[len(start) :]).startswith(MAGIC):
        raise Trouble("damaged", path=str(path), detail="cut off inside the header")
    if not start.startswith(MAGIC):
        raise Trouble("not-an-archive", path=str(path))

    def number(at: int, length: int = 4) -> int:
        return int.from_bytes(start[at : at + length], "big")

    kept = number(24) == number(92)
    page_size = number(16, 2)
    return Header(
        application=number(68),
        format=number(60),
        page_size=65536 if page_size == 1 else page_size,
        pages=number(28) if kept else 0,
        single=start[18:20] == b"\x01\x01",
    )


def _check_length(path: Path, header: Header, size: int) -> None:
    """A file shorter than it says has lost its end, unless the rest still waits in the WAL."""
    wal = wal_of(path)
    if wal.exists() and wal.stat().st_size > 0:
        return
    expected = header.pages * header.page_size
    if size < expected:
        raise Trouble("damaged", path=str(path), size=size, expected=expected)
