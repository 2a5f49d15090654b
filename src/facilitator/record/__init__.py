"""The record: one SQLite file that holds everything that happened, in order, and can prove it."""

from facilitator.record.archive import NO_FILES, Record

__all__ = ["NO_FILES", "Record"]
