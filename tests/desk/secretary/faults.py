"""Faults of a disk, injected where the archive meets it."""

import sqlite3
from contextlib import contextmanager


@contextmanager
def full(at):
    """Let no page be added to the archive, as on a disk without room."""
    db = at.desk.session.record._db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    try:
        yield
    finally:
        db.execute("PRAGMA max_page_count = 1000000").fetchall()


@contextmanager
def failing(at, code=sqlite3.SQLITE_IOERR):
    """Let every statement of the archive fail, as on a broken or a read-only disk."""
    connection = at.desk.session.record._db.conn

    def execute(sql, *_arguments):
        error = sqlite3.OperationalError(f"injected at {sql}")
        error.sqlite_errorcode = code
        raise error

    connection.execute = execute
    try:
        yield
    finally:
        del connection.execute
