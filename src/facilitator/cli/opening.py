"""Opening an archive from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs

from facilitator.clock import Clock
from facilitator.record import Record
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.session import Session

ARCHIVE_NAME = "archive.facilitator"


def archive_path(archive: str | None) -> Path:
    """The named archive, or the one in the user's own data folder."""
    if archive:
        return Path(archive)
    return Path(platformdirs.user_data_dir("facilitator", appauthor=False)) / ARCHIVE_NAME


def open_session(
    archive: str | None,
    *,
    create: bool = False,
    clock: Clock | None = None,
    entropy: Callable[[int], bytes] | None = None,
) -> Session:
    """A session on an archive. Trouble as `Record.open` tells it; close its record when done."""
    path = archive_path(archive)
    if create and not archive:
        path.parent.mkdir(parents=True, exist_ok=True)
    extra = {"entropy": entropy} if entropy else {}
    record = Record.open(path, KINDS, registers=REGISTERS, create=create, **extra)
    return Session(record, clock=clock)
