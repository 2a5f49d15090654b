"""Opening an archive: what every door that works on one has in common."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import platformdirs

from facilitator.acts import Trouble
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
    """A session on an archive. Trouble as `Record.open` tells it; close it when done."""
    path = archive_path(archive)
    if create and not archive:
        path.parent.mkdir(parents=True, exist_ok=True)
    extra: dict[str, Any] = {"entropy": entropy} if entropy else {}
    record = Record.open(path, KINDS, registers=REGISTERS, create=create, **extra)
    return Session(record, clock=clock)


@contextmanager
def looking(archive: str | None) -> Iterator[Session]:
    """A session to look at an archive; one on a read-only stick or disc is looked at in a copy.

    Whoever may not write the archive cannot be in the way of somebody who does: a copy is safe there.
    """
    path = archive_path(archive)
    try:
        session = open_session(archive)
    except Trouble as trouble:
        if trouble.code != "read-only" or not os.access(path, os.R_OK):
            raise
    else:
        with closing(session):
            yield session
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for part in (path, path.with_name(f"{path.name}-wal")):
            if part.exists():
                shutil.copyfile(part, Path(folder) / part.name)
        session = open_session(str(Path(folder) / path.name))
        with closing(session):
            yield session
