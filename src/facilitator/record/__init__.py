"""The record: one SQLite file that holds everything that happened, in order, and can prove it."""

from facilitator.record.archive import Record

__all__ = ["Record"]
