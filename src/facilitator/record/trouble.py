"""The one place where what SQLite and the disk complain of becomes a `Trouble` with a name."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.acts import Trouble

_SQLITE = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_IOERR: "disk-error",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CANTOPEN: "read-only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
"""Primary result codes. Every other one is a mistake of ours and is left to fail as one."""

_SYSTEM = {
    errno.ENOENT: "no-file",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "not-an-archive",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
}


@contextmanager
def environment(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn errors of SQLite and of the system into `Trouble`; errors of ours pass through.

    While `opening` a file whose header was ours, an SQL error can only come from its content: damage.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = "damaged" if opening or _undecodable(error) else None
        code = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, code)
        if code is None:
            raise
        raise Trouble(code, path=str(path), detail=str(error)) from error
    except UnicodeDecodeError as error:  # a complaint of SQLite that quotes damaged text
        raise Trouble("damaged", path=str(path), detail=str(error)) from error
    except OSError as error:
        code = _SYSTEM.get(error.errno or 0, "disk-error")
        raise Trouble(code, path=str(path), detail=error.strerror or str(error)) from error


def _undecodable(error: sqlite3.Error) -> bool:
    """Text that is no UTF-8 is refused by Python itself, with an error that carries no code of SQLite."""
    return isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode")
