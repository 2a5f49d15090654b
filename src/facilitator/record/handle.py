"""An archive's connection, with sqlite-utils on it from the first time that something needs more than SQL.

Importing sqlite-utils takes as long as the rest of the record: an archive is opened and read without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table


class Handle:
    """Plain SQL by `execute`; tables that are made or written row by row by `table`."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def execute(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Cursor:
        """One statement; outside of `schema.writing` it is on the disk when this returns."""
        return self.conn.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement with each of these values."""
        self.conn.executemany(sql, rows)

    def table(self, name: str) -> Table:
        """A table, whether it is there or still to be made."""
        return self.full.table(name)

    @cached_property
    def full(self) -> Database:
        """All of sqlite-utils, without the plugins that a machine may have."""
        from sqlite_utils import Database

        return Database(self.conn, execute_plugins=False)

    def table_names(self) -> list[str]:
        """The tables there are."""
        rows = self.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return [name for (name,) in rows]

    def close(self) -> None:
        """Let the file go."""
        self.conn.close()
