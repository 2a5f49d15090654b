"""The lock that SQLite's readers take, taken by us while we copy a file as plain bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from facilitator.acts import Trouble

_FIRST = 0x40000000 + 2
_LENGTH = 510
"""Where SQLite's file locks lie (`SHARED_FIRST`, `SHARED_SIZE`); the same in every version."""


@contextmanager
def reading(file: BinaryIO, path: Path) -> Iterator[None]:
    """Keep writers out until the end of the block, or raise Trouble `locked` if one is in."""
    try:
        _take(file)
    except OSError as error:
        raise Trouble("locked", path=str(path), detail=str(error)) from error
    try:
        yield
    finally:
        _give_back(file)


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        _at_lock(file, msvcrt.LK_NBLCK)

    def _give_back(file: BinaryIO) -> None:
        _at_lock(file, msvcrt.LK_UNLCK)

    def _at_lock(file: BinaryIO, mode: int) -> None:
        place = file.tell()
        file.seek(_FIRST)
        msvcrt.locking(file.fileno(), mode, _LENGTH)
        file.seek(place)

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, _LENGTH, _FIRST)

    def _give_back(file: BinaryIO) -> None:
        fcntl.lockf(file, fcntl.LOCK_UN, _LENGTH, _FIRST)
