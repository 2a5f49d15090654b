"""Opening an archive: what every door that works on one has in common."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from facilitator.acts import Command, Recorded, RuleViolation, Trouble
from facilitator.clock import Clock
from facilitator.record import NO_FILES, Record
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.session import Session

if TYPE_CHECKING:
    from facilitator.record.merging import Plan

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
        _make_folder(path.parent)
    extra: dict[str, Any] = {"entropy": entropy} if entropy else {}
    record = Record.open(path, KINDS, registers=REGISTERS, create=create, **extra)
    return Session(record, clock=clock)


def _make_folder(folder: Path) -> None:
    """Our own folder is made when it is wanted; what is in the way is the environment's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("read-only", path=str(folder), detail=str(error)) from error


class Onlooker(Session):
    """A session on a copy of an archive that cannot be written to: it tells everything, it records nothing."""

    def __init__(self, path: Path, *, clock: Clock | None = None) -> None:
        self._original = path
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        try:
            copy = _copied(path, Path(self._folder.name))
            record = Record.open(copy, KINDS, registers=REGISTERS)
        except BaseException:
            self._folder.cleanup()
            raise
        super().__init__(record, clock=clock)

    @property
    def path(self) -> Path:
        """Where the archive itself lies, not the copy."""
        return self._original

    def do(
        self,
        command: Command,
        *,
        at: datetime | None = None,
        actor: str = "",
        files: Mapping[str, bytes] = NO_FILES,
    ) -> tuple[Recorded, ...]:
        """Nothing can be done here (`only-looking`)."""
        raise RuleViolation("only-looking")

    def take_in(self, plan: Plan) -> None:
        """Nor can anything come in."""
        raise RuleViolation("only-looking")

    def close(self) -> None:
        """Close the copy and throw it away."""
        super().close()
        self._folder.cleanup()


def _copied(path: Path, folder: Path) -> Path:
    """Copy an archive with what its last writer had not yet moved into it."""
    try:
        for part in (path, path.with_name(f"{path.name}-wal")):
            if part.exists():
                shutil.copyfile(part, folder / part.name)
    except OSError as error:
        raise Trouble("io", path=str(path), reason=error.strerror or str(error)) from error
    return folder / path.name


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
        session = Onlooker(path)
    with closing(session):
        yield session
