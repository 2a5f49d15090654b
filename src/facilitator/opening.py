"""Opening an archive: what every door that works on one has in common."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from facilitator.acts import Command, Recorded, RuleViolation, Trouble
from facilitator.clock import Clock
from facilitator.record import NO_FILES, Record
from facilitator.record.copying import Extent
from facilitator.record.header import read_header, wal_of
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.session import Session

if TYPE_CHECKING:
    from facilitator.record.merging import Plan
    from facilitator.record.salvage import Salvage

ARCHIVE_NAME = "archive.facilitator"


def archive_path(archive: str | None) -> Path:
    """The named archive, or the one in the user's own data folder."""
    if archive:
        return Path(archive)
    return Path(platformdirs.user_data_dir("facilitator", appauthor=False)) / ARCHIVE_NAME


def left_open(archive: str | None) -> bool:
    """Whether whoever had the archive last did not close it: a WAL is left beside it."""
    try:
        return wal_of(archive_path(archive)).stat().st_size > 0
    except OSError:
        return False


def open_session(
    archive: str | None,
    *,
    create: bool = False,
    clock: Clock | None = None,
    entropy: Callable[[int], bytes] | None = None,
) -> Session:
    """A session on an archive. Trouble as `Record.open` tells it; close it when done.

    A published archive or a backup is none to work in (`finished-copy`): its checksum would be wrong at once.
    """
    path = archive_path(archive)
    if path.is_file() and read_header(path.absolute()).single:
        raise Trouble("finished-copy", path=str(path))
    if create and not archive:
        _make_folder(path.parent)
    extra: dict[str, Any] = {"entropy": entropy} if entropy else {}
    record = Record.open(path, KINDS, registers=REGISTERS, create=create, **extra)
    session = Session(record, clock=clock)
    try:
        last = record.extent()
    except BaseException:  # a damaged page: whoever restores or saves it must find it closed
        session.close()
        raise
    session.before_closing(lambda session: _forget_erased(session, last))
    return session


def open_or_look(archive: str | None, *, create: bool = False) -> Session:
    """A session on an archive; on a published one or a backup one that records nothing (an `Onlooker`)."""
    try:
        return open_session(archive, create=create)
    except Trouble as trouble:
        if trouble.code != "finished-copy":
            raise
        return Onlooker(archive_path(archive))


def _forget_erased(session: Session, last: Extent) -> None:
    """Whoever was erased while it was open is not to be found in its index either."""
    with suppress(Trouble, OSError):  # an index is no truth, and no reason to keep an archive open
        if session.record.extent() != last:
            from facilitator.searching import forget_erased

            forget_erased(session, last.events)


def _make_folder(folder: Path) -> None:
    """Our own folder is made when it is wanted; what is in the way is the environment's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("read-only", path=str(folder), detail=str(error)) from error


def salvaged(path: Path) -> Salvage:
    """Make, of a damaged archive, one with all that can still be proven, in a folder of its own.

    For a process of its own: a large archive takes its time. Give it to an `Onlooker`, which throws it away.
    Trouble `damaged` if nothing can be proven any more.
    """
    from facilitator.record.salvage import salvage

    folder = Path(tempfile.mkdtemp(prefix="facilitator-"))
    try:
        return salvage(path, folder / ARCHIVE_NAME, KINDS, REGISTERS)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


class Onlooker(Session):
    """A session on an archive that cannot be written to: it tells everything, it records nothing.

    A published archive or a backup is looked at where it lies, every other one in a copy; what was `salvaged`
    from a damaged one is looked at instead of it, and says what is missing.
    """

    def __init__(
        self, path: Path, *, clock: Clock | None = None, salvaged: Salvage | None = None
    ) -> None:
        self._original = path
        self.salvaged = salvaged
        self._folder: str = str(salvaged.path.parent) if salvaged is not None else ""
        try:
            record = self._opened()
        except BaseException:
            self._throw_away()
            raise
        super().__init__(record, clock=clock)

    def _opened(self) -> Record:
        if self.salvaged is not None:
            return Record.open(self.salvaged.path, KINDS, registers=REGISTERS)
        record = Record.look(self._original, KINDS, registers=REGISTERS)
        if record is None:
            self._folder = tempfile.mkdtemp(prefix="facilitator-")
            copy = _copied(self._original, Path(self._folder))
            record = Record.open(copy, KINDS, registers=REGISTERS)
        return record

    @property
    def in_place(self) -> bool:
        """Whether the file itself is looked at, and not a copy of it."""
        return not self._folder

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
        """Close it, and throw the copy away."""
        super().close()
        self._throw_away()

    def _throw_away(self) -> None:
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)


def _copied(path: Path, folder: Path) -> Path:
    """Copy an archive with what its last writer had not yet moved into it."""
    try:
        for part in (path, path.with_name(f"{path.name}-wal")):
            if part.exists():
                shutil.copyfile(
                    part, folder / part.name
                )  # without its rights: the copy is written to
    except OSError as error:
        raise Trouble("io", path=str(path), reason=error.strerror or str(error)) from error
    return folder / path.name


@contextmanager
def looking(archive: str | None) -> Iterator[Session]:
    """A session to look at an archive; where that cannot be written to, or is damaged, an `Onlooker`.

    Whoever may not write the archive cannot be in the way of somebody who does. Of a damaged one whatever can
    still be proven is there; `Onlooker.salvaged` says what is not.
    """
    path = archive_path(archive)
    with closing(_look(archive, path)) as session:
        yield session


def _look(archive: str | None, path: Path) -> Session:
    try:
        return open_session(archive)
    except Trouble as trouble:
        if trouble.code == "damaged":
            return _saved(path, trouble)
        if trouble.code not in ("read-only", "finished-copy") or not os.access(path, os.R_OK):
            raise
    try:
        return Onlooker(path)
    except Trouble as trouble:
        if trouble.code != "damaged":
            raise
        return _saved(path, trouble)


def _saved(path: Path, damage: Trouble) -> Onlooker:
    try:
        return Onlooker(path, salvaged=salvaged(path))
    except Trouble:
        raise damage from None
