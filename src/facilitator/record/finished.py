"""Opening a finished file where it lies: a backup or a published archive, which nobody writes to any more.

It needs no WAL and no lock, so it opens on a disc that cannot be written to, and nothing appears beside it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import get_ident

from facilitator.record.copying import Extent, extent
from facilitator.record.file import Connection
from facilitator.record.handle import Handle
from facilitator.record.header import FORMAT, read_header, wal_of
from facilitator.record.trouble import environment


def finished(path: Path) -> bool:
    """Whether the archive is one file of our format, with nothing beside it that belongs into it.

    Trouble as for `read_header`.
    """
    header = read_header(path.absolute())
    beside = (wal_of(path), path.with_name(path.name + "-journal"))
    return header.single and header.format == FORMAT and not any(one.exists() for one in beside)


def connect_finished(path: Path) -> sqlite3.Connection:
    """A connection to a finished file, which reads and never writes; Trouble if it cannot be read."""
    with environment(path):
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, factory=Connection
        )
        connection.owner = get_ident()
        for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")  # these look at no page of the file
    return connection


def extent_of(path: Path) -> Extent:
    """How far the journal of a finished file reaches."""
    with closing(connect_finished(path)) as connection, environment(path, opening=True):
        return extent(Handle(connection))
