"""Putting one archive in the place of another without a moment in which neither is there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from facilitator.acts import Trouble
from facilitator.record.header import read_header
from facilitator.record.trouble import environment

BESIDE = ("-wal", "-journal", "-shm")
"""What SQLite may have left beside a file that was not closed: it belongs to that file and to no other."""


def replace(path: Path, new: Path, aside: Path, copy: Callable[[Path, Path], object]) -> None:
    """Give the archive at `path` the further name `aside`, and its own name to `new`, in the same folder.

    `copy` brings a file to another name where the file system knows no second names. Trouble `locked` when the
    archive is in use. Stopped anywhere, `path` is the old archive or the new one; what lies beside an archive
    that can still be opened is moved into it first, else it goes with it.
    """
    with environment(path):
        left = [] if _fold(path) else [end for end in BESIDE if _beside(path, end).exists()]
        for end in left:
            _name_too(_beside(path, end), _beside(aside, end), copy)
        _name_too(path, aside, copy)
        for end in left:
            _beside(path, end).unlink()
        os.replace(new, path)


def _fold(path: Path) -> bool:
    """Move what waits in the WAL into its archive; False when that is no archive any more."""
    try:
        read_header(path)
    except Trouble as trouble:
        if trouble.code == "locked":
            raise
        if trouble.code != "newer":
            # SQLite would take the log of a file that is none for rubbish, and delete it.
            return False
    try:
        with (
            environment(path, opening=True),
            closing(sqlite3.connect(path, timeout=0.5, isolation_level=None)) as connection,
        ):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except Trouble as trouble:
        if trouble.code != "damaged":
            raise
    return not any(_beside(path, end).exists() for end in BESIDE)


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _name_too(path: Path, name: Path, copy: Callable[[Path, Path], object]) -> None:
    try:
        os.link(path, name)
    except FileExistsError:
        raise
    except OSError:  # FAT and some network folders know no links
        copy(path, name)
