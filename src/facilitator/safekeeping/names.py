"""What backups are called: when they were made, of which archive, and how far that had got.

`2026-11-27_21-04-05_archive_3fa9c1-b20e77.facilitator`: the local time, so that names sort by it; the name of
the archive's file; the beginnings of the hashes of its first event, which no other archive has, and its last.
"""

from __future__ import annotations

import re
from datetime import datetime

from facilitator.data import dataclass
from facilitator.papers.shelf import folder_name

ENDING = ".facilitator"
SHORT = 6
"""Hex digits of a hash in a name."""

_NAME = re.compile(
    r"(\d{4}-\d\d-\d\d)_(\d\d-\d\d-\d\d)_(.+)_([0-9a-f]{6})-([0-9a-f]{6})" + re.escape(ENDING)
)


@dataclass(frozen=True, slots=True)
class CopyName:
    """What a backup's name says. `at` is the local time without an offset, to the second."""

    at: datetime
    archive: str
    first: str
    last: str

    def __str__(self) -> str:
        day, time = f"{self.at:%Y-%m-%d}", f"{self.at:%H-%M-%S}"
        return f"{day}_{time}_{self.archive}_{self.first}-{self.last}{ENDING}"


def copy_name(archive: str, first: str, last: str, at: datetime) -> CopyName:
    """The name of a copy of the archive whose file is called `archive` (without its ending), made at `at`."""
    at = at.replace(microsecond=0, tzinfo=None)
    return CopyName(at, archive_word(archive), first[:SHORT], last[:SHORT])


def archive_word(archive: str) -> str:
    """What stands in such a name for an archive whose file is called so (without its ending)."""
    return folder_name(archive).replace(" ", "-")


def read_name(name: str) -> CopyName | None:
    """What a file's name says, None if it is not the name of a backup."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    day, time, archive, first, last = found.groups()
    try:
        at = datetime.fromisoformat(f"{day}T{time.replace('-', ':')}")
    except ValueError:
        return None
    return CopyName(at, archive, first, last)
