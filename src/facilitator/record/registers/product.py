"""The registers and events of the product, put together."""

from __future__ import annotations

from sqlite_utils import Database

from facilitator import bodies, meeting
from facilitator.acts import Event, Recorded
from facilitator.record.registers import Registers, Writer, councils, evenings, votes

KINDS: tuple[type[Event], ...] = (*bodies.EVENTS, *meeting.EVENTS)
"""Every event that may occur in an archive."""


def _merged(*tables: dict[type[Event], Writer]) -> dict[type[Event], Writer]:
    """One writer per event; an event that two registers look at is written by both."""
    merged: dict[type[Event], Writer] = {}
    for table in tables:
        for kind, writer in table.items():
            merged[kind] = _both(merged[kind], writer) if kind in merged else writer
    return merged


def _both(first: Writer, second: Writer) -> Writer:
    def write(db: Database, stream: str, recorded: Recorded) -> None:
        first(db, stream, recorded)
        second(db, stream, recorded)

    return write


REGISTERS = Registers(
    schema=(*councils.TABLES, *evenings.TABLES, *votes.TABLES),
    writers=_merged(councils.WRITERS, evenings.WRITERS, votes.WRITERS, votes.CORRECTIONS),
    revision=1,
)
